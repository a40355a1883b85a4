/** For tests: a clock that stands still until it is turned. */
import type { ClientClock, TimerHandle } from './clock.js';

/** A clock whose time passes when a test says so. */
export interface TestClock extends ClientClock {
  /** Lets time pass and runs what comes due, in order, with all that follows from it. */
  advance(ms: number): Promise<void>;
  /** Timers that have not run. */
  readonly pending: number;
}

/** Makes a clock. Its chance is a fixed sequence that `seed` chooses. */
export function createTestClock(seed = 1): TestClock {
  let now = 1_700_000_000_000;
  let state = seed;
  const due = new Map<TimerHandle, { at: number; run: () => void }>();
  // A timer that never fires gives a handle of the platform's own type.
  const handle = (): TimerHandle => {
    const timer = setTimeout(() => undefined, 0);
    clearTimeout(timer);
    return timer;
  };
  const settle = async () => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  };
  return {
    now: () => now,
    setTimeout: (run, ms) => {
      const timer = handle();
      due.set(timer, { at: now + ms, run });
      return timer;
    },
    clearTimeout: (timer) => {
      due.delete(timer);
    },
    random: () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    },
    advance: async (ms) => {
      const end = now + ms;
      await settle();
      for (;;) {
        const [next] = [...due].filter(([, each]) => each.at <= end).sort((a, b) => a[1].at - b[1].at);
        if (!next) break;
        now = Math.max(now, next[1].at);
        due.delete(next[0]);
        next[1].run();
        await settle();
      }
      now = end;
    },
    get pending() {
      return due.size;
    },
  };
}
