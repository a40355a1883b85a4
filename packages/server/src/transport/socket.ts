/**
 * One WebSocket as graphql-ws sees it. It holds back whoever fills it: a feed waits for the socket to drain before it takes the next
 * item (its own bounded queue overflows then, and nobody else's), and no further operations are read until it has.
 */
import type { WebSocket as ProtocolSocket } from 'graphql-ws';
import type { IncomingMessage } from 'node:http';
import type { RawData, WebSocket } from 'ws';
import type { Clock } from '../kernel/clock.js';

/** A socket and the ways to write to it. */
export interface ClientSocket {
  /** What graphql-ws talks to. */
  readonly protocol: ProtocolSocket;
  /** Writes a finished frame. Resolves at once while little waits, else when the socket has drained. */
  write(frame: string | Buffer): Promise<void>;
  close(code: number, reason: string): void;
}

/** How a {@link ClientSocket} behaves. */
export interface ClientSocketOptions {
  readonly clock: Clock;
  readonly request: IncomingMessage;
  /** Bytes that may wait before writers and reading are held back. */
  readonly bufferBytes: number;
  /** Milliseconds between pings. */
  readonly pingMs: number;
  /** Frames that are not written, since what they stand for was written already. */
  readonly isStandIn: (frame: string) => boolean;
  /** Called for what a message handler throws, which is a defect. */
  readonly onDefect: (error: unknown) => void;
}

/** WebSocket close code: the server met something unexpected; try again. */
const TRY_AGAIN_LATER = 1013;

/** Wraps a socket that has just opened. */
export function createClientSocket(ws: WebSocket, options: ClientSocketOptions): ClientSocket {
  const waiting: Array<() => void> = [];
  let isCorked = false;

  const release = (): void => {
    if (waiting.length === 0 || ws.readyState === ws.CLOSING || (ws.readyState === ws.OPEN && ws.bufferedAmount > options.bufferBytes)) return;
    for (const resolve of waiting.splice(0)) resolve();
    if (ws.isPaused) ws.resume();
  };

  // Frames of one tick leave in one piece.
  const cork = (): void => {
    if (isCorked) return;
    isCorked = true;
    const tcp = options.request.socket;
    tcp.cork();
    process.nextTick(() => {
      isCorked = false;
      tcp.uncork();
    });
  };

  const drained = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));

  const write = (frame: string | Buffer): Promise<void> => {
    if (ws.readyState === ws.CLOSED) return Promise.resolve();
    // A feed that always has a next item would otherwise go on for ever, and not let the end of the socket be heard.
    if (ws.readyState !== ws.OPEN) return drained();
    cork();
    ws.send(frame, { binary: false }, release);
    if (ws.bufferedAmount <= options.bufferBytes) return Promise.resolve();
    ws.pause();
    return drained();
  };

  const close = (code: number, reason: string): void => {
    if (ws.isPaused) ws.resume();
    ws.close(code, reason.slice(0, 120));
  };

  keepAlive(ws, options);
  ws.on('error', () => undefined);
  ws.once('close', release);

  return {
    write,
    close,
    protocol: {
      protocol: ws.protocol,
      send: (frame) => (options.isStandIn(frame) ? undefined : write(frame)),
      close: (code, reason) => close(code ?? 1000, reason ?? ''),
      onMessage: (handle) => {
        ws.on('message', (data: RawData) => {
          handle(textOf(data)).catch((error: unknown) => {
            options.onDefect(error);
            close(TRY_AGAIN_LATER, 'INTERNAL');
          });
        });
      },
    },
  };
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}

/** Pings, and ends a socket that has not answered the ping before. */
function keepAlive(ws: WebSocket, options: ClientSocketOptions): void {
  let isAlive = true;
  ws.on('pong', () => {
    isAlive = true;
  });
  const timer = options.clock.every(options.pingMs, () => {
    if (!isAlive) {
      ws.terminate();
      return;
    }
    isAlive = false;
    ws.ping();
  });
  ws.once('close', () => timer.cancel());
}
