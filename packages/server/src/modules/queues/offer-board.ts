import type { Deps } from '../../deps.js';
import type { OfferView } from '../../kernel/views.js';
import { agentsTopic, isAgentSignal, isOfferSignal, offersTopic } from '../../log/topics.js';
import { nudgeQueues } from './node.js';
import { liveOffers } from './offers.js';

/** How often the offers of an agent are read again, in milliseconds: what the bus lost is seen within this. */
export const OFFERS_READ_MS = 15_000;

/** What an agent who follows their offers hears. */
export interface OfferListener {
  /** An offer's new state, or a new offer. */
  changed(offer: OfferView): void;
  /** The offer is over. */
  removed(offerId: string): void;
  /** All were read again: so far nothing is missed. */
  read(at: string): void;
}

/**
 * Follows the live offers of one agent. Who begins to follow is at work: cases that wait are matched, and again whenever they choose another status.
 * @throws what keeps the offers from being read at first.
 */
export async function followOffers(
  deps: Deps,
  of: { readonly siteId: string; readonly agentId: string },
  listener: OfferListener,
): Promise<{ readonly offers: readonly OfferView[]; readonly leave: () => void }> {
  let shown = new Map<string, OfferView>();
  let reading: Promise<void> = Promise.resolve();
  let isOver = false;
  const read = async (isFull: boolean): Promise<void> => {
    if (isOver) return;
    const offers = new Map((await liveOffers(deps, of)).map((offer) => [offer.id, offer]));
    if (isOver) return;
    // First what is over: with what is new before it, the agent would be shown more than they take.
    for (const id of shown.keys()) if (!offers.has(id)) listener.removed(id);
    for (const [id, offer] of offers) if (JSON.stringify(shown.get(id)) !== JSON.stringify(offer)) listener.changed(offer);
    shown = offers;
    if (isFull) listener.read(deps.clock.now().toISOString());
  };
  const readNext = (isFull: boolean): void => {
    reading = reading.then(() => read(isFull)).catch((error: unknown) => deps.log.error({ event: 'queues.unread', err: error }, 'unable to read offers; trying again later'));
  };
  const timer = deps.clock.every(OFFERS_READ_MS, () => readNext(true));
  const subscriptions = [
    deps.bus.subscribe(offersTopic(of.agentId), (message) => {
      if (isOfferSignal(message)) readNext(false);
    }),
    deps.bus.subscribe(agentsTopic(of.siteId), (message) => {
      if (isAgentSignal(message) && message.agentId === of.agentId) nudgeQueues(deps, of.siteId);
    }),
  ];
  const leave = (): void => {
    if (isOver) return;
    isOver = true;
    timer.cancel();
    for (const subscription of subscriptions) {
      subscription.then(
        (end) => end(),
        () => undefined,
      );
    }
  };
  const first = Promise.all(subscriptions).then(async () => {
    const offers = await liveOffers(deps, of);
    shown = new Map(offers.map((offer) => [offer.id, offer]));
    return offers;
  });
  // What is signalled meanwhile is read after it, so that nothing older comes last.
  reading = first.then(
    () => undefined,
    () => undefined,
  );
  try {
    const offers = await first;
    nudgeQueues(deps, of.siteId);
    return { offers, leave };
  } catch (error) {
    leave();
    throw error;
  }
}
