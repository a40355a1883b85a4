import type { User } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { isChatError } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { ConversationView } from '../../kernel/views.js';
import { loadConversationsFor } from '../conversations/index.js';
import { accessCustomer, type CustomerKey } from '../customers/index.js';
import { caseScope, scopeParams } from '../queues/index.js';
import { CUSTOMER_CONVERSATIONS, CUSTOMER_TOTALS, type CustomerConversationRow, type CustomerTotals } from './customer-store.js';

/** A customer for whoever of the staff helps them; the rest is read where it is asked for. */
export interface CustomerView {
  readonly user: User;
}

/** A customer by one of the two ids, for staff; null when there is none. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function findCustomer(deps: Deps, viewer: Viewer, key: CustomerKey): Promise<CustomerView | null> {
  try {
    return { user: await accessCustomer(deps, viewer, { ...key, operation: 'read customer' }) };
  } catch (error) {
    if (isChatError(error, 'NOT_FOUND')) return null;
    throw error;
  }
}

/** How much there is of a customer that {@link findCustomer} found. One query. */
export async function customerTotals(deps: Deps, { user }: CustomerView): Promise<CustomerTotals> {
  const [row] = await deps.db.hot<CustomerTotals>(CUSTOMER_TOTALS, [user.siteId, user.id]);
  return row ?? { conversations: 0, bookings: 0, payments: 0, cases: 0 };
}

/** A page of a customer's conversations with their places in the list. */
export interface CustomerConversations {
  readonly places: ReadonlyMap<ConversationView, CustomerConversationRow>;
  readonly hasMore: boolean;
}

/** A page of a customer's conversations, newest activity first, as the viewer may know them. Three queries more than it takes to know who asks. @throws ChatError FORBIDDEN, NOT_FOUND, INVALID_INPUT */
export async function listCustomerConversations(
  deps: Deps,
  viewer: Viewer,
  page: { readonly userId: string; readonly first: number; readonly after: { readonly at: Date; readonly id: string } | null },
): Promise<CustomerConversations> {
  const operation = 'list conversations of a customer';
  const user = await accessCustomer(deps, viewer, { userId: page.userId, operation });
  const first = parsePageSize({ operation, field: 'first' }, page.first);
  const scope = scopeParams(await caseScope(deps, viewer));
  const params = [user.siteId, user.id, page.after?.at.toISOString() ?? null, page.after?.id ?? null, first + 1, ...scope, viewer.userId];
  const rows = await deps.db.hot<CustomerConversationRow>(CUSTOMER_CONVERSATIONS, params);
  const views = await loadConversationsFor(deps, viewer, rows.slice(0, first).map(({ id }) => id));
  const places = rows.slice(0, first).flatMap((row): Array<[ConversationView, CustomerConversationRow]> => {
    const view = views.get(row.id);
    return view ? [[view, row]] : [];
  });
  return { places: new Map(places), hasMore: rows.length > first };
}
