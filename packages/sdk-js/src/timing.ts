import type { ClientClock } from './clock.js';

/** Every duration that the SDK works with, in milliseconds. */
export interface ClientTiming {
  /** A request without an answer fails with `TIMEOUT`. */
  readonly requestTimeoutMs: number;
  /** A connection that is not acknowledged by then is given up. */
  readonly connectTimeoutMs: number;
  /** How often an idle socket is asked for a sign of life. */
  readonly pingIntervalMs: number;
  /** How long that sign may take before the socket counts as half-open and is dropped. */
  readonly pingTimeoutMs: number;
  /** The longest first wait between attempts; doubles up to `retryMaxMs`. Each wait is a random part of it. */
  readonly retryBaseMs: number;
  readonly retryMaxMs: number;
  /** A connection that lived for this long was a good one: waits begin small again. */
  readonly settleMs: number;
  /** An outage of this length turns `reconnecting` into `suspended`. */
  readonly suspendAfterMs: number;
  /** Wait between attempts while `suspended`. */
  readonly suspendedRetryMs: number;
  /** How long before its end a token is replaced; at most a third of its life. */
  readonly renewBeforeMs: number;
  /** How often a connection that fell back tries a WebSocket again. */
  readonly reprobeMs: number;
  /** A feed without its first item by then is opened again, over SSE by falling back to polling. */
  readonly firstItemMs: number;
  /** A feed that says nothing for this long, not even its periodic head, is opened again. */
  readonly silenceMs: number;
  /** Wait between two polls where nothing else passes. */
  readonly pollIntervalMs: number;
  /** How long a feed stays open after its last user left. */
  readonly releaseGraceMs: number;
  /** Least time between two delivery or read marks of one conversation. */
  readonly markIntervalMs: number;
  /** Least time between two signals that the user is typing. */
  readonly typingIntervalMs: number;
  /** The user counts as having stopped typing after this much silence. */
  readonly typingIdleMs: number;
}

/** The durations that are used where `timing` does not say otherwise. */
export const DEFAULT_TIMING: ClientTiming = {
  requestTimeoutMs: 15_000,
  connectTimeoutMs: 10_000,
  pingIntervalMs: 12_000,
  pingTimeoutMs: 5_000,
  retryBaseMs: 500,
  retryMaxMs: 15_000,
  settleMs: 5_000,
  suspendAfterMs: 120_000,
  suspendedRetryMs: 30_000,
  renewBeforeMs: 60_000,
  reprobeMs: 60_000,
  firstItemMs: 10_000,
  silenceMs: 45_000,
  pollIntervalMs: 2_000,
  releaseGraceMs: 2_000,
  markIntervalMs: 500,
  typingIntervalMs: 3_000,
  typingIdleMs: 5_000,
};

/** What a wait is made of. */
export interface Pacing {
  readonly timing: Pick<ClientTiming, 'retryBaseMs' | 'retryMaxMs'>;
  readonly clock: Pick<ClientClock, 'random'>;
}

/**
 * How long to wait before the next attempt: by chance up to a bound that doubles from `retryBaseMs` and is capped, so that clients that failed
 * together do not come back together; and before that `leastMs`, what the server asked for.
 */
export function backoffMs({ timing, clock }: Pacing, attempt: number, leastMs?: number | null): number {
  return (leastMs ?? 0) + Math.min(timing.retryMaxMs, timing.retryBaseMs * 2 ** attempt) * clock.random();
}
