import pg from 'pg';
import { PrismaPg } from '@prisma/adapter-pg';
import { StartupError } from '../kernel/startup-error.js';
import { readForServices, Observers, type Connection } from './connection.js';
import type { PoolState } from './contract.js';
import type { Driver, MaintenanceConnection } from './driver.js';
import { observedAdapter } from './observed-adapter.js';
import { currentScope } from './scope.js';

/** How to open PostgreSQL. */
export interface PostgresOptions {
  readonly databaseUrl: string;
  /** Connections of each of the two pools: hot statements, and everything else. Default 10. */
  readonly poolSize?: number;
  /** Milliseconds after which a statement is cancelled. Default 10,000. */
  readonly statementTimeoutMs?: number;
  /** Milliseconds that work waits for a connection of its pool. Default 5,000. */
  readonly connectionWaitMs?: number;
  /** Told in one line of what an operator should change. */
  readonly onWarning?: (line: string) => void;
}

const types = {
  getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
    const read = format === 'binary' ? undefined : readForServices(type);
    return read ?? pg.types.getTypeParser(type, 'text');
  },
};

const ignore = (): undefined => undefined;

/** A pool that tells the transaction under way which connection it got, so that raw SQL can run on it. */
class TransactionPool extends pg.Pool {
  constructor(
    config: pg.PoolConfig,
    private readonly observers: Observers,
  ) {
    super(config);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void): void;
  override connect(
    callback?: (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void,
  ): Promise<pg.PoolClient> | void {
    if (callback) return super.connect(callback);
    const scope = currentScope();
    return super.connect().then((client) => {
      if (scope) scope.connection = connectionOver(client, this.observers);
      return client;
    });
  }
}

function connectionOver(client: pg.ClientBase, observers?: Observers): Connection {
  return {
    async raw<Row>(text: string, params: readonly unknown[]) {
      observers?.tell(text);
      const { rows } = await client.query<Row & pg.QueryResultRow>({ text, values: [...params], types });
      return rows;
    },
  };
}

/**
 * Opens two pools on PostgreSQL: one for hot statements, prepared by name on each connection, and one for Prisma.
 * @throws StartupError when it cannot be reached or is too old; the message never holds the password.
 */
export async function openPostgres(options: PostgresOptions): Promise<Driver> {
  const config = poolConfig(options);
  const observers = new Observers();
  const hotPool = watched(new pg.Pool(config));
  const prismaPool = watched(new TransactionPool(config, observers));
  try {
    await inspect(hotPool, options.onWarning ?? ignore);
  } catch (error) {
    await Promise.all([hotPool.end(), prismaPool.end()]);
    if (error instanceof StartupError) throw error;
    throw new StartupError(`unable to reach PostgreSQL at ${addressOf(options.databaseUrl)}; ${reasonOf(error)}`);
  }
  return {
    kind: 'postgres',
    adapter: observedAdapter(new PrismaPg(prismaPool), observers),
    observers,
    async hot<Row>({ name, text }: { name: string; text: string }, params: readonly unknown[]) {
      observers.tell(text);
      const { rows } = await hotPool.query<Row & pg.QueryResultRow>({ name, text, values: [...params], types });
      return rows;
    },
    maintenance: (work) => withOwnClient(config, work),
    pools: () => [stateOf('hot', hotPool), stateOf('prisma', prismaPool)],
    async close() {
      await Promise.all([hotPool.end(), prismaPool.end()]);
    },
  };
}

function stateOf(name: 'hot' | 'prisma', pool: pg.Pool): PoolState {
  return { pool: name, busy: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount };
}

function poolConfig({ databaseUrl, poolSize = 10, statementTimeoutMs = 10_000, connectionWaitMs = 5_000 }: PostgresOptions): pg.PoolConfig {
  const { connectionString, options } = withOurs(databaseUrl);
  return {
    connectionString,
    options,
    application_name: 'parley',
    max: poolSize,
    connectionTimeoutMillis: connectionWaitMs,
    keepAlive: true,
    statement_timeout: statementTimeoutMs,
    // Above what a statement or a transaction may take, so that those speak first.
    idle_in_transaction_session_timeout: statementTimeoutMs + 5_000,
  };
}

/**
 * Prisma's adapter takes every time for UTC, whatever offset the server writes. Compiling a statement takes longer than any of ours, and PostgreSQL does it by its guess of what one
 * costs. Options in the URL would replace these, so they are joined; of two that say the same the last holds.
 */
function withOurs(databaseUrl: string): { readonly connectionString: string; readonly options: string } {
  const ours = '-c jit=off -c TimeZone=UTC';
  if (!URL.canParse(databaseUrl)) return { connectionString: databaseUrl, options: ours };
  const url = new URL(databaseUrl);
  const given = url.searchParams.get('options');
  if (given === null) return { connectionString: databaseUrl, options: ours };
  url.searchParams.delete('options');
  return { connectionString: url.href, options: `${given} ${ours}` };
}

/** An idle or checked-out client whose server dies raises `error`; unheard, that ends the process. */
function watched<P extends pg.Pool>(pool: P): P {
  pool.on('error', ignore);
  pool.on('connect', (client) => void client.on('error', ignore));
  return pool;
}

async function withOwnClient<T>(config: pg.PoolConfig, work: (connection: MaintenanceConnection) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...config, statement_timeout: 0 });
  client.on('error', ignore);
  await client.connect();
  try {
    return await work({ ...connectionOver(client), script: async (text) => void (await client.query(text)) });
  } finally {
    await client.end();
  }
}

async function inspect(pool: pg.Pool, warn: (line: string) => void): Promise<void> {
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings WHERE name IN ('server_version_num', 'server_version', 'fsync', 'synchronous_commit', 'full_page_writes')`,
  );
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]));
  if (Number(settings.get('server_version_num')) < 150_000) {
    throw new StartupError(`unable to use PostgreSQL ${settings.get('server_version')}; version 15 or newer is needed`);
  }
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    if (settings.get(name) === 'off') warn(`PostgreSQL runs with ${name} = off: an acknowledged message can be lost in a crash; set it to on`);
  }
}

/** Host, port and database of a URL, without user and password. */
export function addressOf(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl);
    return `${url.hostname || 'localhost'}:${url.port || '5432'}${url.pathname}`;
  } catch {
    return 'the address in DATABASE_URL (it is not a URL)';
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there: start it, or correct DATABASE_URL';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host name is not known: correct DATABASE_URL';
    case '28P01':
    case '28000':
      return 'user or password is wrong: correct DATABASE_URL';
    case '3D000':
      return 'that database does not exist: create it, or correct DATABASE_URL';
    case '57P03':
      return 'it is still starting: try again in a moment';
    default:
      return `${code || (error instanceof Error ? error.message : 'it does not answer')}: check DATABASE_URL`;
  }
}
