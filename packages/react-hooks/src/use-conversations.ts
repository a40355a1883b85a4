import type { ViewerConversation, InboxHandle, InboxState, SyncStatus } from '@parley/sdk';
import { useChatClient } from './chat-provider.js';
import { initialInbox } from './initial-states.js';
import { loadable, useResult, type Loadable, type Selecting, type View } from './use-result.js';

/** What {@link useConversations} returns. */
export type ConversationsResult = Loadable & {
  readonly syncStatus: SyncStatus;
  /** Those loaded so far, newest activity first, each with the viewer's unread count and mute in `viewer`. */
  readonly conversations: readonly ViewerConversation[];
  /** Whether older ones can be loaded. */
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Loads the next page; does nothing while one is loading or when there is none. */
  readonly loadMore: () => Promise<void>;
  /** Mutes a conversation for the viewer, or ends that. Muted ones do not count in the totals of unread messages. */
  readonly mute: (conversationId: string, muted: boolean) => Promise<void>;
  /** Opens the list again after `failed`. */
  readonly retry: () => void;
};

const view: View<InboxState, InboxHandle, ConversationsResult> = {
  initial: initialInbox,
  project: (state, inbox) => ({
    ...loadable(state),
    syncStatus: state.syncStatus,
    conversations: state.entries.map((entry) => entry.conversation),
    hasMore: state.hasMore,
    isLoadingMore: state.isLoadingMore,
    loadMore: inbox.loadMore,
    mute: inbox.mute,
    retry: inbox.retry,
  }),
};

/** The part of the result that `select` takes. */
export function useConversations<Selected>(options: Selecting<ConversationsResult, Selected>): Selected;
/**
 * The viewer's conversations, kept current: previews, unread counts, new and ended conversations.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { conversations, hasMore, loadMore } = useConversations();
 * return (
 *   <ul>
 *     {conversations.map(({ id, title, viewer }) => (
 *       <li key={id}>{title} {viewer?.unreadCount ? `(${viewer.unreadCount} new)` : null}</li>
 *     ))}
 *     {hasMore ? <li><button onClick={loadMore}>Older</button></li> : null}
 *   </ul>
 * );
 * ```
 */
export function useConversations(): ConversationsResult;
export function useConversations<Selected>(
  options?: Selecting<ConversationsResult, Selected>,
): ConversationsResult | Selected {
  return useResult(useChatClient().inbox(), view, options?.select);
}
