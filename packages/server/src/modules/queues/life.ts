/** What people do with a case: each is recorded as a `CaseUpdated`, and doing it again changes nothing. */
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput } from '../../kernel/errors.js';
import { parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { SupportCaseView } from '../../kernel/views.js';
import type { SupportPriority } from '../../kernel/words.js';
import { agentAtWork } from '../agents/index.js';
import { postMessage } from '../messages/index.js';
import { accessCase, accessCaseIn, type CaseRequest, lockCase, type LockedCase, offerIn, requireStatus } from './access.js';
import { type CaseChanges, type Changed, changeCase } from './change.js';
import { tellOfRoom, withdrawOffer } from './offers.js';
import { canHaveCases, CASE_RULES, rankOf } from './policy.js';
import { END_OFFER, isToClose } from './store.js';
import { comeBack } from './wake.js';

/** The longest that a case can be put aside, in milliseconds. */
const MAX_SNOOZE_MS = 366 * 24 * 3_600_000;

/** What changing a case answers with. */
export interface CaseAnswer {
  /** As staff see it. */
  readonly case: SupportCaseView;
  /** Number of the conversation's newest event after it. */
  readonly seq: number;
}

/** A case that is changed. */
export interface OnCase {
  readonly row: LockedCase;
  readonly now: Date;
}

/**
 * Changes a case in a transaction that holds it. `change` answers null when it is so already.
 * @throws ChatError NOT_FOUND, FORBIDDEN, and what `change` throws
 */
export async function onCase(deps: Deps, viewer: Viewer, request: CaseRequest & { readonly change: (tx: Tx, on: OnCase) => Promise<Changed | null> }): Promise<CaseAnswer> {
  // What agents see depends on more than the case: asked before, since a transaction may use nothing but itself.
  await accessCase(deps, viewer, { ...request, need: request.need === 'customer' ? 'customer' : 'read' });
  return deps.db.transaction(async (tx) => {
    const row = await accessCaseIn(tx, viewer, request);
    const changed = await request.change(tx, { row, now: deps.clock.now() });
    return changed ? { case: changed.view, seq: changed.seq } : { case: row.view, seq: row.lastSeq };
  });
}

/** Which case. */
export interface CaseInput {
  readonly caseId: string;
}

/**
 * The agent has asked something and waits for the customer, whose next message opens the case again.
 * @throws ChatError NOT_FOUND, FORBIDDEN, CASE_STATE_INVALID
 */
export function setCasePending(deps: Deps, viewer: Viewer, { caseId }: CaseInput): Promise<CaseAnswer> {
  const operation = 'set case pending';
  return onCase(deps, viewer, {
    caseId,
    need: CASE_RULES.set_case_pending.need,
    operation,
    change: async (tx, { row, now }) => {
      if (row.status === 'pending') return null;
      requireStatus({ row, allowed: CASE_RULES.set_case_pending.from, operation });
      return changeCase(deps, tx, { before: row, actorId: viewer.userId, now, set: { status: 'pending' } });
    },
  });
}

/**
 * Puts a case aside until a moment, or until the customer writes. Meanwhile it takes none of its agent's places; it comes back to them if they are there and have
 * room, and otherwise to its old place in the line.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT, CASE_STATE_INVALID
 */
export function snoozeCase(deps: Deps, viewer: Viewer, { caseId, until }: CaseInput & { readonly until: Date }): Promise<CaseAnswer> {
  const operation = 'snooze case';
  return onCase(deps, viewer, {
    caseId,
    need: CASE_RULES.snooze_case.need,
    operation,
    change: async (tx, { row, now }) => {
      const ms = until.getTime() - now.getTime();
      if (!(ms > 0 && ms <= MAX_SNOOZE_MS)) throw invalidInput(operation, 'until', 'is not within the next 366 days');
      if (row.status === 'snoozed' && row.view.snoozedUntil === until.toISOString()) return null;
      requireStatus({ row, allowed: CASE_RULES.snooze_case.from, operation });
      await endLiveOffer(deps, tx, { row, now, status: 'completed' });
      return changeCase(deps, tx, { before: row, actorId: viewer.userId, now, set: { status: 'snoozed', snoozedUntil: until.toISOString(), offerId: null } });
    },
  });
}

/** How a case is ended. */
export interface EndInput extends CaseInput {
  /** What the agent notes about it, at most 60 characters. */
  readonly wrapUpCode?: string | null | undefined;
}

/**
 * The matter is settled. The customer can still write, which opens the case again. Its agent wraps up for as long as the queue says.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT, CASE_STATE_INVALID
 */
export function resolveCase(deps: Deps, viewer: Viewer, input: EndInput): Promise<CaseAnswer> {
  const operation = 'resolve case';
  const code = codeOf(operation, input);
  return onCase(deps, viewer, {
    caseId: input.caseId,
    need: CASE_RULES.resolve_case.need,
    operation,
    change: async (tx, { row, now }) => {
      if (row.status === 'resolved') return null;
      requireStatus({ row, allowed: CASE_RULES.resolve_case.from, operation });
      const over: CaseChanges = { status: 'resolved', resolvedAt: now.toISOString(), endedById: viewer.userId };
      return end(deps, tx, { row, now, actorId: viewer.userId, set: { ...over, ...code } });
    },
  });
}

/**
 * Ends a case for good: nobody writes any more, until staff open it again. The customer is told.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT
 */
export function closeCase(deps: Deps, viewer: Viewer, input: EndInput): Promise<CaseAnswer> {
  const operation = 'close case';
  const code = codeOf(operation, input);
  return onCase(deps, viewer, { caseId: input.caseId, need: CASE_RULES.close_case.need, operation, change: (tx, on) => close(deps, tx, { ...on, viewer, by: 'support', code }) });
}

/**
 * The customer ends their case, waiting or not. Staff are told, and its agent is free, after wrapping up where the queue wants it.
 * @throws ChatError NOT_FOUND, FORBIDDEN
 */
export function endSupport(deps: Deps, viewer: Viewer, { caseId }: CaseInput): Promise<CaseAnswer> {
  return onCase(deps, viewer, { caseId, need: CASE_RULES.end_support.need, operation: 'end support', change: (tx, on) => close(deps, tx, { ...on, viewer, by: 'customer', code: {} }) });
}

/**
 * Opens a case again that is pending, snoozed, resolved or closed: with the agent who had it, if they are there and have room, else in the line.
 * @throws ChatError NOT_FOUND, FORBIDDEN
 */
export async function reopenCase(deps: Deps, viewer: Viewer, { caseId }: CaseInput): Promise<CaseAnswer> {
  const operation = 'reopen case';
  const known = await accessCase(deps, viewer, { caseId, need: 'staff', operation });
  const keeper = known.agentId === null ? null : await agentAtWork(deps, { siteId: viewer.siteId, userId: known.agentId });
  return onCase(deps, viewer, {
    caseId,
    need: CASE_RULES.reopen_case.need,
    operation,
    change: async (tx, { row, now }) => {
      if (row.status === 'open' || row.status === 'queued') return null;
      requireStatus({ row, allowed: CASE_RULES.reopen_case.from, operation });
      if (row.status === 'pending') return changeCase(deps, tx, { before: row, actorId: viewer.userId, now, set: { status: 'open' } });
      return comeBack(deps, tx, { row, keeper: keeper?.id === row.agentId ? keeper : null, actorId: viewer.userId });
    },
  });
}

/**
 * The agent has wrapped up: their place is free for another case.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT, CASE_STATE_INVALID while the case is not over
 */
export function completeWrapUp(deps: Deps, viewer: Viewer, input: EndInput): Promise<CaseAnswer> {
  const operation = 'complete wrap-up';
  const code = codeOf(operation, input);
  return onCase(deps, viewer, {
    caseId: input.caseId,
    need: CASE_RULES.complete_wrap_up.need,
    operation,
    change: async (tx, { row, now }) => {
      requireStatus({ row, allowed: CASE_RULES.complete_wrap_up.from, operation });
      await endLiveOffer(deps, tx, { row, now, status: 'completed' });
      if (row.offerId === null && (code.wrapUpCode ?? row.view.wrapUpCode) === row.view.wrapUpCode) return null;
      return changeCase(deps, tx, { before: row, actorId: viewer.userId, now, set: { ...code, offerId: null } });
    },
  });
}

/**
 * Gives a case another priority, and with it another place in the line, as if it had had it from the beginning.
 * @throws ChatError NOT_FOUND, FORBIDDEN, CASE_STATE_INVALID for a case that is over
 */
export function setCasePriority(deps: Deps, viewer: Viewer, { caseId, priority }: CaseInput & { readonly priority: SupportPriority }): Promise<CaseAnswer> {
  const operation = 'set case priority';
  return onCase(deps, viewer, {
    caseId,
    need: CASE_RULES.set_case_priority.need,
    operation,
    change: async (tx, { row, now }) => {
      if (row.priority === priority) return null;
      requireStatus({ row, allowed: CASE_RULES.set_case_priority.from, operation });
      return changePriority(deps, tx, { row, priority, actorId: viewer.userId, now });
    },
  });
}

/** {@link setCasePriority} inside a transaction that holds the case, for what works by itself. */
export async function changePriority(
  deps: Deps,
  tx: Tx,
  of: { readonly row: LockedCase; readonly priority: SupportPriority; readonly actorId: string | null; readonly now: Date },
): Promise<Changed> {
  const { row, priority, actorId, now } = of;
  const [queue] = await tx.raw<{ ageingSeconds: number }>('SELECT ageing_seconds AS "ageingSeconds" FROM queue WHERE id = $1', [row.queueId]);
  const rank = rankOf({ queuedAt: row.queuedAt, priority, ageingSeconds: queue?.ageingSeconds ?? 0 }).toISOString();
  return changeCase(deps, tx, { before: row, actorId, now, set: { priority, rank } });
}

interface Closing extends OnCase {
  readonly viewer: Viewer;
  readonly by: 'customer' | 'support';
  readonly code: Pick<CaseChanges, 'wrapUpCode'>;
}

async function close(deps: Deps, tx: Tx, { row, now, viewer, by, code }: Closing): Promise<Changed | null> {
  if (row.status === 'closed') return null;
  await postMessage(deps, tx, {
    conversationId: row.conversationId,
    siteId: row.siteId,
    clientId: `closed-${row.view.version}`,
    text: by === 'customer' ? 'The customer ended the conversation.' : 'Support ended the conversation.',
    metadata: { case: 'closed', by },
    now,
  });
  const set: CaseChanges = { status: 'closed', closedAt: now.toISOString(), endedById: viewer.userId, snoozedUntil: null, ...code };
  return end(deps, tx, { row, now, actorId: viewer.userId, set, gate: 'read_only' });
}

/**
 * Closes a case that has been resolved for as long as its queue says. Late calls change nothing. No message goes out: the customer was told of the end when it was
 * resolved, and their feed of the rest.
 */
export function closeResolved(deps: Deps, of: { readonly caseId: string; readonly siteId: string }): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const row = await lockCase(tx, of);
    const now = deps.clock.now();
    if (row?.status !== 'resolved') return;
    const [due] = await tx.raw(`SELECT 1 AS one FROM support_case s JOIN queue q ON q.id = s.queue_id WHERE s.id = $1 AND ${isToClose('$2')}`, [row.id, now.toISOString()]);
    if (due) await end(deps, tx, { row, now, actorId: null, set: { status: 'closed', closedAt: now.toISOString() }, gate: 'read_only' });
  });
}

