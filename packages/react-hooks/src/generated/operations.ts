// Generated from schema.graphql by `npm run gen`. Do not edit.
import {
  AcceptOfferDocument,
  AddNoteDocument,
  AddParticipantDocument,
  AddReactionDocument,
  AgentDocument,
  AgentsDocument,
  AllConversationsDocument,
  ApiKeysDocument,
  ArticleDocument,
  ArticlesDocument,
  AudienceSizeDocument,
  AutomationDocument,
  BookingDocument,
  BookingsDocument,
  BroadcastReachDocument,
  BroadcastsDocument,
  BulkCasesDocument,
  BusinessHoursDocument,
  CaseCountsDocument,
  CaseOffersDocument,
  CaseOutcomeDocument,
  CaseOutcomesDocument,
  CaseTrailDocument,
  CaseViewsDocument,
  CasesDocument,
  ChooseAnswerDocument,
  ClaimGuestDocument,
  CloseCaseDocument,
  ColleaguesDocument,
  CompleteWrapUpDocument,
  ConversationContextDocument,
  ConversationDocument,
  ConversationEventsDocument,
  ConversationTagsDocument,
  ConversationsDocument,
  CountQuickReplyUseDocument,
  CreateApiKeyDocument,
  CreateCaseViewDocument,
  CreateQuickReplyDocument,
  CreateSiteDocument,
  CreateTagDocument,
  CustomerBookingsDocument,
  CustomerConversationsDocument,
  CustomerDocument,
  CustomerPaymentsDocument,
  DecideEscalationDocument,
  DeleteArticleDocument,
  DeleteCaseViewDocument,
  DeleteMessageDocument,
  DeleteQuickReplyDocument,
  DeleteScheduleDocument,
  DeleteSlaPolicyDocument,
  DeleteTagDocument,
  EditMessageDocument,
  EndSupportDocument,
  EscalateConversationDocument,
  EscalationDocument,
  EscalationsDocument,
  FeedbackReportDocument,
  InboxEventsDocument,
  JoinConversationDocument,
  LeaveConversationDocument,
  MarkBroadcastsReadDocument,
  MarkDeliveredDocument,
  MarkMessageReadDocument,
  MarkNoticesReadDocument,
  MarkReadDocument,
  MatchArticlesDocument,
  MessageDocument,
  MessageReceiptsDocument,
  MessageVersionsDocument,
  MessagesDocument,
  MuteConversationDocument,
  NodeDocument,
  NotesDocument,
  NoticesDocument,
  OffersDocument,
  OpenBookingConversationDocument,
  OpenEscalationDocument,
  PresencesDocument,
  ProviderRatingDocument,
  QueuesDocument,
  QuickRepliesDocument,
  RateArticleDocument,
  RateByTokenDocument,
  RateCaseDocument,
  RateReplyDocument,
  RatingLinkDocument,
  RatingRequestDocument,
  ReceiptsDocument,
  RecordPaymentDocument,
  RejectOfferDocument,
  RemoveParticipantDocument,
  RemoveReactionDocument,
  RenameTeamConversationDocument,
  RenderQuickReplyDocument,
  ReopenCaseDocument,
  ReplyRatingsDocument,
  ReportPageDocument,
  ResolveCaseDocument,
  RestoreRoutingRulesDocument,
  RevokeApiKeyDocument,
  RevokeBroadcastDocument,
  RotateSiteSecretDocument,
  RoutingDecisionsDocument,
  RoutingRulesDocument,
  RoutingRulesHistoryDocument,
  SaveRoutingRulesDocument,
  SchedulesDocument,
  SearchArticlesDocument,
  SearchMessagesDocument,
  SendBroadcastDocument,
  SendMessageDocument,
  SendSystemMessageDocument,
  SentBroadcastDocument,
  SentBroadcastsDocument,
  SetAgentStatusDocument,
  SetCasePendingDocument,
  SetCasePriorityDocument,
  SetCustomerAttributesDocument,
  ShowActivityDocument,
  SiteDocument,
  SlaPoliciesDocument,
  SlaReportDocument,
  SnoozeCaseDocument,
  StartDirectConversationDocument,
  StartGuestSessionDocument,
  StartSupportDocument,
  StartTeamConversationDocument,
  StartTypingDocument,
  StopTypingDocument,
  SupportCaseDocument,
  SupportCasesDocument,
  SyncBookingDocument,
  TagConversationDocument,
  TagsDocument,
  TakeOverCaseDocument,
  TalkToHumanDocument,
  ThreadDocument,
  TransferCaseDocument,
  TryRoutingRulesDocument,
  UnattendedConversationsDocument,
  UnreadBroadcastsDocument,
  UnreadDocument,
  UntagConversationDocument,
  UpdateAutomationDocument,
  UpdateBroadcastDocument,
  UpdateCaseViewDocument,
  UpdateProfileDocument,
  UpdateQuickReplyDocument,
  UpdateSiteDocument,
  UpdateTagDocument,
  UpdateWidgetSettingsDocument,
  UpsertAgentDocument,
  UpsertArticleDocument,
  UpsertQueueDocument,
  UpsertScheduleDocument,
  UpsertSlaPolicyDocument,
  UpsertUserDocument,
  UserDocument,
  UsersDocument,
  ViewArticleDocument,
  ViewerDocument,
  VisitDocument,
  WidgetConfigDocument,
  type AcceptOfferMutation,
  type AcceptOfferMutationVariables,
  type AddNoteMutation,
  type AddNoteMutationVariables,
  type AddParticipantMutation,
  type AddParticipantMutationVariables,
  type AddReactionMutation,
  type AddReactionMutationVariables,
  type AgentQuery,
  type AgentQueryVariables,
  type AgentsQuery,
  type AgentsQueryVariables,
  type AllConversationsQuery,
  type AllConversationsQueryVariables,
  type ApiKeysQuery,
  type ApiKeysQueryVariables,
  type ArticleQuery,
  type ArticleQueryVariables,
  type ArticlesQuery,
  type ArticlesQueryVariables,
  type AudienceSizeQuery,
  type AudienceSizeQueryVariables,
  type AutomationQuery,
  type AutomationQueryVariables,
  type BookingQuery,
  type BookingQueryVariables,
  type BookingsQuery,
  type BookingsQueryVariables,
  type BroadcastReachQuery,
  type BroadcastReachQueryVariables,
  type BroadcastsQuery,
  type BroadcastsQueryVariables,
  type BulkCasesMutation,
  type BulkCasesMutationVariables,
  type BusinessHoursQuery,
  type BusinessHoursQueryVariables,
  type CaseCountsQuery,
  type CaseCountsQueryVariables,
  type CaseOffersQuery,
  type CaseOffersQueryVariables,
  type CaseOutcomeQuery,
  type CaseOutcomeQueryVariables,
  type CaseOutcomesQuery,
  type CaseOutcomesQueryVariables,
  type CaseTrailQuery,
  type CaseTrailQueryVariables,
  type CaseViewsQuery,
  type CaseViewsQueryVariables,
  type CasesQuery,
  type CasesQueryVariables,
  type ChooseAnswerMutation,
  type ChooseAnswerMutationVariables,
  type ClaimGuestMutation,
  type ClaimGuestMutationVariables,
  type CloseCaseMutation,
  type CloseCaseMutationVariables,
  type ColleaguesQuery,
  type ColleaguesQueryVariables,
  type CompleteWrapUpMutation,
  type CompleteWrapUpMutationVariables,
  type ConversationContextQuery,
  type ConversationContextQueryVariables,
  type ConversationEventsQuery,
  type ConversationEventsQueryVariables,
  type ConversationQuery,
  type ConversationQueryVariables,
  type ConversationTagsQuery,
  type ConversationTagsQueryVariables,
  type ConversationsQuery,
  type ConversationsQueryVariables,
  type CountQuickReplyUseMutation,
  type CountQuickReplyUseMutationVariables,
  type CreateApiKeyMutation,
  type CreateApiKeyMutationVariables,
  type CreateCaseViewMutation,
  type CreateCaseViewMutationVariables,
  type CreateQuickReplyMutation,
  type CreateQuickReplyMutationVariables,
  type CreateSiteMutation,
  type CreateSiteMutationVariables,
  type CreateTagMutation,
  type CreateTagMutationVariables,
  type CustomerBookingsQuery,
  type CustomerBookingsQueryVariables,
  type CustomerConversationsQuery,
  type CustomerConversationsQueryVariables,
  type CustomerPaymentsQuery,
  type CustomerPaymentsQueryVariables,
  type CustomerQuery,
  type CustomerQueryVariables,
  type DecideEscalationMutation,
  type DecideEscalationMutationVariables,
  type DeleteArticleMutation,
  type DeleteArticleMutationVariables,
  type DeleteCaseViewMutation,
  type DeleteCaseViewMutationVariables,
  type DeleteMessageMutation,
  type DeleteMessageMutationVariables,
  type DeleteQuickReplyMutation,
  type DeleteQuickReplyMutationVariables,
  type DeleteScheduleMutation,
  type DeleteScheduleMutationVariables,
  type DeleteSlaPolicyMutation,
  type DeleteSlaPolicyMutationVariables,
  type DeleteTagMutation,
  type DeleteTagMutationVariables,
  type EditMessageMutation,
  type EditMessageMutationVariables,
  type EndSupportMutation,
  type EndSupportMutationVariables,
  type EscalateConversationMutation,
  type EscalateConversationMutationVariables,
  type EscalationQuery,
  type EscalationQueryVariables,
  type EscalationsQuery,
  type EscalationsQueryVariables,
  type FeedbackReportQuery,
  type FeedbackReportQueryVariables,
  type InboxEventsQuery,
  type InboxEventsQueryVariables,
  type JoinConversationMutation,
  type JoinConversationMutationVariables,
  type LeaveConversationMutation,
  type LeaveConversationMutationVariables,
  type MarkBroadcastsReadMutation,
  type MarkBroadcastsReadMutationVariables,
  type MarkDeliveredMutation,
  type MarkDeliveredMutationVariables,
  type MarkMessageReadMutation,
  type MarkMessageReadMutationVariables,
  type MarkNoticesReadMutation,
  type MarkNoticesReadMutationVariables,
  type MarkReadMutation,
  type MarkReadMutationVariables,
  type MatchArticlesQuery,
  type MatchArticlesQueryVariables,
  type MessageQuery,
  type MessageQueryVariables,
  type MessageReceiptsQuery,
  type MessageReceiptsQueryVariables,
  type MessageVersionsQuery,
  type MessageVersionsQueryVariables,
  type MessagesQuery,
  type MessagesQueryVariables,
  type MuteConversationMutation,
  type MuteConversationMutationVariables,
  type NodeQuery,
  type NodeQueryVariables,
  type NotesQuery,
  type NotesQueryVariables,
  type NoticesQuery,
  type NoticesQueryVariables,
  type OffersQuery,
  type OffersQueryVariables,
  type OpenBookingConversationMutation,
  type OpenBookingConversationMutationVariables,
  type OpenEscalationMutation,
  type OpenEscalationMutationVariables,
  type PresencesQuery,
  type PresencesQueryVariables,
  type ProviderRatingQuery,
  type ProviderRatingQueryVariables,
  type QueuesQuery,
  type QueuesQueryVariables,
  type QuickRepliesQuery,
  type QuickRepliesQueryVariables,
  type RateArticleMutation,
  type RateArticleMutationVariables,
  type RateByTokenMutation,
  type RateByTokenMutationVariables,
  type RateCaseMutation,
  type RateCaseMutationVariables,
  type RateReplyMutation,
  type RateReplyMutationVariables,
  type RatingLinkQuery,
  type RatingLinkQueryVariables,
  type RatingRequestQuery,
  type RatingRequestQueryVariables,
  type ReceiptsQuery,
  type ReceiptsQueryVariables,
  type RecordPaymentMutation,
  type RecordPaymentMutationVariables,
  type RejectOfferMutation,
  type RejectOfferMutationVariables,
  type RemoveParticipantMutation,
  type RemoveParticipantMutationVariables,
  type RemoveReactionMutation,
  type RemoveReactionMutationVariables,
  type RenameTeamConversationMutation,
  type RenameTeamConversationMutationVariables,
  type RenderQuickReplyQuery,
  type RenderQuickReplyQueryVariables,
  type ReopenCaseMutation,
  type ReopenCaseMutationVariables,
  type ReplyRatingsQuery,
  type ReplyRatingsQueryVariables,
  type ReportPageMutation,
  type ReportPageMutationVariables,
  type ResolveCaseMutation,
  type ResolveCaseMutationVariables,
  type RestoreRoutingRulesMutation,
  type RestoreRoutingRulesMutationVariables,
  type RevokeApiKeyMutation,
  type RevokeApiKeyMutationVariables,
  type RevokeBroadcastMutation,
  type RevokeBroadcastMutationVariables,
  type RotateSiteSecretMutation,
  type RotateSiteSecretMutationVariables,
  type RoutingDecisionsQuery,
  type RoutingDecisionsQueryVariables,
  type RoutingRulesHistoryQuery,
  type RoutingRulesHistoryQueryVariables,
  type RoutingRulesQuery,
  type RoutingRulesQueryVariables,
  type SaveRoutingRulesMutation,
  type SaveRoutingRulesMutationVariables,
  type SchedulesQuery,
  type SchedulesQueryVariables,
  type SearchArticlesQuery,
  type SearchArticlesQueryVariables,
  type SearchMessagesQuery,
  type SearchMessagesQueryVariables,
  type SendBroadcastMutation,
  type SendBroadcastMutationVariables,
  type SendMessageMutation,
  type SendMessageMutationVariables,
  type SendSystemMessageMutation,
  type SendSystemMessageMutationVariables,
  type SentBroadcastQuery,
  type SentBroadcastQueryVariables,
  type SentBroadcastsQuery,
  type SentBroadcastsQueryVariables,
  type SetAgentStatusMutation,
  type SetAgentStatusMutationVariables,
  type SetCasePendingMutation,
  type SetCasePendingMutationVariables,
  type SetCasePriorityMutation,
  type SetCasePriorityMutationVariables,
  type SetCustomerAttributesMutation,
  type SetCustomerAttributesMutationVariables,
  type ShowActivityMutation,
  type ShowActivityMutationVariables,
  type SiteQuery,
  type SiteQueryVariables,
  type SlaPoliciesQuery,
  type SlaPoliciesQueryVariables,
  type SlaReportQuery,
  type SlaReportQueryVariables,
  type SnoozeCaseMutation,
  type SnoozeCaseMutationVariables,
  type StartDirectConversationMutation,
  type StartDirectConversationMutationVariables,
  type StartGuestSessionMutation,
  type StartGuestSessionMutationVariables,
  type StartSupportMutation,
  type StartSupportMutationVariables,
  type StartTeamConversationMutation,
  type StartTeamConversationMutationVariables,
  type StartTypingMutation,
  type StartTypingMutationVariables,
  type StopTypingMutation,
  type StopTypingMutationVariables,
  type SupportCaseQuery,
  type SupportCaseQueryVariables,
  type SupportCasesQuery,
  type SupportCasesQueryVariables,
  type SyncBookingMutation,
  type SyncBookingMutationVariables,
  type TagConversationMutation,
  type TagConversationMutationVariables,
  type TagsQuery,
  type TagsQueryVariables,
  type TakeOverCaseMutation,
  type TakeOverCaseMutationVariables,
  type TalkToHumanMutation,
  type TalkToHumanMutationVariables,
  type ThreadQuery,
  type ThreadQueryVariables,
  type TransferCaseMutation,
  type TransferCaseMutationVariables,
  type TryRoutingRulesQuery,
  type TryRoutingRulesQueryVariables,
  type UnattendedConversationsQuery,
  type UnattendedConversationsQueryVariables,
  type UnreadBroadcastsQuery,
  type UnreadBroadcastsQueryVariables,
  type UnreadQuery,
  type UnreadQueryVariables,
  type UntagConversationMutation,
  type UntagConversationMutationVariables,
  type UpdateAutomationMutation,
  type UpdateAutomationMutationVariables,
  type UpdateBroadcastMutation,
  type UpdateBroadcastMutationVariables,
  type UpdateCaseViewMutation,
  type UpdateCaseViewMutationVariables,
  type UpdateProfileMutation,
  type UpdateProfileMutationVariables,
  type UpdateQuickReplyMutation,
  type UpdateQuickReplyMutationVariables,
  type UpdateSiteMutation,
  type UpdateSiteMutationVariables,
  type UpdateTagMutation,
  type UpdateTagMutationVariables,
  type UpdateWidgetSettingsMutation,
  type UpdateWidgetSettingsMutationVariables,
  type UpsertAgentMutation,
  type UpsertAgentMutationVariables,
  type UpsertArticleMutation,
  type UpsertArticleMutationVariables,
  type UpsertQueueMutation,
  type UpsertQueueMutationVariables,
  type UpsertScheduleMutation,
  type UpsertScheduleMutationVariables,
  type UpsertSlaPolicyMutation,
  type UpsertSlaPolicyMutationVariables,
  type UpsertUserMutation,
  type UpsertUserMutationVariables,
  type UserQuery,
  type UserQueryVariables,
  type UsersQuery,
  type UsersQueryVariables,
  type ViewArticleMutation,
  type ViewArticleMutationVariables,
  type ViewerQuery,
  type ViewerQueryVariables,
  type VisitQuery,
  type VisitQueryVariables,
  type WidgetConfigQuery,
  type WidgetConfigQueryVariables,
} from '@parley/sdk/operations';
import {
  useOperationMutation,
  useOperationQuery,
  type OperationMutationOptions,
  type OperationMutationResult,
  type OperationQueryOptions,
  type OperationQueryResult,
} from '../operation-hooks.js';

