import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const source = (path: string) => join(root, 'packages', path);

/** A folder to give to the server as `examplesDir`. */
export interface BuiltExamples {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Builds an example from the packages' sources, so that no test runs against a stale build. */
export async function buildExample(name: 'booking-chat' | 'support-desk'): Promise<BuiltExamples> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-examples-'));
  await build({
    root: join(root, 'examples', name),
    logLevel: 'error',
    build: { outDir: join(folder, name, 'dist'), emptyOutDir: true },
    resolve: {
      dedupe: ['react', 'react-dom'],
      alias: [
        { find: /^@parley\/sdk$/, replacement: source('sdk-js/src/index.ts') },
        { find: /^@parley\/sdk\/operations$/, replacement: source('sdk-js/src/operations.ts') },
        { find: /^@parley\/sdk\/support$/, replacement: source('sdk-js/src/support/index.ts') },
        { find: /^@parley\/react$/, replacement: source('react-hooks/src/index.ts') },
        { find: /^@parley\/react\/operations$/, replacement: source('react-hooks/src/operations.ts') },
        { find: /^@parley\/react\/support$/, replacement: source('react-hooks/src/support/index.ts') },
      ],
    },
  });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
