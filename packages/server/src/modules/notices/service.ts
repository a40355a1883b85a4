import type { Notice } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { parsePageSize, parseSeq } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { NoticeView } from '../../kernel/views.js';
import type { JsonObject, JsonValue } from '../../kernel/words.js';
import { signalUser } from '../../log/topics.js';

/** A page of notices, newest first. */
export interface NoticePage {
  readonly notices: readonly NoticeView[];
  readonly hasMore: boolean;
}

/** The viewer's own notices, newest first, from below the number `after` when it is given. One query. */
export async function listNotices(
  deps: Deps,
  viewer: Viewer,
  page: { readonly first: number; readonly after: number | null },
): Promise<NoticePage> {
  const first = parsePageSize({ operation: 'list notices', field: 'first' }, page.first);
  const rows = await deps.db.prisma.notice.findMany({
    where: { userId: viewer.userId, siteId: viewer.siteId, ...(page.after === null ? {} : { seq: { lt: page.after } }) },
    orderBy: { seq: 'desc' },
    take: first + 1,
  });
  return { notices: rows.slice(0, first).map(noticeView), hasMore: rows.length > first };
}

/** One of the viewer's own notices by id; null when there is none. */
export async function findNotice(deps: Deps, viewer: Viewer, id: string): Promise<NoticeView | null> {
  const row = await deps.db.prisma.notice.findFirst({ where: { id, userId: viewer.userId, siteId: viewer.siteId } });
  return row && noticeView(row);
}

/** The most notices that open inboxes are told of at once; the rest they see in their next snapshot. */
const MAX_TOLD = 50;

/**
 * Marks the viewer's notices up to a number as read, and tells their open inboxes. Answers with how many were unread before; repeating
 * it answers 0.
 * @throws ChatError INVALID_INPUT
 */
export async function markNoticesRead(deps: Deps, viewer: Viewer, input: { readonly upToSeq: number }): Promise<number> {
  const upToSeq = parseSeq({ operation: 'mark notices read', field: 'upToSeq' }, input.upToSeq);
  const marked = await deps.db.prisma.notice.updateManyAndReturn({
    where: { userId: viewer.userId, siteId: viewer.siteId, seq: { lte: upToSeq }, readAt: null },
    data: { readAt: deps.clock.now() },
  });
  const newest = marked.sort((one, other) => one.seq - other.seq).slice(-MAX_TOLD);
  for (const row of newest) signalUser(deps, viewer.userId, { kind: 'notice', notice: noticeView(row) });
  return marked.length;
}

function noticeView(row: Notice): NoticeView {
  return {
    id: row.id,
    seq: row.seq,
    kind: row.kind,
    conversationId: row.conversationId,
    data: isObject(row.data) ? row.data : {},
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  };
}

function isObject(value: unknown): value is { [key: string]: JsonValue } & JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
