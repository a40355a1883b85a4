import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../db/contract.js';
import { newId } from '../../kernel/ids.js';
import { eventually } from '../../testing/deadline.js';
import { clientId, codeOf, createWorld, type World } from './fixture.js';
import { editMessage } from './edit.js';
import { addReaction } from './react.js';
import { deleteMessage } from './remove.js';
import { sendMessage } from './send.js';
import { type ManyItem, type ManySentRow, SEND_MANY, SEND_MANY_PLAIN } from './send-many-statement.js';

/** What commits while a call is already waiting for a lock: the call must act on what is true afterwards. */
describe('races with a change that commits in between', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  /** Starts `call` once `change` holds its locks, commits when the call waits for them, and answers as the call did. */
  async function whileHeld<T>(change: (tx: Tx) => Promise<unknown>, call: () => Promise<T>): Promise<T> {
    const gate = { held: () => {}, release: () => {} };
    const held = new Promise<void>((resolve) => (gate.held = resolve));
    const release = new Promise<void>((resolve) => (gate.release = resolve));
    const changing = world.db.transaction(async (tx) => {
      await change(tx);
      gate.held();
      await release;
    });
    await held;
    const calling = call();
    calling.catch(() => undefined);
    // On the embedded database the call waits for the one connection instead of a row.
    if (world.db.kind === 'postgres') await eventually('the call to wait for a lock', async () => (await waiting()) > 0);
    gate.release();
    await changing;
    return calling;
  }

  async function waiting(): Promise<number> {
    const rows = await world.db.prisma.$queryRawUnsafe<{ count: number }[]>(
      // A lock on a row is waited for as one on a transaction, which belongs to no database.
      'SELECT count(*)::int AS count FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE NOT l.granted AND a.datname = current_database()',
    );
    return rows[0]?.count ?? 0;
  }

  function item(ord: number, conversationId: string): ManyItem {
    const id = newId('message');
    const body = { text: 'x', metadata: {}, kind: 'text' as const, origin: 'user_input', parent_id: null, audience: null, hash: id, client_id: id };
    return { ...body, ord, id, conversation_id: conversationId, site_id: world.siteId, sender_id: world.client.userId, at: world.clock.now().toISOString() };
  }

  async function scene() {
    const id = await world.conversation([[world.client, 'client'], [world.provider, 'provider']]);
    const send = (text = 'x') => sendMessage(world.deps, world.client, { conversationId: id, clientId: clientId(), text });
    const { message } = await send('first');
    const lastSeq = async () => (await world.db.prisma.conversation.findUniqueOrThrow({ where: { id } })).lastSeq;
    const close = (tx: Tx) => tx.raw(`UPDATE conversation SET gate = 'read_only' WHERE id = $1`, [id]);
    const remove = async (tx: Tx) => {
      await tx.raw('UPDATE conversation SET last_seq = last_seq + 1 WHERE id = $1', [id]);
      await tx.raw('UPDATE participant SET left_at = now() WHERE conversation_id = $1 AND user_id = $2', [id, world.client.userId]);
    };
    return { id, send, message, lastSeq, close, remove };
  }

  it('P8 P2: a send that waits while the gate closes is refused, and takes no seq', async () => {
    const { send, close, lastSeq } = await scene();
    expect(await codeOf(whileHeld(close, send))).toBe('CONVERSATION_CLOSED');
    expect(await lastSeq()).toBe(1);
  });

  it.each([SEND_MANY, SEND_MANY_PLAIN])('P8 P2: so are those of a shared statement, each by its own conversation ($name)', async (statement) => {
    const [closing, removing, other] = [await scene(), await scene(), await scene()];
    const shared = () =>
      world.db.hot<ManySentRow>(statement, [JSON.stringify([closing.id, other.id, removing.id].map((conversationId, ord) => item(ord, conversationId)))]);
    const both = async (tx: Tx) => {
      await closing.close(tx);
      await removing.remove(tx);
    };
    const rows = await whileHeld(both, shared);
    expect(rows.map(({ ord, seq }) => [ord, seq])).toEqual([[1, 2]]);
    expect([await closing.lastSeq(), await removing.lastSeq(), await other.lastSeq()]).toEqual([1, 2, 2]);
    const whileSending = await whileHeld((tx) => tx.raw('UPDATE conversation SET last_seq = last_seq + 1 WHERE id = $1', [other.id]), shared);
    expect(whileSending.map(({ ord, seq }) => [ord, seq])).toEqual([[1, 4]]);
  });

  it('P8: a send that waits while its sender is removed is refused', async () => {
    const { send, remove, lastSeq } = await scene();
    expect(await codeOf(whileHeld(remove, send))).toBe('NOT_FOUND');
    expect(await lastSeq()).toBe(2);
  });

  it('P8: edits, deletions and reactions that wait while the gate closes or their author is removed are refused', async () => {
    const actions = [
      (messageId: string) => editMessage(world.deps, world.client, { messageId, clientId: clientId(), text: 'y' }),
      (messageId: string) => deleteMessage(world.deps, world.client, messageId),
      (messageId: string) => addReaction(world.deps, world.client, { messageId, emoji: '👍' }),
    ];
    for (const act of actions) {
      const closing = await scene();
      expect(await codeOf(whileHeld(closing.close, () => act(closing.message.id)))).toBe('CONVERSATION_CLOSED');
      expect(await closing.lastSeq()).toBe(1);
      const removing = await scene();
      expect(await codeOf(whileHeld(removing.remove, () => act(removing.message.id)))).toBe('NOT_FOUND');
      expect(await removing.lastSeq()).toBe(2);
    }
  });

  it('P3 P2: a retry that waits for the first try of the same message answers with it, and takes no seq', async () => {
    const { id, lastSeq } = await scene();
    const input = { conversationId: id, clientId: clientId(), text: 'once' };
    const lock = (tx: Tx) => tx.raw('SELECT 1 FROM conversation WHERE id = $1 FOR UPDATE', [id]);
    const tries = await whileHeld(lock, () => Promise.all([1, 2, 3].map(() => sendMessage(world.deps, world.client, input))));
    expect(new Set(tries.map(({ message }) => message.id)).size).toBe(1);
    expect(tries.filter(({ isDuplicate }) => isDuplicate)).toHaveLength(2);
    expect(await lastSeq()).toBe(2);
  });
});
