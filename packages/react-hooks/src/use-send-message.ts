import type { ConversationHandle } from '@parley/sdk';
import { useConversationHandle, type ConversationOptions } from './conversation-provider.js';

/**
 * The function that sends into a conversation, for components that do not show messages: it never renders them again.
 * The message is shown at once by every {@link useMessages} of that conversation.
 *
 * @returns A function of stable identity that takes a text or `{ text, parentId, metadata, audience }` and resolves with
 * the message once the server has it. It rejects with a ChatError, which may be ignored: the item shows it too.
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider, or when no conversation is named.
 * @example
 * ```tsx
 * const sendMessage = useSendMessage();
 * return <button onClick={() => sendMessage('I am at the door')}>At the door</button>;
 * ```
 */
export function useSendMessage(options?: ConversationOptions): ConversationHandle['send'] {
  return useConversationHandle(options).send;
}
