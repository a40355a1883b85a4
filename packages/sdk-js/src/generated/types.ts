// Generated from schema.graphql by `npm run gen`. Do not edit.

/** Any JSON object. Treat what others wrote into it like user input. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Who may see a message. */
export type Audience =
  | 'CLIENT'
  | 'EVERYONE'
  | 'PROVIDER'
  | 'STAFF';

/** Where a booking stands. */
export type BookingStatus =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'CONFIRMED'
  | 'IN_PROGRESS'
  | 'REQUESTED';

/** What a conversation is about. */
export type ConversationKind =
  | 'BOOKING'
  | 'DIRECT';

/** The closed table of error codes. */
export type ErrorCode =
  | 'ACCESS_REVOKED'
  | 'BOOKING_STATE_INVALID'
  | 'CLIENT_CLOSED'
  | 'CONFLICT'
  | 'CONVERSATION_CLOSED'
  | 'FORBIDDEN'
  | 'IDEMPOTENCY_CONFLICT'
  | 'INTERNAL'
  | 'INVALID_INPUT'
  | 'LIMIT_EXCEEDED'
  | 'MESSAGE_TOO_LONG'
  | 'NETWORK_ERROR'
  | 'NOT_FOUND'
  | 'ORIGIN_NOT_ALLOWED'
  | 'OUTSIDE_PROVIDER'
  | 'OVERLOADED'
  | 'PAYLOAD_TOO_LARGE'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'QUERY_INVALID'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'RESYNC_REQUIRED'
  | 'SITE_INACTIVE'
  | 'STORAGE_FAILED'
  | 'TIMEOUT'
  | 'TOKEN_EXPIRED'
  | 'UNAUTHENTICATED'
  | 'UNAVAILABLE';

/** What a message contains. */
export type MessageKind =
  | 'SYSTEM'
  | 'TEXT';

/** Where a message came from. */
export type MessageOrigin =
  | 'AUDIT'
  | 'AUTOMATED'
  | 'SYSTEM'
  | 'USER_INPUT';

/** What a notice tells. */
export type NoticeKind =
  | 'BOOKING_CHANGED'
  | 'CONVERSATION_ADDED'
  | 'CONVERSATION_REMOVED'
  | 'STAFF_JOINED';

/** What a user is in one conversation. */
export type ParticipantRole =
  | 'ADMIN'
  | 'AGENT'
  | 'BOT'
  | 'CLIENT'
  | 'PROVIDER'
  | 'TEAM_MEMBER';

/** Whether a person is there. */
export type PresenceStatus =
  | 'OFFLINE'
  | 'ONLINE';

/** What a user is on their site. */
export type Role =
  | 'ADMIN'
  | 'AGENT'
  | 'BOT'
  | 'CLIENT'
  | 'PROVIDER'
  | 'SYSTEM';

/** Whether a conversation takes messages. */
export type SendGateState =
  | 'HIDDEN'
  | 'OPEN'
  | 'READ_ONLY';

/** Why a feed begins with a snapshot. */
export type SnapshotReason =
  | 'AHEAD_OF_LOG'
  | 'EPOCH_CHANGED'
  | 'FIRST'
  | 'TOO_FAR_BEHIND';

/** Input of addParticipant. */
export interface AddParticipantInput {
  readonly conversationId: string;
  readonly externalId?: string | null | undefined;
  readonly userId?: string | null | undefined;
}

/** Input of addReaction. */
export interface AddReactionInput {
  readonly emoji: string;
  readonly messageId: string;
}

/** Input of claimGuest. */
export interface ClaimGuestInput {
  readonly visitorId: string;
}

/** Input of createApiKey. */
export interface CreateApiKeyInput {
  readonly expiresAt?: string | null | undefined;
  readonly name: string;
}

/** Input of createSite. */
export interface CreateSiteInput {
  readonly allowedOrigins?: readonly string[] | null | undefined;
  readonly domain?: string | null | undefined;
  readonly name: string;
}

