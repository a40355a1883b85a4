// Generated from schema.graphql by `npm run gen`. Do not edit.

/** Any JSON object. Treat what others wrote into it like user input. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What an agent of support is at the moment. */
export type AgentStatus =
  | 'AWAY'
  | 'BUSY'
  | 'OFFLINE'
  | 'ONLINE';

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

/** Where a broadcast stands. */
export type BroadcastState =
  | 'EXPIRED'
  | 'PUBLISHED'
  | 'REVOKED'
  | 'SCHEDULED';

/** What can be done with many cases at once. */
export type BulkCaseAction =
  | 'ASSIGN'
  | 'CLOSE'
  | 'TAG'
  | 'TRANSFER'
  | 'UNTAG';

/** The orders in which cases are listed. */
export type CaseSort =
  | 'ACTIVITY'
  | 'LINE'
  | 'NEWEST'
  | 'OLDEST';

/** What happened to a case. */
export type CaseTrailKind =
  | 'ANSWERED'
  | 'ASKED'
  | 'ASSIGNED'
  | 'CLOSED'
  | 'DECIDED'
  | 'ESCALATED'
  | 'JOINED'
  | 'JOINED_ORIGIN'
  | 'LEFT'
  | 'QUEUED'
  | 'RECORDED'
  | 'RESOLVED';

/** What a member of staff does with a conversation at the moment. */
export type ColleagueActivity =
  | 'LOOKING'
  | 'TYPING';

/** What can be done with a conversation. Each is the mutation of that name: `TAKE_OVER_CASE` is `takeOverCase`. */
export type ConversationAction =
  | 'ADD_NOTE'
  | 'ADD_PARTICIPANT'
  | 'CLOSE_CASE'
  | 'COMPLETE_WRAP_UP'
  | 'DECIDE_ESCALATION'
  | 'END_SUPPORT'
  | 'ESCALATE_CONVERSATION'
  | 'JOIN_CONVERSATION'
  | 'LEAVE_CONVERSATION'
  | 'OPEN_ESCALATION'
  | 'RATE_CASE'
  | 'REOPEN_CASE'
  | 'RESOLVE_CASE'
  | 'SEND_MESSAGE'
  | 'SET_CASE_PENDING'
  | 'SET_CASE_PRIORITY'
  | 'SNOOZE_CASE'
  | 'TAKE_OVER_CASE'
  | 'TALK_TO_HUMAN'
  | 'TRANSFER_CASE';

/** What a conversation is about. */
export type ConversationKind =
  | 'BOOKING'
  | 'DIRECT'
  | 'ESCALATION'
  | 'SUPPORT'
  | 'TEAM';

/** Where a conversation stands: its support case says it, and without one whether it takes messages. */
export type ConversationStatus =
  | 'CLOSED'
  | 'HIDDEN'
  | 'OPEN'
  | 'PENDING'
  | 'QUEUED'
  | 'RESOLVED'
  | 'SNOOZED';

/** Every code that `extensions.code` of an error can carry. The list is closed. */
export type ErrorCode =
  | 'ACCESS_REVOKED'
  | 'AGENT_UNAVAILABLE'
  | 'ALREADY_RATED'
  | 'BOOKING_STATE_INVALID'
  | 'BROADCAST_STATE_INVALID'
  | 'CASE_STATE_INVALID'
  | 'CLIENT_CLOSED'
  | 'CONFLICT'
  | 'CONVERSATION_CLOSED'
  | 'ESCALATION_DECIDED'
  | 'FORBIDDEN'
  | 'IDEMPOTENCY_CONFLICT'
  | 'INTERNAL'
  | 'INVALID_INPUT'
  | 'LIMIT_EXCEEDED'
  | 'MESSAGE_TOO_LONG'
  | 'NETWORK_ERROR'
  | 'NOT_FOUND'
  | 'OFFER_EXPIRED'
  | 'ORIGIN_NOT_ALLOWED'
  | 'OUTSIDE_PROVIDER'
  | 'OVERLOADED'
  | 'PAYLOAD_TOO_LARGE'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'QUERY_INVALID'
  | 'QUERY_TOO_COMPLEX'
  | 'QUEUE_FULL'
  | 'RATE_LIMITED'
  | 'RATING_CLOSED'
  | 'RESYNC_REQUIRED'
  | 'SITE_INACTIVE'
  | 'STORAGE_FAILED'
  | 'TIMEOUT'
  | 'TOKEN_EXPIRED'
  | 'UNAUTHENTICATED'
  | 'UNAVAILABLE';

/** What became of an agent’s question to admins about a case. */
export type EscalationStatus =
  | 'ADVISED'
  | 'APPROVED'
  | 'DECLINED'
  | 'OPEN';

/** Whether a broadcast is for visitors without an account. */
export type GuestAudience =
  | 'EXCLUDED'
  | 'INCLUDED'
  | 'ONLY';

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

/** What the hits of a search are ordered by. */
export type MessageSearchOrder =
  | 'NEWEST'
  | 'RELEVANCE';

/** Why there is no estimate of a wait. */
export type NoEstimateReason =
  | 'NO_AGENTS'
  | 'TOO_FEW_HAND_OVERS';

/** What a notice tells its user. */
export type NoticeKind =
  | 'BOOKING_CHANGED'
  | 'CONVERSATION_ADDED'
  | 'CONVERSATION_REMOVED'
  | 'ESCALATED'
  | 'ESCALATION_DECIDED'
  | 'MENTIONED'
  | 'SLA_BREACHED'
  | 'SLA_WARNED'
  | 'STAFF_JOINED';

/** What became of the question to an agent whether they take a case. PENDING, ACCEPTED and WRAPPING_UP are live and count against the agent’s capacity. */
export type OfferStatus =
  | 'ACCEPTED'
  | 'COMPLETED'
  | 'PENDING'
  | 'REJECTED'
  | 'RESCINDED'
  | 'TIMED_OUT'
  | 'WRAPPING_UP';

/** What a member of staff says that they do with a conversation. */
export type OwnActivity =
  | 'AWAY'
  | 'LOOKING'
  | 'TYPING';

/** What a user is in one conversation. */
export type ParticipantRole =
  | 'ADMIN'
  | 'AGENT'
  | 'BOT'
  | 'CLIENT'
  | 'PROVIDER'
  | 'TEAM_MEMBER';

/** Where a payment stands, as its host says. */
export type PaymentStatus =
  | 'FAILED'
  | 'PAID'
  | 'PENDING'
  | 'REFUNDED';

/** What an admin lets an agent do beyond their role. Admins and back-ends may all of it. */
export type Permission =
  | 'BULK_ACTIONS'
  | 'MANAGE_BROADCASTS'
  | 'MANAGE_KNOWLEDGE'
  | 'MANAGE_ROUTING'
  | 'MANAGE_TAGS'
  | 'MANAGE_TEMPLATES'
  | 'SEE_ALL_CASES';

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

/** What a test of a routing rule looks at. */
export type RoutingField =
  | 'ATTRIBUTE'
  | 'DEPARTMENT'
  | 'HOURS'
  | 'LANGUAGE'
  | 'PAGE'
  | 'PRIORITY'
  | 'QUEUE'
  | 'WAITING'
  | 'WORDS';

/** How tests are put together. */
export type RoutingMatch =
  | 'ALL'
  | 'ANY';

/** How a test of a routing rule compares. Upper and lower case are the same. */
export type RoutingOperator =
  | 'AT_LEAST'
  | 'CONTAINS'
  | 'CONTAINS_ALL'
  | 'CONTAINS_NONE'
  | 'EXISTS'
  | 'IS'
  | 'IS_NOT'
  | 'LESS_THAN'
  | 'MISSING'
  | 'STARTS_WITH';

/** What is wrong with routing rules. */
export type RoutingProblemCode =
  | 'DOES_NOTHING'
  | 'DUPLICATE'
  | 'EMPTY'
  | 'INVALID_TEST'
  | 'LOOP'
  | 'MATCHES_NOTHING'
  | 'TOO_COMPLEX'
  | 'TOO_LONG'
  | 'TOO_MANY'
  | 'UNKNOWN_QUEUE'
  | 'UNKNOWN_SCHEDULE'
  | 'UNKNOWN_SKILL'
  | 'UNKNOWN_TEMPLATE'
  | 'UNREACHABLE';

/** What of a user a condition looks at. */
export type SegmentField =
  | 'CREATED_AT'
  | 'PROFILE';

/** How a condition compares. */
export type SegmentOperator =
  | 'AFTER'
  | 'AT_LEAST'
  | 'AT_MOST'
  | 'BEFORE'
  | 'EXISTS'
  | 'HAS'
  | 'IS'
  | 'IS_NOT'
  | 'MISSING';

/** Whether a conversation can be read and written by its participants. */
export type SendGateState =
  | 'HIDDEN'
  | 'OPEN'
  | 'READ_ONLY';

/** What a clock of service levels measures. */
export type SlaClockKind =
  | 'FIRST_RESPONSE'
  | 'NEXT_RESPONSE'
  | 'RESOLUTION';

/** Whether a clock of service levels runs. */
export type SlaClockStatus =
  | 'CANCELLED'
  | 'MET'
  | 'PAUSED'
  | 'RUNNING';

/** Why a feed begins with a snapshot: replace what is known by it. */
export type SnapshotReason =
  | 'AHEAD_OF_LOG'
  | 'EPOCH_CHANGED'
  | 'FIRST'
  | 'TOO_FAR_BEHIND';

/** Who leads the conversation of a support case. */
export type SupportControl =
  | 'AGENT'
  | 'BOT'
  | 'QUEUE';

/** How urgent a support case is. */
export type SupportPriority =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM'
  | 'URGENT';

/** Where a support case stands. */
export type SupportStatus =
  | 'CLOSED'
  | 'OPEN'
  | 'PENDING'
  | 'QUEUED'
  | 'RESOLVED'
  | 'SNOOZED';

/** A day of the week. */
export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

/** The corner of the page in which the widget stands. */
export type WidgetPosition =
  | 'BOTTOM_LEFT'
  | 'BOTTOM_RIGHT'
  | 'TOP_LEFT'
  | 'TOP_RIGHT';

/** What to accept. */
export interface AcceptOfferInput {
  /** The id of the offer. */
  readonly offerId: string;
}

/** An internal note: a message that only staff see. */
export interface AddNoteInput {
  /** Made by the caller, 1 to 64 of A-Z a-z 0-9 _ . : -. The same id with the same content is the same note. */
  readonly clientId: string;
  /** Where. */
  readonly conversationId: string;
  /** Colleagues who get a notice, at most 10; each must be able to see the conversation. They stand in `metadata.mentions`. */
  readonly mentions?: readonly string[] | null | undefined;
  /** Kept exactly as sent; limits as for `sendMessage`. */
  readonly text: string;
}

