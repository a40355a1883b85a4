import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientId, codeOf, createWorld, type World } from './fixture.js';
import { editMessage, readVersions } from './edit.js';
import { readMessage } from './list.js';
import { MAX_EMOJIS } from './policy.js';
import { addReaction, removeReaction } from './react.js';
import { deleteMessage } from './remove.js';
import { sendMessage } from './send.js';

describe('changing what was sent', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  const send = async (text: string, more: object = {}, viewer = world.client) =>
    (await sendMessage(world.deps, viewer, { conversationId: world.conversationId, clientId: clientId(), text, ...more })).message;
  const edit = (messageId: string, text: string, more: object = {}) => editMessage(world.deps, world.client, { messageId, clientId: clientId(), text, ...more });
  const setGate = (gate: 'open' | 'read_only' | 'hidden') => world.db.prisma.conversation.update({ where: { id: world.conversationId }, data: { gate } });
  const headText = async (audience: string) =>
    Reflect.get(Object((await world.db.prisma.conversation.findUniqueOrThrow({ where: { id: world.conversationId } })).heads), audience)?.text;

  it('R73 P2: an edit keeps its place, takes a seq of its own, and keeps every earlier text readable', async () => {
    const message = await send('first');
    await world.clock.advance(1000);
    const { message: edited, seq } = await edit(message.id, 'second');
    expect(edited).toEqual({ ...message, text: 'second', editedAt: world.clock.now().toISOString(), editCount: 1 });
    expect(seq).toBe(message.seq + 1);
    expect(world.published.at(-1)).toMatchObject({ type: 'MessageEdited', seq, audience: 'all', payload: { message: edited }, heads: { all: { text: 'second' } } });
    await edit(message.id, 'third');
    const versions = await readVersions(world.deps, world.provider, message.id);
    expect(versions.map(({ version, text }) => [version, text])).toEqual([[1, 'first'], [2, 'second'], [3, 'third']]);
    expect(versions[0]).toMatchObject({ editedAt: message.sentAt, editedBy: world.client.userId });
  });

  it('R27: an edit shows in the preview only where the message is the newest', async () => {
    const old = await send('old');
    const newest = await send('newest');
    await edit(old.id, 'old, edited');
    expect(await headText('all')).toBe('newest');
    await edit(newest.id, 'n'.repeat(200));
    expect(await headText('all')).toBe('n'.repeat(120));
    await deleteMessage(world.deps, world.client, newest.id);
    expect(await headText('all')).toBe('');
  });

  it('P3: an edit repeated with its client id answers with the first seq, whatever came after, and another text conflicts', async () => {
    const message = await send('a');
    const once = { clientId: clientId() };
    const first = await edit(message.id, 'b', once);
    await edit(message.id, 'c');
    const count = world.published.length;
    await setGate('read_only');
    const again = await edit(message.id, 'b', once);
    expect(again).toMatchObject({ seq: first.seq, message: { text: 'c', editCount: 2 } });
    expect(world.published.length).toBe(count);
    expect(await codeOf(edit(message.id, 'd', once))).toBe('IDEMPOTENCY_CONFLICT');
    expect(await codeOf(edit(message.id, 'd'))).toBe('CONVERSATION_CLOSED');
    await setGate('open');
    expect(await codeOf(edit(message.id, 'd', { clientId: message.clientId }))).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('R73 P8: nobody edits another’s message, nor a tombstone, nor what they cannot see', async () => {
    const message = await send('mine');
    const by = (viewer: typeof world.client) => codeOf(editMessage(world.deps, viewer, { messageId: message.id, clientId: clientId(), text: 'x' }));
    expect(await by(world.provider)).toBe('FORBIDDEN');
    expect(await by(world.agent)).toBe('FORBIDDEN');
    expect(await by(world.admin)).toBe('FORBIDDEN');
    expect(await by(world.outsider)).toBe('NOT_FOUND');
    expect(await codeOf(edit('msg_nonsense', 'x'))).toBe('NOT_FOUND');
    const note = await send('note', { audience: 'staff' }, world.agent);
    expect(await codeOf(edit(note.id, 'x'))).toBe('NOT_FOUND');
    expect(await codeOf(readVersions(world.deps, world.provider, note.id))).toBe('NOT_FOUND');
    expect(await codeOf(readMessage(world.deps, world.client, note.id))).toBe('NOT_FOUND');
    expect(await codeOf(edit(message.id, 'x'.repeat(4001)))).toBe('MESSAGE_TOO_LONG');
    expect(await codeOf(edit(message.id, ' '))).toBe('INVALID_INPUT');
    await deleteMessage(world.deps, world.client, message.id);
    expect(await codeOf(edit(message.id, 'x'))).toBe('FORBIDDEN');
  });

  it('R73 R79 R173: a deleted message is a tombstone: its place stays, its content is gone from every table', async () => {
    const message = await send('canary-text', { metadata: { canary: 'canary-data' } });
    await edit(message.id, 'canary-edit');
    await addReaction(world.deps, world.provider, { messageId: message.id, emoji: '🦜' });
    const { message: tombstone, seq } = await deleteMessage(world.deps, world.client, message.id);
    expect(tombstone).toMatchObject({ seq: message.seq, text: '', metadata: {}, reactions: [], isDeleted: true, deletedAt: world.clock.now().toISOString() });
    expect(world.published.at(-1)).toMatchObject({ type: 'MessageDeleted', seq, payload: { message: tombstone } });
    expect(await readVersions(world.deps, world.client, message.id)).toEqual([]);
    const rows = await world.db.prisma.$queryRawUnsafe<{ dump: string }[]>(
      `SELECT concat((SELECT jsonb_agg(m) FROM message m), (SELECT jsonb_agg(v) FROM message_version v), (SELECT jsonb_agg(c.heads) FROM conversation c),
        (SELECT jsonb_agg(jsonb_build_object('d', e.data)) FROM event e WHERE e.type <> 'ReactionAdded')) AS dump`,
    );
    expect(rows[0]?.dump).not.toContain('canary');
    expect(await world.db.prisma.message.findUniqueOrThrow({ where: { id: message.id } })).toMatchObject({ bodyHash: '' });
    const count = world.published.length;
    expect(await deleteMessage(world.deps, world.client, message.id)).toEqual({ message: tombstone, seq });
    expect(world.published.length).toBe(count);
  });

  it('R172 P8: agents and admins delete as moderation, even when it is closed; other people do not', async () => {
    const [one, two, three] = [await send('1'), await send('2'), await send('3')];
    expect(await codeOf(deleteMessage(world.deps, world.provider, one.id))).toBe('FORBIDDEN');
    expect(await codeOf(deleteMessage(world.deps, world.outsider, one.id))).toBe('NOT_FOUND');
    const stranger = await world.user('agent');
    expect(await codeOf(deleteMessage(world.deps, stranger, one.id))).toBe('NOT_FOUND');
    await setGate('read_only');
    expect(await codeOf(deleteMessage(world.deps, world.client, three.id))).toBe('CONVERSATION_CLOSED');
    expect((await deleteMessage(world.deps, world.agent, one.id)).message.isDeleted).toBe(true);
    expect((await deleteMessage(world.deps, world.admin, two.id)).message.isDeleted).toBe(true);
    await setGate('open');
  });

  it('R75 P3: reactions group by emoji in the order of their first use, and adding or removing twice changes nothing', async () => {
    const { id } = await send('react');
    const add = (viewer: typeof world.client, emoji: string) => addReaction(world.deps, viewer, { messageId: id, emoji });
    const first = await add(world.client, '👍');
    await add(world.client, '❤️');
    await add(world.provider, '👍');
    const count = world.published.length;
    const again = await add(world.client, '👍');
    expect([again.seq, world.published.length]).toEqual([first.seq, count]);
    expect(again.message.reactions).toEqual([
      { emoji: '👍', userIds: [world.client.userId, world.provider.userId] },
      { emoji: '❤️', userIds: [world.client.userId] },
    ]);
    const removed = await removeReaction(world.deps, world.client, { messageId: id, emoji: '👍' });
    // The emoji keeps its place as long as somebody holds it.
    expect(removed.message.reactions.map(({ emoji }) => emoji)).toEqual(['👍', '❤️']);
    expect(world.published.at(-1)).toMatchObject({ type: 'ReactionRemoved', seq: removed.seq, payload: { messageId: id, emoji: '👍', userId: world.client.userId } });
    const nothing = await removeReaction(world.deps, world.client, { messageId: id, emoji: '👍' });
    expect([nothing.seq, world.published.length]).toEqual([removed.seq, count + 1]);
  });

  it('R75 R179: at most 20 different emojis a message, none on a tombstone or past a closed gate', async () => {
    const { id } = await send('popular');
    for (let index = 0; index < MAX_EMOJIS; index += 1) {
      await addReaction(world.deps, world.client, { messageId: id, emoji: String.fromCodePoint(0x1f600 + index) });
    }
    expect(await codeOf(addReaction(world.deps, world.provider, { messageId: id, emoji: '🦜' }))).toBe('LIMIT_EXCEEDED');
    await addReaction(world.deps, world.provider, { messageId: id, emoji: String.fromCodePoint(0x1f600) });
    await setGate('read_only');
    expect(await codeOf(addReaction(world.deps, world.provider, { messageId: id, emoji: '😁' }))).toBe('CONVERSATION_CLOSED');
    expect(await codeOf(removeReaction(world.deps, world.client, { messageId: id, emoji: '😁' }))).toBe('CONVERSATION_CLOSED');
    await setGate('open');
    await deleteMessage(world.deps, world.client, id);
    expect(await codeOf(addReaction(world.deps, world.client, { messageId: id, emoji: '👍' }))).toBe('FORBIDDEN');
  });

  it('P2: changes and sends of several people at once leave no hole', async () => {
    const message = await send('busy');
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => [
        edit(message.id, `edit ${index}`),
        send(`other ${index}`, {}, world.provider),
        addReaction(world.deps, world.agent, { messageId: message.id, emoji: String.fromCodePoint(0x1f680 + index) }),
        send(`reply ${index}`, { parentId: message.id }),
      ]).flat(),
    );
    const events = await world.db.prisma.event.findMany({ where: { conversationId: world.conversationId }, orderBy: { seq: 'asc' } });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const after = await readMessage(world.deps, world.client, message.id);
    expect(after).toMatchObject({ editCount: 10, replyCount: 10 });
    expect(after.reactions).toHaveLength(10);
  });
});
