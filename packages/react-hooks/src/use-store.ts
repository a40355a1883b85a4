import type { ReadableStore } from '@parley/sdk';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { isSame } from './is-same.js';

/** What {@link useStore} reads, and how. Keep it outside of the component, or memoise it. */
export interface StoreReader<State, Slice> {
  /** The part of the state that the component shows. */
  readonly select: (state: State) => Slice;
  /** The state on a server and while hydrating, where nothing is open yet. */
  readonly initial: State;
}

/**
 * Subscribes to a store and returns the part of its state that `select` picks. The part keeps its identity while its
 * content is the same, so a change elsewhere in the state does not render the component.
 */
export function useStore<State, Slice>(store: ReadableStore<State>, reader: StoreReader<State, Slice>): Slice {
  const shown = useRef<{ readonly slice: Slice } | null>(null);
  const { getSlice, getInitialSlice } = useMemo(() => {
    const read = (getState: () => State) => {
      let last: { readonly state: State; readonly slice: Slice } | null = null;
      return () => {
        const state = getState();
        if (last !== null && Object.is(last.state, state)) return last.slice;
        const slice = reader.select(state);
        const before = last ?? shown.current;
        last = { state, slice: before !== null && isSame(before.slice, slice) ? before.slice : slice };
        return last.slice;
      };
    };
    return { getSlice: read(store.getSnapshot), getInitialSlice: read(() => reader.initial) };
  }, [store, reader]);

  const slice = useSyncExternalStore(store.subscribe, getSlice, getInitialSlice);
  useEffect(() => {
    // Only what was committed may be handed to the next reader: a render that was thrown away was never shown.
    shown.current = { slice };
  }, [slice]);
  return slice;
}
