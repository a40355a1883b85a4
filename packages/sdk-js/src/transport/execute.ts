/** Runs documents on a channel: by their hash first, by their text where the server does not know the hash. */
import { ChatError, isRecord } from '../chat-error.js';
import type { FeedSink, OperationDocument } from '../operation.js';
import type { Channel, ChannelSink, WireRequest } from './channel.js';

/** Something that documents run on: HTTP, or one socket. */
export interface Executor {
  /** Runs a query or mutation. Rejects with a {@link ChatError}; with TIMEOUT when `wait` says so. */
  run<Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, wait: WaitFor): Promise<Data>;
  /** Runs a subscription. Returns the way to end it. */
  stream<Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, sink: FeedSink<Data>): () => void;
}

/** Calls back when a wait has lasted too long. Returns the way to call it off. */
export type WaitFor = (giveUp: () => void) => () => void;

/** Makes an executor. It remembers which hashes are not known on its channel. */
export function createExecutor(channel: Channel): Executor {
  const unknown = new Set<string>();

  const start = <Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, sink: ChannelSink<Data>): (() => void) => {
    const { hash } = document;
    // Asked before: of two that go out at once, both are told that the hash is not known.
    const byText = unknown.has(hash);
    let stop = channel<Data>(requestOf(document, variables, byText), {
      ...sink,
      next: (data) => {
        sink.next(data);
      },
      error: (error) => {
        if (error.code !== 'PERSISTED_QUERY_NOT_FOUND' || byText) {
          sink.error(error);
          return;
        }
        unknown.add(hash);
        stop = channel(requestOf(document, variables, true), sink);
      },
    });
    return () => {
      stop();
    };
  };

  return {
    stream: start,
    run: <Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, wait: WaitFor) =>
      new Promise<Data>((resolve, reject) => {
        const callOff = wait(() => {
          stop();
          reject(new ChatError('TIMEOUT', `unable to run ${document.field}; no answer came in time`));
        });
        const stop = start(document, variables, {
          next: (data) => {
            callOff();
            resolve(data);
          },
          error: (error) => {
            callOff();
            reject(error);
          },
          // After an answer this changes nothing.
          complete: () => {
            callOff();
            reject(new ChatError('NETWORK_ERROR', `unable to run ${document.field}; the server ended it without an answer`));
          },
        });
      }),
  };
}

function requestOf<Data, Variables>({ kind, field, hash, text }: OperationDocument<Data, Variables>, variables: Variables, byText: boolean): WireRequest {
  return {
    kind,
    field,
    body: {
      query: byText ? text : '',
      operationName: /^\s*\w+\s+(\w+)/.exec(text)?.[1] ?? null,
      variables: isRecord(variables) ? { ...variables } : {},
      ...(byText ? {} : { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }),
    },
  };
}
