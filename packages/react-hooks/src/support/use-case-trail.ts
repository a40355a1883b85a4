import type { CaseTrailEntry } from '@parley/sdk';
import { caseTrail, type CaseTrailHandle, type CaseTrailOptions, type ListState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useCaseTrail} returns. */
export type CaseTrailResult = Loadable &
  Pick<CaseTrailHandle, 'loadMore' | 'refresh' | 'retry'> & {
    /** Those loaded so far, oldest first. */
    readonly entries: readonly CaseTrailEntry[];
    readonly hasMore: boolean;
    readonly isLoadingMore: boolean;
  };

const project = (state: ListState<CaseTrailEntry>, { loadMore, refresh, retry }: CaseTrailHandle): CaseTrailResult => ({
  ...loadable(state),
  entries: state.items,
  hasMore: state.hasMore,
  isLoadingMore: state.isLoadingMore,
  loadMore,
  refresh,
  retry,
});

/** The part of the result that `select` takes. */
export function useCaseTrail<Selected>(options: CaseTrailOptions & Selecting<CaseTrailResult, Selected>): Selected;
/**
 * What happened to a case, oldest first: who had it, who joined, escalations with decision and answer. For staff who may see it.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { entries } = useCaseTrail({ caseId });
 * return <ol>{entries.map((entry) => <li key={entry.at}>{entry.kind} {entry.text}</li>)}</ol>;
 * ```
 */
export function useCaseTrail(options: CaseTrailOptions): CaseTrailResult;
export function useCaseTrail<Selected>({ caseId, select }: CaseTrailOptions & Partial<Selecting<CaseTrailResult, Selected>>): CaseTrailResult | Selected {
  return useSupportStore(caseTrail(useChatClient(), { caseId }), project, select);
}
