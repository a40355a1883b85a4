import type { Bus, Unsubscribe } from '../../bus/contract.js';
import { ChatError } from '../../kernel/errors.js';
import type { SweptInboxes } from '../../log/sweeper.js';
import { isUserSignal, type UserSignal, userTopic } from '../../log/topics.js';

/** An open inbox, as far as the directory and the sweeper deal with it. */
export interface OpenInbox {
  /** The newest notice it has. */
  readonly noticeSeq: number;
  /** Reads a conversation again. Resolves when its feed has the change. */
  refresh(conversationId: string): Promise<void>;
  /** Reads the notices after {@link noticeSeq}. */
  refreshNotices(): Promise<void>;
  /** Takes a signal to its user. */
  signal(signal: UserSignal): void;
  /** Tells how far everything has been dealt with. */
  sendHead(xmin: string, at: string): void;
}

/** Any open feed of a user. */
export interface OpenFeed {
  end(error: Error): void;
  /** Null for a feed of one conversation. */
  readonly inbox: OpenInbox | null;
}

interface Entry {
  readonly feeds: Set<OpenFeed>;
  readonly active: Promise<Unsubscribe>;
}

/** Who has feeds open on this node: one subscription to each user's topic, whatever they have open. */
export class FeedDirectory implements SweptInboxes {
  readonly #users = new Map<string, Entry>();
  /** Inboxes that hold a conversation without following its events, by conversation. */
  readonly #idle = new Map<string, Set<OpenInbox>>();

  /** Adds a feed. Resolves once no signal to its user is missed; the answer removes the feed. */
  async enter(bus: Bus, userId: string, feed: OpenFeed): Promise<() => void> {
    const entry = this.#users.get(userId) ?? this.#open(bus, userId);
    entry.feeds.add(feed);
    const leave = (): void => {
      entry.feeds.delete(feed);
      if (entry.feeds.size > 0 || this.#users.get(userId) !== entry) return;
      this.#users.delete(userId);
      entry.active.then(
        (unsubscribe) => unsubscribe(),
        () => undefined,
      );
    };
    try {
      await entry.active;
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
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

  deactivated(userId: string): void {
    const error = new ChatError('ACCESS_REVOKED', 'unable to go on with the feed; the user was deactivated');
    for (const feed of [...(this.#users.get(userId)?.feeds ?? [])]) feed.end(error);
  }

  sendHeads(xmin: string, at: string): void {
    for (const userId of this.#users.keys()) for (const inbox of this.#inboxesOf(userId)) inbox.sendHead(xmin, at);
  }

  /** Ends every feed. */
  close(error: Error): void {
    for (const entry of [...this.#users.values()]) for (const feed of [...entry.feeds]) feed.end(error);
  }

  #inboxesOf(userId: string): OpenInbox[] {
    return [...(this.#users.get(userId)?.feeds ?? [])].flatMap(({ inbox }) => inbox ?? []);
  }

  #open(bus: Bus, userId: string): Entry {
    const active = bus.subscribe(userTopic(userId), (message) => {
      if (!isUserSignal(message)) return;
      if (message.kind === 'deactivated') this.deactivated(userId);
      else for (const inbox of this.#inboxesOf(userId)) inbox.signal(message);
    });
    const entry: Entry = { feeds: new Set(), active };
    this.#users.set(userId, entry);
    return entry;
  }
}
