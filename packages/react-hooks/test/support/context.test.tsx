import { useStage, within } from '../stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useConversationContext, useSupport } from '@parley/react/support';
import { closeCase, escalateConversation, resolveCase, sendMessage, startSupport, takeOverCase, upsertQueue } from '@parley/sdk/operations';
import { seed } from '@parley/server/testing';
import { expect, it } from 'vitest';

const stage = useStage();

async function desk() {
  const world = await seed(stage.server).admin('ann').agent('sam').client('ada').provider('ben').booking('move').ready();
  stage.ends(() => world.close());
  await upsertQueue(world.people.ann, { key: 'help', name: 'Help', isDefault: true });
  return { ...world.people, booking: world.bookings.move.conversationId };
}

it('R35 R31: what can be done and whose turn it is follows the case, live, for its customer, its agent and one who has not joined', async () => {
  const { ann, sam, ada } = await desk();
  const { id: caseId, conversationId } = (await startSupport(ada, { clientId: 'ask', text: 'Where is my piano?' })).case;
  const own = renderHook(() => useConversationContext({ conversationId }), { wrapper: within(stage.client(ada.token)) });
  const sams = renderHook(() => useConversationContext({ conversationId }), { wrapper: within(stage.client(sam.token)) });
  await waitFor(() => expect(own.result.current).toMatchObject({ status: 'ready', standing: 'QUEUED', awaited: { role: 'AGENT' }, actions: ['SEND_MESSAGE', 'END_SUPPORT'] }));
  await waitFor(() => expect(sams.result.current).toMatchObject({ standing: 'QUEUED', awaited: null, actions: expect.arrayContaining(['TAKE_OVER_CASE', 'JOIN_CONVERSATION']) }));

  // Others take it: sam, who may not read it, hears it from the queues.
  await takeOverCase(ann, { caseId });
  await waitFor(() => expect(sams.result.current).toMatchObject({ standing: 'OPEN', actions: expect.not.arrayContaining(['TRANSFER_CASE']) }));
  await waitFor(() => expect(own.result.current).toMatchObject({ standing: 'OPEN', awaited: { role: 'AGENT', userIds: [ann.id] } }));
  await sendMessage(ann, { conversationId, clientId: 'a', text: 'On its way' });
  await waitFor(() => expect(own.result.current.awaited).toMatchObject({ role: 'CLIENT', userIds: [ada.id] }));
  await sendMessage(ada, { conversationId, clientId: 'b', text: 'When?' });
  await waitFor(() => expect(own.result.current.awaited?.role).toBe('AGENT'));
  await resolveCase(ann, { caseId });
  await waitFor(() => expect(own.result.current).toMatchObject({ standing: 'RESOLVED', awaited: null, actions: expect.arrayContaining(['RATE_CASE']) }));
  await waitFor(() => expect(sams.result.current).toMatchObject({ standing: 'RESOLVED', actions: ['JOIN_CONVERSATION'] }));
  await closeCase(ann, { caseId });
  await waitFor(() => expect(own.result.current).toMatchObject({ standing: 'CLOSED', actions: ['RATE_CASE'] }));
});

it('R35 R244: a party of a booking sees on every device that it has asked support, and that it can again', async () => {
  const { ann, ada, booking: conversationId } = await desk();
  const own = renderHook(() => useConversationContext({ conversationId, select: ({ actions }) => actions.includes('ESCALATE_CONVERSATION') }), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(own.result.current).toBe(true));
  const asked = await escalateConversation(ada, { conversationId, clientId: 'h', reason: 'late' });
  await waitFor(() => expect(own.result.current).toBe(false));
  await closeCase(ann, { caseId: asked.case.id });
  await waitFor(() => expect(own.result.current).toBe(true));
});

it('R18 R219: a matter that is begun on another device shows on this one at once', async () => {
  const { ada, ann } = await desk();
  const here = renderHook(() => useSupport({ select: ({ status, case: mine }) => `${status} ${mine?.subject ?? 'none'}` }), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(here.result.current).toBe('ready none'));
  const there = renderHook(() => useSupport(), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(there.result.current.status).toBe('ready'));
  const first = await act(() => there.result.current.start({ subject: 'first', text: 'Hello?' }));
  await waitFor(() => expect(here.result.current).toBe('ready first'));
  await closeCase(ann, { caseId: first.id });
  await act(() => there.result.current.start({ subject: 'second', text: 'Hello again?' }));
  await waitFor(() => expect(here.result.current).toBe('ready second'));
});
