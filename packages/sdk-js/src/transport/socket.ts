/** One WebSocket of the protocol graphql-transport-ws, from its opening to its end. It never reconnects: that is not its job. */
import { createClient, type Client } from 'graphql-ws/client';
import { Alarm, type ClientClock } from '../clock.js';
import { ChatError, isErrorCode, isRecord } from '../chat-error.js';
import type { ClientTiming } from '../timing.js';

/** Any implementation of the WHATWG WebSocket: the browser's own, or the class of the package `ws`. */
export interface WebSocketConstructor {
  new (url: string, protocols?: string | string[]): WebSocketLike;
}

/** What the SDK itself uses of a socket. */
export interface WebSocketLike {
  addEventListener(type: 'error', listener: () => void): void;
}

/** Why a socket ended. */
export interface SocketEnd {
  readonly error: ChatError;
  /** Whether it had been acknowledged before. */
  readonly wasOpen: boolean;
}

/** What a socket needs. */
export interface SocketOptions {
  readonly url: string;
  readonly token: string;
  readonly implementation: WebSocketConstructor;
  readonly clock: ClientClock;
  readonly timing: ClientTiming;
  /** Acknowledged by the server. */
  onOpen(socket: Socket): void;
  /** The server is about to leave: another connection is wanted, while this one still serves. */
  onLeaving(): void;
  /** Ended; called once, also for an attempt that never opened, but not after {@link Socket.close}. */
  onEnd(end: SocketEnd): void;
}

/** An open socket. */
export interface Socket {
  readonly subscribe: Client['subscribe'];
  /** Asks for a sign of life; without one the socket ends. */
  readonly probe: () => void;
  /** Ends it. Everything on it fails. */
  readonly close: () => void;
}

/** Starts an attempt. */
export function openSocket(options: SocketOptions): Socket {
  const { clock, timing } = options;
  const deadline = new Alarm(clock);
  const pong = new Alarm(clock);
  let raw: { send(data: string): void; readonly readyState: number } | null = null;
  let isOpen = false;
  let isOver = false;
  const taken = new Set<string>();

  const end = (error: ChatError) => {
    if (isOver) return;
    isOver = true;
    deadline.clear();
    pong.clear();
    options.onEnd({ error, wasOpen: isOpen });
  };
  const client: Client = createClient({
    url: options.url,
    webSocketImpl: guarded(options.implementation),
    connectionParams: { token: options.token },
    lazy: false,
    retryAttempts: 0,
    keepAlive: timing.pingIntervalMs,
    generateID: (payload) => {
      // Same feed, same id: then one frame of the server can serve every subscriber. An id is never used twice on a socket,
      // so that what is still under way for its first use cannot be taken for the second.
      const shared = `${payload.operationName ?? ''}:${String(payload.variables?.['conversationId'] ?? '')}`;
      const id = payload.operationName === 'ConversationFeed' && !taken.has(shared) ? shared : String(taken.size);
      taken.add(id);
      return id;
    },
    onNonLazyError: () => undefined,
    on: {
      opened: (socket) => {
        if (isRaw(socket)) raw = socket;
      },
      connected: () => {
        if (isOver) return;
        isOpen = true;
        deadline.clear();
        options.onOpen(handle);
      },
      ping: (received, payload) => {
        if (!received) pong.set(timing.pingTimeoutMs, terminate);
        else if (payload?.['please']) options.onLeaving();
      },
      // Another message is a sign of life, but nothing asks again before the answer has come.
      message: () => {
        if (pong.isSet) pong.set(timing.pingTimeoutMs, terminate);
      },
      pong: (received) => {
        if (received) pong.clear();
      },
      closed: (event) => {
        const { code, reason } = isRecord(event) ? event : {};
        end(explain(typeof code === 'number' ? code : 1006, typeof reason === 'string' ? reason : ''));
      },
    },
  });
  const terminate = () => {
    client.terminate();
  };
  const handle: Socket = {
    subscribe: client.subscribe,
    probe: () => {
      if (!raw || raw.readyState !== 1) return;
      pong.set(timing.pingTimeoutMs, terminate);
      raw.send('{"type":"ping"}');
    },
    close: () => {
      isOver = true;
      deadline.clear();
      pong.clear();
      if (isOpen) void Promise.resolve(client.dispose()).catch(() => undefined);
      else client.terminate();
    },
  };
  deadline.set(timing.connectTimeoutMs, () => {
    client.terminate();
    end(new ChatError('TIMEOUT', 'unable to connect; the server did not answer in time'));
  });
  return handle;
}

/** `ws` throws an error event that nobody listens to; a socket that is closed while it opens has one. */
function guarded(Implementation: WebSocketConstructor): WebSocketConstructor {
  return class extends Implementation {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('error', () => undefined);
    }
  };
}

function isRaw(socket: unknown): socket is { send(data: string): void; readonly readyState: number } {
  return isRecord(socket) && 'send' in socket && 'readyState' in socket;
}

/** The close code of a server that restarts (1012, RFC 6455's registry): nothing of the caller's. */
const RESTART = 1012;

/** What a close code means. A reason that begins with one of our codes says it itself. */
export function explain(code: number, reason: string): ChatError {
  const [word] = reason.split(/[^A-Z_]/);
  const known = code !== RESTART && isErrorCode(word) ? word : code === 4401 || code === 4403 ? 'UNAUTHENTICATED' : code === 4400 || code === 4406 ? 'QUERY_INVALID' : 'NETWORK_ERROR';
  return new ChatError(known, `unable to stay connected; the server closed the socket (${code}${reason ? ` ${reason}` : ''})`);
}
