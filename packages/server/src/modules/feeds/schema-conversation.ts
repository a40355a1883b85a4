import { builder } from '../../graphql/builder.js';
import type {
  ColleagueGoneItem,
  ConversationFeedItem,
  ConversationResumedItem,
  ConversationSnapshotItem,
  DurableItem,
  FeedHeadItem,
  Place,
  PresenceChangedItem,
  TypingStoppedItem,
} from '../../log/feed-item.js';
import { ConversationRef, ParticipantRef } from '../conversations/index.js';
import { TagRef } from '../desk/index.js';
import { MessageConnection, messageConnection, MessageRef } from '../messages/index.js';
import { ColleagueActiveRef, PresenceRef, TypingStartedRef } from '../presence/index.js';
import { QueuePositionRef, SupportCaseRef } from '../queues/index.js';
import { ReceiptRef } from '../receipts/index.js';
import type { ConversationEventPage } from './conversation-feed.js';

type Item<Type extends DurableItem['type']> = Extract<DurableItem, { readonly type: Type }>;

/** Why a feed begins with a snapshot. */
export const SnapshotReasonEnum = builder.enumType('SnapshotReason', {
  description: 'Why a feed begins with a snapshot: replace what is known by it.',
  values: {
    FIRST: { description: 'No position was given.' },
    EPOCH_CHANGED: { description: 'The position belongs to another database, as after a restore.' },
    AHEAD_OF_LOG: { description: 'The position lies behind the end of the log, as after a restore.' },
    TOO_FAR_BEHIND: { description: 'More than 1,000 changes lie after the position.' },
  } as const,
});

