import type { Conversation, ConversationHandle, ConversationState, Participant, SyncStatus, Tag } from '@parley/sdk';
import { useConversationHandle, type ConversationOptions } from './conversation-provider.js';
import { initialConversation } from './initial-states.js';
import { loadable, useResult, type Loadable, type Selecting, type View } from './use-result.js';

/** What {@link useConversation} returns. */
export type ConversationResult = Loadable & {
  readonly syncStatus: SyncStatus;
  /** Title, booking, participants, send gate; null until loaded. */
  readonly conversation: Conversation | null;
  /** The viewer's own place in it; null for staff who look without having joined, and until loaded. */
  readonly me: Participant | null;
  /** Whether the viewer may send at the moment, as far as is known here; the server decides. */
  readonly canSend: boolean;
  /** Tags that staff put on it, by name; empty for all but staff. */
  readonly tags: readonly Tag[];
  /** Opens the feed again after `failed`. */
  readonly retry: () => void;
};

const view: View<ConversationState, ConversationHandle, ConversationResult> = {
  initial: initialConversation,
  project: (state, handle) => ({
    ...loadable(state),
    syncStatus: state.syncStatus,
    conversation: state.conversation,
    me: state.me,
    canSend: state.canSend,
    tags: state.tags,
    retry: handle.retry,
  }),
};

/** The part of the result that `select` takes. */
export function useConversation<Selected>(
  options: ConversationOptions & Selecting<ConversationResult, Selected>,
): Selected;
/**
 * A conversation without its messages, kept current: title, booking, participants, whether one may send.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider, or when no conversation is named.
 * @example
 * ```tsx
 * const { conversation, status, error } = useConversation();
 * if (status === 'failed') return <p role="alert">{error.message}</p>;
 * return <h1>{conversation?.booking?.title ?? conversation?.title}</h1>;
 * ```
 */
export function useConversation(options?: ConversationOptions): ConversationResult;
export function useConversation<Selected>(
  options?: ConversationOptions & Partial<Selecting<ConversationResult, Selected>>,
): ConversationResult | Selected {
  return useResult(useConversationHandle(options), view, options?.select);
}
