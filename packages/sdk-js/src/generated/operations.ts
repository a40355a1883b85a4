// Generated from schema.graphql by `npm run gen`. Do not edit.
import { operation, type FeedSink, type OperationDocument, type OperationRunner, type RequestOptions } from '../operation.js';
import type {
  AddParticipantInput,
  AddParticipantPayload,
  AddReactionInput,
  AddReactionPayload,
  ApiKey,
  Booking,
  BookingConnection,
  BookingStatus,
  ClaimGuestInput,
  ClaimGuestPayload,
  ConversationConnection,
  ConversationEventPage,
  ConversationFeedItem,
  ConversationKind,
  CreateApiKeyInput,
  CreateApiKeyPayload,
  CreateSiteInput,
  CreateSitePayload,
  DeleteMessageInput,
  DeleteMessagePayload,
  EditMessageInput,
  EditMessagePayload,
  FeedPosition,
  InboxEventPage,
  InboxFeedItem,
  InboxPosition,
  JoinConversationInput,
  JoinConversationPayload,
  LeaveConversationInput,
  LeaveConversationPayload,
  MarkDeliveredInput,
  MarkDeliveredPayload,
  MarkMessageReadInput,
  MarkMessageReadPayload,
  MarkNoticesReadInput,
  MarkNoticesReadPayload,
  MarkReadInput,
  MarkReadPayload,
  Message,
  MessageConnection,
  MessageReceipt,
  MessageVersion,
  MuteConversationInput,
  MuteConversationPayload,
  Node,
  NoticeConnection,
  OpenBookingConversationInput,
  OpenBookingConversationPayload,
  Presence,
  Receipt,
  RemoveParticipantInput,
  RemoveParticipantPayload,
  RemoveReactionInput,
  RemoveReactionPayload,
  RevokeApiKeyInput,
  RevokeApiKeyPayload,
  Role,
  RotateSiteSecretInput,
  RotateSiteSecretPayload,
  SendMessageInput,
  SendMessagePayload,
  SendSystemMessageInput,
  SendSystemMessagePayload,
  Site,
  StartDirectConversationInput,
  StartDirectConversationPayload,
  StartGuestSessionInput,
  StartGuestSessionPayload,
  StartTypingInput,
  StartTypingPayload,
  StopTypingInput,
  StopTypingPayload,
  SyncBookingInput,
  SyncBookingPayload,
  UnreadTotals,
  UpdateProfileInput,
  UpdateProfilePayload,
  UpdateSiteInput,
  UpdateSitePayload,
  UpsertUserInput,
  UpsertUserPayload,
  User,
  UserConnection,
  ViewerConversation,
} from './types.js';

const AddParticipantPayloadText = 'fragment AddParticipantPayload on AddParticipantPayload{participant{...Participant}seq}';
const AddReactionPayloadText = 'fragment AddReactionPayload on AddReactionPayload{message{...Message}seq}';
const ApiKeyText = 'fragment ApiKey on ApiKey{createdAt expiresAt id lastUsedAt name prefix revokedAt}';
const BookingText = 'fragment Booking on Booking{client{...User}conversation{...ViewerConversation}createdAt endsAt externalId id metadata provider{...User}startsAt status title updatedAt}';
const BookingConnectionText = 'fragment BookingConnection on BookingConnection{edges{...BookingEdge}pageInfo{...PageInfo}}';
const BookingContextText = 'fragment BookingContext on BookingContext{endsAt externalId id metadata startsAt status title}';
const BookingEdgeText = 'fragment BookingEdge on BookingEdge{cursor node{...Booking}}';
const ClaimGuestPayloadText = 'fragment ClaimGuestPayload on ClaimGuestPayload{conversationIds user{...User}}';
const ConversationText = 'fragment Conversation on Conversation{booking{...BookingContext}createdAt id kind lastActivityAt lastMessage{...MessagePreview}lastSeq participants{...Participant}sendGate{...SendGate}title}';
const ConversationConnectionText = 'fragment ConversationConnection on ConversationConnection{edges{...ConversationEdge}pageInfo{...PageInfo}}';
const ConversationEdgeText = 'fragment ConversationEdge on ConversationEdge{cursor node{...ViewerConversation}}';
const ConversationEventPageText = 'fragment ConversationEventPage on ConversationEventPage{epoch hasMore items{...ConversationFeedItem}seq}';
const ConversationFeedItemText = 'fragment ConversationFeedItem on ConversationFeedItem{__typename ...ConversationResumed ...ConversationSnapshot ...ConversationUpdated ...FeedHead ...MessageDeleted ...MessageEdited ...MessageSent ...ParticipantJoined ...ParticipantLeft ...PresenceChanged ...ReactionAdded ...ReactionRemoved ...ReceiptAdvanced ...TypingStarted ...TypingStopped}';
const ConversationResumedText = 'fragment ConversationResumed on ConversationResumed{epoch head presences{...Presence}seq typing{...TypingStarted}}';
const ConversationSnapshotText = 'fragment ConversationSnapshot on ConversationSnapshot{conversation{...Conversation}epoch messages{...MessageConnection}presences{...Presence}reason receipts{...Receipt}seq typing{...TypingStarted}}';
const ConversationUpdatedText = 'fragment ConversationUpdated on ConversationUpdated{at conversation{...Conversation}prevSeq seq}';
const ConversationViewerText = 'fragment ConversationViewer on ConversationViewer{canSend deliveredSeq isMuted readSeq role unreadCount}';
const CreateApiKeyPayloadText = 'fragment CreateApiKeyPayload on CreateApiKeyPayload{apiKey{...ApiKey}secret}';
const CreateSitePayloadText = 'fragment CreateSitePayload on CreateSitePayload{secret site{...Site}}';
const DeleteMessagePayloadText = 'fragment DeleteMessagePayload on DeleteMessagePayload{message{...Message}seq}';
const EditMessagePayloadText = 'fragment EditMessagePayload on EditMessagePayload{message{...Message}seq}';
const FeedHeadText = 'fragment FeedHead on FeedHead{at seq}';
const InboxEntryText = 'fragment InboxEntry on InboxEntry{conversation{...ViewerConversation}}';
const InboxEntryChangedText = 'fragment InboxEntryChanged on InboxEntryChanged{entry{...InboxEntry}unread{...UnreadTotals}}';
const InboxEntryRemovedText = 'fragment InboxEntryRemoved on InboxEntryRemoved{conversationId unread{...UnreadTotals}}';
const InboxEventPageText = 'fragment InboxEventPage on InboxEventPage{epoch items{...InboxFeedItem}position}';
const InboxFeedItemText = 'fragment InboxFeedItem on InboxFeedItem{__typename ...InboxEntryChanged ...InboxEntryRemoved ...InboxHead ...InboxResumed ...InboxSnapshot ...NoticePosted ...PresenceChanged}';
const InboxHeadText = 'fragment InboxHead on InboxHead{at position}';
const InboxResumedText = 'fragment InboxResumed on InboxResumed{epoch position presences{...Presence}unread{...UnreadTotals}}';
const InboxSnapshotText = 'fragment InboxSnapshot on InboxSnapshot{entries{...InboxEntry}epoch hasMore notices{...Notice}position presences{...Presence}reason unread{...UnreadTotals}}';
const JoinConversationPayloadText = 'fragment JoinConversationPayload on JoinConversationPayload{conversation{...ViewerConversation}participant{...Participant}seq}';
const LeaveConversationPayloadText = 'fragment LeaveConversationPayload on LeaveConversationPayload{participant{...Participant}seq}';
const MarkDeliveredPayloadText = 'fragment MarkDeliveredPayload on MarkDeliveredPayload{receipt{...Receipt}seq}';
const MarkMessageReadPayloadText = 'fragment MarkMessageReadPayload on MarkMessageReadPayload{receipt{...Receipt}seq unreadCount}';
const MarkNoticesReadPayloadText = 'fragment MarkNoticesReadPayload on MarkNoticesReadPayload{readCount}';
const MarkReadPayloadText = 'fragment MarkReadPayload on MarkReadPayload{receipt{...Receipt}seq unreadCount}';
const MessageText = 'fragment Message on Message{audience clientId conversationId deletedAt editCount editedAt id isDeleted kind metadata origin parentId reactions{...Reaction}replyCount sender{...Person}sentAt seq text}';
const MessageConnectionText = 'fragment MessageConnection on MessageConnection{edges{...MessageEdge}pageInfo{...PageInfo}}';
const MessageDeletedText = 'fragment MessageDeleted on MessageDeleted{at message{...Message}prevSeq seq}';
const MessageEdgeText = 'fragment MessageEdge on MessageEdge{cursor node{...Message}}';
const MessageEditedText = 'fragment MessageEdited on MessageEdited{at message{...Message}prevSeq seq}';
const MessagePreviewText = 'fragment MessagePreview on MessagePreview{kind sender sentAt seq text}';
const MessageReceiptText = 'fragment MessageReceipt on MessageReceipt{deliveredAt readAt user{...Person}}';
const MessageSentText = 'fragment MessageSent on MessageSent{at message{...Message}prevSeq seq}';
const MessageVersionText = 'fragment MessageVersion on MessageVersion{editedAt editedBy text version}';
const MuteConversationPayloadText = 'fragment MuteConversationPayload on MuteConversationPayload{conversation{...ViewerConversation}}';
const NodeText = 'fragment Node on Node{__typename id}';
const NoticeText = 'fragment Notice on Notice{conversationId createdAt data id kind readAt seq}';
const NoticeConnectionText = 'fragment NoticeConnection on NoticeConnection{edges{...NoticeEdge}pageInfo{...PageInfo}}';
const NoticeEdgeText = 'fragment NoticeEdge on NoticeEdge{cursor node{...Notice}}';
const NoticePostedText = 'fragment NoticePosted on NoticePosted{notice{...Notice}}';
const OpenBookingConversationPayloadText = 'fragment OpenBookingConversationPayload on OpenBookingConversationPayload{conversation{...ViewerConversation}seq}';
const PageInfoText = 'fragment PageInfo on PageInfo{endCursor hasNextPage hasPreviousPage startCursor}';
const ParticipantText = 'fragment Participant on Participant{joinedAt leftAt role user{...Person}}';
const ParticipantJoinedText = 'fragment ParticipantJoined on ParticipantJoined{at participant{...Participant}prevSeq seq}';
const ParticipantLeftText = 'fragment ParticipantLeft on ParticipantLeft{at participant{...Participant}prevSeq seq}';
const PersonText = 'fragment Person on Person{avatarUrl displayName id isGuest role}';
const PresenceText = 'fragment Presence on Presence{lastSeenAt status userId}';
const PresenceChangedText = 'fragment PresenceChanged on PresenceChanged{presence{...Presence}}';
const ReactionText = 'fragment Reaction on Reaction{emoji userIds}';
const ReactionAddedText = 'fragment ReactionAdded on ReactionAdded{at emoji messageId prevSeq seq userId}';
const ReactionRemovedText = 'fragment ReactionRemoved on ReactionRemoved{at emoji messageId prevSeq seq userId}';
const ReceiptText = 'fragment Receipt on Receipt{deliveredAt deliveredSeq readAt readSeq userId}';
const ReceiptAdvancedText = 'fragment ReceiptAdvanced on ReceiptAdvanced{at prevSeq receipt{...Receipt}seq}';
const RemoveParticipantPayloadText = 'fragment RemoveParticipantPayload on RemoveParticipantPayload{participant{...Participant}seq}';
const RemoveReactionPayloadText = 'fragment RemoveReactionPayload on RemoveReactionPayload{message{...Message}seq}';
const RevokeApiKeyPayloadText = 'fragment RevokeApiKeyPayload on RevokeApiKeyPayload{apiKey{...ApiKey}}';
const RotateSiteSecretPayloadText = 'fragment RotateSiteSecretPayload on RotateSiteSecretPayload{secret site{...Site}}';
const SendGateText = 'fragment SendGate on SendGate{openUntil state}';
const SendMessagePayloadText = 'fragment SendMessagePayload on SendMessagePayload{isDuplicate message{...Message}seq}';
const SendSystemMessagePayloadText = 'fragment SendSystemMessagePayload on SendSystemMessagePayload{isDuplicate message{...Message}seq}';
const SiteText = 'fragment Site on Site{allowedOrigins createdAt domain id isActive name publicKey settings{...SiteSettings}updatedAt}';
const SiteSettingsText = 'fragment SiteSettings on SiteSettings{ai bookingOpenHours maxMessageLength welcomeMessage widget}';
const StartDirectConversationPayloadText = 'fragment StartDirectConversationPayload on StartDirectConversationPayload{conversation{...ViewerConversation}message{...Message}seq}';
const StartGuestSessionPayloadText = 'fragment StartGuestSessionPayload on StartGuestSessionPayload{expiresAt token user{...User}visitorId}';
const StartTypingPayloadText = 'fragment StartTypingPayload on StartTypingPayload{expiresAt}';
const StopTypingPayloadText = 'fragment StopTypingPayload on StopTypingPayload{conversationId}';
const SyncBookingPayloadText = 'fragment SyncBookingPayload on SyncBookingPayload{booking{...Booking}conversation{...ViewerConversation}seq}';
const TypingStartedText = 'fragment TypingStarted on TypingStarted{expiresAt user{...Person}}';
const TypingStoppedText = 'fragment TypingStopped on TypingStopped{userId}';
const UnreadTotalsText = 'fragment UnreadTotals on UnreadTotals{conversations messages}';
const UpdateProfilePayloadText = 'fragment UpdateProfilePayload on UpdateProfilePayload{user{...User}}';
const UpdateSitePayloadText = 'fragment UpdateSitePayload on UpdateSitePayload{site{...Site}}';
const UpsertUserPayloadText = 'fragment UpsertUserPayload on UpsertUserPayload{user{...User}}';
const UserText = 'fragment User on User{avatarUrl createdAt displayName email externalId id isActive isGuest phone profile role}';
const UserConnectionText = 'fragment UserConnection on UserConnection{edges{...UserEdge}pageInfo{...PageInfo}}';
const UserEdgeText = 'fragment UserEdge on UserEdge{cursor node{...User}}';
const ViewerConversationText = 'fragment ViewerConversation on Conversation{...Conversation viewer{...ConversationViewer}}';