interface Ending extends OnCase {
  /** Null for time. */
  readonly actorId: string | null;
  readonly set: CaseChanges;
  readonly gate?: 'read_only';
}

/** Ends the case's live offer with it: what nobody accepted is taken back, what an agent has they wrap up. */
async function end(deps: Deps, tx: Tx, { row, now, actorId, set, gate }: Ending): Promise<Changed> {
  const wrapUpSeconds = await endLiveOffer(deps, tx, { row, now, status: 'wrapping_up' });
  const offer = wrapUpSeconds > 0 ? {} : { offerId: null };
  return changeCase(deps, tx, { before: row, actorId, now, set: { ...set, ...offer }, ...(gate ? { gate } : {}) });
}

/**
 * Ends the live offer of a case inside a transaction that holds it. With `wrapping_up`, an accepted one stays live for as long as the queue says; answers with
 * those seconds, 0 when nothing is live any more.
 */
export async function endLiveOffer(
  deps: Deps,
  tx: Tx,
  of: { readonly row: LockedCase; readonly now: Date; readonly status: 'wrapping_up' | 'completed'; readonly reason?: string },
): Promise<number> {
  const { row, now } = of;
  const offer = row.offerId === null ? null : await offerIn(tx, row.offerId);
  if (!offer) return 0;
  if (offer.status === 'pending') {
    await withdrawOffer(deps, tx, { row, offer, status: 'rescinded', reason: of.reason ?? null });
    return 0;
  }
  const [queue] = await tx.raw<{ wrapUpSeconds: number }>('SELECT wrap_up_seconds AS "wrapUpSeconds" FROM queue WHERE id = $1', [offer.queueId]);
  const seconds = of.status === 'wrapping_up' ? (queue?.wrapUpSeconds ?? 0) : 0;
  if (offer.status === 'wrapping_up' && of.status === 'wrapping_up') return seconds;
  const until = new Date(now.getTime() + seconds * 1_000).toISOString();
  await tx.raw(END_OFFER, [offer.id, seconds > 0 ? 'wrapping_up' : 'completed', now.toISOString(), of.reason ?? null, seconds > 0 ? until : null]);
  tellOfRoom(deps, tx, offer);
  return seconds;
}

function codeOf(operation: string, { wrapUpCode }: EndInput): Pick<CaseChanges, 'wrapUpCode'> {
  return wrapUpCode == null ? {} : { wrapUpCode: parseText({ operation, field: 'wrapUpCode' }, wrapUpCode, { min: 1, max: 60 }) };
}

/** @throws ChatError FORBIDDEN for those who could not have a case */
export function requireColleague(viewer: Viewer, operation: string): void {
  if (!canHaveCases(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only agents and admins have cases`);
}
