import type { SyncStatus, Visit } from '@parley/sdk';
import { visitOf, type StoreState, type VisitData, type VisitHandle, type VisitOptions } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useVisit} returns. */
export type VisitResult = Loadable & {
  readonly syncStatus: SyncStatus;
  /** The page on which they are or were last; null when none was reported. */
  readonly visit: Visit | null;
  /** Opens it again after `failed`. */
  readonly retry: () => void;
};

const project = (state: StoreState<VisitData>, { retry }: VisitHandle): VisitResult => ({ ...loadable(state), syncStatus: state.syncStatus, visit: state.visit, retry });

/** The part of the result that `select` takes. */
export function useVisit<Selected>(options: VisitOptions & Selecting<VisitResult, Selected>): Selected;
/**
 * The page of the host's site on which a visitor is, live, with where they came from. For staff; `status` is `failed` with FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { visit } = useVisit({ userId: customer.id });
 * return <p>{visit?.title ?? visit?.url}</p>;
 * ```
 */
export function useVisit(options: VisitOptions): VisitResult;
export function useVisit<Selected>({ userId, select }: VisitOptions & Partial<Selecting<VisitResult, Selected>>): VisitResult | Selected {
  return useSupportStore(visitOf(useChatClient(), { userId }), project, select);
}
