import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, root, run, say } from './run.mjs';

const pnpm = 'pnpm@10.34.9';
const stampFile = join(root, 'node_modules', '.parley-install');

/** Folders of all workspaces. */
export const workspaces = () =>
  ['packages', 'examples']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
    .concat('tests')
    .filter((folder) => existsSync(join(root, folder, 'package.json')));

/** What the installed tree depends on: the lockfile, the workspace file and every manifest. */
function wanted() {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
  for (const folder of workspaces()) {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    hash.update(JSON.stringify([folder, manifest.dependencies, manifest.devDependencies, manifest.bin]));
  }
  return hash.digest('hex');
}

const installed = () =>
  existsSync(stampFile) &&
  readFileSync(stampFile, 'utf8') === wanted() &&
  workspaces().every((folder) => existsSync(join(root, folder, 'node_modules')) || folder === 'examples');

/**
 * Installs every workspace when node_modules is missing or stale; otherwise does nothing and needs no network.
 * Throws a one-line failure when the install does not succeed.
 */
export async function install() {
  if (installed()) return;
  say('installing dependencies (about half a minute the first time)');
  const { code } = await run('npx', ['-y', pnpm, 'install', '--frozen-lockfile', '--prefer-offline'], {
    inherit: true,
    env: { CI: 'true', npm_config_update_notifier: 'false' },
  });
  if (code !== 0) {
    throw new Failure('unable to install dependencies; see the lines above (is the npm registry reachable?)');
  }
  writeFileSync(stampFile, wanted());
}
