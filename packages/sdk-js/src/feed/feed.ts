/**
 * Keeps one feed open: on whatever link there is, from wherever its reader got to, again after every kind of end.
 * What the items mean is the reader's business.
 */
import { isTokenError, toChatError, type ChatError } from '../chat-error.js';
import { Alarm, type ClientClock } from '../clock.js';
import type { Link } from '../connection/connection.js';
import type { OperationDocument } from '../operation.js';
import type { ReadableStore } from '../store.js';
import { backoffMs, type ClientTiming } from '../timing.js';
import type { WaitFor } from '../transport/execute.js';

/** Whether the reader could use an item; `hole` means that something before it is missing. */
export type Reception = 'ok' | 'hole';

/** One page of the polling twin of a feed. */
export interface FeedPage<Item> {
  readonly items: readonly Item[];
  /** Whether to ask again at once. */
  readonly hasMore: boolean;
}

/** What a feed reads from and writes to. */
export interface FeedReader<Item> {
  /** Opens the subscription at the reader's position. */
  stream(run: StreamRunner<Item>): () => void;
  /** Asks the polling twin once, at the reader's position. */
  poll(run: PollRunner): Promise<FeedPage<Item>>;
  /** The feed was opened anew: the next item must be a snapshot or a resumption. */
  opening(): void;
  /** Takes an item. */
  receive(item: Item): Reception;
  /** A page of the polling twin was taken whole. */
  pageRead?(): void;
  /** The feed cannot go on and will not be tried again. */
  failed(error: ChatError): void;
}

/** Starts a subscription for a reader. */
export type StreamRunner<Item> = <Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables, pick: (data: Data) => Item) => () => void;
/** Runs a query for a reader. */
export type PollRunner = <Data, Variables>(document: OperationDocument<Data, Variables>, variables: Variables) => Promise<Data>;

/** What a feed needs of its client. */
export interface FeedDeps {
  readonly link: ReadableStore<Link | null>;
  readonly clock: ClientClock;
  readonly timing: ClientTiming;
  /** Gives up a request after `requestTimeoutMs`. */
  readonly wait: WaitFor;
  /** The token was refused on this feed. */
  refused(error: ChatError): void;
  /** The stream does not get through. */
  fallBack(): void;
}

/** A feed that stays open from {@link Feed.start} to {@link Feed.stop}. */
export class Feed<Item> {
  readonly #deps: FeedDeps;
  readonly #reader: FeedReader<Item>;
  readonly #again: Alarm;
  readonly #silence: Alarm;
  #unwatch: (() => void) | null = null;
  #stop: (() => void) | null = null;
  #generation = 0;
  /** Grows with each opening: what an older one still says is not listened to. */
  #round = 0;
  #failures = 0;
  /** Openings over SSE that brought nothing. */
  #mute = 0;

  constructor(deps: FeedDeps, reader: FeedReader<Item>) {
    this.#deps = deps;
    this.#reader = reader;
    this.#again = new Alarm(deps.clock);
    this.#silence = new Alarm(deps.clock);
  }

  /** Opens it as soon as there is a link, and on each new one. */
  start(): void {
    if (this.#unwatch) return;
    this.#failures = 0;
    this.#unwatch = this.#deps.link.subscribe(() => {
      this.#linkChanged();
    });
    this.#generation = 0;
    this.#linkChanged();
  }

  /** Closes it. Starting again resumes. */
  stop(): void {
    this.#unwatch?.();
    this.#unwatch = null;
    this.#close();
  }

  #linkChanged(): void {
    const link = this.#deps.link.getSnapshot();
    if (!link) {
      this.#generation = 0;
      this.#close();
    } else if (link.generation !== this.#generation) {
      this.#generation = link.generation;
      this.#failures = 0;
      this.#open();
    }
  }

  #close(): void {
    this.#round += 1;
    this.#again.clear();
    this.#silence.clear();
    const stop = this.#stop;
    this.#stop = null;
    stop?.();
  }

  #open(): void {
    this.#close();
    const link = this.#deps.link.getSnapshot();
    if (!link) return;
    this.#reader.opening();
    if (link.transport === 'polling') void this.#poll(link, this.#round);
    else this.#stream(link, this.#round);
  }

  #stream(link: Link, round: number): void {
    const { timing } = this.#deps;
    let isFirst = true;
    this.#silence.set(timing.firstItemMs, () => {
      this.#unheard(link);
    });
    this.#stop = this.#reader.stream((document, variables, pick) =>
      link.executor.stream(document, variables, {
        next: (data) => {
          if (round !== this.#round) return;
          if (isFirst) {
            isFirst = false;
            this.#mute = 0;
          }
          this.#silence.set(timing.silenceMs, () => {
            this.#reopenLater(null);
          });
          this.#take(pick(data));
        },
        error: (error) => {
          if (round === this.#round) this.#ended(error, link);
        },
        complete: () => {
          if (round === this.#round) this.#reopenLater(null);
        },
      }),
    );
  }

  #take(item: Item): boolean {
    if (this.#reader.receive(item) === 'ok') {
      this.#failures = 0;
      return true;
    }
    this.#reopenLater(0);
    return false;
  }

  async #poll(link: Link, round: number): Promise<void> {
    try {
      const page = await this.#reader.poll((document, variables) => link.executor.run(document, variables, this.#deps.wait));
      if (round !== this.#round) return;
      for (const item of page.items) {
        if (!this.#take(item) || round !== this.#round) return;
      }
      this.#failures = 0;
      this.#reader.pageRead?.();
      this.#again.set(page.hasMore ? 0 : this.#deps.timing.pollIntervalMs, () => void this.#poll(link, round));
    } catch (error) {
      if (round === this.#round) this.#ended(error, link);
    }
  }

  /** No first item in time. Something in between may hold the stream back. */
  #unheard(link: Link): void {
    if (link.transport === 'sse') {
      this.#mute += 1;
      this.#deps.fallBack();
      if (this.#deps.link.getSnapshot() !== link) return;
    }
    this.#reopenLater(null);
  }

  #ended(error: unknown, link: Link): void {
    const known = toChatError(error, 'read the feed');
    if (isTokenError(known)) {
      this.#close();
      this.#deps.refused(known);
      // Over a socket its own end follows; if it does not, this tries again.
      this.#reopenLater(null);
      return;
    }
    if (known.retryable) {
      if (link.transport === 'sse' && known.code === 'NETWORK_ERROR') {
        this.#mute += 1;
        if (this.#mute > 2) this.#deps.fallBack();
        if (this.#deps.link.getSnapshot() !== link) return;
      }
      this.#reopenLater(known.retryAfterMs ?? (known.retry === 'now' && this.#failures === 0 ? 0 : null));
      return;
    }
    this.stop();
    this.#reader.failed(known);
  }

  #reopenLater(waitMs: number | null): void {
    this.#close();
    const failures = this.#failures++;
    this.#again.set(waitMs === 0 && failures < 4 ? 0 : backoffMs(this.#deps, failures, waitMs), () => {
      this.#open();
    });
  }
}
