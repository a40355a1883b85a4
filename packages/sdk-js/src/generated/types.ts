// Generated from schema.graphql by `npm run gen`. Do not edit.

/** Any JSON object. Treat what others wrote into it like user input. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Who of a conversation may see a message. Staff see every audience. */
export type Audience =
  | 'CLIENT'
  | 'EVERYONE'
  | 'PROVIDER'
  | 'STAFF';

/** Where a booking stands; its conversation follows it. */
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

/** Every code that `extensions.code` of an error can carry. The list is closed. */
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

/** What the content of a message is. */
export type MessageKind =
  | 'SYSTEM'
  | 'TEXT';

/** What caused a message, whatever its content is. */
export type MessageOrigin =
  | 'AUDIT'
  | 'AUTOMATED'
  | 'SYSTEM'
  | 'USER_INPUT';

/** What a notice tells its user. */
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

/** What a user is on the whole site; what they are in one conversation is their `ParticipantRole`. */
export type Role =
  | 'ADMIN'
  | 'AGENT'
  | 'BOT'
  | 'CLIENT'
  | 'PROVIDER'
  | 'SYSTEM';

/** Whether a conversation can be read and written by its participants. */
export type SendGateState =
  | 'HIDDEN'
  | 'OPEN'
  | 'READ_ONLY';

/** Why a feed begins with a snapshot: replace what is known by it. */
export type SnapshotReason =
  | 'AHEAD_OF_LOG'
  | 'EPOCH_CHANGED'
  | 'FIRST'
  | 'TOO_FAR_BEHIND';

/** Whom to add to which conversation: by `userId` or by `externalId`, exactly one of them. */
export interface AddParticipantInput {
  /** The id of the conversation. */
  readonly conversationId: string;
  /** The host’s own id of the user. */
  readonly externalId?: string | null | undefined;
  /** The id of the user. */
  readonly userId?: string | null | undefined;
}

/** A reaction to add. */
export interface AddReactionInput {
  /** One emoji. */
  readonly emoji: string;
  /** The message. */
  readonly messageId: string;
}

/** Which guest. */
export interface ClaimGuestInput {
  /** What `startGuestSession` answered with on this device. */
  readonly visitorId: string;
}

/** A key to be made. */
export interface CreateApiKeyInput {
  /** When the key shall stop by itself. */
  readonly expiresAt?: string | null | undefined;
  /** What the key is for, 1 to 80 characters. At most two of one name can be alive. */
  readonly name: string;
}

/** A site to be made. */
export interface CreateSiteInput {
  /** Origins whose pages may use the site, such as `https://example.com`; `*` for all. At most 50. */
  readonly allowedOrigins?: readonly string[] | null | undefined;
  /** Main domain, for people to read. */
  readonly domain?: string | null | undefined;
  /** Name, 1 to 120 characters. */
  readonly name: string;
}

/** A message to delete. */
export interface DeleteMessageInput {
  /** The message. */
  readonly messageId: string;
}

/** A new text for one’s own message. */
export interface EditMessageInput {
  /** Made by the caller, 1 to 64 of A-Z a-z 0-9 _ . : -. The same id with the same text is the same edit. */
  readonly clientId: string;
  /** The message. */
  readonly messageId: string;
  /** The whole new text; limits as for `sendMessage`. */
  readonly text: string;
}

/** Where a client stands in a conversation: the `epoch` of the feed’s first item and the `seq` of the last event it has. */
export interface FeedPosition {
  /** Of the snapshot or resumption. */
  readonly epoch: string;
  /** Of the last durable event, or of the snapshot. */
  readonly seq: number;
}

/** Where a client stands with its inbox. */
export interface InboxPosition {
  /** Of the snapshot or resumption. */
  readonly epoch: string;
  /** Of the last snapshot or head. */
  readonly position: string;
}

/** What to join as support. */
export interface JoinConversationInput {
  /** The id of the conversation. */
  readonly conversationId: string;
  /** Why, for the record; at most 500 characters. */
  readonly reason?: string | null | undefined;
}

/** What to leave. */
export interface LeaveConversationInput {
  /** The id of the conversation. */
  readonly conversationId: string;
}

/** How far a device of the viewer has received. */
export interface MarkDeliveredInput {
  /** The conversation. */
  readonly conversationId: string;
  /** Up to which number. Past the end of the log it is taken as its end; below the present mark it changes nothing. */
  readonly seq: number;
}

/** A message up to which the viewer has read. */
export interface MarkMessageReadInput {
  /** The message. */
  readonly messageId: string;
}

/** How far the viewer has read their notices. */
export interface MarkNoticesReadInput {
  /** Number of the newest notice that was read. */
  readonly upToSeq: number;
}

/** How far the viewer has read. */
export interface MarkReadInput {
  /** The conversation. */
  readonly conversationId: string;
  /** Up to which number. Past the end of the log it is taken as its end; below the present mark it changes nothing. */
  readonly seq: number;
}

/** What to mute. */
export interface MuteConversationInput {
  /** The id of the conversation. */
  readonly conversationId: string;
  /** True mutes, false ends it. */
  readonly muted: boolean;
}

/** Which booking: by `bookingId` or by `externalId`, exactly one of them. */
export interface OpenBookingConversationInput {
  /** The id of the booking. */
  readonly bookingId?: string | null | undefined;
  /** The host’s own id of the booking. */
  readonly externalId?: string | null | undefined;
}

