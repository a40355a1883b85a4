/** More than a node can serve: what it takes it keeps, what it refuses it did not do, and clients bring the rest later. */
import { SendMessageDocument } from '@parley/sdk/operations';
import { connectSocket, eventually, seed, startServer, within, type TestServer } from '@parley/server/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clientsOf, numbered, texts } from './clients.js';
import { until } from './until.js';

const AT_ONCE = 40;
const WAITING = 10;
let server: TestServer;
const clients = clientsOf(() => server);
beforeAll(async () => {
  server = await startServer({ config: { limits: { operations: AT_ONCE, waitingSends: WAITING, sendWaitMs: 60_000 } } });
});
afterAll(() => server.close());
afterEach(() => clients.closeAll());

const idOf = (text: string): string => text.replaceAll(' ', '-');
const world = () => seed(server).client('clara').provider('paul').booking('van').ready();

/** Operations refused so far. */
async function shed(): Promise<number> {
  const metrics = await (await fetch(server.url.replace('/graphql', '/metrics'))).text();
  return [...metrics.matchAll(/^parley_shed_total\{limit="(?:operations|waitingSends)"\} (\d+)/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Lets nothing be written to these conversations until the answer is called. */
async function hold(...conversationIds: string[]): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  let isHeld = (): void => undefined;
  const held = new Promise<void>((resolve) => (isHeld = resolve));
  const done = server.db.transaction(async (tx) => {
    await tx.raw('SELECT id FROM conversation WHERE id = ANY($1) FOR UPDATE', [conversationIds]);
    isHeld();
    await new Promise<void>((resolve) => (release = resolve));
  });
  await held;
  return async () => {
    release();
    await done;
  };
}

describe('a burst of twenty times what a node takes at once', () => {
  it('P1 P3: what is accepted is there once, what is refused is not there and says when to try again, and afterwards all is accepted', async () => {
    const { people, bookings } = await world();
    const { conversationId } = bookings.van;
    const sockets = await Promise.all(Array.from({ length: 20 }, () => connectSocket(server.url, { token: people.clara.token })));
    const before = await shed();
    const free = await hold(conversationId);
    const burst = sockets.flatMap((socket, place) =>
      numbered(AT_ONCE, `${place} burst`).map(async (text) => ({
        text,
        answer: await socket.request(SendMessageDocument, { input: { conversationId, clientId: idOf(text), text } }),
      })),
    );
    await eventually('the surplus to be refused', async () => (await shed()) - before >= 19 * AT_ONCE);
    await free();
    const outcomes = await within(Promise.all(burst), 'an answer to each');
    const accepted = outcomes.filter(({ answer }) => answer.data).map(({ text }) => text);
    const refusals = outcomes.flatMap(({ answer }) => answer.errors ?? []);
    expect(accepted.length + refusals.length).toBe(20 * AT_ONCE);
    expect(accepted.length).toBeGreaterThanOrEqual(WAITING);
    expect(accepted.length).toBeLessThanOrEqual(AT_ONCE);
    for (const { extensions } of refusals) {
      expect(extensions).toMatchObject({ code: 'OVERLOADED', retry: 'after', details: { limit: expect.stringMatching(/^(operations|waitingSends)$/) } });
      expect(extensions?.['retryAfterMs']).toBeGreaterThanOrEqual(1_000);
    }
    // A refusal costs no connection.
    expect(sockets.map(({ raw }) => raw.readyState)).toEqual(sockets.map(() => 1));

    const kept = await server.db.prisma.message.findMany({ where: { conversationId, kind: 'text' }, select: { text: true, seq: true } });
    expect(kept.map(({ text }) => text).sort()).toEqual([...accepted].sort());
    for (const [place, socket] of sockets.entries()) {
      const text = `after ${place}`;
      expect((await socket.request(SendMessageDocument, { input: { conversationId, clientId: idOf(text), text } })).errors).toBeUndefined();
    }
    for (const socket of sockets) await socket.close();
  });

  it('R94 R95 P1 P2 P3: what SDK clients could not send arrives later, once and in order', async () => {
    const worlds = [await world(), await world()];
    const writers = worlds.flatMap(({ people: { clara, paul }, bookings }) => [clara, paul].map(({ token }) => ({ token, id: bookings.van.conversationId })));
    // Many devices of each, so that far more is sent at once than may wait.
    const devices = writers.flatMap((writer, place) => Array.from({ length: 12 }, (_, device) => ({ ...writer, name: `writer ${place}, device ${device}:` })));
    const before = await shed();
    const free = await hold(...worlds.map(({ bookings }) => bookings.van.conversationId));
    const sent = devices.map(({ token, id, name }) => {
      const conversation = clients.make(token).conversation(id);
      return Promise.all(numbered(3, name).map((text) => conversation.send(text)));
    });
    await eventually('a send to be refused', async () => (await shed()) > before);
    await free();
    await within(Promise.all(sent), 'everything to be sent', 120_000);
    for (const { id, token } of writers) {
      const all = devices.filter((device) => device.id === id).flatMap(({ name }) => numbered(3, name));
      const reader = clients.make(token).conversation(id);
      reader.retain();
      await until(reader, (state) => state.status === 'ready');
      while (reader.getSnapshot().hasMore) await reader.loadMore();
      expect(texts(reader.getSnapshot()).sort()).toEqual([...all].sort());
      for (const { name } of devices.filter((device) => device.id === id)) {
        expect(texts(reader.getSnapshot()).filter((text) => text.startsWith(name))).toEqual(numbered(3, name));
      }
    }
  });
});
