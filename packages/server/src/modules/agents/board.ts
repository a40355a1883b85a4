import type { Bus, Unsubscribe } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import type { Timer } from '../../kernel/clock.js';
import type { AgentView } from '../../kernel/views.js';
import { agentsTopic, isAgentSignal } from '../../log/topics.js';
import { presenceNode } from '../presence/index.js';
import { type AgentRow, agentView } from './rows.js';
import { BOARD } from './store.js';

/** The most agents of a site that a board shows. */
export const MAX_ON_BOARD = 1_000;
/** How often a board reads all agents again, in milliseconds: what the bus lost is seen within this. */
export const BOARD_READ_MS = 15_000;

/** What those who follow a board hear. */
export interface BoardListener {
  /** An agent's new state; the same object for all listeners. */
  changed(agent: AgentView): void;
  /** The user is no agent any more. */
  removed(userId: string): void;
  /** All agents were read again: so far nothing is missed. */
  read(at: string): void;
}

interface Place {
  row: AgentRow;
  isConnected: boolean;
  view: AgentView;
  readonly watching: Promise<Unsubscribe>;
}

/**
 * The agents of one site as one node knows them, for all who follow them there. A change costs one small query for each node, not for each
 * follower; coming and going costs none.
 */
export class AgentBoard {
  readonly #deps: Deps;
  readonly #siteId: string;
  readonly #places = new Map<string, Place>();
  readonly #listeners = new Set<BoardListener>();
  readonly #following: Promise<Unsubscribe>;
  readonly #ready: Promise<void>;
  readonly #timer: Timer;
  #reading: Promise<void> = Promise.resolve();
  #holders = 0;
  #isClosed = false;

  constructor(deps: Deps, siteId: string) {
    this.#deps = deps;
    this.#siteId = siteId;
    this.#following = deps.bus.subscribe(agentsTopic(siteId), (message) => {
      if (isAgentSignal(message)) this.#quietly(() => this.#load([message.agentId]));
    });
    this.#ready = this.#following.then(() => this.#then(() => this.#load(null)));
    this.#timer = deps.clock.every(BOARD_READ_MS, () => this.#quietly(() => this.#readAll()));
  }

  /** Follows the board once it is read: answers with the agents at that moment, and everything after it goes to the listener. End it with {@link leave}. */
  async follow(listener: BoardListener): Promise<readonly AgentView[]> {
    this.#holders += 1;
    await this.#ready;
    this.#listeners.add(listener);
    return [...this.#places.values()].map(({ view }) => view);
  }

  /** Ends one following; true when it was the last and the board is closed. */
  leave(listener: BoardListener): boolean {
    this.#listeners.delete(listener);
    this.#holders -= 1;
    if (this.#holders > 0) return false;
    this.#isClosed = true;
    this.#timer.cancel();
    unsubscribe(this.#following);
    for (const { watching } of this.#places.values()) unsubscribe(watching);
    this.#places.clear();
    return true;
  }

  async #readAll(): Promise<void> {
    await this.#load(null);
    const at = this.#deps.clock.now().toISOString();
    for (const listener of [...this.#listeners]) listener.read(at);
  }

  /** Reads these agents, or all of them, and tells what is different. */
  async #load(userIds: readonly string[] | null): Promise<void> {
    const rows = await this.#deps.db.hot<AgentRow>(BOARD, [this.#siteId, userIds, MAX_ON_BOARD]);
    const ids = rows.map(({ id }) => id);
    await Promise.all(rows.map((row) => this.#keep(row)));
    const presences = await presenceNode(this.#deps).read(ids, new Map());
    if (this.#isClosed) return;
    rows.forEach((row, index) => this.#show(row.id, { row, isConnected: presences[index]?.status === 'online' }));
    const found = new Set(ids);
    for (const userId of userIds ?? [...this.#places.keys()]) if (!found.has(userId)) this.#remove(userId);
  }

  /** Watches the coming and going of one who is new, before it is asked whether they are there. */
  async #keep(row: AgentRow): Promise<void> {
    if (this.#isClosed || this.#places.has(row.id) || this.#places.size >= MAX_ON_BOARD) return;
    const watching = presenceNode(this.#deps).watch(row.id, ({ presence }) => {
      const lastActiveAt = presence.lastSeenAt;
      this.#show(row.id, { isConnected: presence.status === 'online', lastActiveAt });
    });
    this.#places.set(row.id, { row, isConnected: false, view: agentView(row, false), watching });
    await watching;
  }

  #show(userId: string, now: { readonly row?: AgentRow; readonly isConnected: boolean; readonly lastActiveAt?: string | null }): void {
    const place = this.#places.get(userId);
    if (!place) return;
    place.isConnected = now.isConnected;
    place.row = now.row ?? { ...place.row, lastActiveAt: now.lastActiveAt ?? place.row.lastActiveAt };
    const view = agentView(place.row, place.isConnected);
    const isSame = JSON.stringify(view) === JSON.stringify(place.view);
    place.view = isSame ? place.view : view;
    if (!isSame) for (const listener of [...this.#listeners]) listener.changed(view);
  }

  #remove(userId: string): void {
    const place = this.#places.get(userId);
    if (!place) return;
    this.#places.delete(userId);
    unsubscribe(place.watching);
    for (const listener of [...this.#listeners]) listener.removed(userId);
  }

  /** One reading after the other, so that an older one never comes last. */
  #then(read: () => Promise<void>): Promise<void> {
    const next = this.#reading.then(() => (this.#isClosed ? undefined : read()));
    this.#reading = next.catch(() => undefined);
    return next;
  }

  #quietly(read: () => Promise<void>): void {
    this.#then(read).catch((error: unknown) => this.#deps.log.error({ event: 'agents.unread', err: error }, 'unable to read agents; trying again later'));
  }
}

const boards = new WeakMap<Bus, Map<string, AgentBoard>>();

/** Follows the agents of a site on this node. @throws what keeps the board from being read at first. */
export async function followAgents(
  deps: Deps,
  siteId: string,
  listener: BoardListener,
): Promise<{ readonly agents: readonly AgentView[]; readonly leave: () => void }> {
  const ofNode = boards.get(deps.bus) ?? new Map<string, AgentBoard>();
  boards.set(deps.bus, ofNode);
  const board = ofNode.get(siteId) ?? new AgentBoard(deps, siteId);
  ofNode.set(siteId, board);
  const leave = (): void => {
    if (board.leave(listener) && ofNode.get(siteId) === board) ofNode.delete(siteId);
  };
  try {
    return { agents: await board.follow(listener), leave };
  } catch (error) {
    leave();
    throw error;
  }
}

function unsubscribe(subscription: Promise<Unsubscribe>): void {
  subscription.then(
    (end) => end(),
    () => undefined,
  );
}
