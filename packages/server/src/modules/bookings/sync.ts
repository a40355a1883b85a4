import type { Tx } from '../../db/contract.js';
import type { Booking, Prisma } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { newId } from '../../kernel/ids.js';
import type { Viewer } from '../../kernel/viewer.js';
import { postNotice } from '../../log/notices.js';
import { ensureUser, requireAdmin, siteSettings } from '../identity/index.js';
import { followBooking, openConversation } from './conversation.js';
import { type ParsedBooking, parseBooking, type SyncBooking } from './input.js';
import { isNews, opensAtOnce } from './policy.js';

/** What a push answers with. */
export interface SyncResult {
  readonly booking: Booking;
  /** Number of the newest event of its conversation; null without one. */
  readonly seq: number | null;
}

interface Parties {
  readonly clientId: string;
  readonly providerId: string;
}

/**
 * Takes over the state of a booking from its host. Pushing the same again changes nothing, pushes that come late are ignored by their
 * version, and of several at once one makes the conversation. The conversation is made at confirmation, and follows the booking from
 * then on. For admins and back-ends.
 * @throws ChatError FORBIDDEN, INVALID_INPUT
 */
export async function syncBooking(deps: Deps, viewer: Viewer, input: SyncBooking): Promise<SyncResult> {
  requireAdmin(viewer, 'sync booking');
  const pushed = parseBooking(input);
  const settings = await siteSettings(deps, viewer.siteId);
  const { siteId } = viewer;
  const now = deps.clock.now();
  // Before the transaction proper: it would hold the users' rows while it waits for the conversation's.
  const parties = await deps.db.transaction(async (tx) => ({
    clientId: (await ensureUser(deps, tx.prisma, { ...pushed.client, siteId, role: 'client' })).id,
    providerId: (await ensureUser(deps, tx.prisma, { ...pushed.provider, siteId, role: 'provider' })).id,
  }));
  return deps.db.transaction(async (tx) => {
    const { before, isNew } = await lockBooking(tx, { siteId, pushed, parties, now });
    if (!isNew && !isNews(before.version, pushed.version)) return { booking: before, seq: await seqOf(tx, before) };
    const booking = await tx.prisma.booking.update({ where: { id: before.id }, data: changesOf(before, { pushed, parties, now }) });
    const change = { booking, settings, now };
    if (booking.conversationId !== null) {
      const seq = await followBooking(deps, tx, { ...change, before, conversationId: booking.conversationId });
      await tellParties(deps, tx, { before, booking, now });
      return { booking, seq };
    }
    if (!isNew) await tellParties(deps, tx, { before, booking, now });
    return opensAtOnce(booking.status) ? openConversation(deps, tx, change) : { booking, seq: null };
  });
}

interface Push {
  readonly pushed: ParsedBooking;
  readonly parties: Parties;
  readonly now: Date;
}

/** Makes the row if there is none, and holds it until the transaction ends: pushes of one booking go one after the other. */
async function lockBooking(tx: Tx, push: Push & { readonly siteId: string }): Promise<{ readonly before: Booking; readonly isNew: boolean }> {
  const { pushed, parties, now, siteId } = push;
  const key = { siteId, externalId: pushed.externalId };
  const { count } = await tx.prisma.booking.createMany({
    data: [
      {
        ...key,
        ...parties,
        id: newId('booking'),
        status: pushed.status,
        title: pushed.title ?? '',
        createdAt: now,
        updatedAt: now,
      },
    ],
    skipDuplicates: true,
  });
  await tx.raw('SELECT id FROM booking WHERE site_id = $1 AND external_id = $2 FOR UPDATE', [siteId, pushed.externalId]);
  const before = await tx.prisma.booking.findUniqueOrThrow({ where: { siteId_externalId: key } });
  return { before, isNew: count > 0 };
}

function changesOf(before: Booking, { pushed, parties, now }: Push): Prisma.BookingUncheckedUpdateInput {
  return {
    ...parties,
    status: pushed.status,
    ...(pushed.client.flowRole === undefined ? {} : { clientFlowRole: pushed.client.flowRole }),
    ...(pushed.provider.flowRole === undefined ? {} : { providerFlowRole: pushed.provider.flowRole }),
    ...(pushed.title === undefined ? {} : { title: pushed.title }),
    ...(pushed.startsAt === undefined ? {} : { startsAt: pushed.startsAt }),
    ...(pushed.endsAt === undefined ? {} : { endsAt: pushed.endsAt }),
    ...(pushed.metadata === undefined ? {} : { metadata: pushed.metadata }),
    version: Math.max(before.version, pushed.version ?? 0),
    completedAt: pushed.status === 'completed' ? (before.completedAt ?? now) : null,
    updatedAt: now,
  };
}

async function seqOf(tx: Tx, booking: Booking): Promise<number | null> {
  if (booking.conversationId === null) return null;
  const conversation = await tx.prisma.conversation.findUnique({ where: { id: booking.conversationId }, select: { lastSeq: true } });
  return conversation?.lastSeq ?? null;
}

/** Notices for the parties, old and new, when something changed that concerns them. */
async function tellParties(deps: Deps, tx: Tx, change: { readonly before: Booking; readonly booking: Booking; readonly now: Date }): Promise<void> {
  const { before, booking, now } = change;
  const hasNewTimes =
    before.startsAt?.getTime() !== booking.startsAt?.getTime() || before.endsAt?.getTime() !== booking.endsAt?.getTime();
  const hasNewParties = before.clientId !== booking.clientId || before.providerId !== booking.providerId;
  if (before.status === booking.status && !hasNewTimes && !hasNewParties) return;
  const base = { siteId: booking.siteId, conversationId: booking.conversationId, now };
  const data = {
    bookingId: booking.id,
    externalId: booking.externalId,
    status: booking.status,
    previousStatus: before.status,
    startsAt: booking.startsAt?.toISOString() ?? null,
    endsAt: booking.endsAt?.toISOString() ?? null,
  };
  const stay = [booking.clientId, booking.providerId];
  const gone = [before.clientId, before.providerId].filter((id) => !stay.includes(id));
  // In the order of ids, so that two pushes at once cannot wait for each other.
  for (const userId of [...stay, ...gone].sort()) {
    const isGone = gone.includes(userId);
    await postNotice(deps, tx, { ...base, userId, kind: isGone ? 'conversation_removed' : 'booking_changed', data: isGone ? {} : data });
  }
}
