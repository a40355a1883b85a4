import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { AudienceEnum, MessageOriginEnum } from '../../graphql/enums.js';
import type { ChangeResult } from './change.js';
import { editMessage } from './edit.js';
import { addReaction, removeReaction } from './react.js';
import { deleteMessage } from './remove.js';
import { MessageRef } from './schema-types.js';
import { sendMessage, sendSystemMessage, type SendResult } from './send.js';

const clientIdText = 'Made by the caller, 1 to 64 of A-Z a-z 0-9 _ . : -. The same id with the same content is the same message, at any later time.';

const SendMessageInput = builder.inputType('SendMessageInput', {
  description: 'A message to send.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'Where to.' }),
    clientId: t.string({ required: true, description: clientIdText }),
    text: t.string({
      required: true,
      description: 'Kept exactly as sent, up to the site’s limit in Unicode code points (4,000 by default). Not empty, no U+0000, no lone surrogates.',
    }),
    parentId: t.id({ description: 'The message that this one answers. A reply to a reply joins the same thread.' }),
    metadata: t.field({ type: 'JSON', description: 'Small data to keep with it: at most 4 KiB and 5 levels.' }),
    audience: t.field({
      type: AudienceEnum,
      description: 'Who may see it; the sender must be among them. By default everyone, and for a reply whoever sees the message that it answers.',
    }),
  }),
});

const SendSystemMessageInput = builder.inputType('SendSystemMessageInput', {
  description: 'A line of the system to send.',
  fields: (t) => ({
    conversationId: t.id({ required: true, description: 'Where to.' }),
    clientId: t.string({ required: true, description: clientIdText }),
    text: t.string({ required: true, description: 'Kept exactly as sent; limits as for `sendMessage`.' }),
    metadata: t.field({ type: 'JSON', description: 'Small data to keep with it: at most 4 KiB and 5 levels.' }),
    audience: t.field({ type: AudienceEnum, description: 'Who may see it; everyone by default.' }),
    origin: t.field({ type: MessageOriginEnum, description: 'SYSTEM by default, or AUTOMATED or AUDIT.' }),
  }),
});

const EditMessageInput = builder.inputType('EditMessageInput', {
  description: 'A new text for one’s own message.',
  fields: (t) => ({
    messageId: t.id({ required: true, description: 'The message.' }),
    clientId: t.string({ required: true, description: 'Made by the caller, 1 to 64 of A-Z a-z 0-9 _ . : -. The same id with the same text is the same edit.' }),
    text: t.string({ required: true, description: 'The whole new text; limits as for `sendMessage`.' }),
  }),
});

const DeleteMessageInput = builder.inputType('DeleteMessageInput', {
  description: 'A message to delete.',
  fields: (t) => ({ messageId: t.id({ required: true, description: 'The message.' }) }),
});

const AddReactionInput = builder.inputType('AddReactionInput', {
  description: 'A reaction to add.',
  fields: (t) => ({
    messageId: t.id({ required: true, description: 'The message.' }),
    emoji: t.string({ required: true, description: 'One emoji.' }),
  }),
});

const RemoveReactionInput = builder.inputType('RemoveReactionInput', {
  description: 'A reaction to take back.',
  fields: (t) => ({
    messageId: t.id({ required: true, description: 'The message.' }),
    emoji: t.string({ required: true, description: 'The emoji that was added.' }),
  }),
});

const SendMessagePayload = sendPayload('SendMessagePayload', 'A message that is stored.');
const SendSystemMessagePayload = sendPayload('SendSystemMessagePayload', 'A line of the system that is stored.');
const EditMessagePayload = changePayload('EditMessagePayload', 'A message with a new text.');
const DeleteMessagePayload = changePayload('DeleteMessagePayload', 'A message that is a tombstone now.');
const AddReactionPayload = changePayload('AddReactionPayload', 'A message with the reaction on it.');
const RemoveReactionPayload = changePayload('RemoveReactionPayload', 'A message without the reaction.');

