import { useStage, within } from '../stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useAgents, useAgentStatus } from '@parley/react/support';
import { setAgentStatus } from '@parley/sdk/operations';
import { faultProxy, seed } from '@parley/server/testing';
import { expect, it } from 'vitest';

const stage = useStage();

async function desk() {
  const world = await seed(stage.server).admin('ann').agent('sam').agent('sue').client('ada').ready();
  stage.ends(() => world.close());
  return world.people;
}

it('R12 R15: an agent sees and chooses their status; the board of the admin follows', async () => {
  const { ann, sam } = await desk();
  const own = renderHook(() => useAgentStatus(), { wrapper: within(stage.client(sam.token)) });
  const board = renderHook(() => useAgents({ select: ({ agents }) => agents.map(({ user, status }) => `${user.displayName} ${status}`) }), {
    wrapper: within(stage.client(ann.token)),
  });
  expect(own.result.current).toMatchObject({ status: 'loading', agent: null, chosenStatus: null });
  await waitFor(() => expect(own.result.current).toMatchObject({ status: 'ready', chosenStatus: 'ONLINE', agent: { user: { displayName: 'sam' }, status: 'ONLINE' } }));
  await waitFor(() => expect(board.result.current).toEqual(['sam ONLINE', 'sue OFFLINE']));

  let chosen: Promise<void> | undefined;
  act(() => {
    chosen = own.result.current.setStatus('BUSY');
  });
  expect(own.result.current.chosenStatus).toBe('BUSY');
  await act(async () => chosen);
  await waitFor(() => expect(board.result.current).toContain('sam BUSY'));
  await setAgentStatus(ann, { userId: sam.id, status: 'AWAY' });
  await waitFor(() => expect(own.result.current).toMatchObject({ chosenStatus: 'AWAY', agent: { status: 'AWAY' } }));
});

it('R12 P6: the status survives a lost connection, and shows what was chosen meanwhile', async () => {
  const { ann, sam } = await desk();
  const proxy = await faultProxy({ port: Number(new URL(stage.server.url).port) });
  stage.ends(() => proxy.close());
  const { result } = renderHook(() => useAgentStatus(), { wrapper: within(stage.client(sam.token, { url: proxy.through(stage.server.url) })) });
  await waitFor(() => expect(result.current).toMatchObject({ status: 'ready', agent: { status: 'ONLINE' } }));
  proxy.cut();
  await setAgentStatus(ann, { userId: sam.id, status: 'BUSY' });
  await waitFor(() => expect(result.current).toMatchObject({ status: 'ready', syncStatus: 'synced', chosenStatus: 'BUSY', agent: { status: 'BUSY' } }));
});

it('P8: who is no staff gets neither', async () => {
  const { ada } = await desk();
  const { result } = renderHook(() => ({ own: useAgentStatus(), board: useAgents() }), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(result.current.board).toMatchObject({ status: 'failed', error: { code: 'FORBIDDEN' }, agents: [] }));
  await waitFor(() => expect(result.current.own).toMatchObject({ status: 'failed', agent: null }));
  await act(async () => {
    await expect(result.current.own.setStatus('ONLINE')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
  expect(result.current.own.chosenStatus).toBeNull();
});
