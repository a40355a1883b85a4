/**
 * Traces of OpenTelemetry that follow a message from its mutation to every device. Only the API is always there; without an SDK
 * registered in the process before the server starts, every function here is a check of one variable.
 */
import {
  type Attributes,
  context,
  type Context,
  type Link,
  ProxyTracerProvider,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Tracer,
} from '@opentelemetry/api';

let tracer: Tracer | null = null;

/** Looks whether the process has an SDK, and traces from now on if so. Call it when a server starts. */
export function enableTracing(): boolean {
  const provider = trace.getTracerProvider();
  const hasSdk = !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer('@parley/server') !== undefined;
  tracer = hasSdk ? trace.getTracer('@parley/server') : null;
  return hasSdk;
}

/** What a span is called and says. Ids and counts, never contents. */
export interface SpanOf {
  readonly name: string;
  readonly attributes?: Attributes;
}

/** How an operation of a client begins its trace. */
export interface OperationSpan extends SpanOf {
  /** The client's own `traceparent`, if it sent one. */
  readonly traceparent: string | null;
  /** Whether the client's trace is continued, and its sampling decision kept; else it is linked. */
  readonly isTrusted: boolean;
}

/** Runs an operation of a client inside a span. `codeOf` finds the error code in its result. */
export function inOperation<T>(of: OperationSpan, work: () => Promise<T>, codeOf: (result: T) => string | null): Promise<T> {
  if (!tracer) return work();
  const remote = contextOf(of.traceparent);
  const link = remote && !of.isTrusted ? linkTo(trace.getSpan(remote)) : null;
  const parent = remote && of.isTrusted ? remote : ROOT_CONTEXT;
  const span = tracer.startSpan(of.name, { kind: SpanKind.SERVER, attributes: of.attributes ?? {}, links: link ? [link] : [] }, parent);
  return within(span, parent, work, codeOf);
}

/** Runs work inside a span below the one under way; just runs it where there is none. */
export function inSpan<T>(of: SpanOf, work: () => Promise<T>): Promise<T> {
  return tracer && isRecording() ? within(tracer.startSpan(of.name, { attributes: of.attributes ?? {} }), context.active(), work) : work();
}

/** Runs a statement of the database inside a span below the one under way. */
export function inStatement<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (!tracer || !isRecording()) return work();
  const attributes = { 'db.system.name': 'postgresql', 'db.query.summary': name };
  return within(tracer.startSpan(`db ${name}`, { kind: SpanKind.CLIENT, attributes }), context.active(), work);
}

/** A place in a trace to go on from later; null where nothing is traced. */
export type TracePoint = Context | null;

/** The place where the caller is. */
export function tracePoint(): TracePoint {
  return tracer && isRecording() ? context.active() : null;
}

/** Runs work for several callers at once: in one span below the first of them, linked with the spans of the others both ways. */
export function forAll<T>(points: readonly TracePoint[], of: SpanOf, work: () => Promise<T>): Promise<T> {
  if (!tracer) return work();
  const [first, ...others] = points.filter((point) => point !== null);
  if (!first) return work();
  const spans = others.flatMap((point) => trace.getSpan(point) ?? []);
  const links = spans.flatMap((span) => linkTo(span) ?? []);
  const span = tracer.startSpan(of.name, { attributes: { ...of.attributes, 'parley.calls': points.length }, links }, first);
  for (const other of spans) other.addLink({ context: span.spanContext() });
  return within(span, first, work);
}

/** The `traceparent` that goes along with an event over the bus; null where nothing is traced. One span tells of the publishing. */
export function publishedAs(of: SpanOf): string | null {
  if (!tracer || !isRecording()) return null;
  const span = tracer.startSpan(of.name, { kind: SpanKind.PRODUCER, attributes: of.attributes ?? {} });
  span.end();
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

/**
 * Tells of the handing over of an event to a group of subscribers. It ends with the turn of the event loop, when the frames of all
 * of them have been written.
 */
export function deliveredTo(of: SpanOf, traceparent: string): void {
  if (!tracer) return;
  const parent = contextOf(traceparent);
  if (!parent) return;
  const span = tracer.startSpan(of.name, { kind: SpanKind.CONSUMER, attributes: of.attributes ?? {} }, parent);
  setImmediate(() => span.end());
}

/** Whether the caller is inside a span that is sampled and has not ended. */
function isRecording(): boolean {
  return trace.getActiveSpan()?.isRecording() ?? false;
}

async function within<T>(span: Span, parent: Context, work: () => Promise<T>, codeOf: (result: T) => string | null = () => null): Promise<T> {
  try {
    const result = await context.with(trace.setSpan(parent, span), work);
    const code = codeOf(result);
    if (code !== null) failed(span, code);
    return result;
  } catch (error) {
    // The message may hold what a user wrote; the code does not.
    failed(span, error instanceof Error && 'code' in error ? String(error.code) : 'INTERNAL');
    throw error;
  } finally {
    span.end();
  }
}

function failed(span: Span, code: string): void {
  span.setAttribute('error.type', code);
  span.setStatus({ code: SpanStatusCode.ERROR, message: code });
}

function linkTo(span: Span | undefined): Link | null {
  return span ? { context: span.spanContext() } : null;
}

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The context that a `traceparent` names; null for one that is malformed. */
function contextOf(traceparent: string | null): Context | null {
  const [, traceId, spanId, flags] = traceparent === null ? [] : (TRACEPARENT.exec(traceparent) ?? []);
  if (traceId === undefined || spanId === undefined || flags === undefined) return null;
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}
