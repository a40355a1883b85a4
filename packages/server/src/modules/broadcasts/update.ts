/** A broadcast is changed before it is sent. */
import type { Broadcast, Prisma } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import { signalBroadcast } from '../../log/topics.js';
import { accessBroadcast } from './access.js';
import { type BroadcastChanges, parseChangedTimes, parseChanges, type ParsedChanges } from './input.js';
import { LOCK_LINE, NEXT_SEQ } from './store.js';

/** Which broadcast, and what of it. */
export interface UpdateBroadcast extends BroadcastChanges {
  readonly broadcastId: string;
}

/**
 * Changes a scheduled broadcast: content, audience and times. What is left out stays; a time that has come publishes it at once. Nobody has seen anything of it before that.
 * What is so already changes nothing, whatever its state, so a change can be repeated at any time.
 * @throws ChatError FORBIDDEN, NOT_FOUND, INVALID_INPUT; BROADCAST_STATE_INVALID once it is sent, revoked or expired
 */
export async function updateBroadcast(deps: Deps, viewer: Viewer, input: UpdateBroadcast): Promise<Broadcast> {
  const operation = 'update broadcast';
  const { id, siteId } = await accessBroadcast(deps, viewer, { broadcastId: input.broadcastId, operation });
  const changes = parseChanges(operation, input);
  return deps.db.transaction(async (tx) => {
    // Whoever publishes holds it: what is scheduled under this lock has not begun to be sent.
    await tx.raw(LOCK_LINE, [siteId]);
    const before = await tx.prisma.broadcast.findUniqueOrThrow({ where: { id } });
    if (isSame(before, changes)) return before;
    if (before.state !== 'scheduled') {
      throw new ChatError('BROADCAST_STATE_INVALID', `unable to ${operation}; it is ${before.state}`, { details: { current: before.state.toUpperCase() } });
    }
    const now = deps.clock.now();
    const times = parseChangedTimes(operation, { changes, before, now });
    const isDue = changes.sendAt !== undefined && times.sendAt <= now;
    const [line] = isDue ? await tx.raw<{ readonly seq: number }>(NEXT_SEQ, [siteId]) : [];
    const published: Prisma.BroadcastUpdateInput = line ? { state: 'published', seq: line.seq, publishedAt: now } : {};
    const after = await tx.prisma.broadcast.update({ where: { id }, data: { ...changes, ...times, ...published } });
    if (isDue) {
      await tx.raw('UPDATE broadcast SET last_xid = pg_current_xact_id() WHERE id = $1', [id]);
      tx.afterCommit(() => signalBroadcast(deps, siteId, id));
    }
    return after;
  });
}

/** Whether a broadcast is what the changes would make of it; one that was published at once has the time at which that happened. */
function isSame(row: Broadcast, { sendAt, ...others }: ParsedChanges): boolean {
  const isTimeSame = sendAt === undefined || sendAt.getTime() === row.sendAt.getTime() || (row.publishedAt !== null && sendAt <= row.publishedAt);
  return isTimeSame && Object.entries(others).every(([field, value]) => canonical(value) === canonical(Reflect.get(row, field)));
}

/** JSON with sorted keys: PostgreSQL keeps no order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !(inner instanceof Date)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
