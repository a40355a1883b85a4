import type { Payment } from '../../db/generated/client.js';
import { builder } from '../../graphql/builder.js';

/** Where a payment stands. */
export const PaymentStatusEnum = builder.enumType('PaymentStatus', {
  description: 'Where a payment stands, as its host says.',
  values: {
    PENDING: { value: 'pending', description: 'Begun, not yet there.' },
    PAID: { value: 'paid', description: 'Received.' },
    REFUNDED: { value: 'refunded', description: 'Given back, all of it or in part.' },
    FAILED: { value: 'failed', description: 'It came to nothing.' },
  } as const,
});

/** A payment of a customer. */
export const PaymentRef = builder.objectRef<Payment>('Payment').implement({
  description: 'A payment of a customer as the host told of it. Only staff see it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the payment.' }),
    externalId: t.exposeString('externalId', { description: 'The host’s own id of the payment.' }),
    bookingId: t.exposeID('bookingId', { nullable: true, description: 'The booking that it was for, if the host said so.' }),
    amountMinor: t.exposeInt('amountMinor', { description: 'In the smallest unit of the currency, such as cents.' }),
    currency: t.exposeString('currency', { description: 'ISO 4217, such as `EUR`.' }),
    status: t.field({ type: PaymentStatusEnum, description: 'Where it stands.', resolve: (payment) => payment.status }),
    description: t.exposeString('description', { description: 'What it was for; may be empty.' }),
    paidAt: t.expose('paidAt', { type: 'DateTime', description: 'When it happened.' }),
  }),
});

/** A page of payments. */
export const PaymentConnection = builder.connectionObject(
  { type: PaymentRef, name: 'PaymentConnection', description: 'A page of payments, newest first.' },
  { name: 'PaymentEdge', description: 'A payment on a page.' },
);
