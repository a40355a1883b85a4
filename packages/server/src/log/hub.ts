import type { Unsubscribe } from '../bus/contract.js';
import { AUDIENCE_SETS, type AudienceSet, canSee, type Heads } from '../kernel/audience.js';
import { ChatError } from '../kernel/errors.js';
import type { Log } from '../kernel/log.js';
import { deliveredTo, type SpanOf } from '../kernel/tracing.js';
import type { ConversationView } from '../kernel/views.js';
import { ConversationState } from './conversation-state.js';
import type { FeedCounters } from './counters.js';
import { isLogEvent, type LogEvent } from './event.js';
import { type FeedHeadItem, isColleagueSignal, isTypingSignal, itemOf, type PassingItem } from './feed-item.js';
import type { HubSubscriber } from './hub-subscriber.js';
import type { LogHead, LogPage } from './replay.js';

/** Gets every event of the conversation in order, whatever its audience: the inboxes, and who watches who is in it. */
export type HubTap = (event: LogEvent) => void;

/** What a hub needs of its node. */
export interface HubOptions {
  readonly conversationId: string;
  readonly log: Log;
  readonly counters: FeedCounters;
  /** Reads up to `limit` events after a position, of all audiences. */
  readonly read: (after: number, limit: number) => Promise<LogPage>;
}

/** The subscribers of one audience set. */
interface Group {
  readonly set: AudienceSet;
  /** The newest `seq` that it was sent. */
  last: number;
  /** {@link NOBODY} until there is one: most conversations have no subscriber of most sets. */
  subscribers: Set<HubSubscriber>;
}

/** Nothing is ever added to it. */
const NOBODY = new Set<HubSubscriber>();
const NO_TAPS: readonly HubTap[] = [];

/** The most early events kept while a hole is filled; beyond it they are read from the log too. */
const MAX_PENDING = 1_000;
const FILL_PAGE = 500;

/**
 * All feeds of one conversation on one node. The bus brings events once for all of them, maybe twice, maybe late, maybe
 * never; the hub puts them in order, reads what is missing from the log once for all, makes one item per audience, and hands it to
 * every subscriber's bounded queue. It never waits for a reader and does no query for a subscriber.
 */
export class ConversationHub {
  readonly conversationId: string;
  readonly #options: HubOptions;
  /** One for each audience set, in their order. */
  readonly #groups: readonly Group[] = AUDIENCE_SETS.map((set) => ({ set, last: 0, subscribers: NOBODY }));
  #taps: readonly HubTap[] = NO_TAPS;
  #early: Map<number, LogEvent> | null = null;
  /** `seq` of the last event dealt with; null until the log's head was read. */
  #head: number | null = null;
  /** The newest `seq` that is known to exist. */
  #known = 0;
  #filling: Promise<void> | null = null;
  #isClosed = false;
  #state: ConversationState | null = null;
  /** Ends the subscription of the bus. */
  unsubscribe: Unsubscribe = () => undefined;

  constructor(options: HubOptions) {
    this.conversationId = options.conversationId;
    this.#options = options;
  }

  /** `seq` of the last event dealt with. */
  get head(): number {
    return this.#head ?? 0;
  }

  /** The conversation as it is now; null until somebody has brought it by {@link learn}. */
  get state(): ConversationState | null {
    return this.#state;
  }

  /**
   * Learns the conversation's state as it was read from the database. `since` are the events that the hub has dealt with from before
   * the reading on.
   */
  learn(view: ConversationView, heads: Heads, since: readonly LogEvent[]): void {
    if (this.#state) {
      this.#state.learn(view, heads);
      return;
    }
    this.#state = new ConversationState(view, heads);
    for (const event of since) this.#state.apply(event);
  }

