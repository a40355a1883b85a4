/** The stream of results of one subscription: its source's items, each turned into a result. */
import type { ExecutionResult } from 'graphql';

/** What a {@link createFeedStream} is made of. */
export interface FeedStreamOptions {
  readonly source: AsyncIterable<unknown>;
  /** Turns an item into what the client gets. */
  readonly toResult: (item: unknown) => ExecutionResult | Promise<ExecutionResult>;
  /** Turns a failure of the source into the last result of the stream. */
  readonly onFailure: (error: unknown) => ExecutionResult;
  /** Called once, however the stream ends. */
  readonly onEnd: () => void;
}

/** Results that can be ended from outside at any time, even while the next one is awaited. */
export type ResultStream = AsyncGenerator<ExecutionResult, void, undefined> & {
  /** Ends the stream with a failure, as if its source had failed, after the result under way. */
  fail(error: unknown): void;
};

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * Makes the stream. It is no async generator function, because those do not hear `return()` while they wait for their source,
 * and a silent feed would then outlive its subscriber.
 */
export function createFeedStream(options: FeedStreamOptions): ResultStream {
  const source = options.source[Symbol.asyncIterator]();
  let isEnded = false;
  let wake: (() => void) | null = null;
  const failures: unknown[] = [];

  const end = (): void => {
    if (isEnded) return;
    isEnded = true;
    options.onEnd();
    wake?.();
  };
  const closeSource = (): void => {
    // Not awaited: a source may only answer once it has something, and nobody waits for it any more.
    source.return?.()?.then(undefined, () => undefined);
  };
  const failed = (error: unknown): IteratorResult<ExecutionResult, void> => {
    end();
    closeSource();
    return { done: false, value: options.onFailure(error) };
  };
  const interrupted = (): Promise<'interrupted'> =>
    new Promise((resolve) => {
      wake = () => resolve('interrupted');
    });

  const stream: ResultStream = {
    async next() {
      if (isEnded) return DONE;
      try {
        if (failures.length > 0) throw failures[0];
        const step = await Promise.race([source.next(), interrupted()]);
        // A source that is closed because of a failure says that it is done, and may say so first.
        if (failures.length > 0) throw failures[0];
        if (step === 'interrupted') return DONE;
        if (step.done) {
          end();
          return DONE;
        }
        return { done: false, value: await options.toResult(step.value) };
      } catch (error) {
        return failed(error);
      }
    },
    async return() {
      end();
      closeSource();
      return DONE;
    },
    async throw(error) {
      end();
      closeSource();
      throw error;
    },
    fail(error) {
      if (isEnded) return;
      failures.push(error);
      closeSource();
      wake?.();
    },
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}
