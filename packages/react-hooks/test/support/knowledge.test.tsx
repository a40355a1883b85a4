import { useStage, within } from '../stage.js';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useKnowledge, useSupport } from '@parley/react/support';
import { updateAutomation, upsertArticle, upsertQueue } from '@parley/sdk/operations';
import { seed } from '@parley/server/testing';
import { expect, it } from 'vitest';

const stage = useStage();

const site = async () => {
  const world = await seed(stage.server).admin('ann').client('ada').ready();
  stage.ends(() => world.close());
  return world.people;
};

it('R123 R125 R130: articles are written, found, read and rated, and lists that show them follow', async () => {
  const { ann, ada } = await site();
  const admin = renderHook(() => useKnowledge(), { wrapper: within(stage.client(ann.token)) });
  await waitFor(() => expect(admin.result.current).toMatchObject({ status: 'ready', articles: [] }));
  const { id } = await act(() => admin.result.current.upsert({ key: 'refund', title: 'How do I get a refund?', answer: 'Write to us.', questions: ['money back'] }));
  await act(() => admin.result.current.upsert({ key: 'key', title: 'I lost my key', answer: 'We bring one.' }));
  await waitFor(() => expect(admin.result.current.articles.map(({ key }) => key)).toEqual(['refund', 'key']));

  const reader = renderHook(() => useKnowledge({ query: 'money' }), { wrapper: within(stage.client(ada.token)) });
  await waitFor(() => expect(reader.result.current.articles.map(({ key }) => key)).toEqual(['refund']));
  await act(() => reader.result.current.view(id));
  await act(() => reader.result.current.rate(id, true));
  await waitFor(() => expect(reader.result.current.articles).toMatchObject([{ viewCount: 1, helpfulCount: 1, wasHelpful: true }]));
  const [best] = await reader.result.current.match('how do i get a refund');
  expect(best).toMatchObject({ article: { key: 'refund' } });
  await expect(reader.result.current.upsert({ key: 'x', title: 'x', answer: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });

  await act(() => admin.result.current.remove(id));
  await waitFor(() => expect(admin.result.current.articles.map(({ key }) => key)).toEqual(['key']));
});

it('R127 R247: a customer sees who is in control, chooses what the bot offers, and gets a person', async () => {
  const { ann, ada } = await site();
  await upsertQueue(ann, { key: 'help', isBotFirst: true });
  await updateAutomation(ann, { answerFrom: 1, offerFrom: 0 });
  for (const [key, title] of [['refund', 'How do I get a refund?'], ['key', 'I lost my key']] as const) await upsertArticle(ann, { key, title, answer: `About ${key}.` });
  const client = stage.client(ada.token);
  const own = renderHook(() => useSupport(), { wrapper: within(client) });
  await waitFor(() => expect(own.result.current.status).toBe('ready'));
  expect(own.result.current.question).toBeNull();
  await act(() => own.result.current.start({ text: 'a refund for a lost key' }));
  await waitFor(() => expect(own.result.current).toMatchObject({ case: { control: 'BOT' }, question: { choices: [{}, {}] } }));
  const choice = own.result.current.question?.choices.find(({ title }) => title === 'I lost my key');
  await act(() => own.result.current.choose(choice?.articleId ?? ''));
  await waitFor(() => expect(own.result.current.question).toBeNull());
  const conversation = client.conversation(own.result.current.case?.conversationId ?? '');
  await waitFor(() => expect(conversation.getSnapshot().messages.map(({ text }) => text).slice(-2)).toEqual(['I lost my key', 'About key.']));
  await act(() => own.result.current.talkToHuman());
  await waitFor(() => expect(own.result.current).toMatchObject({ case: { control: 'QUEUE', status: 'QUEUED' }, question: null }));
});
