/** The public door of the SDK. */
import type { ErrorReport } from './chat-error.js';
import { systemClock, type ClientClock } from './clock.js';
import { Connection, type LinkState, type TransportKind } from './connection/connection.js';
import { watchHints } from './connection/hints.js';
import { CONTEXT, type ClientContext, type ContextOwner, type ResetEvent } from './context.js';
import { createConversation, type ConversationHandle, type OwnedConversation } from './conversation/handle.js';
import { MarkBook } from './conversation/mark-book.js';
import type { SyncStatus } from './feed/feed-engine.js';
import { SendMessageDocument } from './generated/operations.js';
import type { Person } from './generated/types.js';
import { createInbox, type InboxHandle, type OwnedInbox } from './inbox/handle.js';
import type { OperationRunner } from './operation.js';
import { Outbox } from './outbox/outbox.js';
import { createRunner } from './runner.js';
import { memoryStorage, type ChatStorage } from './storage.js';
import { callSafely, createStore, keepRecord, type ReadableStore } from './store.js';
import { DEFAULT_TIMING, type ClientTiming } from './timing.js';
import { TokenSource, readClaims, type TokenOption } from './token.js';
import { httpChannel } from './transport/channel.js';
import { createExecutor } from './transport/execute.js';
import type { WebSocketConstructor } from './transport/socket.js';
import { httpUrl, socketUrl } from './url.js';
import { watchViewer } from './viewer.js';

/** How to reach the server and as whom. */
export interface ChatClientOptions {
  /** The address of the server's `/graphql`, with http or https. Without a path, `/graphql` is meant. */
  readonly url: string;
  /** A signed user token or an API key, or a function that gets one. The function is called again before a token ends. */
  readonly token: TokenOption;
  /** Keeps unsent messages; `browserStorage()` lets them outlive a reload. Default: memory. */
  readonly storage?: ChatStorage | undefined;
  /** What carries feeds. `auto` takes a WebSocket, else server-sent events, else polling, and goes back when it can. */
  readonly transport?: TransportKind | 'auto' | undefined;
  /** Where the platform has no WebSocket of its own. On Node the package `ws` is used without asking. */
  readonly webSocketImpl?: WebSocketConstructor | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly clock?: ClientClock | undefined;
  readonly timing?: Partial<ClientTiming> | undefined;
  /** Hears of errors that no caller waits for, such as a storage that refuses. */
  readonly onError?: ErrorReport | undefined;
}

/** The connection as hooks and programs see it. */
export interface ConnectionState extends LinkState {
  /** Over all feeds that are open: `resetting` before `replaying` before `synced`. */
  readonly syncStatus: SyncStatus;
}

/**
 * A client of one user. It opens nothing until something is asked of it.
 *
 * @example
 * const client = createChatClient({ url: 'http://localhost:4000/graphql', token });
 * const conversation = client.conversation(id);
 * conversation.subscribe(() => console.log(conversation.getSnapshot().messages.at(-1)?.text));
 * await conversation.send('hello');
 */
export interface ChatClient extends OperationRunner {
  readonly connection: ReadableStore<ConnectionState>;
  /** The user of the token; null until the server has said who it is. */
  readonly viewer: ReadableStore<Person | null>;
  /** The handle of a conversation: the same object for the same id while anybody uses it. Opens nothing by itself. */
  conversation(id: string): ConversationHandle;
  /** The handle of the inbox: always the same object. Opens nothing by itself. */
  inbox(): InboxHandle;
  /** Connects now: at first, or after `failed`, or without waiting for the next attempt. */
  connect(): void;
  /** Hears when a conversation (or, with null, the inbox) was built anew because it could not be resumed. */
  onReset(listener: (event: ResetEvent) => void): () => void;
  /** Ends everything, for good. What is unsent stays in the storage. Resolves when it is there. */
  close(): Promise<void>;
}

/** What differs between platforms. */
export interface Platform {
  loadWebSocket(): Promise<WebSocketConstructor | null>;
}

