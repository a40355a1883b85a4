import type { Booking } from '../../db/generated/client.js';
import { createBatch } from '../../graphql/batch.js';
import { builder, nodeInterface } from '../../graphql/builder.js';
import { type GraphQLContext, requireViewer } from '../../graphql/context.js';
import { BookingStatusEnum } from '../../graphql/enums.js';
import type { ConversationView } from '../../kernel/views.js';
import { ConversationRef, loadConversationsFor } from '../conversations/index.js';

const conversations = createBatch<GraphQLContext, ConversationView>((context, ids) =>
  loadConversationsFor(context.deps, requireViewer(context), ids),
);

/** A booking's conversation as the request's viewer may see it; loaded with the others of the same tick. */
export const conversationOf = (context: GraphQLContext, booking: Booking): Promise<ConversationView | null> | null =>
  booking.conversationId === null ? null : conversations.load(context, booking.conversationId);

/** A booking as its host pushed it. */
export const BookingRef = builder.prismaObject('Booking', {
  description: 'A booking of the host, with the conversation around it.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the booking.' }),
    externalId: t.exposeString('externalId', { description: 'The host’s own id of the booking.' }),
    status: t.field({ type: BookingStatusEnum, description: 'Where the booking stands.', resolve: (booking) => booking.status }),
    title: t.exposeString('title', { description: 'What was booked.' }),
    startsAt: t.expose('startsAt', { type: 'DateTime', nullable: true, description: 'When it begins.' }),
    endsAt: t.expose('endsAt', { type: 'DateTime', nullable: true, description: 'When it ends.' }),
    metadata: t.field({ type: 'JSON', description: 'Further facts of the host.', resolve: (booking) => booking.metadata }),
    client: t.relation('client', { description: 'Who booked.' }),
    provider: t.relation('provider', { description: 'Who provides.' }),
    conversation: t.field({
      type: ConversationRef,
      nullable: true,
      description:
        'Its conversation; null while there is none or it cannot be reached. Support that has not joined gets it without `lastMessage`.',
      resolve: (booking, _args, context) => conversationOf(context, booking),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was first pushed.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed by a push.' }),
  }),
});

/** A page of bookings. */
export const BookingConnection = builder.connectionObject(
  { type: BookingRef, name: 'BookingConnection', description: 'A page of bookings, newest first.' },
  { name: 'BookingEdge', description: 'A booking on a page.' },
);
