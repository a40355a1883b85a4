/**
 * One WebSocket as graphql-ws and the feeds see it. It holds back whoever fills it: a feed is told when it may write again (its own
 * bounded queue overflows meanwhile, and nobody else's), and no further operations are read until then.
 */
import type { WebSocket as ProtocolSocket } from 'graphql-ws';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket } from 'ws';
import { atEndOfTick, type TickTask } from '../log/tick.js';
import { textFrame } from './frames.js';

/** Whoever waits for a socket to take more. */
export interface SocketWriter {
  /** The socket can take more, or is closed. */
  drained(): void;
}

/** Writes once, and does not wait. */
export const NOBODY: SocketWriter = { drained: () => undefined };

/** Who uses a socket. */
export interface SocketOwner {
  /** Gets each message before graphql-ws does; true: it has dealt with it. */
  takes(message: string): boolean;
  /** Whether something that the client began has not been answered yet, feeds aside. */
  readonly isBusy: boolean;
  /** The socket has closed, by whichever side. */
  ended(code: number, reason: string): void;
}

/** What the sockets of one server have in common. */
export interface ClientSocketOptions {
  /** Bytes that may wait before writers and reading are held back. */
  readonly bufferBytes: number;
  /** Called for what a message handler throws, which is a defect. */
  readonly onDefect: (error: unknown) => void;
}

/** WebSocket close code: the server met something unexpected; try again. */
const TRY_AGAIN_LATER = 1013;

/** A connection of `ws` that knows its {@link ClientSocket}, so that its listeners are the same functions for all. */
export class PeerSocket extends WebSocket {
  client: ClientSocket | null = null;
  /** Whether the last ping was answered. */
  isAlive = true;
}

/** A socket and the ways to write to it. */
export class ClientSocket implements ProtocolSocket, TickTask {
  readonly protocol: string;
  /** Set once, before anything can come in. */
  owner: SocketOwner | null = null;
  readonly #ws: PeerSocket;
  readonly #tcp: Duplex;
  readonly #options: ClientSocketOptions;
  #handle: ((message: string) => Promise<void>) | null = null;
  #waiting: SocketWriter[] | null = null;
  #isCorked = false;

  /** Takes over a WebSocket that has just opened over `tcp`. */
  constructor(ws: PeerSocket, tcp: Duplex, options: ClientSocketOptions) {
    this.protocol = ws.protocol;
    this.#ws = ws;
    this.#tcp = tcp;
    this.#options = options;
    ws.client = this;
    ws.on('message', onMessage);
    ws.on('pong', onPong);
    ws.on('error', ignore);
    ws.on('close', onClose);
  }

  /**
   * Writes a finished WebSocket frame; everything written in one tick leaves in one piece. False: as much waits as may, and `writer` is
   * told when more can be taken. To a socket that closes or has closed nothing is written.
   */
  deliver(frame: Buffer, writer: SocketWriter): boolean {
    const ws = this.#ws;
    if (ws.readyState !== ws.OPEN) {
      // A feed that always has a next item would otherwise go on for ever, and not let the end of the socket be heard.
      if (ws.readyState !== ws.CLOSED) (this.#waiting ??= []).push(writer);
      return false;
    }
    if (!this.#isCorked) {
      this.#isCorked = true;
      this.#tcp.cork();
      atEndOfTick(this);
    }
    if (this.#tcp.writableLength + frame.length <= this.#options.bufferBytes) {
      this.#tcp.write(frame);
      return true;
    }
    (this.#waiting ??= []).push(writer);
    this.#tcp.write(frame, () => this.#release());
    ws.pause();
    return false;
  }

  /** Writes a message. Resolves at once while little waits, else when the socket has drained. */
  send(message: string): Promise<void> {
    if (this.#ws.readyState === this.#ws.CLOSED) return Promise.resolve();
    return new Promise((resolve) => {
      if (this.deliver(textFrame(message), { drained: resolve })) resolve();
    });
  }

  close(code = 1000, reason = ''): void {
    if (this.#ws.isPaused) this.#ws.resume();
    this.#ws.close(code, reason.slice(0, 120));
  }

  onMessage(handle: (message: string) => Promise<void>): void {
    this.#handle = handle;
  }

  endOfTick(): void {
    this.#isCorked = false;
    this.#tcp.uncork();
  }

  get isClosed(): boolean {
    return this.#ws.readyState === this.#ws.CLOSED;
  }

  /** A message came in. */
  received(message: string): void {
    // What comes after our close could not be answered, so it is not begun.
    if (this.#ws.readyState !== this.#ws.OPEN) return;
    if (this.owner?.takes(message)) return;
    this.#handle?.(message).catch((error: unknown) => {
      this.#options.onDefect(error);
      this.close(TRY_AGAIN_LATER, 'INTERNAL');
    });
  }

  /** The socket has closed: nobody has to wait any more. */
  closed(code: number, reason: string): void {
    this.#release();
    this.owner?.ended(code, reason);
  }

  #release(): void {
    const ws = this.#ws;
    if (this.#waiting === null || ws.readyState === ws.CLOSING) return;
    if (ws.readyState === ws.OPEN && this.#tcp.writableLength > this.#options.bufferBytes) return;
    const writers = this.#waiting;
    this.#waiting = null;
    if (ws.isPaused) ws.resume();
    for (const writer of writers) writer.drained();
  }
}

function onMessage(this: WebSocket, data: RawData): void {
  if (this instanceof PeerSocket) this.client?.received(textOf(data));
}

function onPong(this: WebSocket): void {
  if (this instanceof PeerSocket) this.isAlive = true;
}

function onClose(this: WebSocket, code: number, reason: Buffer): void {
  if (this instanceof PeerSocket) this.client?.closed(code, reason.toString());
}

function ignore(): void {
  // A broken connection ends with `close`, which is all there is to know.
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}
