import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { install, markInstalled } from './lib/install.mjs';
import { Failure, must, root, say } from './lib/run.mjs';

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
    key: 'client',
    name: 'database client',
    cwd: server,
    needs: 'packages/server/prisma/schema.prisma',
    command: [process.execPath, [join(server, 'node_modules/prisma/build/index.js'), 'generate']],
    env: prismaEnv,
      },
  { key: 'schema', name: 'schema.graphql', cwd: server, needs: 'packages/server/scripts/print-schema.ts' },
  { key: 'errors', name: 'docs/errors.md', cwd: server, needs: 'packages/server/scripts/print-errors.ts' },
  { key: 'data-model', name: 'docs/data-model.md', cwd: server, needs: 'packages/server/scripts/print-data-model.ts' },
  { key: 'sdk', name: 'SDK documents and methods', cwd: join(root, 'packages/sdk-js'), needs: 'packages/sdk-js/scripts/generate.ts' },
  { key: 'react', name: 'React operation hooks', cwd: join(root, 'packages/react-hooks'), needs: 'packages/react-hooks/scripts/generate.ts' },
];

const clientOnly = process.argv.includes('--client-only');
const keys = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const unknown = keys.find((key) => !steps.some((step) => step.key === key));
if (unknown) throw new Failure(`unable to generate ${unknown}; the steps are ${steps.map((step) => step.key).join(', ')}`);

if (!clientOnly) await install();
for (const step of steps) {
  if (clientOnly ? step.key !== 'client' : keys.length > 0 && !keys.includes(step.key)) continue;
  if (!existsSync(join(root, step.needs))) {
    say(`skipping ${step.name}: ${step.needs} does not exist yet`);
    continue;
  }
  say(`generating ${step.name}`);
  const [command, args] = step.command ?? tsx(join(root, step.needs));
  await must(`generate ${step.name}`, command, args, { cwd: step.cwd, env: step.env ?? {} });
}

if (clientOnly) markInstalled();
