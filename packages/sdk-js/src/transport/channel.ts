/** One operation on the wire: over HTTP by urql's fetch source, over a socket by graphql-ws. No other module knows them. */
import type { CombinedError, Operation } from '@urql/core';
import { makeFetchSource } from '@urql/core/internal';
import { subscribe } from 'wonka';
import { ChatError, fromWire, isRecord, isWireError, toChatError } from '../chat-error.js';
import type { OperationKind } from '../operation.js';
import type { Socket } from './socket.js';

/** An operation, ready to be sent. */
export interface WireRequest {
  readonly kind: OperationKind;
  /** The root field, for messages. */
  readonly field: string;
  /** What goes over the wire: `query` is empty where the hash in `extensions` stands for it. */
  readonly body: {
    readonly query: string;
    readonly operationName: string | null;
    readonly variables: Record<string, unknown>;
    readonly extensions?: Record<string, unknown>;
  };
}

/** Receives what an operation answers. After `error` or `complete` nothing follows. */
export interface ChannelSink<Data> {
  next(data: Data): void;
  error(error: ChatError): void;
  complete(): void;
}

/** Sends an operation. The result ends it; nothing is received from then on. */
export type Channel = <Data>(request: WireRequest, sink: ChannelSink<Data>) => () => void;

/** What HTTP needs. */
export interface HttpOptions {
  readonly url: string;
  readonly fetch: typeof globalThis.fetch;
  /** Headers of each request, at that moment. */
  headers(): Record<string, string>;
}

/** Everything over one socket. */
export function socketChannel(socket: Pick<Socket, 'subscribe'>): Channel {
  return <Data>({ field, body }: WireRequest, sink: ChannelSink<Data>) =>
    socket.subscribe<Data>(body, {
      next: ({ data, errors }) => {
        const [first] = errors ?? [];
        if (first) sink.error(fromWire(first));
        else if (data) sink.next(data);
      },
      error: (error) => {
        const first: unknown = Array.isArray(error) ? error[0] : null;
        sink.error(isWireError(first) ? fromWire(first) : toChatError(error, `run ${field}`));
      },
      complete: () => {
        sink.complete();
      },
    });
}

/** Requests by POST; subscriptions as server-sent events. */
export function httpChannel(options: HttpOptions): Channel {
  return <Data>({ kind, field, body }: WireRequest, sink: ChannelSink<Data>) => {
    const { url } = options;
    const fetch = abortedLater(options.fetch);
    const query: unknown = { kind: 'Document', definitions: [] };
    if (!isDocument(query)) return () => undefined;
    const operation: Operation = { key: 0, kind, query, variables: body.variables, context: { url, fetch, requestPolicy: 'network-only' } };
    const source = makeFetchSource(operation, url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: kind === 'subscription' ? 'text/event-stream' : 'application/graphql-response+json, application/json',
        ...options.headers(),
      },
      body: JSON.stringify({ ...body, query: body.query === '' ? undefined : body.query }),
    });
    let before: unknown;
    let isOver = false;
    const finish = (tell: () => void) => {
      if (isOver) return;
      isOver = true;
      tell();
    };
    const { unsubscribe } = subscribe((result: { data?: Data; error?: CombinedError | undefined; hasNext: boolean }) => {
      if (isOver) return;
      if (result.error) {
        const error = fromCombined(result.error, field);
        finish(() => {
          sink.error(error);
        });
        return;
      }
      // The end of a stream repeats its last item.
      if (result.data && result.data !== before) {
        before = result.data;
        sink.next(result.data);
      }
      if (!result.hasNext) {
        finish(() => {
          sink.complete();
        });
      }
    })(source);
    return () => {
      isOver = true;
      unsubscribe();
    };
  };
}

/**
 * A stream that is aborted while its reader stops reading it rejects where nobody can hear it, which ends a Node process. So the reader goes first.
 */
function abortedLater(fetch: HttpOptions['fetch']): HttpOptions['fetch'] {
  return (input, init) => {
    if (!init?.signal) return fetch(input, init);
    const own = new AbortController();
    init.signal.addEventListener('abort', () => setTimeout(() => own.abort()));
    return fetch(input, { ...init, signal: own.signal });
  };
}

/** urql wants a parsed document beside the body. It does not read it, so we spare ourselves the parser. */
function isDocument(query: unknown): query is Operation['query'] {
  return isRecord(query) && query['kind'] === 'Document';
}

function fromCombined(error: CombinedError, field: string): ChatError {
  const [first] = error.graphQLErrors;
  const response: unknown = error.response;
  if (first) return fromWire(first);
  if (!(response instanceof Response) || response.ok) return toChatError(error.networkError, `run ${field}`);
  // An answer that is no GraphQL at all comes from something in between.
  const { status, headers } = response;
  const code = status === 401 ? 'UNAUTHENTICATED' : status === 429 ? 'RATE_LIMITED' : 'NETWORK_ERROR';
  return new ChatError(code, `unable to run ${field}; the server answered with status ${status}`, { retryAfterMs: Number(headers.get('retry-after')) * 1000 || null });
}
