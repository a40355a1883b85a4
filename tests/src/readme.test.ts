import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The code blocks of the README that a comment says are a file's content. */
const blocks = [...read('README.md').matchAll(/<!-- (\S+) -->\n```\w+\n([\s\S]*?)```/g)].map(([, file = '', code = '']) => ({ file, code }));

describe('README', () => {
  it('prints programs that exist as files, as they are', () => {
    expect(blocks.map(({ file }) => file)).toEqual(['examples/quickstart-node/index.js', 'tests/src/readme-hooks.tsx']);
    for (const { file, code } of blocks) expect(code, file).toBe(read(file));
  });

  it('keeps its promise of twenty lines and of ten', () => {
    const lines = blocks.map(({ code }) => code.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('//')).length);
    expect(lines[0]).toBeLessThanOrEqual(20);
    expect(lines[1]).toBeLessThanOrEqual(10);
  });
});
