import type { Unsubscribe } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import type { AgentView } from '../../kernel/views.js';
import { SiteBoard, siteBoards, unsubscribe } from '../../log/site-board.js';
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
  /** What was told; null until the agent was shown. */
  view: AgentView | null;
  readonly watching: Promise<Unsubscribe>;
}

/**
 * The agents of one site as one node knows them, for all who follow them there. A change costs one small query for each node, not for each
 * follower; coming and going costs none.
 */
class AgentBoard extends SiteBoard<BoardListener> {
  readonly #places = new Map<string, Place>();

  constructor(deps: Deps, siteId: string) {
    super(deps, siteId, {
      topic: agentsTopic(siteId),
      idOf: (message) => (isAgentSignal(message) ? message.agentId : null),
      readMs: BOARD_READ_MS,
      pauseMs: null,
      failure: { event: 'agents.unread', what: 'agents' },
    });
  }

  get agents(): readonly AgentView[] {
    return [...this.#places.values()].flatMap(({ view }) => view ?? []);
  }

  protected override readAgain(at: string): void {
    for (const listener of [...this.listeners]) listener.read(at);
  }

  protected override close(): void {
    for (const { watching } of this.#places.values()) unsubscribe(watching);
    this.#places.clear();
  }

  protected async load(userIds: readonly string[] | null): Promise<void> {
    const rows = await this.deps.db.hot<AgentRow>(BOARD, [this.siteId, userIds, MAX_ON_BOARD]);
    if (this.isClosed) return;
    const ids = rows.map(({ id }) => id);
    const found = new Set(ids);
    // First, so that there is room for who is new.
    for (const userId of userIds ?? [...this.#places.keys()]) if (!found.has(userId)) this.#remove(userId);
    await Promise.all(rows.map((row) => this.#keep(row)));
    const presences = await presenceNode(this.deps).read(ids, new Map());
    if (this.isClosed) return;
    rows.forEach((row, index) => this.#show(row.id, { row, isConnected: presences[index]?.status === 'online' }));
  }

  /** Watches the coming and going of one who is new, before it is asked whether they are there. */
  async #keep(row: AgentRow): Promise<void> {
    if (this.isClosed || this.#places.has(row.id) || this.#places.size >= MAX_ON_BOARD) return;
    const watching = presenceNode(this.deps).watch(row.id, ({ presence }) => {
      const lastActiveAt = presence.lastSeenAt;
      this.#show(row.id, { isConnected: presence.status === 'online', lastActiveAt });
    });
    this.#places.set(row.id, { row, isConnected: false, view: null, watching });
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
    if (!isSame) for (const listener of [...this.listeners]) listener.changed(view);
  }

  #remove(userId: string): void {
    const place = this.#places.get(userId);
    if (!place) return;
    this.#places.delete(userId);
    unsubscribe(place.watching);
    for (const listener of [...this.listeners]) listener.removed(userId);
  }
}

const follow = siteBoards((deps, siteId) => new AgentBoard(deps, siteId));

/** Follows the agents of a site on this node. @throws what keeps the board from being read at first. */
export async function followAgents(
  deps: Deps,
  siteId: string,
  listener: BoardListener,
): Promise<{ readonly agents: readonly AgentView[]; readonly leave: () => void }> {
  const { board, leave } = await follow(deps, siteId, listener);
  return { agents: board.agents, leave };
}
