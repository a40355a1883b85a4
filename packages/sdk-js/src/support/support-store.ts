/** What all stores of support have in common. */
import type { ChatError } from '../chat-error.js';
import type { LoadStatus, SyncStatus } from '../feed/feed-engine.js';
import type { RetainedStore } from '../retain.js';
import { callSafely, keepRecord, type ReadableStore } from '../store.js';

/** Whether the rest of a state is there, and whether it is current. */
export interface StoreStatus {
  readonly status: LoadStatus;
  /** Why `status` is `failed`; null otherwise. */
  readonly error: ChatError | null;
  /** `replaying` while what was missed is fetched, as after a lost connection. */
  readonly syncStatus: SyncStatus;
}

/** The state of a store: how it stands, and what it holds. */
export type StoreState<Data> = StoreStatus & Data;

/** A store that is open while somebody listens or retains it, and repairs itself after a lost connection. */
export interface SupportStore<State> extends RetainedStore<State> {
  /** The state before anybody opened it: what a server renders. */
  readonly initial: State;
  /** Opens it again after `status` became `failed`. */
  readonly retry: () => void;
}

/** The status of a store that nobody has opened. */
export const IDLE: StoreStatus = { status: 'idle', error: null, syncStatus: 'synced' };

/** What a derived store is made of. */
export interface Derivation<State> {
  readonly initial: State;
  /** What the state follows from; each is open while the derived one is. Which they are may change with their states. */
  sources(): readonly ReadableStore<unknown>[];
  read(): State;
}

/** A store whose state follows from others. It keeps its identity while every field of it does. */
export function derivedStore<State extends object>({ initial, sources, read }: Derivation<State>): ReadableStore<State> {
  let state = initial;
  const getSnapshot = (): State => (state = keepRecord(state, read()));
  return {
    getSnapshot,
    subscribe: (listener) => {
      const stops = new Map<ReadableStore<unknown>, () => void>();
      let isOver = false;
      const follow = () => {
        const wanted = new Set(sources());
        for (const [source, stop] of stops) {
          if (wanted.has(source)) continue;
          stops.delete(source);
          stop();
        }
        for (const source of wanted) {
          if (stops.has(source)) continue;
          // Opening may tell of a change at once, which must not open it again.
          stops.set(source, () => undefined);
          stops.set(source, source.subscribe(check));
        }
      };
      const check = () => {
        if (isOver) return;
        follow();
        const next = getSnapshot();
        if (Object.is(next, shown)) return;
        shown = next;
        callSafely(listener);
      };
      let shown = getSnapshot();
      follow();
      return () => {
        isOver = true;
        for (const stop of stops.values()) stop();
      };
    },
  };
}
