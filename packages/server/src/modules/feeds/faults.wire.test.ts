import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Service, startRedis } from '../../../../../scripts/lib/services.mjs';
import { eventually } from '../../testing/deadline.js';
import { currentStack } from '../../testing/stack.js';
import type { UserViewer } from '../../kernel/viewer.js';
import { openConversationFeed } from './conversation-feed.js';
import { createFeedWorld, FeedReader, type FeedWorld } from './feeds.fixture.js';

describe.runIf(currentStack() === 'cluster')('two nodes without Redis', () => {
  let redis: Service;
  let world: FeedWorld;
  let ada: UserViewer;
  let ben: UserViewer;
  let id: string;

  beforeEach(async () => {
    redis = await startRedis();
    world = await createFeedWorld(2, redis.url);
    [ada, ben] = [await world.user('client'), await world.user('provider')];
    id = await world.conversation([[ada, 'client'], [ben, 'provider']]);
  });
  afterEach(async () => {
    await world.close();
    await redis.stop();
  });

  it('P6: sends go on, the other node has the messages with its next sweep, and those of the outage as soon as Redis is back', async () => {
    const [here, there] = await Promise.all([0, 1].map(async (node) => new FeedReader(await openConversationFeed(world.node(node).deps, ben, { conversationId: id }))));
    if (!here || !there) throw new Error('no feeds');
    const seqsOf = (reader: typeof here): number[] => reader.items.flatMap((item) => ('prevSeq' in item ? [item.seq] : []));
    const has = (reader: typeof here, seqs: readonly number[]) => eventually(`the events ${seqs.join()}`, () => seqsOf(reader).join() === seqs.join());

    await world.send(ada, id);
    for (const reader of [here, there]) await has(reader, [1]);
    await redis.kill();
    const startedAt = performance.now();
    for (let n = 0; n < 3; n += 1) await world.send(ada, id);
    // None of them waited for Redis, which does not come back by itself.
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    await has(here, [1, 2, 3, 4]);
    expect(seqsOf(there)).toEqual([1]);
    await world.clock.advance(5_000);
    await has(there, [1, 2, 3, 4]);

    const late = new FeedReader(await openConversationFeed(world.node(1).deps, ada, { conversationId: id }));
    expect(await late.next('ConversationSnapshot')).toMatchObject({ seq: 4 });
    await world.send(ben, id);
    await redis.start();
    // No turn of the clock: the return of Redis itself makes the nodes look.
    for (const reader of [here, there]) await has(reader, [1, 2, 3, 4, 5]);
    await has(late, [5]);
    await eventually('a live message', async () => {
      const seq = await world.send(ada, id);
      return there.arrivals.next((item) => 'prevSeq' in item && item.seq === seq, 2_000).then(
        () => true,
        () => false,
      );
    });
    for (const reader of [here, there]) expect(seqsOf(reader)).toEqual(seqsOf(reader).map((_, index) => index + 1));
  });
});
