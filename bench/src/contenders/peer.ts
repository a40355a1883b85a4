/** What the peers share with the floor, so that what differs is what they are built with: its statements, its credentials and its order of numbers. */
import { Fanout } from './floor/fanout.js';
import { openStore, type FloorMessage, type FloorSend, type Store } from './floor/store.js';

/** The part of a chat server that is no library's. */
export interface PeerCore {
  readonly store: Store;
  /** Stores a message; resolves with its number after the commit, and hands it on in the order of the numbers. Null when the user is no member. */
  send(message: FloorSend): Promise<number | null>;
  /**
   * Begins to hand on a conversation's messages. Resolves with the number of the last one before `listen` was called, and with what it gave; null,
   * without a call, when the user is no member.
   */
  follow<Ear>(conversation: string, user: string, listen: () => Ear): Promise<{ readonly position: number; readonly ear: Ear } | null>;
  /** The messages after a number and up to a position, oldest first. */
  missed(conversation: string, after: number, position: number): Promise<readonly FloorMessage[]>;
}

/**
 * Opens the database, and makes the tables when BENCH_IS_FIRST asks for it.
 * @param handOn gets each message of a conversation that somebody follows, in the order of the numbers
 */
export async function openCore(handOn: (conversation: string, message: FloorMessage) => void): Promise<PeerCore> {
  const store = openStore(process.env['DATABASE_URL'] ?? '');
  if (process.env['BENCH_IS_FIRST'] === '1') await store.prepare();
  const order = new Fanout<FloorMessage>();
  const opened = new Set<string>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      void store.close().finally(() => process.exit(0));
    });
  }
  return {
    store,
    async send(message) {
      const { conversation, user: sender, clientId, text, at } = message;
      const seq = await store.send(message);
      if (seq !== null) order.deliver({ conversation, seq, frame: { seq, sender, clientId, text, at } });
      return seq;
    },
    async follow(conversation, user, listen) {
      if (!opened.has(conversation)) {
        opened.add(conversation);
        order.open(conversation);
        order.add(conversation, { write: (message) => handOn(conversation, message) });
      }
      const head = await store.head(conversation, user);
      if (head === null) return null;
      order.begin(conversation, head);
      // In one turn with the listening: nothing can be handed on between the two.
      return { position: order.position(conversation) ?? head, ear: listen() };
    },
    async missed(conversation, after, position) {
      const messages = await store.after(conversation, after);
      return messages.filter(({ seq }) => seq <= position);
    },
  };
}
