import type { Deps } from '../../deps.js';
import type { UnattendedView } from '../../kernel/views.js';
import { SiteBoard, siteBoards } from '../../log/site-board.js';
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
class UnattendedBoard extends SiteBoard<UnattendedListener> {
  readonly #shown = new Map<string, UnattendedView>();

  constructor(deps: Deps, siteId: string) {
    super(deps, siteId, {
      topic: unattendedTopic(siteId),
      idOf: (message) => (isUnattendedSignal(message) ? message.conversationId : null),
      readMs: UNATTENDED_READ_MS,
      pauseMs: UNATTENDED_PAUSE_MS,
      failure: { event: 'unattended.unread', what: 'unattended conversations' },
    });
  }

  get conversations(): readonly UnattendedView[] {
    return [...this.#shown.values()];
  }

  protected override readAgain(at: string): void {
    for (const listener of [...this.listeners]) listener.read(at);
  }

  protected async load(ids: readonly string[] | null): Promise<void> {
    const rows = await readUnattended(this.deps.db, { siteId: this.siteId, limit: MAX_UNATTENDED, ...(ids === null ? {} : { ids }) });
    if (this.isClosed) return;
    const found = new Map(rows.map(({ id, view }) => [id, view]));
    for (const id of ids ?? [...this.#shown.keys()]) {
      if (found.has(id) || !this.#shown.delete(id)) continue;
      for (const listener of [...this.listeners]) listener.removed(id);
    }
    for (const [id, view] of found) {
      if (JSON.stringify(this.#shown.get(id)) === JSON.stringify(view)) continue;
      this.#shown.set(id, view);
      for (const listener of [...this.listeners]) listener.changed(view);
    }
  }
}

const follow = siteBoards((deps, siteId) => new UnattendedBoard(deps, siteId));

/** Follows the unattended conversations of a site on this node. @throws what keeps them from being read at first. */
export async function followUnattended(
  deps: Deps,
  siteId: string,
  listener: UnattendedListener,
): Promise<{ readonly conversations: readonly UnattendedView[]; readonly leave: () => void }> {
  const { board, leave } = await follow(deps, siteId, listener);
  return { conversations: board.conversations, leave };
}
