import { useStage, within } from '../stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useAgentInbox, useCaseTrail, useEscalation } from '@parley/react/support';
import { escalateConversation } from '@parley/sdk/support';
import { createTag, sendMessage, startSupport, takeOverCase, upsertQueue } from '@parley/sdk/operations';
import { type Person, seed } from '@parley/server/testing';
import { expect, it } from 'vitest';

const stage = useStage();

async function desk() {
  const world = await seed(stage.server).client('ada').provider('ben').agent('sam').admin('ann').booking('move').ready();
  stage.ends(() => world.close());
  await upsertQueue(world.people.ann, { key: 'help', isDefault: true });
  const ask = async (subject: string, as: Person = world.people.ada) => (await startSupport(as, { clientId: subject, subject, text: subject })).case;
  return { ...world.people, conversationId: world.bookings.move.conversationId, ask };
}

it('R117 R119 R120: the inbox follows what happens: cases come, are tagged and closed many at once, with counts and views', async () => {
  const { ann, sam, ada, ask } = await desk();
  const first = await ask('one');
  const inbox = renderHook(() => useAgentInbox({ filter: { statuses: ['QUEUED', 'OPEN'] }, sort: 'OLDEST' }), { wrapper: within(stage.client(ann.token)) });
  const subjects = (): string[] => inbox.result.current.cases.map((each) => each.case.subject);
  await waitFor(() => expect(inbox.result.current).toMatchObject({ status: 'ready', counts: { total: 1 }, views: [] }));
  const second = await ask('two');
  await waitFor(() => expect(subjects()).toEqual(['one', 'two']));
  await takeOverCase(sam, { caseId: first.id });
  await waitFor(() => expect(inbox.result.current.cases[0]?.case.agent?.displayName).toBe('sam'));
  const { tag } = await createTag(ann, { name: 'Urgent', color: '#ff0000' });
  const results = await act(() => inbox.result.current.bulk({ caseIds: [first.id, second.id, 'case_x'], action: 'TAG', tagId: tag.id }));
  expect(results.map(({ code }) => code)).toEqual([null, null, 'NOT_FOUND']);
  await waitFor(() => expect(inbox.result.current).toMatchObject({ cases: [{ tags: [{ name: 'Urgent' }] }, { tags: [{ name: 'Urgent' }] }], counts: { byTag: [{ count: 2 }], byAgent: [{ count: 1 }] } }));
  const view = await act(() => inbox.result.current.createView({ name: 'Urgent ones', filter: { tagIds: [tag.id] }, isShared: true }));
  await waitFor(() => expect(inbox.result.current.views.map(({ name }) => name)).toEqual(['Urgent ones']));
  await act(() => inbox.result.current.bulk({ caseIds: [first.id, second.id], action: 'CLOSE' }));
  await waitFor(() => expect(subjects()).toEqual([]));
  await waitFor(() => expect(inbox.result.current.counts?.total).toBe(0));
  await act(() => inbox.result.current.removeView(view.id));
  await waitFor(() => expect(inbox.result.current.views).toEqual([]));
  const customer = renderHook(() => useAgentInbox(), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(customer.result.current).toMatchObject({ status: 'failed', error: { code: 'FORBIDDEN' }, cases: [] }));
});

it('R117: what is said last shows in the inbox as it is said, in the order of activity', async () => {
  const { ann, sam, ada, ask } = await desk();
  const [first, second] = [await ask('one'), await ask('two')];
  await takeOverCase(sam, { caseId: first.id });
  const shown = (as: Person) =>
    renderHook(() => useAgentInbox({ select: ({ cases }) => cases.map((each) => [each.case.subject, each.lastMessage?.text ?? null]) }), { wrapper: within(stage.client(as.token)) });
  const [admin, agent] = [shown(ann), shown(sam)];
  await waitFor(() => expect(admin.result.current).toEqual([['two', 'two'], ['one', 'one']]));
  await waitFor(() => expect(agent.result.current).toEqual([['two', null], ['one', 'one']]));
  await sendMessage(ada, { conversationId: first.conversationId, clientId: 'more', text: 'and one thing more' });
  for (const each of [admin, agent]) await waitFor(() => expect(each.result.current[0]).toEqual(['one', 'and one thing more']));
  await sendMessage(ada, { conversationId: second.conversationId, clientId: 'other', text: 'another' });
  await waitFor(() => expect(admin.result.current[0]).toEqual(['two', 'another']));
  await waitFor(() => expect(agent.result.current[0]).toEqual(['two', null]));
});

it('R55 R112 R244: a party asks support out of a booking; the agent asks an admin, who decides; the trail has it all', async () => {
  const { ann, sam, ada, conversationId } = await desk();
  const { id: caseId } = await escalateConversation(stage.client(ada.token), { conversationId, reason: 'He does not answer.' });
  await takeOverCase(sam, { caseId });
  const agent = renderHook(() => useEscalation({ caseId }), { wrapper: within(stage.client(sam.token)) });
  const admin = renderHook(() => useEscalation({ status: 'OPEN' }), { wrapper: within(stage.client(ann.token)) });
  const trail = renderHook(() => useCaseTrail({ caseId, select: ({ entries }) => entries.map(({ kind }) => kind) }), { wrapper: within(stage.client(sam.token)) });
  await waitFor(() => expect(agent.result.current).toMatchObject({ status: 'ready', escalations: [] }));
  await waitFor(() => expect(admin.result.current.status).toBe('ready'));
  await act(() => agent.result.current.open({ caseId, reason: 'May I refund it?' }));
  await waitFor(() => expect(admin.result.current.escalations).toMatchObject([{ reason: 'May I refund it?', status: 'OPEN' }]));
  const escalationId = admin.result.current.escalations[0]?.id ?? '';
  await act(() => admin.result.current.decide({ escalationId, status: 'APPROVED', text: 'Yes.' }));
  await waitFor(() => expect(agent.result.current.escalations).toMatchObject([{ status: 'APPROVED', decision: 'Yes.' }]));
  await waitFor(() => expect(admin.result.current.escalations).toEqual([]));
  await expect(agent.result.current.decide({ escalationId, status: 'DECLINED', text: 'No.' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await waitFor(() => expect(trail.result.current).toEqual(expect.arrayContaining(['ASKED', 'QUEUED', 'ASSIGNED', 'JOINED', 'ESCALATED', 'DECIDED'])));
  const customer = renderHook(() => useEscalation(), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(customer.result.current).toMatchObject({ status: 'failed', error: { code: 'FORBIDDEN' } }));
});
