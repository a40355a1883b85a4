/**
 * The floor: the least program that does the job of a chat server. `http` + `ws` + `pg`, one prepared statement for a send, one string
 * for all sockets of a conversation; with REDIS_URL, joined to others by Redis. It limits nothing and promises little.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Redis } from 'ioredis';
import { type WebSocket, WebSocketServer } from 'ws';
import { verify } from './credential.js';
import { type Delivery, Fanout, type Follower } from './fanout.js';
import { answerConversation, answerPage } from './http.js';
import { type FloorMessage, openStore } from './store.js';

/** What a client says. */
type Word =
  | { readonly t: 'hello'; readonly token: string }
  | { readonly t: 'send'; readonly id: number; readonly c: string; readonly clientId: string; readonly text: string }
  | { readonly t: 'follow'; readonly c: string; readonly after: number | null };

const store = openStore(process.env['DATABASE_URL'] ?? '');
const redisUrl = process.env['REDIS_URL'];
const publisher = redisUrl ? new Redis(redisUrl) : null;
const subscriber = redisUrl ? new Redis(redisUrl) : null;
const fanout = new Fanout();

subscriber?.on('message', (conversation: string, message: string) => {
  const space = message.indexOf(' ');
  fanout.deliver({ conversation, seq: Number(message.slice(0, space)), frame: message.slice(space + 1) });
});

const opened = new Map<string, Promise<unknown>>();

/** Resolves once whatever is published from now on reaches this node. */
function open(conversation: string): Promise<unknown> {
  const known = opened.get(conversation);
  if (known) return known;
  fanout.open(conversation);
  const opening = subscriber ? subscriber.subscribe(conversation) : Promise.resolve();
  opened.set(conversation, opening);
  return opening;
}

function publish(delivery: Delivery): void {
  if (publisher) void publisher.publish(delivery.conversation, `${delivery.seq} ${delivery.frame}`);
  else fanout.deliver(delivery);
}

function frameOf(conversation: string, message: FloorMessage): string {
  return JSON.stringify({ t: 'message', c: conversation, ...message });
}

function serve(ws: WebSocket): void {
  let user: string | null = null;
  const leave: Array<() => void> = [];

  const send = async (word: Word & { readonly t: 'send' }, sender: string): Promise<void> => {
    const at = new Date().toISOString();
    const seq = await store.send({ conversation: word.c, user: sender, clientId: word.clientId, text: word.text, at });
    if (seq === null) {
      ws.send(JSON.stringify({ t: 'refused', id: word.id }));
      return;
    }
    ws.send(`{"t":"ack","id":${word.id},"seq":${seq}}`);
    publish({ conversation: word.c, seq, frame: frameOf(word.c, { seq, sender, clientId: word.clientId, text: word.text, at }) });
  };

  const follow = async (word: Word & { readonly t: 'follow' }, reader: string): Promise<void> => {
    await open(word.c);
    const head = await store.head(word.c, reader);
    if (head === null) {
      ws.send(JSON.stringify({ t: 'refused', c: word.c }));
      return;
    }
    fanout.begin(word.c, head);
    // What comes while the replay is read waits behind it.
    const backlog: string[] = [];
    let isLive = word.after === null;
    const follower: Follower = { write: (frame) => (isLive ? ws.send(frame) : void backlog.push(frame)) };
    const position = fanout.position(word.c) ?? head;
    fanout.add(word.c, follower);
    leave.push(() => fanout.remove(word.c, follower));
    ws.send(`{"t":"following","c":"${word.c}","seq":${word.after ?? position}}`);
    if (word.after === null) return;
    for (const message of await store.after(word.c, word.after)) if (message.seq <= position) ws.send(frameOf(word.c, message));
    for (const frame of backlog) ws.send(frame);
    isLive = true;
  };

  ws.on('message', (data) => {
    const word: Word = JSON.parse(String(data));
    if (word.t === 'hello') {
      user = verify(word.token);
      if (user === null) ws.close(4403);
      else ws.send('{"t":"welcome"}');
    } else if (user !== null) {
      (word.t === 'send' ? send(word, user) : follow(word, user)).catch((error: unknown) => {
        process.stderr.write(`floor: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        ws.close(1011);
      });
    }
  });
  ws.on('close', () => {
    for (const each of leave) each();
  });
  ws.on('error', () => undefined);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!(await answerConversation(store, request, response))) await answerPage(store, request, response);
}

// The first node makes the tables before the others are started.
if (process.env['BENCH_IS_FIRST'] === '1') await store.prepare();
const server = createServer((request, response) => {
  answer(request, response).catch(() => response.writeHead(500).end());
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', serve);
server.listen(Number(process.env['PORT']), '127.0.0.1');
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    void store.close().finally(() => process.exit(0));
  });
}