/** A party of a booking: a user of the host, made if there is none. What is left out stays; null empties. */
export interface PartyInput {
  /** Address of a picture, https. */
  readonly avatarUrl?: string | null | undefined;
  /** Name to show, 1 to 120 characters. */
  readonly displayName?: string | null | undefined;
  /** E-mail address. */
  readonly email?: string | null | undefined;
  /** The host’s own id of the user, 1 to 200 characters. */
  readonly externalId: string;
  /** Telephone number, at most 40 characters. */
  readonly phone?: string | null | undefined;
}

/** Whom to remove from which conversation. */
export interface RemoveParticipantInput {
  /** The id of the conversation. */
  readonly conversationId: string;
  /** The id of the user. */
  readonly userId: string;
}

/** A reaction to take back. */
export interface RemoveReactionInput {
  /** The emoji that was added. */
  readonly emoji: string;
  /** The message. */
  readonly messageId: string;
}

/** A key to be revoked. */
export interface RevokeApiKeyInput {
  /** The id of the key. */
  readonly apiKeyId: string;
}

/** How to rotate the secret. */
export interface RotateSiteSecretInput {
  /** True ends the old secret at once; else it stays valid until the next rotation. */
  readonly dropPrevious?: boolean | null | undefined;
}

/** A message to send. */
export interface SendMessageInput {
  /** Who may see it; the sender must be among them. By default everyone, and for a reply whoever sees the message that it answers. */
  readonly audience?: Audience | null | undefined;
  /** Made by the caller, 1 to 64 of A-Z a-z 0-9 _ . : -. The same id with the same content is the same message, at any later time. */
  readonly clientId: string;
  /** Where to. */
  readonly conversationId: string;
  /** Small data to keep with it: at most 4 KiB and 5 levels. */
  readonly metadata?: JsonObject | null | undefined;
  /** The message that this one answers. A reply to a reply joins the same thread. */
  readonly parentId?: string | null | undefined;
  /** Kept exactly as sent, up to the site’s limit in Unicode code points (4,000 by default). Not empty, no U+0000, no lone surrogates. */
  readonly text: string;
}

/** A line of the system to send. */
export interface SendSystemMessageInput {
  /** Who may see it; everyone by default. */
  readonly audience?: Audience | null | undefined;
  /** Made by the caller, 1 to 64 of A-Z a-z 0-9 _ . : -. The same id with the same content is the same message, at any later time. */
  readonly clientId: string;
  /** Where to. */
  readonly conversationId: string;
  /** Small data to keep with it: at most 4 KiB and 5 levels. */
  readonly metadata?: JsonObject | null | undefined;
  /** SYSTEM by default, or AUTOMATED or AUDIT. */
  readonly origin?: MessageOrigin | null | undefined;
  /** Kept exactly as sent; limits as for `sendMessage`. */
  readonly text: string;
}

/** Settings to change. What is left out stays. */
export interface SiteSettingsInput {
  /** Settings of automatic answers, kept as given. */
  readonly ai?: JsonObject | null | undefined;
  /** Hours that a conversation stays open after its booking was completed, 0 to 8,760. */
  readonly bookingOpenHours?: number | null | undefined;
  /** Longest message in Unicode code points, 1 to 10,000. */
  readonly maxMessageLength?: number | null | undefined;
  /** First message of a booking conversation, at most 1,000 characters; empty for none. */
  readonly welcomeMessage?: string | null | undefined;
  /** Settings of the host’s own widget, kept as given. */
  readonly widget?: JsonObject | null | undefined;
}

/** To whom to write (by `userId` or `externalId`, exactly one of them), and what. */
export interface StartDirectConversationInput {
  /** Made by the caller, 1 to 64 characters: repeating the call with it sends nothing twice. */
  readonly clientId: string;
  /** The host’s own id of the other. */
  readonly externalId?: string | null | undefined;
  /** The message, 1 character up to the site’s limit. */
  readonly text: string;
  /** The id of the other. */
  readonly userId?: string | null | undefined;
}

/** Who wants to chat without an account. */
export interface StartGuestSessionInput {
  /** Name to show, 1 to 120 characters. */
  readonly displayName?: string | null | undefined;
  /** E-mail address, if the visitor gave one. */
  readonly email?: string | null | undefined;
  /** The public key of the site (`pk_…`). */
  readonly siteKey: string;
  /** What an earlier session on this device answered with; leave it out on a first visit. */
  readonly visitorId?: string | null | undefined;
}

/** Input of `startTyping`. */
export interface StartTypingInput {
  /** The conversation. */
  readonly conversationId: string;
}

/** Input of `stopTyping`. */
export interface StopTypingInput {
  /** The conversation. */
  readonly conversationId: string;
}

/** The state of a booking. What is left out stays; null empties. */
export interface SyncBookingInput {
  /** Who booked. */
  readonly client: PartyInput;
  /** When it ends. */
  readonly endsAt?: string | null | undefined;
  /** The host’s own id of the booking, 1 to 200 characters. */
  readonly externalId: string;
  /** Further facts, shown to the participants. */
  readonly metadata?: JsonObject | null | undefined;
  /** Who provides. Another than before replaces them in the conversation. */
  readonly provider: PartyInput;
  /** When it begins. */
  readonly startsAt?: string | null | undefined;
  /** Where the booking stands. */
  readonly status: BookingStatus;
  /** What was booked, at most 200 characters. */
  readonly title?: string | null | undefined;
  /** Grows with each change at the host: a push with a smaller one than was seen is ignored. */
  readonly version?: number | null | undefined;
}

