import { useStage, within } from './stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useConversations, useMessages, useNotices, usePresence, useReadReceipts, useThread, useTyping, useUnreadCount, useUserPresence, useViewer } from '@parley/react';
import { joinConversation } from '@parley/sdk/operations';
import { expect, it } from 'vitest';

const stage = useStage();

it('R47 R82: the list and the unread counts follow what others send and what the viewer reads', async () => {
  const { ada, ben, conversationId } = await stage.twoPeople();
  const { result } = renderHook(() => ({ list: useConversations(), unread: useUnreadCount({ conversationId }) }), { wrapper: within(ada) });
  await waitFor(() => expect(result.current.list).toMatchObject({ status: 'ready', conversations: [{ id: conversationId }] }));
  await waitFor(() => expect(result.current.unread).toEqual({ messages: 0, conversations: 0, here: 0 }));

  await ben.conversation(conversationId).send('Are you there?');
  await waitFor(() => expect(result.current.unread).toEqual({ messages: 1, conversations: 1, here: 1 }));
  expect(result.current.list.conversations[0]?.lastMessage?.text).toBe('Are you there?');

  const reader = renderHook(() => useReadReceipts(), { wrapper: within(ada, conversationId) });
  const messages = renderHook(() => useMessages(), { wrapper: within(ada, conversationId) });
  await waitFor(() => expect(messages.result.current.messages).toHaveLength(1));
  await act(() => reader.result.current.markRead());
  await waitFor(() => expect(result.current.unread).toEqual({ messages: 0, conversations: 0, here: 0 }));

  await act(() => result.current.list.mute(conversationId, true));
  await waitFor(() => expect(result.current.list.conversations[0]?.viewer?.isMuted).toBe(true));
});

it('R90: typing shows people, and ends with stop', async () => {
  const { ada, ben, conversationId } = await stage.twoPeople();
  const adas = renderHook(() => useTyping(), { wrapper: within(ada, conversationId) });
  const bens = renderHook(() => ({ typing: useTyping(), messages: useMessages() }), { wrapper: within(ben, conversationId) });
  await waitFor(() => expect(bens.result.current.messages.status).toBe('ready'));
  act(() => bens.result.current.typing.keystroke());
  await waitFor(() => expect(adas.result.current.people).toMatchObject([{ displayName: 'ben' }]));
  expect(bens.result.current.typing.people).toEqual([]);
  act(() => bens.result.current.typing.stop());
  await waitFor(() => expect(adas.result.current.people).toEqual([]));
});

it('R91: presence of the others, in a conversation and for lists', async () => {
  const { ada, ben, world, conversationId } = await stage.twoPeople();
  const { result } = renderHook(
    () => ({ here: usePresence(), one: usePresence({ userId: world.people.ben.id }), inLists: useUserPresence({ userId: world.people.ben.id }) }),
    { wrapper: within(ada, conversationId) },
  );
  await waitFor(() => expect(result.current.here).toMatchObject({ isOnline: false, people: [{ user: { displayName: 'ben' }, isOnline: false }] }));
  const bens = renderHook(() => useConversations(), { wrapper: within(ben) });
  await waitFor(() => expect(bens.result.current.status).toBe('ready'));
  await waitFor(() => expect(result.current.here.isOnline).toBe(true));
  expect(result.current.one.isOnline).toBe(true);
  await waitFor(() => expect(result.current.inLists).toEqual({ isOnline: true, lastSeenAt: null }));
  await ben.close();
  await waitFor(() => expect(result.current.here.isOnline).toBe(false));
  expect(result.current.here.people[0]?.lastSeenAt).toMatch(/^\d{4}-/);
});

it('R72: read receipts name who got and who read a message', async () => {
  const { ada, ben, conversationId } = await stage.twoPeople();
  const { seq } = await ada.conversation(conversationId).send('At nine');
  const { result } = renderHook(() => useReadReceipts({ seq }), { wrapper: within(ada, conversationId) });
  const bens = renderHook(() => useMessages(), { wrapper: within(ben, conversationId) });
  await waitFor(() => expect(result.current.deliveredTo).toMatchObject([{ displayName: 'ben' }]));
  expect(result.current.readBy).toEqual([]);
  await act(() => bens.result.current.markRead());
  await waitFor(() => expect(result.current.readBy).toMatchObject([{ displayName: 'ben' }]));
  expect(result.current.receipts).toMatchObject([{ user: { displayName: 'ben' }, readSeq: seq }]);
});

it('R74: a thread has its message and its replies, optimistic ones too', async () => {
  const { ada, ben, conversationId } = await stage.twoPeople();
  const question = await ada.conversation(conversationId).send('A parking place?');
  await ada.conversation(conversationId).send('Something else');
  const { result } = renderHook(() => useThread({ messageId: question.id }), { wrapper: within(ada, conversationId) });
  await waitFor(() => expect(result.current).toMatchObject({ status: 'ready', parent: { text: 'A parking place?' }, messages: [] }));
  act(() => {
    void result.current.sendReply('Anybody?');
  });
  expect(result.current.messages).toMatchObject([{ text: 'Anybody?', status: 'sending', parentId: question.id }]);
  await ben.conversation(conversationId).send({ text: 'Please do', parentId: question.id });
  // Who answers has read what was before.
  await waitFor(() => expect(result.current.messages.map(({ text, status }) => `${text} ${status}`)).toEqual(['Anybody? read', 'Please do sent']));
});

it('R49: the viewer and their notices', async () => {
  const { ada, conversationId, world } = await stage.twoPeople();
  const { result } = renderHook(() => ({ me: useViewer(), notices: useNotices() }), { wrapper: within(ada) });
  expect(result.current.me).toBeNull();
  await waitFor(() => expect(result.current.me).toMatchObject({ displayName: 'ada', role: 'CLIENT' }));
  await waitFor(() => expect(result.current.notices.status).toBe('ready'));
  const support = stage.client(await world.token('sam', 'agent'));
  await joinConversation(support, { conversationId, reason: 'asked for help' });
  await waitFor(() => expect(result.current.notices.notices.map(({ kind }) => kind)).toContain('STAFF_JOINED'));
  await act(() => result.current.notices.markRead());
  await waitFor(() => expect(result.current.notices.notices.every(({ readAt }) => readAt !== null)).toBe(true));
});
