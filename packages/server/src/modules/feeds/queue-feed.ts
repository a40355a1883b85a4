import type { Deps } from '../../deps.js';
import { audiencesOf } from '../../kernel/audience.js';
import { ChatError } from '../../kernel/errors.js';
import { isAdmin, isStaff, type Viewer } from '../../kernel/viewer.js';
import type { MessagePreviewView, SupportCaseView } from '../../kernel/views.js';
import { previewFor } from '../../log/feed-item.js';
import { followLines, type QueueState } from '../queues/index.js';
import { followActivity } from './activity-board.js';
import type { CaseActivity } from './activity-store.js';
import { type CaseReach, followReach } from './case-reach.js';
import { openStateFeed } from './state-feed.js';

/** All queues and cases at one moment. */
export interface QueuesSnapshotItem {
  readonly type: 'QueuesSnapshot';
  readonly queues: readonly QueueState[];
  readonly cases: readonly SupportCaseView[];
}

/** A queue's new state. */
export interface QueueChangedItem {
  readonly type: 'QueueChanged';
  readonly state: QueueState;
}

/** A case's new state, or a new case. */
export interface QueueCaseChangedItem {
  readonly type: 'QueueCaseChanged';
  readonly case: SupportCaseView;
}

/** A case is over, or not for the viewer any more. */
export interface QueueCaseRemovedItem {
  readonly type: 'QueueCaseRemoved';
  readonly caseId: string;
}

/** Something was said in a case. */
export interface QueueCaseActivityItem {
  readonly type: 'QueueCaseActivity';
  readonly caseId: string;
  readonly conversationId: string;
  /** Null where the viewer does not read the conversation. */
  readonly lastMessage: MessagePreviewView | null;
  readonly lastActivityAt: string;
}

/** The feed lives. */
export interface QueuesReadItem {
  readonly type: 'QueuesRead';
  readonly at: string;
}

/** Any item of the feed of queues. */
export type QueueFeedItem = QueuesSnapshotItem | QueueChangedItem | QueueCaseChangedItem | QueueCaseRemovedItem | QueueCaseActivityItem | QueuesReadItem;

/** The most different things that wait for a slow reader. */
const CAPACITY = 4_000;

/**
 * Opens the feed of the site's queues, for a board: their counts and the cases that are not over, as far as the viewer sees cases; then each change, and
 * what was said last in a case, twice a second at most for each. When an admin
 * changes how far that is, it ends with RESYNC_REQUIRED. It has no
 * position: what it sends are states. The feed ends with RESYNC_REQUIRED, ACCESS_REVOKED or UNAVAILABLE.
 * @throws ChatError FORBIDDEN for those who are no staff
 */
export async function openQueueFeed(deps: Deps, viewer: Viewer): Promise<AsyncIterableIterator<QueueFeedItem, undefined>> {
  const operation = 'follow queues';
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only staff may`);
  return openStateFeed<QueueFeedItem>(deps, viewer, {
    operation,
    capacity: CAPACITY,
    async begin(queue, hold) {
      const reach = await followReach(deps, viewer, { operation, hold, end: (error) => queue.end(error) });
      hold(
        await followActivity(deps, viewer.siteId, (activity) => {
          if (!reach.isVisible(activity)) return;
          const mayRead = isAdmin(viewer) || activity.readers.includes(viewer.userId);
          queue.put(`activity:${activity.caseId}`, () => activityItem(activity, mayRead));
        }),
      );
      const shown = new Set<string>();
      // Of what the viewer was never shown, they do not hear that it is gone either.
      const remove = (caseId: string): void => {
        if (shown.delete(caseId)) queue.put(caseId, () => ({ type: 'QueueCaseRemoved', caseId }));
      };
      const { lines, leave } = await followLines(deps, viewer.siteId, {
        queue: (state) => queue.put(state.queue.id, () => queueItem(state)),
        changed(view) {
          if (isVisible(reach, view)) {
            shown.add(view.id);
            queue.put(view.id, () => caseItem(view));
          } else remove(view.id);
        },
        removed: remove,
        read(at) {
          reach.check();
          queue.putLast('read', () => ({ type: 'QueuesRead', at }));
        },
      });
      hold(leave);
      const cases = lines.cases.filter((view) => isVisible(reach, view));
      for (const { id } of cases) shown.add(id);
      return [{ type: 'QueuesSnapshot', queues: lines.queues, cases }];
    },
  });
}

function isVisible(reach: CaseReach, { department, agent }: SupportCaseView): boolean {
  return reach.isVisible({ department, agentId: agent?.id ?? null });
}

const activities = new WeakMap<CaseActivity, Map<boolean, QueueCaseActivityItem>>();
const queueItems = new WeakMap<QueueState, QueueChangedItem>();
const caseItems = new WeakMap<SupportCaseView, QueueCaseChangedItem>();

/** One item of one change, so that those who follow share its execution. */
function queueItem(state: QueueState): QueueChangedItem {
  const item = queueItems.get(state) ?? { type: 'QueueChanged', state };
  queueItems.set(state, item);
  return item;
}

function caseItem(view: SupportCaseView): QueueCaseChangedItem {
  const item = caseItems.get(view) ?? { type: 'QueueCaseChanged', case: view };
  caseItems.set(view, item);
  return item;
}

function activityItem(activity: CaseActivity, mayRead: boolean): QueueCaseActivityItem {
  const known = activities.get(activity) ?? new Map<boolean, QueueCaseActivityItem>();
  activities.set(activity, known);
  const { caseId, conversationId, heads, lastActivityAt } = activity;
  const item = known.get(mayRead) ?? { type: 'QueueCaseActivity', caseId, conversationId, lastMessage: mayRead ? previewFor(heads, audiencesOf('agent')) : null, lastActivityAt };
  known.set(mayRead, item);
  return item;
}
