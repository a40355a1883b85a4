/**
 * Views: what a viewer may be shown, as plain JSON. GraphQL types resolve from them, live events carry them, replay
 * rebuilds them. They depend on the audience at most, never on the single viewer, so that one view serves all who share
 * a frame. Dates are RFC 3339 in UTC with milliseconds.
 */
import type { Audience } from './audience.js';
import type {
  AgentStatus,
  BookingStatus,
  ConversationKind,
  JsonObject,
  MessageKind,
  MessageOrigin,
  NoticeKind,
  ParticipantRole,
  Permission,
  PresenceStatus,
  Role,
  SendGateState,
  SlaClockKind,
  SlaClockStatus,
  SupportControl,
  SupportPriority,
  SupportStatus,
  OfferStatus,
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
  /** What the host calls their part; null when it has no name of its own. */
  readonly flowRole: string | null;
  readonly joinedAt: string;
  readonly leftAt: string | null;
}

/** A conversation in which a visitor waits for staff, as staff see it before they join. */
export interface UnattendedView {
  readonly conversationId: string;
  readonly kind: ConversationKind;
  readonly title: string;
  readonly visitor: PersonView;
  /** The visitor's newest text. */
  readonly lastMessage: MessagePreviewView;
  /** The case that it belongs to, as far as it decides who may know of it; null for conversations that are none of support's own. */
  readonly of: { readonly department: string | null; readonly agentId: string | null } | null;
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

/** A word with a colour that staff put on conversations. */
export interface TagView {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
}

/** The queue of a case, as everybody may know it. */
export interface QueueSummaryView {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** A case of support. What only staff see is null for others: see `supportCaseFor`. */
export interface SupportCaseView {
  readonly id: string;
  readonly conversationId: string;
  readonly customer: PersonView;
  readonly queue: QueueSummaryView;
  readonly department: string | null;
  readonly subject: string;
  readonly language: string | null;
  readonly priority: SupportPriority | null;
  readonly status: SupportStatus;
  readonly control: SupportControl;
  readonly agent: PersonView | null;
  readonly queuedAt: string;
  readonly assignedAt: string | null;
  readonly firstResponseAt: string | null;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  /** Who ended it; null when time did, and while it is not over. */
  readonly endedById: string | null;
  readonly skillsRequired: readonly string[] | null;
  readonly skillsPreferred: readonly string[] | null;
  readonly snoozedUntil: string | null;
  readonly wrapUpCode: string | null;
  readonly page: string | null;
  readonly referrer: string | null;
  readonly userAgent: string | null;
  readonly attributes: JsonObject | null;
  /** Its clocks of service levels, oldest first. */
  readonly slaClocks: readonly SlaClockView[] | null;
  /** Grows with each change. */
  readonly version: number;
}

/** A clock of service levels. Times are RFC 3339. */
export interface SlaClockView {
  readonly id: string;
  readonly kind: SlaClockKind;
  readonly status: SlaClockStatus;
  readonly targetSeconds: number;
  readonly startedAt: string;
  /** Null while it stands or is over, and when it would never come. */
  readonly dueAt: string | null;
  readonly warnedAt: string | null;
  readonly breachedAt: string | null;
  readonly stoppedAt: string | null;
}

/** The question to an agent whether they take a case, with the case as staff see it. */
export interface OfferView {
  readonly id: string;
  readonly agentId: string;
  readonly status: OfferStatus;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly acceptedAt: string | null;
  readonly wrapUpUntil: string | null;
  readonly endedAt: string | null;
  readonly reason: string | null;
  readonly case: SupportCaseView;
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

/** Something that an agent can do. */
export interface AgentSkillView {
  readonly name: string;
  /** 1 to 5; null where nobody said. */
  readonly level: number | null;
}

/** Somebody who works in support. What only staff see is null for others. */
export interface AgentView {
  readonly user: PersonView;
  /** What they chose, or `offline` while they have no connection. */
  readonly status: AgentStatus;
  /** Null until somebody rated them. */
  readonly rating: { readonly average: number; readonly count: number } | null;
  readonly chosenStatus: AgentStatus | null;
  readonly departments: readonly string[] | null;
  readonly skills: readonly AgentSkillView[] | null;
  readonly maxConversations: number | null;
  /** What an admin lets them do beyond their role; all of it for admins. */
  readonly permissions: readonly Permission[] | null;
  readonly lastActiveAt: string | null;
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

/** An announcement of the site as those see it whom it is for. It never changes; it is shown until it is revoked or expires. */
export interface BroadcastView {
  readonly id: string;
  /** Place among the site's broadcasts; a person sees those meant for them, so numbers may be missing. */
  readonly seq: number;
  readonly title: string;
  readonly text: string;
  readonly metadata: JsonObject;
  readonly link: { readonly url: string; readonly label: string | null } | null;
  readonly publishedAt: string;
  readonly expiresAt: string;
}

/** The page of the host's site on which a user is or was last. */
export interface VisitView {
  readonly userId: string;
  readonly url: string;
  readonly title: string | null;
  /** Where they came from to the site. */
  readonly referrer: string | null;
  readonly userAgent: string | null;
  readonly ip: string | null;
  /** When they came to this page. */
  readonly at: string;
}

/** Unread messages over all conversations that are not muted. */
export interface UnreadTotalsView {
  readonly messages: number;
  readonly conversations: number;
}
