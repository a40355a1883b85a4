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
  /**
   * The finished `next` frame of a shared result for the operation id `id`; null for a result that is not shared. The JSON is written
   * once, and while subscribers use the same id, as the SDK's do, so is the frame.
   */
  frameOf(result: ExecutionResult, id: string): Buffer | null;
}

interface Written {
  json: string | null;
  last: { readonly id: string; readonly frame: Buffer } | null;
}

/** Makes an empty store; entries go with their events. */
export function createSharedResults(): SharedResults {
  const byEvent = new WeakMap<object, Map<Operation, MaybePromise<ExecutionResult>>>();
  const written = new WeakMap<ExecutionResult, Written>();
  return {
    resultOf(event, operation, make) {
      let byOperation = byEvent.get(event);
      if (!byOperation) byEvent.set(event, (byOperation = new Map()));
      const known = byOperation.get(operation);
      if (known) return known;
      const made = make();
      byOperation.set(operation, made);
      if (!(made instanceof Promise)) {
        written.set(made, { json: null, last: null });
        return made;
      }
      return made.then((result) => {
        written.set(result, { json: null, last: null });
        byOperation.set(operation, result);
        return result;
      });
    },
    frameOf(result, id) {
      const frames = written.get(result);
      if (!frames || result.errors) return null;
      if (frames.last?.id === id) return frames.last.frame;
      frames.json ??= JSON.stringify(result);
      const frame = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":${frames.json}}`);
      frames.last = { id, frame };
      return frame;
    },
  };
}
