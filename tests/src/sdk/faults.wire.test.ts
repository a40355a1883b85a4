import { memoryStorage, type ChatClient, type ConnectionState } from '@parley/sdk';
import { faultProxy, seed, startServer, within, type FaultProxy, type TestServer } from '@parley/server/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clientsOf, numbered, QUICK, texts } from './clients.js';
import { until } from './until.js';

let server: TestServer;
let proxy: FaultProxy;
const clients = clientsOf(() => server, QUICK);
beforeAll(async () => {
  server = await startServer();
  proxy = await faultProxy({ port: Number(new URL(server.url).port) });
});
afterAll(async () => {
  await proxy.close();
  await server.close();
});
afterEach(async () => {
  proxy.set('ok');
  await clients.closeAll();
});

const world = () => seed(server).client('clara').provider('paul').booking('van').ready();
const isConnected = (state: ConnectionState) => state.status === 'connected';
const lost = (client: ChatClient) => until(client.connection, (state) => state.status !== 'connected');

/** Two people, one of them behind the bad link. */
async function pair() {
  const { people, bookings } = await world();
  const id = bookings.van.conversationId;
  const far = clients.make(people.clara.token, { url: proxy.through(server.url) });
  const near = clients.make(people.paul.token);
  const there = far.conversation(id);
  const here = near.conversation(id);
  there.retain();
  here.retain();
  await until(there, (state) => state.status === 'ready');
  await until(here, (state) => state.status === 'ready');
  return { far, near, there, here, id, people };
}

describe('a bad link', () => {
  it('R94 P4: a feed goes on where it stopped after resets, black holes, half-open and refused links: nothing lost, nothing twice', async () => {
    const { far, there, here } = await pair();
    const seen: number[] = [];
    there.subscribe(() => {
      const last = there.getSnapshot().messages.at(-1);
      if (last?.seq && seen.at(-1) !== last.seq) seen.push(last.seq);
    });
    const all: string[] = [];
    for (const fault of ['cut', 'blackhole', 'halfOpen', 'refuse', 'cut'] as const) {
      const before = numbered(5, `before ${fault} ${all.length}:`);
      for (const text of before) await here.send(text);
      if (fault === 'cut') proxy.cut();
      else proxy.set(fault);
      await lost(far);
      const during = numbered(5, `during ${fault} ${all.length}:`);
      for (const text of during) await here.send(text);
      proxy.set('ok');
      // What was carried into a black hole stays half done, so those links end now.
      proxy.cut();
      all.push(...before, ...during);
      const state = await until(there, (now) => texts(now).length === all.length && now.syncStatus === 'synced');
      expect(texts(state)).toEqual(all);
    }
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('R95 P1 P3: what was sent while the answer was lost is there once, and in order', async () => {
    const { there, here } = await pair();
    proxy.set('halfOpen');
    const sent = numbered(3).map((text) => there.send(text));
    // The first got through to the server; its answer did not come back.
    await until(here, (state) => texts(state).length === 1);
    expect(there.getSnapshot().messages.filter((message) => message.isOwn).map((message) => message.status)).toEqual(['sending', 'sending', 'sending']);
    proxy.set('ok');
    proxy.cut();
    await within(Promise.all(sent), 'the answers');
    const state = await until(here, (now) => texts(now).length >= 3);
    expect(texts(state)).toEqual(numbered(3));
    await until(there, (now) => texts(now).length === 3 && now.messages.every((message) => message.seq !== null));
    expect(texts(there.getSnapshot())).toEqual(numbered(3));
  });

  it('R94 R97 P3: messages written without a link outlive a reload and arrive once, in order', async () => {
    const { people, bookings } = await world();
    const id = bookings.van.conversationId;
    const storage = memoryStorage();
    proxy.set('refuse');
    const first = clients.make(people.clara.token, { url: proxy.through(server.url), storage });
    const abandoned = numbered(4).map((text) => first.conversation(id).send(text));
    const outcomes = Promise.allSettled(abandoned);
    await until(first.connection, (state) => state.error !== null);
    await first.close();
    expect((await outcomes).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);

    proxy.set('ok');
    const second = clients.make(people.clara.token, { url: proxy.through(server.url), storage });
    const again = second.conversation(id);
    again.retain();
    const state = await until(again, (now) => texts(now).length === 4 && now.messages.every((message) => message.seq !== null));
    expect(texts(state)).toEqual(numbered(4));
    await second.close();
    const third = clients.make(people.clara.token, { storage }).conversation(id);
    third.retain();
    expect(texts(await until(third, (now) => now.status === 'ready'))).toEqual(numbered(4));
  });

  it('R95: what the server refuses is put aside with its error, and the next message is sent all the same', async () => {
    const { there, here } = await pair();
    const bad = there.send('x'.repeat(20_000));
    const good = there.send('fine');
    await expect(bad).rejects.toMatchObject({ code: 'MESSAGE_TOO_LONG' });
    await good;
    const state = await until(there, (now) => now.messages.some((message) => message.status === 'failed'));
    const failed = state.messages.find((message) => message.status === 'failed');
    expect(failed?.error?.code).toBe('MESSAGE_TOO_LONG');
    failed?.discard();
    await until(there, (now) => now.messages.every((message) => message.status !== 'failed'));
    expect(texts(await until(here, (now) => texts(now).length === 1))).toEqual(['fine']);
  });

  it('R94: a server that does not answer at all is noticed, and the client says so', async () => {
    const { people } = await world();
    proxy.set('blackhole');
    const client = clients.make(people.clara.token, { url: proxy.through(server.url), timing: { connectTimeoutMs: 300, requestTimeoutMs: 300, suspendAfterMs: 700 } });
    client.connect();
    await until(client.connection, (state) => state.status === 'reconnecting' && state.error !== null);
    await until(client.connection, (state) => state.status === 'suspended');
    proxy.set('ok');
    proxy.cut();
    client.connect();
    await until(client.connection, isConnected);
  });
});
