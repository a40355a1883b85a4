import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { signalUnattended } from '../../log/topics.js';
import { ATTEND } from './store.js';

/**
 * Brings the attendance of conversations up to date after people came or went, inside the transaction that holds their rows' locks; staff who follow
 * the unattended ones hear of it after the commit.
 */
export async function settleAttendance(deps: Pick<Deps, 'bus'>, tx: Tx, conversationIds: readonly string[]): Promise<void> {
  const changed = await tx.raw<{ readonly id: string; readonly siteId: string }>(ATTEND, [[...conversationIds]]);
  tx.afterCommit(() => {
    for (const { id, siteId } of changed) signalUnattended(deps, siteId, id);
  });
}