/** Input of deleteMessage. */
export interface DeleteMessageInput {
  readonly messageId: string;
}

/** Input of editMessage. */
export interface EditMessageInput {
  readonly clientId: string;
  readonly messageId: string;
  readonly text: string;
}

/** Where a conversation feed stopped. */
export interface FeedPosition {
  readonly epoch: string;
  readonly seq: number;
}

/** Where an inbox feed stopped. */
export interface InboxPosition {
  readonly epoch: string;
  readonly position: string;
}

/** Input of joinConversation. */
export interface JoinConversationInput {
  readonly conversationId: string;
  readonly reason?: string | null | undefined;
}

/** Input of leaveConversation. */
export interface LeaveConversationInput {
  readonly conversationId: string;
}

/** Input of markDelivered. */
export interface MarkDeliveredInput {
  readonly conversationId: string;
  readonly seq: number;
}

/** Input of markMessageRead. */
export interface MarkMessageReadInput {
  readonly messageId: string;
}

/** Input of markNoticesRead. */
export interface MarkNoticesReadInput {
  readonly upToSeq: number;
}

/** Input of markRead. */
export interface MarkReadInput {
  readonly conversationId: string;
  readonly seq: number;
}

/** Input of muteConversation. */
export interface MuteConversationInput {
  readonly conversationId: string;
  readonly muted: boolean;
}

/** Input of openBookingConversation. */
export interface OpenBookingConversationInput {
  readonly bookingId?: string | null | undefined;
  readonly externalId?: string | null | undefined;
}

/** A side of a booking. */
export interface PartyInput {
  readonly avatarUrl?: string | null | undefined;
  readonly displayName?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly externalId: string;
  readonly phone?: string | null | undefined;
}

/** Input of removeParticipant. */
export interface RemoveParticipantInput {
  readonly conversationId: string;
  readonly userId: string;
}

/** Input of removeReaction. */
export interface RemoveReactionInput {
  readonly emoji: string;
  readonly messageId: string;
}

/** Input of revokeApiKey. */
export interface RevokeApiKeyInput {
  readonly apiKeyId: string;
}

/** Input of rotateSiteSecret. */
export interface RotateSiteSecretInput {
  readonly dropPrevious?: boolean | null | undefined;
}

/** Input of sendMessage. */
export interface SendMessageInput {
  readonly audience?: Audience | null | undefined;
  readonly clientId: string;
  readonly conversationId: string;
  readonly metadata?: JsonObject | null | undefined;
  readonly parentId?: string | null | undefined;
  readonly text: string;
}

/** Input of sendSystemMessage. */
export interface SendSystemMessageInput {
  readonly audience?: Audience | null | undefined;
  readonly clientId: string;
  readonly conversationId: string;
  readonly metadata?: JsonObject | null | undefined;
  readonly origin?: MessageOrigin | null | undefined;
  readonly text: string;
}

/** Input of startDirectConversation. */
export interface StartDirectConversationInput {
  readonly clientId: string;
  readonly externalId?: string | null | undefined;
  readonly text: string;
  readonly userId?: string | null | undefined;
}

/** Input of startGuestSession. */
export interface StartGuestSessionInput {
  readonly displayName?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly siteKey: string;
  readonly visitorId?: string | null | undefined;
}

/** Input of startTyping. */
export interface StartTypingInput {
  readonly conversationId: string;
}

/** Input of stopTyping. */
export interface StopTypingInput {
  readonly conversationId: string;
}

/** Input of syncBooking. */
export interface SyncBookingInput {
  readonly client: PartyInput;
  readonly endsAt?: string | null | undefined;
  readonly externalId: string;
  readonly metadata?: JsonObject | null | undefined;
  readonly provider: PartyInput;
  readonly startsAt?: string | null | undefined;
  readonly status: BookingStatus;
  readonly title?: string | null | undefined;
  readonly version?: number | null | undefined;
}

