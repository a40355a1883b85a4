/** Messages beside the main list: a thread, or the surroundings of a message. Loaded by pages, kept fresh by the feed. */
import { toChatError, type ChatError } from '../chat-error.js';
import type { ClientContext } from '../context.js';
import type { ConversationFeedItem, Message, MessageConnection } from '../generated/types.js';
import { Retainer } from '../retain.js';
import { createStore, keepIdentity, keepRecord } from '../store.js';
import { PAGE_SIZE, itemsOf, type ConversationEngine } from './engine.js';
import { loadPage, type LoadedPage } from './history.js';
import type { ItemBuilder, MessageItem } from './items.js';
import { changeCounted, mergeMessages, withAhead } from './messages.js';
import { PageLoader } from '../feed/page-loader.js';
import type { LoadStatus } from '../feed/feed-engine.js';

/** A window as its store shows it. Every part keeps its identity while it does not change. */
export interface MessageWindowState {
  readonly status: LoadStatus;
  readonly error: ChatError | null;
  /** Of a thread: the message that is answered. Null while it loads, and in other windows. */
  readonly parent: MessageItem | null;
  /** Ascending; where there is nothing newer to load, messages on their way follow. */
  readonly messages: readonly MessageItem[];
  readonly hasMore: boolean;
  /** Whether there are newer ones than the last; while there are, new messages do not appear here. */
  readonly hasNewer: boolean;
  readonly isLoadingMore: boolean;
}

/** So many messages on one side of a seq. */
export type PageRange = { readonly last: number; readonly before: string } | { readonly first: number; readonly after: string };

/** How a window gets its messages. */
export interface WindowSource {
  /** The message whose replies these are; null in a window on the whole conversation. */
  readonly parentId: string | null;
  readonly parent: () => Promise<Message | null>;
  readonly first: () => Promise<MessageConnection>;
  readonly page: (range: PageRange) => Promise<MessageConnection>;
}

const IDLE: MessageWindowState = { status: 'idle', error: null, parent: null, messages: [], hasMore: false, hasNewer: false, isLoadingMore: false };

/** One window. It reads while somebody uses it, and keeps the conversation's feed open meanwhile. */
export class MessageWindow {
  readonly #context: ClientContext;
  readonly #engine: ConversationEngine;
  readonly #source: WindowSource;
  readonly #items: ItemBuilder;
  readonly #pages: PageLoader;
  readonly store = createStore(IDLE);
  readonly #stops: (() => void)[] = [];
  readonly retainer: Retainer;
  #parent: Message | null = null;
  #messages: readonly Message[] = [];
  #countedAhead: Readonly<Record<string, number>> = {};
  #hasMore = false;
  #hasNewer = false;
  #status: LoadStatus = 'idle';
  #error: ChatError | null = null;
  /** What is here has to be loaded, or loaded again. */
  #isStale = false;
  /** Grows with each loading from scratch. */
  #era = 0;

