import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, root, run, say } from './run.mjs';

const pnpm = 'pnpm@10.34.9';
const stampFile = join(root, 'node_modules', '.parley-install');

/** Folders of all workspaces, as pnpm-workspace.yaml names them. */
export function workspaces() {
  const lines = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8').split('\n');
  const patterns = lines.slice(lines.indexOf('packages:') + 1);
  const end = patterns.findIndex((line) => !line.startsWith('  - '));
  return patterns
    .slice(0, end)
    .map((line) => line.slice(4).trim())
    .flatMap((pattern) => {
      if (!pattern.endsWith('/*')) return [pattern];
      const parent = pattern.slice(0, -2);
      return existsSync(join(root, parent)) ? readdirSync(join(root, parent)).map((name) => join(parent, name)) : [];
    })
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
}

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
  workspaces().every((folder) => existsSync(join(root, folder, 'node_modules')) || !hasDependencies(folder));

function hasDependencies(folder) {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).length > 0;
}

/** Notes that the installed tree is what the manifests ask for. Runs at the end of every install. */
export const markInstalled = () => writeFileSync(stampFile, wanted());

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
  markInstalled();
}
