// Generated from schema.graphql by `npm run gen`. Do not edit.
import { operation, type DocumentParts, type FeedSink, type OperationDocument, type OperationRunner, type RequestOptions } from '../operation.js';
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

const PersonText: DocumentParts = ['Person{avatarUrl displayName id isGuest role}'];
const ParticipantText: DocumentParts = ['Participant{joinedAt leftAt role user{...Person}}', PersonText];
const ReactionText: DocumentParts = ['Reaction{emoji userIds}'];
const MessageText: DocumentParts = ['Message{audience clientId conversationId deletedAt editCount editedAt id isDeleted kind metadata origin parentId reactions{...Reaction}replyCount sender{...Person}sentAt seq text}', PersonText, ReactionText];
const BookingContextText: DocumentParts = ['BookingContext{endsAt externalId id metadata startsAt status title}'];
const MessagePreviewText: DocumentParts = ['MessagePreview{kind sender sentAt seq text}'];
const SendGateText: DocumentParts = ['SendGate{openUntil state}'];
const ConversationText: DocumentParts = ['Conversation{booking{...BookingContext}createdAt id kind lastActivityAt lastMessage{...MessagePreview}lastSeq participants{...Participant}sendGate{...SendGate}title}', BookingContextText, MessagePreviewText, ParticipantText, SendGateText];
const ConversationViewerText: DocumentParts = ['ConversationViewer{canSend deliveredSeq isMuted readSeq role unreadCount}'];
const ViewerConversationText: DocumentParts = ['fragment ViewerConversation on Conversation{...Conversation viewer{...ConversationViewer}}', ConversationText, ConversationViewerText];
const ConversationEdgeText: DocumentParts = ['ConversationEdge{cursor node{...ViewerConversation}}', ViewerConversationText];
const PageInfoText: DocumentParts = ['PageInfo{endCursor hasNextPage hasPreviousPage startCursor}'];
const ConversationConnectionText: DocumentParts = ['ConversationConnection{edges{...ConversationEdge}pageInfo{...PageInfo}}', ConversationEdgeText, PageInfoText];
const ApiKeyText: DocumentParts = ['ApiKey{createdAt expiresAt id lastUsedAt name prefix revokedAt}'];
const UserText: DocumentParts = ['User{avatarUrl createdAt displayName email externalId id isActive isGuest phone profile role}'];
const BookingText: DocumentParts = ['Booking{client{...User}conversation{...ViewerConversation}createdAt endsAt externalId id metadata provider{...User}startsAt status title updatedAt}', UserText, ViewerConversationText];
const PresenceText: DocumentParts = ['Presence{lastSeenAt status userId}'];
const TypingStartedText: DocumentParts = ['TypingStarted{expiresAt user{...Person}}', PersonText];
const ConversationResumedText: DocumentParts = ['ConversationResumed{epoch head presences{...Presence}seq typing{...TypingStarted}}', PresenceText, TypingStartedText];
const MessageEdgeText: DocumentParts = ['MessageEdge{cursor node{...Message}}', MessageText];
const MessageConnectionText: DocumentParts = ['MessageConnection{edges{...MessageEdge}pageInfo{...PageInfo}}', MessageEdgeText, PageInfoText];
const ReceiptText: DocumentParts = ['Receipt{deliveredAt deliveredSeq readAt readSeq userId}'];
const ConversationSnapshotText: DocumentParts = ['ConversationSnapshot{conversation{...Conversation}epoch messages{...MessageConnection}presences{...Presence}reason receipts{...Receipt}seq typing{...TypingStarted}}', ConversationText, MessageConnectionText, PresenceText, ReceiptText, TypingStartedText];
const ConversationUpdatedText: DocumentParts = ['ConversationUpdated{at conversation{...Conversation}prevSeq seq}', ConversationText];
const FeedHeadText: DocumentParts = ['FeedHead{at seq}'];
const MessageDeletedText: DocumentParts = ['MessageDeleted{at message{...Message}prevSeq seq}', MessageText];
const MessageEditedText: DocumentParts = ['MessageEdited{at message{...Message}prevSeq seq}', MessageText];
const MessageSentText: DocumentParts = ['MessageSent{at message{...Message}prevSeq seq}', MessageText];
const ParticipantJoinedText: DocumentParts = ['ParticipantJoined{at participant{...Participant}prevSeq seq}', ParticipantText];
const ParticipantLeftText: DocumentParts = ['ParticipantLeft{at participant{...Participant}prevSeq seq}', ParticipantText];
const PresenceChangedText: DocumentParts = ['PresenceChanged{presence{...Presence}}', PresenceText];
const ReactionAddedText: DocumentParts = ['ReactionAdded{at emoji messageId prevSeq seq userId}'];
const ReactionRemovedText: DocumentParts = ['ReactionRemoved{at emoji messageId prevSeq seq userId}'];
const ReceiptAdvancedText: DocumentParts = ['ReceiptAdvanced{at prevSeq receipt{...Receipt}seq}', ReceiptText];
const TypingStoppedText: DocumentParts = ['TypingStopped{userId}'];
const ConversationFeedItemText: DocumentParts = ['ConversationFeedItem{__typename ...ConversationResumed ...ConversationSnapshot ...ConversationUpdated ...FeedHead ...MessageDeleted ...MessageEdited ...MessageSent ...ParticipantJoined ...ParticipantLeft ...PresenceChanged ...ReactionAdded ...ReactionRemoved ...ReceiptAdvanced ...TypingStarted ...TypingStopped}', ConversationResumedText, ConversationSnapshotText, ConversationUpdatedText, FeedHeadText, MessageDeletedText, MessageEditedText, MessageSentText, ParticipantJoinedText, ParticipantLeftText, PresenceChangedText, ReactionAddedText, ReactionRemovedText, ReceiptAdvancedText, TypingStartedText, TypingStoppedText];
const SiteSettingsText: DocumentParts = ['SiteSettings{ai bookingOpenHours maxMessageLength welcomeMessage widget}'];
const SiteText: DocumentParts = ['Site{allowedOrigins createdAt domain id isActive name publicKey settings{...SiteSettings}updatedAt}', SiteSettingsText];
const InboxEntryText: DocumentParts = ['InboxEntry{conversation{...ViewerConversation}}', ViewerConversationText];
const UnreadTotalsText: DocumentParts = ['UnreadTotals{conversations messages}'];
const InboxEntryChangedText: DocumentParts = ['InboxEntryChanged{entry{...InboxEntry}unread{...UnreadTotals}}', InboxEntryText, UnreadTotalsText];
const InboxEntryRemovedText: DocumentParts = ['InboxEntryRemoved{conversationId unread{...UnreadTotals}}', UnreadTotalsText];
const InboxHeadText: DocumentParts = ['InboxHead{at position}'];
const InboxResumedText: DocumentParts = ['InboxResumed{epoch position presences{...Presence}unread{...UnreadTotals}}', PresenceText, UnreadTotalsText];
const NoticeText: DocumentParts = ['Notice{conversationId createdAt data id kind readAt seq}'];
const InboxSnapshotText: DocumentParts = ['InboxSnapshot{entries{...InboxEntry}epoch hasMore notices{...Notice}position presences{...Presence}reason unread{...UnreadTotals}}', InboxEntryText, NoticeText, PresenceText, UnreadTotalsText];
const NoticePostedText: DocumentParts = ['NoticePosted{notice{...Notice}}', NoticeText];
const InboxFeedItemText: DocumentParts = ['InboxFeedItem{__typename ...InboxEntryChanged ...InboxEntryRemoved ...InboxHead ...InboxResumed ...InboxSnapshot ...NoticePosted ...PresenceChanged}', InboxEntryChangedText, InboxEntryRemovedText, InboxHeadText, InboxResumedText, InboxSnapshotText, NoticePostedText, PresenceChangedText];

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
export const AddParticipantDocument: OperationDocument<AddParticipantMutation, AddParticipantMutationVariables> = /*#__PURE__*/ operation('mutation', 'addParticipant', ['8327908baf1ba712d9a0f22cefe121f41147eacc3d2c28eaba154b947c914355', 'mutation AddParticipant($input:AddParticipantInput!){addParticipant(input:$input){participant{...Participant}seq}}', ParticipantText]);
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
export const AddReactionDocument: OperationDocument<AddReactionMutation, AddReactionMutationVariables> = /*#__PURE__*/ operation('mutation', 'addReaction', ['38adc6891d2b80091f738c0d079facce30150581c70edfe15fc07f83cb99c883', 'mutation AddReaction($input:AddReactionInput!){addReaction(input:$input){message{...Message}seq}}', MessageText]);
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
export const AllConversationsDocument: OperationDocument<AllConversationsQuery, AllConversationsQueryVariables> = /*#__PURE__*/ operation('query', 'allConversations', ['25a355c5da5f50d39adf8b72aa847c4c78e3ae6113bd2cb6dddba7ddc0d3e12f', 'query AllConversations($after:String$first:Int$kind:ConversationKind$userId:ID){allConversations(after:$after first:$first kind:$kind userId:$userId){...ConversationConnection}}', ConversationConnectionText]);
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
export const BookingDocument: OperationDocument<BookingQuery, BookingQueryVariables> = /*#__PURE__*/ operation('query', 'booking', ['3ad8928a14322e60d1b535ea79802af86df69201126d6e668636bc41c532b9a9', 'query Booking($externalId:String$id:ID){booking(externalId:$externalId id:$id){...Booking}}', BookingText]);
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
export const BookingsDocument: OperationDocument<BookingsQuery, BookingsQueryVariables> = /*#__PURE__*/ operation('query', 'bookings', ['6c3c90ba71cc4f298425fed8ce63ef6abd6715bf17e4cdb8ef46f5cea513695f', 'query Bookings($after:String$first:Int$status:BookingStatus){bookings(after:$after first:$first status:$status){edges{cursor node{...Booking}}pageInfo{...PageInfo}}}', BookingText, PageInfoText]);
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
export const ClaimGuestDocument: OperationDocument<ClaimGuestMutation, ClaimGuestMutationVariables> = /*#__PURE__*/ operation('mutation', 'claimGuest', ['98ade4bf0041b118bb220b5ac5071eed5a9acde19ae353d1f8c26493d212a37e', 'mutation ClaimGuest($input:ClaimGuestInput!){claimGuest(input:$input){conversationIds user{...User}}}', UserText]);
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
export const ConversationDocument: OperationDocument<ConversationQuery, ConversationQueryVariables> = /*#__PURE__*/ operation('query', 'conversation', ['3eb2937947ed1e7ecb2b629acc5b0d7926f38b167437be9353c725ac8f6dbaee', 'query Conversation($id:ID!){conversation(id:$id){...ViewerConversation}}', ViewerConversationText]);
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
export const ConversationEventsDocument: OperationDocument<ConversationEventsQuery, ConversationEventsQueryVariables> = /*#__PURE__*/ operation('query', 'conversationEvents', ['50deb2be884d2e498caf02fad8b81d34c27075eb3332ab0cac79abc51140ee05', 'query ConversationEvents($after:FeedPosition$conversationId:ID!$first:Int){conversationEvents(after:$after conversationId:$conversationId first:$first){epoch hasMore items{...ConversationFeedItem}seq}}', ConversationFeedItemText]);
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
export const ConversationFeedDocument: OperationDocument<ConversationFeedSubscription, ConversationFeedSubscriptionVariables> = /*#__PURE__*/ operation('subscription', 'conversationFeed', ['6ea0db4fb3f5ba91b3712a583a11c233ca4ae654a501727e7725a681caa2b379', 'subscription ConversationFeed($after:FeedPosition$conversationId:ID!$last:Int){conversationFeed(after:$after conversationId:$conversationId last:$last){...ConversationFeedItem}}', ConversationFeedItemText]);
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
export const ConversationsDocument: OperationDocument<ConversationsQuery, ConversationsQueryVariables> = /*#__PURE__*/ operation('query', 'conversations', ['7a7c51ecfb2ca37ea63db0b08c7f5b7f10066ae406b2dac855f04c73543bb2d6', 'query Conversations($after:String$first:Int$kind:ConversationKind){conversations(after:$after first:$first kind:$kind){...ConversationConnection}}', ConversationConnectionText]);
/** The viewer’s own conversations, newest activity first. */
export async function conversations(client: OperationRunner, variables: ConversationsQueryVariables = {}, options?: RequestOptions): Promise<ConversationsQuery['conversations']> {
  const data = await client.request(ConversationsDocument, variables, options);
  return data.conversations;
}

