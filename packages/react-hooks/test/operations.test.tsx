import { useStage, within } from './stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useConversationQuery, useSendMessageMutation, useUnreadQuery } from '@parley/react/operations';
import { expect, it } from 'vitest';

const stage = useStage();

it('a generated query hook answers with its field, asks again when told and when its variables change', async () => {
  const { ada, ben, conversationId } = await stage.twoPeople();
  const unread = renderHook(() => useUnreadQuery(), { wrapper: within(ada) });
  expect(unread.result.current).toMatchObject({ status: 'loading', data: undefined, isFetching: true });
  await waitFor(() => expect(unread.result.current).toMatchObject({ status: 'ready', data: { messages: 0 }, error: null, isFetching: false }));
  await ben.conversation(conversationId).send('One');
  await act(() => unread.result.current.refetch());
  expect(unread.result.current.data).toMatchObject({ messages: 1 });

  const { result, rerender } = renderHook(({ id }) => useConversationQuery({ id }), {
    wrapper: within(ada),
    initialProps: { id: conversationId },
  });
  await waitFor(() => expect(result.current.data).toMatchObject({ id: conversationId, title: 'Moving a piano' }));
  const settled = result.current;
  rerender({ id: conversationId });
  expect(result.current).toBe(settled);
  rerender({ id: 'cnv_00000000-0000-7000-8000-000000000000' });
  expect(result.current).toMatchObject({ status: 'loading', data: undefined });
  await waitFor(() => expect(result.current.isFetching).toBe(false));
  expect(result.current.data ?? null).toBeNull();
});

it('a query that is not enabled asks nothing', async () => {
  const { ada } = await stage.twoPeople();
  const { result, rerender } = renderHook(({ enabled }) => useUnreadQuery({}, { enabled }), {
    wrapper: within(ada),
    initialProps: { enabled: false },
  });
  expect(result.current).toMatchObject({ status: 'idle', isFetching: false });
  rerender({ enabled: true });
  await waitFor(() => expect(result.current.status).toBe('ready'));
});

it('a generated mutation hook runs, tells its state, and rejects with a coded error', async () => {
  const { ada, conversationId } = await stage.twoPeople();
  const { result } = renderHook(() => useSendMessageMutation(), { wrapper: within(ada) });
  const [run, before] = result.current;
  expect(before).toMatchObject({ status: 'idle', data: undefined, error: null });
  const sent = await act(() => run({ conversationId, clientId: 'one', text: 'One' }));
  expect(sent.message.text).toBe('One');
  expect(result.current[1]).toMatchObject({ status: 'ready', data: { message: { text: 'One' } }, error: null });
  expect(result.current[0]).toBe(run);

  await act(async () => {
    await expect(run({ conversationId, clientId: 'two', text: '' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
  expect(result.current[1]).toMatchObject({ status: 'failed', error: { code: 'INVALID_INPUT' } });
  act(() => result.current[1].reset());
  expect(result.current[1]).toMatchObject({ status: 'idle', error: null });
});
