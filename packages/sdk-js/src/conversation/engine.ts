/** One conversation's feed, history and marks behind its store. */
import { toChatError, type ChatError } from '../chat-error.js';
import { Alarm } from '../clock.js';
import type { ClientContext } from '../context.js';
import { Feed, type FeedPage, type FeedReader, type PollRunner, type Reception, type StreamRunner } from '../feed/feed.js';
import { ConversationEventsDocument, ConversationFeedDocument, MarkReadDocument, MessagesDocument } from '../generated/operations.js';
import type { ConversationFeedItem, Message } from '../generated/types.js';
import { Retainer } from '../retain.js';
import { callSafely, createStore } from '../store.js';
import { applyConversationItem, isEvent, standingOf } from './apply.js';
import { emptyConversation, type ConversationFeedState } from './feed-state.js';
import { loadPage } from './history.js';
import { ItemBuilder } from './items.js';
import { Mark } from './marks.js';
import { mergeMessages } from './messages.js';
import { TypingWatch } from './typing.js';
import { IDLE_CONVERSATION, conversationView, type LoadStatus, type SyncStatus } from './view.js';

/** Messages of the first snapshot and of each older page. */
export const PAGE_SIZE = 50;
const REPLAY_SILENCE_MS = 300;

/** Reads the feed of one conversation while somebody uses it. */
export class ConversationEngine implements FeedReader<ConversationFeedItem> {
  readonly id: string;
  readonly store = createStore(IDLE_CONVERSATION);
  readonly retainer: Retainer;
  readonly delivered: Mark;
  readonly read: Mark;

  readonly #context: ClientContext;
  readonly #feed: Feed<ConversationFeedItem>;
  readonly #items: ItemBuilder;
  readonly #typing: TypingWatch;
  readonly #replay: Alarm;
  readonly #readers = new Set<(item: ConversationFeedItem) => void>();
  readonly #stops: (() => void)[] = [];
  #state: ConversationFeedState = emptyConversation();
  #status: LoadStatus = 'idle';
  #error: ChatError | null = null;
  #syncStatus: SyncStatus = 'synced';
  #isLoadingMore = false;
  /** Nothing is taken until the feed has said where it begins. */
  #isPositioned = false;
  /** Up to where the replay goes. */
  #head = 0;
  /** Grows when the state is built anew: pages asked for before do not fit any more. */
  #era = 0;

