import type { WebSocket } from 'ws';
import type { BenchClient, FeedStart, OnMessage } from '../client.js';
import { frameText, numberAfter } from '../frame.js';
import { closedOf, openSocket } from './open-socket.js';
import { readPage } from './page.js';

interface Settle<Value> {
  resolve(value: Value): void;
  reject(error: Error): void;
}

/** Connects to the floor. */
export async function connectFloor(node: { readonly url: string; readonly wsUrl: string }, credential: string): Promise<BenchClient> {
  const ws = await openSocket(node.wsUrl);
  const client = floorClient(ws, node.url, credential);
  await new Promise<void>((resolve, reject) => {
    ws.once('message', () => resolve());
    ws.once('close', (code) => reject(new Error(`the floor closed the socket with ${code}`)));
    ws.send(JSON.stringify({ t: 'hello', token: credential }));
  });
  return client;
}

function floorClient(ws: WebSocket, url: string, credential: string): BenchClient {
  const acks = new Map<number, Settle<number>>();
  const starts = new Map<string, Settle<FeedStart>>();
  const feeds = new Map<string, OnMessage>();
  let sent = 0;

  ws.on('message', (data) => {
    const frame = frameText(data);
    if (frame.startsWith('{"t":"message"')) {
      const end = frame.indexOf('"', 20);
      feeds.get(frame.slice(20, end))?.(numberAfter(frame, '"seq":', end), numberAfter(frame, '"text":"m', end), frame.length);
    } else if (frame.startsWith('{"t":"ack"')) {
      const id = numberAfter(frame, '"id":');
      acks.get(id)?.resolve(numberAfter(frame, '"seq":'));
      acks.delete(id);
    } else if (frame.startsWith('{"t":"following"')) {
      const { c, seq }: { c: string; seq: number } = JSON.parse(frame);
      starts.get(c)?.resolve({ seq });
    } else if (frame.startsWith('{"t":"refused"')) {
      const { c, id }: { c?: string; id?: number } = JSON.parse(frame);
      const settle = id === undefined ? starts.get(c ?? '') : acks.get(id);
      settle?.reject(new Error('refused'));
    }
  });
  const closed = closedOf(ws);
  void closed.then((error) => {
    for (const settle of [...acks.values(), ...starts.values()]) settle.reject(error);
  });

  const follow = (conversation: string, after: number | null, onMessage: OnMessage): Promise<FeedStart> =>
    new Promise((resolve, reject) => {
      feeds.set(conversation, onMessage);
      starts.set(conversation, { resolve, reject });
      ws.send(JSON.stringify({ t: 'follow', c: conversation, after }));
    });

  return {
    closed,
    subscribe: (conversation, onMessage) => follow(conversation, null, onMessage),
    resume: follow,
    send: (conversation, text) =>
      new Promise((resolve, reject) => {
        const id = (sent += 1);
        acks.set(id, { resolve, reject });
        ws.send(JSON.stringify({ t: 'send', id, c: conversation, clientId: `${id}`, text }));
      }),
    page: (conversation) => readPage({ url: `${url}/page?conversation=${conversation}`, credential }),
    async close() {
      ws.close();
      await closed;
    },
    cut: () => ws.terminate(),
  };
}