/** Changes to one’s own profile. What is left out stays; null empties. */
export interface UpdateProfileInput {
  /** Address of a picture, https. */
  readonly avatarUrl?: string | null | undefined;
  /** Name to show, 1 to 120 characters. */
  readonly displayName?: string | null | undefined;
  /** E-mail address. */
  readonly email?: string | null | undefined;
  /** Telephone number, at most 40 characters. */
  readonly phone?: string | null | undefined;
  /** Further facts; replaces those kept so far. */
  readonly profile?: JsonObject | null | undefined;
}

/** Changes to the site. What is left out stays; null empties. */
export interface UpdateSiteInput {
  /** Origins whose pages may use the site; replaces the list. */
  readonly allowedOrigins?: readonly string[] | null | undefined;
  /** Main domain, for people to read. */
  readonly domain?: string | null | undefined;
  /** False switches the site off: all sessions end, and only the operator can switch it on again. */
  readonly isActive?: boolean | null | undefined;
  /** The `iss` that the host’s tokens carry. */
  readonly issuer?: string | null | undefined;
  /** Where the host publishes its keys. Then only tokens signed with those are accepted. Needs `issuer`. */
  readonly jwksUrl?: string | null | undefined;
  /** Name, 1 to 120 characters. */
  readonly name?: string | null | undefined;
  /** Settings to change. */
  readonly settings?: SiteSettingsInput | null | undefined;
}

/** A user as the host’s back-end describes them. What is left out stays; null empties. */
export interface UpsertUserInput {
  /** Address of a picture, https. */
  readonly avatarUrl?: string | null | undefined;
  /** Name to show, 1 to 120 characters. */
  readonly displayName?: string | null | undefined;
  /** E-mail address. */
  readonly email?: string | null | undefined;
  /** The host’s own id of the user, 1 to 200 characters. */
  readonly externalId: string;
  /** False ends the user’s sessions and keeps them from signing in. */
  readonly isActive?: boolean | null | undefined;
  /** Telephone number, at most 40 characters. */
  readonly phone?: string | null | undefined;
  /** Further facts; replaces those kept so far. */
  readonly profile?: JsonObject | null | undefined;
  /** What the user is on the site. Anything but SYSTEM. */
  readonly role: Role;
}

/** Who takes part now. */
export interface AddParticipantPayload {
  /** The participant as they are now. */
  readonly participant: Participant;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
}

/** A message with the reaction on it. */
export interface AddReactionPayload {
  /** The message, as it is now. */
  readonly message: Message;
  /** The number of the change in the conversation; for a repeated call, of the first time. */
  readonly seq: number;
}

/** A key for back-end calls. The secret itself was shown once and is not stored. */
export interface ApiKey {
  /** When the key was made. */
  readonly createdAt: string;
  /** When the key stops by itself. */
  readonly expiresAt: string | null;
  /** The id of the key; not its secret. */
  readonly id: string;
  /** When the key was last used, to the minute. */
  readonly lastUsedAt: string | null;
  /** What the key is for. */
  readonly name: string;
  /** First characters of the secret, to tell keys apart. */
  readonly prefix: string;
  /** When the key was revoked. */
  readonly revokedAt: string | null;
}

/** A booking of the host, with the conversation around it. */
export interface Booking {
  /** Who booked. */
  readonly client: User;
  /** Its conversation; null while there is none or it cannot be reached. Support that has not joined gets it without `lastMessage`. */
  readonly conversation: ViewerConversation | null;
  /** When it was first pushed. */
  readonly createdAt: string;
  /** When it ends. */
  readonly endsAt: string | null;
  /** The host’s own id of the booking. */
  readonly externalId: string;
  /** The id of the booking. */
  readonly id: string;
  /** Further facts of the host. */
  readonly metadata: JsonObject;
  /** Who provides. */
  readonly provider: User;
  /** When it begins. */
  readonly startsAt: string | null;
  /** Where the booking stands. */
  readonly status: BookingStatus;
  /** What was booked. */
  readonly title: string;
  /** When it was last changed by a push. */
  readonly updatedAt: string;
}

/** A page of bookings, newest first. */
export interface BookingConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly BookingEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** The booking that a conversation belongs to, as it was last synchronised. */
export interface BookingContext {
  /** When it ends. */
  readonly endsAt: string | null;
  /** The host’s own id of the booking. */
  readonly externalId: string;
  /** The id of the booking. */
  readonly id: string;
  /** Further facts of the host. */
  readonly metadata: JsonObject;
  /** When it begins. */
  readonly startsAt: string | null;
  /** Where the booking stands. */
  readonly status: BookingStatus;
  /** What was booked. */
  readonly title: string;
}

/** A booking on a page. */
export interface BookingEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: Booking;
}

/** The viewer with what came from the guest. */
export interface ClaimGuestPayload {
  /** The conversations that came from the guest. */
  readonly conversationIds: readonly string[];
  /** The viewer’s own user. */
  readonly user: User;
}

