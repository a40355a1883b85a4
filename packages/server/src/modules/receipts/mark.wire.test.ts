import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audiencesOf, canSee } from '../../kernel/audience.js';
import type { UserViewer } from '../../kernel/viewer.js';
import { expectQueries } from '../../testing/index.js';
import { clientId, codeOf, createWorld, type World } from '../messages/fixture.js';
import { sendMessage } from '../messages/index.js';
import { deleteMessage } from '../messages/remove.js';
import { listMessageReceipts, listReceipts } from './list.js';
import { markDelivered, markMessageRead, markRead } from './mark.js';

describe('receipts', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  const newConversation = () => world.conversation([[world.client, 'client'], [world.provider, 'provider'], [world.agent, 'agent']]);
  const send = async (conversationId: string, viewer: UserViewer, more: object = {}) =>
    (await sendMessage(world.deps, viewer, { conversationId, clientId: clientId(), text: 'x', ...more })).message;
  const place = (conversationId: string, viewer: UserViewer) =>
    world.db.prisma.participant.findUniqueOrThrow({ where: { conversationId_userId: { conversationId, userId: viewer.userId } } });
  const unreadOf = async (conversationId: string, viewer: UserViewer) =>
    (await markDelivered(world.deps, viewer, { conversationId, seq: 0 })).unreadCount;

  it('R72 R85 R93 P2: reading advances both marks in one statement, takes one seq, and tells everybody', async () => {
    const id = await newConversation();
    const message = await send(id, world.client);
    const at = world.clock.now().toISOString();
    const result = await expectQueries(world.db, 1, () => markRead(world.deps, world.provider, { conversationId: id, seq: message.seq }));
    const receipt = { userId: world.provider.userId, deliveredSeq: 1, deliveredAt: at, readSeq: 1, readAt: at };
    expect(result).toEqual({ receipt, seq: 2, unreadCount: 0 });
    expect(world.published.at(-1)).toMatchObject({ type: 'ReceiptAdvanced', seq: 2, audience: 'all', payload: { receipt }, hint: { readCount: 1 } });
    const event = await world.db.prisma.event.findUniqueOrThrow({ where: { conversationId_seq: { conversationId: id, seq: 2 } } });
    expect(event).toMatchObject({ type: 'ReceiptAdvanced', actorId: world.provider.userId, data: { userId: world.provider.userId } });
    expect(await place(id, world.provider)).toMatchObject({ readSeq: 1, readCount: 1, deliveredSeq: 1 });
  });

  it('P3: marking again, or lower, changes nothing and takes no seq', async () => {
    const id = await newConversation();
    await send(id, world.client);
    await send(id, world.client);
    const first = await markRead(world.deps, world.provider, { conversationId: id, seq: 2 });
    const count = world.published.length;
    await world.clock.advance(1000);
    for (const seq of [2, 1, 0]) {
      expect(await markRead(world.deps, world.provider, { conversationId: id, seq })).toEqual(first);
      expect((await markDelivered(world.deps, world.provider, { conversationId: id, seq })).receipt).toEqual(first.receipt);
    }
    expect(world.published.length).toBe(count);
  });

  it('R72 R93: delivered goes ahead of read, and a mark past the end of the log is its end', async () => {
    const id = await newConversation();
    await send(id, world.client);
    const delivered = await markDelivered(world.deps, world.provider, { conversationId: id, seq: 2_000_000_000 });
    expect(delivered).toMatchObject({ receipt: { deliveredSeq: 1, readSeq: 0, readAt: null }, unreadCount: 1 });
    const next = await send(id, world.client);
    const read = await markRead(world.deps, world.provider, { conversationId: id, seq: 2 ** 31 + 5 });
    expect(read).toMatchObject({ receipt: { deliveredSeq: next.seq, readSeq: next.seq }, unreadCount: 0 });
    await send(id, world.client);
    expect(await unreadOf(id, world.provider)).toBe(1);
  });

  it('R82 R63: unread counts what the person may see, and a mark below the end counts what lies after it', async () => {
    const id = await newConversation();
    const first = await send(id, world.client);
    await send(id, world.agent, { audience: 'staff' });
    await send(id, world.agent, { audience: 'provider' });
    await send(id, world.client);
    expect((await markRead(world.deps, world.provider, { conversationId: id, seq: first.seq })).unreadCount).toBe(2);
    // Notes do not move the marks of their writer, and are not unread to them either.
    expect(await unreadOf(id, world.agent)).toBe(2);
    expect(await unreadOf(id, world.client)).toBe(0);
    // A tombstone counts until it is read.
    const doomed = await send(id, world.client);
    await deleteMessage(world.deps, world.client, doomed.id);
    expect(await unreadOf(id, world.provider)).toBe(3);
  });

  it('R85: one message can be marked, and what is not for the viewer cannot', async () => {
    const id = await newConversation();
    const message = await send(id, world.client);
    await send(id, world.client);
    expect(await markMessageRead(world.deps, world.provider, message.id)).toMatchObject({ receipt: { readSeq: 1 }, unreadCount: 1 });
    const note = await send(id, world.agent, { audience: 'staff' });
    expect(await codeOf(markMessageRead(world.deps, world.provider, note.id))).toBe('NOT_FOUND');
  });

  it('P8 R59: outsiders do not find it, staff who only look have no marks, those who left have none either', async () => {
    const id = await newConversation();
    await send(id, world.client);
    const mark = (viewer: UserViewer, conversationId = id) => codeOf(markRead(world.deps, viewer, { conversationId, seq: 1 }));
    expect(await mark(world.outsider)).toBe('NOT_FOUND');
    expect(await mark({ ...world.provider, siteId: 'site_other' })).toBe('NOT_FOUND');
    expect(await mark(world.provider, 'nonsense')).toBe('NOT_FOUND');
    expect(await mark(world.admin)).toBe('FORBIDDEN');
    expect(await codeOf(markRead(world.deps, world.provider, { conversationId: id, seq: -1 }))).toBe('INVALID_INPUT');
    expect(await codeOf(listReceipts(world.deps, world.outsider, id))).toBe('NOT_FOUND');
    await world.db.prisma.conversation.update({ where: { id }, data: { gate: 'hidden' } });
    expect(await mark(world.provider)).toBe('NOT_FOUND');
    await world.db.prisma.conversation.update({ where: { id }, data: { gate: 'read_only' } });
    expect(await markRead(world.deps, world.provider, { conversationId: id, seq: 1 })).toMatchObject({ seq: 2 });
  });

  it('R72: who got and read a message, and when; answering it is to have read it', async () => {
    const id = await newConversation();
    const message = await send(id, world.client);
    await world.clock.advance(1000);
    await markDelivered(world.deps, world.provider, { conversationId: id, seq: message.seq });
    const deliveredAt = world.clock.now().toISOString();
    await world.clock.advance(1000);
    await markRead(world.deps, world.provider, { conversationId: id, seq: message.seq });
    const readAt = world.clock.now().toISOString();
    await world.clock.advance(1000);
    await send(id, world.agent);
    await markRead(world.deps, world.provider, { conversationId: id, seq: 100 });
    const answeredAt = world.clock.now().toISOString();
    const receipts = await listMessageReceipts(world.deps, world.client, message.id);
    expect(receipts.map(({ user, ...times }) => [user.id, times])).toEqual(
      expect.arrayContaining([
        [world.provider.userId, { deliveredAt, readAt }],
        [world.agent.userId, { deliveredAt: answeredAt, readAt: answeredAt }],
      ]),
    );
    expect(receipts).toHaveLength(2);
    const note = await send(id, world.agent, { audience: 'staff' });
    expect(await listMessageReceipts(world.deps, world.agent, note.id)).toEqual([]);
    const marks = await listReceipts(world.deps, world.client, id);
    expect(new Set(marks.map(({ userId }) => userId))).toEqual(new Set([world.client.userId, world.provider.userId, world.agent.userId]));
  });

  it('R82 P2 P3: whatever people do in whatever order, unread equals a recount, marks never go back, and the log has no hole', async () => {
    const step = fc.record({
      who: fc.constantFrom(0, 1, 2),
      act: fc.constantFrom('send', 'note', 'read', 'delivered'),
      seq: fc.integer({ min: 0, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), fc.boolean(), async (steps, isParallel) => {
        const id = await newConversation();
        const people = [
          { viewer: world.client, role: 'client', side: 'client' },
          { viewer: world.provider, role: 'provider', side: 'provider' },
          { viewer: world.agent, role: 'agent', side: 'staff' },
        ] as const;
        const marks = new Map<string, number>();
        const run = async ({ who, act, seq }: (typeof steps)[number]) => {
          const person = people[who] ?? people[0];
          if (act === 'send') return void (await send(id, person.viewer));
          if (act === 'note') return void (await send(id, person.viewer, { audience: person.side }));
          const { receipt } = await (act === 'read' ? markRead : markDelivered)(world.deps, person.viewer, { conversationId: id, seq });
          expect(receipt.deliveredSeq).toBeGreaterThanOrEqual(receipt.readSeq);
          if (isParallel) return;
          expect(receipt.readSeq).toBeGreaterThanOrEqual(marks.get(person.role) ?? 0);
          marks.set(person.role, receipt.readSeq);
        };
        if (isParallel) await Promise.all(steps.map(run));
        else for (const each of steps) await run(each);
        const messages = await world.db.prisma.message.findMany({ where: { conversationId: id } });
        for (const { viewer, role } of people) {
          const { readSeq, readCount } = await place(id, viewer);
          const mine = messages.filter(({ audience }) => canSee(audiencesOf(role), audience));
          const isRead = ({ seq, senderId }: (typeof mine)[number]): boolean => seq <= readSeq || senderId === viewer.userId;
          expect(readCount).toBe(mine.filter(isRead).length);
          expect(await unreadOf(id, viewer)).toBe(mine.filter((each) => !isRead(each)).length);
        }
        const events = await world.db.prisma.event.findMany({ where: { conversationId: id }, orderBy: { seq: 'asc' } });
        expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      }),
      { numRuns: 25 },
    );
  });
});
