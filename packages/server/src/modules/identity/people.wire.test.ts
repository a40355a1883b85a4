import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { Actor, seed, startServer, type TestServer } from '../../testing/index.js';
import { isPrivate } from './guarded-fetch.js';
import { isOriginPattern, originMatches } from './origins.js';

const USER = 'query ($id: ID, $externalId: String) { user(id: $id, externalId: $externalId) { id externalId displayName email phone profile role } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id __typename } }';
const UPSERT = 'mutation ($input: UpsertUserInput!) { upsertUser(input: $input) { user { id role displayName email isActive } } }';
const PROFILE = 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { displayName email phone avatarUrl profile } } }';
const GUEST = `mutation ($input: StartGuestSessionInput!) { startGuestSession(input: $input) {
  token expiresAt visitorId user { id displayName isGuest role } } }`;
const ME = '{ viewer { id isGuest role displayName } site { id publicKey } }';

interface GuestAnswer {
  readonly startGuestSession: {
    readonly token: string;
    readonly expiresAt: string;
    readonly visitorId: string;
    readonly user: { readonly id: string; readonly displayName: string; readonly isGuest: boolean };
  };
}

let clock: TestClock;
let server: TestServer;

beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

const as = (token: string): Actor => new Actor(server.url, token);

describe('guests', () => {
  it('R3 R4 R5: a visitor chats without an account, and stays the same on the next visit', async () => {
    const world = await seed(server).ready();
    const siteKey = world.site.publicKey;
    const start = async (input: object) => (await world.nobody.must<GuestAnswer>(GUEST, { input: { siteKey, ...input } })).startGuestSession;
    const first = await start({ displayName: 'Vera', email: 'vera@example.com' });
    expect(first.user).toMatchObject({ displayName: 'Vera', isGuest: true, role: 'CLIENT' });
    expect(first.visitorId.length).toBeGreaterThanOrEqual(4 + 32);
    expect(await as(first.token).must(ME)).toMatchObject({ viewer: { id: first.user.id, isGuest: true, role: 'CLIENT' }, site: { publicKey: siteKey } });
    const again = await start({ visitorId: first.visitorId });
    expect(again.user).toMatchObject({ id: first.user.id, displayName: 'Vera' });
    const invented = await start({ visitorId: 'vis_i-made-this-up' });
    expect(invented.user.id).not.toBe(first.user.id);
    expect(invented.visitorId).not.toBe('vis_i-made-this-up');
    const stored = await server.db.prisma.user.findUniqueOrThrow({ where: { id: first.user.id } });
    expect(JSON.stringify(stored)).not.toContain(first.visitorId);
  });

  it('R163 R165 P8: an unknown key, a foreign page and another site’s visitor get nothing', async () => {
    const world = await seed(server).ready();
    const other = await seed(server).ready();
    await world.service.must('mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { site { id } } }', {
      input: { allowedOrigins: ['https://shop.example'] },
    });
    expect(await world.nobody.codeOf(GUEST, { input: { siteKey: 'pk_unknown' } })).toBe('NOT_FOUND');
    expect(await world.nobody.codeOf(GUEST, { input: { siteKey: world.site.id } })).toBe('NOT_FOUND');
    const from = async (origin: string) => {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ query: GUEST, variables: { input: { siteKey: world.site.publicKey } } }),
      });
      return response.text();
    };
    expect(await from('https://evil.example')).toContain('ORIGIN_NOT_ALLOWED');
    expect(await from('https://shop.example')).toContain('visitorId');
    const mine = (await other.nobody.must<GuestAnswer>(GUEST, { input: { siteKey: other.site.publicKey } })).startGuestSession;
    const theirs = (await world.nobody.must<GuestAnswer>(GUEST, { input: { siteKey: world.site.publicKey, visitorId: mine.visitorId } })).startGuestSession;
    expect(theirs.user.id).not.toBe(mine.user.id);
  });

  it('R165: origins are listed whole, with any port, or below a domain', () => {
    for (const good of ['https://a.example', 'http://localhost:*', 'https://*.a.example', 'https://a.example:8443', '*']) expect([good, isOriginPattern(good)]).toEqual([good, true]);
    for (const bad of ['a.example', 'https://a.example/', 'https://a.example/path', 'ftp://a.example', 'https://', 'https://*', 'javascript:alert(1)', '']) {
      expect([bad, isOriginPattern(bad)]).toEqual([bad, false]);
    }
    const list = ['https://a.example', 'http://localhost:*', 'https://*.b.example'];
    for (const good of ['https://a.example', 'http://localhost', 'http://localhost:5173', 'https://x.b.example']) expect([good, originMatches(list, good)]).toEqual([good, true]);
    for (const bad of ['http://a.example', 'https://a.example.evil', 'https://xa.example', 'http://localhost:5173.evil', 'https://b.example', 'https://xb.example', 'null']) {
      expect([bad, originMatches(list, bad)]).toEqual([bad, false]);
    }
  });
});

