/**
 * Events that many subscribers get at once are executed once for all of them, and written as JSON once.
 *
 * The subscribers of one audience are handed the same event object, and the operations of the manifest use their variables for
 * the root field alone, so event and operation name the result. Execution sees no viewer, so that nothing of the first subscriber can
 * reach the others.
 */
import type { ExecutionResult } from 'graphql';
import { withoutHttp } from '../graphql/masking.js';
import type { Operation } from './documents.js';
import { nextFrame } from './frames.js';

type MaybePromise<T> = T | Promise<T>;

/** One result on its way to one or many subscribers: its JSON is written once, and so is its frame while they use the same operation id. */
export class OutgoingResult {
  #json: string | null = null;
  #id: string | null = null;
  #frame: Buffer | null = null;

  constructor(readonly result: ExecutionResult) {}

  /** The finished WebSocket frame of the `next` message for the operation `id`. */
  frame(id: string): Buffer {
    if (this.#frame !== null && this.#id === id) return this.#frame;
    this.#json ??= JSON.stringify(withoutHttpErrors(this.result));
    this.#frame = nextFrame(id, this.#json);
    this.#id = id;
    return this.#frame;
  }
}

/** Results by event and operation. */
export interface SharedResults {
  /** The result that the subscribers share, made on the first call. */
  resultOf(event: object, operation: Operation, make: () => MaybePromise<ExecutionResult>): MaybePromise<OutgoingResult>;
  /** How many results were made: one for each event and operation, however many got it. */
  readonly made: number;
}

/** The result without what only the HTTP transport reads. */
function withoutHttpErrors(result: ExecutionResult): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map(withoutHttp) } : result;
}

/** Makes an empty store; entries go with their events. */
export function createSharedResults(): SharedResults {
  const byOperation = new WeakMap<Operation, WeakMap<object, MaybePromise<OutgoingResult>>>();
  let made = 0;
  // A fan-out asks for the same thing again and again.
  let last: { event: object; operation: Operation; result: OutgoingResult } | null = null;
  return {
    get made() {
      return made;
    },
    resultOf(event, operation, make) {
      if (last !== null && last.event === event && last.operation === operation) return last.result;
      let byEvent = byOperation.get(operation);
      if (!byEvent) byOperation.set(operation, (byEvent = new WeakMap()));
      const known = byEvent.get(event);
      if (known) return known;
      made += 1;
      const result = make();
      if (!(result instanceof Promise)) {
        const outgoing = new OutgoingResult(result);
        byEvent.set(event, outgoing);
        last = { event, operation, result: outgoing };
        return outgoing;
      }
      const coming = result.then((settled) => {
        const outgoing = new OutgoingResult(settled);
        byEvent.set(event, outgoing);
        return outgoing;
      });
      byEvent.set(event, coming);
      return coming;
    },
  };
}
