/**
 * What became of an operation, as its caller knows it: `done` was acknowledged, `failed` was refused for good, `unknown` may have had its
 * effect or not (no answer came, or one that does not tell).
 */
export type Outcome = 'done' | 'failed' | 'unknown';

/** One call of one client. */
export interface Operation {
  readonly kind: 'send' | 'edit' | 'react' | 'remove' | 'add' | 'ask' | 'accept' | 'reject' | 'resolve';
  /** Name of who called. */
  readonly by: string;
  readonly conversationId: string;
  /** Names the effect: the same for a first call and its retries. Its text, or the client id where the caller chose it. */
  readonly key: string;
  /** Client id; null where the SDK made it and no answer told it. */
  clientId: string | null;
  /** Milliseconds since the run began. */
  readonly invokedAt: number;
  endedAt: number | null;
  outcome: Outcome;
  /** Error code of what was refused or is unknown. */
  code: string | null;
  /** What the acknowledgement said. */
  seq: number | null;
  messageId: string | null;
}

/** What an acknowledgement says. */
export interface Acknowledgement {
  readonly seq: number;
  readonly messageId: string;
  readonly clientId: string | null;
}

/** An operation that has begun; it counts as unknown until it is told otherwise. */
export interface Pending {
  readonly operation: Operation;
  done(acknowledgement: Acknowledgement): void;
  failed(code: string): void;
  unknown(code: string): void;
}

/** Everything that clients did in one run, in the order of its beginning. */
export class History {
  readonly operations: Operation[] = [];
  readonly #startedAt = performance.now();

  /** Milliseconds since the run began. */
  now(): number {
    return Math.round(performance.now() - this.#startedAt);
  }

  begin(call: Pick<Operation, 'kind' | 'by' | 'conversationId' | 'key'> & { readonly clientId?: string }): Pending {
    const operation: Operation = {
      ...call,
      clientId: call.clientId ?? null,
      invokedAt: this.now(),
      endedAt: null,
      outcome: 'unknown',
      code: null,
      seq: null,
      messageId: null,
    };
    this.operations.push(operation);
    const end = (outcome: Outcome, code: string | null): void => {
      Object.assign(operation, { outcome, code, endedAt: this.now() });
    };
    return {
      operation,
      done({ seq, messageId, clientId }) {
        end('done', null);
        Object.assign(operation, { seq, messageId, clientId: clientId ?? operation.clientId });
      },
      failed: (code) => end('failed', code),
      unknown: (code) => end('unknown', code),
    };
  }

  count(outcome: Outcome): number {
    return this.operations.filter((operation) => operation.outcome === outcome).length;
  }
}
