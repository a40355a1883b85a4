import { expect, it } from 'vitest';
import { citedIn, titlesIn } from './test-titles.mjs';

it('reads titles with those of the blocks around them, of every form of test', () => {
  const text = `
    describe('R1 outer', () => {
      describe.each([1])('inner %i', () => {
        it('P3: plain', () => {});
        it.each(rows)('R2 of a table', () => {});
        test.concurrent(\`R3 \${name} and R4\`, () => {});
        it.runIf(cluster)('R5 of one stack', () => {});
        for (const role of roles) it('R6 ' + role, () => {});
      });
    });
    notATest('R7');`;
  expect(titlesIn(text)).toEqual([
    'R1 outer › inner %i › P3: plain',
    'R1 outer › inner %i › R2 of a table',
    'R1 outer › inner %i › R3 … and R4',
    'R1 outer › inner %i › R5 of one stack',
    'R1 outer › inner %i › R6 ',
  ]);
});

it('does not count what is skipped or to be done', () => {
  const text = `
    it.skip('R1', () => {});
    it.todo('R2');
    describe.skip('off', () => { it('R3', () => {}); });
    it('R4', () => {});`;
  expect(titlesIn(text)).toEqual(['R4']);
});

it('finds numbers of one kind, each once, and no other words', () => {
  expect(citedIn('P3 R95 R95: p99 of R12, not SR7 or R1x', 'R')).toEqual(['R95', 'R12']);
  expect(citedIn('P3 R95: p99', 'P')).toEqual(['P3']);
});
