import type { InboxHandle, InboxState } from '@parley/sdk';
import { useMemo } from 'react';
import { useChatClient } from './chat-provider.js';
import { useConversationId, type ConversationOptions } from './conversation-provider.js';
import { initialInbox } from './initial-states.js';
import { useResult, type Selecting, type View } from './use-result.js';

/** What {@link useUnreadCount} returns. Only messages that the viewer may see count; own ones never do. */
export interface UnreadCountResult {
  /** Unread messages over all conversations that are not muted. */
  readonly messages: number;
  /** Conversations that have unread messages and are not muted. */
  readonly conversations: number;
  /** Unread messages of the conversation named by the options or a ConversationProvider; null when none is named or it is not on the loaded part of the list. */
  readonly here: number | null;
}

const countOf = (conversationId: string | null): View<InboxState, InboxHandle, UnreadCountResult> => ({
  initial: initialInbox,
  project: ({ unread, entries }) => ({
    messages: unread.messages,
    conversations: unread.conversations,
    here: entries.find(({ conversation }) => conversation.id === conversationId)?.conversation.viewer?.unreadCount ?? null,
  }),
});

/** The part of the result that `select` takes. */
export function useUnreadCount<Selected>(
  options: ConversationOptions & Selecting<UnreadCountResult, Selected>,
): Selected;
/**
 * The numbers of unread messages: in total, and of one conversation.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const unread = useUnreadCount({ select: ({ messages }) => messages });
 * useEffect(() => { document.title = unread ? `(${unread}) Chat` : 'Chat'; }, [unread]);
 * ```
 */
export function useUnreadCount(options?: ConversationOptions): UnreadCountResult;
export function useUnreadCount<Selected>(
  options?: ConversationOptions & Partial<Selecting<UnreadCountResult, Selected>>,
): UnreadCountResult | Selected {
  const id = useConversationId(options);
  return useResult(useChatClient().inbox(), useMemo(() => countOf(id), [id]), options?.select);
}
