import { GraphQLID, GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FeedQueue } from '../log/queue.js';
import { eventually, type Person, seed, startServer, type TestServer, type TestSocket, type World } from '../testing/index.js';
import { sha256 } from './documents.js';

interface Item {
  readonly type: string;
  readonly seq: number;
  readonly text: string;
  /** Resolves when the item's text is ready; absent: at once. */
  readonly ready?: Promise<void>;
}

/** The feeds that are open, as a hub would have them. */
const open = new Set<FeedQueue<Item>>();
const CAPACITY = 16;
let executions = 0;

function subscribe(): FeedQueue<Item> {
  const queue: FeedQueue<Item> = new FeedQueue({ capacity: CAPACITY, onOver: () => void open.delete(queue) });
  queue.start([{ type: 'ConversationSnapshot', seq: 0, text: '' }], () => true);
  open.add(queue);
  return queue;
}

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      hello: { type: GraphQLString, resolve: () => 'hello' },
      viewer: { type: new GraphQLObjectType({ name: 'User', fields: { id: { type: GraphQLID } } }), resolve: (_root, _args, context) => ({ id: context.viewer?.userId }) },
    },
  }),
  subscription: new GraphQLObjectType({
    name: 'Subscription',
    fields: {
      conversationFeed: {
        type: new GraphQLObjectType<Item>({
          name: 'Item',
          fields: {
            seq: {
              type: GraphQLInt,
              resolve: ({ seq }) => {
                executions += 1;
                return seq;
              },
            },
            text: { type: GraphQLString, resolve: ({ text, ready }) => (ready ? ready.then(() => text) : text) },
          },
        }),
        subscribe,
        resolve: (item: unknown) => item,
      },
    },
  }),
});

const KNOWN = 'subscription ConversationFeed { conversationFeed { seq text } }';
let server: TestServer;
let world: World<'ada', never>;
let ada: Person;
const sockets: TestSocket[] = [];

beforeAll(async () => {
  server = await startServer({ options: { schema, documents: new Map([[sha256(KNOWN), KNOWN]]) }, config: { limits: { socketsPerUser: 100 } } });
  world = await seed(server).client('ada').ready();
  ada = world.people.ada;
});
afterEach(async () => {
  await Promise.all(sockets.splice(0).map((socket) => socket.close()));
  await eventually('the feeds to be let go', () => open.size === 0);
});
afterAll(async () => {
  await world.close();
  await server.close();
});

async function follow() {
  const socket = await ada.socket();
  sockets.push(socket);
  const got: number[] = [];
  const feed = socket.subscribe<{ conversationFeed: { seq: number } }>(KNOWN, {}, ({ conversationFeed: { seq } }) => got.push(seq));
  await feed.next();
  const upTo = (last: number) => feed.next(({ conversationFeed: { seq } }) => seq === last);
  return { socket, feed, got, upTo };
}

/** Hands one object to all open feeds, as a hub does. */
function publish(seq: number, of: Partial<Item> = {}): void {
  const item: Item = { type: 'MessageSent', seq, text: 'x', ...of };
  for (const queue of [...open]) queue.push(item);
}

describe('a feed that writes to its socket itself', () => {
  it('P2: executes an event once, and the same bytes reach each of forty sockets, in order', async () => {
    const followers = await Promise.all(Array.from({ length: 40 }, () => follow()));
    const raw = followers.map(({ socket }) => {
      const frames: string[] = [];
      socket.raw.on('message', (data) => frames.push(String(data)));
      return frames;
    });
    executions = 0;
    for (let seq = 1; seq <= 20; seq += 1) publish(seq);
    await Promise.all(followers.map(({ upTo }) => upTo(20)));
    expect(executions).toBe(20);
    const order = [0, ...Array.from({ length: 20 }, (_, index) => index + 1)];
    for (const { got } of followers) expect(got).toEqual(order);
    for (const frames of raw) expect(frames).toEqual(raw[0]);
    expect(raw[0]?.[0]).toBe('{"id":"t1","type":"next","payload":{"data":{"conversationFeed":{"seq":1,"text":"x"}}}}');
  });

  it('P2: keeps the order where a result takes its time', async () => {
    const { got, upTo } = await follow();
    let finish = (): void => undefined;
    publish(1, { ready: new Promise((resolve) => (finish = resolve)) });
    publish(2);
    publish(3);
    await new Promise((resolve) => setImmediate(resolve));
    expect(got).toEqual([0]);
    finish();
    await upTo(3);
    expect(got).toEqual([0, 1, 2, 3]);
  });

  it('P7: one socket that stops reading loses its feed alone, with RESYNC_REQUIRED, and the others get everything', async () => {
    const slow = await follow();
    const quick = await follow();
    slow.socket.raw.pause();
    // More than the machine's own buffers take.
    const text = 'x'.repeat(512 * 1024);
    const count = CAPACITY + 34;
    for (let seq = 1; seq <= count; seq += 1) {
      publish(seq, { text });
      if (seq % 10 === 0) await quick.upTo(seq);
    }
    expect(open.size).toBe(1);
    slow.socket.raw.resume();
    expect((await slow.feed.ended)[0]?.extensions?.code).toBe('RESYNC_REQUIRED');
    expect(slow.got).toEqual(slow.got.map((_, index) => index));
    expect(slow.got.length).toBeLessThan(count - CAPACITY);
    expect(quick.got).toEqual(Array.from({ length: count + 1 }, (_, index) => index));
    // The socket itself goes on.
    expect((await slow.socket.request('{ hello }')).data).toEqual({ hello: 'hello' });
    await slow.socket.subscribe(KNOWN).next();
  });

  it('sends nothing after the client’s complete, lets the feed go, and its id can be used again', async () => {
    const { socket, got } = await follow();
    socket.raw.send('{"id":"t1","type":"complete"}');
    await socket.request('{ hello }');
    expect(open.size).toBe(0);
    publish(1);
    socket.raw.send(JSON.stringify({ id: 't1', type: 'subscribe', payload: { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: sha256(KNOWN) } } } }));
    await socket.request('{ hello }');
    expect(open.size).toBe(1);
    expect(got).toEqual([0, 0]);
    expect(socket.frames.filter((frame) => JSON.stringify(frame).includes('"complete"') && JSON.stringify(frame).includes('"t1"'))).toEqual([]);
  });

  it('completes where its feed ends, says why where it fails, and the id is free both times', async () => {
    for (const [error, frame] of [
      [undefined, { id: 't1', type: 'complete' }],
      [new Error('canary-77'), { id: 't1', type: 'error', payload: [{ extensions: { code: 'INTERNAL' } }] }],
    ] as const) {
      const { socket, feed } = await follow();
      for (const queue of [...open]) queue.end(error);
      await feed.ended;
      expect(socket.frames.at(-1)).toMatchObject(frame);
      expect(JSON.stringify(socket.frames)).not.toContain('canary');
      socket.raw.send(JSON.stringify({ id: 't1', type: 'subscribe', payload: { query: KNOWN } }));
      expect((await socket.request('{ hello }')).data).toEqual({ hello: 'hello' });
      expect(open.size).toBe(1);
      await socket.close();
      await eventually('the feed to be let go', () => open.size === 0);
    }
  });
});
