import { builder } from '../../graphql/builder.js';
import type { PersonView } from '../../kernel/views.js';
import { PersonRef } from '../identity/index.js';
import type { AgentFigures, FeedbackReport } from './list.js';
import type { OutcomeView } from './rate.js';
import type { ProviderRating, ReplyRatingView } from './replies.js';
import type { RatingLink } from './token.js';

/** An outcome, as far as its reader may know it. */
export type ShownOutcome = Omit<OutcomeView, 'isFirstContact'> & { readonly isFirstContact: boolean | null };

/** What became of a case. */
export const CaseOutcomeRef = builder.objectRef<ShownOutcome>('CaseOutcome').implement({
  description: 'What became of a case of support, and what its customer said about it. It is there once the case was first resolved or closed.',
  fields: (t) => ({
    caseId: t.exposeID('caseId', { description: 'The case.' }),
    conversationId: t.exposeID('conversationId', { description: 'Its conversation.' }),
    subject: t.exposeString('subject', { description: 'What it was about.' }),
    customer: t.field({ type: PersonRef, description: 'Whose matter it was.', resolve: (outcome): PersonView => outcome.customer }),
    agent: t.field({ type: PersonRef, nullable: true, description: 'Who had it when it ended, and is rated with it.', resolve: (outcome) => outcome.agent }),
    endedAt: t.field({ type: 'DateTime', description: 'When it last ended.', resolve: (outcome) => outcome.endedAt }),
    endings: t.exposeInt('endings', { description: 'How often it ended; more than once where it was opened again.' }),
    isFirstContact: t.exposeBoolean('isFirstContact', {
      nullable: true,
      description:
        'Whether it was settled at the first contact: an agent answered, one agent at most had it, it ended once and is over, and the customer did not come back to the same queue within seven days. Null for the customer.',
    }),
    askedAt: t.field({ type: 'DateTime', nullable: true, description: 'When the customer was asked for a rating; null where nobody asked.', resolve: (outcome) => outcome.askedAt }),
    expiresAt: t.field({ type: 'DateTime', nullable: true, description: 'Until when they can give it.', resolve: (outcome) => outcome.expiresAt }),
    rating: t.exposeInt('rating', { nullable: true, description: 'Their rating, 1 to 5; null until they gave it.' }),
    comment: t.exposeString('comment', { nullable: true, description: 'What they said with it.' }),
    ratedAt: t.field({ type: 'DateTime', nullable: true, description: 'When they gave it.', resolve: (outcome) => outcome.ratedAt }),
    isByLink: t.exposeBoolean('isByLink', { description: 'Whether it came through the link.' }),
  }),
});

/** A page of outcomes. */
export const CaseOutcomeConnection = builder.connectionObject(
  { type: CaseOutcomeRef, name: 'CaseOutcomeConnection', description: 'A page of outcomes, newest first.' },
  { name: 'CaseOutcomeEdge', description: 'An outcome on a page.' },
);

/** What a page shows that a link opened. */
export const RatingRequestRef = builder.objectRef<OutcomeView>('RatingRequest').implement({
  description: 'What somebody is asked to rate who opened a link.',
  fields: (t) => ({
    subject: t.exposeString('subject', { description: 'What the case was about.' }),
    agentName: t.string({ nullable: true, description: 'Name of the agent who had it.', resolve: (outcome) => outcome.agent?.displayName ?? null }),
    expiresAt: t.field({ type: 'DateTime', nullable: true, description: 'Until when it can be rated.', resolve: (outcome) => outcome.expiresAt }),
    rating: t.exposeInt('rating', { nullable: true, description: 'The rating that stands; null until there is one.' }),
  }),
});

/** A link for one rating. */
export const RatingLinkRef = builder.objectRef<RatingLink>('RatingLink').implement({
  description: 'What the host puts into an address of its own, such as in an e-mail, so that the customer can rate without signing in.',
  fields: (t) => ({
    token: t.exposeString('token', { description: 'For `rateByToken`: signed, good for one rating of one case.' }),
    expiresAt: t.field({ type: 'DateTime', description: 'Until when it works.', resolve: (link) => link.expiresAt }),
  }),
});