/** What the mutation `addParticipant` answers. */
export interface AddParticipantMutation {
  /** Lets a user take part: a provider adds their team to a booking’s conversation, admins and back-ends anyone. Errors: NOT_FOUND, FORBIDDEN. */
  readonly addParticipant: AddParticipantPayload;
}
/** What the mutation `addParticipant` takes. */
export interface AddParticipantMutationVariables {
  /** Whom, and where. */
  readonly input: AddParticipantInput;
}
/** The document of `addParticipant`. */
export const AddParticipantDocument: OperationDocument<AddParticipantMutation, AddParticipantMutationVariables> = /*#__PURE__*/ operation('mutation', 'addParticipant', ['edecd99ee7fb15242eb2b24dd05837107cdb3a73ae9cb49ade3d235959174a48', 'mutation AddParticipant($input:AddParticipantInput!){addParticipant(input:$input){...AddParticipantPayload}}', AddParticipantPayloadText, ParticipantText, PersonText]);
/** Lets a user take part: a provider adds their team to a booking’s conversation, admins and back-ends anyone. Errors: NOT_FOUND, FORBIDDEN. */
export async function addParticipant(client: OperationRunner, input: AddParticipantMutationVariables['input'], options?: RequestOptions): Promise<AddParticipantMutation['addParticipant']> {
  const data = await client.request(AddParticipantDocument, { input }, options);
  return data.addParticipant;
}

/** What the mutation `addReaction` answers. */
export interface AddReactionMutation {
  /** Adds the viewer’s reaction; at most 20 different emojis a message. One that is there already stays. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, LIMIT_EXCEEDED. */
  readonly addReaction: AddReactionPayload;
}
/** What the mutation `addReaction` takes. */
export interface AddReactionMutationVariables {
  /** Which emoji on which message. */
  readonly input: AddReactionInput;
}
/** The document of `addReaction`. */
export const AddReactionDocument: OperationDocument<AddReactionMutation, AddReactionMutationVariables> = /*#__PURE__*/ operation('mutation', 'addReaction', ['e8bad6c6b7fd22760dd94296c0c8ee692e207a83f1286495bb188ab60c26e29b', 'mutation AddReaction($input:AddReactionInput!){addReaction(input:$input){...AddReactionPayload}}', AddReactionPayloadText, MessageText, PersonText, ReactionText]);
/** Adds the viewer’s reaction; at most 20 different emojis a message. One that is there already stays. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, LIMIT_EXCEEDED. */
export async function addReaction(client: OperationRunner, input: AddReactionMutationVariables['input'], options?: RequestOptions): Promise<AddReactionMutation['addReaction']> {
  const data = await client.request(AddReactionDocument, { input }, options);
  return data.addReaction;
}

/** What the query `allConversations` answers. */
export interface AllConversationsQuery {
  /** All conversations of the site, newest activity first. For admins and back-ends. Errors: FORBIDDEN. */
  readonly allConversations: ConversationConnection;
}
/** What the query `allConversations` takes. */
export interface AllConversationsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only conversations of this kind. */
  readonly kind?: ConversationKind | null | undefined;
  /** Only conversations in which this user takes part. */
  readonly userId?: string | null | undefined;
}
/** The document of `allConversations`. */
export const AllConversationsDocument: OperationDocument<AllConversationsQuery, AllConversationsQueryVariables> = /*#__PURE__*/ operation('query', 'allConversations', ['427d65c809cc091476af2a7dab120279450262119bc7079d5249d9d38d1538d2', 'query AllConversations($after:String$first:Int$kind:ConversationKind$userId:ID){allConversations(after:$after first:$first kind:$kind userId:$userId){...ConversationConnection}}', BookingContextText, ConversationText, ConversationConnectionText, ConversationEdgeText, ConversationViewerText, MessagePreviewText, PageInfoText, ParticipantText, PersonText, SendGateText, ViewerConversationText]);
/** All conversations of the site, newest activity first. For admins and back-ends. Errors: FORBIDDEN. */
export async function allConversations(client: OperationRunner, variables: AllConversationsQueryVariables = {}, options?: RequestOptions): Promise<AllConversationsQuery['allConversations']> {
  const data = await client.request(AllConversationsDocument, variables, options);
  return data.allConversations;
}

/** What the query `apiKeys` answers. */
export interface ApiKeysQuery {
  /** The API keys of the site, newest first. For admins and back-ends. Errors: FORBIDDEN. */
  readonly apiKeys: readonly ApiKey[];
}
/** What the query `apiKeys` takes. */
export type ApiKeysQueryVariables = Readonly<Record<string, never>>;
/** The document of `apiKeys`. */
export const ApiKeysDocument: OperationDocument<ApiKeysQuery, ApiKeysQueryVariables> = /*#__PURE__*/ operation('query', 'apiKeys', ['23b526ffbb94b78f4445d23cfec8ec8aff1d53b5f12095f891d2f6fb1472d2d2', 'query ApiKeys{apiKeys{...ApiKey}}', ApiKeyText]);
/** The API keys of the site, newest first. For admins and back-ends. Errors: FORBIDDEN. */
export async function apiKeys(client: OperationRunner, variables: ApiKeysQueryVariables = {}, options?: RequestOptions): Promise<ApiKeysQuery['apiKeys']> {
  const data = await client.request(ApiKeysDocument, variables, options);
  return data.apiKeys;
}

/** What the query `booking` answers. */
export interface BookingQuery {
  /** A booking by `id` or by `externalId`, exactly one of them; null when there is none that the viewer may see. */
  readonly booking: Booking | null;
}
/** What the query `booking` takes. */
export interface BookingQueryVariables {
  /** The host’s own id of the booking. */
  readonly externalId?: string | null | undefined;
  /** The id of the booking. */
  readonly id?: string | null | undefined;
}
/** The document of `booking`. */
export const BookingDocument: OperationDocument<BookingQuery, BookingQueryVariables> = /*#__PURE__*/ operation('query', 'booking', ['b9f5bb6f455d1c23c9caf8ba88a8fbfe274b0b23727f6e01515bffdd2743109b', 'query Booking($externalId:String$id:ID){booking(externalId:$externalId id:$id){...Booking}}', BookingText, BookingContextText, ConversationText, ConversationViewerText, MessagePreviewText, ParticipantText, PersonText, SendGateText, UserText, ViewerConversationText]);
/** A booking by `id` or by `externalId`, exactly one of them; null when there is none that the viewer may see. */
export async function booking(client: OperationRunner, variables: BookingQueryVariables = {}, options?: RequestOptions): Promise<BookingQuery['booking']> {
  const data = await client.request(BookingDocument, variables, options);
  return data.booking;
}

