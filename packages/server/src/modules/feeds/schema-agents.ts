import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { AgentRef } from '../agents/index.js';
import {
  type AgentChangedItem,
  type AgentFeedItem,
  type AgentRemovedItem,
  type AgentsReadItem,
  type AgentsSnapshotItem,
  openAgentFeed,
} from './agent-feed.js';

const AgentsSnapshot = builder.objectRef<AgentsSnapshotItem>('AgentsSnapshot').implement({
  description: 'All agents of the site at the moment in which the feed begins; at most 1,000.',
  fields: (t) => ({ agents: t.field({ type: [AgentRef], description: 'In the order in which their users were made.', resolve: (item) => [...item.agents] }) }),
});

const AgentChanged = builder.objectRef<AgentChangedItem>('AgentChanged').implement({
  description: 'An agent’s new state, or a new agent: replace the one you have.',
  fields: (t) => ({ agent: t.field({ type: AgentRef, description: 'The agent.', resolve: (item) => item.agent }) }),
});

const AgentRemoved = builder.objectRef<AgentRemovedItem>('AgentRemoved').implement({
  description: 'Somebody is no agent any more.',
  fields: (t) => ({ userId: t.exposeID('userId', { description: 'The id of the user.' }) }),
});

const AgentsRead = builder.objectRef<AgentsReadItem>('AgentsRead').implement({
  description: 'All changes up to `at` were sent. Comes every 15 seconds.',
  fields: (t) => ({ at: t.field({ type: 'DateTime', description: 'When the agents were read.', resolve: (item) => item.at }) }),
});

const AgentFeedItemUnion = builder.unionType('AgentFeedItem', {
  description: 'What the feed of agents sends: first a snapshot, then states.',
  types: [AgentsSnapshot, AgentChanged, AgentRemoved, AgentsRead],
  resolveType: (item: AgentFeedItem) => item.type,
});

builder.subscriptionField('agentFeed', (t) =>
  t.field({
    type: AgentFeedItemUnion,
    description: describe(
      'Follows the agents of the site and their status, for staff. It has no position: each begins with a snapshot. Its polling twin is `agents`.',
      ['FORBIDDEN', 'RESYNC_REQUIRED', 'ACCESS_REVOKED'],
    ),
    subscribe: (_root, _args, context) => openAgentFeed(context.deps, requireViewer(context)),
    resolve: (item: AgentFeedItem) => item,
  }),
);
