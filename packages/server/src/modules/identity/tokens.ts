import { createHash, createSecretKey } from 'node:crypto';
import { decodeJwt, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey, SignJWT } from 'jose';
import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { randomToken } from '../../kernel/ids.js';
import type { Role } from '../../kernel/words.js';
import { keysOf } from './jwks.js';
import type { SiteRow } from './rows.js';

/** Issuer of tokens that are signed with a site's secret, unless the site names its own. */
export const TOKEN_ISSUER = 'parley';
/** Longest life of a token, in seconds. */
export const MAX_TOKEN_SECONDS = 24 * 60 * 60;
const MAX_TOKEN_LENGTH = 8192;
const CLOCK_TOLERANCE_SECONDS = 5;
const TOKEN_ROLES: readonly Exclude<Role, 'system'>[] = ['client', 'provider', 'agent', 'admin', 'bot'];

/** What a verified token says. */
export interface TokenClaims {
  /** The host's own id of the user; for a guest the user's id. */
  readonly subject: string;
  readonly isGuest: boolean;
  readonly role: Exclude<Role, 'system'>;
  readonly name: string | null;
  readonly avatarUrl: string | null;
  /** When it was issued, in milliseconds since the epoch; 0 when it does not say. */
  readonly issuedAt: number;
  /** End of the token in milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** For whom to sign, and for how long. */
export interface TokenRequest {
  /** The host's own id of the user. */
  readonly sub: string;
  readonly role: Exclude<Role, 'system'>;
  readonly name?: string;
  readonly avatar?: string;
  /** Life in seconds, at most 24 hours; one hour by default. */
  readonly expiresInSeconds?: number;
  /** The present, from the caller's clock. */
  readonly now: Date;
}

/**
 * Signs a user token with a site's secret (HS256): what a host's back-end does with any JWT library, for the command line, the
 * demo and tests.
 */
export function signUserToken(site: { readonly publicKey: string; readonly secret: string }, request: TokenRequest): Promise<string> {
  return sign(site, request, {});
}

/** Signs the token of a guest, whose subject is the user's id. */
export function signGuestToken(site: { readonly publicKey: string; readonly secret: string }, request: TokenRequest): Promise<string> {
  return sign(site, request, { guest: true });
}

function sign(site: { readonly publicKey: string; readonly secret: string }, request: TokenRequest, extra: JWTPayload): Promise<string> {
  const issuedAt = Math.floor(request.now.getTime() / 1000);
  const claims: JWTPayload = { ...extra, role: request.role };
  if (request.name !== undefined) claims.name = request.name;
  if (request.avatar !== undefined) claims.avatar = request.avatar;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(TOKEN_ISSUER)
    .setAudience(site.publicKey)
    .setSubject(request.sub)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (request.expiresInSeconds ?? 3600))
    .sign(secretKey(site.secret));
}

/**
 * The public key of the site that a token claims to be for. Nothing is verified yet: it only says whose keys to try.
 * @throws ChatError UNAUTHENTICATED when it is no token.
 */
export function claimedSite(token: string): string {
  if (token.length > MAX_TOKEN_LENGTH) throw refused('the token is too long');
  let payload: JWTPayload;
  try {
    payload = decodeJwt(token);
  } catch (error) {
    throw refused('the credential is neither a token nor an API key', error);
  }
  if (typeof payload.aud !== 'string') throw refused('the token names no site in `aud`');
  return payload.aud;
}

/**
 * Verifies a token against the one family of keys that its site uses: the site's secret (and the one before it), or its JWKS. A
 * guest's token is always signed by this server with the secret.
 * @throws ChatError UNAUTHENTICATED, TOKEN_EXPIRED
 */
export async function verifyToken(deps: Deps, site: SiteRow, token: string): Promise<TokenClaims> {
  const key = rememberedAs(site, token);
  const known = verified.get(key);
  if (known && known.expiresAt > deps.clock.now().getTime()) return known;
  const claims = await verify(deps, site, token);
  remember(key, claims);
  return claims;
}

/** Tokens that were verified on this node, the oldest first, so that whoever comes back with theirs costs no verification. */
const verified = new Map<string, TokenClaims>();
const REMEMBERED_TOKENS = 20_000;
const provenances = new WeakMap<SiteRow, string>();

/**
 * A token is known again only by the very keys that verified it: those of the site's row, or for a site with a JWKS, whose keys may change
 * without it, the row as it was read (again every 30 s). Neither token nor secret is kept.
 */