describe('users', () => {
  it('R13: change their own profile; null empties, what is left out stays', async () => {
    const world = await seed(server).client('ada').ready();
    const change = (input: object) => world.people.ada.must(PROFILE, { input });
    expect(await change({ displayName: 'Ada L.', email: 'a@b.example', phone: '+44 1', avatarUrl: 'https://a.example/p.png', profile: { city: 'London' } })).toEqual({
      updateProfile: {
        user: { displayName: 'Ada L.', email: 'a@b.example', phone: '+44 1', avatarUrl: 'https://a.example/p.png', profile: { city: 'London' } },
      },
    });
    expect(await change({ phone: null })).toMatchObject({ updateProfile: { user: { displayName: 'Ada L.', phone: null, email: 'a@b.example' } } });
    for (const wrong of [
      { displayName: '' },
      { displayName: 'x'.repeat(121) },
      { email: 'nobody' },
      { avatarUrl: 'javascript:alert(1)' },
      { avatarUrl: 'data:text/html,x' },
      { profile: { big: 'x'.repeat(5000) } },
      { displayName: 'a\ud800b' },
      { displayName: 'a\u0000b' },
    ]) {
      expect([wrong, await world.people.ada.codeOf(PROFILE, { input: wrong })]).toEqual([wrong, 'INVALID_INPUT']);
    }
    await clock.advance(5000);
    const newer = new Actor(server.url, await world.token('ada', 'client'));
    // The host's word of a later moment counts more.
    expect(await newer.must('{ viewer { displayName } }')).toEqual({ viewer: { displayName: 'ada' } });
    expect(await world.service.codeOf(PROFILE, { input: { displayName: 'Key' } })).toBe('FORBIDDEN');
  });

  it('P8 R1: private fields are for the user and for staff; the host’s ids open nothing to the public', async () => {
    const world = await seed(server).client('ada').provider('ben').agent('sam').admin('root').ready();
    const { ada, ben, sam, root } = world.people;
    await ada.must(PROFILE, { input: { email: 'a@b.example', phone: '1', profile: { x: 1 } } });
    for (const staff of [sam, root, world.service, ada]) {
      expect(await staff.must(USER, { id: ada.id })).toMatchObject({ user: { externalId: 'ada', email: 'a@b.example', phone: '1', profile: { x: 1 } } });
    }
    expect(await ben.must(USER, { id: ada.id })).toMatchObject({ user: { displayName: 'ada', externalId: null, email: null, phone: null, profile: null } });
    expect(await ben.must(USER, { externalId: 'ada' })).toEqual({ user: null });
    expect(await ada.must(USER, { externalId: 'ada' })).toMatchObject({ user: { id: ada.id } });
    expect(await sam.must(USER, { externalId: 'ada' })).toMatchObject({ user: { id: ada.id } });
    expect(await ada.codeOf(USER, {})).toBe('INVALID_INPUT');
    expect(await ada.codeOf(USER, { id: ada.id, externalId: 'ada' })).toBe('INVALID_INPUT');
  });

  it('P8: another site’s users, keys and settings do not exist', async () => {
    const one = await seed(server).client('ada').admin('root').ready();
    const two = await seed(server).client('ada').admin('root').ready();
    expect(one.people.ada.id).not.toBe(two.people.ada.id);
    for (const actor of [two.people.ada, two.people.root, two.service]) {
      expect(await actor.must(USER, { id: one.people.ada.id })).toEqual({ user: null });
      for (const id of [one.people.ada.id, one.site.id]) expect(await actor.must(NODE, { id })).toEqual({ node: null });
    }
    expect(await one.people.ada.must(NODE, { id: one.people.ada.id })).toEqual({ node: { id: one.people.ada.id, __typename: 'User' } });
    expect(await one.people.ada.must(NODE, { id: one.site.id })).toEqual({ node: { id: one.site.id, __typename: 'Site' } });
    for (const id of ['', 'nonsense', 'usr_', 'usr_zz', `xyz_${'0'.repeat(32)}`, `usr_${'0'.repeat(32)}`]) expect(await one.people.ada.must(NODE, { id })).toEqual({ node: null });
    const listed = await two.people.root.must<{ users: { edges: { node: { id: string } }[] } }>('{ users(first: 100) { edges { node { id } } } }');
    expect(listed.users.edges.map(({ node }) => node.id)).not.toContain(one.people.ada.id);
  });

  it('R15: admins and back-ends write users; roles and pages of users follow', async () => {
    const world = await seed(server).client('ada').agent('sam').admin('root').ready();
    const made = await world.service.must<{ upsertUser: { user: { id: string } } }>(UPSERT, { input: { externalId: 'zoe', role: 'PROVIDER', displayName: 'Zoe', email: 'z@e.example' } });
    const again = await world.people.root.must<{ upsertUser: { user: { id: string } } }>(UPSERT, { input: { externalId: 'zoe', role: 'AGENT' } });
    expect(again.upsertUser.user).toEqual({ id: made.upsertUser.user.id, role: 'AGENT', displayName: 'Zoe', email: 'z@e.example', isActive: true });
    for (const actor of [world.people.ada, world.people.sam]) {
      expect(await actor.codeOf(UPSERT, { input: { externalId: 'x', role: 'ADMIN' } })).toBe('FORBIDDEN');
      expect(await actor.codeOf('{ users { edges { node { id } } } }')).toBe('FORBIDDEN');
      expect(await actor.codeOf('{ apiKeys { id } }')).toBe('FORBIDDEN');
    }
    expect(await world.service.codeOf(UPSERT, { input: { externalId: 'x', role: 'SYSTEM' } })).toBe('INVALID_INPUT');
    expect(await world.service.codeOf(UPSERT, { input: { externalId: 'system', role: 'ADMIN' } })).toBe('INVALID_INPUT');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { users: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await world.service.must(
        'query ($after: String) { users(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      seen.push(...page.users.edges.map(({ node }) => node.id));
      after = page.users.pageInfo.hasNextPage ? page.users.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    expect(await world.service.codeOf('{ users(first: 101) { edges { node { id } } } }')).toBe('INVALID_INPUT');
    expect(await world.service.codeOf('{ users(after: "??") { edges { node { id } } } }')).toBe('INVALID_INPUT');
  });

  it('P8 R15: deactivating a user or changing the role ends open sockets and, for the former, the token', async () => {
    const world = await seed(server).client('ada').provider('ben').ready();
    const [ada, ben] = [await world.people.ada.socket(), await world.people.ben.socket()];
    await world.service.must(UPSERT, { input: { externalId: 'ada', role: 'CLIENT', isActive: false } });
    expect((await ada.closed).code).toBe(4403);
    expect(await world.people.ada.codeOf(ME)).toBe('UNAUTHENTICATED');
    await world.service.must(UPSERT, { input: { externalId: 'ada', role: 'CLIENT', isActive: true } });
    expect(await world.people.ada.codeOf(ME)).toBeNull();
    await world.service.must(UPSERT, { input: { externalId: 'ben', role: 'CLIENT' } });
    expect((await ben.closed).code).toBe(4403);
    await world.close();
  });
});

describe('sites', () => {
  const CREATE = 'mutation ($input: CreateSiteInput!) { createSite(input: $input) { secret site { id name publicKey allowedOrigins } } }';
  const UPDATE = `mutation ($input: UpdateSiteInput!) { updateSite(input: $input) {
    site { name domain settings { welcomeMessage bookingOpenHours maxMessageLength widget } } } }`;

  it('R10 R162 R239: an admin makes a site; its secret signs in, and only there', async () => {
    const world = await seed(server).admin('root').client('ada').ready();
    const { createSite } = await world.people.root.must<{ createSite: { secret: string; site: { id: string; publicKey: string } } }>(CREATE, {
      input: { clientId: randomUUID(), name: 'Second', domain: 'second.example', allowedOrigins: ['https://Second.example'] },
    });
    expect(createSite.site).toMatchObject({ name: 'Second', allowedOrigins: ['https://second.example'] });
    const { signUserToken } = await import('./index.js');
    const boss = as(await signUserToken({ publicKey: createSite.site.publicKey, secret: createSite.secret }, { sub: 'boss', role: 'admin', now: clock.now() }));
    expect(await boss.must('{ site { id } }')).toEqual({ site: { id: createSite.site.id } });
    expect(await world.people.ada.codeOf(CREATE, { input: { clientId: randomUUID(), name: 'Third' } })).toBe('FORBIDDEN');
    expect(await world.people.root.codeOf(CREATE, { input: { clientId: randomUUID(), name: 'X', allowedOrigins: ['example.com'] } })).toBe('INVALID_INPUT');
  });

  it('R162 R164: settings are checked, merged and used at once', async () => {
    const world = await seed(server).admin('root').client('ada').ready();
    const first = await world.people.root.must(UPDATE, { input: { name: 'Renamed', settings: { bookingOpenHours: 5, widget: { position: 'left' } } } });
    expect(first).toMatchObject({ updateSite: { site: { name: 'Renamed', settings: { bookingOpenHours: 5, maxMessageLength: 4000, widget: { position: 'left' } } } } });
    const second = await world.people.root.must(UPDATE, { input: { settings: { maxMessageLength: 50 } } });
    expect(second).toMatchObject({ updateSite: { site: { settings: { bookingOpenHours: 5, maxMessageLength: 50, widget: { position: 'left' } } } } });
    for (const settings of [{ bookingOpenHours: -1 }, { bookingOpenHours: 9000 }, { maxMessageLength: 0 }, { welcomeMessage: 'x'.repeat(1001) }]) {
      expect([settings, await world.people.root.codeOf(UPDATE, { input: { settings } })]).toEqual([settings, 'INVALID_INPUT']);
    }
    for (const jwksUrl of ['ftp://a.example', 'http://a.example/jwks', 'nonsense']) {
      expect([jwksUrl, await world.people.root.codeOf(UPDATE, { input: { jwksUrl, issuer: 'i' } })]).toEqual([jwksUrl, 'INVALID_INPUT']);
    }
    expect(await world.people.ada.codeOf(UPDATE, { input: { name: 'Mine' } })).toBe('FORBIDDEN');
  });

  it('P8: addresses that a customer supplies are never private ones', () => {
    for (const address of ['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '::1', '::', 'fd00::1', 'fe80::1', '::ffff:127.0.0.1', '224.0.0.1', 'nonsense']) {
      expect([address, isPrivate(address)]).toEqual([address, true]);
    }
    for (const address of ['1.1.1.1', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8']) expect([address, isPrivate(address)]).toEqual([address, false]);
  });
});
