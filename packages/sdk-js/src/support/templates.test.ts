import { describe, expect, it } from 'vitest';
import { ChatError } from '../chat-error.js';
import type { QuickReply } from '../generated/types.js';
import { setUpClient } from './client.fixture.js';
import { templates } from './templates.js';

const reply = (name: string, rest: Partial<QuickReply> = {}): QuickReply => ({ id: name, shortcut: name, title: name, text: name, isShared: true, tags: [], department: null, isActive: true, createdById: 'usr_sam', createdAt: '2026-01-01T00:00:00.000Z', usageCount: 0, usedAt: null, updatedAt: '2026-01-01T00:00:00.000Z', ...rest });
const page = (names: readonly string[], hasNextPage = false) => ({ edges: names.map((name) => ({ node: reply(name) })), pageInfo: { hasNextPage, endCursor: names.at(-1) ?? null } });

function open(options = {}) {
  const stage = setUpClient();
  const list = templates(stage.client, options);
  list.subscribe(() => undefined);
  const names = () => list.getSnapshot().items.map((item) => item.id);
  const answer = async (value: unknown) => {
    stage.request('quickReplies').answer(value);
    await stage.settle();
  };
  return { ...stage, list, names, answer };
}

describe('a paged list', () => {
  it('R118: loads a page, then the next, and each entry once', async () => {
    const { list, names, answer, request, settle } = open({ prefix: 'a' });
    expect(list.getSnapshot()).toMatchObject({ status: 'loading', items: [] });
    expect(request('quickReplies').variables).toEqual({ prefix: 'a', after: null, first: 50 });
    await answer(page(['a', 'ab'], true));
    expect(list.getSnapshot()).toMatchObject({ status: 'ready', syncStatus: 'synced', hasMore: true });
    const more = list.loadMore();
    expect(list.getSnapshot().isLoadingMore).toBe(true);
    void list.loadMore();
    await settle();
    await answer(page(['ab', 'ac']));
    await more;
    expect(list.getSnapshot()).toMatchObject({ hasMore: false, isLoadingMore: false });
    expect(names()).toEqual(['a', 'ab', 'ac']);
  });

  it('reads again, as much as was loaded, on every new connection', async () => {
    const { list, names, answer, relink, cut, request, asked } = open();
    await answer(page(['a'], true));
    const more = list.loadMore();
    await answer(page(['b'], true));
    await more;
    cut();
    expect(list.getSnapshot().status).toBe('ready');
    relink();
    expect(list.getSnapshot().syncStatus).toBe('replaying');
    await answer(page(['a'], true));
    expect(request('quickReplies').variables).toMatchObject({ after: 'a' });
    await answer(page(['c'], true));
    expect(names()).toEqual(['a', 'c']);
    expect(asked('quickReplies')).toHaveLength(4);
  });

  it('a page that was asked for before it was read anew does not come in', async () => {
    const { list, names, answer, relink, request } = open();
    await answer(page(['a', 'b'], true));
    const more = list.loadMore();
    const old = request('quickReplies');
    relink();
    await answer(page(['x', 'y'], true));
    old.answer(page(['c']));
    await more;
    expect(names()).toEqual(['x', 'y']);
    expect(list.getSnapshot()).toMatchObject({ hasMore: true, isLoadingMore: false });
  });

  it('R119: a use is counted in place, also when an older answer is under way', async () => {
    const { list, answer, request, relink, settle, asked } = open();
    await answer(page(['a', 'b']));
    relink();
    const used = list.countUse('b', 'msg_1');
    await settle();
    request('countQuickReplyUse').answer({ quickReply: reply('b', { usageCount: 1 }) });
    await used;
    const count = () => list.getSnapshot().items.map((item) => item.usageCount);
    expect(count()).toEqual([0, 1]);
    await answer(page(['a', 'b']));
    expect(count()).toEqual([0, 1]);
    expect(asked('quickReplies')).toHaveLength(3);
    request('quickReplies').answer({ ...page([]), edges: [{ node: reply('a') }, { node: reply('b', { usageCount: 1 }) }] });
    await settle();
    expect(count()).toEqual([0, 1]);
  });

  it('R118: what this client changes shows in all of its lists, a flood of it with one reading', async () => {
    const { client, clock, answer, list, asked, request, settle } = open();
    await answer(page(['a']));
    const other = templates(client, { prefix: 'b' });
    other.subscribe(() => undefined);
    await answer(page(['b']));
    for (let round = 0; round < 5; round += 1) {
      const made = list.create({ shortcut: 'bb', title: 'bb', text: 'bb' });
      await settle();
      request('createQuickReply').answer({ quickReply: reply('bb') });
      await made;
    }
    const before = asked('quickReplies').length;
    await clock.advance(500);
    expect(asked('quickReplies').slice(before).map(({ variables }) => variables)).toEqual([
      { after: null, first: 50 },
      { prefix: 'b', after: null, first: 50 },
    ]);
  });

  it('tries again after what may pass, and says what does not', async () => {
    const { list, clock, request, asked, settle, answer } = open();
    request('quickReplies').fail(new ChatError('OVERLOADED', 'unable to list; too much', { retryAfterMs: 1_000 }));
    await settle();
    expect(list.getSnapshot()).toMatchObject({ status: 'loading', error: null });
    await clock.advance(2_000);
    expect(asked('quickReplies')).toHaveLength(2);
    request('quickReplies').fail(new ChatError('FORBIDDEN', 'unable to list quick replies; clients have none'));
    await settle();
    expect(list.getSnapshot()).toMatchObject({ status: 'failed', error: { code: 'FORBIDDEN' } });
    list.refresh();
    await clock.advance(60_000);
    expect(asked('quickReplies')).toHaveLength(2);
    list.retry();
    await answer(page(['a']));
    expect(list.getSnapshot()).toMatchObject({ status: 'ready', error: null });
  });

  it('is the same handle for the same options while anybody uses it, and asks nothing when nobody does', async () => {
    const { client, clock, relink, asked } = setUpClient();
    const list = templates(client, { prefix: 'a' });
    expect(templates(client, { prefix: 'a' })).toBe(list);
    expect(templates(client, {})).toBe(templates(client, { prefix: undefined }));
    expect(templates(client, { prefix: 'b' })).not.toBe(list);
    expect(asked('quickReplies')).toHaveLength(0);
    list.subscribe(() => undefined)();
    await clock.advance(2_000);
    relink();
    expect(asked('quickReplies')).toHaveLength(1);
    expect(templates(client, { prefix: 'a' })).not.toBe(list);
    expect(clock.pending).toBe(0);
  });
});
