import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, isChatError, notFound } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { PresenceView } from '../../kernel/views.js';
import type { SnapshotReason } from '../../log/feed-item.js';
import { KeyedQueue } from '../../log/keyed-queue.js';
import { followBroadcasts } from '../broadcasts/index.js';
import { presenceNode } from '../presence/index.js';
import type { OpenFeed } from './directory.js';
import { isListed, entryOf, entryView, totalsOf } from './inbox-entries.js';
import { InboxFeed, peopleOf } from './inbox-feed.js';
import type { InboxFeedItem } from './inbox-item.js';
import { type InboxQuery, type InboxRead, readInbox } from './inbox-store.js';
import { feedRuntime } from './runtime.js';

/** Where a client stands with its inbox. */
export interface InboxPosition {
  readonly epoch: string;
  /** Opaque to clients: `<transaction>:<notice>`. */
  readonly position: string;
}

/** From where to follow. */
export interface InboxInput {
  /** Absent: begin with a snapshot. */
  readonly after?: InboxPosition | null;
  /** Conversations in a snapshot, 1 to 100; default 50. */
  readonly first?: number | null;
}

/** With more changed conversations than this, an inbox begins with a snapshot. */
const MAX_CHANGED = 1_000;
/** The most different things that wait for a slow reader. */
const CAPACITY = 6_000;

interface Since {
  readonly epoch: string;
  readonly xmin: string;
  readonly notice: number;
}

/** How an inbox begins: resumed after a position, or by a snapshot for a reason. */
type Start =
  | { readonly read: InboxRead; readonly reset: null; readonly after: Since }
  | { readonly read: InboxRead; readonly reset: SnapshotReason; readonly after: null };

/**
 * Opens the feed of the viewer's inbox: their conversations with unread counts, presence and notices. It begins with a snapshot or a
 * resumption and goes on with states. `return()` ends it at once, also while it waits. The feed ends with RESYNC_REQUIRED,
 * ACCESS_REVOKED or UNAVAILABLE.
 * @throws ChatError INVALID_INPUT
 */
export async function openInboxFeed(deps: Deps, viewer: Viewer, input: InboxInput): Promise<AsyncIterableIterator<InboxFeedItem, undefined>> {
  const operation = 'follow inbox';
  const first = parsePageSize({ operation, field: 'first' }, input.first ?? 50);
  const after = parsePosition(operation, input.after ?? null);
  const runtime = feedRuntime(deps);
  const { counters } = runtime;
  const releases: Array<() => void> = [];
  const queue = new KeyedQueue<InboxFeedItem>({
    capacity: CAPACITY,
    onOver: (error) => {
      if (isChatError(error, 'RESYNC_REQUIRED')) counters.overflows += 1;
      if (isChatError(error, 'ACCESS_REVOKED')) counters.revoked += 1;
      for (const release of releases.splice(0).reverse()) release();
    },
  });
  const hold = (release: () => void): void => void (queue.isOver ? release() : releases.push(release));

  try {
    const inbox = new InboxFeed(deps, runtime, { viewer, queue });
    counters.inboxFeeds += 1;
    hold(() => void (counters.inboxFeeds -= 1));
    hold(() => inbox.close());
    const feed: OpenFeed = { end: (error) => queue.end(error), inbox };
    await runtime.directory.enter(deps.bus, viewer.userId, feed);
    hold(() => runtime.directory.leave(viewer.userId, feed));
    if (viewer.kind === 'user') hold(presenceNode(deps).enter(viewer.userId));
    hold(await followBroadcasts(deps, viewer.siteId, inbox.broadcasts));
    const start = await inbox.open(() => readStart(deps, viewer, after));
    const presences = await inbox.presences(start.read.rows);
    queue.start(firstItems(start, { first, presences, now: deps.clock.now() }));
    counters[start.reset === null ? 'resumed' : 'snapshots'] += 1;
    if (runtime.isStopped) queue.end(new ChatError('UNAVAILABLE', 'unable to follow inbox; the server stops'));
    return queue;
  } catch (error) {
    queue.end();
    throw error;
  }
}

/** What an inbox feed would have sent: the polling twin. */
export interface InboxEventPage {
  readonly items: readonly InboxFeedItem[];
  readonly epoch: string;
  /** Where to go on: pass it as `after`. */
  readonly position: string;
}

/**
 * Reads what changed in the viewer's inbox since a position, by asking instead of following. Without a position, or with one that
 * cannot be resumed, the only item is a snapshot.
 * @throws ChatError INVALID_INPUT
 */
