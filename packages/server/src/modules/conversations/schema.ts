import './schema-mutations.js';
import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { encodeCursor, forwardPage, parseCursor } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { ConversationKindEnum } from '../../graphql/enums.js';
import { registerNode } from '../../graphql/node.js';
import { type ConversationPage, findConversation, listAllConversations, listMyConversations, unreadTotals } from './read.js';
import { ConversationConnection, ConversationRef, UnreadTotalsRef } from './schema-types.js';

builder.queryFields((t) => ({
  conversation: t.field({
    type: ConversationRef,
    nullable: true,
    description: describe('A conversation by id; null when there is none that the viewer may see.', []),
    args: { id: t.arg.id({ required: true, description: 'The id of the conversation.' }) },
    resolve: (_root, args, context) => findConversation(context.deps, requireViewer(context), args.id),
  }),
  conversations: t.field({
    type: ConversationConnection,
    description: describe('The viewer’s own conversations, newest activity first.', []),
    args: {
      first: t.arg.int({ defaultValue: 10, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
      kind: t.arg({ type: ConversationKindEnum, description: 'Only conversations of this kind.' }),
    },
    resolve: async (_root, args, context) => {
      const after = parseCursor('list conversations', args.after);
      return pageOf(await listMyConversations(context.deps, requireViewer(context), { ...args, first: args.first ?? 10, after }), after === null);
    },
  }),
  allConversations: t.field({
    type: ConversationConnection,
    description: describe('All conversations of the site, newest activity first. For admins and back-ends.', ['FORBIDDEN']),
    args: {
      first: t.arg.int({ defaultValue: 10, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
      kind: t.arg({ type: ConversationKindEnum, description: 'Only conversations of this kind.' }),
      userId: t.arg.id({ description: 'Only conversations in which this user takes part.' }),
    },
    resolve: async (_root, args, context) => {
      const after = parseCursor('list conversations', args.after);
      return pageOf(await listAllConversations(context.deps, requireViewer(context), { ...args, first: args.first ?? 10, after }), after === null);
    },
  }),
  unread: t.field({
    type: UnreadTotalsRef,
    description: describe('Unread messages over all of the viewer’s conversations that are not muted.', []),
    resolve: (_root, _args, context) => unreadTotals(context.deps, requireViewer(context)),
  }),
}));

registerNode('Conversation', (context, id) => findConversation(context.deps, requireViewer(context), id));

function pageOf(page: ConversationPage, isFirst: boolean) {
  return forwardPage(page.conversations, {
    hasMore: page.hasMore,
    isFirst,
    cursorOf: (view) => encodeCursor({ at: new Date(view.lastActivityAt), id: view.id }),
  });
}