  constructor(context: ClientContext, engine: ConversationEngine, options: { source: WindowSource; onOpen(): void; onIdle(): void }) {
    this.#context = context;
    this.#engine = engine;
    this.#source = options.source;
    this.#items = itemsOf(context, engine.id);
    this.#pages = new PageLoader(() => {
      this.#show();
    });
    this.retainer = new Retainer({
      clock: context.clock,
      graceMs: context.timing.releaseGraceMs,
      open: () => {
        options.onOpen();
        this.#start();
      },
      close: () => {
        for (const stop of this.#stops.splice(0)) stop();
        options.onIdle();
      },
    });
  }

  /** Fetches the page before the first message. */
  async loadMore(): Promise<void> {
    const [first] = this.#messages;
    if (!this.#hasMore || !first) return;
    await this.#load(
      () => this.#source.page({ last: PAGE_SIZE, before: String(first.seq) }),
      (page) => {
        this.#messages = mergeMessages(page.messages, this.#messages);
        this.#hasMore = page.hasPreviousPage;
      },
    );
  }

  /** Fetches the page after the last message. */
  async loadNewer(): Promise<void> {
    const last = this.#messages.at(-1);
    if (!this.#hasNewer || !last) return;
    await this.#load(
      () => this.#source.page({ first: PAGE_SIZE, after: String(last.seq) }),
      (page) => {
        this.#messages = mergeMessages(this.#messages, page.messages);
        this.#hasNewer = page.hasNextPage;
        this.#append(page.sent);
      },
    );
  }

  #start(): void {
    this.#stops.push(
      this.#engine.retainer.retain(),
      this.#engine.onItem((item) => {
        this.#receive(item);
      }),
      // Receipts, the outbox and the viewer show in the conversation's own store.
      this.#engine.store.subscribe(() => {
        const { status, error } = this.#engine.store.getSnapshot();
        if (status === 'failed' && this.#status === 'loading') [this.#status, this.#error] = [status, error];
        this.#refresh();
        this.#show();
      }),
    );
    this.#isStale = true;
    this.#status = this.#messages.length > 0 ? 'ready' : 'loading';
    this.#show();
    this.#refresh();
  }

  /** Loads once the feed has caught up: before that, what it brings may be in the page already, and would count twice. */
  #refresh(): void {
    if (!this.#isStale || this.#engine.state.epoch === null || this.#engine.syncStatus !== 'synced') return;
    this.#isStale = false;
    void this.#reload();
  }

  async #reload(): Promise<void> {
    this.#era += 1;
    const era = this.#era;
    try {
      const page = await loadPage(this.#engine, this.#source.first, this.#source.parent);
      if (era !== this.#era) return;
      this.#parent = page.parent;
      this.#countedAhead = {};
      this.#messages = page.messages;
      this.#hasMore = page.hasPreviousPage;
      this.#hasNewer = page.hasNextPage;
      this.#append(page.sent);
      this.#status = 'ready';
      this.#error = null;
    } catch (error) {
      if (era !== this.#era) return;
      this.#status = 'failed';
      this.#error = toChatError(error, 'load messages');
    }
    this.#show();
  }

  #load(fetch: () => Promise<MessageConnection>, take: (page: LoadedPage) => void): Promise<void> {
    return this.#pages.run(async () => {
      const era = this.#era;
      const page = await loadPage(this.#engine, fetch);
      if (era === this.#era) take(page);
    });
  }

  /** Puts messages at the end, where the end is. */
  #append(sent: readonly Message[]): void {
    const { parentId } = this.#source;
    if (!this.#hasNewer) this.#messages = mergeMessages(this.#messages, sent.filter((message) => parentId === null || message.parentId === parentId));
  }

  #receive(item: ConversationFeedItem): void {
    if (item.__typename === 'ConversationSnapshot' || (item.__typename === 'ConversationResumed' && this.#status !== 'ready')) {
      this.#isStale = true;
      this.#refresh();
      return;
    }
    const { messages, countedAhead } = changeCounted({ messages: this.#parent ? [this.#parent, ...this.#messages] : this.#messages, countedAhead: this.#countedAhead }, item);
    this.#countedAhead = countedAhead;
    this.#parent = this.#parent && (messages[0] ?? null);
    this.#messages = this.#parent ? messages.slice(1) : messages;
    if (item.__typename === 'MessageSent') {
      this.#countedAhead = withAhead(this.#countedAhead, item.message.id, item.message.replyCount);
      this.#append([item.message]);
    }
    this.#show();
  }

  #show(): void {
    const viewer = this.#context.viewer.getSnapshot();
    const before = this.store.getSnapshot();
    const { parentId } = this.#source;
    const { receipts } = this.#engine.state;
    const lane = this.#hasNewer || this.#status !== 'ready' ? [] : this.#context.outbox.lane(this.#engine.id).filter((entry) => parentId === null || entry.parentId === parentId);
    const all = this.#parent ? [this.#parent, ...this.#messages] : this.#messages;
    const items = viewer ? this.#items.build({ messages: all, lane, viewer, receipts }) : [];
    const parent = this.#parent ? (items.shift() ?? null) : null;
    const next: MessageWindowState = {
      status: this.#status === 'ready' && !viewer ? 'loading' : this.#status,
      error: this.#error,
      parent,
      messages: keepIdentity(before.messages, items),
      hasMore: this.#hasMore,
      hasNewer: this.#hasNewer,
      isLoadingMore: this.#pages.isLoading,
    };
    this.store.set(keepRecord(before, next));
  }
}
