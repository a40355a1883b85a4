import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../lib/run.mjs';

const file = join(root, 'packages/server/etc/counts.json');

/** Counted figures (statements, executions, frames, bytes) are those of packages/server/etc/counts.json: none is worse, and what is better is written down. */
export const counts = {
  key: 'counts',
  // The program runs from source, but the server's sources import the built SDK.
  needsBuild: true,
  name: 'counted figures',
  remedy: 'make it cheaper again; if a figure is better or had to change, npm run check -- counts --update',
  async run({ update }) {
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
    const { code, output } = await run(process.execPath, [tsx, 'scripts/counts.ts'], { cwd: join(root, 'packages/server') });
    if (code !== 0) return [output.trim()];
    const measured = JSON.parse(output.slice(output.indexOf('{')));
    if (update) {
      writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
      return [];
    }
    const known = JSON.parse(readFileSync(file, 'utf8'));
    const names = [...new Set([...Object.keys(known), ...Object.keys(measured)])];
    return names.flatMap((name) => {
      const [was, is] = [known[name], measured[name]];
      if (was === is) return [];
      if (was === undefined || is === undefined) return [`${name}: ${was === undefined ? 'is new' : 'is no longer counted'}`];
      return [`${name}: ${is}, ${is > was ? `worse than ${was}` : `better than ${was}: write it down`}`];
    });
  },
};
