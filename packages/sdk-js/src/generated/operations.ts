// Generated from schema.graphql by `npm run gen`. Do not edit.
import { operation, type DocumentParts, type FeedSink, type OperationDocument, type OperationRunner, type RequestOptions } from '../operation.js';
import type {
  AcceptOfferInput,
  AcceptOfferPayload,
  AddNoteInput,
  AddNotePayload,
  AddParticipantInput,
  AddParticipantPayload,
  AddReactionInput,
  AddReactionPayload,
  Agent,
  AgentConnection,
  AgentFeedItem,
  AgentStatus,
  ApiKey,
  Article,
  ArticleConnection,
  ArticleMatch,
  AutomationSettings,
  Booking,
  BookingConnection,
  BookingStatus,
  BroadcastAudienceInput,
  BroadcastConnection,
  BroadcastReach,
  BroadcastState,
  BulkCasesInput,
  BulkCasesPayload,
  BusinessHours,
  CaseCounts,
  CaseFilterInput,
  CaseOutcome,
  CaseOutcomeConnection,
  CaseSort,
  CaseTrailConnection,
  CaseView,
  ChooseAnswerInput,
  ChooseAnswerPayload,
  ClaimGuestInput,
  ClaimGuestPayload,
  CloseCaseInput,
  CloseCasePayload,
  CompleteWrapUpInput,
  CompleteWrapUpPayload,
  ConversationConnection,
  ConversationContext,
  ConversationEventPage,
  ConversationFeedItem,
  ConversationKind,
  CountQuickReplyUseInput,
  CountQuickReplyUsePayload,
  CreateApiKeyInput,
  CreateApiKeyPayload,
  CreateCaseViewInput,
  CreateCaseViewPayload,
  CreateQuickReplyInput,
  CreateQuickReplyPayload,
  CreateSiteInput,
  CreateSitePayload,
  CreateTagInput,
  CreateTagPayload,
  Customer,
  DecideEscalationInput,
  DecideEscalationPayload,
  DeleteArticleInput,
  DeleteArticlePayload,
  DeleteCaseViewInput,
  DeleteCaseViewPayload,
  DeleteMessageInput,
  DeleteMessagePayload,
  DeleteQuickReplyInput,
  DeleteQuickReplyPayload,
  DeleteScheduleInput,
  DeleteSchedulePayload,
  DeleteSlaPolicyInput,
  DeleteSlaPolicyPayload,
  DeleteTagInput,
  DeleteTagPayload,
  EditMessageInput,
  EditMessagePayload,
  EndSupportInput,
  EndSupportPayload,
  EscalateConversationInput,
  EscalateConversationPayload,
  Escalation,
  EscalationConnection,
  EscalationStatus,
  FeedPosition,
  FeedbackReport,
  InboxCaseConnection,
  InboxEventPage,
  InboxFeedItem,
  InboxPosition,
  JoinConversationInput,
  JoinConversationPayload,
  LeaveConversationInput,
  LeaveConversationPayload,
  MarkBroadcastsReadInput,
  MarkBroadcastsReadPayload,
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
  MessageSearchConnection,
  MessageSearchOrder,
  MessageVersion,
  MuteConversationInput,
  MuteConversationPayload,
  Node,
  NoticeConnection,
  Offer,
  OfferFeedItem,
  OpenBookingConversationInput,
  OpenBookingConversationPayload,
  OpenEscalationInput,
  OpenEscalationPayload,
  PaymentConnection,
  Person,
  Presence,
  ProviderRating,
  Queue,
  QueueFeedItem,
  QuickReplyConnection,
  RateArticleInput,
  RateArticlePayload,
  RateByTokenInput,
  RateByTokenPayload,
  RateCaseInput,
  RateCasePayload,
  RateReplyInput,
  RateReplyPayload,
  RatingLink,
  RatingRequest,
  Receipt,
  RecordPaymentInput,
  RecordPaymentPayload,
  RejectOfferInput,
  RejectOfferPayload,
  RemoveParticipantInput,
  RemoveParticipantPayload,
  RemoveReactionInput,
  RemoveReactionPayload,
  RenameTeamConversationInput,
  RenameTeamConversationPayload,
  ReopenCaseInput,
  ReopenCasePayload,
  ReplyRatingConnection,
  ReportPageInput,
  ReportPagePayload,
  ResolveCaseInput,
  ResolveCasePayload,
  RestoreRoutingRulesInput,
  RestoreRoutingRulesPayload,
  RevokeApiKeyInput,
  RevokeApiKeyPayload,
  RevokeBroadcastInput,
  RevokeBroadcastPayload,
  Role,
  RotateSiteSecretInput,
  RotateSiteSecretPayload,
  RoutingDecision,
  RoutingRuleInput,
  RoutingRules,
  RoutingRulesConnection,
  RoutingSampleInput,
  RoutingTrial,
  SaveRoutingRulesInput,
  SaveRoutingRulesPayload,
  Schedule,
  SendBroadcastInput,
  SendBroadcastPayload,
  SendMessageInput,
  SendMessagePayload,
  SendSystemMessageInput,
  SendSystemMessagePayload,
  SentBroadcast,
  SentBroadcastConnection,
  SetAgentStatusInput,
  SetAgentStatusPayload,
  SetCasePendingInput,
  SetCasePendingPayload,
  SetCasePriorityInput,
  SetCasePriorityPayload,
  SetCustomerAttributesInput,
  SetCustomerAttributesPayload,
  ShowActivityInput,
  ShowActivityPayload,
  Site,
  SlaFigures,
  SlaPolicy,
  SnoozeCaseInput,
  SnoozeCasePayload,
  StartDirectConversationInput,
  StartDirectConversationPayload,
  StartGuestSessionInput,
  StartGuestSessionPayload,
  StartSupportInput,
  StartSupportPayload,
  StartTeamConversationInput,
  StartTeamConversationPayload,
  StartTypingInput,
  StartTypingPayload,
  StopTypingInput,
  StopTypingPayload,
  SupportCase,
  SupportCaseConnection,
  SupportStatus,
  SyncBookingInput,
  SyncBookingPayload,
  Tag,
  TagConnection,
  TagConversationInput,
  TagConversationPayload,
  TakeOverCaseInput,
  TakeOverCasePayload,
  TalkToHumanInput,
  TalkToHumanPayload,
  TransferCaseInput,
  TransferCasePayload,
  UnattendedConversationConnection,
  UnattendedFeedItem,
  UnreadTotals,
  UntagConversationInput,
  UntagConversationPayload,
  UpdateAutomationInput,
  UpdateAutomationPayload,
  UpdateBroadcastInput,
  UpdateBroadcastPayload,
  UpdateCaseViewInput,
  UpdateCaseViewPayload,
  UpdateProfileInput,
  UpdateProfilePayload,
  UpdateQuickReplyInput,
  UpdateQuickReplyPayload,
  UpdateSiteInput,
  UpdateSitePayload,
  UpdateTagInput,
  UpdateTagPayload,
  UpdateWidgetSettingsInput,
  UpdateWidgetSettingsPayload,
  UpsertAgentInput,
  UpsertAgentPayload,
  UpsertArticleInput,
  UpsertArticlePayload,
  UpsertQueueInput,
  UpsertQueuePayload,
  UpsertScheduleInput,
  UpsertSchedulePayload,
  UpsertSlaPolicyInput,
  UpsertSlaPolicyPayload,
  UpsertUserInput,
  UpsertUserPayload,
  User,
  UserConnection,
  ViewArticleInput,
  ViewArticlePayload,
  ViewerConversation,
  Visit,
  VisitFeedItem,
  WidgetConfig,
} from './types.js';

const PersonText: DocumentParts = ['Person{avatarUrl displayName id isGuest role}'];
const SupportCaseText: DocumentParts = ['SupportCase{agent{...Person}assignedAt attributes closedAt control conversationId customer{...Person}department endedById firstResponseAt id language page priority queue{id key name}queuedAt referrer resolvedAt skillsPreferred skillsRequired slaClocks{breachedAt dueAt id kind startedAt status stoppedAt targetSeconds warnedAt}snoozedUntil status subject userAgent version wrapUpCode}', PersonText];
const OfferText: DocumentParts = ['Offer{acceptedAt agentId case{...SupportCase}createdAt endedAt expiresAt id reason status wrapUpUntil}', SupportCaseText];
const MessageText: DocumentParts = ['Message{audience clientId conversationId deletedAt editCount editedAt id isDeleted kind metadata origin parentId reactions{emoji userIds}replyCount sender{...Person}sentAt seq text}', PersonText];
const ParticipantText: DocumentParts = ['Participant{flowRole joinedAt leftAt role user{...Person}}', PersonText];
const AgentText: DocumentParts = ['Agent{chosenStatus departments isAvailable lastActiveAt maxConversations permissions rating{average count}skills{level name}status user{...Person}}', PersonText];
const AgentChangedText: DocumentParts = ['AgentChanged{agent{...Agent}}', AgentText];
const AgentRemovedText: DocumentParts = ['AgentRemoved{userId}'];
const AgentsReadText: DocumentParts = ['AgentsRead{at}'];
const AgentsSnapshotText: DocumentParts = ['AgentsSnapshot{agents{...Agent}}', AgentText];
const PageInfoText: DocumentParts = ['PageInfo{endCursor hasNextPage hasPreviousPage startCursor}'];
const MessagePreviewText: DocumentParts = ['MessagePreview{kind sender sentAt seq text}'];
const ConversationText: DocumentParts = ['Conversation{booking{endsAt externalId id metadata startsAt status title}createdAt id kind lastActivityAt lastMessage{...MessagePreview}lastSeq participants{...Participant}sendGate{openUntil state}title}', MessagePreviewText, ParticipantText];
const ViewerConversationText: DocumentParts = ['fragment ViewerConversation on Conversation{...Conversation viewer{canSend deliveredSeq isMuted readSeq role unreadCount}}', ConversationText];
const ConversationConnectionText: DocumentParts = ['ConversationConnection{edges{cursor node{...ViewerConversation}}pageInfo{...PageInfo}}', PageInfoText, ViewerConversationText];
const ApiKeyText: DocumentParts = ['ApiKey{createdAt expiresAt id lastUsedAt name prefix revokedAt}'];
const ArticleText: DocumentParts = ['Article{answer category createdAt helpfulCount id isActive key keywords language pagePattern questions title unhelpfulCount updatedAt viewCount wasHelpful}'];
const ArticleConnectionText: DocumentParts = ['ArticleConnection{edges{cursor node{...Article}}pageInfo{...PageInfo}}', ArticleText, PageInfoText];
const AutomationSettingsText: DocumentParts = ['AutomationSettings{answerFrom choicesText handOverText inactivityAfterSeconds inactivityText isBotOn maxChoices offerFrom outOfHoursText translations{choicesText handOverText inactivityText locale outOfHoursText waitingText welcomeText}waitingAfterSeconds waitingMost waitingText welcomeText}'];
const UserText: DocumentParts = ['User{avatarUrl createdAt displayName email externalId id isActive isGuest phone profile role}'];
const BookingText: DocumentParts = ['Booking{client{...User}conversation{...ViewerConversation}createdAt endsAt externalId id metadata provider{...User}startsAt status title updatedAt}', UserText, ViewerConversationText];
const BookingConnectionText: DocumentParts = ['BookingConnection{edges{cursor node{...Booking}}pageInfo{...PageInfo}}', BookingText, PageInfoText];
const BroadcastLinkText: DocumentParts = ['BroadcastLink{label url}'];
const BroadcastText: DocumentParts = ['Broadcast{expiresAt id link{...BroadcastLink}metadata publishedAt seq text title}', BroadcastLinkText];
const TagText: DocumentParts = ['Tag{color id name}'];
const CaseOutcomeText: DocumentParts = ['CaseOutcome{agent{...Person}askedAt caseId comment conversationId customer{...Person}endedAt endings expiresAt isByLink isFirstContact ratedAt rating subject}', PersonText];
const CaseViewText: DocumentParts = ['CaseView{filter id isShared name sort}'];
const CaseUpdatedText: DocumentParts = ['CaseUpdated{at case{...SupportCase}prevSeq seq}', SupportCaseText];
const ColleagueActiveText: DocumentParts = ['ColleagueActive{activity expiresAt user{...Person}}', PersonText];
const ColleagueGoneText: DocumentParts = ['ColleagueGone{userId}'];
const PresenceText: DocumentParts = ['Presence{lastSeenAt status userId}'];
const TypingStartedText: DocumentParts = ['TypingStarted{expiresAt user{...Person}}', PersonText];
const ConversationResumedText: DocumentParts = ['ConversationResumed{colleagues{...ColleagueActive}epoch head presences{...Presence}seq typing{...TypingStarted}}', ColleagueActiveText, PresenceText, TypingStartedText];
const MessageConnectionText: DocumentParts = ['MessageConnection{edges{cursor node{...Message}}pageInfo{...PageInfo}}', MessageText, PageInfoText];
const ReceiptText: DocumentParts = ['Receipt{deliveredAt deliveredSeq readAt readSeq userId}'];
const ConversationSnapshotText: DocumentParts = ['ConversationSnapshot{colleagues{...ColleagueActive}conversation{...Conversation}epoch messages{...MessageConnection}presences{...Presence}reason receipts{...Receipt}seq supportCase{...SupportCase}tags{...Tag}typing{...TypingStarted}}', ColleagueActiveText, ConversationText, MessageConnectionText, PresenceText, ReceiptText, SupportCaseText, TagText, TypingStartedText];
const ConversationUpdatedText: DocumentParts = ['ConversationUpdated{at conversation{...Conversation}prevSeq seq}', ConversationText];
const FeedHeadText: DocumentParts = ['FeedHead{at seq}'];
const MessageDeletedText: DocumentParts = ['MessageDeleted{at message{...Message}prevSeq seq}', MessageText];
const MessageEditedText: DocumentParts = ['MessageEdited{at message{...Message}prevSeq seq}', MessageText];
const MessageSentText: DocumentParts = ['MessageSent{at message{...Message}prevSeq seq}', MessageText];
const ParticipantJoinedText: DocumentParts = ['ParticipantJoined{at participant{...Participant}prevSeq seq}', ParticipantText];
const ParticipantLeftText: DocumentParts = ['ParticipantLeft{at participant{...Participant}prevSeq seq}', ParticipantText];
const PresenceChangedText: DocumentParts = ['PresenceChanged{presence{...Presence}}', PresenceText];
const QueuePositionChangedText: DocumentParts = ['QueuePositionChanged{at basis{handOvers seconds}caseId estimatedWaitSeconds noEstimateReason position}'];
const ReactionAddedText: DocumentParts = ['ReactionAdded{at emoji messageId prevSeq seq userId}'];
const ReactionRemovedText: DocumentParts = ['ReactionRemoved{at emoji messageId prevSeq seq userId}'];
const ReceiptAdvancedText: DocumentParts = ['ReceiptAdvanced{at prevSeq receipt{...Receipt}seq}', ReceiptText];
const TagsChangedText: DocumentParts = ['TagsChanged{at prevSeq seq tags{...Tag}}', TagText];
const TypingStoppedText: DocumentParts = ['TypingStopped{userId}'];
const ConversationFeedItemText: DocumentParts = ['ConversationFeedItem{__typename}', CaseUpdatedText, ColleagueActiveText, ColleagueGoneText, ConversationResumedText, ConversationSnapshotText, ConversationUpdatedText, FeedHeadText, MessageDeletedText, MessageEditedText, MessageSentText, ParticipantJoinedText, ParticipantLeftText, PresenceChangedText, QueuePositionChangedText, ReactionAddedText, ReactionRemovedText, ReceiptAdvancedText, TagsChangedText, TypingStartedText, TypingStoppedText];
const QuickReplyText: DocumentParts = ['QuickReply{createdAt createdById department id isActive isShared shortcut tags text title updatedAt usageCount usedAt}'];
const WidgetSettingsText: DocumentParts = ['WidgetSettings{autoOpen autoOpenDelay backgroundColor customCss hideOnPages locale placeholderText position primaryColor showOnPages textColor welcomeMessage}'];
const SiteText: DocumentParts = ['Site{allowedOrigins createdAt domain id isActive name publicKey settings{ai bookingOpenHours maxMessageLength ratingQuestion welcomeMessage widget}updatedAt widget{...WidgetSettings}}', WidgetSettingsText];
const PaymentText: DocumentParts = ['Payment{amountMinor bookingId currency description externalId id paidAt status}'];
const PaymentConnectionText: DocumentParts = ['PaymentConnection{edges{cursor node{...Payment}}pageInfo{...PageInfo}}', PageInfoText, PaymentText];
const EscalationText: DocumentParts = ['Escalation{caseId conversationId createdAt decidedAt decidedBy{...Person}decision id openedBy{...Person}reason status}', PersonText];
const BroadcastPostedText: DocumentParts = ['BroadcastPosted{broadcast{...Broadcast}}', BroadcastText];
const BroadcastRemovedText: DocumentParts = ['BroadcastRemoved{broadcastId}'];
const BroadcastsListedText: DocumentParts = ['BroadcastsListed{broadcasts{...Broadcast}readSeq}', BroadcastText];
const BroadcastsReadText: DocumentParts = ['BroadcastsRead{readSeq}'];
const InboxEntryText: DocumentParts = ['InboxEntry{conversation{...ViewerConversation}}', ViewerConversationText];
const UnreadTotalsText: DocumentParts = ['UnreadTotals{conversations messages}'];
const InboxEntryChangedText: DocumentParts = ['InboxEntryChanged{entry{...InboxEntry}unread{...UnreadTotals}}', InboxEntryText, UnreadTotalsText];
const InboxEntryRemovedText: DocumentParts = ['InboxEntryRemoved{conversationId unread{...UnreadTotals}}', UnreadTotalsText];
const InboxHeadText: DocumentParts = ['InboxHead{at position}'];
const InboxResumedText: DocumentParts = ['InboxResumed{epoch position presences{...Presence}unread{...UnreadTotals}}', PresenceText, UnreadTotalsText];
const NoticeText: DocumentParts = ['Notice{conversationId createdAt data id kind readAt seq}'];
const InboxSnapshotText: DocumentParts = ['InboxSnapshot{broadcastReadSeq broadcasts{...Broadcast}entries{...InboxEntry}epoch hasMore notices{...Notice}position presences{...Presence}reason unread{...UnreadTotals}}', BroadcastText, InboxEntryText, NoticeText, PresenceText, UnreadTotalsText];
const NoticePostedText: DocumentParts = ['NoticePosted{notice{...Notice}}', NoticeText];
const InboxFeedItemText: DocumentParts = ['InboxFeedItem{__typename}', BroadcastPostedText, BroadcastRemovedText, BroadcastsListedText, BroadcastsReadText, InboxEntryChangedText, InboxEntryRemovedText, InboxHeadText, InboxResumedText, InboxSnapshotText, NoticePostedText, PresenceChangedText];
const OfferChangedText: DocumentParts = ['OfferChanged{offer{...Offer}}', OfferText];
const OfferRemovedText: DocumentParts = ['OfferRemoved{offerId}'];
const OffersReadText: DocumentParts = ['OffersRead{at}'];
const OffersSnapshotText: DocumentParts = ['OffersSnapshot{offers{...Offer}}', OfferText];
const QueueCaseActivityText: DocumentParts = ['QueueCaseActivity{caseId conversationId lastActivityAt lastMessage{...MessagePreview}}', MessagePreviewText];
const QueueCaseChangedText: DocumentParts = ['QueueCaseChanged{case{...SupportCase}}', SupportCaseText];
const QueueCaseRemovedText: DocumentParts = ['QueueCaseRemoved{caseId}'];
const QueueText: DocumentParts = ['Queue{ageingSeconds closeAfterSeconds defaultPriority department id isActive isBotFirst isDefault key maxWaiting name offerSeconds overflowQueueId schedule wrapUpSeconds}'];
const QueueStateText: DocumentParts = ['QueueState{offered oldestQueuedAt open pending queue{...Queue}snoozed waiting}', QueueText];
const QueueChangedText: DocumentParts = ['QueueChanged{state{...QueueState}}', QueueStateText];
const QueuesReadText: DocumentParts = ['QueuesRead{at}'];
const QueuesSnapshotText: DocumentParts = ['QueuesSnapshot{cases{...SupportCase}queues{...QueueState}}', QueueStateText, SupportCaseText];
const ReplyRatingText: DocumentParts = ['ReplyRating{comment messageId providerId ratedAt rating}'];
const RoutingTestText: DocumentParts = ['RoutingTest{field name number operator values}'];
const RoutingRulesText: DocumentParts = ['RoutingRules{note restoredFrom rules{id isActive name priority queue skillsPreferred skillsRequired stops template when{groups{match tests{...RoutingTest}}match tests{...RoutingTest}}}savedAt savedBy{...Person}version}', PersonText, RoutingTestText];
const SentBroadcastText: DocumentParts = ['SentBroadcast{audience{guests includesNewcomers roles segment{allOf{at boolean field key number operator texts}}}createdAt createdById expiresAt id link{...BroadcastLink}metadata publishedAt revokedAt sendAt seq state text title}', BroadcastLinkText];
const RoutingOutcomeText: DocumentParts = ['RoutingOutcome{priority queue skillsPreferred skillsRequired steps{applied because isMatch name ruleId stopped}template}'];
const ScheduleText: DocumentParts = ['Schedule{holidays{date hours{closesAt opensAt}name}hours{closesAt day opensAt}isDefault key name timeZone updatedAt}'];
const SlaPolicyText: DocumentParts = ['SlaPolicy{breachPriority firstResponseSeconds isBusinessHours key name nextResponseSeconds pausesOn priorities queue resolutionSeconds schedule updatedAt warnPercent}'];
const StartGuestSessionPayloadText: DocumentParts = ['StartGuestSessionPayload{expiresAt token user{...User}visitorId}', UserText];
const UnattendedConversationText: DocumentParts = ['UnattendedConversation{conversationId kind lastMessage{...MessagePreview}title visitor{...Person}}', MessagePreviewText, PersonText];
const UnattendedChangedText: DocumentParts = ['UnattendedChanged{conversation{...UnattendedConversation}}', UnattendedConversationText];
const UnattendedReadText: DocumentParts = ['UnattendedRead{at}'];
const UnattendedRemovedText: DocumentParts = ['UnattendedRemoved{conversationId}'];
const UnattendedSnapshotText: DocumentParts = ['UnattendedSnapshot{conversations{...UnattendedConversation}}', UnattendedConversationText];
const VisitText: DocumentParts = ['Visit{at ip referrer title url userAgent userId}'];
const VisitChangedText: DocumentParts = ['VisitChanged{visit{...Visit}}', VisitText];
const VisitReadText: DocumentParts = ['VisitRead{at}'];
const VisitSnapshotText: DocumentParts = ['VisitSnapshot{last{...Visit}}', VisitText];

/** What the mutation `acceptOffer` answers. */
export interface AcceptOfferMutation {
  /** Takes an offered case: the viewer enters its conversation, and it is theirs. Errors: FORBIDDEN, NOT_FOUND, OFFER_EXPIRED. */
  readonly acceptOffer: AcceptOfferPayload;
}
/** What the mutation `acceptOffer` takes. */
export interface AcceptOfferMutationVariables {
  /** Which. */
  readonly input: AcceptOfferInput;
}
/** The document of `acceptOffer`. */
export const AcceptOfferDocument: OperationDocument<AcceptOfferMutation, AcceptOfferMutationVariables> = /*#__PURE__*/ operation('mutation', 'acceptOffer', ['f1687f73bd30cb68', '{case{...SupportCase}offer{...Offer}seq}', OfferText, SupportCaseText]);
/** Takes an offered case: the viewer enters its conversation, and it is theirs. Errors: FORBIDDEN, NOT_FOUND, OFFER_EXPIRED. */
export async function acceptOffer(client: OperationRunner, input: AcceptOfferMutationVariables['input'], options?: RequestOptions): Promise<AcceptOfferMutation['acceptOffer']> {
  const data = await client.request(AcceptOfferDocument, { input }, options);
  return data.acceptOffer;
}