/** A conversation of a booking or between two people. */
export interface Conversation {
  /** The booking it belongs to; null for other kinds. */
  readonly booking: BookingContext | null;
  /** When it was made. */
  readonly createdAt: string;
  /** The id of the conversation. */
  readonly id: string;
  /** What it is about. */
  readonly kind: ConversationKind;
  /** When its newest message for everyone was sent, or when it was made; lists are ordered by it. */
  readonly lastActivityAt: string;
  /** The newest message that the viewer’s audience may see. */
  readonly lastMessage: MessagePreview | null;
  /** Number of its newest event. */
  readonly lastSeq: number;
  /** Those who take part now, in the order in which they joined. */
  readonly participants: readonly Participant[];
  /** Whether it takes messages. */
  readonly sendGate: SendGate;
  /** Title; empty for a direct conversation. */
  readonly title: string;
}

/** A page of conversations, newest activity first. */
export interface ConversationConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly ConversationEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A conversation on a page. */
export interface ConversationEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: ViewerConversation;
}

/** What the feed of a conversation would have sent after a position. */
export interface ConversationEventPage {
  /** Names the history of the database; part of a position. */
  readonly epoch: string;
  /** Whether more is there already. */
  readonly hasMore: boolean;
  /** Durable events in order; or a single snapshot where the position could not be resumed. */
  readonly items: readonly ConversationFeedItem[];
  /** Where to go on: pass it as `after.seq`. */
  readonly seq: number;
}

/** What the feed of a conversation sends: first a snapshot or a resumption, then events. */
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

/** The feed goes on where it was left: what happened since follows, nothing is missing and nothing comes twice. */
export interface ConversationResumed {
  /** Names the history of the database; part of a position. */
  readonly epoch: string;
  /** Events up to this one follow as replay, the later ones live. */
  readonly head: number;
  /** Who of the participants is there. */
  readonly presences: readonly Presence[];
  /** The position from which it goes on. */
  readonly seq: number;
  /** Who writes at the moment. */
  readonly typing: readonly TypingStarted[];
}

/** The state of a conversation and its position, read together. Everything after `seq` follows. */
export interface ConversationSnapshot {
  /** The conversation, with `viewer` filled. */
  readonly conversation: Conversation;
  /** Names the history of the database; part of a position. */
  readonly epoch: string;
  /** The newest messages, as many as asked for. */
  readonly messages: MessageConnection;
  /** Who of the participants is there. */
  readonly presences: readonly Presence[];
  /** Why the feed begins with a snapshot. */
  readonly reason: SnapshotReason;
  /** How far each participant is. */
  readonly receipts: readonly Receipt[];
  /** The position: events up to this one are in the snapshot. */
  readonly seq: number;
  /** Who writes at the moment. */
  readonly typing: readonly TypingStarted[];
}

/** The conversation’s title, gate or booking changed. */
export interface ConversationUpdated {
  /** When it happened. */
  readonly at: string;
  /** The conversation as it is now; its `viewer` is null, for the event is the same for all. */
  readonly conversation: Conversation;
  /** The `seq` of the event before it that this audience got, 0 if there was none. Greater than the last one you have: an event is missing. */
  readonly prevSeq: number;
  /** Its number in the conversation. */
  readonly seq: number;
}

/** The viewer’s own place in a conversation. */
export interface ConversationViewer {
  /** Whether the viewer may send a message now. */
  readonly canSend: boolean;
  /** Number up to which the viewer’s devices have received. */
  readonly deliveredSeq: number;
  /** True when the viewer muted it: it does not count in the totals. */
  readonly isMuted: boolean;
  /** Number up to which the viewer has read. */
  readonly readSeq: number;
  /** What the viewer is in it. */
  readonly role: ParticipantRole;
  /** Messages that the viewer may see and has not read. */
  readonly unreadCount: number;
}

/** A new key. */
export interface CreateApiKeyPayload {
  /** The key. */
  readonly apiKey: ApiKey;
  /** The credential itself (`sk_…`). It is not shown again. */
  readonly secret: string;
}

/** A new site. */
export interface CreateSitePayload {
  /** Secret to sign user tokens with. It is not shown again. */
  readonly secret: string;
  /** The site. */
  readonly site: Site;
}

/** A message that is a tombstone now. */
export interface DeleteMessagePayload {
  /** The message, as it is now. */
  readonly message: Message;
  /** The number of the change in the conversation; for a repeated call, of the first time. */
  readonly seq: number;
}

/** A message with a new text. */
export interface EditMessagePayload {
  /** The message, as it is now. */
  readonly message: Message;
  /** The number of the change in the conversation; for a repeated call, of the first time. */
  readonly seq: number;
}

/** Comes at least every 15 seconds while nothing else does, and proves that silence is silence. */
export interface FeedHead {
  /** When it was sent. */
  readonly at: string;
  /** The newest `seq` that this audience was sent. Greater than the last one you have: an event is missing. */
  readonly seq: number;
}

/** A conversation in the viewer’s list. */
export interface InboxEntry {
  /** The conversation, with `viewer` filled. */
  readonly conversation: ViewerConversation;
}

