/** What the two drivers have in common, as the rest of this room uses them. */

/** Runs SQL on one connection; rows come as objects, read as {@link readForServices} says. */
export interface Connection {
  raw<Row>(text: string, params: readonly unknown[]): Promise<Row[]>;
}

/** How to read a value of a PostgreSQL type from its text; undefined leaves it to the driver. */
export type ReadValue = (type: number) => ((text: string) => unknown) | undefined;

const INT8 = 20;
const TIMESTAMPTZ = 1184;
const XID8 = 5069;

/**
 * How services get their values, the same on both drivers: 64-bit counts as numbers, times as `Date`, JSON parsed,
 * transaction numbers (`xid8`) as text; the rest as both drivers read it.
 */
export const readForServices: ReadValue = (type) => {
  if (type === INT8) return Number;
  if (type === TIMESTAMPTZ) return (text) => new Date(isoTime(text));
  if (type === XID8) return (text) => text;
  return undefined;
};

/** PostgreSQL's text of a time as RFC 3339. Every connection is set to UTC, so the offset it carries is always zero. */
export function isoTime(text: string): string {
  return `${text.replace(' ', 'T').replace(/[+-]\d{2}(:?\d{2})?$/, '')}+00:00`;
}

/** Told of every statement but BEGIN, COMMIT and ROLLBACK, as it is sent. */
export type StatementObserver = (text: string) => void;

/** Who wants to know of statements; empty but in tests and diagnostics. */
export class Observers {
  readonly #observers = new Set<StatementObserver>();

  /** Tells everybody who asked. */
  tell(text: string): void {
    for (const observer of this.#observers) observer(text);
  }

  /** Asks; the answer ends it. */
  add(observer: StatementObserver): () => void {
    this.#observers.add(observer);
    return () => void this.#observers.delete(observer);
  }
}
