/** An engine whose operations are traced. */
import type { ExecutionResult } from 'graphql';
import type { Config } from '../config.js';
import { inOperation, type OperationSpan } from '../kernel/tracing.js';
import { NO_FIELD } from './documents.js';
import type { Engine, Run } from './engine.js';

/** The same engine, with a span for each operation while traces are on. The span of a subscription tells of its opening. */
export function tracedEngine(engine: Engine, config: Pick<Config, 'trustsTraceparent'>): Engine {
  const spanOf = ({ operation: { kind, rootFields }, transport, traceparent }: Run): OperationSpan => ({
    name: `${kind} ${rootFields[0] ?? NO_FIELD}`,
    attributes: { 'graphql.operation.type': kind, 'parley.transport': transport },
    traceparent,
    isTrusted: config.trustsTraceparent,
  });
  return {
    ...engine,
    execute: (run) => inOperation(spanOf(run), () => engine.execute(run), codeOf),
    open: (run) => inOperation(spanOf(run), () => engine.open(run), () => null),
    subscribe: (run, onEnd) => inOperation(spanOf(run), () => engine.subscribe(run, onEnd), () => null),
  };
}

function codeOf({ errors }: ExecutionResult): string | null {
  return errors?.[0] ? String(errors[0].extensions['code']) : null;
}