/** Takes an offered case: the viewer enters its conversation, and it is theirs. Errors: FORBIDDEN, NOT_FOUND, OFFER_EXPIRED. */
export function useAcceptOfferMutation(options?: OperationMutationOptions): OperationMutationResult<AcceptOfferMutation['acceptOffer'], AcceptOfferMutationVariables['input']> {
  return useOperationMutation(AcceptOfferDocument, 'acceptOffer', options);
}

/** Writes an internal note where the viewer takes part, and for admins anywhere, with notices for the colleagues whom it names. For agents and admins. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export function useAddNoteMutation(options?: OperationMutationOptions): OperationMutationResult<AddNoteMutation['addNote'], AddNoteMutationVariables['input']> {
  return useOperationMutation(AddNoteDocument, 'addNote', options);
}

/** Lets a user take part: a provider adds their team to a booking’s conversation, staff colleagues to a conversation of their own, admins and back-ends anyone; but nobody other than staff to where staff are among themselves. Errors: NOT_FOUND, FORBIDDEN. */
export function useAddParticipantMutation(options?: OperationMutationOptions): OperationMutationResult<AddParticipantMutation['addParticipant'], AddParticipantMutationVariables['input']> {
  return useOperationMutation(AddParticipantDocument, 'addParticipant', options);
}

/** Adds the viewer’s reaction; at most 20 different emojis a message. One that is there already stays. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, LIMIT_EXCEEDED. */
export function useAddReactionMutation(options?: OperationMutationOptions): OperationMutationResult<AddReactionMutation['addReaction'], AddReactionMutationVariables['input']> {
  return useOperationMutation(AddReactionDocument, 'addReaction', options);
}

