import type { QueuePositionChanged, SupportCase, SyncStatus } from '@parley/sdk';
import { caseOf, type CaseHandle, type CaseOptions, type CaseState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useCase} returns. */
export type CaseResult = Loadable &
  Pick<CaseHandle, 'takeOver' | 'transfer' | 'setPending' | 'snooze' | 'setPriority' | 'resolve' | 'close' | 'reopen' | 'completeWrapUp' | 'retry'> & {
    readonly syncStatus: SyncStatus;
    /** Null until it is known, and for a conversation that belongs to none. */
    readonly case: SupportCase | null;
    /** Where it stands in its line; null once it waits no more. */
    readonly place: QueuePositionChanged | null;
  };

const project = (state: CaseState, handle: CaseHandle): CaseResult => {
  const { takeOver, transfer, setPending, snooze, setPriority, resolve, close, reopen, completeWrapUp, retry } = handle;
  return {
    ...loadable(state),
    syncStatus: state.syncStatus,
    case: state.case,
    place: state.place,
    takeOver,
    transfer,
    setPending,
    snooze,
    setPriority,
    resolve,
    close,
    reopen,
    completeWrapUp,
    retry,
  };
};

/** The part of the result that `select` takes. */
export function useCase<Selected>(options: CaseOptions & Selecting<CaseResult, Selected>): Selected;
/**
 * The case of a conversation as staff have it, live: who has it, where it stands, and what can be done with it.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { case: open, transfer, resolve } = useCase({ conversationId });
 * return (
 *   <>
 *     <p>{open?.status} {open?.agent?.displayName}</p>
 *     <button onClick={() => transfer({ queue: 'billing', note: 'Wants the money back' })}>To billing</button>
 *     <button onClick={() => resolve()}>Resolve</button>
 *   </>
 * );
 * ```
 */
export function useCase(options: CaseOptions): CaseResult;
export function useCase<Selected>({ conversationId, select }: CaseOptions & Partial<Selecting<CaseResult, Selected>>): CaseResult | Selected {
  return useSupportStore(caseOf(useChatClient(), { conversationId }), project, select);
}
