import { useStage, within } from '../stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useAutomationSettings, useSchedules } from '@parley/react/support';
import { startSupport, upsertQueue } from '@parley/sdk/operations';
import { seed } from '@parley/server/testing';
import { expect, it } from 'vitest';

const stage = useStage();

async function site() {
  const world = await seed(stage.server).client('ada').agent('sam').admin('ann').ready();
  stage.ends(() => world.close());
  return world.people;
}

it('R116: opening hours are made, refused when they overlap, moved from one default to another, and deleted', async () => {
  const { ann, sam, ada } = await site();
  const admin = renderHook(() => useSchedules(), { wrapper: within(stage.client(ann.token)) });
  await waitFor(() => expect(admin.result.current).toMatchObject({ status: 'ready', schedules: [], businessHours: { isOpen: true } }));
  const never = { key: 'never', timeZone: 'Europe/Vienna', hours: [] };
  await act(() => admin.result.current.upsert(never));
  expect(admin.result.current.schedules).toMatchObject([{ key: 'never', isDefault: true, hours: [] }]);
  await waitFor(() => expect(admin.result.current.businessHours).toMatchObject({ isOpen: false, timeZone: 'Europe/Vienna' }));

  const morning = { day: 'MONDAY', opensAt: '08:00', closesAt: '12:00' } as const;
  const overlapping = { key: 'office', timeZone: 'UTC', hours: [morning, { ...morning, opensAt: '11:00', closesAt: '13:00' }] };
  await act(() => expect(admin.result.current.upsert(overlapping)).rejects.toMatchObject({ code: 'INVALID_INPUT' }));
  expect(admin.result.current.schedules.map(({ key }) => key)).toEqual(['never']);
  await act(() => admin.result.current.upsert({ key: 'always', timeZone: 'UTC', hours: [{ ...morning, opensAt: '00:00', closesAt: '24:00' }], isDefault: true }));
  expect(admin.result.current.schedules.map(({ key, isDefault }) => [key, isDefault])).toEqual([['always', true], ['never', false]]);
  await act(() => expect(admin.result.current.remove('always')).rejects.toMatchObject({ code: 'CONFLICT' }));
  await act(() => admin.result.current.remove('never'));
  expect(admin.result.current.schedules.map(({ key }) => key)).toEqual(['always']);

  const keys = renderHook(() => useSchedules({ select: ({ schedules }) => schedules.map(({ key }) => key) }), { wrapper: within(stage.client(sam.token)) });
  await waitFor(() => expect(keys.result.current).toEqual(['always']));
  const customer = renderHook(() => useSchedules(), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(customer.result.current).toMatchObject({ status: 'failed', error: { code: 'FORBIDDEN' } }));
});

it('R124 R126: what the server says by itself is read and changed; a text with an unknown variable is refused, and nothing changes', async () => {
  const { ann, ada } = await site();
  await upsertQueue(ann, { key: 'help', isDefault: true });
  const admin = renderHook(() => useAutomationSettings(), { wrapper: within(stage.client(ann.token)) });
  await waitFor(() => expect(admin.result.current.status).toBe('ready'));
  const before = admin.result.current.settings;
  await act(() => expect(admin.result.current.update({ welcomeText: 'Hello {{customer.shoeSize}}' })).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { variable: 'customer.shoeSize' } }));
  await act(() => expect(admin.result.current.update({ offerFrom: 0.9, answerFrom: 0.4 })).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field: 'offerFrom' } }));
  expect(admin.result.current.settings).toBe(before);
  await act(() => admin.result.current.update({ welcomeText: 'Hello {{customer.name}}', answerFrom: 0.8 }));
  expect(admin.result.current.settings).toEqual({ ...before, welcomeText: 'Hello {{customer.name}}', answerFrom: 0.8 });

  const { case: mine } = await startSupport(ada, { clientId: 'one', text: 'Good day' });
  expect(mine.conversationId).not.toBe('');
  const bar = renderHook(() => useAutomationSettings({ select: ({ settings }) => settings?.answerFrom }), { wrapper: within(stage.client(ann.token)) });
  await waitFor(() => expect(bar.result.current).toBe(0.8));
  const customer = renderHook(() => useAutomationSettings(), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(customer.result.current).toMatchObject({ status: 'failed', error: { code: 'FORBIDDEN' } }));
});
