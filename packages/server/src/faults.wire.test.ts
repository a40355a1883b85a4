/** What dies, and what it may cost: latency, never messages. On the cluster, with services of its own to kill. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ConversationFeedDocument, messages, sendMessage, type ConversationFeedSubscription } from '@parley/sdk/operations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres, startRedis, type Service } from '../../../scripts/lib/services.mjs';
import { createChatServer, type ChatServer } from './server.js';
import { currentStack, eventually, outcomeOf, seed, type Actor, type TestSubscription } from './testing/index.js';
import { UNHURRIED } from './testing/server.js';

const PREFIX = 'faults:';
const doomed = fileURLToPath(new URL('./doomed-node.fixture.ts', import.meta.url));

describe.runIf(currentStack() === 'cluster')('faults', () => {
  let postgres: Service;
  let redis: Service;
  const nodes: ChatServer[] = [];

  async function startNode(): Promise<ChatServer> {
    const node = createChatServer({
      redisPrefix: PREFIX,
      config: {
        port: 0,
        host: '127.0.0.1',
        databaseUrl: postgres.url,
        redisUrl: redis.url,
        logLevel: 'silent',
        drainMs: 100,
        limits: UNHURRIED,
      },
    });
    await node.start();
    nodes.push(node);
    return node;
  }
  const graphql = (node: ChatServer): string => `${node.url}/graphql`;

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
    await startNode();
    await startNode();
  });
  afterAll(async () => {
    for (const node of nodes) await node.close();
    await Promise.all([postgres.stop(), redis.stop()]);
  });

  async function twoPeople() {
    const [first, second] = nodes;
    if (!first || !second) throw new Error('two nodes are needed');
    const { people, bookings } = await seed({ deps: first.deps, url: graphql(first) }).client('ada').provider('ben').booking('move').ready();
    const { conversationId } = bookings.move;
    const socket = await people.ben.at(graphql(second)).socket();
    const feed = socket.subscribe(ConversationFeedDocument, { conversationId });
    await feed.next();
    return { ada: people.ada, ben: people.ben, conversationId, feed, second: graphql(second), socket };
  }

  const arrival = (feed: TestSubscription<ConversationFeedSubscription>, text: string): Promise<ConversationFeedSubscription> =>
    feed.next(({ conversationFeed: item }) => item.__typename === 'MessageSent' && item.message.text === text);

  it('P6: without Redis messages arrive by the sweep, with it at once again, and none twice', async () => {
    const { ada, conversationId, feed, socket } = await twoPeople();
    const send = (text: string) => sendMessage(ada, { conversationId, clientId: text, text });
    await send('before');
    await arrival(feed, 'before');
    await redis.kill();
    for (const text of ['while-1', 'while-2', 'while-3']) await send(text);
    for (const text of ['while-1', 'while-2', 'while-3']) await arrival(feed, text);
    await redis.start();
    await eventually('the bus to be back', () => nodes.every((node) => node.deps.bus.isUp));
    await send('after');
    await arrival(feed, 'after');
    const seqs = feed.all.flatMap(({ conversationFeed: item }) => (item.__typename === 'MessageSent' ? [item.seq] : []));
    expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
    expect(seqs).toHaveLength(5);
    await socket.close();
  });

  it('P1 P6: a PostgreSQL that dies and comes back: sends say UNAVAILABLE meanwhile, feeds stay open and go on', async () => {
    const { ada, conversationId, feed, socket } = await twoPeople();
    const send = (text: string): Promise<string> => outcomeOf(sendMessage(ada, { conversationId, clientId: text, text }));
    expect(await send('before')).toBe('ok');
    await arrival(feed, 'before');
    await postgres.kill();
    expect(await send('lost')).toBe('UNAVAILABLE');
    await postgres.start();
    await eventually('a send to work again', async () => (await send('retried')) === 'ok');
    await arrival(feed, 'retried');
    const sent = feed.unread.filter(({ conversationFeed: { __typename } }) => __typename === 'MessageSent');
    expect(sent).toEqual([]);
    const page = await messages(ada, { conversationId, last: 10 });
    expect(page.edges.map(({ node }) => node.text)).toEqual(['before', 'retried']);
    await socket.close();
  });

  it('P1 P3 P6: a node killed between commit and publish: the message arrives by the sweep, and the retry elsewhere is the same one', async () => {
    const { ada, conversationId, feed, second, socket } = await twoPeople();
    const child = spawn(process.execPath, ['--import', 'tsx', doomed, postgres.url, redis.url, PREFIX], { stdio: ['ignore', 'pipe', 'inherit'] });
    const died = once(child, 'exit');
    const [address] = await once(createInterface({ input: child.stdout }), 'line');
    const input = { conversationId, clientId: 'unknown-outcome', text: 'did this arrive?' };
    const viaDoomed: Actor = ada.at(String(address));
    await expect(sendMessage(viaDoomed, input)).rejects.toThrow();
    expect((await died)[1]).toBe('SIGKILL');

    const { conversationFeed: item } = await arrival(feed, input.text);
    const retry = await sendMessage(ada.at(second), input);
    expect(retry).toMatchObject({ isDuplicate: true, seq: 'seq' in item ? item.seq : 0 });
    expect((await messages(ada, { conversationId, last: 10 })).edges).toHaveLength(1);
    await socket.close();
  });
});
