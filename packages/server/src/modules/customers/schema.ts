import type { Payment } from '../../db/generated/client.js';
import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { type CustomerAttributes, setCustomerAttributes } from './attributes.js';
import { recordPayment } from './payments.js';
import { PaymentRef, PaymentStatusEnum } from './schema-types.js';

const CustomerInput = builder.inputType('CustomerInput', {
  description: 'Names a customer by `userId` or by `externalId`, exactly one of them.',
  fields: (t) => ({
    userId: t.id({ description: 'The id of the user.' }),
    externalId: t.string({ description: 'The host’s own id of the user; made where admins and back-ends name one that is not there.' }),
  }),
});

const SetCustomerAttributesInput = builder.inputType('SetCustomerAttributesInput', {
  description: 'What to keep of a customer.',
  fields: (t) => ({
    customer: t.field({ type: CustomerInput, required: true, description: 'Whom.' }),
    attributes: t.field({
      type: 'JSON',
      required: true,
      description:
        'By names of 1 to 40 of a-z 0-9 _: a string of at most 500 characters, a number, a boolean, or a list of at most 20 such strings; null takes one away. ' +
        'What is not named stays; at most 50 in all.',
    }),
  }),
});

const RecordPaymentInput = builder.inputType('RecordPaymentInput', {
  description: 'A payment as the host knows it.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: 'The host’s own id of the payment, 1 to 200 characters.' }),
    customer: t.field({ type: CustomerInput, required: true, description: 'Who paid; stays the same for one payment.' }),
    bookingExternalId: t.string({ description: 'The host’s own id of the booking that it was for.' }),
    amountMinor: t.int({ required: true, description: 'In the smallest unit of the currency, such as cents: 0 to 2,000,000,000.' }),
    currency: t.string({ required: true, description: 'ISO 4217, such as `EUR`.' }),
    status: t.field({ type: PaymentStatusEnum, required: true, description: 'Where it stands.' }),
    description: t.string({ description: 'What it was for, at most 200 characters.' }),
    paidAt: t.field({ type: 'DateTime', required: true, description: 'When it happened.' }),
    version: t.int({ description: 'Grows with each change at the host: a push with no greater one than was seen changes nothing. Default 0.' }),
  }),
});

const SetCustomerAttributesPayload = builder.objectRef<CustomerAttributes>('SetCustomerAttributesPayload').implement({
  description: 'What is kept of the customer now.',
  fields: (t) => ({
    userId: t.exposeID('userId', { description: 'The id of the user.' }),
    attributes: t.field({ type: 'JSON', description: 'All attributes.', resolve: (payload) => payload.attributes }),
  }),
});

const RecordPaymentPayload = builder.objectRef<{ readonly payment: Payment }>('RecordPaymentPayload').implement({
  description: 'The payment as it is now.',
  fields: (t) => ({ payment: t.field({ type: PaymentRef, description: 'The payment.', resolve: (payload) => payload.payment }) }),
});

builder.mutationFields((t) => ({
  setCustomerAttributes: t.field({
    type: SetCustomerAttributesPayload,
    description: describe('Sets attributes of a customer, for staff and back-ends.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: SetCustomerAttributesInput, required: true, description: 'Whose, and which.' }) },
    resolve: (_root, { input }, context) => setCustomerAttributes(context.deps, requireViewer(context), { ...input.customer, attributes: input.attributes }),
  }),
  recordPayment: t.field({
    type: RecordPaymentPayload,
    description: describe('Takes over a payment from its host, as often as wanted, to be shown beside a conversation. For admins and back-ends.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: RecordPaymentInput, required: true, description: 'The payment.' }) },
    resolve: async (_root, { input }, context) => ({ payment: await recordPayment(context.deps, requireViewer(context), input) }),
  }),
}));