builder.mutationFields((t) => ({
  sendMessage: t.field({
    type: SendMessagePayload,
    description: describe(
      'Sends a message. Answers once it is stored for good. Sending reads everything before it. Safe to repeat with the same `clientId`, for ever.',
      ['NOT_FOUND', 'FORBIDDEN', 'CONVERSATION_CLOSED', 'MESSAGE_TOO_LONG', 'IDEMPOTENCY_CONFLICT', 'CONFLICT'],
    ),
    args: { input: t.arg({ type: SendMessageInput, required: true, description: 'The message.' }) },
    resolve: (_root, { input }, context) => sendMessage(context.deps, requireViewer(context), input),
  }),
  sendSystemMessage: t.field({
    type: SendSystemMessagePayload,
    description: describe('Sends a line as the site’s system user, whether or not the conversation is open. For admins and back-ends.', [
      'NOT_FOUND',
      'FORBIDDEN',
      'MESSAGE_TOO_LONG',
      'IDEMPOTENCY_CONFLICT',
      'CONFLICT',
    ]),
    args: { input: t.arg({ type: SendSystemMessageInput, required: true, description: 'The line.' }) },
    resolve: (_root, { input }, context) => sendSystemMessage(context.deps, requireViewer(context), input),
  }),
  editMessage: t.field({
    type: EditMessagePayload,
    description: describe('Replaces the text of one’s own message; the earlier texts stay readable with `messageVersions`.', [
      'NOT_FOUND',
      'FORBIDDEN',
      'CONVERSATION_CLOSED',
      'MESSAGE_TOO_LONG',
      'IDEMPOTENCY_CONFLICT',
    ]),
    args: { input: t.arg({ type: EditMessageInput, required: true, description: 'The new text.' }) },
    resolve: (_root, { input }, context) => editMessage(context.deps, requireViewer(context), input),
  }),
  deleteMessage: t.field({
    type: DeleteMessagePayload,
    description: describe('Turns a message into a tombstone. Its sender may while the conversation is open, agents and admins always.', [
      'NOT_FOUND',
      'FORBIDDEN',
      'CONVERSATION_CLOSED',
    ]),
    args: { input: t.arg({ type: DeleteMessageInput, required: true, description: 'Which message.' }) },
    resolve: (_root, { input }, context) => deleteMessage(context.deps, requireViewer(context), input.messageId),
  }),
  addReaction: t.field({
    type: AddReactionPayload,
    description: describe('Adds the viewer’s reaction; at most 20 different emojis a message. One that is there already stays.', [
      'NOT_FOUND',
      'FORBIDDEN',
      'CONVERSATION_CLOSED',
      'LIMIT_EXCEEDED',
    ]),
    args: { input: t.arg({ type: AddReactionInput, required: true, description: 'Which emoji on which message.' }) },
    resolve: (_root, { input }, context) => addReaction(context.deps, requireViewer(context), input),
  }),
  removeReaction: t.field({
    type: RemoveReactionPayload,
    description: describe('Takes the viewer’s reaction back. One that is not there is no error.', ['NOT_FOUND', 'FORBIDDEN', 'CONVERSATION_CLOSED']),
    args: { input: t.arg({ type: RemoveReactionInput, required: true, description: 'Which emoji on which message.' }) },
    resolve: (_root, { input }, context) => removeReaction(context.deps, requireViewer(context), input),
  }),
}));

function sendPayload(name: string, description: string) {
  return builder.objectRef<SendResult>(name).implement({
    description,
    fields: (t) => ({
      message: t.expose('message', { type: MessageRef, description: 'The message, as it is now.' }),
      seq: t.exposeInt('seq', { description: 'Its number in the conversation.' }),
      isDuplicate: t.exposeBoolean('isDuplicate', { description: 'True when an earlier call with the same `clientId` had stored it already.' }),
    }),
  });
}

function changePayload(name: string, description: string) {
  return builder.objectRef<ChangeResult>(name).implement({
    description,
    fields: (t) => ({
      message: t.expose('message', { type: MessageRef, description: 'The message, as it is now.' }),
      seq: t.exposeInt('seq', { description: 'The number of the change in the conversation; for a repeated call, of the first time.' }),
    }),
  });
}
