/** The viewer's own status as an agent. */
import { toChatError } from '../chat-error.js';
import type { ClientContext } from '../context.js';
import type { ChatClient } from '../create-chat-client.js';
import { SetAgentStatusDocument } from '../generated/operations.js';
import type { Agent, AgentFeedItem, AgentStatus } from '../generated/types.js';
import { createStore } from '../store.js';
import { agentBoard, type AgentBoardHandle } from './agent-board.js';
import { perClient } from './handles.js';
import { IDLE, derivedStore, type StoreState, type SupportStore } from './support-store.js';

/** The viewer as an agent. */
export interface AgentStatusData {
  /** Null until it is known, and for who is no agent. */
  readonly agent: Agent | null;
  /** What the viewer chose, at once; it is kept while they are away from any device. Null like `agent`. */
  readonly chosenStatus: AgentStatus | null;
}

/** The state of {@link agentStatus}. */
export type AgentStatusState = StoreState<AgentStatusData>;

/** The store of the viewer's own status. */
export interface AgentStatusHandle extends SupportStore<AgentStatusState> {
  /**
   * Chooses a status. It shows in `chosenStatus` at once, and is taken back when the promise rejects: with a `ChatError` such as FORBIDDEN
   * or NOT_FOUND. Choices are sent one after the other, so that the last one counts.
   */
  readonly setStatus: (status: AgentStatus) => Promise<void>;
}

/** A choice that the board of agents has not confirmed yet. */
interface Choice {
  readonly status: AgentStatus;
  /** The viewer as the board had them when it was made. */
  readonly before: Agent | null;
  isAnswered: boolean;
}

const INITIAL: AgentStatusState = { ...IDLE, agent: null, chosenStatus: null };

/**
 * The viewer's own status as an agent: online, away, busy or offline. Live, also where it is chosen on another device or by an admin.
 * The board of agents that it is read from is shared with {@link agentBoard}.
 *
 * @example
 * const own = agentStatus(client);
 * own.subscribe(() => show(own.getSnapshot().chosenStatus));
 * await own.setStatus('BUSY');
 */
export const agentStatus: (client: ChatClient) => AgentStatusHandle = /*#__PURE__*/ perClient((context, client) => createAgentStatus(context, agentBoard(client)));

function createAgentStatus({ runner, viewer }: ClientContext, board: AgentBoardHandle): AgentStatusHandle {
  const choice = createStore<Choice | null>(null);
  let newest: Choice | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  const ownAgent = (): Agent | null => {
    const id = viewer.getSnapshot()?.id;
    return board.getSnapshot().agents.find((agent) => agent.user.id === id) ?? null;
  };
  const settle = (): void => {
    newest = null;
    choice.set(null);
  };
  const choose = (status: AgentStatus): Choice => {
    newest = { status, before: ownAgent(), isAnswered: false };
    choice.set(newest);
    return newest;
  };

  // The answer may come before the board knows of it: until then the choice stands, or it would flicker back.
  board.onItem((item: AgentFeedItem) => {
    const isOfOther = item.__typename === 'AgentChanged' && item.agent.user.id !== viewer.getSnapshot()?.id;
    if (newest?.isAnswered && !isOfOther) settle();
  });

  const store = derivedStore<AgentStatusState>({
    initial: INITIAL,
    sources: () => [board, viewer, choice],
    read: () => {
      const { status, error, syncStatus } = board.getSnapshot();
      const agent = ownAgent();
      const isUnknown = status === 'ready' && viewer.getSnapshot() === null;
      return { status: isUnknown ? 'loading' : status, error, syncStatus, agent, chosenStatus: choice.getSnapshot()?.status ?? agent?.chosenStatus ?? null };
    },
  });

  return {
    ...store,
    initial: INITIAL,
    retain: board.retain,
    retry: board.retry,
    setStatus: async (status) => {
      const mine = choose(status);
      const sent = turn.then(() => runner.request(SetAgentStatusDocument, { input: { status } }));
      turn = sent.catch(() => undefined);
      try {
        await sent;
        mine.isAnswered = true;
        const agent = ownAgent();
        if (newest === mine && (!Object.is(agent, mine.before) || agent?.chosenStatus === status)) settle();
      } catch (error) {
        if (newest === mine) settle();
        throw toChatError(error, 'set the status');
      }
    },
  };
}
