import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { encodeCursor, forwardPage, parseCursor } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { ConversationKindEnum } from '../../graphql/enums.js';
import type { UnattendedView } from '../../kernel/views.js';
import { MessagePreviewRef } from '../conversations/index.js';
import { PersonRef } from '../identity/index.js';
import {
  listUnattended,
  openUnattendedFeed,
  type UnattendedChangedItem,
  type UnattendedFeedItem,
  type UnattendedReadItem,
  type UnattendedRemovedItem,
  type UnattendedSnapshotItem,
} from './unattended-feed.js';

const UnattendedConversation = builder.objectRef<UnattendedView>('UnattendedConversation').implement({
  description:
    'A conversation in which a visitor waits for staff: no agent or admin takes part, and its newest text is a client’s or guest’s. Those between a client ' +
    'and a provider are none; those of a guest are, until somebody answers. `joinConversation` takes it on.',
  fields: (t) => ({
    conversationId: t.exposeID('conversationId', { description: 'The id of the conversation.' }),
    kind: t.field({ type: ConversationKindEnum, description: 'What it is about.', resolve: (conversation) => conversation.kind }),
    title: t.exposeString('title', { description: 'Its title; empty for a direct conversation.' }),
    visitor: t.field({ type: PersonRef, description: 'Who waits.', resolve: (conversation) => conversation.visitor }),
    lastMessage: t.field({ type: MessagePreviewRef, description: 'What they said last.', resolve: (conversation) => conversation.lastMessage }),
  }),
});

const UnattendedConversationConnection = builder.connectionObject(
  { type: UnattendedConversation, name: 'UnattendedConversationConnection', description: 'A page of conversations in which a visitor waits for staff.' },
  { name: 'UnattendedConversationEdge', description: 'A conversation in which a visitor waits for staff, on a page.' },
);

const UnattendedSnapshot = builder.objectRef<UnattendedSnapshotItem>('UnattendedSnapshot').implement({
  description: 'All conversations in which a visitor waits at the moment in which the feed begins; the newest 1,000 at most.',
  fields: (t) => ({ conversations: t.field({ type: [UnattendedConversation], description: 'The conversations.', resolve: (item) => [...item.conversations] }) }),
});

const UnattendedChanged = builder.objectRef<UnattendedChangedItem>('UnattendedChanged').implement({
  description: 'A visitor waits, or said something more: replace what you have of the conversation. Twice a second at most for each.',
  fields: (t) => ({ conversation: t.field({ type: UnattendedConversation, description: 'The conversation.', resolve: (item) => item.conversation }) }),
});

const UnattendedRemoved = builder.objectRef<UnattendedRemovedItem>('UnattendedRemoved').implement({
  description: 'Nobody waits there any more: staff came, or somebody answered, or the visitor took back what they said.',
  fields: (t) => ({ conversationId: t.exposeID('conversationId', { description: 'The id of the conversation.' }) }),
});

const UnattendedRead = builder.objectRef<UnattendedReadItem>('UnattendedRead').implement({
  description: 'All changes up to `at` were sent. Comes every 15 seconds.',
  fields: (t) => ({ at: t.field({ type: 'DateTime', description: 'When the conversations were read.', resolve: (item) => item.at }) }),
});

const UnattendedFeedItemUnion = builder.unionType('UnattendedFeedItem', {
  description: 'What the feed of unattended conversations sends: first a snapshot, then states.',
  types: [UnattendedSnapshot, UnattendedChanged, UnattendedRemoved, UnattendedRead],
  resolveType: (item: UnattendedFeedItem) => item.type,
});

builder.queryField('unattendedConversations', (t) =>
  t.field({
    type: UnattendedConversationConnection,
    description: describe(
      'Conversations in which a visitor waits for staff, newest activity first, for staff. A page looks at 2,000 unattended conversations at most.',
      ['FORBIDDEN'],
    ),
    args: {
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, args, context) => {
      const after = parseCursor('list unattended conversations', args.after);
      const { rows, hasMore } = await listUnattended(context.deps, requireViewer(context), { first: args.first ?? 20, after });
      const places = new Map(rows.map((row) => [row.view, encodeCursor(row)]));
      return forwardPage([...places.keys()], { hasMore, isFirst: after === null, cursorOf: (view) => places.get(view) ?? '' });
    },
  }),
);

builder.subscriptionField('unattendedFeed', (t) =>
  t.field({
    type: UnattendedFeedItemUnion,
    description: describe(
      'Follows the conversations in which a visitor waits for staff, for staff. It has no position: each begins with a snapshot. Its polling twin is `unattendedConversations`.',
      ['FORBIDDEN', 'RESYNC_REQUIRED', 'ACCESS_REVOKED'],
    ),
    subscribe: (_root, _args, context) => openUnattendedFeed(context.deps, requireViewer(context)),
    resolve: (item: UnattendedFeedItem) => item,
  }),
);
