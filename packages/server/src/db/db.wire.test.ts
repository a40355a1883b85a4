import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../kernel/ids.js';
import { createTestDatabase, currentStack, expectQueries, type TestDatabase } from '../testing/index.js';
import { isUniqueViolation, type HotStatement, type OpenedDb } from './index.js';

const now = new Date('2026-01-05T09:00:00.000Z');

let database: TestDatabase;
let db: OpenedDb;
beforeAll(async () => {
  database = await createTestDatabase();
  db = await database.open();
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

function site() {
  const id = newId('site');
  return { id, name: 'Vans', publicKey: `pk_${id}`, secret: 's', allowedOrigins: ['https://a.example', 'b'], settings: { deep: [1] }, createdAt: now, updatedAt: now };
}

async function conversation(): Promise<string> {
  const { id: siteId } = await db.prisma.site.create({ data: site() });
  const { id } = await db.prisma.conversation.create({
    data: { id: newId('conversation'), siteId, kind: 'direct', title: '', lastActivityAt: now, createdAt: now },
  });
  return id;
}

const INSERT_SITE: HotStatement = {
  name: 'test.insertSite',
  text: 'INSERT INTO site (id, name, public_key, secret, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)',
};

describe('values', () => {
  it('reads the same through Prisma, hot statements and transactions', async () => {
    const row = site();
    await db.prisma.site.create({ data: row });
    const statement = { name: 'test.values', text: `SELECT count(*) AS n, name, settings, allowed_origins, created_at, domain, is_active, $2::text[] AS list, '7'::xid8 AS xid FROM site WHERE id = $1 GROUP BY id` };
    const expected = [
      { n: 1, name: 'Vans', settings: { deep: [1] }, allowed_origins: row.allowedOrigins, created_at: now, domain: null, is_active: true, list: ['a', 'b"c,'], xid: '7' },
    ];
    expect(await db.hot(statement, [row.id, ['a', 'b"c,']])).toEqual(expected);
    expect(await db.transaction((tx) => tx.raw(statement.text, [row.id, ['a', 'b"c,']]))).toEqual(expected);
    expect(await db.prisma.site.findUnique({ where: { id: row.id } })).toMatchObject(row);
  });

  it('R65: keeps any text exactly, in and out of JSON', async () => {
    const text = 'tab\t nul-free \u202Ertl\u202C 👩‍👩‍👧 \\ \' " $1 {a,b} <b>';
    const statement = { name: 'test.text', text: 'SELECT $1::text AS text, $2::jsonb AS json, $3::text[] AS list' };
    expect(await db.hot(statement, [text, JSON.stringify({ text }), [text, text]])).toEqual([{ text, json: { text }, list: [text, text] }]);
  });
});

describe('unique violations', () => {
  it('are recognised by index from every door', async () => {
    const row = site();
    await db.prisma.site.create({ data: row });
    const again = { ...row, id: newId('site') };
    const params = [newId('site'), 'x', row.publicKey, 's', now];
    const attempts = [
      () => db.prisma.site.create({ data: again }),
      () => db.prisma.$executeRawUnsafe(INSERT_SITE.text, ...params),
      () => db.hot(INSERT_SITE, params),
      () => db.transaction((tx) => tx.raw(INSERT_SITE.text, params)),
      () => db.transaction((tx) => tx.prisma.site.create({ data: again })),
    ];
    for (const attempt of attempts) {
      const error: unknown = await Promise.resolve(attempt()).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(isUniqueViolation(error)).toBe(true);
      expect(isUniqueViolation(error, 'site_public_key_key')).toBe(true);
      expect(isUniqueViolation(error, 'site_pkey')).toBe(false);
    }
    expect(isUniqueViolation(new Error('other'))).toBe(false);
  });

  it('P3: a failing insert gives back the seq that it took, so no hole is left', async () => {
    const id = await conversation();
    const send: HotStatement = {
      name: 'test.send',
      text: `WITH bumped AS (UPDATE conversation SET last_seq = last_seq + 1 WHERE id = $1 RETURNING id, site_id, last_seq)
        INSERT INTO message (id, site_id, conversation_id, seq, sender_id, client_id, body_hash, text, created_at)
        SELECT $2, site_id, id, last_seq, 'usr_a', $3, 'h', 'hello', $4 FROM bumped RETURNING seq`,
    };
    expect(await db.hot(send, [id, newId('message'), 'one', now])).toEqual([{ seq: 1 }]);
    await expect(db.hot(send, [id, newId('message'), 'one', now])).rejects.toSatisfy((error) =>
      isUniqueViolation(error, 'message_sender_id_client_id_conversation_id_key'),
    );
    expect(await db.hot(send, [id, newId('message'), 'two', now])).toEqual([{ seq: 2 }]);
  });

  it('P2: many senders at once leave 1, 2, 3, … with no hole', async () => {
    const id = await conversation();
    const bump = { name: 'test.bump', text: 'UPDATE conversation SET last_seq = last_seq + 1 WHERE id = $1 RETURNING last_seq' };
    const rows = await Promise.all(Array.from({ length: 40 }, () => db.hot<{ last_seq: number }>(bump, [id])));
    const taken = rows.flat().map((row) => row.last_seq);
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });
});

describe('transactions', () => {
  it('P1: afterCommit runs after the commit, in order, and sees what was written', async () => {
    const row = site();
    const seen: string[] = [];
    let visible: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      tx.afterCommit(() => seen.push('first'));
      tx.afterCommit(() => {
        seen.push('second');
        visible = db.prisma.site.findUnique({ where: { id: row.id } });
      });
      await tx.prisma.site.create({ data: row });
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['first', 'second']);
    expect(await visible).toMatchObject({ id: row.id });
  });

  it('afterCommit never runs when the transaction rolls back, and nothing stays', async () => {
    const row = site();
    let ran = false;
    const work = db.transaction(async (tx) => {
      tx.afterCommit(() => (ran = true));
      await tx.prisma.site.create({ data: row });
      await tx.raw('UPDATE site SET name = $2 WHERE id = $1', [row.id, 'changed']);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(ran).toBe(false);
    expect(await db.prisma.site.findUnique({ where: { id: row.id } })).toBeNull();
  });

  it('a statement that failed inside cannot be committed over', async () => {
    const row = site();
    await db.prisma.site.create({ data: row });
    const id = newId('site');
    let ran = false;
    const work = db.transaction(async (tx) => {
      tx.afterCommit(() => (ran = true));
      await tx.prisma.site.create({ data: { ...site(), id } });
      await tx.raw(INSERT_SITE.text, [newId('site'), 'x', row.publicKey, 's', now]).catch(() => undefined);
    });
    await expect(work).rejects.toThrow();
    expect(ran).toBe(false);
    expect(await db.prisma.site.findUnique({ where: { id } })).toBeNull();
  });

  it('nothing comes between the statements of an open transaction on one row', async () => {
    const id = await conversation();
    const read = { name: 'test.readSeq', text: 'SELECT last_seq FROM conversation WHERE id = $1' };
    let opened = (): void => undefined;
    const isOpen = new Promise<void>((resolve) => (opened = resolve));
    const writing = db.transaction(async (tx) => {
      await tx.raw('UPDATE conversation SET last_seq = 7 WHERE id = $1', [id]);
      opened();
      await new Promise((resolve) => setImmediate(resolve));
      await tx.raw('UPDATE conversation SET last_seq = last_seq + 1 WHERE id = $1', [id]);
    });
    await isOpen;
    const during = db.hot<{ last_seq: number }>(read, [id]);
    await writing;
    expect([0, 8]).toContain((await during)[0]?.last_seq);
    expect(await db.hot(read, [id])).toEqual([{ last_seq: 8 }]);
  });

  it('P8: a gate in the UPDATE is looked at again after the row lock', async () => {
    const id = await conversation();
    const send = { name: 'test.gated', text: `UPDATE conversation SET last_seq = last_seq + 1 WHERE id = $1 AND gate = 'open' RETURNING last_seq` };
    let closed = (): void => undefined;
    const isClosed = new Promise<void>((resolve) => (closed = resolve));
    const closing = db.transaction(async (tx) => {
      await tx.raw(`UPDATE conversation SET gate = 'read_only' WHERE id = $1`, [id]);
      closed();
      await new Promise((resolve) => setImmediate(resolve));
    });
    await isClosed;
    const sending = db.hot(send, [id]);
    await closing;
    expect(await sending).toEqual([]);
  });

  it('P3: work that goes on after its transaction was given up for taking too long writes nothing', async () => {
    const other = await createTestDatabase();
    const hasty = await other.open({ transactionMs: 300 });
    const rows = [site(), site()];
    const write = (row: ReturnType<typeof site> | undefined) => [row?.id, row?.name, row?.publicKey, row?.secret, now.toISOString()];
    const work = hasty.transaction(async (tx) => {
      await tx.raw(INSERT_SITE.text, write(rows[0]));
      // Longer than a transaction may take.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await tx.raw(INSERT_SITE.text, write(rows[1]));
    });
    await expect(work).rejects.toThrow();
    expect(await hasty.prisma.site.count({ where: { id: { in: rows.map(({ id }) => id) } } })).toBe(0);
    await hasty.close();
    await other.drop();
  });

  it.runIf(currentStack() === 'cluster')('P2: nor does what it sends behind the end of the transaction, while a statement still runs', async () => {
    const row = site();
    const other = await createTestDatabase();
    const hasty = await other.open({ transactionMs: 1_500 });
    const work = hasty.transaction(async (tx) => {
      // It is given up in the middle of the second statement: its end waits on the connection for that one.
      await tx.raw('SELECT pg_sleep(1)::text', []);
      await tx.raw('SELECT pg_sleep(2)::text', []);
      await tx.raw(INSERT_SITE.text, [row.id, row.name, row.publicKey, row.secret, now.toISOString()]);
    });
    await expect(work).rejects.toThrow();
    expect(await hasty.prisma.site.count({ where: { id: row.id } })).toBe(0);
    await hasty.close();
    await other.drop();
  });

  it('refuses the database itself inside a transaction instead of waiting for itself', async () => {
    await expect(db.transaction(() => db.ping())).rejects.toThrow('inside a transaction');
    await expect(db.transaction(() => db.prisma.site.count())).rejects.toThrow('inside a transaction');
    await expect(db.transaction(() => db.transaction(async () => undefined))).rejects.toThrow('inside a transaction');
    await db.ping();
  });

  it('refuses it until that transaction is over, whichever of several ends first', async () => {
    const first = db.transaction(async () => undefined);
    const second = db.transaction(async () => {
      await first;
      await db.ping();
    });
    await expect(second).rejects.toThrow('inside a transaction');
    let end = (): void => undefined;
    const isOver = new Promise<void>((resolve) => (end = resolve));
    const late: Promise<void>[] = [];
    await db.transaction(async () => void late.push(isOver.then(() => db.ping())));
    end();
    await Promise.all(late);
  });

  it('two that lock the same rows the other way round both succeed', async () => {
    const [a, b] = [await conversation(), await conversation()];
    const bump = (first: string, second: string) =>
      db.transaction(async (tx) => {
        for (const id of [first, second]) await tx.raw('UPDATE conversation SET last_seq = last_seq + 1 WHERE id = $1', [id]);
      });
    await Promise.all([bump(a, b), bump(b, a), bump(a, b), bump(b, a)]);
    const rows = await db.prisma.conversation.findMany({ where: { id: { in: [a, b] } } });
    expect(rows.map((row) => row.lastSeq)).toEqual([4, 4]);
  });
});

describe('observation', () => {
  it('counts every statement, hot, Prisma and raw', async () => {
    const id = await conversation();
    await expectQueries(db, 4, async () => {
      await db.ping();
      await db.prisma.conversation.findUnique({ where: { id } });
      await db.transaction(async (tx) => {
        await tx.prisma.conversation.findUnique({ where: { id } });
        await tx.raw('SELECT 1', []);
      });
    });
    await expect(expectQueries(db, 0, () => db.ping())).rejects.toThrow('expected 0 statements, ran 1');
  });
});
