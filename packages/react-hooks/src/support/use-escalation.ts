import type { Escalation } from '@parley/sdk';
import { escalations, type EscalationsHandle, type EscalationsOptions, type ListState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useEscalation} returns. */
export type EscalationResult = Loadable &
  Pick<EscalationsHandle, 'open' | 'decide' | 'loadMore' | 'retry'> & {
    /** Those loaded so far, newest first. */
    readonly escalations: readonly Escalation[];
    readonly hasMore: boolean;
    readonly isLoadingMore: boolean;
  };

const project = (state: ListState<Escalation>, { open, decide, loadMore, retry }: EscalationsHandle): EscalationResult => ({
  ...loadable(state),
  escalations: state.items,
  hasMore: state.hasMore,
  isLoadingMore: state.isLoadingMore,
  open,
  decide,
  loadMore,
  retry,
});

/** The part of the result that `select` takes. */
export function useEscalation<Selected>(options: EscalationsOptions & Selecting<EscalationResult, Selected>): Selected;
/**
 * Questions of agents to admins about cases, live: to open, to talk about in their own conversation, and to decide. For staff; `status` is `failed` with
 * FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { escalations, open } = useEscalation({ caseId });
 * return <button onClick={() => open({ caseId, reason: 'May I refund it?' })}>Ask an admin ({escalations.length})</button>;
 * ```
 */
export function useEscalation(options?: EscalationsOptions): EscalationResult;
export function useEscalation<Selected>({ caseId, status, select }: EscalationsOptions & Partial<Selecting<EscalationResult, Selected>> = {}): EscalationResult | Selected {
  return useSupportStore(escalations(useChatClient(), { caseId, status }), project, select);
}
