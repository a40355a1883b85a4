import type { SyncStatus } from '@parley/sdk';
import { agentInbox, type AgentInboxData, type AgentInboxHandle, type AgentInboxOptions, type AgentInboxState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useAgentInbox} returns. */
export type AgentInboxResult = Loadable &
  AgentInboxData &
  Pick<AgentInboxHandle, 'loadMore' | 'refresh' | 'bulk' | 'createView' | 'updateView' | 'removeView' | 'retry'> & {
    readonly syncStatus: SyncStatus;
  };

const project = (state: AgentInboxState, { loadMore, refresh, bulk, createView, updateView, removeView, retry }: AgentInboxHandle): AgentInboxResult => ({
  ...loadable(state),
  syncStatus: state.syncStatus,
  cases: state.cases,
  hasMore: state.hasMore,
  isLoadingMore: state.isLoadingMore,
  counts: state.counts,
  views: state.views,
  loadMore,
  refresh,
  bulk,
  createView,
  updateView,
  removeView,
  retry,
});

/** The part of the result that `select` takes. */
export function useAgentInbox<Selected>(options: AgentInboxOptions & Selecting<AgentInboxResult, Selected>): Selected;
/**
 * The inbox of an agent, live: cases by filter and order, counts, kept views, and actions on many. For staff; `status` is `failed` with FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { cases, counts, bulk } = useAgentInbox({ filter: { statuses: ['OPEN'] }, sort: 'LINE' });
 * return <button onClick={() => bulk({ caseIds: cases.map((each) => each.case.id), action: 'CLOSE' })}>Close {counts?.mine}</button>;
 * ```
 */
export function useAgentInbox(options?: AgentInboxOptions): AgentInboxResult;
export function useAgentInbox<Selected>({ filter, sort, select }: AgentInboxOptions & Partial<Selecting<AgentInboxResult, Selected>> = {}): AgentInboxResult | Selected {
  return useSupportStore(agentInbox(useChatClient(), { filter, sort }), project, select);
}