/** An agent by user id; null when there is none that the viewer may see. */
export function useAgentQuery(variables: AgentQueryVariables, options?: OperationQueryOptions): OperationQueryResult<AgentQuery['agent']> {
  return useOperationQuery(AgentDocument, 'agent', variables, options);
}

/** Agents in the order in which their users were made: for staff all of the site, for others those in a conversation with them. Errors: FORBIDDEN. */
export function useAgentsQuery(variables: AgentsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<AgentsQuery['agents']> {
  return useOperationQuery(AgentsDocument, 'agents', variables, options);
}

/** All conversations of the site, newest activity first. For admins and back-ends. Errors: FORBIDDEN. */
export function useAllConversationsQuery(variables: AllConversationsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<AllConversationsQuery['allConversations']> {
  return useOperationQuery(AllConversationsDocument, 'allConversations', variables, options);
}

/** The API keys of the site, newest first. For admins and back-ends. Errors: FORBIDDEN. */
export function useApiKeysQuery(variables: ApiKeysQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<ApiKeysQuery['apiKeys']> {
  return useOperationQuery(ApiKeysDocument, 'apiKeys', variables, options);
}

/** One article, if the viewer may see it; null otherwise. Reading it counts nothing: see `viewArticle`. */
export function useArticleQuery(variables: ArticleQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ArticleQuery['article']> {
  return useOperationQuery(ArticleDocument, 'article', variables, options);
}

/** The articles in the order in which they were made: for staff all, for others the active ones. */
export function useArticlesQuery(variables: ArticlesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<ArticlesQuery['articles']> {
  return useOperationQuery(ArticlesDocument, 'articles', variables, options);
}

/** How many active users an audience fits now, to look before sending. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN. */
export function useAudienceSizeQuery(variables: AudienceSizeQueryVariables, options?: OperationQueryOptions): OperationQueryResult<AudienceSizeQuery['audienceSize']> {
  return useOperationQuery(AudienceSizeDocument, 'audienceSize', variables, options);
}

/** What the server says by itself on the viewer’s site. For staff. Errors: FORBIDDEN. */
export function useAutomationQuery(variables: AutomationQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<AutomationQuery['automation']> {
  return useOperationQuery(AutomationDocument, 'automation', variables, options);
}

/** A booking by `id` or by `externalId`, exactly one of them; null when there is none that the viewer may see. */
export function useBookingQuery(variables: BookingQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<BookingQuery['booking']> {
  return useOperationQuery(BookingDocument, 'booking', variables, options);
}

/** The viewer’s bookings as client or provider, newest first; for staff all of the site. */
export function useBookingsQuery(variables: BookingsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<BookingsQuery['bookings']> {
  return useOperationQuery(BookingsDocument, 'bookings', variables, options);
}

/** How many a broadcast is for and how many saw it. It goes over all users of the site. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, NOT_FOUND. */
export function useBroadcastReachQuery(variables: BroadcastReachQueryVariables, options?: OperationQueryOptions): OperationQueryResult<BroadcastReachQuery['broadcastReach']> {
  return useOperationQuery(BroadcastReachDocument, 'broadcastReach', variables, options);
}

/** The broadcasts that are shown to the viewer, newest first. */
export function useBroadcastsQuery(variables: BroadcastsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<BroadcastsQuery['broadcasts']> {
  return useOperationQuery(BroadcastsDocument, 'broadcasts', variables, options);
}

/** Does the same with up to 100 cases, each for itself and with its own result. For admins, and agents with BULK_ACTIONS. Errors: FORBIDDEN. */
export function useBulkCasesMutation(options?: OperationMutationOptions): OperationMutationResult<BulkCasesMutation['bulkCases'], BulkCasesMutationVariables['input']> {
  return useOperationMutation(BulkCasesDocument, 'bulkCases', options);
}

/** Whether the viewer’s site is open now, and when that changes. For everybody, customers and guests too; with `siteKey` it needs no credential, so that a widget can say it before anybody signs in. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED. */
export function useBusinessHoursQuery(variables: BusinessHoursQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<BusinessHoursQuery['businessHours']> {
  return useOperationQuery(BusinessHoursDocument, 'businessHours', variables, options);
}

/** How many cases there are that the viewer may see, by status, queue, tag and agent, for staff. One statement. Errors: FORBIDDEN. */
export function useCaseCountsQuery(variables: CaseCountsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<CaseCountsQuery['caseCounts']> {
  return useOperationQuery(CaseCountsDocument, 'caseCounts', variables, options);
}

/** Who was asked to take a case, and what became of it, oldest first; the newest 200. For staff. Errors: FORBIDDEN, NOT_FOUND. */
export function useCaseOffersQuery(variables: CaseOffersQueryVariables, options?: OperationQueryOptions): OperationQueryResult<CaseOffersQuery['caseOffers']> {
  return useOperationQuery(CaseOffersDocument, 'caseOffers', variables, options);
}

/** What became of a case and how it was rated; null before it first ended. For its customer and for staff. Errors: NOT_FOUND. */
export function useCaseOutcomeQuery(variables: CaseOutcomeQueryVariables, options?: OperationQueryOptions): OperationQueryResult<CaseOutcomeQuery['caseOutcome']> {
  return useOperationQuery(CaseOutcomeDocument, 'caseOutcome', variables, options);
}

/** The cases whose customers were asked for a rating, newest first. For admins and back-ends. Errors: FORBIDDEN. */
export function useCaseOutcomesQuery(variables: CaseOutcomesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<CaseOutcomesQuery['caseOutcomes']> {
  return useOperationQuery(CaseOutcomesDocument, 'caseOutcomes', variables, options);
}

/** What happened to a case, oldest first, for staff who may see it: who had it, who joined, escalations with decision and answer. Errors: NOT_FOUND, FORBIDDEN. */
export function useCaseTrailQuery(variables: CaseTrailQueryVariables, options?: OperationQueryOptions): OperationQueryResult<CaseTrailQuery['caseTrail']> {
  return useOperationQuery(CaseTrailDocument, 'caseTrail', variables, options);
}

/** The viewer’s own views of cases and the site’s, by name, for staff. Errors: FORBIDDEN. */
export function useCaseViewsQuery(variables: CaseViewsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<CaseViewsQuery['caseViews']> {
  return useOperationQuery(CaseViewsDocument, 'caseViews', variables, options);
}

/** The agent’s inbox: cases that the viewer may see, for staff. `queueFeed` tells when to ask again. Errors: FORBIDDEN. */
export function useCasesQuery(variables: CasesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<CasesQuery['cases']> {
  return useOperationQuery(CasesDocument, 'cases', variables, options);
}

/** Chooses one of the articles that the bot asked about: it becomes a message of the customer, and the bot answers. For the customer. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export function useChooseAnswerMutation(options?: OperationMutationOptions): OperationMutationResult<ChooseAnswerMutation['chooseAnswer'], ChooseAnswerMutationVariables['input']> {
  return useOperationMutation(ChooseAnswerDocument, 'chooseAnswer', options);
}

/** Makes a guest’s history that of the viewer, after the visitor signed in as a known user. Errors: NOT_FOUND, FORBIDDEN. */
export function useClaimGuestMutation(options?: OperationMutationOptions): OperationMutationResult<ClaimGuestMutation['claimGuest'], ClaimGuestMutationVariables['input']> {
  return useOperationMutation(ClaimGuestDocument, 'claimGuest', options);
}

/** Ends a case: nobody writes any more, and its customer is told. Errors: FORBIDDEN, NOT_FOUND. */
export function useCloseCaseMutation(options?: OperationMutationOptions): OperationMutationResult<CloseCaseMutation['closeCase'], CloseCaseMutationVariables['input']> {
  return useOperationMutation(CloseCaseDocument, 'closeCase', options);
}

/** Agents and admins by the beginning of their name, for staff; with a conversation those who may see it, so whom a note can name. Errors: NOT_FOUND, FORBIDDEN. */
export function useColleaguesQuery(variables: ColleaguesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<ColleaguesQuery['colleagues']> {
  return useOperationQuery(ColleaguesDocument, 'colleagues', variables, options);
}

/** Ends the wrapping up of a case that is over; the agent has room for another. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
export function useCompleteWrapUpMutation(options?: OperationMutationOptions): OperationMutationResult<CompleteWrapUpMutation['completeWrapUp'], CompleteWrapUpMutationVariables['input']> {
  return useOperationMutation(CompleteWrapUpDocument, 'completeWrapUp', options);
}

/** A conversation by id; null when there is none that the viewer may see. */
export function useConversationQuery(variables: ConversationQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ConversationQuery['conversation']> {
  return useOperationQuery(ConversationDocument, 'conversation', variables, options);
}

/** Where a conversation stands, what the viewer can do with it now, and whose turn it is; null when there is none that they may know of. Staff also get it of what they may join. */
export function useConversationContextQuery(variables: ConversationContextQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ConversationContextQuery['conversationContext']> {
  return useOperationQuery(ConversationContextDocument, 'conversationContext', variables, options);
}

/** The polling twin of `conversationFeed`, for networks on which neither WebSocket nor server-sent events pass: the same items, by asking. Errors: NOT_FOUND. */
export function useConversationEventsQuery(variables: ConversationEventsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ConversationEventsQuery['conversationEvents']> {
  return useOperationQuery(ConversationEventsDocument, 'conversationEvents', variables, options);
}

/** The tags of a conversation by name, for staff who may read it; `conversationFeed` tells of them too. Errors: NOT_FOUND, FORBIDDEN. */
export function useConversationTagsQuery(variables: ConversationTagsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ConversationTagsQuery['conversationTags']> {
  return useOperationQuery(ConversationTagsDocument, 'conversationTags', variables, options);
}

/** The viewer’s own conversations, newest activity first. */
export function useConversationsQuery(variables: ConversationsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<ConversationsQuery['conversations']> {
  return useOperationQuery(ConversationsDocument, 'conversations', variables, options);
}

/** Counts one of the viewer’s messages as sent with a quick reply: once, however often it is told. Errors: FORBIDDEN, NOT_FOUND. */
export function useCountQuickReplyUseMutation(options?: OperationMutationOptions): OperationMutationResult<CountQuickReplyUseMutation['countQuickReplyUse'], CountQuickReplyUseMutationVariables['input']> {
  return useOperationMutation(CountQuickReplyUseDocument, 'countQuickReplyUse', options);
}

/** Makes a key for back-end calls. For admins and back-ends. Safe to repeat with the same `clientId`, for ever. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED. */
export function useCreateApiKeyMutation(options?: OperationMutationOptions): OperationMutationResult<CreateApiKeyMutation['createApiKey'], CreateApiKeyMutationVariables['input']> {
  return useOperationMutation(CreateApiKeyDocument, 'createApiKey', options);
}

/** Keeps a way to look at cases, at most 50 for each owner. For staff. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED. */
export function useCreateCaseViewMutation(options?: OperationMutationOptions): OperationMutationResult<CreateCaseViewMutation['createCaseView'], CreateCaseViewMutationVariables['input']> {
  return useOperationMutation(CreateCaseViewDocument, 'createCaseView', options);
}

/** Makes a quick reply for the viewer or, by who manages templates, for the site. For everybody but clients. Errors: FORBIDDEN, CONFLICT, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED. */
export function useCreateQuickReplyMutation(options?: OperationMutationOptions): OperationMutationResult<CreateQuickReplyMutation['createQuickReply'], CreateQuickReplyMutationVariables['input']> {
  return useOperationMutation(CreateQuickReplyDocument, 'createQuickReply', options);
}

/** Makes a site of its own, separate from this one. For admins and back-ends. Safe to repeat with the same `clientId`, for ever. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT. */
export function useCreateSiteMutation(options?: OperationMutationOptions): OperationMutationResult<CreateSiteMutation['createSite'], CreateSiteMutationVariables['input']> {
  return useOperationMutation(CreateSiteDocument, 'createSite', options);
}

/** Makes a tag; one that is there, with the same colour, is answered. For admins, and agents with MANAGE_TAGS. Errors: FORBIDDEN, CONFLICT, LIMIT_EXCEEDED. */
export function useCreateTagMutation(options?: OperationMutationOptions): OperationMutationResult<CreateTagMutation['createTag'], CreateTagMutationVariables['input']> {
  return useOperationMutation(CreateTagDocument, 'createTag', options);
}

/** A customer by `userId` or by `externalId`, exactly one of them, for staff; null when there is none. Errors: FORBIDDEN. */
export function useCustomerQuery(variables: CustomerQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<CustomerQuery['customer']> {
  return useOperationQuery(CustomerDocument, 'customer', variables, options);
}

/** Bookings of a customer as client or provider, newest first, for staff. Errors: FORBIDDEN. */
export function useCustomerBookingsQuery(variables: CustomerBookingsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<CustomerBookingsQuery['customerBookings']> {
  return useOperationQuery(CustomerBookingsDocument, 'customerBookings', variables, options);
}

/** Conversations that a customer is or was in, newest activity first, for staff. Errors: FORBIDDEN, NOT_FOUND. */
export function useCustomerConversationsQuery(variables: CustomerConversationsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<CustomerConversationsQuery['customerConversations']> {
  return useOperationQuery(CustomerConversationsDocument, 'customerConversations', variables, options);
}

/** Payments of a customer, newest first, for staff. Errors: FORBIDDEN, NOT_FOUND. */
export function useCustomerPaymentsQuery(variables: CustomerPaymentsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<CustomerPaymentsQuery['customerPayments']> {
  return useOperationQuery(CustomerPaymentsDocument, 'customerPayments', variables, options);
}

/** Decides an escalation, once; the agent hears of it. For admins and back-ends. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, ESCALATION_DECIDED. */
export function useDecideEscalationMutation(options?: OperationMutationOptions): OperationMutationResult<DecideEscalationMutation['decideEscalation'], DecideEscalationMutationVariables['input']> {
  return useOperationMutation(DecideEscalationDocument, 'decideEscalation', options);
}

/** Deletes an article. For admins, and agents with MANAGE_KNOWLEDGE. Errors: FORBIDDEN, NOT_FOUND. */
export function useDeleteArticleMutation(options?: OperationMutationOptions): OperationMutationResult<DeleteArticleMutation['deleteArticle'], DeleteArticleMutationVariables['input']> {
  return useOperationMutation(DeleteArticleDocument, 'deleteArticle', options);
}

/** Deletes a view: one’s own or, by who manages routing, the site’s. Errors: FORBIDDEN, NOT_FOUND. */
export function useDeleteCaseViewMutation(options?: OperationMutationOptions): OperationMutationResult<DeleteCaseViewMutation['deleteCaseView'], DeleteCaseViewMutationVariables['input']> {
  return useOperationMutation(DeleteCaseViewDocument, 'deleteCaseView', options);
}

/** Turns a message into a tombstone. Its sender may while the conversation is open, agents and admins always. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export function useDeleteMessageMutation(options?: OperationMutationOptions): OperationMutationResult<DeleteMessageMutation['deleteMessage'], DeleteMessageMutationVariables['input']> {
  return useOperationMutation(DeleteMessageDocument, 'deleteMessage', options);
}

/** Deletes a quick reply: one’s own or, by who manages templates, the site’s. Its shortcut is free again. Errors: FORBIDDEN, NOT_FOUND. */
export function useDeleteQuickReplyMutation(options?: OperationMutationOptions): OperationMutationResult<DeleteQuickReplyMutation['deleteQuickReply'], DeleteQuickReplyMutationVariables['input']> {
  return useOperationMutation(DeleteQuickReplyDocument, 'deleteQuickReply', options);
}

/** Deletes opening hours; what named them follows the default. The default goes last. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. */
export function useDeleteScheduleMutation(options?: OperationMutationOptions): OperationMutationResult<DeleteScheduleMutation['deleteSchedule'], DeleteScheduleMutationVariables['input']> {
  return useOperationMutation(DeleteScheduleDocument, 'deleteSchedule', options);
}

/** Deletes targets. Clocks that ran by them go on by those that fit now, or are given up. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND. */
export function useDeleteSlaPolicyMutation(options?: OperationMutationOptions): OperationMutationResult<DeleteSlaPolicyMutation['deleteSlaPolicy'], DeleteSlaPolicyMutationVariables['input']> {
  return useOperationMutation(DeleteSlaPolicyDocument, 'deleteSlaPolicy', options);
}

/** Deletes a tag, on all conversations at once. For admins, and agents with MANAGE_TAGS. Errors: FORBIDDEN, NOT_FOUND. */
export function useDeleteTagMutation(options?: OperationMutationOptions): OperationMutationResult<DeleteTagMutation['deleteTag'], DeleteTagMutationVariables['input']> {
  return useOperationMutation(DeleteTagDocument, 'deleteTag', options);
}

/** Replaces the text of one’s own message; the earlier texts stay readable with `messageVersions`. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export function useEditMessageMutation(options?: OperationMutationOptions): OperationMutationResult<EditMessageMutation['editMessage'], EditMessageMutationVariables['input']> {
  return useOperationMutation(EditMessageDocument, 'editMessage', options);
}

/** The customer ends their own case, waiting or not. Support is told, and its agent is free. Errors: FORBIDDEN, NOT_FOUND. */
export function useEndSupportMutation(options?: OperationMutationOptions): OperationMutationResult<EndSupportMutation['endSupport'], EndSupportMutationVariables['input']> {
  return useOperationMutation(EndSupportDocument, 'endSupport', options);
}

/** Asks support to help with the conversation of a booking: a case of the viewer that is linked to it. For the parties of the booking. Errors: NOT_FOUND, FORBIDDEN, CASE_STATE_INVALID, QUEUE_FULL, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export function useEscalateConversationMutation(options?: OperationMutationOptions): OperationMutationResult<EscalateConversationMutation['escalateConversation'], EscalateConversationMutationVariables['input']> {
  return useOperationMutation(EscalateConversationDocument, 'escalateConversation', options);
}

/** An escalation by id, for staff who may see its case and who opened it; null for others. */
export function useEscalationQuery(variables: EscalationQueryVariables, options?: OperationQueryOptions): OperationQueryResult<EscalationQuery['escalation']> {
  return useOperationQuery(EscalationDocument, 'escalation', variables, options);
}

/** Escalations, newest first, for staff: one’s own, and those of cases that one may see. Errors: FORBIDDEN. */
export function useEscalationsQuery(variables: EscalationsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<EscalationsQuery['escalations']> {
  return useOperationQuery(EscalationsDocument, 'escalations', variables, options);
}

/** Figures over the cases that first ended in a span of time. For admins and back-ends; an agent gets their own. Errors: FORBIDDEN. */
export function useFeedbackReportQuery(variables: FeedbackReportQueryVariables, options?: OperationQueryOptions): OperationQueryResult<FeedbackReportQuery['feedbackReport']> {
  return useOperationQuery(FeedbackReportDocument, 'feedbackReport', variables, options);
}

/** The polling twin of `inboxFeed`: the same items, by asking. */
export function useInboxEventsQuery(variables: InboxEventsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<InboxEventsQuery['inboxEvents']> {
  return useOperationQuery(InboxEventsDocument, 'inboxEvents', variables, options);
}

/** Lets support into a conversation between client and provider, and into those of the cases that they may see; an admin into any. It is recorded, and those who are there get a notice. Errors: NOT_FOUND, FORBIDDEN. */
export function useJoinConversationMutation(options?: OperationMutationOptions): OperationMutationResult<JoinConversationMutation['joinConversation'], JoinConversationMutationVariables['input']> {
  return useOperationMutation(JoinConversationDocument, 'joinConversation', options);
}

/** Ends the viewer’s own part. The client and the provider of a booking cannot leave. Errors: NOT_FOUND, FORBIDDEN. */
export function useLeaveConversationMutation(options?: OperationMutationOptions): OperationMutationResult<LeaveConversationMutation['leaveConversation'], LeaveConversationMutationVariables['input']> {
  return useOperationMutation(LeaveConversationDocument, 'leaveConversation', options);
}

/** Marks the viewer’s broadcasts up to a number as read. The mark only rises. Errors: FORBIDDEN. */
export function useMarkBroadcastsReadMutation(options?: OperationMutationOptions): OperationMutationResult<MarkBroadcastsReadMutation['markBroadcastsRead'], MarkBroadcastsReadMutationVariables['input']> {
  return useOperationMutation(MarkBroadcastsReadDocument, 'markBroadcastsRead', options);
}

/** Marks everything up to a number as received by one of the viewer’s devices. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. */
export function useMarkDeliveredMutation(options?: OperationMutationOptions): OperationMutationResult<MarkDeliveredMutation['markDelivered'], MarkDeliveredMutationVariables['input']> {
  return useOperationMutation(MarkDeliveredDocument, 'markDelivered', options);
}

/** Marks everything up to a message as read. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. */
export function useMarkMessageReadMutation(options?: OperationMutationOptions): OperationMutationResult<MarkMessageReadMutation['markMessageRead'], MarkMessageReadMutationVariables['input']> {
  return useOperationMutation(MarkMessageReadDocument, 'markMessageRead', options);
}

/** Marks the viewer’s notices up to a number as read. */
export function useMarkNoticesReadMutation(options?: OperationMutationOptions): OperationMutationResult<MarkNoticesReadMutation['markNoticesRead'], MarkNoticesReadMutationVariables['input']> {
  return useOperationMutation(MarkNoticesReadDocument, 'markNoticesRead', options);
}

/** Marks everything up to a number as read, and so as received. Errors: NOT_FOUND, FORBIDDEN, CONFLICT. */
export function useMarkReadMutation(options?: OperationMutationOptions): OperationMutationResult<MarkReadMutation['markRead'], MarkReadMutationVariables['input']> {
  return useOperationMutation(MarkReadDocument, 'markRead', options);
}

/** What the FAQ bot makes of a question: active articles with how surely they answer it, best first. Nothing is sent and nothing counted. */
export function useMatchArticlesQuery(variables: MatchArticlesQueryVariables, options?: OperationQueryOptions): OperationQueryResult<MatchArticlesQuery['matchArticles']> {
  return useOperationQuery(MatchArticlesDocument, 'matchArticles', variables, options);
}

/** A message by its id; null when there is none that the viewer may see. */
export function useMessageQuery(variables: MessageQueryVariables, options?: OperationQueryOptions): OperationQueryResult<MessageQuery['message']> {
  return useOperationQuery(MessageDocument, 'message', variables, options);
}

/** When each recipient got and read a message: everybody who takes part now and may see it, its sender aside. Errors: NOT_FOUND. */
export function useMessageReceiptsQuery(variables: MessageReceiptsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<MessageReceiptsQuery['messageReceipts']> {
  return useOperationQuery(MessageReceiptsDocument, 'messageReceipts', variables, options);
}

/** All texts that a message has had, the original first; none of a deleted message. Errors: NOT_FOUND. */
export function useMessageVersionsQuery(variables: MessageVersionsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<MessageVersionsQuery['messageVersions']> {
  return useOperationQuery(MessageVersionsDocument, 'messageVersions', variables, options);
}

/** Messages of a conversation that the viewer may see: the last 50, or what the arguments say. Always ascending by seq. Errors: NOT_FOUND. */
export function useMessagesQuery(variables: MessagesQueryVariables, options?: OperationQueryOptions): OperationQueryResult<MessagesQuery['messages']> {
  return useOperationQuery(MessagesDocument, 'messages', variables, options);
}

/** Mutes a conversation for the viewer, or ends that. Errors: NOT_FOUND, FORBIDDEN. */
export function useMuteConversationMutation(options?: OperationMutationOptions): OperationMutationResult<MuteConversationMutation['muteConversation'], MuteConversationMutationVariables['input']> {
  return useOperationMutation(MuteConversationDocument, 'muteConversation', options);
}

/** Any object by its id, if the viewer may see it; null otherwise. */
export function useNodeQuery(variables: NodeQueryVariables, options?: OperationQueryOptions): OperationQueryResult<NodeQuery['node']> {
  return useOperationQuery(NodeDocument, 'node', variables, options);
}

/** Internal notes of a conversation, ascending by `seq`, for staff who may read it; the last 50 by default. Errors: NOT_FOUND, FORBIDDEN. */
export function useNotesQuery(variables: NotesQueryVariables, options?: OperationQueryOptions): OperationQueryResult<NotesQuery['notes']> {
  return useOperationQuery(NotesDocument, 'notes', variables, options);
}

/** The viewer’s own notices, newest first. */
export function useNoticesQuery(variables: NoticesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<NoticesQuery['notices']> {
  return useOperationQuery(NoticesDocument, 'notices', variables, options);
}

/** The viewer’s own live offers, oldest first: what they are asked to take, have, and wrap up. For agents and admins. Errors: FORBIDDEN. */
export function useOffersQuery(variables: OffersQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<OffersQuery['offers']> {
  return useOperationQuery(OffersDocument, 'offers', variables, options);
}

/** The conversation of a booking, made at first access: for its client, its provider with their team, and staff. Errors: NOT_FOUND, BOOKING_STATE_INVALID. */
export function useOpenBookingConversationMutation(options?: OperationMutationOptions): OperationMutationResult<OpenBookingConversationMutation['openBookingConversation'], OpenBookingConversationMutationVariables['input']> {
  return useOperationMutation(OpenBookingConversationDocument, 'openBookingConversation', options);
}

/** Asks admins to decide about a case, in a conversation of their own. For the agent who has the case, and admins. Errors: NOT_FOUND, FORBIDDEN, CASE_STATE_INVALID, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export function useOpenEscalationMutation(options?: OperationMutationOptions): OperationMutationResult<OpenEscalationMutation['openEscalation'], OpenEscalationMutationVariables['input']> {
  return useOperationMutation(OpenEscalationDocument, 'openEscalation', options);
}

/** The presence of people, in the order asked for. People with whom the viewer shares no conversation are left out; staff see all. */
export function usePresencesQuery(variables: PresencesQueryVariables, options?: OperationQueryOptions): OperationQueryResult<PresencesQuery['presences']> {
  return useOperationQuery(PresencesDocument, 'presences', variables, options);
}

/** How the replies of a provider are rated. For the provider and for staff. Errors: FORBIDDEN. */
export function useProviderRatingQuery(variables: ProviderRatingQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ProviderRatingQuery['providerRating']> {
  return useOperationQuery(ProviderRatingDocument, 'providerRating', variables, options);
}

/** The queues of the site, in the order of their making. For staff. Errors: FORBIDDEN. */
export function useQueuesQuery(variables: QueuesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<QueuesQuery['queues']> {
  return useOperationQuery(QueuesDocument, 'queues', variables, options);
}

/** The viewer’s own quick replies and the site’s, by shortcut. For everybody but clients. Errors: FORBIDDEN. */
export function useQuickRepliesQuery(variables: QuickRepliesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<QuickRepliesQuery['quickReplies']> {
  return useOperationQuery(QuickRepliesDocument, 'quickReplies', variables, options);
}

/** Says whether an article helped. Each person has one say. For clients and providers. Errors: FORBIDDEN, NOT_FOUND. */
export function useRateArticleMutation(options?: OperationMutationOptions): OperationMutationResult<RateArticleMutation['rateArticle'], RateArticleMutationVariables['input']> {
  return useOperationMutation(RateArticleDocument, 'rateArticle', options);
}

/** Rates a case by the token of a link: once, within its time. Needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED, ALREADY_RATED, RATING_CLOSED, IDEMPOTENCY_CONFLICT. */
export function useRateByTokenMutation(options?: OperationMutationOptions): OperationMutationResult<RateByTokenMutation['rateByToken'], RateByTokenMutationVariables['input']> {
  return useOperationMutation(RateByTokenDocument, 'rateByToken', options);
}

/** Rates the support that the viewer got with a case: once, within 14 days after it was asked for. Errors: NOT_FOUND, FORBIDDEN, ALREADY_RATED, RATING_CLOSED, IDEMPOTENCY_CONFLICT. */
export function useRateCaseMutation(options?: OperationMutationOptions): OperationMutationResult<RateCaseMutation['rateCase'], RateCaseMutationVariables['input']> {
  return useOperationMutation(RateCaseDocument, 'rateCase', options);
}

/** Rates a message of the provider’s side in a booking conversation, once. For the client of the booking. Errors: NOT_FOUND, FORBIDDEN, ALREADY_RATED, IDEMPOTENCY_CONFLICT. */
export function useRateReplyMutation(options?: OperationMutationOptions): OperationMutationResult<RateReplyMutation['rateReply'], RateReplyMutationVariables['input']> {
  return useOperationMutation(RateReplyDocument, 'rateReply', options);
}

/** The link with which a customer rates a case without signing in; null where nobody asked. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
export function useRatingLinkQuery(variables: RatingLinkQueryVariables, options?: OperationQueryOptions): OperationQueryResult<RatingLinkQuery['ratingLink']> {
  return useOperationQuery(RatingLinkDocument, 'ratingLink', variables, options);
}

/** What a link asks for. Needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED, RATING_CLOSED. */
export function useRatingRequestQuery(variables: RatingRequestQueryVariables, options?: OperationQueryOptions): OperationQueryResult<RatingRequestQuery['ratingRequest']> {
  return useOperationQuery(RatingRequestDocument, 'ratingRequest', variables, options);
}

/** How far each participant of a conversation is. Errors: NOT_FOUND. */
export function useReceiptsQuery(variables: ReceiptsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ReceiptsQuery['receipts']> {
  return useOperationQuery(ReceiptsDocument, 'receipts', variables, options);
}

/** Takes over a payment from its host, as often as wanted, to be shown beside a conversation. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
export function useRecordPaymentMutation(options?: OperationMutationOptions): OperationMutationResult<RecordPaymentMutation['recordPayment'], RecordPaymentMutationVariables['input']> {
  return useOperationMutation(RecordPaymentDocument, 'recordPayment', options);
}

/** Refuses an offered case. It goes to others, and to the viewer again after a minute, or after 10 seconds when all others have refused it too. Errors: FORBIDDEN, NOT_FOUND, OFFER_EXPIRED. */
export function useRejectOfferMutation(options?: OperationMutationOptions): OperationMutationResult<RejectOfferMutation['rejectOffer'], RejectOfferMutationVariables['input']> {
  return useOperationMutation(RejectOfferDocument, 'rejectOffer', options);
}

/** Ends somebody’s part and their open feeds: a provider for their team, admins and back-ends for anyone. Errors: NOT_FOUND, FORBIDDEN. */
export function useRemoveParticipantMutation(options?: OperationMutationOptions): OperationMutationResult<RemoveParticipantMutation['removeParticipant'], RemoveParticipantMutationVariables['input']> {
  return useOperationMutation(RemoveParticipantDocument, 'removeParticipant', options);
}

/** Takes the viewer’s reaction back. One that is not there is no error. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export function useRemoveReactionMutation(options?: OperationMutationOptions): OperationMutationResult<RemoveReactionMutation['removeReaction'], RemoveReactionMutationVariables['input']> {
  return useOperationMutation(RemoveReactionDocument, 'removeReaction', options);
}

/** Gives a conversation of the team another title: any of its people may. Errors: NOT_FOUND, FORBIDDEN. */
export function useRenameTeamConversationMutation(options?: OperationMutationOptions): OperationMutationResult<RenameTeamConversationMutation['renameTeamConversation'], RenameTeamConversationMutationVariables['input']> {
  return useOperationMutation(RenameTeamConversationDocument, 'renameTeamConversation', options);
}

/** The text of a quick reply for a conversation that the viewer takes part in, with its variables filled in; what has no value there becomes nothing. Errors: NOT_FOUND, FORBIDDEN. */
export function useRenderQuickReplyQuery(variables: RenderQuickReplyQueryVariables, options?: OperationQueryOptions): OperationQueryResult<RenderQuickReplyQuery['renderQuickReply']> {
  return useOperationQuery(RenderQuickReplyDocument, 'renderQuickReply', variables, options);
}

/** Opens a case again: with the agent who had it, if they are there and have room, else in its line. Errors: FORBIDDEN, NOT_FOUND. */
export function useReopenCaseMutation(options?: OperationMutationOptions): OperationMutationResult<ReopenCaseMutation['reopenCase'], ReopenCaseMutationVariables['input']> {
  return useOperationMutation(ReopenCaseDocument, 'reopenCase', options);
}

/** The ratings of the provider’s replies in a conversation, newest first. For those who may read it. Errors: NOT_FOUND. */
export function useReplyRatingsQuery(variables: ReplyRatingsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ReplyRatingsQuery['replyRatings']> {
  return useOperationQuery(ReplyRatingsDocument, 'replyRatings', variables, options);
}

/** Tells staff on which page of the host’s site the viewer is. At most one page a second; the last one is kept. Errors: FORBIDDEN. */
export function useReportPageMutation(options?: OperationMutationOptions): OperationMutationResult<ReportPageMutation['reportPage'], ReportPageMutationVariables['input']> {
  return useOperationMutation(ReportPageDocument, 'reportPage', options);
}

/** Settles a case. A new message of its customer opens it again. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
export function useResolveCaseMutation(options?: OperationMutationOptions): OperationMutationResult<ResolveCaseMutation['resolveCase'], ResolveCaseMutationVariables['input']> {
  return useOperationMutation(ResolveCaseDocument, 'resolveCase', options);
}

/** Makes an earlier version hold again, as a new version. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. */
export function useRestoreRoutingRulesMutation(options?: OperationMutationOptions): OperationMutationResult<RestoreRoutingRulesMutation['restoreRoutingRules'], RestoreRoutingRulesMutationVariables['input']> {
  return useOperationMutation(RestoreRoutingRulesDocument, 'restoreRoutingRules', options);
}

/** Revokes a key at once. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
export function useRevokeApiKeyMutation(options?: OperationMutationOptions): OperationMutationResult<RevokeApiKeyMutation['revokeApiKey'], RevokeApiKeyMutationVariables['input']> {
  return useOperationMutation(RevokeApiKeyDocument, 'revokeApiKey', options);
}

/** Takes a broadcast back: it disappears wherever it is shown. One that has ended stays as it is. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, NOT_FOUND. */
export function useRevokeBroadcastMutation(options?: OperationMutationOptions): OperationMutationResult<RevokeBroadcastMutation['revokeBroadcast'], RevokeBroadcastMutationVariables['input']> {
  return useOperationMutation(RevokeBroadcastDocument, 'revokeBroadcast', options);
}

/** Gives the site a new secret. For admins and back-ends. Safe to repeat with the same `clientId`, for ever. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT. */
export function useRotateSiteSecretMutation(options?: OperationMutationOptions): OperationMutationResult<RotateSiteSecretMutation['rotateSiteSecret'], RotateSiteSecretMutationVariables['input']> {
  return useOperationMutation(RotateSiteSecretDocument, 'rotateSiteSecret', options);
}

/** What the routing rules said of a case, and why: newest first, at most 50. For staff. Errors: FORBIDDEN, NOT_FOUND. */
export function useRoutingDecisionsQuery(variables: RoutingDecisionsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<RoutingDecisionsQuery['routingDecisions']> {
  return useOperationQuery(RoutingDecisionsDocument, 'routingDecisions', variables, options);
}

/** The routing rules of the site. For staff. Errors: FORBIDDEN, NOT_FOUND. */
export function useRoutingRulesQuery(variables: RoutingRulesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<RoutingRulesQuery['routingRules']> {
  return useOperationQuery(RoutingRulesDocument, 'routingRules', variables, options);
}

/** All versions of the routing rules, newest first. For staff. Errors: FORBIDDEN. */
export function useRoutingRulesHistoryQuery(variables: RoutingRulesHistoryQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<RoutingRulesHistoryQuery['routingRulesHistory']> {
  return useOperationQuery(RoutingRulesHistoryDocument, 'routingRulesHistory', variables, options);
}

/** Saves the whole list of rules as the next version. What is wrong with them is named in `details`: `field` is the path, `reason` a RoutingProblemCode. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, CONFLICT, PAYLOAD_TOO_LARGE. */
export function useSaveRoutingRulesMutation(options?: OperationMutationOptions): OperationMutationResult<SaveRoutingRulesMutation['saveRoutingRules'], SaveRoutingRulesMutationVariables['input']> {
  return useOperationMutation(SaveRoutingRulesDocument, 'saveRoutingRules', options);
}

/** The site’s opening hours, at most 20, by key. For staff. Errors: FORBIDDEN. */
export function useSchedulesQuery(variables: SchedulesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<SchedulesQuery['schedules']> {
  return useOperationQuery(SchedulesDocument, 'schedules', variables, options);
}

/** Articles that have any of the words, best first: those with all of them before the others, title, questions and keywords before the answer. The last word may be a beginning, and words of four letters or more a little misspelt. For staff all articles, for others the active ones. */
export function useSearchArticlesQuery(variables: SearchArticlesQueryVariables, options?: OperationQueryOptions): OperationQueryResult<SearchArticlesQuery['searchArticles']> {
  return useOperationQuery(SearchArticlesDocument, 'searchArticles', variables, options);
}

/** Messages that contain what is looked for, out of what the viewer may read: in one conversation or in all. Whole words and, from three letters on, parts of words; `"…"` is a phrase, `-` leaves out, `or` is an alternative. Counts as five queries. Errors: NOT_FOUND. */
export function useSearchMessagesQuery(variables: SearchMessagesQueryVariables, options?: OperationQueryOptions): OperationQueryResult<SearchMessagesQuery['searchMessages']> {
  return useOperationQuery(SearchMessagesDocument, 'searchMessages', variables, options);
}

/** Sends an announcement to an audience, at once or at a time. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED. */
export function useSendBroadcastMutation(options?: OperationMutationOptions): OperationMutationResult<SendBroadcastMutation['sendBroadcast'], SendBroadcastMutationVariables['input']> {
  return useOperationMutation(SendBroadcastDocument, 'sendBroadcast', options);
}

/** Sends a message. Answers once it is stored for good. Sending reads everything before it. Safe to repeat with the same `clientId`, for ever. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT, CONFLICT. */
export function useSendMessageMutation(options?: OperationMutationOptions): OperationMutationResult<SendMessageMutation['sendMessage'], SendMessageMutationVariables['input']> {
  return useOperationMutation(SendMessageDocument, 'sendMessage', options);
}

/** Sends a line as the site’s system user, whether or not the conversation is open. For admins and back-ends. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT, CONFLICT. */
export function useSendSystemMessageMutation(options?: OperationMutationOptions): OperationMutationResult<SendSystemMessageMutation['sendSystemMessage'], SendSystemMessageMutationVariables['input']> {
  return useOperationMutation(SendSystemMessageDocument, 'sendSystemMessage', options);
}

/** One of the site’s broadcasts, whatever its state. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, NOT_FOUND. */
export function useSentBroadcastQuery(variables: SentBroadcastQueryVariables, options?: OperationQueryOptions): OperationQueryResult<SentBroadcastQuery['sentBroadcast']> {
  return useOperationQuery(SentBroadcastDocument, 'sentBroadcast', variables, options);
}

/** The site’s broadcasts whatever their state, newest first. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN. */
export function useSentBroadcastsQuery(variables: SentBroadcastsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<SentBroadcastsQuery['sentBroadcasts']> {
  return useOperationQuery(SentBroadcastsDocument, 'sentBroadcasts', variables, options);
}

/** Chooses an agent’s status. It is shown while they are connected, and again when they are back. Errors: FORBIDDEN, NOT_FOUND. */
export function useSetAgentStatusMutation(options?: OperationMutationOptions): OperationMutationResult<SetAgentStatusMutation['setAgentStatus'], SetAgentStatusMutationVariables['input']> {
  return useOperationMutation(SetAgentStatusDocument, 'setAgentStatus', options);
}

/** The agent waits for the customer, whose next message opens the case again. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
export function useSetCasePendingMutation(options?: OperationMutationOptions): OperationMutationResult<SetCasePendingMutation['setCasePending'], SetCasePendingMutationVariables['input']> {
  return useOperationMutation(SetCasePendingDocument, 'setCasePending', options);
}

/** Gives a case another priority, and the place in the line that goes with it. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
export function useSetCasePriorityMutation(options?: OperationMutationOptions): OperationMutationResult<SetCasePriorityMutation['setCasePriority'], SetCasePriorityMutationVariables['input']> {
  return useOperationMutation(SetCasePriorityDocument, 'setCasePriority', options);
}

/** Sets attributes of a customer, for staff and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
export function useSetCustomerAttributesMutation(options?: OperationMutationOptions): OperationMutationResult<SetCustomerAttributesMutation['setCustomerAttributes'], SetCustomerAttributesMutationVariables['input']> {
  return useOperationMutation(SetCustomerAttributesDocument, 'setCustomerAttributes', options);
}

/** Shows colleagues who have the conversation open that the viewer looks at it or writes, so that two do not answer at once. For agents and admins; customers never see it. Say it every few seconds: the same is told at most every two. Errors: NOT_FOUND, FORBIDDEN. */
export function useShowActivityMutation(options?: OperationMutationOptions): OperationMutationResult<ShowActivityMutation['showActivity'], ShowActivityMutationVariables['input']> {
  return useOperationMutation(ShowActivityDocument, 'showActivity', options);
}

/** The site that the credential belongs to. */
export function useSiteQuery(variables: SiteQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<SiteQuery['site']> {
  return useOperationQuery(SiteDocument, 'site', variables, options);
}

/** The site’s targets for cases of support, at most 50, by key. For staff. Errors: FORBIDDEN. */
export function useSlaPoliciesQuery(variables: SlaPoliciesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<SlaPoliciesQuery['slaPolicies']> {
  return useOperationQuery(SlaPoliciesDocument, 'slaPolicies', variables, options);
}

/** How the clocks went that began in a time, for each kind and priority. For staff. Errors: FORBIDDEN. */
export function useSlaReportQuery(variables: SlaReportQueryVariables, options?: OperationQueryOptions): OperationQueryResult<SlaReportQuery['slaReport']> {
  return useOperationQuery(SlaReportDocument, 'slaReport', variables, options);
}

/** Puts a case aside until a moment, or until its customer writes. It takes no place of its agent meanwhile. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID. */
export function useSnoozeCaseMutation(options?: OperationMutationOptions): OperationMutationResult<SnoozeCaseMutation['snoozeCase'], SnoozeCaseMutationVariables['input']> {
  return useOperationMutation(SnoozeCaseDocument, 'snoozeCase', options);
}

/** Writes to somebody directly: makes the one conversation of the two, or goes on in it. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export function useStartDirectConversationMutation(options?: OperationMutationOptions): OperationMutationResult<StartDirectConversationMutation['startDirectConversation'], StartDirectConversationMutationVariables['input']> {
  return useOperationMutation(StartDirectConversationDocument, 'startDirectConversation', options);
}

/** Signs an anonymous visitor in. It needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED. */
export function useStartGuestSessionMutation(options?: OperationMutationOptions): OperationMutationResult<StartGuestSessionMutation['startGuestSession'], StartGuestSessionMutationVariables['input']> {
  return useOperationMutation(StartGuestSessionDocument, 'startGuestSession', options);
}

/** Asks for support: makes a case with a conversation and puts it into the line. The one operation of a widget: with `siteKey` it needs no token. Errors: FORBIDDEN, NOT_FOUND, ORIGIN_NOT_ALLOWED, QUEUE_FULL, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export function useStartSupportMutation(options?: OperationMutationOptions): OperationMutationResult<StartSupportMutation['startSupport'], StartSupportMutationVariables['input']> {
  return useOperationMutation(StartSupportDocument, 'startSupport', options);
}

/** Begins a conversation among colleagues, for agents and admins. Nobody else can be added to it or sees that it exists; `addParticipant` adds colleagues, `conversations(kind: TEAM)` lists. Errors: FORBIDDEN, NOT_FOUND, IDEMPOTENCY_CONFLICT. */
export function useStartTeamConversationMutation(options?: OperationMutationOptions): OperationMutationResult<StartTeamConversationMutation['startTeamConversation'], StartTeamConversationMutationVariables['input']> {
  return useOperationMutation(StartTeamConversationDocument, 'startTeamConversation', options);
}

/** Shows the others that the viewer writes. Call it with every keystroke or every few seconds: it is told at most every two seconds. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export function useStartTypingMutation(options?: OperationMutationOptions): OperationMutationResult<StartTypingMutation['startTyping'], StartTypingMutationVariables['input']> {
  return useOperationMutation(StartTypingDocument, 'startTyping', options);
}

/** Takes it back at once. Without it, typing ends by itself after six seconds. Errors: NOT_FOUND. */
export function useStopTypingMutation(options?: OperationMutationOptions): OperationMutationResult<StopTypingMutation['stopTyping'], StopTypingMutationVariables['input']> {
  return useOperationMutation(StopTypingDocument, 'stopTyping', options);
}

/** A case by its own id or that of its conversation: for its customer and staff; null for others. */
export function useSupportCaseQuery(variables: SupportCaseQueryVariables, options?: OperationQueryOptions): OperationQueryResult<SupportCaseQuery['supportCase']> {
  return useOperationQuery(SupportCaseDocument, 'supportCase', variables, options);
}

/** Cases, newest in line first: for staff all of the site, for others their own. */
export function useSupportCasesQuery(variables: SupportCasesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<SupportCasesQuery['supportCases']> {
  return useOperationQuery(SupportCasesDocument, 'supportCases', variables, options);
}

/** Takes over the state of a booking from its host, as often as wanted. For admins and back-ends. Errors: FORBIDDEN. */
export function useSyncBookingMutation(options?: OperationMutationOptions): OperationMutationResult<SyncBookingMutation['syncBooking'], SyncBookingMutationVariables['input']> {
  return useOperationMutation(SyncBookingDocument, 'syncBooking', options);
}

/** Puts a tag on a conversation, 20 at most, for staff who may read it. One that is there already changes nothing. Errors: NOT_FOUND, FORBIDDEN, LIMIT_EXCEEDED. */
export function useTagConversationMutation(options?: OperationMutationOptions): OperationMutationResult<TagConversationMutation['tagConversation'], TagConversationMutationVariables['input']> {
  return useOperationMutation(TagConversationDocument, 'tagConversation', options);
}

/** The site’s tags by name, for staff. Errors: FORBIDDEN. */
export function useTagsQuery(variables: TagsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<TagsQuery['tags']> {
  return useOperationQuery(TagsDocument, 'tags', variables, options);
}

/** Takes a case that another agent has, or that waits. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID, AGENT_UNAVAILABLE. */
export function useTakeOverCaseMutation(options?: OperationMutationOptions): OperationMutationResult<TakeOverCaseMutation['takeOverCase'], TakeOverCaseMutationVariables['input']> {
  return useOperationMutation(TakeOverCaseDocument, 'takeOverCase', options);
}

/** The customer wants a person: the bot is out of it, and the case waits in its line. Where the bot already is, nothing changes. Errors: NOT_FOUND, FORBIDDEN. */
export function useTalkToHumanMutation(options?: OperationMutationOptions): OperationMutationResult<TalkToHumanMutation['talkToHuman'], TalkToHumanMutationVariables['input']> {
  return useOperationMutation(TalkToHumanDocument, 'talkToHuman', options);
}

/** The replies in a message’s thread, the message itself not among them: the last 50, or what the arguments say. Errors: NOT_FOUND. */
export function useThreadQuery(variables: ThreadQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ThreadQuery['thread']> {
  return useOperationQuery(ThreadDocument, 'thread', variables, options);
}

/** Transfers a case to another agent, to a queue, or to whoever has a skill. Its customer sees to whom, and never the note. Errors: FORBIDDEN, NOT_FOUND, CASE_STATE_INVALID, AGENT_UNAVAILABLE, QUEUE_FULL. */
export function useTransferCaseMutation(options?: OperationMutationOptions): OperationMutationResult<TransferCaseMutation['transferCase'], TransferCaseMutationVariables['input']> {
  return useOperationMutation(TransferCaseDocument, 'transferCase', options);
}

/** What rules would do with a made-up case, and what is wrong with them. Nothing is saved. For staff. Errors: FORBIDDEN. */
export function useTryRoutingRulesQuery(variables: TryRoutingRulesQueryVariables, options?: OperationQueryOptions): OperationQueryResult<TryRoutingRulesQuery['tryRoutingRules']> {
  return useOperationQuery(TryRoutingRulesDocument, 'tryRoutingRules', variables, options);
}

/** Conversations in which a visitor waits for staff, newest activity first, for staff. A page looks at 2,000 unattended conversations at most. Errors: FORBIDDEN. */
export function useUnattendedConversationsQuery(variables: UnattendedConversationsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<UnattendedConversationsQuery['unattendedConversations']> {
  return useOperationQuery(UnattendedConversationsDocument, 'unattendedConversations', variables, options);
}

/** Unread messages over all of the viewer’s conversations that are not muted. */
export function useUnreadQuery(variables: UnreadQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<UnreadQuery['unread']> {
  return useOperationQuery(UnreadDocument, 'unread', variables, options);
}

/** How many of the broadcasts shown to the viewer they have not read. */
export function useUnreadBroadcastsQuery(variables: UnreadBroadcastsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<UnreadBroadcastsQuery['unreadBroadcasts']> {
  return useOperationQuery(UnreadBroadcastsDocument, 'unreadBroadcasts', variables, options);
}

/** Takes a tag off a conversation, for staff who may read it. One that is not there changes nothing. Errors: NOT_FOUND, FORBIDDEN. */
export function useUntagConversationMutation(options?: OperationMutationOptions): OperationMutationResult<UntagConversationMutation['untagConversation'], UntagConversationMutationVariables['input']> {
  return useOperationMutation(UntagConversationDocument, 'untagConversation', options);
}

/** Changes what the server says by itself. For admins. Errors: FORBIDDEN. */
export function useUpdateAutomationMutation(options?: OperationMutationOptions): OperationMutationResult<UpdateAutomationMutation['updateAutomation'], UpdateAutomationMutationVariables['input']> {
  return useOperationMutation(UpdateAutomationDocument, 'updateAutomation', options);
}

/** Changes a scheduled broadcast before it is sent. Repeating a change answers with the broadcast. For admins, back-ends and agents with `MANAGE_BROADCASTS`. Errors: FORBIDDEN, NOT_FOUND, BROADCAST_STATE_INVALID. */
export function useUpdateBroadcastMutation(options?: OperationMutationOptions): OperationMutationResult<UpdateBroadcastMutation['updateBroadcast'], UpdateBroadcastMutationVariables['input']> {
  return useOperationMutation(UpdateBroadcastDocument, 'updateBroadcast', options);
}

/** Changes a view: one’s own or, by who manages routing, the site’s. Errors: FORBIDDEN, NOT_FOUND. */
export function useUpdateCaseViewMutation(options?: OperationMutationOptions): OperationMutationResult<UpdateCaseViewMutation['updateCaseView'], UpdateCaseViewMutationVariables['input']> {
  return useOperationMutation(UpdateCaseViewDocument, 'updateCaseView', options);
}

/** Changes the viewer’s own profile. Errors: FORBIDDEN. */
export function useUpdateProfileMutation(options?: OperationMutationOptions): OperationMutationResult<UpdateProfileMutation['updateProfile'], UpdateProfileMutationVariables['input']> {
  return useOperationMutation(UpdateProfileDocument, 'updateProfile', options);
}

/** Changes a quick reply: one’s own or, by who manages templates, the site’s. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. */
export function useUpdateQuickReplyMutation(options?: OperationMutationOptions): OperationMutationResult<UpdateQuickReplyMutation['updateQuickReply'], UpdateQuickReplyMutationVariables['input']> {
  return useOperationMutation(UpdateQuickReplyDocument, 'updateQuickReply', options);
}

/** Changes the site and its settings. For admins and back-ends. Errors: FORBIDDEN. */
export function useUpdateSiteMutation(options?: OperationMutationOptions): OperationMutationResult<UpdateSiteMutation['updateSite'], UpdateSiteMutationVariables['input']> {
  return useOperationMutation(UpdateSiteDocument, 'updateSite', options);
}

/** Changes a tag. For admins, and agents with MANAGE_TAGS. Errors: FORBIDDEN, NOT_FOUND, CONFLICT. */
export function useUpdateTagMutation(options?: OperationMutationOptions): OperationMutationResult<UpdateTagMutation['updateTag'], UpdateTagMutationVariables['input']> {
  return useOperationMutation(UpdateTagDocument, 'updateTag', options);
}

/** Changes how the site’s widget looks and behaves. For admins and back-ends. Errors: FORBIDDEN. */
export function useUpdateWidgetSettingsMutation(options?: OperationMutationOptions): OperationMutationResult<UpdateWidgetSettingsMutation['updateWidgetSettings'], UpdateWidgetSettingsMutationVariables['input']> {
  return useOperationMutation(UpdateWidgetSettingsDocument, 'updateWidgetSettings', options);
}

/** Makes or changes an agent’s profile. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
export function useUpsertAgentMutation(options?: OperationMutationOptions): OperationMutationResult<UpsertAgentMutation['upsertAgent'], UpsertAgentMutationVariables['input']> {
  return useOperationMutation(UpsertAgentDocument, 'upsertAgent', options);
}

/** Makes or changes the article with the host’s key. One that was deleted is there again. For admins, and agents with MANAGE_KNOWLEDGE. Errors: FORBIDDEN, LIMIT_EXCEEDED. */
export function useUpsertArticleMutation(options?: OperationMutationOptions): OperationMutationResult<UpsertArticleMutation['upsertArticle'], UpsertArticleMutationVariables['input']> {
  return useOperationMutation(UpsertArticleDocument, 'upsertArticle', options);
}

/** Makes or changes a queue. For admins and back-ends, and agents with MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND, LIMIT_EXCEEDED. */
export function useUpsertQueueMutation(options?: OperationMutationOptions): OperationMutationResult<UpsertQueueMutation['upsertQueue'], UpsertQueueMutationVariables['input']> {
  return useOperationMutation(UpsertQueueDocument, 'upsertQueue', options);
}

/** Makes or changes opening hours. The first of a site become its default. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, LIMIT_EXCEEDED. */
export function useUpsertScheduleMutation(options?: OperationMutationOptions): OperationMutationResult<UpsertScheduleMutation['upsertSchedule'], UpsertScheduleMutationVariables['input']> {
  return useOperationMutation(UpsertScheduleDocument, 'upsertSchedule', options);
}

/** Makes or changes targets. Clocks that run go on by them, with the time used so far. For admins, back-ends, and agents who may MANAGE_ROUTING. Errors: FORBIDDEN, NOT_FOUND, LIMIT_EXCEEDED. */
export function useUpsertSlaPolicyMutation(options?: OperationMutationOptions): OperationMutationResult<UpsertSlaPolicyMutation['upsertSlaPolicy'], UpsertSlaPolicyMutationVariables['input']> {
  return useOperationMutation(UpsertSlaPolicyDocument, 'upsertSlaPolicy', options);
}

/** Makes or changes a user by the host’s own id. For admins and back-ends. Errors: FORBIDDEN. */
export function useUpsertUserMutation(options?: OperationMutationOptions): OperationMutationResult<UpsertUserMutation['upsertUser'], UpsertUserMutationVariables['input']> {
  return useOperationMutation(UpsertUserDocument, 'upsertUser', options);
}

/** A user of the site by `id` or by `externalId`; exactly one of them. By `externalId` only staff find others. Null when there is none. */
export function useUserQuery(variables: UserQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<UserQuery['user']> {
  return useOperationQuery(UserDocument, 'user', variables, options);
}

/** The users of the site in the order in which they were made. For admins and back-ends. Errors: FORBIDDEN. */
export function useUsersQuery(variables: UsersQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<UsersQuery['users']> {
  return useOperationQuery(UsersDocument, 'users', variables, options);
}

/** Counts the viewer as a reader of an article: once, however often they read it. Staff are not counted. Errors: NOT_FOUND. */
export function useViewArticleMutation(options?: OperationMutationOptions): OperationMutationResult<ViewArticleMutation['viewArticle'], ViewArticleMutationVariables['input']> {
  return useOperationMutation(ViewArticleDocument, 'viewArticle', options);
}

/** The user who is signed in; with an API key, the site’s system user. */
export function useViewerQuery(variables: ViewerQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<ViewerQuery['viewer']> {
  return useOperationQuery(ViewerDocument, 'viewer', variables, options);
}

/** The page on which a user is or was last; null when none was reported. For staff. Errors: FORBIDDEN, NOT_FOUND. */
export function useVisitQuery(variables: VisitQueryVariables, options?: OperationQueryOptions): OperationQueryResult<VisitQuery['visit']> {
  return useOperationQuery(VisitDocument, 'visit', variables, options);
}

/** What a widget needs before anybody signs in, by the site’s public key alone. Needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED. */
export function useWidgetConfigQuery(variables: WidgetConfigQueryVariables, options?: OperationQueryOptions): OperationQueryResult<WidgetConfigQuery['widgetConfig']> {
  return useOperationQuery(WidgetConfigDocument, 'widgetConfig', variables, options);
}
