import type { Deps } from '../../deps.js';
import { ChatError, isChatError } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import { KeyedQueue } from '../../log/keyed-queue.js';
import { presenceNode } from '../presence/index.js';
import type { OpenFeed } from './directory.js';
import { feedRuntime } from './runtime.js';

/** Keeps what must be let go when the feed ends; lets it go at once when the feed has ended already. */
export type Hold = (release: () => void) => void;

/** A feed that sends states: it has no position, and a new one begins with all of them. */
export interface StateFeed<Item extends object> {
  /** What the viewer wanted, for errors: `follow agents`. */
  readonly operation: string;
  /** The most different things that wait for a slow reader. */
  readonly capacity: number;
  /** Begins to follow, and answers with the first items. What is put into the queue meanwhile comes behind them. */
  begin(queue: KeyedQueue<Item>, hold: Hold): Promise<readonly Item[]>;
}

/**
 * Opens a feed of states for a viewer whose right to it was looked at. While it is open the viewer counts as there. It ends with RESYNC_REQUIRED,
 * ACCESS_REVOKED or UNAVAILABLE, and lets everything go.
 * @throws what `begin` throws
 */
export async function openStateFeed<Item extends object>(deps: Deps, viewer: Viewer, feed: StateFeed<Item>): Promise<AsyncIterableIterator<Item, undefined>> {
  const runtime = feedRuntime(deps);
  const releases: Array<() => void> = [];
  const queue = new KeyedQueue<Item>({
    capacity: feed.capacity,
    onOver: (error) => {
      if (isChatError(error, 'RESYNC_REQUIRED')) runtime.counters.overflows += 1;
      if (isChatError(error, 'ACCESS_REVOKED')) runtime.counters.revoked += 1;
      for (const release of releases.splice(0).reverse()) release();
    },
  });
  const hold: Hold = (release) => void (queue.isOver ? release() : releases.push(release));
  try {
    const open: OpenFeed = { end: (error) => queue.end(error), inbox: null };
    await runtime.directory.enter(deps.bus, viewer.userId, open);
    hold(() => runtime.directory.leave(viewer.userId, open));
    if (viewer.kind === 'user') hold(presenceNode(deps).enter(viewer.userId));
    queue.start(await feed.begin(queue, hold));
    if (runtime.isStopped) queue.end(new ChatError('UNAVAILABLE', `unable to ${feed.operation}; the server stops`));
    return queue;
  } catch (error) {
    queue.end();
    throw error;
  }
}
