import type { Deps } from '../../deps.js';
import type { Timer } from '../../kernel/clock.js';
import { signalBroadcast } from '../../log/topics.js';
import { EXPIRE, LOCK_DUE, PUBLISH_DUE } from './store.js';

/** How often a node looks for broadcasts whose time has come or is over, in milliseconds. */
export const PUBLISH_MS = 5_000;
/** Passes in one go; each takes at most 20 sites. */
const MAX_PASSES = 50;

interface Changed {
  readonly id: string;
  readonly siteId: string;
}

/**
 * Publishes and ends what is due at this moment, and answers how many broadcasts changed. Any number of nodes may do it at once: the sites that one of them holds
 * are skipped by the others, and a state changes once.
 */
export async function publishDue(deps: Pick<Deps, 'db' | 'bus' | 'clock'>): Promise<number> {
  let count = 0;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const changed = await publishOnce(deps);
    if (changed === null) break;
    count += changed.length;
    for (const { id, siteId } of changed) signalBroadcast(deps, siteId, id);
  }
  return count;
}

function publishOnce(deps: Pick<Deps, 'db' | 'clock'>): Promise<readonly Changed[] | null> {
  const now = deps.clock.now().toISOString();
  return deps.db.transaction(async (tx) => {
    const sites = await tx.raw<{ readonly siteId: string }>(LOCK_DUE, [now]);
    if (sites.length === 0) return null;
    const siteIds = sites.map(({ siteId }) => siteId);
    // What expired while no node was up is never shown.
    const expired = await tx.raw<Changed>(EXPIRE, [now, siteIds]);
    const published = await tx.raw<Changed>(PUBLISH_DUE, [now, siteIds]);
    return [...expired, ...published];
  });
}

/** A node's watch over the times of broadcasts, until it is stopped. */
export interface BroadcastWatch {
  /** Resolves when what is under way is over. */
  stop(): Promise<void>;
}

/** Begins to publish and end broadcasts on this node. Call it once when the server starts. */
export function startBroadcasts(deps: Deps): BroadcastWatch {
  let running: Promise<void> | null = null;
  const timer: Timer = deps.clock.every(PUBLISH_MS, () => {
    running ??= publishDue(deps)
      .then(
        () => undefined,
        (error: unknown) => deps.log.error({ event: 'broadcasts.unpublished', err: error }, 'unable to publish broadcasts; trying again later'),
      )
      .finally(() => {
        running = null;
      });
  });
  return {
    async stop() {
      timer.cancel();
      await running;
    },
  };
}
