import type { Agent, SyncStatus } from '@parley/sdk';
import { agentBoard, type AgentBoardData, type AgentBoardHandle, type StoreState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useAgents} returns. */
export type AgentsResult = Loadable & {
  readonly syncStatus: SyncStatus;
  /** All of the site, in the order in which their users were made. */
  readonly agents: readonly Agent[];
  /** Opens it again after `failed`. */
  readonly retry: () => void;
};

const project = (state: StoreState<AgentBoardData>, { retry }: AgentBoardHandle): AgentsResult => ({
  ...loadable(state),
  syncStatus: state.syncStatus,
  agents: state.agents,
  retry,
});

/** The part of the result that `select` takes. */
export function useAgents<Selected>(options: Selecting<AgentsResult, Selected>): Selected;
/**
 * The agents of the site and their status, live. For staff; `status` is `failed` with FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { agents } = useAgents();
 * return <ul>{agents.map(({ user, status }) => <li key={user.id}>{user.displayName}: {status}</li>)}</ul>;
 * ```
 */
export function useAgents(): AgentsResult;
export function useAgents<Selected>(options?: Selecting<AgentsResult, Selected>): AgentsResult | Selected {
  return useSupportStore(agentBoard(useChatClient()), project, options?.select);
}