/** What the mutation `addNote` answers. */
export interface AddNoteMutation {
  /** Writes an internal note where the viewer takes part, and for admins anywhere, with notices for the colleagues whom it names. For agents and admins. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
  readonly addNote: AddNotePayload;
}
/** What the mutation `addNote` takes. */
export interface AddNoteMutationVariables {
  /** The note. */
  readonly input: AddNoteInput;
}
/** The document of `addNote`. */
export const AddNoteDocument: OperationDocument<AddNoteMutation, AddNoteMutationVariables> = /*#__PURE__*/ operation('mutation', 'addNote', ['b09bc1d049bbaf59', '{isDuplicate message{...Message}seq}', MessageText]);
/** Writes an internal note where the viewer takes part, and for admins anywhere, with notices for the colleagues whom it names. For agents and admins. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export async function addNote(client: OperationRunner, input: AddNoteMutationVariables['input'], options?: RequestOptions): Promise<AddNoteMutation['addNote']> {
  const data = await client.request(AddNoteDocument, { input }, options);
  return data.addNote;
}

/** What the mutation `addParticipant` answers. */
export interface AddParticipantMutation {
  /** Lets a user take part: a provider adds their team to a booking’s conversation, staff colleagues to a conversation of their own, admins and back-ends anyone; but nobody other than staff to where staff are among themselves. Errors: NOT_FOUND, FORBIDDEN. */
  readonly addParticipant: AddParticipantPayload;
}
/** What the mutation `addParticipant` takes. */
export interface AddParticipantMutationVariables {
  /** Whom, and where. */
  readonly input: AddParticipantInput;
}
/** The document of `addParticipant`. */
export const AddParticipantDocument: OperationDocument<AddParticipantMutation, AddParticipantMutationVariables> = /*#__PURE__*/ operation('mutation', 'addParticipant', ['39c92b6275809860', '{participant{...Participant}seq}', ParticipantText]);
/** Lets a user take part: a provider adds their team to a booking’s conversation, staff colleagues to a conversation of their own, admins and back-ends anyone; but nobody other than staff to where staff are among themselves. Errors: NOT_FOUND, FORBIDDEN. */
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
export const AddReactionDocument: OperationDocument<AddReactionMutation, AddReactionMutationVariables> = /*#__PURE__*/ operation('mutation', 'addReaction', ['4a957da63f7ab4d4', '{message{...Message}seq}', MessageText]);
/** Adds the viewer’s reaction; at most 20 different emojis a message. One that is there already stays. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, LIMIT_EXCEEDED. */
export async function addReaction(client: OperationRunner, input: AddReactionMutationVariables['input'], options?: RequestOptions): Promise<AddReactionMutation['addReaction']> {
  const data = await client.request(AddReactionDocument, { input }, options);
  return data.addReaction;
}

/** What the query `agent` answers. */
export interface AgentQuery {
  /** An agent by user id; null when there is none that the viewer may see. */
  readonly agent: Agent | null;
}
/** What the query `agent` takes. */
export interface AgentQueryVariables {
  /** The id of the user. */
  readonly userId: string;
}
/** The document of `agent`. */
export const AgentDocument: OperationDocument<AgentQuery, AgentQueryVariables> = /*#__PURE__*/ operation('query', 'agent', ['013c562f2aaa3a20', '$userId:ID!{...Agent}', AgentText]);
/** An agent by user id; null when there is none that the viewer may see. */
export async function agent(client: OperationRunner, variables: AgentQueryVariables, options?: RequestOptions): Promise<AgentQuery['agent']> {
  const data = await client.request(AgentDocument, variables, options);
  return data.agent;
}

/** What the subscription `agentFeed` answers. */
export interface AgentFeedSubscription {
  /** Follows the agents of the site and their status, for staff. It has no position: each begins with a snapshot. Its polling twin is `agents`. Errors: FORBIDDEN, RESYNC_REQUIRED, ACCESS_REVOKED. */
  readonly agentFeed: AgentFeedItem;
}
/** What the subscription `agentFeed` takes. */
export type AgentFeedSubscriptionVariables = Readonly<Record<string, never>>;
/** The document of `agentFeed`. */
export const AgentFeedDocument: OperationDocument<AgentFeedSubscription, AgentFeedSubscriptionVariables> = /*#__PURE__*/ operation('subscription', 'agentFeed', ['9c3a13b4928833b7', '{__typename ...AgentChanged ...AgentRemoved ...AgentsRead ...AgentsSnapshot}', AgentChangedText, AgentRemovedText, AgentsReadText, AgentsSnapshotText]);
/** Follows the agents of the site and their status, for staff. It has no position: each begins with a snapshot. Its polling twin is `agents`. Errors: FORBIDDEN, RESYNC_REQUIRED, ACCESS_REVOKED. */
export function agentFeed(client: OperationRunner, variables: AgentFeedSubscriptionVariables, sink: FeedSink<AgentFeedSubscription['agentFeed']>): () => void {
  return client.subscribe(AgentFeedDocument, variables, { ...sink, next: (data) => sink.next(data.agentFeed) });
}

/** What the query `agents` answers. */
export interface AgentsQuery {
  /** Agents in the order in which their users were made: for staff all of the site, for others those in a conversation with them. Errors: FORBIDDEN. */
  readonly agents: AgentConnection;
}
/** What the query `agents` takes. */
export interface AgentsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** Only agents of this department. For staff. */
  readonly department?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only agents with a skill of this name. For staff. */
  readonly skill?: string | null | undefined;
  /** Only agents who are shown with this status. */
  readonly status?: AgentStatus | null | undefined;
  /** Only these users, at most 100. */
  readonly userIds?: readonly string[] | null | undefined;
}
/** The document of `agents`. */
export const AgentsDocument: OperationDocument<AgentsQuery, AgentsQueryVariables> = /*#__PURE__*/ operation('query', 'agents', ['e044f8781f355b83', '$after:String$department:String$first:Int$skill:String$status:AgentStatus$userIds:[ID!]{edges{cursor node{...Agent}}pageInfo{...PageInfo}}', AgentText, PageInfoText]);
/** Agents in the order in which their users were made: for staff all of the site, for others those in a conversation with them. Errors: FORBIDDEN. */
export async function agents(client: OperationRunner, variables: AgentsQueryVariables = {}, options?: RequestOptions): Promise<AgentsQuery['agents']> {
  const data = await client.request(AgentsDocument, variables, options);
  return data.agents;
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
export const AllConversationsDocument: OperationDocument<AllConversationsQuery, AllConversationsQueryVariables> = /*#__PURE__*/ operation('query', 'allConversations', ['b346f2f72f32b674', '$after:String$first:Int$kind:ConversationKind$userId:ID{...ConversationConnection}', ConversationConnectionText]);
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
export const ApiKeysDocument: OperationDocument<ApiKeysQuery, ApiKeysQueryVariables> = /*#__PURE__*/ operation('query', 'apiKeys', ['23b526ffbb94b78f', '{...ApiKey}', ApiKeyText]);
/** The API keys of the site, newest first. For admins and back-ends. Errors: FORBIDDEN. */
export async function apiKeys(client: OperationRunner, variables: ApiKeysQueryVariables = {}, options?: RequestOptions): Promise<ApiKeysQuery['apiKeys']> {
  const data = await client.request(ApiKeysDocument, variables, options);
  return data.apiKeys;
}

/** What the query `article` answers. */
export interface ArticleQuery {
  /** One article, if the viewer may see it; null otherwise. Reading it counts nothing: see `viewArticle`. */
  readonly article: Article | null;
}
/** What the query `article` takes. */
export interface ArticleQueryVariables {
  /** The article. */
  readonly id: string;
}
/** The document of `article`. */
export const ArticleDocument: OperationDocument<ArticleQuery, ArticleQueryVariables> = /*#__PURE__*/ operation('query', 'article', ['258bc043256f6218', '$id:ID!{...Article}', ArticleText]);
/** One article, if the viewer may see it; null otherwise. Reading it counts nothing: see `viewArticle`. */
export async function article(client: OperationRunner, variables: ArticleQueryVariables, options?: RequestOptions): Promise<ArticleQuery['article']> {
  const data = await client.request(ArticleDocument, variables, options);
  return data.article;
}

/** What the query `articles` answers. */
export interface ArticlesQuery {
  /** The articles in the order in which they were made: for staff all, for others the active ones. */
  readonly articles: ArticleConnection;
}
/** What the query `articles` takes. */
export interface ArticlesQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** Only of this category. */
  readonly category?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only active, or only inactive ones. */
  readonly isActive?: boolean | null | undefined;
  /** Only in this language. */
  readonly language?: string | null | undefined;
}
/** The document of `articles`. */
export const ArticlesDocument: OperationDocument<ArticlesQuery, ArticlesQueryVariables> = /*#__PURE__*/ operation('query', 'articles', ['aa556221d45e6876', '$after:String$category:String$first:Int$isActive:Boolean$language:String{...ArticleConnection}', ArticleConnectionText]);
/** The articles in the order in which they were made: for staff all, for others the active ones. */
export async function articles(client: OperationRunner, variables: ArticlesQueryVariables = {}, options?: RequestOptions): Promise<ArticlesQuery['articles']> {
  const data = await client.request(ArticlesDocument, variables, options);
  return data.articles;
}

/** What the query `audienceSize` answers. */
export interface AudienceSizeQuery {
  /** How many active users an audience fits now, to look before sending. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN. */
  readonly audienceSize: number;
}
/** What the query `audienceSize` takes. */
export interface AudienceSizeQueryVariables {
  /** The audience. */
  readonly audience: BroadcastAudienceInput;
}
/** The document of `audienceSize`. */
export const AudienceSizeDocument: OperationDocument<AudienceSizeQuery, AudienceSizeQueryVariables> = /*#__PURE__*/ operation('query', 'audienceSize', ['c4cddcca9fcb3aca', '$audience:BroadcastAudienceInput!']);
/** How many active users an audience fits now, to look before sending. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN. */
export async function audienceSize(client: OperationRunner, variables: AudienceSizeQueryVariables, options?: RequestOptions): Promise<AudienceSizeQuery['audienceSize']> {
  const data = await client.request(AudienceSizeDocument, variables, options);
  return data.audienceSize;
}

/** What the query `automation` answers. */
export interface AutomationQuery {
  /** What the server says by itself on the viewer’s site. For staff. Errors: FORBIDDEN. */
  readonly automation: AutomationSettings;
}
/** What the query `automation` takes. */
export type AutomationQueryVariables = Readonly<Record<string, never>>;
/** The document of `automation`. */
export const AutomationDocument: OperationDocument<AutomationQuery, AutomationQueryVariables> = /*#__PURE__*/ operation('query', 'automation', ['17c8006bf829071f', '{...AutomationSettings}', AutomationSettingsText]);
/** What the server says by itself on the viewer’s site. For staff. Errors: FORBIDDEN. */
export async function automation(client: OperationRunner, variables: AutomationQueryVariables = {}, options?: RequestOptions): Promise<AutomationQuery['automation']> {
  const data = await client.request(AutomationDocument, variables, options);
  return data.automation;
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
export const BookingDocument: OperationDocument<BookingQuery, BookingQueryVariables> = /*#__PURE__*/ operation('query', 'booking', ['4cbd6c2615feab58', '$externalId:String$id:ID{...Booking}', BookingText]);
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
export const BookingsDocument: OperationDocument<BookingsQuery, BookingsQueryVariables> = /*#__PURE__*/ operation('query', 'bookings', ['f3d45257ac9ec27a', '$after:String$first:Int$status:BookingStatus{...BookingConnection}', BookingConnectionText]);
/** The viewer’s bookings as client or provider, newest first; for staff all of the site. */
export async function bookings(client: OperationRunner, variables: BookingsQueryVariables = {}, options?: RequestOptions): Promise<BookingsQuery['bookings']> {
  const data = await client.request(BookingsDocument, variables, options);
  return data.bookings;
}

/** What the query `broadcastReach` answers. */
export interface BroadcastReachQuery {
  /** How many a broadcast is for and how many saw it. It goes over all users of the site. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, NOT_FOUND. */
  readonly broadcastReach: BroadcastReach;
}
/** What the query `broadcastReach` takes. */
export interface BroadcastReachQueryVariables {
  /** The broadcast. */
  readonly broadcastId: string;
}
/** The document of `broadcastReach`. */
export const BroadcastReachDocument: OperationDocument<BroadcastReachQuery, BroadcastReachQueryVariables> = /*#__PURE__*/ operation('query', 'broadcastReach', ['58fd72d9b7c45b03', '$broadcastId:ID!{audienceCount seenCount}']);
/** How many a broadcast is for and how many saw it. It goes over all users of the site. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, NOT_FOUND. */
export async function broadcastReach(client: OperationRunner, variables: BroadcastReachQueryVariables, options?: RequestOptions): Promise<BroadcastReachQuery['broadcastReach']> {
  const data = await client.request(BroadcastReachDocument, variables, options);
  return data.broadcastReach;
}

/** What the query `broadcasts` answers. */
export interface BroadcastsQuery {
  /** The broadcasts that are shown to the viewer, newest first. */
  readonly broadcasts: BroadcastConnection;
}
/** What the query `broadcasts` takes. */
export interface BroadcastsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
}
/** The document of `broadcasts`. */
export const BroadcastsDocument: OperationDocument<BroadcastsQuery, BroadcastsQueryVariables> = /*#__PURE__*/ operation('query', 'broadcasts', ['aa33d6a45b5a8e02', '$after:String$first:Int{edges{cursor node{...Broadcast}}pageInfo{...PageInfo}}', BroadcastText, PageInfoText]);
/** The broadcasts that are shown to the viewer, newest first. */
export async function broadcasts(client: OperationRunner, variables: BroadcastsQueryVariables = {}, options?: RequestOptions): Promise<BroadcastsQuery['broadcasts']> {
  const data = await client.request(BroadcastsDocument, variables, options);
  return data.broadcasts;
}

/** What the mutation `bulkCases` answers. */
export interface BulkCasesMutation {
  /** Does the same with up to 100 cases, each for itself and with its own result. For admins, and agents with BULK_ACTIONS. Errors: FORBIDDEN. */
  readonly bulkCases: BulkCasesPayload;
}
/** What the mutation `bulkCases` takes. */
export interface BulkCasesMutationVariables {
  /** What, and with which. */
  readonly input: BulkCasesInput;
}
/** The document of `bulkCases`. */
export const BulkCasesDocument: OperationDocument<BulkCasesMutation, BulkCasesMutationVariables> = /*#__PURE__*/ operation('mutation', 'bulkCases', ['b6ee5462ae0297e8', '{results{case{...SupportCase}caseId code isDone message}}', SupportCaseText]);
/** Does the same with up to 100 cases, each for itself and with its own result. For admins, and agents with BULK_ACTIONS. Errors: FORBIDDEN. */
export async function bulkCases(client: OperationRunner, input: BulkCasesMutationVariables['input'], options?: RequestOptions): Promise<BulkCasesMutation['bulkCases']> {
  const data = await client.request(BulkCasesDocument, { input }, options);
  return data.bulkCases;
}

/** What the query `businessHours` answers. */
export interface BusinessHoursQuery {
  /** Whether the viewer’s site is open now, and when that changes. For everybody, customers and guests too; with `siteKey` it needs no credential, so that a widget can say it before anybody signs in. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED. */
  readonly businessHours: BusinessHours;
}
/** What the query `businessHours` takes. */
export interface BusinessHoursQueryVariables {
  /** Key of a schedule; the site’s default when it is left out. */
  readonly key?: string | null | undefined;
  /** The public key of the site (`pk_…`), of a page without a credential; a credential names the site already. */
  readonly siteKey?: string | null | undefined;
}
/** The document of `businessHours`. */
export const BusinessHoursDocument: OperationDocument<BusinessHoursQuery, BusinessHoursQueryVariables> = /*#__PURE__*/ operation('query', 'businessHours', ['7af611aa066dd6f9', '$key:String$siteKey:String{at closesAt isOpen nextOpeningAt timeZone}']);
/** Whether the viewer’s site is open now, and when that changes. For everybody, customers and guests too; with `siteKey` it needs no credential, so that a widget can say it before anybody signs in. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED. */
export async function businessHours(client: OperationRunner, variables: BusinessHoursQueryVariables = {}, options?: RequestOptions): Promise<BusinessHoursQuery['businessHours']> {
  const data = await client.request(BusinessHoursDocument, variables, options);
  return data.businessHours;
}

/** What the query `caseCounts` answers. */
export interface CaseCountsQuery {
  /** How many cases there are that the viewer may see, by status, queue, tag and agent, for staff. One statement. Errors: FORBIDDEN. */
  readonly caseCounts: CaseCounts;
}
/** What the query `caseCounts` takes. */
export interface CaseCountsQueryVariables {
  /** Which cases. */
  readonly filter?: CaseFilterInput | null | undefined;
}
/** The document of `caseCounts`. */
export const CaseCountsDocument: OperationDocument<CaseCountsQuery, CaseCountsQueryVariables> = /*#__PURE__*/ operation('query', 'caseCounts', ['32e648d55078441a', '$filter:CaseFilterInput{byAgent{agent{...Person}count}byQueue{count name queueId}byStatus{count status}byTag{count tag{...Tag}}mine total unassigned}', PersonText, TagText]);
/** How many cases there are that the viewer may see, by status, queue, tag and agent, for staff. One statement. Errors: FORBIDDEN. */
export async function caseCounts(client: OperationRunner, variables: CaseCountsQueryVariables = {}, options?: RequestOptions): Promise<CaseCountsQuery['caseCounts']> {
  const data = await client.request(CaseCountsDocument, variables, options);
  return data.caseCounts;
}

/** What the query `caseOffers` answers. */
export interface CaseOffersQuery {
  /** Who was asked to take a case, and what became of it, oldest first; the newest 200. For staff. Errors: FORBIDDEN, NOT_FOUND. */
  readonly caseOffers: readonly Offer[];
}
/** What the query `caseOffers` takes. */
export interface CaseOffersQueryVariables {
  /** The id of the case. */
  readonly caseId: string;
}
/** The document of `caseOffers`. */
export const CaseOffersDocument: OperationDocument<CaseOffersQuery, CaseOffersQueryVariables> = /*#__PURE__*/ operation('query', 'caseOffers', ['5d42605ca6749d31', '$caseId:ID!{...Offer}', OfferText]);
/** Who was asked to take a case, and what became of it, oldest first; the newest 200. For staff. Errors: FORBIDDEN, NOT_FOUND. */
export async function caseOffers(client: OperationRunner, variables: CaseOffersQueryVariables, options?: RequestOptions): Promise<CaseOffersQuery['caseOffers']> {
  const data = await client.request(CaseOffersDocument, variables, options);
  return data.caseOffers;
}

/** What the query `caseOutcome` answers. */
export interface CaseOutcomeQuery {
  /** What became of a case and how it was rated; null before it first ended. For its customer and for staff. Errors: NOT_FOUND. */
  readonly caseOutcome: CaseOutcome | null;
}
/** What the query `caseOutcome` takes. */
export interface CaseOutcomeQueryVariables {
  /** The case. */
  readonly caseId: string;
}
/** The document of `caseOutcome`. */
export const CaseOutcomeDocument: OperationDocument<CaseOutcomeQuery, CaseOutcomeQueryVariables> = /*#__PURE__*/ operation('query', 'caseOutcome', ['87fd43b2aa2d5231', '$caseId:ID!{...CaseOutcome}', CaseOutcomeText]);
/** What became of a case and how it was rated; null before it first ended. For its customer and for staff. Errors: NOT_FOUND. */
export async function caseOutcome(client: OperationRunner, variables: CaseOutcomeQueryVariables, options?: RequestOptions): Promise<CaseOutcomeQuery['caseOutcome']> {
  const data = await client.request(CaseOutcomeDocument, variables, options);
  return data.caseOutcome;
}

/** What the query `caseOutcomes` answers. */
export interface CaseOutcomesQuery {
  /** The cases whose customers were asked for a rating, newest first. For admins and back-ends. Errors: FORBIDDEN. */
  readonly caseOutcomes: CaseOutcomeConnection;
}
/** What the query `caseOutcomes` takes. */
export interface CaseOutcomesQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** Only those of this agent. */
  readonly agentId?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only those that were rated, or only those that were not. */
  readonly isRated?: boolean | null | undefined;
}
/** The document of `caseOutcomes`. */
export const CaseOutcomesDocument: OperationDocument<CaseOutcomesQuery, CaseOutcomesQueryVariables> = /*#__PURE__*/ operation('query', 'caseOutcomes', ['2dacd58dcfb1923e', '$after:String$agentId:ID$first:Int$isRated:Boolean{edges{cursor node{...CaseOutcome}}pageInfo{...PageInfo}}', CaseOutcomeText, PageInfoText]);
/** The cases whose customers were asked for a rating, newest first. For admins and back-ends. Errors: FORBIDDEN. */
export async function caseOutcomes(client: OperationRunner, variables: CaseOutcomesQueryVariables = {}, options?: RequestOptions): Promise<CaseOutcomesQuery['caseOutcomes']> {
  const data = await client.request(CaseOutcomesDocument, variables, options);
  return data.caseOutcomes;
}

/** What the query `caseTrail` answers. */
export interface CaseTrailQuery {
  /** What happened to a case, oldest first, for staff who may see it: who had it, who joined, escalations with decision and answer. Errors: NOT_FOUND, FORBIDDEN. */
  readonly caseTrail: CaseTrailConnection;
}
/** What the query `caseTrail` takes. */
export interface CaseTrailQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** The case. */
  readonly caseId: string;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
}
/** The document of `caseTrail`. */
export const CaseTrailDocument: OperationDocument<CaseTrailQuery, CaseTrailQueryVariables> = /*#__PURE__*/ operation('query', 'caseTrail', ['fda581d30f0f2d15', '$after:String$caseId:ID!$first:Int{edges{cursor node{actor{...Person}at conversationId escalationId kind messageId person{...Person}text}}pageInfo{...PageInfo}}', PageInfoText, PersonText]);
/** What happened to a case, oldest first, for staff who may see it: who had it, who joined, escalations with decision and answer. Errors: NOT_FOUND, FORBIDDEN. */
export async function caseTrail(client: OperationRunner, variables: CaseTrailQueryVariables, options?: RequestOptions): Promise<CaseTrailQuery['caseTrail']> {
  const data = await client.request(CaseTrailDocument, variables, options);
  return data.caseTrail;
}

/** What the query `caseViews` answers. */
export interface CaseViewsQuery {
  /** The viewer’s own views of cases and the site’s, by name, for staff. Errors: FORBIDDEN. */
  readonly caseViews: readonly CaseView[];
}
/** What the query `caseViews` takes. */
export type CaseViewsQueryVariables = Readonly<Record<string, never>>;
/** The document of `caseViews`. */
export const CaseViewsDocument: OperationDocument<CaseViewsQuery, CaseViewsQueryVariables> = /*#__PURE__*/ operation('query', 'caseViews', ['e2e5636c03aab201', '{...CaseView}', CaseViewText]);
/** The viewer’s own views of cases and the site’s, by name, for staff. Errors: FORBIDDEN. */
export async function caseViews(client: OperationRunner, variables: CaseViewsQueryVariables = {}, options?: RequestOptions): Promise<CaseViewsQuery['caseViews']> {
  const data = await client.request(CaseViewsDocument, variables, options);
  return data.caseViews;
}

