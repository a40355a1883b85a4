import { build } from 'esbuild';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../config.js';
import { isNodeNewEnough } from './node-version.js';

const packageDir = fileURLToPath(new URL('../..', import.meta.url));
/** The command in one file, beside the packages that it needs. */
const bundle = join(packageDir, `node_modules/.cache/parley-cli-test-${process.pid}.mjs`);
/** Resolves what the SDK depends on and the server does not. */
const fromSdk = createRequire(join(packageDir, '../sdk-js/package.json'));
const isSdkOnly = (path: string) => /^(@urql\/core|wonka)(\/|$)/.test(path);
/** Servers that run, for a test that fails before it stops them. */
const servers = new Set<ChildProcess>();
let folder: string;
let taken: Server;
let takenPort: number;

beforeAll(async () => {
  await build({
    entryPoints: [join(packageDir, 'src/main.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    ignoreAnnotations: true,
    plugins: [
      {
        name: 'packages stay outside, the SDK comes from its source',
        setup(bundler) {
          bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
            if (path === '@parley/sdk') return { path: join(packageDir, '../sdk-js/src/index.ts') };
            if (path === '@parley/sdk/operations') return { path: join(packageDir, '../sdk-js/src/operations.ts') };
            return kind === 'entry-point' ? undefined : { path: isSdkOnly(path) ? fromSdk.resolve(path) : path, external: true };
          });
        },
      },
    ],
  });
  folder = await mkdtemp(join(tmpdir(), 'parley-cli-'));
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  takenPort = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(async () => {
  for (const server of servers) server.kill('SIGKILL');
  await new Promise((resolve) => taken.close(resolve));
  await rm(folder, { recursive: true, force: true });
  await rm(bundle, { force: true });
});

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in a process of its own. */
function parley(args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [bundle, ...args],
      { env: { PATH: process.env['PATH'], PARLEY_DATA_DIR: join(folder, 'data'), ...env } },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }),
    );
  });
}

interface Served {
  readonly url: string;
  readonly banner: string;
  /** Closes the ends of its output that are here, as a terminal that is closed does. */
  hangUp(): void;
  /** Sends SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
}

function serveDemo(env: Record<string, string>): Promise<Served> {
  const child = spawn(process.execPath, [bundle, 'serve', '--demo'], { env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  servers.add(child);
  void ended.then(() => servers.delete(child));
  return new Promise((resolve, reject) => {
    let banner = '';
    child.stdout.on('data', (chunk: Buffer) => {
      banner += chunk.toString();
      const url = /ready on (\S+)/.exec(banner)?.[1];
      if (!url || !banner.includes('Stop with')) return;
      resolve({
        url,
        banner,
        hangUp() {
          child.stdout.destroy();
          child.stderr.destroy();
        },
        stop() {
          child.kill('SIGTERM');
          return ended;
        },
      });
    });
    void ended.then((code) => reject(new Error(`serve ended with ${code}: ${banner}`)));
  });
}

/** Title, number of events and last message of each conversation of a user. */
async function conversationsOf(url: string, token: string): Promise<readonly unknown[]> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ conversations(first: 50) { edges { node { id title lastMessage { text } viewer { unreadCount } } } } }' }),
  });
  const { data }: { data: { conversations: { edges: readonly unknown[] } } } = JSON.parse(await response.text());
  return data.conversations.edges;
}

describe('parley faq evaluate', () => {
  it('R126: learns from one file, asks another, and answers with one JSON object or tables', async () => {
    const [learn, ask] = [join(folder, 'learn.csv'), join(folder, 'ask.csv')];
    await writeFile(learn, 'text,category\n"I want my money back",refund\n"How do I get a refund?",refund\nI lost my key,lost_key\n"Where is my second key?",lost_key\n');
    await writeFile(ask, '\uFEFFcategory,text,other\r\nrefund,"my money back, please",1\r\nlost_key,I have lost a key,2\r\n');
    const { code, out } = await parley(['faq', 'evaluate', '--learn', learn, '--ask', ask, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ categories: 2, examples: 4, asked: 2, unknown: 0, accuracy: 1 });
    expect((await parley(['faq', 'evaluate', '--learn', learn, '--ask', ask])).out).toContain('share answered');
  });

  it('a file that is none, or has other columns, is one line and an exit with 1', async () => {
    const broken = join(folder, 'broken.csv');
    await writeFile(broken, 'question,answer\na,b\n');
    for (const file of [broken, join(folder, 'none.csv')]) {
      const { code, err } = await parley(['faq', 'evaluate', '--learn', file, '--ask', file]);
      expect(code).toBe(1);
      expect(err.trim()).toMatch(/^unable to read \S+; [^\n]+$/);
    }
  });
});

