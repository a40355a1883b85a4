import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { install } from './lib/install.mjs';
import { must, root, say } from './lib/run.mjs';

const server = join(root, 'packages/server');
const tsx = (script) => [process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), script]];

// Prisma looks for a schema engine to download; generating needs none, so any existing file will do.
const prismaEnv = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
  PATH: [join(server, 'node_modules/.bin'), process.env.PATH].join(delimiter),
};

/** Each step in order: its name, the script that must exist for it, and the command. */
export const steps = [
  {
    name: 'database client',
    cwd: server,
    needs: 'packages/server/prisma/schema.prisma',
    command: [process.execPath, [join(server, 'node_modules/prisma/build/index.js'), 'generate']],
    env: prismaEnv,
    client: true,
  },
  { name: 'schema.graphql', cwd: server, needs: 'packages/server/scripts/print-schema.ts' },
  { name: 'docs/errors.md', cwd: server, needs: 'packages/server/scripts/print-errors.ts' },
  { name: 'docs/data-model.md', cwd: server, needs: 'packages/server/scripts/print-data-model.ts' },
  { name: 'SDK documents and methods', cwd: join(root, 'packages/sdk-js'), needs: 'packages/sdk-js/scripts/generate.ts' },
  { name: 'React operation hooks', cwd: join(root, 'packages/react-hooks'), needs: 'packages/react-hooks/scripts/generate.ts' },
];

const clientOnly = process.argv.includes('--client-only');
if (!clientOnly) await install();
for (const step of steps) {
  if (clientOnly && !step.client) continue;
  if (!existsSync(join(root, step.needs))) {
    say(`skipping ${step.name}: ${step.needs} does not exist yet`);
    continue;
  }
  say(`generating ${step.name}`);
  const [command, args] = step.command ?? tsx(join(root, step.needs));
  await must(`generate ${step.name}`, command, args, { cwd: step.cwd, env: step.env ?? {} });
}
