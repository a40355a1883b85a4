/** Nodes that are replaced one after the other while everybody goes on writing. */
import type { ChatClient, ConversationHandle } from '@parley/sdk';
import { addReaction, unread } from '@parley/sdk/operations';
import { currentStack, seed, startServer, within, type TestServer } from '@parley/server/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBalancer, type Balancer } from './balancer.js';
import { clientsOf, texts } from './clients.js';
import { until } from './until.js';

const DRAIN_MS = 8_000;

describe.runIf(currentStack() === 'cluster')('a rolling restart under load', () => {
  let server: TestServer;
  let balancer: Balancer;
  const clients = clientsOf(() => server);
  beforeAll(async () => {
    server = await startServer({ nodes: 2, config: { drainMs: DRAIN_MS } });
    balancer = await startBalancer();
    for (const node of server.nodes) balancer.add(node.url);
  });
  afterAll(async () => {
    await clients.closeAll();
    await balancer.close();
    await server.close();
  });

  /** Writes one message after the other, and asks for this and that in between, until told to stop. */
  async function write(client: ChatClient, handle: ConversationHandle, of: { name: string; isOver: () => boolean }): Promise<string[]> {
    const sent: string[] = [];
    while (!of.isOver() || sent.length < 10) {
      const text = `${of.name} ${sent.length + 1}`;
      const [message] = await Promise.all([handle.send(text), unread(client)]);
      await addReaction(client, { messageId: message.id, emoji: '👍' });
      sent.push(text);
    }
    return sent;
  }

  it('R94 R95 P1 P2 P3 P4: no send and no request fails, no client is ever without a connection, nothing is lost or twice', async () => {
    const { people, bookings } = await seed(server).client('ada').client('bea').provider('cem').provider('dan').booking('van', { client: 'ada', provider: 'cem' }).booking('car', { client: 'bea', provider: 'dan' }).ready();
    const places = [
      { token: people.ada.token, id: bookings.van.conversationId },
      { token: people.cem.token, id: bookings.van.conversationId },
      { token: people.bea.token, id: bookings.car.conversationId },
      { token: people.dan.token, id: bookings.car.conversationId },
    ];
    const lapses: string[] = [];
    const writers = places.map(({ token, id }, index) => {
      const client = clients.make(token, { url: balancer.url, timing: { pingIntervalMs: 12_000 } });
      const handle = client.conversation(id);
      handle.retain();
      return { client, handle, id, name: `writer ${index}` };
    });
    for (const { client, handle, name } of writers) {
      await until(handle, (state) => state.status === 'ready');
      client.connection.subscribe(() => {
        const { status } = client.connection.getSnapshot();
        if (status !== 'connected') lapses.push(`${name} was ${status}`);
      });
    }
    let isOver = false;
    const written = Promise.all(writers.map(({ client, handle, name }) => write(client, handle, { name, isOver: () => isOver })));
    // Awaited below, where a failure is told.
    written.catch(() => undefined);
    const before = server.nodes;
    for (const node of before) {
      balancer.add((await server.addNode()).url);
      await within(node.close(), 'the node to be empty', DRAIN_MS + 60_000);
    }
    isOver = true;
    const sent = await within(written, 'the last answers');

    expect(lapses).toEqual([]);
    for (const { handle, id } of writers) {
      const everything = writers.flatMap((writer, other) => (writer.id === id ? (sent[other] ?? []) : []));
      const state = await until(handle, (now) => texts(now).length >= everything.length && now.syncStatus === 'synced');
      expect([...texts(state)].sort()).toEqual([...everything].sort());
      for (const [other, writer] of writers.entries()) {
        if (writer.id === id) expect(texts(state).filter((text) => text.startsWith(writer.name))).toEqual(sent[other]);
      }
    }
  });
});
