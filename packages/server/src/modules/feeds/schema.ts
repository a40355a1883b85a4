import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import type { ConversationFeedItem } from '../../log/feed-item.js';
import { conversationEvents, openConversationFeed } from './conversation-feed.js';
import { inboxEvents, openInboxFeed } from './inbox.js';
import type { InboxFeedItem } from './inbox-item.js';
import './schema-agents.js';
import './schema-queues.js';
import './schema-unattended.js';
import './schema-visits.js';
import { ConversationEventPageRef, ConversationFeedItemUnion } from './schema-conversation.js';
import { InboxEventPageRef, InboxFeedItemUnion } from './schema-inbox.js';

const FeedPositionInput = builder.inputType('FeedPosition', {
  description: 'Where a client stands in a conversation: the `epoch` of the feed’s first item and the `seq` of the last event it has.',
  fields: (t) => ({
    epoch: t.string({ required: true, description: 'Of the snapshot or resumption.' }),
    seq: t.int({ required: true, description: 'Of the last durable event, or of the snapshot.' }),
  }),
});

const InboxPositionInput = builder.inputType('InboxPosition', {
  description: 'Where a client stands with its inbox.',
  fields: (t) => ({
    epoch: t.string({ required: true, description: 'Of the snapshot or resumption.' }),
    position: t.string({ required: true, description: 'Of the last snapshot or head.' }),
  }),
});

builder.subscriptionType({
  description:
    'Feeds: the first item is state and position, read together, and everything that happens afterwards follows. Each can also fail, at once or ' +
    'later, with UNAUTHENTICATED, TOKEN_EXPIRED, SITE_INACTIVE, INVALID_INPUT, RATE_LIMITED, LIMIT_EXCEEDED, UNAVAILABLE or INTERNAL.',
});

builder.subscriptionFields((t) => ({
  conversationFeed: t.field({
    type: ConversationFeedItemUnion,
    description: describe(
      'Follows a conversation. Without `after` it begins with a snapshot; with it, with what was missed, however long ago that was.',
      ['NOT_FOUND', 'RESYNC_REQUIRED', 'ACCESS_REVOKED'],
    ),
    args: {
      conversationId: t.arg.id({ required: true, description: 'The conversation.' }),
      after: t.arg({ type: FeedPositionInput, description: 'Where the client stands; none for a first time.' }),
      last: t.arg.int({ defaultValue: 50, description: 'Messages in a snapshot, 1 to 100.' }),
    },
    subscribe: (_root, args, context) => openConversationFeed(context.deps, requireViewer(context), args),
    resolve: (item: ConversationFeedItem) => item,
  }),
  inboxFeed: t.field({
    type: InboxFeedItemUnion,
    description: describe(
      'Follows the viewer’s inbox: all conversations with their unread counts, who is there, and notices.',
      ['RESYNC_REQUIRED', 'ACCESS_REVOKED'],
    ),
    args: {
      after: t.arg({ type: InboxPositionInput, description: 'Where the client stands; none for a first time.' }),
      first: t.arg.int({ defaultValue: 50, description: 'Conversations in a snapshot, 1 to 100.' }),
    },
    subscribe: (_root, args, context) => openInboxFeed(context.deps, requireViewer(context), args),
    resolve: (item: InboxFeedItem) => item,
  }),
}));

builder.queryFields((t) => ({
  conversationEvents: t.field({
    type: ConversationEventPageRef,
    description: describe(
      'The polling twin of `conversationFeed`, for networks on which neither WebSocket nor server-sent events pass: the same items, by asking.',
      ['NOT_FOUND'],
    ),
    args: {
      conversationId: t.arg.id({ required: true, description: 'The conversation.' }),
      after: t.arg({ type: FeedPositionInput, description: 'Where the client stands; none for a first time.' }),
      first: t.arg.int({ defaultValue: 100, description: 'Events on a page, 1 to 100.' }),
    },
    resolve: (_root, args, context) => conversationEvents(context.deps, requireViewer(context), args),
  }),
  inboxEvents: t.field({
    type: InboxEventPageRef,
    description: describe('The polling twin of `inboxFeed`: the same items, by asking.', []),
    args: { after: t.arg({ type: InboxPositionInput, description: 'Where the client stands; none for a first time.' }) },
    resolve: (_root, args, context) => inboxEvents(context.deps, requireViewer(context), args),
  }),
}));
