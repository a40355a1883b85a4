export function buildBench(): Promise<void>;
export function buildPages(): Promise<void>;
