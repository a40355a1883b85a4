import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { MessagePreviewRef } from '../conversations/index.js';
import { OfferRef, QueueRef, SupportCaseRef, type QueueState } from '../queues/index.js';
import { type OfferChangedItem, type OfferFeedItem, type OfferRemovedItem, type OffersReadItem, type OffersSnapshotItem, openOfferFeed } from './offer-feed.js';
import {
  openQueueFeed,
  type QueueCaseActivityItem,
  type QueueCaseChangedItem,
  type QueueCaseRemovedItem,
  type QueueChangedItem,
  type QueueFeedItem,
  type QueuesReadItem,
  type QueuesSnapshotItem,
} from './queue-feed.js';

const OffersSnapshot = builder.objectRef<OffersSnapshotItem>('OffersSnapshot').implement({
  description: 'All live offers of the viewer at the moment in which the feed begins.',
  fields: (t) => ({ offers: t.field({ type: [OfferRef], description: 'Oldest first.', resolve: (item) => [...item.offers] }) }),
});

const OfferChanged = builder.objectRef<OfferChangedItem>('OfferChanged').implement({
  description: 'An offer’s new state, or a new offer: replace the one you have.',
  fields: (t) => ({ offer: t.field({ type: OfferRef, description: 'The offer.', resolve: (item) => item.offer }) }),
});

const OfferRemoved = builder.objectRef<OfferRemovedItem>('OfferRemoved').implement({
  description: 'An offer is over: answered with no, not in time, taken back or completed.',
  fields: (t) => ({ offerId: t.exposeID('offerId', { description: 'The id of the offer.' }) }),
});

const OffersRead = builder.objectRef<OffersReadItem>('OffersRead').implement({
  description: 'All changes up to `at` were sent. Comes every 15 seconds.',
  fields: (t) => ({ at: t.field({ type: 'DateTime', description: 'When the offers were read.', resolve: (item) => item.at }) }),
});

const OfferFeedItemUnion = builder.unionType('OfferFeedItem', {
  description: 'What the feed of offers sends: first a snapshot, then states.',
  types: [OffersSnapshot, OfferChanged, OfferRemoved, OffersRead],
  resolveType: (item: OfferFeedItem) => item.type,
});

const QueueStateRef = builder.objectRef<QueueState>('QueueState').implement({
  description: 'A queue and what is in it.',
  fields: (t) => ({
    queue: t.field({ type: QueueRef, description: 'The queue.', resolve: (state) => state.queue }),
    waiting: t.exposeInt('waiting', { description: 'Cases in the line, those offered included.' }),
    offered: t.exposeInt('offered', { description: 'Cases of the line that an agent is asked to take.' }),
    open: t.exposeInt('open', { description: 'Cases that an agent has.' }),
    pending: t.exposeInt('pending', { description: 'Cases that wait for their customer.' }),
    snoozed: t.exposeInt('snoozed', { description: 'Cases that are put aside.' }),
    oldestQueuedAt: t.field({ type: 'DateTime', nullable: true, description: 'Since when the longest waiting waits; null while nobody does.', resolve: (state) => state.oldestQueuedAt }),
  }),
});

const QueuesSnapshot = builder.objectRef<QueuesSnapshotItem>('QueuesSnapshot').implement({
  description: 'All queues, and the cases that are not over, at the moment in which the feed begins; at most 1,000 cases.',
  fields: (t) => ({
    queues: t.field({ type: [QueueStateRef], description: 'In the order of their making.', resolve: (item) => [...item.queues] }),
    cases: t.field({ type: [SupportCaseRef], description: 'In the order of the line.', resolve: (item) => [...item.cases] }),
  }),
});

const QueueChanged = builder.objectRef<QueueChangedItem>('QueueChanged').implement({
  description: 'A queue’s new state: replace the one you have.',
  fields: (t) => ({ state: t.field({ type: QueueStateRef, description: 'The queue.', resolve: (item) => item.state }) }),
});

const QueueCaseChanged = builder.objectRef<QueueCaseChangedItem>('QueueCaseChanged').implement({
  description: 'A case’s new state, or a new case: replace the one you have.',
  fields: (t) => ({ case: t.field({ type: SupportCaseRef, description: 'The case.', resolve: (item) => item.case }) }),
});

const QueueCaseRemoved = builder.objectRef<QueueCaseRemovedItem>('QueueCaseRemoved').implement({
  description: 'A case is over, or went where the viewer does not see it.',
  fields: (t) => ({ caseId: t.exposeID('caseId', { description: 'The id of the case.' }) }),
});

const QueueCaseActivity = builder.objectRef<QueueCaseActivityItem>('QueueCaseActivity').implement({
  description: 'Something was said, changed or deleted in a case that the viewer may see. The newest state of it, twice a second at most for each case.',
  fields: (t) => ({
    caseId: t.exposeID('caseId', { description: 'The id of the case.' }),
    conversationId: t.exposeID('conversationId', { description: 'The id of its conversation.' }),
    lastMessage: t.field({
      type: MessagePreviewRef,
      nullable: true,
      description: 'The newest message, internal notes included; null for an agent who has not joined the conversation.',
      resolve: (item) => item.lastMessage,
    }),
    lastActivityAt: t.field({ type: 'DateTime', description: 'When something was said last.', resolve: (item) => item.lastActivityAt }),
  }),
});

const QueuesRead = builder.objectRef<QueuesReadItem>('QueuesRead').implement({
  description: 'All changes up to `at` were sent. Comes every 15 seconds.',
  fields: (t) => ({ at: t.field({ type: 'DateTime', description: 'When the queues were read.', resolve: (item) => item.at }) }),
});

const QueueFeedItemUnion = builder.unionType('QueueFeedItem', {
  description: 'What the feed of queues sends: first a snapshot, then states.',
  types: [QueuesSnapshot, QueueChanged, QueueCaseChanged, QueueCaseRemoved, QueueCaseActivity, QueuesRead],
  resolveType: (item: QueueFeedItem) => item.type,
});

builder.subscriptionFields((t) => ({
  offerFeed: t.field({
    type: OfferFeedItemUnion,
    description: describe(
      'Follows what the viewer is asked to take, has, and wraps up, for agents and admins. It has no position: each begins with a snapshot. Its polling twin is `offers`.',
      ['FORBIDDEN', 'RESYNC_REQUIRED', 'ACCESS_REVOKED'],
    ),
    subscribe: (_root, _args, context) => openOfferFeed(context.deps, requireViewer(context)),
    resolve: (item: OfferFeedItem) => item,
  }),
  queueFeed: t.field({
    type: QueueFeedItemUnion,
    description: describe(
      'Follows the queues and their cases, and what was said last in them, for a board of staff. It has no position: each begins with a snapshot. Its polling twin is `supportCases`.',
      ['FORBIDDEN', 'RESYNC_REQUIRED', 'ACCESS_REVOKED'],
    ),
    subscribe: (_root, _args, context) => openQueueFeed(context.deps, requireViewer(context)),
    resolve: (item: QueueFeedItem) => item,
  }),
}));
