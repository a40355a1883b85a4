/** What a replay counts, and the report of it. */

/** What one replayed conversation adds up to. */
export interface ConversationResult {
  /** Messages that should be at both sides. */
  readonly messages: number;
  readonly lost: number;
  readonly repeated: number;
  readonly outOfOrder: number;
  /** Messages that count as unread for the two although both have marked all as read. */
  readonly unread: number;
  /** Connections that were cut. */
  readonly cuts: number;
  /** Milliseconds from each send to its arrival at the other side. */
  readonly latencies: readonly number[];
}

/** The report of a replay: what `--json` prints. */
export interface ReplayReport {
  readonly conversations: number;
  readonly messages: number;
  readonly lost: number;
  readonly repeated: number;
  readonly outOfOrder: number;
  readonly unread: number;
  readonly latencyMs: { readonly p50: number; readonly p95: number; readonly p99: number };
  readonly perSecond: number;
}

/** Puts results together. `elapsedMs` is the time that all of it took. */
export function reportOf(results: readonly ConversationResult[], elapsedMs: number): ReplayReport {
  const sum = (of: (result: ConversationResult) => number): number => results.reduce((total, result) => total + of(result), 0);
  const latencies = results.flatMap((result) => result.latencies).sort((a, b) => a - b);
  const messages = sum((result) => result.messages);
  return {
    conversations: results.length,
    messages,
    lost: sum((result) => result.lost),
    repeated: sum((result) => result.repeated),
    outOfOrder: sum((result) => result.outOfOrder),
    unread: sum((result) => result.unread),
    latencyMs: { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95), p99: percentile(latencies, 0.99) },
    perSecond: elapsedMs > 0 ? round((messages * 1000) / elapsedMs) : 0,
  };
}

/** Whether everything arrived once, in order, and nothing is left unread. */
export function isFlawless(report: ReplayReport): boolean {
  return report.lost === 0 && report.repeated === 0 && report.outOfOrder === 0 && report.unread === 0;
}

/** What is wrong with the turns that a side has, in the order in which it has them: numbers of turns from 0 to `count - 1`. */
export function compareTurns(turns: readonly number[], count: number): Pick<ConversationResult, 'lost' | 'repeated' | 'outOfOrder'> {
  const seen = new Set<number>();
  let repeated = 0;
  let outOfOrder = 0;
  let highest = -1;
  for (const turn of turns) {
    if (seen.has(turn)) repeated += 1;
    else if (turn < highest) outOfOrder += 1;
    seen.add(turn);
    highest = Math.max(highest, turn);
  }
  let lost = 0;
  for (let turn = 0; turn < count; turn += 1) if (!seen.has(turn)) lost += 1;
  return { lost, repeated, outOfOrder };
}

/** The nearest-rank percentile of ascending numbers; 0 when there are none. */
export function percentile(ascending: readonly number[], share: number): number {
  const index = Math.max(0, Math.ceil(ascending.length * share) - 1);
  return round(ascending[index] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