/** What the query `bookings` answers. */
export interface BookingsQuery {
  /** The viewer’s bookings as client or provider, newest first; for staff all of the site. */
  readonly bookings: BookingConnection;
}
/** What the query `bookings` takes. */
export interface BookingsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only bookings in this state. */
  readonly status?: BookingStatus | null | undefined;
}
/** The document of `bookings`. */
export const BookingsDocument: OperationDocument<BookingsQuery, BookingsQueryVariables> = /*#__PURE__*/ operation('query', 'bookings', ['e37c33eae4b0b0671c62d27e5de861533684cfb31cb6ae5422257497d8e8d8cd', 'query Bookings($after:String$first:Int$status:BookingStatus){bookings(after:$after first:$first status:$status){...BookingConnection}}', BookingText, BookingConnectionText, BookingContextText, BookingEdgeText, ConversationText, ConversationViewerText, MessagePreviewText, PageInfoText, ParticipantText, PersonText, SendGateText, UserText, ViewerConversationText]);
/** The viewer’s bookings as client or provider, newest first; for staff all of the site. */
export async function bookings(client: OperationRunner, variables: BookingsQueryVariables = {}, options?: RequestOptions): Promise<BookingsQuery['bookings']> {
  const data = await client.request(BookingsDocument, variables, options);
  return data.bookings;
}

/** What the mutation `claimGuest` answers. */
export interface ClaimGuestMutation {
  /** Makes a guest’s history that of the viewer, after the visitor signed in as a known user. Errors: NOT_FOUND, FORBIDDEN. */
  readonly claimGuest: ClaimGuestPayload;
}
/** What the mutation `claimGuest` takes. */
export interface ClaimGuestMutationVariables {
  /** Which guest. */
  readonly input: ClaimGuestInput;
}
/** The document of `claimGuest`. */
export const ClaimGuestDocument: OperationDocument<ClaimGuestMutation, ClaimGuestMutationVariables> = /*#__PURE__*/ operation('mutation', 'claimGuest', ['83f02d70a3cfb9daba7316ca1b8b6d5d9e366a4636b1e25360364ba936997d66', 'mutation ClaimGuest($input:ClaimGuestInput!){claimGuest(input:$input){...ClaimGuestPayload}}', ClaimGuestPayloadText, UserText]);
/** Makes a guest’s history that of the viewer, after the visitor signed in as a known user. Errors: NOT_FOUND, FORBIDDEN. */
export async function claimGuest(client: OperationRunner, input: ClaimGuestMutationVariables['input'], options?: RequestOptions): Promise<ClaimGuestMutation['claimGuest']> {
  const data = await client.request(ClaimGuestDocument, { input }, options);
  return data.claimGuest;
}

/** What the query `conversation` answers. */
export interface ConversationQuery {
  /** A conversation by id; null when there is none that the viewer may see. */
  readonly conversation: ViewerConversation | null;
}
/** What the query `conversation` takes. */
export interface ConversationQueryVariables {
  /** The id of the conversation. */
  readonly id: string;
}
/** The document of `conversation`. */
export const ConversationDocument: OperationDocument<ConversationQuery, ConversationQueryVariables> = /*#__PURE__*/ operation('query', 'conversation', ['3c4a84324bedfd5c5d7a7aabeb133601b17b891788c369beb0a1a3e363cf8a34', 'query Conversation($id:ID!){conversation(id:$id){...ViewerConversation}}', BookingContextText, ConversationText, ConversationViewerText, MessagePreviewText, ParticipantText, PersonText, SendGateText, ViewerConversationText]);
/** A conversation by id; null when there is none that the viewer may see. */
export async function conversation(client: OperationRunner, variables: ConversationQueryVariables, options?: RequestOptions): Promise<ConversationQuery['conversation']> {
  const data = await client.request(ConversationDocument, variables, options);
  return data.conversation;
}

/** What the query `conversationEvents` answers. */
export interface ConversationEventsQuery {
  /** The polling twin of `conversationFeed`, for networks on which neither WebSocket nor server-sent events pass: the same items, by asking. Errors: NOT_FOUND. */
  readonly conversationEvents: ConversationEventPage;
}
/** What the query `conversationEvents` takes. */
export interface ConversationEventsQueryVariables {
  /** Where the client stands; none for a first time. */
  readonly after?: FeedPosition | null | undefined;
  /** The conversation. */
  readonly conversationId: string;
  /** Events on a page, 1 to 100. */
  readonly first?: number | null | undefined;
}
/** The document of `conversationEvents`. */
export const ConversationEventsDocument: OperationDocument<ConversationEventsQuery, ConversationEventsQueryVariables> = /*#__PURE__*/ operation('query', 'conversationEvents', ['7bd5acde24b97c910050ebffce8579328b2ca7d3a4072320b21f58644cf16f55', 'query ConversationEvents($after:FeedPosition$conversationId:ID!$first:Int){conversationEvents(after:$after conversationId:$conversationId first:$first){...ConversationEventPage}}', BookingContextText, ConversationText, ConversationEventPageText, ConversationFeedItemText, ConversationResumedText, ConversationSnapshotText, ConversationUpdatedText, FeedHeadText, MessageText, MessageConnectionText, MessageDeletedText, MessageEdgeText, MessageEditedText, MessagePreviewText, MessageSentText, PageInfoText, ParticipantText, ParticipantJoinedText, ParticipantLeftText, PersonText, PresenceText, PresenceChangedText, ReactionText, ReactionAddedText, ReactionRemovedText, ReceiptText, ReceiptAdvancedText, SendGateText, TypingStartedText, TypingStoppedText]);
/** The polling twin of `conversationFeed`, for networks on which neither WebSocket nor server-sent events pass: the same items, by asking. Errors: NOT_FOUND. */
export async function conversationEvents(client: OperationRunner, variables: ConversationEventsQueryVariables, options?: RequestOptions): Promise<ConversationEventsQuery['conversationEvents']> {
  const data = await client.request(ConversationEventsDocument, variables, options);
  return data.conversationEvents;
}

/** What the subscription `conversationFeed` answers. */
export interface ConversationFeedSubscription {
  /** Follows a conversation. Without `after` it begins with a snapshot; with it, with what was missed, however long ago that was. Errors: NOT_FOUND, RESYNC_REQUIRED, ACCESS_REVOKED. */
  readonly conversationFeed: ConversationFeedItem;
}
/** What the subscription `conversationFeed` takes. */
export interface ConversationFeedSubscriptionVariables {
  /** Where the client stands; none for a first time. */
  readonly after?: FeedPosition | null | undefined;
  /** The conversation. */
  readonly conversationId: string;
  /** Messages in a snapshot, 1 to 100. */
  readonly last?: number | null | undefined;
}
/** The document of `conversationFeed`. */
export const ConversationFeedDocument: OperationDocument<ConversationFeedSubscription, ConversationFeedSubscriptionVariables> = /*#__PURE__*/ operation('subscription', 'conversationFeed', ['97385ba7dcec16e9abfa71f06c1e600fd053c52744f3d11bd71bf918a61d8b33', 'subscription ConversationFeed($after:FeedPosition$conversationId:ID!$last:Int){conversationFeed(after:$after conversationId:$conversationId last:$last){...ConversationFeedItem}}', BookingContextText, ConversationText, ConversationFeedItemText, ConversationResumedText, ConversationSnapshotText, ConversationUpdatedText, FeedHeadText, MessageText, MessageConnectionText, MessageDeletedText, MessageEdgeText, MessageEditedText, MessagePreviewText, MessageSentText, PageInfoText, ParticipantText, ParticipantJoinedText, ParticipantLeftText, PersonText, PresenceText, PresenceChangedText, ReactionText, ReactionAddedText, ReactionRemovedText, ReceiptText, ReceiptAdvancedText, SendGateText, TypingStartedText, TypingStoppedText]);
/** Follows a conversation. Without `after` it begins with a snapshot; with it, with what was missed, however long ago that was. Errors: NOT_FOUND, RESYNC_REQUIRED, ACCESS_REVOKED. */
export function conversationFeed(client: OperationRunner, variables: ConversationFeedSubscriptionVariables, sink: FeedSink<ConversationFeedSubscription['conversationFeed']>): () => void {
  return client.subscribe(ConversationFeedDocument, variables, { ...sink, next: (data) => sink.next(data.conversationFeed) });
}

/** What the query `conversations` answers. */
export interface ConversationsQuery {
  /** The viewer’s own conversations, newest activity first. */
  readonly conversations: ConversationConnection;
}
/** What the query `conversations` takes. */
export interface ConversationsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only conversations of this kind. */
  readonly kind?: ConversationKind | null | undefined;
}
/** The document of `conversations`. */
export const ConversationsDocument: OperationDocument<ConversationsQuery, ConversationsQueryVariables> = /*#__PURE__*/ operation('query', 'conversations', ['7422679f48274e5e5c5d6cdfafe6be94fd183b13ae5a7498664803c90041f0fb', 'query Conversations($after:String$first:Int$kind:ConversationKind){conversations(after:$after first:$first kind:$kind){...ConversationConnection}}', BookingContextText, ConversationText, ConversationConnectionText, ConversationEdgeText, ConversationViewerText, MessagePreviewText, PageInfoText, ParticipantText, PersonText, SendGateText, ViewerConversationText]);
/** The viewer’s own conversations, newest activity first. */
export async function conversations(client: OperationRunner, variables: ConversationsQueryVariables = {}, options?: RequestOptions): Promise<ConversationsQuery['conversations']> {
  const data = await client.request(ConversationsDocument, variables, options);
  return data.conversations;
}

/** What the mutation `createApiKey` answers. */
export interface CreateApiKeyMutation {
  /** Makes a key for back-end calls. For admins and back-ends. Errors: FORBIDDEN, LIMIT_EXCEEDED. */
  readonly createApiKey: CreateApiKeyPayload;
}
/** What the mutation `createApiKey` takes. */
export interface CreateApiKeyMutationVariables {
  /** The key. */
  readonly input: CreateApiKeyInput;
}
/** The document of `createApiKey`. */
export const CreateApiKeyDocument: OperationDocument<CreateApiKeyMutation, CreateApiKeyMutationVariables> = /*#__PURE__*/ operation('mutation', 'createApiKey', ['d4705553f40de0acf7ee8ac7e809c68dd03b4244493a922dbee07e71bcbea033', 'mutation CreateApiKey($input:CreateApiKeyInput!){createApiKey(input:$input){...CreateApiKeyPayload}}', ApiKeyText, CreateApiKeyPayloadText]);
/** Makes a key for back-end calls. For admins and back-ends. Errors: FORBIDDEN, LIMIT_EXCEEDED. */
export async function createApiKey(client: OperationRunner, input: CreateApiKeyMutationVariables['input'], options?: RequestOptions): Promise<CreateApiKeyMutation['createApiKey']> {
  const data = await client.request(CreateApiKeyDocument, { input }, options);
  return data.createApiKey;
}

