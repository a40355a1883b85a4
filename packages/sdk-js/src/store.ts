/** The smallest store that `useSyncExternalStore` and plain programs can both read. */
import { Alarm, type ClientClock } from './clock.js';

/** State that can be read and watched. Both methods are bound: pass them on as they are. */
export interface ReadableStore<State> {
  /** The state now. The same object until something changes. */
  readonly getSnapshot: () => State;
  /**
   * Calls back after a change, synchronously; of changes that come in a flood once for all those of 16 ms, while `getSnapshot` has
   * them at once. Returns the way to stop.
   */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A {@link ReadableStore} that its owner can write. */
export interface WritableStore<State> extends ReadableStore<State> {
  /** Replaces the state and tells the listeners, unless it is the same object. */
  set(state: State): void;
}

/** Makes a store. A listener that throws does not keep the others from hearing; its error is thrown in a later task. */
export function createStore<State>(initial: State): WritableStore<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => state,
    subscribe: (listener) => {
      // A wrapper per call, so that one function subscribed twice is called twice and each is removed alone.
      const own = () => {
        listener();
      };
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    set: (next) => {
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of [...listeners]) callSafely(listener);
    },
  };
}

/** A {@link ReadableStore} whose state is made from something else, and only when it is wanted. */
export interface DerivedStore<State> extends ReadableStore<State> {
  /** What it is made from has changed: tells the listeners now. */
  show(): void;
  /** Likewise, but where it was shown less than a frame ago, the listeners hear when that has passed. */
  showSoon(): void;
}

/** The time of a frame on a screen: nobody sees what changes more often. */
const FRAME_MS = 16;

/** Makes a store whose state `derive` makes from its sources and the state before; which is the same object where nothing changed. */
export function createDerivedStore<State>(clock: ClientClock, initial: State, derive: (before: State) => State): DerivedStore<State> {
  const shown = createStore(initial);
  const later = new Alarm(clock);
  let state = initial;
  let isStale = false;
  let shownAt = 0;
  const getSnapshot = (): State => {
    if (isStale) {
      isStale = false;
      state = derive(state);
    }
    return state;
  };
  const show = (): void => {
    isStale = true;
    later.clear();
    shownAt = clock.now();
    shown.set(getSnapshot());
  };
  return {
    getSnapshot,
    subscribe: shown.subscribe,
    show,
    showSoon: () => {
      isStale = true;
      // A clock that was turned back is no reason to wait for it.
      if (Math.abs(clock.now() - shownAt) >= FRAME_MS) show();
      else if (!later.isSet) later.set(FRAME_MS, show);
    },
  };
}

/** Calls a function of somebody else: what it throws is reported as uncaught and does not stop us. */
export function callSafely(run: () => void): void {
  try {
    run();
  } catch (error) {
    globalThis.setTimeout(() => {
      throw error;
    });
  }
}

/** The old array when the new one has the same members, so that identity says whether something changed. */
export function keepIdentity<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  return before.length === after.length && before.every((item, index) => Object.is(item, after[index])) ? before : after;
}

/** The old record when the new one has the same values, likewise. Both have the same fields. */
export function keepRecord<Shape extends object>(before: Shape, after: Shape): Shape {
  const values = new Map(Object.entries(after));
  return Object.entries(before).every(([field, value]) => Object.is(value, values.get(field))) ? before : after;
}
