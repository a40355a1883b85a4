/** The inbox feed behind its store. */
import type { ChatError } from '../chat-error.js';
import { FeedEngine, type LoadStatus, type SyncStatus } from '../feed/feed-engine.js';
import type { FeedPage, PollRunner, Reception, StreamRunner } from '../feed/feed.js';
import { ConversationsDocument, InboxEventsDocument, InboxFeedDocument } from '../generated/operations.js';
import type { Broadcast, InboxEntry, InboxFeedItem, Notice, Presence, UnreadTotals } from '../generated/types.js';
import { createStore, keepIdentity, keepRecord } from '../store.js';
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
  /** All that are shown to the viewer, newest first. */
  readonly broadcasts: readonly Broadcast[];
  /** Broadcasts up to this `seq` are read. */
  readonly broadcastReadSeq: number;
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
  broadcasts: [],
  broadcastReadSeq: 0,
};

const PAGE_SIZE = 50;

/** Reads the inbox feed while somebody uses it. */
export class InboxEngine extends FeedEngine<InboxFeedItem> {
  readonly store = createStore(IDLE);
  #state: InboxFeedState = emptyInbox();
  #pagePosition: { epoch: string; position: string } | null = null;
  /** Where the next page of older conversations begins; null before the first. */
  #cursor: string | null = null;

  /** The newest notice that is not read yet. */
  get unreadNotice(): Notice | undefined {
    return this.#state.notices.find((notice) => notice.readAt === null);
  }

  /** Fetches older conversations. */
  async loadMore(): Promise<void> {
    if (!this.#state.hasMore) return;
    await this.pages.run(async () => {
      const { era } = this;
      const known = this.#state.entries.length;
      // The snapshot has no cursors, so the first of these pages goes over what it brought.
      while (this.#state.hasMore && this.#state.entries.length <= known) {
        const { conversations } = await this.context.runner.request(ConversationsDocument, { first: PAGE_SIZE, after: this.#cursor });
        if (era !== this.era) return;
        const entries = conversations.edges.map((edge): InboxEntry => ({ conversation: edge.node }));
        this.#cursor = conversations.pageInfo.endCursor;
        this.#state = { ...this.#state, entries: mergeEntries(this.#state.entries, entries), hasMore: conversations.pageInfo.hasNextPage };
      }
    });
  }

  /** Takes what the answer of a mutation says, ahead of the feed. */
  change(change: (state: InboxFeedState) => InboxFeedState): void {
    this.#state = change(this.#state);
    this.show();
  }

  stream(run: StreamRunner<InboxFeedItem>): () => void {
    return run(InboxFeedDocument, { after: this.#position(), first: PAGE_SIZE }, (data) => data.inboxFeed);
  }

  async poll(run: PollRunner): Promise<FeedPage<InboxFeedItem>> {
    const { inboxEvents: page } = await run(InboxEventsDocument, { after: this.#position() });
    if (this.hasState) this.isPositioned = true;
    this.#pagePosition = { epoch: page.epoch, position: page.position };
    return { items: page.items, hasMore: false };
  }

  override pageRead(): void {
    if (this.#pagePosition && this.#state.epoch === this.#pagePosition.epoch) this.#state = { ...this.#state, position: this.#pagePosition.position };
    super.pageRead();
  }

  receive(item: InboxFeedItem): Reception {
    if (item.__typename === 'InboxSnapshot') {
      this.begin(null, item.reason);
      this.#cursor = null;
    } else if (item.__typename === 'InboxResumed') this.isPositioned = true;
    else if (!this.isPositioned) return 'ok';
    this.#state = applyInboxItem(this.#state, item);
    this.ready();
    this.setSync('synced');
    this.show();
    this.#tell(item);
    return 'ok';
  }

  #position(): { epoch: string; position: string } | null {
    const { epoch, position } = this.#state;
    return epoch === null || position === null ? null : { epoch, position };
  }

  /** What shows in the list can be opened, though it could not before; and a message that shows there has reached this device. */
  #tell(item: InboxFeedItem): void {
    const entries = item.__typename === 'InboxSnapshot' ? item.entries : item.__typename === 'InboxEntryChanged' ? [item.entry] : [];
    const me = this.context.viewer.getSnapshot()?.id;
    for (const { conversation } of entries) {
      const { lastMessage, viewer } = conversation;
      this.context.listed(conversation.id);
      if (!me || !viewer || !lastMessage || lastMessage.sender === me || lastMessage.seq <= viewer.deliveredSeq) continue;
      this.context.delivered.of(conversation.id).move(lastMessage.seq).catch(() => undefined);
    }
  }

  protected get hasState(): boolean {
    return this.#state.epoch !== null;
  }

  protected watch(): (() => void)[] {
    return [
      this.context.viewer.subscribe(() => {
        for (const entry of this.#state.entries) this.#tell({ __typename: 'InboxEntryChanged', entry, unread: this.#state.unread });
      }),
    ];
  }

  protected show(): void {
    const before = this.store.getSnapshot();
    // Where the feed stands is nobody's business.
    const { epoch, position, ...shown } = this.#state;
    const next: InboxState = {
      ...shown,
      status: this.status,
      error: this.error,
      syncStatus: this.sync,
      entries: keepIdentity(before.entries, shown.entries),
      isLoadingMore: this.pages.isLoading,
      presences: keepIdentity(before.presences, shown.presences),
      notices: keepIdentity(before.notices, shown.notices),
      broadcasts: keepIdentity(before.broadcasts, shown.broadcasts),
    };
    this.store.set(keepRecord(before, next));
  }
}
