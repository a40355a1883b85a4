import type { ConversationHandle, ConversationState, Person } from '@parley/sdk';
import { useConversationHandle, type ConversationOptions } from './conversation-provider.js';
import { initialConversation } from './initial-states.js';
import { useResult, type Selecting, type View } from './use-result.js';

/** What {@link useTyping} returns. */
export interface TypingResult {
  /** Who is typing at the moment, never the viewer. They leave by themselves when they stop, send or vanish. */
  readonly people: readonly Person[];
  /** Call it on every change of the input: it tells the others seldom enough, and that it ended once no call follows. */
  readonly keystroke: () => void;
  /** Tells the others at once that the viewer stopped, as when the input was emptied. Sending does so by itself. */
  readonly stop: () => void;
}

const view: View<ConversationState, ConversationHandle, TypingResult> = {
  initial: initialConversation,
  project: (state, handle) => ({
    people: state.typing.map((typing) => typing.user),
    keystroke: handle.keystroke,
    stop: handle.stopTyping,
  }),
};

/** The part of the result that `select` takes. */
export function useTyping<Selected>(options: ConversationOptions & Selecting<TypingResult, Selected>): Selected;
/**
 * Who is typing, and the way to tell the others that the viewer is.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider, or when no conversation is named.
 * @example
 * ```tsx
 * const { people, keystroke } = useTyping();
 * return (
 *   <>
 *     <input onChange={keystroke} />
 *     {people.length ? <p role="status">{people.map((person) => person.displayName).join(', ')} typing…</p> : null}
 *   </>
 * );
 * ```
 */
export function useTyping(options?: ConversationOptions): TypingResult;
export function useTyping<Selected>(
  options?: ConversationOptions & Partial<Selecting<TypingResult, Selected>>,
): TypingResult | Selected {
  return useResult(useConversationHandle(options), view, options?.select);
}