/** Input of updateProfile. */
export interface UpdateProfileInput {
  readonly avatarUrl?: string | null | undefined;
  readonly displayName?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly profile?: JsonObject | null | undefined;
}

/** Input of updateSite. */
export interface UpdateSiteInput {
  readonly ai?: JsonObject | null | undefined;
  readonly allowedOrigins?: readonly string[] | null | undefined;
  readonly bookingOpenHours?: number | null | undefined;
  readonly domain?: string | null | undefined;
  readonly isActive?: boolean | null | undefined;
  readonly issuer?: string | null | undefined;
  readonly jwksUrl?: string | null | undefined;
  readonly maxMessageLength?: number | null | undefined;
  readonly name?: string | null | undefined;
  readonly welcomeMessage?: string | null | undefined;
  readonly widget?: JsonObject | null | undefined;
}

/** Input of upsertUser. */
export interface UpsertUserInput {
  readonly avatarUrl?: string | null | undefined;
  readonly displayName?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly externalId: string;
  readonly isActive?: boolean | null | undefined;
  readonly phone?: string | null | undefined;
  readonly profile?: JsonObject | null | undefined;
  readonly role: Role;
}

/** Answer of addParticipant. */
export interface AddParticipantPayload {
  readonly participant: Participant;
  readonly seq: number;
}

/** Answer of addReaction. */
export interface AddReactionPayload {
  readonly message: Message;
  readonly seq: number;
}

/** A key of a back end. */
export interface ApiKey {
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly id: string;
  readonly lastUsedAt: string | null;
  readonly name: string;
  readonly prefix: string;
  readonly revokedAt: string | null;
}

/** A booking of the host. */
export interface Booking {
  readonly client: User;
  readonly conversation: ViewerConversation | null;
  readonly createdAt: string;
  readonly endsAt: string | null;
  readonly externalId: string;
  readonly id: string;
  readonly metadata: JsonObject;
  readonly provider: User;
  readonly startsAt: string | null;
  readonly status: BookingStatus;
  readonly title: string;
  readonly updatedAt: string;
}

/** A page of Booking. */
export interface BookingConnection {
  readonly edges: readonly BookingEdge[];
  readonly pageInfo: PageInfo;
}

/** The booking of a conversation. */
export interface BookingContext {
  readonly endsAt: string | null;
  readonly externalId: string;
  readonly id: string;
  readonly metadata: JsonObject;
  readonly startsAt: string | null;
  readonly status: BookingStatus;
  readonly title: string;
}

/** One Booking of a page. */
export interface BookingEdge {
  readonly cursor: string;
  readonly node: Booking;
}

/** Answer of claimGuest. */
export interface ClaimGuestPayload {
  readonly conversationIds: readonly string[];
  readonly user: User;
}

/** A conversation as its viewer may see it. */
export interface Conversation {
  readonly booking: BookingContext | null;
  readonly createdAt: string;
  readonly id: string;
  readonly kind: ConversationKind;
  readonly lastActivityAt: string;
  /** Newest message that the viewer's audience may see. */
  readonly lastMessage: MessagePreview | null;
  /** Seq of the newest event. */
  readonly lastSeq: number;
  /** Active ones. */
  readonly participants: readonly Participant[];
  readonly sendGate: SendGate;
  readonly title: string;
}

/** A page of Conversation. */
export interface ConversationConnection {
  readonly edges: readonly ConversationEdge[];
  readonly pageInfo: PageInfo;
}

/** One Conversation of a page. */
export interface ConversationEdge {
  readonly cursor: string;
  readonly node: ViewerConversation;
}

/** The polling twin of the conversation feed. */
export interface ConversationEventPage {
  readonly epoch: string;
  readonly hasMore: boolean;
  readonly items: readonly ConversationFeedItem[];
  readonly seq: number;
}

