import { ChatError, type ChatClient } from '@parley/sdk';
import { createContext, createElement, useContext, type ReactElement, type ReactNode } from 'react';

const ClientContext = createContext<ChatClient | null>(null);

/** Props of {@link ChatProvider}. */
export interface ChatProviderProps {
  /** The client that every hook below works with. Make it once, outside of the tree or in a state; it stays yours to close. */
  readonly client: ChatClient;
  readonly children?: ReactNode;
}

/**
 * Gives every hook below it the client of the signed-in user. It opens nothing by itself: the first hook that shows
 * something does. Another client (after a change of user) makes every hook start over with it.
 *
 * @example
 * ```tsx
 * const client = createChatClient({ url: 'https://chat.example.com/graphql', token: () => fetchToken() });
 *
 * root.render(
 *   <ChatProvider client={client}>
 *     <App />
 *   </ChatProvider>,
 * );
 * ```
 */
export function ChatProvider({ client, children }: ChatProviderProps): ReactElement {
  return createElement(ClientContext.Provider, { value: client }, children);
}

/**
 * The client of the nearest {@link ChatProvider}, for what no hook covers: `client.request`, `client.onReset`.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const client = useChatClient();
 * useEffect(() => client.onReset(({ conversationId }) => forgetDraft(conversationId)), [client]);
 * ```
 */
export function useChatClient(): ChatClient {
  const client = useContext(ClientContext);
  if (client === null) throw new ChatError('OUTSIDE_PROVIDER', 'unable to use the chat client; there is no ChatProvider above this component');
  return client;
}
