import { useStage, within } from '../stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useMessages } from '@parley/react';
import { useTemplates } from '@parley/react/support';
import { expect, it } from 'vitest';

const stage = useStage();

it('R118 R119: templates are made, found by their beginning, filled in, counted and deleted', async () => {
  const { ben, conversationId } = await stage.twoPeople();
  const all = renderHook(() => useTemplates(), { wrapper: within(ben) });
  const found = renderHook(() => useTemplates({ prefix: 'hel', select: ({ templates }) => templates.map(({ shortcut, usageCount }) => `${shortcut} ${usageCount}`) }), {
    wrapper: within(ben),
  });
  const messages = renderHook(() => useMessages(), { wrapper: within(ben, conversationId) });
  await waitFor(() => expect(all.result.current).toMatchObject({ status: 'ready', templates: [], hasMore: false }));
  await waitFor(() => expect(messages.result.current.status).toBe('ready'));

  const { id } = await all.result.current.create({ shortcut: 'hello', title: 'Greeting', text: 'Hello {{client.name}}' });
  await act(() => all.result.current.create({ shortcut: 'bye', title: 'End', text: 'Bye' }));
  await waitFor(() => expect(all.result.current.templates.map(({ shortcut }) => shortcut)).toEqual(['bye', 'hello']));
  await waitFor(() => expect(found.result.current).toEqual(['hello 0']));

  const text = await all.result.current.render(id, conversationId);
  expect(text).toBe('Hello ada');
  const message = await act(() => messages.result.current.sendMessage(text));
  await act(() => all.result.current.countUse(id, message.id));
  await waitFor(() => expect(all.result.current.templates[1]?.usageCount).toBe(1));

  await act(() => all.result.current.remove(id));
  await waitFor(() => expect(found.result.current).toEqual([]));
  await expect(all.result.current.render(id, conversationId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('P8: a client has none', async () => {
  const { ada } = await stage.twoPeople();
  const { result } = renderHook(() => useTemplates(), { wrapper: within(ada) });
  await waitFor(() => expect(result.current).toMatchObject({ status: 'failed', error: { code: 'FORBIDDEN' }, templates: [] }));
});
