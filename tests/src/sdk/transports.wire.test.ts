import { readFileSync } from 'node:fs';
import { guestToken, memoryStorage } from '@parley/sdk';
import type { ChatClientOptions, ConnectionState, ConnectionStatus, ReadableStore, TransportKind } from '@parley/sdk';
import { createTestClock, eventually, seed, startServer, type TestServer } from '@parley/server/testing';
import { WebSocket } from 'ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clientsOf, numbered, texts } from './clients.js';
import { until } from './until.js';

let server: TestServer;
const clients = clientsOf(() => server);
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.close();
});
afterEach(() => clients.closeAll());

const world = () => seed(server).client('clara').provider('paul').booking('van').ready();

/** A network that lets no WebSocket through, until it is opened. */
function withoutSockets() {
  const gate = { isShut: true };
  class Shut extends WebSocket {
    constructor(url: string, protocols?: string | string[]) {
      super(gate.isShut ? 'ws://127.0.0.1:1' : url, protocols);
    }
  }
  return { gate, webSocketImpl: Shut };
}

/** A network that answers requests but holds streams back for ever. */
const withoutStreams: typeof fetch = (input, init) => {
  const accept = new Headers(init?.headers).get('accept') ?? '';
  if (!accept.startsWith('text/event-stream')) return fetch(input, init);
  return new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => {
      reject(new Error('aborted'));
    });
  });
};

/** Every status that a connection had. */
function statuses(store: ReadableStore<ConnectionState>): ConnectionStatus[] {
  const seen: ConnectionStatus[] = [];
  store.subscribe(() => {
    const { status } = store.getSnapshot();
    if (seen.at(-1) !== status) seen.push(status);
  });
  return seen;
}

async function talk(options: Partial<ChatClientOptions>, expected: TransportKind) {
  const { people, bookings } = await world();
  const id = bookings.van.conversationId;
  const client = clients.make(people.clara.token, options);
  const mine = client.conversation(id);
  const inbox = client.inbox();
  const theirs = clients.make(people.paul.token).conversation(id);
  mine.retain();
  inbox.retain();
  theirs.retain();
  await until(client.connection, (state) => state.status === 'connected' && state.transport === expected);
  await until(mine, (state) => state.status === 'ready' && state.syncStatus === 'synced');
  for (const text of numbered(5, 'mine')) await mine.send(text);
  for (const text of numbered(5, 'theirs')) await theirs.send(text);
  const all = [...numbered(5, 'mine'), ...numbered(5, 'theirs')];
  expect(texts(await until(mine, (state) => texts(state).length === 10))).toEqual(all);
  expect(texts(await until(theirs, (state) => texts(state).length === 10))).toEqual(all);
  await until(inbox, (state) => state.entries[0]?.conversation.lastMessage?.text === 'theirs 5');
  await until(theirs, (state) => state.messages.at(-1)?.status === 'delivered');
  return { client, mine, theirs, id };
}

describe('what carries the feeds', () => {
  it('R92: a WebSocket, where one passes', async () => {
    await talk({}, 'websocket');
  });

  it('R96 P4: server-sent events where no WebSocket passes, and a WebSocket again once it does', async () => {
    const { gate, webSocketImpl } = withoutSockets();
    const { client, mine, theirs } = await talk({ webSocketImpl, timing: { reprobeMs: 300 } }, 'sse');
    const seen = statuses(client.connection);
    gate.isShut = false;
    await until(client.connection, (state) => state.transport === 'websocket');
    await theirs.send('and now?');
    await until(mine, (state) => texts(state).length === 11);
    expect(seen.filter((status) => status !== 'connected')).toEqual([]);
  });

  it('R96 P4: polling where neither passes', async () => {
    const { webSocketImpl } = withoutSockets();
    await talk({ webSocketImpl, fetch: withoutStreams, timing: { firstItemMs: 300 } }, 'polling');
  });

  it('R96: over server-sent events, who hears an item may close the client at once, and nothing is rejected that nobody hears', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => void unheard.push(reason);
    process.on('unhandledRejection', hear);
    try {
      const { people, bookings } = await world();
      const theirs = clients.make(people.paul.token).conversation(bookings.van.conversationId);
      for (let turn = 1; turn <= 5; turn += 1) {
        const client = clients.make(people.clara.token, { transport: 'sse' });
        const mine = client.conversation(bookings.van.conversationId);
        const closed = new Promise<void>((resolve) => {
          mine.subscribe(() => {
            if (texts(mine.getSnapshot()).at(-1) === `turn ${turn}`) resolve(client.close());
          });
        });
        await until(mine, (state) => state.status === 'ready');
        await theirs.send(`turn ${turn}`);
        await closed;
      }
      // Node tells of them once a turn of its loop is over.
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      expect(unheard).toEqual([]);
    } finally {
      process.off('unhandledRejection', hear);
    }
  });

  it('R96: a transport that was chosen is the only one tried', async () => {
    await talk({ transport: 'sse' }, 'sse');
    await talk({ transport: 'polling' }, 'polling');
  });
});

