// Generated from schema.graphql by `npm run gen`. Do not edit.
import {
  AddParticipantDocument,
  AddReactionDocument,
  AllConversationsDocument,
  ApiKeysDocument,
  BookingDocument,
  BookingsDocument,
  ClaimGuestDocument,
  ConversationDocument,
  ConversationEventsDocument,
  ConversationsDocument,
  CreateApiKeyDocument,
  CreateSiteDocument,
  DeleteMessageDocument,
  EditMessageDocument,
  InboxEventsDocument,
  JoinConversationDocument,
  LeaveConversationDocument,
  MarkDeliveredDocument,
  MarkMessageReadDocument,
  MarkNoticesReadDocument,
  MarkReadDocument,
  MessageDocument,
  MessageReceiptsDocument,
  MessageVersionsDocument,
  MessagesDocument,
  MuteConversationDocument,
  NodeDocument,
  NoticesDocument,
  OpenBookingConversationDocument,
  PresencesDocument,
  ReceiptsDocument,
  RemoveParticipantDocument,
  RemoveReactionDocument,
  RevokeApiKeyDocument,
  RotateSiteSecretDocument,
  SendMessageDocument,
  SendSystemMessageDocument,
  SiteDocument,
  StartDirectConversationDocument,
  StartGuestSessionDocument,
  StartTypingDocument,
  StopTypingDocument,
  SyncBookingDocument,
  ThreadDocument,
  UnreadDocument,
  UpdateProfileDocument,
  UpdateSiteDocument,
  UpsertUserDocument,
  UserDocument,
  UsersDocument,
  ViewerDocument,
  type AddParticipantMutation,
  type AddParticipantMutationVariables,
  type AddReactionMutation,
  type AddReactionMutationVariables,
  type AllConversationsQuery,
  type AllConversationsQueryVariables,
  type ApiKeysQuery,
  type ApiKeysQueryVariables,
  type BookingQuery,
  type BookingQueryVariables,
  type BookingsQuery,
  type BookingsQueryVariables,
  type ClaimGuestMutation,
  type ClaimGuestMutationVariables,
  type ConversationEventsQuery,
  type ConversationEventsQueryVariables,
  type ConversationQuery,
  type ConversationQueryVariables,
  type ConversationsQuery,
  type ConversationsQueryVariables,
  type CreateApiKeyMutation,
  type CreateApiKeyMutationVariables,
  type CreateSiteMutation,
  type CreateSiteMutationVariables,
  type DeleteMessageMutation,
  type DeleteMessageMutationVariables,
  type EditMessageMutation,
  type EditMessageMutationVariables,
  type InboxEventsQuery,
  type InboxEventsQueryVariables,
  type JoinConversationMutation,
  type JoinConversationMutationVariables,
  type LeaveConversationMutation,
  type LeaveConversationMutationVariables,
  type MarkDeliveredMutation,
  type MarkDeliveredMutationVariables,
  type MarkMessageReadMutation,
  type MarkMessageReadMutationVariables,
  type MarkNoticesReadMutation,
  type MarkNoticesReadMutationVariables,
  type MarkReadMutation,
  type MarkReadMutationVariables,
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
  type NoticesQuery,
  type NoticesQueryVariables,
  type OpenBookingConversationMutation,
  type OpenBookingConversationMutationVariables,
  type PresencesQuery,
  type PresencesQueryVariables,
  type ReceiptsQuery,
  type ReceiptsQueryVariables,
  type RemoveParticipantMutation,
  type RemoveParticipantMutationVariables,
  type RemoveReactionMutation,
  type RemoveReactionMutationVariables,
  type RevokeApiKeyMutation,
  type RevokeApiKeyMutationVariables,
  type RotateSiteSecretMutation,
  type RotateSiteSecretMutationVariables,
  type SendMessageMutation,
  type SendMessageMutationVariables,
  type SendSystemMessageMutation,
  type SendSystemMessageMutationVariables,
  type SiteQuery,
  type SiteQueryVariables,
  type StartDirectConversationMutation,
  type StartDirectConversationMutationVariables,
  type StartGuestSessionMutation,
  type StartGuestSessionMutationVariables,
  type StartTypingMutation,
  type StartTypingMutationVariables,
  type StopTypingMutation,
  type StopTypingMutationVariables,
  type SyncBookingMutation,
  type SyncBookingMutationVariables,
  type ThreadQuery,
  type ThreadQueryVariables,
  type UnreadQuery,
  type UnreadQueryVariables,
  type UpdateProfileMutation,
  type UpdateProfileMutationVariables,
  type UpdateSiteMutation,
  type UpdateSiteMutationVariables,
  type UpsertUserMutation,
  type UpsertUserMutationVariables,
  type UserQuery,
  type UserQueryVariables,
  type UsersQuery,
  type UsersQueryVariables,
  type ViewerQuery,
  type ViewerQueryVariables,
} from '@parley/sdk/operations';
import {
  useOperationMutation,
  useOperationQuery,
  type OperationMutationOptions,
  type OperationMutationResult,
  type OperationQueryOptions,
  type OperationQueryResult,
} from '../operation-hooks.js';

