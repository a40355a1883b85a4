/** Whoever reads a feed by being called: the way without an iterator, a promise or a closure for each item. */
export interface FeedReader<Item> {
  /** Takes the next item. False: it has taken this one, and wants no other before {@link PushedFeed.resume}. */
  take(item: Item): boolean;
  /** The feed has ended, with an error or without (null). Called at most once, and not when the reader itself ended it. */
  over(error: Error | null): void;
}

/** A feed that calls its reader. */
export interface PushedFeed<Item> {
  /** Hands everything to the reader from now on, in order, beginning with what waits. Instead of iterating, and once. */
  readBy(reader: FeedReader<Item>): void;
  /** The reader can take items again. */
  resume(): void;
  /** The reader wants no more: ends the feed at once; the reader is not called again. */
  stop(): void;
}

/** Whether a source of items can call its reader. */
export function isPushedFeed(source: unknown): source is PushedFeed<unknown> {
  return typeof source === 'object' && source !== null && 'readBy' in source && 'resume' in source && 'stop' in source;
}
