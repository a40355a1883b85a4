/** Messages as a user sees them: those of the server with their ticks, then those that are on their way. */
import type { ChatError } from '../chat-error.js';
import type { Message, Person, Receipt } from '../generated/types.js';
import type { Lane, OutboxEntry } from '../outbox/queue.js';

/** How far an own message got. `delivered` and `read` mean: by at least one other participant. */
export type MessageStatus = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** A message of a list. The object is replaced when anything of it changes, and only then. */
export interface MessageItem extends Omit<Message, 'id' | 'seq'> {
  /** The same from sending to read: a key for lists. */
  readonly key: string;
  /** The server's id; null until it has the message. */
  readonly id: string | null;
  /** Its place; null until the server has it. */
  readonly seq: number | null;
  /** Whether the viewer sent it. */
  readonly isOwn: boolean;
  /** Of others' messages always `sent`. */
  readonly status: MessageStatus;
  /** Why it failed; null otherwise. */
  readonly error: ChatError | null;
  /** Sends a failed message again. Does nothing otherwise. Always the same function for the same message. */
  readonly retry: () => void;
  /** Drops a message that failed or was not attempted yet. Does nothing otherwise. */
  readonly discard: () => void;
}

/** What a list is made from. */
export interface ItemSources {
  readonly messages: readonly Message[];
  readonly lane: Lane;
  readonly viewer: Person;
  readonly receipts: readonly Receipt[];
}

/** What the functions of an item do. */
export interface ItemActions {
  retry(clientId: string): void;
  discard(clientId: string): void;
}

interface Cached {
  readonly source: Message | OutboxEntry;
  readonly item: MessageItem;
}

/** Builds lists and remembers their items, so that what did not change is the same object in the next list. */
export class ItemBuilder {
  readonly #actions: ItemActions;
  #cache = new Map<string, Cached>();

  constructor(actions: ItemActions) {
    this.#actions = actions;
  }

  /** The list for these sources. */
  build({ messages, lane, viewer, receipts }: ItemSources): MessageItem[] {
    const before = this.#cache;
    this.#cache = new Map();
    const others = receipts.filter((receipt) => receipt.userId !== viewer.id);
    const readSeq = Math.max(0, ...others.map((receipt) => receipt.readSeq));
    const deliveredSeq = Math.max(0, ...others.map((receipt) => receipt.deliveredSeq));
    const statusOf = (message: Message): MessageStatus =>
      message.sender.id !== viewer.id || message.seq > Math.max(readSeq, deliveredSeq) ? 'sent' : message.seq <= readSeq ? 'read' : 'delivered';

    const items = messages.map((message) => this.#item(before, message, { viewer, status: statusOf(message) }));
    for (const entry of lane) {
      if (this.#cache.has(entry.clientId)) continue;
      if (entry.message) items.push(this.#item(before, entry.message, { viewer, status: statusOf(entry.message) }));
      else items.push(this.#pending(before, entry, viewer));
    }
    return items;
  }

  #item(before: ReadonlyMap<string, Cached>, message: Message, { viewer, status }: { viewer: Person; status: MessageStatus }): MessageItem {
    const isOwn = message.sender.id === viewer.id;
    const key = isOwn ? message.clientId : message.id;
    const known = before.get(key);
    if (known && known.source === message && known.item.status === status) {
      this.#cache.set(key, known);
      return known.item;
    }
    const item: MessageItem = { ...message, key, isOwn, status, error: null, ...this.#functions(known, key) };
    this.#cache.set(key, { source: message, item });
    return item;
  }

  #pending(before: ReadonlyMap<string, Cached>, entry: OutboxEntry, viewer: Person): MessageItem {
    const known = before.get(entry.clientId);
    const status: MessageStatus = entry.state === 'failed' ? 'failed' : 'sending';
    const isSame = known && 'createdAt' in known.source && known.item.status === status && known.item.error === entry.error && known.item.sender === viewer;
    if (known && isSame) {
      this.#cache.set(entry.clientId, known);
      return known.item;
    }
    const item: MessageItem = {
      key: entry.clientId,
      id: null,
      seq: null,
      conversationId: entry.conversationId,
      clientId: entry.clientId,
      sender: viewer,
      kind: 'TEXT',
      origin: 'USER_INPUT',
      audience: entry.audience ?? 'EVERYONE',
      text: entry.text,
      metadata: entry.metadata ?? {},
      parentId: entry.parentId,
      replyCount: 0,
      sentAt: new Date(entry.createdAt).toISOString(),
      editedAt: null,
      editCount: 0,
      isDeleted: false,
      deletedAt: null,
      reactions: [],
      isOwn: true,
      status,
      error: entry.error,
      ...this.#functions(known, entry.clientId),
    };
    this.#cache.set(entry.clientId, { source: entry, item });
    return item;
  }

  #functions(known: Cached | undefined, key: string): Pick<MessageItem, 'retry' | 'discard'> {
    if (known) return { retry: known.item.retry, discard: known.item.discard };
    return {
      retry: () => {
        this.#actions.retry(key);
      },
      discard: () => {
        this.#actions.discard(key);
      },
    };
  }
}
