import type { AudienceSet } from '../kernel/audience.js';
import type { ParticipantRole } from '../kernel/words.js';
import type { ConversationFeedItem, DurableItem } from './feed-item.js';
import type { FeedQueue } from './queue.js';

/** Who follows a conversation. */
export interface Follower {
  readonly userId: string;
  readonly audiences: AudienceSet;
  /** The viewer's place, or null for an admin or back-end that looks from outside. */
  readonly role: ParticipantRole | null;
  /** Sees every conversation of the site by the role on the site, whether in it or not. */
  readonly seesAll: boolean;
}

/**
 * One open feed of a conversation. Until it knows its position, which it reads from the log together with its first items, it
 * holds back what the hub offers; then it lets through what lies after the position and nothing else. Access is judged in the
 * same way: what ended it before the position was known when that was read.
 */
export class HubSubscriber implements Follower {
  readonly userId: string;
  readonly audiences: AudienceSet;
  readonly role: ParticipantRole | null;
  readonly seesAll: boolean;
  readonly queue: FeedQueue<ConversationFeedItem>;
  #position: number | null = null;
  #ending: { readonly seq: number; readonly error: Error } | null = null;

  constructor(follower: Follower, queue: FeedQueue<ConversationFeedItem>) {
    this.userId = follower.userId;
    this.audiences = follower.audiences;
    this.role = follower.role;
    this.seesAll = follower.seesAll;
    this.queue = queue;
  }

  /** Begins with `first`, which brings the reader to `position`. */
  start(first: readonly ConversationFeedItem[], position: number): void {
    this.#position = position;
    if (this.#ending && this.#ending.seq > position) this.queue.end(this.#ending.error);
    else this.queue.start(first, (item) => !('prevSeq' in item) || item.seq > position);
    this.#ending = null;
  }

  /** Takes a durable item, unless the reader has it already. */
  offer(item: DurableItem): void {
    if (this.#position === null || item.seq > this.#position) this.queue.push(item);
  }

  /** Ends the feed because of the event at `seq`. */
  endAt(seq: number, error: Error): void {
    if (this.#position === null) this.#ending = { seq, error };
    else if (seq > this.#position) this.queue.end(error);
  }
}
