/** The inbox feed behind its store. */
import { toChatError, type ChatError } from '../chat-error.js';
import type { ClientContext } from '../context.js';
import type { LoadStatus, SyncStatus } from '../conversation/view.js';
import { Feed, type FeedPage, type FeedReader, type PollRunner, type Reception, type StreamRunner } from '../feed/feed.js';
import { ConversationsDocument, InboxEventsDocument, InboxFeedDocument } from '../generated/operations.js';
import type { InboxEntry, InboxFeedItem, Notice, Presence, UnreadTotals } from '../generated/types.js';
import { Retainer } from '../retain.js';
import { createStore, keepIdentity } from '../store.js';
import { applyInboxItem, emptyInbox, mergeEntries, type InboxFeedState } from './apply.js';

/** The inbox as its store shows it. Every part keeps its identity while it does not change. */
export interface InboxState {
  readonly status: LoadStatus;
  readonly error: ChatError | null;
  readonly syncStatus: SyncStatus;
  /** Newest activity first. `conversation.viewer` says what is unread and muted; null for staff who take no part. */
  readonly entries: readonly InboxEntry[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  /** Over all conversations that are not muted, loaded or not. */
  readonly unread: UnreadTotals;
  readonly presences: readonly Presence[];
  /** Newest first. */
  readonly notices: readonly Notice[];
}

const IDLE: InboxState = {
  status: 'idle',
  error: null,
  syncStatus: 'synced',
  entries: [],
  hasMore: false,
  isLoadingMore: false,
  unread: emptyInbox().unread,
  presences: [],
  notices: [],
};

const PAGE_SIZE = 50;

/** Reads the inbox feed while somebody uses it. */
export class InboxEngine implements FeedReader<InboxFeedItem> {
  readonly store = createStore(IDLE);
  readonly retainer: Retainer;
  readonly #context: ClientContext;
  readonly #feed: Feed<InboxFeedItem>;
  #stop: (() => void) | null = null;
  #state: InboxFeedState = emptyInbox();
  #status: LoadStatus = 'idle';
  #error: ChatError | null = null;
  #syncStatus: SyncStatus = 'synced';
  #isLoadingMore = false;
  #isPositioned = false;
  #pagePosition: { epoch: string; position: string } | null = null;
  /** Where the next page of older conversations begins; null before the first. */
  #cursor: string | null = null;
  #era = 0;

  constructor(context: ClientContext) {
    this.#context = context;
    this.#feed = new Feed(context.feed, this);
    this.retainer = new Retainer({
      clock: context.clock,
      graceMs: context.timing.releaseGraceMs,
      open: () => {
        this.#start();
      },
      close: () => {
        this.#feed.stop();
        this.#stop?.();
        context.syncChanged();
      },
    });
  }

  /** The newest notice that is not read yet. */
  get unreadNotice(): Notice | undefined {
    return this.#state.notices.find((notice) => notice.readAt === null);
  }

  /** Whether the feed has caught up. */
  get syncStatus(): SyncStatus {
    return this.retainer.isOpen ? this.#syncStatus : 'synced';
  }