  /** All open feeds. */
  *subscribers(): IterableIterator<HubSubscriber> {
    for (const group of this.#groups) yield* group.subscribers;
  }

  /** Begins at the head of the log. What the bus brought before is sorted out now. */
  begin(head: LogHead): void {
    this.#head = head.lastSeq;
    for (const group of this.#groups) group.last = head.visible[group.set.key] ?? 0;
    this.#drain();
  }

  /** Adds a subscriber; its queue holds items back until it is started. */
  add(subscriber: HubSubscriber): void {
    const group = this.#groups.find(({ set }) => set === subscriber.audiences);
    if (!group) return;
    if (group.subscribers === NOBODY) group.subscribers = new Set();
    group.subscribers.add(subscriber);
  }

  remove(subscriber: HubSubscriber): void {
    const group = this.#groups.find(({ set }) => set === subscriber.audiences);
    group?.subscribers.delete(subscriber);
  }

  /** Adds a tap; the answer removes it. */
  tap(tap: HubTap): Unsubscribe {
    this.#taps = this.#taps.concat(tap);
    return () => {
      this.#taps = this.#taps.filter((each) => each !== tap);
    };
  }

  /** Takes whatever comes over the bus on this conversation's topic. */
  receive(message: unknown): void {
    if (this.#isClosed) return;
    if (isLogEvent(message)) {
      this.#take(message);
    } else if (isTypingSignal(message)) {
      this.broadcast(message.typing);
    } else if (isColleagueSignal(message)) {
      for (const subscriber of this.subscribers()) if (subscriber.audiences.key === 'staff') subscriber.queue.push(message.colleague);
    } else {
      this.#options.counters.surprises += 1;
      this.#options.log.error({ event: 'bus.unknown_message', conversation_id: this.conversationId }, 'unknown message on a conversation topic');
    }
  }

  /** Hands a passing item to all subscribers; the same object. */
  broadcast(item: PassingItem): void {
    for (const subscriber of this.subscribers()) subscriber.queue.push(item);
  }

  /** Tells every audience the newest `seq` that it was sent, by the item that `headAt` has for it. Answers how many were told. */
  sendHeads(headAt: (seq: number) => FeedHeadItem): number {
    if (this.#head === null) return 0;
    let told = 0;
    for (const group of this.#groups) {
      if (group.subscribers.size === 0) continue;
      const item = headAt(group.last);
      for (const subscriber of group.subscribers) {
        // A queue that is not empty proves by itself that the feed is alive.
        if (subscriber.queue.waiting > 0) continue;
        subscriber.queue.push(item);
        told += 1;
      }
    }
    return told;
  }

  /** Learns that the log reaches `seq`; reads what is missing. Resolves when that is done. */
  notice(seq: number): Promise<void> {
    this.#known = Math.max(this.#known, seq);
    return this.#head !== null && this.#known > this.#head ? this.#fill() : Promise.resolve();
  }

  /** Ends a subscriber because it may no longer see the conversation. */
  revoke(subscriber: HubSubscriber): void {
    subscriber.queue.end(accessEnded());
  }

  /** Ends everything that is still open. */
  close(error?: Error): void {
    this.#isClosed = true;
    this.unsubscribe();
    for (const subscriber of [...this.subscribers()]) subscriber.queue.end(error);
    this.#taps = NO_TAPS;
    this.#early = null;
  }

  #take(event: LogEvent): void {
    this.#known = Math.max(this.#known, event.seq);
    if (this.#head !== null && event.seq <= this.#head) {
      this.#options.counters.eventsDropped += 1;
      return;
    }
    if (event.seq === (this.#head ?? -1) + 1) {
      this.#options.counters.eventsLive += 1;
      this.#deliver(event);
      if (this.#early !== null) this.#drain();
      return;
    }
    this.#early ??= new Map();
    if (this.#early.size < MAX_PENDING) this.#early.set(event.seq, event);
    if (this.#head !== null) void this.#fill();
  }

  /** Deals with early events whose turn has come; reads the log when a hole is left. */
  #drain(): void {
    if (this.#head === null) return;
    this.#forget((seq) => seq <= this.head);
    for (let next = this.#early?.get(this.#head + 1); next; next = this.#early?.get(this.#head + 1)) {
      this.#early?.delete(next.seq);
      this.#options.counters.eventsLive += 1;
      this.#deliver(next);
    }
    if (this.#early?.size === 0) this.#early = null;
    if (this.#known > this.#head) void this.#fill();
  }

  #fill(): Promise<void> {
    this.#filling ??= this.#readHole()
      .catch((error: unknown) => {
        this.#options.counters.surprises += 1;
        this.#options.log.error({ event: 'feed.fill_failed', err: error, conversation_id: this.conversationId }, 'unable to fill a hole from the log; the next sweep tries again');
      })
      .finally(() => {
        this.#filling = null;
      });
    return this.#filling;
  }

  async #readHole(): Promise<void> {
    this.#options.counters.holes += 1;
    while (!this.#isClosed && this.#head !== null && this.#known > this.#head) {
      const from: number = this.#head;
      // What comes while the log is read may be newer than the reading.
      const known = this.#known;
      const page = await this.#options.read(from, FILL_PAGE);
      for (const event of page.events) {
        // The bus may have brought it while the log was read.
        if (event.seq <= this.#head) continue;
        this.#options.counters.eventsFromLog += 1;
        this.#deliver(event);
      }
      // An event whose content is gone has nothing to deliver, but its place is taken.
      this.#head = Math.max(this.#head, page.upTo);
      if (!page.hasMore && known > Math.max(page.lastSeq, this.#head)) this.#distrust(known, page.lastSeq);
      for (let next = this.#early?.get(this.#head + 1); next; next = this.#early?.get(this.#head + 1)) {
        this.#early?.delete(next.seq);
        this.#deliver(next);
      }
      this.#forget((seq) => seq <= this.head);
      if (this.#head === from && this.#known === known) return;
    }
  }

  /** The bus told of events that the log does not have: they never happened here. */
  #distrust(known: number, lastSeq: number): void {
    this.#options.counters.surprises += 1;
    this.#options.log.error({ event: 'bus.ahead', conversation_id: this.conversationId, known_seq: known, seq: lastSeq }, 'the bus is ahead of the log');
    this.#forget((seq) => seq > lastSeq && seq <= known);
    if (this.#known === known) this.#known = Math.max(lastSeq, this.#head ?? 0);
  }

  /** Forgets early events. */
  #forget(isToGo: (seq: number) => boolean): void {
    if (this.#early === null) return;
    for (const seq of this.#early.keys()) if (isToGo(seq)) this.#early.delete(seq);
    if (this.#early.size === 0) this.#early = null;
  }

  #deliver(event: LogEvent): void {
    this.#head = event.seq;
    this.#revokeBy(event);
    for (const group of this.#groups) {
      const { set } = group;
      if (!canSee(set, event.audience)) continue;
      if (group.subscribers.size > 0) {
        const item = itemOf(event, set, group.last);
        if (event.hint?.trace) deliveredTo(deliveryOf(event, set, group.subscribers.size), event.hint.trace);
        for (const subscriber of group.subscribers) subscriber.offer(item);
      }
      group.last = event.seq;
    }
    this.#state?.apply(event);
    for (const tap of this.#taps) {
      try {
        tap(event);
      } catch (error) {
        this.#options.counters.surprises += 1;
        this.#options.log.error({ event: 'feed.tap_failed', err: error, conversation_id: this.conversationId }, 'a tap of a conversation failed');
      }
    }
  }

  /** Ends the feeds whose access ends with this event, before anybody gets it. */
  #revokeBy(event: LogEvent): void {
    if (event.type === 'ParticipantLeft') {
      for (const subscriber of this.#of(event.payload.participant.user.id)) {
        subscriber.endAt(event.seq, subscriber.seesAll ? placeChanged() : accessEnded());
      }
    } else if (event.type === 'ParticipantJoined') {
      for (const subscriber of this.#of(event.payload.participant.user.id)) {
        if (subscriber.role !== event.payload.participant.role) subscriber.endAt(event.seq, placeChanged());
      }
    } else if (event.type === 'ConversationUpdated' && event.payload.conversation.sendGate.state === 'hidden') {
      for (const subscriber of [...this.subscribers()]) {
        if (subscriber.audiences.key !== 'staff') subscriber.endAt(event.seq, accessEnded());
      }
    }
  }

  #of(userId: string): HubSubscriber[] {
    return [...this.subscribers()].filter((subscriber) => subscriber.userId === userId);
  }
}

function deliveryOf(event: LogEvent, set: AudienceSet, subscribers: number): SpanOf {
  const { type, conversationId, seq } = event;
  return { name: 'feed.deliver', attributes: { 'parley.event': type, 'parley.conversation.id': conversationId, 'parley.seq': seq, 'parley.audience': set.key, 'parley.subscribers': subscribers } };
}

function accessEnded(): ChatError {
  return new ChatError('ACCESS_REVOKED', 'unable to go on with the feed; access to the conversation ended');
}

/** A viewer whose place changed sees another part of the log from here on, so the feed begins again. */
function placeChanged(): ChatError {
  return new ChatError('RESYNC_REQUIRED', 'unable to go on with the feed; the place in the conversation changed');
}
