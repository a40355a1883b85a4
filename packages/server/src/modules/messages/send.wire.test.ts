import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectQueries } from '../../testing/index.js';
import { clientId, codeOf, createWorld, type World } from './fixture.js';
import { sendMessage, sendSystemMessage } from './send.js';
import { deleteMessage } from './remove.js';
import { editMessage } from './edit.js';
import { loadMessageViews } from './list.js';

describe('sending', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  const send = (text: string, more: object = {}, viewer = world.client) =>
    sendMessage(world.deps, viewer, { conversationId: world.conversationId, clientId: clientId(), text, ...more });
  const conversation = (id = world.conversationId) => world.db.prisma.conversation.findUniqueOrThrow({ where: { id } });

  it('R65 R70 P2: one statement writes message, seq, heads, event and marks, and answers with the whole message', async () => {
    const before = await conversation();
    const at = world.clock.now().toISOString();
    const { message, seq, isDuplicate } = await expectQueries(world.db, 1, () => send('hello', { metadata: { order: 7 } }));
    expect(isDuplicate).toBe(false);
    expect(seq).toBe(before.lastSeq + 1);
    expect(message).toMatchObject({ seq, text: 'hello', metadata: { order: 7 }, kind: 'text', origin: 'user_input', audience: 'all', parentId: null });
    expect(message.sender).toEqual({ id: world.client.userId, displayName: world.client.displayName, role: 'client', avatarUrl: null, isGuest: false });
    const stored = await loadMessageViews(world.deps, [message.id]);
    expect(stored.get(message.id)).toEqual(message);
    const after = await conversation();
    expect(after.lastSeq).toBe(seq);
    expect(after.heads).toMatchObject({ all: { seq, text: 'hello', by: world.client.userId, kind: 'text', at } });
    const event = await world.db.prisma.event.findUniqueOrThrow({ where: { conversationId_seq: { conversationId: world.conversationId, seq } } });
    expect(event).toMatchObject({ type: 'MessageSent', audience: 'all', messageId: message.id, actorId: world.client.userId });
    expect(JSON.stringify(event)).not.toContain('hello');
    const place = await world.db.prisma.participant.findUniqueOrThrow({
      where: { conversationId_userId: { conversationId: world.conversationId, userId: world.client.userId } },
    });
    expect(place).toMatchObject({ readSeq: seq, deliveredSeq: seq });
    expect(world.published.at(-1)).toMatchObject({ type: 'MessageSent', seq, payload: { message }, heads: after.heads });
  });

  it('P3 R95: a retried send answers with the original, burns no seq, and says so after an edit and a deletion too', async () => {
    const input = { conversationId: world.conversationId, clientId: clientId(), text: 'once', metadata: { a: 1, b: 2 } };
    const first = await sendMessage(world.deps, world.client, input);
    const count = world.published.length;
    const again = await sendMessage(world.deps, world.client, { ...input, metadata: { b: 2, a: 1 } });
    expect(again).toEqual({ ...first, isDuplicate: true });
    const next = await send('next');
    expect(next.seq).toBe(first.seq + 1);
    expect(world.published.length).toBe(count + 1);
    expect(await codeOf(sendMessage(world.deps, world.client, { ...input, text: 'other' }))).toBe('IDEMPOTENCY_CONFLICT');
    expect(await codeOf(sendMessage(world.deps, world.client, { ...input, metadata: {} }))).toBe('IDEMPOTENCY_CONFLICT');
    await editMessage(world.deps, world.client, { messageId: first.message.id, clientId: clientId(), text: 'edited' });
    const edited = await sendMessage(world.deps, world.client, input);
    expect(edited).toMatchObject({ isDuplicate: true, seq: first.seq, message: { id: first.message.id, text: 'edited' } });
    await deleteMessage(world.deps, world.client, first.message.id);
    const deleted = await sendMessage(world.deps, world.client, input);
    expect(deleted).toMatchObject({ isDuplicate: true, seq: first.seq, message: { id: first.message.id, text: '', isDeleted: true } });
  });

  it('P3: the same client id belongs to each sender alone', async () => {
    const input = { conversationId: world.conversationId, clientId: clientId(), text: 'mine' };
    const mine = await sendMessage(world.deps, world.client, input);
    const theirs = await sendMessage(world.deps, world.provider, input);
    expect(theirs.message.id).not.toBe(mine.message.id);
  });

  it('P2 P3: parallel sends and retries of three people make seq 1 to n with no hole', async () => {
    const id = await world.conversation([[world.client, 'client'], [world.provider, 'provider'], [world.agent, 'agent']]);
    const people = [world.client, world.provider, world.agent];
    const inputs = Array.from({ length: 60 }, (_, index) => ({
      viewer: people[index % 3] ?? world.client,
      input: { conversationId: id, clientId: `p${index}`, text: `text ${index}` },
    }));
    const results = await Promise.all([...inputs, ...inputs].map(({ viewer, input }) => sendMessage(world.deps, viewer, input)));
    const seqs = new Set(results.map(({ seq }) => seq));
    expect([...seqs].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(results.filter(({ isDuplicate }) => isDuplicate)).toHaveLength(60);
    const events = await world.db.prisma.event.findMany({ where: { conversationId: id }, orderBy: { seq: 'asc' } });
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect((await conversation(id)).heads).toMatchObject({ all: { n: 60, seq: 60 } });
  });

  it('R40 P8: a closed gate refuses, an open one whose time is over refuses, and a retry of what was sent still answers', async () => {
    const id = await world.conversation([[world.client, 'client']]);
    const input = { conversationId: id, clientId: clientId(), text: 'in time' };
    const first = await sendMessage(world.deps, world.client, input);
    const set = (data: object) => world.db.prisma.conversation.update({ where: { id }, data });
    const late = () => codeOf(sendMessage(world.deps, world.client, { ...input, clientId: clientId() }));
    await set({ gate: 'read_only' });
    expect(await late()).toBe('CONVERSATION_CLOSED');
    expect(await sendMessage(world.deps, world.client, input)).toEqual({ ...first, isDuplicate: true });
    await set({ gate: 'open', openUntil: world.clock.now() });
    expect(await late()).toBe('CONVERSATION_CLOSED');
    await set({ openUntil: new Date(world.clock.now().getTime() + 1) });
    expect((await sendMessage(world.deps, world.client, { ...input, clientId: clientId() })).seq).toBe(2);
    await set({ gate: 'hidden' });
    expect(await late()).toBe('NOT_FOUND');
    expect((await conversation(id)).lastSeq).toBe(2);
  });

  it('P8 R41 R64: outsiders and those who left do not find the conversation; an admin must join to send', async () => {
    const id = await world.conversation([[world.client, 'client'], [world.provider, 'provider']]);
    const input = () => ({ conversationId: id, clientId: clientId(), text: 'hi' });
    expect(await codeOf(sendMessage(world.deps, world.outsider, input()))).toBe('NOT_FOUND');
    expect(await codeOf(sendMessage(world.deps, world.agent, input()))).toBe('NOT_FOUND');
    expect(await codeOf(sendMessage(world.deps, world.admin, input()))).toBe('FORBIDDEN');
    expect(await codeOf(sendMessage(world.deps, { ...world.client, siteId: 'site_other' }, input()))).toBe('NOT_FOUND');
    expect(await codeOf(send('x', { conversationId: 'cnv_nonsense' }))).toBe('NOT_FOUND');
    await world.db.prisma.participant.updateMany({ where: { conversationId: id, userId: world.client.userId }, data: { leftAt: new Date() } });
    expect(await codeOf(sendMessage(world.deps, world.client, input()))).toBe('NOT_FOUND');
    const sent = await sendMessage(world.deps, world.service, input());
    expect(sent.message).toMatchObject({ kind: 'text', origin: 'automated', sender: { role: 'system' } });
  });

  it('R74: a reply to a reply joins the thread, and the root counts it', async () => {
    const { message: root } = await send('root');
    const { message: reply } = await send('reply', { parentId: root.id }, world.provider);
    const { message: nested } = await send('nested', { parentId: reply.id });
    expect([reply.parentId, nested.parentId]).toEqual([root.id, root.id]);
    const views = await loadMessageViews(world.deps, [root.id, reply.id]);
    expect([views.get(root.id)?.replyCount, views.get(reply.id)?.replyCount]).toEqual([2, 0]);
    const elsewhere = await world.conversation([[world.client, 'client']]);
    expect(await codeOf(send('x', { parentId: root.id, conversationId: elsewhere }))).toBe('NOT_FOUND');
  });

  it('R61 R62 R63: a sender addresses their own audiences only, and a thread never widens', async () => {
    expect(await codeOf(send('x', { audience: 'staff' }))).toBe('FORBIDDEN');
    expect(await codeOf(send('x', { audience: 'provider' }))).toBe('FORBIDDEN');
    const { message: note } = await send('internal', { audience: 'staff' }, world.agent);
    expect(await codeOf(send('x', { parentId: note.id }))).toBe('NOT_FOUND');
    const { message: reply } = await send('also internal', { parentId: note.id }, world.agent);
    expect(reply.audience).toBe('staff');
    expect(await codeOf(send('x', { parentId: note.id, audience: 'all' }, world.agent))).toBe('INVALID_INPUT');
    const { message: open } = await send('open');
    await send('whispered', { parentId: open.id, audience: 'staff' }, world.agent);
    const views = await loadMessageViews(world.deps, [note.id, open.id]);
    expect([views.get(note.id)?.replyCount, views.get(open.id)?.replyCount]).toEqual([1, 0]);
    expect((await conversation()).heads).toMatchObject({ staff: { n: 3, text: 'whispered' } });
  });

  it('R88 R190: the length limit is the site’s and counts code points', async () => {
    expect((await send('😀'.repeat(4000))).message.text).toHaveLength(8000);
    expect(await codeOf(send('😀'.repeat(4001)))).toBe('MESSAGE_TOO_LONG');
    await world.db.prisma.site.update({ where: { id: world.siteId }, data: { settings: { maxMessageLength: 5 } } });
    await expect(send('123456')).rejects.toMatchObject({ code: 'MESSAGE_TOO_LONG', details: { max: 5, length: 6 } });
    expect((await send('12345')).message.text).toBe('12345');
    await world.db.prisma.site.update({ where: { id: world.siteId }, data: { settings: {} } });
  });

  it('R88 R179: text is kept exactly as sent', async () => {
    const texts = ['<b>x</b> & "q"', '\u202Ebidi\u202C \u200F', 'tab\t bell\u0007 nl\r\n end', '👩‍👩‍👧‍👦 e\u0301', "'; DROP TABLE message; --", '\\u0000', '  padded  '];
    for (const text of texts) {
      const { message } = await send(text);
      expect((await loadMessageViews(world.deps, [message.id])).get(message.id)?.text).toBe(text);
    }
  });

  it('R8 R70: a system message needs no place and no open gate, and is for admins and back-ends', async () => {
    const id = await world.conversation([[world.client, 'client']]);
    await world.db.prisma.conversation.update({ where: { id }, data: { gate: 'read_only' } });
    const input = { conversationId: id, clientId: 'welcome', text: 'Welcome' };
    expect(await codeOf(sendSystemMessage(world.deps, world.client, input))).toBe('FORBIDDEN');
    const sent = await sendSystemMessage(world.deps, world.admin, input);
    expect(sent.message).toMatchObject({ kind: 'system', origin: 'system', sender: { role: 'system', id: world.service.userId } });
    expect(await sendSystemMessage(world.deps, world.service, input)).toEqual({ ...sent, isDuplicate: true });
    const audit = await sendSystemMessage(world.deps, world.service, { ...input, clientId: 'audit', origin: 'audit', audience: 'client' });
    expect(audit.message).toMatchObject({ origin: 'audit', audience: 'client', seq: 2 });
    expect(await codeOf(sendSystemMessage(world.deps, world.service, { ...input, origin: 'user_input' }))).toBe('INVALID_INPUT');
    expect(await codeOf(sendSystemMessage(world.deps, world.admin, { ...input, conversationId: `cnv_${'0'.repeat(32)}` }))).toBe('NOT_FOUND');
  });
});
