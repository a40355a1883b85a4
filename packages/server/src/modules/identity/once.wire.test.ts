import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { Actor, seed, startServer, type TestServer } from '../../testing/index.js';
import { signUserToken } from './index.js';

const ME = '{ viewer { id } }';
const SITE = 'mutation ($input: CreateSiteInput!) { createSite(input: $input) { secret site { id publicKey } } }';
const ROTATE = 'mutation ($input: RotateSiteSecretInput!) { rotateSiteSecret(input: $input) { secret site { id } } }';
const KEY = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id } } }';
const REVOKE = 'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id } } }';

interface Secret {
  readonly secret: string;
}
interface Rotated {
  readonly rotateSiteSecret: Secret;
}
interface Created {
  readonly createApiKey: Secret & { readonly apiKey: { readonly id: string } };
}

let clock: TestClock;
let server: TestServer;

beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

const tenTimes = <T>(call: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 10 }, call));

describe('mutations that make a secret', () => {
  it('P3 R10: ten equal calls at once, and one much later, make one API key and answer with its secret', async () => {
    const world = await seed(server).admin('root').ready();
    const { root } = world.people;
    const expiresAt = new Date(clock.now().getTime() + 60_000).toISOString();
    const input = { clientId: randomUUID(), name: 'billing', expiresAt };
    const [first, ...others] = await tenTimes(() => root.must<Created>(KEY, { input }));
    expect(others).toEqual(Array.from({ length: 9 }, () => first));
    expect(await server.db.prisma.apiKey.count({ where: { siteId: world.site.id, name: 'billing' } })).toBe(1);
    expect(await new Actor(server.url, first?.createApiKey.secret ?? '').codeOf(ME)).toBeNull();
    await clock.advance(120_000);
    expect(await root.must(KEY, { input })).toEqual(first);
    await root.must(REVOKE, { input: { apiKeyId: first?.createApiKey.apiKey.id } });
    expect(await root.must(KEY, { input })).toEqual(first);
  });

  it('P3 R162: ten equal calls at once rotate a site’s secret once, and answer with the same one after the next rotation', async () => {
    const world = await seed(server).admin('root').ready();
    const input = { clientId: randomUUID(), dropPrevious: false };
    const [first, ...others] = await tenTimes(() => world.service.must<Rotated>(ROTATE, { input }));
    expect(others).toEqual(Array.from({ length: 9 }, () => first));
    const signedBy = async (secret: string): Promise<Actor> =>
      new Actor(server.url, await signUserToken({ publicKey: world.site.publicKey, secret }, { sub: 'ada', role: 'client', now: clock.now() }));
    for (const secret of [world.site.secret, first?.rotateSiteSecret.secret ?? '']) expect(await (await signedBy(secret)).codeOf(ME)).toBeNull();
    const next = await world.service.must<Rotated>(ROTATE, { input: { clientId: randomUUID() } });
    expect(await world.service.must(ROTATE, { input })).toEqual(first);
    expect(await (await signedBy(next.rotateSiteSecret.secret)).codeOf(ME)).toBeNull();
  });

  it('P3 R239: ten equal calls at once make one site', async () => {
    const world = await seed(server).admin('root').ready();
    const input = { clientId: randomUUID(), name: 'Second', allowedOrigins: ['https://second.example'] };
    const [first, ...others] = await tenTimes(() => world.people.root.must(SITE, { input }));
    expect(others).toEqual(Array.from({ length: 9 }, () => first));
    expect(await server.db.prisma.site.count({ where: { ownerUserId: world.people.root.id } })).toBe(1);
  });

  it('P3: an id with another input is a conflict, one that could be guessed is refused, and one that failed is free', async () => {
    const { people, service } = await seed(server).admin('root').ready();
    const clientId = randomUUID();
    await people.root.must(KEY, { input: { clientId, name: 'one' } });
    expect(await people.root.codeOf(KEY, { input: { clientId, name: 'two' } })).toBe('IDEMPOTENCY_CONFLICT');
    await service.must(ROTATE, { input: { clientId } });
    expect(await service.codeOf(ROTATE, { input: { clientId, dropPrevious: true } })).toBe('IDEMPOTENCY_CONFLICT');
    expect(await service.codeOf(ROTATE, { input: { clientId, dropPrevious: false } })).toBeNull();
    for (const bad of ['', 'short', 'a'.repeat(21), 'x'.repeat(30), `${randomUUID()}${randomUUID()}`, `${randomUUID()} `]) {
      expect([bad, await people.root.codeOf(KEY, { input: { clientId: bad, name: 'one' } })]).toEqual([bad, 'INVALID_INPUT']);
    }
    const again = randomUUID();
    expect(await people.root.codeOf(KEY, { input: { clientId: again, name: '' } })).toBe('INVALID_INPUT');
    expect(await people.root.codeOf(KEY, { input: { clientId: again, name: 'three' } })).toBeNull();
  });

  it('P8: the id of one caller opens nothing for another, and the database alone opens nothing', async () => {
    const world = await seed(server).admin('root').admin('boss').ready();
    const { root, boss } = world.people;
    const input = { clientId: randomUUID(), name: 'mine' };
    const mine = await root.must<Created>(KEY, { input });
    const theirs = await boss.must<Created>(KEY, { input });
    expect(theirs.createApiKey.secret).not.toBe(mine.createApiKey.secret);
    const rows = await server.db.prisma.sealedAnswer.findMany({ where: { siteId: world.site.id } });
    expect(rows).toHaveLength(2);
    for (const text of [input.clientId, mine.createApiKey.secret, mine.createApiKey.apiKey.id]) {
      const plain = rows.map((row) => row.lookup + Buffer.from(row.sealed, 'base64url').toString('latin1') + row.sealed).join();
      expect(plain).not.toContain(text);
    }
  });
});
