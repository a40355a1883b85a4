import type { StatementObserver } from './connection.js';
import type { Db, HotStatement, Tx } from './contract.js';
import type { Driver } from './driver.js';
import { openEmbedded, type EmbeddedOptions } from './embedded.js';
import { inStatement } from '../kernel/tracing.js';
import { asUnavailable, isLostRace } from './errors.js';
import { PrismaClient, type Prisma } from './generated/client.js';
import { migrateDatabase, type MigrateOptions, type MigrationReport } from './migrate.js';
import { openPostgres, type PostgresOptions } from './postgres.js';
import { refuseInsideTransaction, runInScope, type TransactionScope } from './scope.js';

/** How long transactions may take. */
export interface TransactionLimits {
  /** Milliseconds that a transaction waits to begin. Default 5,000. */
  readonly connectionWaitMs?: number;
  /** Milliseconds after which a transaction is given up and rolled back. Default 10,000. */
  readonly transactionMs?: number;
}

/** How to open a database: PostgreSQL when there is a URL, otherwise the embedded one. */
export interface OpenDbOptions extends Omit<EmbeddedOptions, 'dataDir'>, Omit<PostgresOptions, 'databaseUrl'>, TransactionLimits {
  readonly databaseUrl?: string | null;
  readonly dataDir?: string | null;
}

/** A database with what its owner, and nobody else, may do to it. */
export interface OpenedDb extends Db {
  /** Applies the missing migrations, and looks whether the database is a copy. Safe when several nodes do it at once. */
  migrate(options?: Pick<MigrateOptions, 'newEpoch'>): Promise<MigrationReport>;
  /** Tells of every statement but BEGIN, COMMIT and ROLLBACK, as it is sent; the answer ends it. */
  observe(observer: StatementObserver): () => void;
}

const PING: HotStatement = { name: 'db.ping', text: 'SELECT 1' };
const EPOCH: HotStatement = { name: 'db.epoch', text: `SELECT value FROM meta WHERE key = 'epoch'` };
const MAX_ATTEMPTS = 4;

/**
 * Opens the database. It is not migrated: call `migrate()` before anything else uses it.
 * @throws StartupError in one line when it cannot be opened.
 */
export async function openDb(options: OpenDbOptions): Promise<OpenedDb> {
  const { databaseUrl, dataDir = null, onWarning = () => undefined } = options;
  const driver = databaseUrl ? await openPostgres({ ...options, databaseUrl }) : await openEmbedded({ ...options, dataDir });
  return dbOver(driver, onWarning, options);
}

/** Builds a Db over a driver. */
export function dbOver(driver: Driver, onWarning: (line: string) => void, { connectionWaitMs = 5_000, transactionMs = 10_000 }: TransactionLimits = {}): OpenedDb {
  const prisma = new PrismaClient({
    adapter: driver.adapter,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: connectionWaitMs, timeout: transactionMs },
  });
  let epoch: Promise<string> | undefined;

  async function hot<Row>(statement: HotStatement, params: readonly unknown[]): Promise<Row[]> {
    refuseInsideTransaction(`run ${statement.name}`);
    try {
      return await inStatement(statement.name, () => driver.hot<Row>(statement, params));
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  async function attempt<T>(work: (tx: Tx) => Promise<T>): Promise<{ result: T; callbacks: readonly (() => void)[] }> {
    const callbacks: (() => void)[] = [];
    const scope: TransactionScope = { connection: null, isOver: false, hasFailed: false };
    const inside = async (client: Prisma.TransactionClient): Promise<T> => {
      const value = await work(txOver(client, { scope, callbacks }));
      // After a failed statement COMMIT answers without an error and keeps nothing; another statement does fail.
      if (scope.hasFailed) await scope.connection?.raw('SELECT 1', []);
      return value;
    };
    const result = await runInScope(scope, () => inStatement('transaction', () => prisma.$transaction(inside)));
    return { result, callbacks };
  }

  async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    refuseInsideTransaction('begin a transaction');
    for (let count = 1; ; count += 1) {
      try {
        const { result, callbacks } = await attempt(work);
        for (const callback of callbacks) settle(callback, onWarning);
        return result;
      } catch (error) {
        if (count >= MAX_ATTEMPTS || !isLostRace(error)) throw asUnavailable(error);
      }
    }
  }

  return {
    kind: driver.kind,
    prisma,
    hot,
    transaction,
    migrate: (options) => migrateDatabase(driver, options),
    observe: (observer) => driver.observers.add(observer),
    epoch() {
      epoch ??= hot<{ value: string }>(EPOCH, []).then(([row]) => {
        if (!row) throw new Error('unable to read the epoch; the database is not migrated');
        return row.value;
      });
      epoch.catch(() => (epoch = undefined));
      return epoch;
    },
    pools: () => driver.pools(),
    async ping() {
      await hot(PING, []);
    },
    async close() {
      await prisma.$disconnect();
      await driver.close();
    },
  };
}

function txOver(client: Prisma.TransactionClient, of: { scope: TransactionScope; callbacks: (() => void)[] }): Tx {
  return {
    prisma: client,
    async raw<Row>(text: string, params: readonly unknown[]): Promise<Row[]> {
      if (!of.scope.connection || of.scope.isOver) throw new Error('unable to run SQL; the transaction is over');
      try {
        return await of.scope.connection.raw<Row>(text, params);
      } catch (error) {
        of.scope.hasFailed = true;
        throw error;
      }
    },
    afterCommit(fn) {
      of.callbacks.push(fn);
    },
  };
}

/** What runs after a commit cannot undo it, so its failure must not look like the transaction's. */
function settle(callback: () => void, onWarning: (line: string) => void): void {
  try {
    callback();
  } catch (error) {
    onWarning(`unable to finish after a commit; ${error instanceof Error ? error.name : 'something'} was thrown`);
  }
}