  constructor(context: ClientContext, id: string, listeners: { onOpen(): void; onIdle(): void }) {
    this.id = id;
    this.#context = context;
    this.#feed = new Feed(context.feed, this);
    this.#replay = new Alarm(context.clock);
    this.#items = new ItemBuilder({
      retry: (clientId) => {
        context.outbox.retry(id, clientId);
      },
      discard: (clientId) => {
        context.outbox.discard(id, clientId);
      },
    });
    this.#typing = new TypingWatch(context.clock, (userId) => {
      this.#change(applyConversationItem(this.#state, { __typename: 'TypingStopped', userId }));
    });
    this.delivered = context.delivered.of(id);
    this.read = new Mark({
      clock: context.clock,
      timing: context.timing,
      send: async (seq) => {
        const { markRead } = await context.runner.request(MarkReadDocument, { input: { conversationId: id, seq } });
        return markRead.receipt.readSeq;
      },
    });
    this.retainer = new Retainer({
      clock: context.clock,
      graceMs: context.timing.releaseGraceMs,
      open: () => {
        listeners.onOpen();
        this.#start();
      },
      close: () => {
        this.#end();
        listeners.onIdle();
      },
    });
  }

  /** The state as the feed tells it. */
  get state(): ConversationFeedState {
    return this.#state;
  }

  /** Whether the feed has caught up; a feed that is not open has nothing to catch up with. */
  get syncStatus(): SyncStatus {
    return this.retainer.isOpen ? this.#syncStatus : 'synced';
  }

  /** Hands every item on that was applied. */
  onItem(reader: (item: ConversationFeedItem) => void): () => void {
    this.#readers.add(reader);
    return () => {
      this.#readers.delete(reader);
    };
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

  /** Fetches the page before the oldest message. */
  async loadMore(): Promise<void> {
    const [first] = this.#state.messages;
    if (this.#isLoadingMore || !this.#state.hasMore || !first) return;
    this.#isLoadingMore = true;
    this.#show();
    const era = this.#era;
    try {
      const page = await loadPage(this, async () => {
        const { messages } = await this.#context.runner.request(MessagesDocument, { conversationId: this.id, last: PAGE_SIZE, before: String(first.seq) });
        return messages;
      });
      if (era === this.#era) {
        this.#state = { ...this.#state, messages: mergeMessages(page.messages, this.#state.messages), hasMore: page.hasPreviousPage };
      }
    } catch (error) {
      throw toChatError(error, 'load older messages');
    } finally {
      this.#isLoadingMore = false;
      this.#show();
    }
  }

  stream(run: StreamRunner<ConversationFeedItem>): () => void {
    const variables = { conversationId: this.id, after: this.#position(), last: PAGE_SIZE };
    return run(ConversationFeedDocument, variables, (data) => data.conversationFeed);
  }

  async poll(run: PollRunner): Promise<FeedPage<ConversationFeedItem>> {
    const { conversationEvents: page } = await run(ConversationEventsDocument, { conversationId: this.id, after: this.#position() });
    // The pages of a poll say nothing about where they begin, because the question did.
    if (this.#state.epoch !== null) this.#isPositioned = true;
    return page;
  }

  opening(): void {
    this.#isPositioned = false;
    if (this.#status !== 'ready') this.#status = 'loading';
    this.#setSync('replaying');
    this.#show();
  }

  pageRead(): void {
    this.#setSync('synced');
    this.#show();
  }

  receive(item: ConversationFeedItem): Reception {
    if (item.__typename === 'ConversationSnapshot') this.#begin(item);
    else if (item.__typename === 'ConversationResumed') {
      this.#isPositioned = true;
      this.#head = item.head;
      this.#awaitReplay();
    } else if (!this.#isPositioned) return 'ok';
    const standing = standingOf(this.#state, item);
    if (standing === 'repeat') return 'ok';
    if (standing === 'hole') return 'hole';
    this.#state = applyConversationItem(this.#state, item);
    this.#status = 'ready';
    this.#error = null;
    if (item.__typename === 'FeedHead' || this.#state.seq >= this.#head) this.#setSync('synced');
    else if (isEvent(item)) this.#awaitReplay();
    this.#took(item);
    return 'ok';
  }

  failed(error: ChatError): void {
    this.#status = 'failed';
    this.#error = error;
    this.#setSync('synced');
    this.#show();
  }

  #position(): { epoch: string; seq: number } | null {
    return this.#state.epoch === null ? null : { epoch: this.#state.epoch, seq: this.#state.seq };
  }

  #begin(item: Extract<ConversationFeedItem, { __typename: 'ConversationSnapshot' }>): void {
    const isReset = this.#state.epoch !== null;
    this.#isPositioned = true;
    this.#head = item.seq;
    this.#era += 1;
    if (!isReset) return;
    this.#setSync('resetting');
    this.#show();
    this.#context.reset({ conversationId: this.id, reason: item.reason });
  }

  #took(item: ConversationFeedItem): void {
    const mine = this.#ownMessages(item);
    if (mine) this.#context.outbox.seen(this.id, mine, this.#state.seq);
    this.#typing.update(this.#state.typing);
    this.#show();
    this.#markDelivered();
    for (const reader of [...this.#readers]) {
      callSafely(() => {
        reader(item);
      });
    }
  }

  /** The end of the log may be of another audience, whose events do not come: silence ends the replay too. */
  #awaitReplay(): void {
    this.#replay.set(REPLAY_SILENCE_MS, () => {
      this.#setSync('synced');
      this.#show();
    });
  }

  /** Own messages that an item brings; null where it brings none. */
  #ownMessages(item: ConversationFeedItem): readonly Message[] | null {
    const viewer = this.#context.viewer.getSnapshot();
    if (item.__typename !== 'ConversationSnapshot' && item.__typename !== 'MessageSent') return null;
    const messages = item.__typename === 'MessageSent' ? [item.message] : this.#state.messages;
    return messages.filter((message) => message.sender.id === viewer?.id);
  }

  #markDelivered(): void {
    const viewer = this.#context.viewer.getSnapshot();
    const mine = this.#state.receipts.find((receipt) => receipt.userId === viewer?.id);
    if (!viewer || !mine) return;
    this.delivered.reached(Math.max(mine.deliveredSeq, mine.readSeq));
    this.read.reached(mine.readSeq);
    const newest = lastOfOthers(this.#state.messages, viewer.id);
    if (newest && newest.seq > mine.deliveredSeq) this.delivered.move(newest.seq).catch(() => undefined);
  }

  #start(): void {
    const { outbox, viewer } = this.#context;
    this.#stops.push(
      outbox.watch(this.id, () => {
        this.#show();
      }),
      viewer.subscribe(() => {
        outbox.seen(this.id, this.#state.messages.filter((message) => message.sender.id === viewer.getSnapshot()?.id), this.#state.seq);
        this.#show();
        this.#markDelivered();
      }),
    );
    if (this.#status !== 'ready') this.#status = 'loading';
    this.#error = null;
    this.#syncStatus = 'replaying';
    outbox.load().catch(() => undefined);
    this.#context.connect();
    this.#feed.start();
    this.#context.syncChanged();
    this.#show();
  }

  #end(): void {
    this.#replay.clear();
    this.#feed.stop();
    for (const stop of this.#stops.splice(0)) stop();
    this.#context.syncChanged();
  }

  #setSync(status: SyncStatus): void {
    if (this.#syncStatus === status) return;
    this.#syncStatus = status;
    this.#context.syncChanged();
  }

  #change(state: ConversationFeedState): void {
    this.#state = state;
    this.#show();
  }

  #show(): void {
    const { outbox, viewer, clock } = this.#context;
    const sources = {
      feed: this.#state,
      lane: outbox.lane(this.id),
      viewer: viewer.getSnapshot(),
      status: this.#status,
      error: this.#error,
      syncStatus: this.#syncStatus,
      isLoadingMore: this.#isLoadingMore,
      now: clock.now(),
    };
    this.store.set(conversationView(sources, this.#items, this.store.getSnapshot()));
  }
}

function lastOfOthers(messages: readonly Message[], viewerId: string): Message | undefined {
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    if (messages[index]?.sender.id !== viewerId) return messages[index];
  }
  return undefined;
}
