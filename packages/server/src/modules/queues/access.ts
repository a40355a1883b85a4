import type { HotStatement, Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { SupportStatus } from '../../kernel/words.js';
import { agentAtWork } from '../agents/index.js';
import { hasPermission } from '../identity/index.js';
import { type CaseNeed, isGranted } from './policy.js';
import { type CaseRow, caseColumns, offerColumns, type OfferRow } from './rows.js';

/** What is asked of a case, and in which words to refuse it. */
export interface CaseRequest {
  /** As it came from the caller. */
  readonly caseId: string;
  readonly need: CaseNeed;
  /** Completes `unable to …`, such as `resolve case`. */
  readonly operation: string;
}

/** What of a site's cases a viewer may see. */
export interface CaseScope {
  /** Their own alone; null for more than that. */
  readonly customerId: string | null;
  /** For agents: the cases that they have, and those of these departments or of none; null for all. */
  readonly agent: { readonly id: string; readonly departments: readonly string[] } | null;
}

/** How far a viewer sees: customers their own cases; agents what their departments serve, and all with the permission to; admins and back-ends all. */
export async function caseScope(deps: Deps, viewer: Viewer): Promise<CaseScope> {
  if (!isStaff(viewer)) return { customerId: viewer.userId, agent: null };
  if (await hasPermission(deps, viewer, 'see_all_cases')) return { customerId: null, agent: null };
  const departments = (await agentAtWork(deps, { siteId: viewer.siteId, userId: viewer.userId }))?.departments ?? [];
  return { customerId: null, agent: { id: viewer.userId, departments } };
}

/** {@link CaseScope} as SQL on a row of support_case, with parameters from `$at` on: see {@link scopeParams}. */
export const inScope = (row: string, at: number): string =>
  `($${at}::text IS NULL OR ${row}.customer_id = $${at}::text) AND ($${at + 1}::text IS NULL OR ${row}.agent_id = $${at + 1}::text
    OR EXISTS (SELECT 1 FROM queue sq WHERE sq.id = ${row}.queue_id AND (sq.department IS NULL OR sq.department = ANY($${at + 2}::text[])))
    OR EXISTS (SELECT 1 FROM offer so WHERE so.id = ${row}.offer_id AND so.agent_id = $${at + 1}::text))`;

/** The parameters of {@link inScope}. */
export function scopeParams({ customerId, agent }: CaseScope): readonly unknown[] {
  return [customerId, agent?.id ?? null, agent?.departments ?? []];
}

const CASE: HotStatement = { name: 'queues.case', text: `SELECT ${caseColumns('s')} FROM support_case s WHERE s.id = $1 AND s.site_id = $2 AND ${inScope('s', 3)}` };

/**
 * The one door from a caller's id to a case. What may not be seen is answered like what does not exist.
 * @throws ChatError NOT_FOUND, FORBIDDEN
 */
export async function accessCase(deps: Deps, viewer: Viewer, request: CaseRequest): Promise<CaseRow> {
  if (!isId('case', request.caseId)) throw notFound(request.operation, 'case');
  const [row] = await deps.db.hot<CaseRow>(CASE, [request.caseId, viewer.siteId, ...scopeParams(await caseScope(deps, viewer))]);
  return grant(row, viewer, request);
}

/** A case whose rows are locked, with its conversation's newest number at that moment. */
export interface LockedCase extends CaseRow {
  readonly lastSeq: number;
}

/**
 * {@link accessCase} for changing, after it: locks the conversation, then the case, so that what it answers holds until the commit. Locks of agents' work come after these.
 * @throws ChatError NOT_FOUND, FORBIDDEN
 */
export async function accessCaseIn(tx: Tx, viewer: Viewer, request: CaseRequest): Promise<LockedCase> {
  const locked = isId('case', request.caseId) ? await lockCase(tx, { caseId: request.caseId, siteId: viewer.siteId }) : null;
  return { ...grant(locked ?? undefined, viewer, request), lastSeq: locked?.lastSeq ?? 0 };
}

/** Locks a case that the server itself works on; null when there is none. */
export async function lockCase(tx: Tx, of: { readonly caseId: string; readonly siteId: string }): Promise<LockedCase | null> {
  const [conversation] = await tx.raw<{ lastSeq: number }>(
    `SELECT c.last_seq AS "lastSeq" FROM support_case s JOIN conversation c ON c.id = s.conversation_id
      WHERE s.id = $1 AND s.site_id = $2 FOR NO KEY UPDATE OF c`,
    [of.caseId, of.siteId],
  );
  if (!conversation) return null;
  const [row] = await tx.raw<CaseRow>(`SELECT ${caseColumns('s')} FROM support_case s WHERE s.id = $1 FOR NO KEY UPDATE OF s`, [of.caseId]);
  return row ? { ...row, lastSeq: conversation.lastSeq } : null;
}

/** An offer inside a transaction that holds its case. */
export async function offerIn(tx: Tx, offerId: string): Promise<OfferRow | null> {
  const [row] = await tx.raw<OfferRow>(`SELECT ${offerColumns('o')} FROM offer o WHERE o.id = $1 FOR NO KEY UPDATE`, [offerId]);
  return row ?? null;
}

/**
 * Refuses a change that does not fit where a case stands.
 * @throws ChatError CASE_STATE_INVALID
 */
export function requireStatus(of: { readonly row: CaseRow; readonly allowed: readonly SupportStatus[]; readonly operation: string }): void {
  if (of.allowed.includes(of.row.status)) return;
  throw new ChatError('CASE_STATE_INVALID', `unable to ${of.operation}; the case is ${of.row.status}`, { details: { current: of.row.status.toUpperCase() } });
}

function grant(row: CaseRow | undefined, viewer: Viewer, { need, operation }: CaseRequest): CaseRow {
  if (!row || !isGranted('read', viewer, row)) throw notFound(operation, 'case');
  if (!isGranted(need, viewer, row)) throw new ChatError('FORBIDDEN', `unable to ${operation}; ${need === 'work' ? 'another agent has the case' : 'your role does not allow it'}`);
  return row;
}
