/** What went wrong in a run; all zero in a good one. */
export interface Faults {
  /** Acknowledged messages that a subscriber did not get. */
  readonly lost: number;
  /** Messages that a subscriber got again. */
  readonly repeated: number;
  /** Messages that came after a later one. */
  readonly outOfOrder: number;
}

/** A run without faults. */
export const NO_FAULTS: Faults = { lost: 0, repeated: 0, outOfOrder: 0 };

/** The faults of several runs together. */
export function sumFaults(all: readonly Faults[]): Faults {
  return all.reduce(
    (sum, each) => ({ lost: sum.lost + each.lost, repeated: sum.repeated + each.repeated, outOfOrder: sum.outOfOrder + each.outOfOrder }),
    NO_FAULTS,
  );
}

/**
 * Watches the numbers that one subscriber gets. Numbers may be skipped, since a conversation numbers more than messages;
 * a skipped number counts as lost when it was that of an acknowledged message.
 */
export class SequenceCheck {
  #last: number;
  readonly #skipped = new Set<number>();
  #repeated = 0;
  #outOfOrder = 0;

  /** @param start number of the last event before the first that is awaited */
  constructor(start: number) {
    this.#last = start;
  }

  /** Number of the newest message that arrived. */
  get last(): number {
    return this.#last;
  }

  /** Takes a number as it arrives. */
  take(seq: number): void {
    if (seq > this.#last) {
      for (let missing = this.#last + 1; missing < seq; missing += 1) this.#skipped.add(missing);
      this.#last = seq;
    } else if (this.#skipped.delete(seq)) {
      this.#outOfOrder += 1;
    } else {
      this.#repeated += 1;
    }
  }

  /** Whether this message arrived. */
  has(seq: number): boolean {
    return seq <= this.#last && !this.#skipped.has(seq);
  }

  /** Compares with the numbers of all acknowledged messages. */
  faults(acknowledged: Iterable<number>): Faults {
    let lost = 0;
    for (const seq of acknowledged) if (!this.has(seq)) lost += 1;
    return { lost, repeated: this.#repeated, outOfOrder: this.#outOfOrder };
  }
}
