import { useStage, within } from './stage.js';
import { act, render, renderHook, waitFor } from '@testing-library/react';
import { useConversation, useConversations, useMessages, usePresence, useReadReceipts, useTyping, useUnreadCount } from '@parley/react';
import { useState } from 'react';
import { expect, it } from 'vitest';

const stage = useStage();

it('a result is the same object while nothing of it changes, and its functions are the same for ever', async () => {
  const { ada, conversationId } = await stage.twoPeople();
  const { result, rerender } = renderHook(
    () => ({
      messages: useMessages(),
      typing: useTyping(),
      receipts: useReadReceipts(),
      presence: usePresence(),
      conversation: useConversation(),
      conversations: useConversations(),
    }),
    { wrapper: within(ada, conversationId) },
  );
  await waitFor(() => expect(result.current.messages.status).toBe('ready'));
  await waitFor(() => expect(result.current.conversations.status).toBe('ready'));
  await act(() => result.current.messages.sendMessage('One'));
  await waitFor(() => expect(result.current.messages.messages[0]?.status).toBe('sent'));
  const before = result.current;
  rerender();
  for (const name of ['messages', 'typing', 'receipts', 'presence', 'conversation', 'conversations'] as const) {
    expect(result.current[name], name).toBe(before[name]);
  }

  await act(() => result.current.messages.sendMessage('Two'));
  await waitFor(() => expect(result.current.messages.messages[1]?.status).toBe('sent'));
  const after = result.current;
  expect(after.messages).not.toBe(before.messages);
  expect(after.presence).toBe(before.presence);
  expect(after.typing).toBe(before.typing);
  expect(after.messages.messages[0]).toBe(before.messages.messages[0]);
  const { sendMessage, loadMore, editMessage, deleteMessage, addReaction, removeReaction, markRead, retry } = before.messages;
  expect(after.messages).toMatchObject({ sendMessage, loadMore, editMessage, deleteMessage, addReaction, removeReaction, markRead, retry });
});

it('a selector written in place renders only when what it selects changes', async () => {
  const { ada, ben, conversationId } = await stage.twoPeople();
  const shown: (string | undefined)[] = [];
  function Title() {
    const { title } = useConversation({ select: ({ conversation }) => ({ title: conversation?.title }) });
    shown.push(title);
    return null;
  }
  const { result } = renderHook(() => useMessages(), { wrapper: within(ada, conversationId) });
  const Providers = within(ada, conversationId);
  render(
    <Providers>
      <Title />
    </Providers>,
  );
  await waitFor(() => expect(shown.at(-1)).toBe('Moving a piano'));
  const renders = shown.length;
  for (const text of ['One', 'Two', 'Three']) await ben.conversation(conversationId).send(text);
  await waitFor(() => expect(result.current.messages).toHaveLength(3));
  expect(shown).toHaveLength(renders);
});

it('another conversation id shows the other conversation, and never a mix', async () => {
  const { ada, world, conversationId } = await stage.twoPeople();
  const other = await world.people.ada.must<{ startDirectConversation: { conversation: { id: string } } }>(
    'mutation ($input: StartDirectConversationInput!) { startDirectConversation(input: $input) { conversation { id } } }',
    { input: { externalId: 'ben', clientId: 'first', text: 'Directly' } },
  );
  const otherId = other.startDirectConversation.conversation.id;
  await ada.conversation(conversationId).send('About the booking');

  const pairs = new Set<string>();
  let change: (id: string) => void = () => undefined;
  function Both() {
    const [id, setId] = useState(conversationId);
    change = setId;
    const { messages } = useMessages({ conversationId: id });
    for (const message of messages) pairs.add(`${id} ${message.conversationId}`);
    return <p>{messages.map(({ text }) => text).join()}</p>;
  }
  const Providers = within(ada);
  const { container } = render(
    <Providers>
      <Both />
    </Providers>,
  );
  await waitFor(() => expect(container.textContent).toBe('About the booking'));
  act(() => change(otherId));
  await waitFor(() => expect(container.textContent).toBe('Directly'));
  act(() => change(conversationId));
  await waitFor(() => expect(container.textContent).toBe('About the booking'));
  expect(pairs).toEqual(new Set([`${conversationId} ${conversationId}`, `${otherId} ${otherId}`]));
});

it('two hooks on one conversation share one feed, mounted twice or not, and the last one closes it', async () => {
  const { ada, conversationId } = await stage.twoPeople();
  const handle = ada.conversation(conversationId);
  const first = renderHook(() => [useMessages(), useTyping(), useUnreadCount()], { wrapper: within(ada, conversationId) });
  const second = renderHook(() => useConversation({ conversationId }), { wrapper: within(ada) });
  await waitFor(() => expect(second.result.current.status).toBe('ready'));
  expect(ada.conversation(conversationId)).toBe(handle);
  first.unmount();
  second.unmount();
  // Once nobody looks, the client forgets the handle: the next one is another.
  await waitFor(() => expect(ada.conversation(conversationId)).not.toBe(handle));
});
