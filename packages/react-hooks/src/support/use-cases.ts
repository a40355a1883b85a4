import type { SupportCase } from '@parley/sdk';
import { cases, type CasesHandle, type CasesOptions, type ListState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useCases} returns. */
export type CasesResult = Loadable &
  Pick<CasesHandle, 'loadMore' | 'refresh' | 'retry'> & {
    /** Those loaded so far, newest in line first. */
    readonly cases: readonly SupportCase[];
    readonly hasMore: boolean;
    readonly isLoadingMore: boolean;
  };

const project = (state: ListState<SupportCase>, { loadMore, refresh, retry }: CasesHandle): CasesResult => ({
  ...loadable(state),
  cases: state.items,
  hasMore: state.hasMore,
  isLoadingMore: state.isLoadingMore,
  loadMore,
  refresh,
  retry,
});

/** The part of the result that `select` takes. */
export function useCases<Selected>(options: CasesOptions & Selecting<CasesResult, Selected>): Selected;
/**
 * Cases, over or not, newest in line first: for staff those that they may see, for others their own. It follows the board while `useQueue` is on the page.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { cases, hasMore, loadMore } = useCases({ status: ['RESOLVED', 'CLOSED'] });
 * ```
 */
export function useCases(options?: CasesOptions): CasesResult;
export function useCases<Selected>({ status, queueId, agentId, select }: CasesOptions & Partial<Selecting<CasesResult, Selected>> = {}): CasesResult | Selected {
  return useSupportStore(cases(useChatClient(), { status, queueId, agentId }), project, select);
}