describe('tokens', () => {
  it('R94: a token is replaced before it ends, and the connection does not break', async () => {
    const { people, bookings, token } = await world();
    let asked = 0;
    // A clock that is ahead finds two thirds of a minute over after two seconds: the server has time to spare, whatever the machine does.
    const client = clients.make(
      () => {
        asked += 1;
        return token('clara', 'client', 60);
      },
      { clock: { now: () => Date.now() + 38_000, setTimeout: (run, ms) => setTimeout(run, ms), clearTimeout, random: Math.random } },
    );
    const mine = client.conversation(bookings.van.conversationId);
    mine.retain();
    await until(mine, (state) => state.status === 'ready');
    const seen = statuses(client.connection);
    const theirs = clients.make(people.paul.token).conversation(bookings.van.conversationId);
    const sent = numbered(10);
    for (const text of sent) {
      await theirs.send(text);
      await eventually('a second token', () => asked >= 2 || text !== sent[4]);
    }
    await eventually('a third token', () => asked >= 3);
    await until(mine, (state) => texts(state).length === 10);
    expect(texts(mine.getSnapshot())).toEqual(sent);
    expect(seen.filter((status) => status !== 'connected')).toEqual([]);
  });

  it('R94 P4: a socket that the server ends with the token comes back with a new one', async () => {
    const turned = createTestClock();
    const timed = await startServer({ clock: turned });
    const { people, bookings, token, close } = await seed(timed).client('clara').provider('paul').booking('van').ready();
    let asked = 0;
    // A clock that is an hour slow believes that the token is good for long.
    const clock = { now: () => turned.now().getTime() - 3_600_000, setTimeout: (run: () => void, ms: number) => setTimeout(run, ms), clearTimeout, random: Math.random };
    const client = clients.make(
      () => {
        asked += 1;
        return token('clara', 'client', asked === 1 ? 60 : 600);
      },
      { url: timed.url, clock },
    );
    const mine = client.conversation(bookings.van.conversationId);
    mine.retain();
    await until(mine, (state) => state.status === 'ready');
    const isLost = until(client.connection, (state) => state.status === 'reconnecting');
    await turned.advance(60_001);
    await isLost;
    const theirs = clients.make(people.paul.token, { url: timed.url, clock }).conversation(bookings.van.conversationId);
    await theirs.send('still there?');
    await until(mine, (state) => texts(state).length === 1 && state.syncStatus === 'synced');
    expect(client.connection.getSnapshot().status).toBe('connected');
    expect(asked).toBe(2);
    await clients.closeAll();
    await close();
    await timed.close();
  });

  it('R94: a fixed token that is over, forged or missing fails with its code, and connect() tries again', async () => {
    const { people, token } = await world();
    const client = clients.make(`${people.clara.token.slice(0, -4)}AAAA`);
    client.connect();
    const state = await until(client.connection, (now) => now.status === 'failed');
    expect(state.error?.code).toBe('UNAUTHENTICATED');
    let isGood = false;
    const other = clients.make(async () => {
      if (!isGood) throw new Error('the host is down');
      return token('clara', 'client', 60);
    });
    other.connect();
    await until(other.connection, (now) => now.status === 'reconnecting' && now.error?.code === 'NETWORK_ERROR');
    isGood = true;
    await until(other.connection, (now) => now.status === 'connected');
  });
});

describe('who is signed in', () => {
  it('a back-end with an API key is a client like others, under the name of the system user', async () => {
    const { service, bookings } = await world();
    const client = clients.make(service.credential ?? '');
    const conversation = client.conversation(bookings.van.conversationId);
    conversation.retain();
    await until(conversation, (state) => state.status === 'ready');
    expect(client.viewer.getSnapshot()?.role).toBe('SYSTEM');
    expect(conversation.getSnapshot()).toMatchObject({ me: null, canSend: false });
  });

  it('R3 R4 R5: a guest needs no server of the host: the token function starts the session and finds the same guest again', async () => {
    const { site } = await world();
    const storage = memoryStorage();
    const options = { url: server.url, siteKey: site.publicKey, storage, displayName: 'Visitor' };
    const guest = async () => {
      const client = clients.make(guestToken(options));
      client.connect();
      return until(client.viewer, (viewer) => viewer !== null);
    };
    const first = await guest();
    expect(first).toMatchObject({ isGuest: true, displayName: 'Visitor' });
    expect((await guest())?.id).toBe(first?.id);
  });
});

describe('epochs', () => {
  it('P4: a position of another database is a clean reset', async () => {
    const { people, bookings } = await world();
    const id = bookings.van.conversationId;
    let isRestored = false;
    // A client that comes from before a restore names the epoch of another database.
    const stale: typeof fetch = (input, init) => {
      const epoch = mine.getSnapshot().epoch;
      const body = isRestored && epoch !== null && typeof init?.body === 'string' ? init.body.replaceAll(epoch, 'another') : init?.body;
      if (body !== init?.body) isRestored = false;
      return fetch(input, { ...init, ...(body === undefined ? {} : { body }) });
    };
    const client = clients.make(people.clara.token, { transport: 'polling', fetch: stale });
    const mine = client.conversation(id);
    const resets: string[] = [];
    client.onReset(({ conversationId, reason }) => resets.push(`${conversationId} ${reason}`));
    mine.retain();
    await mine.send('before');
    await until(mine, (state) => texts(state).length === 1);
    const shown: string[] = [];
    mine.subscribe(() => shown.push(mine.getSnapshot().syncStatus));
    isRestored = true;
    await eventually('a reset', () => resets.length > 0);
    await until(mine, (state) => state.syncStatus === 'synced');
    expect(resets).toEqual([`${id} EPOCH_CHANGED`]);
    expect(shown).toContain('resetting');
    expect(texts(mine.getSnapshot())).toEqual(['before']);
  });
});

it('the manifest of documents is what the generated operations send', async () => {
  const manifest: Record<string, string> = JSON.parse(readFileSync(new URL('../../../packages/sdk-js/src/generated/documents.json', import.meta.url), 'utf8'));
  const { UnreadDocument } = await import('@parley/sdk/operations');
  expect(Object.entries(manifest).find(([hash]) => hash.startsWith(UnreadDocument.hash))?.[1]).toBe(UnreadDocument.text);
});
