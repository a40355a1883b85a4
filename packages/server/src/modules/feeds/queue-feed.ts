import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { SupportCaseView } from '../../kernel/views.js';
import { type CaseScope, caseScope, followLines, type QueueState } from '../queues/index.js';
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

/** The feed lives. */
export interface QueuesReadItem {
  readonly type: 'QueuesRead';
  readonly at: string;
}

/** Any item of the feed of queues. */
export type QueueFeedItem = QueuesSnapshotItem | QueueChangedItem | QueueCaseChangedItem | QueueCaseRemovedItem | QueuesReadItem;

/** The most different things that wait for a slow reader. */
const CAPACITY = 4_000;

/**
 * Opens the feed of the site's queues, for a board: their counts and the cases that are not over, as far as the viewer sees cases; then each change. It has no
 * position: what it sends are states. The feed ends with RESYNC_REQUIRED, ACCESS_REVOKED or UNAVAILABLE.
 * @throws ChatError FORBIDDEN for those who are no staff
 */
export async function openQueueFeed(deps: Deps, viewer: Viewer): Promise<AsyncIterableIterator<QueueFeedItem, undefined>> {
  const operation = 'follow queues';
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only staff may`);
  const scope = await caseScope(deps, viewer);
  return openStateFeed<QueueFeedItem>(deps, viewer, {
    operation,
    capacity: CAPACITY,
    async begin(queue, hold) {
      const { lines, leave } = await followLines(deps, viewer.siteId, {
        queue: (state) => queue.put(state.queue.id, () => queueItem(state)),
        changed: (view) => queue.put(view.id, () => (isVisible(scope, view) ? caseItem(view) : { type: 'QueueCaseRemoved', caseId: view.id })),
        removed: (caseId) => queue.put(caseId, () => ({ type: 'QueueCaseRemoved', caseId })),
        read: (at) => queue.putLast('read', () => ({ type: 'QueuesRead', at })),
      });
      hold(leave);
      return [{ type: 'QueuesSnapshot', queues: lines.queues, cases: lines.cases.filter((view) => isVisible(scope, view)) }];
    },
  });
}

function isVisible({ agent }: CaseScope, view: SupportCaseView): boolean {
  return agent === null || view.department === null || agent.departments.includes(view.department) || view.agent?.id === agent.id;
}

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
