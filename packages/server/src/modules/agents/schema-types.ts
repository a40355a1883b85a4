import { builder } from '../../graphql/builder.js';
import { AgentStatusEnum, PermissionEnum } from '../../graphql/enums.js';
import type { AgentSkillView, AgentView } from '../../kernel/views.js';
import { PersonRef } from '../identity/index.js';

const AgentSkill = builder.objectRef<AgentSkillView>('AgentSkill').implement({
  description: 'Something that an agent can do.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name, such as `payments`.' }),
    level: t.exposeInt('level', { nullable: true, description: 'How well, 1 to 5; null where nobody said.' }),
  }),
});

const AgentRating = builder.objectRef<NonNullable<AgentView['rating']>>('AgentRating').implement({
  description: 'What customers think of an agent.',
  fields: (t) => ({
    average: t.exposeFloat('average', { description: 'Average of all ratings, 1 to 5.' }),
    count: t.exposeInt('count', { description: 'How many ratings there are.' }),
  }),
});

/** Somebody who works in support. */
export const AgentRef = builder.objectRef<AgentView>('Agent').implement({
  description:
    'Somebody who works in support. Staff see all of it; others see the agents in a conversation with them, and of these the person, the status ' +
    'and the rating: the rest is null.',
  fields: (t) => ({
    user: t.field({ type: PersonRef, description: 'Who it is; `user.id` names the agent.', resolve: (agent) => agent.user }),
    status: t.field({ type: AgentStatusEnum, description: 'What they chose, or OFFLINE while they have no connection.', resolve: (agent) => agent.status }),
    isAvailable: t.boolean({ description: 'Whether they take conversations now: true while `status` is ONLINE.', resolve: (agent) => agent.status === 'online' }),
    rating: t.field({ type: AgentRating, nullable: true, description: 'What customers think of them; null until somebody has rated.', resolve: (agent) => agent.rating }),
    chosenStatus: t.field({
      type: AgentStatusEnum,
      nullable: true,
      description: 'What they chose, connected or not: it is shown again when they are back. Only staff see it.',
      resolve: (agent) => agent.chosenStatus,
    }),
    departments: t.field({
      type: ['String'],
      nullable: true,
      description: 'Departments that they work for. Only staff see them.',
      resolve: (agent) => agent.departments && [...agent.departments],
    }),
    skills: t.field({
      type: [AgentSkill],
      nullable: true,
      description: 'What they can do. Only staff see it.',
      resolve: (agent) => agent.skills && [...agent.skills],
    }),
    maxConversations: t.exposeInt('maxConversations', { nullable: true, description: 'Most conversations that they take at once. Only staff see it.' }),
    permissions: t.field({
      type: [PermissionEnum],
      nullable: true,
      description: 'What an admin lets them do beyond their role; all of it for admins. Only staff see it.',
      resolve: (agent) => agent.permissions && [...agent.permissions],
    }),
    lastActiveAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When they last chose a status or last left, whichever is later; null when they never did. Only staff see it.',
      resolve: (agent) => agent.lastActiveAt,
    }),
  }),
});

/** A page of agents. */
export const AgentConnection = builder.connectionObject(
  { type: AgentRef, name: 'AgentConnection', description: 'A page of agents.' },
  { name: 'AgentEdge', description: 'An agent on a page.' },
);