describe('settings', () => {
  it('R199: come from the environment, with defaults', () => {
    expect(readConfig({})).toMatchObject({ port: 4000, host: '127.0.0.1', databaseUrl: null, redisUrl: null, hasGraphiql: true, hasIntrospection: true });
    expect(readConfig({ PORT: '0', HOST: '0.0.0.0', PARLEY_DATA_DIR: 'x', DATABASE_URL: 'postgres://a@b/c', REDIS_URL: 'redis://d' })).toMatchObject({
      port: 0,
      host: '0.0.0.0',
      dataDir: 'x',
      databaseUrl: 'postgres://a@b/c',
      redisUrl: 'redis://d',
    });
  });

  it('in production nothing of the schema is shown unless it is asked for', () => {
    expect(readConfig({ NODE_ENV: 'production' })).toMatchObject({ hasGraphiql: false, hasIntrospection: false });
    expect(readConfig({ NODE_ENV: 'production', PARLEY_GRAPHIQL: 'true' })).toMatchObject({ hasGraphiql: true, hasIntrospection: false });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT="http" is not a whole number from 0 to 65535'],
    [{ PORT: '70000' }, 'PORT="70000" is not'],
    [{ HOST: 'a b' }, 'HOST="a b" is not'],
    [{ DATABASE_URL: 'mysql://root:hunter2@x/y' }, 'DATABASE_URL is not an address that begins with postgres://'],
    [{ REDIS_URL: 'nonsense' }, 'REDIS_URL is not an address'],
    [{ PARLEY_GRAPHIQL: 'maybe' }, 'PARLEY_GRAPHIQL="maybe" is not'],
    [{ PARLEY_LOG_LEVEL: 'loud' }, 'PARLEY_LOG_LEVEL="loud" is not'],
    [{ PARLEY_ALLOWED_ORIGINS: 'example.com' }, 'PARLEY_ALLOWED_ORIGINS="example.com" is not'],
  ])('R199: %o is one clear line without secrets', (env, line) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(line);
    expect(() => readConfig(env)).not.toThrow(/hunter2|\n/);
  });
});

