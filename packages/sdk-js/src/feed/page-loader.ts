/** Loading one page at a time. */
import { toChatError } from '../chat-error.js';

/** Runs one load at a time; what is asked for meanwhile is not done. */
export class PageLoader {
  readonly #changed: () => void;
  isLoading = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Loads, unless something loads already. Rejects with a `ChatError`. */
  async run(load: () => Promise<void>): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    this.#changed();
    try {
      await load();
    } catch (error) {
      throw toChatError(error, 'load more');
    } finally {
      this.isLoading = false;
      this.#changed();
    }
  }
}
