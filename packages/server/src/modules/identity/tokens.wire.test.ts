import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock, type TestClock } from '../../kernel/clock.js';
import { Actor, seed, startServer, type TestServer } from '../../testing/index.js';
import { enableSite, signUserToken } from './index.js';

const ME = '{ viewer { id externalId role displayName isGuest } }';
interface Me {
  readonly viewer: { readonly id: string; readonly externalId: string | null; readonly role: string; readonly displayName: string };
}

let clock: TestClock;
let server: TestServer;

beforeAll(async () => {
  clock = createTestClock();
  server = await startServer({ clock });
});
afterAll(() => server.close());

const as = (token: string): Actor => new Actor(server.url, token);
const seconds = (): number => Math.floor(clock.now().getTime() / 1000);

interface Claims {
  readonly [claim: string]: unknown;
}
function claims(publicKey: string, over: Claims = {}): Claims {
  return { iss: 'parley', aud: publicKey, sub: 'ada', role: 'client', iat: seconds(), exp: seconds() + 600, ...over };
}
function hs(secret: string | Uint8Array, body: Claims, alg = 'HS256'): Promise<string> {
  return new SignJWT(body).setProtectedHeader({ alg }).sign(typeof secret === 'string' ? new TextEncoder().encode(secret) : secret);
}

describe('user tokens signed with the site’s secret', () => {
  it('R176: make the user when first seen, and keep the id after that', async () => {
    const world = await seed(server).ready();
    const token = await signUserToken(world.site, { sub: 'new-1', role: 'provider', name: 'Nora', now: clock.now() });
    const first = await as(token).must<Me>(ME);
    expect(first.viewer).toMatchObject({ externalId: 'new-1', role: 'PROVIDER', displayName: 'Nora' });
    await clock.advance(1000);
    const renamed = await signUserToken(world.site, { sub: 'new-1', role: 'provider', name: 'Nora N.', now: clock.now() });
    const second = await as(renamed).must<Me>(ME);
    expect(second.viewer).toMatchObject({ id: first.viewer.id, displayName: 'Nora N.' });
  });

  it('R176: of many first calls at once, all get the same user', async () => {
    const world = await seed(server).ready();
    const token = await signUserToken(world.site, { sub: 'rush', role: 'client', now: clock.now() });
    const all = await Promise.all(Array.from({ length: 8 }, () => as(token).must<Me>(ME)));
    expect(new Set(all.map((each) => each.viewer.id)).size).toBe(1);
  });

  it('R176 P8: an expired one is told apart from a wrong one', async () => {
    const world = await seed(server).ready();
    const expired = await hs(world.site.secret, claims(world.site.publicKey, { exp: seconds() - 60 }));
    expect(await as(expired).codeOf(ME)).toBe('TOKEN_EXPIRED');
    const forged = await hs('another-secret', claims(world.site.publicKey, { exp: seconds() - 60 }));
    expect(await as(forged).codeOf(ME)).toBe('UNAUTHENTICATED');
  });

  it('R176 P8: refuses what is forged, unsigned, confused, foreign, endless or out of the ordinary', async () => {
    const world = await seed(server).ready();
    const other = await seed(server).ready();
    const { publicKey, secret } = world.site;
    const good = await hs(secret, claims(publicKey));
    expect(await as(good).codeOf(ME)).toBeNull();
    const [header, body, signature] = good.split('.');
    const swapped = Buffer.from(JSON.stringify(claims(publicKey, { role: 'admin' }))).toString('base64url');
    const wrong: Record<string, string> = {
      'another secret': await hs('x'.repeat(43), claims(publicKey)),
      'an empty secret': await hs(new Uint8Array(1), claims(publicKey)),
      'another site’s secret': await hs(other.site.secret, claims(publicKey)),
      'a swapped body': `${header}.${swapped}.${signature}`,
      'no signature': `${header}.${body}.`,
      'alg none': new UnsecuredJWT(claims(publicKey)).encode(),
      'alg HS512': await hs(secret, claims(publicKey), 'HS512'),
      'no exp': await hs(secret, { ...claims(publicKey), exp: undefined }),
      'a life of a week': await hs(secret, claims(publicKey, { exp: seconds() + 7 * 86_400 })),
      'not yet valid': await hs(secret, claims(publicKey, { nbf: seconds() + 600 })),
      'an unknown site': await hs(secret, claims('pk_unknown')),
      'the site’s id for its key': await hs(secret, claims(world.site.id)),
      'two audiences': await hs(secret, { ...claims(publicKey), aud: [publicKey, other.site.publicKey] }),
      'another issuer': await hs(secret, claims(publicKey, { iss: 'evil' })),
      'no role': await hs(secret, { ...claims(publicKey), role: undefined }),
      'the role system': await hs(secret, claims(publicKey, { role: 'system' })),
      'the system user': await hs(secret, claims(publicKey, { sub: 'system', role: 'admin' })),
      'no subject': await hs(secret, { ...claims(publicKey), sub: undefined }),
      'a long subject': await hs(secret, claims(publicKey, { sub: 'x'.repeat(201) })),
      'a guest who is none': await hs(secret, claims(publicKey, { guest: true })),
      'no token at all': 'hello',
      'a key that is none': `sk_${'x'.repeat(40)}`,
    };
    for (const [what, token] of Object.entries(wrong)) expect([what, await as(token).codeOf(ME)]).toEqual([what, 'UNAUTHENTICATED']);
    expect(await world.nobody.codeOf(ME)).toBe('UNAUTHENTICATED');
  });

  it('R162 R163: after a rotation the old secret holds until the next, or until it is dropped', async () => {
    const world = await seed(server).admin('root').ready();
    const rotate = async (dropPrevious: boolean) =>
      (await world.service.must<{ rotateSiteSecret: { secret: string } }>(
        'mutation ($input: RotateSiteSecretInput!) { rotateSiteSecret(input: $input) { secret site { id } } }',
        { input: { clientId: randomUUID(), dropPrevious } },
      )).rotateSiteSecret.secret;
    const one = world.site.secret;
    const code = async (secret: string) => as(await hs(secret, claims(world.site.publicKey))).codeOf(ME);
    const two = await rotate(false);
    expect([await code(one), await code(two)]).toEqual([null, null]);
    const three = await rotate(false);
    expect([await code(one), await code(two), await code(three)]).toEqual(['UNAUTHENTICATED', null, null]);
    const four = await rotate(true);
    expect([await code(three), await code(four)]).toEqual(['UNAUTHENTICATED', null]);
  });

  it('R163: a site that is switched off lets nobody in', async () => {
    const world = await seed(server).client('ada').ready();
    await world.service.must('mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { site { isActive } } }', { input: { isActive: false } });
    expect(await world.people.ada.codeOf(ME)).toBe('SITE_INACTIVE');
    expect(await world.service.codeOf(ME)).toBe('SITE_INACTIVE');
    expect(await enableSite(server.deps, world.site.publicKey)).toMatchObject({ isActive: true });
    await clock.advance(31_000);
    for (const actor of [world.people.ada, world.service]) expect(await actor.codeOf(ME)).toBeNull();
  });
});

