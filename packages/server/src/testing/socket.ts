import { WebSocket } from 'ws';
import { Arrivals } from './arrivals.js';
import { textOf, type Document, type GraphQLAnswer, type TestError, type Variables } from './document.js';
import { within } from './deadline.js';

/** How a socket ended. */
export interface SocketEnd {
  readonly code: number;
  readonly reason: string;
}

/** A subscription of a test. Nothing that arrives is missed, whenever it is asked for. */
export interface TestSubscription<D> {
  /** The next answer not yet taken that `accepts` takes; rejects when the subscription ends without it, or after thirty seconds. */
  next(accepts?: (data: D) => boolean, ms?: number): Promise<D>;
  /** All that has arrived. */
  readonly all: readonly D[];
  /** Arrived and not yet taken. */
  readonly unread: readonly D[];
  /** Resolves when it ends: with the errors that ended it, empty when it completed. */
  readonly ended: Promise<readonly TestError[]>;
  /** Ends it from the client's side. */
  stop(): void;
}

/** A graphql-transport-ws connection that shows its frames. */
export interface TestSocket {
  /** Runs a query or mutation on this socket. */
  request<D>(document: Document<D>, variables?: Variables): Promise<GraphQLAnswer<D>>;
  /** Subscribes; `onData` is told of each answer as it arrives, beside the queue. */
  subscribe<D>(document: Document<D>, variables?: Variables, onData?: (data: D) => void): TestSubscription<D>;
  /** Resolves when the socket is closed, by whichever side. */
  readonly closed: Promise<SocketEnd>;
  /** Every frame that came in, parsed. */
  readonly frames: readonly unknown[];
  /** The connection beneath, for sending nonsense or holding it up. */
  readonly raw: WebSocket;
  close(code?: number): Promise<SocketEnd>;
}

interface Listener {
  next(payload: GraphQLAnswer<unknown>): void;
  error(errors: readonly TestError[]): void;
  complete(): void;
}

/**
 * Connects and waits for the acknowledgement.
 * @throws with the close code in its message when the server refuses.
 */
export async function connectSocket(url: string, payload: Record<string, unknown>, headers: Record<string, string> = {}): Promise<TestSocket> {
  const raw = new WebSocket(url.replace(/^http/, 'ws'), 'graphql-transport-ws', { headers });
  const frames: unknown[] = [];
  const listeners = new Map<string, Listener>();
  let acknowledge = (): void => undefined;
  const acknowledged = new Promise<void>((resolve) => (acknowledge = resolve));
  let failed: unknown = null;
  raw.on('error', (error) => (failed = error));
  const closed = new Promise<SocketEnd>((resolve) => {
    raw.on('close', (code, reason) => {
      resolve({ code, reason: reason.toString() });
      for (const listener of listeners.values()) listener.error([{ message: `the socket closed: ${code} ${reason.toString()}` }]);
    });
  });
  raw.on('open', () => raw.send(JSON.stringify({ type: 'connection_init', payload })));
  raw.on('message', (data) => {
    const frame: unknown = JSON.parse(String(data));
    frames.push(frame);
    if (!isFrame(frame)) return;
    if (frame.type === 'connection_ack') acknowledge();
    else if (frame.type === 'ping') raw.send('{"type":"pong"}');
    else handOver(frame, listeners);
  });
  await within(
    Promise.race([
      acknowledged,
      closed.then(({ code, reason }) => {
        throw new Error(`unable to connect; the server closed with ${code} ${reason}${failed instanceof Error ? ` (${failed.message})` : ''}`);
      }),
    ]),
    'connection_ack',
  );
  return socketOver({ raw, frames, listeners, closed });
}

interface Parts {
  readonly raw: WebSocket;
  readonly frames: readonly unknown[];
  readonly listeners: Map<string, Listener>;
  readonly closed: Promise<SocketEnd>;
}

function socketOver({ raw, frames, listeners, closed }: Parts): TestSocket {
  let count = 0;
  const start = (document: Document<unknown>, variables: Variables | undefined, listener: Listener): string => {
    const id = `t${(count += 1)}`;
    listeners.set(id, listener);
    raw.send(JSON.stringify({ id, type: 'subscribe', payload: { query: textOf(document), variables: variables ?? {} } }));
    return id;
  };
  return {
    raw,
    frames,
    closed,
    request<D>(document: Document<D>, variables?: Variables) {
      const answer = new Promise<GraphQLAnswer<D>>((resolve, reject) => {
        let last: GraphQLAnswer<D> | null = null;
        const id = start(document, variables, {
          // The wire has no types: the document says what comes.
          next: (payload) => (last = payload as GraphQLAnswer<D>),
          error: (errors) => resolve({ data: null, errors }),
          complete: () => {
            listeners.delete(id);
            if (last) resolve(last);
            else reject(new Error('the operation completed without an answer'));
          },
        });
      });
      return within(answer, `an answer to ${textOf(document).slice(0, 80)}`);
    },
    subscribe<D>(document: Document<D>, variables?: Variables, onData?: (data: D) => void) {
      const arrivals = new Arrivals<D>(`an item of ${textOf(document).slice(0, 60)}`);
      let finish = (_errors: readonly TestError[]): void => undefined;
      const ended = new Promise<readonly TestError[]>((resolve) => (finish = resolve));
      const end = (errors: readonly TestError[]): void => {
        arrivals.end(new Error(`the subscription has ended: ${JSON.stringify(errors)}`));
        finish(errors);
      };
      const id = start(document, variables, {
        next(payload) {
          if (payload.errors) end(payload.errors);
          else if (payload.data !== null) {
            const data = payload.data as D;
            onData?.(data);
            arrivals.push(data);
          }
        },
        error: end,
        complete: () => end([]),
      });
      return {
        next: (accepts?: (data: D) => boolean, ms?: number) => arrivals.next(accepts, ms),
        all: arrivals.all,
        get unread() {
          return arrivals.unread;
        },
        ended,
        stop() {
          listeners.delete(id);
          if (raw.readyState === WebSocket.OPEN) raw.send(JSON.stringify({ id, type: 'complete' }));
          end([]);
        },
      };
    },
    close(code = 1000) {
      raw.close(code);
      return within(closed, 'the socket to close');
    },
  };
}

interface Frame {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

function isFrame(value: unknown): value is Frame {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function handOver({ type, id = '', payload }: Frame, listeners: Map<string, Listener>): void {
  const listener = listeners.get(id);
  if (!listener) return;
  if (type === 'next' && isAnswer(payload)) listener.next(payload);
  else if (type === 'error' && Array.isArray(payload)) listener.error(payload.filter(isError));
  else if (type === 'complete') listener.complete();
}

function isAnswer(value: unknown): value is GraphQLAnswer<unknown> {
  return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
}

function isError(value: unknown): value is TestError {
  return typeof value === 'object' && value !== null && 'message' in value;
}
