/** Runs documents through urql: the only module that knows it. */
import { Client, createRequest, fetchExchange, subscriptionExchange, type CombinedError, type OperationResult } from '@urql/core';
import type { ExecutionResult, Sink, SubscribePayload } from 'graphql-ws/client';
import { ChatError, fromWire, isRecord, toChatError } from '../chat-error.js';
import type { FeedSink, OperationDocument } from '../operation.js';

/** Something that documents run on: HTTP, or one socket. */
export interface Executor {
  /** Runs a query or mutation. Rejects with a {@link ChatError}; `signal` ends the wait and lets go of the request. */
  run<Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, wait: WaitFor): Promise<Data>;
  /** Runs a subscription. Returns the way to end it. */
  stream<Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, sink: FeedSink<Data>): () => void;
}

/** Calls back when a wait has lasted too long. Returns the way to call it off. */
export type WaitFor = (giveUp: () => void) => () => void;

/** What HTTP needs. */
export interface HttpOptions {
  readonly url: string;
  readonly fetch: typeof globalThis.fetch;
  /** Headers of each request, at that moment. */
  headers(): Record<string, string>;
}

/** Requests by POST; subscriptions as server-sent events. */
export function httpExecutor(options: HttpOptions): Executor {
  const client = new Client({
    url: options.url,
    exchanges: [fetchExchange],
    fetchSubscriptions: true,
    preferGetMethod: false,
    requestPolicy: 'network-only',
    fetch: options.fetch,
    fetchOptions: () => ({ headers: options.headers() }),
  });
  return executor(client);
}

/** Everything over one socket. */
export function socketExecutor(subscribe: (payload: SubscribePayload, sink: Sink<ExecutionResult>) => () => void): Executor {
  const client = new Client({
    url: 'socket:',
    exchanges: [
      subscriptionExchange({
        enableAllOperations: true,
        forwardSubscription: ({ query, variables, operationName, extensions }) => ({
          subscribe: (sink) => {
            let isSilent = true;
            const unsubscribe = subscribe(
              { query: query ?? '', variables: { ...variables }, operationName: operationName ?? null, extensions: extensions ?? null },
              {
                next: (result) => {
                  isSilent = false;
                  sink.next(result);
                },
                error: (error) => {
                  sink.error(error);
                },
                // urql forgets to say that an operation ended which never answered.
                complete: () => {
                  if (isSilent) sink.error(new Error('the server ended the operation without an answer'));
                  else sink.complete();
                },
              },
            );
            return { unsubscribe };
          },
        }),
      }),
    ],
    requestPolicy: 'network-only',
    preferGetMethod: false,
  });
  return executor(client);
}

function executor(client: Client): Executor {
  // Documents whose hash this server does not know: asked for by text from then on.
  const unknown = new Set<string>();

  const runOnce = <Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, wait: WaitFor) =>
    new Promise<Data>((resolve, reject) => {
      let calledOff: (() => void) | null = null;
      let isDone = false;
      const stop = () => {
        // Within the callback of a source that answers at once there is nothing to stop yet.
        void Promise.resolve().then(() => {
          subscription.unsubscribe();
        });
      };
      const source = client.executeRequestOperation(client.createRequestOperation<Data>(document.kind, request(document, variables, unknown)));
      const subscription = source.subscribe((result: OperationResult<Data>) => {
        if (isDone || result.stale) return;
        isDone = true;
        calledOff?.();
        stop();
        if (result.error) reject(errorOf(result.error, document.field));
        else if (result.data === undefined) reject(new ChatError('INTERNAL', `unable to run ${document.field}; the answer is empty`));
        else resolve(result.data);
      });
      if (isDone) return;
      calledOff = wait(() => {
        if (isDone) return;
        isDone = true;
        subscription.unsubscribe();
        reject(new ChatError('TIMEOUT', `unable to run ${document.field}; no answer came in time`));
      });
    });

  return {
    run: async (document, variables, wait) => {
      try {
        return await runOnce(document, variables, wait);
      } catch (error) {
        if (!forgets(error) || unknown.has(document.hash)) throw error;
        unknown.add(document.hash);
        return runOnce(document, variables, wait);
      }
    },
    stream: <Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, sink: FeedSink<Data>) => {
      let isOver = false;
      let stop: () => void = () => undefined;
      const start = () => {
        let before: unknown = null;
        const source = client.executeRequestOperation(client.createRequestOperation<Data>(document.kind, request(document, variables, unknown)));
        const subscription = source.subscribe((result: OperationResult<Data>) => {
          if (isOver) return;
          if (result.error) {
            const error = errorOf(result.error, document.field);
            stop();
            if (forgets(error) && !unknown.has(document.hash)) {
              unknown.add(document.hash);
              // Later, because urql is still winding up the operation that has the same key.
              void Promise.resolve().then(() => {
                if (!isOver) start();
              });
              return;
            }
            isOver = true;
            sink.error(error);
            return;
          }
          // The end repeats the last item.
          if (result.data !== undefined && result.data !== before) {
            before = result.data;
            sink.next(result.data);
          }
          if (!result.hasNext && !isOver) {
            isOver = true;
            stop();
            sink.complete();
          }
        });
        stop = () => {
          subscription.unsubscribe();
        };
      };
      start();
      return () => {
        if (isOver) return;
        isOver = true;
        stop();
      };
    },
  };
}

function forgets(error: unknown): boolean {
  return error instanceof ChatError && error.code === 'PERSISTED_QUERY_NOT_FOUND';
}

function request<Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, unknown: ReadonlySet<string>) {
  const extensions = unknown.has(document.hash) ? undefined : { persistedQuery: { version: 1 as const, sha256Hash: document.hash } };
  return createRequest<Data, { [key: string]: unknown }>(document.text, isRecord(variables) ? { ...variables } : {}, extensions);
}

function errorOf(error: CombinedError, field: string): ChatError {
  const [first] = error.graphQLErrors;
  if (first) return fromWire({ message: first.message, extensions: first.extensions });
  const response: unknown = error.response;
  if (response instanceof Response) return fromStatus(response, field, error.networkError);
  return toChatError(error.networkError ?? error, `run ${field}`);
}

/** An answer that is no GraphQL at all comes from something in between. */
function fromStatus(response: Response, field: string, cause: unknown): ChatError {
  const after = Number(response.headers.get('retry-after'));
  const retryAfterMs = Number.isFinite(after) && after > 0 ? after * 1000 : null;
  const code = response.status === 401 ? 'UNAUTHENTICATED' : response.status === 429 ? 'RATE_LIMITED' : response.status === 503 ? 'UNAVAILABLE' : 'NETWORK_ERROR';
  return new ChatError(code, `unable to run ${field}; the server answered with status ${response.status}`, { retryAfterMs, cause });
}
