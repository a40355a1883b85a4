import { sendMessage } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryBus } from '../bus/memory.js';
import { createTestClock } from '../kernel/clock.js';
import type { Log } from '../kernel/log.js';
import { ask, queue } from '../modules/queues/desk.fixture.js';
import { seed, startServer, type TestServer } from '../testing/index.js';
import { type ConsumedEvent, LogConsumer } from './consumer.js';
import { eventsAside, TRIES } from './consumer-aside.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('a consumer of the log', () => {
  it('P4: what was left is worked on a few at once, all of it, however one of them fails', async () => {
    const { people } = await seed(server).admin('ann').client('ada').ready();
    await queue(people.ann);
    const [node] = server.nodes;
    if (!node) throw new Error('there is no node');
    // A node of its own, which hears nothing of what this one commits.
    const deps = { ...node.deps, bus: createMemoryBus({ log: node.deps.log }), clock: createTestClock() };
    const failing = new Set<string>();
    const done = new Map<string, number>();
    let underWay = 0;
    let most = 0;
    const consumer = new LogConsumer(deps, {
      name: 'test.at_once',
      types: ['MessageSent'],
      handle: async ({ conversationId, seq }) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await new Promise((resolve) => setImmediate(resolve));
        underWay -= 1;
        if (failing.delete(conversationId)) throw new Error('the first try fails');
        done.set(`${conversationId} ${seq}`, (done.get(`${conversationId} ${seq}`) ?? 0) + 1);
      },
    });
    await consumer.sweep();
    const sent = new Set<string>();
    for (let count = 0; count < 15; count += 1) {
      const { conversationId } = await ask(people.ada);
      if (count === 3) failing.add(conversationId);
      for (const text of ['one', 'two']) sent.add(`${conversationId} ${(await sendMessage(people.ada, { conversationId, clientId: text, text })).seq}`);
    }
    await expect.poll(async () => (await consumer.sweep(), [...sent].filter((key) => !done.has(key)))).toEqual([]);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(8);
    expect([...done.values()].every((times) => times === 1)).toBe(true);
    await consumer.stop();
  });

  it('P4: a look that finds nothing writes nothing, and the position follows what happens elsewhere all the same', async () => {
    const [node] = server.nodes;
    if (!node) throw new Error('there is no node');
    const consumer = new LogConsumer({ ...node.deps, bus: createMemoryBus({ log: node.deps.log }), clock: createTestClock() }, { name: 'test.quiet', types: ['MessageSent'], handle: async () => undefined });
    const value = async (name: string, text: string) => (await server.db.hot<{ value: string }>({ name, text }, []))[0]?.value;
    const position = () => value('test.quiet_position', `SELECT position AS value FROM consumer_position WHERE name = 'test.quiet'`);
    // Each takes a number of its own, as each transaction that writes does.
    const pass = async (transactions: number) => {
      for (let count = 0; count < transactions; count += 1) await value('test.quiet_transaction', 'SELECT pg_current_xact_id()::text AS value');
    };
    await consumer.sweep();
    const begun = await position();
    await pass(10);
    await consumer.sweep();
    expect(await position()).toBe(begun);
    await pass(250);
    await expect.poll(async () => (await consumer.sweep(), BigInt((await position()) ?? 0) - BigInt(begun ?? 0))).toBeGreaterThan(200n);
    await consumer.stop();
  });

  it('P4: an event that always fails steps aside after a few tries, with a line and a count; others go on, and it is tried again later', async () => {
    const { people } = await seed(server).admin('ann').client('ada').ready();
    const other = await seed(server).admin('ann').client('ada').ready();
    for (const { ann } of [people, other.people]) await queue(ann);
    const [node] = server.nodes;
    if (!node) throw new Error('there is no node');
    const lines: { readonly event: string; readonly conversation_id: string | undefined }[] = [];
    const clock = createTestClock();
    const log: Log = {
      fatal: () => undefined,
      error: ({ event, conversation_id }) => {
        lines.push({ event, conversation_id });
      },
      warn: () => undefined,
      info: () => undefined,
      debug: () => undefined,
      isLevelEnabled: () => true,
    };
    const deps = { ...node.deps, bus: createMemoryBus({ log: node.deps.log }), clock, log };
    let isBroken = true;
    let poison = '';
    const done: string[] = [];
    const tried: string[] = [];
    const program = {
      name: 'test.aside',
      types: ['MessageSent'] as const,
      handle: async ({ conversationId }: ConsumedEvent) => {
        if (conversationId === poison) {
          tried.push(conversationId);
          if (isBroken) throw new Error('it can not be worked on');
        }
        done.push(conversationId);
      },
    };
    const consumer = new LogConsumer(deps, program);
    await consumer.sweep();
    const position = async () => {
      const [row] = await server.db.hot<{ position: string }>({ name: 'test.position', text: `SELECT position FROM consumer_position WHERE name = 'test.aside'` }, []);
      return BigInt(row?.position ?? 0);
    };
    const waitsFor = async (conversationId: string) => expect.poll(async () => (await consumer.sweep(), done.includes(conversationId))).toBe(true);
    poison = (await ask(people.ada)).conversationId;
    const begun = await position();
    await expect.poll(async () => (await consumer.sweep(), tried.length)).toBeGreaterThan(0);
    const first = (await ask(other.people.ada)).conversationId;
    await waitsFor(first);
    await expect.poll(async () => (await consumer.sweep(), lines.filter(({ event }) => event === 'consumer.aside').length)).toBe(1);
    expect(tried).toHaveLength(TRIES);
    expect(lines.find(({ event }) => event === 'consumer.aside')).toEqual({ event: 'consumer.aside', conversation_id: poison });
    // As far as no transaction of others is under way.
    await expect.poll(async () => (await consumer.sweep(), (await position()) > begun)).toBe(true);
    expect([tried.length, eventsAside(server.db)]).toEqual([TRIES, 1]);

    // Another node does not try it before its time either, nor twice for one time.
    const second = new LogConsumer({ ...deps, bus: createMemoryBus({ log: node.deps.log }) }, program);
    await second.sweep();
    expect(tried).toHaveLength(TRIES);
    // The turned clock sweeps too, and a sweep that is under way looked at the time when it began.
    const both = () => Promise.all([consumer.sweep(), second.sweep()]);
    await clock.advance(60_000);
    await expect.poll(async () => (await both(), tried.length)).toBe(TRIES + 1);
    await both();
    await both();
    expect([tried.length, eventsAside(server.db)]).toEqual([TRIES + 1, 1]);

    isBroken = false;
    await clock.sleep(3_600_000);
    await expect.poll(async () => (await both(), [tried.length, done.filter((id) => id === poison).length])).toEqual([TRIES + 2, 1]);
    await expect.poll(async () => (await consumer.sweep(), eventsAside(server.db))).toBe(0);
    await both();
    expect(tried).toHaveLength(TRIES + 2);
    await Promise.all([consumer.stop(), second.stop()]);
  });
});
