import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import type { ConversationView } from '../../kernel/views.js';
import { ConversationRef } from '../conversations/index.js';
import { renameTeamConversation, startTeamConversation } from './service.js';

const StartTeamConversationInput = builder.inputType('StartTeamConversationInput', {
  description: 'A conversation among colleagues.',
  fields: (t) => ({
    clientId: t.string({ required: true, description: 'Made by the caller, 1 to 64 characters: repeating the call with it makes no second.' }),
    title: t.string({ required: true, description: 'Title, 1 to 120 characters.' }),
    userIds: t.idList({ required: true, description: 'The colleagues: agents and admins of the site, 1 to 49.' }),
  }),
});

const RenameTeamConversationInput = builder.inputType('RenameTeamConversationInput', {
  description: 'A new title.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'The conversation.' }),
    title: t.string({ required: true, description: 'Title, 1 to 120 characters.' }),
  }),
});

const payload = (name: string) =>
  builder.objectRef<{ readonly conversation: ConversationView }>(name).implement({
    description: 'The conversation as it is now.',
    fields: (t) => ({ conversation: t.field({ type: ConversationRef, description: 'The conversation.', resolve: (answer) => answer.conversation }) }),
  });

builder.mutationFields((t) => ({
  startTeamConversation: t.field({
    type: payload('StartTeamConversationPayload'),
    description: describe(
      'Begins a conversation among colleagues, for agents and admins. Nobody else can be added to it or sees that it exists; `addParticipant` adds colleagues, `conversations(kind: TEAM)` lists.',
      ['FORBIDDEN', 'NOT_FOUND', 'IDEMPOTENCY_CONFLICT'],
    ),
    args: { input: t.arg({ type: StartTeamConversationInput, required: true, description: 'Title and colleagues.' }) },
    resolve: async (_root, { input }, context) => ({ conversation: await startTeamConversation(context.deps, requireViewer(context), input) }),
  }),
  renameTeamConversation: t.field({
    type: payload('RenameTeamConversationPayload'),
    description: describe('Gives a conversation of the team another title: any of its people may.', ['NOT_FOUND', 'FORBIDDEN']),
    args: { input: t.arg({ type: RenameTeamConversationInput, required: true, description: 'Which, and the title.' }) },
    resolve: async (_root, { input }, context) => ({ conversation: await renameTeamConversation(context.deps, requireViewer(context), input) }),
  }),
}));
