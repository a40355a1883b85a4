import type { Deps } from '../deps.js';
import { ConversationHub } from './hub.js';
import { createFeedCounters, type FeedCounters } from './counters.js';
import { readHead, readLog } from './replay.js';
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
  /** Called with the oldest transaction that may still be under way when a hub began: sweeps must reach back to it. */
  onBegin: (xmin: string) => void = () => undefined;

  constructor(deps: Pick<Deps, 'db' | 'bus' | 'log'>) {
    this.#deps = deps;
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
    const entry = this.#entries.get(conversationId) ?? this.#open(conversationId);
    entry.holders += 1;
    try {
      await entry.ready;
    } catch (error) {
      this.release(entry.hub);
      throw error;
    }
    return entry.hub;
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

  #open(conversationId: string): Entry {
    const { db, bus, log } = this.#deps;
    const hub = new ConversationHub({
      conversationId,
      log,
      counters: this.counters,
      read: (after, limit) => readLog(db, { conversationId, after, limit, audiences: null }),
    });
    const begin = async (): Promise<void> => {
      const unsubscribe = await bus.subscribe(conversationTopic(conversationId), (message) => hub.receive(message));
      hub.unsubscribe = unsubscribe;
      try {
        const head = await readHead(db, conversationId);
        this.onBegin(head.xmin);
        hub.begin(head);
      } catch (error) {
        unsubscribe();
        throw error;
      }
      if (this.#entries.get(conversationId)?.hub !== hub) unsubscribe();
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
