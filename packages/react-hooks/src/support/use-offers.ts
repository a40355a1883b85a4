import type { Offer, SyncStatus } from '@parley/sdk';
import { offers, type OffersData, type OffersHandle, type StoreState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useOffers} returns. */
export type OffersResult = Loadable &
  Pick<OffersHandle, 'accept' | 'reject' | 'retry'> & {
    readonly syncStatus: SyncStatus;
    /** The live ones, oldest first: PENDING are to be answered by `expiresAt`, ACCEPTED and WRAPPING_UP are the viewer's work. */
    readonly offers: readonly Offer[];
  };

const project = (state: StoreState<OffersData>, { accept, reject, retry }: OffersHandle): OffersResult => ({
  ...loadable(state),
  syncStatus: state.syncStatus,
  offers: state.offers,
  accept,
  reject,
  retry,
});

/** The part of the result that `select` takes. */
export function useOffers<Selected>(options: Selecting<OffersResult, Selected>): Selected;
/**
 * The customers that the viewer is asked to take, and those they have, live. For agents; `status` is `failed` with FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { offers, accept, reject } = useOffers();
 * const asked = offers.filter(({ status }) => status === 'PENDING');
 * return asked.map(({ id, case: { customer } }) => (
 *   <p key={id}>{customer.displayName} <button onClick={() => accept(id)}>Accept</button> <button onClick={() => reject(id)}>Reject</button></p>
 * ));
 * ```
 */
export function useOffers(): OffersResult;
export function useOffers<Selected>(options?: Selecting<OffersResult, Selected>): OffersResult | Selected {
  return useSupportStore(offers(useChatClient()), project, options?.select);
}