/** What the mutation `createSite` answers. */
export interface CreateSiteMutation {
  /** Makes a site of its own, separate from this one. For admins and back-ends. Repeating it makes another. Errors: FORBIDDEN. */
  readonly createSite: CreateSitePayload;
}
/** What the mutation `createSite` takes. */
export interface CreateSiteMutationVariables {
  /** The site. */
  readonly input: CreateSiteInput;
}
/** The document of `createSite`. */
export const CreateSiteDocument: OperationDocument<CreateSiteMutation, CreateSiteMutationVariables> = /*#__PURE__*/ operation('mutation', 'createSite', ['1102aad2c051530a73685e5d351ec438907dbf6f0b25d0e9b78c36bab4b560a6', 'mutation CreateSite($input:CreateSiteInput!){createSite(input:$input){...CreateSitePayload}}', CreateSitePayloadText, SiteText, SiteSettingsText]);
/** Makes a site of its own, separate from this one. For admins and back-ends. Repeating it makes another. Errors: FORBIDDEN. */
export async function createSite(client: OperationRunner, input: CreateSiteMutationVariables['input'], options?: RequestOptions): Promise<CreateSiteMutation['createSite']> {
  const data = await client.request(CreateSiteDocument, { input }, options);
  return data.createSite;
}

/** What the mutation `deleteMessage` answers. */
export interface DeleteMessageMutation {
  /** Turns a message into a tombstone. Its sender may while the conversation is open, agents and admins always. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
  readonly deleteMessage: DeleteMessagePayload;
}
/** What the mutation `deleteMessage` takes. */
export interface DeleteMessageMutationVariables {
  /** Which message. */
  readonly input: DeleteMessageInput;
}
/** The document of `deleteMessage`. */
export const DeleteMessageDocument: OperationDocument<DeleteMessageMutation, DeleteMessageMutationVariables> = /*#__PURE__*/ operation('mutation', 'deleteMessage', ['9b4b1b6a9d2121a26ce53851fe1d2f5d454e4b1074915a7c98ecccbdcba8bd11', 'mutation DeleteMessage($input:DeleteMessageInput!){deleteMessage(input:$input){...DeleteMessagePayload}}', DeleteMessagePayloadText, MessageText, PersonText, ReactionText]);
/** Turns a message into a tombstone. Its sender may while the conversation is open, agents and admins always. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export async function deleteMessage(client: OperationRunner, input: DeleteMessageMutationVariables['input'], options?: RequestOptions): Promise<DeleteMessageMutation['deleteMessage']> {
  const data = await client.request(DeleteMessageDocument, { input }, options);
  return data.deleteMessage;
}

/** What the mutation `editMessage` answers. */
export interface EditMessageMutation {
  /** Replaces the text of one’s own message; the earlier texts stay readable with `messageVersions`. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
  readonly editMessage: EditMessagePayload;
}
/** What the mutation `editMessage` takes. */
export interface EditMessageMutationVariables {
  /** The new text. */
  readonly input: EditMessageInput;
}
/** The document of `editMessage`. */
export const EditMessageDocument: OperationDocument<EditMessageMutation, EditMessageMutationVariables> = /*#__PURE__*/ operation('mutation', 'editMessage', ['8eb70658b4df782dc7bda56a17ad41137b8c03735d6da5848611b30fba5d19e2', 'mutation EditMessage($input:EditMessageInput!){editMessage(input:$input){...EditMessagePayload}}', EditMessagePayloadText, MessageText, PersonText, ReactionText]);
/** Replaces the text of one’s own message; the earlier texts stay readable with `messageVersions`. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export async function editMessage(client: OperationRunner, input: EditMessageMutationVariables['input'], options?: RequestOptions): Promise<EditMessageMutation['editMessage']> {
  const data = await client.request(EditMessageDocument, { input }, options);
  return data.editMessage;
}

/** What the query `inboxEvents` answers. */
export interface InboxEventsQuery {
  /** The polling twin of `inboxFeed`: the same items, by asking. */
  readonly inboxEvents: InboxEventPage;
}
/** What the query `inboxEvents` takes. */
export interface InboxEventsQueryVariables {
  /** Where the client stands; none for a first time. */
  readonly after?: InboxPosition | null | undefined;
}
/** The document of `inboxEvents`. */
export const InboxEventsDocument: OperationDocument<InboxEventsQuery, InboxEventsQueryVariables> = /*#__PURE__*/ operation('query', 'inboxEvents', ['8b7c3d246c3bf8336ea584bfa2876349e796cd884fa8ce1ddb7339bc7526b14d', 'query InboxEvents($after:InboxPosition){inboxEvents(after:$after){...InboxEventPage}}', BookingContextText, ConversationText, ConversationViewerText, InboxEntryText, InboxEntryChangedText, InboxEntryRemovedText, InboxEventPageText, InboxFeedItemText, InboxHeadText, InboxResumedText, InboxSnapshotText, MessagePreviewText, NoticeText, NoticePostedText, ParticipantText, PersonText, PresenceText, PresenceChangedText, SendGateText, UnreadTotalsText, ViewerConversationText]);
/** The polling twin of `inboxFeed`: the same items, by asking. */
export async function inboxEvents(client: OperationRunner, variables: InboxEventsQueryVariables = {}, options?: RequestOptions): Promise<InboxEventsQuery['inboxEvents']> {
  const data = await client.request(InboxEventsDocument, variables, options);
  return data.inboxEvents;
}

/** What the subscription `inboxFeed` answers. */
export interface InboxFeedSubscription {
  /** Follows the viewer’s inbox: all conversations with their unread counts, who is there, and notices. Errors: RESYNC_REQUIRED, ACCESS_REVOKED. */
  readonly inboxFeed: InboxFeedItem;
}
/** What the subscription `inboxFeed` takes. */
export interface InboxFeedSubscriptionVariables {
  /** Where the client stands; none for a first time. */
  readonly after?: InboxPosition | null | undefined;
  /** Conversations in a snapshot, 1 to 100. */
  readonly first?: number | null | undefined;
}
/** The document of `inboxFeed`. */
export const InboxFeedDocument: OperationDocument<InboxFeedSubscription, InboxFeedSubscriptionVariables> = /*#__PURE__*/ operation('subscription', 'inboxFeed', ['b271216f1f2e3610b3571eb2b2f21a0b0cca14facaa6840aea9de7f9bd411853', 'subscription InboxFeed($after:InboxPosition$first:Int){inboxFeed(after:$after first:$first){...InboxFeedItem}}', BookingContextText, ConversationText, ConversationViewerText, InboxEntryText, InboxEntryChangedText, InboxEntryRemovedText, InboxFeedItemText, InboxHeadText, InboxResumedText, InboxSnapshotText, MessagePreviewText, NoticeText, NoticePostedText, ParticipantText, PersonText, PresenceText, PresenceChangedText, SendGateText, UnreadTotalsText, ViewerConversationText]);
/** Follows the viewer’s inbox: all conversations with their unread counts, who is there, and notices. Errors: RESYNC_REQUIRED, ACCESS_REVOKED. */
export function inboxFeed(client: OperationRunner, variables: InboxFeedSubscriptionVariables, sink: FeedSink<InboxFeedSubscription['inboxFeed']>): () => void {
  return client.subscribe(InboxFeedDocument, variables, { ...sink, next: (data) => sink.next(data.inboxFeed) });
}

/** What the mutation `joinConversation` answers. */
export interface JoinConversationMutation {
  /** Lets support into a conversation between client and provider, and an admin into any. It is recorded, and those who are there get a notice. Errors: NOT_FOUND, FORBIDDEN. */
  readonly joinConversation: JoinConversationPayload;
}
/** What the mutation `joinConversation` takes. */
export interface JoinConversationMutationVariables {
  /** What to join, and why. */
  readonly input: JoinConversationInput;
}
/** The document of `joinConversation`. */
export const JoinConversationDocument: OperationDocument<JoinConversationMutation, JoinConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'joinConversation', ['3e5b4fd597638ea3cc2a1baae4eabdfddc7a8dd2c732fe96093046245a3ce1fe', 'mutation JoinConversation($input:JoinConversationInput!){joinConversation(input:$input){...JoinConversationPayload}}', BookingContextText, ConversationText, ConversationViewerText, JoinConversationPayloadText, MessagePreviewText, ParticipantText, PersonText, SendGateText, ViewerConversationText]);
/** Lets support into a conversation between client and provider, and an admin into any. It is recorded, and those who are there get a notice. Errors: NOT_FOUND, FORBIDDEN. */
export async function joinConversation(client: OperationRunner, input: JoinConversationMutationVariables['input'], options?: RequestOptions): Promise<JoinConversationMutation['joinConversation']> {
  const data = await client.request(JoinConversationDocument, { input }, options);
  return data.joinConversation;
}

/** What the mutation `leaveConversation` answers. */
export interface LeaveConversationMutation {
  /** Ends the viewer’s own part. The client and the provider of a booking cannot leave. Errors: NOT_FOUND, FORBIDDEN. */
  readonly leaveConversation: LeaveConversationPayload;
}
/** What the mutation `leaveConversation` takes. */
export interface LeaveConversationMutationVariables {
  /** What to leave. */
  readonly input: LeaveConversationInput;
}
/** The document of `leaveConversation`. */
export const LeaveConversationDocument: OperationDocument<LeaveConversationMutation, LeaveConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'leaveConversation', ['27175b50de8dd151119cd977fc600746ec8376740378fd2b3d0f7cd0ea8119fe', 'mutation LeaveConversation($input:LeaveConversationInput!){leaveConversation(input:$input){...LeaveConversationPayload}}', LeaveConversationPayloadText, ParticipantText, PersonText]);
/** Ends the viewer’s own part. The client and the provider of a booking cannot leave. Errors: NOT_FOUND, FORBIDDEN. */
export async function leaveConversation(client: OperationRunner, input: LeaveConversationMutationVariables['input'], options?: RequestOptions): Promise<LeaveConversationMutation['leaveConversation']> {
  const data = await client.request(LeaveConversationDocument, { input }, options);
  return data.leaveConversation;
}

