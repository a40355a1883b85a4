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

/** Lets a user take part: a provider adds their team to a booking’s conversation, admins and back-ends anyone. Errors: NOT_FOUND, FORBIDDEN. */
export function useAddParticipantMutation(options?: OperationMutationOptions): OperationMutationResult<AddParticipantMutation['addParticipant'], AddParticipantMutationVariables['input']> {
  return useOperationMutation(AddParticipantDocument, 'addParticipant', options);
}

/** Adds the viewer’s reaction; at most 20 different emojis a message. One that is there already stays. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, LIMIT_EXCEEDED. */
export function useAddReactionMutation(options?: OperationMutationOptions): OperationMutationResult<AddReactionMutation['addReaction'], AddReactionMutationVariables['input']> {
  return useOperationMutation(AddReactionDocument, 'addReaction', options);
}

/** All conversations of the site, newest activity first. For admins and back-ends. Errors: FORBIDDEN. */
export function useAllConversationsQuery(variables: AllConversationsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<AllConversationsQuery['allConversations']> {
  return useOperationQuery(AllConversationsDocument, 'allConversations', variables, options);
}

/** The API keys of the site, newest first. For admins and back-ends. Errors: FORBIDDEN. */
export function useApiKeysQuery(variables: ApiKeysQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<ApiKeysQuery['apiKeys']> {
  return useOperationQuery(ApiKeysDocument, 'apiKeys', variables, options);
}

/** A booking by `id` or by `externalId`, exactly one of them; null when there is none that the viewer may see. */
export function useBookingQuery(variables: BookingQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<BookingQuery['booking']> {
  return useOperationQuery(BookingDocument, 'booking', variables, options);
}

/** The viewer’s bookings as client or provider, newest first; for staff all of the site. */
export function useBookingsQuery(variables: BookingsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<BookingsQuery['bookings']> {
  return useOperationQuery(BookingsDocument, 'bookings', variables, options);
}

/** Makes a guest’s history that of the viewer, after the visitor signed in as a known user. Errors: NOT_FOUND, FORBIDDEN. */
export function useClaimGuestMutation(options?: OperationMutationOptions): OperationMutationResult<ClaimGuestMutation['claimGuest'], ClaimGuestMutationVariables['input']> {
  return useOperationMutation(ClaimGuestDocument, 'claimGuest', options);
}

/** A conversation by id; null when there is none that the viewer may see. */
export function useConversationQuery(variables: ConversationQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ConversationQuery['conversation']> {
  return useOperationQuery(ConversationDocument, 'conversation', variables, options);
}

/** The polling twin of `conversationFeed`, for networks on which neither WebSocket nor server-sent events pass: the same items, by asking. Errors: NOT_FOUND. */
export function useConversationEventsQuery(variables: ConversationEventsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ConversationEventsQuery['conversationEvents']> {
  return useOperationQuery(ConversationEventsDocument, 'conversationEvents', variables, options);
}

/** The viewer’s own conversations, newest activity first. */
export function useConversationsQuery(variables: ConversationsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<ConversationsQuery['conversations']> {
  return useOperationQuery(ConversationsDocument, 'conversations', variables, options);
}

/** Makes a key for back-end calls. For admins and back-ends. Repeating it makes another. Errors: FORBIDDEN, LIMIT_EXCEEDED. */
export function useCreateApiKeyMutation(options?: OperationMutationOptions): OperationMutationResult<CreateApiKeyMutation['createApiKey'], CreateApiKeyMutationVariables['input']> {
  return useOperationMutation(CreateApiKeyDocument, 'createApiKey', options);
}

/** Makes a site of its own, separate from this one. For admins and back-ends. Repeating it makes another. Errors: FORBIDDEN. */
export function useCreateSiteMutation(options?: OperationMutationOptions): OperationMutationResult<CreateSiteMutation['createSite'], CreateSiteMutationVariables['input']> {
  return useOperationMutation(CreateSiteDocument, 'createSite', options);
}

/** Turns a message into a tombstone. Its sender may while the conversation is open, agents and admins always. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export function useDeleteMessageMutation(options?: OperationMutationOptions): OperationMutationResult<DeleteMessageMutation['deleteMessage'], DeleteMessageMutationVariables['input']> {
  return useOperationMutation(DeleteMessageDocument, 'deleteMessage', options);
}

/** Replaces the text of one’s own message; the earlier texts stay readable with `messageVersions`. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export function useEditMessageMutation(options?: OperationMutationOptions): OperationMutationResult<EditMessageMutation['editMessage'], EditMessageMutationVariables['input']> {
  return useOperationMutation(EditMessageDocument, 'editMessage', options);
}

/** The polling twin of `inboxFeed`: the same items, by asking. */
export function useInboxEventsQuery(variables: InboxEventsQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<InboxEventsQuery['inboxEvents']> {
  return useOperationQuery(InboxEventsDocument, 'inboxEvents', variables, options);
}

/** Lets support into a conversation between client and provider, and an admin into any. It is recorded, and those who are there get a notice. Errors: NOT_FOUND, FORBIDDEN. */
export function useJoinConversationMutation(options?: OperationMutationOptions): OperationMutationResult<JoinConversationMutation['joinConversation'], JoinConversationMutationVariables['input']> {
  return useOperationMutation(JoinConversationDocument, 'joinConversation', options);
}

/** Ends the viewer’s own part. The client and the provider of a booking cannot leave. Errors: NOT_FOUND, FORBIDDEN. */
export function useLeaveConversationMutation(options?: OperationMutationOptions): OperationMutationResult<LeaveConversationMutation['leaveConversation'], LeaveConversationMutationVariables['input']> {
  return useOperationMutation(LeaveConversationDocument, 'leaveConversation', options);
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

/** The viewer’s own notices, newest first. */
export function useNoticesQuery(variables: NoticesQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<NoticesQuery['notices']> {
  return useOperationQuery(NoticesDocument, 'notices', variables, options);
}

/** The conversation of a booking, made at first access: for its client, its provider with their team, and staff. Errors: NOT_FOUND, BOOKING_STATE_INVALID. */
export function useOpenBookingConversationMutation(options?: OperationMutationOptions): OperationMutationResult<OpenBookingConversationMutation['openBookingConversation'], OpenBookingConversationMutationVariables['input']> {
  return useOperationMutation(OpenBookingConversationDocument, 'openBookingConversation', options);
}

/** The presence of people, in the order asked for. People with whom the viewer shares no conversation are left out; staff see all. */
export function usePresencesQuery(variables: PresencesQueryVariables, options?: OperationQueryOptions): OperationQueryResult<PresencesQuery['presences']> {
  return useOperationQuery(PresencesDocument, 'presences', variables, options);
}

/** How far each participant of a conversation is. Errors: NOT_FOUND. */
export function useReceiptsQuery(variables: ReceiptsQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ReceiptsQuery['receipts']> {
  return useOperationQuery(ReceiptsDocument, 'receipts', variables, options);
}

/** Ends somebody’s part and their open feeds: a provider for their team, admins and back-ends for anyone. Errors: NOT_FOUND, FORBIDDEN. */
export function useRemoveParticipantMutation(options?: OperationMutationOptions): OperationMutationResult<RemoveParticipantMutation['removeParticipant'], RemoveParticipantMutationVariables['input']> {
  return useOperationMutation(RemoveParticipantDocument, 'removeParticipant', options);
}

/** Takes the viewer’s reaction back. One that is not there is no error. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export function useRemoveReactionMutation(options?: OperationMutationOptions): OperationMutationResult<RemoveReactionMutation['removeReaction'], RemoveReactionMutationVariables['input']> {
  return useOperationMutation(RemoveReactionDocument, 'removeReaction', options);
}

/** Revokes a key at once. For admins and back-ends. Errors: FORBIDDEN, NOT_FOUND. */
export function useRevokeApiKeyMutation(options?: OperationMutationOptions): OperationMutationResult<RevokeApiKeyMutation['revokeApiKey'], RevokeApiKeyMutationVariables['input']> {
  return useOperationMutation(RevokeApiKeyDocument, 'revokeApiKey', options);
}

/** Gives the site a new secret. For admins and back-ends. Repeating it makes another. Errors: FORBIDDEN. */
export function useRotateSiteSecretMutation(options?: OperationMutationOptions): OperationMutationResult<RotateSiteSecretMutation['rotateSiteSecret'], RotateSiteSecretMutationVariables['input']> {
  return useOperationMutation(RotateSiteSecretDocument, 'rotateSiteSecret', options);
}

/** Sends a message. Answers once it is stored for good. Sending reads everything before it. Safe to repeat with the same `clientId`, for ever. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT, CONFLICT. */
export function useSendMessageMutation(options?: OperationMutationOptions): OperationMutationResult<SendMessageMutation['sendMessage'], SendMessageMutationVariables['input']> {
  return useOperationMutation(SendMessageDocument, 'sendMessage', options);
}

/** Sends a line as the site’s system user, whether or not the conversation is open. For admins and back-ends. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT, CONFLICT. */
export function useSendSystemMessageMutation(options?: OperationMutationOptions): OperationMutationResult<SendSystemMessageMutation['sendSystemMessage'], SendSystemMessageMutationVariables['input']> {
  return useOperationMutation(SendSystemMessageDocument, 'sendSystemMessage', options);
}

/** The site that the credential belongs to. */
export function useSiteQuery(variables: SiteQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<SiteQuery['site']> {
  return useOperationQuery(SiteDocument, 'site', variables, options);
}

/** Writes to somebody directly: makes the one conversation of the two, or goes on in it. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT. */
export function useStartDirectConversationMutation(options?: OperationMutationOptions): OperationMutationResult<StartDirectConversationMutation['startDirectConversation'], StartDirectConversationMutationVariables['input']> {
  return useOperationMutation(StartDirectConversationDocument, 'startDirectConversation', options);
}

/** Signs an anonymous visitor in. The only field that needs no credential. Errors: NOT_FOUND, ORIGIN_NOT_ALLOWED. */
export function useStartGuestSessionMutation(options?: OperationMutationOptions): OperationMutationResult<StartGuestSessionMutation['startGuestSession'], StartGuestSessionMutationVariables['input']> {
  return useOperationMutation(StartGuestSessionDocument, 'startGuestSession', options);
}

/** Shows the others that the viewer writes. Call it with every keystroke or every few seconds: it is told at most every two seconds. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED. */
export function useStartTypingMutation(options?: OperationMutationOptions): OperationMutationResult<StartTypingMutation['startTyping'], StartTypingMutationVariables['input']> {
  return useOperationMutation(StartTypingDocument, 'startTyping', options);
}

/** Takes it back at once. Without it, typing ends by itself after six seconds. Errors: NOT_FOUND. */
export function useStopTypingMutation(options?: OperationMutationOptions): OperationMutationResult<StopTypingMutation['stopTyping'], StopTypingMutationVariables['input']> {
  return useOperationMutation(StopTypingDocument, 'stopTyping', options);
}

/** Takes over the state of a booking from its host, as often as wanted. For admins and back-ends. Errors: FORBIDDEN. */
export function useSyncBookingMutation(options?: OperationMutationOptions): OperationMutationResult<SyncBookingMutation['syncBooking'], SyncBookingMutationVariables['input']> {
  return useOperationMutation(SyncBookingDocument, 'syncBooking', options);
}

/** The replies in a message’s thread, the message itself not among them: the last 50, or what the arguments say. Errors: NOT_FOUND. */
export function useThreadQuery(variables: ThreadQueryVariables, options?: OperationQueryOptions): OperationQueryResult<ThreadQuery['thread']> {
  return useOperationQuery(ThreadDocument, 'thread', variables, options);
}

/** Unread messages over all of the viewer’s conversations that are not muted. */
export function useUnreadQuery(variables: UnreadQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<UnreadQuery['unread']> {
  return useOperationQuery(UnreadDocument, 'unread', variables, options);
}

/** Changes the viewer’s own profile. Errors: FORBIDDEN. */
export function useUpdateProfileMutation(options?: OperationMutationOptions): OperationMutationResult<UpdateProfileMutation['updateProfile'], UpdateProfileMutationVariables['input']> {
  return useOperationMutation(UpdateProfileDocument, 'updateProfile', options);
}

/** Changes the site and its settings. For admins and back-ends. Errors: FORBIDDEN. */
export function useUpdateSiteMutation(options?: OperationMutationOptions): OperationMutationResult<UpdateSiteMutation['updateSite'], UpdateSiteMutationVariables['input']> {
  return useOperationMutation(UpdateSiteDocument, 'updateSite', options);
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

/** The user who is signed in; with an API key, the site’s system user. */
export function useViewerQuery(variables: ViewerQueryVariables = {}, options?: OperationQueryOptions): OperationQueryResult<ViewerQuery['viewer']> {
  return useOperationQuery(ViewerDocument, 'viewer', variables, options);
}
