import type { IsolationLevel, SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, SqlQueryable, Transaction } from '@prisma/driver-adapter-utils';
import type { Observers } from './connection.js';
import { asUnavailable } from './errors.js';
import { currentScope, noteFailure, refuseInsideTransaction } from './scope.js';

const FRAME = /^(BEGIN|COMMIT|ROLLBACK|SET TRANSACTION)/;
/** What ends a transaction, other than a return to a savepoint. */
const END = /^(COMMIT|ROLLBACK)(?! TO\b)/;

/** A database out of reach arrives as `UNAVAILABLE`: of raw statements as it is, of a model's in an error of Prisma's with that code, which `asUnavailable` undoes. */
function noted(error: unknown): never {
  noteFailure();
  throw asUnavailable(error);
}

class Observed<Q extends SqlQueryable> implements SqlQueryable {
  readonly provider = 'postgres';
  readonly adapterName: string;

  constructor(
    protected readonly inner: Q,
    protected readonly observers: Observers,
  ) {
    this.adapterName = inner.adapterName;
  }

  async queryRaw(query: SqlQuery) {
    this.told(query.sql);
    return this.inner.queryRaw(query).catch(noted);
  }

  async executeRaw(query: SqlQuery) {
    this.told(query.sql);
    return this.inner.executeRaw(query).catch(noted);
  }

  protected told(text: string): void {
    if (!FRAME.test(text)) this.observers.tell(text);
  }
}

class ObservedTransaction extends Observed<Transaction> implements Transaction {
  readonly #scope = currentScope();

  get options() {
    return this.inner.options;
  }

  override async executeRaw(query: SqlQuery) {
    // Prisma sends the end as a statement first. What the work sent behind it, before that was answered, would stand alone and be kept.
    if (END.test(query.sql)) this.#leave();
    return super.executeRaw(query);
  }

  commit(): Promise<void> {
    this.#leave();
    return this.inner.commit();
  }

  rollback(): Promise<void> {
    this.#leave();
    return this.inner.rollback();
  }

  /** Prisma gives a slow transaction up while its work still runs. What that work does from here on would be on a connection that is somebody else's. */
  #leave(): void {
    if (this.#scope) this.#scope.connection = null;
  }

  async createSavepoint(name: string): Promise<void> {
    await this.inner.createSavepoint?.(name);
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await this.inner.rollbackToSavepoint?.(name);
  }

  async releaseSavepoint(name: string): Promise<void> {
    await this.inner.releaseSavepoint?.(name);
  }
}

class ObservedDriver extends Observed<SqlDriverAdapter> implements SqlDriverAdapter {
  protected override told(text: string): void {
    refuseInsideTransaction('query the database');
    super.told(text);
  }

  executeScript(script: string): Promise<void> {
    return this.inner.executeScript(script);
  }

  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (currentScope()?.connection) refuseInsideTransaction('begin a transaction');
    return new ObservedTransaction(await this.inner.startTransaction(isolationLevel).catch(noted), this.observers);
  }

  getConnectionInfo() {
    return this.inner.getConnectionInfo?.() ?? { supportsRelationJoins: true };
  }

  dispose(): Promise<void> {
    return this.inner.dispose();
  }
}

/** Wraps a driver so that every statement of Prisma is told, and none slips past the transaction it should be part of. */
export function observedAdapter(factory: SqlDriverAdapterFactory, observers: Observers): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => new ObservedDriver(await factory.connect(), observers),
  };
}
