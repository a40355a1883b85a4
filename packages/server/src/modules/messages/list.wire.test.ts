import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../kernel/views.js';
import { expectQueries } from '../../testing/index.js';
import { clientId, codeOf, createWorld, type World } from './fixture.js';
import { accessConversation } from '../conversations/index.js';
import { type PageArgs, listMessages, loadMessageViews, parsePage, readMessages, readThread } from './list.js';
import { addReaction } from './react.js';
import { sendMessage } from './send.js';

describe('reading messages', () => {
  let world: World;
  const all: MessageView[] = [];
  let root: MessageView;

  beforeAll(async () => {
    world = await createWorld();
    root = await send('root');
    for (let index = 0; index < 40; index += 1) {
      // Every third is an internal note, so that what a client sees has gaps in its numbers.
      if (index % 3 === 2) await send(`note ${index}`, { audience: 'staff' }, world.agent);
      else await send(`text ${index}`, index % 4 === 0 ? { parentId: root.id } : {}, index % 2 ? world.client : world.provider);
    }
  });
  afterAll(() => world.close());

  async function send(text: string, more: object = {}, viewer = world.client): Promise<MessageView> {
    const { message } = await sendMessage(world.deps, viewer, { conversationId: world.conversationId, clientId: clientId(), text, ...more });
    all.push(message);
    return message;
  }
  const page = (args: PageArgs, viewer = world.client) => readMessages(world.deps, viewer, { conversationId: world.conversationId, ...args });
  const visible = () => all.filter(({ audience }) => audience === 'all').map(({ seq }) => seq);

  it('R81 R218: any page, in any direction, is the slice of what the viewer sees, with both sides told rightly', async () => {
    const access = await accessConversation(world.deps, world.client, { conversationId: world.conversationId, need: 'read', operation: 'test' });
    const seqs = visible();
    const bound = fc.option(fc.integer({ min: 0, max: all.length + 3 }).map(String), { nil: null });
    const size = fc.integer({ min: 1, max: 45 });
    const args = fc.oneof(
      fc.record({ first: size, after: bound, before: bound }),
      fc.record({ last: size, after: bound, before: bound }),
      fc.record({ first: size, last: size, around: fc.integer({ min: 0, max: all.length + 3 }) }),
    );
    await fc.assert(
      fc.asyncProperty(args, async (wish: PageArgs) => {
        const low = Number(wish.after ?? 0);
        const high = Number(wish.before ?? 2 ** 31 - 1);
        const within = seqs.filter((seq) => seq > low && seq < high);
        const pivot = wish.around ?? (wish.first == null ? high : low + 1);
        const before = wish.last == null ? [] : within.filter((seq) => seq < pivot).slice(-wish.last);
        const from = wish.first == null ? [] : within.filter((seq) => seq >= pivot).slice(0, wish.first);
        const expected = [...before, ...from];
        const got = await listMessages(world.deps, access, wish);
        expect(got.messages.map(({ seq }) => seq)).toEqual(expected);
        expect(got.hasPreviousPage).toBe(seqs.some((seq) => seq < (expected[0] ?? low + 1)));
        expect(got.hasNextPage).toBe(seqs.some((seq) => seq > (expected.at(-1) ?? high - 1)));
      }),
      { numRuns: 150 },
    );
  });

  it('R81: without arguments it is the last 50; following cursors back and forth meets every message once', async () => {
    expect((await page({})).messages.map(({ seq }) => seq)).toEqual(visible().slice(-50));
    const back: number[] = [];
    for (let before: string | null = null; ; ) {
      const part = await page({ last: 7, before });
      back.unshift(...part.messages.map(({ seq }) => seq));
      if (!part.hasPreviousPage) break;
      before = String(part.messages[0]?.seq);
    }
    expect(back).toEqual(visible());
  });

  it('R63 P8: a page shows each side what is for them: staff everything, others no internal notes', async () => {
    expect((await page({ last: 100 }, world.agent)).messages).toHaveLength(all.length);
    expect((await page({ last: 100 }, world.admin)).messages).toHaveLength(all.length);
    expect((await page({ last: 100 }, world.provider)).messages.map(({ seq }) => seq)).toEqual(visible());
    expect(JSON.stringify((await page({ last: 100 })).messages)).not.toContain('note');
    expect(await codeOf(page({}, world.outsider))).toBe('NOT_FOUND');
  });

  it('R74: a thread is read from its root or from any reply in it, replies alone', async () => {
    const replies = all.filter(({ parentId }) => parentId === root.id);
    const thread = (messageId: string, args: PageArgs = {}) => readThread(world.deps, world.client, { messageId, ...args });
    expect((await thread(root.id)).messages.map(({ id }) => id)).toEqual(replies.map(({ id }) => id));
    const part = await thread(replies[0]?.id ?? '', { first: 2 });
    expect(part).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(part.messages).toHaveLength(2);
    expect(await codeOf(readThread(world.deps, world.outsider, { messageId: root.id }))).toBe('NOT_FOUND');
  });

  it('R198: a page costs two statements, whatever its length, its senders and its reactions', async () => {
    for (const message of all.slice(0, 6)) await addReaction(world.deps, world.agent, { messageId: message.id, emoji: '👍' });
    const one = await expectQueries(world.db, 2, () => page({ last: 1 }));
    const many = await expectQueries(world.db, 2, () => page({ last: 40 }));
    expect([one.messages.length, many.messages.length]).toEqual([1, 28]);
    expect(many.messages.some(({ reactions }) => reactions.length > 0)).toBe(true);
  });

  it('P4: views by id are those of the page, inside a transaction too', async () => {
    const { messages } = await page({ last: 10 });
    const ids = messages.map(({ id }) => id);
    expect([...(await loadMessageViews(world.deps, ids)).values()]).toEqual(expect.arrayContaining([...messages]));
    const inside = await world.db.transaction((tx) => loadMessageViews(tx, [...ids, 'msg_missing']));
    expect(inside.size).toBe(10);
  });

  it('R81 R179: page arguments that contradict each other or ask for too much are refused', () => {
    const bad: PageArgs[] = [
      { first: 0 },
      { last: 101 },
      { first: 1.5 },
      { first: 1, last: 1 },
      { after: 'x' },
      { before: '-1' },
      { after: '99999999999' },
      { around: 1, after: '1' },
      { around: -1 },
      { around: 1, first: 60, last: 60 },
    ];
    for (const args of bad) expect(() => parsePage(args), JSON.stringify(args)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
