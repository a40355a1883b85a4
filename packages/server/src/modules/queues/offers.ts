import type { HotStatement, Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { parseText } from '../../kernel/input.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { OfferView, SupportCaseView } from '../../kernel/views.js';
import type { ParticipantRole } from '../../kernel/words.js';
import { signalOffers, signalQueues } from '../../log/topics.js';
import { accessCase, type LockedCase, lockCase, offerIn } from './access.js';
import { changeCase } from './change.js';
import { kickQueues } from './kick.js';
import { LIVE, type OfferJson, offerJson, type OfferRow } from './rows.js';
import { END_OFFER } from './store.js';

/** What answering an offer answers with. */
export interface OfferAnswer {
  readonly offer: OfferView;
  readonly case: SupportCaseView;
  /** Number of the conversation's newest event after it. */
  readonly seq: number;
}

const OFFER: HotStatement = {
  name: 'queues.offer',
  text: `SELECT o.case_id AS "caseId" FROM offer o WHERE o.id = $1 AND o.site_id = $2 AND o.agent_id = $3`,
};
const VIEW = `SELECT ${offerJson('o', 's')} AS view FROM offer o JOIN support_case s ON s.id = o.case_id WHERE o.id = $1`;
const MINE: HotStatement = {
  name: 'queues.my_offers',
  text: `SELECT ${offerJson('o', 's')} AS view FROM offer o JOIN support_case s ON s.id = o.case_id
    WHERE o.agent_id = $1 AND o.site_id = $2 AND o.status IN ${LIVE} ORDER BY o.created_at, o.id`,
};

/** The live offers of an agent, oldest first. One query. */
export async function liveOffers(deps: Pick<Deps, 'db'>, of: { readonly siteId: string; readonly agentId: string }): Promise<OfferView[]> {
  return (await deps.db.hot<OfferJson>(MINE, [of.agentId, of.siteId])).map(({ view }) => view);
}

const OF_CASE: HotStatement = {
  name: 'queues.offers_of_case',
  text: `SELECT ${offerJson('o', 's')} AS view FROM (SELECT * FROM offer WHERE case_id = $1 ORDER BY created_at DESC, id DESC LIMIT 200) o
    JOIN support_case s ON s.id = o.case_id ORDER BY o.created_at, o.id`,
};

/** Who was asked to take a case, and what became of it, oldest first; the newest 200. For staff. @throws ChatError NOT_FOUND, FORBIDDEN */
export async function offersOfCase(deps: Deps, viewer: Viewer, caseId: string): Promise<OfferView[]> {
  const row = await accessCase(deps, viewer, { caseId, need: 'staff', operation: 'list offers' });
  return (await deps.db.hot<OfferJson>(OF_CASE, [row.id])).map(({ view }) => view);
}

/** The viewer's own live offers. @throws ChatError FORBIDDEN for those who are no staff */
export async function myOffers(deps: Deps, viewer: Viewer): Promise<OfferView[]> {
  requireAgent(viewer, 'list offers');
  return liveOffers(deps, { siteId: viewer.siteId, agentId: viewer.userId });
}

/**
 * Takes the case that the viewer was offered: they enter its conversation, and it is theirs. Accepting again answers the same.
 * @throws ChatError FORBIDDEN, NOT_FOUND for offers to others, OFFER_EXPIRED when it is too late, was answered otherwise or taken back
 */
export function acceptOffer(deps: Deps, viewer: Viewer, input: { readonly offerId: string }): Promise<OfferAnswer> {
  const operation = 'accept offer';
  return onOffer(deps, viewer, { ...input, operation }, async (tx, { row, offer }) => {
    const now = deps.clock.now();
    if (offer.status === 'accepted' && row.offerId === offer.id) return row.lastSeq;
    if (offer.status !== 'pending' || offer.expiresAt <= now) throw expired(operation, offer);
    await tx.raw(`UPDATE offer SET status = 'accepted', accepted_at = $2::timestamptz WHERE id = $1`, [offer.id, now.toISOString()]);
    const { seq } = await changeCase(deps, tx, {
      before: row,
      actorId: viewer.userId,
      now,
      set: { status: 'open', control: 'agent', agentId: viewer.userId, assignedAt: now.toISOString() },
      enter: [{ userId: viewer.userId, role: placeOf(viewer), addedById: viewer.userId }],
    });
    return seq;
  });
}

/**
 * Refuses the case that the viewer was offered; it is offered to others, and to the viewer again after a minute, or after
 * 10 seconds when nobody is left who has not refused it. Refusing again changes nothing.
 * @throws ChatError FORBIDDEN, NOT_FOUND, INVALID_INPUT, OFFER_EXPIRED
 */
export function rejectOffer(deps: Deps, viewer: Viewer, input: { readonly offerId: string; readonly reason?: string | null | undefined }): Promise<OfferAnswer> {
  const operation = 'reject offer';
  const reason = input.reason == null ? null : parseText({ operation, field: 'reason' }, input.reason, { max: 500 });
  return onOffer(deps, viewer, { ...input, operation }, async (tx, { row, offer }) => {
    if (offer.status === 'rejected') return row.lastSeq;
    if (offer.status !== 'pending') throw expired(operation, offer);
    await withdrawOffer(deps, tx, { row, offer, status: 'rejected', reason });
    return row.lastSeq;
  });
}

/** Ends a pending offer inside a transaction that holds its case, which waits on at its place. */
export async function withdrawOffer(
  deps: Deps,
  tx: Tx,
  of: { readonly row: LockedCase; readonly offer: OfferRow; readonly status: 'rejected' | 'timed_out' | 'rescinded'; readonly reason: string | null },
): Promise<void> {
  const { row, offer } = of;
  await tx.raw(END_OFFER, [offer.id, of.status, deps.clock.now().toISOString(), of.reason, null]);
  await tx.raw('UPDATE support_case SET offer_id = NULL WHERE id = $1 AND offer_id = $2', [row.id, offer.id]);
  tellOfRoom(deps, tx, offer);
}

/** After the commit the agent and those who follow the queues hear that an offer changed. */
export function tellOfOffer(deps: Deps, tx: Tx, offer: Pick<OfferRow, 'agentId' | 'siteId' | 'caseId'>): void {
  tx.afterCommit(() => {
    signalOffers(deps, offer.agentId);
    signalQueues(deps, offer.siteId, [offer.caseId]);
  });
}

/** {@link tellOfOffer} for one that is over: its agent has room, so cases that wait are matched. */
export function tellOfRoom(deps: Deps, tx: Tx, offer: Pick<OfferRow, 'agentId' | 'siteId' | 'caseId'>): void {
  tellOfOffer(deps, tx, offer);
  tx.afterCommit(() => kickQueues(deps, offer.siteId));
}

/** What a member of staff is in the conversation of a case. */
export function placeOf(viewer: Viewer): ParticipantRole {
  return viewer.role === 'admin' ? 'admin' : 'agent';
}

interface Found {
  readonly row: LockedCase;
  readonly offer: OfferRow;
}

async function onOffer(
  deps: Deps,
  viewer: Viewer,
  of: { readonly offerId: string; readonly operation: string },
  change: (tx: Tx, found: Found) => Promise<number>,
): Promise<OfferAnswer> {
  requireAgent(viewer, of.operation);
  const [known] = isId('offer', of.offerId) ? await deps.db.hot<{ caseId: string }>(OFFER, [of.offerId, viewer.siteId, viewer.userId]) : [];
  if (!known) throw notFound(of.operation, 'offer');
  return deps.db.transaction(async (tx) => {
    const row = await lockCase(tx, { caseId: known.caseId, siteId: viewer.siteId });
    const offer = await offerIn(tx, of.offerId);
    if (!row || !offer) throw notFound(of.operation, 'offer');
    const seq = await change(tx, { row, offer });
    tellOfOffer(deps, tx, offer);
    const [after] = await tx.raw<OfferJson>(VIEW, [of.offerId]);
    if (!after) throw notFound(of.operation, 'offer');
    return { offer: after.view, case: after.view.case, seq };
  });
}

function expired(operation: string, offer: OfferRow): ChatError {
  const current = offer.status === 'pending' ? 'TIMED_OUT' : offer.status.toUpperCase();
  return new ChatError('OFFER_EXPIRED', `unable to ${operation}; the offer is over`, { details: { current } });
}

function requireAgent(viewer: Viewer, operation: string): void {
  if (viewer.kind !== 'user' || !isStaff(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only agents and admins have offers`);
}
