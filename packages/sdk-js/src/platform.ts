/** Browsers, React Native, workers: the platform has a WebSocket of its own. */
import { createClientOn, type ChatClient, type ChatClientOptions } from './create-chat-client.js';

/**
 * Makes a client of one user. Opens nothing until something is asked of it. Throws a `ChatError` INVALID_INPUT when the
 * address is none.
 *
 * @example
 * const client = createChatClient({ url: 'http://localhost:4000/graphql', token: () => fetchToken() });
 */
export function createChatClient(options: ChatClientOptions): ChatClient {
  return createClientOn({ loadWebSocket: async () => globalThis.WebSocket ?? null }, options);
}
