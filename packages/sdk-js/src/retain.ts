/** Counts the users of something that is open while anybody uses it. */
import { Alarm, type ClientClock } from './clock.js';
import type { ReadableStore } from './store.js';

/** What a {@link Retainer} needs. */
export interface RetainerOptions {
  readonly clock: ClientClock;
  /** How long it stays open after the last release, in milliseconds. */
  readonly graceMs: number;
  open(): void;
  close(): void;
}

/**
 * Opens at the first `retain` and closes a while after the last release. The while lets a component that is mounted twice, or
 * a page that is changed to and back from, find the thing still open.
 */
export class Retainer {
  readonly #options: RetainerOptions;
  readonly #alarm: Alarm;
  #count = 0;
  #isOpen = false;

  constructor(options: RetainerOptions) {
    this.#options = options;
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
      this.#options.open();
    }
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      this.#count -= 1;
      if (this.#count === 0 && this.#isOpen) {
        this.#alarm.set(this.#options.graceMs, () => {
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
    this.#options.close();
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
