import type { QueueState, SupportCase, SyncStatus } from '@parley/sdk';
import { queues, type QueuesData, type QueuesHandle, type StoreState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useQueue} returns. */
export type QueueResult = Loadable &
  Pick<QueuesHandle, 'save' | 'retry'> & {
    readonly syncStatus: SyncStatus;
    /** All of the site, with how many wait, are offered, open, pending and snoozed. */
    readonly queues: readonly QueueState[];
    /** Those that the viewer may see and that are not over. */
    readonly cases: readonly SupportCase[];
  };

const project = (state: StoreState<QueuesData>, { save, retry }: QueuesHandle): QueueResult => ({
  ...loadable(state),
  syncStatus: state.syncStatus,
  queues: state.queues,
  cases: state.cases,
  save,
  retry,
});

/** The part of the result that `select` takes. */
export function useQueue<Selected>(options: Selecting<QueueResult, Selected>): Selected;
/**
 * The queues and the cases in them, live: the board of staff. `status` is `failed` with FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { queues } = useQueue();
 * return <ul>{queues.map(({ queue, waiting, open }) => <li key={queue.id}>{queue.name}: {waiting} wait, {open} open</li>)}</ul>;
 * ```
 */
export function useQueue(): QueueResult;
export function useQueue<Selected>(options?: Selecting<QueueResult, Selected>): QueueResult | Selected {
  return useSupportStore(queues(useChatClient()), project, options?.select);
}
