import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { ConversationRef } from '../conversations/index.js';
import { MessageRef } from '../messages/index.js';
import { startDirectConversation, type StartedDirect } from './service.js';

const StartDirectConversationInput = builder.inputType('StartDirectConversationInput', {
  description: 'To whom to write (by `userId` or `externalId`, exactly one of them), and what.',
  fields: (t) => ({
    userId: t.id({ description: 'The id of the other.' }),
    externalId: t.string({ description: 'The host’s own id of the other.' }),
    clientId: t.string({ required: true, description: 'Made by the caller, 1 to 64 characters: repeating the call with it sends nothing twice.' }),
    text: t.string({ required: true, description: 'The message, 1 character up to the site’s limit.' }),
  }),
});

const StartDirectConversationPayload = builder.objectRef<StartedDirect>('StartDirectConversationPayload').implement({
  description: 'The conversation of the two, with the message.',
  fields: (t) => ({
    conversation: t.field({ type: ConversationRef, description: 'The conversation.', resolve: (payload) => payload.conversation }),
    message: t.field({ type: MessageRef, description: 'The message.', resolve: (payload) => payload.message }),
    seq: t.exposeInt('seq', { description: 'Number of the message in the conversation.' }),
  }),
});

builder.mutationField('startDirectConversation', (t) =>
  t.field({
    type: StartDirectConversationPayload,
    description: describe('Writes to somebody directly: makes the one conversation of the two, or goes on in it.', [
      'NOT_FOUND',
      'FORBIDDEN',
      'MESSAGE_TOO_LONG',
      'IDEMPOTENCY_CONFLICT',
    ]),
    args: { input: t.arg({ type: StartDirectConversationInput, required: true, description: 'To whom, and what.' }) },
    resolve: (_root, { input }, context) => startDirectConversation(context.deps, requireViewer(context), input),
  }),
);
