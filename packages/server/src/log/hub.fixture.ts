/** A conversation's log in memory and hubs over it, for tests that need no database. */
import { pino } from 'pino';
import { type AudienceSet, audiencesOf, AUDIENCE_SETS, canSee } from '../kernel/audience.js';
import type { MessageView, PersonView } from '../kernel/views.js';
import type { ParticipantRole } from '../kernel/words.js';
import { createFeedCounters, type FeedCounters } from './counters.js';
import type { LogEvent } from './event.js';
import type { ConversationFeedItem, DurableItem } from './feed-item.js';
import { ConversationHub } from './hub.js';
import { HubSubscriber } from './hub-subscriber.js';
import { FeedQueue } from './queue.js';
import type { LogHead, LogPage } from './replay.js';

export const CONVERSATION = 'cnv_1';
const AT = '2026-01-05T09:00:00.000Z';

/** A person of a test. */
export function person(id: string): PersonView {
  return { id, displayName: id, role: 'client', avatarUrl: null, isGuest: false };
}

/** The event of a message. */
export function messageSent(seq: number, audience: MessageView['audience'] = 'all'): LogEvent {
  const message: MessageView = {
    id: `msg_${seq}`,
    conversationId: CONVERSATION,
    seq,
    clientId: `c${seq}`,
    sender: person('ada'),
    kind: 'text',
    origin: 'user_input',
    audience,
    text: `text ${seq}`,
    metadata: {},
    parentId: null,
    replyCount: 0,
    sentAt: AT,
    editedAt: null,
    editCount: 0,
    isDeleted: false,
    deletedAt: null,
    reactions: [],
  };
  return { ...frame(seq, audience), type: 'MessageSent', payload: { message } };
}

/** The event of somebody who comes or goes. */
export function placeChanged(type: 'ParticipantJoined' | 'ParticipantLeft', seq: number, of: { userId: string; role: ParticipantRole }): LogEvent {
  const participant = { user: person(of.userId), role: of.role, flowRole: null, joinedAt: AT, leftAt: type === 'ParticipantLeft' ? AT : null };
  return { ...frame(seq, 'all'), type, payload: { participant } };
}

/** The event of a gate that moves. */
export function gateMoved(seq: number, state: 'open' | 'hidden'): LogEvent {
  return {
    ...frame(seq, 'all'),
    type: 'ConversationUpdated',
    payload: {
      conversation: {
        id: CONVERSATION,
        kind: 'booking',
        title: 'Move',
        createdAt: AT,
        lastSeq: seq,
        lastActivityAt: AT,
        sendGate: { state, openUntil: null },
        booking: null,
        lastMessage: null,
        participants: [],
        viewer: null,
      },
    },
  };
}

function frame(seq: number, audience: string) {
  return { conversationId: CONVERSATION, siteId: 'site_1', seq, audience, actorId: 'ada', at: AT, heads: {} };
}

/** The log as a database would answer for it. */
export class MemoryLog {
  readonly events: LogEvent[] = [];
  reads = 0;
  /** Makes the next reads fail. */
  isDown = false;

  append(...events: LogEvent[]): void {
    this.events.push(...events);
  }

  get lastSeq(): number {
    return this.events.at(-1)?.seq ?? 0;
  }

  head(): LogHead {
    const visible = Object.fromEntries(
      AUDIENCE_SETS.map((set) => [set.key, this.events.findLast((event) => canSee(set, event.audience))?.seq ?? 0]),
    );
    return { conversationId: CONVERSATION, lastSeq: this.lastSeq, visible, xmin: '1' };
  }

  /** What a viewer of these audiences should get after a position, with the chain of `prevSeq`. */
  expected(set: AudienceSet, after: number): Array<readonly [seq: number, prevSeq: number]> {
    const seen = this.events.filter((event) => canSee(set, event.audience)).map(({ seq }) => seq);
    return seen.flatMap((seq, index) => (seq > after ? [[seq, seen[index - 1] ?? 0] as const] : []));
  }

  read = (after: number, limit: number): Promise<LogPage> => {
    this.reads += 1;
    if (this.isDown) return Promise.reject(new Error('database is down'));
    const behind = this.events.filter(({ seq }) => seq > after);
    const events = behind.slice(0, limit);
    return Promise.resolve({
      lastSeq: this.lastSeq,
      prevSeq: 0,
      upTo: events.at(-1)?.seq ?? after,
      isTooFar: false,
      hasMore: behind.length > limit,
      events,
      places: null,
      people: [],
    });
  };
}

/** A hub over a log, begun at its head. */
export function hubOver(log: MemoryLog): { hub: ConversationHub; counters: FeedCounters } {
  const counters = createFeedCounters();
  const hub = new ConversationHub({ conversationId: CONVERSATION, log: pino({ level: 'silent' }), counters, read: log.read });
  return { hub, counters };
}

/** A feed on a hub that reads whatever comes, unless it is told to stall. */
export class TestReader {
  readonly items: ConversationFeedItem[] = [];
  readonly subscriber: HubSubscriber;
  ended: Promise<unknown> = Promise.resolve(null);

  constructor(
    readonly hub: ConversationHub,
    of: { readonly userId: string; readonly role: ParticipantRole | null; readonly capacity?: number },
  ) {
    const queue = new FeedQueue<ConversationFeedItem>({ capacity: of.capacity ?? 256, onOver: () => hub.remove(this.subscriber) });
    this.subscriber = new HubSubscriber(
      { userId: of.userId, role: of.role, audiences: audiencesOf(of.role ?? 'admin'), seesAll: of.role === null },
      queue,
    );
    hub.add(this.subscriber);
  }

  /** Begins at a position and reads on until the feed ends; `ended` answers with its error, or null. */
  start(position: number): this {
    this.subscriber.start([], position);
    this.ended = this.#drain();
    return this;
  }

  async #drain(): Promise<unknown> {
    try {
      for await (const item of this.subscriber.queue) this.items.push(item);
      return null;
    } catch (error) {
      return error;
    }
  }

  /** `seq` and `prevSeq` of the durable items. */
  get chain(): Array<readonly [seq: number, prevSeq: number]> {
    return this.items.filter((item): item is DurableItem => 'prevSeq' in item).map(({ seq, prevSeq }) => [seq, prevSeq] as const);
  }
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
