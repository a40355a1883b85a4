import type { Unsubscribe } from '../../bus/contract.js';
import { Lease } from '../../log/lease.js';
import type { Deps } from '../../deps.js';
import type { Timer } from '../../kernel/clock.js';
import { randomToken } from '../../kernel/ids.js';
import type { PresenceView } from '../../kernel/views.js';
import type { PresenceChangedItem } from '../../log/feed-item.js';
import { GroupedReads } from '../../log/grouped-reads.js';
import { presenceTopic } from '../../log/topics.js';
import { LAST_SEEN, type LastSeenRow, SEEN } from './store.js';

/** How long a node's word that somebody is there holds, in milliseconds: after its death they are gone within this and {@link CHECK_MS}. */
export const PRESENCE_TTL_MS = 30_000;
/** How often a node renews its word. */
export const HEARTBEAT_MS = 10_000;
/** How often a node checks whether those it shows as online still are. */
export const CHECK_MS = 5_000;
/** How long somebody may be without a feed, as while reconnecting, before they count as gone. */
export const LINGER_MS = 2_000;
/** How many checks of those online there are for one check of everybody, which finds what the bus lost. */
const CHECKS_PER_FULL_CHECK = 6;
const CHUNK = 500;

type Watcher = { readonly handler: (item: PresenceChangedItem) => void };

interface Watch {
  status: PresenceView['status'] | null;
  /** Never changed, but replaced: nearly always there is one. */
  handlers: readonly Watcher[];
  readonly lease: Lease;
}

interface Here {
  feeds: number;
  linger: Timer | null;
  /** Steps of one person happen one after the other. Null when none is under way. */
  step: Promise<void> | null;
}

const NOBODY: readonly Watcher[] = [];

/**
 * Presence as one node knows it. A person is online while they have a feed open on any node: each node holds its word for its
 * own people in the ephemeral store and renews it; when it dies, the word does too, and the other nodes notice. It never throws: presence
 * is the first thing to be given up.
 */
