import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proofs, provedIn, requirements } from '../lib/coverage.mjs';
import { root, run } from '../lib/run.mjs';

/** No requirement loses its proof: what docs/coverage.md lists as proved, in the tree and in the last commit, still is. */
export const coverage = {
  key: 'coverage',
  name: 'no requirement lost its proof',
  remedy: 'name the number in the title of the test that proves it',
  async run() {
    const file = join(root, 'docs/coverage.md');
    if (!existsSync(file)) return ['docs/coverage.md does not exist'];
    const now = proofs();
    const known = requirements();
    const committed = await run('git', ['show', 'HEAD:docs/coverage.md']);
    const before = new Set([...provedIn(readFileSync(file, 'utf8')), ...(committed.code === 0 ? provedIn(committed.stdout) : [])]);
    return [
      ...[...before].filter((number) => !now.has(number)).map((number) => `${number} was proved and no test names it any more`),
      ...[...now.keys()].filter((number) => !(number in known)).map((number) => `${number} is cited in ${now.get(number)[0].file} and is no requirement`),
    ];
  },
};
