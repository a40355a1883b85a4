import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { programs } from './node-process.js';
import { isSdk, type Sdk } from './sdk.js';
import { workshop } from './variant.js';

const run = promisify(execFile);
const server = dirname(programs.server);
const root = join(server, '..', '..');

/** An earlier version of the product, built from the repository's history. */
export interface OlderVersion {
  /** The commit, in short. */
  readonly name: string;
  /** Its `parley`, beside its own migrations. */
  readonly program: string;
  /** What its apps use. */
  readonly sdk: Sdk;
}

/**
 * Builds the server and the SDK of a commit or tag: its sources, its migrations and its database client, on the packages that are installed here.
 * @throws when there is no such commit, or it does not build on them
 */
export async function buildOlder(revision: string): Promise<OlderVersion> {
  const git = async (...args: readonly string[]): Promise<string> => (await run('git', ['-C', root, ...args], { maxBuffer: 1 << 28 })).stdout.trim();
  const commit = await git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`);
  const name = commit.slice(0, 12);
  const folder = join(workshop, `older-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, 'sources.tar');
  const configs = (await git('ls-tree', '--name-only', commit)).split('\n').filter((file) => /^tsconfig.*\.json$/.test(file));
  await git('archive', '--output', archive, commit, 'package.json', ...configs, 'packages/server', 'packages/sdk-js');
  await run('tar', ['-xf', archive, '-C', folder]);
  for (const part of ['', 'packages/server', 'packages/sdk-js']) symlinkSync(join(root, part, 'node_modules'), join(folder, part, 'node_modules'));
  const oldServer = join(folder, 'packages/server');
  await generateClient(oldServer);
  const program = join(oldServer, 'dist/main.js');
  const library = join(folder, 'packages/sdk-js/dist/older.js');
  await bundle(folder, { entry: join(oldServer, 'src/main.ts'), outfile: program });
  await bundle(folder, { contents: `export * from './src/node.js';\nexport * from './src/operations.js';\n`, outfile: library });
  const sdk: unknown = await import(pathToFileURL(library).href);
  if (!isSdk(sdk)) throw new Error(`unable to use ${name} as the older version; its SDK lacks what apps use here`);
  return { name, program, sdk };
}

/** The database client is not kept in the repository. */
async function generateClient(folder: string): Promise<void> {
  const prisma = createRequire(programs.server).resolve('prisma/build/index.js');
  await run(process.execPath, [prisma, 'generate'], {
    cwd: folder,
    env: {
      // Prisma looks for a schema engine to download; generating needs none, so any existing file will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
      PATH: [join(folder, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
    },
  });
}

async function bundle(folder: string, of: { readonly outfile: string } & ({ readonly entry: string } | { readonly contents: string })): Promise<void> {
  await build({
    ...('entry' in of ? { entryPoints: [of.entry] } : { stdin: { contents: of.contents, resolveDir: join(folder, 'packages/sdk-js'), loader: 'ts' as const } }),
    outfile: of.outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // The server uses the SDK in its commands alone, so there this version's does.
    packages: 'external',
    // The modules add their fields to the schema by being imported, whatever package.json says of side effects.
    ignoreAnnotations: true,
    logLevel: 'error',
  });
}
