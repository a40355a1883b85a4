import { useStage, within } from '../stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useConversation } from '@parley/react';
import { useColleagues, useCustomer, useNotes, useTags } from '@parley/react/support';
import { addNote, joinConversation, recordPayment } from '@parley/sdk/operations';
import { seed } from '@parley/server/testing';
import { expect, it } from 'vitest';

const stage = useStage();

async function desk() {
  const world = await seed(stage.server).client('ada').provider('ben').agent('sam').agent('sue').admin('ann').booking('move').ready();
  stage.ends(() => world.close());
  const { conversationId } = world.bookings.move;
  for (const agent of [world.people.sam, world.people.sue]) await joinConversation(agent, { conversationId });
  return { ...world.people, service: world.service, conversationId };
}

it('R119: tags are made, put on a conversation and taken off; the conversation shows them live', async () => {
  const { ann, sam, ada, conversationId } = await desk();
  const admin = renderHook(() => useTags(), { wrapper: within(stage.client(ann.token)) });
  const agent = within(stage.client(sam.token), conversationId);
  const found = renderHook(() => useTags({ prefix: 'ur', select: ({ tags }) => tags.map(({ name }) => name) }), { wrapper: agent });
  const shown = renderHook(() => useConversation({ select: ({ tags }) => tags.map(({ name }) => name) }), { wrapper: agent });
  const customer = renderHook(() => ({ all: useTags(), here: useConversation() }), { wrapper: within(stage.client(ada.token), conversationId) });
  await waitFor(() => expect(admin.result.current).toMatchObject({ status: 'ready', tags: [] }));
  const urgent = await act(() => admin.result.current.create({ name: 'Urgent', color: '#ff0000' }));
  await act(() => admin.result.current.create({ name: 'Later', color: '#00ff00' }));
  await waitFor(() => expect(admin.result.current.tags.map(({ name }) => name)).toEqual(['Later', 'Urgent']));
  await waitFor(() => expect(found.result.current).toEqual([]));
  const { result: own } = renderHook(() => useTags({ prefix: 'ur' }), { wrapper: agent });
  await act(() => own.current.add(conversationId, urgent.id));
  await waitFor(() => expect(shown.result.current).toEqual(['Urgent']));
  await act(() => own.current.take(conversationId, urgent.id));
  await waitFor(() => expect(shown.result.current).toEqual([]));
  await waitFor(() => expect(customer.result.current.here.status).toBe('ready'));
  await waitFor(() => expect(customer.result.current.all).toMatchObject({ status: 'failed', error: { code: 'FORBIDDEN' } }));
});

it('R63 R119: notes come live, newest first, and name colleagues who may see them', async () => {
  const { sam, sue, ada, conversationId } = await desk();
  const agent = renderHook(() => useNotes({ conversationId }), { wrapper: within(stage.client(sam.token)) });
  await waitFor(() => expect(agent.result.current).toMatchObject({ status: 'ready', notes: [] }));
  expect((await agent.result.current.colleagues('s')).map(({ displayName }) => displayName)).toEqual(['sam', 'sue']);
  await act(() => agent.result.current.add({ text: 'first', mentions: [sue.id] }));
  expect(agent.result.current.notes.map(({ text }) => text)).toEqual(['first']);
  await addNote(sue, { conversationId, clientId: 'n', text: 'second' });
  await waitFor(() => expect(agent.result.current.notes.map(({ text }) => text)).toEqual(['second', 'first']));
  await expect(agent.result.current.add({ text: 'no', mentions: [ada.id] })).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { reason: 'MENTION_CANNOT_SEE' } });
  const customer = renderHook(() => useNotes({ conversationId }), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(customer.result.current).toMatchObject({ status: 'failed', error: { code: 'FORBIDDEN' }, notes: [] }));
});

it('R117: a customer is shown with bookings, conversations and payments, in pages', async () => {
  const { sam, ada, service } = await desk();
  for (let n = 0; n < 7; n += 1) await recordPayment(service, { externalId: `p${n}`, customer: { userId: ada.id }, amountMinor: n, currency: 'EUR', status: 'PAID', paidAt: `2026-01-0${n + 1}T00:00:00.000Z` });
  const { result } = renderHook(() => useCustomer({ userId: ada.id }), { wrapper: within(stage.client(sam.token)) });
  await waitFor(() => expect(result.current).toMatchObject({ status: 'ready', customer: { user: { displayName: 'ada' }, totals: { bookings: 1, conversations: 1, payments: 7 } } }));
  const paid = () => result.current.customer?.payments.edges.map(({ node }) => node.externalId);
  expect(paid()).toEqual(['p6', 'p5', 'p4', 'p3', 'p2']);
  await act(() => result.current.loadMore('payments'));
  expect(paid()).toEqual(['p6', 'p5', 'p4', 'p3', 'p2', 'p1', 'p0']);
  await act(() => result.current.loadMore('payments'));
  await act(() => result.current.loadMore('bookings'));
  await act(() => result.current.setAttributes({ vip: true }));
  expect(result.current.customer?.attributes).toEqual({ vip: true });
});

it('R121: two of the staff at one conversation see each other look and write; the customer sees neither', async () => {
  const { sam, sue, ada, conversationId } = await desk();
  const one = renderHook(() => useColleagues({ conversationId }), { wrapper: within(stage.client(sam.token)) });
  const two = renderHook(() => useColleagues({ conversationId }), { wrapper: within(stage.client(sue.token)) });
  const customer = renderHook(() => useColleagues({ conversationId }), { wrapper: within(stage.client(ada.token)) });
  const seen = (): string[] => one.result.current.colleagues.map(({ user, activity }) => `${user.displayName} ${activity}`);
  await waitFor(() => expect(seen()).toEqual(['sue LOOKING']));
  await waitFor(() => expect(two.result.current.colleagues.map(({ user }) => user.displayName)).toEqual(['sam']));
  act(() => two.result.current.keystroke());
  await waitFor(() => expect(seen()).toEqual(['sue TYPING']));
  two.unmount();
  await waitFor(() => expect(seen()).toEqual([]));
  expect(customer.result.current.colleagues).toEqual([]);
});