/** A conversation’s new state in the list. Replace the one you have; the list is ordered by `lastActivityAt`. */
export interface InboxEntryChanged {
  /** The entry. */
  readonly entry: InboxEntry;
  /** Unread over all conversations. */
  readonly unread: UnreadTotals;
}

/** A conversation is no longer in the viewer’s list. */
export interface InboxEntryRemoved {
  /** The conversation. */
  readonly conversationId: string;
  /** Unread over all conversations. */
  readonly unread: UnreadTotals;
}

/** What changed in the viewer’s inbox since a position. */
export interface InboxEventPage {
  /** Names the history of the database; part of a position. */
  readonly epoch: string;
  /** Changed entries and new notices; or a single snapshot where the position could not be resumed. */
  readonly items: readonly InboxFeedItem[];
  /** Where to go on: pass it as `after.position`. */
  readonly position: string;
}

/** What the feed of an inbox sends: first a snapshot or a resumption, then states. */
export type InboxFeedItem =
  | ({ readonly __typename: 'InboxEntryChanged'; } & InboxEntryChanged)
  | ({ readonly __typename: 'InboxEntryRemoved'; } & InboxEntryRemoved)
  | ({ readonly __typename: 'InboxHead'; } & InboxHead)
  | ({ readonly __typename: 'InboxResumed'; } & InboxResumed)
  | ({ readonly __typename: 'InboxSnapshot'; } & InboxSnapshot)
  | ({ readonly __typename: 'NoticePosted'; } & NoticePosted)
  | ({ readonly __typename: 'PresenceChanged'; } & PresenceChanged);

/** Everything up to `position` was sent. Comes at least every 15 seconds. */
export interface InboxHead {
  /** When it was sent. */
  readonly at: string;
  /** Opaque: pass it as `after.position` to go on from here. */
  readonly position: string;
}

/** The feed goes on where it was left: whatever changed since follows. */
export interface InboxResumed {
  /** Names the history of the database; part of a position. */
  readonly epoch: string;
  /** The position from which it goes on. It moves with `InboxHead`. */
  readonly position: string;
  /** Who of the people in them is there. */
  readonly presences: readonly Presence[];
  /** Unread over all conversations. */
  readonly unread: UnreadTotals;
}

/** The viewer’s list and its position, read together. */
export interface InboxSnapshot {
  /** Newest activity first, as many as asked for. */
  readonly entries: readonly InboxEntry[];
  /** Names the history of the database; part of a position. */
  readonly epoch: string;
  /** Whether there are older conversations: `conversations` has them. */
  readonly hasMore: boolean;
  /** The newest twenty, newest first. */
  readonly notices: readonly Notice[];
  /** Opaque: pass it as `after.position` to go on from here. */
  readonly position: string;
  /** Who of the people in them is there. */
  readonly presences: readonly Presence[];
  /** Why the feed begins with a snapshot. */
  readonly reason: SnapshotReason;
  /** Unread over all of them. */
  readonly unread: UnreadTotals;
}

/** The conversation, joined. */
export interface JoinConversationPayload {
  /** The conversation. */
  readonly conversation: ViewerConversation;
  /** The viewer in it. */
  readonly participant: Participant;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
}

/** The viewer’s place as it ended. */
export interface LeaveConversationPayload {
  /** The participant as they are now. */
  readonly participant: Participant;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
}

/** The viewer’s marks. */
export interface MarkDeliveredPayload {
  /** The marks as they are now. */
  readonly receipt: Receipt;
  /** Number of the event, or of the conversation’s newest event when nothing moved. */
  readonly seq: number;
}

/** The viewer’s marks, and what is left to read. */
export interface MarkMessageReadPayload {
  /** The marks as they are now. */
  readonly receipt: Receipt;
  /** Number of the event, or of the conversation’s newest event when nothing moved. */
  readonly seq: number;
  /** Messages that the viewer may see and has not read. */
  readonly unreadCount: number;
}

/** What was marked. */
export interface MarkNoticesReadPayload {
  /** How many notices were unread before; 0 on repetition. */
  readonly readCount: number;
}

/** The viewer’s marks, and what is left to read. */
export interface MarkReadPayload {
  /** The marks as they are now. */
  readonly receipt: Receipt;
  /** Number of the event, or of the conversation’s newest event when nothing moved. */
  readonly seq: number;
  /** Messages that the viewer may see and has not read. */
  readonly unreadCount: number;
}

/** A message. Once deleted it stays as a tombstone: its place and number, without text, metadata, versions and reactions. */
export interface Message {
  /** Who may see it. */
  readonly audience: Audience;
  /** The id that its sender made, by which a sender knows their own again. */
  readonly clientId: string;
  /** The conversation it was sent to. */
  readonly conversationId: string;
  /** When it was deleted. */
  readonly deletedAt: string | null;
  /** How often its text was changed. */
  readonly editCount: number;
  /** When its text was last changed. */
  readonly editedAt: string | null;
  /** The id of the message. */
  readonly id: string;
  /** True for a tombstone. */
  readonly isDeleted: boolean;
  /** What its content is. */
  readonly kind: MessageKind;
  /** Small data that came with it; empty once deleted. */
  readonly metadata: JsonObject;
  /** What caused it. */
  readonly origin: MessageOrigin;
  /** The message that opened the thread which this one is a reply in. */
  readonly parentId: string | null;
  /** Its reactions, emojis in the order of their first use. */
  readonly reactions: readonly Reaction[];
  /** Replies in its thread that everybody sees who sees this message. Deleted ones count. */
  readonly replyCount: number;
  /** Who sent it. */
  readonly sender: Person;
  /** When the server took it. */
  readonly sentAt: string;
  /** Its number in the conversation: the one thing that messages are ordered by. */
  readonly seq: number;
  /** Its text exactly as it was sent: show it as text, never as markup. Empty once deleted. */
  readonly text: string;
}

