/** Where the SDK takes time and chance from, so that tests can turn the clock. */

/** A timer that was set; only {@link ClientClock.clearTimeout} knows what it is. */
export type TimerHandle = ReturnType<typeof globalThis.setTimeout>;

/** Time and chance. */
export interface ClientClock {
  /** Milliseconds since 1970. */
  now(): number;
  setTimeout(run: () => void, ms: number): TimerHandle;
  clearTimeout(timer: TimerHandle): void;
  /** From 0 up to 1, 1 excluded. */
  random(): number;
}

/** The clock of the machine. */
export const systemClock: ClientClock = {
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => {
    clearTimeout(timer);
  },
  random: () => Math.random(),
};

/** Largest delay that timers of all platforms keep; a longer one fires at once. */
export const MAX_DELAY_MS = 2 ** 31 - 1;

/** A timer of which at most one runs: setting it again replaces it. */
export class Alarm {
  readonly #clock: ClientClock;
  #timer: TimerHandle | null = null;

  constructor(clock: ClientClock) {
    this.#clock = clock;
  }

  /** Whether it is running. */
  get isSet(): boolean {
    return this.#timer !== null;
  }

  /** Runs something in `ms`, instead of whatever was set before. */
  set(ms: number, run: () => void): void {
    this.clear();
    this.#timer = this.#clock.setTimeout(
      () => {
        this.#timer = null;
        run();
      },
      Math.min(Math.max(0, ms), MAX_DELAY_MS),
    );
  }

  /** Stops it. */
  clear(): void {
    if (this.#timer !== null) this.#clock.clearTimeout(this.#timer);
    this.#timer = null;
  }
}

/** A random identifier in the form of a version 4 UUID; not secret. */
export function randomId(clock: ClientClock): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(clock.random() * 16);
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16);
  });
}
