import { sendMessage } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryBus } from '../bus/memory.js';
import { createTestClock } from '../kernel/clock.js';
import { ask, queue } from '../modules/queues/desk.fixture.js';
import { seed, startServer, type TestServer } from '../testing/index.js';
import { LogConsumer } from './consumer.js';

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
});
