/**
 * Time, as everything in the server reads it. Tests turn a clock of their own instead of sleeping.
 */
import { chance } from './ids.js';

/** A timer that can be cancelled. */
export interface Timer {
  cancel(): void;
}

/** The only source of time in the server. */
export interface Clock {
  /** The present moment. */
  now(): Date;
  /** Calls `fn` once after `ms` milliseconds (capped at 2^31-1, the most a timer can hold). Never keeps the process alive. */
  after(ms: number, fn: () => void): Timer;
  /**
   * Calls `fn` every `ms` milliseconds until cancelled. Never keeps the process alive. By the machine's clock the first call comes at some moment of the first
   * `ms` milliseconds, so that neither the programs of a node nor nodes that started together look into the database at the same moment for ever.
   */
  every(ms: number, fn: () => void): Timer;
}

const MAX_DELAY = 2 ** 31 - 1;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  after(ms, fn) {
    const handle = setTimeout(fn, Math.min(Math.max(ms, 0), MAX_DELAY));
    handle.unref();
    return { cancel: () => clearTimeout(handle) };
  },
  every(ms, fn) {
    const period = Math.min(Math.max(ms, 1), MAX_DELAY);
    // Node clears a timer of either kind by its number.
    let handle = setTimeout(() => {
      handle = setInterval(fn, period);
      handle.unref();
      fn();
    }, chance() * period);
    handle.unref();
    return { cancel: () => clearTimeout(handle) };
  },
};

/** Begins to measure; the answer tells the milliseconds since, with fractions. For reports, not for decisions. */
export function stopwatch(): () => number {
  const startedAt = performance.now();
  return () => performance.now() - startedAt;
}

/** A clock that stands still until it is turned. */
export interface TestClock extends Clock {
  /** Moves time forward and runs, in order of their due time, all timers that fall due; each one's promises get a turn. */
  advance(ms: number): Promise<void>;
  /**
   * Moves time forward at once, as on a machine that was asleep: every timer that fell due runs, and one that repeats runs once, however often it would have run.
   * For hours and days, in which {@link advance} would run each sweep of each second.
   */
  sleep(ms: number): Promise<void>;
  /** How many timers wait. */
  readonly pending: number;
}

interface Pending {
  due: number;
  order: number;
  every: number | null;
  fn: () => void;
}

/** Makes a {@link TestClock}; it starts at the given moment. */
export function createTestClock(start: Date = new Date('2026-01-05T09:00:00.000Z')): TestClock {
  let time = start.getTime();
  let order = 0;
  const timers = new Set<Pending>();
  const add = (ms: number, every: number | null, fn: () => void): Timer => {
    const timer: Pending = { due: time + Math.min(Math.max(ms, 0), MAX_DELAY), order: order++, every, fn };
    timers.add(timer);
    return { cancel: () => void timers.delete(timer) };
  };
  const nextDue = (until: number): Pending | undefined => {
    let next: Pending | undefined;
    for (const timer of timers) {
      if (timer.due > until) continue;
      if (!next || timer.due < next.due || (timer.due === next.due && timer.order < next.order)) next = timer;
    }
    return next;
  };
  const turnTo = async (until: number): Promise<void> => {
    for (let timer = nextDue(until); timer; timer = nextDue(until)) {
      time = Math.max(time, timer.due);
      if (timer.every === null) timers.delete(timer);
      else timer.due = Math.max(timer.due, time) + timer.every;
      timer.fn();
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    time = until;
  };
  return {
    now: () => new Date(time),
    after: (ms, fn) => add(ms, null, fn),
    every: (ms, fn) => add(Math.max(ms, 1), Math.max(ms, 1), fn),
    advance: (ms) => turnTo(time + ms),
    sleep(ms) {
      time += ms;
      return turnTo(time);
    },
    get pending() {
      return timers.size;
    },
  };
}
