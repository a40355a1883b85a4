import { ChatError } from '../kernel/errors.js';
import type { FeedReader, PushedFeed } from './pushed-feed.js';
import type { FeedQueueOptions } from './queue.js';
import { atEndOfTick, type TickTask } from './tick.js';

interface Waiter<Item> {
  readonly resolve: (result: IteratorResult<Item, undefined>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The queue of a feed of states. What waits is not the items but what they are about: something that changes ten times while its
 * reader is slow waits once, and is made from its newest state when the reader comes. So it is bounded by what there is to show; should even
 * that pass its capacity, it ends with `RESYNC_REQUIRED`. A reader that is called ({@link readBy}) gets the states at the end of the tick in
 * which they changed, so that what changes ten times in one tick is made once.
 */
export class KeyedQueue<Item> implements AsyncIterableIterator<Item, undefined>, PushedFeed<Item>, TickTask {
  readonly #options: FeedQueueOptions;
  readonly #waiting = new Map<string, () => Item | null>();
  #waiters: Waiter<Item>[] = [];
  #reader: FeedReader<Item> | null = null;
  /** Whether the reader has said that it can take no more for now. */
  #isHeld = false;
  #isTickAsked = false;
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

  /** How many different things wait for the reader. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Something changed. `make` is called when the reader comes, and answers null when there is nothing to say any more. */
  put(key: string, make: () => Item | null): void {
    if (this.#isOver) return;
    this.#waiting.set(key, make);
    if (this.#isStarted) this.#flushSoon();
    if (this.#waiting.size > this.#options.capacity) {
      this.end(new ChatError('RESYNC_REQUIRED', 'unable to go on with the feed; its reader is too slow'));
    }
  }

  /** Like {@link put}, behind everything that waits now. */
  putLast(key: string, make: () => Item | null): void {
    this.#waiting.delete(key);
    this.put(key, make);
  }

  /** Lets the reader have what waits, `first` before all else. */
  start(first: readonly Item[]): void {
    if (this.#isOver) return;
    const held = [...this.#waiting];
    this.#waiting.clear();
    first.forEach((item, index) => this.#waiting.set(`first:${index}`, () => item));
    for (const [key, make] of held) this.#waiting.set(key, make);
    this.#isStarted = true;
    this.#flush();
  }

  readBy(reader: FeedReader<Item>): void {
    if (this.#error) {
      const error = this.#error;
      this.#error = null;
      reader.over(error);
    } else if (this.#isOver) reader.over(null);
    else {
      this.#reader = reader;
      if (this.#isStarted) this.#flush();
    }
  }

  resume(): void {
    this.#isHeld = false;
    if (this.#isStarted) this.#flush();
  }

  endOfTick(): void {
    this.#isTickAsked = false;
    this.#flush();
  }

  /** Ends the queue at once, with an error for the reader or without. */
  end(error?: Error): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#waiting.clear();
    this.#error = error ?? null;
    const reader = this.#reader;
    this.#reader = null;
    if (reader) {
      this.#error = null;
      reader.over(error ?? null);
    }
    for (const waiter of this.#waiters.splice(0)) {
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
    return new Promise((resolve, reject) => {
      this.#waiters.push({ resolve, reject });
      if (this.#isStarted) this.#flush();
    });
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

  #flushSoon(): void {
    if (this.#reader === null) this.#flush();
    else if (!this.#isHeld && !this.#isTickAsked) {
      this.#isTickAsked = true;
      atEndOfTick(this);
    }
  }

  #flush(): void {
    if (this.#reader !== null) {
      this.#handOver();
      return;
    }
    for (const [key, make] of this.#waiting) {
      if (this.#waiters.length === 0) return;
      this.#waiting.delete(key);
      const item = make();
      if (item !== null) this.#waiters.shift()?.resolve({ value: item, done: false });
    }
  }

  #handOver(): void {
    for (const [key, make] of this.#waiting) {
      if (this.#isHeld || this.#reader === null) return;
      this.#waiting.delete(key);
      const item = make();
      if (item !== null && !this.#reader.take(item)) this.#isHeld = true;
    }
  }
}
