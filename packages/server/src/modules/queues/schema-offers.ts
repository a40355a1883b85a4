import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { acceptOffer, myOffers, type OfferAnswer, offersOfCase, rejectOffer } from './offers.js';
import { OfferRef, SupportCaseRef } from './schema-types.js';

const AcceptOfferInput = builder.inputType('AcceptOfferInput', {
  description: 'What to accept.',
  fields: (t) => ({ offerId: t.id({ required: true, description: 'The id of the offer.' }) }),
});

const RejectOfferInput = builder.inputType('RejectOfferInput', {
  description: 'What to reject.',
  fields: (t) => ({
    offerId: t.id({ required: true, description: 'The id of the offer.' }),
    reason: t.string({ description: 'Why, at most 500 characters.' }),
  }),
});

const offerPayload = (name: string, description: string) =>
  builder.objectRef<OfferAnswer>(name).implement({
    description,
    fields: (t) => ({
      offer: t.field({ type: OfferRef, description: 'The offer as it is now.', resolve: (payload) => payload.offer }),
      case: t.field({ type: SupportCaseRef, description: 'The case as it is now.', resolve: (payload) => payload.case }),
      seq: t.exposeInt('seq', { description: 'Number of the conversation’s newest event after this change.' }),
    }),
  });

const AcceptOfferPayload = offerPayload('AcceptOfferPayload', 'The case, taken.');
const RejectOfferPayload = offerPayload('RejectOfferPayload', 'The case, left to others.');

builder.queryField('offers', (t) =>
  t.field({
    type: [OfferRef],
    description: describe('The viewer’s own live offers, oldest first: what they are asked to take, have, and wrap up. For agents and admins.', ['FORBIDDEN']),
    resolve: (_root, _args, context) => myOffers(context.deps, requireViewer(context)),
  }),
);

builder.queryField('caseOffers', (t) =>
  t.field({
    type: [OfferRef],
    description: describe('Who was asked to take a case, and what became of it, oldest first; the newest 200. For staff.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { caseId: t.arg.id({ required: true, description: 'The id of the case.' }) },
    resolve: (_root, { caseId }, context) => offersOfCase(context.deps, requireViewer(context), caseId),
  }),
);

builder.mutationFields((t) => ({
  acceptOffer: t.field({
    type: AcceptOfferPayload,
    description: describe('Takes an offered case: the viewer enters its conversation, and it is theirs.', ['FORBIDDEN', 'NOT_FOUND', 'OFFER_EXPIRED']),
    args: { input: t.arg({ type: AcceptOfferInput, required: true, description: 'Which.' }) },
    resolve: (_root, { input }, context) => acceptOffer(context.deps, requireViewer(context), input),
  }),
  rejectOffer: t.field({
    type: RejectOfferPayload,
    description: describe('Refuses an offered case. It goes to others, and to the viewer again after a minute, or after 10 seconds when all others have refused it too.', ['FORBIDDEN', 'NOT_FOUND', 'OFFER_EXPIRED']),
    args: { input: t.arg({ type: RejectOfferInput, required: true, description: 'Which, and why.' }) },
    resolve: (_root, { input }, context) => rejectOffer(context.deps, requireViewer(context), input),
  }),
}));
