import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findPostgres } from '../../../scripts/lib/services.mjs';
import { withClient } from '../cluster.js';
import type { Fault } from '../fault.js';
import { programs } from '../node-process.js';
import { workshop } from '../variant.js';
import { pause } from '../writers.js';

/** What a newer version may do to the database while older nodes use it: add, and nothing else. */
const ADDITIVE = `ALTER TABLE conversation ADD COLUMN chaos_note text NOT NULL DEFAULT '';
ALTER TABLE message ADD COLUMN chaos_note text;
ALTER TABLE event ADD COLUMN chaos_note integer;
ALTER TABLE participant ADD COLUMN chaos_note jsonb;
ALTER TABLE "user" ADD COLUMN chaos_note text;
CREATE TABLE chaos_note (id text PRIMARY KEY, conversation_id text NOT NULL REFERENCES conversation(id));
CREATE INDEX chaos_note_of_event ON event (chaos_note);
`;

/** The built server as its next version would be: the same program with one more migration. */
function newerVersion(): string {
  const server = dirname(programs.server);
  const folder = join(workshop, 'newer');
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['dist', 'prisma', 'package.json']) cpSync(join(server, part), join(folder, part), { recursive: true });
  const migration = join(folder, 'prisma', 'migrations', '99991231000000_newer');
  mkdirSync(migration);
  writeFileSync(join(migration, 'migration.sql'), ADDITIVE);
  return join(folder, 'dist', 'main.js');
}

/** Runs a program of PostgreSQL; its folder is where `initdb` really lies, which may be linked from elsewhere. */
async function command(name: string, args: readonly string[]): Promise<void> {
  const folder = dirname(realpathSync(join(findPostgres() ?? '', 'initdb')));
  const child = spawn(join(folder, name), [...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`unable to run ${name}; it ended with ${code}\n${errors}`);
}

/** What can happen to the database as a whole. */
export const database: readonly Fault[] = [
  {
    name: 'versions-mixed',
    does: 'a newer version starts on the database of older nodes and migrates it; then an older node is restarted on the newer database',
    holds: 'Migrations only add, so both serve, side by side.',
    promises: ['P1', 'P2', 'P3', 'P4'],
    isLast: true,
    async run(arena) {
      const { cluster, scale } = arena;
      await arena.load(300);
      const newer = await cluster.addNode({ program: newerVersion() });
      cluster.balancer.cut();
      await pause(1_000 * scale);
      const [row] = await cluster.sql<{ n: number }>(`SELECT count(*)::int AS n FROM _prisma_migrations WHERE migration_name LIKE '9999%'`);
      if (row?.n !== 1) arena.violated('-', 'the newer version did not migrate the database');
      const older = cluster.node(0);
      await cluster.removeNode(older, 'SIGTERM');
      await cluster.addNode();
      await pause(1_000 * scale);
      await cluster.removeNode(newer, 'SIGTERM');
      await pause(300);
    },
  },
  {
    name: 'database-restored',
    does: 'the nodes are stopped, the database is restored from a copy that is some seconds old, and the nodes are started',
    holds: 'The epoch changes. Every client that stood in the lost history begins anew with a snapshot that says EPOCH_CHANGED, and ends as a fresh one.',
    promises: ['P2', 'P4', 'P5'],
    isLast: true,
    async run(arena) {
      const { cluster, history } = arena;
      const name = new URL(cluster.databaseUrl).pathname.slice(1);
      const folder = mkdtempSync(join(tmpdir(), 'parley-copy-'));
      const epochOf = async (): Promise<string> => (await cluster.sql<{ value: string }>(`SELECT value FROM meta WHERE key = 'epoch'`))[0]?.value ?? '';
      try {
        await arena.load(1_000);
        const before = await epochOf();
        await command('pg_dump', ['--format=custom', '--file', join(folder, 'copy'), cluster.databaseUrl]);
        await pause(2_000);
        const count = cluster.nodes.length;
        await Promise.all([...cluster.nodes].map((node) => cluster.removeNode(node, 'SIGTERM')));
        await withClient(cluster.services.postgres.url, async (client) => {
          await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
          await client.query(`CREATE DATABASE ${name}`);
        });
        await command('pg_restore', ['--dbname', cluster.databaseUrl, join(folder, 'copy')]);
        arena.since = history.now();
        arena.allowedResets = ['EPOCH_CHANGED', 'TOO_FAR_BEHIND'];
        for (let node = 0; node < count; node += 1) await cluster.addNode();
        arena.epoch = await epochOf();
        if (arena.epoch === before) arena.violated('P4', 'the epoch of a restored database is that of the lost history');
        await pause(1_500);
        const isReset = arena.followers.every(({ openings }) => openings.some(({ reason }) => reason === 'EPOCH_CHANGED'));
        if (!isReset) await arena.until('every reader to begin anew', () => arena.followers.every(({ openings }) => openings.some(({ reason }) => reason === 'EPOCH_CHANGED')));
        await arena.until('every list to be built anew', () => arena.lists.every(({ resets, isSynced }) => resets.length > 0 && isSynced));
        // The answer to a send may come before the feed's snapshot, and for that moment stands in the list of the lost history.
        for (const list of arena.lists) list.forgive();
        arena.figures['resets'] = arena.lists.reduce((sum, { resets }) => sum + resets.length, 0);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
];