/** A page of messages, always ascending by seq. A cursor is a seq. */
export interface MessageConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly MessageEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A message was deleted; it stays as a tombstone. */
export interface MessageDeleted {
  /** When it happened. */
  readonly at: string;
  /** The tombstone. */
  readonly message: Message;
  /** The `seq` of the event before it that this audience got, 0 if there was none. Greater than the last one you have: an event is missing. */
  readonly prevSeq: number;
  /** Its number in the conversation. */
  readonly seq: number;
}

/** A message on a page. */
export interface MessageEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: Message;
}

/** A message’s text changed. */
export interface MessageEdited {
  /** When it happened. */
  readonly at: string;
  /** The message, as it is now. */
  readonly message: Message;
  /** The `seq` of the event before it that this audience got, 0 if there was none. Greater than the last one you have: an event is missing. */
  readonly prevSeq: number;
  /** Its number in the conversation. */
  readonly seq: number;
}

/** The newest message that the viewer’s audience may see, cut to 120 characters. */
export interface MessagePreview {
  /** What its content is. */
  readonly kind: MessageKind;
  /** The id of the user who sent it. */
  readonly sender: string;
  /** When it was sent. */
  readonly sentAt: string;
  /** Its number in the conversation. */
  readonly seq: number;
  /** Its text, cut short; empty once deleted. */
  readonly text: string;
}

/** When one recipient got and read one message. */
export interface MessageReceipt {
  /** When a device of theirs had it; null for not yet. */
  readonly deliveredAt: string | null;
  /** When they had read it; null for not yet. */
  readonly readAt: string | null;
  /** The recipient. */
  readonly user: Person;
}

/** A message was sent. If it is for everyone, its sender’s delivered and read marks move to `seq` too. */
export interface MessageSent {
  /** When it happened. */
  readonly at: string;
  /** The message, as it is now. */
  readonly message: Message;
  /** The `seq` of the event before it that this audience got, 0 if there was none. Greater than the last one you have: an event is missing. */
  readonly prevSeq: number;
  /** Its number in the conversation. */
  readonly seq: number;
}

/** One text of a message that was edited. */
export interface MessageVersion {
  /** When this version was written. */
  readonly editedAt: string;
  /** The id of the user who wrote it. */
  readonly editedBy: string;
  /** The text of this version. */
  readonly text: string;
  /** 1 is the text as it was sent, each edit makes the next. */
  readonly version: number;
}

/** The conversation as the viewer has it now. */
export interface MuteConversationPayload {
  /** The conversation. */
  readonly conversation: ViewerConversation;
}

/** An object that can be asked for again by its id alone, with `node(id:)`. */
export type Node =
  | ({ readonly __typename: 'ApiKey'; /** Opaque and stable; its prefix names the type. */ readonly id: string;})
  | ({ readonly __typename: 'Booking'; /** Opaque and stable; its prefix names the type. */ readonly id: string;})
  | ({ readonly __typename: 'Conversation'; /** Opaque and stable; its prefix names the type. */ readonly id: string;})
  | ({ readonly __typename: 'Message'; /** Opaque and stable; its prefix names the type. */ readonly id: string;})
  | ({ readonly __typename: 'Notice'; /** Opaque and stable; its prefix names the type. */ readonly id: string;})
  | ({ readonly __typename: 'Site'; /** Opaque and stable; its prefix names the type. */ readonly id: string;})
  | ({ readonly __typename: 'User'; /** Opaque and stable; its prefix names the type. */ readonly id: string;});

/** A line for one user about something that happened, kept until read and after. */
export interface Notice {
  /** The conversation it is about, if any. */
  readonly conversationId: string | null;
  /** When it was written. */
  readonly createdAt: string;
  /** Facts, by kind. */
  readonly data: JsonObject;
  /** The id of the notice. */
  readonly id: string;
  /** What it tells. */
  readonly kind: NoticeKind;
  /** When it was read. */
  readonly readAt: string | null;
  /** Number among the user’s notices; consecutive from 1. */
  readonly seq: number;
}

/** A page of notices, newest first. */
export interface NoticeConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly NoticeEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A notice on a page. */
export interface NoticeEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: Notice;
}

/** A notice was written for the viewer. */
export interface NoticePosted {
  /** The notice. */
  readonly notice: Notice;
}

/** The conversation of a booking. */
export interface OpenBookingConversationPayload {
  /** The conversation. */
  readonly conversation: ViewerConversation;
  /** Number of its newest event. */
  readonly seq: number;
}

/** Where a page of a list begins and ends, and whether there is more on either side. */
export interface PageInfo {
  /** Cursor of the last entry of the page; null if the page is empty. */
  readonly endCursor: string | null;
  /** True if there are entries after `endCursor`. */
  readonly hasNextPage: boolean;
  /** True if there are entries before `startCursor`. */
  readonly hasPreviousPage: boolean;
  /** Cursor of the first entry of the page; null if the page is empty. */
  readonly startCursor: string | null;
}

