/**
 * A chat server as one writes it with Socket.IO and `pg`: middleware for the credential, a room for each conversation, acknowledgements, and
 * the missed messages in the answer to `follow`.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { verify } from '../floor/credential.js';
import { answerConversation, answerPage } from '../floor/http.js';
import type { FloorMessage } from '../floor/store.js';
import { openCore } from '../peer.js';

/** What was asked, or why not. */
type Answer<Value> = Value | { readonly error: string };

/** What a client asks. */
interface ClientEvents {
  send(input: { conversation: string; clientId: string; text: string }, answer: (value: Answer<{ seq: number }>) => void): void;
  follow(input: { conversation: string; after: number | null }, answer: (value: Answer<{ seq: number; missed: readonly FloorMessage[] }>) => void): void;
}

/** What it is told. */
interface ServerEvents {
  message(message: FloorMessage & { readonly conversation: string }): void;
}

/** What is known of a socket. */
interface SocketData {
  user: string;
}

const core = await openCore((conversation, message) => {
  io.to(conversation).emit('message', { conversation, ...message });
});
const server = createServer((request, response) => {
  answerConversation(core.store, request, response)
    .then((isDone) => (isDone ? undefined : answerPage(core.store, request, response)))
    .catch(() => response.writeHead(500).end());
});
const io = new Server<ClientEvents, ServerEvents, Record<string, never>, SocketData>(server, { serveClient: false });

// What their page on memory advises.
io.engine.on('connection', (raw: { request: unknown }) => {
  raw.request = null;
});

io.use((socket, next) => {
  const user = verify(String(socket.handshake.auth['token'] ?? ''));
  if (user === null) {
    next(new Error('forbidden'));
    return;
  }
  socket.data.user = user;
  next();
});

io.on('connection', (socket) => {
  const failed = (answer: (value: { readonly error: string }) => void) => (error: unknown) => {
    process.stderr.write(`socketio: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    answer({ error: 'failed' });
  };

  socket.on('send', ({ conversation, clientId, text }, answer) => {
    core
      .send({ conversation, user: socket.data.user, clientId, text, at: new Date().toISOString() })
      .then((seq) => answer(seq === null ? { error: 'refused' } : { seq }))
      .catch(failed(answer));
  });

  const follow = async (conversation: string, after: number | null): Promise<Answer<{ seq: number; missed: readonly FloorMessage[] }>> => {
    // What comes after the position reaches the room; the client keeps it until it has what it missed.
    const joined = await core.follow(conversation, socket.data.user, () => socket.join(conversation));
    if (joined === null) return { error: 'refused' };
    const { position } = joined;
    return { seq: after ?? position, missed: after === null ? [] : await core.missed(conversation, after, position) };
  };
  socket.on('follow', ({ conversation, after }, answer) => {
    follow(conversation, after).then(answer).catch(failed(answer));
  });
});

server.listen(Number(process.env['PORT']), '127.0.0.1');
