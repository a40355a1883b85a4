import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../db/embedded.js';
import { openDb, readMigrations, type OpenedDb } from '../db/index.js';
import { dbOver, type TransactionLimits } from '../db/open.js';
import { PATIENCE_MS } from './deadline.js';
import { currentStack, testDatabaseUrl, type Stack } from './stack.js';

/** A migrated, empty database of one test. */
export interface TestDatabase {
  readonly stack: Stack;
  /** Null on the embedded stack. */
  readonly databaseUrl: string | null;
  /** Opens it: each time a node of its own on PostgreSQL, once only on the embedded stack, which has a single node. Nothing that waits is given up, unless `limits` say so. */
  open(limits?: TransactionLimits): Promise<OpenedDb>;
  /**
   * Removes it. Close what was opened before.
   * @throws when a connection to it is still open.
   */
  drop(): Promise<void>;
}

/** Makes a migrated, empty database in a fraction of a second, by copying a template. Each has an epoch of its own. */
export function createTestDatabase(stack: Stack = currentStack()): Promise<TestDatabase> {
  return stack === 'cluster' ? createOnPostgres(testDatabaseUrl()) : createInMemory();
}

const silent = (): void => undefined;
/** A database that is short of processor time is not what tests are about: what waits for a connection or a lock waits on. */
const PATIENT = { connectionWaitMs: 120_000, statementTimeoutMs: 120_000, transactionMs: 120_000 } as const;

function templateName(): string {
  const hash = createHash('sha256');
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`);
  return `parley_template_${hash.digest('hex').slice(0, 16)}`;
}

let template: Promise<Blob> | undefined;

async function createInMemory(): Promise<TestDatabase> {
  template ??= loadTemplate();
  const driver = await openEmbedded({ dataDir: null, template: await template });
  let isOpen = false;
  return {
    stack: 'embedded',
    databaseUrl: null,
    async open(limits) {
      if (isOpen) throw new Error('unable to open the test database twice; the embedded stack has a single node');
      isOpen = true;
      const db = dbOver(driver, silent, { ...PATIENT, ...limits });
      await renewEpoch(db);
      return db;
    },
    async drop() {
      if (!isOpen) await driver.close();
    },
  };
}

/** The migrated template is kept in the system's folder for temporary files, so that every test file finds it made. */
async function loadTemplate(): Promise<Blob> {
  const folder = join(tmpdir(), 'parley-templates');
  const file = join(folder, `${templateName()}.tar`);
  if (!existsSync(file)) {
    const driver = await openEmbedded({ dataDir: null });
    const db = dbOver(driver, silent);
    await db.migrate();
    const dump = await driver.dump();
    await db.close();
    await mkdir(folder, { recursive: true });
    const part = `${file}.${randomUUID()}`;
    await writeFile(part, Buffer.from(await dump.arrayBuffer()));
    await rename(part, file).catch(() => rm(part, { force: true }));
  }
  return new Blob([await readFile(file)]);
}

async function createOnPostgres(adminUrl: string): Promise<TestDatabase> {
  const name = `parley_test_${randomUUID().replaceAll('-', '')}`;
  await withClient(adminUrl, async (client) => {
    await ensureTemplate(client, adminUrl);
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${templateName()}"`);
  });
  const databaseUrl = urlOf(adminUrl, name);
  let isFirst = true;
  return {
    stack: 'cluster',
    databaseUrl,
    async open(limits) {
      const db = await openDb({ databaseUrl, poolSize: 5, ...PATIENT, ...limits });
      if (isFirst) await renewEpoch(db);
      isFirst = false;
      return db;
    },
    drop: () =>
      withClient(adminUrl, async (client) => {
        const left = await eventuallyNone(() => connectionsTo(client, name));
        await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
        if (left.length > 0) throw new Error(`a connection to the test database was left open: ${left.join('; ')}`);
      }),
  };
}

async function ensureTemplate(client: pg.Client, adminUrl: string): Promise<void> {
  const name = templateName();
  await client.query(`SELECT pg_advisory_lock(hashtext('parley template'))`);
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const making = `${name}_making`;
    await client.query(`DROP DATABASE IF EXISTS "${making}" WITH (FORCE)`);
    await client.query(`CREATE DATABASE "${making}"`);
    const db = await openDb({ databaseUrl: urlOf(adminUrl, making), poolSize: 1 });
    await db.migrate();
    await db.close();
    await client.query(`ALTER DATABASE "${making}" RENAME TO "${name}"`);
  } finally {
    await client.query(`SELECT pg_advisory_unlock(hashtext('parley template'))`);
  }
}

async function renewEpoch(db: OpenedDb): Promise<void> {
  await db.prisma.meta.update({ where: { key: 'epoch' }, data: { value: randomUUID() } });
}

/** The last statement of each connection to a database; PostgreSQL's own workers come and go there by themselves. */
async function connectionsTo(client: pg.Client, name: string): Promise<string[]> {
  const { rows } = await client.query<{ query: string }>(`SELECT query FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend'`, [name]);
  return rows.map(({ query }) => query);
}

/** PostgreSQL takes a moment to see that a client has gone. */
async function eventuallyNone(read: () => Promise<string[]>): Promise<string[]> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const left = await read();
    if (left.length === 0 || performance.now() > end) return left;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', silent);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