function rememberedAs(site: SiteRow, token: string): string {
  const { id, publicKey, secret, previousSecret, issuer, jwksUrl } = site;
  let provenance = provenances.get(site);
  if (provenance === undefined) {
    provenance = jwksUrl === null ? JSON.stringify([id, publicKey, secret, previousSecret, issuer]) : randomToken(16);
    provenances.set(site, provenance);
  }
  return createHash('sha256').update(provenance).update('\0').update(token).digest('base64');
}

function remember(key: string, claims: TokenClaims): void {
  if (verified.size >= REMEMBERED_TOKENS) {
    const [oldest] = verified.keys();
    if (oldest !== undefined) verified.delete(oldest);
  }
  verified.set(key, claims);
}

async function verify(deps: Deps, site: SiteRow, token: string): Promise<TokenClaims> {
  const isGuest = decodeJwt(token).guest === true;
  const payload = site.jwksUrl !== null && !isGuest ? await verifyByJwks(deps, site, token) : await verifyBySecret(deps, site, token);
  return readClaims(payload, deps.clock.now());
}

async function verifyBySecret(deps: Deps, site: SiteRow, token: string): Promise<JWTPayload> {
  try {
    return await verifyWith(deps, site, { token, key: secretKey(site.secret) });
  } catch (error) {
    if (site.previousSecret === null || !(error instanceof errors.JWSSignatureVerificationFailed)) throw refusalOf(error);
  }
  try {
    return await verifyWith(deps, site, { token, key: secretKey(site.previousSecret) });
  } catch (error) {
    throw refusalOf(error);
  }
}

async function verifyWith(deps: Deps, site: SiteRow, input: { readonly token: string; readonly key: ReturnType<typeof secretKey> }): Promise<JWTPayload> {
  const { payload } = await jwtVerify(input.token, input.key, {
    algorithms: ['HS256'],
    audience: site.publicKey,
    issuer: site.issuer === null ? TOKEN_ISSUER : [site.issuer, TOKEN_ISSUER],
    ...common(deps),
  });
  return payload;
}

async function verifyByJwks(deps: Deps, site: SiteRow, token: string): Promise<JWTPayload> {
  if (site.jwksUrl === null || site.issuer === null) throw refused('the site’s keys are not set up');
  const keys: JWTVerifyGetKey = keysOf(deps, site.jwksUrl);
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['RS256', 'ES256', 'EdDSA'],
      audience: site.publicKey,
      issuer: site.issuer,
      ...common(deps),
    });
    return payload;
  } catch (error) {
    throw refusalOf(error);
  }
}

function common(deps: Deps) {
  return { requiredClaims: ['sub', 'exp'], clockTolerance: CLOCK_TOLERANCE_SECONDS, currentDate: deps.clock.now() };
}

function readClaims(payload: JWTPayload, now: Date): TokenClaims {
  const role = TOKEN_ROLES.find((each) => each === payload.role);
  if (!role) throw refused('the token’s role is none of client, provider, agent, admin, bot');
  const { sub, exp, iat, name, avatar } = payload;
  if (typeof sub !== 'string' || sub === '' || sub.length > 200) throw refused('the token’s subject is not 1 to 200 characters long');
  if (typeof exp !== 'number') throw refused('the token has no end');
  if (exp * 1000 > now.getTime() + (MAX_TOKEN_SECONDS + CLOCK_TOLERANCE_SECONDS) * 1000) throw refused('the token lives longer than 24 hours');
  return {
    subject: sub,
    isGuest: payload.guest === true,
    role,
    name: typeof name === 'string' && name.trim() !== '' ? storable(name).slice(0, 120) : null,
    avatarUrl: typeof avatar === 'string' && isHttpUrl(avatar) ? avatar : null,
    issuedAt: (iat ?? 0) * 1000,
    expiresAt: exp * 1000,
  };
}

function storable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\u0000', '');
}

function isHttpUrl(value: string): boolean {
  return value.length <= 2048 && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function secretKey(secret: string) {
  return createSecretKey(Buffer.from(secret, 'utf8'));
}

function refusalOf(error: unknown): ChatError {
  if (error instanceof ChatError) return error;
  if (error instanceof errors.JWTExpired) return new ChatError('TOKEN_EXPIRED', 'unable to authenticate; the token has expired');
  if (error instanceof errors.JWTClaimValidationFailed) return refused(`the token’s ${error.claim} is not accepted`, error);
  return refused('the token’s signature is not accepted', error);
}

/** The refusal of a credential; the reason never says which part of a signature was wrong. */
export function refused(reason: string, cause?: unknown): ChatError {
  return new ChatError('UNAUTHENTICATED', `unable to authenticate; ${reason}`, { cause });
}
