import type { Clock, Timer } from '../kernel/clock.js';

/** Something that ends at a moment. */
export interface Ending {
  /** Its moment has come. It is no longer kept. */
  expired(): void;
}

/** Longest delay of a timer; what ends later is looked at again then. */
const MAX_DELAY = 2 ** 31 - 1;

/** Ends many things, each at its own moment, with one timer for all of them. */
export class Deadlines {
  readonly #clock: Clock;
  readonly #endings = new Map<number, Set<Ending>>();
  #timer: Timer | null = null;
  #timerAt = Number.POSITIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `ending.expired()` once at `at` (milliseconds since 1970), at once when that is past, unless it is removed before. */
  add(at: number, ending: Ending): void {
    const endings = this.#endings.get(at);
    if (endings) endings.add(ending);
    else this.#endings.set(at, new Set([ending]));
    if (at < this.#timerAt) this.#wait(at);
  }

  remove(at: number, ending: Ending): void {
    const endings = this.#endings.get(at);
    if (!endings?.delete(ending) || endings.size > 0) return;
    this.#endings.delete(at);
    if (this.#endings.size === 0) this.#rest();
  }

  #wait(at: number): void {
    this.#timer?.cancel();
    this.#timerAt = at;
    const left = at - this.#clock.now().getTime();
    this.#timer = this.#clock.after(Math.min(Math.max(left, 0), MAX_DELAY), () => this.#look());
  }

  #rest(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#timerAt = Number.POSITIVE_INFINITY;
  }

  #look(): void {
    const now = this.#clock.now().getTime();
    let next = Number.POSITIVE_INFINITY;
    for (const [at, endings] of this.#endings) {
      if (at > now) {
        next = Math.min(next, at);
        continue;
      }
      this.#endings.delete(at);
      for (const ending of endings) ending.expired();
    }
    this.#rest();
    if (next !== Number.POSITIVE_INFINITY) this.#wait(next);
  }
}