describe('the command', () => {
  it('shows help for itself and for each command', async () => {
    const { code, out } = await parley(['--help']);
    expect(code).toBe(0);
    for (const name of ['serve', 'migrate', 'seed', 'token', 'doctor', 'replay']) expect(out).toContain(`  ${name} `);
    expect((await parley(['replay', '--help'])).out).toContain('--file <path>');
  });

  it('a port in use, a bad variable, an unknown option and a missing folder are one line and exit code 1', async () => {
    const inUse = await parley(['serve'], { PORT: String(takenPort), PARLEY_DATA_DIR: join(folder, 'in-use') });
    expect(inUse).toMatchObject({ code: 1 });
    expect(inUse.err.trim().split('\n').at(-1)).toBe(
      `unable to listen on 127.0.0.1:${takenPort}; the port is in use: stop the other program, or set PORT to another one`,
    );
    const bad = await parley(['serve'], { PORT: 'x' });
    expect(bad).toEqual({ code: 1, out: '', err: 'unable to start; PORT="x" is not a whole number from 0 to 65535\n' });
    expect(await parley(['serve', '--nothing'])).toMatchObject({ code: 1 });
    const missing = await parley(['serve', '--examples', join(folder, 'nowhere')]);
    expect([missing.code, missing.err]).toEqual([1, `unable to serve examples; there is no folder ${join(folder, 'nowhere')}\n`]);
  });

  it('a database or a Redis that is out of reach is one line without its password', async () => {
    const database = await parley(['serve'], { DATABASE_URL: `postgres://ada:hunter2@127.0.0.1:1/x`, PORT: '0' });
    expect(database.code).toBe(1);
    expect(database.err).toMatch(/^unable to reach PostgreSQL at 127\.0\.0\.1:1\S*; [^\n]+\n$/);
    const redis = await parley(['serve'], { REDIS_URL: 'redis://:hunter2@127.0.0.1:1', PORT: '0', PARLEY_LOG_LEVEL: 'silent' });
    expect(redis.code).toBe(1);
    expect(redis.err.trim().split('\n').at(-1)).toMatch(/^unable to reach Redis at 127\.0\.0\.1:1; /);
    expect(database.err + redis.err).not.toContain('hunter2');
  });

  it('serves the demo, keeps its data when it starts again, and lets no second process near it', async () => {
    const env = { PARLEY_DATA_DIR: join(folder, 'demo'), PORT: '0' };
    const first = await serveDemo(env);
    expect(first.banner).toContain(`${first.url}/graphql   (GraphiQL in a browser)`);
    for (const user of ['ada', 'ben', 'cleo', 'sam', 'root']) expect(first.banner).toMatch(new RegExp(`${user} +\\w+ +ey`));
    expect(first.banner).toContain('WARNING: the secret of the demo site is public');
    const second = await parley(['migrate'], env);
    expect(second.code).toBe(1);
    expect(second.err).toMatch(/^unable to use the data folder [^\n]+ is using it: stop that one, or set PARLEY_DATA_DIR to another folder\n$/m);
    const token = await parley(['token', '--user', 'ada', '--role', 'client'], env);
    const before = await conversationsOf(first.url, token.out.trim());
    expect(before.length).toBeGreaterThan(1);
    expect(await first.stop()).toBe(0);
    const again = await serveDemo(env);
    again.hangUp();
    expect(await conversationsOf(again.url, token.out.trim())).toEqual(before);
    expect(await again.stop()).toBe(0);
  });

  it('R163: a site that was switched off is switched on by the operator', async () => {
    const data = { PARLEY_DATA_DIR: join(folder, 'switched') };
    const { out } = await parley(['seed', '--name', 'Shop'], data);
    const key = /pk_\S+/.exec(out)?.[0] ?? '';
    expect(await parley(['site', 'enable', key], data)).toMatchObject({ code: 0, out: `the site ${key} (Shop) is on; running nodes let people in within 30 seconds\n` });
    const missing = await parley(['site', 'enable', 'pk_none'], data);
    expect([missing.code, missing.err.trim().split('\n').at(-1)]).toEqual([1, 'unable to switch on; there is no site pk_none']);
  });

  it('a doctor looks at a database that is not made yet, and makes none', async () => {
    const PARLEY_DATA_DIR = join(folder, 'untouched');
    const { code, out } = await parley(['doctor', '--json'], { PORT: '0', PARLEY_DATA_DIR });
    expect([code, existsSync(PARLEY_DATA_DIR)]).toEqual([0, false]);
    expect(out).toContain('not made yet');
  });

  it('a site, a token that works for it, and a doctor who finds all well', async () => {
    expect((await parley(['token', '--user', 'ada', '--role', 'client'])).err).toContain('there is no site yet');
    const seeded = await parley(['seed', '--name', 'Shop', '--origin', 'https://shop.example']);
    expect(seeded.code).toBe(0);
    expect(seeded.out).toMatch(/public key {2}pk_\S+\nsecret {6}\S+\nAPI key {5}sk_\S+\n/);
    const token = await parley(['token', '--user', 'ada', '--role', 'client']);
    expect(token.out).toMatch(/^ey[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect((await parley(['token', '--user', 'ada', '--role', 'king'])).code).toBe(1);
    const doctor = await parley(['doctor', '--json'], { PORT: '0' });
    expect([doctor.code, doctor.err]).toEqual([0, '']);
    const { findings }: { findings: Array<{ check: string; state: string }> } = JSON.parse(doctor.out);
    expect(findings.map(({ check, state }) => `${check} ${state}`)).toEqual([
      'Node ok',
      'settings ok',
      'port ok',
      'database ok',
      'clock ok',
      'migrations ok',
      'epoch ok',
      'sites ok',
      'Redis ok',
    ]);
    const ill = await parley(['doctor', '--json'], { PORT: '0', REDIS_URL: 'redis://127.0.0.1:1' });
    expect(ill.code).toBe(1);
    expect(ill.out).toContain('unable to reach Redis');
  });

  it('a replay reports bad lines by their number and goes on with the others', async () => {
    const file = join(folder, 'some.jsonl');
    const good = (id: string) =>
      JSON.stringify({
        id,
        service: 'Trial_1',
        booking: { day: 'today' },
        turns: [
          { from: 'client', text: 'Is it still free?' },
          { from: 'provider', text: 'Yes.' },
          { from: 'provider', text: 'Until nine.' },
          { from: 'client', text: 'I take it.' },
        ],
      });
    await writeFile(file, `${good('a')}\n\n{"id": 7}\nnonsense\n${good('b')}\n`);
    const { code, out, err } = await parley(['replay', '--file', file, '--json', '--cuts', '300']);
    expect(err).toBe('unable to replay line 3; `id` is no text\nunable to replay line 4; it is no JSON\n');
    expect(JSON.parse(out)).toEqual({
      conversations: 2,
      messages: 8,
      lost: 0,
      repeated: 0,
      outOfOrder: 0,
      unread: 0,
      latencyMs: { p50: expect.any(Number), p95: expect.any(Number), p99: expect.any(Number) },
      perSecond: expect.any(Number),
    });
    expect(code).toBe(1);
    await writeFile(file, `${good('a')}\n`);
    expect((await parley(['replay', '--file', file, '--json'])).code).toBe(0);
    const unreadable = await parley(['replay', '--file', join(folder, 'nothing.jsonl')]);
    expect([unreadable.code, unreadable.err]).toEqual([1, expect.stringContaining('cannot be read')]);
  });

  it('P9 R110 R127: a replay of support: everybody is answered once and in order, by the bot or by agents who die now and then', async () => {
    const file = join(folder, 'questions.csv');
    const money = ['I want my money back', 'Can I have my money back?', 'Please give me my money back', 'When do I get my money back?', 'I would like my money back', 'How do I get my money back?'];
    const keys = ['I lost my key', 'My key is lost', 'I have lost the key', 'The key is lost', 'What if my key is lost?', 'I lost the second key'];
    const taught = [...money.map((text) => `${text},refund`), ...keys.map((text) => `${text},lost_key`)];
    const rows = ['Where is my card?,card_arrival', 'Close my account.,close_account', '"My piano, is it heavy?",piano'];
    await writeFile(file, `text,category\n${[...taught, ...rows].join('\n')}\n`);
    const { code, out, err } = await parley(['replay', '--support', file, '--customers', '24', '--agents', '3', '--waiting', '24', '--talk', '800', '--json']);
    expect(err).toBe('');
    // Half of what is taught is asked, and with the rest in turn: six of nine questions the bot knows, one it hands over, two never come to it.
    expect(JSON.parse(out)).toMatchObject({ customers: 24, assigned: 9, answeredByBot: 15, handedOver: 3, lost: 0, doubleAssigned: 0, overCapacity: 0, inversions: 0, waitMs: { p50: expect.any(Number) } });
    expect(code).toBe(0);
    expect((await parley(['replay', '--json'])).err).toContain('give --file or --support');
    expect((await parley(['replay', '--support', file, '--customers', '0'])).code).toBe(1);
    expect((await parley(['replay', '--support', file, '--learn', '21'])).err).toContain('--learn is above 20');
  });
});

describe('Node', () => {
  it.each([
    ['18.20.4', false],
    ['20.18.0', false],
    ['20.19.0', true],
    ['22.1.0', true],
  ])('%s: new enough is %s', (version, isNew) => {
    expect(isNodeNewEnough(version)).toBe(isNew);
  });
});
