import type { Payment } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { invalidInput, notFound } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { parsePageSize } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import { requireAdmin } from '../identity/index.js';
import { accessCustomer, type CustomerKey, ensureCustomer } from './access.js';
import { parsePayment, type PaymentInput } from './input.js';

/** A payment with whose it is and what for. */
export interface RecordPayment extends PaymentInput {
  readonly customer: CustomerKey;
  /** The host's own id of a booking. */
  readonly bookingExternalId?: string | null | undefined;
}

/**
 * Takes over a payment from the host, by its own id. Pushing the same again changes nothing, and pushes that come late are ignored by their version. For
 * admins and back-ends.
 * @throws ChatError FORBIDDEN, NOT_FOUND for a booking that is not there, INVALID_INPUT
 */
export async function recordPayment(deps: Deps, viewer: Viewer, input: RecordPayment): Promise<Payment> {
  const operation = 'record payment';
  requireAdmin(viewer, operation);
  const { siteId } = viewer;
  const pushed = parsePayment(operation, input);
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const user = await ensureCustomer(deps, tx, { viewer, key: input.customer, operation });
    const bookingExternalId = input.bookingExternalId ?? null;
    const booking = bookingExternalId === null ? null : await tx.prisma.booking.findUnique({ where: { siteId_externalId: { siteId, externalId: bookingExternalId } } });
    if (bookingExternalId !== null && !booking) throw notFound(operation, 'booking');
    const state = { ...pushed, bookingId: booking?.id ?? null, updatedAt: now };
    const key = { siteId_externalId: { siteId, externalId: pushed.externalId } };
    await tx.prisma.payment.createMany({ data: [{ ...state, id: newId('payment'), siteId, userId: user.id, createdAt: now }], skipDuplicates: true });
    await tx.raw('SELECT 1 FROM payment WHERE site_id = $1 AND external_id = $2 FOR UPDATE', [siteId, pushed.externalId]);
    const before = await tx.prisma.payment.findUniqueOrThrow({ where: key });
    if (before.userId !== user.id) throw invalidInput(operation, 'customer', 'is not the one of this payment');
    return pushed.version > before.version ? tx.prisma.payment.update({ where: key, data: state }) : before;
  });
}

/** A page of a customer's payments, newest first, for staff. @throws ChatError FORBIDDEN, NOT_FOUND, INVALID_INPUT */
export async function listPayments(
  deps: Deps,
  viewer: Viewer,
  page: { readonly userId: string; readonly first: number; readonly after: { readonly at: Date; readonly id: string } | null },
): Promise<{ readonly payments: Payment[]; readonly hasMore: boolean }> {
  const operation = 'list payments';
  const { id: userId, siteId } = await accessCustomer(deps, viewer, { userId: page.userId, operation });
  const first = parsePageSize({ operation, field: 'first' }, page.first);
  const { after } = page;
  const payments = await deps.db.prisma.payment.findMany({
    where: { siteId, userId, ...(after ? { OR: [{ paidAt: { lt: after.at } }, { paidAt: after.at, id: { lt: after.id } }] } : {}) },
    orderBy: [{ paidAt: 'desc' }, { id: 'desc' }],
    take: first + 1,
  });
  return { payments: payments.slice(0, first), hasMore: payments.length > first };
}
