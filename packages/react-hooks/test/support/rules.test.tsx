import { useStage, within } from '../stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useCase, useRoutingRules, useSla } from '@parley/react/support';
import { saveRoutingRules, startSupport, upsertQueue } from '@parley/sdk/operations';
import { seed } from '@parley/server/testing';
import { expect, it } from 'vitest';

const stage = useStage();

async function site() {
  const world = await seed(stage.server).client('ada').agent('sam').admin('ann').ready();
  stage.ends(() => world.close());
  for (const key of ['help', 'vip']) await upsertQueue(world.people.ann, { key, isDefault: key === 'help' });
  return world.people;
}

it('R113: rules are tried, saved, refused when others saved meanwhile, and brought back', async () => {
  const { ann, sam, ada } = await site();
  const admin = renderHook(() => useRoutingRules(), { wrapper: within(stage.client(ann.token)) });
  await waitFor(() => expect(admin.result.current).toMatchObject({ status: 'ready', rules: [], version: 0, savedBy: null }));
  const german = { id: 'de', name: 'German', when: { match: 'ALL', tests: [{ field: 'LANGUAGE', operator: 'IS', values: ['de'] }] }, queue: 'vip' } as const;
  const broken = await admin.result.current.tryOut({}, [{ ...german, queue: 'nowhere' }]);
  expect(broken.problems.map(({ code, path }) => [code, path])).toEqual([['UNKNOWN_QUEUE', 'rules.0.queue']]);
  expect((await admin.result.current.tryOut({ language: 'de-AT' }, [german])).outcome?.queue).toBe('vip');
  await act(() => admin.result.current.save([german], { note: 'first' }));
  expect(admin.result.current).toMatchObject({ version: 1, savedBy: { id: ann.id }, rules: [{ id: 'de' }] });

  await saveRoutingRules(ann, { expectedVersion: 1, rules: [] });
  await act(() => expect(admin.result.current.save([german])).rejects.toMatchObject({ code: 'CONFLICT', details: { current: 2 } }));
  await waitFor(() => expect(admin.result.current).toMatchObject({ version: 2, rules: [] }));
  await act(() => admin.result.current.restore(1));
  expect(admin.result.current).toMatchObject({ version: 3, rules: [{ id: 'de' }] });
  expect((await admin.result.current.history()).edges.map(({ node }) => [node.version, node.restoredFrom, node.note])).toEqual([[3, 1, 'first'], [2, null, null], [1, null, 'first']]);

  const { case: mine } = await startSupport(ada, { clientId: 'one', text: 'Hallo', language: 'de' });
  expect((await admin.result.current.decisions(mine.id))[0]).toMatchObject({ version: 3, outcome: { queue: 'vip', steps: [{ ruleId: 'de' }] } });
  const names = renderHook(() => useRoutingRules({ select: ({ rules }) => rules.map(({ name }) => name) }), { wrapper: within(stage.client(sam.token)) });
  await waitFor(() => expect(names.result.current).toEqual(['German']));
  const customer = renderHook(() => useRoutingRules(), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(customer.result.current).toMatchObject({ status: 'failed', error: { code: 'FORBIDDEN' } }));
});

it('R116: service levels are set and deleted, and a case shows its clocks live', async () => {
  const { ann, ada } = await site();
  const admin = renderHook(() => useSla(), { wrapper: within(stage.client(ann.token)) });
  await waitFor(() => expect(admin.result.current).toMatchObject({ status: 'ready', policies: [] }));
  for (const key of ['std', 'fast']) await act(() => admin.result.current.upsert({ key, firstResponseSeconds: 600, isBusinessHours: false, ...(key === 'fast' ? { priorities: ['URGENT'] as const } : {}) }));
  expect(admin.result.current.policies.map(({ key }) => key)).toEqual(['fast', 'std']);
  await act(() => admin.result.current.remove('fast'));
  expect(admin.result.current.policies.map(({ key }) => key)).toEqual(['std']);
  const { case: mine } = await startSupport(ada, { clientId: 'one', text: 'Hello' });
  const watched = renderHook(() => useCase({ conversationId: mine.conversationId }), { wrapper: within(stage.client(ann.token)) });
  await waitFor(() => expect(watched.result.current.case?.slaClocks).toMatchObject([{ kind: 'FIRST_RESPONSE', status: 'RUNNING', targetSeconds: 600 }]));
  const now = Date.now();
  const figures = await admin.result.current.report({ from: new Date(now - 3_600_000).toISOString(), to: new Date(now + 3_600_000).toISOString() });
  expect(figures.map(({ kind, started, attainment }) => [kind, started, attainment])).toEqual([['FIRST_RESPONSE', 1, null]]);
  const customer = renderHook(() => useSla(), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(customer.result.current).toMatchObject({ status: 'failed', error: { code: 'FORBIDDEN' } }));
});
