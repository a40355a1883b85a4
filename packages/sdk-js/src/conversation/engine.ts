/** One conversation's feed, history and marks behind its store. */
import { Alarm } from '../clock.js';
import type { ClientContext } from '../context.js';
import { FeedEngine, type EngineListeners } from '../feed/feed-engine.js';
import type { FeedPage, PollRunner, Reception, StreamRunner } from '../feed/feed.js';
import { ConversationEventsDocument, ConversationFeedDocument, MarkReadDocument, MessagesDocument } from '../generated/operations.js';
import type { ConversationFeedItem, Message } from '../generated/types.js';
import { callSafely, createDerivedStore, type DerivedStore } from '../store.js';
import { applyConversationItem, isEvent, standingOf } from './apply.js';
import { emptyConversation, type ConversationFeedState } from './feed-state.js';
import { loadPage } from './history.js';
import { ItemBuilder } from './items.js';
import { Mark } from './marks.js';
import { withOlder } from './messages.js';
import { TypingWatch } from './typing.js';
import { IDLE_CONVERSATION, conversationView, type ConversationState } from './view.js';

/** Messages of the first snapshot and of each older page. */
export const PAGE_SIZE = 50;
const REPLAY_SILENCE_MS = 300;

/** Reads the feed of one conversation while somebody uses it. */
export class ConversationEngine extends FeedEngine<ConversationFeedItem> {
  readonly id: string;
  readonly store: DerivedStore<ConversationState>;
  readonly delivered: Mark;
  readonly read: Mark;
  readonly #items: ItemBuilder;
  readonly #typing: TypingWatch;
  readonly #colleagues: TypingWatch;
  readonly #replay: Alarm;
  readonly #readers = new Set<(item: ConversationFeedItem) => void>();
  #state: ConversationFeedState = emptyConversation();
  /** Up to where the replay goes. */
  #head = 0;