/** Whom to add to which conversation: by `userId` or by `externalId`, exactly one of them. */
export interface AddParticipantInput {
  /** The id of the conversation. */
  readonly conversationId: string;
  /** The host’s own id of the user. */
  readonly externalId?: string | null | undefined;
  /** What the host calls their part, such as `influencer`: 1 to 40 of a-z 0-9 _. Admins and back-ends alone give it, also to who takes part already; null takes it away. */
  readonly flowRole?: string | null | undefined;
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

/** Something that an agent can do. */
export interface AgentSkillInput {
  /** How well, 1 to 5. */
  readonly level?: number | null | undefined;
  /** Its name, 1 to 60 characters. */
  readonly name: string;
}

/** The texts in a further language, of at most 1,000 characters each. One that is left out is that of the site’s own language, an empty one is not said. */
export interface AutomationTranslationInput {
  /** Stands above the choices; never empty. */
  readonly choicesText?: string | null | undefined;
  /** Said when the bot hands over. */
  readonly handOverText?: string | null | undefined;
  /** Said once to a customer who has not answered. */
  readonly inactivityText?: string | null | undefined;
  /** Language tag such as `de` or `en-GB`. */
  readonly locale: string;
  /** Said instead when a case begins, or is handed over, outside of the opening hours of its queue. */
  readonly outOfHoursText?: string | null | undefined;
  /** Said to somebody who waits for an agent, within opening hours. */
  readonly waitingText?: string | null | undefined;
  /** Said when a case begins. */
  readonly welcomeText?: string | null | undefined;
}

/** Whom a broadcast is for. With nothing given, everybody of the site. */
export interface BroadcastAudienceInput {
  /** Whether it is for guests; default `INCLUDED`. */
  readonly guests?: GuestAudience | null | undefined;
  /** True: also for users who are made after it was published. Default false. */
  readonly includesNewcomers?: boolean | null | undefined;
  /** Roles that it is for; none for all. */
  readonly roles?: readonly Role[] | null | undefined;
  /** At most 10 groups, of which one must hold as a whole. */
  readonly segment?: readonly SegmentGroupInput[] | null | undefined;
}

/** Where to read more. */
export interface BroadcastLinkInput {
  /** What to show for it, 1 to 80 characters. */
  readonly label?: string | null | undefined;
  /** Address, https. */
  readonly url: string;
}

/** What to do with which cases. */
export interface BulkCasesInput {
  /** What to do. */
  readonly action: BulkCaseAction;
  /** With ASSIGN. */
  readonly agentId?: string | null | undefined;
  /** The cases, 1 to 100. */
  readonly caseIds: readonly string[];
  /** Made by the caller, 1 to 64 characters: what it moved once it does not move again. */
  readonly clientId: string;
  /** With ASSIGN and TRANSFER: for colleagues. */
  readonly note?: string | null | undefined;
  /** With TRANSFER: key of the queue. */
  readonly queue?: string | null | undefined;
  /** With TAG and UNTAG. */
  readonly tagId?: string | null | undefined;
  /** With CLOSE. */
  readonly wrapUpCode?: string | null | undefined;
}

/** Which cases; what is left out lets all through. Lists have at most 20 entries. */
export interface CaseFilterInput {
  /** Cases that any of these agents has. */
  readonly agentIds?: readonly string[] | null | undefined;
  /** Cases of this user. */
  readonly customerId?: string | null | undefined;
  /** Cases that nobody has, beside those of `agentIds`. */
  readonly isUnassigned?: boolean | null | undefined;
  /** Cases of any of these priorities. */
  readonly priorities?: readonly SupportPriority[] | null | undefined;
  /** Cases of any of these queues. */
  readonly queueIds?: readonly string[] | null | undefined;
  /** Cases that stand at any of these. */
  readonly statuses?: readonly SupportStatus[] | null | undefined;
  /** Cases with any of these tags. */
  readonly tagIds?: readonly string[] | null | undefined;
  /** Part of the subject, the customer’s name or e-mail, or words of a message that the viewer may read; at most 100 characters. */
  readonly text?: string | null | undefined;
}

/** Which of the bot’s choices. */
export interface ChooseAnswerInput {
  /** The article of the choice. */
  readonly articleId: string;
  /** The message with the choices: its metadata has `automation.choices`. */
  readonly messageId: string;
}

/** Which guest. */
export interface ClaimGuestInput {
  /** What `startGuestSession` answered with on this device. */
  readonly visitorId: string;
}

/** Which case to end. */
export interface CloseCaseInput {
  /** The id of the case. */
  readonly caseId: string;
  /** What the agent notes about it, 1 to 60 characters. */
  readonly wrapUpCode?: string | null | undefined;
}

/** Which case is finished. */
export interface CompleteWrapUpInput {
  /** The id of the case. */
  readonly caseId: string;
  /** What the agent notes about it, 1 to 60 characters. */
  readonly wrapUpCode?: string | null | undefined;
}

/** Which message was sent with which quick reply. */
export interface CountQuickReplyUseInput {
  /** The viewer’s own message. */
  readonly messageId: string;
  /** The quick reply. */
  readonly quickReplyId: string;
}

/** A key to be made. */
export interface CreateApiKeyInput {
  /** Made by the caller at random, 22 to 64 of A-Z a-z 0-9 _ . : -, such as a UUID. The same id with the same input answers with the same secret, at any later time, so keep it as safe as the secret. */
  readonly clientId: string;
  /** When the key shall stop by itself. */
  readonly expiresAt?: string | null | undefined;
  /** What the key is for, 1 to 80 characters. At most two of one name can be alive. */
  readonly name: string;
}

/** A new view of cases. */
export interface CreateCaseViewInput {
  /** Made by the caller, 1 to 64 characters: repeating the call with it makes no second. */
  readonly clientId: string;
  /** Which cases; all when it is left out. */
  readonly filter?: CaseFilterInput | null | undefined;
  /** For all staff, instead of the viewer alone. For admins, and agents with MANAGE_ROUTING. */
  readonly isShared?: boolean | null | undefined;
  /** Name, 1 to 80 characters. */
  readonly name: string;
  /** In which order; by activity when it is left out. */
  readonly sort?: CaseSort | null | undefined;
}

/** A new quick reply. */
export interface CreateQuickReplyInput {
  /** Made by the caller, 1 to 64 characters: a retry with the same one makes no second. */
  readonly clientId: string;
  /** The department that it is for, 1 to 60 characters; all when it is left out. */
  readonly department?: string | null | undefined;
  /** For everybody on the site but clients, instead of the viewer alone. For admins, and agents with MANAGE_TEMPLATES. */
  readonly isShared?: boolean | null | undefined;
  /** What is typed to find it: 1 to 40 letters, digits, `_` and `-`. */
  readonly shortcut: string;
  /** Words to find it by, at most 10 of 1 to 40 characters. */
  readonly tags?: readonly string[] | null | undefined;
  /** Text of 1 to 4,000 characters. Variables: `{{me.name}}`, `{{client.name}}`, `{{provider.name}}`, `{{booking.title}}`, `{{booking.status}}`, `{{booking.startsAt}}`, `{{booking.endsAt}}`, `{{conversation.title}}`. */
  readonly text: string;
  /** Title for lists, 1 to 120 characters. */
  readonly title: string;
}

/** A site to be made. */
export interface CreateSiteInput {
  /** Origins whose pages may use the site, such as `https://example.com`; `*` for all. At most 50. */
  readonly allowedOrigins?: readonly string[] | null | undefined;
  /** Made by the caller at random, 22 to 64 of A-Z a-z 0-9 _ . : -, such as a UUID. The same id with the same input answers with the same secret, at any later time, so keep it as safe as the secret. */
  readonly clientId: string;
  /** Main domain, for people to read. */
  readonly domain?: string | null | undefined;
  /** Name, 1 to 120 characters. */
  readonly name: string;
}

/** A new tag. */
export interface CreateTagInput {
  /** `#rrggbb`. */
  readonly color: string;
  /** The word, 1 to 40 characters; once for each site, whatever the case. */
  readonly name: string;
}

/** Names a customer by `userId` or by `externalId`, exactly one of them. */
export interface CustomerInput {
  /** The host’s own id of the user; made where admins and back-ends name one that is not there. */
  readonly externalId?: string | null | undefined;
  /** The id of the user. */
  readonly userId?: string | null | undefined;
}

/** Opening hours of one date. */
export interface DayHoursInput {
  /** When it closes: later than `opensAt`, by 24 hours at most. Past midnight the hours count on, as in `26:00`. */
  readonly closesAt: string;
  /** When it opens, `00:00` to `23:59`. */
  readonly opensAt: string;
}

/** The decision about an escalation. */
export interface DecideEscalationInput {
  /** The escalation. */
  readonly escalationId: string;
  /** APPROVED, DECLINED or ADVISED. */
  readonly status: EscalationStatus;
  /** What is decided and why, 1 to 2,000 characters. */
  readonly text: string;
}

/** Which article goes. */
export interface DeleteArticleInput {
  /** The article. */
  readonly articleId: string;
}

/** Which view goes. */
export interface DeleteCaseViewInput {
  /** The view. */
  readonly viewId: string;
}

/** A message to delete. */
export interface DeleteMessageInput {
  /** The message. */
  readonly messageId: string;
}

/** Which quick reply goes. */
export interface DeleteQuickReplyInput {
  /** The quick reply. */
  readonly quickReplyId: string;
}

/** Which schedule. */
export interface DeleteScheduleInput {
  /** Its key. */
  readonly key: string;
}

/** Which policy. */
export interface DeleteSlaPolicyInput {
  /** Its key. */
  readonly key: string;
}

/** Which tag goes. */
export interface DeleteTagInput {
  /** The tag. */
  readonly tagId: string;
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

/** What to end. */
export interface EndSupportInput {
  /** The id of the case. */
  readonly caseId: string;
}

/** What a party of a booking asks support. */
export interface EscalateConversationInput {
  /** Made by the caller, 1 to 64 characters: repeating the call with it makes no second case. */
  readonly clientId: string;
  /** The conversation of the booking. */
  readonly conversationId: string;
  /** Key of the queue; by default that of the site. */
  readonly queue?: string | null | undefined;
  /** What it is about, 1 to 2,000 characters; the first message of the case. */
  readonly reason: string;
}

/** Where a client stands in a conversation: the `epoch` of the feed’s first item and the `seq` of the last event it has. */
export interface FeedPosition {
  /** Of the snapshot or resumption. */
  readonly epoch: string;
  /** Of the last durable event, or of the snapshot. */
  readonly seq: number;
}

/** A date with hours of its own. */
export interface HolidayInput {
  /** The date, such as `2026-12-25`. */
  readonly date: string;
  /** Its hours, at most 8; left out or empty, it is closed. */
  readonly hours?: readonly DayHoursInput[] | null | undefined;
  /** What it is called, at most 80 characters. */
  readonly name?: string | null | undefined;
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

/** How far the viewer has read. */
export interface MarkBroadcastsReadInput {
  /** `seq` of the newest broadcast that was read. */
  readonly upToSeq: number;
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

/** What to ask admins about a case. */
export interface OpenEscalationInput {
  /** Whom to ask, at most 20; by default the admins of the site. */
  readonly adminIds?: readonly string[] | null | undefined;
  /** The case. */
  readonly caseId: string;
  /** Made by the caller, 1 to 64 characters: repeating the call with it makes no second. */
  readonly clientId: string;
  /** What is asked, 1 to 2,000 characters. */
  readonly reason: string;
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
  /** What the host calls their part in the conversation, such as `influencer`: 1 to 40 of a-z 0-9 _. A label. */
  readonly flowRole?: string | null | undefined;
  /** Telephone number, at most 40 characters. */
  readonly phone?: string | null | undefined;
}

/** Whether an article helped. */
export interface RateArticleInput {
  /** The article. */
  readonly articleId: string;
  /** Whether it did. Another answer replaces the one before. */
  readonly isHelpful: boolean;
}

/** What the holder of a link thinks of the support they got. */
export interface RateByTokenInput {
  /** Made by the caller, 1 to 64 characters: a retry with the same one answers like the first time. */
  readonly clientId: string;
  /** What the rater says with it, at most 2,000 characters. */
  readonly comment?: string | null | undefined;
  /** 1 to 5, 5 is best. */
  readonly rating: number;
  /** What the link carries. */
  readonly token: string;
}

/** What the viewer thinks of the support they got. */
export interface RateCaseInput {
  /** The viewer’s own case. */
  readonly caseId: string;
  /** Made by the caller, 1 to 64 characters: a retry with the same one answers like the first time. */
  readonly clientId: string;
  /** What the rater says with it, at most 2,000 characters. */
  readonly comment?: string | null | undefined;
  /** 1 to 5, 5 is best. */
  readonly rating: number;
}

/** What the viewer thinks of a message of their provider. */
export interface RateReplyInput {
  /** Made by the caller, 1 to 64 characters: a retry with the same one answers like the first time. */
  readonly clientId: string;
  /** What the rater says with it, at most 2,000 characters. */
  readonly comment?: string | null | undefined;
  /** A message of the provider’s side in a booking conversation. */
  readonly messageId: string;
  /** 1 to 5, 5 is best. */
  readonly rating: number;
}

/** A payment as the host knows it. */
export interface RecordPaymentInput {
  /** In the smallest unit of the currency, such as cents: 0 to 2,000,000,000. */
  readonly amountMinor: number;
  /** The host’s own id of the booking that it was for. */
  readonly bookingExternalId?: string | null | undefined;
  /** ISO 4217, such as `EUR`. */
  readonly currency: string;
  /** Who paid; stays the same for one payment. */
  readonly customer: CustomerInput;
  /** What it was for, at most 200 characters. */
  readonly description?: string | null | undefined;
  /** The host’s own id of the payment, 1 to 200 characters. */
  readonly externalId: string;
  /** When it happened. */
  readonly paidAt: string;
  /** Where it stands. */
  readonly status: PaymentStatus;
  /** Grows with each change at the host: a push with no greater one than was seen changes nothing. Default 0. */
  readonly version?: number | null | undefined;
}

/** What to reject. */
export interface RejectOfferInput {
  /** The id of the offer. */
  readonly offerId: string;
  /** Why, at most 500 characters. */
  readonly reason?: string | null | undefined;
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

/** A new title. */
export interface RenameTeamConversationInput {
  /** The conversation. */
  readonly conversationId: string;
  /** Title, 1 to 120 characters. */
  readonly title: string;
}

/** Which case to open again. */
export interface ReopenCaseInput {
  /** The id of the case. */
  readonly caseId: string;
}

/** The page on which the viewer is. */
export interface ReportPageInput {
  /** Where the viewer came from to the site; left out, the one known stays. */
  readonly referrer?: string | null | undefined;
  /** Its title, at most 300 characters. */
  readonly title?: string | null | undefined;
  /** Address of the page, at most 2,048 characters. */
  readonly url: string;
}

/** Which case is settled. */
export interface ResolveCaseInput {
  /** The id of the case. */
  readonly caseId: string;
  /** What the agent notes about it, 1 to 60 characters. */
  readonly wrapUpCode?: string | null | undefined;
}

/** Which version shall hold again. */
export interface RestoreRoutingRulesInput {
  /** The version that holds as the caller knows it. */
  readonly expectedVersion: number;
  /** The earlier version. */
  readonly version: number;
}

/** A key to be revoked. */
export interface RevokeApiKeyInput {
  /** The id of the key. */
  readonly apiKeyId: string;
}

/** Which broadcast is taken back. */
export interface RevokeBroadcastInput {
  /** The broadcast. */
  readonly broadcastId: string;
}

/** How to rotate the secret. */
export interface RotateSiteSecretInput {
  /** Made by the caller at random, 22 to 64 of A-Z a-z 0-9 _ . : -, such as a UUID. The same id with the same input answers with the same secret, at any later time, so keep it as safe as the secret. */
  readonly clientId: string;
  /** True ends the old secret at once; else it stays valid until the next rotation. */
  readonly dropPrevious?: boolean | null | undefined;
}

/** When a rule matches. It needs a test or a group. */
export interface RoutingConditionInput {
  /** Groups of questions, each of which counts as one; at most 10. */
  readonly groups?: readonly RoutingGroupInput[] | null | undefined;
  /** How many of the tests and groups must hold. */
  readonly match: RoutingMatch;
  /** The questions, at most 20. */
  readonly tests?: readonly RoutingTestInput[] | null | undefined;
}

/** Questions about a case that belong together. */
export interface RoutingGroupInput {
  /** How many must hold. */
  readonly match: RoutingMatch;
  /** The questions, 1 to 20. */
  readonly tests?: readonly RoutingTestInput[] | null | undefined;
}

/** One of the rules that say where a case goes. */
export interface RoutingRuleInput {
  /** Made by the client, unique among the rules: 1 to 64 of A-Z a-z 0-9 _ . : -. */
  readonly id: string;
  /** False leaves it out; true when it is not given. */
  readonly isActive?: boolean | null | undefined;
  /** What it is called, 1 to 80 characters. */
  readonly name: string;
  /** Priority to give. */
  readonly priority?: SupportPriority | null | undefined;
  /** Key of the queue to send the case to. */
  readonly queue?: string | null | undefined;
  /** Skills that are better to have, at most 20. */
  readonly skillsPreferred?: readonly string[] | null | undefined;
  /** Skills that an agent must have, at most 20. */
  readonly skillsRequired?: readonly string[] | null | undefined;
  /** Whether the rules below are left out once it has matched; true when it is not given. */
  readonly stops?: boolean | null | undefined;
  /** Shortcut of a shared quick reply that the customer gets when the case starts. */
  readonly template?: string | null | undefined;
  /** When it matches; always without one. */
  readonly when?: RoutingConditionInput | null | undefined;
}

/** A made-up case. */
export interface RoutingSampleInput {
  /** The moment for opening hours; now when it is left out. */
  readonly at?: string | null | undefined;
  /** What is kept of the customer. */
  readonly attributes?: JsonObject | null | undefined;
  /** Department that the customer asks for. */
  readonly department?: string | null | undefined;
  /** Takes the place of all opening hours. */
  readonly isOpen?: boolean | null | undefined;
  /** The customer’s language. */
  readonly language?: string | null | undefined;
  /** Address of the page. */
  readonly page?: string | null | undefined;
  /** Priority that the case has. */
  readonly priority?: SupportPriority | null | undefined;
  /** Key of the queue in which it waits. */
  readonly queue?: string | null | undefined;
  /** Subject and first message. */
  readonly text?: string | null | undefined;
  /** Seconds in the line. From 1 on, only rules that ask for the waiting time are looked at. */
  readonly waitedSeconds?: number | null | undefined;
}

/** One question about a case. */
export interface RoutingTestInput {
  /** What it looks at. */
  readonly field: RoutingField;
  /** Which attribute, or key of a schedule. */
  readonly name?: string | null | undefined;
  /** The number that it compares with; for waiting, seconds from 0 to 604,800. */
  readonly number?: number | null | undefined;
  /** How it compares. */
  readonly operator: RoutingOperator;
  /** What it compares with: at most 50 of 120 characters. */
  readonly values?: readonly string[] | null | undefined;
}

/** The whole list of rules. */
export interface SaveRoutingRulesInput {
  /** The version that they were made from; 0 for a site without any. */
  readonly expectedVersion: number;
  /** What changed, at most 200 characters. */
  readonly note?: string | null | undefined;
  /** The rules, from the top; at most 100. */
  readonly rules: readonly RoutingRuleInput[];
}

/** A condition on a user. Which of the values it needs depends on the operator; it takes no others. */
export interface SegmentConditionInput {
  /** Time to compare with. */
  readonly at?: string | null | undefined;
  /** Truth value to compare with. */
  readonly boolean?: boolean | null | undefined;
  /** What it looks at. */
  readonly field: SegmentField;
  /** For `PROFILE`: a name of letters, digits, `_` and `-`, or up to three joined by dots into nested objects. */
  readonly key?: string | null | undefined;
  /** Number to compare with. */
  readonly number?: number | null | undefined;
  /** How it compares. `BEFORE` and `AFTER` are for `CREATED_AT`, all others for `PROFILE`. */
  readonly operator: SegmentOperator;
  /** 1 to 50 texts to compare with, of at most 200 characters. */
  readonly texts?: readonly string[] | null | undefined;
}

/** Conditions that must all hold. */
export interface SegmentGroupInput {
  /** 1 to 10 conditions. */
  readonly allOf: readonly SegmentConditionInput[];
}

/** A broadcast. */
export interface SendBroadcastInput {
  /** Whom it is for; default everybody of the site. */
  readonly audience?: BroadcastAudienceInput | null | undefined;
  /** Made by the caller, 1 to 64 characters: a retry with the same one makes no second. */
  readonly clientId: string;
  /** When to stop showing it: at most a year after its publication; default 30 days. */
  readonly expiresAt?: string | null | undefined;
  /** Where to read more. */
  readonly link?: BroadcastLinkInput | null | undefined;
  /** Small data for the site’s product, at most 4 KiB. */
  readonly metadata?: JsonObject | null | undefined;
  /** When to publish it, to within five seconds; at most a year ahead. At once by default and where it lies in the past. */
  readonly sendAt?: string | null | undefined;
  /** Text, 1 to 2,000 characters. */
  readonly text: string;
  /** Title, 1 to 120 characters. */
  readonly title: string;
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

/** What an agent is from now on. */
export interface SetAgentStatusInput {
  /** The status. */
  readonly status: AgentStatus;
  /** Whose; the viewer’s own when it is left out. Only admins choose for others. */
  readonly userId?: string | null | undefined;
}

/** Which case waits for its customer. */
export interface SetCasePendingInput {
  /** The id of the case. */
  readonly caseId: string;
}

/** How urgent a case is. */
export interface SetCasePriorityInput {
  /** The id of the case. */
  readonly caseId: string;
  /** The priority. */
  readonly priority: SupportPriority;
}

/** What to keep of a customer. */
export interface SetCustomerAttributesInput {
  /** By names of 1 to 40 of a-z 0-9 _: a string of at most 500 characters, a number, a boolean, or a list of at most 20 such strings; null takes one away. What is not named stays; at most 50 in all. */
  readonly attributes: JsonObject;
  /** Whom. */
  readonly customer: CustomerInput;
}

/** What the viewer does with a conversation. */
export interface ShowActivityInput {
  /** LOOKING lasts 12 seconds, TYPING 6; AWAY takes both back. */
  readonly activity: OwnActivity;
  /** The conversation. */
  readonly conversationId: string;
}

/** Settings to change. What is left out stays. */
export interface SiteSettingsInput {
  /** Settings of automatic answers, kept as given. */
  readonly ai?: JsonObject | null | undefined;
  /** Hours that a conversation stays open after its booking was completed, 0 to 8,760. */
  readonly bookingOpenHours?: number | null | undefined;
  /** Longest message in Unicode code points, 1 to 10,000. */
  readonly maxMessageLength?: number | null | undefined;
  /** Question to the customer once their case of support is resolved, at most 500 characters; empty for none. */
  readonly ratingQuestion?: string | null | undefined;
  /** First message of a booking conversation, at most 1,000 characters; empty for none. */
  readonly welcomeMessage?: string | null | undefined;
  /** Settings of the host’s own widget, kept as given. */
  readonly widget?: JsonObject | null | undefined;
}

/** Which case to put aside, and until when. */
export interface SnoozeCaseInput {
  /** The id of the case. */
  readonly caseId: string;
  /** Within the next 366 days. */
  readonly until: string;
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

/** What a customer asks of support. */
export interface StartSupportInput {
  /** Further facts: an object of at most 4 KiB and 5 levels. */
  readonly attributes?: JsonObject | null | undefined;
  /** Made by the client, 1 to 64 of A-Z a-z 0-9 _ . : -: the same one is the same case. Of guests without a visitor id 22 at least, at random, such as a UUID. */
  readonly clientId: string;
  /** Department to ask. */
  readonly department?: string | null | undefined;
  /** Name of the guest, at most 120 characters; of a known user it changes nothing. */
  readonly displayName?: string | null | undefined;
  /** E-mail address of the guest; likewise. */
  readonly email?: string | null | undefined;
  /** Language of the customer, as a BCP 47 tag such as `de` or `en-GB`. */
  readonly language?: string | null | undefined;
  /** Address of the page, at most 2,048 characters. */
  readonly page?: string | null | undefined;
  /** Key of the queue; the default one of the department, or of the site, when it is left out. */
  readonly queue?: string | null | undefined;
  /** Address from which the customer came to it, at most 2,048 characters. */
  readonly referrer?: string | null | undefined;
  /** The site’s public key, of a visitor without a token: they are signed in as a guest. */
  readonly siteKey?: string | null | undefined;
  /** What it is about, at most 200 characters. */
  readonly subject?: string | null | undefined;
  /** The first message. */
  readonly text?: string | null | undefined;
  /** What the browser calls itself, at most 512 characters. */
  readonly userAgent?: string | null | undefined;
  /** What an earlier session answered with on this device. */
  readonly visitorId?: string | null | undefined;
}

/** A conversation among colleagues. */
export interface StartTeamConversationInput {
  /** Made by the caller, 1 to 64 characters: repeating the call with it makes no second. */
  readonly clientId: string;
  /** Title, 1 to 120 characters. */
  readonly title: string;
  /** The colleagues: agents and admins of the site, 1 to 49. */
  readonly userIds: readonly string[];
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

/** Which tag to put on which conversation. */
export interface TagConversationInput {
  /** The conversation. */
  readonly conversationId: string;
  /** The tag. */
  readonly tagId: string;
}

/** Which case to take. */
export interface TakeOverCaseInput {
  /** The id of the case. */
  readonly caseId: string;
}

/** Whose bot is to be out of it. */
export interface TalkToHumanInput {
  /** The case. */
  readonly caseId: string;
}

/** Which case to transfer, and to whom: exactly one of `agentId`, `queue` and `skill`. */
export interface TransferCaseInput {
  /** The agent who has it from then on. */
  readonly agentId?: string | null | undefined;
  /** The id of the case. */
  readonly caseId: string;
  /** Made by the client; a repeated transfer with the same one is the same. */
  readonly clientId: string;
  /** For colleagues, at most 2,000 characters; the customer never sees it. */
  readonly note?: string | null | undefined;
  /** Key of the queue in which it waits. */
  readonly queue?: string | null | undefined;
  /** A skill that its next agent must have. */
  readonly skill?: string | null | undefined;
}

/** Which tag to take off which conversation. */
export interface UntagConversationInput {
  /** The conversation. */
  readonly conversationId: string;
  /** The tag. */
  readonly tagId: string;
}

/** Changes of what the server says by itself. What is left out stays; texts have at most 1,000 characters. Variables: `{{customer.name}}`, `{{site.name}}`, `{{queue.name}}`, `{{queue.position}}`, `{{case.subject}}`, `{{waited.minutes}}`, `{{hours.nextOpening}}`. */
export interface UpdateAutomationInput {
  /** The score from which the bot sends an answer, 0 to 1. */
  readonly answerFrom?: number | null | undefined;
  /** Stands above the choices; never empty. */
  readonly choicesText?: string | null | undefined;
  /** Said when the bot hands over. */
  readonly handOverText?: string | null | undefined;
  /** Seconds of silence before it, 30 to 604,800. */
  readonly inactivityAfterSeconds?: number | null | undefined;
  /** Said once to a customer who has not answered. */
  readonly inactivityText?: string | null | undefined;
  /** Whether the bot answers in queues that begin with it; when not, these hand over at once. */
  readonly isBotOn?: boolean | null | undefined;
  /** The most articles to choose from, 1 to 5. */
  readonly maxChoices?: number | null | undefined;
  /** The score from which it asks which article is meant, at most `answerFrom`; below, it hands over. */
  readonly offerFrom?: number | null | undefined;
  /** Said instead when a case begins, or is handed over, outside of the opening hours of its queue. */
  readonly outOfHoursText?: string | null | undefined;
  /** The texts in further languages, at most 30. A customer gets those of their case’s `language`, else of a wider one (`de` for `de-AT`), else the texts beside this, which are in the site’s own language. Replaces those so far. */
  readonly translations?: readonly AutomationTranslationInput[] | null | undefined;
  /** Seconds of waiting before the first one and between two, 10 to 86,400. */
  readonly waitingAfterSeconds?: number | null | undefined;
  /** The most of them in one wait, 0 to 20. */
  readonly waitingMost?: number | null | undefined;
  /** Said to somebody who waits for an agent, within opening hours. */
  readonly waitingText?: string | null | undefined;
  /** Said when a case begins. */
  readonly welcomeText?: string | null | undefined;
}

/** Changes of a scheduled broadcast. What is left out stays. */
export interface UpdateBroadcastInput {
  /** Whom it is for; replaces the whole audience. */
  readonly audience?: BroadcastAudienceInput | null | undefined;
  /** The broadcast. */
  readonly broadcastId: string;
  /** When to stop showing it: after its publication, at most a year. */
  readonly expiresAt?: string | null | undefined;
  /** Where to read more; null for nowhere. */
  readonly link?: BroadcastLinkInput | null | undefined;
  /** Small data for the site’s product, at most 4 KiB; null for none. */
  readonly metadata?: JsonObject | null | undefined;
  /** When to publish it, at most a year ahead; a time in the past publishes it at once. */
  readonly sendAt?: string | null | undefined;
  /** Text, 1 to 2,000 characters. */
  readonly text?: string | null | undefined;
  /** Title, 1 to 120 characters. */
  readonly title?: string | null | undefined;
}

/** Changes of a view. What is left out stays. */
export interface UpdateCaseViewInput {
  /** Which cases. */
  readonly filter?: CaseFilterInput | null | undefined;
  /** Name. */
  readonly name?: string | null | undefined;
  /** In which order. */
  readonly sort?: CaseSort | null | undefined;
  /** The view. */
  readonly viewId: string;
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

/** Changes of a quick reply. What is left out stays. */
export interface UpdateQuickReplyInput {
  /** The department that it is for; empty for all. */
  readonly department?: string | null | undefined;
  /** False takes it out of use, true puts it back. */
  readonly isActive?: boolean | null | undefined;
  /** The quick reply. */
  readonly quickReplyId: string;
  /** What is typed to find it. */
  readonly shortcut?: string | null | undefined;
  /** Words to find it by; replaces those so far. */
  readonly tags?: readonly string[] | null | undefined;
  /** Text with variables. */
  readonly text?: string | null | undefined;
  /** Title for lists. */
  readonly title?: string | null | undefined;
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

/** Changes of a tag. What is left out stays. */
export interface UpdateTagInput {
  /** `#rrggbb`. */
  readonly color?: string | null | undefined;
  /** The word. */
  readonly name?: string | null | undefined;
  /** The tag. */
  readonly tagId: string;
}

/** Changes to the widget. What is left out stays; null brings the default back. */
export interface UpdateWidgetSettingsInput {
  /** Whether it opens by itself. */
  readonly autoOpen?: boolean | null | undefined;
  /** Milliseconds until it opens by itself, 0 to 600,000; 5,000 by default. */
  readonly autoOpenDelay?: number | null | undefined;
  /** Colour behind the messages, `#rrggbb`. */
  readonly backgroundColor?: string | null | undefined;
  /** Further styles, at most 4,000 characters. */
  readonly customCss?: string | null | undefined;
  /** Pages on which it is not shown, whatever `showOnPages` says. */
  readonly hideOnPages?: readonly string[] | null | undefined;
  /** Language tag such as `de-AT`; null for the browser’s own. */
  readonly locale?: string | null | undefined;
  /** Shown in the empty field; at most 120 characters. */
  readonly placeholderText?: string | null | undefined;
  /** The corner in which it stands; `BOTTOM_RIGHT` by default. */
  readonly position?: WidgetPosition | null | undefined;
  /** Main colour, `#rrggbb`. */
  readonly primaryColor?: string | null | undefined;
  /** Pages on which it is shown; none for all. At most 50 patterns: paths such as `/blog/*` or addresses such as `https://example.com/*`, in which `*` stands for any characters. */
  readonly showOnPages?: readonly string[] | null | undefined;
  /** Colour of what stands on the main colour, `#rrggbb`. */
  readonly textColor?: string | null | undefined;
  /** Shown before anybody wrote; at most 500 characters. */
  readonly welcomeMessage?: string | null | undefined;
}

/** The profile of an agent. What is left out stays. */
export interface UpsertAgentInput {
  /** Departments that they work for, at most 20; replaces those so far. */
  readonly departments?: readonly string[] | null | undefined;
  /** Most conversations that they take at once, 1 to 500; 8 for a new agent. */
  readonly maxConversations?: number | null | undefined;
  /** What they may do beyond their role; replaces those so far. Holds at once, without signing in again. */
  readonly permissions?: readonly Permission[] | null | undefined;
  /** What they can do, at most 50; replaces those so far. */
  readonly skills?: readonly AgentSkillInput[] | null | undefined;
  /** The user: an agent or an admin of the site. */
  readonly userId: string;
}

/** What to write of an article. What is left out stays; a new one needs `title` and `answer`. */
export interface UpsertArticleInput {
  /** The answer: 1 to 4,000 characters. */
  readonly answer?: string | null | undefined;
  /** What it is about, at most 80 characters. */
  readonly category?: string | null | undefined;
  /** False hides it from all but staff. Default true. */
  readonly isActive?: boolean | null | undefined;
  /** The host’s own name of it: 1 to 64 letters, digits and `_.:-`. The same key is the same article. */
  readonly key: string;
  /** Words by which to find it: at most 20 of 1 to 40 characters. */
  readonly keywords?: readonly string[] | null | undefined;
  /** Its language as a tag such as `de` or `pt-BR`. Null for any. */
  readonly language?: string | null | undefined;
  /** Path of the pages that it belongs to, in which `*` stands for anything: `/prices/*`. Null for all. */
  readonly pagePattern?: string | null | undefined;
  /** Other ways in which people ask the same: at most 20 of 1 to 300 characters. The bot learns from them; five do much. */
  readonly questions?: readonly string[] | null | undefined;
  /** The question, or a title: 1 to 300 characters. */
  readonly title?: string | null | undefined;
}

/** A queue. What is left out stays; null takes away what may be absent. */
export interface UpsertQueueInput {
  /** Seconds of waiting that one step of priority is worth, 0 to 604,800; 300 for a new queue. */
  readonly ageingSeconds?: number | null | undefined;
  /** Seconds after which a resolved case closes by itself, 60 to 31,622,400; null for never; 259,200, three days, for a new queue. */
  readonly closeAfterSeconds?: number | null | undefined;
  /** Priority of cases for which nobody said otherwise; MEDIUM for a new queue. */
  readonly defaultPriority?: SupportPriority | null | undefined;
  /** Department whose agents serve it; null for any agent. */
  readonly department?: string | null | undefined;
  /** Whether it takes new cases. */
  readonly isActive?: boolean | null | undefined;
  /** Whether its cases begin with a program that answers. */
  readonly isBotFirst?: boolean | null | undefined;
  /** Whether it takes the cases of its department, or of the site, that name no queue. */
  readonly isDefault?: boolean | null | undefined;
  /** The host’s own name of it: 1 to 60 of a-z 0-9 _ -. */
  readonly key: string;
  /** Most cases that wait in it, 0 to 100,000; null for no limit. */
  readonly maxWaiting?: number | null | undefined;
  /** Name shown to people, 1 to 120 characters; the key for a new queue. */
  readonly name?: string | null | undefined;
  /** Seconds that an agent has to answer an offer, 5 to 3,600; 30 for a new queue. */
  readonly offerSeconds?: number | null | undefined;
  /** Key of the queue that takes what it has no room for; null to refuse it with QUEUE_FULL. */
  readonly overflow?: string | null | undefined;
  /** Key of the opening hours that hold for it. */
  readonly schedule?: string | null | undefined;
  /** Seconds that an agent has after a conversation to finish the case, 0 to 86,400; 0 for a new queue. */
  readonly wrapUpSeconds?: number | null | undefined;
}

/** A schedule. What is left out stays; a new one needs `timeZone` and `hours`. */
export interface UpsertScheduleInput {
  /** Dates with hours of their own, at most 400; replaces those so far. */
  readonly holidays?: readonly HolidayInput[] | null | undefined;
  /** Opening hours of a week, at most 56; replaces those so far. They may touch, not overlap. None is closed. */
  readonly hours?: readonly WeeklyHoursInput[] | null | undefined;
  /** True makes it the site’s default instead of the one so far. */
  readonly isDefault?: boolean | null | undefined;
  /** Names it within the site: 1 to 40 of a-z, 0-9, `_` and `-`. */
  readonly key: string;
  /** Name shown to people, 1 to 80 characters; the key for a new one. */
  readonly name?: string | null | undefined;
  /** Name of an IANA time zone, such as `Europe/Vienna`. */
  readonly timeZone?: string | null | undefined;
}

/** Targets for some cases. What is left out stays, null empties; a new one needs a target. */
export interface UpsertSlaPolicyInput {
  /** Priority that a case gets at least when a clock is breached; null to leave it. */
  readonly breachPriority?: SupportPriority | null | undefined;
  /** Seconds to the first answer, 10 to 7,776,000; null for no such target. */
  readonly firstResponseSeconds?: number | null | undefined;
  /** Whether only open hours count; true for a new one. */
  readonly isBusinessHours?: boolean | null | undefined;
  /** Names it within the site: 1 to 40 of a-z, 0-9, `_` and `-`. */
  readonly key: string;
  /** Name shown to people, 1 to 80 characters; the key for a new one. */
  readonly name?: string | null | undefined;
  /** Seconds to each further answer, 10 to 7,776,000; null for no such target. */
  readonly nextResponseSeconds?: number | null | undefined;
  /** States of a case in which its clocks stand: PENDING, SNOOZED; both for a new one. */
  readonly pausesOn?: readonly SupportStatus[] | null | undefined;
  /** Priorities of the cases that it is for; null or none for all. */
  readonly priorities?: readonly SupportPriority[] | null | undefined;
  /** Key of the queue whose cases it is for; null for all. */
  readonly queue?: string | null | undefined;
  /** Seconds until it is resolved, 10 to 7,776,000; null for no such target. */
  readonly resolutionSeconds?: number | null | undefined;
  /** Key of the opening hours; null for those of the queue, else the site’s default. */
  readonly schedule?: string | null | undefined;
  /** Percent of a target after which its clock warns, 1 to 99; null for no warning; 80 for a new one. */
  readonly warnPercent?: number | null | undefined;
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

/** Which article is read. */
export interface ViewArticleInput {
  /** The article. */
  readonly articleId: string;
}

/** Opening hours of every such day of the week. */
export interface WeeklyHoursInput {
  /** When it closes: later than `opensAt`, by 24 hours at most. Past midnight the hours count on, as in `26:00`. */
  readonly closesAt: string;
  /** The day on which they begin. */
  readonly day: Weekday;
  /** When it opens, `00:00` to `23:59`. */
  readonly opensAt: string;
}

/** The case, taken. */
export interface AcceptOfferPayload {
  /** The case as it is now. */
  readonly case: SupportCase;
  /** The offer as it is now. */
  readonly offer: Offer;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
}

/** A note that is stored. */
export interface AddNotePayload {
  /** Whether it was there before, from an earlier try. */
  readonly isDuplicate: boolean;
  /** The note. */
  readonly message: Message;
  /** Its number in the conversation. */
  readonly seq: number;
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

/** Somebody who works in support. Staff see all of it; others see the agents in a conversation with them, and of these the person, the status and the rating: the rest is null. */
export interface Agent {
  /** What they chose, connected or not: it is shown again when they are back. Only staff see it. */
  readonly chosenStatus: AgentStatus | null;
  /** Departments that they work for. Only staff see them. */
  readonly departments: readonly string[] | null;
  /** Whether they take conversations now: true while `status` is ONLINE. */
  readonly isAvailable: boolean;
  /** When they last chose a status or last left, whichever is later; null when they never did. Only staff see it. */
  readonly lastActiveAt: string | null;
  /** Most conversations that they take at once. Only staff see it. */
  readonly maxConversations: number | null;
  /** What an admin lets them do beyond their role; all of it for admins. Only staff see it. */
  readonly permissions: readonly Permission[] | null;
  /** What customers think of them; null until somebody has rated. */
  readonly rating: AgentRating | null;
  /** What they can do. Only staff see it. */
  readonly skills: readonly AgentSkill[] | null;
  /** What they chose, or OFFLINE while they have no connection. */
  readonly status: AgentStatus;
  /** Who it is; `user.id` names the agent. */
  readonly user: Person;
}

/** An agent’s new state, or a new agent: replace the one you have. */
export interface AgentChanged {
  /** The agent. */
  readonly agent: Agent;
}

/** A page of agents. */
export interface AgentConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly AgentEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** An agent on a page. */
export interface AgentEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: Agent;
}

/** What the feed of agents sends: first a snapshot, then states. */
export type AgentFeedItem =
  | ({ readonly __typename: 'AgentChanged'; } & AgentChanged)
  | ({ readonly __typename: 'AgentRemoved'; } & AgentRemoved)
  | ({ readonly __typename: 'AgentsRead'; } & AgentsRead)
  | ({ readonly __typename: 'AgentsSnapshot'; } & AgentsSnapshot);

/** Figures of the cases that one agent had when they ended. */
export interface AgentFeedback {
  /** The agent. */
  readonly agent: Person;
  /** Average rating from 1 to 5; null until there is one. */
  readonly averageRating: number | null;
  /** Cases that ended. */
  readonly endedCount: number;
  /** Those of them that were settled at the first contact. */
  readonly firstContactCount: number;
  /** Those that were rated. */
  readonly ratedCount: number;
}

/** What customers think of an agent. */
export interface AgentRating {
  /** Average of all ratings, 1 to 5. */
  readonly average: number;
  /** How many ratings there are. */
  readonly count: number;
}

/** Somebody is no agent any more. */
export interface AgentRemoved {
  /** The id of the user. */
  readonly userId: string;
}

/** Something that an agent can do. */
export interface AgentSkill {
  /** How well, 1 to 5; null where nobody said. */
  readonly level: number | null;
  /** Its name, such as `payments`. */
  readonly name: string;
}

/** All changes up to `at` were sent. Comes every 15 seconds. */
export interface AgentsRead {
  /** When the agents were read. */
  readonly at: string;
}

/** All agents of the site at the moment in which the feed begins; at most 1,000. */
export interface AgentsSnapshot {
  /** In the order in which their users were made. */
  readonly agents: readonly Agent[];
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

/** An article of the site’s knowledge base: a question, further ways to ask it, and the answer. */
export interface Article {
  /** The answer, as the bot sends it: text, never markup. */
  readonly answer: string;
  /** What it is about, in the site’s own words; empty for nothing. */
  readonly category: string;
  /** When it was made. */
  readonly createdAt: string;
  /** How many people say that it helped. */
  readonly helpfulCount: number;
  /** Opaque and stable; its prefix names the type. */
  readonly id: string;
  /** Inactive ones are seen by staff alone, and the bot does not use them. */
  readonly isActive: boolean;
  /** The host’s own name of it. */
  readonly key: string;
  /** Words by which it is found besides those of its text. */
  readonly keywords: readonly string[];
  /** Its language, such as `de` or `pt-br`; null for any. */
  readonly language: string | null;
  /** Pages that it belongs to, such as `/prices/*`; null for all. */
  readonly pagePattern: string | null;
  /** Other ways in which people ask the same; the bot learns from them. */
  readonly questions: readonly string[];
  /** The question, or a title. */
  readonly title: string;
  /** How many people say that it did not. */
  readonly unhelpfulCount: number;
  /** When it was last changed. */
  readonly updatedAt: string;
  /** How many people have read it. */
  readonly viewCount: number;
  /** Whether the viewer says that it helped; null while they have not said. */
  readonly wasHelpful: boolean | null;
}

/** A page of articles. */
export interface ArticleConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly ArticleEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** An article on a page. */
export interface ArticleEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: Article;
}

/** An article that may answer a question. */
export interface ArticleMatch {
  /** The article. */
  readonly article: Article;
  /** How sure that is, 0 to 1: from 0.5 on about nine of ten are right. */
  readonly score: number;
}

/** What the server says by itself, and when. An empty text is not said. Variables: `{{customer.name}}`, `{{site.name}}`, `{{queue.name}}`, `{{queue.position}}`, `{{case.subject}}`, `{{waited.minutes}}`, `{{hours.nextOpening}}`. */
export interface AutomationSettings {
  /** The score from which the bot sends an answer, 0 to 1. */
  readonly answerFrom: number;
  /** Stands above the choices; never empty. */
  readonly choicesText: string;
  /** Said when the bot hands over. */
  readonly handOverText: string;
  /** Seconds of silence before it, 30 to 604,800. */
  readonly inactivityAfterSeconds: number;
  /** Said once to a customer who has not answered. */
  readonly inactivityText: string;
  /** Whether the bot answers in queues that begin with it; when not, these hand over at once. */
  readonly isBotOn: boolean;
  /** The most articles to choose from, 1 to 5. */
  readonly maxChoices: number;
  /** The score from which it asks which article is meant, at most `answerFrom`; below, it hands over. */
  readonly offerFrom: number;
  /** Said instead when a case begins, or is handed over, outside of the opening hours of its queue. */
  readonly outOfHoursText: string;
  /** The texts in further languages, at most 30. A customer gets those of their case’s `language`, else of a wider one (`de` for `de-AT`), else the texts beside this, which are in the site’s own language. By locale. */
  readonly translations: readonly AutomationTranslation[];
  /** Seconds of waiting before the first one and between two, 10 to 86,400. */
  readonly waitingAfterSeconds: number;
  /** The most of them in one wait, 0 to 20. */
  readonly waitingMost: number;
  /** Said to somebody who waits for an agent, within opening hours. */
  readonly waitingText: string;
  /** Said when a case begins. */
  readonly welcomeText: string;
}

/** The texts in a further language. */
export interface AutomationTranslation {
  /** Stands above the choices; never empty. Null for that of the site’s own language, empty for nothing. */
  readonly choicesText: string | null;
  /** Said when the bot hands over. Null for that of the site’s own language, empty for nothing. */
  readonly handOverText: string | null;
  /** Said once to a customer who has not answered. Null for that of the site’s own language, empty for nothing. */
  readonly inactivityText: string | null;
  /** Language tag such as `de` or `en-GB`. */
  readonly locale: string;
  /** Said instead when a case begins, or is handed over, outside of the opening hours of its queue. Null for that of the site’s own language, empty for nothing. */
  readonly outOfHoursText: string | null;
  /** Said to somebody who waits for an agent, within opening hours. Null for that of the site’s own language, empty for nothing. */
  readonly waitingText: string | null;
  /** Said when a case begins. Null for that of the site’s own language, empty for nothing. */
  readonly welcomeText: string | null;
}

/** Whose turn it is in a conversation. */
export interface AwaitedParty {
  /** What they are in it. The customer of a case is its CLIENT. */
  readonly role: ParticipantRole;
  /** Since when: what the case says, else when the others began to speak; of their newest 200 messages the first. */
  readonly since: string;
  /** The ids of those whose turn it is; empty where any of them may, as while a case waits in its line. */
  readonly userIds: readonly string[];
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

/** An announcement of the site to the viewer among others. It cannot be answered and never changes; it is shown until it is revoked or expires. */
export interface Broadcast {
  /** When it stops being shown, to within five seconds. */
  readonly expiresAt: string;
  /** The id of the broadcast. */
  readonly id: string;
  /** Where to read more, if anywhere. */
  readonly link: BroadcastLink | null;
  /** Small data that the site’s product attached. */
  readonly metadata: JsonObject;
  /** When it was published. */
  readonly publishedAt: string;
  /** Its place among the site’s broadcasts. Others may be for other people, so numbers may be missing. */
  readonly seq: number;
  /** Text. Show it as text, never as markup. */
  readonly text: string;
  /** Title. */
  readonly title: string;
}

/** Whom a broadcast is for. */
export interface BroadcastAudience {
  /** Whether it is for guests. */
  readonly guests: GuestAudience;
  /** Whether it is also for users who were made after it was published. */
  readonly includesNewcomers: boolean;
  /** Roles that it is for; none for all. */
  readonly roles: readonly Role[];
  /** Groups of which one must hold as a whole; none for everybody. */
  readonly segment: readonly SegmentGroup[];
}

/** A page of broadcasts, newest first. */
export interface BroadcastConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly BroadcastEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A broadcast on a page. */
export interface BroadcastEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: Broadcast;
}

/** Where to read more. */
export interface BroadcastLink {
  /** What to show for it; null for the address. */
  readonly label: string | null;
  /** Address, https. */
  readonly url: string;
}

/** A broadcast for the viewer was published. */
export interface BroadcastPosted {
  /** The broadcast. */
  readonly broadcast: Broadcast;
}

/** How far a broadcast reaches, counted over the users as they are now. */
export interface BroadcastReach {
  /** Active users that it is for. */
  readonly audienceCount: number;
  /** Those of them who have read it. */
  readonly seenCount: number;
}

/** A broadcast was revoked or has expired: it is no longer shown. */
export interface BroadcastRemoved {
  /** The broadcast. */
  readonly broadcastId: string;
}

/** All broadcasts that are shown to the viewer: replace those you have. Comes where some may have been missed, and where others became meant for the viewer. */
export interface BroadcastsListed {
  /** Newest first. */
  readonly broadcasts: readonly Broadcast[];
  /** The viewer has read up to this `seq`. */
  readonly readSeq: number;
}

/** The viewer has read broadcasts, perhaps on another device. */
export interface BroadcastsRead {
  /** The viewer has read up to this `seq`. */
  readonly readSeq: number;
}

/** What became of one case of many. */
export interface BulkCaseResult {
  /** The case as it is now; null when the viewer may not see it. */
  readonly case: SupportCase | null;
  /** The case. */
  readonly caseId: string;
  /** Why not, as an `ErrorCode`; null when it was done. */
  readonly code: string | null;
  /** Whether it is as asked now. */
  readonly isDone: boolean;
  /** Why not, for people. */
  readonly message: string | null;
}

/** What became of each case. */
export interface BulkCasesPayload {
  /** In the order given. */
  readonly results: readonly BulkCaseResult[];
}

/** Whether the site is open, and when that changes. */
export interface BusinessHours {
  /** The moment that it holds for. */
  readonly at: string;
  /** When it closes; null while it is closed, and when it does not within five years. */
  readonly closesAt: string | null;
  /** Whether it is open. A site without opening hours always is. */
  readonly isOpen: boolean;
  /** When it opens; null while it is open, and when it does not within five years. */
  readonly nextOpeningAt: string | null;
  /** The time zone of its opening hours; null for a site without any. */
  readonly timeZone: string | null;
}

/** How many cases an agent has that are not over. */
export interface CaseAgentCount {
  /** The agent. */
  readonly agent: Person;
  /** How many. */
  readonly count: number;
}

/** How many cases there are that the viewer may see. Closed ones count only where the filter asks for them. */
export interface CaseCounts {
  /** By agent, 200 at most. */
  readonly byAgent: readonly CaseAgentCount[];
  /** By queue, 200 at most. */
  readonly byQueue: readonly CaseQueueCount[];
  /** By where they stand. */
  readonly byStatus: readonly CaseStatusCount[];
  /** By tag, 200 at most. */
  readonly byTag: readonly CaseTagCount[];
  /** Of these, those that the viewer has. */
  readonly mine: number;
  /** Cases that are not over. */
  readonly total: number;
  /** Of these, those that nobody has. */
  readonly unassigned: number;
}

/** What became of a case of support, and what its customer said about it. It is there once the case was first resolved or closed. */
export interface CaseOutcome {
  /** Who had it when it ended, and is rated with it. */
  readonly agent: Person | null;
  /** When the customer was asked for a rating; null where nobody asked. */
  readonly askedAt: string | null;
  /** The case. */
  readonly caseId: string;
  /** What they said with it. */
  readonly comment: string | null;
  /** Its conversation. */
  readonly conversationId: string;
  /** Whose matter it was. */
  readonly customer: Person;
  /** When it last ended. */
  readonly endedAt: string;
  /** How often it ended; more than once where it was opened again. */
  readonly endings: number;
  /** Until when they can give it. */
  readonly expiresAt: string | null;
  /** Whether it came through the link. */
  readonly isByLink: boolean;
  /** Whether it was settled at the first contact: an agent answered, one agent at most had it, it ended once and is over, and the customer did not come back to the same queue within seven days. Null for the customer. */
  readonly isFirstContact: boolean | null;
  /** When they gave it. */
  readonly ratedAt: string | null;
  /** Their rating, 1 to 5; null until they gave it. */
  readonly rating: number | null;
  /** What it was about. */
  readonly subject: string;
}

/** A page of outcomes, newest first. */
export interface CaseOutcomeConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly CaseOutcomeEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** An outcome on a page. */
export interface CaseOutcomeEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: CaseOutcome;
}

/** How many cases a queue has that are not over. */
export interface CaseQueueCount {
  /** How many. */
  readonly count: number;
  /** Its name. */
  readonly name: string;
  /** The id of the queue. */
  readonly queueId: string;
}

/** How many cases stand somewhere. */
export interface CaseStatusCount {
  /** How many. */
  readonly count: number;
  /** Where. */
  readonly status: SupportStatus;
}

/** How many cases that are not over have a tag. */
export interface CaseTagCount {
  /** How many. */
  readonly count: number;
  /** The tag. */
  readonly tag: Tag;
}

/** A page of a case’s trail, oldest first. */
export interface CaseTrailConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly CaseTrailEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** An entry on a page. */
export interface CaseTrailEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: CaseTrailEntry;
}

/** Something that happened to a case. Only staff see it. */
export interface CaseTrailEntry {
  /** Who did it; null where the system or time did. */
  readonly actor: Person | null;
  /** When. */
  readonly at: string;
  /** Where it happened. */
  readonly conversationId: string | null;
  /** The escalation, where it is about one. */
  readonly escalationId: string | null;
  /** What. */
  readonly kind: CaseTrailKind;
  /** The message, where it is one. */
  readonly messageId: string | null;
  /** Whom it was done to or about. */
  readonly person: Person | null;
  /** What was said; of answers and notes null for who may not read the conversation. */
  readonly text: string | null;
}

/** The support case of the conversation changed. Its customer gets it only where they see a difference. */
export interface CaseUpdated {
  /** When it happened. */
  readonly at: string;
  /** The case as it is now. */
  readonly case: SupportCase;
  /** The `seq` of the event before it that this audience got, 0 if there was none. Greater than the last one you have: an event is missing. */
  readonly prevSeq: number;
  /** Its number in the conversation. */
  readonly seq: number;
}

/** A way to look at cases that staff keep: one’s own, or the site’s. */
export interface CaseView {
  /** Which cases, as `CaseFilterInput` takes it. */
  readonly filter: JsonObject;
  /** The id of the view. */
  readonly id: string;
  /** True for one of the site’s. */
  readonly isShared: boolean;
  /** Its name. */
  readonly name: string;
  /** In which order. */
  readonly sort: CaseSort;
}

/** The customer’s message that a choice became; the answer follows it. */
export interface ChooseAnswerPayload {
  /** The id of the conversation. */
  readonly conversationId: string;
  /** Whether it was chosen before. */
  readonly isDuplicate: boolean;
  /** The id of the message. */
  readonly messageId: string;
  /** Its number. */
  readonly seq: number;
}

/** The viewer with what came from the guest. */
export interface ClaimGuestPayload {
  /** The conversations that came from the guest. */
  readonly conversationIds: readonly string[];
  /** The viewer’s own user. */
  readonly user: User;
}

/** The case, over. */
export interface CloseCasePayload {
  /** The case as it is now. */
  readonly case: SupportCase;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
}

/** Somebody of the staff looks at the conversation or writes into it. Only staff get it. Ephemeral: no `seq`, never replayed, ends by itself at `expiresAt`. */
export interface ColleagueActive {
  /** What they do. */
  readonly activity: ColleagueActivity;
  /** When it ends unless it is said again before. */
  readonly expiresAt: string;
  /** Who. */
  readonly user: Person;
}

/** Somebody of the staff looks at the conversation no more. Only staff get it. Ephemeral. */
export interface ColleagueGone {
  /** The id of the user. */
  readonly userId: string;
}

/** The case, finished. */
export interface CompleteWrapUpPayload {
  /** The case as it is now. */
  readonly case: SupportCase;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
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

/** Where a conversation stands for its viewer at one moment. It changes with the events of the conversation; read it again with them. */
export interface ConversationContext {
  /** What the viewer can do now and what would change something. What hangs on more than the conversation may still be refused, as with AGENT_UNAVAILABLE or QUEUE_FULL. */
  readonly actions: readonly ConversationAction[];
  /** Whose turn it is; null where it is nobody’s, and for staff who have not joined it. */
  readonly awaited: AwaitedParty | null;
  /** The id of the conversation. */
  readonly conversationId: string;
  /** Number of the conversation’s newest event at that moment. */
  readonly seq: number;
  /** Where it stands, for bookings and support alike. */
  readonly status: ConversationStatus;
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
  | ({ readonly __typename: 'CaseUpdated'; } & CaseUpdated)
  | ({ readonly __typename: 'ColleagueActive'; } & ColleagueActive)
  | ({ readonly __typename: 'ColleagueGone'; } & ColleagueGone)
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
  | ({ readonly __typename: 'QueuePositionChanged'; } & QueuePositionChanged)
  | ({ readonly __typename: 'ReactionAdded'; } & ReactionAdded)
  | ({ readonly __typename: 'ReactionRemoved'; } & ReactionRemoved)
  | ({ readonly __typename: 'ReceiptAdvanced'; } & ReceiptAdvanced)
  | ({ readonly __typename: 'TagsChanged'; } & TagsChanged)
  | ({ readonly __typename: 'TypingStarted'; } & TypingStarted)
  | ({ readonly __typename: 'TypingStopped'; } & TypingStopped);

/** The feed goes on where it was left: what happened since follows, nothing is missing and nothing comes twice. */
export interface ConversationResumed {
  /** Who of the staff looks at it or writes; empty for all but staff. */
  readonly colleagues: readonly ColleagueActive[];
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
  /** Who of the staff looks at it or writes; empty for all but staff. */
  readonly colleagues: readonly ColleagueActive[];
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
  /** The support case that it belongs to; null for other kinds. */
  readonly supportCase: SupportCase | null;
  /** Its tags, by name; empty for all but staff. */
  readonly tags: readonly Tag[];
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

/** The quick reply as it is now. */
export interface CountQuickReplyUsePayload {
  /** The quick reply. */
  readonly quickReply: QuickReply;
}

/** A new key. */
export interface CreateApiKeyPayload {
  /** The key. */
  readonly apiKey: ApiKey;
  /** The credential itself (`sk_…`). It is shown again only to a repeated call. */
  readonly secret: string;
}

/** The view as it is now. */
export interface CreateCaseViewPayload {
  /** The view. */
  readonly view: CaseView;
}

/** The quick reply as it is now. */
export interface CreateQuickReplyPayload {
  /** The quick reply. */
  readonly quickReply: QuickReply;
}

/** A new site. */
export interface CreateSitePayload {
  /** Secret to sign user tokens with. It is shown again only to a repeated call. */
  readonly secret: string;
  /** The site. */
  readonly site: Site;
}

/** The tag as it is now. */
export interface CreateTagPayload {
  /** The tag. */
  readonly tag: Tag;
}

/** A client, guest or provider as staff see them beside a conversation. */
export interface Customer {
  /** What the host and staff keep of them. */
  readonly attributes: JsonObject;
  /** Their bookings as client or provider, newest first. */
  readonly bookings: BookingConnection;
  /** Conversations that they are or were in, newest activity first; agents get those that they have not joined without `lastMessage`. */
  readonly conversations: ConversationConnection;
  /** Their cases that are not over and that the viewer may see, newest first; 20 at most. */
  readonly openCases: readonly SupportCase[];
  /** Payments that the host told of, newest first. */
  readonly payments: PaymentConnection;
  /** How much there is. */
  readonly totals: CustomerTotals;
  /** Who it is, with private fields. */
  readonly user: User;
}

/** How much there is of a customer. */
export interface CustomerTotals {
  /** Bookings, as client or provider. */
  readonly bookings: number;
  /** Cases of support, all there ever were. */
  readonly cases: number;
  /** Conversations that they are or were in. */
  readonly conversations: number;
  /** Payments that the host told of. */
  readonly payments: number;
}

/** Opening hours of one date. */
export interface DayHours {
  /** When it closes: later than `opensAt`, by 24 hours at most. Past midnight the hours count on, as in `26:00`. */
  readonly closesAt: string;
  /** When it opens, `00:00` to `23:59`. */
  readonly opensAt: string;
}

/** The escalation as it is now. */
export interface DecideEscalationPayload {
  /** The escalation. */
  readonly escalation: Escalation;
}

/** The article is gone. */
export interface DeleteArticlePayload {
  /** The article. */
  readonly articleId: string;
}

/** The view is gone. */
export interface DeleteCaseViewPayload {
  /** The view. */
  readonly viewId: string;
}

/** A message that is a tombstone now. */
export interface DeleteMessagePayload {
  /** The message, as it is now. */
  readonly message: Message;
  /** The number of the change in the conversation; for a repeated call, of the first time. */
  readonly seq: number;
}

/** The quick reply is gone. */
export interface DeleteQuickReplyPayload {
  /** The quick reply. */
  readonly quickReplyId: string;
}

/** A schedule that is gone. */
export interface DeleteSchedulePayload {
  /** Its key. */
  readonly key: string;
}

/** A policy that is gone. */
export interface DeleteSlaPolicyPayload {
  /** Its key. */
  readonly key: string;
}

/** The tag is gone. */
export interface DeleteTagPayload {
  /** The tag. */
  readonly tagId: string;
}

/** A message with a new text. */
export interface EditMessagePayload {
  /** The message, as it is now. */
  readonly message: Message;
  /** The number of the change in the conversation; for a repeated call, of the first time. */
  readonly seq: number;
}

/** The case, over. */
export interface EndSupportPayload {
  /** The case as it is now. */
  readonly case: SupportCase;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
}

/** The case that came of it. */
export interface EscalateConversationPayload {
  /** The case, as its customer sees it. */
  readonly case: SupportCase;
  /** Whether it was there before, from an earlier try. */
  readonly isDuplicate: boolean;
}

/** A question of an agent to admins about a case, with a conversation of its own and one decision. Only staff see it. */
export interface Escalation {
  /** The case. */
  readonly caseId: string;
  /** The conversation of the agent with the admins, of the kind ESCALATION. */
  readonly conversationId: string;
  /** When it was opened. */
  readonly createdAt: string;
  /** When they did. */
  readonly decidedAt: string | null;
  /** Who decided. */
  readonly decidedBy: Person | null;
  /** What the admin decided, in their words; null while it is open. */
  readonly decision: string | null;
  /** The id of the escalation. */
  readonly id: string;
  /** Who asked. */
  readonly openedBy: Person;
  /** What is asked. */
  readonly reason: string;
  /** What became of it. */
  readonly status: EscalationStatus;
}

/** A page of escalations, newest first. */
export interface EscalationConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly EscalationEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** An escalation on a page. */
export interface EscalationEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: Escalation;
}

/** Comes at least every 15 seconds while nothing else does, and proves that silence is silence. */
export interface FeedHead {
  /** When it was sent. */
  readonly at: string;
  /** The newest `seq` that this audience was sent. Greater than the last one you have: an event is missing. */
  readonly seq: number;
}

/** Figures over the cases that first ended in a span of time. */
export interface FeedbackReport {
  /** Of the 100 agents with the most cases. */
  readonly agents: readonly AgentFeedback[];
  /** Those of them in which an agent answered. */
  readonly answeredCount: number;
  /** Cases whose customers were asked for a rating. */
  readonly askedCount: number;
  /** Average rating from 1 to 5; null until there is one. */
  readonly averageRating: number | null;
  /** How many rated 1, 2, 3, 4 and 5. */
  readonly distribution: readonly number[];
  /** Cases that ended. */
  readonly endedCount: number;
  /** Those of the answered ones that were settled at the first contact, as `CaseOutcome.isFirstContact` says. */
  readonly firstContactCount: number;
  /** Share of the answered ones that were settled at the first contact, 0 to 1; null where none was answered. */
  readonly firstContactRate: number | null;
  /** Cases that were rated. */
  readonly ratedCount: number;
  /** Their average. */
  readonly replyAverage: number | null;
  /** Ratings of providers’ replies in the span; 0 where an agent or a queue was asked for. */
  readonly replyCount: number;
  /** Share of the ratings that are 4 or 5, 0 to 1; null until there is one. */
  readonly satisfiedRate: number | null;
  /** The 100 most frequent codes. */
  readonly wrapUpCodes: readonly WrapUpCount[];
}

/** A date with hours of its own. They replace those of its weekday that begin on that date. */
export interface Holiday {
  /** The date, such as `2026-12-25`. */
  readonly date: string;
  /** Its hours; none where it is closed. */
  readonly hours: readonly DayHours[];
  /** What it is called; may be empty. */
  readonly name: string;
}

/** A case in an agent’s inbox. */
export interface InboxCase {
  /** The case. */
  readonly case: SupportCase;
  /** When its newest message for everyone was sent, or when it was made. */
  readonly lastActivityAt: string;
  /** Its newest message, notes too; null without one, and for an agent who has not joined its conversation. */
  readonly lastMessage: MessagePreview | null;
  /** Escalations about it that wait for an admin. */
  readonly openEscalations: number;
  /** The tags of its conversation, by name. */
  readonly tags: readonly Tag[];
}

/** A page of an agent’s inbox. */
export interface InboxCaseConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly InboxCaseEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A case on a page. */
export interface InboxCaseEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: InboxCase;
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
  | ({ readonly __typename: 'BroadcastPosted'; } & BroadcastPosted)
  | ({ readonly __typename: 'BroadcastRemoved'; } & BroadcastRemoved)
  | ({ readonly __typename: 'BroadcastsListed'; } & BroadcastsListed)
  | ({ readonly __typename: 'BroadcastsRead'; } & BroadcastsRead)
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
  /** The viewer has read the broadcasts up to this `seq`; those above it are unread. */
  readonly broadcastReadSeq: number;
  /** All that are shown to the viewer, newest first. */
  readonly broadcasts: readonly Broadcast[];
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

/** The mark as it is now. */
export interface MarkBroadcastsReadPayload {
  /** Broadcasts up to this `seq` are read. */
  readonly readSeq: number;
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

/** A page of messages that were found. */
export interface MessageSearchConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly MessageSearchEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A message that was found, on a page. */
export interface MessageSearchEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: MessageSearchHit;
}

/** A message that was found. `messages(around:)` with its `seq` is the page to show it in. */
export interface MessageSearchHit {
  /** Where in the snippet the words are that were looked for. */
  readonly highlights: readonly TextRange[];
  /** The message. */
  readonly message: Message;
  /** Part of its text around the first hit: show it as text, never as markup. */
  readonly snippet: string;
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
  | ({ readonly __typename: 'Article'; /** Opaque and stable; its prefix names the type. */ readonly id: string;})
  | ({ readonly __typename: 'Booking'; /** Opaque and stable; its prefix names the type. */ readonly id: string;})
  | ({ readonly __typename: 'Broadcast'; /** Opaque and stable; its prefix names the type. */ readonly id: string;})
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

/** The question to an agent whether they take a case, and what became of it. A case has one live offer at most. */
export interface Offer {
  /** When the agent accepted. */
  readonly acceptedAt: string | null;
  /** The id of the user whom it asks. */
  readonly agentId: string;
  /** The case. */
  readonly case: SupportCase;
  /** When the agent was asked. */
  readonly createdAt: string;
  /** When it ended. */
  readonly endedAt: string | null;
  /** Until when it can be accepted. */
  readonly expiresAt: string;
  /** The id of the offer. */
  readonly id: string;
  /** Why it ended, in short. */
  readonly reason: string | null;
  /** What became of it. */
  readonly status: OfferStatus;
  /** Until when the agent wraps up. */
  readonly wrapUpUntil: string | null;
}

/** An offer’s new state, or a new offer: replace the one you have. */
export interface OfferChanged {
  /** The offer. */
  readonly offer: Offer;
}

/** What the feed of offers sends: first a snapshot, then states. */
export type OfferFeedItem =
  | ({ readonly __typename: 'OfferChanged'; } & OfferChanged)
  | ({ readonly __typename: 'OfferRemoved'; } & OfferRemoved)
  | ({ readonly __typename: 'OffersRead'; } & OffersRead)
  | ({ readonly __typename: 'OffersSnapshot'; } & OffersSnapshot);

/** An offer is over: answered with no, not in time, taken back or completed. */
export interface OfferRemoved {
  /** The id of the offer. */
  readonly offerId: string;
}

/** All changes up to `at` were sent. Comes every 15 seconds. */
export interface OffersRead {
  /** When the offers were read. */
  readonly at: string;
}

/** All live offers of the viewer at the moment in which the feed begins. */
export interface OffersSnapshot {
  /** Oldest first. */
  readonly offers: readonly Offer[];
}

/** The conversation of a booking. */
export interface OpenBookingConversationPayload {
  /** The conversation. */
  readonly conversation: ViewerConversation;
  /** Number of its newest event. */
  readonly seq: number;
}

/** The escalation as it is now. */
export interface OpenEscalationPayload {
  /** The escalation. */
  readonly escalation: Escalation;
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
  /** What the host calls their part, such as `influencer`; null without a name. A label: `role` decides what they see. */
  readonly flowRole: string | null;
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

/** A payment of a customer as the host told of it. Only staff see it. */
export interface Payment {
  /** In the smallest unit of the currency, such as cents. */
  readonly amountMinor: number;
  /** The booking that it was for, if the host said so. */
  readonly bookingId: string | null;
  /** ISO 4217, such as `EUR`. */
  readonly currency: string;
  /** What it was for; may be empty. */
  readonly description: string;
  /** The host’s own id of the payment. */
  readonly externalId: string;
  /** The id of the payment. */
  readonly id: string;
  /** When it happened. */
  readonly paidAt: string;
  /** Where it stands. */
  readonly status: PaymentStatus;
}

/** A page of payments, newest first. */
export interface PaymentConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly PaymentEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A payment on a page. */
export interface PaymentEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: Payment;
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

/** How the replies of a provider are rated by their clients. */
export interface ProviderRating {
  /** Average from 1 to 5; null until there is one. */
  readonly average: number | null;
  /** How many ratings there are. */
  readonly count: number;
}

/** A line of customers who wait for support. For staff. */
export interface Queue {
  /** Seconds of waiting that one step of priority is worth. */
  readonly ageingSeconds: number;
  /** Seconds after which a resolved case closes by itself; null for never. */
  readonly closeAfterSeconds: number | null;
  /** Priority of cases for which nobody said otherwise. */
  readonly defaultPriority: SupportPriority;
  /** Department whose agents serve it; null for any agent. */
  readonly department: string | null;
  /** The id of the queue. */
  readonly id: string;
  /** Whether it takes new cases. */
  readonly isActive: boolean;
  /** Whether its cases begin with a program that answers. */
  readonly isBotFirst: boolean;
  /** Whether it takes the cases of its department, or of the site, that name no queue. */
  readonly isDefault: boolean;
  /** The host’s own name of it, unique on the site. */
  readonly key: string;
  /** Most cases that wait in it; null for no limit. */
  readonly maxWaiting: number | null;
  /** Name shown to people. */
  readonly name: string;
  /** Seconds that an agent has to answer an offer. */
  readonly offerSeconds: number;
  /** The queue that takes what it has no room for; null to refuse it. */
  readonly overflowQueueId: string | null;
  /** Key of the opening hours that hold for it. */
  readonly schedule: string | null;
  /** Seconds that an agent has after a conversation to finish the case. */
  readonly wrapUpSeconds: number;
}

/** Something was said, changed or deleted in a case that the viewer may see. The newest state of it, twice a second at most for each case. */
export interface QueueCaseActivity {
  /** The id of the case. */
  readonly caseId: string;
  /** The id of its conversation. */
  readonly conversationId: string;
  /** When something was said last. */
  readonly lastActivityAt: string;
  /** The newest message, internal notes included; null for an agent who has not joined the conversation. */
  readonly lastMessage: MessagePreview | null;
}

/** A case’s new state, or a new case: replace the one you have. */
export interface QueueCaseChanged {
  /** The case. */
  readonly case: SupportCase;
}

/** A case is over, or went where the viewer does not see it. */
export interface QueueCaseRemoved {
  /** The id of the case. */
  readonly caseId: string;
}

/** A queue’s new state: replace the one you have. */
export interface QueueChanged {
  /** The queue. */
  readonly state: QueueState;
}

/** What the feed of queues sends: first a snapshot, then states. */
export type QueueFeedItem =
  | ({ readonly __typename: 'QueueCaseActivity'; } & QueueCaseActivity)
  | ({ readonly __typename: 'QueueCaseChanged'; } & QueueCaseChanged)
  | ({ readonly __typename: 'QueueCaseRemoved'; } & QueueCaseRemoved)
  | ({ readonly __typename: 'QueueChanged'; } & QueueChanged)
  | ({ readonly __typename: 'QueuesRead'; } & QueuesRead)
  | ({ readonly __typename: 'QueuesSnapshot'; } & QueuesSnapshot);

/** Where the case stands in its line now. Ephemeral: it has no `seq`, is never replayed and may be lost; the next one replaces it. */
export interface QueuePositionChanged {
  /** When it was computed. */
  readonly at: string;
  /** What the estimate rests on; null without one. */
  readonly basis: WaitBasis | null;
  /** The id of the case. */
  readonly caseId: string;
  /** Seconds from `at`; null with a reason. */
  readonly estimatedWaitSeconds: number | null;
  /** Why there is no estimate; null with one, and once it waits no more. */
  readonly noEstimateReason: NoEstimateReason | null;
  /** 1 is the next; null once it waits no more. */
  readonly position: number | null;
}

/** A queue and what is in it. */
export interface QueueState {
  /** Cases of the line that an agent is asked to take. */
  readonly offered: number;
  /** Since when the longest waiting waits; null while nobody does. */
  readonly oldestQueuedAt: string | null;
  /** Cases that an agent has. */
  readonly open: number;
  /** Cases that wait for their customer. */
  readonly pending: number;
  /** The queue. */
  readonly queue: Queue;
  /** Cases that are put aside. */
  readonly snoozed: number;
  /** Cases in the line, those offered included. */
  readonly waiting: number;
}

/** The queue of a case, as everybody may know it. */
export interface QueueSummary {
  /** The id of the queue. */
  readonly id: string;
  /** The host’s own name of it. */
  readonly key: string;
  /** Name shown to people. */
  readonly name: string;
}

/** All changes up to `at` were sent. Comes every 15 seconds. */
export interface QueuesRead {
  /** When the queues were read. */
  readonly at: string;
}

/** All queues, and the cases that are not over, at the moment in which the feed begins; at most 1,000 cases. */
export interface QueuesSnapshot {
  /** In the order of the line. */
  readonly cases: readonly SupportCase[];
  /** In the order of their making. */
  readonly queues: readonly QueueState[];
}

/** A text to be sent again and again: one’s own, or one of the site’s. */
export interface QuickReply {
  /** When it was made. */
  readonly createdAt: string;
  /** The id of the user who made it. */
  readonly createdById: string;
  /** The department that it is for; null for all. */
  readonly department: string | null;
  /** The id of the quick reply. */
  readonly id: string;
  /** Whether it can be used. */
  readonly isActive: boolean;
  /** True for one of the site’s. */
  readonly isShared: boolean;
  /** What is typed to find it, in lower case. */
  readonly shortcut: string;
  /** Words to find it by, in lower case. */
  readonly tags: readonly string[];
  /** Text with variables, such as `{{client.name}}`; `renderQuickReply` fills them in. */
  readonly text: string;
  /** Title for lists. */
  readonly title: string;
  /** When it was last changed. */
  readonly updatedAt: string;
  /** How many messages were sent with it. */
  readonly usageCount: number;
  /** When it was last sent; null for never. */
  readonly usedAt: string | null;
}

/** A page of quick replies. */
export interface QuickReplyConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly QuickReplyEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A quick reply on a page. */
export interface QuickReplyEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: QuickReply;
}

/** The article as it is now. */
export interface RateArticlePayload {
  /** The article. */
  readonly article: Article;
}

/** The rating was kept. */
export interface RateByTokenPayload {
  /** The rating. */
  readonly rating: number;
}

/** The rating was kept. */
export interface RateCasePayload {
  /** The outcome with it. */
  readonly outcome: CaseOutcome;
}

/** The rating was kept. */
export interface RateReplyPayload {
  /** The rating. */
  readonly rating: ReplyRating;
}

/** What the host puts into an address of its own, such as in an e-mail, so that the customer can rate without signing in. */
export interface RatingLink {
  /** Until when it works. */
  readonly expiresAt: string;
  /** For `rateByToken`: signed, good for one rating of one case. */
  readonly token: string;
}

/** What somebody is asked to rate who opened a link. */
export interface RatingRequest {
  /** Name of the agent who had it. */
  readonly agentName: string | null;
  /** Until when it can be rated. */
  readonly expiresAt: string | null;
  /** The rating that stands; null until there is one. */
  readonly rating: number | null;
  /** What the case was about. */
  readonly subject: string;
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

/** The payment as it is now. */
export interface RecordPaymentPayload {
  /** The payment. */
  readonly payment: Payment;
}

/** The case, left to others. */
export interface RejectOfferPayload {
  /** The case as it is now. */
  readonly case: SupportCase;
  /** The offer as it is now. */
  readonly offer: Offer;
  /** Number of the conversation’s newest event after this change. */
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

/** The conversation as it is now. */
export interface RenameTeamConversationPayload {
  /** The conversation. */
  readonly conversation: ViewerConversation;
}

/** The case, open or in its line. */
export interface ReopenCasePayload {
  /** The case as it is now. */
  readonly case: SupportCase;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
}

/** What the client of a booking thinks of one message of the provider’s side. */
export interface ReplyRating {
  /** What they said with it. */
  readonly comment: string | null;
  /** The message. */
  readonly messageId: string;
  /** The provider of the booking, whoever of their team wrote. */
  readonly providerId: string;
  /** When they gave it. */
  readonly ratedAt: string;
  /** 1 to 5. */
  readonly rating: number;
}

/** A page of ratings of replies, newest first. */
export interface ReplyRatingConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly ReplyRatingEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A rating on a page. */
export interface ReplyRatingEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: ReplyRating;
}

/** The page was taken. */
export interface ReportPagePayload {
  /** When the viewer came to it. */
  readonly at: string;
}

/** The case, settled. */
export interface ResolveCasePayload {
  /** The case as it is now. */
  readonly case: SupportCase;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
}

/** The rules that hold from now on. */
export interface RestoreRoutingRulesPayload {
  /** The rules. */
  readonly routingRules: RoutingRules;
}

/** A key that is no longer accepted. */
export interface RevokeApiKeyPayload {
  /** The key. */
  readonly apiKey: ApiKey;
}

/** The broadcast as it is now. */
export interface RevokeBroadcastPayload {
  /** The broadcast. */
  readonly broadcast: SentBroadcast;
}

/** A site with a new secret. */
export interface RotateSiteSecretPayload {
  /** The new secret. It is shown again only to a repeated call. */
  readonly secret: string;
  /** The site. */
  readonly site: Site;
}

/** When a rule matches. */
export interface RoutingCondition {
  /** Groups of questions, each of which counts as one. */
  readonly groups: readonly RoutingGroup[];
  /** How many of the tests and groups must hold. */
  readonly match: RoutingMatch;
  /** The questions. */
  readonly tests: readonly RoutingTest[];
}

/** What the routing rules said of a case, and why. */
export interface RoutingDecision {
  /** When. */
  readonly at: string;
  /** The id of the decision. */
  readonly id: string;
  /** What they said, with the rules that matched. */
  readonly outcome: RoutingOutcome;
  /** Version of the rules. */
  readonly version: number;
  /** How long the case had waited; 0 when it started. */
  readonly waitedSeconds: number;
}

/** Questions about a case that belong together. */
export interface RoutingGroup {
  /** How many must hold. */
  readonly match: RoutingMatch;
  /** The questions. */
  readonly tests: readonly RoutingTest[];
}

/** What the routing rules say of a case, and why. */
export interface RoutingOutcome {
  /** The priority; null where no rule gives one. */
  readonly priority: SupportPriority | null;
  /** Key of the queue; null where no rule names one. */
  readonly queue: string | null;
  /** Skills that are better to have. */
  readonly skillsPreferred: readonly string[];
  /** Skills that an agent must have. */
  readonly skillsRequired: readonly string[];
  /** Each rule that was looked at, from the top. */
  readonly steps: readonly RoutingStep[];
  /** Shortcut of the quick reply; null where no rule names one. */
  readonly template: string | null;
}

/** Something that is wrong with routing rules. */
export interface RoutingProblem {
  /** What. */
  readonly code: RoutingProblemCode;
  /** Where, such as `rules.2.when.tests.0`. */
  readonly path: string;
  /** In words, to be read behind the path. */
  readonly reason: string;
}

/** One of the rules that say where a case goes. */
export interface RoutingRule {
  /** Made by the admin’s client; the same from version to version. */
  readonly id: string;
  /** False leaves it out. */
  readonly isActive: boolean;
  /** What it is called. */
  readonly name: string;
  /** Priority that it gives. */
  readonly priority: SupportPriority | null;
  /** Key of the queue that it sends the case to. */
  readonly queue: string | null;
  /** Skills that are better to have. */
  readonly skillsPreferred: readonly string[];
  /** Skills that an agent must have. */
  readonly skillsRequired: readonly string[];
  /** Whether the rules below are left out once it has matched. */
  readonly stops: boolean;
  /** Shortcut of a shared quick reply that the customer gets when the case starts. */
  readonly template: string | null;
  /** When it matches; null is always. */
  readonly when: RoutingCondition | null;
}

/** A version of the site’s routing rules. */
export interface RoutingRules {
  /** What whoever saved it noted. */
  readonly note: string | null;
  /** The earlier version that it brought back. */
  readonly restoredFrom: number | null;
  /** The rules, from the top. */
  readonly rules: readonly RoutingRule[];
  /** When it was saved. */
  readonly savedAt: string | null;
  /** Who saved it. */
  readonly savedBy: Person | null;
  /** Grows by one with each save; 0 for a site that never saved any. */
  readonly version: number;
}

/** A page of versions of the routing rules. */
export interface RoutingRulesConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly RoutingRulesEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A version on a page. */
export interface RoutingRulesEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: RoutingRules;
}

/** What became of one rule. */
export interface RoutingStep {
  /** What it set: `queue`, `priority`, `skillsRequired`, `skillsPreferred`, `template`. What a rule above had set stays. */
  readonly applied: readonly string[];
  /** The tests that decided it, in words. */
  readonly because: readonly string[];
  /** Whether it matched. */
  readonly isMatch: boolean;
  /** Its name. */
  readonly name: string;
  /** The rule. */
  readonly ruleId: string;
  /** Whether it left out the rules below. */
  readonly stopped: boolean;
}

/** One question about a case. */
export interface RoutingTest {
  /** What it looks at. */
  readonly field: RoutingField;
  /** Which attribute, or key of a schedule. */
  readonly name: string | null;
  /** The number that it compares with. */
  readonly number: number | null;
  /** How it compares. */
  readonly operator: RoutingOperator;
  /** What it compares with. */
  readonly values: readonly string[];
}

/** What rules would do with a made-up case. */
export interface RoutingTrial {
  /** What they say; null while there are problems. */
  readonly outcome: RoutingOutcome | null;
  /** Everything that keeps them from being saved. */
  readonly problems: readonly RoutingProblem[];
}

/** The rules that hold from now on. */
export interface SaveRoutingRulesPayload {
  /** The rules. */
  readonly routingRules: RoutingRules;
}

/** Opening hours of the site, or of a part of it. */
export interface Schedule {
  /** Dates with hours of their own, in order. */
  readonly holidays: readonly Holiday[];
  /** Opening hours of a week, in order. */
  readonly hours: readonly WeeklyHours[];
  /** Whether it holds wherever no other one is named. */
  readonly isDefault: boolean;
  /** Names it within the site. */
  readonly key: string;
  /** Name shown to people. */
  readonly name: string;
  /** Name of the IANA time zone that its times are of, such as `Europe/Vienna`. */
  readonly timeZone: string;
  /** When it last changed. */
  readonly updatedAt: string;
}

/** A condition on a user. */
export interface SegmentCondition {
  /** Time to compare with. */
  readonly at: string | null;
  /** Truth value to compare with. */
  readonly boolean: boolean | null;
  /** What it looks at. */
  readonly field: SegmentField;
  /** Name in the profile. */
  readonly key: string | null;
  /** Number to compare with. */
  readonly number: number | null;
  /** How it compares. */
  readonly operator: SegmentOperator;
  /** Texts to compare with. */
  readonly texts: readonly string[] | null;
}

/** Conditions that must all hold. */
export interface SegmentGroup {
  /** The conditions. */
  readonly allOf: readonly SegmentCondition[];
}

/** The broadcast that was sent or scheduled. */
export interface SendBroadcastPayload {
  /** The broadcast. */
  readonly broadcast: SentBroadcast;
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

/** A broadcast as admins see it, whatever its state. How far it reaches says `broadcastReach`. */
export interface SentBroadcast {
  /** Whom it is for. */
  readonly audience: BroadcastAudience;
  /** When it was made. */
  readonly createdAt: string;
  /** The user who made it; for a back-end, the site’s system user. */
  readonly createdById: string;
  /** When it stops being shown. */
  readonly expiresAt: string;
  /** The id of the broadcast. */
  readonly id: string;
  /** Where to read more, if anywhere. */
  readonly link: BroadcastLink | null;
  /** Small data that the site’s product attached. */
  readonly metadata: JsonObject;
  /** When it was published. */
  readonly publishedAt: string | null;
  /** When it was revoked. */
  readonly revokedAt: string | null;
  /** When it is or was due. */
  readonly sendAt: string;
  /** Its place among the site’s broadcasts; null until it is published. */
  readonly seq: number | null;
  /** Where it stands. */
  readonly state: BroadcastState;
  /** Text. */
  readonly text: string;
  /** Title. */
  readonly title: string;
}

/** A page of sent broadcasts, newest first. */
export interface SentBroadcastConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly SentBroadcastEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A broadcast on a page. */
export interface SentBroadcastEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: SentBroadcast;
}

/** The agent as they are now. */
export interface SetAgentStatusPayload {
  /** The agent. */
  readonly agent: Agent;
}

/** The case, waiting for its customer. */
export interface SetCasePendingPayload {
  /** The case as it is now. */
  readonly case: SupportCase;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
}

/** The case with its priority. */
export interface SetCasePriorityPayload {
  /** The case as it is now. */
  readonly case: SupportCase;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
}

/** What is kept of the customer now. */
export interface SetCustomerAttributesPayload {
  /** All attributes. */
  readonly attributes: JsonObject;
  /** The id of the user. */
  readonly userId: string;
}

/** Answer of `showActivity`. */
export interface ShowActivityPayload {
  /** When colleagues stop showing it unless it is said again; null after AWAY. */
  readonly expiresAt: string | null;
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
  /** How the site’s widget looks and behaves. */
  readonly widget: WidgetSettings;
}

/** Settings of a site, defaults filled in. */
export interface SiteSettings {
  /** Settings of automatic answers, kept as given. */
  readonly ai: JsonObject;
  /** Hours that a conversation stays open after its booking was completed. */
  readonly bookingOpenHours: number;
  /** Longest message, in Unicode code points. */
  readonly maxMessageLength: number;
  /** Question to the customer once their case of support is resolved; empty for none. */
  readonly ratingQuestion: string;
  /** First message of a booking conversation; empty for none. */
  readonly welcomeMessage: string;
  /** Settings of the host’s own widget, kept as given. */
  readonly widget: JsonObject;
}

/** A clock of service levels. For staff. */
export interface SlaClock {
  /** When the target was used up; null while it is not. */
  readonly breachedAt: string | null;
  /** When the target is used up if nothing stops it; null while it stands or is over. */
  readonly dueAt: string | null;
  /** The id of the clock. */
  readonly id: string;
  /** What it measures. */
  readonly kind: SlaClockKind;
  /** When it began. */
  readonly startedAt: string;
  /** Whether it runs. */
  readonly status: SlaClockStatus;
  /** When it was met or given up; null before. */
  readonly stoppedAt: string | null;
  /** Its target, in seconds of the hours that it runs by. */
  readonly targetSeconds: number;
  /** When it warned; null while it has not. */
  readonly warnedAt: string | null;
}

/** How clocks of one kind went, for cases of one priority. Lengths are in seconds of the hours that they ran by. */
export interface SlaFigures {
  /** Part that was in time, 0 to 1: met in time, among those met in time or breached. Null while there are none. */
  readonly attainment: number | null;
  /** Average length of those met. */
  readonly averageSeconds: number | null;
  /** How many used up their target, whatever became of them. */
  readonly breached: number;
  /** How many were given up. */
  readonly cancelled: number;
  /** What they measure. */
  readonly kind: SlaClockKind;
  /** Median length of those met. */
  readonly medianSeconds: number | null;
  /** How many were met in time. */
  readonly metInTime: number;
  /** How many were met late. */
  readonly metLate: number;
  /** Length that nine of ten of those met did not exceed. */
  readonly p90Seconds: number | null;
  /** Priority of the cases, when the clock last changed. */
  readonly priority: SupportPriority;
  /** How many run or stand. */
  readonly running: number;
  /** How many began. */
  readonly started: number;
}

/** Targets for the cases of a queue and some priorities. Of several that fit, the one with queue and priorities counts, then with a queue, then with priorities. */
export interface SlaPolicy {
  /** Priority that a case gets at least when a clock is breached; null to leave it. */
  readonly breachPriority: SupportPriority | null;
  /** Seconds to the first answer; null for no such target. */
  readonly firstResponseSeconds: number | null;
  /** Whether only open hours count. */
  readonly isBusinessHours: boolean;
  /** Names it within the site. */
  readonly key: string;
  /** Name shown to people. */
  readonly name: string;
  /** Seconds to each further answer; null for no such target. */
  readonly nextResponseSeconds: number | null;
  /** States of a case in which its clocks stand. */
  readonly pausesOn: readonly SupportStatus[];
  /** Priorities of the cases that it is for; none for all. */
  readonly priorities: readonly SupportPriority[];
  /** Key of the queue whose cases it is for; null for all. */
  readonly queue: string | null;
  /** Seconds until it is resolved; null for no such target. */
  readonly resolutionSeconds: number | null;
  /** Key of the opening hours; null for those of the queue, else the site’s default. */
  readonly schedule: string | null;
  /** When it last changed. */
  readonly updatedAt: string;
  /** Percent of a target after which its clock warns; null for no warning. */
  readonly warnPercent: number | null;
}

/** The case, put aside. */
export interface SnoozeCasePayload {
  /** The case as it is now. */
  readonly case: SupportCase;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
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

/** The case, in its line. */
export interface StartSupportPayload {
  /** The case. */
  readonly case: SupportCase;
  /** Its conversation. */
  readonly conversation: ViewerConversation;
  /** Whether it was started before with this client id. */
  readonly isDuplicate: boolean;
  /** Number of the conversation’s newest event. */
  readonly seq: number;
  /** Token and visitor id of a visitor who was signed in as a guest; null for those who had a token. */
  readonly session: StartGuestSessionPayload | null;
}

/** The conversation as it is now. */
export interface StartTeamConversationPayload {
  /** The conversation. */
  readonly conversation: ViewerConversation;
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

/** One matter of one customer with support; it has a conversation of its own. What only staff see is null for others. */
export interface SupportCase {
  /** Who has it, or had it last when it is over; null while it waits. */
  readonly agent: Person | null;
  /** When its agent got it. */
  readonly assignedAt: string | null;
  /** Further facts that came with it. Null for all but staff. */
  readonly attributes: JsonObject | null;
  /** When it was closed. */
  readonly closedAt: string | null;
  /** Who leads the conversation. */
  readonly control: SupportControl;
  /** The id of its conversation, of the kind SUPPORT. */
  readonly conversationId: string;
  /** Whose matter it is. */
  readonly customer: Person;
  /** The department of that queue; null for any. */
  readonly department: string | null;
  /** The id of the user who ended it; null when time did, and while it is not over. */
  readonly endedById: string | null;
  /** When an agent first answered. */
  readonly firstResponseAt: string | null;
  /** The id of the case. */
  readonly id: string;
  /** Language of the customer, as a BCP 47 tag. */
  readonly language: string | null;
  /** Address of the page on which the customer asked. Null for all but staff. */
  readonly page: string | null;
  /** How urgent it is. Null for all but staff. */
  readonly priority: SupportPriority | null;
  /** The queue in which it waits, or waited last. */
  readonly queue: QueueSummary;
  /** When it came into the line. */
  readonly queuedAt: string;
  /** Address from which the customer came to that page. Null for all but staff. */
  readonly referrer: string | null;
  /** When it was resolved. */
  readonly resolvedAt: string | null;
  /** Skills that are better to have. Null for all but staff. */
  readonly skillsPreferred: readonly string[] | null;
  /** Skills that its agent must have. Null for all but staff. */
  readonly skillsRequired: readonly string[] | null;
  /** Its clocks of service levels, oldest first: those that run, those of the whole case, and the newest of the others, 20 at most. Null for all but staff. */
  readonly slaClocks: readonly SlaClock[] | null;
  /** Until when it is put aside. Null for all but staff. */
  readonly snoozedUntil: string | null;
  /** Where it stands. What staff snoozed is PENDING to the customer. */
  readonly status: SupportStatus;
  /** What it is about; may be empty. */
  readonly subject: string;
  /** What the customer’s browser calls itself. Null for all but staff. */
  readonly userAgent: string | null;
  /** Grows with each change; 0 for all but staff. */
  readonly version: number;
  /** What the agent noted about its end. Null for all but staff. */
  readonly wrapUpCode: string | null;
}

/** A page of cases, newest in line first. */
export interface SupportCaseConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly SupportCaseEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A case on a page. */
export interface SupportCaseEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: SupportCase;
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

/** A word with a colour that staff put on conversations. Only staff see tags. */
export interface Tag {
  /** `#rrggbb`, in lower case. */
  readonly color: string;
  /** The id of the tag. */
  readonly id: string;
  /** The word. */
  readonly name: string;
}

/** A page of tags, by name. */
export interface TagConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly TagEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** The tags of a conversation as they are now. */
export interface TagConversationPayload {
  /** The conversation. */
  readonly conversationId: string;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
  /** All its tags, by name. */
  readonly tags: readonly Tag[];
}

/** A tag on a page. */
export interface TagEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: Tag;
}

/** Staff put a tag on the conversation or took one off. Only staff get it. */
export interface TagsChanged {
  /** When it happened. */
  readonly at: string;
  /** The `seq` of the event before it that this audience got, 0 if there was none. Greater than the last one you have: an event is missing. */
  readonly prevSeq: number;
  /** Its number in the conversation. */
  readonly seq: number;
  /** All its tags now, by name. */
  readonly tags: readonly Tag[];
}

/** The case, the viewer’s own. */
export interface TakeOverCasePayload {
  /** The case as it is now. */
  readonly case: SupportCase;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
}

/** The case as it is now. */
export interface TalkToHumanPayload {
  /** The case. */
  readonly case: SupportCase;
  /** Number of the conversation’s newest event. */
  readonly seq: number;
}

/** A place in a text, counted in UTF-16 code units as JavaScript does. */
export interface TextRange {
  /** Behind its last one. */
  readonly end: number;
  /** Where it begins. */
  readonly start: number;
}

/** The case, with another agent or in its line. */
export interface TransferCasePayload {
  /** The case as it is now. */
  readonly case: SupportCase;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
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

/** A visitor waits, or said something more: replace what you have of the conversation. Twice a second at most for each. */
export interface UnattendedChanged {
  /** The conversation. */
  readonly conversation: UnattendedConversation;
}

/** A conversation in which a visitor waits for staff: no agent or admin takes part, and its newest text is a client’s or guest’s. Those between a client and a provider are none; those of a guest are, until somebody answers. `joinConversation` takes it on. */
export interface UnattendedConversation {
  /** The id of the conversation. */
  readonly conversationId: string;
  /** What it is about. */
  readonly kind: ConversationKind;
  /** What they said last. */
  readonly lastMessage: MessagePreview;
  /** Its title; empty for a direct conversation. */
  readonly title: string;
  /** Who waits. */
  readonly visitor: Person;
}

/** A page of conversations in which a visitor waits for staff. */
export interface UnattendedConversationConnection {
  /** The entries of this page, in order. */
  readonly edges: readonly UnattendedConversationEdge[];
  /** Whether there is more, and from where to go on. */
  readonly pageInfo: PageInfo;
}

/** A conversation in which a visitor waits for staff, on a page. */
export interface UnattendedConversationEdge {
  /** Opaque position of this entry: pass it as `after` to go on behind it. */
  readonly cursor: string;
  /** The object at this place of the list. */
  readonly node: UnattendedConversation;
}

/** What the feed of unattended conversations sends: first a snapshot, then states. */
export type UnattendedFeedItem =
  | ({ readonly __typename: 'UnattendedChanged'; } & UnattendedChanged)
  | ({ readonly __typename: 'UnattendedRead'; } & UnattendedRead)
  | ({ readonly __typename: 'UnattendedRemoved'; } & UnattendedRemoved)
  | ({ readonly __typename: 'UnattendedSnapshot'; } & UnattendedSnapshot);

/** All changes up to `at` were sent. Comes every 15 seconds. */
export interface UnattendedRead {
  /** When the conversations were read. */
  readonly at: string;
}

/** Nobody waits there any more: staff came, or somebody answered, or the visitor took back what they said. */
export interface UnattendedRemoved {
  /** The id of the conversation. */
  readonly conversationId: string;
}

/** All conversations in which a visitor waits at the moment in which the feed begins; the newest 1,000 at most. */
export interface UnattendedSnapshot {
  /** The conversations. */
  readonly conversations: readonly UnattendedConversation[];
}

/** Unread messages over all of the viewer’s conversations that are not muted. */
export interface UnreadTotals {
  /** Conversations that have unread messages. */
  readonly conversations: number;
  /** Unread messages. */
  readonly messages: number;
}

/** The tags of a conversation as they are now. */
export interface UntagConversationPayload {
  /** The conversation. */
  readonly conversationId: string;
  /** Number of the conversation’s newest event after this change. */
  readonly seq: number;
  /** All its tags, by name. */
  readonly tags: readonly Tag[];
}

/** The settings as they are now. */
export interface UpdateAutomationPayload {
  /** The settings. */
  readonly settings: AutomationSettings;
}

/** The broadcast as it is now. */
export interface UpdateBroadcastPayload {
  /** The broadcast. */
  readonly broadcast: SentBroadcast;
}

/** The view as it is now. */
export interface UpdateCaseViewPayload {
  /** The view. */
  readonly view: CaseView;
}

/** The profile as it is now. */
export interface UpdateProfilePayload {
  /** The viewer’s own user. */
  readonly user: User;
}

/** The quick reply as it is now. */
export interface UpdateQuickReplyPayload {
  /** The quick reply. */
  readonly quickReply: QuickReply;
}

/** The site as it is now. */
export interface UpdateSitePayload {
  /** The site. */
  readonly site: Site;
}

/** The tag as it is now. */
export interface UpdateTagPayload {
  /** The tag. */
  readonly tag: Tag;
}

/** The widget as it is now. */
export interface UpdateWidgetSettingsPayload {
  /** How it looks and behaves. */
  readonly settings: WidgetSettings;
}

/** The agent as they are now. */
export interface UpsertAgentPayload {
  /** The agent. */
  readonly agent: Agent;
}

/** The article as it is now. */
export interface UpsertArticlePayload {
  /** The article. */
  readonly article: Article;
}

/** The queue as it is now. */
export interface UpsertQueuePayload {
  /** The queue. */
  readonly queue: Queue;
}

/** The schedule as it is now. */
export interface UpsertSchedulePayload {
  /** The schedule. */
  readonly schedule: Schedule;
}

/** The policy as it is now. */
export interface UpsertSlaPolicyPayload {
  /** The policy. */
  readonly policy: SlaPolicy;
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

/** The article as it is now. */
export interface ViewArticlePayload {
  /** The article. */
  readonly article: Article;
}

/** A conversation of a booking or between two people. */
export interface ViewerConversation extends Conversation {
  /** The viewer’s own place in it; null on shared events, and for staff who look without having joined. */
  readonly viewer: ConversationViewer | null;
}

/** The page of the host’s site on which a user is or was last, as their browser reported it. Whether they are still there says their presence. */
export interface Visit {
  /** When they came to this page. */
  readonly at: string;
  /** Their address in the network. */
  readonly ip: string | null;
  /** Where they came from to the site. */
  readonly referrer: string | null;
  /** Its title. */
  readonly title: string | null;
  /** Address of the page. The browser chose it: show it as text. */
  readonly url: string;
  /** What their browser calls itself. */
  readonly userAgent: string | null;
  /** The user. */
  readonly userId: string;
}

/** The user went to another page. */
export interface VisitChanged {
  /** The page. */
  readonly visit: Visit;
}

/** What the feed of a visit sends: first a snapshot, then states. */
export type VisitFeedItem =
  | ({ readonly __typename: 'VisitChanged'; } & VisitChanged)
  | ({ readonly __typename: 'VisitRead'; } & VisitRead)
  | ({ readonly __typename: 'VisitSnapshot'; } & VisitSnapshot);

/** The page was read again: so far nothing is missed. Comes every 15 seconds. */
export interface VisitRead {
  /** When it was read. */
  readonly at: string;
}

/** Where the user is at the moment in which the feed begins. */
export interface VisitSnapshot {
  /** The page; null when none was reported. */
  readonly last: Visit | null;
}

/** What an estimate rests on. */
export interface WaitBasis {
  /** Cases of the queue that were handed to agents. */
  readonly handOvers: number;
  /** Within so many seconds until now. */
  readonly seconds: number;
}

/** Opening hours of every such day of the week. */
export interface WeeklyHours {
  /** When it closes: later than `opensAt`, by 24 hours at most. Past midnight the hours count on, as in `26:00`. */
  readonly closesAt: string;
  /** The day on which they begin. */
  readonly day: Weekday;
  /** When it opens, `00:00` to `23:59`. */
  readonly opensAt: string;
}

/** What a widget needs before anybody signs in. */
export interface WidgetConfig {
  /** Whether it is shown on the page asked for; true where none was. */
  readonly isShown: boolean;
  /** How it looks and behaves. */
  readonly settings: WidgetSettings;
  /** Name of the site. */
  readonly siteName: string;
}

/** How the site’s widget looks and behaves, defaults filled in. */
export interface WidgetSettings {
  /** Whether it opens by itself. */
  readonly autoOpen: boolean;
  /** Milliseconds until it opens by itself, 0 to 600,000; 5,000 by default. */
  readonly autoOpenDelay: number;
  /** Colour behind the messages, `#rrggbb`. */
  readonly backgroundColor: string;
  /** Further styles, at most 4,000 characters. */
  readonly customCss: string;
  /** Pages on which it is not shown, whatever `showOnPages` says. */
  readonly hideOnPages: readonly string[];
  /** Language tag such as `de-AT`; null for the browser’s own. */
  readonly locale: string | null;
  /** Shown in the empty field; at most 120 characters. */
  readonly placeholderText: string;
  /** The corner in which it stands; `BOTTOM_RIGHT` by default. */
  readonly position: WidgetPosition;
  /** Main colour, `#rrggbb`. */
  readonly primaryColor: string;
  /** Pages on which it is shown; none for all. At most 50 patterns: paths such as `/blog/*` or addresses such as `https://example.com/*`, in which `*` stands for any characters. */
  readonly showOnPages: readonly string[];
  /** Colour of what stands on the main colour, `#rrggbb`. */
  readonly textColor: string;
  /** Shown before anybody wrote; at most 500 characters. */
  readonly welcomeMessage: string;
}

/** How many cases were given a code at their end. */
export interface WrapUpCount {
  /** The code. */
  readonly code: string;
  /** How many cases. */
  readonly count: number;
}
