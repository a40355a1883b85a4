import { GraphQLID, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ChatError } from '../kernel/errors.js';
import { createTestClock } from '../kernel/clock.js';
import type { GraphQLContext } from '../graphql/context.js';
import { connectSocket, eventually, seed, startServer, type TestServer, type TestSocket } from '../testing/index.js';

/** Feeds that never say anything, until they are let go of. */
const open = new Set<() => void>();

async function* silence(): AsyncGenerator<number> {
  await new Promise<void>((resolve) => open.add(resolve));
  yield 1;
}

async function* failing(): AsyncGenerator<number> {
  yield 1;
  throw new ChatError('RESYNC_REQUIRED', 'unable to go on; read too slowly');
}

let flooded = 0;

async function* flood(): AsyncGenerator<string> {
  for (;;) {
    flooded += 1;
    yield 'x'.repeat(64 * 1024);
  }
}

const number = new GraphQLNonNull(GraphQLInt);
const trialSchema = new GraphQLSchema({
  query: new GraphQLObjectType<unknown, GraphQLContext>({
    name: 'Query',
    fields: {
      hello: { type: GraphQLString, resolve: () => 'hello' },
      viewer: {
        type: new GraphQLObjectType({ name: 'User', fields: { id: { type: GraphQLID } } }),
        resolve: (_root, _args, context) => ({ id: context.viewer?.userId }),
      },
      me: { type: GraphQLString, resolve: (_root, _args, context) => context.viewer?.displayName ?? 'nobody' },
      never: { type: GraphQLString, resolve: () => new Promise<string>((resolve) => open.add(() => resolve('late'))) },
      boom: {
        type: GraphQLString,
        resolve: () => {
          throw new Error('canary-4c1d');
        },
      },
    },
  }),
  subscription: new GraphQLObjectType({
    name: 'Subscription',
    fields: {
      flood: { type: GraphQLString, subscribe: flood, resolve: (value: unknown) => value },
      silence: { type: number, subscribe: silence, resolve: (value: unknown) => value },
      failing: { type: number, subscribe: failing, resolve: (value: unknown) => value },
      refused: {
        type: number,
        subscribe: () => {
          throw new ChatError('NOT_FOUND', 'unable to follow; there is nothing');
        },
      },
    },
  }),
});

const releaseAll = (): void => {
  for (const release of open) release();
  open.clear();
};
afterEach(releaseAll);

let server: TestServer;
let token: string;
const sockets: TestSocket[] = [];

beforeAll(async () => {
  server = await startServer({
    options: { schema: trialSchema },
    config: { limits: { frameBytes: 2000, subscriptionsPerSocket: 3, operationsPerSocket: 5, socketsPerUser: 4 } },
  });
  const world = await seed(server).client('ada').ready();
  token = world.people.ada.token;
});
afterEach(async () => {
  await Promise.all(sockets.splice(0).map((socket) => socket.close()));
  // The server hears of it a moment later than the client, and counts until then.
  await eventually('the server to have let the sockets go', async () => (await (await fetch(server.url.replace('/graphql', '/metrics'))).text()).includes('parley_sockets 0\n'));
});
afterAll(() => server.close());

async function connect(headers: Record<string, string> = {}): Promise<TestSocket> {
  const socket = await connectSocket(server.url, { token }, headers);
  sockets.push(socket);
  return socket;
}

/** A socket that says nothing by itself; resolves with how it ended. */
function bare(protocols: string[], onOpen: (ws: WebSocket) => void = () => undefined, url = server.url): Promise<{ code: number; reason: string }> {
  const ws = new WebSocket(url.replace('http', 'ws'), protocols);
  ws.on('open', () => onOpen(ws));
  ws.on('error', () => undefined);
  return new Promise((resolve) => ws.on('close', (code, reason) => resolve({ code, reason: reason.toString() })));
}

const codeOf = (errors: readonly { extensions?: { code?: string } }[] | undefined): string | undefined => errors?.[0]?.extensions?.code;

