import type { Broadcast } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { parsePageSize } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { BroadcastState } from '../../kernel/words.js';
import { signalBroadcast } from '../../log/topics.js';
import { requirePermission } from '../identity/index.js';
import { accessBroadcast } from './access.js';
import { type AudienceInput, type NewBroadcast, parseAudience, parseBroadcast, parseTimes } from './input.js';
import { AUDIENCE_SIZE, ENSURE_LINE, LOCK_LINE, NEXT_SEQ, REACH } from './store.js';

/** The most broadcasts of a site that are scheduled or shown at once. */
export const MAX_LIVE = 100;

/**
 * Sends a broadcast, at once or at its time; nothing is written for those whom it is for. Again with the same client id and content it answers with the first.
 * @throws ChatError FORBIDDEN without the permission `manage_broadcasts`, INVALID_INPUT, IDEMPOTENCY_CONFLICT, LIMIT_EXCEEDED
 */
export async function sendBroadcast(deps: Deps, viewer: Viewer, input: NewBroadcast): Promise<Broadcast> {
  const operation = 'send broadcast';
  await requirePermission(deps, viewer, { permission: 'manage_broadcasts', operation });
  const now = deps.clock.now();
  const parsed = parseBroadcast(operation, input);
  const { siteId, userId } = viewer;
  return deps.db.transaction(async (tx) => {
    await tx.raw(ENSURE_LINE, [siteId]);
    await tx.raw(LOCK_LINE, [siteId]);
    const earlier = await tx.prisma.broadcast.findUnique({
      where: { siteId_createdById_clientId: { siteId, createdById: userId, clientId: parsed.clientId } },
    });
    if (earlier && earlier.bodyHash !== parsed.bodyHash) {
      throw new ChatError('IDEMPOTENCY_CONFLICT', `unable to ${operation}; the client id was used for another one`);
    }
    if (earlier) return earlier;
    // Only now: a repeated send answers with the first however late it comes.
    const times = parseTimes(operation, input, now);
    if ((await tx.prisma.broadcast.count({ where: { siteId, state: { in: ['scheduled', 'published'] } } })) >= MAX_LIVE) {
      throw new ChatError('LIMIT_EXCEEDED', `unable to ${operation}; ${MAX_LIVE} are scheduled or shown already`, { details: { limit: MAX_LIVE } });
    }
    const isDue = times.sendAt <= now;
    const [line] = isDue ? await tx.raw<{ readonly seq: number }>(NEXT_SEQ, [siteId]) : [];
    const published = line ? ({ state: 'published', seq: line.seq, publishedAt: now } as const) : ({ state: 'scheduled' } as const);
    const id = newId('broadcast');
    const made = await tx.prisma.broadcast.create({ data: { id, siteId, createdById: userId, ...parsed, ...times, ...published, createdAt: now } });
    if (isDue) tx.afterCommit(() => signalBroadcast(deps, siteId, id));
    return made;
  });
}

/**
 * Takes a broadcast back: a scheduled one is never published, and a published one disappears wherever it is shown. One that has expired or was revoked stays
 * as it is.
 * @throws ChatError FORBIDDEN, NOT_FOUND
 */
export async function revokeBroadcast(deps: Deps, viewer: Viewer, input: { readonly broadcastId: string }): Promise<Broadcast> {
  const { id, siteId } = await accessBroadcast(deps, viewer, { broadcastId: input.broadcastId, operation: 'revoke broadcast' });
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    await tx.raw(LOCK_LINE, [siteId]);
    const [revoked] = await tx.raw<{ readonly wasShown: boolean }>(
      `UPDATE broadcast SET state = 'revoked', revoked_at = $2::timestamptz, revoked_by_id = $3, last_xid = pg_current_xact_id()
        WHERE id = $1 AND state IN ('scheduled', 'published') RETURNING seq IS NOT NULL AS "wasShown"`,
      [id, now.toISOString(), viewer.userId],
    );
    if (revoked?.wasShown) tx.afterCommit(() => signalBroadcast(deps, siteId, id));
    return tx.prisma.broadcast.findUniqueOrThrow({ where: { id } });
  });
}

/** A page of the site's broadcasts whatever their state, newest first. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function listSentBroadcasts(
  deps: Deps,
  viewer: Viewer,
  page: { readonly first: number; readonly after: { readonly at: Date; readonly id: string } | null; readonly state: BroadcastState | null },
): Promise<{ readonly broadcasts: Broadcast[]; readonly hasMore: boolean }> {
  const operation = 'list sent broadcasts';
  await requirePermission(deps, viewer, { permission: 'manage_broadcasts', operation });
  const first = parsePageSize({ operation, field: 'first' }, page.first);
  const { after, state } = page;
  const rows = await deps.db.prisma.broadcast.findMany({
    where: {
      siteId: viewer.siteId,
      ...(state ? { state } : {}),
      ...(after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] } : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: first + 1,
  });
  return { broadcasts: rows.slice(0, first), hasMore: rows.length > first };
}

/** How far a broadcast reaches. */
export interface Reach {
  /** Active users that it is for, as they are now. */
  readonly audienceCount: number;
  /** Those of them who have read it. */
  readonly seenCount: number;
}

/** Counts whom a broadcast is for and who of them saw it: one statement, over the users as they are now. @throws ChatError FORBIDDEN, NOT_FOUND */
export async function broadcastReach(deps: Deps, viewer: Viewer, broadcastId: string): Promise<Reach> {
  const { id, siteId } = await accessBroadcast(deps, viewer, { broadcastId, operation: 'count reach of broadcast' });
  const [reach] = await deps.db.hot<Reach>(REACH, [siteId, id]);
  return reach ?? { audienceCount: 0, seenCount: 0 };
}

/** How many active users an audience fits now. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function audienceSize(deps: Deps, viewer: Viewer, input: AudienceInput): Promise<number> {
  const operation = 'count audience';
  await requirePermission(deps, viewer, { permission: 'manage_broadcasts', operation });
  const { roles, guests, segment } = parseAudience(operation, input);
  const [row] = await deps.db.hot<{ readonly n: number }>(AUDIENCE_SIZE, [viewer.siteId, roles, guests, JSON.stringify(segment)]);
  return row?.n ?? 0;
}