describe('user tokens verified by the site’s JWKS', () => {
  it('R176: takes RS256, ES256 and EdDSA by the published keys, and nothing else', async () => {
    const world = await seed(server).ready();
    const { publicKey, secret } = world.site;
    const pairs = {
      RS256: await generateKeyPair('RS256', { extractable: true }),
      ES256: await generateKeyPair('ES256', { extractable: true }),
      EdDSA: await generateKeyPair('EdDSA', { extractable: true }),
    };
    const keys = await Promise.all(Object.entries(pairs).map(async ([alg, pair]) => ({ ...(await exportJWK(pair.publicKey)), alg, kid: alg, use: 'sig' })));
    let fetches = 0;
    const host = createServer((_request, response) => {
      fetches += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    const address = host.address();
    const jwksUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/jwks.json`;
    const update = 'mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { site { id } } }';
    expect(await world.service.codeOf(update, { input: { jwksUrl } })).toBe('INVALID_INPUT');
    await world.service.must(update, { input: { jwksUrl, issuer: 'https://id.example' } });
    const body = (over: Claims = {}) => claims(publicKey, { iss: 'https://id.example', ...over });
    for (const [alg, pair] of Object.entries(pairs)) {
      const token = await new SignJWT(body({ sub: `by-${alg}` })).setProtectedHeader({ alg, kid: alg }).sign(pair.privateKey);
      expect([alg, (await as(token).must<Me>(ME)).viewer.externalId]).toEqual([alg, `by-${alg}`]);
    }
    expect(fetches).toBe(1);
    const stranger = await generateKeyPair('RS256');
    const pem = await exportSPKI(pairs.RS256.publicKey);
    const signRs = (claimsOf: Claims) => new SignJWT(claimsOf).setProtectedHeader({ alg: 'RS256', kid: 'RS256' }).sign(pairs.RS256.privateKey);
    const wrong: Record<string, string> = {
      'the secret, now that there is a JWKS': await hs(secret, body()),
      'the public key as an HMAC secret': await hs(pem, body()),
      'a stranger’s key': await new SignJWT(body()).setProtectedHeader({ alg: 'RS256', kid: 'RS256' }).sign(stranger.privateKey),
      'another issuer': await signRs(body({ iss: 'parley' })),
      'another audience': await signRs(body({ aud: 'pk_other' })),
      'a guest by the host’s word': await signRs(body({ guest: true })),
    };
    for (const [what, token] of Object.entries(wrong)) expect([what, await as(token).codeOf(ME)]).toEqual([what, 'UNAUTHENTICATED']);
    await new Promise((resolve) => host.close(resolve));
  });
});

describe('API keys', () => {
  const CREATE = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id name prefix } } }';
  const REVOKE = 'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { id revokedAt } } }';
  interface Created {
    readonly createApiKey: { readonly secret: string; readonly apiKey: { readonly id: string; readonly prefix: string } };
  }

  it('R10 P8: are shown once, stored hashed, two alive for rotation, and end at once when revoked', async () => {
    const world = await seed(server).admin('root').client('ada').ready();
    const { root, ada } = world.people;
    const make = () => root.must<Created>(CREATE, { input: { clientId: randomUUID(), name: 'billing' } });
    const [one, two] = [await make(), await make()];
    expect(await root.codeOf(CREATE, { input: { clientId: randomUUID(), name: 'billing' } })).toBe('LIMIT_EXCEEDED');
    expect(await ada.codeOf(CREATE, { input: { clientId: randomUUID(), name: 'mine' } })).toBe('FORBIDDEN');
    const { secret, apiKey } = one.createApiKey;
    expect(secret.startsWith(apiKey.prefix)).toBe(true);
    expect(await as(secret).must<Me>(ME)).toMatchObject({ viewer: { role: 'SYSTEM', externalId: 'system' } });
    const stored = await server.db.prisma.apiKey.findUniqueOrThrow({ where: { id: apiKey.id } });
    expect(JSON.stringify(stored)).not.toContain(secret.slice(12));
    const revoked = await root.must<{ revokeApiKey: { apiKey: { revokedAt: string } } }>(REVOKE, { input: { apiKeyId: apiKey.id } });
    expect(await root.must(REVOKE, { input: { apiKeyId: apiKey.id } })).toEqual(revoked);
    expect(await as(secret).codeOf(ME)).toBe('UNAUTHENTICATED');
    expect(await as(two.createApiKey.secret).codeOf(ME)).toBeNull();
    expect(await root.codeOf(CREATE, { input: { clientId: randomUUID(), name: 'billing' } })).toBeNull();
    const other = await seed(server).admin('root').ready();
    expect(await other.people.root.codeOf(REVOKE, { input: { apiKeyId: two.createApiKey.apiKey.id } })).toBe('NOT_FOUND');
    expect(await other.people.root.must('query ($id: ID!) { node(id: $id) { id } }', { id: two.createApiKey.apiKey.id })).toEqual({ node: null });
  });

  it('R10: of several made at once under one name, two live', async () => {
    const world = await seed(server).admin('root').ready();
    const codes = await Promise.all(Array.from({ length: 5 }, () => world.people.root.codeOf(CREATE, { input: { clientId: randomUUID(), name: 'race' } })));
    expect(codes.sort()).toEqual(['LIMIT_EXCEEDED', 'LIMIT_EXCEEDED', 'LIMIT_EXCEEDED', null, null].sort());
  });

  it('R10: note their use at most once a minute, and end at their time', async () => {
    const world = await seed(server).admin('root').ready();
    const expiresAt = new Date(clock.now().getTime() + 3_600_000).toISOString();
    const { createApiKey } = await world.people.root.must<Created>(CREATE, { input: { clientId: randomUUID(), name: 'timed', expiresAt } });
    const used = async () => {
      await as(createApiKey.secret).must(ME);
      return (await server.db.prisma.apiKey.findUniqueOrThrow({ where: { id: createApiKey.apiKey.id } })).lastUsedAt?.getTime();
    };
    const start = clock.now().getTime();
    expect(await used()).toBe(start);
    await clock.advance(30_000);
    expect(await used()).toBe(start);
    await clock.advance(31_000);
    expect(await used()).toBe(start + 61_000);
    await clock.sleep(3_600_000);
    expect(await as(createApiKey.secret).codeOf(ME)).toBe('UNAUTHENTICATED');
  });
});
