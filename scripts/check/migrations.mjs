import { join } from 'node:path';
import { root, run } from '../lib/run.mjs';

/** The folder of migrations leads to what schema.prisma says. */
export const migrations = {
  key: 'migrations',
  name: 'migrations agree with schema.prisma',
  remedy: 'cd packages/server && npx tsx scripts/author-migration.ts <name>',
  async run() {
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
    const { code, output } = await run(process.execPath, [tsx, 'scripts/author-migration.ts', '--check'], { cwd: join(root, 'packages/server') });
    return code === 0 ? [] : [output.trim()];
  },
};
