import { useStage, within } from './stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useConnection, useMessages } from '@parley/react';
import { faultProxy } from '@parley/server/testing';
import { expect, it } from 'vitest';

const stage = useStage();

it('R94: the state of the connection and of the catch-up is told, and the list is whole afterwards', async () => {
  const { world, ben, conversationId } = await stage.twoPeople();
  const proxy = await faultProxy({ port: Number(new URL(stage.server.url).port) });
  stage.ends(() => proxy.close());
  const ada = stage.client(world.people.ada.token, { url: proxy.through(stage.server.url) });

  const told: string[] = [];
  const { result } = renderHook(
    () => {
      const connection = useConnection();
      const line = `${connection.status} ${connection.syncStatus}`;
      if (told.at(-1) !== line) told.push(line);
      return { connection, messages: useMessages() };
    },
    { wrapper: within(ada, conversationId) },
  );
  expect(told[0]).toBe('idle synced');
  await waitFor(() => expect(result.current.messages.status).toBe('ready'));
  await waitFor(() => expect(result.current.connection).toMatchObject({ status: 'connected', syncStatus: 'synced', transport: 'websocket', error: null }));

  proxy.set('refuse');
  await waitFor(() => expect(result.current.connection.status).toBe('reconnecting'));
  await ben.conversation(conversationId).send('One');
  await ben.conversation(conversationId).send('Two');
  await waitFor(() => expect(result.current.connection.retryAt).not.toBeNull());
  expect(result.current.messages.messages).toEqual([]);

  proxy.set('ok');
  told.length = 0;
  act(() => result.current.connection.connect());
  await waitFor(() => expect(result.current.messages.messages.map(({ text }) => text)).toEqual(['One', 'Two']));
  await waitFor(() => expect(told.at(-1)).toBe('connected synced'));
  expect(told).toContain('connected replaying');
});

it('a select option renders only for what it selects', async () => {
  const { ada, ben, conversationId } = await stage.twoPeople();
  let renders = 0;
  const { result } = renderHook(
    () => {
      renders += 1;
      return useConnection({ select: ({ status }) => status });
    },
    { wrapper: within(ada, conversationId) },
  );
  await waitFor(() => expect(result.current).toBe('connected'));
  const before = renders;
  await ben.conversation(conversationId).send('One');
  await waitFor(() => expect(ada.conversation(conversationId).getSnapshot().messages).toHaveLength(1));
  expect(renders).toBe(before);
});
