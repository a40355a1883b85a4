/** Runs operations, the same way whatever transport they came by: found, limited, executed, and their errors masked. */
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { Deps } from '../deps.js';
import type { GraphQLContext } from '../graphql/context.js';
import { checkMeasures, measure } from '../graphql/limits.js';
import { type ErrorView, toWireError } from '../graphql/masking.js';
import { stopwatch } from '../kernel/clock.js';
import { ChatError, type ErrorCode } from '../kernel/errors.js';
import { isPushedFeed, type PushedFeed } from '../log/pushed-feed.js';
import { DocumentError, type DocumentStore, fieldAt, NO_FIELD, type Operation, type OperationParams } from './documents.js';
import type { Leaver } from './drain.js';
import { createExecutor } from './executor.js';
import { createFeedMeter, type FeedMeter } from './feed-meter.js';
import { createFeedStream, type ResultStream } from './feed-stream.js';
import type { Metrics } from './metrics.js';
import type { Overload } from './overload.js';
import { PulledFeed } from './pulled-feed.js';
import { chargesOf, keyOf, type RateLimits } from './rates.js';
import { createSharedResults, OutgoingResult, type SharedResults } from './shared-results.js';
import { isSharedItem } from './sharing.js';

/** An operation with all that it needs to run. */
export interface Run {
  readonly operation: Operation;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GraphQLContext;
  readonly transport: 'http' | 'ws';
  /** The trace that the client belongs to, as it says. */
  readonly traceparent: string | null;
}

/** An operation as it came from a client. */
export type Request = OperationParams & { readonly variables?: Readonly<Record<string, unknown>> | null | undefined };

/** Runs operations. */
export interface Engine {
  readonly schema: GraphQLSchema;
  readonly shared: SharedResults;
  readonly meter: FeedMeter;
  /** The kind of operation that a client means; null for what cannot be found: {@link prepare} tells why. */
  kindOf(request: Request): Operation['kind'] | null;
  /**
   * Finds the operation that a client means and charges it to the caller's budgets.
   * @throws DocumentError, or ChatError with OVERLOADED, QUERY_INVALID, QUERY_TOO_COMPLEX, PERSISTED_QUERY_NOT_FOUND or RATE_LIMITED.
   */
  prepare(request: Request, context: GraphQLContext): Promise<Operation>;
  /** Runs a query or mutation. Never rejects. */
  execute(run: Run): Promise<ExecutionResult>;
  /**
   * Opens a subscription as a stream of results. A failure, at the start or later, ends the stream with a last result that has `errors`.
   * `onEnd` is called once, however it ends.
   */
  subscribe(run: Run, onEnd?: () => void): Promise<ResultStream>;
  /** The streams that are open, as a drain sees them. No more are opened from now on; clients resume on another node. */
  drain(): readonly Leaver[];
  /**
   * Opens a subscription whose reader is called with each item. Call {@link closed} once when it is over.
   * @throws what {@link errorsOf} turns into the errors to answer.
   */
  open(run: Run): Promise<PushedFeed<unknown>>;
  /** A subscription that {@link open} has opened is over. */
  closed(run: Run): void;
  /** The result of an item, executed once for all who share it. */
  resultOf(run: Run, item: unknown): OutgoingResult | Promise<OutgoingResult>;
  /** The errors to answer for something thrown outside execution. */
  errorsOf(error: unknown, requestId: string, operation?: Operation): readonly GraphQLError[];
}

/** What an {@link Engine} is made of. */
export interface EngineOptions {
  readonly deps: Deps;
  readonly schema: GraphQLSchema;
  readonly documents: DocumentStore;
  readonly rates: RateLimits;
  readonly metrics: Metrics;
  readonly overload: Overload;
}