/** A rating of one message. */
export const ReplyRatingRef = builder.objectRef<ReplyRatingView>('ReplyRating').implement({
  description: 'What the client of a booking thinks of one message of the provider’s side.',
  fields: (t) => ({
    messageId: t.exposeID('messageId', { description: 'The message.' }),
    providerId: t.exposeID('providerId', { description: 'The provider of the booking, whoever of their team wrote.' }),
    rating: t.exposeInt('rating', { description: '1 to 5.' }),
    comment: t.exposeString('comment', { nullable: true, description: 'What they said with it.' }),
    ratedAt: t.field({ type: 'DateTime', description: 'When they gave it.', resolve: (rating) => rating.ratedAt }),
  }),
});

/** A page of ratings of messages. */
export const ReplyRatingConnection = builder.connectionObject(
  { type: ReplyRatingRef, name: 'ReplyRatingConnection', description: 'A page of ratings of replies, newest first.' },
  { name: 'ReplyRatingEdge', description: 'A rating on a page.' },
);

/** How a provider is rated. */
export const ProviderRatingRef = builder.objectRef<ProviderRating>('ProviderRating').implement({
  description: 'How the replies of a provider are rated by their clients.',
  fields: (t) => ({
    average: t.exposeFloat('average', { nullable: true, description: 'Average from 1 to 5; null until there is one.' }),
    count: t.exposeInt('count', { description: 'How many ratings there are.' }),
  }),
});

const AgentFiguresRef = builder.objectRef<AgentFigures>('AgentFeedback').implement({
  description: 'Figures of the cases that one agent had when they ended.',
  fields: (t) => ({
    agent: t.field({ type: PersonRef, description: 'The agent.', resolve: (figures) => figures.agent }),
    endedCount: t.exposeInt('endedCount', { description: 'Cases that ended.' }),
    firstContactCount: t.exposeInt('firstContactCount', { description: 'Those of them that were settled at the first contact.' }),
    ratedCount: t.exposeInt('ratedCount', { description: 'Those that were rated.' }),
    averageRating: t.exposeFloat('averageRating', { nullable: true, description: 'Average rating from 1 to 5; null until there is one.' }),
  }),
});

const WrapUpCount = builder.objectRef<{ readonly code: string; readonly count: number }>('WrapUpCount').implement({
  description: 'How many cases were given a code at their end.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code.' }),
    count: t.exposeInt('count', { description: 'How many cases.' }),
  }),
});

/** Figures over cases. */
export const FeedbackReportRef = builder.objectRef<FeedbackReport>('FeedbackReport').implement({
  description: 'Figures over the cases that first ended in a span of time.',
  fields: (t) => ({
    endedCount: t.exposeInt('endedCount', { description: 'Cases that ended.' }),
    answeredCount: t.exposeInt('answeredCount', { description: 'Those of them in which an agent answered.' }),
    firstContactCount: t.exposeInt('firstContactCount', { description: 'Those of the answered ones that were settled at the first contact, as `CaseOutcome.isFirstContact` says.' }),
    firstContactRate: t.float({
      nullable: true,
      description: 'Share of the answered ones that were settled at the first contact, 0 to 1; null where none was answered.',
      resolve: ({ answeredCount, firstContactCount }) => (answeredCount === 0 ? null : firstContactCount / answeredCount),
    }),
    askedCount: t.exposeInt('askedCount', { description: 'Cases whose customers were asked for a rating.' }),
    ratedCount: t.exposeInt('ratedCount', { description: 'Cases that were rated.' }),
    averageRating: t.exposeFloat('averageRating', { nullable: true, description: 'Average rating from 1 to 5; null until there is one.' }),
    satisfiedRate: t.float({
      nullable: true,
      description: 'Share of the ratings that are 4 or 5, 0 to 1; null until there is one.',
      resolve: ({ ratedCount, distribution }) => (ratedCount === 0 ? null : ((distribution[3] ?? 0) + (distribution[4] ?? 0)) / ratedCount),
    }),
    distribution: t.intList({ description: 'How many rated 1, 2, 3, 4 and 5.', resolve: (report) => [...report.distribution] }),
    agents: t.field({ type: [AgentFiguresRef], description: 'Of the 100 agents with the most cases.', resolve: (report) => [...report.agents] }),
    wrapUpCodes: t.field({ type: [WrapUpCount], description: 'The 100 most frequent codes.', resolve: (report) => [...report.wrapUpCodes] }),
    replyCount: t.exposeInt('replyCount', { description: 'Ratings of providers’ replies in the span; 0 where an agent or a queue was asked for.' }),
    replyAverage: t.exposeFloat('replyAverage', { nullable: true, description: 'Their average.' }),
  }),
});
