import { deadline, PATIENCE_MS, type Deadline } from './deadline.js';

interface Waiter<T> {
  readonly accepts: (item: T) => boolean;
  readonly resolve: (item: T) => void;
  readonly reject: (error: Error) => void;
  readonly limit: Deadline;
}

/** Keeps what arrives until somebody asks for it, so that nothing is missed between two questions. */
export class Arrivals<T> {
  /** Everything that ever arrived, in order. */
  readonly all: T[] = [];
  #unread: T[] = [];
  #waiters: Waiter<T>[] = [];
  #end: Error | null = null;

  constructor(private readonly name: string) {}

  /** Takes in an item. */
  push(item: T): void {
    this.all.push(item);
    const index = this.#waiters.findIndex(({ accepts }) => accepts(item));
    const waiter = this.#waiters[index];
    if (!waiter) {
      this.#unread.push(item);
      return;
    }
    this.#waiters.splice(index, 1);
    waiter.limit.cancel();
    waiter.resolve(item);
  }

  /** Nothing will arrive any more: whoever waits, or asks later for what did not arrive, gets this error. */
  end(error: Error): void {
    this.#end ??= error;
    for (const { limit, reject } of this.#waiters.splice(0)) {
      limit.cancel();
      reject(error);
    }
  }

  /** The next item that `accepts` takes, from those not yet taken or still to come. Items before it stay for later questions. */
  next(accepts: (item: T) => boolean = () => true, ms: number = PATIENCE_MS): Promise<T> {
    const index = this.#unread.findIndex(accepts);
    const [item] = index < 0 ? [] : this.#unread.splice(index, 1);
    if (item !== undefined) return Promise.resolve(item);
    if (this.#end) return Promise.reject(this.#end);
    return new Promise((resolve, reject) => {
      const waiter: Waiter<T> = {
        accepts,
        resolve,
        reject,
        limit: deadline(ms, `${this.name} (arrived so far: ${JSON.stringify(this.all).slice(0, 2_000)})`, (error) => {
          this.#waiters = this.#waiters.filter((each) => each !== waiter);
          reject(error);
        }),
      };
      this.#waiters.push(waiter);
    });
  }

  /** Items that arrived and were not taken. */
  get unread(): readonly T[] {
    return this.#unread;
  }
}
