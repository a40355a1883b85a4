import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { systemClock } from '../clock.js';
import { DEFAULT_TIMING } from '../timing.js';
import { openSocket, type SocketEnd } from './socket.js';

let server: WebSocketServer | null = null;
afterEach(() => {
  for (const socket of server?.clients ?? []) socket.terminate();
  server?.close();
});

/** A server that answers each kind of message with the given ones, and connects a client to it. */
async function connectTo(answers: (type: string) => readonly string[]): Promise<SocketEnd> {
  const started = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' });
  server = started;
  await new Promise((resolve) => started.once('listening', resolve));
  started.on('connection', (socket) => {
    socket.on('message', (data) => {
      const type = /"type":"(\w+)"/.exec(String(data))?.[1] ?? '';
      for (const answer of answers(type)) socket.send(`{"type":"${answer}"}`);
    });
  });
  const { port }: AddressInfo = portOf(started.address());
  return new Promise((resolve) => {
    openSocket({
      url: `ws://127.0.0.1:${port}`,
      token: 'token',
      implementation: WebSocket,
      clock: systemClock,
      timing: { ...DEFAULT_TIMING, pingIntervalMs: 20, pingTimeoutMs: 2_000 },
      onOpen: () => undefined,
      onLeaving: () => undefined,
      onEnd: resolve,
    });
  });
}

function portOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address;
}

it('R94: a link that goes silent is noticed, also when something else came between the ping and its answer', async () => {
  let pings = 0;
  const end = await connectTo((type) => {
    if (type === 'connection_init') return ['connection_ack'];
    if (type !== 'ping') return [];
    pings += 1;
    // The second ping meets a link that carries one more message and then nothing.
    return pings === 1 ? ['pong'] : pings === 2 ? ['ping'] : [];
  });
  expect(end.wasOpen).toBe(true);
  expect(pings).toBe(2);
});
