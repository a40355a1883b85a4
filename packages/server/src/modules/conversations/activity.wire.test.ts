import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HotStatement } from '../../db/contract.js';
import { createWorld, type World } from '../messages/fixture.js';
import { readUnattended } from '../feeds/unattended-store.js';
import { recordQueries } from '../../testing/index.js';
import { listAllConversations, listMyConversations } from './read.js';
import { SITE_PAGE } from './store.js';

/** Conversations with the client in each, made `$2` at random moments of 60 days, half of them in the last hour and there by tens at the same moment. */
const MAKE = `WITH made AS (INSERT INTO conversation (id, site_id, kind, title, attendance, last_activity_at, created_at)
  SELECT 'cnv_' || md5(i::text), $1, 'direct', 'Test', (CASE WHEN i % 7 = 0 THEN 'unattended' ELSE 'not_needed' END)::attendance,
    $3::timestamptz - CASE WHEN i % 2 = 0 THEN (i / 10) * interval '11 seconds' ELSE (i * 7919 % 86400) * interval '1 minute' END, $3::timestamptz
  FROM generate_series(1, $2::int) i RETURNING id)
  INSERT INTO participant (conversation_id, user_id, site_id, role, joined_at) SELECT id, $4, $1, 'client', $3::timestamptz FROM made`;
const COUNT = 3_000;

describe('lists by activity', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    await world.db.transaction(async (tx) => {
      await tx.raw(MAKE, [world.siteId, COUNT, world.clock.now().toISOString(), world.client.userId]);
    });
    await world.db.prisma.$executeRawUnsafe('ANALYZE conversation');
  });
  afterAll(() => world.close());

  const raw = <Row extends object>(sql: string, params: readonly unknown[]) => world.db.transaction((tx) => tx.raw<Row>(sql, [...params]));
  const byTime = async (where: string) =>
    (await raw<{ id: string }>(`SELECT c.id FROM conversation c WHERE c.site_id = $1 AND ${where} ORDER BY c.last_activity_at DESC, c.id DESC`, [world.siteId])).map(({ id }) => id);
  const plan = async (text: string, params: readonly unknown[]) =>
    (await raw<{ 'QUERY PLAN': string }>(`EXPLAIN (COSTS OFF) ${text}`, params)).map((row) => row['QUERY PLAN']).join('\n');

  /** All ids of a list, page by page, by cursors of time and id alone. */
  async function walk(list: (after: { at: Date; id: string } | null) => Promise<readonly { readonly id: string; readonly at: Date }[]>): Promise<string[]> {
    const ids: string[] = [];
    for (let after: { at: Date; id: string } | null = null; ; ) {
      const page = await list(after);
      ids.push(...page.map(({ id }) => id));
      after = page.at(-1) ?? null;
      if (!after) return ids;
    }
  }
  const all = () => walk(async (after) => (await listAllConversations(world.deps, world.service, { first: 100, after })).conversations.map(({ id, lastActivityAt }) => ({ id, at: new Date(lastActivityAt) })));
  const mine = () => walk(async (after) => (await listMyConversations(world.deps, world.client, { first: 100, after })).conversations.map(({ id, lastActivityAt }) => ({ id, at: new Date(lastActivityAt) })));

  it('R81 R217: page by page they are the list by time and id, also where many have the same time', async () => {
    expect(await all()).toEqual(await byTime('true'));
    expect(await mine()).toEqual(await byTime(`EXISTS (SELECT 1 FROM participant p WHERE p.conversation_id = c.id AND p.user_id = '${world.client.userId}')`));
  });

  it('R217: they stay so when a writer moves the time who knows of no column beside it', async () => {
    await raw(`UPDATE conversation SET last_activity_at = $2::timestamptz + random() * interval '3 hours' WHERE site_id = $1 AND id < 'cnv_2'`, [world.siteId, world.clock.now().toISOString()]);
    const expected = await byTime('true');
    expect(expected.findIndex((id) => id >= 'cnv_2')).toBeGreaterThan(100);
    expect(await all()).toEqual(expected);
    const wrong = await raw(`SELECT id FROM conversation WHERE activity_bin IS DISTINCT FROM to_timestamp(floor(extract(epoch FROM last_activity_at) / 600) * 600)`, []);
    expect(wrong).toEqual([]);
    await expect(raw('UPDATE conversation SET activity_bin = now()', [])).rejects.toThrow(/activity_bin/);
  });

  it('R198: an admin’s list is read by its index, the first page and those behind it', async () => {
    const page = (after: Date | null) => plan(SITE_PAGE.text, [world.siteId, world.admin.userId, null, after?.toISOString() ?? null, after && 'cnv_8', 21, null]);
    for (const text of [await page(null), await page(world.clock.now())]) {
      expect(text).toMatch(/Incremental Sort\n.*\n +Presorted Key: c\.activity_bin/);
      expect(text).toContain('using conversation_site_id_activity_bin_idx on conversation c');
    }
    expect(await page(world.clock.now())).toMatch(/Index Cond: .*activity_bin/);
  });

  it('R198: what waits for staff is read by its index', async () => {
    const statement = await only(() => readUnattended(world.db, { siteId: world.siteId, limit: 10 }));
    expect(await plan(statement.text, [world.siteId, null, null, null, 10, false, null, null, []])).toMatch(/Index Scan (on|using) conversation_unattended_idx/);
  });

  /** The one statement that runs meanwhile. */
  async function only(work: () => Promise<unknown>): Promise<Pick<HotStatement, 'text'>> {
    const { statements } = await recordQueries(world.db, work);
    const [text, ...more] = statements;
    if (text === undefined || more.length > 0) throw new Error(`expected one statement, ran ${statements.length}`);
    return { text };
  }
});
