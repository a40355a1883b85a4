import type { Tx } from '../../db/contract.js';
import { ChatError } from '../../kernel/errors.js';
import { type QueueRow, queueColumns } from './rows.js';

/** How many queues a case is handed on to before it is refused. */
const MAX_HOPS = 5;

/**
 * Finds room for one more case: in this queue, or where its surplus goes. Queues with a limit are locked until the commit, so that two cannot take the last place.
 * A case that waits already (`exceptId`) takes no second place where it is.
 * @throws ChatError QUEUE_FULL
 */
export async function roomFor(tx: Tx, of: { readonly queueId: string; readonly exceptId?: string; readonly operation: string }): Promise<QueueRow> {
  let nextId: string | null = of.queueId;
  let max: number | null = null;
  for (let hop = 0; hop < MAX_HOPS && nextId !== null; hop += 1) {
    const [queue]: QueueRow[] = await tx.raw<QueueRow>(`SELECT ${queueColumns('q')} FROM queue q WHERE q.id = $1`, [nextId]);
    if (!queue) break;
    if (queue.isActive && (queue.maxWaiting === null || (await hasRoom(tx, queue.id, of.exceptId ?? null)))) return queue;
    max = queue.maxWaiting ?? max;
    nextId = queue.overflowQueueId;
  }
  throw new ChatError('QUEUE_FULL', `unable to ${of.operation}; as many wait as the queue takes`, { details: { max }, retryAfterMs: 60_000 });
}

async function hasRoom(tx: Tx, queueId: string, exceptId: string | null): Promise<boolean> {
  const [locked] = await tx.raw<{ max: number | null }>('SELECT max_waiting AS max FROM queue WHERE id = $1 FOR NO KEY UPDATE', [queueId]);
  const [count] = await tx.raw<{ n: number }>(`SELECT count(*)::int AS n FROM support_case WHERE queue_id = $1 AND status = 'queued' AND id IS DISTINCT FROM $2`, [queueId, exceptId]);
  return locked !== undefined && (locked.max === null || (count?.n ?? 0) < locked.max);
}
