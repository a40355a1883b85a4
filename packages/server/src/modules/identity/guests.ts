import { createHash } from 'node:crypto';
import type { Prisma, User } from '../../db/generated/client.js';
import { isUniqueViolation } from '../../db/index.js';
import type { Deps } from '../../deps.js';
import { newId, randomToken } from '../../kernel/ids.js';
import { parseText } from '../../kernel/input.js';
import type { UserViewer } from '../../kernel/viewer.js';
import { announceChange } from './memory.js';
import { defaultName, type SiteRow } from './rows.js';
import { signGuestToken } from './tokens.js';
import { siteOfPage } from './widget.js';

const GUEST_TOKEN_SECONDS = 12 * 60 * 60;
const VISITOR_ID_BYTES = 24;

/** Who wants to chat without an account, and from where. */
export interface GuestRequest {
  /** The site's public key. */
  readonly siteKey: string;
  /** What an earlier session answered with; absent for a first visit. */
  readonly visitorId?: string | null;
  /** The visitor id of a guest who is made now, instead of one made here by chance; who has it already is that guest. */
  readonly freshVisitorId?: string;
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
  const site = await siteOfPage(deps, 'start guest session', request);
  const profile = parseProfile(request, 'start guest session');
  const given = request.visitorId ?? request.freshVisitorId ?? null;
  const known = given === null ? null : await guestWith(deps, site, given);
  // A guest who became a known user signs in as that user, never again through the visitor id.
  const isUsable = known !== null && known.isActive && known.mergedIntoId === null;
  const now = deps.clock.now();
  const fresh = known === null ? request.freshVisitorId : undefined;
  const visitorId = isUsable && given !== null ? given : (fresh ?? `vis_${randomToken(VISITOR_ID_BYTES)}`);
  const user = isUsable
    ? await deps.db.prisma.user.update({ where: { id: known.id }, data: { ...profile, updatedAt: now } })
    : await makeGuest(deps, {
        displayName: defaultName('client', true),
        ...profile,
        id: newId('user'),
        siteId: site.id,
        role: 'client',
        isGuest: true,
        visitorHash: hashVisitor(visitorId),
        createdAt: now,
        updatedAt: now,
      });
  const token = await signGuestToken(site, { sub: user.id, role: 'client', now, expiresInSeconds: GUEST_TOKEN_SECONDS });
  const expiresAt = new Date((Math.floor(now.getTime() / 1000) + GUEST_TOKEN_SECONDS) * 1000);
  return { token, expiresAt, visitorId, user };
}

/**
 * Writes what a guest says of themselves, as {@link startGuestSession} does of one who comes; nothing for nothing. Answers with the name as it is now.
 * @throws ChatError INVALID_INPUT
 */
export async function describeGuest(deps: Deps, guest: UserViewer, of: Pick<GuestRequest, 'displayName' | 'email'> & { readonly operation: string }): Promise<string> {
  const profile = parseProfile(of, of.operation);
  if (Object.keys(profile).length === 0) return guest.displayName;
  const { displayName } = await deps.db.prisma.user.update({ where: { id: guest.userId }, data: { ...profile, updatedAt: deps.clock.now() } });
  announceChange(deps, { siteId: guest.siteId, userId: guest.userId, endsSessions: false });
  return displayName;
}

function guestWith(deps: Deps, site: Pick<SiteRow, 'id'>, visitorId: string): Promise<User | null> {
  return deps.db.prisma.user.findUnique({ where: { siteId_visitorHash: { siteId: site.id, visitorHash: hashVisitor(visitorId) } } });
}

/** Of several who are made with the same visitor id at once, all get the one that was made. */
async function makeGuest(deps: Deps, data: Prisma.UserUncheckedCreateInput & { readonly siteId: string; readonly visitorHash: string }): Promise<User> {
  try {
    return await deps.db.prisma.user.create({ data });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const { siteId, visitorHash } = data;
    return deps.db.prisma.user.findUniqueOrThrow({ where: { siteId_visitorHash: { siteId, visitorHash } } });
  }
}

/** What is stored of a visitor id. */
export function hashVisitor(visitorId: string): string {
  return createHash('sha256').update(visitorId).digest('hex');
}

function parseProfile(request: Pick<GuestRequest, 'displayName' | 'email'>, operation: string): { displayName?: string; email?: string } {
  const at = (field: string) => ({ operation, field });
  return {
    ...(request.displayName ? { displayName: parseText(at('displayName'), request.displayName, { min: 1, max: 120 }) } : {}),
    ...(request.email ? { email: parseText(at('email'), request.email, { min: 3, max: 254 }) } : {}),
  };
}
