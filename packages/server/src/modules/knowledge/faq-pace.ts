/** Steps that take about ten milliseconds. */
const STEPS = 5_000_000;

/** Lets everything else of the event loop have its turn while something long is computed. */
export class Pace {
  #steps = 0;

  /** So many steps were done: undefined, or a pause to wait for. */
  after(steps: number): Promise<void> | undefined {
    this.#steps += steps;
    if (this.#steps < STEPS) return undefined;
    this.#steps = 0;
    return new Promise((resolve) => setImmediate(resolve));
  }
}
