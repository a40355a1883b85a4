import type { Unsubscribe } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { NoticeView, PresenceView } from '../../kernel/views.js';
import type { LogEvent } from '../../log/event.js';
import type { ConversationHub } from '../../log/hub.js';
import type { KeyedQueue } from '../../log/keyed-queue.js';
import type { UserSignal } from '../../log/topics.js';
import { ChatError } from '../../kernel/errors.js';
import { presenceNode } from '../presence/index.js';
import type { OpenInbox } from './directory.js';
import { InboxBroadcasts } from './inbox-broadcasts.js';
import { applyToEntry, type Entry, entryOf, entryView, isListed, totalsOf } from './inbox-entries.js';
import type { InboxEntryView, InboxFeedItem, InboxHeadItem } from './inbox-item.js';
import { followedConversations, type InboxRead, type InboxRow, readInbox } from './inbox-store.js';
import type { FeedRuntime } from './runtime.js';

/** The most people whose coming and going an inbox shows. */
const MAX_PEERS = 200;

interface Followed {
  readonly hub: ConversationHub;
  readonly untap: Unsubscribe;
  /** Events from before the conversation was read; null once it was. */
  early: LogEvent[] | null;
}

/**
 * One person's open inbox on one node. It follows the hubs of their conversations and keeps their own marks, so an event costs no query;
 * what only the database knows is read again, one conversation at a time. It sends states, made when the reader comes.
 */
