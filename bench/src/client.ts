/** How the load generator talks to a contender: the same few calls, whatever the protocol. */
import type { ContenderName } from './contender.js';
import { connectFloor } from './clients/floor.js';
import { connectParley } from './clients/parley.js';
import { connectSocketio } from './clients/socketio.js';
import { connectYoga } from './clients/yoga.js';

/**
 * Told of each message that arrives: its number in the conversation, the number that its sender wrote into the text (see {@link markedText}),
 * and the bytes of the frame's payload. It is called in the handler of the socket, so whoever wants the time takes it first of all.
 */
export type OnMessage = (seq: number, mark: number, bytes: number) => void;

/** Where a feed begins. */
export interface FeedStart {
  /** Number of the last event that the server counts as known to this client. */
  readonly seq: number;
}

/** One socket of one member. */
export interface BenchClient {
  /** Follows a conversation from now on; resolves when the server says that the feed is live. */
  subscribe(conversation: string, onMessage: OnMessage): Promise<FeedStart>;
  /** Follows a conversation from after `after`: what was missed arrives first. */
  resume(conversation: string, after: number, onMessage: OnMessage): Promise<FeedStart>;
  /** Sends; resolves with the message's number when the server has acknowledged it, which it does after the commit. */
  send(conversation: string, text: string): Promise<number>;
  /** Reads the newest 50 messages over HTTP, over a connection that is kept; resolves with the bytes of the body. */
  page(conversation: string): Promise<number>;
  /** Resolves when the socket is closed, with how; whoever did it. */
  readonly closed: Promise<Error>;
  /** Closes politely. */
  close(): Promise<void>;
  /** Destroys the connection without a word, as a network does. */
  cut(): void;
}

/** Opens a socket as the member whom the credential names, and waits until the server has accepted it. */
export type Connect = (node: { readonly url: string; readonly wsUrl: string }, credential: string) => Promise<BenchClient>;

/** The way to connect to each contender. */
export const CONNECT: Readonly<Record<ContenderName, Connect>> = {
  floor: connectFloor,
  parley: connectParley,
  socketio: connectSocketio,
  yoga: connectYoga,
};

/** A text of `length` characters that carries a number, by which its arrival is recognised. */
export function markedText(mark: number, length: number): string {
  return `m${mark} `.padEnd(length, 'lorem ipsum dolor sit amet ');
}
