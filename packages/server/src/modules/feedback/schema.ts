import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { encodeCursor, forwardPage, parseCursor } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { rateByToken, readByToken } from './by-link.js';
import { caseOutcome, feedbackReport, listOutcomes, ratingLink } from './list.js';
import { rateCase } from './rate.js';
import { listReplyRatings, providerRating, rateReply, type ReplyRatingView } from './replies.js';
import {
  CaseOutcomeConnection,
  CaseOutcomeRef,
  FeedbackReportRef,
  ProviderRatingRef,
  RatingLinkRef,
  RatingRequestRef,
  ReplyRatingConnection,
  ReplyRatingRef,
  type ShownOutcome,
} from './schema-types.js';

const clientIdText = 'Made by the caller, 1 to 64 characters: a retry with the same one answers like the first time.';
const ratingText = '1 to 5, 5 is best.';
const commentText = 'What the rater says with it, at most 2,000 characters.';

const RateCaseInput = builder.inputType('RateCaseInput', {
  description: 'What the viewer thinks of the support they got.',
  fields: (t) => ({
    caseId: t.id({ required: true, description: 'The viewer’s own case.' }),
    clientId: t.string({ required: true, description: clientIdText }),
    rating: t.int({ required: true, description: ratingText }),
    comment: t.string({ description: commentText }),
  }),
});

const RateByTokenInput = builder.inputType('RateByTokenInput', {
  description: 'What the holder of a link thinks of the support they got.',
  fields: (t) => ({
    token: t.string({ required: true, description: 'What the link carries.' }),
    clientId: t.string({ required: true, description: clientIdText }),
    rating: t.int({ required: true, description: ratingText }),
    comment: t.string({ description: commentText }),
  }),
});

const RateReplyInput = builder.inputType('RateReplyInput', {
  description: 'What the viewer thinks of a message of their provider.',
  fields: (t) => ({
    messageId: t.id({ required: true, description: 'A message of the provider’s side in a booking conversation.' }),
    clientId: t.string({ required: true, description: clientIdText }),
    rating: t.int({ required: true, description: ratingText }),
    comment: t.string({ description: commentText }),
  }),
});

const RateCasePayload = builder.objectRef<{ readonly outcome: ShownOutcome }>('RateCasePayload').implement({
  description: 'The rating was kept.',
  fields: (t) => ({ outcome: t.field({ type: CaseOutcomeRef, description: 'The outcome with it.', resolve: (payload) => payload.outcome }) }),
});

const RateByTokenPayload = builder.objectRef<{ readonly rating: number }>('RateByTokenPayload').implement({
  description: 'The rating was kept.',
  fields: (t) => ({ rating: t.exposeInt('rating', { description: 'The rating.' }) }),
});

const RateReplyPayload = builder.objectRef<{ readonly rating: ReplyRatingView }>('RateReplyPayload').implement({
  description: 'The rating was kept.',
  fields: (t) => ({ rating: t.field({ type: ReplyRatingRef, description: 'The rating.', resolve: (payload) => payload.rating }) }),
});

