import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { PersonRef } from '../identity/index.js';
import { MessageConnection, messageConnection, MessageRef, type SendResult } from '../messages/index.js';
import { addNote, findColleagues, listNotes } from './notes.js';

const AddNoteInput = builder.inputType('AddNoteInput', {
  description: 'An internal note: a message that only staff see.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'Where.' }),
    clientId: t.string({ required: true, description: 'Made by the caller, 1 to 64 of A-Z a-z 0-9 _ . : -. The same id with the same content is the same note.' }),
    text: t.string({ required: true, description: 'Kept exactly as sent; limits as for `sendMessage`.' }),
    mentions: t.idList({ description: 'Colleagues who get a notice, at most 10; each must be able to see the conversation. They stand in `metadata.mentions`.' }),
  }),
});

const AddNotePayload = builder.objectRef<SendResult>('AddNotePayload').implement({
  description: 'A note that is stored.',
  fields: (t) => ({
    message: t.field({ type: MessageRef, description: 'The note.', resolve: (payload) => payload.message }),
    seq: t.exposeInt('seq', { description: 'Its number in the conversation.' }),
    isDuplicate: t.exposeBoolean('isDuplicate', { description: 'Whether it was there before, from an earlier try.' }),
  }),
});

builder.queryFields((t) => ({
  notes: t.field({
    type: MessageConnection,
    description: describe('Internal notes of a conversation, ascending by `seq`, for staff who may read it; the last 50 by default.', ['NOT_FOUND', 'FORBIDDEN']),
    args: {
      conversationId: t.arg.id({ required: true, description: 'The conversation.' }),
      first: t.arg.int({ description: 'From the beginning or behind `after`: how many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
      last: t.arg.int({ description: 'From the end or before `before`: how many, 1 to 100.' }),
      before: t.arg.string({ description: 'Cursor before which to go on.' }),
    },
    resolve: async (_root, args, context) => messageConnection(await listNotes(context.deps, requireViewer(context), args)),
  }),
  colleagues: t.field({
    type: [PersonRef],
    description: describe('Agents and admins by the beginning of their name, for staff; with a conversation those who may see it, so whom a note can name.', [
      'NOT_FOUND',
      'FORBIDDEN',
    ]),
    args: {
      prefix: t.arg.string({ description: 'Beginning of the name, at most 40 characters.' }),
      conversationId: t.arg.id({ description: 'Only those who may see this conversation.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
    },
    resolve: (_root, args, context) => findColleagues(context.deps, requireViewer(context), { ...args, first: args.first ?? 20 }),
  }),
}));

builder.mutationField('addNote', (t) =>
  t.field({
    type: AddNotePayload,
    description: describe('Writes an internal note where the viewer takes part, and for admins anywhere, with notices for the colleagues whom it names. For agents and admins.', [
      'NOT_FOUND',
      'FORBIDDEN',
      'CONVERSATION_CLOSED',
      'MESSAGE_TOO_LONG',
      'IDEMPOTENCY_CONFLICT',
    ]),
    args: { input: t.arg({ type: AddNoteInput, required: true, description: 'The note.' }) },
    resolve: (_root, { input }, context) => addNote(context.deps, requireViewer(context), input),
  }),
);
