import type { Booking } from '../../db/generated/client.js';
import { builder } from '../../graphql/builder.js';
import { type GraphQLContext, requireViewer } from '../../graphql/context.js';
import { encodeCursor, forwardPage, parseCursor } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { BookingStatusEnum } from '../../graphql/enums.js';
import { registerNode } from '../../graphql/node.js';
import { isChatError } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import { ConversationRef } from '../conversations/index.js';
import { accessBooking, type BookingKey, listBookings } from './access.js';
import { type OpenedConversation, openBookingConversation } from './open.js';
import { BookingConnection, BookingRef, conversationOf } from './schema-types.js';
import { type SyncResult, syncBooking } from './sync.js';
import { queryFromInfo } from '@pothos/plugin-prisma';

const PartyInput = builder.inputType('PartyInput', {
  description: 'A party of a booking: a user of the host, made if there is none. What is left out stays; null empties.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: 'The host’s own id of the user, 1 to 200 characters.' }),
    displayName: t.string({ description: 'Name to show, 1 to 120 characters.' }),
    email: t.string({ description: 'E-mail address.' }),
    phone: t.string({ description: 'Telephone number, at most 40 characters.' }),
    avatarUrl: t.string({ description: 'Address of a picture, https.' }),
    flowRole: t.string({ description: 'What the host calls their part in the conversation, such as `influencer`: 1 to 40 of a-z 0-9 _. A label.' }),
  }),
});

const SyncBookingInput = builder.inputType('SyncBookingInput', {
  description: 'The state of a booking. What is left out stays; null empties.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: 'The host’s own id of the booking, 1 to 200 characters.' }),
    client: t.field({ type: PartyInput, required: true, description: 'Who booked.' }),
    provider: t.field({ type: PartyInput, required: true, description: 'Who provides. Another than before replaces them in the conversation.' }),
    status: t.field({ type: BookingStatusEnum, required: true, description: 'Where the booking stands.' }),
    startsAt: t.field({ type: 'DateTime', description: 'When it begins.' }),
    endsAt: t.field({ type: 'DateTime', description: 'When it ends.' }),
    title: t.string({ description: 'What was booked, at most 200 characters.' }),
    metadata: t.field({ type: 'JSON', description: 'Further facts, shown to the participants.' }),
    version: t.int({ description: 'Grows with each change at the host: a push with a smaller one than was seen is ignored.' }),
  }),
});

const OpenBookingConversationInput = builder.inputType('OpenBookingConversationInput', {
  description: 'Which booking: by `bookingId` or by `externalId`, exactly one of them.',
  fields: (t) => ({
    bookingId: t.id({ description: 'The id of the booking.' }),
    externalId: t.string({ description: 'The host’s own id of the booking.' }),
  }),
});

const SyncBookingPayload = builder.objectRef<SyncResult>('SyncBookingPayload').implement({
  description: 'The booking as it is now.',
  fields: (t) => ({
    booking: t.field({ type: BookingRef, description: 'The booking.', resolve: (payload) => payload.booking }),
    conversation: t.field({
      type: ConversationRef,
      nullable: true,
      description: 'Its conversation; null while there is none.',
      resolve: (payload, _args, context) => conversationOf(context, payload.booking),
    }),
    seq: t.exposeInt('seq', { nullable: true, description: 'Number of the conversation’s newest event; null without a conversation.' }),
  }),
});

const OpenBookingConversationPayload = builder.objectRef<OpenedConversation>('OpenBookingConversationPayload').implement({
  description: 'The conversation of a booking.',
  fields: (t) => ({
    conversation: t.field({ type: ConversationRef, description: 'The conversation.', resolve: (payload) => payload.conversation }),
    seq: t.exposeInt('seq', { description: 'Number of its newest event.' }),
  }),
});

builder.queryFields((t) => ({
  booking: t.field({
    type: BookingRef,
    nullable: true,
    description: describe('A booking by `id` or by `externalId`, exactly one of them; null when there is none that the viewer may see.', []),
    args: {
      id: t.arg.id({ description: 'The id of the booking.' }),
      externalId: t.arg.string({ description: 'The host’s own id of the booking.' }),
    },
    resolve: (_root, args, context) => findBooking(context, requireViewer(context), { bookingId: args.id, externalId: args.externalId }),
  }),
  bookings: t.field({
    type: BookingConnection,
    description: describe('The viewer’s bookings as client or provider, newest first; for staff all of the site.', []),
    args: {
      first: t.arg.int({ defaultValue: 10, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
      status: t.arg({ type: BookingStatusEnum, description: 'Only bookings in this state.' }),
    },
    resolve: async (_root, args, context, info) => {
      const after = parseCursor('list bookings', args.after);
      const query = queryFromInfo({ context, info, typeName: 'Booking', paths: [['edges', 'node']] });
      const { bookings, hasMore } = await listBookings(context.deps, requireViewer(context), {
        first: args.first ?? 10,
        after,
        status: args.status ?? null,
        query,
      });
      return forwardPage(bookings, { hasMore, isFirst: after === null, cursorOf: (row) => encodeCursor({ at: row.createdAt, id: row.id }) });
    },
  }),
}));

builder.mutationFields((t) => ({
  syncBooking: t.field({
    type: SyncBookingPayload,
    description: describe('Takes over the state of a booking from its host, as often as wanted. For admins and back-ends.', ['FORBIDDEN']),
    args: { input: t.arg({ type: SyncBookingInput, required: true, description: 'The booking.' }) },
    resolve: (_root, { input }, context) => syncBooking(context.deps, requireViewer(context), input),
  }),
  openBookingConversation: t.field({
    type: OpenBookingConversationPayload,
    description: describe('The conversation of a booking, made at first access: for its client, its provider with their team, and staff.', [
      'NOT_FOUND',
      'BOOKING_STATE_INVALID',
    ]),
    args: { input: t.arg({ type: OpenBookingConversationInput, required: true, description: 'Which booking.' }) },
    resolve: (_root, { input }, context) => openBookingConversation(context.deps, requireViewer(context), input),
  }),
}));

registerNode('Booking', (context, id) => findBooking(context, requireViewer(context), { bookingId: id }));

async function findBooking(context: GraphQLContext, viewer: Viewer, by: BookingKey): Promise<Booking | null> {
  try {
    return await accessBooking(context.deps, viewer, { ...by, operation: 'read booking' });
  } catch (error) {
    if (isChatError(error, 'NOT_FOUND')) return null;
    throw error;
  }
}
