/**
 * Events that many subscribers get at once are executed once for all of them, and written as JSON once.
 *
 * The subscribers of one audience are handed the same event object, and the operations of the manifest use their variables for
 * the root field alone, so event and operation name the result. Execution sees no viewer, so that nothing of the first subscriber can
 * reach the others.
 */
import type { ExecutionResult } from 'graphql';
import type { Operation } from './documents.js';

type MaybePromise<T> = T | Promise<T>;

/** Results by event and operation. */
export interface SharedResults {
  /** The result that the subscribers share, made on the first call. */
  resultOf(event: object, operation: Operation, make: () => MaybePromise<ExecutionResult>): MaybePromise<ExecutionResult>;
  /** The JSON of a shared result, written on the first call; null for a result that is not shared. */
  jsonOf(result: ExecutionResult): string | null;
}

/** Makes an empty store; entries go with their events. */
export function createSharedResults(): SharedResults {
  const byEvent = new WeakMap<object, Map<Operation, MaybePromise<ExecutionResult>>>();
  const json = new WeakMap<ExecutionResult, string | null>();
  return {
    resultOf(event, operation, make) {
      let byOperation = byEvent.get(event);
      if (!byOperation) byEvent.set(event, (byOperation = new Map()));
      const known = byOperation.get(operation);
      if (known) return known;
      const made = make();
      byOperation.set(operation, made);
      if (!(made instanceof Promise)) {
        json.set(made, null);
        return made;
      }
      return made.then((result) => {
        json.set(result, null);
        byOperation.set(operation, result);
        return result;
      });
    },
    jsonOf(result) {
      const written = json.get(result);
      if (written === undefined || result.errors) return null;
      if (written !== null) return written;
      const text = JSON.stringify(result);
      json.set(result, text);
      return text;
    },
  };
}
