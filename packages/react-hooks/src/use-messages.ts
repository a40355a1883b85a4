import type { ConversationHandle, ConversationState, Message, MessageItem, SyncStatus } from '@parley/sdk';
import { useConversationHandle, type ConversationOptions } from './conversation-provider.js';
import { initialConversation } from './initial-states.js';
import { loadable, useResult, type Loadable, type Selecting, type View } from './use-result.js';

/** What {@link useMessages} returns. The functions keep their identity for as long as the conversation is the same. */
export type MessagesResult = Loadable & {
  readonly syncStatus: SyncStatus;
  /**
   * The loaded part of the conversation, oldest first, replies included; then what is on its way. Use `key` as React
   * key: it stays the same from sending to read. Own messages carry `status` (sending, sent, delivered, read, failed),
   * and once failed `error`, `retry()` and `discard()`. An item keeps its identity while nothing of it changes.
   */
  readonly messages: readonly MessageItem[];
  /** Whether older messages can be loaded. */
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Loads an older page before the list; does nothing while one is loading or when there is none. Rejects with a ChatError. */
  readonly loadMore: () => Promise<void>;
  /** Shows the message at once and sends it; resolves when the server has it. A failure is also on the item, so the promise may be ignored. */
  readonly sendMessage: ConversationHandle['send'];
  /** Replaces the text of an own message. Rejects with a ChatError. */
  readonly editMessage: (messageId: string, text: string) => Promise<Message>;
  /** Leaves a tombstone in the message's place. Rejects with a ChatError. */
  readonly deleteMessage: (messageId: string) => Promise<Message>;
  /** Adds the viewer's reaction. Rejects with a ChatError. */
  readonly addReaction: (messageId: string, emoji: string) => Promise<Message>;
  /** Takes the viewer's reaction back. Rejects with a ChatError. */
  readonly removeReaction: (messageId: string, emoji: string) => Promise<Message>;
  /** Tells the others that the viewer has read up to `seq`. Default: to the end. Never goes back. */
  readonly markRead: (seq?: number) => Promise<void>;
  /** Opens the feed again after `failed`. */
  readonly retry: () => void;
};

const view: View<ConversationState, ConversationHandle, MessagesResult> = {
  initial: initialConversation,
  project: (state, handle) => ({
    ...loadable(state),
    syncStatus: state.syncStatus,
    messages: state.messages,
    // While loading, the feed may know of more before it is known whose messages they are: a list at its top would ask at once.
    hasMore: state.hasMore && state.status === 'ready',
    isLoadingMore: state.isLoadingMore,
    loadMore: handle.loadMore,
    sendMessage: handle.send,
    editMessage: handle.edit,
    deleteMessage: handle.deleteMessage,
    addReaction: handle.addReaction,
    removeReaction: handle.removeReaction,
    markRead: handle.markRead,
    retry: handle.retry,
  }),
};

/** The part of the result that `select` takes. */
export function useMessages<Selected>(options: ConversationOptions & Selecting<MessagesResult, Selected>): Selected;
/**
 * The messages of a conversation: the list is here, kept current and in order, without a hole after any reconnect.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider, or when no conversation is named.
 * @example
 * ```tsx
 * const { messages, hasMore, loadMore, sendMessage } = useMessages();
 * return (
 *   <>
 *     {hasMore ? <button onClick={loadMore}>Earlier messages</button> : null}
 *     {messages.map((message) => (
 *       <p key={message.key}>
 *         {message.sender.displayName}: {message.text}
 *         {message.isOwn ? <small>{message.status}</small> : null}
 *         {message.status === 'failed' ? <button onClick={message.retry}>Send again</button> : null}
 *       </p>
 *     ))}
 *     <button onClick={() => sendMessage('On my way')}>On my way</button>
 *   </>
 * );
 * ```
 */
export function useMessages(options?: ConversationOptions): MessagesResult;
export function useMessages<Selected>(
  options?: ConversationOptions & Partial<Selecting<MessagesResult, Selected>>,
): MessagesResult | Selected {
  return useResult(useConversationHandle(options), view, options?.select);
}
