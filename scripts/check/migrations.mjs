import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takesAway } from '../lib/expand-only.mjs';
import { root, run } from '../lib/run.mjs';

const folder = join(root, 'packages/server/prisma/migrations');

/** Older than the rule, and applied: see docs/chaos.md. */
const APPLIED = new Set(['20261121031914_reaction_order', '20261121100548_client_ids_by_sender']);

/** The folder of migrations leads to what schema.prisma says, and takes nothing from nodes that run beside newer ones. */
export const migrations = {
  key: 'migrations',
  name: 'migrations agree with schema.prisma and only add',
  remedy:
    'cd packages/server && npx tsx scripts/author-migration.ts <name>; what a migration takes away waits for a later version, whose migration says `-- contract: <why nothing that runs needs it>`',
  async run() {
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
    const { code, output } = await run(process.execPath, [tsx, 'scripts/author-migration.ts', '--check'], { cwd: join(root, 'packages/server') });
    const names = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !APPLIED.has(entry.name))
      .map(({ name }) => name);
    const taking = names.flatMap((name) => takesAway(readFileSync(join(folder, name, 'migration.sql'), 'utf8')).map((says) => `${name} ${says}`));
    return [...(code === 0 ? [] : [output.trim()]), ...taking];
  },
};
