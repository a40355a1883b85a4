import { ChatError, type ConversationHandle } from '@parley/sdk';
import { createContext, createElement, useContext, useEffect, useMemo, type ReactElement, type ReactNode } from 'react';
import { useChatClient } from './chat-provider.js';

const ConversationContext = createContext<string | null>(null);

/** Props of {@link ConversationProvider}. */
export interface ConversationProviderProps {
  /** The conversation that the hooks below mean when they name none. */
  readonly conversationId: string;
  readonly children?: ReactNode;
}

/** Which conversation a hook means. */
export interface ConversationOptions {
  /** The conversation to use. Default: that of the nearest {@link ConversationProvider}. */
  readonly conversationId?: string | undefined;
}

/**
 * Names the conversation for the hooks below it and keeps its feed open while it is mounted, so that children may come
 * and go without loading anything again.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * <ConversationProvider conversationId={conversationId}>
 *   <MessageList />
 *   <Composer />
 * </ConversationProvider>
 * ```
 */
export function ConversationProvider({ conversationId, children }: ConversationProviderProps): ReactElement {
  const client = useChatClient();
  useEffect(() => client.conversation(conversationId).retain(), [client, conversationId]);
  return createElement(ConversationContext.Provider, { value: conversationId }, children);
}

/** The id that the options or the nearest provider name; null when neither does. */
export function useConversationId(options: ConversationOptions | undefined): string | null {
  const provided = useContext(ConversationContext);
  return options?.conversationId ?? provided;
}

/**
 * The conversation that a hook means.
 *
 * @throws ChatError OUTSIDE_PROVIDER when neither the options nor a provider names one.
 */
export function useConversationHandle(options: ConversationOptions | undefined): ConversationHandle {
  const client = useChatClient();
  const id = useConversationId(options);
  if (id === null) {
    throw new ChatError('OUTSIDE_PROVIDER', 'unable to use the conversation; give a conversationId or render below a ConversationProvider');
  }
  return useMemo(() => client.conversation(id), [client, id]);
}
