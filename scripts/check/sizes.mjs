import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../lib/run.mjs';

const kB = 1000;

/** Bundles code as an application's production build would, and answers its gzipped size and its text. */
async function bundle(contents, folder, external) {
  const result = await build({
    stdin: { contents, resolveDir: join(root, folder), loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    external,
    legalComments: 'none',
    logLevel: 'silent',
    // Without this the paths of the workspace's tsconfig lead to sources; what counts is what is published.
    tsconfigRaw: '{}',
  });
  const [file] = result.outputFiles;
  return { size: gzipSync(file.contents, { level: 9 }).length, text: file.text };
}

/** Names of the documents that only `@parley/sdk/operations` should hold: every one that no hand-written line mentions. */
function documents(text) {
  return new Set([...text.matchAll(/\b(?:query|mutation|subscription) (\w+)/g)].map((match) => match[1]));
}

/** Sizes of what an application pays, gzipped, and that generated operations are shaken off when unused. */
export const sizes = {
  key: 'sizes',
  needsBuild: true,
  name: 'bundle sizes',
  remedy: 'import less, or move what is generated out of the way of the hand-written entry',
  async run() {
    const problems = [];
    const client = await bundle("export { createChatClient } from '@parley/sdk';", 'packages/react-hooks', []);
    const hooks = await bundle("export * from '@parley/react';", 'tests', ['react', 'react-dom', '@parley/sdk']);
    const operation = await bundle("export * from '@parley/sdk/operations';", 'packages/react-hooks', []);
    const limit = (name, size, most) => {
      if (size > most * kB) problems.push(`${name} is ${(size / kB).toFixed(1)} kB gzipped; ${most} kB at most`);
      else process.stdout.write(`parley:       ${name}: ${(size / kB).toFixed(1)} of ${most} kB\n`);
    };
    limit('createChatClient', client.size, 25);
    limit('all hooks on top of the SDK', hooks.size, 5);
    if (!client.text.includes('createChatClient') || client.size < 5 * kB) problems.push('createChatClient is suspiciously small: is it exported?');

    const all = documents(operation.text);
    const inClient = [...documents(client.text)].filter((name) => all.has(name));
    const index = readFileSync(join(root, 'packages/sdk-js/package.json'), 'utf8');
    const sideEffects = JSON.parse(index).sideEffects === false;
    if (!sideEffects) problems.push('@parley/sdk must say `"sideEffects": false`');
    if (all.size < 10) problems.push(`@parley/sdk/operations holds ${all.size} documents; more are expected`);
    // The client's own feed, outbox and marks use some documents; it must not carry the rest of the schema.
    if (inClient.length > all.size / 2) problems.push(`createChatClient carries ${inClient.length} of ${all.size} generated documents: ${inClient.join(', ')}`);
    if ([...documents(hooks.text)].some((name) => all.has(name))) problems.push('the hooks carry generated documents');
    return problems;
  },
};
