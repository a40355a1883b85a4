import type { Bus } from '../../bus/contract.js';
import { Lease } from '../../log/lease.js';
import { ChatError } from '../../kernel/errors.js';
import type { SweptBroadcast, SweptInboxes } from '../../log/sweeper.js';
import { isUserSignal, type UserSignal, userTopic } from '../../log/topics.js';
import type { InboxHeadItem } from './inbox-item.js';

/** An open inbox, as far as the directory and the sweeper deal with it. */
export interface OpenInbox {
  /** The newest notice it has. */
  readonly noticeSeq: number;
  /** How many different things wait for its reader. */
  readonly waiting: number;
  /** Reads a conversation again. Resolves when its feed has the change. */
  refresh(conversationId: string): Promise<void>;
  /** Reads the notices after {@link noticeSeq}. */
  refreshNotices(): Promise<void>;
  /** Takes a signal to its user. */
  signal(signal: UserSignal): void;
  /** Tells how far everything has been dealt with. */
  sendHead(headAt: (noticeSeq: number) => InboxHeadItem): void;
}

/** Any open feed of a user. */
export interface OpenFeed {
  end(error: Error): void;
  /** Null for a feed of one conversation. */
  readonly inbox: OpenInbox | null;
}

interface Entry {
  /** Never changed, but replaced: nearly always there is one. */
  feeds: readonly OpenFeed[];
  readonly lease: Lease;
}

const NONE: readonly never[] = [];

/** Who has feeds open on this node: one subscription to each user's topic, whatever they have open. */
export class FeedDirectory implements SweptInboxes {
  readonly #users = new Map<string, Entry>();
  /** Inboxes that hold a conversation without following its events, by conversation. */
  readonly #idle = new Map<string, Set<OpenInbox>>();
  readonly #catchUp: (changed: readonly SweptBroadcast[]) => Promise<void>;

  constructor(catchUpBroadcasts: (changed: readonly SweptBroadcast[]) => Promise<void>) {
    this.#catchUp = catchUpBroadcasts;
  }

  /** Adds a feed, until it {@link leave}s. Resolves once no signal to its user is missed. */
  async enter(bus: Bus, userId: string, feed: OpenFeed): Promise<void> {
    const entry = this.#users.get(userId) ?? this.#open(bus, userId);
    if (!entry.feeds.includes(feed)) entry.feeds = entry.feeds.concat(feed);
    try {
      await entry.lease.active();
    } catch (error) {
      this.leave(userId, feed);
      throw error;
    }
  }

  /** Removes a feed; nothing happens when it is not there. */
  leave(userId: string, feed: OpenFeed): void {
    const entry = this.#users.get(userId);
    if (!entry?.feeds.includes(feed)) return;
    entry.feeds = entry.feeds.filter((each) => each !== feed);
    if (entry.feeds.length > 0) return;
    this.#users.delete(userId);
    entry.lease.release();
  }

  /** An inbox holds a conversation but does not follow it: the sweeper tells it of changes. The answer takes it back. */
  idle(conversationId: string, inbox: OpenInbox): () => void {
    const inboxes = this.#idle.get(conversationId) ?? new Set();
    this.#idle.set(conversationId, inboxes.add(inbox));
    return () => {
      inboxes.delete(inbox);
      if (inboxes.size === 0) this.#idle.delete(conversationId);
    };
  }

  *users(): IterableIterator<readonly [string, number | null]> {
    for (const [userId, entry] of this.#users) {
      let seq: number | null = null;
      for (const { inbox } of entry.feeds) if (inbox) seq = Math.min(seq ?? inbox.noticeSeq, inbox.noticeSeq);
      yield [userId, seq];
    }
  }

  async changed(conversationId: string, userIds: readonly string[]): Promise<void> {
    const inboxes = new Set(this.#idle.get(conversationId));
    for (const userId of userIds) for (const inbox of this.#inboxesOf(userId)) inboxes.add(inbox);
    await Promise.all([...inboxes].map((inbox) => inbox.refresh(conversationId)));
  }

  async noticed(userId: string): Promise<void> {
    await Promise.all(this.#inboxesOf(userId).map((inbox) => inbox.refreshNotices()));
  }

  broadcasted(changed: readonly SweptBroadcast[]): Promise<void> {
    return this.#catchUp(changed);
  }

  deactivated(userId: string): void {
    const error = new ChatError('ACCESS_REVOKED', 'unable to go on with the feed; the user was deactivated');
    for (const feed of this.#users.get(userId)?.feeds ?? []) feed.end(error);
  }

  async sendHeads(xmin: string, at: string, breathe: () => Promise<void> | undefined): Promise<void> {
    // Most people have the same number of notices, so most of them get the same object.
    const items = new Map<number, InboxHeadItem>();
    const headAt = (noticeSeq: number): InboxHeadItem => {
      const known = items.get(noticeSeq);
      if (known) return known;
      const item: InboxHeadItem = { type: 'InboxHead', position: `${xmin}:${noticeSeq}`, at };
      items.set(noticeSeq, item);
      return item;
    };
    for (const userId of [...this.#users.keys()]) {
      for (const inbox of this.#inboxesOf(userId)) {
        inbox.sendHead(headAt);
        await breathe();
      }
    }
  }

  /** How much waits for the reader of each open inbox. */
  *waiting(): IterableIterator<number> {
    for (const entry of this.#users.values()) for (const { inbox } of entry.feeds) if (inbox) yield inbox.waiting;
  }

  /** Ends every feed. */
  close(error: Error): void {
    for (const entry of [...this.#users.values()]) for (const feed of entry.feeds) feed.end(error);
  }

  #inboxesOf(userId: string): OpenInbox[] {
    return (this.#users.get(userId)?.feeds ?? []).flatMap(({ inbox }) => inbox ?? []);
  }

  #open(bus: Bus, userId: string): Entry {
    const coming = bus.subscribe(userTopic(userId), (message) => {
      if (!isUserSignal(message)) return;
      if (message.kind === 'deactivated') this.deactivated(userId);
      else for (const inbox of this.#inboxesOf(userId)) inbox.signal(message);
    });
    const entry: Entry = { feeds: NONE, lease: new Lease(coming) };
    this.#users.set(userId, entry);
    return entry;
  }
}
