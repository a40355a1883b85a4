import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packages = { '@parley/sdk': 'packages/sdk-js', '@parley/react': 'packages/react-hooks', '@parley/server': 'packages/server' };

interface Manifest {
  name: string;
  exports: Record<string, unknown>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/**
 * A folder as an application has it after installing our tarballs: what is in the tarball and nothing else, and of the
 * workspace only the third-party packages that the manifest names.
 */
let application: string;

beforeAll(() => {
  const cache = join(root, 'node_modules/.cache/parley');
  mkdirSync(cache, { recursive: true });
  application = mkdtempSync(join(cache, 'packed-'));
  for (const [name, folder] of Object.entries(packages)) {
    if (!existsSync(join(root, folder, 'dist'))) throw new Error(`${folder} is not built; run \`npm run build\` first`);
    execFileSync('npm', ['pack', '--silent', '--pack-destination', application], { cwd: join(root, folder) });
    const tarball = readdirSync(application).find((file) => file.endsWith('.tgz'));
    if (!tarball) throw new Error(`${name} gave no tarball`);
    const target = join(application, 'node_modules', name);
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', join(application, tarball), '-C', target, '--strip-components=1']);
    rmSync(join(application, tarball));
    const manifest = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')) as Manifest;
    for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
      if (dependency in packages) continue;
      const link = join(target, 'node_modules', dependency);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, folder, 'node_modules', dependency), link);
    }
  }
});

afterAll(() => rmSync(application, { recursive: true, force: true }));

/** Runs a file in the application, and answers what it printed. */
function runFile(name: string, code: string): string {
  writeFileSync(join(application, name), code);
  return execFileSync(process.execPath, [name], { cwd: application, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

describe.each(Object.keys(packages))('the tarball of %s', { timeout: 60_000 }, (name) => {
  const manifest = () => JSON.parse(readFileSync(join(application, 'node_modules', name, 'package.json'), 'utf8')) as Manifest;
  const entries = () => Object.keys(manifest().exports).filter((entry) => !entry.endsWith('.json'));

  it('loads every entry as ESM and as CommonJS, with the same names', () => {
    expect(entries().length).toBeGreaterThan(1);
    for (const entry of entries()) {
      const id = name + entry.slice(1);
      const print = 'console.log(JSON.stringify(Object.keys(entry).filter((key) => key !== "default" && key !== "module.exports").sort()))';
      const esm = runFile('entry.mjs', `import * as entry from '${id}'; ${print}`);
      const cjs = runFile('entry.cjs', `const entry = require('${id}'); ${print}`);
      expect(JSON.parse(cjs), id).toEqual(JSON.parse(esm));
      expect(JSON.parse(esm).length, `${id} exports something`).toBeGreaterThan(0);
    }
  });

  it('holds a licence, a readme and types, and no tests', () => {
    const files = readdirSync(join(application, 'node_modules', name), { recursive: true }).map(String);
    const own = files.filter((file) => !file.startsWith('node_modules'));
    expect(own).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.d.ts', 'dist/index.d.cts']));
    expect(own.filter((file) => /\.test\./.test(file))).toEqual([]);
  });
});

describe('the server of the tarball', { timeout: 60_000 }, () => {
  const use = (load: string) => `
    ${load}
    const server = createChatServer({ config: { port: 0, host: '127.0.0.1', dataDir: './data', logLevel: 'silent' } });
    server.start().then(async ({ url }) => {
      const answer = await fetch(url + '/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'mutation { leaveConversation(input: { conversationId: "cnv_x" }) { seq } }' }),
      });
      console.log((await answer.json()).errors[0].extensions.code);
      await server.close();
    });`;

  it('has its whole schema, migrates and answers, as ESM', () => {
    expect(runFile('serve.mjs', use("import { createChatServer } from '@parley/server';"))).toBe('UNAUTHENTICATED\n');
  });

  it('has its whole schema, migrates and answers, as CommonJS', () => {
    expect(runFile('serve.cjs', use("const { createChatServer } = require('@parley/server');"))).toBe('UNAUTHENTICATED\n');
  });
});
