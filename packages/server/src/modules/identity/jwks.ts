import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import type { Deps } from '../../deps.js';
import { fetchGuarded } from './guarded-fetch.js';

const MAX_SETS = 200;
const sets = new WeakMap<Deps['db'], Map<string, JWTVerifyGetKey>>();

/**
 * The keys that a site publishes at an address: fetched when first needed, kept for ten minutes, and fetched again for an
 * unknown key at most every 30 s. The fetch goes through a guard against private addresses.
 */
export function keysOf(deps: Deps, url: string): JWTVerifyGetKey {
  const known = sets.get(deps.db) ?? new Map<string, JWTVerifyGetKey>();
  sets.set(deps.db, known);
  const existing = known.get(url);
  if (existing) return existing;
  if (known.size >= MAX_SETS) known.clear();
  const keys = createRemoteJWKSet(new URL(url), {
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
    timeoutDuration: 5_000,
    [customFetch]: (address, options) =>
      fetchGuarded(address, { signal: options.signal, isPrivateAllowed: deps.config.allowsPrivateAddresses }),
  });
  known.set(url, keys);
  return keys;
}
