import { useStage, within } from '../stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useMessages } from '@parley/react';
import { useCase, useCases, useOffers, useQueue, useSupport } from '@parley/react/support';
import { upsertQueue } from '@parley/sdk/operations';
import { seed } from '@parley/server/testing';
import { expect, it } from 'vitest';

const stage = useStage();

async function desk() {
  const world = await seed(stage.server).admin('ann').agent('sam').agent('sue').client('ada').ready();
  stage.ends(() => world.close());
  await upsertQueue(world.people.ann, { key: 'help', name: 'Help', isDefault: true });
  return world.people;
}

it('R18 R104 R107: a customer asks, waits in line, is taken by an agent, transferred and settled; all of them see it live', async () => {
  const { ann, sam, sue, ada } = await desk();
  const customer = stage.client(ada.token);
  const own = renderHook(() => useSupport(), { wrapper: within(customer) });
  const board = renderHook(() => useQueue(), { wrapper: within(stage.client(ann.token)) });
  await waitFor(() => expect(own.result.current).toMatchObject({ status: 'ready', case: null, position: null }));
  const started = await act(() => own.result.current.start({ text: 'Where is my piano?', page: 'https://shop.example/pianos' }));
  const { conversationId } = started;
  await waitFor(() => expect(own.result.current.case).toMatchObject({ id: started.id, status: 'QUEUED', page: null }));
  await waitFor(() => expect(own.result.current.position).toBe(1));
  await waitFor(() => expect(board.result.current).toMatchObject({ queues: [{ queue: { name: 'Help' }, waiting: 1 }], cases: [{ id: started.id, page: 'https://shop.example/pianos' }] }));

  const agent = stage.client(sam.token);
  const sams = renderHook(() => ({ offers: useOffers(), open: useCase({ conversationId }) }), { wrapper: within(agent) });
  await waitFor(() => expect(sams.result.current.offers.offers).toMatchObject([{ status: 'PENDING', case: { id: started.id } }]));
  for (const { id } of sams.result.current.offers.offers) await act(() => sams.result.current.offers.accept(id));
  await waitFor(() => expect(own.result.current).toMatchObject({ case: { status: 'OPEN', control: 'AGENT', agent: { displayName: 'sam' } }, position: null }));
  await waitFor(() => expect(board.result.current.queues).toMatchObject([{ waiting: 0, open: 1 }]));

  const colleague = stage.client(sue.token);
  const suesOffers = renderHook(() => useOffers(), { wrapper: within(colleague) });
  await waitFor(() => expect(suesOffers.result.current.status).toBe('ready'));
  await act(() => sams.result.current.open.transfer({ agentId: sue.id, note: 'Asks for a piano' }));
  const sues = renderHook(() => ({ open: useCase({ conversationId }), messages: useMessages({ conversationId }) }), { wrapper: within(colleague) });
  await waitFor(() => expect(sues.result.current.open.case).toMatchObject({ agent: { displayName: 'sue' }, status: 'OPEN' }));
  await waitFor(() => expect(sams.result.current.offers.offers).toEqual([]));
  await waitFor(() => expect(sues.result.current.messages.status).toBe('ready'));
  await act(() => sues.result.current.messages.sendMessage('It is on its way'));
  await act(() => sues.result.current.open.resolve('delivery'));
  await waitFor(() => expect(own.result.current).toMatchObject({ case: { status: 'RESOLVED', wrapUpCode: null } }));
  await waitFor(() => expect(board.result.current).toMatchObject({ queues: [{ waiting: 0, open: 0 }], cases: [] }));
  const over = renderHook(() => useCases({ status: ['RESOLVED', 'CLOSED'], select: ({ cases }) => cases.map(({ id }) => id) }), { wrapper: within(colleague) });
  await waitFor(() => expect(over.result.current).toEqual([started.id]));
});

it('R31: the customer ends it themselves, waiting; another device finds the same', async () => {
  const { ada } = await desk();
  const own = renderHook(() => useSupport(), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(own.result.current.status).toBe('ready'));
  await expect(own.result.current.end()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const { id } = await act(() => own.result.current.start({ text: 'Hello?' }));
  const other = renderHook(() => useSupport({ select: ({ case: mine }) => `${mine?.id} ${mine?.status}` }), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(other.result.current).toBe(`${id} QUEUED`));
  await act(() => own.result.current.end());
  await waitFor(() => expect(own.result.current.case?.status).toBe('CLOSED'));
  await waitFor(() => expect(other.result.current).toBe(`${id} CLOSED`));
});