/** What the query `cases` answers. */
export interface CasesQuery {
  /** The agent’s inbox: cases that the viewer may see, for staff. `queueFeed` tells when to ask again. Errors: FORBIDDEN. */
  readonly cases: InboxCaseConnection;
}
/** What the query `cases` takes. */
export interface CasesQueryVariables {
  /** Cursor behind which to go on, of a page in the same order. */
  readonly after?: string | null | undefined;
  /** Which cases. */
  readonly filter?: CaseFilterInput | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** In which order; by activity when it is left out. */
  readonly sort?: CaseSort | null | undefined;
}
/** The document of `cases`. */
export const CasesDocument: OperationDocument<CasesQuery, CasesQueryVariables> = /*#__PURE__*/ operation('query', 'cases', ['e8c2b97b852f5af8', '$after:String$filter:CaseFilterInput$first:Int$sort:CaseSort{edges{cursor node{case{...SupportCase}lastActivityAt lastMessage{...MessagePreview}openEscalations tags{...Tag}}}pageInfo{...PageInfo}}', MessagePreviewText, PageInfoText, SupportCaseText, TagText]);
/** The agent’s inbox: cases that the viewer may see, for staff. `queueFeed` tells when to ask again. Errors: FORBIDDEN. */
export async function cases(client: OperationRunner, variables: CasesQueryVariables = {}, options?: RequestOptions): Promise<CasesQuery['cases']> {
  const data = await client.request(CasesDocument, variables, options);
  return data.cases;
}

