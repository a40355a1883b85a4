import { systemClock, type TestClock } from '../kernel/clock.js';

/** Milliseconds that a waiter waits unless told otherwise: long enough for a machine ten times slower than usual, short of a test's own limit. */
export const PATIENCE_MS = 30_000;

/** For `vi.waitFor`, whose own limit is a second. */
export const PATIENTLY = { timeout: PATIENCE_MS, interval: 10 } as const;

/** Something that will happen, or not in time. */
export interface Deadline {
  cancel(): void;
}

/** Calls `onOver` with an error after `ms` milliseconds of real time, whatever clock the server has. */
export function deadline(ms: number, what: string, onOver: (error: Error) => void): Deadline {
  // Made now, so that its stack names the test's own line.
  const error = new Error(`waited ${ms} ms in vain for ${what}`);
  return systemClock.after(ms, () => onOver(error));
}

/** The outcome of a promise, or an error after `ms` milliseconds. */
export function within<T>(promise: Promise<T>, what: string, ms: number = PATIENCE_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    const limit = deadline(ms, what, reject);
    promise.then(resolve, reject).finally(() => limit.cancel());
  });
}

/**
 * Resolves as soon as `read` answers something other than null, undefined or false; asks again every few milliseconds.
 * For what tells nobody that it happened; where there is an event, wait for the event.
 */
export async function eventually<T>(what: string, read: () => Promise<T> | T, ms: number = PATIENCE_MS): Promise<NonNullable<T>> {
  const end = performance.now() + ms;
  for (;;) {
    const value = await read();
    if (value !== null && value !== undefined && value !== false) return value;
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Milliseconds between two turns of {@link turning}: time for what the one before has begun. */
const TURN_MS = 50;

/**
 * The outcome of `work`, for which the clock is turned by `stepMs` milliseconds at once and again and again until it is there. For what comes by a timer that may
 * be set only after a turn: a server hears later than a test does that a socket has closed or another node has written.
 */
export async function turning<T>(clock: Pick<TestClock, 'advance'>, stepMs: number, work: Promise<T>): Promise<T> {
  let isOver = false;
  const over = work.then(
    () => void (isOver = true),
    () => void (isOver = true),
  );
  while (!isOver) {
    await clock.advance(stepMs);
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, TURN_MS))]);
  }
  return work;
}
