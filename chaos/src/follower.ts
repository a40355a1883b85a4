import { WebSocket } from 'ws';
import type { History } from './history.js';
import type { Random } from './random.js';
import type { Person } from './world.js';

/** A place in a feed. */
export interface Position {
  readonly epoch: string;
  readonly seq: number;
}

/** A first item of a feed. */
export interface Opening {
  readonly kind: 'ConversationSnapshot' | 'ConversationResumed';
  /** Of a snapshot: why it came. */
  readonly reason: string | null;
  readonly epoch: string;
  readonly seq: number;
  /** What the follower had asked for. */
  readonly after: Position | null;
  /** Of a snapshot: its messages, oldest first. */
  readonly messages: readonly { readonly id: string; readonly seq: number }[];
}

/** A durable event as it was seen. */
export interface Sighting {
  readonly type: string;
  readonly seq: number;
  readonly prevSeq: number;
  readonly messageId: string | null;
  /** Milliseconds since the run began. */
  readonly at: number;
}

/** Everything from one snapshot up to the next. */
export interface Chapter {
  readonly snapshot: Opening;
  readonly sightings: Sighting[];
}

/** How to follow. */
export interface FollowerOptions {
  readonly person: Person;
  readonly conversationId: string;
  /** GraphQL endpoint, over http. */
  readonly url: () => string;
  readonly history: History;
  readonly random: Random;
  /** Milliseconds of silence after which the link counts as dead; null believes in it for ever. */
  readonly patienceMs?: number | null;
}

const PING_MS = 400;
const DEFAULT_PATIENCE_MS = 2_500;

/**
 * A reader of one conversation's feed who keeps to the protocol and forgives nothing: it writes down every item, resumes where it
 * stopped, and takes notice of whatever should not have come.
 */
