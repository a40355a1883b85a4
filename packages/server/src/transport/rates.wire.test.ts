import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG, DEFAULT_LIMITS, type Rates } from '../config.js';
import { provisionSite } from '../modules/identity/index.js';
import { connectSocket, currentStack, seed, startServer, testRedisUrl, type TestServer } from '../testing/index.js';

async function limited(rates: Partial<Rates>, work: (server: TestServer) => Promise<void>): Promise<void> {
  // What the address says comes before what the server says by itself: a Redis that answers late is waited for here, or calls would be counted in two places.
  const redisUrl = currentStack() === 'cluster' ? `${testRedisUrl()}?commandTimeout=120000` : null;
  const server = await startServer({ config: { redisUrl, limits: { isRateLimited: true, rates: { ...DEFAULT_LIMITS.rates, ...rates } } } });
  try {
    await work(server);
  } finally {
    await server.close();
  }
}

const SEND = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq } }';

describe('rates', () => {
  it('R174 R178: sends of one user are limited after their burst, over HTTP and WebSocket together, and of nobody else', async () => {
    await limited({ send: { points: 2, seconds: 60, burst: 1 } }, async (server) => {
      const world = await seed(server).client('ada').provider('ben').booking('move').ready();
      const { conversationId } = world.bookings.move;
      let count = 0;
      const input = () => ({ input: { conversationId, clientId: `c${(count += 1)}`, text: 'hello' } });
      const socket = await world.people.ada.socket();
      await world.people.ada.must(SEND, input());
      expect((await socket.request(SEND, input())).errors).toBeUndefined();
      await world.people.ada.must(SEND, input());
      for (const { errors } of [await world.people.ada.gql(SEND, input()), await socket.request(SEND, input())]) {
        const extensions = errors?.[0]?.extensions;
        expect(extensions).toMatchObject({ code: 'RATE_LIMITED', retry: 'after', details: { class: 'send' } });
        expect(extensions?.['retryAfterMs']).toBeGreaterThan(1_000);
        expect(extensions?.['retryAfterMs']).toBeLessThanOrEqual(600_000);
      }
      await world.people.ben.must(SEND, input());
      await world.people.ada.must('{ viewer { id } }');
      await world.close();
    });
  });

  it('R178: each root field of an operation counts', async () => {
    await limited({ query: { points: 4, seconds: 60, burst: 0 } }, async (server) => {
      const world = await seed(server).client('ada').ready();
      expect(await world.people.ada.codeOf('{ a: viewer { id } b: viewer { id } c: viewer { id } }')).toBeNull();
      expect(await world.people.ada.codeOf('{ viewer { id } }')).toBe('RATE_LIMITED');
    });
  });

  it('R178: guest sessions are limited by address, whatever the credential', async () => {
    await limited({ guest: { points: 2, seconds: 60, burst: 0 } }, async (server) => {
      const { site } = await provisionSite(server.deps, { name: 'Shop', publicKey: 'pk_guests' });
      const world = await seed(server).ready();
      const start = 'mutation ($input: StartGuestSessionInput!) { startGuestSession(input: $input) { token } }';
      const variables = { input: { siteKey: site.publicKey } };
      await world.nobody.must(start, variables);
      await world.nobody.must(start, variables);
      expect(await world.nobody.codeOf(start, variables)).toBe('RATE_LIMITED');
      expect(await world.service.codeOf(start, variables)).toBe('RATE_LIMITED');
    });
  });

  it('R178: opening sockets and feeds is limited too, and says when to come back', async () => {
    await limited({ connect: { points: 1, seconds: 60, burst: 0 }, subscription: { points: 1, seconds: 60, burst: 0 } }, async (server) => {
      const world = await seed(server).client('ada').ready();
      const socket = await world.people.ada.socket();
      const feed = 'subscription { inboxFeed { __typename } }';
      await socket.subscribe(feed).next();
      const [error] = await socket.subscribe(feed).ended;
      expect(error?.extensions).toMatchObject({ code: 'RATE_LIMITED', details: { class: 'subscription' } });
      await expect(connectSocket(server.url, { token: world.people.ada.token })).rejects.toThrow('429');
      await world.close();
    });
  });

  it('answers HTTP with 429 and Retry-After', async () => {
    await limited({ query: { points: 1, seconds: 60, burst: 0 } }, async (server) => {
      const ask = () => fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
      expect((await ask()).status).toBe(200);
      const refused = await ask();
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(1);
    });
  });

  it('is on by default', () => {
    expect(DEFAULT_CONFIG.limits.isRateLimited).toBe(true);
  });
});
