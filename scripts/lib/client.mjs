import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hashOf, isFresh, markFresh } from './fresh.mjs';
import { must, root, say } from './run.mjs';

const server = join(root, 'packages/server');

/** Generates the database client from schema.prisma, unless it is there and fresh. Needs no network. */
export async function ensureClient({ force = false } = {}) {
  const hash = hashOf(['packages/server/prisma/schema.prisma', 'pnpm-lock.yaml']);
  if (!force && isFresh('database-client', hash) && existsSync(join(server, 'src/db/generated/client.ts'))) return;
  say('generating the database client');
  await must('generate the database client', process.execPath, [join(server, 'node_modules/prisma/build/index.js'), 'generate'], {
    cwd: server,
    env: {
      // Prisma looks for a schema engine to download; generating needs none, so any existing file will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      PATH: [join(server, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    },
  });
  markFresh('database-client', hash);
}
