import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { OfferView } from '../../kernel/views.js';
import { followOffers } from '../queues/index.js';
import { openStateFeed } from './state-feed.js';

/** All live offers at one moment. */
export interface OffersSnapshotItem {
  readonly type: 'OffersSnapshot';
  readonly offers: readonly OfferView[];
}

/** An offer's new state, or a new offer. */
export interface OfferChangedItem {
  readonly type: 'OfferChanged';
  readonly offer: OfferView;
}

/** An offer is over. */
export interface OfferRemovedItem {
  readonly type: 'OfferRemoved';
  readonly offerId: string;
}

/** The feed lives. */
export interface OffersReadItem {
  readonly type: 'OffersRead';
  readonly at: string;
}

/** Any item of the feed of offers. */
export type OfferFeedItem = OffersSnapshotItem | OfferChangedItem | OfferRemovedItem | OffersReadItem;

/** The most different things that wait for a slow reader. */
const CAPACITY = 2_000;

/**
 * Opens the feed of the viewer's live offers: all of them, then each change. It has no position: what it sends are states. Who has it open is at work, as far as
 * their chosen status says so. The feed ends with RESYNC_REQUIRED, ACCESS_REVOKED or UNAVAILABLE.
 * @throws ChatError FORBIDDEN for those who are no agents or admins
 */
export async function openOfferFeed(deps: Deps, viewer: Viewer): Promise<AsyncIterableIterator<OfferFeedItem, undefined>> {
  const operation = 'follow offers';
  if (!isStaff(viewer) || viewer.kind !== 'user') throw new ChatError('FORBIDDEN', `unable to ${operation}; only agents and admins have offers`);
  return openStateFeed<OfferFeedItem>(deps, viewer, {
    operation,
    capacity: CAPACITY,
    async begin(queue, hold) {
      const { offers, leave } = await followOffers(deps, { siteId: viewer.siteId, agentId: viewer.userId }, {
        changed: (offer) => queue.put(offer.id, () => ({ type: 'OfferChanged', offer })),
        removed: (offerId) => queue.put(offerId, () => ({ type: 'OfferRemoved', offerId })),
        read: (at) => queue.putLast('read', () => ({ type: 'OffersRead', at })),
      });
      hold(leave);
      return [{ type: 'OffersSnapshot', offers }];
    },
  });
}
