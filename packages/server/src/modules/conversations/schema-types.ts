import { builder, nodeInterface } from '../../graphql/builder.js';
import {
  BookingStatusEnum,
  ConversationKindEnum,
  MessageKindEnum,
  ParticipantRoleEnum,
  SendGateStateEnum,
} from '../../graphql/enums.js';
import type {
  BookingContextView,
  ConversationView,
  ConversationViewerView,
  MessagePreviewView,
  ParticipantView,
  SendGateView,
  UnreadTotalsView,
} from '../../kernel/views.js';
import { PersonRef } from '../identity/index.js';

/** Whether a conversation takes messages. */
export const SendGateRef = builder.objectRef<SendGateView>('SendGate').implement({
  description: 'Whether a conversation takes messages, and until when.',
  fields: (t) => ({
    state: t.field({ type: SendGateStateEnum, description: 'What participants may do.', resolve: (gate) => gate.state }),
    openUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'From this moment on, an open gate counts as READ_ONLY; null for no end.',
      resolve: (gate) => gate.openUntil,
    }),
  }),
});

/** The booking around a conversation. */
export const BookingContextRef = builder.objectRef<BookingContextView>('BookingContext').implement({
  description: 'The booking that a conversation belongs to, as it was last synchronised.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the booking.' }),
    externalId: t.exposeString('externalId', { description: 'The host’s own id of the booking.' }),
    title: t.exposeString('title', { description: 'What was booked.' }),
    status: t.field({ type: BookingStatusEnum, description: 'Where the booking stands.', resolve: (booking) => booking.status }),
    startsAt: t.field({ type: 'DateTime', nullable: true, description: 'When it begins.', resolve: (booking) => booking.startsAt }),
    endsAt: t.field({ type: 'DateTime', nullable: true, description: 'When it ends.', resolve: (booking) => booking.endsAt }),
    metadata: t.field({ type: 'JSON', description: 'Further facts of the host.', resolve: (booking) => booking.metadata }),
  }),
});

/** The newest message, short. */
export const MessagePreviewRef = builder.objectRef<MessagePreviewView>('MessagePreview').implement({
  description: 'The newest message that the viewer’s audience may see, cut to 120 characters.',
  fields: (t) => ({
    seq: t.exposeInt('seq', { description: 'Its number in the conversation.' }),
    text: t.exposeString('text', { description: 'Its text, cut short; empty once deleted.' }),
    sender: t.exposeID('sender', { description: 'The id of the user who sent it.' }),
    kind: t.field({ type: MessageKindEnum, description: 'What its content is.', resolve: (preview) => preview.kind }),
    sentAt: t.field({ type: 'DateTime', description: 'When it was sent.', resolve: (preview) => preview.sentAt }),
  }),
});

/** Somebody in a conversation. */
export const ParticipantRef = builder.objectRef<ParticipantView>('Participant').implement({
  description: 'Somebody in a conversation.',
  fields: (t) => ({
    user: t.field({ type: PersonRef, description: 'Who it is.', resolve: (participant) => participant.user }),
    role: t.field({ type: ParticipantRoleEnum, description: 'What they are in this conversation.', resolve: (participant) => participant.role }),
    flowRole: t.exposeString('flowRole', {
      nullable: true,
      description: 'What the host calls their part, such as `influencer`; null without a name. A label: `role` decides what they see.',
    }),
    joinedAt: t.field({ type: 'DateTime', description: 'When they joined, the last time.', resolve: (participant) => participant.joinedAt }),
    leftAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When they left; null while they take part.',
      resolve: (participant) => participant.leftAt,
    }),
  }),
});

/** The viewer's own place in a conversation. */
export const ConversationViewerRef = builder.objectRef<ConversationViewerView>('ConversationViewer').implement({
  description: 'The viewer’s own place in a conversation.',
  fields: (t) => ({
    role: t.field({ type: ParticipantRoleEnum, description: 'What the viewer is in it.', resolve: (place) => place.role }),
    unreadCount: t.exposeInt('unreadCount', { description: 'Messages that the viewer may see and has not read.' }),
    isMuted: t.exposeBoolean('isMuted', { description: 'True when the viewer muted it: it does not count in the totals.' }),
    readSeq: t.exposeInt('readSeq', { description: 'Number up to which the viewer has read.' }),
    deliveredSeq: t.exposeInt('deliveredSeq', { description: 'Number up to which the viewer’s devices have received.' }),
    canSend: t.exposeBoolean('canSend', { description: 'Whether the viewer may send a message now.' }),
  }),
});

/** A conversation as one audience sees it. */
export const ConversationRef = builder.objectRef<ConversationView>('Conversation').implement({
  description: 'A conversation of a booking or between two people.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the conversation.' }),
    kind: t.field({ type: ConversationKindEnum, description: 'What it is about.', resolve: (conversation) => conversation.kind }),
    title: t.exposeString('title', { description: 'Title; empty for a direct conversation.' }),
    createdAt: t.field({ type: 'DateTime', description: 'When it was made.', resolve: (conversation) => conversation.createdAt }),
    lastSeq: t.exposeInt('lastSeq', { description: 'Number of its newest event.' }),
    lastActivityAt: t.field({
      type: 'DateTime',
      description: 'When its newest message for everyone was sent, or when it was made; lists are ordered by it.',
      resolve: (conversation) => conversation.lastActivityAt,
    }),
    sendGate: t.field({ type: SendGateRef, description: 'Whether it takes messages.', resolve: (conversation) => conversation.sendGate }),
    booking: t.field({
      type: BookingContextRef,
      nullable: true,
      description: 'The booking it belongs to; null for other kinds.',
      resolve: (conversation) => conversation.booking,
    }),
    lastMessage: t.field({
      type: MessagePreviewRef,
      nullable: true,
      description: 'The newest message that the viewer’s audience may see.',
      resolve: (conversation) => conversation.lastMessage,
    }),
    participants: t.field({
      type: [ParticipantRef],
      description: 'Those who take part now, in the order in which they joined.',
      resolve: (conversation) => [...conversation.participants],
    }),
    viewer: t.field({
      type: ConversationViewerRef,
      nullable: true,
      description: 'The viewer’s own place in it; null on shared events, and for staff who look without having joined.',
      resolve: (conversation) => conversation.viewer,
    }),
  }),
});

/** A page of conversations. */
export const ConversationConnection = builder.connectionObject(
  { type: ConversationRef, name: 'ConversationConnection', description: 'A page of conversations, newest activity first.' },
  { name: 'ConversationEdge', description: 'A conversation on a page.' },
);

/** Unread messages over all conversations. */
export const UnreadTotalsRef = builder.objectRef<UnreadTotalsView>('UnreadTotals').implement({
  description: 'Unread messages over all of the viewer’s conversations that are not muted.',
  fields: (t) => ({
    messages: t.exposeInt('messages', { description: 'Unread messages.' }),
    conversations: t.exposeInt('conversations', { description: 'Conversations that have unread messages.' }),
  }),
});
