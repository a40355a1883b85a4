import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureClient } from './client.mjs';
import { hashOf, isFresh, markFresh } from './fresh.mjs';
import { workspaces } from './install.mjs';
import { must, root, say } from './run.mjs';

const tsup = [process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js')]];
const shared = ['tsconfig.base.json', 'pnpm-lock.yaml'];
const isTest = (name) => /\.test\.tsx?$/.test(name);

/** What is built, dependencies first: packages by tsup, examples by their own `build` script. */
function targets() {
  const sdk = 'packages/sdk-js';
  const react = 'packages/react-hooks';
  const parts = 'examples/parts';
  const packages = [
    { folder: sdk, inputs: [sdk], command: tsup },
    { folder: react, inputs: [sdk, react], command: tsup },
    { folder: 'packages/server', inputs: [sdk, 'packages/server'], command: tsup },
  ];
  const examples = workspaces()
    .filter((folder) => folder.startsWith('examples/'))
    .filter((folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).scripts?.build)
    .map((folder) => ({ folder, inputs: [sdk, react, parts, folder], command: ['npm', ['run', '--silent', 'build']] }));
  return [...packages, ...examples];
}

/**
 * Builds every package and every example that has a `build` script, or `only` some folders. Whatever was built from the same sources before is
 * left alone, so that a second run takes a moment and needs no network.
 */
export async function build({ force = false, only = null } = {}) {
  await ensureClient();
  for (const { folder, inputs, command } of targets()) {
    if (only && !only.includes(folder)) continue;
    const hash = hashOf([...shared, ...inputs], { ignore: isTest });
    if (!force && isFresh(folder, hash) && existsSync(join(root, folder, 'dist'))) continue;
    say(`building ${folder}`);
    const started = Date.now();
    await must(`build ${folder}`, ...command, { cwd: join(root, folder), env: { NODE_ENV: 'production' } });
    markFresh(folder, hash);
    say(`built ${folder} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
}
