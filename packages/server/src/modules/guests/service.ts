import type { Tx } from '../../db/contract.js';
import type { User } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import { signalUser } from '../../log/topics.js';
import { announceChange, hashVisitor } from '../identity/index.js';
import { type Handover, handOver } from './hand-over.js';

const OPERATION = 'claim guest';

/** What a claim answers with. */
export interface ClaimResult {
  /** The viewer's own user. */
  readonly user: User;
  /** The conversations that came from the guest. */
  readonly conversationIds: readonly string[];
}

/**
 * Makes a guest's history that of the viewer, who has signed in as a known user: places in conversations with their marks, messages,
 * reactions, bookings and notices. The guest can never sign in again, and the guest's sessions end; everybody's open feeds learn of it.
 * Claiming again answers the same.
 * @throws ChatError FORBIDDEN for guests, staff and API keys; NOT_FOUND for an unknown visitor, and for one whom another user claimed
 */
export async function claimGuest(deps: Deps, viewer: Viewer, input: { readonly visitorId: string }): Promise<ClaimResult> {
  if (viewer.kind !== 'user' || viewer.isGuest || isStaff(viewer)) {
    throw new ChatError('FORBIDDEN', `unable to ${OPERATION}; only a known user who is not staff may`);
  }
  const visitorHash = hashVisitor(input.visitorId);
  const result = await deps.db.transaction(async (tx) => {
    const guest = await lockGuest(tx, { viewer, visitorHash });
    const user = await tx.prisma.user.findUniqueOrThrow({ where: { id: viewer.userId } });
    if (guest.mergedIntoId === viewer.userId) return { user, guestId: null, conversationIds: claimedBefore(guest) };
    const handover: Handover = { siteId: viewer.siteId, guestId: guest.id, userId: user.id, now: deps.clock.now() };
    const conversationIds = await handOver(deps, tx, handover);
    await tx.prisma.user.update({
      where: { id: guest.id },
      data: { mergedIntoId: user.id, profile: { claimedConversationIds: [...conversationIds] }, updatedAt: handover.now },
    });
    return { user, guestId: guest.id, conversationIds };
  });
  if (result.guestId !== null) {
    announceChange(deps, { siteId: viewer.siteId, userId: result.guestId, endsSessions: true });
    signalUser(deps, result.guestId, { kind: 'deactivated' });
    signalUser(deps, viewer.userId, { kind: 'refresh' });
  }
  return { user: result.user, conversationIds: result.conversationIds };
}

async function lockGuest(tx: Tx, of: { readonly viewer: Viewer; readonly visitorHash: string }): Promise<User> {
  await tx.raw('SELECT id FROM "user" WHERE site_id = $1 AND visitor_hash = $2 FOR UPDATE', [of.viewer.siteId, of.visitorHash]);
  const guest = await tx.prisma.user.findUnique({
    where: { siteId_visitorHash: { siteId: of.viewer.siteId, visitorHash: of.visitorHash } },
  });
  const isTaken = guest !== null && guest.mergedIntoId !== null && guest.mergedIntoId !== of.viewer.userId;
  if (!guest || isTaken) throw notFound(OPERATION, 'guest');
  return guest;
}

function claimedBefore(guest: User): readonly string[] {
  const { profile } = guest;
  const ids = typeof profile === 'object' && profile !== null && 'claimedConversationIds' in profile ? profile.claimedConversationIds : [];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