/** What the mutation `markDelivered` answers. */
export interface MarkDeliveredMutation {
  /** Marks everything up to a number as received by one of the viewer’s devices. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. */
  readonly markDelivered: MarkDeliveredPayload;
}
/** What the mutation `markDelivered` takes. */
export interface MarkDeliveredMutationVariables {
  /** How far. */
  readonly input: MarkDeliveredInput;
}
/** The document of `markDelivered`. */
export const MarkDeliveredDocument: OperationDocument<MarkDeliveredMutation, MarkDeliveredMutationVariables> = /*#__PURE__*/ operation('mutation', 'markDelivered', ['fda32b819128c25c82657c58fc2f3890aaa8535a3af9c14ab0bdaa92fa7640bb', 'mutation MarkDelivered($input:MarkDeliveredInput!){markDelivered(input:$input){...MarkDeliveredPayload}}', MarkDeliveredPayloadText, ReceiptText]);
/** Marks everything up to a number as received by one of the viewer’s devices. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. */
export async function markDelivered(client: OperationRunner, input: MarkDeliveredMutationVariables['input'], options?: RequestOptions): Promise<MarkDeliveredMutation['markDelivered']> {
  const data = await client.request(MarkDeliveredDocument, { input }, options);
  return data.markDelivered;
}

/** What the mutation `markMessageRead` answers. */
export interface MarkMessageReadMutation {
  /** Marks everything up to a message as read. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. */
  readonly markMessageRead: MarkMessageReadPayload;
}
/** What the mutation `markMessageRead` takes. */
export interface MarkMessageReadMutationVariables {
  /** The message. */
  readonly input: MarkMessageReadInput;
}
/** The document of `markMessageRead`. */
export const MarkMessageReadDocument: OperationDocument<MarkMessageReadMutation, MarkMessageReadMutationVariables> = /*#__PURE__*/ operation('mutation', 'markMessageRead', ['2b8eeebd28e6c01e42d420a67393e538472f32ea2b5a8fcc74de353af5038eb2', 'mutation MarkMessageRead($input:MarkMessageReadInput!){markMessageRead(input:$input){...MarkMessageReadPayload}}', MarkMessageReadPayloadText, ReceiptText]);
/** Marks everything up to a message as read. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. */
export async function markMessageRead(client: OperationRunner, input: MarkMessageReadMutationVariables['input'], options?: RequestOptions): Promise<MarkMessageReadMutation['markMessageRead']> {
  const data = await client.request(MarkMessageReadDocument, { input }, options);
  return data.markMessageRead;
}

/** What the mutation `markNoticesRead` answers. */
export interface MarkNoticesReadMutation {
  /** Marks the viewer’s notices up to a number as read. */
  readonly markNoticesRead: MarkNoticesReadPayload;
}
/** What the mutation `markNoticesRead` takes. */
export interface MarkNoticesReadMutationVariables {
  /** How far. */
  readonly input: MarkNoticesReadInput;
}
/** The document of `markNoticesRead`. */
export const MarkNoticesReadDocument: OperationDocument<MarkNoticesReadMutation, MarkNoticesReadMutationVariables> = /*#__PURE__*/ operation('mutation', 'markNoticesRead', ['05cae8adc628ff5c55095f9b77416ebc98881a1f4577675c4ef2796fd143f9e9', 'mutation MarkNoticesRead($input:MarkNoticesReadInput!){markNoticesRead(input:$input){...MarkNoticesReadPayload}}', MarkNoticesReadPayloadText]);
/** Marks the viewer’s notices up to a number as read. */
export async function markNoticesRead(client: OperationRunner, input: MarkNoticesReadMutationVariables['input'], options?: RequestOptions): Promise<MarkNoticesReadMutation['markNoticesRead']> {
  const data = await client.request(MarkNoticesReadDocument, { input }, options);
  return data.markNoticesRead;
}

/** What the mutation `markRead` answers. */
export interface MarkReadMutation {
  /** Marks everything up to a number as read, and so as received. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. */
  readonly markRead: MarkReadPayload;
}
/** What the mutation `markRead` takes. */
export interface MarkReadMutationVariables {
  /** How far. */
  readonly input: MarkReadInput;
}
/** The document of `markRead`. */
export const MarkReadDocument: OperationDocument<MarkReadMutation, MarkReadMutationVariables> = /*#__PURE__*/ operation('mutation', 'markRead', ['18cdcf24c3c45d73620cc43aba684311f6163c8b703246e65eb2de3e28268997', 'mutation MarkRead($input:MarkReadInput!){markRead(input:$input){...MarkReadPayload}}', MarkReadPayloadText, ReceiptText]);
/** Marks everything up to a number as read, and so as received. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. */
export async function markRead(client: OperationRunner, input: MarkReadMutationVariables['input'], options?: RequestOptions): Promise<MarkReadMutation['markRead']> {
  const data = await client.request(MarkReadDocument, { input }, options);
  return data.markRead;
}

/** What the query `message` answers. */
export interface MessageQuery {
  /** A message by its id; null when there is none that the viewer may see. */
  readonly message: Message | null;
}
/** What the query `message` takes. */
export interface MessageQueryVariables {
  /** The id of the message. */
  readonly id: string;
}
/** The document of `message`. */
export const MessageDocument: OperationDocument<MessageQuery, MessageQueryVariables> = /*#__PURE__*/ operation('query', 'message', ['2b1be4e558c6bf033f074838d154f5824f11b0250d2db92dd747348f885386e2', 'query Message($id:ID!){message(id:$id){...Message}}', MessageText, PersonText, ReactionText]);
/** A message by its id; null when there is none that the viewer may see. */
export async function message(client: OperationRunner, variables: MessageQueryVariables, options?: RequestOptions): Promise<MessageQuery['message']> {
  const data = await client.request(MessageDocument, variables, options);
  return data.message;
}

/** What the query `messageReceipts` answers. */
export interface MessageReceiptsQuery {
  /** When each recipient got and read a message: everybody who takes part now and may see it, its sender aside. Errors: NOT_FOUND. */
  readonly messageReceipts: readonly MessageReceipt[];
}
/** What the query `messageReceipts` takes. */
export interface MessageReceiptsQueryVariables {
  /** The message. */
  readonly messageId: string;
}
/** The document of `messageReceipts`. */
export const MessageReceiptsDocument: OperationDocument<MessageReceiptsQuery, MessageReceiptsQueryVariables> = /*#__PURE__*/ operation('query', 'messageReceipts', ['f367f2ae60f794a8f5056f2a6069b14ac2427207bbdfc90915b218feb59d4fbb', 'query MessageReceipts($messageId:ID!){messageReceipts(messageId:$messageId){...MessageReceipt}}', MessageReceiptText, PersonText]);
/** When each recipient got and read a message: everybody who takes part now and may see it, its sender aside. Errors: NOT_FOUND. */
export async function messageReceipts(client: OperationRunner, variables: MessageReceiptsQueryVariables, options?: RequestOptions): Promise<MessageReceiptsQuery['messageReceipts']> {
  const data = await client.request(MessageReceiptsDocument, variables, options);
  return data.messageReceipts;
}

/** What the query `messageVersions` answers. */
export interface MessageVersionsQuery {
  /** All texts that a message has had, the original first; none of a deleted message. Errors: NOT_FOUND. */
  readonly messageVersions: readonly MessageVersion[];
}
/** What the query `messageVersions` takes. */
export interface MessageVersionsQueryVariables {
  /** The message. */
  readonly messageId: string;
}
/** The document of `messageVersions`. */
export const MessageVersionsDocument: OperationDocument<MessageVersionsQuery, MessageVersionsQueryVariables> = /*#__PURE__*/ operation('query', 'messageVersions', ['78e034548db3d275ab437b0c8971045d37ce5a861f21aca63de2ac682ee9732c', 'query MessageVersions($messageId:ID!){messageVersions(messageId:$messageId){...MessageVersion}}', MessageVersionText]);
/** All texts that a message has had, the original first; none of a deleted message. Errors: NOT_FOUND. */
export async function messageVersions(client: OperationRunner, variables: MessageVersionsQueryVariables, options?: RequestOptions): Promise<MessageVersionsQuery['messageVersions']> {
  const data = await client.request(MessageVersionsDocument, variables, options);
  return data.messageVersions;
}

/** What the query `messages` answers. */
export interface MessagesQuery {
  /** Messages of a conversation that the viewer may see: the last 50, or what the arguments say. Always ascending by seq. Errors: NOT_FOUND. */
  readonly messages: MessageConnection;
}
/** What the query `messages` takes. */
export interface MessagesQueryVariables {
  /** Cursor (a seq) behind which the page lies. */
  readonly after?: string | null | undefined;
  /** A seq in whose middle the page lies, with 25 on both sides unless `first` and `last` say otherwise. */
  readonly around?: number | null | undefined;
  /** Cursor (a seq) before which the page lies. */
  readonly before?: string | null | undefined;
  /** The conversation. */
  readonly conversationId: string;
  /** How many from the beginning or behind `after`, 1 to 100. With `around`: how many from it on. */
  readonly first?: number | null | undefined;
  /** How many from the end or before `before`, 1 to 100. With `around`: how many before it. */
  readonly last?: number | null | undefined;
}
/** The document of `messages`. */
export const MessagesDocument: OperationDocument<MessagesQuery, MessagesQueryVariables> = /*#__PURE__*/ operation('query', 'messages', ['ea082a3bed6e2cb22a97f580513c33470c2d3af3b8625c7b5f5e66015dff0aeb', 'query Messages($after:String$around:Int$before:String$conversationId:ID!$first:Int$last:Int){messages(after:$after around:$around before:$before conversationId:$conversationId first:$first last:$last){...MessageConnection}}', MessageText, MessageConnectionText, MessageEdgeText, PageInfoText, PersonText, ReactionText]);
/** Messages of a conversation that the viewer may see: the last 50, or what the arguments say. Always ascending by seq. Errors: NOT_FOUND. */
export async function messages(client: OperationRunner, variables: MessagesQueryVariables, options?: RequestOptions): Promise<MessagesQuery['messages']> {
  const data = await client.request(MessagesDocument, variables, options);
  return data.messages;
}