builder.queryFields((t) => ({
  caseOutcome: t.field({
    type: CaseOutcomeRef,
    nullable: true,
    description: describe('What became of a case and how it was rated; null before it first ended. For its customer and for staff.', ['NOT_FOUND']),
    args: { caseId: t.arg.id({ required: true, description: 'The case.' }) },
    resolve: (_root, { caseId }, context) => caseOutcome(context.deps, requireViewer(context), caseId),
  }),
  caseOutcomes: t.field({
    type: CaseOutcomeConnection,
    description: describe('The cases whose customers were asked for a rating, newest first. For admins and back-ends.', ['FORBIDDEN']),
    args: {
      isRated: t.arg.boolean({ description: 'Only those that were rated, or only those that were not.' }),
      agentId: t.arg.id({ description: 'Only those of this agent.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, args, context) => {
      const page = { first: args.first ?? 20, after: parseCursor('list ratings', args.after), isRated: args.isRated ?? null, agentId: args.agentId ?? null };
      const { outcomes, hasMore } = await listOutcomes(context.deps, requireViewer(context), page);
      return forwardPage(outcomes, { hasMore, isFirst: page.after === null, cursorOf: ({ askedAt, caseId }) => encodeCursor({ at: new Date(askedAt ?? 0), id: caseId }) });
    },
  }),
  ratingLink: t.field({
    type: RatingLinkRef,
    nullable: true,
    description: describe('The link with which a customer rates a case without signing in; null where nobody asked. For admins and back-ends.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { caseId: t.arg.id({ required: true, description: 'The case.' }) },
    resolve: (_root, { caseId }, context) => ratingLink(context.deps, requireViewer(context), caseId),
  }),
  ratingRequest: t.field({
    type: RatingRequestRef,
    description: describe('What a link asks for. Needs no credential.', ['NOT_FOUND', 'ORIGIN_NOT_ALLOWED', 'RATING_CLOSED']),
    args: { token: t.arg.string({ required: true, description: 'What the link carries.' }) },
    resolve: (_root, { token }, context) => readByToken(context.deps, { token, origin: context.origin ?? null }),
  }),
  replyRatings: t.field({
    type: ReplyRatingConnection,
    description: describe('The ratings of the provider’s replies in a conversation, newest first. For those who may read it.', ['NOT_FOUND']),
    args: {
      conversationId: t.arg.id({ required: true, description: 'The conversation.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, { conversationId, ...args }, context) => {
      const page = { conversationId, first: args.first ?? 20, after: parseCursor('list ratings of replies', args.after) };
      const { ratings, hasMore } = await listReplyRatings(context.deps, requireViewer(context), page);
      return forwardPage(ratings, { hasMore, isFirst: page.after === null, cursorOf: ({ ratedAt, messageId }) => encodeCursor({ at: new Date(ratedAt), id: messageId }) });
    },
  }),
  providerRating: t.field({
    type: ProviderRatingRef,
    description: describe('How the replies of a provider are rated. For the provider and for staff.', ['FORBIDDEN']),
    args: { userId: t.arg.id({ required: true, description: 'The provider.' }) },
    resolve: (_root, { userId }, context) => providerRating(context.deps, requireViewer(context), userId),
  }),
  feedbackReport: t.field({
    type: FeedbackReportRef,
    description: describe('Figures over the cases that first ended in a span of time. For admins and back-ends; an agent gets their own.', ['FORBIDDEN']),
    args: {
      from: t.arg({ type: 'DateTime', required: true, description: 'Beginning of the span.' }),
      to: t.arg({ type: 'DateTime', required: true, description: 'End of the span, not itself in it; at most a year later.' }),
      agentId: t.arg.id({ description: 'Only cases of this agent; of an agent who asks, only they themselves.' }),
      queueId: t.arg.id({ description: 'Only cases of this queue.' }),
    },
    resolve: (_root, args, context) => feedbackReport(context.deps, requireViewer(context), args),
  }),
}));

builder.mutationFields((t) => ({
  rateCase: t.field({
    type: RateCasePayload,
    description: describe('Rates the support that the viewer got with a case: once, within 14 days after it was asked for.', [
      'NOT_FOUND',
      'FORBIDDEN',
      'ALREADY_RATED',
      'RATING_CLOSED',
      'IDEMPOTENCY_CONFLICT',
    ]),
    args: { input: t.arg({ type: RateCaseInput, required: true, description: 'The rating.' }) },
    resolve: async (_root, { input }, context) => ({ outcome: { ...(await rateCase(context.deps, requireViewer(context), input)), isFirstContact: null } }),
  }),
  rateByToken: t.field({
    type: RateByTokenPayload,
    description: describe('Rates a case by the token of a link: once, within its time. Needs no credential.', [
      'NOT_FOUND',
      'ORIGIN_NOT_ALLOWED',
      'ALREADY_RATED',
      'RATING_CLOSED',
      'IDEMPOTENCY_CONFLICT',
    ]),
    args: { input: t.arg({ type: RateByTokenInput, required: true, description: 'The rating.' }) },
    resolve: async (_root, { input }, context) => {
      const { rating } = await rateByToken(context.deps, { ...input, origin: context.origin ?? null });
      return { rating: rating ?? input.rating };
    },
  }),
  rateReply: t.field({
    type: RateReplyPayload,
    description: describe('Rates a message of the provider’s side in a booking conversation, once. For the client of the booking.', [
      'NOT_FOUND',
      'FORBIDDEN',
      'ALREADY_RATED',
      'IDEMPOTENCY_CONFLICT',
    ]),
    args: { input: t.arg({ type: RateReplyInput, required: true, description: 'The rating.' }) },
    resolve: async (_root, { input }, context) => ({ rating: await rateReply(context.deps, requireViewer(context), input) }),
  }),
}));
