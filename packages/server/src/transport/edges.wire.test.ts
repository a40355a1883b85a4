import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provisionSite, signUserToken } from '../modules/identity/index.js';
import { connectSocket, seed, startServer, type TestServer } from '../testing/index.js';

let folder: string;
let server: TestServer;
let base: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-edges-'));
  await mkdir(join(folder, 'pages/booking/dist/assets'), { recursive: true });
  await mkdir(join(folder, 'pages/plain'), { recursive: true });
  await mkdir(join(folder, 'pages/source'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'pages/booking/package.json'), '{}');
  await writeFile(join(folder, 'pages/booking/dist/index.html'), '<p>built</p>');
  await writeFile(join(folder, 'pages/booking/dist/.env'), 'secret');
  await writeFile(join(folder, 'pages/booking/dist/assets/app-a1b2c3d4.js'), 'export {}');
  await writeFile(join(folder, 'pages/plain/index.html'), '<p>plain</p>');
  await writeFile(join(folder, 'pages/source/package.json'), '{}');
  await writeFile(join(folder, 'pages/source/index.html'), '<p>source</p>');
  await symlink(join(folder, 'secret.txt'), join(folder, 'pages/plain/link.txt'));
  server = await startServer({ options: { examplesDir: join(folder, 'pages'), isDemo: true } });
  base = new URL(server.url).origin;
  await provisionSite(server.deps, { name: 'Shop', publicKey: 'pk_shop', allowedOrigins: ['https://shop.example', 'https://*.shop.example'] });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** A GET whose path is sent as it stands; fetch would tidy it. */
function raw(path: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    }).on('error', reject);
  });
}

