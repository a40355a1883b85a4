import { AsyncLocalStorage } from 'node:async_hooks';
import type { Connection } from './connection.js';

/** The transaction that the running code is inside of. */
export interface TransactionScope {
  /** Set as soon as the transaction has its connection. */
  connection: Connection | null;
  /** Code that outlives its transaction is no longer inside it. */
  isOver: boolean;
  /** A statement of it has failed, so PostgreSQL may turn its COMMIT into a rollback. */
  hasFailed: boolean;
}

const scopes = new AsyncLocalStorage<TransactionScope>();
let open = 0;

/** Runs `work` as the inside of a transaction. The scope is over when it has settled. */
export async function runInScope<T>(scope: TransactionScope, work: () => Promise<T>): Promise<T> {
  open += 1;
  try {
    return await scopes.run(scope, work);
  } finally {
    scope.isOver = true;
    open -= 1;
    // While a scope can be looked up Node watches every promise of the process, which doubles what each one costs.
    if (open === 0) scopes.disable();
  }
}

/** The transaction that the caller is inside of, or null. */
export function currentScope(): TransactionScope | null {
  const scope = scopes.getStore();
  return scope && !scope.isOver ? scope : null;
}

/** Notes that a statement of the transaction under way has failed. */
export function noteFailure(): void {
  const scope = currentScope();
  if (scope) scope.hasFailed = true;
}

/**
 * Refuses work outside of the transaction by code that is inside one. The embedded database has one connection, where such
 * a call would wait for itself; on PostgreSQL it would miss what the transaction wrote.
 */
export function refuseInsideTransaction(operation: string): void {
  if (currentScope()) throw new Error(`unable to ${operation}; inside a transaction only the transaction itself may be used`);
}
