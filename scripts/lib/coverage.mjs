import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';
import { citedIn, testTitles } from './test-titles.mjs';

/** Number → title in our words, in order. */
export const requirements = () => JSON.parse(readFileSync(join(root, 'docs/requirements-titles.json'), 'utf8'));

/** Number → the tests that cite it. */
export function proofs() {
  const found = new Map();
  for (const { file, title } of testTitles()) {
    for (const number of citedIn(title, 'R')) found.set(number, [...(found.get(number) ?? []), { file, title }]);
  }
  return found;
}

/** The numbers that a committed page lists as proved. */
export const provedIn = (page) => new Set([...page.matchAll(/^\| (R\d+) \|[^|]*\| (?!–)/gm)].map((match) => match[1]));

const cell = (text) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

/** The text of docs/coverage.md. */
export function coveragePage() {
  const titles = requirements();
  const tests = proofs();
  const rows = Object.entries(titles).map(([number, title]) => {
    const own = tests.get(number) ?? [];
    const shown = own.slice(0, 3).map(({ file, title: name }) => `[${cell(name)}](../${file})`);
    if (own.length > 3) shown.push(`and ${own.length - 3} more`);
    return `| ${number} | ${cell(title)} | ${shown.join('<br>') || '–'} |`;
  });
  const proved = Object.keys(titles).filter((number) => tests.has(number)).length;
  return [
    '<!-- Generated from the titles of the tests by `npm run gen -- coverage`. Do not edit. -->',
    '# Requirements and the tests that prove them',
    '',
    `${proved} of ${rows.length} requirements are named by at least one test. A dash means: not yet.`,
    '',
    '| # | Requirement | Tests |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
