/** Lets one holder in at a time, in the order of asking. */
export class Mutex {
  #tail: Promise<void> = Promise.resolve();
  #asked = 0;

  /** How many hold it or wait for it. */
  get asked(): number {
    return this.#asked;
  }

  /** Resolves when it is the caller's turn, with the function that ends it. Calling that twice does nothing more. */
  async acquire(): Promise<() => void> {
    const before = this.#tail;
    this.#asked += 1;
    let isReleased = false;
    let release = (): void => undefined;
    this.#tail = new Promise<void>((resolve) => {
      release = () => {
        if (!isReleased) this.#asked -= 1;
        isReleased = true;
        resolve();
      };
    });
    await before;
    return release;
  }

  /** Runs `work` alone and hands on its outcome. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
