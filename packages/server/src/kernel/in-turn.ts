import { isChatError } from './errors.js';
import type { Log } from './log.js';
import type { LogEventName } from './log-events.js';

/** How a sweep deals with what it has found. */
export interface InTurn<Item> {
  readonly log: Log;
  /** Names what could not be done, for the log. */
  readonly event: LogEventName;
  /** Completes `unable to …; trying again later`. */
  readonly operation: string;
  work(item: Item): Promise<void>;
}

/**
 * Works on everything that a sweep has found, one after the other. What fails for one of them is logged and left to the next sweep: it keeps none of the others, nor
 * other sites, waiting. What nothing can be done about now, a database out of reach, ends it at once.
 * @throws ChatError UNAVAILABLE
 */
export async function inTurn<Item>(items: readonly Item[], { log, event, operation, work }: InTurn<Item>): Promise<void> {
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      if (isChatError(error, 'UNAVAILABLE')) throw error;
      log.error({ event, err: error }, `unable to ${operation}; trying again later`);
    }
  }
}
