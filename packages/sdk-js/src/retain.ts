/** Counts the users of something that is open while anybody uses it. */
import { Alarm, type ClientClock } from './clock.js';
import type { ReadableStore } from './store.js';

/**
 * Opens at the first `retain` and closes a while after the last release. The while lets a component that is mounted twice, or
 * a page that is changed to and back from, find the thing still open.
 */
export class Retainer {
  readonly #open: () => void;
  readonly #close: () => void;
  readonly #alarm: Alarm;
  readonly #graceMs: number;
  #count = 0;
  #isOpen = false;

  constructor(options: { clock: ClientClock; graceMs: number; open(): void; close(): void }) {
    this.#open = options.open;
    this.#close = options.close;
    this.#graceMs = options.graceMs;
    this.#alarm = new Alarm(options.clock);
  }

  /** Whether it is open, in use or in its grace. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Counts one user more. The result counts them off, once however often it is called. */
  readonly retain = (): (() => void) => {
    this.#count += 1;
    this.#alarm.clear();
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#open();
    }
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      this.#count -= 1;
      if (this.#count === 0 && this.#isOpen) {
        this.#alarm.set(this.#graceMs, () => {
          this.end();
        });
      }
    };
  };

  /** Closes now, whoever uses it. */
  end(): void {
    this.#alarm.clear();
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#close();
  }
}

/** A store whose listeners are its users: it is open while somebody listens or retains it. */
export interface RetainedStore<State> extends ReadableStore<State> {
  /** Keeps it open without listening. The result lets go. */
  readonly retain: () => () => void;
}

/** Makes the store that is open while it is used. */
export function retainedStore<State>(store: ReadableStore<State>, { retain }: Retainer): RetainedStore<State> {
  return {
    getSnapshot: store.getSnapshot,
    subscribe: (listener) => {
      const stop = store.subscribe(listener);
      const release = retain();
      return () => {
        stop();
        release();
      };
    },
    retain,
  };
}
