import { isChatError } from '@parley/sdk';
import { systemClock } from '../../kernel/clock.js';
import { chance } from '../../kernel/ids.js';

const ATTEMPTS = 30;
const PAUSE_MS = 500;

/** Waits, without keeping the process alive. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void systemClock.after(ms, resolve));
}

/** Repeats a call that can be repeated for as long as the server says that it may work later, as a client does; waits as long as it says. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isChatError(error) || !error.retryable || attempt === ATTEMPTS) throw error;
      await pause((error.retryAfterMs ?? PAUSE_MS) * (0.5 + chance()));
    }
  }
}

/** What went wrong, in short. */
export function problemOf(error: unknown): string {
  if (isChatError(error)) return `${error.code}: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