describe('protocol graphql-transport-ws', () => {
  it('R64 R176: the viewer is the one of connection_init', async () => {
    const socket = await connect();
    expect((await socket.request('{ me }')).data).toEqual({ me: 'ada' });
  });

  it.each([
    ['a syntax error', '{ hello', 'QUERY_INVALID'],
    ['a field that does not exist', '{ nope }', 'QUERY_INVALID'],
    ['an empty document', '', 'QUERY_INVALID'],
  ])('%s fails its own operation and leaves the socket open', async (_name, query, code) => {
    const socket = await connect();
    const feed = socket.subscribe('subscription { silence }');
    const { errors } = await socket.request(query);
    expect(codeOf(errors)).toBe(code);
    expect(JSON.stringify(errors)).not.toContain('"http"');
    expect((await socket.request('{ hello }')).data).toEqual({ hello: 'hello' });
    expect(feed.unread).toEqual([]);
    expect(socket.raw.readyState).toBe(WebSocket.OPEN);
  });

  it('masks what was not thrown on purpose', async () => {
    const socket = await connect();
    const answer = await socket.request('{ boom }');
    expect(codeOf(answer.errors)).toBe('INTERNAL');
    expect(JSON.stringify(socket.frames)).not.toContain('canary');
  });

  it('a feed that fails ends with its code, after what came before', async () => {
    const socket = await connect();
    const feed = socket.subscribe<{ failing: number }>('subscription { failing }');
    expect(await feed.next()).toEqual({ failing: 1 });
    expect(codeOf(await feed.ended)).toBe('RESYNC_REQUIRED');
    expect(codeOf(await socket.subscribe('subscription { refused }').ended)).toBe('NOT_FOUND');
  });

  it.each([
    ['no sub-protocol', [], () => undefined, 4406],
    ['a frame that is no message', ['graphql-transport-ws'], (ws: WebSocket) => ws.send('nonsense'), 4400],
    ['an operation before connection_ack', ['graphql-transport-ws'], (ws: WebSocket) => ws.send('{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}'), 4401],
    ['a frame that is too large', ['graphql-transport-ws'], (ws: WebSocket) => ws.send('x'.repeat(3000)), 1009],
  ])('%s closes the socket', async (_name, protocols, onOpen, code) => {
    expect((await bare(protocols, onOpen)).code).toBe(code);
  });

  it('no connection_init in time closes the socket', async () => {
    const hasty = await startServer({ options: { schema: trialSchema }, config: { limits: { initTimeoutMs: 200 } } });
    try {
      expect((await bare(['graphql-transport-ws'], () => undefined, hasty.url)).code).toBe(4408);
    } finally {
      await hasty.close();
    }
  });

  it('a second connection_init closes the socket with 4429, a used id with 4409', async () => {
    const twice = await connect();
    twice.raw.send('{"type":"connection_init"}');
    expect((await twice.closed).code).toBe(4429);
    const same = await connect();
    const frame = '{"id":"same","type":"subscribe","payload":{"query":"subscription { silence }"}}';
    same.raw.send(frame);
    same.raw.send(frame);
    expect((await same.closed).code).toBe(4409);
  });

  it('answers a query with next and complete, which frees its id, and not at all once the client has completed it', async () => {
    const socket = await connect();
    const frames: { readonly id?: string }[] = [];
    socket.raw.on('message', (data) => frames.push(JSON.parse(String(data))));
    const ask = (id: string, query: string): void => socket.raw.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));
    ask('dropped', '{ never }');
    socket.raw.send('{"id":"dropped","type":"complete"}');
    ask('"kept"', '{ never }');
    await socket.request('{ hello }');
    expect(open.size).toBe(2);
    releaseAll();
    ask('dropped', '{ hello }');
    ask('wrong', '{ hello');
    ask('"kept"', '{ hello }');
    await eventually('the last answer', async () => frames.filter(({ id }) => id === '"kept"').length === 4);
    const mine = ['dropped', '"kept"', 'wrong'].map((id) => frames.filter((frame) => frame.id === id));
    const answers = (id: string, data: object) => [{ id, type: 'next', payload: { data } }, { id, type: 'complete' }];
    expect(mine).toEqual([
      answers('dropped', { hello: 'hello' }),
      [...answers('"kept"', { never: 'late' }), ...answers('"kept"', { hello: 'hello' })],
      [{ id: 'wrong', type: 'error', payload: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'QUERY_INVALID' }) })] }],
    ]);
  });

  it('the id of a query that is under way is taken, and closes the socket with 4409', async () => {
    const socket = await connect();
    for (let n = 0; n < 2; n += 1) socket.raw.send('{"id":"same","type":"subscribe","payload":{"query":"{ never }"}}');
    expect((await socket.closed).code).toBe(4409);
  });

  it('answers the client’s ping', async () => {
    const socket = await connect();
    socket.raw.send('{"type":"ping"}');
    await socket.request('{ hello }');
    expect(socket.frames).toContainEqual({ type: 'pong' });
  });
});

describe('credentials of a socket', () => {
  it.each([
    ['no token', {}, 'UNAUTHENTICATED'],
    ['a token that is no text', { token: 7 }, 'UNAUTHENTICATED'],
    ['a forged token', { token: 'a.b.c' }, 'UNAUTHENTICATED'],
  ])('R64 R176: %s is refused with 4403', async (_name, payload, reason) => {
    await expect(connectSocket(server.url, payload)).rejects.toThrow(`4403 ${reason}`);
  });

  it('R176: an expired token is refused with its own reason', async () => {
    const world = await seed(server).ready();
    await expect(connectSocket(server.url, { token: await world.token('ada', 'client', -60) })).rejects.toThrow('4403 TOKEN_EXPIRED');
  });

  it('R176: the socket ends when its token does, and not before', async () => {
    const clock = createTestClock();
    const timed = await startServer({ options: { schema: trialSchema }, clock });
    try {
      const world = await seed(timed).ready();
      const socket = await connectSocket(timed.url, { token: await world.token('ada', 'client', 40) });
      await clock.advance(39_000);
      expect((await socket.request('{ hello }')).data).toEqual({ hello: 'hello' });
      await clock.advance(1_001);
      expect(await socket.closed).toEqual({ code: 4403, reason: 'TOKEN_EXPIRED' });
    } finally {
      await timed.close();
    }
  });
});

