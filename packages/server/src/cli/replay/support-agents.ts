/** The agents of a replay of support: each takes what they are offered, answers, and settles it; now and then one's connection dies. */
import { type ChatClient, createChatClient, isChatError, type Offer, type OfferFeedItem } from '@parley/sdk';
import { acceptOffer, rejectOffer, resolveCase, sendMessage } from '@parley/sdk/operations';
import { offers, type OffersHandle } from '@parley/sdk/support';
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

/** Who may be at work with a case, as their client shows it. */
export interface CaseHolder {
  /** Whether the agent is there, and their client shows the case as theirs. */
  holds(caseId: string): boolean;
  /** How often their client was told everything anew. */
  readonly readings: number;
}

interface Doubt {
  readonly caseId: string;
  readonly holder: CaseHolder;
  /** The holder's readings when another took the case. */
  readonly readings: number;
}

/** After so many readings since then, what an agent still shows is not merely on its way. */
const READINGS = 2;

/** What all agents of a replay know together. */
export class Desk {
  /** Who took which case last, by the server's clock. */
  readonly #holders = new Map<string, { readonly holder: CaseHolder; readonly at: number }>();
  readonly #twice = new Set<string>();
  #doubts: Doubt[] = [];
  #heardLate = 0;
  overCapacity = 0;
  kills = 0;

  /**
   * An agent's client shows a case as theirs, accepted at a moment of the server's clock. Whoever had it before, and is there, may not have heard yet that it was taken back from them: it
   * counts once their client was told everything twice since and still shows it, or when they settle it.
   */
  taken(caseId: string, by: CaseHolder, at: number): void {
    const known = this.#holders.get(caseId);
    const isNewest = !known || at >= known.at;
    if (isNewest) this.#holders.set(caseId, { holder: by, at });
    if (!known || known.holder === by) return;
    const former = isNewest ? known.holder : by;
    if (!former.holds(caseId) || this.#doubts.some((doubt) => doubt.caseId === caseId && doubt.holder === former)) return;
    this.#heardLate += 1;
    this.#doubts.push({ caseId, holder: former, readings: former.readings });
  }

  /** An agent settled a case. */
  settled(caseId: string, by: CaseHolder): void {
    const known = this.#holders.get(caseId);
    if (known && known.holder !== by) this.#twice.add(caseId);
  }

  /** An agent's client was told everything anew. */
  read(by: CaseHolder): void {
    this.#doubts = this.#doubts.filter(({ caseId, holder, readings }) => {
      if (holder !== by) return true;
      if (this.#holders.get(caseId)?.holder === by || !by.holds(caseId)) return false;
      if (by.readings - readings < READINGS) return true;
      this.#twice.add(caseId);
      return false;
    });
  }

  get result(): DeskResult {
    return { doubleAssigned: this.#twice, heardLate: this.#heardLate, overCapacity: this.overCapacity, kills: this.kills };
  }
}

const THINK_MS = 40;
const SHARE_REJECTED = 0.03;
/** How long an agent who died is away, in milliseconds: at least, and up to so much more. Some are away for longer than the server waits. */
const AWAY_MS = 2_000;
const AWAY_SPREAD_MS = 16_000;

/** One agent. */
export class ReplayAgent implements CaseHolder {
  readonly #setting: AgentSetting;
  readonly #desk: Desk;
  #client: ChatClient | null = null;
  /** As an agent's page has them: the store follows them anew on each connection. */
  #offers: OffersHandle | null = null;
  #sockets = cuttableSockets();
  readonly #busy = new Set<string>();
  /** Counts lives: what was begun in an earlier one is not finished. */
  #life = 0;
  #readings = 0;
  #isOver = false;

  constructor(setting: AgentSetting, desk: Desk) {
    this.#setting = setting;
    this.#desk = desk;
  }

  get readings(): number {
    return this.#readings;
  }

  holds(caseId: string): boolean {
    return this.#live.some((offer) => offer.case.id === caseId && offer.status === 'ACCEPTED');
  }

  /** Comes to work. */
  async start(): Promise<void> {
    this.#sockets = cuttableSockets();
    const token = await this.#setting.token();
    if (this.#isOver) return;
    const client = createChatClient({ url: this.#setting.url, token, webSocketImpl: this.#sockets.implementation, timing: PATIENT });
    this.#client = client;
    const life = (this.#life += 1);
    this.#offers = offers(client);
    this.#offers.onItem((item) => this.#hear(life, item));
    this.#offers.retain();
  }

  /** Dies without a word, and is back after a while. */
  async die(): Promise<void> {
    if (this.#client === null || this.#isOver) return;
    this.#desk.kills += 1;
    await this.#leave();
    await pause(AWAY_MS + this.#setting.random() * AWAY_SPREAD_MS);
    if (!this.#isOver) await this.start();
  }

  /** The connection breaks, without a word to either end; the agent stays at work. Answers whether there was one. */
  cut(): boolean {
    return this.#client !== null && this.#sockets.cut();
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#leave();
  }

  get #live(): readonly Offer[] {
    return this.#offers?.getSnapshot().offers ?? [];
  }

  async #leave(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    this.#offers = null;
    this.#life += 1;
    this.#sockets.cut();
    await client?.close();
  }

  #hear(life: number, item: OfferFeedItem): void {
    if (life !== this.#life) return;
    const live = this.#live;
    if (live.length > this.#setting.capacity) this.#desk.overCapacity += 1;
    if (item.__typename === 'OffersSnapshot' || item.__typename === 'OffersRead') {
      this.#readings += 1;
      this.#desk.read(this);
    }
    for (const offer of live) {
      this.#taken(offer);
      void this.#work(life, offer);
    }
  }

  #taken({ status, acceptedAt, case: { id } }: Pick<Offer, 'status' | 'acceptedAt' | 'case'>): void {
    if (status === 'ACCEPTED' && acceptedAt !== null) this.#desk.taken(id, this, Date.parse(acceptedAt));
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
      else {
        await settle(client, offer);
        this.#desk.settled(offer.case.id, this);
      }
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
    const { offer: mine } = await patiently(() => acceptOffer(client, { offerId: offer.id }));
    if (life === this.#life) this.#taken(mine);
  }
}

async function settle(client: ChatClient, { case: { id, conversationId } }: Offer): Promise<void> {
  await patiently(() => sendMessage(client, { conversationId, clientId: `answer-${id}`, text: 'This is the answer.' }));
  await patiently(() => resolveCase(client, { caseId: id, wrapUpCode: 'answered' }));
}
