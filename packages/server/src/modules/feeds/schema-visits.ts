import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { describe } from '../../graphql/describe.js';
import { VisitRef } from '../visits/index.js';
import { openVisitFeed, type VisitChangedItem, type VisitFeedItem, type VisitReadItem, type VisitSnapshotItem } from './visit-feed.js';

const VisitSnapshot = builder.objectRef<VisitSnapshotItem>('VisitSnapshot').implement({
  description: 'Where the user is at the moment in which the feed begins.',
  fields: (t) => ({ last: t.field({ type: VisitRef, nullable: true, description: 'The page; null when none was reported.', resolve: (item) => item.last }) }),
});

const VisitChanged = builder.objectRef<VisitChangedItem>('VisitChanged').implement({
  description: 'The user went to another page.',
  fields: (t) => ({ visit: t.field({ type: VisitRef, description: 'The page.', resolve: (item) => item.visit }) }),
});

const VisitRead = builder.objectRef<VisitReadItem>('VisitRead').implement({
  description: 'The page was read again: so far nothing is missed. Comes every 15 seconds.',
  fields: (t) => ({ at: t.field({ type: 'DateTime', description: 'When it was read.', resolve: (item) => item.at }) }),
});

const VisitFeedItemUnion = builder.unionType('VisitFeedItem', {
  description: 'What the feed of a visit sends: first a snapshot, then states.',
  types: [VisitSnapshot, VisitChanged, VisitRead],
  resolveType: (item: VisitFeedItem) => item.type,
});

builder.subscriptionField('visitFeed', (t) =>
  t.field({
    type: VisitFeedItemUnion,
    description: describe(
      'Follows the page of the host’s site on which a user is, for staff. It has no position: each begins with a snapshot. Its polling twin is `visit`.',
      ['FORBIDDEN', 'NOT_FOUND', 'RESYNC_REQUIRED', 'ACCESS_REVOKED'],
    ),
    args: { userId: t.arg.id({ required: true, description: 'The user.' }) },
    subscribe: (_root, args, context) => openVisitFeed(context.deps, requireViewer(context), args),
    resolve: (item: VisitFeedItem) => item,
  }),
);
