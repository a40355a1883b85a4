/** The bench's own throwaway PostgreSQL and Redis, with the durability that an operator would run them with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findChromium, freePort, startPostgres, startRedis } from '../../scripts/lib/services.mjs';

// The one file that reaches into scripts/: from its folder the path is the same before and after bundling.
export { findChromium, freePort };

/** PostgreSQL and Redis, for all contenders of a run. */
export interface Services {
  readonly redisUrl: string;
  /** Process of PostgreSQL whose children are its connections. */
  readonly postgresPid: number;
  /** Makes an empty database; resolves with its URL. Its commits wait `flushMs` milliseconds longer for the disk. Default 0. */
  database(flushMs?: number): Promise<string>;
  /** The versions of what runs here. */
  versions(): Promise<Readonly<Record<string, string>>>;
  stop(): Promise<void>;
}

/** Files of the write-ahead log that are there before anything is measured, of 16 MB each. */
const WAL_FILES = 48;

/**
 * Gives a new PostgreSQL the files of the write-ahead log that one has which has run for an hour. A database that is in use writes its log over files that it
 * needs no more; a new one makes each file while commits wait for it, which would measure the age of the database.
 */
async function fillWal(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let file = 0; file < WAL_FILES; file += 1) await client.query(`SELECT pg_logical_emit_message(false, 'bench', ''), pg_switch_wal()`);
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

/** Starts both; commits wait for the disk. */
export async function startServices(): Promise<Services> {
  const postgres = await startPostgres({
    settings: { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', shared_buffers: '256MB', min_wal_size: '1GB', max_wal_size: '4GB' },
  });
  await fillWal(postgres.url);
  const redis = await startRedis();
  let count = 0;
  const ask = async (sql: string): Promise<string> => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      const { rows } = await client.query<{ answer: string }>(sql);
      return rows[0]?.answer ?? '';
    } finally {
      await client.end();
    }
  };
  return {
    redisUrl: redis.url,
    postgresPid: Number(readFileSync(join(postgres.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]),
    async database(flushMs = 0) {
      count += 1;
      await ask(`CREATE DATABASE bench_${count}`);
      if (flushMs > 0) {
        // Whoever flushes the log sleeps before it, and those who commit meanwhile share the flush, as they do on a slower disk.
        await ask(`ALTER DATABASE bench_${count} SET commit_delay = ${flushMs * 1000}`);
        await ask(`ALTER DATABASE bench_${count} SET commit_siblings = 0`);
      }
      return postgres.url.replace(/\/postgres$/, `/bench_${count}`);
    },
    async versions() {
      return { node: process.versions.node, postgresql: await ask(`SELECT current_setting('server_version') AS answer`) };
    },
    async stop() {
      await Promise.all([postgres.stop(), redis.stop()]);
    },
  };
}
