/** Tells the server how far the viewer got: the newest mark only, one request at a time, not too often. */
import { ChatError, toChatError } from '../chat-error.js';
import { Alarm, type ClientClock } from '../clock.js';
import { backoffMs, type ClientTiming } from '../timing.js';

/** What a {@link Mark} needs. */
export interface MarkDeps {
  readonly clock: ClientClock;
  readonly timing: ClientTiming;
  /** One request. Answers how far the server took the mark, which may be less. Rejects with a {@link ChatError}. */
  send(seq: number): Promise<number>;
}

/** A mark that only goes forward. */
export class Mark {
  readonly #deps: MarkDeps;
  readonly #pause: Alarm;
  #wanted = 0;
  #done = 0;
  #isSending = false;
  #failures = 0;
  #waiters: { seq: number; resolve(): void; reject(error: ChatError): void }[] = [];

  constructor(deps: MarkDeps) {
    this.#deps = deps;
    this.#pause = new Alarm(deps.clock);
  }

  /** The server is known to be this far. */
  reached(seq: number): void {
    this.#done = Math.max(this.#done, seq);
    this.#settle(this.#done);
  }

  /** Moves the mark. Resolves once the server has it; a mark that is behind resolves at once. */
  move(seq: number): Promise<void> {
    if (seq <= this.#done) return Promise.resolve();
    this.#wanted = Math.max(this.#wanted, seq);
    const moved = new Promise<void>((resolve, reject) => {
      this.#waiters.push({ seq, resolve, reject });
    });
    void this.#flush();
    return moved;
  }

  /** The server is there again. */
  wake(): void {
    this.#failures = 0;
    this.#pause.clear();
    void this.#flush();
  }

  /** Gives up what is not sent yet. */
  close(): void {
    this.#pause.clear();
    this.#wanted = this.#done;
    for (const waiter of this.#waiters.splice(0)) waiter.reject(new ChatError('CLIENT_CLOSED', 'unable to mark; the client was closed'));
  }

  async #flush(): Promise<void> {
    if (this.#isSending || this.#pause.isSet || this.#wanted <= this.#done) return;
    const seq = this.#wanted;
    this.#isSending = true;
    try {
      const reached = await this.#deps.send(seq);
      this.#failures = 0;
      if (this.#wanted === seq) this.#wanted = reached;
      this.#done = Math.max(this.#done, reached);
      this.#settle(seq);
      this.#pauseFor(this.#deps.timing.markIntervalMs);
    } catch (thrown) {
      const error = toChatError(thrown, 'mark');
      if (error.retryable) {
        this.#failures += 1;
        this.#pauseFor(backoffMs(this.#deps, this.#failures, error.retryAfterMs));
      } else {
        this.#wanted = this.#done;
        for (const waiter of this.#waiters.splice(0)) waiter.reject(error);
      }
    } finally {
      this.#isSending = false;
    }
  }

  #pauseFor(ms: number): void {
    this.#pause.set(ms, () => {
      void this.#flush();
    });
  }

  #settle(seq: number): void {
    const waiting = this.#waiters;
    this.#waiters = waiting.filter((waiter) => waiter.seq > seq);
    for (const waiter of waiting) if (waiter.seq <= seq) waiter.resolve();
  }
}
