import type { Deps } from '../../deps.js';
import { PRUNE_VISITS } from './store.js';

/** For how long a visit is kept after its user was last on a page, in milliseconds: 30 days. */
export const VISIT_KEPT_MS = 30 * 24 * 3_600_000;
/** How often a node looks for older ones, in milliseconds. */
export const PRUNE_MS = 3_600_000;
/** The most that one statement takes away. */
const MOST = 10_000;

/** Takes away what is older than {@link VISIT_KEPT_MS}, a part at a time. Any number of nodes may do it at once. Answers with how many were taken away. */
export async function pruneVisits(deps: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - VISIT_KEPT_MS).toISOString();
  let count = 0;
  for (;;) {
    const [row] = await deps.db.hot<{ readonly count: number }>(PRUNE_VISITS, [before, MOST]);
    const pruned = row?.count ?? 0;
    count += pruned;
    if (pruned < MOST) return count;
  }
}

/** A node's watch over the age of visits, until it is stopped. */
export interface VisitWatch {
  /** Resolves when what is under way is over. */
  stop(): Promise<void>;
}

/** Begins to take old visits away on this node. Call it once when the server starts. */
export function startVisits(deps: Deps): VisitWatch {
  let running: Promise<void> | null = null;
  const timer = deps.clock.every(PRUNE_MS, () => {
    running ??= pruneVisits(deps)
      .then(
        () => undefined,
        (error: unknown) => deps.log.error({ event: 'visits.unpruned', err: error }, 'unable to take old visits away; trying again later'),
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