/** What a conversation feed carries. */
export type ConversationFeedItem =
  | ({ readonly __typename: 'ConversationResumed'; } & ConversationResumed)
  | ({ readonly __typename: 'ConversationSnapshot'; } & ConversationSnapshot)
  | ({ readonly __typename: 'ConversationUpdated'; } & ConversationUpdated)
  | ({ readonly __typename: 'FeedHead'; } & FeedHead)
  | ({ readonly __typename: 'MessageDeleted'; } & MessageDeleted)
  | ({ readonly __typename: 'MessageEdited'; } & MessageEdited)
  | ({ readonly __typename: 'MessageSent'; } & MessageSent)
  | ({ readonly __typename: 'ParticipantJoined'; } & ParticipantJoined)
  | ({ readonly __typename: 'ParticipantLeft'; } & ParticipantLeft)
  | ({ readonly __typename: 'PresenceChanged'; } & PresenceChanged)
  | ({ readonly __typename: 'ReactionAdded'; } & ReactionAdded)
  | ({ readonly __typename: 'ReactionRemoved'; } & ReactionRemoved)
  | ({ readonly __typename: 'ReceiptAdvanced'; } & ReceiptAdvanced)
  | ({ readonly __typename: 'TypingStarted'; } & TypingStarted)
  | ({ readonly __typename: 'TypingStopped'; } & TypingStopped);

/** The feed goes on where it stopped. */
export interface ConversationResumed {
  readonly epoch: string;
  /** Events up to here follow as replay. */
  readonly head: number;
  readonly presences: readonly Presence[];
  /** Where it resumed. */
  readonly seq: number;
  readonly typing: readonly TypingStarted[];
}

/** State and position, read together. */
export interface ConversationSnapshot {
  readonly conversation: Conversation;
  readonly epoch: string;
  readonly messages: MessageConnection;
  readonly presences: readonly Presence[];
  readonly reason: SnapshotReason;
  readonly receipts: readonly Receipt[];
  readonly seq: number;
  readonly typing: readonly TypingStarted[];
}

/** Title, gate or booking context changed. */
export interface ConversationUpdated {
  readonly at: string;
  readonly conversation: Conversation;
  readonly prevSeq: number;
  readonly seq: number;
}

/** The viewer's own place in a conversation. */
export interface ConversationViewer {
  readonly canSend: boolean;
  readonly deliveredSeq: number;
  readonly isMuted: boolean;
  readonly readSeq: number;
  readonly role: ParticipantRole;
  readonly unreadCount: number;
}

/** Answer of createApiKey. */
export interface CreateApiKeyPayload {
  readonly apiKey: ApiKey;
  readonly secret: string;
}

/** Answer of createSite. */
export interface CreateSitePayload {
  readonly secret: string;
  readonly site: Site;
}

/** Answer of deleteMessage. */
export interface DeleteMessagePayload {
  readonly message: Message;
  readonly seq: number;
}

/** Answer of editMessage. */
export interface EditMessagePayload {
  readonly message: Message;
  readonly seq: number;
}

/** Proof that silence is silence. */
export interface FeedHead {
  readonly at: string;
  /** Newest seq that this audience has been sent. */
  readonly seq: number;
}

/** A conversation in the inbox. */
export interface InboxEntry {
  readonly conversation: ViewerConversation;
}

/** An entry is new or changed. */
export interface InboxEntryChanged {
  readonly entry: InboxEntry;
  readonly unread: UnreadTotals;
}

/** An entry is gone. */
export interface InboxEntryRemoved {
  readonly conversationId: string;
  readonly unread: UnreadTotals;
}

/** The polling twin of the inbox feed. */
export interface InboxEventPage {
  readonly epoch: string;
  readonly items: readonly InboxFeedItem[];
  readonly position: string;
}

