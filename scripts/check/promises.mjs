import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/run.mjs';
import { citedIn, testTitles } from '../lib/test-titles.mjs';

/** Every promise of docs/PROTOCOL.md is cited by a test, and no test cites one that is not there. */
export const promises = {
  key: 'promises',
  name: 'every P-number of docs/PROTOCOL.md is cited by a test',
  remedy: 'name the number in the title of the test that proves it, or write the promise into docs/PROTOCOL.md',
  async run() {
    const page = readFileSync(join(root, 'docs/PROTOCOL.md'), 'utf8');
    // A promise is made by a table row or a heading that begins with its number.
    const made = new Set([...page.matchAll(/^(?:\| |#+ |- \*\*|\*\*)(P\d+)\b/gm)].map((match) => match[1]));
    const titles = testTitles();
    const cited = new Map();
    for (const { file, title } of titles) for (const number of citedIn(title, 'P')) cited.set(number, file);
    const problems = [];
    if (made.size === 0) problems.push('docs/PROTOCOL.md makes no promise that this check can read');
    for (const number of made) if (!cited.has(number)) problems.push(`${number} is promised and no test cites it`);
    for (const [number, file] of cited) if (!made.has(number)) problems.push(`${number} is cited in ${file} and not promised`);
    return problems;
  },
};
