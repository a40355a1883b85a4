/** Who else of the staff looks at a conversation or writes into it. */
import { toChatError } from '../chat-error.js';
import { Alarm } from '../clock.js';
import { contextOf } from '../context.js';
import type { ChatClient } from '../create-chat-client.js';
import { ShowActivityDocument } from '../generated/operations.js';

/** How often it is said that the viewer still looks, in milliseconds; it holds for 12 seconds. */
export const LOOKING_EVERY_MS = 5_000;
/** How often it is said at most that the viewer writes, in milliseconds; it holds for 6 seconds. */
const TYPING_EVERY_MS = 3_000;

/** Tells colleagues what the viewer does with a conversation. */
export interface ActivityReporter {
  /** The viewer pressed a key, in an answer or a note. Call it on every key. */
  readonly keystroke: () => void;
  /** Takes it back at once and stops. */
  readonly stop: () => void;
}

/**
 * Tells colleagues who have the conversation open that the viewer looks at it, until it is stopped; who else does is in `client.conversation(id)` under
 * `colleagues`. For agents and admins: for others nothing happens. Failures do not matter.
 *
 * @example
 * const mine = reportActivity(client, conversationId);
 * input.addEventListener('keydown', mine.keystroke);
 */
export function reportActivity(client: ChatClient, conversationId: string): ActivityReporter {
  const { clock, runner } = contextOf(client);
  const next = new Alarm(clock);
  let typedAt: number | null = null;
  let isOver = false;
  const isTyping = (): boolean => typedAt !== null && clock.now() - typedAt < TYPING_EVERY_MS;
  const tell = (activity: 'LOOKING' | 'TYPING' | 'AWAY'): void => {
    runner.request(ShowActivityDocument, { input: { conversationId, activity } }).catch((error: unknown) => {
      // Whoever may not is not asked again.
      if (!toChatError(error, 'show activity').retryable) stop();
    });
  };
  const look = (): void => {
    if (isOver) return;
    // What is said of writing holds a little longer than the pause between two words about looking.
    if (!isTyping()) tell('LOOKING');
    next.set(LOOKING_EVERY_MS, look);
  };
  const stop = (): void => {
    isOver = true;
    next.clear();
  };
  look();
  return {
    keystroke: () => {
      if (isOver || isTyping()) return;
      typedAt = clock.now();
      tell('TYPING');
    },
    stop: () => {
      if (isOver) return;
      stop();
      tell('AWAY');
    },
  };
}