/** What an inbox feed carries. */
export type InboxFeedItem =
  | ({ readonly __typename: 'InboxEntryChanged'; } & InboxEntryChanged)
  | ({ readonly __typename: 'InboxEntryRemoved'; } & InboxEntryRemoved)
  | ({ readonly __typename: 'InboxHead'; } & InboxHead)
  | ({ readonly __typename: 'InboxResumed'; } & InboxResumed)
  | ({ readonly __typename: 'InboxSnapshot'; } & InboxSnapshot)
  | ({ readonly __typename: 'NoticePosted'; } & NoticePosted)
  | ({ readonly __typename: 'PresenceChanged'; } & PresenceChanged);

/** Proof that silence is silence; also the position so far. */
export interface InboxHead {
  readonly at: string;
  readonly position: string;
}

/** The inbox feed goes on where it stopped. */
export interface InboxResumed {
  readonly epoch: string;
  readonly position: string;
  readonly presences: readonly Presence[];
  readonly unread: UnreadTotals;
}

/** State and position of an inbox. */
export interface InboxSnapshot {
  readonly entries: readonly InboxEntry[];
  readonly epoch: string;
  readonly hasMore: boolean;
  readonly notices: readonly Notice[];
  readonly position: string;
  readonly presences: readonly Presence[];
  readonly reason: SnapshotReason;
  readonly unread: UnreadTotals;
}

/** Answer of joinConversation. */
export interface JoinConversationPayload {
  readonly conversation: ViewerConversation;
  readonly participant: Participant;
  readonly seq: number;
}

/** Answer of leaveConversation. */
export interface LeaveConversationPayload {
  readonly participant: Participant;
  readonly seq: number;
}

/** Answer of markDelivered. */
export interface MarkDeliveredPayload {
  readonly receipt: Receipt;
  readonly seq: number;
}

/** Answer of markMessageRead. */
export interface MarkMessageReadPayload {
  readonly receipt: Receipt;
  readonly seq: number;
  readonly unreadCount: number;
}

/** Answer of markNoticesRead. */
export interface MarkNoticesReadPayload {
  readonly readCount: number;
}

/** Answer of markRead. */
export interface MarkReadPayload {
  readonly receipt: Receipt;
  readonly seq: number;
  readonly unreadCount: number;
}

/** A message; a tombstone keeps its place. */
export interface Message {
  readonly audience: Audience;
  /** Made by the sender; unique per conversation and sender. */
  readonly clientId: string;
  readonly conversationId: string;
  readonly deletedAt: string | null;
  readonly editCount: number;
  readonly editedAt: string | null;
  readonly id: string;
  readonly isDeleted: boolean;
  readonly kind: MessageKind;
  readonly metadata: JsonObject;
  readonly origin: MessageOrigin;
  /** The message that this one answers. */
  readonly parentId: string | null;
  readonly reactions: readonly Reaction[];
  readonly replyCount: number;
  readonly sender: Person;
  readonly sentAt: string;
  /** Place in the conversation; consecutive over all events of it. */
  readonly seq: number;
  /** Empty once deleted. */
  readonly text: string;
}

/** A page of Message. */
export interface MessageConnection {
  readonly edges: readonly MessageEdge[];
  readonly pageInfo: PageInfo;
}

/** A message was deleted. */
export interface MessageDeleted {
  readonly at: string;
  readonly message: Message;
  readonly prevSeq: number;
  readonly seq: number;
}

/** One Message of a page. */
export interface MessageEdge {
  readonly cursor: string;
  readonly node: Message;
}

/** A message was edited. */
export interface MessageEdited {
  readonly at: string;
  readonly message: Message;
  readonly prevSeq: number;
  readonly seq: number;
}

/** The newest message, cut short for lists. */
export interface MessagePreview {
  readonly kind: MessageKind;
  readonly sender: string;
  readonly sentAt: string;
  readonly seq: number;
  readonly text: string;
}

/** Who got and read one message. */
export interface MessageReceipt {
  readonly deliveredAt: string | null;
  readonly readAt: string | null;
  readonly user: Person;
}

