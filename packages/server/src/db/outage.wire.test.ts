import { expect, it } from 'vitest';
import { startPostgres } from '../../../../scripts/lib/services.mjs';
import { currentStack, eventually } from '../testing/index.js';
import { isChatError } from '../kernel/errors.js';
import { asUnavailable, openDb } from './index.js';

const outcome = (work: Promise<unknown>): Promise<unknown> => work.then(() => null, (error: unknown) => error);

it.runIf(currentStack() === 'cluster')('P1: a PostgreSQL that dies under work gives UNAVAILABLE, ends nothing else, and is used again when it is back', async () => {
  const postgres = await startPostgres();
  const db = await openDb({ databaseUrl: postgres.url, poolSize: 3, statementTimeoutMs: 120_000, transactionMs: 120_000 });
  try {
    await db.migrate();
    const sleep = { name: 'test.sleep', text: 'SELECT pg_sleep(120)::text' };
    const busy = [
      outcome(db.hot(sleep, [])),
      outcome(db.transaction((tx) => tx.raw(sleep.text, []))),
      outcome(db.transaction((tx) => tx.prisma.$queryRawUnsafe(sleep.text))),
      outcome(db.prisma.$queryRawUnsafe(sleep.text)),
    ];
    const waiting = { name: 'test.waiting', text: `SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep'` };
    await eventually('all to be asleep', async () => (await db.hot<{ n: number }>(waiting, []))[0]?.n === busy.length);
    await postgres.kill();

    const [hot, raw, prisma, plain] = await Promise.all(busy);
    expect(hot).toMatchObject({ code: 'UNAVAILABLE', retryAfterMs: 1_000 });
    expect(raw).toMatchObject({ code: 'UNAVAILABLE' });
    expect(prisma).toMatchObject({ code: 'UNAVAILABLE' });
    expect(plain).toMatchObject({ code: 'UNAVAILABLE' });
    // A connection that was idle may answer once more before its own process hears of the end.
    let ping: unknown = null;
    await eventually('nothing to answer any more', async () => (ping = await outcome(db.ping())) !== null);
    expect(ping).toMatchObject({ code: 'UNAVAILABLE' });
    expect(await outcome(db.transaction((tx) => tx.prisma.meta.count()))).toMatchObject({ code: 'UNAVAILABLE' });
    const model = await outcome(db.prisma.meta.count());
    expect(model).toMatchObject({ code: 'UNAVAILABLE' });
    expect(isChatError(asUnavailable(model), 'UNAVAILABLE')).toBe(true);

    await postgres.start();
    await eventually('the database to answer', () => db.ping().then(() => true, () => false));
    expect(await db.transaction((tx) => tx.prisma.meta.count())).toBeGreaterThan(0);
  } finally {
    await db.close();
    await postgres.stop();
  }
});
