import type { Unsubscribe } from '../../bus/contract.js';
import { Lease } from '../../log/lease.js';
import type { ConversationHub } from '../../log/hub.js';
import type { PresenceNode } from '../presence/index.js';

/** The most people of a conversation whose coming and going is shown. */
const MAX_PEERS = 200;

/** Brings the presence of a conversation's people to its feeds, once for all feeds of the conversation on this node. */
export class Peers {
  readonly #hub: ConversationHub;
  readonly #presence: PresenceNode;
  readonly #watched = new Map<string, Lease>();
  readonly #untap: Unsubscribe;
  #holders = 0;

  constructor(hub: ConversationHub, presence: PresenceNode) {
    this.#hub = hub;
    this.#presence = presence;
    this.#untap = hub.tap((event) => {
      if (event.type === 'ParticipantJoined') void this.#welcome(event.payload.participant.user.id);
      if (event.type === 'ParticipantLeft') this.#unwatch(event.payload.participant.user.id);
    });
  }

  /** One more feed needs them; the answer says that it ended. Resolves once nobody's coming or going is missed. */
  async hold(userIds: readonly string[]): Promise<void> {
    await Promise.all(userIds.map((userId) => this.#watch(userId)));
  }

  /** Counts a feed. */
  enter(): void {
    this.#holders += 1;
  }

  /** Uncounts a feed; true when it was the last and all is let go. */
  leave(): boolean {
    this.#holders -= 1;
    if (this.#holders > 0) return false;
    this.#untap();
    for (const userId of [...this.#watched.keys()]) this.#unwatch(userId);
    return true;
  }

  /** Feeds that are open have no snapshot of somebody who comes later, so what happened until the watch was active is told. */
  async #welcome(userId: string): Promise<void> {
    try {
      await this.#watch(userId);
    } catch {
      return; // Logged by presence; without a bus there is nothing to catch up with.
    }
    await this.#presence.catchUp(userId);
  }

  async #watch(userId: string): Promise<void> {
    const known = this.#watched.get(userId);
    if (known) return known.active();
    if (this.#watched.size >= MAX_PEERS) return;
    const lease = new Lease(this.#presence.watch(userId, (item) => this.#hub.broadcast(item)));
    this.#watched.set(userId, lease);
    await lease.active();
  }

  #unwatch(userId: string): void {
    this.#watched.get(userId)?.release();
    this.#watched.delete(userId);
  }
}
