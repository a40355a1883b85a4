import type { SupportStore } from '@parley/sdk/support';
import { useMemo } from 'react';
import { useResult } from '../use-result.js';

/** How a hook turns the state of a support store into its result. A function outside of the component. */
export type Projection<State, Handle, Result> = (state: State, handle: Handle) => Result;

/** Opens a support store while the component is mounted, and returns the hook's result, or the part of it that `select` takes. */
export function useSupportStore<State, Handle extends SupportStore<State>, Result, Selected = Result>(
  handle: Handle,
  project: Projection<State, Handle, Result>,
  select?: (result: Result) => Selected,
): Result | Selected {
  const view = useMemo(() => ({ initial: handle.initial, project }), [handle, project]);
  return useResult(handle, view, select);
}
