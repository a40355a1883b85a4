/** A customer as staff see them beside a conversation. */
import type { ChatClient } from '../create-chat-client.js';
import { CustomerBookingsDocument, CustomerConversationsDocument, CustomerDocument, CustomerPaymentsDocument, SetCustomerAttributesDocument } from '../generated/operations.js';
import type { Customer } from '../generated/types.js';
import { toChatError } from '../chat-error.js';
import { perOptions, type HandleSetup } from './handles.js';
import { queryStore, type QueryStore } from './query-store.js';
import type { StoreState, SupportStore } from './support-store.js';

/** Which customer. */
export interface CustomerOptions {
  /** The id of the user. */
  readonly userId: string;
}

/** What the store of a customer holds. */
export interface CustomerData {
  /** Null until it is read, and where there is no such customer. */
  readonly customer: Customer | null;
}

/** The state of {@link customers}. */
export type CustomerState = StoreState<CustomerData>;

/** Lists of a customer that come in pages. */
export type CustomerList = 'bookings' | 'conversations' | 'payments';

/** The store of a customer. All functions reject with a `ChatError`. */
export interface CustomerHandle extends SupportStore<CustomerState> {
  /** Sets attributes; what is not named stays, null takes one away. */
  readonly setAttributes: (attributes: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Loads the next page of one of the lists into `customer`; does nothing when there is none. */
  readonly loadMore: (list: CustomerList) => Promise<void>;
  /** Reads all of it again, each list from its beginning. */
  readonly refresh: () => void;
}

/**
 * A customer: profile, attributes, bookings, conversations and payments. For staff; `status` becomes `failed` with FORBIDDEN for others.
 *
 * @example
 * const beside = customers(client, { userId: conversation.participants[0].user.id });
 * beside.subscribe(() => render(beside.getSnapshot().customer));
 */
export const customers: (client: ChatClient, options: CustomerOptions) => CustomerHandle = /*#__PURE__*/ perOptions(createCustomer);

interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly startCursor: string | null; readonly endCursor: string | null; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

function createCustomer({ context, options, listeners }: HandleSetup<CustomerOptions>): CustomerHandle {
  const { runner } = context;
  const { userId } = options;
  const store: QueryStore<CustomerData> = queryStore<CustomerData>(
    context,
    { initial: { customer: null }, read: async () => ({ customer: (await runner.request(CustomerDocument, { userId })).customer }) },
    listeners,
  );
  const edit = (update: (customer: Customer) => Customer): void => {
    store.change(({ customer }) => ({ customer: customer && update(customer) }));
  };
  const more = async <Node extends { readonly id: string }>(shown: Page<Node>, ask: (after: string | null) => Promise<Page<Node>>): Promise<Page<Node>> => {
    const next = await ask(shown.pageInfo.endCursor);
    const known = new Set(shown.edges.map(({ node }) => node.id));
    return { edges: [...shown.edges, ...next.edges.filter(({ node }) => !known.has(node.id))], pageInfo: { ...next.pageInfo, startCursor: shown.pageInfo.startCursor, hasPreviousPage: false } };
  };
  const loadMore = async (list: CustomerList): Promise<void> => {
    const { customer } = store.getSnapshot();
    if (!customer?.[list].pageInfo.hasNextPage) return;
    // What was read anew meanwhile begins with its first page again: this one does not fit any more.
    const put = (before: object, update: (now: Customer) => Customer): void => edit((now) => (now[list] === before ? update(now) : now));
    try {
      if (list === 'bookings') {
        const page = await more(customer.bookings, async (after) => (await runner.request(CustomerBookingsDocument, { userId, after })).customerBookings);
        put(customer.bookings, (now) => ({ ...now, bookings: page }));
      } else if (list === 'payments') {
        const page = await more(customer.payments, async (after) => (await runner.request(CustomerPaymentsDocument, { userId, after })).customerPayments);
        put(customer.payments, (now) => ({ ...now, payments: page }));
      } else {
        const page = await more(customer.conversations, async (after) => (await runner.request(CustomerConversationsDocument, { userId, after })).customerConversations);
        put(customer.conversations, (now) => ({ ...now, conversations: page }));
      }
    } catch (error) {
      throw toChatError(error, 'load more');
    }
  };
  const { change: _change, ...shown } = store;
  return {
    ...shown,
    setAttributes: async (attributes) => {
      const { setCustomerAttributes } = await runner.request(SetCustomerAttributesDocument, { input: { customer: { userId }, attributes } });
      edit((customer) => ({ ...customer, attributes: setCustomerAttributes.attributes }));
    },
    loadMore,
  };
}
