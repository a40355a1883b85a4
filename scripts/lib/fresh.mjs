import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './run.mjs';

const skipped = new Set(['node_modules', 'dist', '.git', '.cache', 'temp', 'coverage']);

/** Every file below a path (or the file itself), sorted, without build output. */
export function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesBelow(join(path, entry.name)));
}

/** One hash over the names and contents of the files below the given paths, relative to the root. */
export function hashOf(paths, { ignore = () => false } = {}) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(join(root, path))) {
      const name = relative(root, file);
      if (ignore(name)) continue;
      hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

const stampOf = (key) => join(root, 'node_modules', '.cache', 'parley', `${key.replaceAll('/', '-')}.hash`);

/** True when the step `key` ran last with this hash. */
export function isFresh(key, hash) {
  const stamp = stampOf(key);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/** Notes that the step `key` has run with this hash. */
export function markFresh(key, hash) {
  mkdirSync(dirname(stampOf(key)), { recursive: true });
  writeFileSync(stampOf(key), hash);
}