export class InboxFeed implements OpenInbox {
  readonly #deps: Deps;
  readonly #viewer: Viewer;
  readonly #runtime: FeedRuntime;
  readonly #queue: KeyedQueue<InboxFeedItem>;
  readonly #entries = new Map<string, Entry>();
  readonly #followed = new Map<string, Followed>();
  readonly #idle = new Map<string, () => void>();
  readonly #peers = new Map<string, Promise<Unsubscribe>>();
  readonly #refreshing = new Map<string, { again: boolean; readonly done: Promise<void> }>();
  /** To be told of the site's broadcasts before the feed is opened. */
  readonly broadcasts: InboxBroadcasts;
  #noticeSeq = 0;
  #isClosed = false;
  #isLoaded = false;
  #hasLoaded: () => void = () => undefined;
  readonly #loaded = new Promise<void>((resolve) => {
    this.#hasLoaded = () => {
      this.#isLoaded = true;
      resolve();
    };
  });

  constructor(deps: Deps, runtime: FeedRuntime, of: { readonly viewer: Viewer; readonly queue: KeyedQueue<InboxFeedItem> }) {
    this.#deps = deps;
    this.#runtime = runtime;
    this.#viewer = of.viewer;
    this.#queue = of.queue;
    this.broadcasts = new InboxBroadcasts(deps, of.viewer, of.queue);
  }

  get noticeSeq(): number {
    return this.#noticeSeq;
  }

  get waiting(): number {
    return this.#queue.waiting;
  }

  /**
   * Begins to follow, then reads the inbox by `read`. Changes from the reading on wait in the queue, which is to be started with what
   * was read. Signals to the user have to reach this object before.
   */
  async open<Start extends { readonly read: InboxRead }>(read: () => Promise<Start>): Promise<Start> {
    const ids = await followedConversations(this.#deps.db, this.#viewer);
    this.#follow(await this.#runtime.hubs.acquireAll(ids));
    const start = await read();
    if (this.#isClosed) return start;
    this.#runtime.hubs.onBegin(start.read.xmin);
    this.#noticeSeq = start.read.noticeSeq;
    for (const row of start.read.rows) this.#take(row);
    this.broadcasts.take({ broadcasts: start.read.broadcasts ?? [], readSeq: start.read.broadcastReadSeq });
    for (const id of [...this.#followed.keys()]) if (!this.#entries.has(id)) this.#unfollow(id);
    this.#hasLoaded();
    // Those that came in between are not followed yet.
    for (const row of start.read.rows) if (row.conversation && !this.#followed.has(row.id)) void this.refresh(row.id);
    return start;
  }

  /** The presence of the people in the entries, which is followed from now on. */
  async presences(rows: readonly InboxRow[]): Promise<PresenceView[]> {
    const people = peopleOf(rows, this.#viewer.userId);
    await Promise.all(people.map((userId) => this.#watch(userId)));
    return presenceNode(this.#deps).read(people);
  }

  /** Says what has become of a conversation. */
  #announce(conversationId: string): void {
    this.#queue.put(`entry:${conversationId}`, () => {
      const entry = this.#view(conversationId);
      return entry
        ? { type: 'InboxEntryChanged', entry, unread: totalsOf(this.#entries.values()) }
        : { type: 'InboxEntryRemoved', conversationId, unread: totalsOf(this.#entries.values()) };
    });
  }

  signal(signal: UserSignal): void {
    switch (signal.kind) {
      case 'conversation':
        void this.refresh(signal.conversationId);
        return;
      case 'notice':
        void this.#loaded.then(() => this.#notice(signal.notice));
        return;
      case 'broadcastsRead':
        void this.#loaded.then(() => this.broadcasts.read(signal.readSeq));
        return;
      case 'profile':
        void this.#loaded.then(() => this.#quietly(() => this.broadcasts.refresh()));
        return;
      case 'refresh':
        this.#queue.end(new ChatError('RESYNC_REQUIRED', 'unable to go on with the feed; the whole inbox changed'));
        return;
      case 'deactivated':
        this.#queue.end(new ChatError('ACCESS_REVOKED', 'unable to go on with the feed; the user was deactivated'));
    }
  }

  refresh(conversationId: string): Promise<void> {
    const running = this.#refreshing.get(conversationId);
    if (running) {
      running.again = true;
      return running.done;
    }
    const state = { again: false, done: this.#loaded.then(() => this.#refreshUntilDone(conversationId)) };
    this.#refreshing.set(conversationId, state);
    return state.done;
  }

  async refreshNotices(): Promise<void> {
    await this.#loaded;
    await this.#quietly(async () => {
      const read = await this.#read({ conversationId: '', afterNotice: this.#noticeSeq });
      for (const notice of read?.notices ?? []) this.#post(notice);
      this.#noticeSeq = Math.max(this.#noticeSeq, read?.noticeSeq ?? 0);
    });
  }

  sendHead(headAt: (noticeSeq: number) => InboxHeadItem): void {
    // What is being read again may belong to a transaction before the head's.
    const before = [...this.#refreshing.values()].map(({ done }) => done);
    if (this.#isLoaded && before.length === 0) this.#putHead(headAt(this.#noticeSeq));
    else void Promise.all([this.#loaded, ...before]).then(() => this.#putHead(headAt(this.#noticeSeq)));
  }

  #putHead(item: InboxHeadItem): void {
    this.#queue.putLast('head', () => item);
  }

  /** Lets everything go. */
  close(): void {
    this.#isClosed = true;
    this.#hasLoaded();
    for (const id of [...this.#followed.keys()]) this.#unfollow(id);
    for (const end of this.#idle.values()) end();
    this.#idle.clear();
    for (const watching of this.#peers.values()) {
      watching.then(
        (unwatch) => unwatch(),
        () => undefined,
      );
    }
    this.#peers.clear();
  }

  #follow(hubs: readonly ConversationHub[]): void {
    for (const hub of hubs) {
      if (this.#isClosed || this.#followed.has(hub.conversationId)) {
        this.#runtime.hubs.release(hub);
        continue;
      }
      const followed: Followed = { hub, early: [], untap: hub.tap((event) => this.#receive(followed, event)) };
      this.#followed.set(hub.conversationId, followed);
    }
  }

  #unfollow(conversationId: string): void {
    const followed = this.#followed.get(conversationId);
    if (!followed) return;
    this.#followed.delete(conversationId);
    followed.untap();
    this.#runtime.hubs.release(followed.hub);
  }

  #receive(followed: Followed, event: LogEvent): void {
    if (followed.early) {
      followed.early.push(event);
      return;
    }
    const entry = this.#entries.get(event.conversationId);
    const effect = entry ? applyToEntry(entry, event, this.#viewer.userId) : 'unknown';
    if (effect === 'unknown') {
      // Nothing that follows is told before the database has said what is so: the person may be out.
      followed.early = [];
      if (event.type === 'ParticipantLeft' && this.#entries.delete(event.conversationId)) this.#announce(event.conversationId);
      void this.refresh(event.conversationId);
    }
    if (effect !== 'changed') return;
    if (event.type === 'ParticipantJoined') void this.#watch(event.payload.participant.user.id);
    this.#announce(event.conversationId);
  }

  /** Takes what was read of one conversation, and the events that came since. */
  #take(row: InboxRow): void {
    if (row.hasLeft) {
      this.#entries.delete(row.id);
      return;
    }
    this.#entries.set(row.id, entryOf(row));
    const followed = this.#followed.get(row.id);
    if (!followed || !row.conversation) {
      if (!this.#idle.has(row.id)) this.#idle.set(row.id, this.#runtime.directory.idle(row.id, this));
      return;
    }
    this.#idle.get(row.id)?.();
    this.#idle.delete(row.id);
    const early = followed.early ?? [];
    followed.early = null;
    followed.hub.learn(row.conversation, row.heads, early);
    for (const event of early) this.#receive(followed, event);
  }

  async #refreshUntilDone(conversationId: string): Promise<void> {
    await this.#quietly(async () => {
      try {
        do {
          const state = this.#refreshing.get(conversationId);
          if (state) state.again = false;
          await this.#refreshOnce(conversationId);
        } while (this.#refreshing.get(conversationId)?.again && !this.#isClosed);
      } finally {
        // In the same turn as the last look at `again`: what is asked for after it begins anew.
        this.#refreshing.delete(conversationId);
      }
    });
  }

  async #refreshOnce(conversationId: string): Promise<void> {
    if (this.#isClosed) return;
    const known = this.#followed.get(conversationId);
    if (known) known.early ??= [];
    else this.#follow([await this.#runtime.hubs.acquire(conversationId)]);
    const read = await this.#read({ conversationId, afterNotice: this.#noticeSeq });
    if (this.#isClosed) return;
    const row = read?.rows.find(({ id }) => id === conversationId);
    const wasListed = this.#entries.has(conversationId);
    if (!row || row.hasLeft) {
      this.#entries.delete(conversationId);
      this.#unfollow(conversationId);
      this.#idle.get(conversationId)?.();
      this.#idle.delete(conversationId);
      if (wasListed) this.#announce(conversationId);
      return;
    }
    this.#take(row);
    for (const { user } of row.conversation?.participants ?? []) if (user.id !== this.#viewer.userId) void this.#watch(user.id);
    this.#announce(conversationId);
  }

  #read(part: { readonly conversationId: string; readonly afterNotice: number }): Promise<InboxRead | null> {
    return readInbox(this.#deps.db, { userId: this.#viewer.userId, siteId: this.#viewer.siteId, since: null, ...part });
  }

  #notice(notice: NoticeView): void {
    if (notice.seq <= this.#noticeSeq) {
      // One that is known already comes again when it was read on another device.
      if (notice.readAt !== null) this.#queue.put(`notice:${notice.seq}`, () => ({ type: 'NoticePosted', notice }));
    } else if (notice.seq > this.#noticeSeq + 1) void this.refreshNotices();
    else this.#post(notice);
  }

  #post(notice: NoticeView): void {
    if (notice.seq <= this.#noticeSeq) return;
    this.#noticeSeq = notice.seq;
    this.#queue.put(`notice:${notice.seq}`, () => ({ type: 'NoticePosted', notice }));
  }

  async #watch(userId: string): Promise<void> {
    if (this.#isClosed || userId === this.#viewer.userId || this.#peers.has(userId) || this.#peers.size >= MAX_PEERS) return;
    const watching = presenceNode(this.#deps).watch(userId, (item) => this.#queue.put(`presence:${userId}`, () => item));
    this.#peers.set(userId, watching);
    await watching;
    if (this.#isClosed) (await watching)();
  }

  #view(conversationId: string): InboxEntryView | null {
    const entry = this.#entries.get(conversationId);
    const state = this.#followed.get(conversationId)?.hub.state;
    return entry && state && isListed(entry) ? entryView(entry, state.view, this.#deps.clock.now()) : null;
  }

  async #quietly(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (this.#isClosed) return;
      this.#runtime.counters.surprises += 1;
      this.#deps.log.error({ event: 'feed.inbox_failed', err: error }, 'unable to bring an inbox up to date; its feed begins again');
      this.#queue.end(new ChatError('RESYNC_REQUIRED', 'unable to go on with the feed; it could not be brought up to date'));
    }
  }
}

/** The other people in these conversations, as many as an inbox watches. */
export function peopleOf(rows: readonly InboxRow[], userId: string): string[] {
  const people = new Set<string>();
  for (const row of rows) for (const { user } of row.conversation?.participants ?? []) people.add(user.id);
  people.delete(userId);
  return [...people].slice(0, MAX_PEERS);
}