/** What the mutation `createApiKey` answers. */
export interface CreateApiKeyMutation {
  /** Makes a key for back-end calls. For admins and back-ends. Repeating it makes another. Errors: FORBIDDEN, LIMIT_EXCEEDED. */
  readonly createApiKey: CreateApiKeyPayload;
}
/** What the mutation `createApiKey` takes. */
export interface CreateApiKeyMutationVariables {
  /** The key. */
  readonly input: CreateApiKeyInput;
}
/** The document of `createApiKey`. */
export const CreateApiKeyDocument: OperationDocument<CreateApiKeyMutation, CreateApiKeyMutationVariables> = /*#__PURE__*/ operation('mutation', 'createApiKey', ['8d0533c85fbb315082a4cbbff53af6d1c0b4512fe5d4a7d09984870bcf6acc09', 'mutation CreateApiKey($input:CreateApiKeyInput!){createApiKey(input:$input){apiKey{...ApiKey}secret}}', ApiKeyText]);
/** Makes a key for back-end calls. For admins and back-ends. Repeating it makes another. Errors: FORBIDDEN, LIMIT_EXCEEDED. */
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
export const CreateSiteDocument: OperationDocument<CreateSiteMutation, CreateSiteMutationVariables> = /*#__PURE__*/ operation('mutation', 'createSite', ['ff567db1cf9df43c5f6384ccd57096d4bc6e39e2a7b6060f1cfdac0ef57dc3de', 'mutation CreateSite($input:CreateSiteInput!){createSite(input:$input){secret site{...Site}}}', SiteText]);
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
export const DeleteMessageDocument: OperationDocument<DeleteMessageMutation, DeleteMessageMutationVariables> = /*#__PURE__*/ operation('mutation', 'deleteMessage', ['891c2917c91c245f66e8549cec4258435e5d9a0319152843c016caa14c070a2e', 'mutation DeleteMessage($input:DeleteMessageInput!){deleteMessage(input:$input){message{...Message}seq}}', MessageText]);
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
export const EditMessageDocument: OperationDocument<EditMessageMutation, EditMessageMutationVariables> = /*#__PURE__*/ operation('mutation', 'editMessage', ['a8d15516b6bd237593e71ec49cf02784cbce709990331ac8479efa7cb1242caa', 'mutation EditMessage($input:EditMessageInput!){editMessage(input:$input){message{...Message}seq}}', MessageText]);
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
export const InboxEventsDocument: OperationDocument<InboxEventsQuery, InboxEventsQueryVariables> = /*#__PURE__*/ operation('query', 'inboxEvents', ['b5c109888d79ce0c7291244225ff0004880f19e4cb3761299d39908f21e59b46', 'query InboxEvents($after:InboxPosition){inboxEvents(after:$after){epoch items{...InboxFeedItem}position}}', InboxFeedItemText]);
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
export const InboxFeedDocument: OperationDocument<InboxFeedSubscription, InboxFeedSubscriptionVariables> = /*#__PURE__*/ operation('subscription', 'inboxFeed', ['5ac09d1442561c023faaaa7eb710e98d82813e4b37b37d03b8c64ccd47bf12e8', 'subscription InboxFeed($after:InboxPosition$first:Int){inboxFeed(after:$after first:$first){...InboxFeedItem}}', InboxFeedItemText]);
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
export const JoinConversationDocument: OperationDocument<JoinConversationMutation, JoinConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'joinConversation', ['f6184ff00a6f1a08b9b1aa9b851531f2077b6ca01158241b7543614512010dd3', 'mutation JoinConversation($input:JoinConversationInput!){joinConversation(input:$input){conversation{...ViewerConversation}participant{...Participant}seq}}', ParticipantText, ViewerConversationText]);
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
export const LeaveConversationDocument: OperationDocument<LeaveConversationMutation, LeaveConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'leaveConversation', ['1c2e309a08ea76f0bb4d8645ee41234673c3e99df71c0d29712fdc3b52e1fcd4', 'mutation LeaveConversation($input:LeaveConversationInput!){leaveConversation(input:$input){participant{...Participant}seq}}', ParticipantText]);
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
export const MarkDeliveredDocument: OperationDocument<MarkDeliveredMutation, MarkDeliveredMutationVariables> = /*#__PURE__*/ operation('mutation', 'markDelivered', ['3d2617b9bd002f16c70dcc0674969f5cd866fdac1809d1990ff85103914949d3', 'mutation MarkDelivered($input:MarkDeliveredInput!){markDelivered(input:$input){receipt{...Receipt}seq}}', ReceiptText]);
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
export const MarkMessageReadDocument: OperationDocument<MarkMessageReadMutation, MarkMessageReadMutationVariables> = /*#__PURE__*/ operation('mutation', 'markMessageRead', ['299a82fa4335b102d08478cebf185e4aa570312fe6efe9aa9d7638f4ee9c8698', 'mutation MarkMessageRead($input:MarkMessageReadInput!){markMessageRead(input:$input){receipt{...Receipt}seq unreadCount}}', ReceiptText]);
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
export const MarkNoticesReadDocument: OperationDocument<MarkNoticesReadMutation, MarkNoticesReadMutationVariables> = /*#__PURE__*/ operation('mutation', 'markNoticesRead', ['529b0714b7b8aa6ad0a2bbb25c4c328f28daac96bb564fcc51d69cbc92798689', 'mutation MarkNoticesRead($input:MarkNoticesReadInput!){markNoticesRead(input:$input){readCount}}']);
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
export const MarkReadDocument: OperationDocument<MarkReadMutation, MarkReadMutationVariables> = /*#__PURE__*/ operation('mutation', 'markRead', ['2824df515cf13dd2d7616e2ed4942220580cea8e2333bc30336fa850ae46228b', 'mutation MarkRead($input:MarkReadInput!){markRead(input:$input){receipt{...Receipt}seq unreadCount}}', ReceiptText]);
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
export const MessageDocument: OperationDocument<MessageQuery, MessageQueryVariables> = /*#__PURE__*/ operation('query', 'message', ['2b1be4e558c6bf033f074838d154f5824f11b0250d2db92dd747348f885386e2', 'query Message($id:ID!){message(id:$id){...Message}}', MessageText]);
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
export const MessageReceiptsDocument: OperationDocument<MessageReceiptsQuery, MessageReceiptsQueryVariables> = /*#__PURE__*/ operation('query', 'messageReceipts', ['c27913cc4cec825260cadd5fd91d55e22a91a70db306301e45b2da4276c04778', 'query MessageReceipts($messageId:ID!){messageReceipts(messageId:$messageId){deliveredAt readAt user{...Person}}}', PersonText]);
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
export const MessageVersionsDocument: OperationDocument<MessageVersionsQuery, MessageVersionsQueryVariables> = /*#__PURE__*/ operation('query', 'messageVersions', ['3ed7206f5571e2ef3b2cfcae2c44b114041f4c02bd2373457a7bf4416405bfe7', 'query MessageVersions($messageId:ID!){messageVersions(messageId:$messageId){editedAt editedBy text version}}']);
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
export const MessagesDocument: OperationDocument<MessagesQuery, MessagesQueryVariables> = /*#__PURE__*/ operation('query', 'messages', ['00ab8acbeb00b6b0c69c2aa53d92370ef863ab1b59879b8c67aa2751249e4ed9', 'query Messages($after:String$around:Int$before:String$conversationId:ID!$first:Int$last:Int){messages(after:$after around:$around before:$before conversationId:$conversationId first:$first last:$last){...MessageConnection}}', MessageConnectionText]);
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
export const MuteConversationDocument: OperationDocument<MuteConversationMutation, MuteConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'muteConversation', ['20b708006f702061320f8212c9dd09b65e3b34db5d2dc7672305eb72e512a8f8', 'mutation MuteConversation($input:MuteConversationInput!){muteConversation(input:$input){conversation{...ViewerConversation}}}', ViewerConversationText]);
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
export const NodeDocument: OperationDocument<NodeQuery, NodeQueryVariables> = /*#__PURE__*/ operation('query', 'node', ['ac0995c208745ca38bae6a14acee92a28d1fa690b345c339e5d8138c621aa56b', 'query Node($id:ID!){node(id:$id){__typename id}}']);
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
export const NoticesDocument: OperationDocument<NoticesQuery, NoticesQueryVariables> = /*#__PURE__*/ operation('query', 'notices', ['2e2fe402fe3003dc2d6ab2d3995080322ebce456ba80b853a834c15e4abc39c9', 'query Notices($after:String$first:Int){notices(after:$after first:$first){edges{cursor node{...Notice}}pageInfo{...PageInfo}}}', NoticeText, PageInfoText]);
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
export const OpenBookingConversationDocument: OperationDocument<OpenBookingConversationMutation, OpenBookingConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'openBookingConversation', ['c72394f5a29019ec4cfd73930fbaec3dec8733636cea3b74b17870733080de53', 'mutation OpenBookingConversation($input:OpenBookingConversationInput!){openBookingConversation(input:$input){conversation{...ViewerConversation}seq}}', ViewerConversationText]);
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
export const RemoveParticipantDocument: OperationDocument<RemoveParticipantMutation, RemoveParticipantMutationVariables> = /*#__PURE__*/ operation('mutation', 'removeParticipant', ['a0f69705768bf1f90cd6088d1752552183e3da22b21f59f90b07b480385413fe', 'mutation RemoveParticipant($input:RemoveParticipantInput!){removeParticipant(input:$input){participant{...Participant}seq}}', ParticipantText]);
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
export const RemoveReactionDocument: OperationDocument<RemoveReactionMutation, RemoveReactionMutationVariables> = /*#__PURE__*/ operation('mutation', 'removeReaction', ['89d7201bb3bc3ec00bd93c512a9117802e93c1e9e6c75c65e9b31c3184bc79c2', 'mutation RemoveReaction($input:RemoveReactionInput!){removeReaction(input:$input){message{...Message}seq}}', MessageText]);
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
export const RevokeApiKeyDocument: OperationDocument<RevokeApiKeyMutation, RevokeApiKeyMutationVariables> = /*#__PURE__*/ operation('mutation', 'revokeApiKey', ['b8694a393f043b7ef7797d897be6c3f85225020dc624bbd8743f53b487e41e21', 'mutation RevokeApiKey($input:RevokeApiKeyInput!){revokeApiKey(input:$input){apiKey{...ApiKey}}}', ApiKeyText]);
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
export const RotateSiteSecretDocument: OperationDocument<RotateSiteSecretMutation, RotateSiteSecretMutationVariables> = /*#__PURE__*/ operation('mutation', 'rotateSiteSecret', ['882c40a1125f7dfb9f84300bf3e9f89e2d18595065b2fce5b58703ae5ef74480', 'mutation RotateSiteSecret($input:RotateSiteSecretInput!){rotateSiteSecret(input:$input){secret site{...Site}}}', SiteText]);
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
export const SendMessageDocument: OperationDocument<SendMessageMutation, SendMessageMutationVariables> = /*#__PURE__*/ operation('mutation', 'sendMessage', ['c2455570278cff882af5431bd9b5818f5f1fae8a2dc5db9c945185af6f674039', 'mutation SendMessage($input:SendMessageInput!){sendMessage(input:$input){isDuplicate message{...Message}seq}}', MessageText]);
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
export const SendSystemMessageDocument: OperationDocument<SendSystemMessageMutation, SendSystemMessageMutationVariables> = /*#__PURE__*/ operation('mutation', 'sendSystemMessage', ['b7549f65ad2870c96a8904936f88ef2190d96e47ebc7bb236c993e92f1d19cd3', 'mutation SendSystemMessage($input:SendSystemMessageInput!){sendSystemMessage(input:$input){isDuplicate message{...Message}seq}}', MessageText]);
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
export const SiteDocument: OperationDocument<SiteQuery, SiteQueryVariables> = /*#__PURE__*/ operation('query', 'site', ['6d19af4e794ae4865a83c548fcc23b1d6214bb062dc9a6fbe7fcacdac1910f58', 'query Site{site{...Site}}', SiteText]);
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
export const StartDirectConversationDocument: OperationDocument<StartDirectConversationMutation, StartDirectConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'startDirectConversation', ['4e8ef6c39f9724ac64fc9b9fcbd26f31510c137b8f575de90eb49ac752daee35', 'mutation StartDirectConversation($input:StartDirectConversationInput!){startDirectConversation(input:$input){conversation{...ViewerConversation}message{...Message}seq}}', MessageText, ViewerConversationText]);
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
export const StartGuestSessionDocument: OperationDocument<StartGuestSessionMutation, StartGuestSessionMutationVariables> = /*#__PURE__*/ operation('mutation', 'startGuestSession', ['56d4b56db7b876a5e055d550ec04091e98405dada2c692985df3484d6f138946', 'mutation StartGuestSession($input:StartGuestSessionInput!){startGuestSession(input:$input){expiresAt token user{...User}visitorId}}', UserText]);
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
export const StartTypingDocument: OperationDocument<StartTypingMutation, StartTypingMutationVariables> = /*#__PURE__*/ operation('mutation', 'startTyping', ['31e5e0bc476949d0cbe10bf8a8678f0a0cb1a455c116ec7dddfdc346bdd8ada4', 'mutation StartTyping($input:StartTypingInput!){startTyping(input:$input){expiresAt}}']);
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
export const StopTypingDocument: OperationDocument<StopTypingMutation, StopTypingMutationVariables> = /*#__PURE__*/ operation('mutation', 'stopTyping', ['7f1af703ef7043932d06dfbb7c6f45eb83944ead9bbb4a71b5101dd9737960a4', 'mutation StopTyping($input:StopTypingInput!){stopTyping(input:$input){conversationId}}']);
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
export const SyncBookingDocument: OperationDocument<SyncBookingMutation, SyncBookingMutationVariables> = /*#__PURE__*/ operation('mutation', 'syncBooking', ['9a2285346064e9b4847867fdeb52a184a4563cc86c4b77b4ee328b82c9f295fc', 'mutation SyncBooking($input:SyncBookingInput!){syncBooking(input:$input){booking{...Booking}conversation{...ViewerConversation}seq}}', BookingText, ViewerConversationText]);
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
export const ThreadDocument: OperationDocument<ThreadQuery, ThreadQueryVariables> = /*#__PURE__*/ operation('query', 'thread', ['218261ee1ed03c1a67ba3696b8b8b77259e5f7392da73351ee571d75c62160c1', 'query Thread($after:String$before:String$first:Int$last:Int$messageId:ID!){thread(after:$after before:$before first:$first last:$last messageId:$messageId){...MessageConnection}}', MessageConnectionText]);
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
export const UpdateProfileDocument: OperationDocument<UpdateProfileMutation, UpdateProfileMutationVariables> = /*#__PURE__*/ operation('mutation', 'updateProfile', ['d9c991d513700c8f38a45b17c3265dbf33c0bd0e050e0c21ca02adf7856b9206', 'mutation UpdateProfile($input:UpdateProfileInput!){updateProfile(input:$input){user{...User}}}', UserText]);
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
export const UpdateSiteDocument: OperationDocument<UpdateSiteMutation, UpdateSiteMutationVariables> = /*#__PURE__*/ operation('mutation', 'updateSite', ['100df857b6a211fe55a57683e077195ccc929761971ddb67f9c66de644f2077c', 'mutation UpdateSite($input:UpdateSiteInput!){updateSite(input:$input){site{...Site}}}', SiteText]);
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
export const UpsertUserDocument: OperationDocument<UpsertUserMutation, UpsertUserMutationVariables> = /*#__PURE__*/ operation('mutation', 'upsertUser', ['9a423badc5312109a196a1e60b77bd5fa4948dc1808f4bbc8e1dbc360cda4512', 'mutation UpsertUser($input:UpsertUserInput!){upsertUser(input:$input){user{...User}}}', UserText]);
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
export const UsersDocument: OperationDocument<UsersQuery, UsersQueryVariables> = /*#__PURE__*/ operation('query', 'users', ['a464e5404d855b51ca58fe2fe4ca76531d9a6f7f5a53095dae892c3015388ae9', 'query Users($after:String$first:Int$role:Role){users(after:$after first:$first role:$role){edges{cursor node{...User}}pageInfo{...PageInfo}}}', PageInfoText, UserText]);
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
