import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Service, startRedis } from '../../../../scripts/lib/services.mjs';
import { createTestClock, systemClock } from '../kernel/clock.js';
import { PATIENTLY } from '../testing/deadline.js';
import { guardBus } from '../testing/guarded-bus.js';
import { faultProxy } from '../testing/index.js';
import { newId } from '../kernel/ids.js';
import type { Bus, Ephemeral } from './contract.js';
import { createMemoryEphemeral } from './ephemeral-memory.js';
import { createRedisEphemeral } from './ephemeral-redis.js';
import { createMemoryBus } from './memory.js';
import { createRedisBus } from './redis.js';

const log = pino({ level: 'silent' });
const isCluster = process.env.PARLEY_TEST_STACK === 'cluster';
const redisUrl = process.env.PARLEY_TEST_REDIS_URL ?? '';
const closing: Array<() => Promise<void>> = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** As many buses as nodes; the memory bus is one node by its nature. */
async function openBuses(count: number): Promise<Bus[]> {
  const prefix = `${newId('site')}:`;
  const buses: Bus[] = [];
  for (let i = 0; i < (isCluster ? count : 1); i += 1) {
    const bus = isCluster ? await createRedisBus({ url: redisUrl, prefix, log }) : createMemoryBus({ log });
    closing.push(() => bus.close());
    buses.push(bus);
  }
  return buses;
}

describe('bus contract', () => {
  it('hands a message to all subscribers of its topic, on all nodes, in order, and to no other topic', async () => {
    const buses = await openBuses(2);
    const got: unknown[][] = [];
    for (const bus of [...buses, ...buses]) {
      const mine: unknown[] = [];
      got.push(mine);
      await bus.subscribe('conversation:a', (message) => mine.push(message));
      await bus.subscribe('conversation:b', () => mine.push('foreign'));
    }
    for (let n = 0; n < 50; n += 1) buses[0]?.publish('conversation:a', { n, text: 'é\u202E😀' });
    await vi.waitFor(() => expect(got.map((mine) => mine.length)).toEqual(got.map(() => 50)), PATIENTLY);
    for (const mine of got) expect(mine).toEqual(Array.from({ length: 50 }, (_, n) => ({ n, text: 'é\u202E😀' })));
  });

  it('makes a message once: all handlers of a node get the same object, which equals the published one, later than it was published', async () => {
    const [bus] = await openBuses(1);
    const got: unknown[] = [];
    await bus?.subscribe('t', (message) => got.push(message));
    await bus?.subscribe('t', (message) => got.push(message));
    const published = { text: 'é\u0000\u202E😀', none: null, list: [1, 2.5, { isDeep: true }], at: '1970-01-01T00:00:00.000Z' };
    bus?.publish('t', published);
    expect(got).toEqual([]);
    await vi.waitFor(() => expect(got).toHaveLength(2), PATIENTLY);
    expect(got[0]).toBe(got[1]);
    expect(got[0]).toStrictEqual(published);
  });

  it('what a handler publishes comes after what was published before, and not within its call', async () => {
    const [bus] = await openBuses(1);
    const got: unknown[] = [];
    await bus?.subscribe('t', (message) => {
      got.push(message);
      if (got.length > 1) return;
      bus?.publish('t', { n: 3 });
      got.push('end of the call');
    });
    bus?.publish('t', { n: 1 });
    bus?.publish('t', { n: 2 });
    await vi.waitFor(() => expect(got).toEqual([{ n: 1 }, 'end of the call', { n: 2 }, { n: 3 }]), PATIENTLY);
  });

  it('a handler that throws harms neither the publisher nor the other handlers', async () => {
    const [bus] = await openBuses(1);
    const got: unknown[] = [];
    await bus?.subscribe('t', () => {
      throw new Error('broken handler');
    });
    await bus?.subscribe('t', (message) => got.push(message));
    expect(() => bus?.publish('t', { n: 1 })).not.toThrow();
    await vi.waitFor(() => expect(got).toEqual([{ n: 1 }]), PATIENTLY);
  });

  it('an ended subscription gets nothing more, and the topic can be taken up again at once', async () => {
    const [bus] = await openBuses(1);
    const first: unknown[] = [];
    const second: unknown[] = [];
    const end = await bus?.subscribe('t', (message) => first.push(message));
    end?.();
    await bus?.subscribe('t', (message) => second.push(message));
    bus?.publish('t', { n: 1 });
    await vi.waitFor(() => expect(second).toEqual([{ n: 1 }]), PATIENTLY);
    expect(first).toEqual([]);
  });
});

describe('guarded bus', () => {
  it('freezes what it hands on, and tells of each value that JSON would not bring back as it was', async () => {
    const [bus] = await openBuses(1);
    if (!bus) throw new Error('no bus');
    const guarded = guardBus(bus);
    const fine = { a: [{ b: 1 }], c: null };
    guarded.publish('t', fine);
    expect(() => Object.assign(fine.a[0] ?? {}, { b: 2 })).toThrow(TypeError);
    expect(guarded.problems).toEqual([]);
    for (const wrong of [new Date(0), undefined, Number.NaN, new Map(), 1n, Symbol('s'), () => 1]) guarded.publish('t', { deep: [{ wrong }] });
    expect(guarded.problems).toEqual(Array(7).fill('t: deep.0.wrong'));
  });
});