/** A message was sent; the marks of its sender advance to seq. */
export interface MessageSent {
  readonly at: string;
  readonly message: Message;
  readonly prevSeq: number;
  readonly seq: number;
}

/** What an edited message said before. */
export interface MessageVersion {
  readonly editedAt: string;
  readonly editedBy: string;
  readonly text: string;
  readonly version: number;
}

/** Answer of muteConversation. */
export interface MuteConversationPayload {
  readonly conversation: ViewerConversation;
}

/** Anything with a global id. */
export type Node =
  | ({ readonly __typename: 'ApiKey'; /** Global id. */ readonly id: string;})
  | ({ readonly __typename: 'Booking'; /** Global id. */ readonly id: string;})
  | ({ readonly __typename: 'Conversation'; /** Global id. */ readonly id: string;})
  | ({ readonly __typename: 'Message'; /** Global id. */ readonly id: string;})
  | ({ readonly __typename: 'Notice'; /** Global id. */ readonly id: string;})
  | ({ readonly __typename: 'Site'; /** Global id. */ readonly id: string;})
  | ({ readonly __typename: 'User'; /** Global id. */ readonly id: string;});

/** A line for one user. */
export interface Notice {
  readonly conversationId: string | null;
  readonly createdAt: string;
  readonly data: JsonObject;
  readonly id: string;
  readonly kind: NoticeKind;
  readonly readAt: string | null;
  readonly seq: number;
}

/** A page of Notice. */
export interface NoticeConnection {
  readonly edges: readonly NoticeEdge[];
  readonly pageInfo: PageInfo;
}

/** One Notice of a page. */
export interface NoticeEdge {
  readonly cursor: string;
  readonly node: Notice;
}

/** A notice arrived. */
export interface NoticePosted {
  readonly notice: Notice;
}

/** Answer of openBookingConversation. */
export interface OpenBookingConversationPayload {
  readonly conversation: ViewerConversation;
  readonly seq: number;
}

/** Where a page lies. */
export interface PageInfo {
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
}

/** Somebody in a conversation. */
export interface Participant {
  readonly joinedAt: string;
  readonly leftAt: string | null;
  readonly role: ParticipantRole;
  readonly user: Person;
}

/** Somebody joined. */
export interface ParticipantJoined {
  readonly at: string;
  readonly participant: Participant;
  readonly prevSeq: number;
  readonly seq: number;
}

/** Somebody left. */
export interface ParticipantLeft {
  readonly at: string;
  readonly participant: Participant;
  readonly prevSeq: number;
  readonly seq: number;
}

/** A person as others see them. */
export interface Person {
  readonly avatarUrl: string | null;
  readonly displayName: string;
  readonly id: string;
  readonly isGuest: boolean;
  readonly role: Role;
}

/** Whether somebody is there. */
export interface Presence {
  readonly lastSeenAt: string | null;
  readonly status: PresenceStatus;
  readonly userId: string;
}

/** Somebody came or went. */
export interface PresenceChanged {
  readonly presence: Presence;
}

/** All reactions of one emoji. */
export interface Reaction {
  readonly emoji: string;
  readonly userIds: readonly string[];
}

/** Somebody reacted. */
export interface ReactionAdded {
  readonly at: string;
  readonly emoji: string;
  readonly messageId: string;
  readonly prevSeq: number;
  readonly seq: number;
  readonly userId: string;
}

/** Somebody took a reaction back. */
export interface ReactionRemoved {
  readonly at: string;
  readonly emoji: string;
  readonly messageId: string;
  readonly prevSeq: number;
  readonly seq: number;
  readonly userId: string;
}

/** How far a participant got; marks never go back. */
export interface Receipt {
  readonly deliveredAt: string | null;
  readonly deliveredSeq: number;
  readonly readAt: string | null;
  readonly readSeq: number;
  readonly userId: string;
}

