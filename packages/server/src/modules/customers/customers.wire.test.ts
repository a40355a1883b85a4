import { customer, customerBookings, customerConversations, customerPayments, joinConversation, recordPayment, sendMessage, setCustomerAttributes, startDirectConversation } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, outcomeOf, recordQueries, seed, startServer, type TestServer } from '../../testing/index.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const site = () => seed(server).client('ada').client('eve').provider('ben').agent('sam').admin('ann').booking('move').booking('clean').ready();
const PAID_AT = '2026-01-04T10:00:00.000Z';
const pay = (as: Actor, more: object = {}) => recordPayment(as, { externalId: 'p1', customer: { externalId: 'ada' }, amountMinor: 1999, currency: 'EUR', status: 'PAID', paidAt: PAID_AT, ...more });

describe('customers', () => {
  it('R117 P3: host and staff set typed attributes; what is not named stays, null takes away, and repeating changes nothing', async () => {
    const { people, service } = await site();
    const { sam, ada } = people;
    const set = async (as: Actor, attributes: Record<string, unknown>) => (await setCustomerAttributes(as, { customer: { userId: ada.id }, attributes })).attributes;
    for (const _ of [1, 2]) expect(await set(service, { vip: true, plan: 'gold', spent: 12.5, likes: ['vans', 'boxes'] })).toEqual({ vip: true, plan: 'gold', spent: 12.5, likes: ['vans', 'boxes'] });
    expect(await set(sam, { plan: 'silver', spent: null })).toEqual({ vip: true, plan: 'silver', likes: ['vans', 'boxes'] });
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => set(service, { [`n${n}`]: n })));
    expect(Object.keys((await customer(sam, { userId: ada.id }))?.attributes ?? {}).length).toBe(3 + all.length);
    const broken: Record<string, unknown>[] = [
      {}, { 'No Name': 1 }, { a: { b: 1 } }, { a: 'x'.repeat(501) }, { a: [1] }, { a: Array.from({ length: 21 }, () => 'x') }, { a: '\u0000' },
      Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`a${n}`, n])), Object.fromEntries(Array.from({ length: 45 }, (_, n) => [`b${n}`, n])),
    ];
    for (const attributes of broken) expect(await outcomeOf(set(sam, attributes)), JSON.stringify(attributes).slice(0, 60)).toBe('INVALID_INPUT');
    expect(Object.keys((await customer(sam, { userId: ada.id }))?.attributes ?? {}).length).toBe(11);
  });

  it('R117 P8: only staff read and write them, of their own site, and of customers alone', async () => {
    const { people, service } = await site();
    const { sam, ann, ada, ben } = people;
    const other = await site();
    const set = (as: Actor, key: object): Promise<string> => outcomeOf(setCustomerAttributes(as, { customer: key, attributes: { vip: true } }));
    expect([await set(ada, { userId: ada.id }), await set(ben, { userId: ada.id })]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect([await set(sam, { userId: ann.id }), await set(sam, { userId: other.people.ada.id }), await set(sam, { externalId: 'unknown' })]).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect([await set(sam, {}), await set(sam, { userId: ada.id, externalId: 'ada' })]).toEqual(['INVALID_INPUT', 'INVALID_INPUT']);
    expect(await set(service, { externalId: 'not-seen-yet' })).toBe('ok');
    expect((await customer(sam, { externalId: 'not-seen-yet' }))?.attributes).toEqual({ vip: true });
    expect(await customer(sam, { userId: other.people.ada.id })).toBeNull();
    expect(await customer(sam, { userId: ann.id })).toBeNull();
    for (const as of [ada, ben]) {
      expect(await outcomeOf(customer(as, { userId: as.id }))).toBe('FORBIDDEN');
      for (const read of [customerConversations, customerPayments, customerBookings]) expect(await outcomeOf(read(as, { userId: as.id }))).toBe('FORBIDDEN');
    }
    expect(await outcomeOf(customerPayments(sam, { userId: other.people.ada.id }))).toBe('NOT_FOUND');
    expect((await customerBookings(sam, { userId: other.people.ada.id })).edges).toEqual([]);
  });

  it('R117 P3: payments come from the host once each, whatever is pushed again, late or at once', async () => {
    const { people, service } = await site();
    const { ann, sam, ada } = people;
    const many = await Promise.all(Array.from({ length: 5 }, () => pay(service, { version: 1 })));
    expect(new Set(many.map(({ payment }) => payment.id)).size).toBe(1);
    expect((await pay(ann, { version: 3, status: 'REFUNDED' })).payment.status).toBe('REFUNDED');
    expect((await pay(service, { version: 2, status: 'FAILED' })).payment).toMatchObject({ status: 'REFUNDED', amountMinor: 1999, currency: 'EUR' });
    expect((await pay(service, { externalId: 'p2', bookingExternalId: 'booking-move', paidAt: '2026-01-05T10:00:00.000Z' })).payment.bookingId).toMatch(/^bkg_/);
    expect((await customerPayments(sam, { userId: ada.id })).edges.map(({ node }) => node.externalId)).toEqual(['p2', 'p1']);
    const first = await customerPayments(sam, { userId: ada.id, first: 1 });
    expect((await customerPayments(sam, { userId: ada.id, first: 1, after: first.pageInfo.endCursor })).edges.map(({ node }) => node.externalId)).toEqual(['p1']);
    for (const as of [sam, ada]) expect(await outcomeOf(pay(as))).toBe('FORBIDDEN');
    for (const more of [{ amountMinor: -1 }, { amountMinor: 2_000_000_001 }, { currency: 'eur' }, { externalId: '' }, { version: -1 }, { description: 'x'.repeat(201) }, { customer: { externalId: 'eve' } }]) {
      expect(await outcomeOf(pay(service, more)), JSON.stringify(more)).toBe('INVALID_INPUT');
    }
    expect(await outcomeOf(pay(service, { externalId: 'p3', bookingExternalId: 'nowhere' }))).toBe('NOT_FOUND');
    expect(await outcomeOf(pay(service, { externalId: 'p3', customer: { userId: sam.id } }))).toBe('NOT_FOUND');
  });

  it('R117: beside a conversation staff see profile, bookings, earlier conversations and payments, in pages, for a constant number of queries', async () => {
    const { people, service, bookings } = await site();
    const { sam, ada } = people;
    await sendMessage(ada, { conversationId: bookings.move.conversationId, clientId: 'm', text: 'a private word' });
    await startDirectConversation(ada, { userId: sam.id, clientId: 'd', text: 'help' });
    await pay(service);
    const read = async () => customer(sam, { externalId: 'ada' });
    const asked = async () => (await recordQueries(server.db, read)).statements.filter((text) => !/ FOR NO KEY UPDATE|consumer_position|agent_work/.test(text)).length;
    await read();
    const few = await asked();
    const shown = await read();
    expect(shown).toMatchObject({ user: { id: ada.id, externalId: 'ada' }, totals: { bookings: 2, conversations: 3, payments: 1 } });
    expect(shown?.bookings.edges.map(({ node }) => node.title).toSorted()).toEqual(['clean', 'move']);
    expect(shown?.conversations.edges.map(({ node }) => [node.kind, node.lastMessage?.text ?? null])).toEqual([['DIRECT', 'help'], ['BOOKING', null], ['BOOKING', null]]);
    await joinConversation(sam, { conversationId: bookings.move.conversationId });
    const page = await customerConversations(sam, { userId: ada.id, first: 2 });
    const rest = await customerConversations(sam, { userId: ada.id, first: 2, after: page.pageInfo.endCursor });
    expect([page.pageInfo.hasNextPage, rest.edges.length]).toEqual([true, 1]);
    expect([...page.edges, ...rest.edges].map(({ node }) => node.lastMessage?.text ?? null).toSorted()).toEqual(['a private word', 'help', null]);
    for (let n = 0; n < 4; n += 1) await pay(service, { externalId: `more-${n}` });
    await expect.poll(asked).toBe(few);
  });
});
