import type { Bus, Unsubscribe } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import type { Timer } from '../../kernel/clock.js';
import { activityTopic, isActivitySignal } from '../../log/topics.js';
import { type CaseActivity, readActivity } from './activity-store.js';

/** How often a board reads all of them again, in milliseconds: what the bus lost is seen within this. */
export const ACTIVITY_READ_MS = 15_000;
/** The least time between two readings after signals, in milliseconds: what is said meanwhile, in whichever cases, is read together. */
export const ACTIVITY_PAUSE_MS = 500;

/** Is told what was said last in a case; the same object for all listeners. */
export type ActivityListener = (activity: CaseActivity) => void;

/**
 * What was said last in the cases of one site that are not over, as one node knows it. However much is written and however many staff follow, a node asks the
 * database twice a second at most, and not at all while nobody follows.
 */
class ActivityBoard {
  readonly #deps: Deps;
  readonly #siteId: string;
  /** What was told last, by conversation. */
  readonly #known = new Map<string, string>();
  readonly #listeners = new Set<ActivityListener>();
  readonly #following: Promise<Unsubscribe>;
  readonly #ready: Promise<void>;
  readonly #timer: Timer;
  #pause: Timer | null = null;
  #dirty = new Set<string>();
  #reading: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(deps: Deps, siteId: string) {
    this.#deps = deps;
    this.#siteId = siteId;
    this.#following = deps.bus.subscribe(activityTopic(siteId), (message) => {
      if (isActivitySignal(message)) this.#notice(message.active);
    });
    this.#ready = this.#following.then(() => this.#then(null));
    this.#ready.catch(() => undefined);
    this.#timer = deps.clock.every(ACTIVITY_READ_MS, () => this.#quietly(null));
  }

  async follow(listener: ActivityListener): Promise<void> {
    this.#listeners.add(listener);
    await this.#ready;
  }

  /** True when it was the last and the board is closed. */
  leave(listener: ActivityListener): boolean {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return false;
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
    this.#quietly(ids);
    this.#pause = this.#deps.clock.after(ACTIVITY_PAUSE_MS, () => {
      this.#pause = null;
      if (this.#dirty.size > 0) this.#readDirty();
    });
  }

  async #load(ids: readonly string[] | null): Promise<void> {
    const found = await readActivity(this.#deps.db, { siteId: this.#siteId, ids });
    if (this.#isClosed) return;
    if (ids === null) {
      const live = new Set(found.map(({ conversationId }) => conversationId));
      for (const id of [...this.#known.keys()]) if (!live.has(id)) this.#known.delete(id);
    }
    for (const activity of found) {
      const told = JSON.stringify(activity);
      if (this.#known.get(activity.conversationId) === told) continue;
      this.#known.set(activity.conversationId, told);
      for (const listener of [...this.#listeners]) listener(activity);
    }
  }

  /** One reading after the other, so that an older one never comes last. */
  #then(ids: readonly string[] | null): Promise<void> {
    const next = this.#reading.then(() => (this.#isClosed ? undefined : this.#load(ids)));
    this.#reading = next.catch(() => undefined);
    return next;
  }

  #quietly(ids: readonly string[] | null): void {
    this.#then(ids).catch((error: unknown) => this.#deps.log.error({ event: 'activity.unread', err: error }, 'unable to read what was said in cases; trying again later'));
  }
}

const boards = new WeakMap<Bus, Map<string, ActivityBoard>>();

/** Follows what is said in the cases of a site on this node. The answer ends it. @throws what keeps it from being read at first. */
export async function followActivity(deps: Deps, siteId: string, listener: ActivityListener): Promise<() => void> {
  const ofNode = boards.get(deps.bus) ?? new Map<string, ActivityBoard>();
  boards.set(deps.bus, ofNode);
  const board = ofNode.get(siteId) ?? new ActivityBoard(deps, siteId);
  ofNode.set(siteId, board);
  const leave = (): void => {
    if (board.leave(listener) && ofNode.get(siteId) === board) ofNode.delete(siteId);
  };
  try {
    await board.follow(listener);
    return leave;
  } catch (error) {
    leave();
    throw error;
  }
}
