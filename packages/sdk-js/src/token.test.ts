import { describe, expect, it } from 'vitest';
import { createTestClock } from './test-clock.js';
import { TokenSource, readClaims, renewalTime } from './token.js';

const encode = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

describe('tokens', () => {
  it('reads when a token ends and whose it is; what is no token has no claims', () => {
    expect(readClaims(encode({ exp: 100, iat: 40, sub: 'anna?>', aud: ['pk_1'] }))).toEqual({ expiresAt: 100_000, issuedAt: 40_000, subject: 'anna?>', audience: 'pk_1' });
    for (const odd of ['sk_secret', 'a.b.c', 'a..c', '', 'a.bnVsbA.c']) expect(readClaims(odd)).toEqual({ expiresAt: null, issuedAt: null, subject: null, audience: null });
  });

  it('replaces a token before its end, sooner in a short life', () => {
    expect(renewalTime({ expiresAt: 1_000_000, issuedAt: 0, subject: null, audience: null }, 60_000, 0)).toBe(940_000);
    expect(renewalTime({ expiresAt: 9_000, issuedAt: 0, subject: null, audience: null }, 60_000, 0)).toBe(6_000);
    expect(renewalTime(readClaims('sk_secret'), 60_000, 0)).toBeNull();
  });

  it('asks the host once for all who wait, and again when the token is over', async () => {
    const clock = createTestClock();
    let asked = 0;
    const source = new TokenSource(async () => {
      asked += 1;
      return encode({ exp: clock.now() / 1000 + 60 });
    }, clock);
    const [one, two] = await Promise.all([source.get(), source.get()]);
    expect(one).toBe(two);
    await source.get();
    expect(asked).toBe(1);
    await clock.advance(59_000);
    await source.get();
    expect(asked).toBe(2);
  });

  it('a host that fails is a network error, one that gives nothing is not', async () => {
    const clock = createTestClock();
    const failing = new TokenSource(() => Promise.reject(new Error('down')), clock);
    await expect(failing.get()).rejects.toMatchObject({ code: 'NETWORK_ERROR', message: 'unable to get a token; down', retryable: true });
    await expect(new TokenSource(() => '', clock).get()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
