import { builder } from '../../graphql/builder.js';
import { BroadcastRef } from '../broadcasts/index.js';
import { ConversationRef, UnreadTotalsRef } from '../conversations/index.js';
import { NoticeRef } from '../notices/index.js';
import { PresenceRef } from '../presence/index.js';
import type {
  BroadcastsListedItem,
  BroadcastsReadItem,
  InboxEntryChangedItem,
  InboxEntryRemovedItem,
  InboxEntryView,
  InboxFeedItem,
  InboxHeadItem,
  InboxResumedItem,
  InboxSnapshotItem,
  NoticePostedItem,
} from './inbox-item.js';
import type { InboxEventPage } from './inbox.js';
import { PresenceChanged, SnapshotReasonEnum } from './schema-conversation.js';

const InboxEntry = builder.objectRef<InboxEntryView>('InboxEntry').implement({
  description: 'A conversation in the viewer’s list.',
  fields: (t) => ({
    conversation: t.field({ type: ConversationRef, description: 'The conversation, with `viewer` filled.', resolve: (entry) => entry.conversation }),
  }),
});

const InboxSnapshot = builder.objectRef<InboxSnapshotItem>('InboxSnapshot').implement({
  description: 'The viewer’s list and its position, read together.',
  fields: (t) => ({
    epoch: t.exposeString('epoch', { description: 'Names the history of the database; part of a position.' }),
    position: t.exposeString('position', { description: 'Opaque: pass it as `after.position` to go on from here.' }),
    reason: t.field({ type: SnapshotReasonEnum, description: 'Why the feed begins with a snapshot.', resolve: (item) => item.reason }),
    entries: t.field({ type: [InboxEntry], description: 'Newest activity first, as many as asked for.', resolve: (item) => [...item.entries] }),
    hasMore: t.exposeBoolean('hasMore', { description: 'Whether there are older conversations: `conversations` has them.' }),
    unread: t.field({ type: UnreadTotalsRef, description: 'Unread over all of them.', resolve: (item) => item.unread }),
    presences: t.field({ type: [PresenceRef], description: 'Who of the people in them is there.', resolve: (item) => [...item.presences] }),
    notices: t.field({ type: [NoticeRef], description: 'The newest twenty, newest first.', resolve: (item) => [...item.notices] }),
    broadcasts: t.field({ type: [BroadcastRef], description: 'All that are shown to the viewer, newest first.', resolve: (item) => [...item.broadcasts] }),
    broadcastReadSeq: t.exposeInt('broadcastReadSeq', { description: 'The viewer has read the broadcasts up to this `seq`; those above it are unread.' }),
  }),
});

const InboxResumed = builder.objectRef<InboxResumedItem>('InboxResumed').implement({
  description: 'The feed goes on where it was left: whatever changed since follows.',
  fields: (t) => ({
    epoch: t.exposeString('epoch', { description: 'Names the history of the database; part of a position.' }),
    position: t.exposeString('position', { description: 'The position from which it goes on. It moves with `InboxHead`.' }),
    unread: t.field({ type: UnreadTotalsRef, description: 'Unread over all conversations.', resolve: (item) => item.unread }),
    presences: t.field({ type: [PresenceRef], description: 'Who of the people in them is there.', resolve: (item) => [...item.presences] }),
  }),
});

const InboxEntryChanged = builder.objectRef<InboxEntryChangedItem>('InboxEntryChanged').implement({
  description: 'A conversation’s new state in the list. Replace the one you have; the list is ordered by `lastActivityAt`.',
  fields: (t) => ({
    entry: t.field({ type: InboxEntry, description: 'The entry.', resolve: (item) => item.entry }),
    unread: t.field({ type: UnreadTotalsRef, description: 'Unread over all conversations.', resolve: (item) => item.unread }),
  }),
});

const InboxEntryRemoved = builder.objectRef<InboxEntryRemovedItem>('InboxEntryRemoved').implement({
  description: 'A conversation is no longer in the viewer’s list.',
  fields: (t) => ({
    conversationId: t.exposeID('conversationId', { description: 'The conversation.' }),
    unread: t.field({ type: UnreadTotalsRef, description: 'Unread over all conversations.', resolve: (item) => item.unread }),
  }),
});

const NoticePosted = builder.objectRef<NoticePostedItem>('NoticePosted').implement({
  description: 'A notice was written for the viewer.',
  fields: (t) => ({ notice: t.field({ type: NoticeRef, description: 'The notice.', resolve: (item) => item.notice }) }),
});

const BroadcastPosted = builder.objectRef<Extract<InboxFeedItem, { type: 'BroadcastPosted' }>>('BroadcastPosted').implement({
  description: 'A broadcast for the viewer was published.',
  fields: (t) => ({ broadcast: t.field({ type: BroadcastRef, description: 'The broadcast.', resolve: (item) => item.broadcast }) }),
});

const BroadcastRemoved = builder.objectRef<Extract<InboxFeedItem, { type: 'BroadcastRemoved' }>>('BroadcastRemoved').implement({
  description: 'A broadcast was revoked or has expired: it is no longer shown.',
  fields: (t) => ({ broadcastId: t.exposeID('broadcastId', { description: 'The broadcast.' }) }),
});

const BroadcastsListed = builder.objectRef<BroadcastsListedItem>('BroadcastsListed').implement({
  description: 'All broadcasts that are shown to the viewer: replace those you have. Comes where some may have been missed, and where others became meant for the viewer.',
  fields: (t) => ({
    broadcasts: t.field({ type: [BroadcastRef], description: 'Newest first.', resolve: (item) => [...item.broadcasts] }),
    readSeq: t.exposeInt('readSeq', { description: 'The viewer has read up to this `seq`.' }),
  }),
});

const BroadcastsRead = builder.objectRef<BroadcastsReadItem>('BroadcastsRead').implement({
  description: 'The viewer has read broadcasts, perhaps on another device.',
  fields: (t) => ({ readSeq: t.exposeInt('readSeq', { description: 'The viewer has read up to this `seq`.' }) }),
});

const InboxHead = builder.objectRef<InboxHeadItem>('InboxHead').implement({
  description: 'Everything up to `position` was sent. Comes at least every 15 seconds.',
  fields: (t) => ({
    position: t.exposeString('position', { description: 'Opaque: pass it as `after.position` to go on from here.' }),
    at: t.field({ type: 'DateTime', description: 'When it was sent.', resolve: (item) => item.at }),
  }),
});

/** Anything that an inbox feed sends. */
export const InboxFeedItemUnion = builder.unionType('InboxFeedItem', {
  description: 'What the feed of an inbox sends: first a snapshot or a resumption, then states.',
  types: [InboxSnapshot, InboxResumed, InboxEntryChanged, InboxEntryRemoved, NoticePosted, BroadcastsListed, BroadcastPosted, BroadcastRemoved, BroadcastsRead, PresenceChanged, InboxHead],
  resolveType: (item: InboxFeedItem) => item.type,
});

/** A page of the polling twin. */
export const InboxEventPageRef = builder.objectRef<InboxEventPage>('InboxEventPage').implement({
  description: 'What changed in the viewer’s inbox since a position.',
  fields: (t) => ({
    items: t.field({
      type: [InboxFeedItemUnion],
      description: 'Changed entries and new notices; or a single snapshot where the position could not be resumed.',
      resolve: (page) => [...page.items],
    }),
    epoch: t.exposeString('epoch', { description: 'Names the history of the database; part of a position.' }),
    position: t.exposeString('position', { description: 'Where to go on: pass it as `after.position`.' }),
  }),
});
