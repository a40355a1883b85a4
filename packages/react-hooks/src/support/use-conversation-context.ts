import type { ConversationAction, ConversationContext } from '@parley/sdk';
import { conversationContext, type ConversationContextData, type ConversationContextHandle, type ConversationContextOptions, type StoreState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useConversationContext} returns. */
export type ConversationContextResult = Loadable &
  Pick<ConversationContextHandle, 'retry'> & {
    /** Where it stands; null until it is known, and for who may not know of the conversation. */
    readonly standing: ConversationContext['status'] | null;
    /** What the viewer can do now. */
    readonly actions: readonly ConversationAction[];
    /** Whose turn it is, and since when; null where it is nobody’s. */
    readonly awaited: ConversationContext['awaited'];
  };

const NOTHING: readonly ConversationAction[] = [];

const project = (state: StoreState<ConversationContextData>, { retry }: ConversationContextHandle): ConversationContextResult => ({
  ...loadable(state),
  standing: state.context?.status ?? null,
  actions: state.context?.actions ?? NOTHING,
  awaited: state.context?.awaited ?? null,
  retry,
});

/** The part of the result that `select` takes. */
export function useConversationContext<Selected>(options: ConversationContextOptions & Selecting<ConversationContextResult, Selected>): Selected;
/**
 * Where a conversation stands for the viewer, live: what they can do with it now, and whose turn it is, since when. For bookings and support alike.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { actions, awaited } = useConversationContext({ conversationId });
 * return <button disabled={!actions.includes('RESOLVE_CASE')} title={awaited?.role} onClick={() => resolve()}>Resolve</button>;
 * ```
 */
export function useConversationContext(options: ConversationContextOptions): ConversationContextResult;
export function useConversationContext<Selected>({
  conversationId,
  select,
}: ConversationContextOptions & Partial<Selecting<ConversationContextResult, Selected>>): ConversationContextResult | Selected {
  return useSupportStore(conversationContext(useChatClient(), { conversationId }), project, select);
}
