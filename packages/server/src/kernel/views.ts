/**
 * Views: what a viewer may be shown, as plain JSON. GraphQL types resolve from them, live events carry them, replay
 * rebuilds them. They depend on the audience at most, never on the single viewer, so that one view serves all who share
 * a frame. Dates are RFC 3339 in UTC with milliseconds.
 */
import type { Audience } from './audience.js';
import type {
  BookingStatus,
  ConversationKind,
  JsonObject,
  MessageKind,
  MessageOrigin,
  NoticeKind,
  ParticipantRole,
  PresenceStatus,
  Role,
  SendGateState,
} from './words.js';

/** A person as the others in a conversation see them. */
export interface PersonView {
  readonly id: string;
  readonly displayName: string;
  readonly role: Role;
  readonly avatarUrl: string | null;
  readonly isGuest: boolean;
}

/** All reactions of one emoji on a message. */
export interface ReactionView {
  readonly emoji: string;
  /** In the order in which they reacted. */
  readonly userIds: readonly string[];
}

/** A message. A tombstone keeps its place, with empty text and metadata. */
export interface MessageView {
  readonly id: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly clientId: string;
  readonly sender: PersonView;
  readonly kind: MessageKind;
  readonly origin: MessageOrigin;
  readonly audience: Audience;
  readonly text: string;
  readonly metadata: JsonObject;
  readonly parentId: string | null;
  readonly replyCount: number;
  readonly sentAt: string;
  readonly editedAt: string | null;
  readonly editCount: number;
  readonly isDeleted: boolean;
  readonly deletedAt: string | null;
  readonly reactions: readonly ReactionView[];
}

/** The booking that a conversation belongs to, as its participants see it. */
export interface BookingContextView {
  readonly id: string;
  readonly externalId: string;
  readonly title: string;
  readonly status: BookingStatus;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly metadata: JsonObject;
}

/** Whether a conversation takes messages, and until when. */
export interface SendGateView {
  readonly state: SendGateState;
  /** From this moment on an `open` gate is as good as `read_only`. */
  readonly openUntil: string | null;
}

/** The newest message that an audience sees, cut short for lists. */
export interface MessagePreviewView {
  readonly seq: number;
  readonly text: string;
  readonly sender: string;
  readonly kind: MessageKind;
  readonly sentAt: string;
}

/** Somebody in a conversation. */
export interface ParticipantView {
  readonly user: PersonView;
  readonly role: ParticipantRole;
  readonly joinedAt: string;
  readonly leftAt: string | null;
}

/** What the viewer's own place in a conversation adds to it. */
export interface ConversationViewerView {
  readonly role: ParticipantRole;
  readonly unreadCount: number;
  readonly isMuted: boolean;
  readonly readSeq: number;
  readonly deliveredSeq: number;
  readonly canSend: boolean;
}

/** A conversation as one audience sees it. `viewer` is null on shared events and for staff who look without joining. */
export interface ConversationView {
  readonly id: string;
  readonly kind: ConversationKind;
  readonly title: string;
  readonly createdAt: string;
  readonly lastSeq: number;
  readonly lastActivityAt: string;
  readonly sendGate: SendGateView;
  readonly booking: BookingContextView | null;
  readonly lastMessage: MessagePreviewView | null;
  /** Active ones, in the order in which they joined. */
  readonly participants: readonly ParticipantView[];
  readonly viewer: ConversationViewerView | null;
}

/** How far a participant got. Marks never go back. */
export interface ReceiptView {
  readonly userId: string;
  readonly deliveredSeq: number;
  readonly deliveredAt: string | null;
  readonly readSeq: number;
  readonly readAt: string | null;
}

/** Whether somebody is there. */
export interface PresenceView {
  readonly userId: string;
  readonly status: PresenceStatus;
  readonly lastSeenAt: string | null;
}

/** A line for one user, kept until read. */
export interface NoticeView {
  readonly id: string;
  /** The user's own count; consecutive. */
  readonly seq: number;
  readonly kind: NoticeKind;
  readonly conversationId: string | null;
  readonly data: JsonObject;
  readonly createdAt: string;
  readonly readAt: string | null;
}

/** Unread messages over all conversations that are not muted. */
export interface UnreadTotalsView {
  readonly messages: number;
  readonly conversations: number;
}
