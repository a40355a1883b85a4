import type { Booking } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { BookingStatus } from '../../kernel/words.js';
import { loadConversationsFor } from '../conversations/index.js';

/** Names a booking by one of its two ids. */
export interface BookingKey {
  readonly bookingId?: string | null;
  readonly externalId?: string | null;
}

/** What Prisma shall load beside the row. */
export interface BookingQuery {
  readonly include?: object;
  readonly select?: object;
}

/**
 * The one door from a caller's id to a booking: for its client, its provider with their team, and staff.
 * @throws ChatError NOT_FOUND, also for bookings of others; INVALID_INPUT unless exactly one id is given
 */
export async function accessBooking(deps: Deps, viewer: Viewer, by: BookingKey & { readonly operation: string }): Promise<Booking> {
  if ((by.bookingId == null) === (by.externalId == null)) {
    throw invalidInput(by.operation, 'bookingId', 'or externalId must be given, and not both');
  }
  const where = by.bookingId == null ? { externalId: by.externalId ?? '' } : { id: by.bookingId };
  const booking = await deps.db.prisma.booking.findFirst({ where: { ...where, siteId: viewer.siteId } });
  if (!booking || !(await maySee(deps, viewer, booking))) throw notFound(by.operation, 'booking');
  return booking;
}

/** The viewer's bookings, newest first: as client or provider; for staff all of the site, or those of one user. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function listBookings(
  deps: Deps,
  viewer: Viewer,
  page: {
    readonly first: number;
    readonly after: { readonly at: Date; readonly id: string } | null;
    readonly status: BookingStatus | null;
    /** Only those of this user, as client or provider. For staff. */
    readonly userId?: string | null;
    readonly query: BookingQuery;
  },
): Promise<{ readonly bookings: Booking[]; readonly hasMore: boolean }> {
  const first = parsePageSize({ operation: 'list bookings', field: 'first' }, page.first);
  if (page.userId != null && !isStaff(viewer)) throw new ChatError('FORBIDDEN', 'unable to list bookings; only staff look by user');
  const of = isStaff(viewer) ? (page.userId ?? null) : viewer.userId;
  const mine = of === null ? {} : { OR: [{ clientId: of }, { providerId: of }] };
  const { after } = page;
  const behind = after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] } : {};
  const bookings = await deps.db.prisma.booking.findMany({
    ...page.query,
    where: { siteId: viewer.siteId, ...(page.status ? { status: page.status } : {}), AND: [mine, behind] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: first + 1,
  });
  return { bookings: bookings.slice(0, first), hasMore: bookings.length > first };
}

async function maySee(deps: Deps, viewer: Viewer, booking: Booking): Promise<boolean> {
  if (isStaff(viewer) || viewer.userId === booking.clientId || viewer.userId === booking.providerId) return true;
  if (booking.conversationId === null) return false;
  // A member of the provider's team sees the booking through its conversation.
  return (await loadConversationsFor(deps, viewer, [booking.conversationId])).has(booking.conversationId);
}
