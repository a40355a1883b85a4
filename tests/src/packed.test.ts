import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, requireAll } from '../../scripts/lib/services.mjs';
import { BookingPage } from './browser/booking-page.js';
import { launchChromium } from './browser/chromium.js';
import { DeskPage } from './browser/desk-page.js';
import { PackedApplication, packages } from './packed-application.js';

const run = promisify(execFile);

let application: PackedApplication;

beforeAll(() => {
  application = new PackedApplication();
});
afterAll(() => application.remove());

describe.each(Object.keys(packages))('the tarball of %s', (name) => {
  const entries = () => Object.keys(application.manifest(name).exports).filter((entry) => !entry.endsWith('.json'));

  it('loads every entry as ESM and as CommonJS, with the same names', () => {
    expect(entries().length).toBeGreaterThan(1);
    for (const entry of entries()) {
      const id = name + entry.slice(1);
      const print = 'console.log(JSON.stringify(Object.keys(entry).filter((key) => key !== "default" && key !== "module.exports").sort()))';
      const esm = application.runFile('entry.mjs', `import * as entry from '${id}'; ${print}`);
      const cjs = application.runFile('entry.cjs', `const entry = require('${id}'); ${print}`);
      expect(JSON.parse(cjs), id).toEqual(JSON.parse(esm));
      expect(JSON.parse(esm).length, `${id} exports something`).toBeGreaterThan(0);
    }
  });

  it('holds a licence, a readme and types, and no tests', () => {
    const files = readdirSync(join(application.folder, 'node_modules', name), { recursive: true }).map(String);
    const own = files.filter((file) => !file.startsWith('node_modules'));
    expect(own).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.d.ts', 'dist/index.d.cts']));
    expect(own.filter((file) => /\.test\./.test(file))).toEqual([]);
  });
});

describe('the support entry of the tarballs', () => {
  it('knows a client that was made by the other kind of module', () => {
    const use = "console.log(agentStatus(createChatClient({ url: 'http://localhost:9', token: 'none' })).getSnapshot().status);";
    const mixed = `import { createRequire } from 'node:module'; import { agentStatus } from '@parley/sdk/support'; const { createChatClient } = createRequire(import.meta.url)('@parley/sdk'); ${use}`;
    expect(application.runFile('mixed.mjs', mixed)).toBe('idle\n');
    expect(application.runFile('alike.cjs', `const { createChatClient } = require('@parley/sdk'); const { agentStatus } = require('@parley/sdk/support'); ${use}`)).toBe('idle\n');
  });
});

describe('the server of the tarball', () => {
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
    expect(application.runFile('serve.mjs', use("import { createChatServer } from '@parley/server';"))).toBe('UNAUTHENTICATED\n');
  });

  it('has its whole schema, migrates and answers, as CommonJS', () => {
    expect(application.runFile('serve.cjs', use("const { createChatServer } = require('@parley/server');"))).toBe('UNAUTHENTICATED\n');
  });
});

describe('the examples, installed from the tarballs', () => {
  let url: string;

  beforeAll(async () => {
    application.addExample('quickstart-node');
    for (const name of ['booking-chat', 'support-desk']) {
      const cwd = application.addExample(name);
      await run(process.execPath, [join(application.folder, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], { cwd });
    }
    url = await application.startDemo();
  });

  it('R17 R38: the program of the README runs as printed: two people talk around a booking, and the program ends by itself', async () => {
    const program = join(application.folder, 'examples/quickstart-node/index.js');
    const { stdout } = await run(process.execPath, [program], { env: { ...process.env, PARLEY_URL: url } });
    const lines = stdout.trim().split('\n');
    expect(lines.slice(-2)).toEqual(['Ada: Is nine still fine?', 'Ben: Nine is fine.']);
    expect(lines).toContain('Ada: Hello Ben, the piano stands on the third floor and there is no lift.');
  });

  it.skipIf(findChromium() === null && !requireAll())('R7 R45: the booking chat is built, and two people talk on it in a browser', async () => {
    const browser = await launchChromium();
    try {
      const [ada, ben] = [await BookingPage.open({ browser, origin: url, user: 'ada' }), await BookingPage.open({ browser, origin: url, user: 'ben' })];
      for (const { page } of [ada, ben]) await page.getByRole('link', { name: /Moving a piano/ }).click();
      await ada.send('Built from tarballs');
      await ben.message('Built from tarballs').waitFor();
      await ada.status('Built from tarballs').getByText('Read').waitFor();
      expect([...ada.problems, ...ben.problems]).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it.skipIf(findChromium() === null && !requireAll())('R3 R18 R104: the support desk is built, and a visitor of the shop is offered to an agent', async () => {
    const browser = await launchChromium();
    try {
      const [customer, sam] = [await DeskPage.open({ browser, origin: url, path: 'shop/' }), await DeskPage.open({ browser, origin: url, path: 'agent/?user=sam' })];
      await customer.button('Contact support').click();
      await customer.page.getByRole('textbox', { name: 'Your question' }).fill('Is the parcel of my neighbour with you?');
      await customer.button('Start the chat').click();
      await sam.page.getByRole('list', { name: 'Offers' }).getByText('Is the parcel of my neighbour with you?').waitFor();
      expect([...customer.problems, ...sam.problems]).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
