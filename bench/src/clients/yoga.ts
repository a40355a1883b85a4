import type { WebSocket } from 'ws';
import type { BenchClient, FeedStart, OnMessage } from '../client.js';
import { frameText, numberAfter } from '../frame.js';
import { closedOf, openSocket } from './open-socket.js';
import { readPage } from './page.js';

const SEND = 'mutation SendMessage($input: SendMessageInput!) { sendMessage(input: $input) { seq } }';
const FEED =
  'subscription Feed($conversationId: ID!, $after: Int) { conversationFeed(conversationId: $conversationId, after: $after) { seq message { seq clientId text sentAt sender { id } } } }';
/** The fields of Parley's page. */
const PAGE = `query Messages($conversationId: ID!) { messages(conversationId: $conversationId) {
  edges { cursor node { id conversationId seq clientId kind origin audience text metadata parentId replyCount sentAt editedAt editCount deletedAt isDeleted
    sender { id displayName role avatarUrl isGuest } reactions { emoji userIds } } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

interface Settle<Value> {
  resolve(value: Value): void;
  reject(error: Error): void;
}

/** Connects to the Yoga server: `graphql-transport-ws`, documents as text, as graphql-ws sends them. */
export async function connectYoga(node: { readonly url: string; readonly wsUrl: string }, credential: string): Promise<BenchClient> {
  const ws = await openSocket(node.wsUrl, 'graphql-transport-ws');
  const client = yogaClient(ws, node.url, credential);
  await new Promise<void>((resolve, reject) => {
    ws.once('message', () => resolve());
    ws.once('close', (code, reason) => reject(new Error(`the Yoga server closed the socket with ${code} ${reason.toString()}`)));
    ws.send(JSON.stringify({ type: 'connection_init', payload: { token: credential } }));
  });
  return client;
}

interface Feed {
  readonly onMessage: OnMessage;
  readonly start: Settle<FeedStart>;
}

function yogaClient(ws: WebSocket, url: string, credential: string): BenchClient {
  const acks = new Map<number, Settle<number>>();
  const feeds: Feed[] = [];
  let sent = 0;

  const onFeedFrame = (frame: string): void => {
    const feed = feeds[numberAfter(frame, '{"id":"f')];
    if (!feed) return;
    const message = frame.indexOf('"message":{');
    if (message >= 0) feed.onMessage(numberAfter(frame, '"seq":', message), numberAfter(frame, '"text":"m', message), frame.length);
    else if (frame.includes('"message":null')) feed.start.resolve({ seq: numberAfter(frame, '"seq":') });
    else feed.start.reject(new Error(frame));
  };

  ws.on('message', (data) => {
    const frame = frameText(data);
    if (frame.startsWith('{"id":"f')) {
      onFeedFrame(frame);
    } else if (frame.startsWith('{"id":"s')) {
      if (frame.endsWith('"complete"}')) return;
      const id = numberAfter(frame, '{"id":"s');
      const seq = numberAfter(frame, '"seq":');
      const settle = acks.get(id);
      acks.delete(id);
      if (seq < 0) settle?.reject(new Error(frame));
      else settle?.resolve(seq);
    } else if (frame === '{"type":"ping"}') {
      ws.send('{"type":"pong"}');
    }
  });
  const closed = closedOf(ws);
  void closed.then((error) => {
    for (const settle of [...acks.values(), ...feeds.map(({ start }) => start)]) settle.reject(error);
  });

  const follow = (conversation: string, after: number | null, onMessage: OnMessage): Promise<FeedStart> =>
    new Promise((resolve, reject) => {
      const id = `f${feeds.length}`;
      feeds.push({ onMessage, start: { resolve, reject } });
      ws.send(JSON.stringify({ id, type: 'subscribe', payload: { query: FEED, variables: { conversationId: conversation, after } } }));
    });

  return {
    closed,
    subscribe: (conversation, onMessage) => follow(conversation, null, onMessage),
    resume: follow,
    send: (conversation, text) =>
      new Promise((resolve, reject) => {
        const number = (sent += 1);
        acks.set(number, { resolve, reject });
        const input = { conversationId: conversation, clientId: `${number}`, text };
        ws.send(JSON.stringify({ id: `s${number}`, type: 'subscribe', payload: { query: SEND, variables: { input } } }));
      }),
    page: (conversation) => readPage({ url: `${url}/graphql`, credential, body: JSON.stringify({ query: PAGE, variables: { conversationId: conversation } }) }),
    async close() {
      ws.close();
      await closed;
    },
    cut: () => ws.terminate(),
  };
}
