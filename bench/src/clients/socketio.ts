import type { WebSocket } from 'ws';
import type { BenchClient, FeedStart, OnMessage } from '../client.js';
import { frameText, numberAfter } from '../frame.js';
import { closedOf, openSocket } from './open-socket.js';
import { readPage } from './page.js';

interface Settle {
  resolve(frame: string): void;
  reject(error: Error): void;
}

interface Feed {
  readonly onMessage: OnMessage;
  /** What comes before the answer that says what was missed; null after it. */
  held: Parameters<OnMessage>[] | null;
}

/** Connects to the Socket.IO server: packets of Engine.IO 4 and Socket.IO 5, by WebSocket at once. */
export async function connectSocketio(node: { readonly url: string; readonly wsUrl: string }, credential: string): Promise<BenchClient> {
  const ws = await openSocket(node.wsUrl);
  const client = socketioClient(ws, node.url, credential);
  await new Promise<void>((resolve, reject) => {
    const onPacket = (data: Parameters<typeof frameText>[0]): void => {
      const packet = frameText(data);
      if (packet.startsWith('40')) {
        ws.off('message', onPacket);
        resolve();
      } else if (packet.startsWith('44')) {
        reject(new Error(packet));
      }
    };
    ws.on('message', onPacket);
    ws.once('close', (code) => reject(new Error(`the Socket.IO server closed the socket with ${code}`)));
    ws.send(`40${JSON.stringify({ token: credential })}`);
  });
  return client;
}

function socketioClient(ws: WebSocket, url: string, credential: string): BenchClient {
  const asked = new Map<number, Settle>();
  const feeds = new Map<string, Feed>();
  let count = 0;

  ws.on('message', (data) => {
    const packet = frameText(data);
    if (packet.startsWith('42["message",{"conversation":"')) {
      const end = packet.indexOf('"', 30);
      const feed = feeds.get(packet.slice(30, end));
      if (!feed) return;
      const seq = numberAfter(packet, '"seq":', end);
      const mark = numberAfter(packet, '"text":"m', end);
      if (feed.held) feed.held.push([seq, mark, packet.length]);
      else feed.onMessage(seq, mark, packet.length);
    } else if (packet.startsWith('43')) {
      const id = numberAfter(packet, '43');
      const settle = asked.get(id);
      asked.delete(id);
      if (packet.startsWith('[{"error":', packet.indexOf('['))) settle?.reject(new Error(packet));
      else settle?.resolve(packet);
    } else if (packet === '2') {
      ws.send('3');
    }
  });
  const closed = closedOf(ws);
  void closed.then((error) => {
    for (const { reject } of asked.values()) reject(error);
  });

  const ask = (event: string, input: object): Promise<string> =>
    new Promise((resolve, reject) => {
      const id = (count += 1);
      asked.set(id, { resolve, reject });
      ws.send(`42${id}${JSON.stringify([event, input])}`);
    });

  const follow = async (conversation: string, after: number | null, onMessage: OnMessage): Promise<FeedStart> => {
    const feed: Feed = { onMessage, held: [] };
    feeds.set(conversation, feed);
    const packet = await ask('follow', { conversation, after });
    const [{ seq, missed }]: [{ seq: number; missed: { seq: number; text: string }[] }] = JSON.parse(packet.slice(packet.indexOf('[')));
    for (const message of missed) onMessage(message.seq, numberAfter(message.text, 'm'), packet.length);
    for (const each of feed.held ?? []) onMessage(...each);
    feed.held = null;
    return { seq };
  };

  return {
    closed,
    subscribe: (conversation, onMessage) => follow(conversation, null, onMessage),
    resume: follow,
    send: async (conversation, text) => numberAfter(await ask('send', { conversation, clientId: `${count}`, text }), '"seq":'),
    page: (conversation) => readPage({ url: `${url}/page?conversation=${conversation}`, credential }),
    async close() {
      ws.close();
      await closed;
    },
    cut: () => ws.terminate(),
  };
}
