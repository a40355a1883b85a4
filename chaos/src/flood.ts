import { SendMessageDocument } from '@parley/sdk/operations';
import { WebSocket } from 'ws';
import type { Person } from './world.js';

/** Who floods what. */
export interface FloodOptions {
  /** GraphQL endpoint of the node, over http. */
  readonly url: string;
  /** Who sends where; each opens {@link sockets} sockets. */
  readonly senders: readonly { readonly person: Person; readonly conversationId: string }[];
  readonly sockets: number;
  /** Sends that each socket has under way at any time: the next goes off with each answer, whatever the answer is. */
  readonly depth: number;
  /** Makes the client ids of this flood its own. */
  readonly name: string;
}

const TEXT = 'lorem ipsum '.repeat(40);
/** Upper ends of the classes of the histogram, in milliseconds. */
const CLASSES = [5, 10, 20, 50, 100, 200, 350, 500, 750, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000, 7_500, 10_000, 15_000, 30_000, Infinity];

/** Clients that send as fast as they are answered, wait for nothing and heed no refusal. What it holds does not grow with what it sends. */
export class Flood {
  /** Refusals by code. */
  readonly refused = new Map<string, number>();
  accepted = 0;
  /** Sends without an answer, since their socket ended. */
  unanswered = 0;
  /** Refusals that did not say when to come back. */
  hasty = 0;
  readonly #options: FloodOptions;
  readonly #open = new Set<WebSocket>();
  readonly #latencies = CLASSES.map(() => 0);
  #isOver = false;
  #sent = 0;
  #underWay = 0;

  constructor(options: FloodOptions) {
    this.#options = options;
  }

  /** Opens the sockets and begins. */
  start(): this {
    for (const { person, conversationId } of this.#options.senders) for (let count = 0; count < this.#options.sockets; count += 1) this.#connect(person, conversationId);
    return this;
  }

  /** Sends nothing more; resolves when everything is answered or `ms` are over. */
  async stop(ms: number): Promise<void> {
    this.#isOver = true;
    const end = performance.now() + ms;
    while (this.#underWay > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    for (const socket of this.#open) socket.terminate();
    this.unanswered += this.#underWay;
    this.#underWay = 0;
  }

  get refusals(): number {
    return [...this.refused.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Milliseconds within which this share of the accepted sends was answered, rounded up to a class. */
  latency(share: number): number {
    const total = this.#latencies.reduce((sum, count) => sum + count, 0);
    let seen = 0;
    const index = this.#latencies.findIndex((count) => (seen += count) >= total * share);
    return CLASSES[Math.max(0, index)] ?? 0;
  }

  #connect(person: Person, conversationId: string): void {
    if (this.#isOver) return;
    const socket = new WebSocket(this.#options.url.replace(/^http/, 'ws'), 'graphql-transport-ws', { handshakeTimeout: 30_000 });
    const due = new Map<string, number>();
    this.#open.add(socket);
    const send = (): void => {
      if (this.#isOver || socket.readyState !== WebSocket.OPEN) return;
      this.#sent += 1;
      this.#underWay += 1;
      const id = String(this.#sent);
      due.set(id, performance.now());
      const variables = { input: { conversationId, clientId: `${this.#options.name}-${id}`, text: TEXT } };
      socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query: '', variables, extensions: { persistedQuery: { version: 1, sha256Hash: SendMessageDocument.hash } } } }));
    };
    socket.on('error', () => undefined);
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { token: person.token } })));
    socket.on('message', (data) => {
      const text = String(data);
      const [, id = ''] = /"id":"(\d+)"/.exec(text) ?? [];
      if (text.includes('"type":"connection_ack"')) for (let count = 0; count < this.#options.depth; count += 1) send();
      else if (due.has(id)) {
        this.#count(text, performance.now() - (due.get(id) ?? 0));
        due.delete(id);
        this.#underWay -= 1;
        send();
      }
    });
    socket.on('close', () => {
      this.#open.delete(socket);
      this.#underWay -= due.size;
      this.unanswered += due.size;
      due.clear();
      if (!this.#isOver) setTimeout(() => this.#connect(person, conversationId), 200);
    });
  }

  #count(answer: string, ms: number): void {
    const [, code] = /"code":"([A-Z_]+)"/.exec(answer) ?? [];
    if (code === undefined) {
      this.accepted += 1;
      const index = CLASSES.findIndex((end) => ms <= end);
      this.#latencies[index] = (this.#latencies[index] ?? 0) + 1;
      return;
    }
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
    if (!answer.includes('"retryAfterMs":')) this.hasty += 1;
  }
}
