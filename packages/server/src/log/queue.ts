import { ChatError } from '../kernel/errors.js';
import type { FeedReader, PushedFeed } from './pushed-feed.js';

/** How a queue behaves. */
export interface FeedQueueOptions {
  /** The most items that may wait for a slow reader; one more ends the queue with `RESYNC_REQUIRED`. */
  readonly capacity: number;
  /** Called once, when the queue is over for whatever reason (null: without an error): the place to let resources go. */
  readonly onOver: (error: Error | null) => void;
}

interface Waiter<Item> {
  readonly resolve: (result: IteratorResult<Item, undefined>) => void;
  readonly reject: (error: Error) => void;
}

const NOTHING: readonly never[] = [];

/**
 * The items of one subscriber, between a fan-out that never waits and a reader that may be slow. It begins by holding items
 * back while the first ones are read from the log; {@link start} lets them go. Ending it drops what still waits: a feed resumes from its
 * position, and one whose access ended must get nothing more. It is read by iterating, or by a reader that is called ({@link readBy}):
 * to such a one an item goes straight from the fan-out, and nothing is allocated for it.
 */
export class FeedQueue<Item extends object> implements AsyncIterableIterator<Item, undefined>, PushedFeed<Item> {
  readonly #options: FeedQueueOptions;
  /** What comes first, from the log. It was bounded when it was read, so it does not count as waiting. */
  #first: readonly Item[] = NOTHING;
  #firstAt = 0;
  #items: Item[] | null = null;
  #itemsAt = 0;
  #waiters: Waiter<Item>[] | null = null;
  #reader: FeedReader<Item> | null = null;
  /** Whether items go straight to the reader: it has everything so far and can take more. */
  #isFlowing = false;
  #isStarted = false;
  #isOver = false;
  #error: Error | null = null;

  constructor(options: FeedQueueOptions) {
    this.#options = options;
  }

  /** Whether the queue has ended. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** How many items wait for the reader. */
  get waiting(): number {
    return this.#waitingItems + this.#first.length - this.#firstAt;
  }

  get #waitingItems(): number {
    return this.#items === null ? 0 : this.#items.length - this.#itemsAt;
  }

  /** Adds an item; a full queue ends instead. */
  push(item: Item): void {
    if (this.#isFlowing && this.#reader !== null) {
      // Until it is back, what this item causes to be pushed waits its turn.
      this.#isFlowing = false;
      if (this.#reader.take(item)) this.#pump();
      return;
    }
    if (this.#isOver) return;
    const waiter = this.#isStarted ? this.#waiters?.shift() : undefined;
    if (waiter) {
      waiter.resolve({ value: item, done: false });
      return;
    }
    if (this.#waitingItems >= this.#options.capacity) {
      this.end(new ChatError('RESYNC_REQUIRED', 'unable to go on with the feed; its reader is too slow'));
      return;
    }
    (this.#items ??= []).push(item);
  }

  /** Puts the first items in front, drops those held back that `keep` refuses, and lets the reader have them. */
  start(first: readonly Item[], keep: (item: Item) => boolean): void {
    if (this.#isOver) return;
    this.#first = first;
    this.#items = this.#items?.filter(keep) ?? null;
    this.#isStarted = true;
    if (this.#reader) {
      this.#pump();
      return;
    }
    while (this.#waiters !== null && this.#waiters.length > 0 && this.waiting > 0) {
      const item = this.#take();
      if (item) this.#waiters.shift()?.resolve({ value: item, done: false });
    }
  }

  readBy(reader: FeedReader<Item>): void {
    if (this.#error) {
      const error = this.#error;
      this.#error = null;
      reader.over(error);
    } else if (this.#isOver) reader.over(null);
    else {
      this.#reader = reader;
      if (this.#isStarted) this.#pump();
    }
  }

  resume(): void {
    if (this.#isStarted && !this.#isFlowing) this.#pump();
  }

  /** Ends the queue at once, with an error for the reader or without. */
  end(error?: Error): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#isFlowing = false;
    this.#error = error ?? null;
    this.#first = NOTHING;
    this.#items = null;
    this.#firstAt = this.#itemsAt = 0;
    const reader = this.#reader;
    this.#reader = null;
    if (reader) {
      this.#error = null;
      reader.over(error ?? null);
    }
    for (const waiter of this.#waiters?.splice(0) ?? NOTHING) {
      if (this.#error) {
        waiter.reject(this.#error);
        this.#error = null;
      } else {
        waiter.resolve({ value: undefined, done: true });
      }
    }
    this.#options.onOver(error ?? null);
  }

  next(): Promise<IteratorResult<Item, undefined>> {
    if (this.#error) {
      const error = this.#error;
      this.#error = null;
      return Promise.reject(error);
    }
    if (this.#isOver) return Promise.resolve({ value: undefined, done: true });
    const item = this.#isStarted ? this.#take() : undefined;
    if (item) return Promise.resolve({ value: item, done: false });
    return new Promise((resolve, reject) => (this.#waiters ??= []).push({ resolve, reject }));
  }

  /** The reader wants no more: ends the queue at once, also while it waits. */
  return(): Promise<IteratorResult<Item, undefined>> {
    this.stop();
    return Promise.resolve({ value: undefined, done: true });
  }

  stop(): void {
    this.#reader = null;
    this.end();
    this.#error = null;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #pump(): void {
    while (this.#reader !== null) {
      const item = this.#take();
      if (item === undefined) {
        this.#isFlowing = true;
        return;
      }
      if (!this.#reader.take(item)) return;
    }
  }

  #take(): Item | undefined {
    const first = this.#first[this.#firstAt];
    if (first !== undefined) {
      this.#firstAt += 1;
      if (this.#firstAt === this.#first.length) {
        this.#first = NOTHING;
        this.#firstAt = 0;
      }
      return first;
    }
    if (this.#items === null) return undefined;
    const item = this.#items[this.#itemsAt];
    if (item === undefined) return undefined;
    this.#itemsAt += 1;
    if (this.#itemsAt === this.#items.length) {
      this.#items = null;
      this.#itemsAt = 0;
    } else if (this.#itemsAt >= 64) {
      this.#items.splice(0, this.#itemsAt);
      this.#itemsAt = 0;
    }
    return item;
  }
}