const ConversationEvent = builder.interfaceRef<Place>('ConversationEvent').implement({
  description: 'A durable event of a conversation. Events are numbered without a hole; a viewer gets those of their audiences.',
  fields: (t) => ({
    seq: t.exposeInt('seq', { description: 'Its number in the conversation.' }),
    prevSeq: t.exposeInt('prevSeq', {
      description: 'The `seq` of the event before it that this audience got, 0 if there was none. Greater than the last one you have: an event is missing.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
  }),
});

const MessageSent = builder.objectRef<Item<'MessageSent'>>('MessageSent').implement({
  description: 'A message was sent. If it is for everyone, its sender’s delivered and read marks move to `seq` too.',
  interfaces: [ConversationEvent],
  fields: (t) => ({ message: t.expose('message', { type: MessageRef, description: 'The message, as it is now.' }) }),
});

const MessageEdited = builder.objectRef<Item<'MessageEdited'>>('MessageEdited').implement({
  description: 'A message’s text changed.',
  interfaces: [ConversationEvent],
  fields: (t) => ({ message: t.expose('message', { type: MessageRef, description: 'The message, as it is now.' }) }),
});

const MessageDeleted = builder.objectRef<Item<'MessageDeleted'>>('MessageDeleted').implement({
  description: 'A message was deleted; it stays as a tombstone.',
  interfaces: [ConversationEvent],
  fields: (t) => ({ message: t.expose('message', { type: MessageRef, description: 'The tombstone.' }) }),
});

const ReactionAdded = builder.objectRef<Item<'ReactionAdded'>>('ReactionAdded').implement({
  description: 'Somebody reacted to a message.',
  interfaces: [ConversationEvent],
  fields: (t) => ({
    messageId: t.exposeID('messageId', { description: 'The message.' }),
    emoji: t.exposeString('emoji', { description: 'The emoji.' }),
    userId: t.exposeID('userId', { description: 'Who reacted.' }),
  }),
});

const ReactionRemoved = builder.objectRef<Item<'ReactionRemoved'>>('ReactionRemoved').implement({
  description: 'Somebody took a reaction back.',
  interfaces: [ConversationEvent],
  fields: (t) => ({
    messageId: t.exposeID('messageId', { description: 'The message.' }),
    emoji: t.exposeString('emoji', { description: 'The emoji.' }),
    userId: t.exposeID('userId', { description: 'Whose reaction it was.' }),
  }),
});

const ReceiptAdvanced = builder.objectRef<Item<'ReceiptAdvanced'>>('ReceiptAdvanced').implement({
  description: 'A participant got or read more. Marks never go back.',
  interfaces: [ConversationEvent],
  fields: (t) => ({ receipt: t.expose('receipt', { type: ReceiptRef, description: 'How far they are.' }) }),
});

const ParticipantJoined = builder.objectRef<Item<'ParticipantJoined'>>('ParticipantJoined').implement({
  description: 'Somebody came into the conversation.',
  interfaces: [ConversationEvent],
  fields: (t) => ({ participant: t.expose('participant', { type: ParticipantRef, description: 'Who.' }) }),
});

const ParticipantLeft = builder.objectRef<Item<'ParticipantLeft'>>('ParticipantLeft').implement({
  description: 'Somebody left the conversation or was removed.',
  interfaces: [ConversationEvent],
  fields: (t) => ({ participant: t.expose('participant', { type: ParticipantRef, description: 'Who.' }) }),
});

const ConversationUpdated = builder.objectRef<Item<'ConversationUpdated'>>('ConversationUpdated').implement({
  description: 'The conversation’s title, gate or booking changed.',
  interfaces: [ConversationEvent],
  fields: (t) => ({
    conversation: t.field({
      type: ConversationRef,
      description: 'The conversation as it is now; its `viewer` is null, for the event is the same for all.',
      resolve: (item) => item.conversation,
    }),
  }),
});

const TagsChanged = builder.objectRef<Item<'TagsChanged'>>('TagsChanged').implement({
  description: 'Staff put a tag on the conversation or took one off. Only staff get it.',
  interfaces: [ConversationEvent],
  fields: (t) => ({ tags: t.field({ type: [TagRef], description: 'All its tags now, by name.', resolve: (item) => [...item.tags] }) }),
});

const CaseUpdated = builder.objectRef<Item<'CaseUpdated'>>('CaseUpdated').implement({
  description: 'The support case of the conversation changed. Its customer gets it only where they see a difference.',
  interfaces: [ConversationEvent],
  fields: (t) => ({ case: t.expose('case', { type: SupportCaseRef, description: 'The case as it is now.' }) }),
});

const TypingStopped = builder.objectRef<TypingStoppedItem>('TypingStopped').implement({
  description: 'A person no longer writes. Ephemeral.',
  fields: (t) => ({ userId: t.exposeID('userId', { description: 'The id of the user.' }) }),
});

const ColleagueGone = builder.objectRef<ColleagueGoneItem>('ColleagueGone').implement({
  description: 'Somebody of the staff looks at the conversation no more. Only staff get it. Ephemeral.',
  fields: (t) => ({ userId: t.exposeID('userId', { description: 'The id of the user.' }) }),
});

/** Somebody came or went. */
export const PresenceChanged = builder.objectRef<PresenceChangedItem>('PresenceChanged').implement({
  description: 'A person came or went. Ephemeral: it has no `seq`, is never replayed and may be lost.',
  fields: (t) => ({ presence: t.expose('presence', { type: PresenceRef, description: 'Their presence now.' }) }),
});

const FeedHead = builder.objectRef<FeedHeadItem>('FeedHead').implement({
  description: 'Comes at least every 15 seconds while nothing else does, and proves that silence is silence.',
  fields: (t) => ({
    seq: t.exposeInt('seq', {
      description: 'The newest `seq` that this audience was sent. Greater than the last one you have: an event is missing.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was sent.' }),
  }),
});

const ConversationSnapshot = builder.objectRef<ConversationSnapshotItem>('ConversationSnapshot').implement({
  description: 'The state of a conversation and its position, read together. Everything after `seq` follows.',
  fields: (t) => ({
    epoch: t.exposeString('epoch', { description: 'Names the history of the database; part of a position.' }),
    seq: t.exposeInt('seq', { description: 'The position: events up to this one are in the snapshot.' }),
    reason: t.expose('reason', { type: SnapshotReasonEnum, description: 'Why the feed begins with a snapshot.' }),
    conversation: t.expose('conversation', { type: ConversationRef, description: 'The conversation, with `viewer` filled.' }),
    supportCase: t.field({
      type: SupportCaseRef,
      nullable: true,
      description: 'The support case that it belongs to; null for other kinds.',
      resolve: (item) => item.supportCase,
    }),
    messages: t.field({
      type: MessageConnection,
      description: 'The newest messages, as many as asked for.',
      resolve: ({ messages }) =>
        messageConnection({ messages: messages.items, hasNextPage: messages.hasMoreAfter, hasPreviousPage: messages.hasMoreBefore }),
    }),
    receipts: t.field({ type: [ReceiptRef], description: 'How far each participant is.', resolve: (item) => [...item.receipts] }),
    tags: t.field({ type: [TagRef], description: 'Its tags, by name; empty for all but staff.', resolve: (item) => [...item.tags] }),
    presences: t.field({ type: [PresenceRef], description: 'Who of the participants is there.', resolve: (item) => [...item.presences] }),
    typing: t.field({ type: [TypingStartedRef], description: 'Who writes at the moment.', resolve: (item) => [...item.typing] }),
    colleagues: t.field({ type: [ColleagueActiveRef], description: 'Who of the staff looks at it or writes; empty for all but staff.', resolve: (item) => [...item.colleagues] }),
  }),
});

const ConversationResumed = builder.objectRef<ConversationResumedItem>('ConversationResumed').implement({
  description: 'The feed goes on where it was left: what happened since follows, nothing is missing and nothing comes twice.',
  fields: (t) => ({
    epoch: t.exposeString('epoch', { description: 'Names the history of the database; part of a position.' }),
    seq: t.exposeInt('seq', { description: 'The position from which it goes on.' }),
    head: t.exposeInt('head', { description: 'Events up to this one follow as replay, the later ones live.' }),
    presences: t.field({ type: [PresenceRef], description: 'Who of the participants is there.', resolve: (item) => [...item.presences] }),
    typing: t.field({ type: [TypingStartedRef], description: 'Who writes at the moment.', resolve: (item) => [...item.typing] }),
    colleagues: t.field({ type: [ColleagueActiveRef], description: 'Who of the staff looks at it or writes; empty for all but staff.', resolve: (item) => [...item.colleagues] }),
  }),
});

/** Anything that a conversation's feed sends. */
export const ConversationFeedItemUnion = builder.unionType('ConversationFeedItem', {
  description: 'What the feed of a conversation sends: first a snapshot or a resumption, then events.',
  types: [
    ConversationSnapshot,
    ConversationResumed,
    MessageSent,
    MessageEdited,
    MessageDeleted,
    ReactionAdded,
    ReactionRemoved,
    ReceiptAdvanced,
    ParticipantJoined,
    ParticipantLeft,
    ConversationUpdated,
    TagsChanged,
    CaseUpdated,
    QueuePositionRef,
    TypingStartedRef,
    TypingStopped,
    ColleagueActiveRef,
    ColleagueGone,
    PresenceChanged,
    FeedHead,
  ],
  resolveType: (item: ConversationFeedItem) => item.type,
});

/** A page of the polling twin. */
export const ConversationEventPageRef = builder.objectRef<ConversationEventPage>('ConversationEventPage').implement({
  description: 'What the feed of a conversation would have sent after a position.',
  fields: (t) => ({
    items: t.field({
      type: [ConversationFeedItemUnion],
      description: 'Durable events in order; or a single snapshot where the position could not be resumed.',
      resolve: (page) => [...page.items],
    }),
    epoch: t.exposeString('epoch', { description: 'Names the history of the database; part of a position.' }),
    seq: t.exposeInt('seq', { description: 'Where to go on: pass it as `after.seq`.' }),
    hasMore: t.exposeBoolean('hasMore', { description: 'Whether more is there already.' }),
  }),
});
