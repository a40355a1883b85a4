import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/** Where the schema and its migrations lie. */
export const prismaFolder = fileURLToPath(new URL('../prisma', import.meta.url));
const migrationsFolder = join(prismaFolder, 'migrations');
const schemaFile = join(prismaFolder, 'schema.prisma');
const filters = { externalTables: [], externalEnums: [] };

/** Node cannot import WebAssembly as a module without a flag, so it is linked by hand, once. */
async function linkEngine(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': { ...engineModule } });
  engineModule.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') start();
}

/** The SQL of every migration in the shape the schema engine reads. */
async function migrationsList() {
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => {
      const value = await readFile(join(migrationsFolder, path, 'migration.sql'), 'utf8');
      return { path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    }),
  );
  const content = await readFile(join(migrationsFolder, 'migration_lock.toml'), 'utf8').catch(() => null);
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

/**
 * Compares the migrations with schema.prisma, on an in-memory database and without Prisma's downloaded engine.
 * @returns the SQL that is missing from the migrations, or `null` when they say the same.
 */
export async function diffMigrations(): Promise<string | null> {
  await linkEngine();
  const database = new PGlite('memory://', { extensions: { pg_trgm } });
  const content = await readFile(schemaFile, 'utf8');
  const schema = { files: [{ path: 'schema.prisma', content }] };
  const factory = new PrismaPGlite(database);
  // The engine replays the migrations on a database of its own, which needs what they create extensions of.
  factory.connectToShadowDb = () => new PrismaPGlite(new PGlite('memory://shadow', { extensions: { pg_trgm } })).connect();
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await engineModule.SchemaEngine.new({ datamodels: [['schema.prisma', content]] }, () => undefined, adapter);
  const result = await engine.diff({
    from: { tag: 'migrations', ...(await migrationsList()) },
    to: { tag: 'schemaDatamodel', ...schema },
    script: true,
    exitCode: true,
    filters,
  });
  await database.close();
  const script = (result.stdout ?? '').trim();
  return result.exitCode === 2 && !script.startsWith('-- This is an empty migration') ? `${script}\n` : null;
}
