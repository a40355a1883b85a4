import { builder } from '../../graphql/builder.js';
import { requireViewer, type GraphQLContext } from '../../graphql/context.js';
import { encodeCursor, forwardPage, parseCursor } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import type { JsonObject } from '../../kernel/words.js';
import { BookingConnection, listBookings } from '../bookings/index.js';
import { ConversationConnection } from '../conversations/index.js';
import { listPayments, PaymentConnection, readAttributes } from '../customers/index.js';
import { UserRef } from '../identity/index.js';
import { SupportCaseRef } from '../queues/index.js';
import { openCasesOf } from './cases.js';
import { customerTotals, type CustomerView, findCustomer, listCustomerConversations } from './customer.js';
import type { CustomerTotals } from './customer-store.js';

const CustomerTotalsRef = builder.objectRef<CustomerTotals>('CustomerTotals').implement({
  description: 'How much there is of a customer.',
  fields: (t) => ({
    conversations: t.exposeInt('conversations', { description: 'Conversations that they are or were in.' }),
    bookings: t.exposeInt('bookings', { description: 'Bookings, as client or provider.' }),
    payments: t.exposeInt('payments', { description: 'Payments that the host told of.' }),
    cases: t.exposeInt('cases', { description: 'Cases of support, all there ever were.' }),
  }),
});

/** A place in one of a customer's lists. */
interface PageOf {
  readonly userId: string;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

async function conversationsOf(context: GraphQLContext, { userId, first, after: cursor }: PageOf) {
  const after = parseCursor('list conversations of a customer', cursor);
  const { places, hasMore } = await listCustomerConversations(context.deps, requireViewer(context), { userId, first: first ?? 5, after });
  const cursorOf = (view: Parameters<typeof places.get>[0]): string => {
    const row = places.get(view);
    return row ? encodeCursor(row) : '';
  };
  return forwardPage([...places.keys()], { hasMore, isFirst: after === null, cursorOf });
}

async function paymentsOf(context: GraphQLContext, { userId, first, after: cursor }: PageOf) {
  const after = parseCursor('list payments', cursor);
  const { payments, hasMore } = await listPayments(context.deps, requireViewer(context), { userId, first: first ?? 5, after });
  return forwardPage(payments, { hasMore, isFirst: after === null, cursorOf: ({ paidAt, id }) => encodeCursor({ at: paidAt, id }) });
}

async function bookingsOf(context: GraphQLContext, { userId, first, after: cursor }: PageOf) {
  const after = parseCursor('list bookings', cursor);
  const query = { include: { client: true, provider: true } };
  const { bookings, hasMore } = await listBookings(context.deps, requireViewer(context), { first: first ?? 5, after, status: null, userId, query });
  return forwardPage(bookings, { hasMore, isFirst: after === null, cursorOf: ({ createdAt, id }) => encodeCursor({ at: createdAt, id }) });
}

/** A customer with all that helps to help them. */
export const CustomerRef = builder.objectRef<CustomerView>('Customer').implement({
  description: 'A client, guest or provider as staff see them beside a conversation.',
  fields: (t) => ({
    user: t.field({ type: UserRef, description: 'Who it is, with private fields.', resolve: (customer) => customer.user }),
    attributes: t.field({
      type: 'JSON',
      description: 'What the host and staff keep of them.',
      resolve: ({ user }, _args, context): Promise<JsonObject> => readAttributes(context.deps, { siteId: user.siteId, userId: user.id }),
    }),
    totals: t.field({ type: CustomerTotalsRef, description: 'How much there is.', resolve: (customer, _args, context) => customerTotals(context.deps, customer) }),
    openCases: t.field({
      type: [SupportCaseRef],
      description: 'Their cases that are not over and that the viewer may see, newest first; 20 at most.',
      resolve: ({ user }, _args, context) => openCasesOf(context.deps, requireViewer(context), user.id),
    }),
    bookings: t.field({
      type: BookingConnection,
      description: 'Their bookings as client or provider, newest first.',
      args: { first: t.arg.int({ defaultValue: 5, description: 'How many, 1 to 100.' }), after: t.arg.string({ description: 'Cursor behind which to go on.' }) },
      resolve: ({ user }, args, context) => bookingsOf(context, { ...args, userId: user.id }),
    }),
    conversations: t.field({
      type: ConversationConnection,
      description: 'Conversations that they are or were in, newest activity first; agents get those that they have not joined without `lastMessage`.',
      args: { first: t.arg.int({ defaultValue: 5, description: 'How many, 1 to 100.' }), after: t.arg.string({ description: 'Cursor behind which to go on.' }) },
      resolve: ({ user }, args, context) => conversationsOf(context, { ...args, userId: user.id }),
    }),
    payments: t.field({
      type: PaymentConnection,
      description: 'Payments that the host told of, newest first.',
      args: { first: t.arg.int({ defaultValue: 5, description: 'How many, 1 to 100.' }), after: t.arg.string({ description: 'Cursor behind which to go on.' }) },
      resolve: ({ user }, args, context) => paymentsOf(context, { ...args, userId: user.id }),
    }),
  }),
});

builder.queryFields((t) => ({
  customer: t.field({
    type: CustomerRef,
    nullable: true,
    description: describe('A customer by `userId` or by `externalId`, exactly one of them, for staff; null when there is none.', ['FORBIDDEN']),
    args: {
      userId: t.arg.id({ description: 'The id of the user.' }),
      externalId: t.arg.string({ description: 'The host’s own id of the user.' }),
    },
    resolve: (_root, args, context) => findCustomer(context.deps, requireViewer(context), args),
  }),
  customerConversations: t.field({
    type: ConversationConnection,
    description: describe('Conversations that a customer is or was in, newest activity first, for staff.', ['FORBIDDEN', 'NOT_FOUND']),
    args: {
      userId: t.arg.id({ required: true, description: 'The id of the user.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: (_root, args, context) => conversationsOf(context, args),
  }),
  customerPayments: t.field({
    type: PaymentConnection,
    description: describe('Payments of a customer, newest first, for staff.', ['FORBIDDEN', 'NOT_FOUND']),
    args: {
      userId: t.arg.id({ required: true, description: 'The id of the user.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: (_root, args, context) => paymentsOf(context, args),
  }),
  customerBookings: t.field({
    type: BookingConnection,
    description: describe('Bookings of a customer as client or provider, newest first, for staff.', ['FORBIDDEN']),
    args: {
      userId: t.arg.id({ required: true, description: 'The id of the user.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: (_root, args, context) => bookingsOf(context, args),
  }),
}));