/** What the mutation `muteConversation` answers. */
export interface MuteConversationMutation {
  /** Mutes a conversation for the viewer, or ends that. Errors: NOT_FOUND, FORBIDDEN. */
  readonly muteConversation: MuteConversationPayload;
}
/** What the mutation `muteConversation` takes. */
export interface MuteConversationMutationVariables {
  /** What, and whether. */
  readonly input: MuteConversationInput;
}
/** The document of `muteConversation`. */
export const MuteConversationDocument: OperationDocument<MuteConversationMutation, MuteConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'muteConversation', ['6a5551a85e48d0f82ab24f5bd66e0e1afdf559c2e69490171839fa53f5542883', 'mutation MuteConversation($input:MuteConversationInput!){muteConversation(input:$input){...MuteConversationPayload}}', BookingContextText, ConversationText, ConversationViewerText, MessagePreviewText, MuteConversationPayloadText, ParticipantText, PersonText, SendGateText, ViewerConversationText]);
/** Mutes a conversation for the viewer, or ends that. Errors: NOT_FOUND, FORBIDDEN. */
export async function muteConversation(client: OperationRunner, input: MuteConversationMutationVariables['input'], options?: RequestOptions): Promise<MuteConversationMutation['muteConversation']> {
  const data = await client.request(MuteConversationDocument, { input }, options);
  return data.muteConversation;
}

/** What the query `node` answers. */
export interface NodeQuery {
  /** Any object by its id, if the viewer may see it; null otherwise. */
  readonly node: Node | null;
}
/** What the query `node` takes. */
export interface NodeQueryVariables {
  /** The id of the object, of any type. */
  readonly id: string;
}
/** The document of `node`. */
export const NodeDocument: OperationDocument<NodeQuery, NodeQueryVariables> = /*#__PURE__*/ operation('query', 'node', ['cb30e05831090931f723fabcc96a0d2a27b0d2c7156ed0919522e8bfb63fba82', 'query Node($id:ID!){node(id:$id){...Node}}', NodeText]);
/** Any object by its id, if the viewer may see it; null otherwise. */
export async function node(client: OperationRunner, variables: NodeQueryVariables, options?: RequestOptions): Promise<NodeQuery['node']> {
  const data = await client.request(NodeDocument, variables, options);
  return data.node;
}

/** What the query `notices` answers. */
export interface NoticesQuery {
  /** The viewer’s own notices, newest first. */
  readonly notices: NoticeConnection;
}
/** What the query `notices` takes. */
export interface NoticesQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
}
/** The document of `notices`. */
export const NoticesDocument: OperationDocument<NoticesQuery, NoticesQueryVariables> = /*#__PURE__*/ operation('query', 'notices', ['f8cb3d70e756608cf808a06359909f0b3a1a006556bcf1a83edbc2e63fe51ed0', 'query Notices($after:String$first:Int){notices(after:$after first:$first){...NoticeConnection}}', NoticeText, NoticeConnectionText, NoticeEdgeText, PageInfoText]);
/** The viewer’s own notices, newest first. */
export async function notices(client: OperationRunner, variables: NoticesQueryVariables = {}, options?: RequestOptions): Promise<NoticesQuery['notices']> {
  const data = await client.request(NoticesDocument, variables, options);
  return data.notices;
}

/** What the mutation `openBookingConversation` answers. */
export interface OpenBookingConversationMutation {
  /** The conversation of a booking, made at first access: for its client, its provider with their team, and staff. Errors: NOT_FOUND, BOOKING_STATE_INVALID. */
  readonly openBookingConversation: OpenBookingConversationPayload;
}
/** What the mutation `openBookingConversation` takes. */
export interface OpenBookingConversationMutationVariables {
  /** Which booking. */
  readonly input: OpenBookingConversationInput;
}
/** The document of `openBookingConversation`. */
export const OpenBookingConversationDocument: OperationDocument<OpenBookingConversationMutation, OpenBookingConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'openBookingConversation', ['eda09ab8e22cae82841809cc81e11bf87e5629b71314d275c24b11c847b2df99', 'mutation OpenBookingConversation($input:OpenBookingConversationInput!){openBookingConversation(input:$input){...OpenBookingConversationPayload}}', BookingContextText, ConversationText, ConversationViewerText, MessagePreviewText, OpenBookingConversationPayloadText, ParticipantText, PersonText, SendGateText, ViewerConversationText]);
/** The conversation of a booking, made at first access: for its client, its provider with their team, and staff. Errors: NOT_FOUND, BOOKING_STATE_INVALID. */
export async function openBookingConversation(client: OperationRunner, input: OpenBookingConversationMutationVariables['input'], options?: RequestOptions): Promise<OpenBookingConversationMutation['openBookingConversation']> {
  const data = await client.request(OpenBookingConversationDocument, { input }, options);
  return data.openBookingConversation;
}

/** What the query `presences` answers. */
export interface PresencesQuery {
  /** The presence of people, in the order asked for. People with whom the viewer shares no conversation are left out; staff see all. */
  readonly presences: readonly Presence[];
}
/** What the query `presences` takes. */
export interface PresencesQueryVariables {
  /** At most 100 ids of users. */
  readonly userIds: readonly string[];
}
/** The document of `presences`. */
export const PresencesDocument: OperationDocument<PresencesQuery, PresencesQueryVariables> = /*#__PURE__*/ operation('query', 'presences', ['a34bd67a699b9bc9e43049d623027dda4a9b7ac64029a47ea70726366c95f4aa', 'query Presences($userIds:[ID!]!){presences(userIds:$userIds){...Presence}}', PresenceText]);
/** The presence of people, in the order asked for. People with whom the viewer shares no conversation are left out; staff see all. */
export async function presences(client: OperationRunner, variables: PresencesQueryVariables, options?: RequestOptions): Promise<PresencesQuery['presences']> {
  const data = await client.request(PresencesDocument, variables, options);
  return data.presences;
}

/** What the query `receipts` answers. */
export interface ReceiptsQuery {
  /** How far each participant of a conversation is. Errors: NOT_FOUND. */
  readonly receipts: readonly Receipt[];
}
/** What the query `receipts` takes. */
export interface ReceiptsQueryVariables {
  /** The conversation. */
  readonly conversationId: string;
}
/** The document of `receipts`. */
export const ReceiptsDocument: OperationDocument<ReceiptsQuery, ReceiptsQueryVariables> = /*#__PURE__*/ operation('query', 'receipts', ['1dc6804801f10683fe24f202be40aa60b51a547c71c400b9b2acbfd38b65577c', 'query Receipts($conversationId:ID!){receipts(conversationId:$conversationId){...Receipt}}', ReceiptText]);
/** How far each participant of a conversation is. Errors: NOT_FOUND. */
export async function receipts(client: OperationRunner, variables: ReceiptsQueryVariables, options?: RequestOptions): Promise<ReceiptsQuery['receipts']> {
  const data = await client.request(ReceiptsDocument, variables, options);
  return data.receipts;
}

/** What the mutation `removeParticipant` answers. */
export interface RemoveParticipantMutation {
  /** Ends somebody’s part and their open feeds: a provider for their team, admins and back-ends for anyone. Errors: NOT_FOUND, FORBIDDEN. */
  readonly removeParticipant: RemoveParticipantPayload;
}
/** What the mutation `removeParticipant` takes. */
export interface RemoveParticipantMutationVariables {
  /** Whom, and where. */
  readonly input: RemoveParticipantInput;
}
/** The document of `removeParticipant`. */
export const RemoveParticipantDocument: OperationDocument<RemoveParticipantMutation, RemoveParticipantMutationVariables> = /*#__PURE__*/ operation('mutation', 'removeParticipant', ['d642bf688e81dc0565d46033ab7eaf7ebcd83324bfbc6278eae768ac50b4532b', 'mutation RemoveParticipant($input:RemoveParticipantInput!){removeParticipant(input:$input){...RemoveParticipantPayload}}', ParticipantText, PersonText, RemoveParticipantPayloadText]);
/** Ends somebody’s part and their open feeds: a provider for their team, admins and back-ends for anyone. Errors: NOT_FOUND, FORBIDDEN. */
export async function removeParticipant(client: OperationRunner, input: RemoveParticipantMutationVariables['input'], options?: RequestOptions): Promise<RemoveParticipantMutation['removeParticipant']> {
  const data = await client.request(RemoveParticipantDocument, { input }, options);
  return data.removeParticipant;
}