/** Adds a participant. Errors: NOT_FOUND, FORBIDDEN. */
export function useAddParticipantMutation(options?: OperationMutationOptions): OperationMutationResult<AddParticipantMutation['addParticipant'], AddParticipantMutationVariables['input']> {
  return useOperationMutation(AddParticipantDocument, 'addParticipant', options);
}

/** Reacts to a message. Errors: NOT_FOUND, FORBIDDEN. */
export function useAddReactionMutation(options?: OperationMutationOptions): OperationMutationResult<AddReactionMutation['addReaction'], AddReactionMutationVariables['input']> {
  return useOperationMutation(AddReactionDocument, 'addReaction', options);
}

/** All conversations of the site; admins and services. Errors: FORBIDDEN. */
export function useAllConversationsQuery(variables: AllConversationsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<AllConversationsQuery['allConversations']> {
  return useOperationQuery(AllConversationsDocument, 'allConversations', variables, options);
}

/** Keys of the site; admins. Errors: FORBIDDEN. */
export function useApiKeysQuery(variables: ApiKeysQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<ApiKeysQuery['apiKeys']> {
  return useOperationQuery(ApiKeysDocument, 'apiKeys', variables, options);
}

/** A booking by id or external id. Errors: NOT_FOUND. */
export function useBookingQuery(variables: BookingQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<BookingQuery['booking']> {
  return useOperationQuery(BookingDocument, 'booking', variables, options);
}

/** The viewer's bookings. */
export function useBookingsQuery(variables: BookingsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<BookingsQuery['bookings']> {
  return useOperationQuery(BookingsDocument, 'bookings', variables, options);
}

/** A known user takes over the history of a guest. Errors: NOT_FOUND. */
export function useClaimGuestMutation(options?: OperationMutationOptions): OperationMutationResult<ClaimGuestMutation['claimGuest'], ClaimGuestMutationVariables['input']> {
  return useOperationMutation(ClaimGuestDocument, 'claimGuest', options);
}

/** A conversation that the viewer may see. Errors: NOT_FOUND. */
export function useConversationQuery(variables: ConversationQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ConversationQuery['conversation']> {
  return useOperationQuery(ConversationDocument, 'conversation', variables, options);
}

/** The conversation feed by polling. Errors: NOT_FOUND, FORBIDDEN, ACCESS_REVOKED. */
export function useConversationEventsQuery(variables: ConversationEventsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ConversationEventsQuery['conversationEvents']> {
  return useOperationQuery(ConversationEventsDocument, 'conversationEvents', variables, options);
}

/** The viewer's conversations, newest activity first. */
export function useConversationsQuery(variables: ConversationsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<ConversationsQuery['conversations']> {
  return useOperationQuery(ConversationsDocument, 'conversations', variables, options);
}

/** Makes a key and shows its secret once. Errors: FORBIDDEN, CONFLICT. */
export function useCreateApiKeyMutation(options?: OperationMutationOptions): OperationMutationResult<CreateApiKeyMutation['createApiKey'], CreateApiKeyMutationVariables['input']> {
  return useOperationMutation(CreateApiKeyDocument, 'createApiKey', options);
}

/** Creates a site; admins and services. Errors: FORBIDDEN. */
export function useCreateSiteMutation(options?: OperationMutationOptions): OperationMutationResult<CreateSiteMutation['createSite'], CreateSiteMutationVariables['input']> {
  return useOperationMutation(CreateSiteDocument, 'createSite', options);
}

/** Deletes an own message; a tombstone stays. Errors: NOT_FOUND, FORBIDDEN. */
export function useDeleteMessageMutation(options?: OperationMutationOptions): OperationMutationResult<DeleteMessageMutation['deleteMessage'], DeleteMessageMutationVariables['input']> {
  return useOperationMutation(DeleteMessageDocument, 'deleteMessage', options);
}

/** Edits an own message. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG. */
export function useEditMessageMutation(options?: OperationMutationOptions): OperationMutationResult<EditMessageMutation['editMessage'], EditMessageMutationVariables['input']> {
  return useOperationMutation(EditMessageDocument, 'editMessage', options);
}

/** The inbox feed by polling. */
export function useInboxEventsQuery(variables: InboxEventsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<InboxEventsQuery['inboxEvents']> {
  return useOperationQuery(InboxEventsDocument, 'inboxEvents', variables, options);
}

/** Staff join; recorded, participants are told. Errors: NOT_FOUND, FORBIDDEN. */
export function useJoinConversationMutation(options?: OperationMutationOptions): OperationMutationResult<JoinConversationMutation['joinConversation'], JoinConversationMutationVariables['input']> {
  return useOperationMutation(JoinConversationDocument, 'joinConversation', options);
}

/** Leaves a conversation. Errors: NOT_FOUND. */
export function useLeaveConversationMutation(options?: OperationMutationOptions): OperationMutationResult<LeaveConversationMutation['leaveConversation'], LeaveConversationMutationVariables['input']> {
  return useOperationMutation(LeaveConversationDocument, 'leaveConversation', options);
}

/** Tells that messages up to seq reached the viewer. Errors: NOT_FOUND. */
export function useMarkDeliveredMutation(options?: OperationMutationOptions): OperationMutationResult<MarkDeliveredMutation['markDelivered'], MarkDeliveredMutationVariables['input']> {
  return useOperationMutation(MarkDeliveredDocument, 'markDelivered', options);
}

/** Tells that messages up to this one were read. Errors: NOT_FOUND. */
export function useMarkMessageReadMutation(options?: OperationMutationOptions): OperationMutationResult<MarkMessageReadMutation['markMessageRead'], MarkMessageReadMutationVariables['input']> {
  return useOperationMutation(MarkMessageReadDocument, 'markMessageRead', options);
}

/** Marks notices read. */
export function useMarkNoticesReadMutation(options?: OperationMutationOptions): OperationMutationResult<MarkNoticesReadMutation['markNoticesRead'], MarkNoticesReadMutationVariables['input']> {
  return useOperationMutation(MarkNoticesReadDocument, 'markNoticesRead', options);
}

/** Tells that messages up to seq were read. Errors: NOT_FOUND. */
export function useMarkReadMutation(options?: OperationMutationOptions): OperationMutationResult<MarkReadMutation['markRead'], MarkReadMutationVariables['input']> {
  return useOperationMutation(MarkReadDocument, 'markRead', options);
}

/** A message that the viewer may see. Errors: NOT_FOUND. */
export function useMessageQuery(variables: MessageQueryVariables, options?: OperationQueryOptions): OperationQueryResult<MessageQuery['message']> {
  return useOperationQuery(MessageDocument, 'message', variables, options);
}

/** Who got and read a message. Errors: NOT_FOUND. */
export function useMessageReceiptsQuery(variables: MessageReceiptsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<MessageReceiptsQuery['messageReceipts']> {
  return useOperationQuery(MessageReceiptsDocument, 'messageReceipts', variables, options);
}

/** What a message said before its edits. Errors: NOT_FOUND. */
export function useMessageVersionsQuery(variables: MessageVersionsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<MessageVersionsQuery['messageVersions']> {
  return useOperationQuery(MessageVersionsDocument, 'messageVersions', variables, options);
}

/** A page of messages, ascending. Errors: NOT_FOUND, FORBIDDEN. */
export function useMessagesQuery(variables: MessagesQueryVariables, options?: OperationQueryOptions): OperationQueryResult<MessagesQuery['messages']> {
  return useOperationQuery(MessagesDocument, 'messages', variables, options);
}

/** Mutes or unmutes for the viewer. Errors: NOT_FOUND. */
export function useMuteConversationMutation(options?: OperationMutationOptions): OperationMutationResult<MuteConversationMutation['muteConversation'], MuteConversationMutationVariables['input']> {
  return useOperationMutation(MuteConversationDocument, 'muteConversation', options);
}

/** A thing by its id. Errors: NOT_FOUND. */
export function useNodeQuery(variables: NodeQueryVariables, options?: OperationQueryOptions): OperationQueryResult<NodeQuery['node']> {
  return useOperationQuery(NodeDocument, 'node', variables, options);
}

/** The viewer's notices, newest first. */
export function useNoticesQuery(variables: NoticesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<NoticesQuery['notices']> {
  return useOperationQuery(NoticesDocument, 'notices', variables, options);
}

/** The conversation of a booking, made on first access. Errors: NOT_FOUND, BOOKING_STATE_INVALID. */
export function useOpenBookingConversationMutation(options?: OperationMutationOptions): OperationMutationResult<OpenBookingConversationMutation['openBookingConversation'], OpenBookingConversationMutationVariables['input']> {
  return useOperationMutation(OpenBookingConversationDocument, 'openBookingConversation', options);
}

/** Who is there. */
export function usePresencesQuery(variables: PresencesQueryVariables, options?: OperationQueryOptions): OperationQueryResult<PresencesQuery['presences']> {
  return useOperationQuery(PresencesDocument, 'presences', variables, options);
}

/** Marks of all participants. Errors: NOT_FOUND. */
export function useReceiptsQuery(variables: ReceiptsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ReceiptsQuery['receipts']> {
  return useOperationQuery(ReceiptsDocument, 'receipts', variables, options);
}

/** Removes a participant. Errors: NOT_FOUND, FORBIDDEN. */
export function useRemoveParticipantMutation(options?: OperationMutationOptions): OperationMutationResult<RemoveParticipantMutation['removeParticipant'], RemoveParticipantMutationVariables['input']> {
  return useOperationMutation(RemoveParticipantDocument, 'removeParticipant', options);
}

/** Takes a reaction back. Errors: NOT_FOUND. */
export function useRemoveReactionMutation(options?: OperationMutationOptions): OperationMutationResult<RemoveReactionMutation['removeReaction'], RemoveReactionMutationVariables['input']> {
  return useOperationMutation(RemoveReactionDocument, 'removeReaction', options);
}

/** Ends a key. Errors: FORBIDDEN, NOT_FOUND. */
export function useRevokeApiKeyMutation(options?: OperationMutationOptions): OperationMutationResult<RevokeApiKeyMutation['revokeApiKey'], RevokeApiKeyMutationVariables['input']> {
  return useOperationMutation(RevokeApiKeyDocument, 'revokeApiKey', options);
}

/** Makes a new secret; the one before stays valid until the next rotation. Errors: FORBIDDEN. */
export function useRotateSiteSecretMutation(options?: OperationMutationOptions): OperationMutationResult<RotateSiteSecretMutation['rotateSiteSecret'], RotateSiteSecretMutationVariables['input']> {
  return useOperationMutation(RotateSiteSecretDocument, 'rotateSiteSecret', options);
}

/** Sends a message; a retry with the same clientId answers with the original. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export function useSendMessageMutation(options?: OperationMutationOptions): OperationMutationResult<SendMessageMutation['sendMessage'], SendMessageMutationVariables['input']> {
  return useOperationMutation(SendMessageDocument, 'sendMessage', options);
}

/** Sends as the system user; admins and services. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export function useSendSystemMessageMutation(options?: OperationMutationOptions): OperationMutationResult<SendSystemMessageMutation['sendSystemMessage'], SendSystemMessageMutationVariables['input']> {
  return useOperationMutation(SendSystemMessageDocument, 'sendSystemMessage', options);
}

/** The site of the credential. */
export function useSiteQuery(variables: SiteQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<SiteQuery['site']> {
  return useOperationQuery(SiteDocument, 'site', variables, options);
}

/** Starts a direct conversation with a first message. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export function useStartDirectConversationMutation(options?: OperationMutationOptions): OperationMutationResult<StartDirectConversationMutation['startDirectConversation'], StartDirectConversationMutationVariables['input']> {
  return useOperationMutation(StartDirectConversationDocument, 'startDirectConversation', options);
}

/** Makes or resumes a guest. Errors: SITE_INACTIVE, NOT_FOUND. */
export function useStartGuestSessionMutation(options?: OperationMutationOptions): OperationMutationResult<StartGuestSessionMutation['startGuestSession'], StartGuestSessionMutationVariables['input']> {
  return useOperationMutation(StartGuestSessionDocument, 'startGuestSession', options);
}

/** The viewer types. Errors: NOT_FOUND, FORBIDDEN. */
export function useStartTypingMutation(options?: OperationMutationOptions): OperationMutationResult<StartTypingMutation['startTyping'], StartTypingMutationVariables['input']> {
  return useOperationMutation(StartTypingDocument, 'startTyping', options);
}

/** The viewer stopped typing. Errors: NOT_FOUND. */
export function useStopTypingMutation(options?: OperationMutationOptions): OperationMutationResult<StopTypingMutation['stopTyping'], StopTypingMutationVariables['input']> {
  return useOperationMutation(StopTypingDocument, 'stopTyping', options);
}

/** Pushes the state of a booking; idempotent. Errors: FORBIDDEN. */
export function useSyncBookingMutation(options?: OperationMutationOptions): OperationMutationResult<SyncBookingMutation['syncBooking'], SyncBookingMutationVariables['input']> {
  return useOperationMutation(SyncBookingDocument, 'syncBooking', options);
}

/** Replies of a message, ascending. Errors: NOT_FOUND. */
export function useThreadQuery(variables: ThreadQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ThreadQuery['thread']> {
  return useOperationQuery(ThreadDocument, 'thread', variables, options);
}

/** Unread in total. */
export function useUnreadQuery(variables: UnreadQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<UnreadQuery['unread']> {
  return useOperationQuery(UnreadDocument, 'unread', variables, options);
}

/** Changes the viewer's profile. */
export function useUpdateProfileMutation(options?: OperationMutationOptions): OperationMutationResult<UpdateProfileMutation['updateProfile'], UpdateProfileMutationVariables['input']> {
  return useOperationMutation(UpdateProfileDocument, 'updateProfile', options);
}

/** Changes the site; admins and services. Errors: FORBIDDEN. */
export function useUpdateSiteMutation(options?: OperationMutationOptions): OperationMutationResult<UpdateSiteMutation['updateSite'], UpdateSiteMutationVariables['input']> {
  return useOperationMutation(UpdateSiteDocument, 'updateSite', options);
}

/** Creates or updates a user; admins and services. Errors: FORBIDDEN. */
export function useUpsertUserMutation(options?: OperationMutationOptions): OperationMutationResult<UpsertUserMutation['upsertUser'], UpsertUserMutationVariables['input']> {
  return useOperationMutation(UpsertUserDocument, 'upsertUser', options);
}

/** A user by id or external id. Errors: NOT_FOUND. */
export function useUserQuery(variables: UserQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<UserQuery['user']> {
  return useOperationQuery(UserDocument, 'user', variables, options);
}

/** Users of the site; admins and services. Errors: FORBIDDEN. */
export function useUsersQuery(variables: UsersQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<UsersQuery['users']> {
  return useOperationQuery(UsersDocument, 'users', variables, options);
}

/** The signed-in user. */
export function useViewerQuery(variables: ViewerQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<ViewerQuery['viewer']> {
  return useOperationQuery(ViewerDocument, 'viewer', variables, options);
}
