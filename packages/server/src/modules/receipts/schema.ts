import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { listMessageReceipts, listReceipts } from './list.js';
import { markDelivered, markMessageRead, markRead, type MarkResult } from './mark.js';
import { MessageReceiptRef, ReceiptRef } from './schema-types.js';

const MarkDeliveredInput = markInput('MarkDeliveredInput', 'How far a device of the viewer has received.');
const MarkReadInput = markInput('MarkReadInput', 'How far the viewer has read.');

const MarkMessageReadInput = builder.inputType('MarkMessageReadInput', {
  description: 'A message up to which the viewer has read.',
  fields: (t) => ({ messageId: t.id({ required: true, description: 'The message.' }) }),
});

const MarkDeliveredPayload = builder.objectRef<MarkResult>('MarkDeliveredPayload').implement({
  description: 'The viewer’s marks.',
  fields: (t) => ({
    receipt: t.field({ type: ReceiptRef, description: 'The marks as they are now.', resolve: (result) => result.receipt }),
    seq: t.exposeInt('seq', { description: 'Number of the event, or of the conversation’s newest event when nothing moved.' }),
  }),
});

const MarkReadPayload = readPayload('MarkReadPayload');
const MarkMessageReadPayload = readPayload('MarkMessageReadPayload');

builder.queryFields((t) => ({
  receipts: t.field({
    type: [ReceiptRef],
    description: describe('How far each participant of a conversation is.', ['NOT_FOUND']),
    args: { conversationId: t.arg.id({ required: true, description: 'The conversation.' }) },
    resolve: async (_root, args, context) => [...(await listReceipts(context.deps, requireViewer(context), args.conversationId))],
  }),
  messageReceipts: t.field({
    type: [MessageReceiptRef],
    description: describe('When each recipient got and read a message: everybody who takes part now and may see it, its sender aside.', [
      'NOT_FOUND',
    ]),
    args: { messageId: t.arg.id({ required: true, description: 'The message.' }) },
    resolve: async (_root, args, context) => [...(await listMessageReceipts(context.deps, requireViewer(context), args.messageId))],
  }),
}));

builder.mutationFields((t) => ({
  markDelivered: t.field({
    type: MarkDeliveredPayload,
    description: describe('Marks everything up to a number as received by one of the viewer’s devices.', ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT']),
    args: { input: t.arg({ type: MarkDeliveredInput, required: true, description: 'How far.' }) },
    resolve: (_root, { input }, context) => markDelivered(context.deps, requireViewer(context), input),
  }),
  markRead: t.field({
    type: MarkReadPayload,
    description: describe('Marks everything up to a number as read, and so as received.', ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT']),
    args: { input: t.arg({ type: MarkReadInput, required: true, description: 'How far.' }) },
    resolve: (_root, { input }, context) => markRead(context.deps, requireViewer(context), input),
  }),
  markMessageRead: t.field({
    type: MarkMessageReadPayload,
    description: describe('Marks everything up to a message as read.', ['NOT_FOUND', 'FORBIDDEN', 'CONFLICT']),
    args: { input: t.arg({ type: MarkMessageReadInput, required: true, description: 'The message.' }) },
    resolve: (_root, { input }, context) => markMessageRead(context.deps, requireViewer(context), input.messageId),
  }),
}));

function markInput(name: string, description: string) {
  return builder.inputType(name, {
    description,
    fields: (t) => ({
      conversationId: t.id({ required: true, description: 'The conversation.' }),
      seq: t.int({
        required: true,
        description: 'Up to which number. Past the end of the log it is taken as its end; below the present mark it changes nothing.',
      }),
    }),
  });
}

function readPayload(name: string) {
  return builder.objectRef<MarkResult>(name).implement({
    description: 'The viewer’s marks, and what is left to read.',
    fields: (t) => ({
      receipt: t.field({ type: ReceiptRef, description: 'The marks as they are now.', resolve: (result) => result.receipt }),
      seq: t.exposeInt('seq', { description: 'Number of the event, or of the conversation’s newest event when nothing moved.' }),
      unreadCount: t.exposeInt('unreadCount', { description: 'Messages that the viewer may see and has not read.' }),
    }),
  });
}