export class PresenceNode {
  readonly #deps: Deps;
  readonly #name = randomToken(9);
  readonly #here = new Map<string, Here>();
  readonly #watches = new Map<string, Watch>();
  /** Many leave at once, as when a network breaks: they are written down together. */
  readonly #goings = new GroupedReads<string, true>({
    keyOf: () => '',
    atOnce: 1,
    most: CHUNK,
    read: async (userIds) => {
      await this.#gone(userIds);
      return userIds.map(() => true);
    },
  });
  #timers: Timer[] = [];
  #checks = 0;
  #isChecking = false;
  #isClosed = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#timers.push(deps.clock.every(HEARTBEAT_MS, () => void this.#beat()));
    this.#timers.push(deps.clock.every(CHECK_MS, () => void this.#check()));
  }

  /** A person opened a feed on this node; the answer says that it ended. */
  enter(userId: string): () => void {
    const here = this.#here.get(userId) ?? { feeds: 0, linger: null, step: null };
    this.#here.set(userId, here);
    here.feeds += 1;
    here.linger?.cancel();
    here.linger = null;
    if (here.feeds === 1) this.#then(here, () => this.#arrive(userId));
    let isOver = false;
    return () => {
      if (isOver || this.#isClosed) return;
      isOver = true;
      here.feeds -= 1;
      if (here.feeds > 0) return;
      here.linger = this.#deps.clock.after(LINGER_MS, () => this.#then(here, () => this.#depart(userId, here)));
    };
  }

  /** Calls back with each coming and going of a person. Resolves once nothing is missed. */
  async watch(userId: string, handler: (item: PresenceChangedItem) => void): Promise<Unsubscribe> {
    const watch = this.#watches.get(userId) ?? this.#open(userId);
    const own: Watcher = { handler };
    watch.handlers = watch.handlers.concat(own);
    await watch.lease.active();
    return () => {
      watch.handlers = watch.handlers.filter((each) => each !== own);
      if (watch.handlers.length > 0 || this.#watches.get(userId) !== watch) return;
      this.#watches.delete(userId);
      watch.lease.release();
    };
  }

  /** Tells those who watch a person that they are there already, when they are: for a watch that began after somebody's snapshot. Never throws. */
  async catchUp(userId: string): Promise<void> {
    await this.#quietly(async () => {
      const [held] = await this.#deps.ephemeral.members([keyOf(userId)]);
      const watch = this.#watches.get(userId);
      const isOnline = (held?.size ?? 0) > 0 || this.#here.has(userId);
      if (watch && isOnline) this.#changed(watch, { userId, status: 'online', lastSeenAt: null });
    });
  }

  /** The presence of people at this moment. `lastSeen` spares the query when the caller knows it. */
  async read(userIds: readonly string[], lastSeen?: ReadonlyMap<string, string | null>): Promise<PresenceView[]> {
    if (userIds.length === 0) return [];
    const held = await this.#deps.ephemeral.members(userIds.map(keyOf));
    const seen = lastSeen ?? (await this.#lastSeen(userIds));
    return userIds.map((userId, index): PresenceView => {
      const isOnline = (held[index]?.size ?? 0) > 0 || (this.#here.get(userId)?.feeds ?? 0) > 0;
      const watch = this.#watches.get(userId);
      const status = isOnline ? 'online' : 'offline';
      if (watch) watch.status ??= status;
      return { userId, status, lastSeenAt: isOnline ? null : (seen.get(userId) ?? null) };
    });
  }

  /** Lets everybody of this node go, as when it stops. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const timer of this.#timers) timer.cancel();
    const userIds = [...this.#here.keys()];
    for (const here of this.#here.values()) here.linger?.cancel();
    await Promise.all([...this.#here.values()].map((here) => here.step));
    this.#here.clear();
    await this.#quietly(async () => {
      for (const userId of userIds) await this.#deps.ephemeral.release(keyOf(userId), this.#name);
      await this.#gone(userIds);
    });
    for (const watch of this.#watches.values()) watch.lease.release();
    this.#watches.clear();
  }

  #then(here: Here, step: () => Promise<void>): void {
    const own: Promise<void> = (here.step ?? Promise.resolve())
      .then(() => this.#quietly(step))
      .then(() => {
        if (here.step === own) here.step = null;
      });
    here.step = own;
  }

  async #arrive(userId: string): Promise<void> {
    if (this.#isClosed) return;
    const [held] = await this.#deps.ephemeral.members([keyOf(userId)]);
    await this.#deps.ephemeral.hold(keyOf(userId), this.#name, PRESENCE_TTL_MS);
    if (!held || held.size === 0) this.#tell({ userId, status: 'online', lastSeenAt: null });
  }

  async #depart(userId: string, here: Here): Promise<void> {
    if (here.feeds > 0 || this.#isClosed) return;
    if (this.#here.get(userId) === here) this.#here.delete(userId);
    await this.#deps.ephemeral.release(keyOf(userId), this.#name);
    await this.#goings.read(userId);
  }

  /** Those of these people whom no node holds any more are offline from now on. */
  async #gone(userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
    const held = await this.#deps.ephemeral.members(userIds.map(keyOf));
    const gone = userIds.filter((userId, index) => held[index]?.size === 0 && !this.#here.has(userId));
    if (gone.length === 0) return;
    const at = this.#deps.clock.now().toISOString();
    await this.#deps.db.hot(SEEN, [gone, at]);
    // Whoever has come back meanwhile was never seen to go.
    for (const userId of gone) if (!this.#here.has(userId)) this.#tell({ userId, status: 'offline', lastSeenAt: at });
  }

  #tell(presence: PresenceView): void {
    this.#deps.bus.publish(presenceTopic(presence.userId), { presence });
  }

  #open(userId: string): Watch {
    const coming = this.#deps.bus.subscribe(presenceTopic(userId), (message) => {
      if (isPresenceMessage(message)) this.#changed(watch, message.presence);
    });
    coming.catch((error: unknown) => this.#deps.log.error({ event: 'presence.failed', err: error }, 'unable to watch presence'));
    const watch: Watch = { status: null, handlers: NOBODY, lease: new Lease(coming) };
    this.#watches.set(userId, watch);
    return watch;
  }

  #changed(watch: Watch, presence: PresenceView): void {
    if (watch.status === presence.status) return;
    watch.status = presence.status;
    const item: PresenceChangedItem = { type: 'PresenceChanged', presence };
    for (const { handler } of watch.handlers) handler(item);
  }

  async #beat(): Promise<void> {
    await this.#quietly(async () => {
      const holds = [...this.#here.keys()].map((userId) => this.#deps.ephemeral.hold(keyOf(userId), this.#name, PRESENCE_TTL_MS));
      await Promise.all(holds);
    });
  }

  /** Finds who is gone without a word, because their node died, and what the bus lost. */
  async #check(): Promise<void> {
    if (this.#isChecking) return;
    this.#isChecking = true;
    await this.#quietly(async () => {
      const isFull = this.#checks % CHECKS_PER_FULL_CHECK === 0;
      this.#checks += 1;
      const watched = [...this.#watches].filter(([, watch]) => isFull || watch.status === 'online');
      for (let at = 0; at < watched.length; at += CHUNK) await this.#checkSome(watched.slice(at, at + CHUNK));
    });
    this.#isChecking = false;
  }

  async #checkSome(watched: ReadonlyArray<readonly [string, Watch]>): Promise<void> {
    const held = await this.#deps.ephemeral.members(watched.map(([userId]) => keyOf(userId)));
    const at = this.#deps.clock.now().toISOString();
    const gone: string[] = [];
    watched.forEach(([userId, watch], index) => {
      const isOnline = (held[index]?.size ?? 0) > 0 || this.#here.has(userId);
      if (isOnline) {
        this.#changed(watch, { userId, status: 'online', lastSeenAt: null });
      } else if (watch.status === 'online') {
        gone.push(userId);
        this.#changed(watch, { userId, status: 'offline', lastSeenAt: at });
      }
    });
    if (gone.length > 0) await this.#deps.db.hot(SEEN, [gone, at]);
  }

  async #lastSeen(userIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const rows = await this.#deps.db.hot<LastSeenRow>(LAST_SEEN, [userIds]);
    return new Map(rows.map((row) => [row.id, row.lastSeenAt]));
  }

  async #quietly(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!this.#isClosed) this.#deps.log.error({ event: 'presence.failed', err: error }, 'presence failed');
    }
  }
}

const keyOf = (userId: string): string => `presence:${userId}`;

function isPresenceMessage(message: unknown): message is { readonly presence: PresenceView } {
  return typeof message === 'object' && message !== null && 'presence' in message;
}
