import { builder, nodeInterface } from '../../graphql/builder.js';

/** A booking as its host pushed it. */
export const BookingRef = builder.prismaObject('Booking', {
  description: 'A booking of the host, with the conversation around it.',
  interfaces: [nodeInterface],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the booking.' }),
  }),
});
