import type { Agent, AgentStatus, SyncStatus } from '@parley/sdk';
import { agentStatus, type AgentStatusHandle, type AgentStatusState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useAgentStatus} returns. */
export type AgentStatusResult = Loadable & {
  readonly syncStatus: SyncStatus;
  /** The viewer as an agent, with departments, skills and the status that others see; null until known, and for who is none. */
  readonly agent: Agent | null;
  /** What the viewer chose: shown at once, and kept while they are away from any device. */
  readonly chosenStatus: AgentStatus | null;
  /** Chooses a status. Rejects with a `ChatError`, and the choice is taken back. */
  readonly setStatus: (status: AgentStatus) => Promise<void>;
  /** Opens it again after `failed`. */
  readonly retry: () => void;
};

const project = (state: AgentStatusState, { setStatus, retry }: AgentStatusHandle): AgentStatusResult => ({
  ...loadable(state),
  syncStatus: state.syncStatus,
  agent: state.agent,
  chosenStatus: state.chosenStatus,
  setStatus,
  retry,
});

/** The part of the result that `select` takes. */
export function useAgentStatus<Selected>(options: Selecting<AgentStatusResult, Selected>): Selected;
/**
 * The viewer's own status as an agent, live: online, away, busy or offline. It follows what is chosen on other devices and by admins.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { chosenStatus, setStatus } = useAgentStatus();
 * return (
 *   <select value={chosenStatus ?? 'OFFLINE'} onChange={(event) => setStatus(event.target.value as AgentStatus)}>
 *     <option value="ONLINE">Online</option>
 *     <option value="AWAY">Away</option>
 *   </select>
 * );
 * ```
 */
export function useAgentStatus(): AgentStatusResult;
export function useAgentStatus<Selected>(options?: Selecting<AgentStatusResult, Selected>): AgentStatusResult | Selected {
  return useSupportStore(agentStatus(useChatClient()), project, options?.select);
}
