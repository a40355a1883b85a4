import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffMigrations, prismaFolder } from './schema-engine.js';

/**
 * `npx tsx scripts/author-migration.ts <name>` writes the migration that brings the folder up to schema.prisma;
 * with `--check` it writes nothing and exits 1 when one is missing.
 */
async function main(name: string | undefined): Promise<void> {
  const sql = await diffMigrations();
  if (sql === null) {
    process.stdout.write('migrations and schema.prisma agree\n');
    return;
  }
  if (name === '--check') {
    process.stderr.write(`unable to accept the migrations; schema.prisma wants more:\n${sql}`);
    process.exitCode = 1;
    return;
  }
  if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
    process.stderr.write('unable to author a migration; give it a name of a-z, 0-9 and _\n');
    process.exitCode = 1;
    return;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(prismaFolder, 'migrations', `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'migration.sql'), sql);
  process.stdout.write(`wrote ${folder}\n`);
}

await main(process.argv[2]);
// The in-memory database keeps the process alive otherwise.
process.exit();
