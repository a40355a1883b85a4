import { useStage, within } from '../stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useBroadcasts, useSentBroadcasts } from '@parley/react/support';
import { seed } from '@parley/server/testing';
import { expect, it } from 'vitest';

const stage = useStage();

it('R21 R60 R242: an admin sends, schedules, changes, counts and takes back; those it is for see it live and read it', async () => {
  const world = await seed(stage.server).admin('ann').client('ada').provider('ben').ready();
  stage.ends(() => world.close());
  const [ann, ada, ben] = [world.people.ann, world.people.ada, world.people.ben].map(({ token }) => within(stage.client(token)));
  const admin = renderHook(() => useSentBroadcasts(), { wrapper: ann });
  const scheduled = renderHook(() => useSentBroadcasts({ state: 'SCHEDULED', select: ({ broadcasts }) => broadcasts.map(({ title }) => title) }), { wrapper: ann });
  const client = renderHook(() => useBroadcasts(), { wrapper: ada });
  const provider = renderHook(() => useBroadcasts({ select: ({ broadcasts }) => broadcasts.map(({ title }) => title) }), { wrapper: ben });
  await waitFor(() => expect(client.result.current).toMatchObject({ status: 'ready', broadcasts: [], unreadCount: 0 }));
  await waitFor(() => expect(admin.result.current).toMatchObject({ status: 'ready', broadcasts: [] }));

  await act(() => admin.result.current.send({ title: 'All', text: 'For everybody' }));
  const only = await act(() => admin.result.current.send({ title: 'Clients', text: 'For clients', audience: { roles: ['CLIENT'] } }));
  await act(() => admin.result.current.send({ title: 'Later', text: 'Next year', sendAt: new Date(Date.now() + 3_600_000).toISOString() }));
  await waitFor(() => expect(client.result.current.broadcasts.map(({ title }) => title)).toEqual(['Clients', 'All']));
  expect(client.result.current.unreadCount).toBe(2);
  await waitFor(() => expect(provider.result.current).toEqual(['All']));
  await waitFor(() => expect(scheduled.result.current).toEqual(['Later']));
  const later = admin.result.current.broadcasts.find(({ state }) => state === 'SCHEDULED');
  await act(() => admin.result.current.update({ broadcastId: later?.id ?? '', title: 'Much later' }));
  await waitFor(() => expect(scheduled.result.current).toEqual(['Much later']));
  await expect(admin.result.current.update({ broadcastId: only.id, title: 'Too late' })).rejects.toMatchObject({ code: 'BROADCAST_STATE_INVALID', details: { current: 'PUBLISHED' } });

  await act(() => client.result.current.markRead());
  await waitFor(() => expect(client.result.current.unreadCount).toBe(0));
  expect(await admin.result.current.reach(only.id)).toMatchObject({ audienceCount: 1, seenCount: 1 });
  expect(await admin.result.current.audienceSize({ roles: ['PROVIDER'] })).toBe(1);

  await act(() => admin.result.current.revoke(only.id));
  await waitFor(() => expect(client.result.current.broadcasts.map(({ title }) => title)).toEqual(['All']));
});

it('P8: only admins see what was sent', async () => {
  const { ada } = await stage.twoPeople();
  const { result } = renderHook(() => useSentBroadcasts(), { wrapper: within(ada) });
  await waitFor(() => expect(result.current).toMatchObject({ status: 'failed', error: { code: 'FORBIDDEN' } }));
});
