import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../config.js';
import { systemClock } from '../kernel/clock.js';
import type { ServiceViewer, UserViewer } from '../kernel/viewer.js';
import { chargesOf, createRateLimits, keyOf } from './rates.js';

const user: UserViewer = { kind: 'user', siteId: 's', userId: 'u', role: 'client', isGuest: false, displayName: '', avatarUrl: null, tokenExpiresAt: 0 };
const service: ServiceViewer = {
  kind: 'service',
  siteId: 's',
  userId: 'system',
  role: 'admin',
  isGuest: false,
  displayName: '',
  avatarUrl: null,
  apiKeyId: 'k',
  tokenExpiresAt: null,
};

describe('budgets', () => {
  it.each([
    ['query', ['viewer', 'viewer'], user, { query: 2 }],
    ['mutation', ['sendMessage', 'addReaction', 'markRead', 'syncBooking'], user, { send: 2, signal: 1, mutation: 1 }],
    ['mutation', ['startGuestSession'], null, { guest: 1 }],
    ['subscription', ['inboxFeed'], user, { subscription: 1 }],
    ['mutation', ['sendMessage', 'syncBooking'], service, { service: 2 }],
    ['mutation', ['startGuestSession'], service, { guest: 1 }],
  ] as const)('%s %j', (kind, rootFields, viewer, charges) => {
    expect(Object.fromEntries(chargesOf({ kind, rootFields }, viewer))).toEqual(charges);
  });

  it('belong to the user or the API key within the site, and to the address of strangers and guests to be', () => {
    expect(keyOf('query', user, '1.2.3.4')).toBe('s:u');
    expect(keyOf('service', service, '1.2.3.4')).toBe('s:k');
    expect(keyOf('query', null, '1.2.3.4')).toBe('ip:1.2.3.4');
    expect(keyOf('guest', user, '1.2.3.4')).toBe('ip:1.2.3.4');
  });

  it('P6: stay limited, in memory, while Redis is out of reach', async () => {
    const rates = createRateLimits({
      rates: { ...DEFAULT_LIMITS.rates, send: { points: 2, seconds: 60, burst: 0 } },
      isEnabled: true,
      redisUrl: 'redis://127.0.0.1:1',
      prefix: 'test:',
      clock: systemClock,
      log: pino({ level: 'silent' }),
    });
    await rates.take('send', 'a');
    await rates.take('send', 'a');
    await expect(rates.take('send', 'a')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await rates.take('send', 'b');
    await rates.close();
  });
});
