import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { UnattendedView } from '../../kernel/views.js';
import { caseScope, scopeParams } from '../queues/index.js';
import { type CaseReach, followReach } from './case-reach.js';
import { openStateFeed } from './state-feed.js';
import { followUnattended } from './unattended-board.js';
import { readUnattended, type UnattendedRow } from './unattended-store.js';

/** Every conversation that waits at one moment. */
export interface UnattendedSnapshotItem {
  readonly type: 'UnattendedSnapshot';
  readonly conversations: readonly UnattendedView[];
}

/** A visitor waits, or said something more. */
export interface UnattendedChangedItem {
  readonly type: 'UnattendedChanged';
  readonly conversation: UnattendedView;
}

/** Nobody waits there any more. */
export interface UnattendedRemovedItem {
  readonly type: 'UnattendedRemoved';
  readonly conversationId: string;
}

/** The feed lives. */
export interface UnattendedReadItem {
  readonly type: 'UnattendedRead';
  readonly at: string;
}

/** Any item of the feed of unattended conversations. */
export type UnattendedFeedItem = UnattendedSnapshotItem | UnattendedChangedItem | UnattendedRemovedItem | UnattendedReadItem;

/** The most different things that wait for a slow reader. */
const CAPACITY = 4_000;

/**
 * Opens the feed of the site's unattended conversations: those in which a visitor waits, then each change. Of support's own, an agent
 * gets those of the cases that they may see. It has no position: what it sends are
 * states, and a new one begins with all of them. The feed ends with RESYNC_REQUIRED, ACCESS_REVOKED or UNAVAILABLE.
 * @throws ChatError FORBIDDEN for those who are no staff
 */
export async function openUnattendedFeed(deps: Deps, viewer: Viewer): Promise<AsyncIterableIterator<UnattendedFeedItem, undefined>> {
  const operation = 'follow unattended conversations';
  requireStaff(viewer, operation);
  return openStateFeed<UnattendedFeedItem>(deps, viewer, {
    operation,
    capacity: CAPACITY,
    async begin(queue, hold) {
      const reach = await followReach(deps, viewer, { operation, hold, end: (error) => queue.end(error) });
      const shown = new Set<string>();
      // Of what the viewer was never shown, they do not hear that it is gone either.
      const remove = (conversationId: string): void => {
        if (shown.delete(conversationId)) queue.put(conversationId, () => ({ type: 'UnattendedRemoved', conversationId }));
      };
      const { conversations, leave } = await followUnattended(deps, viewer.siteId, {
        changed(conversation) {
          const { conversationId } = conversation;
          if (isVisible(reach, conversation)) {
            shown.add(conversationId);
            queue.put(conversationId, () => changeOf(conversation));
          } else remove(conversationId);
        },
        removed: remove,
        read(at) {
          reach.check();
          queue.putLast('read', () => ({ type: 'UnattendedRead', at }));
        },
      });
      hold(leave);
      const visible = conversations.filter((each) => isVisible(reach, each));
      for (const { conversationId } of visible) shown.add(conversationId);
      return [{ type: 'UnattendedSnapshot', conversations: visible }];
    },
  });
}

/** A page of what {@link openUnattendedFeed} follows, newest activity first, for polling. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function listUnattended(
  deps: Deps,
  viewer: Viewer,
  page: { readonly first: number; readonly after: { readonly at: Date; readonly id: string } | null },
): Promise<{ readonly rows: readonly UnattendedRow[]; readonly hasMore: boolean }> {
  const operation = 'list unattended conversations';
  requireStaff(viewer, operation);
  const first = parsePageSize({ operation, field: 'first' }, page.first);
  const scope = scopeParams(await caseScope(deps, viewer));
  const rows = await readUnattended(deps.db, { siteId: viewer.siteId, after: page.after, limit: first + 1, scope });
  return { rows: rows.slice(0, first), hasMore: rows.length > first };
}

function isVisible(reach: CaseReach, { of }: UnattendedView): boolean {
  return of === null || reach.isVisible(of);
}

function requireStaff(viewer: Viewer, operation: string): void {
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only staff may`);
}

const changes = new WeakMap<UnattendedView, UnattendedChangedItem>();

/** One item of one change, so that those who follow share its execution. */
function changeOf(conversation: UnattendedView): UnattendedChangedItem {
  const item = changes.get(conversation) ?? { type: 'UnattendedChanged', conversation };
  changes.set(conversation, item);
  return item;
}