describe('example pages', () => {
  it('serves built pages, with their types and a policy', async () => {
    const page = await fetch(`${base}/examples/booking/?user=ada`);
    expect(await page.text()).toBe('<p>built</p>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const script = await fetch(`${base}/examples/booking/assets/app-a1b2c3d4.js`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('access-control-allow-origin')).toBe('*');
    expect(await (await fetch(`${base}/examples/plain/index.html`)).text()).toBe('<p>plain</p>');
    expect((await fetch(`${base}/examples/booking`, { redirect: 'manual' })).headers.get('location')).toBe('/examples/booking/');
  });

  it.each([
    '/examples/booking/../../../secret.txt',
    '/examples/booking/..%2f..%2f..%2fsecret.txt',
    '/examples/booking/%2e%2e/%2e%2e/package.json',
    '/examples/..%2fsecret.txt',
    '/examples/booking/.env',
    '/examples/booking/%00',
    '/examples/booking/%E0%A4%A',
    '/examples/plain/link.txt',
    '/examples/source/index.html',
    '/examples/booking/assets',
    '/examples/',
    '/nothing',
  ])('R179: %s is not there', async (path) => {
    const { status, body } = await raw(path);
    expect([status, body.includes('secret')]).toEqual([404, false]);
  });

  it('hands out tokens of the demo users, and of nobody else', async () => {
    expect(await (await fetch(`${base}/examples/token?user=ada`)).json()).toMatchObject({ token: expect.stringMatching(/^ey/) });
    expect((await fetch(`${base}/examples/token?user=eve`)).status).toBe(404);
    const plain = await startServer({ options: { examplesDir: join(folder, 'pages') } });
    expect((await fetch(`${new URL(plain.url).origin}/examples/token?user=ada`)).status).toBe(404);
    await plain.close();
  });
});

describe('health and metrics', () => {
  it('says that it lives and is ready', async () => {
    expect(await (await fetch(`${base}/healthz`)).json()).toEqual({ status: 'ok' });
    const ready = await fetch(`${base}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', database: 'up', bus: 'up' }]);
  });

  it('is not ready without its database', async () => {
    const database = await startServer();
    await database.db.close();
    const ready = await fetch(`${new URL(database.url).origin}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'unavailable', database: 'down' }]);
    await database.close().catch(() => undefined);
  });

  it('R160 R196: counts operations, sends, deliveries, feeds and errors', async () => {
    const world = await seed(server).client('ada').provider('ben').booking('move').ready();
    const conversationId = world.bookings.move.conversationId;
    const socket = await world.people.ben.socket();
    const feed = socket.subscribe<{ conversationFeed: { __typename: string } }>(
      'subscription ($id: ID!) { conversationFeed(conversationId: $id) { __typename } }',
      { id: conversationId },
    );
    await feed.next();
    await world.people.ada.must('mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq } }', {
      input: { conversationId, clientId: 'one', text: 'hello' },
    });
    await feed.next((item) => item.conversationFeed.__typename === 'MessageSent');
    await world.people.ada.gql('{ nope }');
    // The alias is the client's choice and must not become a label.
    await world.people.ada.gql('mutation ($input: SendMessageInput!) { mine: sendMessage(input: $input) { seq } }', {
      input: { conversationId: 'cnv_none', clientId: 'two', text: 'hello' },
    });
    const text = await (await fetch(`${base}/metrics`)).text();
    for (const line of [
      'parley_sockets 1',
      'parley_subscriptions{field="conversationFeed"} 1',
      'parley_sends_total 1',
      'parley_send_seconds_count 1',
      'parley_deliveries_total 1',
      'parley_feed_starts_total{feed="conversationFeed",kind="snapshot_first"} 1',
      'parley_delivery_seconds_count 1',
      'parley_operations_total{kind="mutation",field="sendMessage",transport="http"} 2',
      'parley_errors_total{code="QUERY_INVALID",field="none"} 1',
      'parley_errors_total{code="NOT_FOUND",field="sendMessage"} 1',
      'parley_socket_opens_total 1',
      'parley_feeds{feed="conversation"} 1',
      'parley_feed_events_total{way="live"} 1',
      'parley_feed_queue_items{feed="conversation"} 0',
      'parley_log_lag_events 0',
      'parley_sends_waiting 0',
      'parley_draining 0',
      'parley_bus_up 1',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
    await world.close();
  });

  it('serves no metrics, no GraphiQL and no schema where they are switched off', async () => {
    const closed = await startServer({ config: { hasMetrics: false, hasGraphiql: false, hasIntrospection: false } });
    const origin = new URL(closed.url).origin;
    expect((await fetch(`${origin}/metrics`)).status).toBe(404);
    expect(await (await fetch(closed.url, { headers: { accept: 'text/html' } })).text()).toBe('');
    const world = await seed(closed).ready();
    expect(await world.nobody.codeOf('{ __schema { queryType { name } } }')).toBe('QUERY_INVALID');
    const { errors } = await world.nobody.gql('{ view }');
    expect(errors?.[0]?.message).not.toContain('Did you mean');
    await closed.close();
  });

  it('serves GraphiQL without a network, and the schema, where they are switched on', async () => {
    const page = await (await fetch(server.url, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('GraphiQL');
    expect(page).not.toMatch(/src="?https:/);
    const world = await seed(server).ready();
    expect(await world.nobody.must('{ __schema { queryType { name } } }')).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });
});

describe('origins over HTTP', () => {
  const preflight = (origin: string) =>
    fetch(server.url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' } });

  it('R165: a page of a site may call, and is told which headers it may send', async () => {
    for (const origin of ['https://shop.example', 'https://www.shop.example', base]) {
      const response = await preflight(origin);
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
      expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
      expect(response.headers.get('vary')).toContain('Origin');
    }
  });

  describe('of a server whose sites name theirs', () => {
    let strict: TestServer;
    beforeAll(async () => {
      strict = await startServer();
      await provisionSite(strict.deps, { name: 'Shop', publicKey: 'pk_strict', allowedOrigins: ['https://shop.example', 'https://*.shop.example'] });
      await provisionSite(strict.deps, { name: 'Other', publicKey: 'pk_other', allowedOrigins: ['https://other.example'] });
    });
    afterAll(() => strict.close());

    it.each(['https://evil.example', 'https://shop.example.evil.example', 'https://evilshop.example', 'http://shop.example', 'null'])(
      'R165: %s may not',
      async (origin) => {
        const response = await fetch(strict.url, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });
        expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([403, null]);
      },
    );

    it('R165: a page of one site cannot use a token of another, over HTTP or WebSocket', async () => {
      const { site, secret } = await provisionSite(strict.deps, { name: 'Own', publicKey: 'pk_own', allowedOrigins: ['https://own.example'] });
      const token = await signUserToken({ publicKey: site.publicKey, secret }, { sub: 'ada', role: 'client', now: new Date() });
      const ask = (origin?: string) =>
        fetch(strict.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...(origin ? { origin } : {}) },
          body: JSON.stringify({ query: '{ viewer { role } }' }),
        });
      expect(await (await ask()).json()).toEqual({ data: { viewer: { role: 'CLIENT' } } });
      const refused = await ask('https://other.example');
      expect([refused.status, await refused.json()]).toMatchObject([403, { errors: [{ extensions: { code: 'ORIGIN_NOT_ALLOWED' } }] }]);
      await expect(connectSocket(strict.url, { token }, { origin: 'https://other.example' })).rejects.toThrow('4403 ORIGIN_NOT_ALLOWED');
    });
  });
});
