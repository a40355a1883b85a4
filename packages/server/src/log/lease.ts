import type { Unsubscribe } from '../bus/contract.js';

/** A subscription that is under way, or there. Once it is there it keeps no promise: there are several for each client, and a promise weighs more than all of this. */
export class Lease {
  #coming: Promise<void> | null;
  #end: Unsubscribe | null = null;
  #isReleased = false;

  /** Takes over what `subscribe` answered. */
  constructor(coming: Promise<Unsubscribe>) {
    this.#coming = coming.then((end) => {
      this.#coming = null;
      if (this.#isReleased) end();
      else this.#end = end;
    });
    // Whoever waits for it hears of the failure.
    this.#coming.catch(() => undefined);
  }

  /** Resolves once nothing is missed; rejects when it could not be subscribed. */
  async active(): Promise<void> {
    await this.#coming;
  }

  /** Ends the subscription, now or as soon as it is there. */
  release(): void {
    this.#isReleased = true;
    this.#end?.();
    this.#end = null;
  }
}