/** Somebody in a conversation. */
export interface Participant {
  /** When they joined, the last time. */
  readonly joinedAt: string;
  /** When they left; null while they take part. */
  readonly leftAt: string | null;
  /** What they are in this conversation. */
  readonly role: ParticipantRole;
  /** Who it is. */
  readonly user: Person;
}

/** Somebody came into the conversation. */
export interface ParticipantJoined {
  /** When it happened. */
  readonly at: string;
  /** Who. */
  readonly participant: Participant;
  /** The `seq` of the event before it that this audience got, 0 if there was none. Greater than the last one you have: an event is missing. */
  readonly prevSeq: number;
  /** Its number in the conversation. */
  readonly seq: number;
}

/** Somebody left the conversation or was removed. */
export interface ParticipantLeft {
  /** When it happened. */
  readonly at: string;
  /** Who. */
  readonly participant: Participant;
  /** The `seq` of the event before it that this audience got, 0 if there was none. Greater than the last one you have: an event is missing. */
  readonly prevSeq: number;
  /** Its number in the conversation. */
  readonly seq: number;
}

/** A person as the others in a conversation see them. */
export interface Person {
  /** Address of a picture, if there is one. */
  readonly avatarUrl: string | null;
  /** Name to show. */
  readonly displayName: string;
  /** The id of the user. */
  readonly id: string;
  /** True for an anonymous visitor. */
  readonly isGuest: boolean;
  /** What the person is on the site. */
  readonly role: Role;
}

/** Whether a person is there. Best effort: it heals by itself within about half a minute. */
export interface Presence {
  /** Until when they were there; null while they are, and when it is not known. */
  readonly lastSeenAt: string | null;
  /** Whether they are there now. */
  readonly status: PresenceStatus;
  /** The id of the user. */
  readonly userId: string;
}

/** A person came or went. Ephemeral: it has no `seq`, is never replayed and may be lost. */
export interface PresenceChanged {
  /** Their presence now. */
  readonly presence: Presence;
}

/** All reactions of one emoji on a message. */
export interface Reaction {
  /** The emoji. */
  readonly emoji: string;
  /** The ids of those who reacted, in the order in which they did. */
  readonly userIds: readonly string[];
}

/** Somebody reacted to a message. */
export interface ReactionAdded {
  /** When it happened. */
  readonly at: string;
  /** The emoji. */
  readonly emoji: string;
  /** The message. */
  readonly messageId: string;
  /** The `seq` of the event before it that this audience got, 0 if there was none. Greater than the last one you have: an event is missing. */
  readonly prevSeq: number;
  /** Its number in the conversation. */
  readonly seq: number;
  /** Who reacted. */
  readonly userId: string;
}

/** Somebody took a reaction back. */
export interface ReactionRemoved {
  /** When it happened. */
  readonly at: string;
  /** The emoji. */
  readonly emoji: string;
  /** The message. */
  readonly messageId: string;
  /** The `seq` of the event before it that this audience got, 0 if there was none. Greater than the last one you have: an event is missing. */
  readonly prevSeq: number;
  /** Its number in the conversation. */
  readonly seq: number;
  /** Whose reaction it was. */
  readonly userId: string;
}

/** How far a participant is in a conversation. Marks never go back. */
export interface Receipt {
  /** When that mark last moved. */
  readonly deliveredAt: string | null;
  /** Number up to which a device of theirs has received. */
  readonly deliveredSeq: number;
  /** When that mark last moved. */
  readonly readAt: string | null;
  /** Number up to which they have read. */
  readonly readSeq: number;
  /** Whose marks these are. */
  readonly userId: string;
}

/** A participant got or read more. Marks never go back. */
export interface ReceiptAdvanced {
  /** When it happened. */
  readonly at: string;
  /** The `seq` of the event before it that this audience got, 0 if there was none. Greater than the last one you have: an event is missing. */
  readonly prevSeq: number;
  /** How far they are. */
  readonly receipt: Receipt;
  /** Its number in the conversation. */
  readonly seq: number;
}

/** Who was removed. */
export interface RemoveParticipantPayload {
  /** The participant as they are now. */
  readonly participant: Participant;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
}

/** A message without the reaction. */
export interface RemoveReactionPayload {
  /** The message, as it is now. */
  readonly message: Message;
  /** The number of the change in the conversation; for a repeated call, of the first time. */
  readonly seq: number;
}

/** A key that is no longer accepted. */
export interface RevokeApiKeyPayload {
  /** The key. */
  readonly apiKey: ApiKey;
}

/** A site with a new secret. */
export interface RotateSiteSecretPayload {
  /** The new secret. It is not shown again. */
  readonly secret: string;
  /** The site. */
  readonly site: Site;
}

/** Whether a conversation takes messages, and until when. */
export interface SendGate {
  /** From this moment on, an open gate counts as READ_ONLY; null for no end. */
  readonly openUntil: string | null;
  /** What participants may do. */
  readonly state: SendGateState;
}

