import type { ChatError, ReadableStore } from '@parley/sdk';
import { useMemo } from 'react';
import { useStore } from './use-store.js';

/** Whether what a hook shows is there: `error` says why when it is not. */
export type Loadable =
  | { readonly status: 'loading' | 'ready'; readonly error: null }
  | { readonly status: 'failed'; readonly error: ChatError };

/**
 * Takes a part of a hook's result, so that the component renders only when that part changes.
 * The selected part keeps its identity while its content is the same.
 */
export interface Selecting<Result, Selected> {
  readonly select: (result: Result) => Selected;
}

/** How a hook turns the state of a handle into its result. A constant of the hook's module. */
export interface View<State, Handle, Result> {
  readonly initial: State;
  project(state: State, handle: Handle): Result;
}

/** What of a store's state says whether it is loaded. */
interface LoadState {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly error: ChatError | null;
}

/** Status and error as hooks show them: until the first effect has run a store is idle, which is loading to the eye. */
export function loadable({ status, error }: LoadState): Loadable {
  if (status === 'failed' && error !== null) return { status, error };
  return { status: status === 'ready' ? 'ready' : 'loading', error: null };
}

/** Subscribes to a handle and returns the hook's result, or the part of it that `select` takes. */
export function useResult<State, Handle extends ReadableStore<State>, Result, Selected = Result>(
  handle: Handle,
  view: View<State, Handle, Result>,
  select?: (result: Result) => Selected,
): Result | Selected {
  const reader = useMemo(
    () => ({
      initial: view.initial,
      select: (state: State) => {
        const result = view.project(state, handle);
        return select === undefined ? result : select(result);
      },
    }),
    [handle, view, select],
  );
  return useStore(handle, reader);
}