describe.runIf(isCluster)('bus on Redis', () => {
  it('P6: goes on without Redis, and takes its subscriptions up again when Redis is back', async () => {
    const redis: Service = await startRedis();
    closing.push(() => redis.stop());
    const warn = vi.spyOn(log, 'warn');
    const info = vi.spyOn(log, 'info');
    const bus = await createRedisBus({ url: redis.url, log });
    closing.push(() => bus.close());
    const states: boolean[] = [];
    bus.onState((isUp) => states.push(isUp));
    const got: unknown[] = [];
    await bus.subscribe('t', (message) => got.push(message));
    expect(bus.isUp).toBe(true);

    await redis.kill();
    await vi.waitFor(() => expect(bus.isUp).toBe(false), PATIENTLY);
    for (const here of [1, 2, 3]) expect(() => bus.publish('t', { here })).not.toThrow();
    await vi.waitFor(() => expect(got).toEqual([{ here: 1 }, { here: 2 }, { here: 3 }]), PATIENTLY);
    const late: unknown[] = [];
    await bus.subscribe('late', (message) => late.push(message));

    await redis.start();
    await vi.waitFor(() => expect(bus.isUp).toBe(true), PATIENTLY);
    await vi.waitFor(
      () => {
        bus.publish('t', { again: 1 });
        bus.publish('late', { again: 1 });
        expect(got).toContainEqual({ again: 1 });
        expect(late).toContainEqual({ again: 1 });
      },
      { ...PATIENTLY, interval: 100 },
    );
    expect(states).toEqual([false, true]);
    expect(warn.mock.calls.filter((call) => JSON.stringify(call).includes('bus.publish_failed'))).toHaveLength(1);
    expect(info).toHaveBeenCalledWith(expect.objectContaining({ event: 'bus.publish_resumed', count: 3 }), expect.any(String));
  });

  it('opens while Redis is away, and closes without an error', async () => {
    const bus = await createRedisBus({ url: 'redis://127.0.0.1:1', log });
    const got: unknown[] = [];
    const end = await bus.subscribe('t', (message) => got.push(message));
    expect(bus.isUp).toBe(false);
    bus.publish('t', { n: 1 });
    await vi.waitFor(() => expect(got).toEqual([{ n: 1 }]), PATIENTLY);
    end();
    await bus.close();
  });
});

describe('ephemeral contract', () => {
  async function open(): Promise<{ nodes: Ephemeral[]; pass: (ms: number) => Promise<void> }> {
    if (!isCluster) {
      const clock = createTestClock();
      return { nodes: [createMemoryEphemeral(clock)], pass: (ms) => clock.advance(ms) };
    }
    const prefix = `${newId('site')}:`;
    const nodes = await Promise.all([1, 2].map(() => createRedisEphemeral({ url: redisUrl, prefix, log, clock: systemClock })));
    closing.push(async () => {
      for (const node of nodes) await node.close();
    });
    // Redis keeps its own time, so here time passes while the test waits for the outcome.
    return { nodes, pass: () => Promise.resolve() };
  }

  it('R91: what is held is seen by all nodes, dies by itself, and lives on when held again', async () => {
    const { nodes, pass } = await open();
    const [first, other = first] = nodes;
    if (!first || !other) throw new Error('no store');
    await first.hold('k', 'a', 50_000);
    await first.hold('k', 'b', 60_000);
    await other.hold('j', 'c', 60_000);
    const [k, none, j] = await other.members(['k', 'none', 'j']);
    expect([...(k?.keys() ?? [])].sort()).toEqual(['a', 'b']);
    expect(k?.get('a')).toBeGreaterThan(0);
    expect(k?.get('a')).toBeLessThanOrEqual(50_000);
    expect(none?.size).toBe(0);
    expect([...(j?.keys() ?? [])]).toEqual(['c']);

    await first.hold('k', 'a', 200);
    await pass(220);
    await vi.waitFor(async () => expect([...((await other.members(['k']))[0]?.keys() ?? [])]).toEqual(['b']), PATIENTLY);
    await first.hold('k', 'b', 120_000);
    expect((await other.members(['k']))[0]?.get('b')).toBeGreaterThan(60_000);
    await other.release('k', 'b');
    expect((await first.members(['k']))[0]?.size).toBe(0);
    expect(await first.members([])).toEqual([]);
  });

  it.runIf(isCluster)('G19: without Redis a node still knows its own, and nothing throws', async () => {
    const store = await createRedisEphemeral({ url: 'redis://127.0.0.1:1', log, clock: systemClock });
    await store.hold('k', 'a', 5_000);
    expect([...((await store.members(['k']))[0]?.keys() ?? [])]).toEqual(['a']);
    await store.release('k', 'a');
    expect((await store.members(['k']))[0]?.size).toBe(0);
    await store.close();
  });

  it.runIf(isCluster)('P6: a Redis that takes everything and answers nothing holds nobody up, and its link is given up', async () => {
    const link = await faultProxy({ port: Number(new URL(redisUrl).port) });
    closing.push(() => link.close());
    const store = await createRedisEphemeral({ url: link.through(redisUrl), prefix: `${newId('site')}:`, log, clock: systemClock });
    closing.push(() => store.close());
    await store.hold('k', 'a', 60_000);
    link.set('blackhole');
    expect([...((await store.members(['k']))[0]?.keys() ?? [])]).toEqual(['a']);
    const before = link.connections;
    await vi.waitFor(() => expect(link.connections).toBeGreaterThan(before), PATIENTLY);
  });
});
