import type { Booking } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { ConversationView } from '../../kernel/views.js';
import { readConversation } from '../conversations/index.js';
import { siteSettings } from '../identity/index.js';
import { accessBooking, type BookingKey } from './access.js';
import { openConversation } from './conversation.js';
import { opensOnAccess } from './policy.js';

/** A booking's conversation, as the viewer sees it. */
export interface OpenedConversation {
  readonly conversation: ConversationView;
  /** Number of its newest event. */
  readonly seq: number;
}

/**
 * The conversation of a booking, made now if there is none: for its client, its provider with their team, and staff.
 * @throws ChatError NOT_FOUND, INVALID_INPUT, BOOKING_STATE_INVALID while the booking is only requested, or was cancelled before it had one
 */
export async function openBookingConversation(deps: Deps, viewer: Viewer, by: BookingKey): Promise<OpenedConversation> {
  const operation = 'open booking conversation';
  const found = await accessBooking(deps, viewer, { ...by, operation });
  refuseState(viewer, found, operation);
  const conversationId = found.conversationId ?? (await openNow(deps, found, viewer));
  const conversation = await readConversation(deps, viewer, conversationId);
  return { conversation, seq: conversation.lastSeq };
}

async function openNow(deps: Deps, found: Booking, viewer: Viewer): Promise<string> {
  const settings = await siteSettings(deps, viewer.siteId);
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    await tx.raw('SELECT id FROM booking WHERE id = $1 FOR UPDATE', [found.id]);
    const booking = await tx.prisma.booking.findUniqueOrThrow({ where: { id: found.id } });
    if (booking.conversationId !== null) return booking.conversationId;
    refuseState(viewer, booking, 'open booking conversation');
    const opened = await openConversation(deps, tx, { booking, settings, now });
    // openConversation binds the booking, so the id is there.
    return opened.booking.conversationId ?? '';
  });
}

function refuseState(viewer: Viewer, booking: Booking, operation: string): void {
  const isThere = booking.conversationId !== null;
  const isReachable = isThere ? booking.status !== 'requested' || isStaff(viewer) : opensOnAccess(booking.status);
  if (isReachable) return;
  throw new ChatError('BOOKING_STATE_INVALID', `unable to ${operation}; the booking is ${booking.status}`, {
    details: { current: booking.status.toUpperCase() },
  });
}
