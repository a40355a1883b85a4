import type { Bus, Unsubscribe } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import type { Timer } from '../../kernel/clock.js';
import type { UnattendedView } from '../../kernel/views.js';
import { isUnattendedSignal, unattendedTopic } from '../../log/topics.js';
import { readUnattended } from './unattended-store.js';

/** The most conversations that a board shows: the newest. */
export const MAX_UNATTENDED = 1_000;
/** How often a board reads all of them again, in milliseconds: what the bus lost is seen within this. */
export const UNATTENDED_READ_MS = 15_000;
/** The least time between two readings after signals, in milliseconds: what is said meanwhile, wherever, is read together. */
export const UNATTENDED_PAUSE_MS = 500;

/** What those who follow a board hear. */
export interface UnattendedListener {
  /** A visitor waits, or said something more; the same object for all listeners. */
  changed(conversation: UnattendedView): void;
  /** Nobody waits there any more. */
  removed(conversationId: string): void;
  /** All were read again: so far nothing is missed. */
  read(at: string): void;
}

/**
 * The conversations of one site in which a visitor waits for staff, as one node knows them. However much visitors write, a node asks the database twice a
 * second at most, and not at all while no staff follow.
 */
class UnattendedBoard {
  readonly #deps: Deps;
  readonly #siteId: string;
  readonly #shown = new Map<string, UnattendedView>();
  readonly #listeners = new Set<UnattendedListener>();
  readonly #following: Promise<Unsubscribe>;
  readonly #ready: Promise<void>;
  readonly #timer: Timer;
  #pause: Timer | null = null;
  #dirty = new Set<string>();
  #reading: Promise<void> = Promise.resolve();
  #holders = 0;
  #isClosed = false;

  constructor(deps: Deps, siteId: string) {
    this.#deps = deps;
    this.#siteId = siteId;
    this.#following = deps.bus.subscribe(unattendedTopic(siteId), (message) => {
      if (isUnattendedSignal(message)) this.#notice(message.conversationId);
    });
    this.#ready = this.#following.then(() => this.#then(() => this.#load(null)));
    this.#timer = deps.clock.every(UNATTENDED_READ_MS, () => this.#quietly(() => this.#readAll()));
  }

  async follow(listener: UnattendedListener): Promise<readonly UnattendedView[]> {
    this.#holders += 1;
    await this.#ready;
    this.#listeners.add(listener);
    return [...this.#shown.values()];
  }

  /** True when it was the last and the board is closed. */
  leave(listener: UnattendedListener): boolean {
    this.#listeners.delete(listener);
    this.#holders -= 1;
    if (this.#holders > 0) return false;
    this.#isClosed = true;
    this.#timer.cancel();
    this.#pause?.cancel();
    this.#following.then(
      (end) => end(),
      () => undefined,
    );
    return true;
  }

  #notice(conversationId: string): void {
    this.#dirty.add(conversationId);
    if (this.#pause === null && !this.#isClosed) this.#readDirty();
  }

  #readDirty(): void {
    const ids = [...this.#dirty];
    this.#dirty.clear();
    this.#quietly(() => this.#load(ids));
    this.#pause = this.#deps.clock.after(UNATTENDED_PAUSE_MS, () => {
      this.#pause = null;
      if (this.#dirty.size > 0) this.#readDirty();
    });
  }

  async #readAll(): Promise<void> {
    await this.#load(null);
    const at = this.#deps.clock.now().toISOString();
    for (const listener of [...this.#listeners]) listener.read(at);
  }

  async #load(ids: readonly string[] | null): Promise<void> {
    const rows = await readUnattended(this.#deps.db, { siteId: this.#siteId, limit: MAX_UNATTENDED, ...(ids === null ? {} : { ids }) });
    if (this.#isClosed) return;
    const found = new Map(rows.map(({ id, view }) => [id, view]));
    for (const id of ids ?? [...this.#shown.keys()]) {
      if (found.has(id) || !this.#shown.delete(id)) continue;
      for (const listener of [...this.#listeners]) listener.removed(id);
    }
    for (const [id, view] of found) {
      if (JSON.stringify(this.#shown.get(id)) === JSON.stringify(view)) continue;
      this.#shown.set(id, view);
      for (const listener of [...this.#listeners]) listener.changed(view);
    }
  }

  /** One reading after the other, so that an older one never comes last. */
  #then(read: () => Promise<void>): Promise<void> {
    const next = this.#reading.then(() => (this.#isClosed ? undefined : read()));
    this.#reading = next.catch(() => undefined);
    return next;
  }

  #quietly(read: () => Promise<void>): void {
    this.#then(read).catch((error: unknown) => this.#deps.log.error({ event: 'unattended.unread', err: error }, 'unable to read unattended conversations; trying again later'));
  }
}

const boards = new WeakMap<Bus, Map<string, UnattendedBoard>>();

/** Follows the unattended conversations of a site on this node. @throws what keeps them from being read at first. */
export async function followUnattended(
  deps: Deps,
  siteId: string,
  listener: UnattendedListener,
): Promise<{ readonly conversations: readonly UnattendedView[]; readonly leave: () => void }> {
  const ofNode = boards.get(deps.bus) ?? new Map<string, UnattendedBoard>();
  boards.set(deps.bus, ofNode);
  const board = ofNode.get(siteId) ?? new UnattendedBoard(deps, siteId);
  ofNode.set(siteId, board);
  const leave = (): void => {
    if (board.leave(listener) && ofNode.get(siteId) === board) ofNode.delete(siteId);
  };
  try {
    return { conversations: await board.follow(listener), leave };
  } catch (error) {
    leave();
    throw error;
  }
}
