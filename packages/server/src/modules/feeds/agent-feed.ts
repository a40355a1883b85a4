import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { AgentView } from '../../kernel/views.js';
import { followAgents } from '../agents/index.js';
import { openStateFeed } from './state-feed.js';

/** All agents at one moment. */
export interface AgentsSnapshotItem {
  readonly type: 'AgentsSnapshot';
  readonly agents: readonly AgentView[];
}

/** An agent's new state. */
export interface AgentChangedItem {
  readonly type: 'AgentChanged';
  readonly agent: AgentView;
}

/** Somebody is no agent any more. */
export interface AgentRemovedItem {
  readonly type: 'AgentRemoved';
  readonly userId: string;
}

/** The feed lives. */
export interface AgentsReadItem {
  readonly type: 'AgentsRead';
  readonly at: string;
}

/** Any item of the feed of agents. */
export type AgentFeedItem = AgentsSnapshotItem | AgentChangedItem | AgentRemovedItem | AgentsReadItem;

/** The most different things that wait for a slow reader. */
const CAPACITY = 4_000;

/**
 * Opens the feed of the site's agents: all of them, then each change of status, profile or connection. It has no position: what it sends
 * are states, and a new one begins with all of them. The feed ends with RESYNC_REQUIRED, ACCESS_REVOKED or UNAVAILABLE.
 * @throws ChatError FORBIDDEN for those who are no staff
 */
export async function openAgentFeed(deps: Deps, viewer: Viewer): Promise<AsyncIterableIterator<AgentFeedItem, undefined>> {
  const operation = 'follow agents';
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only staff may`);
  return openStateFeed<AgentFeedItem>(deps, viewer, {
    operation,
    capacity: CAPACITY,
    async begin(queue, hold) {
      const { agents, leave } = await followAgents(deps, viewer.siteId, {
        changed: (agent) => queue.put(`agent:${agent.user.id}`, () => changeOf(agent)),
        removed: (userId) => queue.put(`agent:${userId}`, () => ({ type: 'AgentRemoved', userId })),
        read: (at) => queue.putLast('read', () => ({ type: 'AgentsRead', at })),
      });
      hold(leave);
      return [{ type: 'AgentsSnapshot', agents }];
    },
  });
}

const changes = new WeakMap<AgentView, AgentChangedItem>();

/** One item of one change, so that those who follow share its execution. */
function changeOf(agent: AgentView): AgentChangedItem {
  const item = changes.get(agent) ?? { type: 'AgentChanged', agent };
  changes.set(agent, item);
  return item;
}
