/** Cases that come back: a snoozed one at its time, one that waits for the customer or was resolved when the customer writes. */
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { newId } from '../../kernel/ids.js';
import { signalOffers } from '../../log/topics.js';
import { agentAtWork } from '../agents/index.js';
import { type LockedCase, lockCase, offerIn } from './access.js';
import { changeCase, type Changed } from './change.js';
import { tellOfOffer } from './offers.js';
import { freeAgents } from './pass.js';
import { rankOf } from './policy.js';
import { HAND_OVER } from './store.js';

/** Wakes a snoozed case whose time has come. Late calls change nothing. */
export async function wakeSnoozed(deps: Deps, of: { readonly caseId: string; readonly siteId: string }): Promise<void> {
  await withKeeper(deps, of, async (tx, { row, keeper }) => {
    const until = row.view.snoozedUntil;
    if (row.status !== 'snoozed' || until === null || Date.parse(until) > deps.clock.now().getTime()) return;
    await comeBack(deps, tx, { row, keeper, actorId: null });
  });
}

/**
 * What a message of the customer does to their case: one that waits for them, sleeps or was resolved comes back to the agent who has it, if that agent is there
 * and has room, and otherwise to the line. Messages from before the case came to where it stands change nothing.
 */
export async function wakeByCustomer(deps: Deps, of: { readonly caseId: string; readonly siteId: string; readonly seq: number; readonly customerId: string }): Promise<void> {
  await withKeeper(deps, of, async (tx, { row, keeper }) => {
    if (of.seq <= row.statusSeq || row.customerId !== of.customerId) return;
    if (row.status === 'pending') {
      await changeCase(deps, tx, { before: row, actorId: of.customerId, now: deps.clock.now(), set: { status: 'open' } });
    } else if (row.status === 'snoozed' || row.status === 'resolved') {
      await comeBack(deps, tx, { row, keeper, actorId: of.customerId });
    }
  });
}

/** Who had a case, if they could have it now. */
type Keeper = Awaited<ReturnType<typeof agentAtWork>>;

async function withKeeper(
  deps: Deps,
  of: { readonly caseId: string; readonly siteId: string },
  work: (tx: Tx, found: { readonly row: LockedCase; readonly keeper: Keeper }) => Promise<void>,
): Promise<void> {
  const [known] = await deps.db.hot<{ agentId: string | null }>(KEEPER, [of.caseId, of.siteId]);
  // Outside of the transaction, which may use nothing but itself; who has the case is compared again inside.
  const keeper = known?.agentId == null ? null : await agentAtWork(deps, { siteId: of.siteId, userId: known.agentId });
  await deps.db.transaction(async (tx) => {
    const row = await lockCase(tx, of);
    if (row) await work(tx, { row, keeper: keeper !== null && keeper.id === row.agentId ? keeper : null });
  });
}

const KEEPER = { name: 'queues.keeper', text: 'SELECT agent_id AS "agentId" FROM support_case WHERE id = $1 AND site_id = $2' };

/** Opens a case again inside a transaction that holds it: with its agent while they wrap it up or have room, else in the line, snoozed ones at their old place. */
export async function comeBack(deps: Deps, tx: Tx, of: { readonly row: LockedCase; readonly keeper: Keeper; readonly actorId: string | null }): Promise<Changed> {
  const { row, keeper, actorId } = of;
  const now = deps.clock.now();
  const over = { resolvedAt: null, closedAt: null, endedById: null, snoozedUntil: null, wrapUpCode: null } as const;
  const common = { before: row, actorId, now, ...(row.status === 'closed' ? { gate: 'open' as const } : {}) };
  const wrapping = row.offerId === null ? null : await offerIn(tx, row.offerId);
  if (wrapping?.status === 'wrapping_up' && row.agentId !== null) {
    await tx.raw(`UPDATE offer SET status = 'accepted', wrap_up_until = NULL WHERE id = $1`, [wrapping.id]);
    tellOfOffer(deps, tx, wrapping);
    return changeCase(deps, tx, { ...common, set: { ...over, status: 'open', control: 'agent' } });
  }
  if (keeper?.isReady) {
    const [free] = await freeAgents(tx, { siteId: row.siteId, agents: [keeper], now });
    if (free && free.load < free.maxConversations) {
      const offerId = newId('offer');
      await tx.raw(HAND_OVER, [offerId, row.id, row.queueId, keeper.id, row.siteId, now.toISOString()]);
      tx.afterCommit(() => signalOffers(deps, keeper.id));
      return changeCase(deps, tx, { ...common, set: { ...over, status: 'open', control: 'agent', offerId, assignedAt: now.toISOString() } });
    }
  }
  const isAnew = row.status !== 'snoozed';
  const rank = isAnew ? await newRank(tx, row, now) : {};
  return changeCase(deps, tx, {
    ...common,
    set: { ...over, ...rank, status: 'queued', control: 'queue', agentId: null, offerId: null, assignedAt: null },
    exit: row.agentId === null ? [] : [row.agentId],
  });
}

/** The place of a case that comes into a line now. */
export async function newRank(tx: Tx, row: Pick<LockedCase, 'queueId' | 'priority'>, now: Date): Promise<{ readonly rank: string; readonly queuedAt: string }> {
  const [queue] = await tx.raw<{ ageingSeconds: number }>('SELECT ageing_seconds AS "ageingSeconds" FROM queue WHERE id = $1', [row.queueId]);
  const rank = rankOf({ queuedAt: now, priority: row.priority, ageingSeconds: queue?.ageingSeconds ?? 0 });
  return { rank: rank.toISOString(), queuedAt: now.toISOString() };
}
