import type { Arena, Fault } from '../fault.js';
import { pause } from '../writers.js';

/** Breaks Redis for a while under load, takes somebody out meanwhile, and mends it. */
async function without(arena: Arena, name: string, act: { readonly start: () => Promise<unknown> | void; readonly end: () => Promise<unknown> | void; readonly ms: number }): Promise<void> {
  const { history, talk } = arena;
  await arena.load(400);
  for (let round = 0; round < arena.scale; round += 1) {
    await act.start();
    const from = history.now();
    const seq = await arena.removeAgent(talk);
    await pause(act.ms * arena.scale);
    arena.checkCalls('P6', name, { from, to: history.now() - 500 });
    await act.end();
    await pause(300);
    await arena.addAgent(talk, seq);
  }
}

/** Everything that can happen to Redis. */
export const redis: readonly Fault[] = [
  {
    name: 'redis-killed',
    does: 'kill -9 of Redis for some seconds, while somebody is taken out of a conversation; then started, empty',
    holds: 'No send fails; events arrive by the sweep; who was taken out sees nothing from there on.',
    promises: ['P1', 'P2', 'P4', 'P6', 'P8'],
    run: (arena) => without(arena, 'without redis', { start: () => arena.cluster.services.redis.kill(), end: () => arena.cluster.services.redis.start(), ms: 2_000 }),
  },
  {
    name: 'redis-flushed',
    does: 'FLUSHALL, and every connection to Redis cut, again and again',
    holds: 'No send fails, and nothing is missed.',
    promises: ['P2', 'P4', 'P6'],
    async run(arena) {
      const { cluster, history } = arena;
      await arena.load(300);
      const from = history.now();
      for (let round = 0; round < 4 * arena.scale; round += 1) {
        await cluster.redis('FLUSHALL');
        if (arena.random.chance(0.5)) cluster.redisLink.cut();
        await pause(arena.random.whole(100, 500));
      }
      arena.checkCalls('P6', 'while flushed', { from, to: history.now() - 500 });
    },
  },
  {
    name: 'redis-slow',
    does: 'Redis answers a second late, each way',
    holds: 'No send fails or waits for it; events may be late.',
    promises: ['P2', 'P4', 'P6', 'P8'],
    run: (arena) => without(arena, 'with slow redis', { start: () => arena.cluster.redisLink.set('slow', 1_000), end: () => arena.cluster.redisLink.set('ok'), ms: 2_500 }),
  },
  {
    name: 'redis-silent',
    does: 'the link to Redis takes everything and gives nothing, as when a firewall drops packets; a reader comes meanwhile',
    holds: 'No send fails or waits for it; feeds open and events arrive by the sweep.',
    promises: ['P2', 'P4', 'P6'],
    async run(arena) {
      const { cluster, history, talk } = arena;
      await arena.load(300);
      cluster.redisLink.set('blackhole');
      const from = history.now();
      const late = arena.follow(talk.admin, talk);
      const fresh = arena.follow((await arena.quietTalk()).client, arena.talks.at(-1) ?? talk);
      await pause(2_500 * arena.scale);
      arena.checkCalls('P6', 'with silent redis', { from, to: history.now() - 1_000 });
      await arena.until('a feed to open', () => Boolean(late.position && fresh.position), 60_000).catch(() => arena.violated('P6', 'a feed did not open while Redis was silent'));
      cluster.redisLink.set('ok');
      // What went into the hole is half of a conversation: a real firewall's victims time out.
      cluster.redisLink.cut();
    },
  },
];
