import type { Bus, Unsubscribe } from '../bus/contract.js';
import type { Deps } from '../deps.js';
import type { Timer } from '../kernel/clock.js';
import type { LogEventName } from '../kernel/log-events.js';

/** What a board listens to, and how often it reads. */
export interface BoardPlan {
  /** Topic of the bus on which changes are signalled. */
  readonly topic: string;
  /** Which one a signal is about; null for a message that is none. */
  readonly idOf: (message: unknown) => string | null;
  /** How often all is read again, in milliseconds: what the bus lost is seen within this. */
  readonly readMs: number;
  /** The least time between two readings after signals, in milliseconds; null reads at once after each. */
  readonly pauseMs: number | null;
  /** Name of the log event of a reading that failed, and what could not be read. */
  readonly failure: { readonly event: LogEventName; readonly what: string };
}

/**
 * Something of one site as one node knows it, for all who follow it there: read when the first comes, then what signals name, and all of it every now and then. It asks nothing of the
 * database while nobody follows.
 */
export abstract class SiteBoard<Listener> {
  protected readonly deps: Deps;
  protected readonly siteId: string;
  protected readonly listeners = new Set<Listener>();
  readonly #plan: BoardPlan;
  readonly #following: Promise<Unsubscribe>;
  readonly #ready: Promise<void>;
  readonly #timer: Timer;
  readonly #dirty = new Set<string>();
  #pause: Timer | null = null;
  #reading: Promise<void> = Promise.resolve();
  #holders = 0;
  #isClosed = false;

  constructor(deps: Deps, siteId: string, plan: BoardPlan) {
    this.deps = deps;
    this.siteId = siteId;
    this.#plan = plan;
    this.#following = deps.bus.subscribe(plan.topic, (message) => {
      const id = plan.idOf(message);
      if (id !== null) this.#notice(id);
    });
    this.#ready = this.#following.then(() => this.#inTurn(() => this.load(null)));
    this.#ready.catch(() => undefined);
    this.#timer = deps.clock.every(plan.readMs, () => {
      this.#quietly(async () => {
        await this.load(null);
        this.readAgain(deps.clock.now().toISOString());
      });
    });
  }

  /** Whether nobody follows any more: a reading that ends then tells nothing. */
  protected get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Resolves once the board is read: everything after that goes to the listener. End it with {@link leave}. @throws what keeps it from being read at first. */
  async follow(listener: Listener): Promise<void> {
    this.#holders += 1;
    await this.#ready;
    this.listeners.add(listener);
  }

  /** Ends one following; true when it was the last and the board is closed. */
  leave(listener: Listener): boolean {
    this.listeners.delete(listener);
    this.#holders -= 1;
    if (this.#holders > 0) return false;
    this.#isClosed = true;
    this.#timer.cancel();
    this.#pause?.cancel();
    unsubscribe(this.#following);
    this.close();
    return true;
  }

  /** Reads these, or all of them, and tells what is different. */
  protected abstract load(ids: readonly string[] | null): Promise<void>;

  /** All were read again. */
  protected readAgain(_at: string): void {
    // Not every board tells it.
  }

  /** Lets go of what the board holds besides. */
  protected close(): void {
    // Most hold nothing.
  }

  #notice(id: string): void {
    this.#dirty.add(id);
    if (this.#pause === null && !this.#isClosed) this.#readDirty();
  }

  #readDirty(): void {
    const ids = [...this.#dirty];
    this.#dirty.clear();
    this.#quietly(() => this.load(ids));
    if (this.#plan.pauseMs === null) return;
    this.#pause = this.deps.clock.after(this.#plan.pauseMs, () => {
      this.#pause = null;
      if (this.#dirty.size > 0) this.#readDirty();
    });
  }

  /** One reading after the other, so that an older one never comes last. */
  #inTurn(read: () => Promise<void>): Promise<void> {
    const next = this.#reading.then(() => (this.#isClosed ? undefined : read()));
    this.#reading = next.catch(() => undefined);
    return next;
  }

  #quietly(read: () => Promise<void>): void {
    const { event, what } = this.#plan.failure;
    this.#inTurn(read).catch((error: unknown) => this.deps.log.error({ event, err: error }, `unable to read ${what}; trying again later`));
  }
}

/** The boards of one kind, one for a site and node, and how they are followed: resolves once the board is read. @throws what keeps it from being read at first. */
export function siteBoards<Listener, Board extends SiteBoard<Listener>>(
  make: (deps: Deps, siteId: string) => Board,
): (deps: Deps, siteId: string, listener: Listener) => Promise<{ readonly board: Board; readonly leave: () => void }> {
  const nodes = new WeakMap<Bus, Map<string, Board>>();
  return async (deps, siteId, listener) => {
    const ofNode = nodes.get(deps.bus) ?? new Map<string, Board>();
    nodes.set(deps.bus, ofNode);
    const board = ofNode.get(siteId) ?? make(deps, siteId);
    ofNode.set(siteId, board);
    const leave = (): void => {
      if (board.leave(listener) && ofNode.get(siteId) === board) ofNode.delete(siteId);
    };
    try {
      await board.follow(listener);
      return { board, leave };
    } catch (error) {
      leave();
      throw error;
    }
  };
}

/** Ends a subscription whenever it has come about. */
export function unsubscribe(subscription: Promise<Unsubscribe>): void {
  subscription.then(
    (end) => end(),
    () => undefined,
  );
}
