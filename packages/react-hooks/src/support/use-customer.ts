import type { Customer } from '@parley/sdk';
import { customers, type CustomerHandle, type CustomerOptions, type CustomerState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useCustomer} returns. */
export type CustomerResult = Loadable &
  Pick<CustomerHandle, 'setAttributes' | 'loadMore' | 'refresh' | 'retry'> & {
    /** Null until it is read, and where there is no such customer. */
    readonly customer: Customer | null;
  };

const project = (state: CustomerState, { setAttributes, loadMore, refresh, retry }: CustomerHandle): CustomerResult => ({
  ...loadable(state),
  customer: state.customer,
  setAttributes,
  loadMore,
  refresh,
  retry,
});

/** The part of the result that `select` takes. */
export function useCustomer<Selected>(options: CustomerOptions & Selecting<CustomerResult, Selected>): Selected;
/**
 * A customer as staff see them beside a conversation: profile, attributes, bookings, conversations and payments. `status` is `failed` with FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { customer, loadMore } = useCustomer({ userId });
 * return <button onClick={() => loadMore('payments')}>{customer?.totals.payments} payments</button>;
 * ```
 */
export function useCustomer(options: CustomerOptions): CustomerResult;
export function useCustomer<Selected>({ userId, select }: CustomerOptions & Partial<Selecting<CustomerResult, Selected>>): CustomerResult | Selected {
  return useSupportStore(customers(useChatClient(), { userId }), project, select);
}
