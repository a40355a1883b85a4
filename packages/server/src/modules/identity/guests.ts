import { createHash } from 'node:crypto';
import type { User } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { newId, randomToken } from '../../kernel/ids.js';
import { parseText } from '../../kernel/input.js';
import { defaultName, type SiteRow } from './rows.js';
import { findSite, isOriginAllowed } from './sites.js';
import { signGuestToken } from './tokens.js';

const GUEST_TOKEN_SECONDS = 12 * 60 * 60;
const VISITOR_ID_BYTES = 24;

/** Who wants to chat without an account, and from where. */
export interface GuestRequest {
  /** The site's public key. */
  readonly siteKey: string;
  /** What an earlier session answered with; absent for a first visit. */
  readonly visitorId?: string | null;
  readonly displayName?: string | null;
  readonly email?: string | null;
  /** Origin of the page that calls; null when no browser page of another origin does. */
  readonly origin: string | null;
}

/** A guest, signed in. */
export interface GuestSession {
  readonly token: string;
  readonly expiresAt: Date;
  /** To keep on the device: it is what makes the next visit the same guest. Secret, for it signs the guest in. */
  readonly visitorId: string;
  readonly user: User;
}

/**
 * Signs an anonymous visitor in. The visitor id is made here, out of 192 random bits, and only its hash is stored; with an id
 * that is known the same guest answers, with any other a new guest and a new id.
 * @throws ChatError NOT_FOUND, SITE_INACTIVE, ORIGIN_NOT_ALLOWED, INVALID_INPUT
 */
export async function startGuestSession(deps: Deps, request: GuestRequest): Promise<GuestSession> {
  const site = await siteFor(deps, request);
  const profile = parseProfile(request);
  const visitorHash = request.visitorId == null ? null : hashVisitor(request.visitorId);
  const known = visitorHash && (await deps.db.prisma.user.findUnique({ where: { siteId_visitorHash: { siteId: site.id, visitorHash } } }));
  // A guest who became a known user signs in as that user, never again through the visitor id.
  const isUsable = known && known.isActive && known.mergedIntoId === null;
  const now = deps.clock.now();
  const visitorId = isUsable && request.visitorId ? request.visitorId : `vis_${randomToken(VISITOR_ID_BYTES)}`;
  const user = isUsable
    ? await deps.db.prisma.user.update({ where: { id: known.id }, data: { ...profile, updatedAt: now } })
    : await deps.db.prisma.user.create({
        data: {
          displayName: defaultName('client', true),
          ...profile,
          id: newId('user'),
          siteId: site.id,
          role: 'client',
          isGuest: true,
          visitorHash: hashVisitor(visitorId),
          createdAt: now,
          updatedAt: now,
        },
      });
  const token = await signGuestToken(site, { sub: user.id, role: 'client', now, expiresInSeconds: GUEST_TOKEN_SECONDS });
  const expiresAt = new Date((Math.floor(now.getTime() / 1000) + GUEST_TOKEN_SECONDS) * 1000);
  return { token, expiresAt, visitorId, user };
}

/** What is stored of a visitor id. */
export function hashVisitor(visitorId: string): string {
  return createHash('sha256').update(visitorId).digest('hex');
}

async function siteFor(deps: Deps, request: GuestRequest): Promise<SiteRow> {
  const site = await findSite(deps, request.siteKey);
  if (site?.publicKey !== request.siteKey) throw notFound('start guest session', 'site');
  if (!site.isActive) throw new ChatError('SITE_INACTIVE', 'unable to start guest session; the site is switched off');
  if (request.origin !== null && !(await isOriginAllowed(deps, site, request.origin))) {
    throw new ChatError('ORIGIN_NOT_ALLOWED', 'unable to start guest session; the page is not on the site’s list');
  }
  return site;
}

function parseProfile(request: GuestRequest): { displayName?: string; email?: string } {
  const at = (field: string) => ({ operation: 'start guest session', field });
  return {
    ...(request.displayName ? { displayName: parseText(at('displayName'), request.displayName, { min: 1, max: 120 }) } : {}),
    ...(request.email ? { email: parseText(at('email'), request.email, { min: 3, max: 254 }) } : {}),
  };
}
