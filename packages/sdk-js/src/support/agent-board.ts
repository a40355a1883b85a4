/** The agents of the site, live: for staff. */
import type { ChatClient } from '../create-chat-client.js';
import { AgentFeedDocument, AgentsDocument, type AgentsQuery } from '../generated/operations.js';
import type { Agent, AgentFeedItem } from '../generated/types.js';
import { feedStore, type FeedSource, type FeedStore } from './feed-store.js';
import { perClient } from './handles.js';

/** What the board of agents holds. */
export interface AgentBoardData {
  /** In the order in which their users were made. */
  readonly agents: readonly Agent[];
}

/** The store of the site's agents. */
export type AgentBoardHandle = FeedStore<AgentFeedItem, AgentBoardData>;

const source: FeedSource<AgentFeedItem, AgentBoardData> = {
  initial: { agents: [] },
  stream: (run) => run(AgentFeedDocument, {}, (data) => data.agentFeed),
  poll: async (run) => {
    const agents: Agent[] = [];
    let after: string | null = null;
    do {
      const { agents: page }: AgentsQuery = await run(AgentsDocument, { first: 100, after });
      agents.push(...page.edges.map((edge) => edge.node));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null && agents.length < 1_000);
    return [{ __typename: 'AgentsSnapshot', agents }];
  },
  apply: applyAgentItem,
};

/** What an item of the agents' feed does to the list. Pure. */
export function applyAgentItem(data: AgentBoardData, item: AgentFeedItem): AgentBoardData {
  switch (item.__typename) {
    case 'AgentsSnapshot':
      return { agents: item.agents };
    case 'AgentChanged': {
      const isKnown = data.agents.some((agent) => agent.user.id === item.agent.user.id);
      return { agents: isKnown ? data.agents.map((agent) => (agent.user.id === item.agent.user.id ? item.agent : agent)) : [...data.agents, item.agent] };
    }
    case 'AgentRemoved':
      return { agents: data.agents.filter((agent) => agent.user.id !== item.userId) };
    case 'AgentsRead':
      return data;
  }
}

/**
 * The agents of the site with their status, departments and skills, live. For staff; `status` becomes `failed` with FORBIDDEN for others.
 * Everybody of a client shares the one handle, and with it the one feed.
 *
 * @example
 * const board = agentBoard(client);
 * board.subscribe(() => render(board.getSnapshot().agents));
 */
export const agentBoard: (client: ChatClient) => AgentBoardHandle = /*#__PURE__*/ perClient((context) => feedStore(context, source));