/** A message that is stored. */
export interface SendMessagePayload {
  /** True when an earlier call with the same `clientId` had stored it already. */
  readonly isDuplicate: boolean;
  /** The message, as it is now. */
  readonly message: Message;
  /** Its number in the conversation. */
  readonly seq: number;
}

/** A line of the system that is stored. */
export interface SendSystemMessagePayload {
  /** True when an earlier call with the same `clientId` had stored it already. */
  readonly isDuplicate: boolean;
  /** The message, as it is now. */
  readonly message: Message;
  /** Its number in the conversation. */
  readonly seq: number;
}

/** A tenant: one product that embeds the chat. Its data is separate from every other site’s. */
export interface Site {
  /** Origins whose pages may use this site from a browser. */
  readonly allowedOrigins: readonly string[];
  /** When the site was made. */
  readonly createdAt: string;
  /** Main domain of the site, for people to read. */
  readonly domain: string | null;
  /** The id of the site. */
  readonly id: string;
  /** False when the site is switched off: then nobody can use it. */
  readonly isActive: boolean;
  /** Name of the site. */
  readonly name: string;
  /** Public key (`pk_…`): names the site in tokens and in widgets. No secret. */
  readonly publicKey: string;
  /** Settings of the site. */
  readonly settings: SiteSettings;
  /** When the site was last changed. */
  readonly updatedAt: string;
}

/** Settings of a site, defaults filled in. */
export interface SiteSettings {
  /** Settings of automatic answers, kept as given. */
  readonly ai: JsonObject;
  /** Hours that a conversation stays open after its booking was completed. */
  readonly bookingOpenHours: number;
  /** Longest message, in Unicode code points. */
  readonly maxMessageLength: number;
  /** First message of a booking conversation; empty for none. */
  readonly welcomeMessage: string;
  /** Settings of the host’s own widget, kept as given. */
  readonly widget: JsonObject;
}

/** The conversation of the two, with the message. */
export interface StartDirectConversationPayload {
  /** The conversation. */
  readonly conversation: ViewerConversation;
  /** The message. */
  readonly message: Message;
  /** Number of the message in the conversation. */
  readonly seq: number;
}

/** A guest, signed in. */
export interface StartGuestSessionPayload {
  /** When the token ends; start a session again with the visitor id. */
  readonly expiresAt: string;
  /** User token for this guest. */
  readonly token: string;
  /** The guest. */
  readonly user: User;
  /** Keep it on the device, and secret: it makes the next visit the same guest. */
  readonly visitorId: string;
}

/** Answer of `startTyping`. */
export interface StartTypingPayload {
  /** When the others stop showing it unless it is said again. */
  readonly expiresAt: string;
}

/** Answer of `stopTyping`. */
export interface StopTypingPayload {
  /** The conversation. */
  readonly conversationId: string;
}

/** The booking as it is now. */
export interface SyncBookingPayload {
  /** The booking. */
  readonly booking: Booking;
  /** Its conversation; null while there is none. */
  readonly conversation: ViewerConversation | null;
  /** Number of the conversation’s newest event; null without a conversation. */
  readonly seq: number | null;
}

/** A person writes. Ephemeral: it has no `seq`, is never replayed, and ends by itself at `expiresAt`. */
export interface TypingStarted {
  /** When it ends unless it is said again before. */
  readonly expiresAt: string;
  /** Who writes. */
  readonly user: Person;
}

/** A person no longer writes. Ephemeral. */
export interface TypingStopped {
  /** The id of the user. */
  readonly userId: string;
}

/** Unread messages over all of the viewer’s conversations that are not muted. */
export interface UnreadTotals {
  /** Conversations that have unread messages. */
  readonly conversations: number;
  /** Unread messages. */
  readonly messages: number;
}

/** The profile as it is now. */
export interface UpdateProfilePayload {
  /** The viewer’s own user. */
  readonly user: User;
}

/** The site as it is now. */
export interface UpdateSitePayload {
  /** The site. */
  readonly site: Site;
}

/** The user as they are now. */
export interface UpsertUserPayload {
  /** The user made or changed. */
  readonly user: User;
}

/** A user of a site. `externalId`, `email`, `phone` and `profile` are null for all but the user and the staff. */
export interface User {
  /** Address of a picture, if there is one. */
  readonly avatarUrl: string | null;
  /** When the user was first seen. */
  readonly createdAt: string;
  /** Name to show. */
  readonly displayName: string;
  /** E-mail address. Only the user and staff see it. */
  readonly email: string | null;
  /** The host’s own id of the user. Only the user and staff see it. */
  readonly externalId: string | null;
  /** The id of the user. */
  readonly id: string;
  /** False once the user was deactivated: they can no longer sign in. */
  readonly isActive: boolean;
  /** True for an anonymous visitor. */
  readonly isGuest: boolean;
  /** Telephone number. Only the user and staff see it. */
  readonly phone: string | null;
  /** Further facts that the host or the user keeps. Only the user and staff see it. */
  readonly profile: JsonObject | null;
  /** What the user is on the site. */
  readonly role: Role;
}

/** A page of users. */
export interface UserConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly UserEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A user on a page. */
export interface UserEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: User;
}

/** A conversation of a booking or between two people. */
export interface ViewerConversation extends Conversation {
  /** The viewer’s own place in it; null on shared events, and for staff who look without having joined. */
  readonly viewer: ConversationViewer | null;
}
