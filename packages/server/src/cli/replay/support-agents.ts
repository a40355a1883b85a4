/** The agents of a replay of support: each takes what they are offered, answers, and settles it; now and then one's connection dies. */
import { type ChatClient, createChatClient, isChatError, type Offer, type OfferFeedItem } from '@parley/sdk';
import { acceptOffer, offerFeed, rejectOffer, resolveCase, sendMessage } from '@parley/sdk/operations';
import { cuttableSockets } from './cuts.js';
import { PATIENT, patiently, pause } from './patience.js';
import type { DeskResult } from './support-tally.js';

/** How an agent of a replay works. */
export interface AgentSetting {
  readonly url: string;
  readonly token: () => Promise<string>;
  readonly capacity: number;
  /** How long a conversation takes, in milliseconds, on the average. */
  readonly talkMs: number;
  /** Numbers from 0 up to 1 that follow from the seed. */
  readonly random: () => number;
}

/** What all agents of a replay know together. */
export class Desk {
  /** Who is at work with which case. */
  readonly #holders = new Map<string, ReplayAgent>();
  doubleAssigned = 0;
  overCapacity = 0;
  kills = 0;

  taken(caseId: string, by: ReplayAgent): void {
    const holder = this.#holders.get(caseId);
    if (holder && holder !== by && holder.holds(caseId)) this.doubleAssigned += 1;
    this.#holders.set(caseId, by);
  }

  get result(): DeskResult {
    return { doubleAssigned: this.doubleAssigned, overCapacity: this.overCapacity, kills: this.kills };
  }
}

const THINK_MS = 40;
const SHARE_REJECTED = 0.03;
/** How long an agent who died is away, in milliseconds: at least, and up to so much more. Some are away for longer than the server waits. */
const AWAY_MS = 2_000;
const AWAY_SPREAD_MS = 16_000;

/** One agent. */
export class ReplayAgent {
  readonly #setting: AgentSetting;
  readonly #desk: Desk;
  #client: ChatClient | null = null;
  #sockets = cuttableSockets();
  #live = new Map<string, Offer>();
  readonly #busy = new Set<string>();
  /** Counts lives: what was begun in an earlier one is not finished. */
  #life = 0;
  #isOver = false;

  constructor(setting: AgentSetting, desk: Desk) {
    this.#setting = setting;
    this.#desk = desk;
  }

  /** Whether the agent has a case and is at work with it. */
  holds(caseId: string): boolean {
    return [...this.#live.values()].some((offer) => offer.case.id === caseId && offer.status === 'ACCEPTED');
  }

  /** Comes to work. */
  async start(): Promise<void> {
    this.#sockets = cuttableSockets();
    const client = createChatClient({ url: this.#setting.url, token: await this.#setting.token(), webSocketImpl: this.#sockets.implementation, timing: PATIENT });
    this.#client = client;
    const life = (this.#life += 1);
    offerFeed(client, {}, { next: (item) => this.#hear(life, item), error: () => undefined, complete: () => undefined });
  }

  /** Dies without a word, and is back after a while. */
  async die(): Promise<void> {
    if (this.#client === null || this.#isOver) return;
    this.#desk.kills += 1;
    await this.#leave();
    await pause(AWAY_MS + this.#setting.random() * AWAY_SPREAD_MS);
    if (!this.#isOver) await this.start();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#leave();
  }

  async #leave(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    this.#life += 1;
    this.#live = new Map();
    this.#sockets.cut();
    await client?.close();
  }

  #hear(life: number, item: OfferFeedItem): void {
    if (life !== this.#life) return;
    if (item.__typename === 'OffersSnapshot') this.#live = new Map(item.offers.map((offer) => [offer.id, offer]));
    else if (item.__typename === 'OfferChanged') this.#live.set(item.offer.id, item.offer);
    else if (item.__typename === 'OfferRemoved') this.#live.delete(item.offerId);
    if (this.#live.size > this.#setting.capacity) this.#desk.overCapacity += 1;
    for (const offer of this.#live.values()) void this.#work(life, offer);
  }

  async #work(life: number, offer: Offer): Promise<void> {
    const key = `${life} ${offer.id} ${offer.status}`;
    if (this.#busy.has(key) || offer.status === 'WRAPPING_UP') return;
    this.#busy.add(key);
    try {
      const chance = this.#setting.random();
      await pause(offer.status === 'PENDING' ? chance * THINK_MS : this.#setting.talkMs * (0.25 + 1.5 * chance));
      const client = this.#client;
      if (life !== this.#life || client === null) return;
      if (offer.status === 'PENDING') await this.#answer(client, offer);
      else await settle(client, offer);
    } catch (error) {
      // Too late, taken back, or dead: the server said so, or will. What may succeed later is done again with the next word of the feed.
      if (!isChatError(error)) throw error;
      if (error.retryable) this.#busy.delete(key);
    }
  }

  async #answer(client: ChatClient, offer: Offer): Promise<void> {
    if (this.#setting.random() < SHARE_REJECTED) {
      await patiently(() => rejectOffer(client, { offerId: offer.id }));
      return;
    }
    const life = this.#life;
    await patiently(() => acceptOffer(client, { offerId: offer.id }));
    if (life !== this.#life) return;
    this.#desk.taken(offer.case.id, this);
    this.#live.set(offer.id, { ...offer, status: 'ACCEPTED' });
  }
}

async function settle(client: ChatClient, { case: { id, conversationId } }: Offer): Promise<void> {
  await patiently(() => sendMessage(client, { conversationId, clientId: `answer-${id}`, text: 'This is the answer.' }));
  await patiently(() => resolveCase(client, { caseId: id, wrapUpCode: 'answered' }));
}