  /** Opens a feed that failed once more. */
  retry(): void {
    if (!this.retainer.isOpen || this.#status !== 'failed') return;
    this.#status = this.#state.epoch === null ? 'loading' : 'ready';
    this.#error = null;
    this.#feed.start();
    this.#context.connect();
    this.#show();
  }

  /** Fetches older conversations. */
  async loadMore(): Promise<void> {
    if (this.#isLoadingMore || !this.#state.hasMore) return;
    this.#isLoadingMore = true;
    this.#show();
    const era = this.#era;
    try {
      const known = this.#state.entries.length;
      // The snapshot has no cursors, so the first of these pages goes over what it brought.
      while (era === this.#era && this.#state.hasMore && this.#state.entries.length <= known) {
        const { conversations } = await this.#context.runner.request(ConversationsDocument, { first: PAGE_SIZE, after: this.#cursor });
        if (era !== this.#era) return;
        const entries = conversations.edges.map((edge): InboxEntry => ({ conversation: edge.node }));
        this.#cursor = conversations.pageInfo.endCursor;
        this.#state = { ...this.#state, entries: mergeEntries(this.#state.entries, entries), hasMore: conversations.pageInfo.hasNextPage };
      }
    } catch (error) {
      throw toChatError(error, 'load older conversations');
    } finally {
      this.#isLoadingMore = false;
      this.#show();
    }
  }

  /** Takes what the answer of a mutation says, ahead of the feed. */
  change(change: (state: InboxFeedState) => InboxFeedState): void {
    this.#state = change(this.#state);
    this.#show();
  }

  stream(run: StreamRunner<InboxFeedItem>): () => void {
    return run(InboxFeedDocument, { after: this.#position(), first: PAGE_SIZE }, (data) => data.inboxFeed);
  }

  async poll(run: PollRunner): Promise<FeedPage<InboxFeedItem>> {
    const { inboxEvents: page } = await run(InboxEventsDocument, { after: this.#position() });
    if (this.#state.epoch !== null) this.#isPositioned = true;
    this.#pagePosition = { epoch: page.epoch, position: page.position };
    return { items: page.items, hasMore: false };
  }

  pageRead(): void {
    if (this.#pagePosition && this.#state.epoch === this.#pagePosition.epoch) this.#state = { ...this.#state, position: this.#pagePosition.position };
    this.#setSync('synced');
    this.#show();
  }

  opening(): void {
    this.#isPositioned = false;
    if (this.#status !== 'ready') this.#status = 'loading';
    this.#setSync('replaying');
    this.#show();
  }

  receive(item: InboxFeedItem): Reception {
    if (item.__typename === 'InboxSnapshot') {
      if (this.#state.epoch !== null) {
        this.#setSync('resetting');
        this.#show();
        this.#context.reset({ conversationId: null, reason: item.reason });
      }
      this.#isPositioned = true;
      this.#cursor = null;
      this.#era += 1;
    } else if (item.__typename === 'InboxResumed') this.#isPositioned = true;
    else if (!this.#isPositioned) return 'ok';
    this.#state = applyInboxItem(this.#state, item);
    this.#status = 'ready';
    this.#error = null;
    this.#setSync('synced');
    this.#show();
    this.#markDelivered(item);
    return 'ok';
  }

  failed(error: ChatError): void {
    this.#status = 'failed';
    this.#error = error;
    this.#setSync('synced');
    this.#show();
  }

  #position(): { epoch: string; position: string } | null {
    const { epoch, position } = this.#state;
    return epoch === null || position === null ? null : { epoch, position };
  }

  /** A message that shows in the list has reached this device. */
  #markDelivered(item: InboxFeedItem): void {
    const entries = item.__typename === 'InboxSnapshot' ? item.entries : item.__typename === 'InboxEntryChanged' ? [item.entry] : [];
    const me = this.#context.viewer.getSnapshot()?.id;
    for (const { conversation } of entries) {
      const { lastMessage, viewer } = conversation;
      if (!me || !viewer || !lastMessage || lastMessage.sender === me || lastMessage.seq <= viewer.deliveredSeq) continue;
      this.#context.delivered.of(conversation.id).move(lastMessage.seq).catch(() => undefined);
    }
  }

  #start(): void {
    this.#stop = this.#context.viewer.subscribe(() => {
      for (const entry of this.#state.entries) this.#markDelivered({ __typename: 'InboxEntryChanged', entry, unread: this.#state.unread });
    });
    if (this.#status !== 'ready') this.#status = 'loading';
    this.#error = null;
    this.#syncStatus = 'replaying';
    this.#context.connect();
    this.#feed.start();
    this.#context.syncChanged();
    this.#show();
  }

  #setSync(status: SyncStatus): void {
    if (this.#syncStatus === status) return;
    this.#syncStatus = status;
    this.#context.syncChanged();
  }

  #show(): void {
    const before = this.store.getSnapshot();
    const { entries, hasMore, unread, presences, notices } = this.#state;
    const next: InboxState = {
      status: this.#status,
      error: this.#error,
      syncStatus: this.#syncStatus,
      entries: keepIdentity(before.entries, entries),
      hasMore,
      isLoadingMore: this.#isLoadingMore,
      unread,
      presences: keepIdentity(before.presences, presences),
      notices: keepIdentity(before.notices, notices),
    };
    const isSame =
      before.status === next.status &&
      before.error === next.error &&
      before.syncStatus === next.syncStatus &&
      before.entries === next.entries &&
      before.hasMore === next.hasMore &&
      before.isLoadingMore === next.isLoadingMore &&
      before.unread === next.unread &&
      before.presences === next.presences &&
      before.notices === next.notices;
    if (!isSame) this.store.set(next);
  }
}
