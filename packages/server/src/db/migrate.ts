import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomToken } from '../kernel/ids.js';
import { StartupError } from '../kernel/startup-error.js';
import type { Driver, MaintenanceConnection } from './driver.js';
import { keepEpoch } from './epoch.js';

/** One folder under prisma/migrations. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, as Prisma keeps it. */
  readonly checksum: string;
}

/** What a run did. */
export interface MigrationReport {
  /** Applied by this run, in order. */
  readonly applied: readonly string[];
  /** In the database but not in this version: a newer node has been here. */
  readonly unknown: readonly string[];
  /** The database got another epoch, because it is a copy or because it was asked for: every client begins anew. */
  readonly isNewEpoch: boolean;
}

/** How to migrate. */
export interface MigrateOptions {
  /** Default: those of this version. */
  readonly migrations?: readonly Migration[];
  /** Gives the database another epoch, as is needed after a restore that cannot be noticed. */
  readonly newEpoch?: boolean;
}

// The key that Prisma's own `migrate deploy` locks, so that the two exclude each other.
const ADVISORY_LOCK = 72_707_369;

const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

interface HistoryRow {
  migration_name: string;
  checksum: string;
  is_finished: boolean;
}

/** The migrations of this version, oldest first. The folder is that of stock `prisma migrate deploy`. */
export function readMigrations(): readonly Migration[] {
  const folder = migrationsFolder();
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

// The same code runs from src/db and, bundled, from dist: the folder is looked for upwards.
function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'prisma', 'migrations');
    if (existsSync(join(candidate, 'migration_lock.toml'))) return candidate;
    if (dirname(folder) === folder) throw new StartupError('unable to find the migrations; the package @parley/server is incomplete');
    folder = dirname(folder);
  }
}

/**
 * Brings the database to this version: applies what is missing, each migration in a transaction of its own, and keeps the
 * epoch. Safe when several nodes start together, and when run again.
 * @throws StartupError when a migration fails, or its file is not the one that was applied.
 */
export async function migrateDatabase(driver: Driver, { migrations = readMigrations(), newEpoch = false }: MigrateOptions = {}): Promise<MigrationReport> {
  return driver.maintenance(async (connection) => {
    await connection.raw(`SELECT pg_advisory_lock(${ADVISORY_LOCK})::text`, []);
    try {
      await connection.script(HISTORY);
      const report = await applyMissing(connection, migrations);
      return { ...report, isNewEpoch: await keepEpoch(driver, connection, newEpoch) };
    } finally {
      await connection.raw(`SELECT pg_advisory_unlock(${ADVISORY_LOCK})::text`, []);
    }
  });
}

async function applyMissing(connection: MaintenanceConnection, migrations: readonly Migration[]): Promise<Omit<MigrationReport, 'isNewEpoch'>> {
  const history = await connection.raw<HistoryRow>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS is_finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
    [],
  );
  const done = new Map(history.map((row) => [row.migration_name, row]));
  const applied: string[] = [];
  for (const migration of migrations) {
    const row = done.get(migration.name);
    done.delete(migration.name);
    if (row && !row.is_finished) {
      throw new StartupError(`unable to migrate; ${migration.name} failed before: repair the database, then mark it with prisma migrate resolve`);
    }
    if (row && row.checksum !== migration.checksum) {
      throw new StartupError(`unable to migrate; ${migration.name} differs from the one that was applied: install the version that made this database`);
    }
    if (row) continue;
    await applyOne(connection, migration);
    applied.push(migration.name);
  }
  return { applied, unknown: [...done.keys()] };
}

async function applyOne(connection: MaintenanceConnection, { name, sql, checksum }: Migration): Promise<void> {
  await connection.script('BEGIN');
  try {
    await connection.script(sql);
    await connection.raw(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomToken(), checksum, name],
    );
    await connection.script('COMMIT');
  } catch (error) {
    await connection.script('ROLLBACK');
    throw new StartupError(`unable to migrate; ${name} failed and was rolled back: ${error instanceof Error ? error.message : String(error)}`);
  }
}