/** Somebody got or read further. */
export interface ReceiptAdvanced {
  readonly at: string;
  readonly prevSeq: number;
  readonly receipt: Receipt;
  readonly seq: number;
}

/** Answer of removeParticipant. */
export interface RemoveParticipantPayload {
  readonly participant: Participant;
  readonly seq: number;
}

/** Answer of removeReaction. */
export interface RemoveReactionPayload {
  readonly message: Message;
  readonly seq: number;
}

/** Answer of revokeApiKey. */
export interface RevokeApiKeyPayload {
  readonly apiKey: ApiKey;
}

/** Answer of rotateSiteSecret. */
export interface RotateSiteSecretPayload {
  readonly secret: string;
  readonly site: Site;
}

/** Whether messages are taken, and until when. */
export interface SendGate {
  readonly openUntil: string | null;
  readonly state: SendGateState;
}

/** Answer of sendMessage. */
export interface SendMessagePayload {
  readonly isDuplicate: boolean;
  readonly message: Message;
  readonly seq: number;
}

/** Answer of sendSystemMessage. */
export interface SendSystemMessagePayload {
  readonly isDuplicate: boolean;
  readonly message: Message;
  readonly seq: number;
}

/** A tenant. */
export interface Site {
  readonly allowedOrigins: readonly string[];
  readonly createdAt: string;
  readonly domain: string | null;
  readonly id: string;
  readonly isActive: boolean;
  readonly name: string;
  readonly publicKey: string;
  readonly settings: SiteSettings;
  readonly updatedAt: string;
}

/** Settings of a site. */
export interface SiteSettings {
  readonly ai: JsonObject;
  readonly bookingOpenHours: number;
  readonly maxMessageLength: number;
  readonly welcomeMessage: string;
  readonly widget: JsonObject;
}

/** Answer of startDirectConversation. */
export interface StartDirectConversationPayload {
  readonly conversation: ViewerConversation;
  readonly message: Message;
  readonly seq: number;
}

/** Answer of startGuestSession. */
export interface StartGuestSessionPayload {
  readonly expiresAt: string;
  readonly token: string;
  readonly user: User;
  readonly visitorId: string;
}

/** Answer of startTyping. */
export interface StartTypingPayload {
  readonly expiresAt: string;
}

/** Answer of stopTyping. */
export interface StopTypingPayload {
  readonly conversationId: string;
}

/** Answer of syncBooking. */
export interface SyncBookingPayload {
  readonly booking: Booking;
  readonly conversation: ViewerConversation | null;
  readonly seq: number | null;
}

/** Somebody types. */
export interface TypingStarted {
  readonly expiresAt: string;
  readonly user: Person;
}

/** Somebody stopped typing. */
export interface TypingStopped {
  readonly userId: string;
}

/** Unread messages over all conversations that are not muted. */
export interface UnreadTotals {
  readonly conversations: number;
  readonly messages: number;
}

/** Answer of updateProfile. */
export interface UpdateProfilePayload {
  readonly user: User;
}

/** Answer of updateSite. */
export interface UpdateSitePayload {
  readonly site: Site;
}

/** Answer of upsertUser. */
export interface UpsertUserPayload {
  readonly user: User;
}

/** Somebody of a site. */
export interface User {
  readonly avatarUrl: string | null;
  readonly createdAt: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly externalId: string | null;
  readonly id: string;
  readonly isActive: boolean;
  readonly isGuest: boolean;
  readonly phone: string | null;
  readonly profile: JsonObject | null;
  readonly role: Role;
}

/** A page of User. */
export interface UserConnection {
  readonly edges: readonly UserEdge[];
  readonly pageInfo: PageInfo;
}

/** One User of a page. */
export interface UserEdge {
  readonly cursor: string;
  readonly node: User;
}

/** A conversation as its viewer may see it. */
export interface ViewerConversation extends Conversation {
  /** The viewer's own place; null for staff who look without having joined, and in feeds. */
  readonly viewer: ConversationViewer | null;
}
