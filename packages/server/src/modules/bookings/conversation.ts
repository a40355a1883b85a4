import type { Booking } from '../../db/generated/client.js';
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import type { JsonObject, JsonValue } from '../../kernel/words.js';
import { type ConversationState, ensureConversation, type Entering, reviseConversation } from '../conversations/index.js';
import type { SiteSettings } from '../identity/index.js';
import { postMessage } from '../messages/index.js';
import { gateOf } from './policy.js';

/** Client id of the welcome message: with the system user as its sender, it can be there once. */
const WELCOME_CLIENT_ID = 'welcome';

/** A booking with what its conversation follows. */
export interface BookingChange {
  readonly booking: Booking;
  readonly settings: SiteSettings;
  readonly now: Date;
}

/**
 * Makes the booking's conversation inside a transaction that holds the booking's row, with its two parties and the welcome message;
 * exactly one, however many try. Answers with the booking, bound to it.
 */
export async function openConversation(deps: Deps, tx: Tx, change: BookingChange): Promise<{ readonly booking: Booking; readonly seq: number }> {
  const { booking, settings, now } = change;
  const made = await ensureConversation(deps, tx, {
    ...stateOf(change),
    siteId: booking.siteId,
    kind: 'booking',
    uniqueKey: `booking:${booking.id}`,
    members: [clientOf(booking), providerOf(booking)],
    actorId: null,
    now,
  });
  let { seq } = made;
  if (made.isNew && settings.welcomeMessage !== '') {
    const welcome = await postMessage(deps, tx, {
      conversationId: made.conversationId,
      siteId: booking.siteId,
      clientId: WELCOME_CLIENT_ID,
      text: settings.welcomeMessage,
      now,
    });
    seq = welcome.seq;
  }
  const bound = await tx.prisma.booking.update({ where: { id: booking.id }, data: { conversationId: made.conversationId } });
  return { booking: bound, seq };
}

/** Makes the conversation follow its booking: gate, title, context and parties. Answers with the number of its newest event. */
export async function followBooking(
  deps: Deps,
  tx: Tx,
  change: BookingChange & { readonly conversationId: string; readonly before: Booking },
): Promise<number> {
  const { booking, before } = change;
  const gone = [before.clientId, before.providerId].filter((id) => id !== booking.clientId && id !== booking.providerId);
  const { seq } = await reviseConversation(deps, tx, {
    conversationId: change.conversationId,
    siteId: booking.siteId,
    actorId: null,
    now: change.now,
    set: stateOf(change),
    exit: gone,
    enter: [
      ...(booking.clientId === before.clientId ? [] : [clientOf(booking)]),
      ...(booking.providerId === before.providerId ? [] : [providerOf(booking)]),
    ],
    label: [
      ...(booking.clientFlowRole === before.clientFlowRole ? [] : [{ userId: booking.clientId, flowRole: booking.clientFlowRole }]),
      ...(booking.providerFlowRole === before.providerFlowRole ? [] : [{ userId: booking.providerId, flowRole: booking.providerFlowRole }]),
    ],
  });
  return seq;
}

function clientOf(booking: Booking): Entering {
  return { userId: booking.clientId, role: 'client', flowRole: booking.clientFlowRole };
}

function providerOf(booking: Booking): Entering {
  return { userId: booking.providerId, role: 'provider', flowRole: booking.providerFlowRole };
}

function stateOf({ booking, settings }: BookingChange): ConversationState {
  return {
    ...gateOf({ status: booking.status, completedAt: booking.completedAt, openHours: settings.bookingOpenHours }),
    title: booking.title,
    context: {
      id: booking.id,
      externalId: booking.externalId,
      title: booking.title,
      status: booking.status,
      startsAt: booking.startsAt?.toISOString() ?? null,
      endsAt: booking.endsAt?.toISOString() ?? null,
      metadata: asObject(booking.metadata),
    },
  };
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
