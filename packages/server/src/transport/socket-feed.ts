import type { GraphQLError } from 'graphql';
import type { FeedReader, PushedFeed } from '../log/pushed-feed.js';
import type { Engine, Run } from './engine.js';
import { completeFrame, errorFrame } from './frames.js';
import type { OutgoingResult } from './shared-results.js';
import { type ClientSocket, NOBODY, type SocketWriter } from './socket.js';

/** What a {@link SocketFeed} belongs to. */
export interface SocketFeedHost {
  readonly engine: Engine;
  readonly socket: ClientSocket;
  /** The feed is over by itself: its id is free again. Called before its last frame is written. */
  finished(id: string): void;
  /** Called once, however it ended, when the feed had been opened. */
  closed(): void;
}

/**
 * One subscription of a socket, without an iterator: its feed hands over an item, the item's result becomes a frame, and the frame is
 * written, all in one call. While the socket can take no more, or a result is not ready, items wait in the feed's own bounded queue.
 * It stands in the list of operations that graphql-ws keeps, which ends it by `return()` on `complete` and when the socket closes.
 */
export class SocketFeed implements FeedReader<unknown>, SocketWriter, AsyncIterable<never> {
  readonly #host: SocketFeedHost;
  readonly #id: string;
  #run: Run | null = null;
  #source: PushedFeed<unknown> | null = null;
  #isBegun = false;
  #isOver = false;
  /** Items up to this `seq` are replayed. */
  #replayedUpTo = 0;

  constructor(host: SocketFeedHost, id: string) {
    this.#host = host;
    this.#id = id;
  }

  /** Whether it has ended. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /**
   * Opens the subscription and begins to write.
   * @throws whatever refuses the subscription; nothing was opened then.
   */
  async open(run: Run): Promise<void> {
    const { engine } = this.#host;
    const source = await engine.open(run);
    this.#run = run;
    this.#source = source;
    if (this.#isOver) this.#close();
    else source.readBy(this);
  }

  take(item: unknown): boolean {
    const run = this.#run;
    if (run === null || this.#isOver) return false;
    const { engine } = this.#host;
    if (this.#isBegun) engine.meter.saw(item, this.#replayedUpTo);
    else {
      this.#isBegun = true;
      this.#replayedUpTo = engine.meter.began(run.operation.rootFields[0] ?? '', item);
    }
    const result = engine.resultOf(run, item);
    if (result instanceof Promise) {
      void this.#takeLater(result);
      return false;
    }
    return this.#host.socket.deliver(result.frame(this.#id), this);
  }

  over(error: Error | null): void {
    this.#source = null;
    if (this.#isOver) return;
    this.#isOver = true;
    if (error === null) this.complete();
    else this.fail(error);
    this.#close();
  }

  /** Tells the client that the subscription ended as it should. */
  complete(): void {
    this.#write(completeFrame(this.#id));
  }

  /** Tells the client why the subscription ended or was refused. */
  fail(error: unknown): void {
    const { engine } = this.#host;
    this.refuse(engine.errorsOf(error, this.#run?.context.requestId ?? '', this.#run?.operation));
  }

  /** Ends the subscription with these errors. */
  refuse(errors: readonly GraphQLError[]): void {
    this.#isOver = true;
    this.#write(errorFrame(this.#id, errors));
  }

  drained(): void {
    this.#source?.resume();
  }

  /** The client wants no more, or its socket is closed. */
  return(): Promise<IteratorReturnResult<undefined>> {
    this.#isOver = true;
    this.#close();
    return Promise.resolve({ done: true, value: undefined });
  }

  /** What makes graphql-ws see a stream. Nobody iterates it. */
  [Symbol.asyncIterator](): AsyncIterator<never> {
    return { next: () => Promise.resolve({ done: true, value: undefined }) };
  }

  async #takeLater(coming: Promise<OutgoingResult>): Promise<void> {
    try {
      const result = await coming;
      if (this.#isOver) return;
      if (this.#host.socket.deliver(result.frame(this.#id), this)) this.drained();
    } catch (error) {
      const source = this.#source;
      this.over(error instanceof Error ? error : new Error(String(error)));
      source?.stop();
    }
  }

  #write(frame: Buffer): void {
    this.#host.finished(this.#id);
    this.#host.socket.deliver(frame, NOBODY);
  }

  /** Lets the feed go. */
  #close(): void {
    const run = this.#run;
    if (run === null) return;
    this.#run = null;
    const source = this.#source;
    this.#source = null;
    source?.stop();
    this.#host.engine.closed(run);
    this.#host.closed();
  }
}
