import type { Bus, Unsubscribe } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import type { BroadcastView } from '../../kernel/views.js';
import type { BroadcastState } from '../../kernel/words.js';
import { broadcastsTopic, isBroadcastSignal } from '../../log/topics.js';
import { TOLD } from './store.js';

/** A broadcast was published, for all whom it is for. */
export interface BroadcastPostedItem {
  readonly type: 'BroadcastPosted';
  readonly broadcast: BroadcastView;
}

/** A broadcast is no longer shown. */
export interface BroadcastRemovedItem {
  readonly type: 'BroadcastRemoved';
  readonly broadcastId: string;
}

/** What an open inbox hears of its site's broadcasts. The same object for all who hear it. */
export type BroadcastChange = BroadcastPostedItem | BroadcastRemovedItem;

/** An open inbox. */
export interface BroadcastListener {
  readonly userId: string;
  /** A broadcast for this user was published, or any of the site is no longer shown. */
  broadcast(change: BroadcastChange): void;
}

/** A broadcast that was changed, and by which transaction. */
export interface ChangedBroadcast {
  readonly id: string;
  readonly xid: string;
}

interface ToldRow {
  readonly id: string;
  readonly state: BroadcastState;
  readonly xid: string;
  readonly broadcast: BroadcastView | null;
  readonly userIds: readonly string[];
}

/** People who are told in one go. */
const TOLD_AT_ONCE = 500;
/** Changes that a board remembers having told, so that the sweeper's look back repeats none. */
const REMEMBERED = 500;

/**
 * The broadcasts of one site as one node tells of them. A change costs one statement for each node, which also says whom of all open inboxes there it is for, and
 * nothing for each of them.
 */
class BroadcastBoard {
  readonly #deps: Deps;
  readonly #siteId: string;
  readonly #listeners = new Map<string, Set<BroadcastListener>>();
  /** By broadcast, the transaction of its newest change that was told. */
  readonly #told = new Map<string, string>();
  readonly following: Promise<Unsubscribe>;
  #reading: Promise<void> = Promise.resolve();
  holders = 0;

  constructor(deps: Deps, siteId: string) {
    this.#deps = deps;
    this.#siteId = siteId;
    this.following = deps.bus.subscribe(broadcastsTopic(siteId), (message) => {
      if (!isBroadcastSignal(message)) return;
      this.#then(() => this.#tell([message.broadcastId])).catch((error: unknown) =>
        deps.log.error({ event: 'broadcasts.unread', err: error }, 'unable to read a broadcast; the sweeper tries again'),
      );
    });
  }

  listen(listener: BroadcastListener): void {
    const ofUser = this.#listeners.get(listener.userId) ?? new Set();
    this.#listeners.set(listener.userId, ofUser.add(listener));
  }

  unlisten(listener: BroadcastListener): void {
    const ofUser = this.#listeners.get(listener.userId);
    ofUser?.delete(listener);
    if (ofUser?.size === 0) this.#listeners.delete(listener.userId);
  }

  /** Tells of these changes, unless that was done. Resolves when all that came before is told too. */
  catchUp(changed: readonly ChangedBroadcast[]): Promise<void> {
    return this.#then(() => this.#tell(changed.filter(({ id, xid }) => this.#told.get(id) !== xid).map(({ id }) => id)));
  }

  async #tell(ids: readonly string[]): Promise<void> {
    if (ids.length === 0 || this.#listeners.size === 0) return;
    const rows = await this.#deps.db.hot<ToldRow>(TOLD, [this.#siteId, ids, [...this.#listeners.keys()]]);
    for (const row of rows) {
      if (this.#told.get(row.id) === row.xid) continue;
      this.#remember(row);
      if (row.broadcast) await this.#post({ type: 'BroadcastPosted', broadcast: row.broadcast }, row.userIds);
      else if (row.state !== 'scheduled') await this.#post({ type: 'BroadcastRemoved', broadcastId: row.id }, this.#listeners.keys());
    }
  }

  /** A node may have ten thousand inboxes: they are told some at a time, so that everything else has its turn. */
  async #post(change: BroadcastChange, userIds: Iterable<string>): Promise<void> {
    let told = 0;
    for (const userId of userIds) {
      for (const listener of this.#listeners.get(userId) ?? []) listener.broadcast(change);
      told += 1;
      if (told % TOLD_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #remember({ id, xid }: ChangedBroadcast): void {
    this.#told.delete(id);
    this.#told.set(id, xid);
    const [oldest] = this.#told.keys();
    if (this.#told.size > REMEMBERED && oldest !== undefined) this.#told.delete(oldest);
  }

  /** One reading after the other, so that an older state never comes last. */
  #then(read: () => Promise<void>): Promise<void> {
    const next = this.#reading.then(read);
    this.#reading = next.catch(() => undefined);
    return next;
  }
}

const boards = new WeakMap<Bus, Map<string, BroadcastBoard>>();

/** Hears of the broadcasts of a site on this node from now on. Resolves once nothing is missed, with what ends it. @throws what keeps the bus from being heard */
export async function followBroadcasts(deps: Deps, siteId: string, listener: BroadcastListener): Promise<() => void> {
  const ofNode = boards.get(deps.bus) ?? new Map<string, BroadcastBoard>();
  boards.set(deps.bus, ofNode);
  const board = ofNode.get(siteId) ?? new BroadcastBoard(deps, siteId);
  ofNode.set(siteId, board);
  board.holders += 1;
  board.listen(listener);
  const leave = (): void => {
    board.unlisten(listener);
    board.holders -= 1;
    if (board.holders > 0) return;
    if (ofNode.get(siteId) === board) ofNode.delete(siteId);
    board.following.then(
      (end) => end(),
      () => undefined,
    );
  };
  try {
    await board.following;
    return leave;
  } catch (error) {
    leave();
    throw error;
  }
}

/** Tells the open inboxes of this node of changed broadcasts that they may have missed. Resolves when they have them. */
export async function catchUpBroadcasts(deps: Pick<Deps, 'bus'>, changed: readonly (ChangedBroadcast & { readonly siteId: string })[]): Promise<void> {
  const ofNode = boards.get(deps.bus);
  if (!ofNode) return;
  await Promise.all([...ofNode].map(([siteId, board]) => board.catchUp(changed.filter((each) => each.siteId === siteId))));
}
