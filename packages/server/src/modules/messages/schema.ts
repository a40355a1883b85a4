import './schema-search.js';
import './schema-writes.js';
import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { registerNode } from '../../graphql/node.js';
import { isChatError } from '../../kernel/errors.js';
import type { Deps } from '../../deps.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { MessageView } from '../../kernel/views.js';
import { readVersions } from './edit.js';
import { readMessage, readMessages, readThread } from './list.js';
import { MessageConnection, messageConnection, MessageRef, MessageVersionRef } from './schema-types.js';

builder.queryFields((t) => ({
  message: t.field({
    type: MessageRef,
    nullable: true,
    description: describe('A message by its id; null when there is none that the viewer may see.', []),
    args: { id: t.arg.id({ required: true, description: 'The id of the message.' }) },
    resolve: (_root, args, context) => findMessage(context.deps, requireViewer(context), args.id),
  }),
  messages: t.field({
    type: MessageConnection,
    description: describe(
      'Messages of a conversation that the viewer may see: the last 50, or what the arguments say. Always ascending by seq.',
      ['NOT_FOUND'],
    ),
    args: {
      conversationId: t.arg.id({ required: true, description: 'The conversation.' }),
      first: t.arg.int({ description: 'How many from the beginning or behind `after`, 1 to 100. With `around`: how many from it on.' }),
      after: t.arg.string({ description: 'Cursor (a seq) behind which the page lies.' }),
      last: t.arg.int({ description: 'How many from the end or before `before`, 1 to 100. With `around`: how many before it.' }),
      before: t.arg.string({ description: 'Cursor (a seq) before which the page lies.' }),
      around: t.arg.int({ description: 'A seq in whose middle the page lies, with 25 on both sides unless `first` and `last` say otherwise.' }),
    },
    resolve: async (_root, args, context) => messageConnection(await readMessages(context.deps, requireViewer(context), args)),
  }),
  thread: t.field({
    type: MessageConnection,
    description: describe('The replies in a message’s thread, the message itself not among them: the last 50, or what the arguments say.', [
      'NOT_FOUND',
    ]),
    args: {
      messageId: t.arg.id({ required: true, description: 'The message that opened the thread, or any reply in it.' }),
      first: t.arg.int({ description: 'How many from the beginning or behind `after`, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor (a seq) behind which the page lies.' }),
      last: t.arg.int({ description: 'How many from the end or before `before`, 1 to 100.' }),
      before: t.arg.string({ description: 'Cursor (a seq) before which the page lies.' }),
    },
    resolve: async (_root, args, context) => messageConnection(await readThread(context.deps, requireViewer(context), args)),
  }),
  messageVersions: t.field({
    type: [MessageVersionRef],
    description: describe('All texts that a message has had, the original first; none of a deleted message.', ['NOT_FOUND']),
    args: { messageId: t.arg.id({ required: true, description: 'The message.' }) },
    resolve: async (_root, args, context) => [...(await readVersions(context.deps, requireViewer(context), args.messageId))],
  }),
}));

registerNode('Message', (context, id) => findMessage(context.deps, requireViewer(context), id));

async function findMessage(deps: Deps, viewer: Viewer, id: string): Promise<MessageView | null> {
  try {
    return await readMessage(deps, viewer, id);
  } catch (error) {
    if (isChatError(error, 'NOT_FOUND')) return null;
    throw error;
  }
}