/** What the mutation `chooseAnswer` answers. */
export interface ChooseAnswerMutation {
  /** Chooses one of the articles that the bot asked about: it becomes a message of the customer, and the bot answers. For the customer. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
  readonly chooseAnswer: ChooseAnswerPayload;
}
/** What the mutation `chooseAnswer` takes. */
export interface ChooseAnswerMutationVariables {
  /** Which. */
  readonly input: ChooseAnswerInput;
}
/** The document of `chooseAnswer`. */
export const ChooseAnswerDocument: OperationDocument<ChooseAnswerMutation, ChooseAnswerMutationVariables> = /*#__PURE__*/ operation('mutation', 'chooseAnswer', ['7cd55023c00b4866', '{conversationId isDuplicate messageId seq}']);
/** Chooses one of the articles that the bot asked about: it becomes a message of the customer, and the bot answers. For the customer. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export async function chooseAnswer(client: OperationRunner, input: ChooseAnswerMutationVariables['input'], options?: RequestOptions): Promise<ChooseAnswerMutation['chooseAnswer']> {
  const data = await client.request(ChooseAnswerDocument, { input }, options);
  return data.chooseAnswer;
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
export const ClaimGuestDocument: OperationDocument<ClaimGuestMutation, ClaimGuestMutationVariables> = /*#__PURE__*/ operation('mutation', 'claimGuest', ['98ade4bf0041b118', '{conversationIds user{...User}}', UserText]);
/** Makes a guest’s history that of the viewer, after the visitor signed in as a known user. Errors: NOT_FOUND, FORBIDDEN. */
export async function claimGuest(client: OperationRunner, input: ClaimGuestMutationVariables['input'], options?: RequestOptions): Promise<ClaimGuestMutation['claimGuest']> {
  const data = await client.request(ClaimGuestDocument, { input }, options);
  return data.claimGuest;
}

/** What the mutation `closeCase` answers. */
export interface CloseCaseMutation {
  /** Ends a case: nobody writes any more, and its customer is told. Errors: FORBIDDEN, NOT_FOUND. */
  readonly closeCase: CloseCasePayload;
}
/** What the mutation `closeCase` takes. */
export interface CloseCaseMutationVariables {
  /** Which. */
  readonly input: CloseCaseInput;
}
/** The document of `closeCase`. */
export const CloseCaseDocument: OperationDocument<CloseCaseMutation, CloseCaseMutationVariables> = /*#__PURE__*/ operation('mutation', 'closeCase', ['94a8f8d08bb4d3c9', '{case{...SupportCase}seq}', SupportCaseText]);
/** Ends a case: nobody writes any more, and its customer is told. Errors: FORBIDDEN, NOT_FOUND. */
export async function closeCase(client: OperationRunner, input: CloseCaseMutationVariables['input'], options?: RequestOptions): Promise<CloseCaseMutation['closeCase']> {
  const data = await client.request(CloseCaseDocument, { input }, options);
  return data.closeCase;
}

/** What the query `colleagues` answers. */
export interface ColleaguesQuery {
  /** Agents and admins by the beginning of their name, for staff; with a conversation those who may see it, so whom a note can name. Errors: NOT_FOUND, FORBIDDEN. */
  readonly colleagues: readonly Person[];
}
/** What the query `colleagues` takes. */
export interface ColleaguesQueryVariables {
  /** Only those who may see this conversation. */
  readonly conversationId?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Beginning of the name, at most 40 characters. */
  readonly prefix?: string | null | undefined;
}
/** The document of `colleagues`. */
export const ColleaguesDocument: OperationDocument<ColleaguesQuery, ColleaguesQueryVariables> = /*#__PURE__*/ operation('query', 'colleagues', ['9290104cdd9d68a5', '$conversationId:ID$first:Int$prefix:String{...Person}', PersonText]);
/** Agents and admins by the beginning of their name, for staff; with a conversation those who may see it, so whom a note can name. Errors: NOT_FOUND, FORBIDDEN. */
export async function colleagues(client: OperationRunner, variables: ColleaguesQueryVariables = {}, options?: RequestOptions): Promise<ColleaguesQuery['colleagues']> {
  const data = await client.request(ColleaguesDocument, variables, options);
  return data.colleagues;
}

/** What the mutation `completeWrapUp` answers. */
export interface CompleteWrapUpMutation {
  /** Ends the wrapping up of a case that is over; the agent has room for another. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
  readonly completeWrapUp: CompleteWrapUpPayload;
}
/** What the mutation `completeWrapUp` takes. */
export interface CompleteWrapUpMutationVariables {
  /** Which. */
  readonly input: CompleteWrapUpInput;
}
/** The document of `completeWrapUp`. */
export const CompleteWrapUpDocument: OperationDocument<CompleteWrapUpMutation, CompleteWrapUpMutationVariables> = /*#__PURE__*/ operation('mutation', 'completeWrapUp', ['c7744c20b4f25af1', '{case{...SupportCase}seq}', SupportCaseText]);
/** Ends the wrapping up of a case that is over; the agent has room for another. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
export async function completeWrapUp(client: OperationRunner, input: CompleteWrapUpMutationVariables['input'], options?: RequestOptions): Promise<CompleteWrapUpMutation['completeWrapUp']> {
  const data = await client.request(CompleteWrapUpDocument, { input }, options);
  return data.completeWrapUp;
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
export const ConversationDocument: OperationDocument<ConversationQuery, ConversationQueryVariables> = /*#__PURE__*/ operation('query', 'conversation', ['1550b4b77c25d789', '$id:ID!{...ViewerConversation}', ViewerConversationText]);
/** A conversation by id; null when there is none that the viewer may see. */
export async function conversation(client: OperationRunner, variables: ConversationQueryVariables, options?: RequestOptions): Promise<ConversationQuery['conversation']> {
  const data = await client.request(ConversationDocument, variables, options);
  return data.conversation;
}

/** What the query `conversationContext` answers. */
export interface ConversationContextQuery {
  /** Where a conversation stands, what the viewer can do with it now, and whose turn it is; null when there is none that they may know of. Staff also get it of what they may join. */
  readonly conversationContext: ConversationContext | null;
}
/** What the query `conversationContext` takes. */
export interface ConversationContextQueryVariables {
  /** The id of the conversation. */
  readonly conversationId: string;
}
/** The document of `conversationContext`. */
export const ConversationContextDocument: OperationDocument<ConversationContextQuery, ConversationContextQueryVariables> = /*#__PURE__*/ operation('query', 'conversationContext', ['47edc825f2848c03', '$conversationId:ID!{actions awaited{role since userIds}conversationId seq status}']);
/** Where a conversation stands, what the viewer can do with it now, and whose turn it is; null when there is none that they may know of. Staff also get it of what they may join. */
export async function conversationContext(client: OperationRunner, variables: ConversationContextQueryVariables, options?: RequestOptions): Promise<ConversationContextQuery['conversationContext']> {
  const data = await client.request(ConversationContextDocument, variables, options);
  return data.conversationContext;
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
export const ConversationEventsDocument: OperationDocument<ConversationEventsQuery, ConversationEventsQueryVariables> = /*#__PURE__*/ operation('query', 'conversationEvents', ['af12fb05379714da', '$after:FeedPosition$conversationId:ID!$first:Int{epoch hasMore items{...ConversationFeedItem}seq}', ConversationFeedItemText]);
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
export const ConversationFeedDocument: OperationDocument<ConversationFeedSubscription, ConversationFeedSubscriptionVariables> = /*#__PURE__*/ operation('subscription', 'conversationFeed', ['6e3e4e242057cd39', '$after:FeedPosition$conversationId:ID!$last:Int{...ConversationFeedItem}', ConversationFeedItemText]);
/** Follows a conversation. Without `after` it begins with a snapshot; with it, with what was missed, however long ago that was. Errors: NOT_FOUND, RESYNC_REQUIRED, ACCESS_REVOKED. */
export function conversationFeed(client: OperationRunner, variables: ConversationFeedSubscriptionVariables, sink: FeedSink<ConversationFeedSubscription['conversationFeed']>): () => void {
  return client.subscribe(ConversationFeedDocument, variables, { ...sink, next: (data) => sink.next(data.conversationFeed) });
}

/** What the query `conversationTags` answers. */
export interface ConversationTagsQuery {
  /** The tags of a conversation by name, for staff who may read it; `conversationFeed` tells of them too. Errors: NOT_FOUND, FORBIDDEN. */
  readonly conversationTags: readonly Tag[];
}
/** What the query `conversationTags` takes. */
export interface ConversationTagsQueryVariables {
  /** The conversation. */
  readonly conversationId: string;
}
/** The document of `conversationTags`. */
export const ConversationTagsDocument: OperationDocument<ConversationTagsQuery, ConversationTagsQueryVariables> = /*#__PURE__*/ operation('query', 'conversationTags', ['69d705298b68ed91', '$conversationId:ID!{...Tag}', TagText]);
/** The tags of a conversation by name, for staff who may read it; `conversationFeed` tells of them too. Errors: NOT_FOUND, FORBIDDEN. */
export async function conversationTags(client: OperationRunner, variables: ConversationTagsQueryVariables, options?: RequestOptions): Promise<ConversationTagsQuery['conversationTags']> {
  const data = await client.request(ConversationTagsDocument, variables, options);
  return data.conversationTags;
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
export const ConversationsDocument: OperationDocument<ConversationsQuery, ConversationsQueryVariables> = /*#__PURE__*/ operation('query', 'conversations', ['95863a6e592c7ded', '$after:String$first:Int$kind:ConversationKind{...ConversationConnection}', ConversationConnectionText]);
/** The viewer’s own conversations, newest activity first. */
export async function conversations(client: OperationRunner, variables: ConversationsQueryVariables = {}, options?: RequestOptions): Promise<ConversationsQuery['conversations']> {
  const data = await client.request(ConversationsDocument, variables, options);
  return data.conversations;
}

/** What the mutation `countQuickReplyUse` answers. */
export interface CountQuickReplyUseMutation {
  /** Counts one of the viewer’s messages as sent with a quick reply: once, however often it is told. Errors: FORBIDDEN, NOT_FOUND. */
  readonly countQuickReplyUse: CountQuickReplyUsePayload;
}
/** What the mutation `countQuickReplyUse` takes. */
export interface CountQuickReplyUseMutationVariables {
  /** What was sent with what. */
  readonly input: CountQuickReplyUseInput;
}
/** The document of `countQuickReplyUse`. */
export const CountQuickReplyUseDocument: OperationDocument<CountQuickReplyUseMutation, CountQuickReplyUseMutationVariables> = /*#__PURE__*/ operation('mutation', 'countQuickReplyUse', ['e87d99c4d3ff48fd', '{quickReply{...QuickReply}}', QuickReplyText]);
/** Counts one of the viewer’s messages as sent with a quick reply: once, however often it is told. Errors: FORBIDDEN, NOT_FOUND. */
export async function countQuickReplyUse(client: OperationRunner, input: CountQuickReplyUseMutationVariables['input'], options?: RequestOptions): Promise<CountQuickReplyUseMutation['countQuickReplyUse']> {
  const data = await client.request(CountQuickReplyUseDocument, { input }, options);
  return data.countQuickReplyUse;
}

/** What the mutation `createApiKey` answers. */
export interface CreateApiKeyMutation {
  /** Makes a key for back-end calls. For admins and back-ends. Safe to repeat with the same `clientId`, for ever. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED. */
  readonly createApiKey: CreateApiKeyPayload;
}
/** What the mutation `createApiKey` takes. */
export interface CreateApiKeyMutationVariables {
  /** The key. */
  readonly input: CreateApiKeyInput;
}
/** The document of `createApiKey`. */
export const CreateApiKeyDocument: OperationDocument<CreateApiKeyMutation, CreateApiKeyMutationVariables> = /*#__PURE__*/ operation('mutation', 'createApiKey', ['8d0533c85fbb3150', '{apiKey{...ApiKey}secret}', ApiKeyText]);
/** Makes a key for back-end calls. For admins and back-ends. Safe to repeat with the same `clientId`, for ever. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED. */
export async function createApiKey(client: OperationRunner, input: CreateApiKeyMutationVariables['input'], options?: RequestOptions): Promise<CreateApiKeyMutation['createApiKey']> {
  const data = await client.request(CreateApiKeyDocument, { input }, options);
  return data.createApiKey;
}

/** What the mutation `createCaseView` answers. */
export interface CreateCaseViewMutation {
  /** Keeps a way to look at cases, at most 50 for each owner. For staff. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED. */
  readonly createCaseView: CreateCaseViewPayload;
}
/** What the mutation `createCaseView` takes. */
export interface CreateCaseViewMutationVariables {
  /** The view. */
  readonly input: CreateCaseViewInput;
}
/** The document of `createCaseView`. */
export const CreateCaseViewDocument: OperationDocument<CreateCaseViewMutation, CreateCaseViewMutationVariables> = /*#__PURE__*/ operation('mutation', 'createCaseView', ['4d713bd2f4a8a6a0', '{view{...CaseView}}', CaseViewText]);
/** Keeps a way to look at cases, at most 50 for each owner. For staff. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED. */
export async function createCaseView(client: OperationRunner, input: CreateCaseViewMutationVariables['input'], options?: RequestOptions): Promise<CreateCaseViewMutation['createCaseView']> {
  const data = await client.request(CreateCaseViewDocument, { input }, options);
  return data.createCaseView;
}

/** What the mutation `createQuickReply` answers. */
export interface CreateQuickReplyMutation {
  /** Makes a quick reply for the viewer or, by who manages templates, for the site. For everybody but clients. Errors: FORBIDDEN, CONFLICT, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED. */
  readonly createQuickReply: CreateQuickReplyPayload;
}
/** What the mutation `createQuickReply` takes. */
export interface CreateQuickReplyMutationVariables {
  /** The quick reply. */
  readonly input: CreateQuickReplyInput;
}
/** The document of `createQuickReply`. */
export const CreateQuickReplyDocument: OperationDocument<CreateQuickReplyMutation, CreateQuickReplyMutationVariables> = /*#__PURE__*/ operation('mutation', 'createQuickReply', ['93657ec21f4a0bd3', '{quickReply{...QuickReply}}', QuickReplyText]);
/** Makes a quick reply for the viewer or, by who manages templates, for the site. For everybody but clients. Errors: FORBIDDEN, CONFLICT, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED. */
export async function createQuickReply(client: OperationRunner, input: CreateQuickReplyMutationVariables['input'], options?: RequestOptions): Promise<CreateQuickReplyMutation['createQuickReply']> {
  const data = await client.request(CreateQuickReplyDocument, { input }, options);
  return data.createQuickReply;
}

/** What the mutation `createSite` answers. */
export interface CreateSiteMutation {
  /** Makes a site of its own, separate from this one. For admins and back-ends. Safe to repeat with the same `clientId`, for ever. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT. */
  readonly createSite: CreateSitePayload;
}
/** What the mutation `createSite` takes. */
export interface CreateSiteMutationVariables {
  /** The site. */
  readonly input: CreateSiteInput;
}
/** The document of `createSite`. */
export const CreateSiteDocument: OperationDocument<CreateSiteMutation, CreateSiteMutationVariables> = /*#__PURE__*/ operation('mutation', 'createSite', ['1f6b5ff011df4025', '{secret site{...Site}}', SiteText]);
/** Makes a site of its own, separate from this one. For admins and back-ends. Safe to repeat with the same `clientId`, for ever. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT. */
export async function createSite(client: OperationRunner, input: CreateSiteMutationVariables['input'], options?: RequestOptions): Promise<CreateSiteMutation['createSite']> {
  const data = await client.request(CreateSiteDocument, { input }, options);
  return data.createSite;
}

/** What the mutation `createTag` answers. */
export interface CreateTagMutation {
  /** Makes a tag; one that is there, with the same colour, is answered. For admins, and agents with MANAGE_TAGS. Errors: FORBIDDEN, CONFLICT, LIMIT_EXCEEDED. */
  readonly createTag: CreateTagPayload;
}
/** What the mutation `createTag` takes. */
export interface CreateTagMutationVariables {
  /** The tag. */
  readonly input: CreateTagInput;
}
/** The document of `createTag`. */
export const CreateTagDocument: OperationDocument<CreateTagMutation, CreateTagMutationVariables> = /*#__PURE__*/ operation('mutation', 'createTag', ['c8bf11d8a1da3829', '{tag{...Tag}}', TagText]);
/** Makes a tag; one that is there, with the same colour, is answered. For admins, and agents with MANAGE_TAGS. Errors: FORBIDDEN, CONFLICT, LIMIT_EXCEEDED. */
export async function createTag(client: OperationRunner, input: CreateTagMutationVariables['input'], options?: RequestOptions): Promise<CreateTagMutation['createTag']> {
  const data = await client.request(CreateTagDocument, { input }, options);
  return data.createTag;
}

/** What the query `customer` answers. */
export interface CustomerQuery {
  /** A customer by `userId` or by `externalId`, exactly one of them, for staff; null when there is none. Errors: FORBIDDEN. */
  readonly customer: Customer | null;
}
/** What the query `customer` takes. */
export interface CustomerQueryVariables {
  /** The host’s own id of the user. */
  readonly externalId?: string | null | undefined;
  /** The id of the user. */
  readonly userId?: string | null | undefined;
}
/** The document of `customer`. */
export const CustomerDocument: OperationDocument<CustomerQuery, CustomerQueryVariables> = /*#__PURE__*/ operation('query', 'customer', ['83cdc80211a2365a', '$externalId:String$userId:ID{attributes bookings{...BookingConnection}conversations{...ConversationConnection}openCases{...SupportCase}payments{...PaymentConnection}totals{bookings cases conversations payments}user{...User}}', BookingConnectionText, ConversationConnectionText, PaymentConnectionText, SupportCaseText, UserText]);
/** A customer by `userId` or by `externalId`, exactly one of them, for staff; null when there is none. Errors: FORBIDDEN. */
export async function customer(client: OperationRunner, variables: CustomerQueryVariables = {}, options?: RequestOptions): Promise<CustomerQuery['customer']> {
  const data = await client.request(CustomerDocument, variables, options);
  return data.customer;
}

/** What the query `customerBookings` answers. */
export interface CustomerBookingsQuery {
  /** Bookings of a customer as client or provider, newest first, for staff. Errors: FORBIDDEN. */
  readonly customerBookings: BookingConnection;
}
/** What the query `customerBookings` takes. */
export interface CustomerBookingsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** The id of the user. */
  readonly userId: string;
}
/** The document of `customerBookings`. */
export const CustomerBookingsDocument: OperationDocument<CustomerBookingsQuery, CustomerBookingsQueryVariables> = /*#__PURE__*/ operation('query', 'customerBookings', ['d6a754c85e8e5b78', '$after:String$first:Int$userId:ID!{...BookingConnection}', BookingConnectionText]);
/** Bookings of a customer as client or provider, newest first, for staff. Errors: FORBIDDEN. */
export async function customerBookings(client: OperationRunner, variables: CustomerBookingsQueryVariables, options?: RequestOptions): Promise<CustomerBookingsQuery['customerBookings']> {
  const data = await client.request(CustomerBookingsDocument, variables, options);
  return data.customerBookings;
}

/** What the query `customerConversations` answers. */
export interface CustomerConversationsQuery {
  /** Conversations that a customer is or was in, newest activity first, for staff. Errors: FORBIDDEN, NOT_FOUND. */
  readonly customerConversations: ConversationConnection;
}
/** What the query `customerConversations` takes. */
export interface CustomerConversationsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** The id of the user. */
  readonly userId: string;
}
/** The document of `customerConversations`. */
export const CustomerConversationsDocument: OperationDocument<CustomerConversationsQuery, CustomerConversationsQueryVariables> = /*#__PURE__*/ operation('query', 'customerConversations', ['68970577992138f2', '$after:String$first:Int$userId:ID!{...ConversationConnection}', ConversationConnectionText]);
/** Conversations that a customer is or was in, newest activity first, for staff. Errors: FORBIDDEN, NOT_FOUND. */
export async function customerConversations(client: OperationRunner, variables: CustomerConversationsQueryVariables, options?: RequestOptions): Promise<CustomerConversationsQuery['customerConversations']> {
  const data = await client.request(CustomerConversationsDocument, variables, options);
  return data.customerConversations;
}

/** What the query `customerPayments` answers. */
export interface CustomerPaymentsQuery {
  /** Payments of a customer, newest first, for staff. Errors: FORBIDDEN, NOT_FOUND. */
  readonly customerPayments: PaymentConnection;
}
/** What the query `customerPayments` takes. */
export interface CustomerPaymentsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** The id of the user. */
  readonly userId: string;
}
/** The document of `customerPayments`. */
export const CustomerPaymentsDocument: OperationDocument<CustomerPaymentsQuery, CustomerPaymentsQueryVariables> = /*#__PURE__*/ operation('query', 'customerPayments', ['e2b5c3447e755c77', '$after:String$first:Int$userId:ID!{...PaymentConnection}', PaymentConnectionText]);
/** Payments of a customer, newest first, for staff. Errors: FORBIDDEN, NOT_FOUND. */
export async function customerPayments(client: OperationRunner, variables: CustomerPaymentsQueryVariables, options?: RequestOptions): Promise<CustomerPaymentsQuery['customerPayments']> {
  const data = await client.request(CustomerPaymentsDocument, variables, options);
  return data.customerPayments;
}

/** What the mutation `decideEscalation` answers. */
export interface DecideEscalationMutation {
  /** Decides an escalation, once; the agent hears of it. For admins and back-ends. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, ESCALATION_DECIDED. */
  readonly decideEscalation: DecideEscalationPayload;
}
/** What the mutation `decideEscalation` takes. */
export interface DecideEscalationMutationVariables {
  /** The decision. */
  readonly input: DecideEscalationInput;
}
/** The document of `decideEscalation`. */
export const DecideEscalationDocument: OperationDocument<DecideEscalationMutation, DecideEscalationMutationVariables> = /*#__PURE__*/ operation('mutation', 'decideEscalation', ['1b4c05a29941dedb', '{escalation{...Escalation}}', EscalationText]);
/** Decides an escalation, once; the agent hears of it. For admins and back-ends. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, ESCALATION_DECIDED. */
export async function decideEscalation(client: OperationRunner, input: DecideEscalationMutationVariables['input'], options?: RequestOptions): Promise<DecideEscalationMutation['decideEscalation']> {
  const data = await client.request(DecideEscalationDocument, { input }, options);
  return data.decideEscalation;
}

/** What the mutation `deleteArticle` answers. */
export interface DeleteArticleMutation {
  /** Deletes an article. For admins, and agents with MANAGE_KNOWLEDGE. Errors: FORBIDDEN, NOT_FOUND. */
  readonly deleteArticle: DeleteArticlePayload;
}
/** What the mutation `deleteArticle` takes. */
export interface DeleteArticleMutationVariables {
  /** Which. */
  readonly input: DeleteArticleInput;
}
/** The document of `deleteArticle`. */
export const DeleteArticleDocument: OperationDocument<DeleteArticleMutation, DeleteArticleMutationVariables> = /*#__PURE__*/ operation('mutation', 'deleteArticle', ['af945e5a559261b1', '{articleId}']);
/** Deletes an article. For admins, and agents with MANAGE_KNOWLEDGE. Errors: FORBIDDEN, NOT_FOUND. */
export async function deleteArticle(client: OperationRunner, input: DeleteArticleMutationVariables['input'], options?: RequestOptions): Promise<DeleteArticleMutation['deleteArticle']> {
  const data = await client.request(DeleteArticleDocument, { input }, options);
  return data.deleteArticle;
}

/** What the mutation `deleteCaseView` answers. */
export interface DeleteCaseViewMutation {
  /** Deletes a view: one’s own or, by who manages routing, the site’s. Errors: FORBIDDEN, NOT_FOUND. */
  readonly deleteCaseView: DeleteCaseViewPayload;
}
/** What the mutation `deleteCaseView` takes. */
export interface DeleteCaseViewMutationVariables {
  /** Which. */
  readonly input: DeleteCaseViewInput;
}
/** The document of `deleteCaseView`. */
export const DeleteCaseViewDocument: OperationDocument<DeleteCaseViewMutation, DeleteCaseViewMutationVariables> = /*#__PURE__*/ operation('mutation', 'deleteCaseView', ['aa29211a4fcf7ee9', '{viewId}']);
/** Deletes a view: one’s own or, by who manages routing, the site’s. Errors: FORBIDDEN, NOT_FOUND. */
export async function deleteCaseView(client: OperationRunner, input: DeleteCaseViewMutationVariables['input'], options?: RequestOptions): Promise<DeleteCaseViewMutation['deleteCaseView']> {
  const data = await client.request(DeleteCaseViewDocument, { input }, options);
  return data.deleteCaseView;
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
export const DeleteMessageDocument: OperationDocument<DeleteMessageMutation, DeleteMessageMutationVariables> = /*#__PURE__*/ operation('mutation', 'deleteMessage', ['00352bfbd480e339', '{message{...Message}seq}', MessageText]);
/** Turns a message into a tombstone. Its sender may while the conversation is open, agents and admins always. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export async function deleteMessage(client: OperationRunner, input: DeleteMessageMutationVariables['input'], options?: RequestOptions): Promise<DeleteMessageMutation['deleteMessage']> {
  const data = await client.request(DeleteMessageDocument, { input }, options);
  return data.deleteMessage;
}

/** What the mutation `deleteQuickReply` answers. */
export interface DeleteQuickReplyMutation {
  /** Deletes a quick reply: one’s own or, by who manages templates, the site’s. Its shortcut is free again. Errors: FORBIDDEN, NOT_FOUND. */
  readonly deleteQuickReply: DeleteQuickReplyPayload;
}
/** What the mutation `deleteQuickReply` takes. */
export interface DeleteQuickReplyMutationVariables {
  /** Which. */
  readonly input: DeleteQuickReplyInput;
}
/** The document of `deleteQuickReply`. */
export const DeleteQuickReplyDocument: OperationDocument<DeleteQuickReplyMutation, DeleteQuickReplyMutationVariables> = /*#__PURE__*/ operation('mutation', 'deleteQuickReply', ['3580a55c494fdd23', '{quickReplyId}']);
/** Deletes a quick reply: one’s own or, by who manages templates, the site’s. Its shortcut is free again. Errors: FORBIDDEN, NOT_FOUND. */
export async function deleteQuickReply(client: OperationRunner, input: DeleteQuickReplyMutationVariables['input'], options?: RequestOptions): Promise<DeleteQuickReplyMutation['deleteQuickReply']> {
  const data = await client.request(DeleteQuickReplyDocument, { input }, options);
  return data.deleteQuickReply;
}

/** What the mutation `deleteSchedule` answers. */
export interface DeleteScheduleMutation {
  /** Deletes opening hours; what named them follows the default. The default goes last. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. */
  readonly deleteSchedule: DeleteSchedulePayload;
}
/** What the mutation `deleteSchedule` takes. */
export interface DeleteScheduleMutationVariables {
  /** Which. */
  readonly input: DeleteScheduleInput;
}
/** The document of `deleteSchedule`. */
export const DeleteScheduleDocument: OperationDocument<DeleteScheduleMutation, DeleteScheduleMutationVariables> = /*#__PURE__*/ operation('mutation', 'deleteSchedule', ['7f5f578f615faaef', '{key}']);
/** Deletes opening hours; what named them follows the default. The default goes last. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. */
export async function deleteSchedule(client: OperationRunner, input: DeleteScheduleMutationVariables['input'], options?: RequestOptions): Promise<DeleteScheduleMutation['deleteSchedule']> {
  const data = await client.request(DeleteScheduleDocument, { input }, options);
  return data.deleteSchedule;
}

/** What the mutation `deleteSlaPolicy` answers. */
export interface DeleteSlaPolicyMutation {
  /** Deletes targets. Clocks that ran by them go on by those that fit now, or are given up. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND. */
  readonly deleteSlaPolicy: DeleteSlaPolicyPayload;
}
/** What the mutation `deleteSlaPolicy` takes. */
export interface DeleteSlaPolicyMutationVariables {
  /** Which. */
  readonly input: DeleteSlaPolicyInput;
}
/** The document of `deleteSlaPolicy`. */
export const DeleteSlaPolicyDocument: OperationDocument<DeleteSlaPolicyMutation, DeleteSlaPolicyMutationVariables> = /*#__PURE__*/ operation('mutation', 'deleteSlaPolicy', ['4e3f3bec87f85ad5', '{key}']);
/** Deletes targets. Clocks that ran by them go on by those that fit now, or are given up. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND. */
export async function deleteSlaPolicy(client: OperationRunner, input: DeleteSlaPolicyMutationVariables['input'], options?: RequestOptions): Promise<DeleteSlaPolicyMutation['deleteSlaPolicy']> {
  const data = await client.request(DeleteSlaPolicyDocument, { input }, options);
  return data.deleteSlaPolicy;
}

/** What the mutation `deleteTag` answers. */
export interface DeleteTagMutation {
  /** Deletes a tag, on all conversations at once. For admins, and agents with MANAGE_TAGS. Errors: FORBIDDEN, NOT_FOUND. */
  readonly deleteTag: DeleteTagPayload;
}
/** What the mutation `deleteTag` takes. */
export interface DeleteTagMutationVariables {
  /** Which. */
  readonly input: DeleteTagInput;
}
/** The document of `deleteTag`. */
export const DeleteTagDocument: OperationDocument<DeleteTagMutation, DeleteTagMutationVariables> = /*#__PURE__*/ operation('mutation', 'deleteTag', ['eac67a81fcd172ce', '{tagId}']);
/** Deletes a tag, on all conversations at once. For admins, and agents with MANAGE_TAGS. Errors: FORBIDDEN, NOT_FOUND. */
export async function deleteTag(client: OperationRunner, input: DeleteTagMutationVariables['input'], options?: RequestOptions): Promise<DeleteTagMutation['deleteTag']> {
  const data = await client.request(DeleteTagDocument, { input }, options);
  return data.deleteTag;
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
export const EditMessageDocument: OperationDocument<EditMessageMutation, EditMessageMutationVariables> = /*#__PURE__*/ operation('mutation', 'editMessage', ['d9e12bd665cc518c', '{message{...Message}seq}', MessageText]);
/** Replaces the text of one’s own message; the earlier texts stay readable with `messageVersions`. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export async function editMessage(client: OperationRunner, input: EditMessageMutationVariables['input'], options?: RequestOptions): Promise<EditMessageMutation['editMessage']> {
  const data = await client.request(EditMessageDocument, { input }, options);
  return data.editMessage;
}

/** What the mutation `endSupport` answers. */
export interface EndSupportMutation {
  /** The customer ends their own case, waiting or not. Support is told, and its agent is free. Errors: FORBIDDEN, NOT_FOUND. */
  readonly endSupport: EndSupportPayload;
}
/** What the mutation `endSupport` takes. */
export interface EndSupportMutationVariables {
  /** Which. */
  readonly input: EndSupportInput;
}
/** The document of `endSupport`. */
export const EndSupportDocument: OperationDocument<EndSupportMutation, EndSupportMutationVariables> = /*#__PURE__*/ operation('mutation', 'endSupport', ['e87629d13c1ac197', '{case{...SupportCase}seq}', SupportCaseText]);
/** The customer ends their own case, waiting or not. Support is told, and its agent is free. Errors: FORBIDDEN, NOT_FOUND. */
export async function endSupport(client: OperationRunner, input: EndSupportMutationVariables['input'], options?: RequestOptions): Promise<EndSupportMutation['endSupport']> {
  const data = await client.request(EndSupportDocument, { input }, options);
  return data.endSupport;
}

/** What the mutation `escalateConversation` answers. */
export interface EscalateConversationMutation {
  /** Asks support to help with the conversation of a booking: a case of the viewer that is linked to it. For the parties of the booking. Errors: NOT_FOUND, FORBIDDEN, CASE_STATE_INVALID, QUEUE_FULL, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
  readonly escalateConversation: EscalateConversationPayload;
}
/** What the mutation `escalateConversation` takes. */
export interface EscalateConversationMutationVariables {
  /** What to ask. */
  readonly input: EscalateConversationInput;
}
/** The document of `escalateConversation`. */
export const EscalateConversationDocument: OperationDocument<EscalateConversationMutation, EscalateConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'escalateConversation', ['aec0423096250263', '{case{...SupportCase}isDuplicate}', SupportCaseText]);
/** Asks support to help with the conversation of a booking: a case of the viewer that is linked to it. For the parties of the booking. Errors: NOT_FOUND, FORBIDDEN, CASE_STATE_INVALID, QUEUE_FULL, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export async function escalateConversation(client: OperationRunner, input: EscalateConversationMutationVariables['input'], options?: RequestOptions): Promise<EscalateConversationMutation['escalateConversation']> {
  const data = await client.request(EscalateConversationDocument, { input }, options);
  return data.escalateConversation;
}

/** What the query `escalation` answers. */
export interface EscalationQuery {
  /** An escalation by id, for staff who may see its case and who opened it; null for others. */
  readonly escalation: Escalation | null;
}
/** What the query `escalation` takes. */
export interface EscalationQueryVariables {
  /** The id of the escalation. */
  readonly id: string;
}
/** The document of `escalation`. */
export const EscalationDocument: OperationDocument<EscalationQuery, EscalationQueryVariables> = /*#__PURE__*/ operation('query', 'escalation', ['42708e1172e5ae48', '$id:ID!{...Escalation}', EscalationText]);
/** An escalation by id, for staff who may see its case and who opened it; null for others. */
export async function escalation(client: OperationRunner, variables: EscalationQueryVariables, options?: RequestOptions): Promise<EscalationQuery['escalation']> {
  const data = await client.request(EscalationDocument, variables, options);
  return data.escalation;
}

/** What the query `escalations` answers. */
export interface EscalationsQuery {
  /** Escalations, newest first, for staff: one’s own, and those of cases that one may see. Errors: FORBIDDEN. */
  readonly escalations: EscalationConnection;
}
/** What the query `escalations` takes. */
export interface EscalationsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** Only those about this case. */
  readonly caseId?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only those of which this became. */
  readonly status?: EscalationStatus | null | undefined;
}
/** The document of `escalations`. */
export const EscalationsDocument: OperationDocument<EscalationsQuery, EscalationsQueryVariables> = /*#__PURE__*/ operation('query', 'escalations', ['6a2bc231d704e95d', '$after:String$caseId:ID$first:Int$status:EscalationStatus{edges{cursor node{...Escalation}}pageInfo{...PageInfo}}', EscalationText, PageInfoText]);
/** Escalations, newest first, for staff: one’s own, and those of cases that one may see. Errors: FORBIDDEN. */
export async function escalations(client: OperationRunner, variables: EscalationsQueryVariables = {}, options?: RequestOptions): Promise<EscalationsQuery['escalations']> {
  const data = await client.request(EscalationsDocument, variables, options);
  return data.escalations;
}

/** What the query `feedbackReport` answers. */
export interface FeedbackReportQuery {
  /** Figures over the cases that first ended in a span of time. For admins and back-ends; an agent gets their own. Errors: FORBIDDEN. */
  readonly feedbackReport: FeedbackReport;
}
/** What the query `feedbackReport` takes. */
export interface FeedbackReportQueryVariables {
  /** Only cases of this agent; of an agent who asks, only they themselves. */
  readonly agentId?: string | null | undefined;
  /** Beginning of the span. */
  readonly from: string;
  /** Only cases of this queue. */
  readonly queueId?: string | null | undefined;
  /** End of the span, not itself in it; at most a year later. */
  readonly to: string;
}
/** The document of `feedbackReport`. */
export const FeedbackReportDocument: OperationDocument<FeedbackReportQuery, FeedbackReportQueryVariables> = /*#__PURE__*/ operation('query', 'feedbackReport', ['269b6415e0a7e01e', '$agentId:ID$from:DateTime!$queueId:ID$to:DateTime!{agents{agent{...Person}averageRating endedCount firstContactCount ratedCount}answeredCount askedCount averageRating distribution endedCount firstContactCount firstContactRate ratedCount replyAverage replyCount satisfiedRate wrapUpCodes{code count}}', PersonText]);
/** Figures over the cases that first ended in a span of time. For admins and back-ends; an agent gets their own. Errors: FORBIDDEN. */
export async function feedbackReport(client: OperationRunner, variables: FeedbackReportQueryVariables, options?: RequestOptions): Promise<FeedbackReportQuery['feedbackReport']> {
  const data = await client.request(FeedbackReportDocument, variables, options);
  return data.feedbackReport;
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
export const InboxEventsDocument: OperationDocument<InboxEventsQuery, InboxEventsQueryVariables> = /*#__PURE__*/ operation('query', 'inboxEvents', ['6cbef66faf6ce139', '$after:InboxPosition{epoch items{...InboxFeedItem}position}', InboxFeedItemText]);
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
export const InboxFeedDocument: OperationDocument<InboxFeedSubscription, InboxFeedSubscriptionVariables> = /*#__PURE__*/ operation('subscription', 'inboxFeed', ['49b907d82f09441d', '$after:InboxPosition$first:Int{...InboxFeedItem}', InboxFeedItemText]);
/** Follows the viewer’s inbox: all conversations with their unread counts, who is there, and notices. Errors: RESYNC_REQUIRED, ACCESS_REVOKED. */
export function inboxFeed(client: OperationRunner, variables: InboxFeedSubscriptionVariables, sink: FeedSink<InboxFeedSubscription['inboxFeed']>): () => void {
  return client.subscribe(InboxFeedDocument, variables, { ...sink, next: (data) => sink.next(data.inboxFeed) });
}

/** What the mutation `joinConversation` answers. */
export interface JoinConversationMutation {
  /** Lets support into a conversation between client and provider, and into those of the cases that they may see; an admin into any. It is recorded, and those who are there get a notice. Errors: NOT_FOUND, FORBIDDEN. */
  readonly joinConversation: JoinConversationPayload;
}
/** What the mutation `joinConversation` takes. */
export interface JoinConversationMutationVariables {
  /** What to join, and why. */
  readonly input: JoinConversationInput;
}
/** The document of `joinConversation`. */
export const JoinConversationDocument: OperationDocument<JoinConversationMutation, JoinConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'joinConversation', ['017069a638322c11', '{conversation{...ViewerConversation}participant{...Participant}seq}', ParticipantText, ViewerConversationText]);
/** Lets support into a conversation between client and provider, and into those of the cases that they may see; an admin into any. It is recorded, and those who are there get a notice. Errors: NOT_FOUND, FORBIDDEN. */
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
export const LeaveConversationDocument: OperationDocument<LeaveConversationMutation, LeaveConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'leaveConversation', ['64c37937271b533a', '{participant{...Participant}seq}', ParticipantText]);
/** Ends the viewer’s own part. The client and the provider of a booking cannot leave. Errors: NOT_FOUND, FORBIDDEN. */
export async function leaveConversation(client: OperationRunner, input: LeaveConversationMutationVariables['input'], options?: RequestOptions): Promise<LeaveConversationMutation['leaveConversation']> {
  const data = await client.request(LeaveConversationDocument, { input }, options);
  return data.leaveConversation;
}

/** What the mutation `markBroadcastsRead` answers. */
export interface MarkBroadcastsReadMutation {
  /** Marks the viewer’s broadcasts up to a number as read. The mark only rises. Errors: FORBIDDEN. */
  readonly markBroadcastsRead: MarkBroadcastsReadPayload;
}
/** What the mutation `markBroadcastsRead` takes. */
export interface MarkBroadcastsReadMutationVariables {
  /** How far. */
  readonly input: MarkBroadcastsReadInput;
}
/** The document of `markBroadcastsRead`. */
export const MarkBroadcastsReadDocument: OperationDocument<MarkBroadcastsReadMutation, MarkBroadcastsReadMutationVariables> = /*#__PURE__*/ operation('mutation', 'markBroadcastsRead', ['764f738d33a33b02', '{readSeq}']);
/** Marks the viewer’s broadcasts up to a number as read. The mark only rises. Errors: FORBIDDEN. */
export async function markBroadcastsRead(client: OperationRunner, input: MarkBroadcastsReadMutationVariables['input'], options?: RequestOptions): Promise<MarkBroadcastsReadMutation['markBroadcastsRead']> {
  const data = await client.request(MarkBroadcastsReadDocument, { input }, options);
  return data.markBroadcastsRead;
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
export const MarkDeliveredDocument: OperationDocument<MarkDeliveredMutation, MarkDeliveredMutationVariables> = /*#__PURE__*/ operation('mutation', 'markDelivered', ['3d2617b9bd002f16', '{receipt{...Receipt}seq}', ReceiptText]);
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
export const MarkMessageReadDocument: OperationDocument<MarkMessageReadMutation, MarkMessageReadMutationVariables> = /*#__PURE__*/ operation('mutation', 'markMessageRead', ['299a82fa4335b102', '{receipt{...Receipt}seq unreadCount}', ReceiptText]);
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
export const MarkNoticesReadDocument: OperationDocument<MarkNoticesReadMutation, MarkNoticesReadMutationVariables> = /*#__PURE__*/ operation('mutation', 'markNoticesRead', ['529b0714b7b8aa6a', '{readCount}']);
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
export const MarkReadDocument: OperationDocument<MarkReadMutation, MarkReadMutationVariables> = /*#__PURE__*/ operation('mutation', 'markRead', ['2824df515cf13dd2', '{receipt{...Receipt}seq unreadCount}', ReceiptText]);
/** Marks everything up to a number as read, and so as received. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. */
export async function markRead(client: OperationRunner, input: MarkReadMutationVariables['input'], options?: RequestOptions): Promise<MarkReadMutation['markRead']> {
  const data = await client.request(MarkReadDocument, { input }, options);
  return data.markRead;
}

/** What the query `matchArticles` answers. */
export interface MatchArticlesQuery {
  /** What the FAQ bot makes of a question: active articles with how surely they answer it, best first. Nothing is sent and nothing counted. */
  readonly matchArticles: readonly ArticleMatch[];
}
/** What the query `matchArticles` takes. */
export interface MatchArticlesQueryVariables {
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only those that serve this language. */
  readonly language?: string | null | undefined;
  /** The page on which it is asked: an article for certain pages answers on these alone. */
  readonly page?: string | null | undefined;
  /** The question, at most 4,000 characters; the first 500 count. */
  readonly text: string;
}
/** The document of `matchArticles`. */
export const MatchArticlesDocument: OperationDocument<MatchArticlesQuery, MatchArticlesQueryVariables> = /*#__PURE__*/ operation('query', 'matchArticles', ['7792765bb02ed092', '$first:Int$language:String$page:String$text:String!{article{...Article}score}', ArticleText]);
/** What the FAQ bot makes of a question: active articles with how surely they answer it, best first. Nothing is sent and nothing counted. */
export async function matchArticles(client: OperationRunner, variables: MatchArticlesQueryVariables, options?: RequestOptions): Promise<MatchArticlesQuery['matchArticles']> {
  const data = await client.request(MatchArticlesDocument, variables, options);
  return data.matchArticles;
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
export const MessageDocument: OperationDocument<MessageQuery, MessageQueryVariables> = /*#__PURE__*/ operation('query', 'message', ['9a0a35c0fadf09a6', '$id:ID!{...Message}', MessageText]);
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
export const MessageReceiptsDocument: OperationDocument<MessageReceiptsQuery, MessageReceiptsQueryVariables> = /*#__PURE__*/ operation('query', 'messageReceipts', ['c27913cc4cec8252', '$messageId:ID!{deliveredAt readAt user{...Person}}', PersonText]);
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
export const MessageVersionsDocument: OperationDocument<MessageVersionsQuery, MessageVersionsQueryVariables> = /*#__PURE__*/ operation('query', 'messageVersions', ['3ed7206f5571e2ef', '$messageId:ID!{editedAt editedBy text version}']);
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
export const MessagesDocument: OperationDocument<MessagesQuery, MessagesQueryVariables> = /*#__PURE__*/ operation('query', 'messages', ['77b2d2666f67b2bd', '$after:String$around:Int$before:String$conversationId:ID!$first:Int$last:Int{...MessageConnection}', MessageConnectionText]);
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
export const MuteConversationDocument: OperationDocument<MuteConversationMutation, MuteConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'muteConversation', ['b384201f4d0bc5dd', '{conversation{...ViewerConversation}}', ViewerConversationText]);
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
export const NodeDocument: OperationDocument<NodeQuery, NodeQueryVariables> = /*#__PURE__*/ operation('query', 'node', ['ac0995c208745ca3', '$id:ID!{__typename id}']);
/** Any object by its id, if the viewer may see it; null otherwise. */
export async function node(client: OperationRunner, variables: NodeQueryVariables, options?: RequestOptions): Promise<NodeQuery['node']> {
  const data = await client.request(NodeDocument, variables, options);
  return data.node;
}

/** What the query `notes` answers. */
export interface NotesQuery {
  /** Internal notes of a conversation, ascending by `seq`, for staff who may read it; the last 50 by default. Errors: NOT_FOUND, FORBIDDEN. */
  readonly notes: MessageConnection;
}
/** What the query `notes` takes. */
export interface NotesQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** Cursor before which to go on. */
  readonly before?: string | null | undefined;
  /** The conversation. */
  readonly conversationId: string;
  /** From the beginning or behind `after`: how many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** From the end or before `before`: how many, 1 to 100. */
  readonly last?: number | null | undefined;
}
/** The document of `notes`. */
export const NotesDocument: OperationDocument<NotesQuery, NotesQueryVariables> = /*#__PURE__*/ operation('query', 'notes', ['479e2791c1b05651', '$after:String$before:String$conversationId:ID!$first:Int$last:Int{...MessageConnection}', MessageConnectionText]);
/** Internal notes of a conversation, ascending by `seq`, for staff who may read it; the last 50 by default. Errors: NOT_FOUND, FORBIDDEN. */
export async function notes(client: OperationRunner, variables: NotesQueryVariables, options?: RequestOptions): Promise<NotesQuery['notes']> {
  const data = await client.request(NotesDocument, variables, options);
  return data.notes;
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
export const NoticesDocument: OperationDocument<NoticesQuery, NoticesQueryVariables> = /*#__PURE__*/ operation('query', 'notices', ['2e2fe402fe3003dc', '$after:String$first:Int{edges{cursor node{...Notice}}pageInfo{...PageInfo}}', NoticeText, PageInfoText]);
/** The viewer’s own notices, newest first. */
export async function notices(client: OperationRunner, variables: NoticesQueryVariables = {}, options?: RequestOptions): Promise<NoticesQuery['notices']> {
  const data = await client.request(NoticesDocument, variables, options);
  return data.notices;
}

/** What the subscription `offerFeed` answers. */
export interface OfferFeedSubscription {
  /** Follows what the viewer is asked to take, has, and wraps up, for agents and admins. It has no position: each begins with a snapshot. Its polling twin is `offers`. Errors: FORBIDDEN, RESYNC_REQUIRED, ACCESS_REVOKED. */
  readonly offerFeed: OfferFeedItem;
}
/** What the subscription `offerFeed` takes. */
export type OfferFeedSubscriptionVariables = Readonly<Record<string, never>>;
/** The document of `offerFeed`. */
export const OfferFeedDocument: OperationDocument<OfferFeedSubscription, OfferFeedSubscriptionVariables> = /*#__PURE__*/ operation('subscription', 'offerFeed', ['42cec72157daf141', '{__typename ...OfferChanged ...OfferRemoved ...OffersRead ...OffersSnapshot}', OfferChangedText, OfferRemovedText, OffersReadText, OffersSnapshotText]);
/** Follows what the viewer is asked to take, has, and wraps up, for agents and admins. It has no position: each begins with a snapshot. Its polling twin is `offers`. Errors: FORBIDDEN, RESYNC_REQUIRED, ACCESS_REVOKED. */
export function offerFeed(client: OperationRunner, variables: OfferFeedSubscriptionVariables, sink: FeedSink<OfferFeedSubscription['offerFeed']>): () => void {
  return client.subscribe(OfferFeedDocument, variables, { ...sink, next: (data) => sink.next(data.offerFeed) });
}

/** What the query `offers` answers. */
export interface OffersQuery {
  /** The viewer’s own live offers, oldest first: what they are asked to take, have, and wrap up. For agents and admins. Errors: FORBIDDEN. */
  readonly offers: readonly Offer[];
}
/** What the query `offers` takes. */
export type OffersQueryVariables = Readonly<Record<string, never>>;
/** The document of `offers`. */
export const OffersDocument: OperationDocument<OffersQuery, OffersQueryVariables> = /*#__PURE__*/ operation('query', 'offers', ['47b429c6449ed6ee', '{...Offer}', OfferText]);
/** The viewer’s own live offers, oldest first: what they are asked to take, have, and wrap up. For agents and admins. Errors: FORBIDDEN. */
export async function offers(client: OperationRunner, variables: OffersQueryVariables = {}, options?: RequestOptions): Promise<OffersQuery['offers']> {
  const data = await client.request(OffersDocument, variables, options);
  return data.offers;
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
export const OpenBookingConversationDocument: OperationDocument<OpenBookingConversationMutation, OpenBookingConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'openBookingConversation', ['b5eb371d5d0c230f', '{conversation{...ViewerConversation}seq}', ViewerConversationText]);
/** The conversation of a booking, made at first access: for its client, its provider with their team, and staff. Errors: NOT_FOUND, BOOKING_STATE_INVALID. */
export async function openBookingConversation(client: OperationRunner, input: OpenBookingConversationMutationVariables['input'], options?: RequestOptions): Promise<OpenBookingConversationMutation['openBookingConversation']> {
  const data = await client.request(OpenBookingConversationDocument, { input }, options);
  return data.openBookingConversation;
}

/** What the mutation `openEscalation` answers. */
export interface OpenEscalationMutation {
  /** Asks admins to decide about a case, in a conversation of their own. For the agent who has the case, and admins. Errors: NOT_FOUND, FORBIDDEN, CASE_STATE_INVALID, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
  readonly openEscalation: OpenEscalationPayload;
}
/** What the mutation `openEscalation` takes. */
export interface OpenEscalationMutationVariables {
  /** The question. */
  readonly input: OpenEscalationInput;
}
/** The document of `openEscalation`. */
export const OpenEscalationDocument: OperationDocument<OpenEscalationMutation, OpenEscalationMutationVariables> = /*#__PURE__*/ operation('mutation', 'openEscalation', ['25063644f2cd105f', '{escalation{...Escalation}}', EscalationText]);
/** Asks admins to decide about a case, in a conversation of their own. For the agent who has the case, and admins. Errors: NOT_FOUND, FORBIDDEN, CASE_STATE_INVALID, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export async function openEscalation(client: OperationRunner, input: OpenEscalationMutationVariables['input'], options?: RequestOptions): Promise<OpenEscalationMutation['openEscalation']> {
  const data = await client.request(OpenEscalationDocument, { input }, options);
  return data.openEscalation;
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
export const PresencesDocument: OperationDocument<PresencesQuery, PresencesQueryVariables> = /*#__PURE__*/ operation('query', 'presences', ['a34bd67a699b9bc9', '$userIds:[ID!]!{...Presence}', PresenceText]);
/** The presence of people, in the order asked for. People with whom the viewer shares no conversation are left out; staff see all. */
export async function presences(client: OperationRunner, variables: PresencesQueryVariables, options?: RequestOptions): Promise<PresencesQuery['presences']> {
  const data = await client.request(PresencesDocument, variables, options);
  return data.presences;
}

/** What the query `providerRating` answers. */
export interface ProviderRatingQuery {
  /** How the replies of a provider are rated. For the provider and for staff. Errors: FORBIDDEN. */
  readonly providerRating: ProviderRating;
}
/** What the query `providerRating` takes. */
export interface ProviderRatingQueryVariables {
  /** The provider. */
  readonly userId: string;
}
/** The document of `providerRating`. */
export const ProviderRatingDocument: OperationDocument<ProviderRatingQuery, ProviderRatingQueryVariables> = /*#__PURE__*/ operation('query', 'providerRating', ['f3923b3f5073f26b', '$userId:ID!{average count}']);
/** How the replies of a provider are rated. For the provider and for staff. Errors: FORBIDDEN. */
export async function providerRating(client: OperationRunner, variables: ProviderRatingQueryVariables, options?: RequestOptions): Promise<ProviderRatingQuery['providerRating']> {
  const data = await client.request(ProviderRatingDocument, variables, options);
  return data.providerRating;
}

/** What the subscription `queueFeed` answers. */
export interface QueueFeedSubscription {
  /** Follows the queues and their cases, and what was said last in them, for a board of staff. It has no position: each begins with a snapshot. Its polling twin is `supportCases`. Errors: FORBIDDEN, RESYNC_REQUIRED, ACCESS_REVOKED. */
  readonly queueFeed: QueueFeedItem;
}
/** What the subscription `queueFeed` takes. */
export type QueueFeedSubscriptionVariables = Readonly<Record<string, never>>;
/** The document of `queueFeed`. */
export const QueueFeedDocument: OperationDocument<QueueFeedSubscription, QueueFeedSubscriptionVariables> = /*#__PURE__*/ operation('subscription', 'queueFeed', ['fc980d9fdd5cf2bb', '{__typename ...QueueCaseActivity ...QueueCaseChanged ...QueueCaseRemoved ...QueueChanged ...QueuesRead ...QueuesSnapshot}', QueueCaseActivityText, QueueCaseChangedText, QueueCaseRemovedText, QueueChangedText, QueuesReadText, QueuesSnapshotText]);
/** Follows the queues and their cases, and what was said last in them, for a board of staff. It has no position: each begins with a snapshot. Its polling twin is `supportCases`. Errors: FORBIDDEN, RESYNC_REQUIRED, ACCESS_REVOKED. */
export function queueFeed(client: OperationRunner, variables: QueueFeedSubscriptionVariables, sink: FeedSink<QueueFeedSubscription['queueFeed']>): () => void {
  return client.subscribe(QueueFeedDocument, variables, { ...sink, next: (data) => sink.next(data.queueFeed) });
}

/** What the query `queues` answers. */
export interface QueuesQuery {
  /** The queues of the site, in the order of their making. For staff. Errors: FORBIDDEN. */
  readonly queues: readonly Queue[];
}
/** What the query `queues` takes. */
export type QueuesQueryVariables = Readonly<Record<string, never>>;
/** The document of `queues`. */
export const QueuesDocument: OperationDocument<QueuesQuery, QueuesQueryVariables> = /*#__PURE__*/ operation('query', 'queues', ['6874e244229ccc14', '{...Queue}', QueueText]);
/** The queues of the site, in the order of their making. For staff. Errors: FORBIDDEN. */
export async function queues(client: OperationRunner, variables: QueuesQueryVariables = {}, options?: RequestOptions): Promise<QueuesQuery['queues']> {
  const data = await client.request(QueuesDocument, variables, options);
  return data.queues;
}

/** What the query `quickReplies` answers. */
export interface QuickRepliesQuery {
  /** The viewer’s own quick replies and the site’s, by shortcut. For everybody but clients. Errors: FORBIDDEN. */
  readonly quickReplies: QuickReplyConnection;
}
/** What the query `quickReplies` takes. */
export interface QuickRepliesQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** Only those for this department, and those for all. */
  readonly department?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** False for those that are out of use. */
  readonly isActive?: boolean | null | undefined;
  /** Only those whose shortcut or title begins with this, at most 40 characters. */
  readonly prefix?: string | null | undefined;
  /** Only those with this tag. */
  readonly tag?: string | null | undefined;
}
/** The document of `quickReplies`. */
export const QuickRepliesDocument: OperationDocument<QuickRepliesQuery, QuickRepliesQueryVariables> = /*#__PURE__*/ operation('query', 'quickReplies', ['007a950baeba66e4', '$after:String$department:String$first:Int$isActive:Boolean$prefix:String$tag:String{edges{cursor node{...QuickReply}}pageInfo{...PageInfo}}', PageInfoText, QuickReplyText]);
/** The viewer’s own quick replies and the site’s, by shortcut. For everybody but clients. Errors: FORBIDDEN. */
export async function quickReplies(client: OperationRunner, variables: QuickRepliesQueryVariables = {}, options?: RequestOptions): Promise<QuickRepliesQuery['quickReplies']> {
  const data = await client.request(QuickRepliesDocument, variables, options);
  return data.quickReplies;
}

/** What the mutation `rateArticle` answers. */
export interface RateArticleMutation {
  /** Says whether an article helped. Each person has one say. For clients and providers. Errors: FORBIDDEN, NOT_FOUND. */
  readonly rateArticle: RateArticlePayload;
}
/** What the mutation `rateArticle` takes. */
export interface RateArticleMutationVariables {
  /** What is said of which. */
  readonly input: RateArticleInput;
}
/** The document of `rateArticle`. */
export const RateArticleDocument: OperationDocument<RateArticleMutation, RateArticleMutationVariables> = /*#__PURE__*/ operation('mutation', 'rateArticle', ['d0eefd720df786e5', '{article{...Article}}', ArticleText]);
/** Says whether an article helped. Each person has one say. For clients and providers. Errors: FORBIDDEN, NOT_FOUND. */
export async function rateArticle(client: OperationRunner, input: RateArticleMutationVariables['input'], options?: RequestOptions): Promise<RateArticleMutation['rateArticle']> {
  const data = await client.request(RateArticleDocument, { input }, options);
  return data.rateArticle;
}

/** What the mutation `rateByToken` answers. */
export interface RateByTokenMutation {
  /** Rates a case by the token of a link: once, within its time. Needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED, ALREADY_RATED, RATING_CLOSED, IDEMPOTENCY_CONFLICT. */
  readonly rateByToken: RateByTokenPayload;
}
/** What the mutation `rateByToken` takes. */
export interface RateByTokenMutationVariables {
  /** The rating. */
  readonly input: RateByTokenInput;
}
/** The document of `rateByToken`. */
export const RateByTokenDocument: OperationDocument<RateByTokenMutation, RateByTokenMutationVariables> = /*#__PURE__*/ operation('mutation', 'rateByToken', ['29ee025e9c2d930c', '{rating}']);
/** Rates a case by the token of a link: once, within its time. Needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED, ALREADY_RATED, RATING_CLOSED, IDEMPOTENCY_CONFLICT. */
export async function rateByToken(client: OperationRunner, input: RateByTokenMutationVariables['input'], options?: RequestOptions): Promise<RateByTokenMutation['rateByToken']> {
  const data = await client.request(RateByTokenDocument, { input }, options);
  return data.rateByToken;
}

/** What the mutation `rateCase` answers. */
export interface RateCaseMutation {
  /** Rates the support that the viewer got with a case: once, within 14 days after it was asked for. Errors: NOT_FOUND, FORBIDDEN, ALREADY_RATED, RATING_CLOSED, IDEMPOTENCY_CONFLICT. */
  readonly rateCase: RateCasePayload;
}
/** What the mutation `rateCase` takes. */
export interface RateCaseMutationVariables {
  /** The rating. */
  readonly input: RateCaseInput;
}
/** The document of `rateCase`. */
export const RateCaseDocument: OperationDocument<RateCaseMutation, RateCaseMutationVariables> = /*#__PURE__*/ operation('mutation', 'rateCase', ['a9e8ca1546d858cd', '{outcome{...CaseOutcome}}', CaseOutcomeText]);
/** Rates the support that the viewer got with a case: once, within 14 days after it was asked for. Errors: NOT_FOUND, FORBIDDEN, ALREADY_RATED, RATING_CLOSED, IDEMPOTENCY_CONFLICT. */
export async function rateCase(client: OperationRunner, input: RateCaseMutationVariables['input'], options?: RequestOptions): Promise<RateCaseMutation['rateCase']> {
  const data = await client.request(RateCaseDocument, { input }, options);
  return data.rateCase;
}

/** What the mutation `rateReply` answers. */
export interface RateReplyMutation {
  /** Rates a message of the provider’s side in a booking conversation, once. For the client of the booking. Errors: NOT_FOUND, FORBIDDEN, ALREADY_RATED, IDEMPOTENCY_CONFLICT. */
  readonly rateReply: RateReplyPayload;
}
/** What the mutation `rateReply` takes. */
export interface RateReplyMutationVariables {
  /** The rating. */
  readonly input: RateReplyInput;
}
/** The document of `rateReply`. */
export const RateReplyDocument: OperationDocument<RateReplyMutation, RateReplyMutationVariables> = /*#__PURE__*/ operation('mutation', 'rateReply', ['b213ba8e76c1b65d', '{rating{...ReplyRating}}', ReplyRatingText]);
/** Rates a message of the provider’s side in a booking conversation, once. For the client of the booking. Errors: NOT_FOUND, FORBIDDEN, ALREADY_RATED, IDEMPOTENCY_CONFLICT. */
export async function rateReply(client: OperationRunner, input: RateReplyMutationVariables['input'], options?: RequestOptions): Promise<RateReplyMutation['rateReply']> {
  const data = await client.request(RateReplyDocument, { input }, options);
  return data.rateReply;
}

/** What the query `ratingLink` answers. */
export interface RatingLinkQuery {
  /** The link with which a customer rates a case without signing in; null where nobody asked. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
  readonly ratingLink: RatingLink | null;
}
/** What the query `ratingLink` takes. */
export interface RatingLinkQueryVariables {
  /** The case. */
  readonly caseId: string;
}
/** The document of `ratingLink`. */
export const RatingLinkDocument: OperationDocument<RatingLinkQuery, RatingLinkQueryVariables> = /*#__PURE__*/ operation('query', 'ratingLink', ['13ab0bbe1db1c415', '$caseId:ID!{expiresAt token}']);
/** The link with which a customer rates a case without signing in; null where nobody asked. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
export async function ratingLink(client: OperationRunner, variables: RatingLinkQueryVariables, options?: RequestOptions): Promise<RatingLinkQuery['ratingLink']> {
  const data = await client.request(RatingLinkDocument, variables, options);
  return data.ratingLink;
}

/** What the query `ratingRequest` answers. */
export interface RatingRequestQuery {
  /** What a link asks for. Needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED, RATING_CLOSED. */
  readonly ratingRequest: RatingRequest;
}
/** What the query `ratingRequest` takes. */
export interface RatingRequestQueryVariables {
  /** What the link carries. */
  readonly token: string;
}
/** The document of `ratingRequest`. */
export const RatingRequestDocument: OperationDocument<RatingRequestQuery, RatingRequestQueryVariables> = /*#__PURE__*/ operation('query', 'ratingRequest', ['4d124f70fed99f27', '$token:String!{agentName expiresAt rating subject}']);
/** What a link asks for. Needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED, RATING_CLOSED. */
export async function ratingRequest(client: OperationRunner, variables: RatingRequestQueryVariables, options?: RequestOptions): Promise<RatingRequestQuery['ratingRequest']> {
  const data = await client.request(RatingRequestDocument, variables, options);
  return data.ratingRequest;
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
export const ReceiptsDocument: OperationDocument<ReceiptsQuery, ReceiptsQueryVariables> = /*#__PURE__*/ operation('query', 'receipts', ['1dc6804801f10683', '$conversationId:ID!{...Receipt}', ReceiptText]);
/** How far each participant of a conversation is. Errors: NOT_FOUND. */
export async function receipts(client: OperationRunner, variables: ReceiptsQueryVariables, options?: RequestOptions): Promise<ReceiptsQuery['receipts']> {
  const data = await client.request(ReceiptsDocument, variables, options);
  return data.receipts;
}

/** What the mutation `recordPayment` answers. */
export interface RecordPaymentMutation {
  /** Takes over a payment from its host, as often as wanted, to be shown beside a conversation. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
  readonly recordPayment: RecordPaymentPayload;
}
/** What the mutation `recordPayment` takes. */
export interface RecordPaymentMutationVariables {
  /** The payment. */
  readonly input: RecordPaymentInput;
}
/** The document of `recordPayment`. */
export const RecordPaymentDocument: OperationDocument<RecordPaymentMutation, RecordPaymentMutationVariables> = /*#__PURE__*/ operation('mutation', 'recordPayment', ['701551bc6c33b510', '{payment{...Payment}}', PaymentText]);
/** Takes over a payment from its host, as often as wanted, to be shown beside a conversation. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
export async function recordPayment(client: OperationRunner, input: RecordPaymentMutationVariables['input'], options?: RequestOptions): Promise<RecordPaymentMutation['recordPayment']> {
  const data = await client.request(RecordPaymentDocument, { input }, options);
  return data.recordPayment;
}

/** What the mutation `rejectOffer` answers. */
export interface RejectOfferMutation {
  /** Refuses an offered case. It goes to others, and to the viewer again after a minute, or after 10 seconds when all others have refused it too. Errors: FORBIDDEN, NOT_FOUND, OFFER_EXPIRED. */
  readonly rejectOffer: RejectOfferPayload;
}
/** What the mutation `rejectOffer` takes. */
export interface RejectOfferMutationVariables {
  /** Which, and why. */
  readonly input: RejectOfferInput;
}
/** The document of `rejectOffer`. */
export const RejectOfferDocument: OperationDocument<RejectOfferMutation, RejectOfferMutationVariables> = /*#__PURE__*/ operation('mutation', 'rejectOffer', ['c4f6a36ed5852f47', '{case{...SupportCase}offer{...Offer}seq}', OfferText, SupportCaseText]);
/** Refuses an offered case. It goes to others, and to the viewer again after a minute, or after 10 seconds when all others have refused it too. Errors: FORBIDDEN, NOT_FOUND, OFFER_EXPIRED. */
export async function rejectOffer(client: OperationRunner, input: RejectOfferMutationVariables['input'], options?: RequestOptions): Promise<RejectOfferMutation['rejectOffer']> {
  const data = await client.request(RejectOfferDocument, { input }, options);
  return data.rejectOffer;
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
export const RemoveParticipantDocument: OperationDocument<RemoveParticipantMutation, RemoveParticipantMutationVariables> = /*#__PURE__*/ operation('mutation', 'removeParticipant', ['3c5b0c43c6f96306', '{participant{...Participant}seq}', ParticipantText]);
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
export const RemoveReactionDocument: OperationDocument<RemoveReactionMutation, RemoveReactionMutationVariables> = /*#__PURE__*/ operation('mutation', 'removeReaction', ['9fd015b594863a50', '{message{...Message}seq}', MessageText]);
/** Takes the viewer’s reaction back. One that is not there is no error. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export async function removeReaction(client: OperationRunner, input: RemoveReactionMutationVariables['input'], options?: RequestOptions): Promise<RemoveReactionMutation['removeReaction']> {
  const data = await client.request(RemoveReactionDocument, { input }, options);
  return data.removeReaction;
}

/** What the mutation `renameTeamConversation` answers. */
export interface RenameTeamConversationMutation {
  /** Gives a conversation of the team another title: any of its people may. Errors: NOT_FOUND, FORBIDDEN. */
  readonly renameTeamConversation: RenameTeamConversationPayload;
}
/** What the mutation `renameTeamConversation` takes. */
export interface RenameTeamConversationMutationVariables {
  /** Which, and the title. */
  readonly input: RenameTeamConversationInput;
}
/** The document of `renameTeamConversation`. */
export const RenameTeamConversationDocument: OperationDocument<RenameTeamConversationMutation, RenameTeamConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'renameTeamConversation', ['cef71e291bcd413e', '{conversation{...ViewerConversation}}', ViewerConversationText]);
/** Gives a conversation of the team another title: any of its people may. Errors: NOT_FOUND, FORBIDDEN. */
export async function renameTeamConversation(client: OperationRunner, input: RenameTeamConversationMutationVariables['input'], options?: RequestOptions): Promise<RenameTeamConversationMutation['renameTeamConversation']> {
  const data = await client.request(RenameTeamConversationDocument, { input }, options);
  return data.renameTeamConversation;
}

/** What the query `renderQuickReply` answers. */
export interface RenderQuickReplyQuery {
  /** The text of a quick reply for a conversation that the viewer takes part in, with its variables filled in; what has no value there becomes nothing. Errors: NOT_FOUND, FORBIDDEN. */
  readonly renderQuickReply: string;
}
/** What the query `renderQuickReply` takes. */
export interface RenderQuickReplyQueryVariables {
  /** Where it will be sent. */
  readonly conversationId: string;
  /** The quick reply. */
  readonly quickReplyId: string;
}
/** The document of `renderQuickReply`. */
export const RenderQuickReplyDocument: OperationDocument<RenderQuickReplyQuery, RenderQuickReplyQueryVariables> = /*#__PURE__*/ operation('query', 'renderQuickReply', ['3f05dd6665b8a758', '$conversationId:ID!$quickReplyId:ID!']);
/** The text of a quick reply for a conversation that the viewer takes part in, with its variables filled in; what has no value there becomes nothing. Errors: NOT_FOUND, FORBIDDEN. */
export async function renderQuickReply(client: OperationRunner, variables: RenderQuickReplyQueryVariables, options?: RequestOptions): Promise<RenderQuickReplyQuery['renderQuickReply']> {
  const data = await client.request(RenderQuickReplyDocument, variables, options);
  return data.renderQuickReply;
}

/** What the mutation `reopenCase` answers. */
export interface ReopenCaseMutation {
  /** Opens a case again: with the agent who had it, if they are there and have room, else in its line. Errors: FORBIDDEN, NOT_FOUND. */
  readonly reopenCase: ReopenCasePayload;
}
/** What the mutation `reopenCase` takes. */
export interface ReopenCaseMutationVariables {
  /** Which. */
  readonly input: ReopenCaseInput;
}
/** The document of `reopenCase`. */
export const ReopenCaseDocument: OperationDocument<ReopenCaseMutation, ReopenCaseMutationVariables> = /*#__PURE__*/ operation('mutation', 'reopenCase', ['5927589e0bb3e41c', '{case{...SupportCase}seq}', SupportCaseText]);
/** Opens a case again: with the agent who had it, if they are there and have room, else in its line. Errors: FORBIDDEN, NOT_FOUND. */
export async function reopenCase(client: OperationRunner, input: ReopenCaseMutationVariables['input'], options?: RequestOptions): Promise<ReopenCaseMutation['reopenCase']> {
  const data = await client.request(ReopenCaseDocument, { input }, options);
  return data.reopenCase;
}

/** What the query `replyRatings` answers. */
export interface ReplyRatingsQuery {
  /** The ratings of the provider’s replies in a conversation, newest first. For those who may read it. Errors: NOT_FOUND. */
  readonly replyRatings: ReplyRatingConnection;
}
/** What the query `replyRatings` takes. */
export interface ReplyRatingsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** The conversation. */
  readonly conversationId: string;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
}
/** The document of `replyRatings`. */
export const ReplyRatingsDocument: OperationDocument<ReplyRatingsQuery, ReplyRatingsQueryVariables> = /*#__PURE__*/ operation('query', 'replyRatings', ['d9d6aec8fa5b0eeb', '$after:String$conversationId:ID!$first:Int{edges{cursor node{...ReplyRating}}pageInfo{...PageInfo}}', PageInfoText, ReplyRatingText]);
/** The ratings of the provider’s replies in a conversation, newest first. For those who may read it. Errors: NOT_FOUND. */
export async function replyRatings(client: OperationRunner, variables: ReplyRatingsQueryVariables, options?: RequestOptions): Promise<ReplyRatingsQuery['replyRatings']> {
  const data = await client.request(ReplyRatingsDocument, variables, options);
  return data.replyRatings;
}

/** What the mutation `reportPage` answers. */
export interface ReportPageMutation {
  /** Tells staff on which page of the host’s site the viewer is. At most one page a second; the last one is kept. Errors: FORBIDDEN. */
  readonly reportPage: ReportPagePayload;
}
/** What the mutation `reportPage` takes. */
export interface ReportPageMutationVariables {
  /** The page. */
  readonly input: ReportPageInput;
}
/** The document of `reportPage`. */
export const ReportPageDocument: OperationDocument<ReportPageMutation, ReportPageMutationVariables> = /*#__PURE__*/ operation('mutation', 'reportPage', ['0b726787cb819fd7', '{at}']);
/** Tells staff on which page of the host’s site the viewer is. At most one page a second; the last one is kept. Errors: FORBIDDEN. */
export async function reportPage(client: OperationRunner, input: ReportPageMutationVariables['input'], options?: RequestOptions): Promise<ReportPageMutation['reportPage']> {
  const data = await client.request(ReportPageDocument, { input }, options);
  return data.reportPage;
}

/** What the mutation `resolveCase` answers. */
export interface ResolveCaseMutation {
  /** Settles a case. A new message of its customer opens it again. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
  readonly resolveCase: ResolveCasePayload;
}
/** What the mutation `resolveCase` takes. */
export interface ResolveCaseMutationVariables {
  /** Which. */
  readonly input: ResolveCaseInput;
}
/** The document of `resolveCase`. */
export const ResolveCaseDocument: OperationDocument<ResolveCaseMutation, ResolveCaseMutationVariables> = /*#__PURE__*/ operation('mutation', 'resolveCase', ['0653aff94be6ff19', '{case{...SupportCase}seq}', SupportCaseText]);
/** Settles a case. A new message of its customer opens it again. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
export async function resolveCase(client: OperationRunner, input: ResolveCaseMutationVariables['input'], options?: RequestOptions): Promise<ResolveCaseMutation['resolveCase']> {
  const data = await client.request(ResolveCaseDocument, { input }, options);
  return data.resolveCase;
}

/** What the mutation `restoreRoutingRules` answers. */
export interface RestoreRoutingRulesMutation {
  /** Makes an earlier version hold again, as a new version. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. */
  readonly restoreRoutingRules: RestoreRoutingRulesPayload;
}
/** What the mutation `restoreRoutingRules` takes. */
export interface RestoreRoutingRulesMutationVariables {
  /** Which. */
  readonly input: RestoreRoutingRulesInput;
}
/** The document of `restoreRoutingRules`. */
export const RestoreRoutingRulesDocument: OperationDocument<RestoreRoutingRulesMutation, RestoreRoutingRulesMutationVariables> = /*#__PURE__*/ operation('mutation', 'restoreRoutingRules', ['3a628cd171623043', '{routingRules{...RoutingRules}}', RoutingRulesText]);
/** Makes an earlier version hold again, as a new version. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. */
export async function restoreRoutingRules(client: OperationRunner, input: RestoreRoutingRulesMutationVariables['input'], options?: RequestOptions): Promise<RestoreRoutingRulesMutation['restoreRoutingRules']> {
  const data = await client.request(RestoreRoutingRulesDocument, { input }, options);
  return data.restoreRoutingRules;
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
export const RevokeApiKeyDocument: OperationDocument<RevokeApiKeyMutation, RevokeApiKeyMutationVariables> = /*#__PURE__*/ operation('mutation', 'revokeApiKey', ['b8694a393f043b7e', '{apiKey{...ApiKey}}', ApiKeyText]);
/** Revokes a key at once. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
export async function revokeApiKey(client: OperationRunner, input: RevokeApiKeyMutationVariables['input'], options?: RequestOptions): Promise<RevokeApiKeyMutation['revokeApiKey']> {
  const data = await client.request(RevokeApiKeyDocument, { input }, options);
  return data.revokeApiKey;
}

/** What the mutation `revokeBroadcast` answers. */
export interface RevokeBroadcastMutation {
  /** Takes a broadcast back: it disappears wherever it is shown. One that has ended stays as it is. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, NOT_FOUND. */
  readonly revokeBroadcast: RevokeBroadcastPayload;
}
/** What the mutation `revokeBroadcast` takes. */
export interface RevokeBroadcastMutationVariables {
  /** Which. */
  readonly input: RevokeBroadcastInput;
}
/** The document of `revokeBroadcast`. */
export const RevokeBroadcastDocument: OperationDocument<RevokeBroadcastMutation, RevokeBroadcastMutationVariables> = /*#__PURE__*/ operation('mutation', 'revokeBroadcast', ['6e247ca1b96e5c76', '{broadcast{...SentBroadcast}}', SentBroadcastText]);
/** Takes a broadcast back: it disappears wherever it is shown. One that has ended stays as it is. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, NOT_FOUND. */
export async function revokeBroadcast(client: OperationRunner, input: RevokeBroadcastMutationVariables['input'], options?: RequestOptions): Promise<RevokeBroadcastMutation['revokeBroadcast']> {
  const data = await client.request(RevokeBroadcastDocument, { input }, options);
  return data.revokeBroadcast;
}

/** What the mutation `rotateSiteSecret` answers. */
export interface RotateSiteSecretMutation {
  /** Gives the site a new secret. For admins and back-ends. Safe to repeat with the same `clientId`, for ever. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT. */
  readonly rotateSiteSecret: RotateSiteSecretPayload;
}
/** What the mutation `rotateSiteSecret` takes. */
export interface RotateSiteSecretMutationVariables {
  /** How. */
  readonly input: RotateSiteSecretInput;
}
/** The document of `rotateSiteSecret`. */
export const RotateSiteSecretDocument: OperationDocument<RotateSiteSecretMutation, RotateSiteSecretMutationVariables> = /*#__PURE__*/ operation('mutation', 'rotateSiteSecret', ['091c3f3d566632b6', '{secret site{...Site}}', SiteText]);
/** Gives the site a new secret. For admins and back-ends. Safe to repeat with the same `clientId`, for ever. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT. */
export async function rotateSiteSecret(client: OperationRunner, input: RotateSiteSecretMutationVariables['input'], options?: RequestOptions): Promise<RotateSiteSecretMutation['rotateSiteSecret']> {
  const data = await client.request(RotateSiteSecretDocument, { input }, options);
  return data.rotateSiteSecret;
}

/** What the query `routingDecisions` answers. */
export interface RoutingDecisionsQuery {
  /** What the routing rules said of a case, and why: newest first, at most 50. For staff. Errors: FORBIDDEN, NOT_FOUND. */
  readonly routingDecisions: readonly RoutingDecision[];
}
/** What the query `routingDecisions` takes. */
export interface RoutingDecisionsQueryVariables {
  /** The case. */
  readonly caseId: string;
}
/** The document of `routingDecisions`. */
export const RoutingDecisionsDocument: OperationDocument<RoutingDecisionsQuery, RoutingDecisionsQueryVariables> = /*#__PURE__*/ operation('query', 'routingDecisions', ['692f5c92a591354a', '$caseId:ID!{at id outcome{...RoutingOutcome}version waitedSeconds}', RoutingOutcomeText]);
/** What the routing rules said of a case, and why: newest first, at most 50. For staff. Errors: FORBIDDEN, NOT_FOUND. */
export async function routingDecisions(client: OperationRunner, variables: RoutingDecisionsQueryVariables, options?: RequestOptions): Promise<RoutingDecisionsQuery['routingDecisions']> {
  const data = await client.request(RoutingDecisionsDocument, variables, options);
  return data.routingDecisions;
}

/** What the query `routingRules` answers. */
export interface RoutingRulesQuery {
  /** The routing rules of the site. For staff. Errors: FORBIDDEN, NOT_FOUND. */
  readonly routingRules: RoutingRules;
}
/** What the query `routingRules` takes. */
export interface RoutingRulesQueryVariables {
  /** An earlier version; those that hold when it is left out. */
  readonly version?: number | null | undefined;
}
/** The document of `routingRules`. */
export const RoutingRulesDocument: OperationDocument<RoutingRulesQuery, RoutingRulesQueryVariables> = /*#__PURE__*/ operation('query', 'routingRules', ['83f2a89cd32af716', '$version:Int{...RoutingRules}', RoutingRulesText]);
/** The routing rules of the site. For staff. Errors: FORBIDDEN, NOT_FOUND. */
export async function routingRules(client: OperationRunner, variables: RoutingRulesQueryVariables = {}, options?: RequestOptions): Promise<RoutingRulesQuery['routingRules']> {
  const data = await client.request(RoutingRulesDocument, variables, options);
  return data.routingRules;
}

/** What the query `routingRulesHistory` answers. */
export interface RoutingRulesHistoryQuery {
  /** All versions of the routing rules, newest first. For staff. Errors: FORBIDDEN. */
  readonly routingRulesHistory: RoutingRulesConnection;
}
/** What the query `routingRulesHistory` takes. */
export interface RoutingRulesHistoryQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
}
/** The document of `routingRulesHistory`. */
export const RoutingRulesHistoryDocument: OperationDocument<RoutingRulesHistoryQuery, RoutingRulesHistoryQueryVariables> = /*#__PURE__*/ operation('query', 'routingRulesHistory', ['a2afee46021f0c78', '$after:String$first:Int{edges{cursor node{...RoutingRules}}pageInfo{...PageInfo}}', PageInfoText, RoutingRulesText]);
/** All versions of the routing rules, newest first. For staff. Errors: FORBIDDEN. */
export async function routingRulesHistory(client: OperationRunner, variables: RoutingRulesHistoryQueryVariables = {}, options?: RequestOptions): Promise<RoutingRulesHistoryQuery['routingRulesHistory']> {
  const data = await client.request(RoutingRulesHistoryDocument, variables, options);
  return data.routingRulesHistory;
}

/** What the mutation `saveRoutingRules` answers. */
export interface SaveRoutingRulesMutation {
  /** Saves the whole list of rules as the next version. What is wrong with them is named in `details`: `field` is the path, `reason` a RoutingProblemCode. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, CONFLICT, PAYLOAD_TOO_LARGE. */
  readonly saveRoutingRules: SaveRoutingRulesPayload;
}
/** What the mutation `saveRoutingRules` takes. */
export interface SaveRoutingRulesMutationVariables {
  /** The rules. */
  readonly input: SaveRoutingRulesInput;
}
/** The document of `saveRoutingRules`. */
export const SaveRoutingRulesDocument: OperationDocument<SaveRoutingRulesMutation, SaveRoutingRulesMutationVariables> = /*#__PURE__*/ operation('mutation', 'saveRoutingRules', ['69a9f882bfb068ad', '{routingRules{...RoutingRules}}', RoutingRulesText]);
/** Saves the whole list of rules as the next version. What is wrong with them is named in `details`: `field` is the path, `reason` a RoutingProblemCode. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, CONFLICT, PAYLOAD_TOO_LARGE. */
export async function saveRoutingRules(client: OperationRunner, input: SaveRoutingRulesMutationVariables['input'], options?: RequestOptions): Promise<SaveRoutingRulesMutation['saveRoutingRules']> {
  const data = await client.request(SaveRoutingRulesDocument, { input }, options);
  return data.saveRoutingRules;
}

/** What the query `schedules` answers. */
export interface SchedulesQuery {
  /** The site’s opening hours, at most 20, by key. For staff. Errors: FORBIDDEN. */
  readonly schedules: readonly Schedule[];
}
/** What the query `schedules` takes. */
export type SchedulesQueryVariables = Readonly<Record<string, never>>;
/** The document of `schedules`. */
export const SchedulesDocument: OperationDocument<SchedulesQuery, SchedulesQueryVariables> = /*#__PURE__*/ operation('query', 'schedules', ['74f35d0acd53333e', '{...Schedule}', ScheduleText]);
/** The site’s opening hours, at most 20, by key. For staff. Errors: FORBIDDEN. */
export async function schedules(client: OperationRunner, variables: SchedulesQueryVariables = {}, options?: RequestOptions): Promise<SchedulesQuery['schedules']> {
  const data = await client.request(SchedulesDocument, variables, options);
  return data.schedules;
}

/** What the query `searchArticles` answers. */
export interface SearchArticlesQuery {
  /** Articles that have any of the words, best first: those with all of them before the others, title, questions and keywords before the answer. The last word may be a beginning, and words of four letters or more a little misspelt. For staff all articles, for others the active ones. */
  readonly searchArticles: ArticleConnection;
}
/** What the query `searchArticles` takes. */
export interface SearchArticlesQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** Only of this category. */
  readonly category?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only those that serve this language. */
  readonly language?: string | null | undefined;
  /** Only those that serve this page: an address or a path. */
  readonly page?: string | null | undefined;
  /** What to look for, at most 200 characters. */
  readonly query: string;
}
/** The document of `searchArticles`. */
export const SearchArticlesDocument: OperationDocument<SearchArticlesQuery, SearchArticlesQueryVariables> = /*#__PURE__*/ operation('query', 'searchArticles', ['04d066b36093e34e', '$after:String$category:String$first:Int$language:String$page:String$query:String!{...ArticleConnection}', ArticleConnectionText]);
/** Articles that have any of the words, best first: those with all of them before the others, title, questions and keywords before the answer. The last word may be a beginning, and words of four letters or more a little misspelt. For staff all articles, for others the active ones. */
export async function searchArticles(client: OperationRunner, variables: SearchArticlesQueryVariables, options?: RequestOptions): Promise<SearchArticlesQuery['searchArticles']> {
  const data = await client.request(SearchArticlesDocument, variables, options);
  return data.searchArticles;
}

/** What the query `searchMessages` answers. */
export interface SearchMessagesQuery {
  /** Messages that contain what is looked for, out of what the viewer may read: in one conversation or in all. Whole words and, from three letters on, parts of words; `"…"` is a phrase, `-` leaves out, `or` is an alternative. Counts as five queries. Errors: NOT_FOUND. */
  readonly searchMessages: MessageSearchConnection;
}
/** What the query `searchMessages` takes. */
export interface SearchMessagesQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** Only in this conversation. */
  readonly conversationId?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** What comes first. */
  readonly orderBy?: MessageSearchOrder | null | undefined;
  /** What to look for, at most 200 characters. */
  readonly query: string;
}
/** The document of `searchMessages`. */
export const SearchMessagesDocument: OperationDocument<SearchMessagesQuery, SearchMessagesQueryVariables> = /*#__PURE__*/ operation('query', 'searchMessages', ['f05942c1484f2e04', '$after:String$conversationId:ID$first:Int$orderBy:MessageSearchOrder$query:String!{edges{cursor node{highlights{end start}message{...Message}snippet}}pageInfo{...PageInfo}}', MessageText, PageInfoText]);
/** Messages that contain what is looked for, out of what the viewer may read: in one conversation or in all. Whole words and, from three letters on, parts of words; `"…"` is a phrase, `-` leaves out, `or` is an alternative. Counts as five queries. Errors: NOT_FOUND. */
export async function searchMessages(client: OperationRunner, variables: SearchMessagesQueryVariables, options?: RequestOptions): Promise<SearchMessagesQuery['searchMessages']> {
  const data = await client.request(SearchMessagesDocument, variables, options);
  return data.searchMessages;
}

/** What the mutation `sendBroadcast` answers. */
export interface SendBroadcastMutation {
  /** Sends an announcement to an audience, at once or at a time. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED. */
  readonly sendBroadcast: SendBroadcastPayload;
}
/** What the mutation `sendBroadcast` takes. */
export interface SendBroadcastMutationVariables {
  /** The broadcast. */
  readonly input: SendBroadcastInput;
}
/** The document of `sendBroadcast`. */
export const SendBroadcastDocument: OperationDocument<SendBroadcastMutation, SendBroadcastMutationVariables> = /*#__PURE__*/ operation('mutation', 'sendBroadcast', ['0c4319aba25d6d9c', '{broadcast{...SentBroadcast}}', SentBroadcastText]);
/** Sends an announcement to an audience, at once or at a time. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED. */
export async function sendBroadcast(client: OperationRunner, input: SendBroadcastMutationVariables['input'], options?: RequestOptions): Promise<SendBroadcastMutation['sendBroadcast']> {
  const data = await client.request(SendBroadcastDocument, { input }, options);
  return data.sendBroadcast;
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
export const SendMessageDocument: OperationDocument<SendMessageMutation, SendMessageMutationVariables> = /*#__PURE__*/ operation('mutation', 'sendMessage', ['004fb0e89e392b8d', '{isDuplicate message{...Message}seq}', MessageText]);
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
export const SendSystemMessageDocument: OperationDocument<SendSystemMessageMutation, SendSystemMessageMutationVariables> = /*#__PURE__*/ operation('mutation', 'sendSystemMessage', ['17a54f0f8d70df75', '{isDuplicate message{...Message}seq}', MessageText]);
/** Sends a line as the site’s system user, whether or not the conversation is open. For admins and back-ends. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT, CONFLICT. */
export async function sendSystemMessage(client: OperationRunner, input: SendSystemMessageMutationVariables['input'], options?: RequestOptions): Promise<SendSystemMessageMutation['sendSystemMessage']> {
  const data = await client.request(SendSystemMessageDocument, { input }, options);
  return data.sendSystemMessage;
}

/** What the query `sentBroadcast` answers. */
export interface SentBroadcastQuery {
  /** One of the site’s broadcasts, whatever its state. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, NOT_FOUND. */
  readonly sentBroadcast: SentBroadcast;
}
/** What the query `sentBroadcast` takes. */
export interface SentBroadcastQueryVariables {
  /** The broadcast. */
  readonly id: string;
}
/** The document of `sentBroadcast`. */
export const SentBroadcastDocument: OperationDocument<SentBroadcastQuery, SentBroadcastQueryVariables> = /*#__PURE__*/ operation('query', 'sentBroadcast', ['c44e5a8de005757f', '$id:ID!{...SentBroadcast}', SentBroadcastText]);
/** One of the site’s broadcasts, whatever its state. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, NOT_FOUND. */
export async function sentBroadcast(client: OperationRunner, variables: SentBroadcastQueryVariables, options?: RequestOptions): Promise<SentBroadcastQuery['sentBroadcast']> {
  const data = await client.request(SentBroadcastDocument, variables, options);
  return data.sentBroadcast;
}

/** What the query `sentBroadcasts` answers. */
export interface SentBroadcastsQuery {
  /** The site’s broadcasts whatever their state, newest first. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN. */
  readonly sentBroadcasts: SentBroadcastConnection;
}
/** What the query `sentBroadcasts` takes. */
export interface SentBroadcastsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only those of this state. */
  readonly state?: BroadcastState | null | undefined;
}
/** The document of `sentBroadcasts`. */
export const SentBroadcastsDocument: OperationDocument<SentBroadcastsQuery, SentBroadcastsQueryVariables> = /*#__PURE__*/ operation('query', 'sentBroadcasts', ['e733625edd61e8d3', '$after:String$first:Int$state:BroadcastState{edges{cursor node{...SentBroadcast}}pageInfo{...PageInfo}}', PageInfoText, SentBroadcastText]);
/** The site’s broadcasts whatever their state, newest first. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN. */
export async function sentBroadcasts(client: OperationRunner, variables: SentBroadcastsQueryVariables = {}, options?: RequestOptions): Promise<SentBroadcastsQuery['sentBroadcasts']> {
  const data = await client.request(SentBroadcastsDocument, variables, options);
  return data.sentBroadcasts;
}

/** What the mutation `setAgentStatus` answers. */
export interface SetAgentStatusMutation {
  /** Chooses an agent’s status. It is shown while they are connected, and again when they are back. Errors: FORBIDDEN, NOT_FOUND. */
  readonly setAgentStatus: SetAgentStatusPayload;
}
/** What the mutation `setAgentStatus` takes. */
export interface SetAgentStatusMutationVariables {
  /** Which, and whose. */
  readonly input: SetAgentStatusInput;
}
/** The document of `setAgentStatus`. */
export const SetAgentStatusDocument: OperationDocument<SetAgentStatusMutation, SetAgentStatusMutationVariables> = /*#__PURE__*/ operation('mutation', 'setAgentStatus', ['bc7a311544491aae', '{agent{...Agent}}', AgentText]);
/** Chooses an agent’s status. It is shown while they are connected, and again when they are back. Errors: FORBIDDEN, NOT_FOUND. */
export async function setAgentStatus(client: OperationRunner, input: SetAgentStatusMutationVariables['input'], options?: RequestOptions): Promise<SetAgentStatusMutation['setAgentStatus']> {
  const data = await client.request(SetAgentStatusDocument, { input }, options);
  return data.setAgentStatus;
}

/** What the mutation `setCasePending` answers. */
export interface SetCasePendingMutation {
  /** The agent waits for the customer, whose next message opens the case again. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
  readonly setCasePending: SetCasePendingPayload;
}
/** What the mutation `setCasePending` takes. */
export interface SetCasePendingMutationVariables {
  /** Which. */
  readonly input: SetCasePendingInput;
}
/** The document of `setCasePending`. */
export const SetCasePendingDocument: OperationDocument<SetCasePendingMutation, SetCasePendingMutationVariables> = /*#__PURE__*/ operation('mutation', 'setCasePending', ['d9660c546e74a8fe', '{case{...SupportCase}seq}', SupportCaseText]);
/** The agent waits for the customer, whose next message opens the case again. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
export async function setCasePending(client: OperationRunner, input: SetCasePendingMutationVariables['input'], options?: RequestOptions): Promise<SetCasePendingMutation['setCasePending']> {
  const data = await client.request(SetCasePendingDocument, { input }, options);
  return data.setCasePending;
}

/** What the mutation `setCasePriority` answers. */
export interface SetCasePriorityMutation {
  /** Gives a case another priority, and the place in the line that goes with it. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
  readonly setCasePriority: SetCasePriorityPayload;
}
/** What the mutation `setCasePriority` takes. */
export interface SetCasePriorityMutationVariables {
  /** Which, and which one. */
  readonly input: SetCasePriorityInput;
}
/** The document of `setCasePriority`. */
export const SetCasePriorityDocument: OperationDocument<SetCasePriorityMutation, SetCasePriorityMutationVariables> = /*#__PURE__*/ operation('mutation', 'setCasePriority', ['c43b2eb332e82e7c', '{case{...SupportCase}seq}', SupportCaseText]);
/** Gives a case another priority, and the place in the line that goes with it. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
export async function setCasePriority(client: OperationRunner, input: SetCasePriorityMutationVariables['input'], options?: RequestOptions): Promise<SetCasePriorityMutation['setCasePriority']> {
  const data = await client.request(SetCasePriorityDocument, { input }, options);
  return data.setCasePriority;
}

/** What the mutation `setCustomerAttributes` answers. */
export interface SetCustomerAttributesMutation {
  /** Sets attributes of a customer, for staff and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
  readonly setCustomerAttributes: SetCustomerAttributesPayload;
}
/** What the mutation `setCustomerAttributes` takes. */
export interface SetCustomerAttributesMutationVariables {
  /** Whose, and which. */
  readonly input: SetCustomerAttributesInput;
}
/** The document of `setCustomerAttributes`. */
export const SetCustomerAttributesDocument: OperationDocument<SetCustomerAttributesMutation, SetCustomerAttributesMutationVariables> = /*#__PURE__*/ operation('mutation', 'setCustomerAttributes', ['1ba0d357b13155a6', '{attributes userId}']);
/** Sets attributes of a customer, for staff and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
export async function setCustomerAttributes(client: OperationRunner, input: SetCustomerAttributesMutationVariables['input'], options?: RequestOptions): Promise<SetCustomerAttributesMutation['setCustomerAttributes']> {
  const data = await client.request(SetCustomerAttributesDocument, { input }, options);
  return data.setCustomerAttributes;
}

/** What the mutation `showActivity` answers. */
export interface ShowActivityMutation {
  /** Shows colleagues who have the conversation open that the viewer looks at it or writes, so that two do not answer at once. For agents and admins; customers never see it. Say it every few seconds: the same is told at most every two. Errors: NOT_FOUND, FORBIDDEN. */
  readonly showActivity: ShowActivityPayload;
}
/** What the mutation `showActivity` takes. */
export interface ShowActivityMutationVariables {
  /** Where, and what. */
  readonly input: ShowActivityInput;
}
/** The document of `showActivity`. */
export const ShowActivityDocument: OperationDocument<ShowActivityMutation, ShowActivityMutationVariables> = /*#__PURE__*/ operation('mutation', 'showActivity', ['c8d7de8a7b7cf852', '{expiresAt}']);
/** Shows colleagues who have the conversation open that the viewer looks at it or writes, so that two do not answer at once. For agents and admins; customers never see it. Say it every few seconds: the same is told at most every two. Errors: NOT_FOUND, FORBIDDEN. */
export async function showActivity(client: OperationRunner, input: ShowActivityMutationVariables['input'], options?: RequestOptions): Promise<ShowActivityMutation['showActivity']> {
  const data = await client.request(ShowActivityDocument, { input }, options);
  return data.showActivity;
}

/** What the query `site` answers. */
export interface SiteQuery {
  /** The site that the credential belongs to. */
  readonly site: Site;
}
/** What the query `site` takes. */
export type SiteQueryVariables = Readonly<Record<string, never>>;
/** The document of `site`. */
export const SiteDocument: OperationDocument<SiteQuery, SiteQueryVariables> = /*#__PURE__*/ operation('query', 'site', ['f00c60b78368bd4c', '{...Site}', SiteText]);
/** The site that the credential belongs to. */
export async function site(client: OperationRunner, variables: SiteQueryVariables = {}, options?: RequestOptions): Promise<SiteQuery['site']> {
  const data = await client.request(SiteDocument, variables, options);
  return data.site;
}

/** What the query `slaPolicies` answers. */
export interface SlaPoliciesQuery {
  /** The site’s targets for cases of support, at most 50, by key. For staff. Errors: FORBIDDEN. */
  readonly slaPolicies: readonly SlaPolicy[];
}
/** What the query `slaPolicies` takes. */
export type SlaPoliciesQueryVariables = Readonly<Record<string, never>>;
/** The document of `slaPolicies`. */
export const SlaPoliciesDocument: OperationDocument<SlaPoliciesQuery, SlaPoliciesQueryVariables> = /*#__PURE__*/ operation('query', 'slaPolicies', ['9e35224663313c95', '{...SlaPolicy}', SlaPolicyText]);
/** The site’s targets for cases of support, at most 50, by key. For staff. Errors: FORBIDDEN. */
export async function slaPolicies(client: OperationRunner, variables: SlaPoliciesQueryVariables = {}, options?: RequestOptions): Promise<SlaPoliciesQuery['slaPolicies']> {
  const data = await client.request(SlaPoliciesDocument, variables, options);
  return data.slaPolicies;
}

/** What the query `slaReport` answers. */
export interface SlaReportQuery {
  /** How the clocks went that began in a time, for each kind and priority. For staff. Errors: FORBIDDEN. */
  readonly slaReport: readonly SlaFigures[];
}
/** What the query `slaReport` takes. */
export interface SlaReportQueryVariables {
  /** Clocks that began at this moment or later. */
  readonly from: string;
  /** Only of cases in the queue of this key. */
  readonly queue?: string | null | undefined;
  /** And before this one, at most 366 days later. */
  readonly to: string;
}
/** The document of `slaReport`. */
export const SlaReportDocument: OperationDocument<SlaReportQuery, SlaReportQueryVariables> = /*#__PURE__*/ operation('query', 'slaReport', ['7fd2c5fe05b34eaf', '$from:DateTime!$queue:String$to:DateTime!{attainment averageSeconds breached cancelled kind medianSeconds metInTime metLate p90Seconds priority running started}']);
/** How the clocks went that began in a time, for each kind and priority. For staff. Errors: FORBIDDEN. */
export async function slaReport(client: OperationRunner, variables: SlaReportQueryVariables, options?: RequestOptions): Promise<SlaReportQuery['slaReport']> {
  const data = await client.request(SlaReportDocument, variables, options);
  return data.slaReport;
}

/** What the mutation `snoozeCase` answers. */
export interface SnoozeCaseMutation {
  /** Puts a case aside until a moment, or until its customer writes. It takes no place of its agent meanwhile. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
  readonly snoozeCase: SnoozeCasePayload;
}
/** What the mutation `snoozeCase` takes. */
export interface SnoozeCaseMutationVariables {
  /** Which, and until when. */
  readonly input: SnoozeCaseInput;
}
/** The document of `snoozeCase`. */
export const SnoozeCaseDocument: OperationDocument<SnoozeCaseMutation, SnoozeCaseMutationVariables> = /*#__PURE__*/ operation('mutation', 'snoozeCase', ['f083b1ced9684cad', '{case{...SupportCase}seq}', SupportCaseText]);
/** Puts a case aside until a moment, or until its customer writes. It takes no place of its agent meanwhile. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
export async function snoozeCase(client: OperationRunner, input: SnoozeCaseMutationVariables['input'], options?: RequestOptions): Promise<SnoozeCaseMutation['snoozeCase']> {
  const data = await client.request(SnoozeCaseDocument, { input }, options);
  return data.snoozeCase;
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
export const StartDirectConversationDocument: OperationDocument<StartDirectConversationMutation, StartDirectConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'startDirectConversation', ['11b2573d88a54be7', '{conversation{...ViewerConversation}message{...Message}seq}', MessageText, ViewerConversationText]);
/** Writes to somebody directly: makes the one conversation of the two, or goes on in it. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export async function startDirectConversation(client: OperationRunner, input: StartDirectConversationMutationVariables['input'], options?: RequestOptions): Promise<StartDirectConversationMutation['startDirectConversation']> {
  const data = await client.request(StartDirectConversationDocument, { input }, options);
  return data.startDirectConversation;
}

/** What the mutation `startGuestSession` answers. */
export interface StartGuestSessionMutation {
  /** Signs an anonymous visitor in. It needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED. */
  readonly startGuestSession: StartGuestSessionPayload;
}
/** What the mutation `startGuestSession` takes. */
export interface StartGuestSessionMutationVariables {
  /** Who wants to chat. */
  readonly input: StartGuestSessionInput;
}
/** The document of `startGuestSession`. */
export const StartGuestSessionDocument: OperationDocument<StartGuestSessionMutation, StartGuestSessionMutationVariables> = /*#__PURE__*/ operation('mutation', 'startGuestSession', ['82817a6c73a98e98', '{...StartGuestSessionPayload}', StartGuestSessionPayloadText]);
/** Signs an anonymous visitor in. It needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED. */
export async function startGuestSession(client: OperationRunner, input: StartGuestSessionMutationVariables['input'], options?: RequestOptions): Promise<StartGuestSessionMutation['startGuestSession']> {
  const data = await client.request(StartGuestSessionDocument, { input }, options);
  return data.startGuestSession;
}

/** What the mutation `startSupport` answers. */
export interface StartSupportMutation {
  /** Asks for support: makes a case with a conversation and puts it into the line. The one operation of a widget: with `siteKey` it needs no token. Errors: FORBIDDEN, NOT_FOUND, ORIGIN_NOT_ALLOWED, QUEUE_FULL, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
  readonly startSupport: StartSupportPayload;
}
/** What the mutation `startSupport` takes. */
export interface StartSupportMutationVariables {
  /** What. */
  readonly input: StartSupportInput;
}
/** The document of `startSupport`. */
export const StartSupportDocument: OperationDocument<StartSupportMutation, StartSupportMutationVariables> = /*#__PURE__*/ operation('mutation', 'startSupport', ['5811bf95665f4fad', '{case{...SupportCase}conversation{...ViewerConversation}isDuplicate seq session{...StartGuestSessionPayload}}', StartGuestSessionPayloadText, SupportCaseText, ViewerConversationText]);
/** Asks for support: makes a case with a conversation and puts it into the line. The one operation of a widget: with `siteKey` it needs no token. Errors: FORBIDDEN, NOT_FOUND, ORIGIN_NOT_ALLOWED, QUEUE_FULL, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export async function startSupport(client: OperationRunner, input: StartSupportMutationVariables['input'], options?: RequestOptions): Promise<StartSupportMutation['startSupport']> {
  const data = await client.request(StartSupportDocument, { input }, options);
  return data.startSupport;
}

/** What the mutation `startTeamConversation` answers. */
export interface StartTeamConversationMutation {
  /** Begins a conversation among colleagues, for agents and admins. Nobody else can be added to it or sees that it exists; `addParticipant` adds colleagues, `conversations(kind: TEAM)` lists. Errors: FORBIDDEN, NOT_FOUND, IDEMPOTENCY_CONFLICT. */
  readonly startTeamConversation: StartTeamConversationPayload;
}
/** What the mutation `startTeamConversation` takes. */
export interface StartTeamConversationMutationVariables {
  /** Title and colleagues. */
  readonly input: StartTeamConversationInput;
}
/** The document of `startTeamConversation`. */
export const StartTeamConversationDocument: OperationDocument<StartTeamConversationMutation, StartTeamConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'startTeamConversation', ['e47269ad03b51957', '{conversation{...ViewerConversation}}', ViewerConversationText]);
/** Begins a conversation among colleagues, for agents and admins. Nobody else can be added to it or sees that it exists; `addParticipant` adds colleagues, `conversations(kind: TEAM)` lists. Errors: FORBIDDEN, NOT_FOUND, IDEMPOTENCY_CONFLICT. */
export async function startTeamConversation(client: OperationRunner, input: StartTeamConversationMutationVariables['input'], options?: RequestOptions): Promise<StartTeamConversationMutation['startTeamConversation']> {
  const data = await client.request(StartTeamConversationDocument, { input }, options);
  return data.startTeamConversation;
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
export const StartTypingDocument: OperationDocument<StartTypingMutation, StartTypingMutationVariables> = /*#__PURE__*/ operation('mutation', 'startTyping', ['31e5e0bc476949d0', '{expiresAt}']);
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
export const StopTypingDocument: OperationDocument<StopTypingMutation, StopTypingMutationVariables> = /*#__PURE__*/ operation('mutation', 'stopTyping', ['7f1af703ef704393', '{conversationId}']);
/** Takes it back at once. Without it, typing ends by itself after six seconds. Errors: NOT_FOUND. */
export async function stopTyping(client: OperationRunner, input: StopTypingMutationVariables['input'], options?: RequestOptions): Promise<StopTypingMutation['stopTyping']> {
  const data = await client.request(StopTypingDocument, { input }, options);
  return data.stopTyping;
}

/** What the query `supportCase` answers. */
export interface SupportCaseQuery {
  /** A case by its own id or that of its conversation: for its customer and staff; null for others. */
  readonly supportCase: SupportCase | null;
}
/** What the query `supportCase` takes. */
export interface SupportCaseQueryVariables {
  /** The id of the case, or of its conversation. */
  readonly id: string;
}
/** The document of `supportCase`. */
export const SupportCaseDocument: OperationDocument<SupportCaseQuery, SupportCaseQueryVariables> = /*#__PURE__*/ operation('query', 'supportCase', ['f54d013d46094d86', '$id:ID!{...SupportCase}', SupportCaseText]);
/** A case by its own id or that of its conversation: for its customer and staff; null for others. */
export async function supportCase(client: OperationRunner, variables: SupportCaseQueryVariables, options?: RequestOptions): Promise<SupportCaseQuery['supportCase']> {
  const data = await client.request(SupportCaseDocument, variables, options);
  return data.supportCase;
}

/** What the query `supportCases` answers. */
export interface SupportCasesQuery {
  /** Cases, newest in line first: for staff all of the site, for others their own. */
  readonly supportCases: SupportCaseConnection;
}
/** What the query `supportCases` takes. */
export interface SupportCasesQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** Only cases of this agent. */
  readonly agentId?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only cases of this queue. */
  readonly queueId?: string | null | undefined;
  /** Only cases that stand here. */
  readonly status?: readonly SupportStatus[] | null | undefined;
}
/** The document of `supportCases`. */
export const SupportCasesDocument: OperationDocument<SupportCasesQuery, SupportCasesQueryVariables> = /*#__PURE__*/ operation('query', 'supportCases', ['e5f39e9176712826', '$after:String$agentId:ID$first:Int$queueId:ID$status:[SupportStatus!]{edges{cursor node{...SupportCase}}pageInfo{...PageInfo}}', PageInfoText, SupportCaseText]);
/** Cases, newest in line first: for staff all of the site, for others their own. */
export async function supportCases(client: OperationRunner, variables: SupportCasesQueryVariables = {}, options?: RequestOptions): Promise<SupportCasesQuery['supportCases']> {
  const data = await client.request(SupportCasesDocument, variables, options);
  return data.supportCases;
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
export const SyncBookingDocument: OperationDocument<SyncBookingMutation, SyncBookingMutationVariables> = /*#__PURE__*/ operation('mutation', 'syncBooking', ['3f373d2378cc60ef', '{booking{...Booking}conversation{...ViewerConversation}seq}', BookingText, ViewerConversationText]);
/** Takes over the state of a booking from its host, as often as wanted. For admins and back-ends. Errors: FORBIDDEN. */
export async function syncBooking(client: OperationRunner, input: SyncBookingMutationVariables['input'], options?: RequestOptions): Promise<SyncBookingMutation['syncBooking']> {
  const data = await client.request(SyncBookingDocument, { input }, options);
  return data.syncBooking;
}

/** What the mutation `tagConversation` answers. */
export interface TagConversationMutation {
  /** Puts a tag on a conversation, 20 at most, for staff who may read it. One that is there already changes nothing. Errors: NOT_FOUND, FORBIDDEN, LIMIT_EXCEEDED. */
  readonly tagConversation: TagConversationPayload;
}
/** What the mutation `tagConversation` takes. */
export interface TagConversationMutationVariables {
  /** Which, and where. */
  readonly input: TagConversationInput;
}
/** The document of `tagConversation`. */
export const TagConversationDocument: OperationDocument<TagConversationMutation, TagConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'tagConversation', ['6ca8dab65fe5c3d5', '{conversationId seq tags{...Tag}}', TagText]);
/** Puts a tag on a conversation, 20 at most, for staff who may read it. One that is there already changes nothing. Errors: NOT_FOUND, FORBIDDEN, LIMIT_EXCEEDED. */
export async function tagConversation(client: OperationRunner, input: TagConversationMutationVariables['input'], options?: RequestOptions): Promise<TagConversationMutation['tagConversation']> {
  const data = await client.request(TagConversationDocument, { input }, options);
  return data.tagConversation;
}

/** What the query `tags` answers. */
export interface TagsQuery {
  /** The site’s tags by name, for staff. Errors: FORBIDDEN. */
  readonly tags: TagConnection;
}
/** What the query `tags` takes. */
export interface TagsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
  /** Only those that begin with this, at most 40 characters. */
  readonly prefix?: string | null | undefined;
}
/** The document of `tags`. */
export const TagsDocument: OperationDocument<TagsQuery, TagsQueryVariables> = /*#__PURE__*/ operation('query', 'tags', ['21e9839baeb93c53', '$after:String$first:Int$prefix:String{edges{cursor node{...Tag}}pageInfo{...PageInfo}}', PageInfoText, TagText]);
/** The site’s tags by name, for staff. Errors: FORBIDDEN. */
export async function tags(client: OperationRunner, variables: TagsQueryVariables = {}, options?: RequestOptions): Promise<TagsQuery['tags']> {
  const data = await client.request(TagsDocument, variables, options);
  return data.tags;
}

/** What the mutation `takeOverCase` answers. */
export interface TakeOverCaseMutation {
  /** Takes a case that another agent has, or that waits. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID, AGENT_UNAVAILABLE. */
  readonly takeOverCase: TakeOverCasePayload;
}
/** What the mutation `takeOverCase` takes. */
export interface TakeOverCaseMutationVariables {
  /** Which. */
  readonly input: TakeOverCaseInput;
}
/** The document of `takeOverCase`. */
export const TakeOverCaseDocument: OperationDocument<TakeOverCaseMutation, TakeOverCaseMutationVariables> = /*#__PURE__*/ operation('mutation', 'takeOverCase', ['889a2e05ced8e341', '{case{...SupportCase}seq}', SupportCaseText]);
/** Takes a case that another agent has, or that waits. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID, AGENT_UNAVAILABLE. */
export async function takeOverCase(client: OperationRunner, input: TakeOverCaseMutationVariables['input'], options?: RequestOptions): Promise<TakeOverCaseMutation['takeOverCase']> {
  const data = await client.request(TakeOverCaseDocument, { input }, options);
  return data.takeOverCase;
}

/** What the mutation `talkToHuman` answers. */
export interface TalkToHumanMutation {
  /** The customer wants a person: the bot is out of it, and the case waits in its line. Where the bot already is, nothing changes. Errors: NOT_FOUND, FORBIDDEN. */
  readonly talkToHuman: TalkToHumanPayload;
}
/** What the mutation `talkToHuman` takes. */
export interface TalkToHumanMutationVariables {
  /** Which case. */
  readonly input: TalkToHumanInput;
}
/** The document of `talkToHuman`. */
export const TalkToHumanDocument: OperationDocument<TalkToHumanMutation, TalkToHumanMutationVariables> = /*#__PURE__*/ operation('mutation', 'talkToHuman', ['f5862a742a7f3c35', '{case{...SupportCase}seq}', SupportCaseText]);
/** The customer wants a person: the bot is out of it, and the case waits in its line. Where the bot already is, nothing changes. Errors: NOT_FOUND, FORBIDDEN. */
export async function talkToHuman(client: OperationRunner, input: TalkToHumanMutationVariables['input'], options?: RequestOptions): Promise<TalkToHumanMutation['talkToHuman']> {
  const data = await client.request(TalkToHumanDocument, { input }, options);
  return data.talkToHuman;
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
export const ThreadDocument: OperationDocument<ThreadQuery, ThreadQueryVariables> = /*#__PURE__*/ operation('query', 'thread', ['dc21a307f3323429', '$after:String$before:String$first:Int$last:Int$messageId:ID!{...MessageConnection}', MessageConnectionText]);
/** The replies in a message’s thread, the message itself not among them: the last 50, or what the arguments say. Errors: NOT_FOUND. */
export async function thread(client: OperationRunner, variables: ThreadQueryVariables, options?: RequestOptions): Promise<ThreadQuery['thread']> {
  const data = await client.request(ThreadDocument, variables, options);
  return data.thread;
}

/** What the mutation `transferCase` answers. */
export interface TransferCaseMutation {
  /** Transfers a case to another agent, to a queue, or to whoever has a skill. Its customer sees to whom, and never the note. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID, AGENT_UNAVAILABLE, QUEUE_FULL. */
  readonly transferCase: TransferCasePayload;
}
/** What the mutation `transferCase` takes. */
export interface TransferCaseMutationVariables {
  /** Which, and to whom. */
  readonly input: TransferCaseInput;
}
/** The document of `transferCase`. */
export const TransferCaseDocument: OperationDocument<TransferCaseMutation, TransferCaseMutationVariables> = /*#__PURE__*/ operation('mutation', 'transferCase', ['4df47a4bcd92682c', '{case{...SupportCase}seq}', SupportCaseText]);
/** Transfers a case to another agent, to a queue, or to whoever has a skill. Its customer sees to whom, and never the note. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID, AGENT_UNAVAILABLE, QUEUE_FULL. */
export async function transferCase(client: OperationRunner, input: TransferCaseMutationVariables['input'], options?: RequestOptions): Promise<TransferCaseMutation['transferCase']> {
  const data = await client.request(TransferCaseDocument, { input }, options);
  return data.transferCase;
}

/** What the query `tryRoutingRules` answers. */
export interface TryRoutingRulesQuery {
  /** What rules would do with a made-up case, and what is wrong with them. Nothing is saved. For staff. Errors: FORBIDDEN. */
  readonly tryRoutingRules: RoutingTrial;
}
/** What the query `tryRoutingRules` takes. */
export interface TryRoutingRulesQueryVariables {
  /** The rules; those that hold when they are left out. */
  readonly rules?: readonly RoutingRuleInput[] | null | undefined;
  /** The case. */
  readonly sample: RoutingSampleInput;
}
/** The document of `tryRoutingRules`. */
export const TryRoutingRulesDocument: OperationDocument<TryRoutingRulesQuery, TryRoutingRulesQueryVariables> = /*#__PURE__*/ operation('query', 'tryRoutingRules', ['c39d16ec0bc526b9', '$rules:[RoutingRuleInput!]$sample:RoutingSampleInput!{outcome{...RoutingOutcome}problems{code path reason}}', RoutingOutcomeText]);
/** What rules would do with a made-up case, and what is wrong with them. Nothing is saved. For staff. Errors: FORBIDDEN. */
export async function tryRoutingRules(client: OperationRunner, variables: TryRoutingRulesQueryVariables, options?: RequestOptions): Promise<TryRoutingRulesQuery['tryRoutingRules']> {
  const data = await client.request(TryRoutingRulesDocument, variables, options);
  return data.tryRoutingRules;
}

/** What the query `unattendedConversations` answers. */
export interface UnattendedConversationsQuery {
  /** Conversations in which a visitor waits for staff, newest activity first, for staff. A page looks at 2,000 unattended conversations at most. Errors: FORBIDDEN. */
  readonly unattendedConversations: UnattendedConversationConnection;
}
/** What the query `unattendedConversations` takes. */
export interface UnattendedConversationsQueryVariables {
  /** Cursor behind which to go on. */
  readonly after?: string | null | undefined;
  /** How many, 1 to 100. */
  readonly first?: number | null | undefined;
}
/** The document of `unattendedConversations`. */
export const UnattendedConversationsDocument: OperationDocument<UnattendedConversationsQuery, UnattendedConversationsQueryVariables> = /*#__PURE__*/ operation('query', 'unattendedConversations', ['6731c017709c6f21', '$after:String$first:Int{edges{cursor node{...UnattendedConversation}}pageInfo{...PageInfo}}', PageInfoText, UnattendedConversationText]);
/** Conversations in which a visitor waits for staff, newest activity first, for staff. A page looks at 2,000 unattended conversations at most. Errors: FORBIDDEN. */
export async function unattendedConversations(client: OperationRunner, variables: UnattendedConversationsQueryVariables = {}, options?: RequestOptions): Promise<UnattendedConversationsQuery['unattendedConversations']> {
  const data = await client.request(UnattendedConversationsDocument, variables, options);
  return data.unattendedConversations;
}

/** What the subscription `unattendedFeed` answers. */
export interface UnattendedFeedSubscription {
  /** Follows the conversations in which a visitor waits for staff, for staff. It has no position: each begins with a snapshot. Its polling twin is `unattendedConversations`. Errors: FORBIDDEN, RESYNC_REQUIRED, ACCESS_REVOKED. */
  readonly unattendedFeed: UnattendedFeedItem;
}
/** What the subscription `unattendedFeed` takes. */
export type UnattendedFeedSubscriptionVariables = Readonly<Record<string, never>>;
/** The document of `unattendedFeed`. */
export const UnattendedFeedDocument: OperationDocument<UnattendedFeedSubscription, UnattendedFeedSubscriptionVariables> = /*#__PURE__*/ operation('subscription', 'unattendedFeed', ['2fcaf6e8ca21ef53', '{__typename ...UnattendedChanged ...UnattendedRead ...UnattendedRemoved ...UnattendedSnapshot}', UnattendedChangedText, UnattendedReadText, UnattendedRemovedText, UnattendedSnapshotText]);
/** Follows the conversations in which a visitor waits for staff, for staff. It has no position: each begins with a snapshot. Its polling twin is `unattendedConversations`. Errors: FORBIDDEN, RESYNC_REQUIRED, ACCESS_REVOKED. */
export function unattendedFeed(client: OperationRunner, variables: UnattendedFeedSubscriptionVariables, sink: FeedSink<UnattendedFeedSubscription['unattendedFeed']>): () => void {
  return client.subscribe(UnattendedFeedDocument, variables, { ...sink, next: (data) => sink.next(data.unattendedFeed) });
}

/** What the query `unread` answers. */
export interface UnreadQuery {
  /** Unread messages over all of the viewer’s conversations that are not muted. */
  readonly unread: UnreadTotals;
}
/** What the query `unread` takes. */
export type UnreadQueryVariables = Readonly<Record<string, never>>;
/** The document of `unread`. */
export const UnreadDocument: OperationDocument<UnreadQuery, UnreadQueryVariables> = /*#__PURE__*/ operation('query', 'unread', ['3609715e0c3814bf', '{...UnreadTotals}', UnreadTotalsText]);
/** Unread messages over all of the viewer’s conversations that are not muted. */
export async function unread(client: OperationRunner, variables: UnreadQueryVariables = {}, options?: RequestOptions): Promise<UnreadQuery['unread']> {
  const data = await client.request(UnreadDocument, variables, options);
  return data.unread;
}

/** What the query `unreadBroadcasts` answers. */
export interface UnreadBroadcastsQuery {
  /** How many of the broadcasts shown to the viewer they have not read. */
  readonly unreadBroadcasts: number;
}
/** What the query `unreadBroadcasts` takes. */
export type UnreadBroadcastsQueryVariables = Readonly<Record<string, never>>;
/** The document of `unreadBroadcasts`. */
export const UnreadBroadcastsDocument: OperationDocument<UnreadBroadcastsQuery, UnreadBroadcastsQueryVariables> = /*#__PURE__*/ operation('query', 'unreadBroadcasts', ['8b8e6c93dab86ef1', '']);
/** How many of the broadcasts shown to the viewer they have not read. */
export async function unreadBroadcasts(client: OperationRunner, variables: UnreadBroadcastsQueryVariables = {}, options?: RequestOptions): Promise<UnreadBroadcastsQuery['unreadBroadcasts']> {
  const data = await client.request(UnreadBroadcastsDocument, variables, options);
  return data.unreadBroadcasts;
}

/** What the mutation `untagConversation` answers. */
export interface UntagConversationMutation {
  /** Takes a tag off a conversation, for staff who may read it. One that is not there changes nothing. Errors: NOT_FOUND, FORBIDDEN. */
  readonly untagConversation: UntagConversationPayload;
}
/** What the mutation `untagConversation` takes. */
export interface UntagConversationMutationVariables {
  /** Which, and where. */
  readonly input: UntagConversationInput;
}
/** The document of `untagConversation`. */
export const UntagConversationDocument: OperationDocument<UntagConversationMutation, UntagConversationMutationVariables> = /*#__PURE__*/ operation('mutation', 'untagConversation', ['102f815cb3b7dac5', '{conversationId seq tags{...Tag}}', TagText]);
/** Takes a tag off a conversation, for staff who may read it. One that is not there changes nothing. Errors: NOT_FOUND, FORBIDDEN. */
export async function untagConversation(client: OperationRunner, input: UntagConversationMutationVariables['input'], options?: RequestOptions): Promise<UntagConversationMutation['untagConversation']> {
  const data = await client.request(UntagConversationDocument, { input }, options);
  return data.untagConversation;
}

/** What the mutation `updateAutomation` answers. */
export interface UpdateAutomationMutation {
  /** Changes what the server says by itself. For admins. Errors: FORBIDDEN. */
  readonly updateAutomation: UpdateAutomationPayload;
}
/** What the mutation `updateAutomation` takes. */
export interface UpdateAutomationMutationVariables {
  /** What to change. */
  readonly input: UpdateAutomationInput;
}
/** The document of `updateAutomation`. */
export const UpdateAutomationDocument: OperationDocument<UpdateAutomationMutation, UpdateAutomationMutationVariables> = /*#__PURE__*/ operation('mutation', 'updateAutomation', ['f25d58b1149a567e', '{settings{...AutomationSettings}}', AutomationSettingsText]);
/** Changes what the server says by itself. For admins. Errors: FORBIDDEN. */
export async function updateAutomation(client: OperationRunner, input: UpdateAutomationMutationVariables['input'], options?: RequestOptions): Promise<UpdateAutomationMutation['updateAutomation']> {
  const data = await client.request(UpdateAutomationDocument, { input }, options);
  return data.updateAutomation;
}

/** What the mutation `updateBroadcast` answers. */
export interface UpdateBroadcastMutation {
  /** Changes a scheduled broadcast before it is sent. Repeating a change answers with the broadcast. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, NOT_FOUND, BROADCAST_STATE_INVALID. */
  readonly updateBroadcast: UpdateBroadcastPayload;
}
/** What the mutation `updateBroadcast` takes. */
export interface UpdateBroadcastMutationVariables {
  /** Which, and what of it. */
  readonly input: UpdateBroadcastInput;
}
/** The document of `updateBroadcast`. */
export const UpdateBroadcastDocument: OperationDocument<UpdateBroadcastMutation, UpdateBroadcastMutationVariables> = /*#__PURE__*/ operation('mutation', 'updateBroadcast', ['e8d9f73532f01504', '{broadcast{...SentBroadcast}}', SentBroadcastText]);
/** Changes a scheduled broadcast before it is sent. Repeating a change answers with the broadcast. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, NOT_FOUND, BROADCAST_STATE_INVALID. */
export async function updateBroadcast(client: OperationRunner, input: UpdateBroadcastMutationVariables['input'], options?: RequestOptions): Promise<UpdateBroadcastMutation['updateBroadcast']> {
  const data = await client.request(UpdateBroadcastDocument, { input }, options);
  return data.updateBroadcast;
}

/** What the mutation `updateCaseView` answers. */
export interface UpdateCaseViewMutation {
  /** Changes a view: one’s own or, by who manages routing, the site’s. Errors: FORBIDDEN, NOT_FOUND. */
  readonly updateCaseView: UpdateCaseViewPayload;
}
/** What the mutation `updateCaseView` takes. */
export interface UpdateCaseViewMutationVariables {
  /** What to change. */
  readonly input: UpdateCaseViewInput;
}
/** The document of `updateCaseView`. */
export const UpdateCaseViewDocument: OperationDocument<UpdateCaseViewMutation, UpdateCaseViewMutationVariables> = /*#__PURE__*/ operation('mutation', 'updateCaseView', ['1ab6f00e506528bd', '{view{...CaseView}}', CaseViewText]);
/** Changes a view: one’s own or, by who manages routing, the site’s. Errors: FORBIDDEN, NOT_FOUND. */
export async function updateCaseView(client: OperationRunner, input: UpdateCaseViewMutationVariables['input'], options?: RequestOptions): Promise<UpdateCaseViewMutation['updateCaseView']> {
  const data = await client.request(UpdateCaseViewDocument, { input }, options);
  return data.updateCaseView;
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
export const UpdateProfileDocument: OperationDocument<UpdateProfileMutation, UpdateProfileMutationVariables> = /*#__PURE__*/ operation('mutation', 'updateProfile', ['d9c991d513700c8f', '{user{...User}}', UserText]);
/** Changes the viewer’s own profile. Errors: FORBIDDEN. */
export async function updateProfile(client: OperationRunner, input: UpdateProfileMutationVariables['input'], options?: RequestOptions): Promise<UpdateProfileMutation['updateProfile']> {
  const data = await client.request(UpdateProfileDocument, { input }, options);
  return data.updateProfile;
}

/** What the mutation `updateQuickReply` answers. */
export interface UpdateQuickReplyMutation {
  /** Changes a quick reply: one’s own or, by who manages templates, the site’s. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. */
  readonly updateQuickReply: UpdateQuickReplyPayload;
}
/** What the mutation `updateQuickReply` takes. */
export interface UpdateQuickReplyMutationVariables {
  /** What to change. */
  readonly input: UpdateQuickReplyInput;
}
/** The document of `updateQuickReply`. */
export const UpdateQuickReplyDocument: OperationDocument<UpdateQuickReplyMutation, UpdateQuickReplyMutationVariables> = /*#__PURE__*/ operation('mutation', 'updateQuickReply', ['a7787e585b4e7067', '{quickReply{...QuickReply}}', QuickReplyText]);
/** Changes a quick reply: one’s own or, by who manages templates, the site’s. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. */
export async function updateQuickReply(client: OperationRunner, input: UpdateQuickReplyMutationVariables['input'], options?: RequestOptions): Promise<UpdateQuickReplyMutation['updateQuickReply']> {
  const data = await client.request(UpdateQuickReplyDocument, { input }, options);
  return data.updateQuickReply;
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
export const UpdateSiteDocument: OperationDocument<UpdateSiteMutation, UpdateSiteMutationVariables> = /*#__PURE__*/ operation('mutation', 'updateSite', ['5b3efc9053d25af8', '{site{...Site}}', SiteText]);
/** Changes the site and its settings. For admins and back-ends. Errors: FORBIDDEN. */
export async function updateSite(client: OperationRunner, input: UpdateSiteMutationVariables['input'], options?: RequestOptions): Promise<UpdateSiteMutation['updateSite']> {
  const data = await client.request(UpdateSiteDocument, { input }, options);
  return data.updateSite;
}

/** What the mutation `updateTag` answers. */
export interface UpdateTagMutation {
  /** Changes a tag. For admins, and agents with MANAGE_TAGS. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. */
  readonly updateTag: UpdateTagPayload;
}
/** What the mutation `updateTag` takes. */
export interface UpdateTagMutationVariables {
  /** What to change. */
  readonly input: UpdateTagInput;
}
/** The document of `updateTag`. */
export const UpdateTagDocument: OperationDocument<UpdateTagMutation, UpdateTagMutationVariables> = /*#__PURE__*/ operation('mutation', 'updateTag', ['b7ec0546a52a24c2', '{tag{...Tag}}', TagText]);
/** Changes a tag. For admins, and agents with MANAGE_TAGS. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. */
export async function updateTag(client: OperationRunner, input: UpdateTagMutationVariables['input'], options?: RequestOptions): Promise<UpdateTagMutation['updateTag']> {
  const data = await client.request(UpdateTagDocument, { input }, options);
  return data.updateTag;
}

/** What the mutation `updateWidgetSettings` answers. */
export interface UpdateWidgetSettingsMutation {
  /** Changes how the site’s widget looks and behaves. For admins and back-ends. Errors: FORBIDDEN. */
  readonly updateWidgetSettings: UpdateWidgetSettingsPayload;
}
/** What the mutation `updateWidgetSettings` takes. */
export interface UpdateWidgetSettingsMutationVariables {
  /** What to change. */
  readonly input: UpdateWidgetSettingsInput;
}
/** The document of `updateWidgetSettings`. */
export const UpdateWidgetSettingsDocument: OperationDocument<UpdateWidgetSettingsMutation, UpdateWidgetSettingsMutationVariables> = /*#__PURE__*/ operation('mutation', 'updateWidgetSettings', ['da612ee55e38abae', '{settings{...WidgetSettings}}', WidgetSettingsText]);
/** Changes how the site’s widget looks and behaves. For admins and back-ends. Errors: FORBIDDEN. */
export async function updateWidgetSettings(client: OperationRunner, input: UpdateWidgetSettingsMutationVariables['input'], options?: RequestOptions): Promise<UpdateWidgetSettingsMutation['updateWidgetSettings']> {
  const data = await client.request(UpdateWidgetSettingsDocument, { input }, options);
  return data.updateWidgetSettings;
}

/** What the mutation `upsertAgent` answers. */
export interface UpsertAgentMutation {
  /** Makes or changes an agent’s profile. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
  readonly upsertAgent: UpsertAgentPayload;
}
/** What the mutation `upsertAgent` takes. */
export interface UpsertAgentMutationVariables {
  /** The profile. */
  readonly input: UpsertAgentInput;
}
/** The document of `upsertAgent`. */
export const UpsertAgentDocument: OperationDocument<UpsertAgentMutation, UpsertAgentMutationVariables> = /*#__PURE__*/ operation('mutation', 'upsertAgent', ['edea8bd241aaa3c1', '{agent{...Agent}}', AgentText]);
/** Makes or changes an agent’s profile. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
export async function upsertAgent(client: OperationRunner, input: UpsertAgentMutationVariables['input'], options?: RequestOptions): Promise<UpsertAgentMutation['upsertAgent']> {
  const data = await client.request(UpsertAgentDocument, { input }, options);
  return data.upsertAgent;
}

/** What the mutation `upsertArticle` answers. */
export interface UpsertArticleMutation {
  /** Makes or changes the article with the host’s key. One that was deleted is there again. For admins, and agents with MANAGE_KNOWLEDGE. Errors: FORBIDDEN, LIMIT_EXCEEDED. */
  readonly upsertArticle: UpsertArticlePayload;
}
/** What the mutation `upsertArticle` takes. */
export interface UpsertArticleMutationVariables {
  /** The article. */
  readonly input: UpsertArticleInput;
}
/** The document of `upsertArticle`. */
export const UpsertArticleDocument: OperationDocument<UpsertArticleMutation, UpsertArticleMutationVariables> = /*#__PURE__*/ operation('mutation', 'upsertArticle', ['b6a1da1664408b47', '{article{...Article}}', ArticleText]);
/** Makes or changes the article with the host’s key. One that was deleted is there again. For admins, and agents with MANAGE_KNOWLEDGE. Errors: FORBIDDEN, LIMIT_EXCEEDED. */
export async function upsertArticle(client: OperationRunner, input: UpsertArticleMutationVariables['input'], options?: RequestOptions): Promise<UpsertArticleMutation['upsertArticle']> {
  const data = await client.request(UpsertArticleDocument, { input }, options);
  return data.upsertArticle;
}

/** What the mutation `upsertQueue` answers. */
export interface UpsertQueueMutation {
  /** Makes or changes a queue. For admins and back-ends, and agents with MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND, LIMIT_EXCEEDED. */
  readonly upsertQueue: UpsertQueuePayload;
}
/** What the mutation `upsertQueue` takes. */
export interface UpsertQueueMutationVariables {
  /** The queue. */
  readonly input: UpsertQueueInput;
}
/** The document of `upsertQueue`. */
export const UpsertQueueDocument: OperationDocument<UpsertQueueMutation, UpsertQueueMutationVariables> = /*#__PURE__*/ operation('mutation', 'upsertQueue', ['61076e3be9cb40fe', '{queue{...Queue}}', QueueText]);
/** Makes or changes a queue. For admins and back-ends, and agents with MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND, LIMIT_EXCEEDED. */
export async function upsertQueue(client: OperationRunner, input: UpsertQueueMutationVariables['input'], options?: RequestOptions): Promise<UpsertQueueMutation['upsertQueue']> {
  const data = await client.request(UpsertQueueDocument, { input }, options);
  return data.upsertQueue;
}

/** What the mutation `upsertSchedule` answers. */
export interface UpsertScheduleMutation {
  /** Makes or changes opening hours. The first of a site become its default. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, LIMIT_EXCEEDED. */
  readonly upsertSchedule: UpsertSchedulePayload;
}
/** What the mutation `upsertSchedule` takes. */
export interface UpsertScheduleMutationVariables {
  /** The schedule. */
  readonly input: UpsertScheduleInput;
}
/** The document of `upsertSchedule`. */
export const UpsertScheduleDocument: OperationDocument<UpsertScheduleMutation, UpsertScheduleMutationVariables> = /*#__PURE__*/ operation('mutation', 'upsertSchedule', ['01bf2b9ac204d826', '{schedule{...Schedule}}', ScheduleText]);
/** Makes or changes opening hours. The first of a site become its default. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, LIMIT_EXCEEDED. */
export async function upsertSchedule(client: OperationRunner, input: UpsertScheduleMutationVariables['input'], options?: RequestOptions): Promise<UpsertScheduleMutation['upsertSchedule']> {
  const data = await client.request(UpsertScheduleDocument, { input }, options);
  return data.upsertSchedule;
}

/** What the mutation `upsertSlaPolicy` answers. */
export interface UpsertSlaPolicyMutation {
  /** Makes or changes targets. Clocks that run go on by them, with the time used so far. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND, LIMIT_EXCEEDED. */
  readonly upsertSlaPolicy: UpsertSlaPolicyPayload;
}
/** What the mutation `upsertSlaPolicy` takes. */
export interface UpsertSlaPolicyMutationVariables {
  /** The targets. */
  readonly input: UpsertSlaPolicyInput;
}
/** The document of `upsertSlaPolicy`. */
export const UpsertSlaPolicyDocument: OperationDocument<UpsertSlaPolicyMutation, UpsertSlaPolicyMutationVariables> = /*#__PURE__*/ operation('mutation', 'upsertSlaPolicy', ['84a438fee64dafe5', '{policy{...SlaPolicy}}', SlaPolicyText]);
/** Makes or changes targets. Clocks that run go on by them, with the time used so far. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND, LIMIT_EXCEEDED. */
export async function upsertSlaPolicy(client: OperationRunner, input: UpsertSlaPolicyMutationVariables['input'], options?: RequestOptions): Promise<UpsertSlaPolicyMutation['upsertSlaPolicy']> {
  const data = await client.request(UpsertSlaPolicyDocument, { input }, options);
  return data.upsertSlaPolicy;
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
export const UpsertUserDocument: OperationDocument<UpsertUserMutation, UpsertUserMutationVariables> = /*#__PURE__*/ operation('mutation', 'upsertUser', ['9a423badc5312109', '{user{...User}}', UserText]);
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
export const UserDocument: OperationDocument<UserQuery, UserQueryVariables> = /*#__PURE__*/ operation('query', 'user', ['b2f573b920fdfc3b', '$externalId:String$id:ID{...User}', UserText]);
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
export const UsersDocument: OperationDocument<UsersQuery, UsersQueryVariables> = /*#__PURE__*/ operation('query', 'users', ['a464e5404d855b51', '$after:String$first:Int$role:Role{edges{cursor node{...User}}pageInfo{...PageInfo}}', PageInfoText, UserText]);
/** The users of the site in the order in which they were made. For admins and back-ends. Errors: FORBIDDEN. */
export async function users(client: OperationRunner, variables: UsersQueryVariables = {}, options?: RequestOptions): Promise<UsersQuery['users']> {
  const data = await client.request(UsersDocument, variables, options);
  return data.users;
}

/** What the mutation `viewArticle` answers. */
export interface ViewArticleMutation {
  /** Counts the viewer as a reader of an article: once, however often they read it. Staff are not counted. Errors: NOT_FOUND. */
  readonly viewArticle: ViewArticlePayload;
}
/** What the mutation `viewArticle` takes. */
export interface ViewArticleMutationVariables {
  /** Which. */
  readonly input: ViewArticleInput;
}
/** The document of `viewArticle`. */
export const ViewArticleDocument: OperationDocument<ViewArticleMutation, ViewArticleMutationVariables> = /*#__PURE__*/ operation('mutation', 'viewArticle', ['c8bd7f4b71cc913b', '{article{...Article}}', ArticleText]);
/** Counts the viewer as a reader of an article: once, however often they read it. Staff are not counted. Errors: NOT_FOUND. */
export async function viewArticle(client: OperationRunner, input: ViewArticleMutationVariables['input'], options?: RequestOptions): Promise<ViewArticleMutation['viewArticle']> {
  const data = await client.request(ViewArticleDocument, { input }, options);
  return data.viewArticle;
}

/** What the query `viewer` answers. */
export interface ViewerQuery {
  /** The user who is signed in; with an API key, the site’s system user. */
  readonly viewer: User;
}
/** What the query `viewer` takes. */
export type ViewerQueryVariables = Readonly<Record<string, never>>;
/** The document of `viewer`. */
export const ViewerDocument: OperationDocument<ViewerQuery, ViewerQueryVariables> = /*#__PURE__*/ operation('query', 'viewer', ['a5ee9c21d24cc073', '{...User}', UserText]);
/** The user who is signed in; with an API key, the site’s system user. */
export async function viewer(client: OperationRunner, variables: ViewerQueryVariables = {}, options?: RequestOptions): Promise<ViewerQuery['viewer']> {
  const data = await client.request(ViewerDocument, variables, options);
  return data.viewer;
}

/** What the query `visit` answers. */
export interface VisitQuery {
  /** The page on which a user is or was last; null when none was reported. For staff. Errors: FORBIDDEN, NOT_FOUND. */
  readonly visit: Visit | null;
}
/** What the query `visit` takes. */
export interface VisitQueryVariables {
  /** The user. */
  readonly userId: string;
}
/** The document of `visit`. */
export const VisitDocument: OperationDocument<VisitQuery, VisitQueryVariables> = /*#__PURE__*/ operation('query', 'visit', ['42d10ae2ef4134a3', '$userId:ID!{...Visit}', VisitText]);
/** The page on which a user is or was last; null when none was reported. For staff. Errors: FORBIDDEN, NOT_FOUND. */
export async function visit(client: OperationRunner, variables: VisitQueryVariables, options?: RequestOptions): Promise<VisitQuery['visit']> {
  const data = await client.request(VisitDocument, variables, options);
  return data.visit;
}

/** What the subscription `visitFeed` answers. */
export interface VisitFeedSubscription {
  /** Follows the page of the host’s site on which a user is, for staff. It has no position: each begins with a snapshot. Its polling twin is `visit`. Errors: FORBIDDEN, NOT_FOUND, RESYNC_REQUIRED, ACCESS_REVOKED. */
  readonly visitFeed: VisitFeedItem;
}
/** What the subscription `visitFeed` takes. */
export interface VisitFeedSubscriptionVariables {
  /** The user. */
  readonly userId: string;
}
/** The document of `visitFeed`. */
export const VisitFeedDocument: OperationDocument<VisitFeedSubscription, VisitFeedSubscriptionVariables> = /*#__PURE__*/ operation('subscription', 'visitFeed', ['166b71d8a2ea51e9', '$userId:ID!{__typename ...VisitChanged ...VisitRead ...VisitSnapshot}', VisitChangedText, VisitReadText, VisitSnapshotText]);
/** Follows the page of the host’s site on which a user is, for staff. It has no position: each begins with a snapshot. Its polling twin is `visit`. Errors: FORBIDDEN, NOT_FOUND, RESYNC_REQUIRED, ACCESS_REVOKED. */
export function visitFeed(client: OperationRunner, variables: VisitFeedSubscriptionVariables, sink: FeedSink<VisitFeedSubscription['visitFeed']>): () => void {
  return client.subscribe(VisitFeedDocument, variables, { ...sink, next: (data) => sink.next(data.visitFeed) });
}

/** What the query `widgetConfig` answers. */
export interface WidgetConfigQuery {
  /** What a widget needs before anybody signs in, by the site’s public key alone. Needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED. */
  readonly widgetConfig: WidgetConfig;
}
/** What the query `widgetConfig` takes. */
export interface WidgetConfigQueryVariables {
  /** Address or path of the page, to learn whether the widget is shown there. */
  readonly page?: string | null | undefined;
  /** The public key of the site (`pk_…`). */
  readonly siteKey: string;
}
/** The document of `widgetConfig`. */
export const WidgetConfigDocument: OperationDocument<WidgetConfigQuery, WidgetConfigQueryVariables> = /*#__PURE__*/ operation('query', 'widgetConfig', ['9e8b04681445fe0e', '$page:String$siteKey:String!{isShown settings{...WidgetSettings}siteName}', WidgetSettingsText]);
/** What a widget needs before anybody signs in, by the site’s public key alone. Needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED. */
export async function widgetConfig(client: OperationRunner, variables: WidgetConfigQueryVariables, options?: RequestOptions): Promise<WidgetConfigQuery['widgetConfig']> {
  const data = await client.request(WidgetConfigDocument, variables, options);
  return data.widgetConfig;
}
