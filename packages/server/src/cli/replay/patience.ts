import { setTimeout as wait } from 'node:timers/promises';
import { isChatError } from '@parley/sdk';
import { chance } from '../../kernel/ids.js';

/** Many share one machine with the server here: what is late is not lost, and asking again would only be more work for it. */
export const PATIENT = { connectTimeoutMs: 60_000, requestTimeoutMs: 60_000, firstItemMs: 60_000 } as const;

const ATTEMPTS = 30;
const PAUSE_MS = 500;

/** Waits, and keeps the process alive meanwhile: towards the end there may be nothing else that does. */
export function pause(ms: number): Promise<void> {
  return wait(ms);
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