export async function inboxEvents(deps: Deps, viewer: Viewer, input: { readonly after?: InboxPosition | null }): Promise<InboxEventPage> {
  const after = parsePosition('read inbox events', input.after ?? null);
  const start = await readStart(deps, viewer, after);
  const presences = start.reset === null ? [] : await presenceNode(deps).read(peopleOf(start.read.rows, viewer.userId));
  const items = firstItems(start, { first: 50, presences, now: deps.clock.now() });
  const { epoch } = start.read;
  const isPassing = (item: InboxFeedItem): boolean => item.type === 'InboxResumed' || item.type === 'InboxHead';
  return { items: items.filter((item) => !isPassing(item)), epoch, position: positionOf(start.read) };
}

async function readStart(deps: Deps, viewer: Viewer, after: Since | null): Promise<Start> {
  const epoch = await deps.db.epoch();
  const isSameEpoch = after !== null && after.epoch === epoch;
  const { userId, siteId } = viewer;
  const query = { userId, siteId, conversationId: null };
  if (isSameEpoch) {
    const read = await readInbox(deps.db, { ...query, since: after.xmin, afterNotice: after.notice });
    if (!read) throw notFound('follow inbox', 'user');
    const isAhead = BigInt(after.xmin) > BigInt(read.xmax) || after.notice > read.noticeSeq;
    if (!isAhead && read.rows.filter(({ isChanged }) => isChanged).length <= MAX_CHANGED) return { read, reset: null, after };
    return readSnapshot(deps, query, isAhead ? 'AHEAD_OF_LOG' : 'TOO_FAR_BEHIND');
  }
  return readSnapshot(deps, query, after === null ? 'FIRST' : 'EPOCH_CHANGED');
}

async function readSnapshot(
  deps: Deps,
  query: Pick<InboxQuery, 'userId' | 'siteId' | 'conversationId'>,
  reset: SnapshotReason,
): Promise<Start> {
  const read = await readInbox(deps.db, { ...query, since: null, afterNotice: null });
  if (!read) throw notFound('follow inbox', 'user');
  return { read, reset, after: null };
}

/** The items with which a feed begins, all of the moment of the reading. */
function firstItems(start: Start, how: { readonly first: number; readonly presences: readonly PresenceView[]; readonly now: Date }): InboxFeedItem[] {
  const { read, reset } = start;
  const rows = read.rows.map((row) => ({ row, entry: entryOf(row) }));
  const unread = totalsOf(rows.filter(({ row }) => !row.hasLeft).map(({ entry }) => entry));
  const listed = rows.filter(({ row, entry }) => !row.hasLeft && isListed(entry));
  const viewOf = ({ row, entry }: (typeof rows)[number]) => (row.conversation ? [entryView(entry, row.conversation, how.now)] : []);
  const position = positionOf(read);
  const { epoch, notices, broadcastReadSeq } = read;
  const broadcasts = read.broadcasts ?? [];
  if (reset !== null) {
    const entries = listed.slice(0, how.first).flatMap(viewOf);
    const hasMore = listed.length > how.first;
    return [{ type: 'InboxSnapshot', epoch, position, reason: reset, entries, hasMore, unread, presences: how.presences, notices, broadcasts, broadcastReadSeq }];
  }
  const changes = rows
    .filter(({ row }) => row.isChanged)
    .flatMap(({ row, entry }): InboxFeedItem[] => {
      if (row.hasLeft || !isListed(entry)) return [{ type: 'InboxEntryRemoved', conversationId: row.id, unread }];
      return viewOf({ row, entry }).map((view) => ({ type: 'InboxEntryChanged', entry: view, unread }));
    });
  return [
    // The position moves only behind what is sent, so that a feed cut off here resumes where this one did.
    { type: 'InboxResumed', epoch, position: `${start.after.xmin}:${start.after.notice}`, unread, presences: how.presences },
    ...changes,
    ...notices.map((notice): InboxFeedItem => ({ type: 'NoticePosted', notice })),
    ...(read.areBroadcastsChanged ? [{ type: 'BroadcastsListed', broadcasts, readSeq: broadcastReadSeq } as const] : []),
    { type: 'InboxHead', position, at: how.now.toISOString() },
  ];
}

function positionOf(read: InboxRead): string {
  return `${read.xmin}:${read.noticeSeq}`;
}

function parsePosition(operation: string, after: InboxPosition | null): Since | null {
  if (!after) return null;
  const [, xmin, notice] = /^(\d{1,18}):(\d{1,9})$/.exec(after.position) ?? [];
  if (xmin === undefined || notice === undefined) throw invalidInput(operation, 'after.position', 'is not a position of an inbox feed');
  return { epoch: after.epoch, xmin, notice: Number(notice) };
}
