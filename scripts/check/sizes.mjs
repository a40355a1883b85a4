import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { filesBelow } from '../lib/fresh.mjs';
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

/** Root fields of the documents in a bundle: each is made by a call that begins with its kind and field. */
const documents = (text) => new Set([...text.matchAll(/\("(?:query|mutation|subscription)","(\w+)",\[/g)].map((match) => match[1]));

/** Root fields of the documents that hand-written sources of the SDK ask for by an import. */
function wantedByHand() {
  const files = filesBelow(join(root, 'packages/sdk-js/src')).filter((file) => !/\/generated\/|\/support\/|\.test\.ts$|\/operations\.ts$/.test(file));
  const imports = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/import \{([^}]*)\} from '[^']*generated\/operations\.js'/g)]);
  const names = imports.flatMap((match) => match[1].split(',')).map((name) => name.trim().split(' ')[0].replace(/Document$/, ''));
  return new Set(names.map((name) => name.charAt(0).toLowerCase() + name.slice(1)));
}

/** Sizes of what an application pays, gzipped, and that generated operations are shaken off when unused. */
export const sizes = {
  key: 'sizes',
  needsBuild: true,
  name: 'bundle sizes',
  remedy: 'import less, or move what is generated out of the way of the hand-written entry',
  async run() {
    const problems = [];
    const limit = (name, size, most) => {
      if (size > most * kB) problems.push(`${name} is ${(size / kB).toFixed(1)} kB gzipped; ${most} kB at most`);
      else process.stdout.write(`parley:       ${name}: ${(size / kB).toFixed(1)} of ${most} kB\n`);
    };
    const client = await bundle("export { createChatClient } from '@parley/sdk';", 'packages/react-hooks', []);
    // What an application pays for the desk beside a client that it has anyway.
    const desk = await bundle("export { createChatClient } from '@parley/sdk'; export * from '@parley/sdk/support';", 'packages/react-hooks', []);
    const react = ['react', 'react-dom', 'react/jsx-runtime', '@parley/sdk'];
    const deskHooks = await bundle("export * from '@parley/react'; export * from '@parley/react/support';", 'tests', [...react, '@parley/sdk/support']);
    const hooks = await bundle("export * from '@parley/react';", 'tests', react);
    const all = documents((await bundle("export * from '@parley/sdk/operations';", 'packages/react-hooks', [])).text);
    limit('createChatClient', client.size, 25);
    limit('all hooks on top of the SDK', hooks.size, 5);
    limit('@parley/sdk/support on top of createChatClient', desk.size - client.size, 14);
    limit('@parley/react/support on top of the other hooks', deskHooks.size - hooks.size, 4);
    if (client.size < 5 * kB) problems.push('createChatClient is suspiciously small: is all of it there?');
    if (all.size < 20) problems.push(`@parley/sdk/operations holds ${all.size} documents; more are expected`);

    // What does not grow with the schema: the client carries the documents that its own code asks for, and no other.
    const byHand = wantedByHand();
    const carried = [...documents(client.text)].filter((name) => all.has(name) && !byHand.has(name));
    if (carried.length > 0) problems.push(`createChatClient carries documents that its code does not ask for: ${carried.join(', ')}`);
    const status = documents((await bundle("export { agentStatus } from '@parley/sdk/support';", 'packages/react-hooks', [])).text);
    const besides = [...status].filter((name) => all.has(name) && !['agentFeed', 'agents', 'setAgentStatus'].includes(name));
    if (besides.length > 0) problems.push(`agentStatus of @parley/sdk/support brings other documents along: ${besides.join(', ')}`);
    const inHooks = [...documents(hooks.text), ...documents(deskHooks.text)].filter((name) => all.has(name));
    if (inHooks.length > 0) problems.push(`the hooks carry documents: ${inHooks.join(', ')}`);

    // And each generated operation comes alone.
    for (const [entry, name, folder, external] of [
      ['@parley/sdk/operations', 'sendMessage', 'packages/react-hooks', []],
      ['@parley/react/operations', 'useSendMessageMutation', 'tests', react],
    ]) {
      const alone = await bundle(`export { ${name} } from '${entry}';`, folder, external);
      const others = [...documents(alone.text)].filter((document) => document !== 'sendMessage');
      if (others.length > 0) problems.push(`${name} of ${entry} brings ${others.length} other documents along`);
      limit(`${name} alone`, alone.size, 2);
    }
    return problems;
  },
};
