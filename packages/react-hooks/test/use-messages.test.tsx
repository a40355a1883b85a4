import { useStage, within } from './stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useMessages, useSendMessage } from '@parley/react';
import { expect, it } from 'vitest';

const stage = useStage();
const send = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { seq } }`;

it('R71 R72: an optimistic item is there at once, and goes from sending to sent, delivered and read under one key', async () => {
  const { ada, ben, conversationId } = await stage.twoPeople();
  const { result } = renderHook(() => useMessages(), { wrapper: within(ada, conversationId) });
  expect(result.current).toMatchObject({ status: 'loading', error: null, messages: [] });
  await waitFor(() => expect(result.current.status).toBe('ready'));

  const seen: string[] = [];
  const keys = new Set<string>();
  const watch = () => {
    for (const { key, status } of result.current.messages) {
      keys.add(key);
      if (seen.at(-1) !== status) seen.push(status);
    }
  };
  act(() => {
    void result.current.sendMessage('At nine');
  });
  watch();
  expect(result.current.messages).toMatchObject([{ text: 'At nine', status: 'sending', isOwn: true, id: null, seq: null }]);
  await waitFor(() => {
    watch();
    expect(result.current.messages[0]?.status).toBe('sent');
  });

  const bens = renderHook(() => useMessages({ conversationId }), { wrapper: within(ben) });
  await waitFor(() => expect(bens.result.current.messages).toMatchObject([{ text: 'At nine', isOwn: false }]));
  await waitFor(() => {
    watch();
    expect(result.current.messages[0]?.status).toBe('delivered');
  });
  await act(() => bens.result.current.markRead());
  await waitFor(() => {
    watch();
    expect(result.current.messages[0]?.status).toBe('read');
  });
  expect(seen).toEqual(['sending', 'sent', 'delivered', 'read']);
  expect(keys.size).toBe(1);
});

it('R95: a refused message carries its error, and can be sent again or discarded', async () => {
  const { ada, world, conversationId } = await stage.twoPeople();
  const limit = (maxMessageLength: number) =>
    world.service.must('mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { site { id } } }', {
      input: { settings: { maxMessageLength } },
    });
  await limit(5);
  const { result } = renderHook(() => useMessages(), { wrapper: within(ada, conversationId) });
  await waitFor(() => expect(result.current.status).toBe('ready'));
  act(() => {
    void result.current.sendMessage('Longer than five');
    void result.current.sendMessage('Longer too');
  });
  await waitFor(() => expect(result.current.messages.map(({ status }) => status)).toEqual(['failed', 'failed']));
  expect(result.current.messages[0]?.error).toMatchObject({ code: 'MESSAGE_TOO_LONG' });

  act(() => result.current.messages[1]?.discard());
  await waitFor(() => expect(result.current.messages).toHaveLength(1));
  await limit(500);
  act(() => result.current.messages[0]?.retry());
  await waitFor(() => expect(result.current.messages).toMatchObject([{ text: 'Longer than five', status: 'sent', error: null }]));
});

it('R81: loadMore puts older pages before the list until there are none', async () => {
  const { ada, world, conversationId } = await stage.twoPeople();
  for (let number = 1; number <= 120; number += 1) {
    await world.people.ben.must(send, { input: { conversationId, clientId: `${number}`, text: `${number}` } });
  }
  const early: boolean[] = [];
  const { result } = renderHook(
    () => {
      const messages = useMessages();
      if (messages.status === 'loading') early.push(messages.hasMore);
      return messages;
    },
    { wrapper: within(ada, conversationId) },
  );
  await waitFor(() => expect(result.current.messages.at(-1)?.text).toBe('120'));
  expect(new Set(early)).toEqual(new Set([false]));
  expect(result.current.hasMore).toBe(true);

  while (result.current.hasMore) {
    const [before] = result.current.messages;
    await act(() => result.current.loadMore());
    expect(result.current.messages).toContain(before);
    expect(result.current.isLoadingMore).toBe(false);
  }
  expect(result.current.messages.map(({ text }) => text)).toEqual(Array.from({ length: 120 }, (_, index) => `${index + 1}`));
});

it('R73 R75: edits, reactions and deletions come back through the list', async () => {
  const { ada, ben, conversationId } = await stage.twoPeople();
  const adas = renderHook(() => useMessages(), { wrapper: within(ada, conversationId) });
  const bens = renderHook(() => useMessages(), { wrapper: within(ben, conversationId) });
  await waitFor(() => expect([adas.result.current.status, bens.result.current.status]).toEqual(['ready', 'ready']));
  const { id } = await act(() => adas.result.current.sendMessage('At nine'));
  await waitFor(() => expect(bens.result.current.messages).toHaveLength(1));

  await act(() => bens.result.current.addReaction(id, '👍'));
  await waitFor(() => expect(adas.result.current.messages[0]?.reactions).toMatchObject([{ emoji: '👍' }]));
  await act(() => bens.result.current.removeReaction(id, '👍'));
  await waitFor(() => expect(adas.result.current.messages[0]?.reactions).toEqual([]));
  await act(() => adas.result.current.editMessage(id, 'At ten'));
  await waitFor(() => expect(bens.result.current.messages).toMatchObject([{ text: 'At ten' }]));
  await act(() => adas.result.current.deleteMessage(id));
  await waitFor(() => expect(bens.result.current.messages).toMatchObject([{ text: '', isDeleted: true }]));
  await expect(bens.result.current.editMessage(id, 'mine')).rejects.toMatchObject({ name: 'ChatError' });
});

it('useSendMessage sends without rendering when messages come', async () => {
  const { ada, ben, conversationId } = await stage.twoPeople();
  let renders = 0;
  const sender = renderHook(
    () => {
      renders += 1;
      return useSendMessage();
    },
    { wrapper: within(ada, conversationId) },
  );
  const before = renders;
  await sender.result.current({ text: 'One' });
  await ben.conversation(conversationId).send('Two');
  expect(renders).toBe(before);
});