/** Makes a client on a platform. Throws a `ChatError` INVALID_INPUT when the address is none. */
export function createClientOn(platform: Platform, options: ChatClientOptions): ChatClient & ContextOwner {
  const clock = options.clock ?? systemClock;
  const timing: ClientTiming = { ...DEFAULT_TIMING, ...options.timing };
  const url = httpUrl(options.url);
  const tokens = new TokenSource(options.token, clock);
  const report: ErrorReport = (error) => {
    callSafely(() => options.onError?.(error));
  };
  const channel = httpChannel({
    url,
    fetch: options.fetch ?? ((...request) => globalThis.fetch(...request)),
    headers: (): Record<string, string> => (tokens.current === null ? {} : { authorization: `Bearer ${tokens.current}` }),
  });
  const http = createExecutor(channel);
  const viewer = createStore<Person | null>(null);
  const link: Connection = new Connection({
    socketUrl: socketUrl(url),
    transport: options.transport ?? 'auto',
    tokens,
    http,
    clock,
    timing,
    loadWebSocket: async () => options.webSocketImpl ?? (await platform.loadWebSocket()),
    probe: async () => {
      await people.load(http);
    },
  });
  const runner = createRunner({ link, tokens, http, clock, timing });
  const people = watchViewer({ viewer, link, wait: runner.wait, clock, timing });

  const conversations = new Map<string, OwnedConversation>();
  const resets = new Set<(event: ResetEvent) => void>();
  let inbox: OwnedInbox | null = null;
  let isClosed = false;

  const connection = createStore<ConnectionState>({ ...link.state.getSnapshot(), syncStatus: 'synced' });
  const showConnection = () => {
    const all = [...[...conversations.values()].map((each) => each.syncStatus()), inbox?.syncStatus() ?? 'synced'];
    const syncStatus = all.includes('resetting') ? 'resetting' : all.includes('replaying') ? 'replaying' : 'synced';
    connection.set(keepRecord(connection.getSnapshot(), { ...link.state.getSnapshot(), syncStatus }));
  };
  const connect = () => {
    if (link.state.getSnapshot().status === 'idle') link.dispatch({ type: 'connect' });
  };

  const delivered = new MarkBook({ clock, timing, runner });
  const outbox = new Outbox({
    clock,
    timing,
    storage: options.storage ?? memoryStorage(),
    key: async () => {
      const { audience, subject } = readClaims(await tokens.get());
      return `parley/outbox/${audience ?? ''}/${subject ?? 'key'}`;
    },
    send: async ({ conversationId, clientId, text, parentId, metadata, audience }) => {
      const input = { conversationId, clientId, text, parentId: parentId ?? undefined, metadata: metadata ?? undefined, audience: audience ?? undefined };
      return (await runner.request(SendMessageDocument, { input })).sendMessage.message;
    },
    report,
  });

  const context: ClientContext = {
    clock,
    timing,
    runner,
    outbox,
    delivered,
    viewer,
    connect,
    report,
    feed: {
      link: link.link,
      clock,
      timing,
      wait: (giveUp) => runner.wait(giveUp),
      refused: (error) => {
        link.refused(error);
      },
      fallBack: () => {
        link.fallBack();
      },
    },
    reset: (event) => {
      for (const listener of [...resets]) {
        callSafely(() => {
          listener(event);
        });
      }
    },
    listed: (id) => conversations.get(id)?.handle.retry(),
    syncChanged: showConnection,
  };

  link.state.subscribe(showConnection);
  link.link.subscribe(() => {
    if (!link.link.getSnapshot()) return;
    outbox.wake();
    delivered.wake();
    for (const each of conversations.values()) each.wake();
  });
  const unwatch = watchHints((hint) => {
    link.dispatch({ type: hint });
  });

  return {
    [CONTEXT]: context,
    connection,
    viewer,
    request: runner.request,
    subscribe: (document, variables, sink) => {
      connect();
      return runner.subscribe(document, variables, sink);
    },
    conversation: (id) => {
      const known = conversations.get(id);
      if (known) return known.handle;
      const made: OwnedConversation = createConversation(context, id, {
        // A handle that was kept and is used again is the one that others get.
        onOpen: () => {
          if (!conversations.has(id)) conversations.set(id, made);
        },
        onIdle: () => {
          if (conversations.get(id) === made) conversations.delete(id);
        },
      });
      conversations.set(id, made);
      return made.handle;
    },
    inbox: () => (inbox ??= createInbox(context)).handle,
    connect: () => {
      link.dispatch({ type: 'connect' });
    },
    onReset: (listener) => {
      resets.add(listener);
      return () => {
        resets.delete(listener);
      };
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      unwatch();
      for (const each of [...conversations.values()]) each.end();
      inbox?.end();
      delivered.close();
      link.dispatch({ type: 'close' });
      runner.close();
      people.close();
      await outbox.close();
    },
  };
}
