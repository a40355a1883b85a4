import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { type LockedCase, lockCase, offerIn } from './access.js';
import { type Changed, changeCase } from './change.js';
import { tellOfRoom, withdrawOffer } from './offers.js';
import { isHeld } from './policy.js';
import { END_OFFER } from './store.js';

/** An offer that the server itself looks at. */
export interface OfferKey {
  readonly offerId: string;
  readonly caseId: string;
  readonly siteId: string;
}

/** Gives a held case back to its line, at the place it had, inside a transaction that holds it. Its agent leaves the conversation. */
export async function giveBack(
  deps: Deps,
  tx: Tx,
  of: { readonly row: LockedCase; readonly reason: string; readonly actorId: string | null; readonly now: Date },
): Promise<Changed> {
  const { row, now } = of;
  if (row.offerId !== null && row.agentId !== null) {
    await tx.raw(END_OFFER, [row.offerId, 'rescinded', now.toISOString(), of.reason, null]);
    tellOfRoom(deps, tx, { agentId: row.agentId, siteId: row.siteId, caseId: row.id });
  }
  return changeCase(deps, tx, {
    before: row,
    actorId: of.actorId,
    now,
    set: { status: 'queued', control: 'queue', agentId: null, offerId: null, assignedAt: null, snoozedUntil: null },
    exit: row.agentId === null ? [] : [row.agentId],
  });
}

/** Takes an offer back whose agent is not there: a pending one is rescinded, a case held by it goes back to the line. Late calls change nothing. */
export function takeBack(deps: Deps, key: OfferKey, reason: string): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const row = await lockCase(tx, key);
    const offer = await offerIn(tx, key.offerId);
    if (!row || !offer || row.offerId !== offer.id) return;
    if (offer.status === 'pending') await withdrawOffer(deps, tx, { row, offer, status: 'rescinded', reason });
    else if (offer.status === 'accepted' && isHeld(row.status)) await giveBack(deps, tx, { row, reason, actorId: null, now: deps.clock.now() });
  });
}

/** Ends a pending offer that was not answered in time. Late calls change nothing. */
export function timeOut(deps: Deps, key: OfferKey): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const row = await lockCase(tx, key);
    const offer = await offerIn(tx, key.offerId);
    if (!row || offer?.status !== 'pending' || offer.expiresAt > deps.clock.now()) return;
    await withdrawOffer(deps, tx, { row, offer, status: 'timed_out', reason: null });
  });
}

/** Ends the wrapping up of a case whose time for it is over. Late calls change nothing. */
export function endWrapUp(deps: Deps, key: OfferKey): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const row = await lockCase(tx, key);
    const offer = await offerIn(tx, key.offerId);
    if (!row || offer?.status !== 'wrapping_up') return;
    await tx.raw(END_OFFER, [offer.id, 'completed', deps.clock.now().toISOString(), null, null]);
    await tx.raw('UPDATE support_case SET offer_id = NULL WHERE id = $1 AND offer_id = $2', [row.id, offer.id]);
    tellOfRoom(deps, tx, offer);
  });
}
