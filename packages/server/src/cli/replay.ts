import { CommandError } from './outcome.js';

/** What `parley replay` takes. */
export interface ReplayOptions {
  readonly file: string;
  readonly url?: string;
  readonly site?: string;
  readonly secret?: string;
  readonly concurrency: number;
  readonly limit?: number;
  readonly cuts: number;
  readonly seed: string;
  readonly json?: boolean;
}

/** `parley replay`. */
export async function replay(_options: ReplayOptions): Promise<void> {
  throw new CommandError('unable to replay; not yet');
}
