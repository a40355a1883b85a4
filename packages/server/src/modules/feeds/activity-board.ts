import type { Deps } from '../../deps.js';
import { SiteBoard, siteBoards } from '../../log/site-board.js';
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
class ActivityBoard extends SiteBoard<ActivityListener> {
  /** What was told last, by conversation. */
  readonly #known = new Map<string, string>();

  constructor(deps: Deps, siteId: string) {
    super(deps, siteId, {
      topic: activityTopic(siteId),
      idOf: (message) => (isActivitySignal(message) ? message.active : null),
      readMs: ACTIVITY_READ_MS,
      pauseMs: ACTIVITY_PAUSE_MS,
      failure: { event: 'activity.unread', what: 'what was said in cases' },
    });
  }

  protected async load(ids: readonly string[] | null): Promise<void> {
    const found = await readActivity(this.deps.db, { siteId: this.siteId, ids });
    if (this.isClosed) return;
    if (ids === null) {
      const live = new Set(found.map(({ conversationId }) => conversationId));
      for (const id of [...this.#known.keys()]) if (!live.has(id)) this.#known.delete(id);
    }
    for (const activity of found) {
      const told = JSON.stringify(activity);
      if (this.#known.get(activity.conversationId) === told) continue;
      this.#known.set(activity.conversationId, told);
      for (const listener of [...this.listeners]) listener(activity);
    }
  }
}

const follow = siteBoards((deps, siteId) => new ActivityBoard(deps, siteId));

/** Follows what is said in the cases of a site on this node. The answer ends it. @throws what keeps it from being read at first. */
export async function followActivity(deps: Deps, siteId: string, listener: ActivityListener): Promise<() => void> {
  return (await follow(deps, siteId, listener)).leave;
}
