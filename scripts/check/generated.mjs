import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../lib/fresh.mjs';
import { steps } from '../lib/generated.mjs';
import { root, run } from '../lib/run.mjs';

/** Runs every generator and compares what it writes with what was there, and that git knows all of it. */
export const generated = {
  key: 'generated',
  name: 'generated code is fresh and committed',
  remedy: 'run `npm run gen` and commit what it writes',
  async run() {
    const before = new Map(steps.flatMap((step) => step.outputs).map((path) => [path, hashOf([path])]));
    const { code, output } = await run(process.execPath, [join(root, 'scripts/node-check.cjs'), 'gen.mjs']);
    const problems = code === 0 ? [] : [output.trim()];
    for (const [path, hash] of before) {
      if (!existsSync(join(root, path))) problems.push(`${path} does not exist`);
      else if (hashOf([path]) !== hash) problems.push(`${path} was stale (the fresh one is in the tree now)`);
    }
    const tracked = await run('git', ['rev-parse', '--is-inside-work-tree']);
    if (tracked.code === 0) {
      const { stdout } = await run('git', ['ls-files', '--others', '--exclude-standard', '--', ...before.keys()]);
      for (const file of stdout.split('\n').filter(Boolean)) problems.push(`${file} is not committed`);
    }
    return problems;
  },
};
