/** The same door on Node, where the package `ws` stands in for the WebSocket of a browser. Found through the exports map. */
import { createClientOn, type ChatClient, type ChatClientOptions } from './create-chat-client.js';

export * from './index.js';

/**
 * Makes a client of one user. Opens nothing until something is asked of it. Throws a `ChatError` INVALID_INPUT when the
 * address is none.
 *
 * @example
 * const client = createChatClient({ url: 'http://localhost:4000/graphql', token });
 */
export function createChatClient(options: ChatClientOptions): ChatClient {
  return createClientOn({ loadWebSocket: async () => (await import('ws')).WebSocket }, options);
}