/** Makes the engine of one server. */
export function createEngine(options: EngineOptions): Engine {
  const { deps, schema, metrics, overload } = options;
  const shared = createSharedResults();
  const executor = createExecutor(schema);
  const meter = createFeedMeter({ metrics, clock: deps.clock });
  const { limits } = deps.config;
  const feeds = new Set<ResultStream>();
  let isDraining = false;

  const viewOf = (requestId: string, operation?: Operation): ErrorView => ({
    requestId,
    log: deps.log,
    hasSuggestions: deps.config.hasIntrospection,
    count: ({ code, details }, path) => {
      const field = operation ? fieldAt(operation, path) : NO_FIELD;
      metrics.errors.inc({ code, field });
      deps.log.debug({ event: 'operation.refused', code, field, request_id: requestId }, 'refused');
      if (code === 'RESYNC_REQUIRED') metrics.resyncs.inc();
      if (code === 'OVERLOADED') metrics.shed.inc({ limit: String(details?.['limit'] ?? 'none') });
    },
  });

  const masked = (result: ExecutionResult, { context: { requestId }, operation }: Run): ExecutionResult => {
    if (!result.errors) return result;
    // Without data nothing was executed: what is wrong are the variables.
    const plain: ErrorCode = 'data' in result ? 'INTERNAL' : 'INVALID_INPUT';
    return { ...result, errors: result.errors.map((error) => toWireError(error, viewOf(requestId, operation), plain)) };
  };

  const argsOf = (run: Run): ExecutionArgs => ({
    schema,
    document: run.operation.document,
    operationName: run.operation.definition.name?.value,
    variableValues: run.variables,
    contextValue: run.context,
  });

  const resultOf = (run: Run, item: unknown): OutgoingResult | Promise<OutgoingResult> => {
    if (isSharedItem(run.operation, item)) {
      return shared.resultOf(item, run.operation, () => {
        const result = executor.run(run.operation, { variables: run.variables, context: { ...run.context, viewer: null }, rootValue: item, areVariablesTaken: true });
        return result instanceof Promise ? result.then((settled) => masked(settled, run)) : masked(result, run);
      });
    }
    const result = executor.run(run.operation, { variables: run.variables, context: run.context, rootValue: item, areVariablesTaken: true });
    return result instanceof Promise ? result.then((settled) => new OutgoingResult(masked(settled, run))) : new OutgoingResult(masked(result, run));
  };

  const errorsOf = (error: unknown, requestId: string, operation?: Operation): readonly GraphQLError[] => {
    const view = viewOf(requestId, operation);
    if (error instanceof SubscribeError) return error.errors.map((each) => toWireError(each, view, 'INVALID_INPUT'));
    if (error instanceof DocumentError) return error.errors.map((each) => toWireError(each, view, 'QUERY_INVALID'));
    return [toWireError(error, view)];
  };

  const openSource = async (run: Run): Promise<AsyncIterable<unknown>> => {
    metrics.operations.inc({ kind: 'subscription', field: fieldOf(run), transport: run.transport });
    const opened = await createSourceEventStream(argsOf(run));
    if (!isAsyncIterable(opened)) throw new SubscribeError(opened.errors ?? []);
    metrics.subscriptions.inc({ field: fieldOf(run) });
    return opened;
  };

  return {
    schema,
    shared,
    meter,
    kindOf(request) {
      try {
        return options.documents.find(request).kind;
      } catch {
        return null;
      }
    },
    async prepare(request, context) {
      const operation = options.documents.find(request);
      if (operation.kind !== 'subscription') overload.admit();
      if (!operation.isKnown) {
        const measures = measure({ schema, operation: operation.definition, fragments: operation.fragments, variables: request.variables ?? {} });
        checkMeasures(measures, limits);
      }
      await overload.during(async () => {
        for (const [what, points] of chargesOf(operation, context.viewer)) {
          await options.rates.take(what, keyOf(what, context.viewer, context.ip), points);
        }
      });
      return operation;
    },
    async execute(run) {
      metrics.operations.inc({ kind: run.operation.kind, field: run.operation.rootFields[0] ?? NO_FIELD, transport: run.transport });
      const elapsed = stopwatch();
      const result = await overload.during(() => executor.run(run.operation, run));
      if (run.operation.rootFields.includes('sendMessage') && result.data?.['sendMessage']) {
        metrics.sends.inc();
        metrics.sendSeconds.observe(elapsed() / 1000);
      }
      return masked(result, run);
    },
    async subscribe(run, onEnd) {
      if (isDraining) throw stopping();
      const field = fieldOf(run);
      const opened = await openSource(run).catch((error: unknown) => new FailedSource(error));
      let replayedUpTo: number | null = null;
      const stream = createFeedStream({
        source: opened,
        toResult: async (item) => {
          if (replayedUpTo === null) replayedUpTo = meter.began(field, item);
          else meter.saw(item, replayedUpTo);
          return (await resultOf(run, item)).result;
        },
        onFailure: (error) => ({ errors: errorsOf(error, run.context.requestId, run.operation) }),
        onEnd: () => {
          if (!(opened instanceof FailedSource)) metrics.subscriptions.dec({ field });
          feeds.delete(stream);
          onEnd?.();
        },
      });
      feeds.add(stream);
      return stream;
    },
    async open(run) {
      const source = await openSource(run);
      return isPushedFeed(source) ? source : new PulledFeed(source);
    },
    closed: (run) => metrics.subscriptions.dec({ field: fieldOf(run) }),
    resultOf,
    drain() {
      isDraining = true;
      return [...feeds].map((stream): Leaver => {
        const close = (): void => stream.fail(stopping());
        return { ask: close, isBusy: () => false, isGone: () => !feeds.has(stream), close };
      });
    },
    errorsOf,
  };
}

function stopping(): ChatError {
  return new ChatError('UNAVAILABLE', 'unable to go on; the server is about to stop', { retryAfterMs: 500 });
}

function fieldOf({ operation }: Run): string {
  return operation.rootFields[0] ?? NO_FIELD;
}

/** The errors with which a subscription was refused. */
class SubscribeError extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('unable to open feed');
  }
}

/** A source that could not be opened: it fails when it is read. */
class FailedSource implements AsyncIterable<unknown> {
  constructor(readonly error: unknown) {}

  [Symbol.asyncIterator](): AsyncIterator<unknown> {
    return { next: () => Promise.reject(this.error) };
  }
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