/** What the mutation `removeReaction` answers. */
export interface RemoveReactionMutation {
  /** Takes the viewer’s reaction back. One that is not there is no error. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
  readonly removeReaction: RemoveReactionPayload;
}
/** What the mutation `removeReaction` takes. */
export interface RemoveReactionMutationVariables {
  /** Which emoji on which message. */
  readonly input: RemoveReactionInput;
}
/** The document of `removeReaction`. */
export const RemoveReactionDocument: OperationDocument<RemoveReactionMutation, RemoveReactionMutationVariables> = /*#__PURE__*/ operation('mutation', 'removeReaction', ['8976cacf226685d7b1bd2df154fc3a812d671c42510328d98bcabb9eb03afaa9', 'mutation RemoveReaction($input:RemoveReactionInput!){removeReaction(input:$input){...RemoveReactionPayload}}', MessageText, PersonText, ReactionText, RemoveReactionPayloadText]);
/** Takes the viewer’s reaction back. One that is not there is no error. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export async function removeReaction(client: OperationRunner, input: RemoveReactionMutationVariables['input'], options?: RequestOptions): Promise<RemoveReactionMutation['removeReaction']> {
  const data = await client.request(RemoveReactionDocument, { input }, options);
  return data.removeReaction;
}

/** What the mutation `revokeApiKey` answers. */
export interface RevokeApiKeyMutation {
  /** Revokes a key at once. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
  readonly revokeApiKey: RevokeApiKeyPayload;
}
/** What the mutation `revokeApiKey` takes. */
export interface RevokeApiKeyMutationVariables {
  /** Which. */
  readonly input: RevokeApiKeyInput;
}
/** The document of `revokeApiKey`. */
export const RevokeApiKeyDocument: OperationDocument<RevokeApiKeyMutation, RevokeApiKeyMutationVariables> = /*#__PURE__*/ operation('mutation', 'revokeApiKey', ['176c71403f1853239d9f41228ea0a1bd9756bc12b3b42a1df93840127956f2ee', 'mutation RevokeApiKey($input:RevokeApiKeyInput!){revokeApiKey(input:$input){...RevokeApiKeyPayload}}', ApiKeyText, RevokeApiKeyPayloadText]);
/** Revokes a key at once. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
export async function revokeApiKey(client: OperationRunner, input: RevokeApiKeyMutationVariables['input'], options?: RequestOptions): Promise<RevokeApiKeyMutation['revokeApiKey']> {
  const data = await client.request(RevokeApiKeyDocument, { input }, options);
  return data.revokeApiKey;
}

/** What the mutation `rotateSiteSecret` answers. */
export interface RotateSiteSecretMutation {
  /** Gives the site a new secret. For admins and back-ends. Repeating it makes another. Errors: FORBIDDEN. */
  readonly rotateSiteSecret: RotateSiteSecretPayload;
}
/** What the mutation `rotateSiteSecret` takes. */
export interface RotateSiteSecretMutationVariables {
  /** How. */
  readonly input: RotateSiteSecretInput;
}
/** The document of `rotateSiteSecret`. */
export const RotateSiteSecretDocument: OperationDocument<RotateSiteSecretMutation, RotateSiteSecretMutationVariables> = /*#__PURE__*/ operation('mutation', 'rotateSiteSecret', ['dea9bd8c3b1046061dcac718aeec918fe44df719fdb0c15e51bad90ec8a285e2', 'mutation RotateSiteSecret($input:RotateSiteSecretInput!){rotateSiteSecret(input:$input){...RotateSiteSecretPayload}}', RotateSiteSecretPayloadText, SiteText, SiteSettingsText]);
/** Gives the site a new secret. For admins and back-ends. Repeating it makes another. Errors: FORBIDDEN. */
export async function rotateSiteSecret(client: OperationRunner, input: RotateSiteSecretMutationVariables['input'], options?: RequestOptions): Promise<RotateSiteSecretMutation['rotateSiteSecret']> {
  const data = await client.request(RotateSiteSecretDocument, { input }, options);
  return data.rotateSiteSecret;
}

/** What the mutation `sendMessage` answers. */
export interface SendMessageMutation {
  /** Sends a message. Answers once it is stored for good. Sending reads everything before it. Safe to repeat with the same `clientId`, for ever. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT, CONFLICT. */
  readonly sendMessage: SendMessagePayload;
}
/** What the mutation `sendMessage` takes. */
export interface SendMessageMutationVariables {
  /** The message. */
  readonly input: SendMessageInput;
}
/** The document of `sendMessage`. */
export const SendMessageDocument: OperationDocument<SendMessageMutation, SendMessageMutationVariables> = /*#__PURE__*/ operation('mutation', 'sendMessage', ['e869bd2eab676f667b850b6f5c9397f5efadb92b2cf3e269e0b6beeec788e3c2', 'mutation SendMessage($input:SendMessageInput!){sendMessage(input:$input){...SendMessagePayload}}', MessageText, PersonText, ReactionText, SendMessagePayloadText]);
/** Sends a message. Answers once it is stored for good. Sending reads everything before it. Safe to repeat with the same `clientId`, for ever. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT, CONFLICT. */
export async function sendMessage(client: OperationRunner, input: SendMessageMutationVariables['input'], options?: RequestOptions): Promise<SendMessageMutation['sendMessage']> {
  const data = await client.request(SendMessageDocument, { input }, options);
  return data.sendMessage;
}

/** What the mutation `sendSystemMessage` answers. */
export interface SendSystemMessageMutation {
  /** Sends a line as the site’s system user, whether or not the conversation is open. For admins and back-ends. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT, CONFLICT. */
  readonly sendSystemMessage: SendSystemMessagePayload;
}
/** What the mutation `sendSystemMessage` takes. */
export interface SendSystemMessageMutationVariables {
  /** The line. */
  readonly input: SendSystemMessageInput;
}
/** The document of `sendSystemMessage`. */
export const SendSystemMessageDocument: OperationDocument<SendSystemMessageMutation, SendSystemMessageMutationVariables> = /*#__PURE__*/ operation('mutation', 'sendSystemMessage', ['c0782194df73796192284eeed93861d058b8a6bca53bc2d5086783c5b366aa93', 'mutation SendSystemMessage($input:SendSystemMessageInput!){sendSystemMessage(input:$input){...SendSystemMessagePayload}}', MessageText, PersonText, ReactionText, SendSystemMessagePayloadText]);
/** Sends a line as the site’s system user, whether or not the conversation is open. For admins and back-ends. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT, CONFLICT. */
export async function sendSystemMessage(client: OperationRunner, input: SendSystemMessageMutationVariables['input'], options?: RequestOptions): Promise<SendSystemMessageMutation['sendSystemMessage']> {
  const data = await client.request(SendSystemMessageDocument, { input }, options);
  return data.sendSystemMessage;
}

/** What the query `site` answers. */
export interface SiteQuery {
  /** The site that the credential belongs to. */
  readonly site: Site;
}
/** What the query `site` takes. */
export type SiteQueryVariables = Readonly<Record<string, never>>;
/** The document of `site`. */
export const SiteDocument: OperationDocument<SiteQuery, SiteQueryVariables> = /*#__PURE__*/ operation('query', 'site', ['6d19af4e794ae4865a83c548fcc23b1d6214bb062dc9a6fbe7fcacdac1910f58', 'query Site{site{...Site}}', SiteText, SiteSettingsText]);
/** The site that the credential belongs to. */
export async function site(client: OperationRunner, variables: SiteQueryVariables = {}, options?: RequestOptions): Promise<SiteQuery['site']> {
  const data = await client.request(SiteDocument, variables, options);
  return data.site;
}

/** What the mutation `startDirectConversation` answers. */
export interface StartDirectConversationMutation {
  /** Writes to somebody directly: makes the one conversation of the two, or goes on in it. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
  readonly startDirectConversation: StartDirectConversationPayload;
}
/** What the mutation `startDirectConversation` takes. */
export interface StartDirectConversationMutationVariables {
  /** To whom, and what. */
  readonly input: StartDirectConversationInput;
}
/** The document of `startDirectConversation`. */
export const StartDirectConversationDocument: OperationDocument<StartDirectConversationMutation, StartDirectConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'startDirectConversation', ['455d57c65005c2ac76cf8e7a032f1d7dac872abea7908b2f0fce9ecf2b74a077', 'mutation StartDirectConversation($input:StartDirectConversationInput!){startDirectConversation(input:$input){...StartDirectConversationPayload}}', BookingContextText, ConversationText, ConversationViewerText, MessageText, MessagePreviewText, ParticipantText, PersonText, ReactionText, SendGateText, StartDirectConversationPayloadText, ViewerConversationText]);
/** Writes to somebody directly: makes the one conversation of the two, or goes on in it. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export async function startDirectConversation(client: OperationRunner, input: StartDirectConversationMutationVariables['input'], options?: RequestOptions): Promise<StartDirectConversationMutation['startDirectConversation']> {
  const data = await client.request(StartDirectConversationDocument, { input }, options);
  return data.startDirectConversation;
}

/** What the mutation `startGuestSession` answers. */
export interface StartGuestSessionMutation {
  /** Signs an anonymous visitor in. The only field that needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED. */
  readonly startGuestSession: StartGuestSessionPayload;
}
/** What the mutation `startGuestSession` takes. */
export interface StartGuestSessionMutationVariables {
  /** Who wants to chat. */
  readonly input: StartGuestSessionInput;
}
/** The document of `startGuestSession`. */
export const StartGuestSessionDocument: OperationDocument<StartGuestSessionMutation, StartGuestSessionMutationVariables> = /*#__PURE__*/ operation('mutation', 'startGuestSession', ['82817a6c73a98e9834772504cb0aa354e6d9c0915fa2d333cbc5a0d33692626b', 'mutation StartGuestSession($input:StartGuestSessionInput!){startGuestSession(input:$input){...StartGuestSessionPayload}}', StartGuestSessionPayloadText, UserText]);
/** Signs an anonymous visitor in. The only field that needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED. */
export async function startGuestSession(client: OperationRunner, input: StartGuestSessionMutationVariables['input'], options?: RequestOptions): Promise<StartGuestSessionMutation['startGuestSession']> {
  const data = await client.request(StartGuestSessionDocument, { input }, options);
  return data.startGuestSession;
}

/** What the mutation `startTyping` answers. */
export interface StartTypingMutation {
  /** Shows the others that the viewer writes. Call it with every keystroke or every few seconds: it is told at most every two seconds. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
  readonly startTyping: StartTypingPayload;
}
/** What the mutation `startTyping` takes. */
export interface StartTypingMutationVariables {
  /** Where. */
  readonly input: StartTypingInput;
}
/** The document of `startTyping`. */
export const StartTypingDocument: OperationDocument<StartTypingMutation, StartTypingMutationVariables> = /*#__PURE__*/ operation('mutation', 'startTyping', ['84fa5d00dba00c8225cbed189fa022aba54404d795bda832b95d4ccea989fb44', 'mutation StartTyping($input:StartTypingInput!){startTyping(input:$input){...StartTypingPayload}}', StartTypingPayloadText]);
/** Shows the others that the viewer writes. Call it with every keystroke or every few seconds: it is told at most every two seconds. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export async function startTyping(client: OperationRunner, input: StartTypingMutationVariables['input'], options?: RequestOptions): Promise<StartTypingMutation['startTyping']> {
  const data = await client.request(StartTypingDocument, { input }, options);
  return data.startTyping;
}

/** What the mutation `stopTyping` answers. */
export interface StopTypingMutation {
  /** Takes it back at once. Without it, typing ends by itself after six seconds. Errors: NOT_FOUND. */
  readonly stopTyping: StopTypingPayload;
}
/** What the mutation `stopTyping` takes. */
export interface StopTypingMutationVariables {
  /** Where. */
  readonly input: StopTypingInput;
}
/** The document of `stopTyping`. */
export const StopTypingDocument: OperationDocument<StopTypingMutation, StopTypingMutationVariables> = /*#__PURE__*/ operation('mutation', 'stopTyping', ['507dcf30bfc3b5eb859ed57061896d5982d05c6261d492cf049977bd8e2ccaa7', 'mutation StopTyping($input:StopTypingInput!){stopTyping(input:$input){...StopTypingPayload}}', StopTypingPayloadText]);
/** Takes it back at once. Without it, typing ends by itself after six seconds. Errors: NOT_FOUND. */
export async function stopTyping(client: OperationRunner, input: StopTypingMutationVariables['input'], options?: RequestOptions): Promise<StopTypingMutation['stopTyping']> {
  const data = await client.request(StopTypingDocument, { input }, options);
  return data.stopTyping;
}

/** What the mutation `syncBooking` answers. */
export interface SyncBookingMutation {
  /** Takes over the state of a booking from its host, as often as wanted. For admins and back-ends. Errors: FORBIDDEN. */
  readonly syncBooking: SyncBookingPayload;
}
/** What the mutation `syncBooking` takes. */
export interface SyncBookingMutationVariables {
  /** The booking. */
  readonly input: SyncBookingInput;
}
/** The document of `syncBooking`. */
export const SyncBookingDocument: OperationDocument<SyncBookingMutation, SyncBookingMutationVariables> = /*#__PURE__*/ operation('mutation', 'syncBooking', ['dfe3a313a2bc01a47b7bfd9965d7287eb8acd7500f726a0b536eeb57bbe41aac', 'mutation SyncBooking($input:SyncBookingInput!){syncBooking(input:$input){...SyncBookingPayload}}', BookingText, BookingContextText, ConversationText, ConversationViewerText, MessagePreviewText, ParticipantText, PersonText, SendGateText, SyncBookingPayloadText, UserText, ViewerConversationText]);
/** Takes over the state of a booking from its host, as often as wanted. For admins and back-ends. Errors: FORBIDDEN. */
export async function syncBooking(client: OperationRunner, input: SyncBookingMutationVariables['input'], options?: RequestOptions): Promise<SyncBookingMutation['syncBooking']> {
  const data = await client.request(SyncBookingDocument, { input }, options);
  return data.syncBooking;
}

/** What the query `thread` answers. */
export interface ThreadQuery {
  /** The replies in a message’s thread, the message itself not among them: the last 50, or what the arguments say. Errors: NOT_FOUND. */
  readonly thread: MessageConnection;
}
/** What the query `thread` takes. */
export interface ThreadQueryVariables {
  /** Cursor (a seq) behind which the page lies. */
  readonly after?: string | null | undefined;
  /** Cursor (a seq) before which the page lies. */
  readonly before?: string | null | undefined;
  /** How many from the beginning or behind `after`, 1 to 100. */
  readonly first?: number | null | undefined;
  /** How many from the end or before `before`, 1 to 100. */
  readonly last?: number | null | undefined;
  /** The message that opened the thread, or any reply in it. */
  readonly messageId: string;
}
/** The document of `thread`. */
export const ThreadDocument: OperationDocument<ThreadQuery, ThreadQueryVariables> = /*#__PURE__*/ operation('query', 'thread', ['f67ac48953948b56b1264f9c8d70d82553463fff5241d98d10856f1863e4ea02', 'query Thread($after:String$before:String$first:Int$last:Int$messageId:ID!){thread(after:$after before:$before first:$first last:$last messageId:$messageId){...MessageConnection}}', MessageText, MessageConnectionText, MessageEdgeText, PageInfoText, PersonText, ReactionText]);
/** The replies in a message’s thread, the message itself not among them: the last 50, or what the arguments say. Errors: NOT_FOUND. */
export async function thread(client: OperationRunner, variables: ThreadQueryVariables, options?: RequestOptions): Promise<ThreadQuery['thread']> {
  const data = await client.request(ThreadDocument, variables, options);
  return data.thread;
}

/** What the query `unread` answers. */
export interface UnreadQuery {
  /** Unread messages over all of the viewer’s conversations that are not muted. */
  readonly unread: UnreadTotals;
}
/** What the query `unread` takes. */
export type UnreadQueryVariables = Readonly<Record<string, never>>;
/** The document of `unread`. */
export const UnreadDocument: OperationDocument<UnreadQuery, UnreadQueryVariables> = /*#__PURE__*/ operation('query', 'unread', ['3609715e0c3814bf996d8933fef3e3b3acb4588a906b47c768cde134a81c3bd0', 'query Unread{unread{...UnreadTotals}}', UnreadTotalsText]);
/** Unread messages over all of the viewer’s conversations that are not muted. */
export async function unread(client: OperationRunner, variables: UnreadQueryVariables = {}, options?: RequestOptions): Promise<UnreadQuery['unread']> {
  const data = await client.request(UnreadDocument, variables, options);
  return data.unread;
}

/** What the mutation `updateProfile` answers. */
export interface UpdateProfileMutation {
  /** Changes the viewer’s own profile. Errors: FORBIDDEN. */
  readonly updateProfile: UpdateProfilePayload;
}
/** What the mutation `updateProfile` takes. */
export interface UpdateProfileMutationVariables {
  /** What to change. */
  readonly input: UpdateProfileInput;
}
/** The document of `updateProfile`. */
export const UpdateProfileDocument: OperationDocument<UpdateProfileMutation, UpdateProfileMutationVariables> = /*#__PURE__*/ operation('mutation', 'updateProfile', ['1dece2ea5aa8c0d73104a8ffaa38e18fc3a5032874ca5e01165b89a781921218', 'mutation UpdateProfile($input:UpdateProfileInput!){updateProfile(input:$input){...UpdateProfilePayload}}', UpdateProfilePayloadText, UserText]);
/** Changes the viewer’s own profile. Errors: FORBIDDEN. */
export async function updateProfile(client: OperationRunner, input: UpdateProfileMutationVariables['input'], options?: RequestOptions): Promise<UpdateProfileMutation['updateProfile']> {
  const data = await client.request(UpdateProfileDocument, { input }, options);
  return data.updateProfile;
}

/** What the mutation `updateSite` answers. */
export interface UpdateSiteMutation {
  /** Changes the site and its settings. For admins and back-ends. Errors: FORBIDDEN. */
  readonly updateSite: UpdateSitePayload;
}
/** What the mutation `updateSite` takes. */
export interface UpdateSiteMutationVariables {
  /** What to change. */
  readonly input: UpdateSiteInput;
}
/** The document of `updateSite`. */
export const UpdateSiteDocument: OperationDocument<UpdateSiteMutation, UpdateSiteMutationVariables> = /*#__PURE__*/ operation('mutation', 'updateSite', ['15c5367e29e81362b1a7e7108edd1d1126d60a91817d26de0732f7234663ac25', 'mutation UpdateSite($input:UpdateSiteInput!){updateSite(input:$input){...UpdateSitePayload}}', SiteText, SiteSettingsText, UpdateSitePayloadText]);
/** Changes the site and its settings. For admins and back-ends. Errors: FORBIDDEN. */
export async function updateSite(client: OperationRunner, input: UpdateSiteMutationVariables['input'], options?: RequestOptions): Promise<UpdateSiteMutation['updateSite']> {
  const data = await client.request(UpdateSiteDocument, { input }, options);
  return data.updateSite;
}

/** What the mutation `upsertUser` answers. */
export interface UpsertUserMutation {
  /** Makes or changes a user by the host’s own id. For admins and back-ends. Errors: FORBIDDEN. */
  readonly upsertUser: UpsertUserPayload;
}
/** What the mutation `upsertUser` takes. */
export interface UpsertUserMutationVariables {
  /** The user. */
  readonly input: UpsertUserInput;
}
/** The document of `upsertUser`. */
export const UpsertUserDocument: OperationDocument<UpsertUserMutation, UpsertUserMutationVariables> = /*#__PURE__*/ operation('mutation', 'upsertUser', ['8b2d60620dcf5cb70aaa6640b9658ed2cb8a344d5d27178cf723b3f8d7f3743a', 'mutation UpsertUser($input:UpsertUserInput!){upsertUser(input:$input){...UpsertUserPayload}}', UpsertUserPayloadText, UserText]);
/** Makes or changes a user by the host’s own id. For admins and back-ends. Errors: FORBIDDEN. */
export async function upsertUser(client: OperationRunner, input: UpsertUserMutationVariables['input'], options?: RequestOptions): Promise<UpsertUserMutation['upsertUser']> {
  const data = await client.request(UpsertUserDocument, { input }, options);
  return data.upsertUser;
}

/** What the query `user` answers. */
export interface UserQuery {
  /** A user of the site by `id` or by `externalId`; exactly one of them. By `externalId` only staff find others. Null when there is none. */
  readonly user: User | null;
}
/** What the query `user` takes. */
export interface UserQueryVariables {
  /** The host’s own id of the user. */
  readonly externalId?: string | null | undefined;
  /** The id of the user. */
  readonly id?: string | null | undefined;
}
/** The document of `user`. */
export const UserDocument: OperationDocument<UserQuery, UserQueryVariables> = /*#__PURE__*/ operation('query', 'user', ['b2f573b920fdfc3b17b396c41f711ae6e0e7dfdb14835d6c0baf1f0e6f8c59e3', 'query User($externalId:String$id:ID){user(externalId:$externalId id:$id){...User}}', UserText]);
/** A user of the site by `id` or by `externalId`; exactly one of them. By `externalId` only staff find others. Null when there is none. */
export async function user(client: OperationRunner, variables: UserQueryVariables = {}, options?: RequestOptions): Promise<UserQuery['user']> {
  const data = await client.request(UserDocument, variables, options);
  return data.user;
}

/** What the query `users` answers. */
export interface UsersQuery {
  /** The users of the site in the order in which they were made. For admins and back-ends. Errors: FORBIDDEN. */
  readonly users: UserConnection;
}
/** What the query `users` takes. */
export interface UsersQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only users of this role. */
  readonly role?: Role | null | undefined;
}
/** The document of `users`. */
export const UsersDocument: OperationDocument<UsersQuery, UsersQueryVariables> = /*#__PURE__*/ operation('query', 'users', ['756cae10987565d48dbce2b431f146545dba290da7cc346eb4d449811b05a557', 'query Users($after:String$first:Int$role:Role){users(after:$after first:$first role:$role){...UserConnection}}', PageInfoText, UserText, UserConnectionText, UserEdgeText]);
/** The users of the site in the order in which they were made. For admins and back-ends. Errors: FORBIDDEN. */
export async function users(client: OperationRunner, variables: UsersQueryVariables = {}, options?: RequestOptions): Promise<UsersQuery['users']> {
  const data = await client.request(UsersDocument, variables, options);
  return data.users;
}

/** What the query `viewer` answers. */
export interface ViewerQuery {
  /** The user who is signed in; with an API key, the site’s system user. */
  readonly viewer: User;
}
/** What the query `viewer` takes. */
export type ViewerQueryVariables = Readonly<Record<string, never>>;
/** The document of `viewer`. */
export const ViewerDocument: OperationDocument<ViewerQuery, ViewerQueryVariables> = /*#__PURE__*/ operation('query', 'viewer', ['a5ee9c21d24cc073696b0ca66f236748a7a20f6f8968487e5991bea8e5446b85', 'query Viewer{viewer{...User}}', UserText]);
/** The user who is signed in; with an API key, the site’s system user. */
export async function viewer(client: OperationRunner, variables: ViewerQueryVariables = {}, options?: RequestOptions): Promise<ViewerQuery['viewer']> {
  const data = await client.request(ViewerDocument, variables, options);
  return data.viewer;
}