  constructor(context: ClientContext, id: string, listeners: EngineListeners) {
    super(context, listeners);
    this.id = id;
    this.store = createDerivedStore(context.clock, IDLE_CONVERSATION, (before) => this.#view(before));
    this.#replay = new Alarm(context.clock);
    this.#items = itemsOf(context, id);
    this.#typing = new TypingWatch(context.clock, (userId) => {
      this.#state = applyConversationItem(this.#state, { __typename: 'TypingStopped', userId });
      this.show();
    });
    this.#colleagues = new TypingWatch(context.clock, (userId) => {
      this.#state = applyConversationItem(this.#state, { __typename: 'ColleagueGone', userId });
      this.show();
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
  }

  /** The state as the feed tells it. */
  get state(): ConversationFeedState {
    return this.#state;
  }

  /** Hands every item on that was applied. */
  onItem(reader: (item: ConversationFeedItem) => void): () => void {
    this.#readers.add(reader);
    return () => {
      this.#readers.delete(reader);
    };
  }

  /** Fetches the page before the oldest message. */
  async loadMore(): Promise<void> {
    const [first] = this.#state.messages;
    if (!this.#state.hasMore || !first) return;
    await this.pages.run(async () => {
      const { era } = this;
      const page = await loadPage(this, async () => {
        const { messages } = await this.context.runner.request(MessagesDocument, { conversationId: this.id, last: PAGE_SIZE, before: String(first.seq) });
        return messages;
      });
      if (era === this.era) this.#state = { ...this.#state, ...withOlder(this.#state, page.messages), hasMore: page.hasPreviousPage };
    });
  }

  stream(run: StreamRunner<ConversationFeedItem>): () => void {
    const variables = { conversationId: this.id, after: this.#position(), last: PAGE_SIZE };
    return run(ConversationFeedDocument, variables, (data) => data.conversationFeed);
  }

  async poll(run: PollRunner): Promise<FeedPage<ConversationFeedItem>> {
    const { conversationEvents: page } = await run(ConversationEventsDocument, { conversationId: this.id, after: this.#position() });
    // The pages of a poll say nothing about where they begin, because the question did.
    if (this.hasState) this.isPositioned = true;
    return page;
  }

  receive(item: ConversationFeedItem): Reception {
    if (item.__typename === 'ConversationSnapshot') {
      this.begin(this.id, item.reason);
      this.#head = item.seq;
      if (this.hasState && item.epoch !== this.#state.epoch) this.context.outbox.doubt(this.id);
    } else if (item.__typename === 'ConversationResumed') {
      this.isPositioned = true;
      this.#head = item.head;
      this.#awaitReplay();
    } else if (!this.isPositioned) return 'ok';
    const standing = standingOf(this.#state, item);
    if (standing !== 'apply') return standing === 'hole' ? 'hole' : 'ok';
    this.#state = applyConversationItem(this.#state, item);
    this.ready();
    if (item.__typename === 'FeedHead' || this.#state.seq >= this.#head) this.setSync('synced');
    else if (isEvent(item)) this.#awaitReplay();
    this.#took(item);
    return 'ok';
  }

  #position(): { epoch: string; seq: number } | null {
    return this.#state.epoch === null ? null : { epoch: this.#state.epoch, seq: this.#state.seq };
  }

  #took(item: ConversationFeedItem): void {
    if (this.context.outbox.lane(this.id).length > 0) this.context.outbox.seen(this.id, this.#ownMessages(), this.#state.seq);
    this.#typing.update(this.#state.typing);
    this.#colleagues.update(this.#state.colleagues);
    if (isEvent(item)) this.store.showSoon();
    else this.show();
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
      this.setSync('synced');
      this.show();
    });
  }

  #ownMessages(): readonly Message[] {
    const viewer = this.context.viewer.getSnapshot();
    return this.#state.messages.filter((message) => message.sender.id === viewer?.id);
  }

  #markDelivered(): void {
    const viewer = this.context.viewer.getSnapshot();
    const mine = this.#state.receipts.find((receipt) => receipt.userId === viewer?.id);
    if (!viewer || !mine) return;
    this.delivered.reached(Math.max(mine.deliveredSeq, mine.readSeq));
    this.read.reached(mine.readSeq);
    const newest = lastOfOthers(this.#state.messages, viewer.id);
    if (newest && newest.seq > mine.deliveredSeq) this.delivered.move(newest.seq).catch(() => undefined);
  }

  protected get hasState(): boolean {
    return this.#state.epoch !== null;
  }

  protected watch(): (() => void)[] {
    const { outbox, viewer } = this.context;
    outbox.load().catch(() => undefined);
    return [
      outbox.watch(this.id, () => {
        this.show();
      }),
      viewer.subscribe(() => {
        outbox.seen(this.id, this.#ownMessages(), this.#state.seq);
        this.show();
        this.#markDelivered();
      }),
      () => {
        this.#replay.clear();
        this.show();
      },
    ];
  }

  protected show(): void {
    this.store.show();
  }

  #view(before: ConversationState): ConversationState {
    const { outbox, viewer, clock } = this.context;
    const sources = {
      feed: this.#state,
      lane: outbox.lane(this.id),
      viewer: viewer.getSnapshot(),
      status: this.status,
      error: this.error,
      syncStatus: this.sync,
      isLoadingMore: this.pages.isLoading,
      now: clock.now(),
    };
    return conversationView(sources, this.#items, before);
  }
}

/** Items whose functions act on the outbox. */
export function itemsOf({ outbox }: ClientContext, conversationId: string): ItemBuilder {
  return new ItemBuilder({
    retry: (clientId) => {
      outbox.retry(conversationId, clientId);
    },
    discard: (clientId) => {
      outbox.discard(conversationId, clientId);
    },
  });
}

function lastOfOthers(messages: readonly Message[], viewerId: string): Message | undefined {
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    if (messages[index]?.sender.id !== viewerId) return messages[index];
  }
  return undefined;
}
