import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import documents from '../../../packages/sdk-js/src/generated/documents.json' with { type: 'json' };
import type { BenchClient, FeedStart, OnMessage } from '../client.js';
import { frameText, numberAfter } from '../frame.js';
import { closedOf, openSocket } from './open-socket.js';
import { readPage } from './page.js';

/** The hash of a document that the SDK sends, by the first words of its text. */
function hashOf(beginning: string): string {
  const [found] = Object.entries(documents).filter(([, text]) => text.startsWith(beginning));
  if (!found) throw new Error(`the SDK has no document that begins with ${beginning}`);
  return found[0];
}

const SEND = hashOf('mutation SendMessage(');
const FEED = hashOf('subscription ConversationFeed(');
const PAGE = hashOf('query Messages(');

interface Settle<Value> {
  resolve(value: Value): void;
  reject(error: Error): void;
}

/** Connects to Parley as its SDK does: `graphql-transport-ws`, documents by hash, the same operation id for the same feed. */
export async function connectParley(node: { readonly url: string; readonly wsUrl: string }, credential: string): Promise<BenchClient> {
  const ws = await openSocket(node.wsUrl, 'graphql-transport-ws');
  const client = parleyClient(ws, node.url, credential);
  await new Promise<void>((resolve, reject) => {
    ws.once('message', () => resolve());
    ws.once('close', (code, reason) => reject(new Error(`Parley closed the socket with ${code} ${reason.toString()}`)));
    ws.send(JSON.stringify({ type: 'connection_init', payload: { token: credential } }));
  });
  return client;
}

interface Feed {
  readonly onMessage: OnMessage;
  readonly start: Settle<FeedStart>;
}

/** A first item of a feed, as far as it is read here. */
interface FirstItem {
  readonly payload: { readonly data: { readonly conversationFeed: { readonly epoch: string; readonly seq: number } } };
}

/** The epoch is the database's, so whoever has followed any conversation of a server knows it. */
const epochs = new Map<string, string>();

function parleyClient(ws: WebSocket, url: string, credential: string): BenchClient {
  const acks = new Map<number, Settle<number>>();
  const feeds: Feed[] = [];
  const prefix = randomBytes(6).toString('base64url');
  let sent = 0;

  const onFeedFrame = (frame: string): void => {
    const feed = feeds[numberAfter(frame, '{"id":"f')];
    if (!feed) return;
    const type = frame.indexOf('"__typename":"');
    if (type < 0) {
      if (frame.includes('"type":"error"')) feed.start.reject(new Error(frame));
    } else if (frame.startsWith('MessageSent"', type + 14)) {
      feed.onMessage(numberAfter(frame, '"seq":', type), numberAfter(frame, '"text":"m', type), frame.length);
    } else if (frame.startsWith('ConversationSnapshot"', type + 14) || frame.startsWith('ConversationResumed"', type + 14)) {
      const { payload }: FirstItem = JSON.parse(frame);
      const { epoch, seq } = payload.data.conversationFeed;
      epochs.set(url, epoch);
      feed.start.resolve({ seq });
    }
  };

  ws.on('message', (data) => {
    const frame = frameText(data);
    if (frame.startsWith('{"id":"f')) {
      onFeedFrame(frame);
    } else if (frame.startsWith('{"id":"s')) {
      if (frame.endsWith('"complete"}')) return;
      const id = numberAfter(frame, '{"id":"s');
      const settle = acks.get(id);
      acks.delete(id);
      if (frame.includes('"errors":') || frame.includes('"type":"error"')) settle?.reject(new Error(frame));
      else settle?.resolve(numberAfter(frame, '"seq":'));
    } else if (frame === '{"type":"ping"}') {
      ws.send('{"type":"pong"}');
    }
  });
  const closed = closedOf(ws);
  void closed.then((error) => {
    for (const settle of [...acks.values(), ...feeds.map(({ start }) => start)]) settle.reject(error);
  });

  const follow = (conversation: string, variables: object, onMessage: OnMessage): Promise<FeedStart> =>
    new Promise((resolve, reject) => {
      const id = `f${feeds.length}`;
      feeds.push({ onMessage, start: { resolve, reject } });
      const payload = { query: '', variables: { conversationId: conversation, ...variables }, extensions: { persistedQuery: { version: 1, sha256Hash: FEED } } };
      ws.send(JSON.stringify({ id, type: 'subscribe', payload }));
    });

  return {
    closed,
    subscribe: (conversation, onMessage) => follow(conversation, { last: 30 }, onMessage),
    resume: (conversation, after, onMessage) => follow(conversation, { after: { epoch: epochs.get(url) ?? '', seq: after } }, onMessage),
    send: (conversation, text) =>
      new Promise((resolve, reject) => {
        const number = (sent += 1);
        acks.set(number, { resolve, reject });
        const input = { conversationId: conversation, clientId: `${prefix}-${number}`, text };
        const payload = { query: '', variables: { input }, extensions: { persistedQuery: { version: 1, sha256Hash: SEND } } };
        ws.send(JSON.stringify({ id: `s${number}`, type: 'subscribe', payload }));
      }),
    page: (conversation) =>
      readPage({
        url: `${url}/graphql`,
        credential,
        body: JSON.stringify({
          variables: { conversationId: conversation, last: 50 },
          extensions: { persistedQuery: { version: 1, sha256Hash: PAGE } },
        }),
      }),
    async close() {
      ws.close();
      await closed;
    },
    cut: () => ws.terminate(),
  };
}
