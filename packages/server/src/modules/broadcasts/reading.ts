import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { parsePageSize, parseSeq } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { BroadcastView } from '../../kernel/views.js';
import { signalUser } from '../../log/topics.js';
import { LISTING, MARK_READ, PAGE, UNREAD } from './store.js';

/** All that is shown to somebody, and how far they have read. */
export interface BroadcastListing {
  /** Newest first. */
  readonly broadcasts: readonly BroadcastView[];
  readonly readSeq: number;
}

/** All broadcasts that are shown to a user now. One statement. */
export async function readListing(deps: Pick<Deps, 'db'>, user: { readonly userId: string; readonly siteId: string }): Promise<BroadcastListing> {
  const [row] = await deps.db.hot<BroadcastListing>(LISTING, [user.userId, user.siteId]);
  return row ?? { broadcasts: [], readSeq: 0 };
}

/** A page of what is shown to the viewer, newest first, below the number `after` when it is given. One statement. @throws ChatError INVALID_INPUT */
export async function listBroadcasts(
  deps: Deps,
  viewer: Viewer,
  page: { readonly first: number; readonly after: number | null },
): Promise<{ readonly broadcasts: readonly BroadcastView[]; readonly hasMore: boolean }> {
  const first = parsePageSize({ operation: 'list broadcasts', field: 'first' }, page.first);
  const rows = await deps.db.hot<{ readonly broadcast: BroadcastView }>(PAGE, [viewer.userId, viewer.siteId, page.after, first + 1, null]);
  return { broadcasts: rows.slice(0, first).map((row) => row.broadcast), hasMore: rows.length > first };
}

/** A broadcast that is shown to the viewer, by id; null when there is none. */
export async function findBroadcast(deps: Deps, viewer: Viewer, id: string): Promise<BroadcastView | null> {
  const [row] = await deps.db.hot<{ readonly broadcast: BroadcastView }>(PAGE, [viewer.userId, viewer.siteId, null, 1, id]);
  return row?.broadcast ?? null;
}

/** How many of the broadcasts shown to the viewer they have not read. */
export async function countUnreadBroadcasts(deps: Deps, viewer: Viewer): Promise<number> {
  const [row] = await deps.db.hot<{ readonly n: number }>(UNREAD, [viewer.userId, viewer.siteId]);
  return row?.n ?? 0;
}

/**
 * Marks the broadcasts up to a number as read and tells the viewer's other devices. The mark only rises; one past the newest broadcast is taken as that. Answers
 * with the mark as it is now. One row is kept for a person, whatever they read.
 * @throws ChatError INVALID_INPUT, FORBIDDEN for an API key, whom no broadcast is for
 */
export async function markBroadcastsRead(deps: Deps, viewer: Viewer, input: { readonly upToSeq: number }): Promise<number> {
  const operation = 'mark broadcasts read';
  if (viewer.kind !== 'user') throw new ChatError('FORBIDDEN', `unable to ${operation}; an API key gets none`);
  const upToSeq = parseSeq({ operation, field: 'upToSeq' }, input.upToSeq);
  const at = deps.clock.now().toISOString();
  const [mark] = await deps.db.hot<{ readonly readSeq: number; readonly hasMoved: boolean }>(MARK_READ, [viewer.userId, viewer.siteId, upToSeq, at]);
  const readSeq = mark?.readSeq ?? 0;
  if (mark?.hasMoved) signalUser(deps, viewer.userId, { kind: 'broadcastsRead', readSeq });
  return readSeq;
}
