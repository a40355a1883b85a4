/** Runs operations, the same way whatever transport they came by: found, limited, executed, and their errors masked. */
import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Deps } from '../deps.js';
import type { GraphQLContext } from '../graphql/context.js';
import { checkMeasures, measure } from '../graphql/limits.js';
import { type ErrorView, toWireError } from '../graphql/masking.js';
import { ChatError, type ErrorCode } from '../kernel/errors.js';
import { DocumentError, type DocumentStore, type Operation, type OperationParams } from './documents.js';
import { createFeedMeter } from './feed-meter.js';
import { createFeedStream, type ResultStream } from './feed-stream.js';
import type { Metrics } from './metrics.js';
import { chargesOf, keyOf, type RateLimits } from './rates.js';
import { createSharedResults, type SharedResults } from './shared-results.js';

/** An operation with all that it needs to run. */
export interface Run {
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GraphQLContext;
  readonly transport: 'http' | 'ws';
}

/** An operation as it came from a client. */
export type Request = OperationParams & { readonly variables?: Readonly<Record<string, unknown>> | null | undefined };

/** Runs operations. */
export interface Engine {
  readonly schema: GraphQLSchema;
  readonly shared: SharedResults;
  /**
   * Finds the operation that a client means and charges it to the caller's budgets.
   * @throws DocumentError, or ChatError with QUERY_INVALID, QUERY_TOO_COMPLEX, PERSISTED_QUERY_NOT_FOUND or RATE_LIMITED.
   */
  prepare(request: Request, context: GraphQLContext): Promise<Operation>;
  /** Runs a query or mutation. Never rejects. */
  execute(run: Run): Promise<ExecutionResult>;
  /**
   * Opens a subscription. A failure, at the start or later, ends the stream: over HTTP as a last result with `errors`, over WebSocket
   * by throwing a GraphQLError that becomes the protocol's `error` message. `onEnd` is called once, however it ends.
   */
  subscribe(run: Run, onEnd?: () => void): Promise<ResultStream>;
  /** Ends every feed that is open over HTTP, since this server stops: clients resume on another. */
  endFeeds(): void;
  /** The errors to answer for something thrown before execution. */
  errorsOf(error: unknown, requestId: string): readonly GraphQLError[];
}

/** What an {@link Engine} is made of. */
export interface EngineOptions {
  readonly deps: Deps;
  readonly schema: GraphQLSchema;
  readonly documents: DocumentStore;
  readonly rates: RateLimits;
  readonly metrics: Metrics;
}

/** Makes the engine of one server. */
export function createEngine(options: EngineOptions): Engine {
  const { deps, schema, metrics } = options;
  const shared = createSharedResults();
  const { limits } = deps.config;
  const feeds = new Set<ResultStream>();

  const viewOf = (requestId: string): ErrorView => ({
    requestId,
    log: deps.log,
    hasSuggestions: deps.config.hasIntrospection,
    count: (code: ErrorCode) => {
      metrics.errors.inc({ code });
      if (code === 'RESYNC_REQUIRED') metrics.resyncs.inc();
    },
  });

  const masked = (result: ExecutionResult, requestId: string): ExecutionResult => {
    if (!result.errors) return result;
    // Without data nothing was executed: what is wrong are the variables.
    const plain: ErrorCode = 'data' in result ? 'INTERNAL' : 'INVALID_INPUT';
    return { ...result, errors: result.errors.map((error) => toWireError(error, viewOf(requestId), plain)) };
  };

  const argsOf = (run: Run): ExecutionArgs => ({
    schema,
    document: run.operation.document,
    operationName: run.operation.definition.name?.value,
    variableValues: run.variables,
    contextValue: run.context,
  });

  const resultOfItem = async (run: Run, item: unknown): Promise<ExecutionResult> => {
    const { requestId } = run.context;
    if (run.operation.isKnown && run.operation.isShareable && run.operation.rootFields[0] === 'conversationFeed' && isSharedEvent(item)) {
      return shared.resultOf(item, run.operation, async () =>
        masked(await execute({ ...argsOf(run), contextValue: { ...run.context, viewer: null }, rootValue: item }), requestId),
      );
    }
    return masked(await execute({ ...argsOf(run), rootValue: item }), requestId);
  };

  return {
    schema,
    shared,
    async prepare(request, context) {
      const operation = options.documents.find(request);
      if (!operation.isKnown) {
        const measures = measure({ schema, operation: operation.definition, fragments: operation.fragments, variables: request.variables ?? {} });
        checkMeasures(measures, limits);
      }
      for (const [what, points] of chargesOf(operation, context.viewer)) {
        await options.rates.take(what, keyOf(what, context.viewer, context.ip), points);
      }
      return operation;
    },
    async execute(run) {
      metrics.operations.inc({ kind: run.operation.kind, transport: run.transport });
      const startedAt = deps.clock.now().getTime();
      const result = await execute(argsOf(run));
      if (run.operation.rootFields.includes('sendMessage') && result.data?.['sendMessage']) {
        metrics.sends.inc();
        metrics.sendSeconds.observe((deps.clock.now().getTime() - startedAt) / 1000);
      }
      return masked(result, run.context.requestId);
    },
    async subscribe(run, onEnd) {
      metrics.operations.inc({ kind: 'subscription', transport: run.transport });
      const field = run.operation.rootFields[0] ?? 'unknown';
      const meter = createFeedMeter({ metrics, clock: deps.clock, field });
      const opened = await createSourceEventStream(argsOf(run));
      metrics.subscriptions.inc({ field });
      const stream = createFeedStream({
        source: isAsyncIterable(opened) ? opened : failing(new SubscribeError(opened.errors ?? [])),
        toResult: (item) => {
          meter.saw(item);
          return resultOfItem(run, item);
        },
        onFailure: (error) => {
          const errors =
            error instanceof SubscribeError
              ? (masked({ errors: error.errors }, run.context.requestId).errors ?? [])
              : [toWireError(error, viewOf(run.context.requestId))];
          return run.transport === 'http' ? { last: { errors } } : { thrown: errors[0] ?? new GraphQLError('unable to open feed') };
        },
        onEnd: () => {
          metrics.subscriptions.dec({ field });
          feeds.delete(stream);
          onEnd?.();
        },
      });
      // A socket's feeds end with the socket.
      if (run.transport === 'http') feeds.add(stream);
      return stream;
    },
    endFeeds() {
      for (const stream of feeds) stream.fail(new ChatError('UNAVAILABLE', 'unable to go on; the server is about to stop'));
    },
    errorsOf(error, requestId) {
      if (error instanceof DocumentError) return error.errors.map((each) => toWireError(each, viewOf(requestId), 'QUERY_INVALID'));
      return [toWireError(error, viewOf(requestId))];
    },
  };
}

/** The errors with which a subscription was refused. */
class SubscribeError extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('unable to open feed');
  }
}

async function* failing(error: Error): AsyncGenerator<never, void, undefined> {
  throw error;
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** First items belong to one subscriber; every other item of a conversation's feed is handed to a whole audience. */
function isSharedEvent(item: unknown): item is object {
  return typeof item === 'object' && item !== null && 'type' in item && item.type !== 'ConversationSnapshot' && item.type !== 'ConversationResumed';
}
