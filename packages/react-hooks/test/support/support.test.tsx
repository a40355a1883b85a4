import { useStage, within } from '../stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useMessages } from '@parley/react';
import { useAgentStatus, useFeedbackReport, useSupport, useVisit } from '@parley/react/support';
import { pageReporter } from '@parley/sdk/support';
import { acceptOffer, offers, resolveCase, sendMessage, upsertQueue } from '@parley/sdk/operations';
import { seed } from '@parley/server/testing';
import { expect, it } from 'vitest';

const stage = useStage();

it('R18 R104: a customer asks and sees who took it; another device finds the same', async () => {
  const world = await seed(stage.server).admin('ann').agent('sam').client('ada').ready();
  stage.ends(() => world.close());
  const { ann, sam, ada } = world.people;
  await upsertQueue(ann, { key: 'help' });
  const customer = stage.client(ada.token);
  const own = renderHook(() => useSupport(), { wrapper: within(customer) });
  await waitFor(() => expect(own.result.current).toMatchObject({ status: 'ready', case: null, position: null }));

  const started = await act(() => own.result.current.start({ text: 'Where is my piano?', page: 'https://shop.example/pianos' }));
  await waitFor(() => expect(own.result.current.case).toMatchObject({ id: started.id, status: 'QUEUED', page: null }));
  const messages = renderHook(() => useMessages(), { wrapper: within(customer, started.conversationId) });
  await waitFor(() => expect(messages.result.current.messages.map(({ text }) => text)).toContain('Where is my piano?'));

  const agent = stage.client(sam.token);
  renderHook(() => useAgentStatus(), { wrapper: within(agent) });
  await waitFor(async () => expect(await offers(agent)).toMatchObject([{ status: 'PENDING' }]));
  for (const { id } of await offers(agent)) await acceptOffer(agent, { offerId: id });
  await waitFor(() => expect(own.result.current).toMatchObject({ case: { status: 'OPEN', control: 'AGENT', agent: { displayName: 'sam' } }, position: null }));

  const other = renderHook(() => useSupport({ select: ({ case: mine }) => mine?.agent?.displayName }), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(other.result.current).toBe('sam'));
});

it('R152 R155: once the case is resolved the customer is asked, rates it once, and the admin sees the figures', async () => {
  const world = await seed(stage.server).admin('ann').agent('sam').client('ada').ready();
  stage.ends(() => world.close());
  const { ann, sam, ada } = world.people;
  await upsertQueue(ann, { key: 'help' });
  const from = new Date(Date.now() - 60_000).toISOString();
  const own = renderHook(() => useSupport(), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(own.result.current.status).toBe('ready'));
  const { id: caseId, conversationId } = await act(() => own.result.current.start({ text: 'Where is my piano?' }));
  const agent = stage.client(sam.token);
  renderHook(() => useAgentStatus(), { wrapper: within(agent) });
  await waitFor(async () => expect(await offers(agent)).toMatchObject([{ status: 'PENDING' }]));
  for (const { id } of await offers(agent)) await acceptOffer(agent, { offerId: id });
  await sendMessage(agent, { conversationId, clientId: 'm1', text: 'At the door.' });
  await waitFor(() => expect(own.result.current.case?.firstResponseAt ?? null).not.toBeNull());
  expect(own.result.current).toMatchObject({ canRate: false, outcome: null });

  await resolveCase(agent, { caseId });
  await waitFor(() => expect(own.result.current).toMatchObject({ canRate: true, outcome: { agent: { displayName: 'sam' }, rating: null } }));
  await act(() => own.result.current.rate({ rating: 5, comment: 'Quick!' }));
  expect(own.result.current).toMatchObject({ canRate: false, outcome: { rating: 5, comment: 'Quick!' } });
  await expect(own.result.current.rate({ rating: 1 })).rejects.toMatchObject({ code: 'ALREADY_RATED' });

  const to = new Date(Date.now() + 60_000).toISOString();
  const figures = renderHook(() => useFeedbackReport({ from, to }), { wrapper: within(stage.client(ann.token)) });
  await waitFor(() => expect(figures.result.current.report).toMatchObject({ ratedCount: 1, averageRating: 5, firstContactRate: 1 }));
});

it('R122: staff see on which page the customer is', async () => {
  const world = await seed(stage.server).agent('sam').client('ada').ready();
  stage.ends(() => world.close());
  const { sam, ada } = world.people;
  const seen = renderHook(() => useVisit({ userId: ada.id, select: ({ visit }) => visit?.url ?? null }), { wrapper: within(stage.client(sam.token)) });
  await waitFor(() => expect(seen.result.current).toBeNull());
  pageReporter(stage.client(ada.token)).report({ url: 'https://shop.example/pianos' });
  await waitFor(() => expect(seen.result.current).toBe('https://shop.example/pianos'));
});