describe('origins', () => {
  it('R165: a page that no site allows is refused at the upgrade with 403', async () => {
    const strict = await startServer({ options: { schema: trialSchema } });
    try {
      await expect(connectSocket(strict.url, { token }, { origin: 'https://evil.example' })).rejects.toThrow('403');
      const same = new URL(strict.url);
      await expect(connectSocket(strict.url, { token }, { origin: `http://${same.host}` })).rejects.toThrow('4403 UNAUTHENTICATED');
    } finally {
      await strict.close();
    }
  });
});

describe('a slow socket', () => {
  it('P7: is held back, takes no memory, and harms nobody else', async () => {
    const slow = await connect();
    const quick = await connect();
    slow.raw.pause();
    slow.raw.send('{"id":"f","type":"subscribe","payload":{"query":"subscription { flood }"}}');
    const pulled: number[] = [];
    // Each round trip of the quick one is a chance for the flood to go on.
    for (let round = 0; round < 400; round += 1) {
      expect((await quick.request('{ hello }')).data).toEqual({ hello: 'hello' });
      pulled.push(flooded);
    }
    // What the machine's own buffers take is a few megabytes: 64 kB each.
    expect(flooded).toBeGreaterThan(4);
    expect(flooded).toBeLessThan(400);
    expect(pulled.at(-1)).toBe(pulled.at(-100));
    slow.raw.resume();
    const before = flooded;
    while (flooded <= before) await quick.request('{ hello }');
    slow.raw.terminate();
  });
});

describe('limits of sockets', () => {
  it('R178: a user’s sockets are counted, and free again when closed', async () => {
    for (let index = 0; index < 4; index += 1) await connect();
    await expect(connectSocket(server.url, { token })).rejects.toThrow('4429 LIMIT_EXCEEDED');
    const [first] = sockets;
    await first?.close();
    await eventually('a place', () => connect().then(() => true, () => false));
  });

  it('R178: a socket has no more than its subscriptions, and may open another when one ends', async () => {
    const socket = await connect();
    const feeds = [1, 2, 3].map(() => socket.subscribe('subscription { silence }'));
    const [error] = await socket.subscribe('subscription { silence }').ended;
    expect(error?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', details: { limit: 'subscriptionsPerSocket', max: 3 } });
    expect(error?.extensions?.['retryAfterMs']).toBeGreaterThan(0);
    feeds[0]?.stop();
    await socket.request('{ hello }');
    const again = socket.subscribe('subscription { failing }');
    expect(codeOf(await again.ended)).toBe('RESYNC_REQUIRED');
  });

  it('R178: a socket has no more than its operations under way', async () => {
    const socket = await connect();
    const waiting = [1, 2, 3, 4, 5].map(() => socket.request('{ never }'));
    const { errors } = await socket.request('{ hello }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', details: { limit: 'operationsPerSocket' } });
    releaseAll();
    await Promise.all(waiting);
    expect((await socket.request('{ hello }')).data).toEqual({ hello: 'hello' });
  });

  it('R178: an address has no more than its sockets', async () => {
    const tight = await startServer({ options: { schema: trialSchema }, config: { limits: { socketsPerIp: 1 } } });
    try {
      const world = await seed(tight).client('ada').ready();
      const first = await world.people.ada.socket();
      await expect(world.people.ada.socket()).rejects.toThrow('429');
      await first.close();
      await world.close();
    } finally {
      await tight.close();
    }
  });
});

describe('the end of a server', () => {
  it('P1: sends its sockets elsewhere with 1012 and finishes what is under way', async () => {
    const ending = await startServer({ options: { schema: trialSchema } });
    const world = await seed(ending).client('ada').ready();
    const socket = await world.people.ada.socket();
    await ending.close();
    expect(await socket.closed).toEqual({ code: 1012, reason: 'RESTARTING' });
  });

  it('R176: a user who is deactivated loses the socket at once', async () => {
    const world = await seed(server).client('cleo').ready();
    const socket = await world.people.cleo.socket();
    const { announceChange } = await import('../modules/identity/index.js');
    announceChange(server.deps, { siteId: world.site.id, userId: world.people.cleo.id, endsSessions: true });
    expect(await socket.closed).toEqual({ code: 4403, reason: 'UNAUTHENTICATED' });
  });
});
