/** What the viewer is asked to take, has, and wraps up: for agents. */
import type { ChatClient } from '../create-chat-client.js';
import { AcceptOfferDocument, OfferFeedDocument, OffersDocument, RejectOfferDocument } from '../generated/operations.js';
import type { Offer, OfferFeedItem, SupportCase } from '../generated/types.js';
import { feedStore, type FeedSource, type FeedStore } from './feed-store.js';
import { perClient } from './handles.js';

/** What the store of offers holds. */
export interface OffersData {
  /** The live ones, oldest first: PENDING are to be answered by `expiresAt`, ACCEPTED and WRAPPING_UP are the viewer's work. */
  readonly offers: readonly Offer[];
}

/** The store of the viewer's offers. All functions reject with a `ChatError`. */
export interface OffersHandle extends FeedStore<OfferFeedItem, OffersData> {
  /** Takes the case: the viewer enters its conversation. OFFER_EXPIRED when it is too late. */
  readonly accept: (offerId: string) => Promise<SupportCase>;
  /** Leaves the case to others. */
  readonly reject: (offerId: string, reason?: string) => Promise<void>;
}

const source: FeedSource<OfferFeedItem, OffersData> = {
  initial: { offers: [] },
  stream: (run) => run(OfferFeedDocument, {}, (data) => data.offerFeed),
  poll: async (run) => [{ __typename: 'OffersSnapshot', offers: (await run(OffersDocument, {})).offers }],
  apply: applyOfferItem,
};

/** What an item of the offers' feed does to the list. Pure. */
export function applyOfferItem(data: OffersData, item: OfferFeedItem): OffersData {
  switch (item.__typename) {
    case 'OffersSnapshot':
      return { offers: item.offers };
    case 'OfferChanged': {
      const isKnown = data.offers.some((offer) => offer.id === item.offer.id);
      return { offers: isKnown ? data.offers.map((offer) => (offer.id === item.offer.id ? item.offer : offer)) : [...data.offers, item.offer] };
    }
    case 'OfferRemoved':
      return { offers: data.offers.filter((offer) => offer.id !== item.offerId) };
    case 'OffersRead':
      return data;
  }
}

/**
 * The viewer's live offers. For agents and admins; `status` becomes `failed` with FORBIDDEN for others.
 *
 * @example
 * const mine = offers(client);
 * mine.subscribe(() => render(mine.getSnapshot().offers));
 * const { conversationId } = await mine.accept(offer.id);
 */
export const offers: (client: ChatClient) => OffersHandle = /*#__PURE__*/ perClient((context) => ({
  ...feedStore(context, source),
  accept: async (offerId) => (await context.runner.request(AcceptOfferDocument, { input: { offerId } })).acceptOffer.case,
  reject: async (offerId, reason) => {
    await context.runner.request(RejectOfferDocument, { input: { offerId, ...(reason === undefined ? {} : { reason }) } });
  },
}));
