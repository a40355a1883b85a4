/** Decides by a seed what happens next, of all that could. */

/** What waits for its turn. */
interface Waiting {
  /** Waiting things of one lane happen in their order; those of different lanes in any. */
  readonly lane: string;
  readonly run: () => void;
}

/** Chance that follows from a seed. */
export type Random = () => number;

/** Numbers from 0 up to 1 by the generator mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Lets things happen one at a time, in an order that the seed chooses. */
export class Scheduler {
  readonly random: Random;
  #waiting: Waiting[] = [];
  #lanes = 0;
  /** Statements that the database has been given and not answered. */
  #busy = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  /** How much waits. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether something happens, as often as `share` of 1 says. */
  happens(share: number): boolean {
    return this.random() < share;
  }

  /** One of them. */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error('there is nothing to pick from');
    return item;
  }

  /** Puts something in the queue; without a lane it is in no order with anything. */
  later(run: () => void, lane = `own ${(this.#lanes += 1)}`): void {
    this.#waiting.push({ lane, run });
  }

  /** Resolves when its turn has come. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.later(resolve);
    });
  }

  /** Runs a piece of the database's work, for which the scheduler waits. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work();
    } finally {
      this.#busy -= 1;
    }
  }

  /** Lets up to `most` things happen, each with all that follows from it at once. */
  async run(most: number): Promise<void> {
    await this.#rest();
    for (let done = 0; done < most && this.#waiting.length > 0; done += 1) {
      const chosen = this.#chosen();
      this.#waiting.splice(this.#waiting.indexOf(chosen), 1);
      chosen.run();
      await this.#rest();
    }
  }

  #chosen(): Waiting {
    const one = this.pick(this.#waiting);
    return this.#waiting.find((each) => each.lane === one.lane) ?? one;
  }

  /** Until nothing goes on by itself any more. */
  async #rest(): Promise<void> {
    let quiet = 0;
    while (quiet < 2) {
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      quiet = this.#busy === 0 ? quiet + 1 : 0;
    }
  }
}
