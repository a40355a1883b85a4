/** Finds the handle that everybody of a client shares, as `client.conversation(id)` does for conversations. */
import { contextOf, type ClientContext } from '../context.js';
import type { ChatClient } from '../create-chat-client.js';
import type { EngineListeners } from '../feed/feed-engine.js';

/** Makes the function that answers with the one handle that a client has. */
export function perClient<Handle>(make: (context: ClientContext, client: ChatClient) => Handle): (client: ChatClient) => Handle {
  const handles = new WeakMap<ChatClient, { readonly handle: Handle }>();
  return (client) => {
    const known = handles.get(client) ?? { handle: make(contextOf(client), client) };
    handles.set(client, known);
    return known.handle;
  };
}

/** What {@link perOptions} gives to the maker of a handle. */
export interface HandleSetup<Options> {
  readonly client: ChatClient;
  readonly context: ClientContext;
  readonly options: Options;
  /** Pass it on to the store, so that a handle that nobody uses is forgotten. */
  readonly listeners: EngineListeners;
}

/** Makes the function that answers with the same handle for options of the same content, while anybody uses it. */
export function perOptions<Options extends object, Handle>(make: (setup: HandleSetup<Options>) => Handle): (client: ChatClient, options: Options) => Handle {
  const handlesOf = perClient(() => new Map<string, Handle>());
  return (client, options) => {
    const handles = handlesOf(client);
    const key = keyOf(options);
    const known = handles.get(key);
    if (known !== undefined) return known;
    const listeners: EngineListeners = {
      // A handle that was kept and is used again is the one that others get.
      onOpen: () => {
        if (!handles.has(key)) handles.set(key, made);
      },
      onIdle: () => {
        if (handles.get(key) === made) handles.delete(key);
      },
    };
    const made = make({ client, context: contextOf(client), options, listeners });
    handles.set(key, made);
    return made;
  };
}

/** The same text for the same content: what is undefined is left out, and the order of the fields does not count. */
function keyOf(options: object): string {
  return JSON.stringify(options, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}
