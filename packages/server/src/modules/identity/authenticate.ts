import { createHash } from 'node:crypto';
import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import type { ServiceViewer, UserViewer, Viewer } from '../../kernel/viewer.js';
import { announceChange, memoryOf } from './memory.js';
import { worksForSite } from './policy.js';
import { type ApiKeyRow, defaultName, type KnownUser, type SiteRow } from './rows.js';
import { BOT_EXTERNAL_ID, findSite, findSystemUser, SYSTEM_EXTERNAL_ID } from './sites.js';
import { KEY_BY_HASH, SEE_USER, TOUCH_KEY } from './store.js';
import { claimedSite, refused, type TokenClaims, verifyToken } from './tokens.js';
import { findUserTogether } from './together.js';

/**
 * Turns a credential (a user token, or an API key that begins with `sk_`; without `Bearer`) into the viewer, who is fixed for the
 * request or the socket. Null or empty answers null. A user is made, or brought up to date, when first seen; what was seen is
 * remembered on this node for 60 s.
 * @throws ChatError UNAUTHENTICATED, TOKEN_EXPIRED, SITE_INACTIVE
 */
export async function authenticate(deps: Deps, credential: string | null): Promise<Viewer | null> {
  if (credential === null || credential === '') return null;
  return credential.startsWith('sk_') ? authenticateKey(deps, credential) : authenticateToken(deps, credential);
}

async function authenticateToken(deps: Deps, token: string): Promise<UserViewer> {
  const publicKey = claimedSite(token);
  const site = await findSite(deps, publicKey);
  // The same words as for a bad signature: an answer must not tell which sites exist.
  if (site?.publicKey !== publicKey) throw refused('the token’s signature is not accepted');
  const claims = await verifyToken(deps, site, token);
  if (!site.isActive) throw new ChatError('SITE_INACTIVE', 'unable to authenticate; the site is switched off');
  const user = claims.isGuest ? await guestOf(deps, site, claims) : await userOf(deps, site, claims);
  if (!user.isActive || user.mergedIntoId !== null) throw refused('the user is switched off');
  return {
    kind: 'user',
    siteId: site.id,
    userId: user.id,
    role: claims.isGuest ? 'client' : claims.role,
    isGuest: user.isGuest,
    displayName: user.displayName,
    avatarUrl: user.avatarUrl,
    tokenExpiresAt: claims.expiresAt,
  };
}

async function userOf(deps: Deps, site: SiteRow, claims: TokenClaims): Promise<KnownUser> {
  if (claims.subject === SYSTEM_EXTERNAL_ID) throw refused('nobody can be the system user');
  if (claims.subject === BOT_EXTERNAL_ID) throw refused('nobody can be the site’s bot');
  const { users } = memoryOf(deps);
  const key = `${site.id}:${claims.subject}`;
  const known = users.get(key) ?? (await findUserTogether(deps, { siteId: site.id, externalId: claims.subject }));
  const user = known && isUpToDate(known, claims) ? known : await see(deps, site, known ? newsOf(known, claims) : claims);
  users.set(key, user);
  // What was opened as staff must not outlive that.
  if (known && worksForSite(known.role) && !worksForSite(user.role)) announceChange(deps, { siteId: site.id, userId: user.id, endsSessions: true, role: claims.role });
  return user;
}

async function see(deps: Deps, site: SiteRow, claims: TokenClaims): Promise<KnownUser> {
  const [user] = await deps.db.hot<KnownUser>(SEE_USER, [
    newId('user'),
    site.id,
    claims.subject,
    claims.role,
    claims.name,
    claims.avatarUrl,
    defaultName(claims.role),
    deps.clock.now().toISOString(),
  ]);
  if (!user) throw new Error('SEE_USER answers with the row it wrote');
  return user;
}

function isUpToDate(user: KnownUser, claims: TokenClaims): boolean {
  const news = newsOf(user, claims);
  return (
    user.role === claims.role &&
    (news.name === null || news.name === user.displayName) &&
    (news.avatarUrl === null || news.avatarUrl === user.avatarUrl)
  );
}

/** The role always comes from the token; name and picture only if it was issued after they were last changed here. */
function newsOf(user: KnownUser, claims: TokenClaims): TokenClaims {
  return claims.issuedAt > user.updatedAt.getTime() ? claims : { ...claims, name: null, avatarUrl: null };
}

async function guestOf(deps: Deps, site: SiteRow, claims: TokenClaims): Promise<KnownUser> {
  const { users } = memoryOf(deps);
  const key = `${site.id}:guest:${claims.subject}`;
  const user = users.get(key) ?? (await findUserTogether(deps, { siteId: site.id, id: claims.subject }));
  if (!user?.isGuest) throw refused('there is no such guest');
  users.set(key, user);
  return user;
}

async function authenticateKey(deps: Deps, secret: string): Promise<ServiceViewer> {
  if (secret.length > 200) throw refused('the API key is not accepted');
  const { keys } = memoryOf(deps);
  const hash = hashOf(secret);
  const now = deps.clock.now();
  let key = keys.get(hash);
  if (!key) {
    [key] = await deps.db.hot<ApiKeyRow>(KEY_BY_HASH, [hash]);
    if (!key) throw refused('the API key is not accepted');
    keys.set(hash, key);
  }
  if (key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)) throw refused('the API key is not accepted');
  if (!key.siteIsActive) throw new ChatError('SITE_INACTIVE', 'unable to authenticate; the site is switched off');
  if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() > 60_000) {
    keys.set(hash, { ...key, lastUsedAt: now });
    await deps.db.hot(TOUCH_KEY, [key.id, now.toISOString()]);
  }
  const system = await findSystemUser(deps, key.siteId);
  return {
    kind: 'service',
    siteId: key.siteId,
    userId: system.id,
    role: 'admin',
    isGuest: false,
    displayName: system.displayName,
    avatarUrl: null,
    apiKeyId: key.id,
    tokenExpiresAt: null,
  };
}

/** What is stored of a secret: its SHA-256 in hexadecimal. Secrets are random enough that no salt is needed. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
