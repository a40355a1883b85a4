import type { Deps } from '../deps.js';
import { ConversationHub } from './hub.js';
import { createFeedCounters, type FeedCounters } from './counters.js';
import { type LogHead, readHeads, readLog } from './replay.js';
import { GroupedReads } from './grouped-reads.js';
import { conversationTopic } from './topics.js';

interface Entry {
  readonly hub: ConversationHub;
  readonly ready: Promise<void>;
  holders: number;
}

/** The hubs of one node: one for each conversation that somebody follows here, made and let go by need. */
export class HubRegistry {
  readonly counters: FeedCounters = createFeedCounters();
  readonly #deps: Pick<Deps, 'db' | 'bus' | 'log'>;
  readonly #entries = new Map<string, Entry>();
  /** Heads of hubs that are made one by one, but by many at once. */
  readonly #heads: GroupedReads<string, LogHead | null>;
  readonly #single: HeadSource = {
    load: async (id) => {
      const head = await this.#heads.read(id);
      if (!head) throw new Error(NO_HEAD);
      return head;
    },
    leave: () => undefined,
  };
  /** Called with the oldest transaction that may still be under way when a hub began: sweeps must reach back to it. */
  onBegin: (xmin: string) => void = () => undefined;

  constructor(deps: Pick<Deps, 'db' | 'bus' | 'log'>) {
    this.#deps = deps;
    this.#heads = new GroupedReads({
      keyOf: () => '',
      atOnce: 2,
      most: 250,
      read: async (ids: readonly string[]) => {
        const heads = new Map((await readHeads(deps.db, ids)).map((head) => [head.conversationId, head]));
        return ids.map((id) => heads.get(id) ?? null);
      },
    });
  }

  /** The hubs there are. */
  *hubs(): IterableIterator<ConversationHub> {
    for (const entry of this.#entries.values()) yield entry.hub;
  }

  /** The hub of a conversation, when somebody follows it on this node. */
  get(conversationId: string): ConversationHub | undefined {
    return this.#entries.get(conversationId)?.hub;
  }

  /** Takes hold of a conversation's hub; resolves once events flow into it. Each hold is let go by {@link release}. */
  async acquire(conversationId: string): Promise<ConversationHub> {
    const [hub] = await this.acquireAll([conversationId]);
    if (!hub) throw new Error('unable to follow a conversation; it has no hub');
    return hub;
  }

  /** {@link acquire} for many at once, in the order of the ids: one query for all that are new on this node. */
  async acquireAll(conversationIds: readonly string[]): Promise<ConversationHub[]> {
    const entries = conversationIds.map((id) => this.#entries.get(id) ?? null);
    const fresh = conversationIds.filter((_, index) => entries[index] === null);
    const heads: HeadSource = fresh.length > 1 ? new Batch((ids) => readHeads(this.#deps.db, ids), new Set(fresh).size) : this.#single;
    const held = conversationIds.map((id) => {
      const entry = this.#entries.get(id) ?? this.#open(id, heads);
      entry.holders += 1;
      return entry;
    });
    const outcomes = await Promise.allSettled(held.map((entry) => entry.ready));
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') continue;
      for (const entry of held) this.release(entry.hub);
      throw outcome.reason;
    }
    return held.map((entry) => entry.hub);
  }

  /** Lets go of a hub; the last one closes it. */
  release(hub: ConversationHub): void {
    const entry = this.#entries.get(hub.conversationId);
    if (entry?.hub !== hub) return;
    entry.holders -= 1;
    if (entry.holders > 0) return;
    this.#entries.delete(hub.conversationId);
    this.counters.hubs = this.#entries.size;
    hub.close();
  }

  /** Ends every feed on this node. */
  close(error?: Error): void {
    for (const { hub } of [...this.#entries.values()]) hub.close(error);
    this.#entries.clear();
    this.counters.hubs = 0;
  }

  #open(conversationId: string, heads: HeadSource): Entry {
    const { db, bus, log } = this.#deps;
    const hub = new ConversationHub({
      conversationId,
      log,
      counters: this.counters,
      read: (after, limit) => readLog(db, { conversationId, after, limit, audiences: null }),
    });
    const begin = async (): Promise<void> => {
      try {
        hub.unsubscribe = await bus.subscribe(conversationTopic(conversationId), (message) => hub.receive(message)).catch((error: unknown) => {
          heads.leave();
          throw error;
        });
        const head = await heads.load(conversationId);
        this.onBegin(head.xmin);
        hub.begin(head);
      } catch (error) {
        hub.close();
        throw error;
      }
      // Nobody waited for it.
      if (this.#entries.get(conversationId)?.hub !== hub) hub.close();
    };
    const ready = begin();
    ready.catch(() => {
      if (this.#entries.get(conversationId)?.hub === hub) this.#entries.delete(conversationId);
    });
    const entry: Entry = { hub, ready, holders: 0 };
    this.#entries.set(conversationId, entry);
    this.counters.hubs = this.#entries.size;
    return entry;
  }
}

interface HeadSource {
  load(id: string): Promise<LogHead>;
  /** A hub does not need its head after all. */
  leave(): void;
}

const NO_HEAD = 'unable to follow a conversation; its log has no head';

/** Asks for the heads of several hubs at once, as soon as the last of them listens to the bus. */
class Batch implements HeadSource {
  readonly #read: (ids: readonly string[]) => Promise<LogHead[]>;
  #size: number;
  readonly #waiting = new Map<string, { resolve: (head: LogHead) => void; reject: (error: unknown) => void }>();

  constructor(read: (ids: readonly string[]) => Promise<LogHead[]>, size: number) {
    this.#read = read;
    this.#size = size;
  }

  load(id: string): Promise<LogHead> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      if (this.#waiting.size === this.#size) void this.#run();
    });
  }

  /** One of them does not need its head after all. */
  leave(): void {
    this.#size -= 1;
    if (this.#waiting.size === this.#size && this.#size > 0) void this.#run();
  }

  async #run(): Promise<void> {
    try {
      const heads = new Map((await this.#read([...this.#waiting.keys()])).map((head) => [head.conversationId, head]));
      for (const [id, { resolve, reject }] of this.#waiting) {
        const head = heads.get(id);
        if (head) resolve(head);
        else reject(new Error(NO_HEAD));
      }
    } catch (error) {
      for (const { reject } of this.#waiting.values()) reject(error);
    }
  }
}
