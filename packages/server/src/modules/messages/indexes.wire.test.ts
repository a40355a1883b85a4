import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../kernel/ids.js';
import { recordQueries } from '../../testing/index.js';
import { clientId, createWorld, type World } from './fixture.js';
import { readThread } from './list.js';
import { sendMessage } from './send.js';
import { type ManyItem, SEND_MANY_PLAIN } from './send-many-statement.js';
import { SEND_PLAIN } from './send-statement.js';

/** What this connection has updated and not yet reported. Read before and after a statement, in its transaction. */
const UPDATED = `SELECT relname AS name, n_tup_upd::int AS updated, n_tup_hot_upd::int AS hot FROM pg_stat_xact_user_tables WHERE relname IN ('conversation', 'participant') ORDER BY relname`;
interface Updated {
  readonly name: string;
  readonly updated: number;
  readonly hot: number;
}

describe('what a send writes', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  /** Runs each of these in a transaction of its own, a second after the one before, and adds up what they updated. */
  async function count(sends: Iterable<() => readonly [text: string, params: readonly unknown[]]>): Promise<Record<string, { updated: number; hot: number }>> {
    const sums: Record<string, { updated: number; hot: number }> = {};
    for (const send of sends) {
      world.clock.advance(1_000);
      const [text, params] = send();
      const [before, after] = await world.db.transaction(async (tx) => {
        const rows = await tx.raw<Updated>(UPDATED, []);
        await tx.raw(text, [...params]);
        return [rows, await tx.raw<Updated>(UPDATED, [])] as const;
      });
      for (const [at, { name, updated, hot }] of after.entries()) {
        const sum = (sums[name] ??= { updated: 0, hot: 0 });
        sum.updated += updated - (before[at]?.updated ?? 0);
        sum.hot += hot - (before[at]?.hot ?? 0);
      }
    }
    return sums;
  }
  const now = () => world.clock.now().toISOString();
  const conversations = (n: number) => Promise.all(Array.from({ length: n }, () => world.conversation([[world.client, 'client'], [world.provider, 'provider']])));

  it('R198: 200 sends into four conversations write next to nothing into the indexes of conversations and participants', async () => {
    const ids = await conversations(4);
    const sends = Array.from({ length: 200 }, (_, index) => () =>
      [SEND_PLAIN.text, [ids[index % 4], world.siteId, world.client.userId, newId('message'), clientId(), 'hash', 'text', 'user_input', `text ${index}`, '{}', null, null, now()]] as const,
    );
    const { conversation, participant } = await count(sends);
    expect([conversation?.updated, participant?.updated]).toEqual([200, 200]);
    // Each moves once into another ten minutes at most, and a full page makes room once.
    expect(conversation?.hot).toBeGreaterThanOrEqual(190);
    expect(participant?.hot).toBeGreaterThanOrEqual(190);
  });

  it('R198: so do sends that share a statement', async () => {
    const ids = await conversations(10);
    const item = (id: string, ord: number): ManyItem => ({
      ord, conversation_id: id, site_id: world.siteId, sender_id: world.client.userId, id: newId('message'), client_id: clientId(), hash: 'hash', kind: 'text',
      origin: 'user_input', text: `text ${ord}`, metadata: {}, parent_id: null, audience: null, at: now(),
    });
    const { conversation } = await count(Array.from({ length: 40 }, () => () => [SEND_MANY_PLAIN.text, [JSON.stringify(ids.map(item))]] as const));
    expect(conversation?.updated).toBe(400);
    expect(conversation?.hot).toBeGreaterThanOrEqual(360);
  });

  it('R198: a thread is read by an index of the replies alone, also by a plan that fits any thread', async () => {
    const send = (text: string, parentId: string | null) => sendMessage(world.deps, world.client, { conversationId: world.conversationId, clientId: clientId(), text, parentId });
    const { message: root } = await send('root', null);
    for (const text of ['one', 'two']) await send(text, root.id);
    const { result, statements } = await recordQueries(world.db, () => readThread(world.deps, world.client, { messageId: root.id }));
    expect(result.messages.map(({ text }) => text)).toEqual(['one', 'two']);
    const page = statements.find((text) => text.includes('m.parent_id = $1'));
    const plan = await world.db.transaction(async (tx) => {
      await tx.raw('SET LOCAL plan_cache_mode = force_generic_plan', []);
      await tx.raw('SET LOCAL enable_seqscan = off', []);
      await tx.raw(`PREPARE thread AS ${page}`, []);
      const rows = await tx.raw<{ 'QUERY PLAN': string }>(`EXPLAIN (COSTS OFF) EXECUTE thread ('msg_x', '{all}', 9, 9, 9, 0, 99)`, []);
      await tx.raw('DEALLOCATE thread', []);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    // Two runs, and a look behind each end.
    expect(plan.match(/(using|on) message_thread_idx/g)).toHaveLength(4);
  });
});
