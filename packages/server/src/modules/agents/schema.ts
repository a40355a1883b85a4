import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { encodeCursor, forwardPage, parseCursor } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { AgentStatusEnum, PermissionEnum } from '../../graphql/enums.js';
import { isChatError } from '../../kernel/errors.js';
import type { AgentView } from '../../kernel/views.js';
import { AgentConnection, AgentRef } from './schema-types.js';
import { listAgents, readAgent, setAgentStatus, upsertAgent } from './service.js';

const AgentSkillInput = builder.inputType('AgentSkillInput', {
  description: 'Something that an agent can do.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name, 1 to 60 characters.' }),
    level: t.int({ description: 'How well, 1 to 5.' }),
  }),
});

const SetAgentStatusInput = builder.inputType('SetAgentStatusInput', {
  description: 'What an agent is from now on.',
  fields: (t) => ({
    status: t.field({ type: AgentStatusEnum, required: true, description: 'The status.' }),
    userId: t.id({ description: 'Whose; the viewer’s own when it is left out. Only admins choose for others.' }),
  }),
});

const SetAgentStatusPayload = builder.objectRef<{ readonly agent: AgentView }>('SetAgentStatusPayload').implement({
  description: 'The agent as they are now.',
  fields: (t) => ({ agent: t.field({ type: AgentRef, description: 'The agent.', resolve: (payload) => payload.agent }) }),
});

const UpsertAgentInput = builder.inputType('UpsertAgentInput', {
  description: 'The profile of an agent. What is left out stays.',
  fields: (t) => ({
    userId: t.id({ required: true, description: 'The user: an agent or an admin of the site.' }),
    departments: t.stringList({ description: 'Departments that they work for, at most 20; replaces those so far.' }),
    skills: t.field({ type: [AgentSkillInput], description: 'What they can do, at most 50; replaces those so far.' }),
    maxConversations: t.int({ description: 'Most conversations that they take at once, 1 to 500; 8 for a new agent.' }),
    permissions: t.field({ type: [PermissionEnum], description: 'What they may do beyond their role; replaces those so far. Holds at once, without signing in again.' }),
  }),
});

const UpsertAgentPayload = builder.objectRef<{ readonly agent: AgentView }>('UpsertAgentPayload').implement({
  description: 'The agent as they are now.',
  fields: (t) => ({ agent: t.field({ type: AgentRef, description: 'The agent.', resolve: (payload) => payload.agent }) }),
});

builder.queryFields((t) => ({
  agent: t.field({
    type: AgentRef,
    nullable: true,
    description: describe('An agent by user id; null when there is none that the viewer may see.', []),
    args: { userId: t.arg.id({ required: true, description: 'The id of the user.' }) },
    resolve: async (_root, { userId }, context) => {
      try {
        return await readAgent(context.deps, requireViewer(context), userId);
      } catch (error) {
        if (isChatError(error, 'NOT_FOUND')) return null;
        throw error;
      }
    },
  }),
  agents: t.field({
    type: AgentConnection,
    description: describe(
      'Agents in the order in which their users were made: for staff all of the site, for others those in a conversation with them.',
      ['FORBIDDEN'],
    ),
    args: {
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
      userIds: t.arg.idList({ description: 'Only these users, at most 100.' }),
      department: t.arg.string({ description: 'Only agents of this department. For staff.' }),
      skill: t.arg.string({ description: 'Only agents with a skill of this name. For staff.' }),
      status: t.arg({ type: AgentStatusEnum, description: 'Only agents who are shown with this status.' }),
    },
    resolve: async (_root, args, context) => {
      const after = parseCursor('list agents', args.after);
      const { agents, hasMore } = await listAgents(context.deps, requireViewer(context), { ...args, first: args.first ?? 20, after });
      const places = new Map(agents.map((listed) => [listed.agent, encodeCursor(listed)]));
      return forwardPage([...places.keys()], { hasMore, isFirst: after === null, cursorOf: (agent) => places.get(agent) ?? '' });
    },
  }),
}));

builder.mutationFields((t) => ({
  setAgentStatus: t.field({
    type: SetAgentStatusPayload,
    description: describe('Chooses an agent’s status. It is shown while they are connected, and again when they are back.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: SetAgentStatusInput, required: true, description: 'Which, and whose.' }) },
    resolve: async (_root, { input }, context) => ({ agent: await setAgentStatus(context.deps, requireViewer(context), input) }),
  }),
  upsertAgent: t.field({
    type: UpsertAgentPayload,
    description: describe('Makes or changes an agent’s profile. For admins and back-ends.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: UpsertAgentInput, required: true, description: 'The profile.' }) },
    resolve: async (_root, { input }, context) => ({ agent: await upsertAgent(context.deps, requireViewer(context), input) }),
  }),
}));
