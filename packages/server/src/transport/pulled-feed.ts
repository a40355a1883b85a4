import type { FeedReader, PushedFeed } from '../log/pushed-feed.js';

/** Lets a source that can only be iterated call a reader: one item at a time, the next when the reader can take it. */
export class PulledFeed implements PushedFeed<unknown> {
  readonly #source: AsyncIterator<unknown>;
  #reader: FeedReader<unknown> | null = null;
  #isPulling = false;

  constructor(source: AsyncIterable<unknown>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  readBy(reader: FeedReader<unknown>): void {
    this.#reader = reader;
    this.resume();
  }

  resume(): void {
    if (!this.#isPulling) void this.#pull();
  }

  stop(): void {
    this.#reader = null;
    // Not awaited: a source may only answer once it has something, and nobody waits for it any more.
    this.#source.return?.()?.then(undefined, () => undefined);
  }

  async #pull(): Promise<void> {
    this.#isPulling = true;
    try {
      for (let isReady = true; isReady && this.#reader !== null; ) {
        const step = await this.#source.next();
        if (step.done) this.#end(null);
        else isReady = this.#reader?.take(step.value) ?? false;
      }
    } catch (error) {
      this.#end(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.#isPulling = false;
    }
  }

  #end(error: Error | null): void {
    const reader = this.#reader;
    this.#reader = null;
    reader?.over(error);
  }
}