export class Follower {
  readonly person: Person;
  readonly conversationId: string;
  readonly chapters: Chapter[] = [];
  readonly openings: Opening[] = [];
  /** What the protocol forbids, in words. */
  readonly offences: string[] = [];
  /** Codes with which feeds ended. */
  readonly ends: string[] = [];
  /** Nobody waits for it to arrive any more. */
  isOver = false;
  readonly #options: FollowerOptions;
  #socket: WebSocket | null = null;
  #again: NodeJS.Timeout | null = null;
  #position: Position | null = null;
  #isStopped = false;
  #isRevoked = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
    this.person = options.person;
    this.conversationId = options.conversationId;
  }

  /** Where it stands; null before its first item. */
  get position(): Position | null {
    return this.#position;
  }

  /** Whether the server took its access away, and it has not come back. */
  get isRevoked(): boolean {
    return this.#isRevoked;
  }

  /** The connection under way, for a fault that holds it up. */
  get socket(): WebSocket | null {
    return this.#socket;
  }

  /** Opens the feed, again and again, until it is stopped. */
  start(): this {
    this.#isRevoked = false;
    this.#isStopped = false;
    this.#open();
    return this;
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#again) clearTimeout(this.#again);
    this.#socket?.terminate();
  }

  #open(): void {
    const { person, random, url } = this.#options;
    const patience = this.#options.patienceMs === undefined ? DEFAULT_PATIENCE_MS : this.#options.patienceMs;
    const socket = new WebSocket(url().replace(/^http/, 'ws'), 'graphql-transport-ws', { handshakeTimeout: 10_000 });
    this.#socket = socket;
    let heard = performance.now();
    let isFirst = true;
    const after = this.#position;
    const pulse = setInterval(() => {
      if (patience !== null && performance.now() - heard > patience) socket.terminate();
      else if (socket.readyState === WebSocket.OPEN) socket.send('{"type":"ping"}');
    }, PING_MS);
    socket.on('error', () => undefined);
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { token: person.token } })));
    socket.on('message', (data) => {
      heard = performance.now();
      if (this.#socket !== socket) return;
      const frame: unknown = JSON.parse(String(data));
      const type = textAt(frame, 'type');
      if (type === 'connection_ack') {
        const { text } = person.sdk.ConversationFeedDocument;
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: text, variables: { conversationId: this.conversationId, after, last: 50 } } }));
      } else if (type === 'next') {
        const item = at(at(at(frame, 'payload'), 'data'), 'conversationFeed');
        this.#take(item, isFirst ? { after } : null);
        isFirst = false;
      } else if (type === 'error') {
        const [error] = listAt(frame, 'payload');
        this.#ended(textAt(at(error, 'extensions'), 'code') ?? 'UNKNOWN');
        socket.close();
      } else if (type === 'complete') socket.close();
    });
    socket.on('close', () => {
      clearInterval(pulse);
      if (this.#socket !== socket || this.#isStopped || this.#isRevoked) return;
      this.#again = setTimeout(() => this.#open(), random.whole(40, 220));
    });
  }

  #ended(code: string): void {
    this.ends.push(code);
    if (code === 'ACCESS_REVOKED' || code === 'NOT_FOUND') this.#isRevoked = true;
  }

  #take(item: unknown, first: { readonly after: Position | null } | null): void {
    const kind = textAt(item, '__typename');
    if (kind === 'ConversationSnapshot' || kind === 'ConversationResumed') {
      if (!first) this.#offend(`a ${kind} came in the middle of a feed`);
      this.#begin(item, kind, first?.after ?? null);
      return;
    }
    if (first) this.#offend(`a feed began with ${kind}`);
    const seq = numberAt(item, 'seq');
    const last = this.#position;
    if (!last || seq === null) return;
    if (kind === 'FeedHead') {
      if (seq > last.seq) this.#offend(`the head says ${seq}, but nothing after ${last.seq} had come`);
      return;
    }
    const prevSeq = numberAt(item, 'prevSeq') ?? 0;
    if (seq <= last.seq) this.#offend(`${kind} ${seq} came after ${last.seq}`);
    if (prevSeq > last.seq) this.#offend(`${kind} ${seq} follows ${prevSeq}, but nothing after ${last.seq} had come`);
    const message = at(item, 'message');
    this.chapters.at(-1)?.sightings.push({
      type: kind ?? '',
      seq,
      prevSeq,
      messageId: textAt(message, 'id') ?? textAt(item, 'messageId'),
      at: this.#options.history.now(),
    });
    this.#position = { epoch: last.epoch, seq: Math.max(seq, last.seq) };
  }

  #begin(item: unknown, kind: Opening['kind'], after: Position | null): void {
    const seq = numberAt(item, 'seq') ?? 0;
    const epoch = textAt(item, 'epoch') ?? '';
    const messages = listAt(at(item, 'messages'), 'edges').map((edge) => ({ id: textAt(at(edge, 'node'), 'id') ?? '', seq: numberAt(at(edge, 'node'), 'seq') ?? 0 }));
    const opening: Opening = { kind, reason: textAt(item, 'reason'), epoch, seq, after, messages };
    this.openings.push(opening);
    if (kind === 'ConversationSnapshot') {
      this.chapters.push({ snapshot: opening, sightings: [] });
      this.#position = { epoch, seq };
    } else if (!after || after.epoch !== epoch || after.seq !== seq) {
      this.#offend(`a feed resumed at ${epoch}:${seq}, but it was asked for ${after ? `${after.epoch}:${after.seq}` : 'a snapshot'}`);
    }
  }

  #offend(text: string): void {
    this.offences.push(text);
  }
}

function at(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, key);
  return found;
}

function textAt(value: unknown, key: string): string | null {
  const found = at(value, key);
  return typeof found === 'string' ? found : null;
}

function numberAt(value: unknown, key: string): number | null {
  const found = at(value, key);
  return typeof found === 'number' ? found : null;
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const found = at(value, key);
  return Array.isArray(found) ? found : [];
}
