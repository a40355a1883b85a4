import type { Deps } from '../../deps.js';
import { invalidInput } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { PersonView } from '../../kernel/views.js';
import { requireAdmin } from '../identity/index.js';
import { accessCase } from '../queues/index.js';
import { type OutcomeView, readOutcome } from './rate.js';
import { OUTCOMES, REPORT } from './store.js';
import { type RatingLink, ratingLinkOf } from './token.js';

/** The outcome of a case for its customer and for staff; null before it ended. Whether it was settled at the first contact is for staff. @throws ChatError NOT_FOUND */
export async function caseOutcome(deps: Deps, viewer: Viewer, caseId: string): Promise<(Omit<OutcomeView, 'isFirstContact'> & { readonly isFirstContact: boolean | null }) | null> {
  const { id } = await accessCase(deps, viewer, { caseId, need: 'read', operation: 'read outcome of case' });
  const outcome = await readOutcome(deps, id);
  return outcome && { ...outcome, isFirstContact: isStaff(viewer) ? outcome.isFirstContact : null };
}

/** The link with which a customer rates a case without signing in, for the host to send; null where nobody asked. @throws ChatError FORBIDDEN, NOT_FOUND */
export async function ratingLink(deps: Deps, viewer: Viewer, caseId: string): Promise<RatingLink | null> {
  const operation = 'read rating link';
  requireAdmin(viewer, operation);
  const { id } = await accessCase(deps, viewer, { caseId, need: 'staff', operation });
  const outcome = await readOutcome(deps, id);
  return outcome && ratingLinkOf(deps, outcome);
}

/** Which outcomes to list. */
export interface ListOutcomes {
  readonly first: number;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly isRated: boolean | null;
  readonly agentId: string | null;
}

/** A page of the cases whose customers were asked, newest first. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function listOutcomes(deps: Deps, viewer: Viewer, page: ListOutcomes): Promise<{ readonly outcomes: readonly OutcomeView[]; readonly hasMore: boolean }> {
  const operation = 'list ratings';
  requireAdmin(viewer, operation);
  const first = parsePageSize({ operation, field: 'first' }, page.first);
  const { after, isRated, agentId } = page;
  const rows = await deps.db.hot<OutcomeView>(OUTCOMES, [viewer.siteId, isRated, agentId, after?.at.toISOString() ?? null, after?.id ?? null, first + 1]);
  return { outcomes: rows.slice(0, first), hasMore: rows.length > first };
}

/** Figures of one agent. */
export interface AgentFigures {
  readonly agent: PersonView;
  readonly endedCount: number;
  readonly firstContactCount: number;
  readonly ratedCount: number;
  readonly averageRating: number | null;
}

/** Figures over cases. */
export interface FeedbackReport {
  readonly endedCount: number;
  readonly answeredCount: number;
  readonly firstContactCount: number;
  readonly askedCount: number;
  readonly ratedCount: number;
  readonly averageRating: number | null;
  /** How many rated 1, 2, 3, 4 and 5. */
  readonly distribution: readonly number[];
  readonly agents: readonly AgentFigures[];
  readonly wrapUpCodes: readonly { readonly code: string; readonly count: number }[];
  readonly replyCount: number;
  readonly replyAverage: number | null;
}

const YEAR_MS = 366 * 86_400_000;

/**
 * Figures over the cases that first ended in a span of at most a year: one statement. Agents get their own, without being asked which, and nobody else's.
 * @throws ChatError FORBIDDEN, INVALID_INPUT
 */
export async function feedbackReport(
  deps: Deps,
  viewer: Viewer,
  input: { readonly from: Date; readonly to: Date; readonly agentId?: string | null; readonly queueId?: string | null },
): Promise<FeedbackReport> {
  const operation = 'report feedback';
  const isOwn = viewer.role === 'agent' && (input.agentId == null || input.agentId === viewer.userId);
  if (!isOwn) requireAdmin(viewer, operation);
  const { from, to } = input;
  if (to <= from) throw invalidInput(operation, 'to', 'is not after from');
  if (to.getTime() - from.getTime() > YEAR_MS) throw invalidInput(operation, 'to', 'is more than a year after from');
  const [report] = await deps.db.hot<FeedbackReport>(REPORT, [viewer.siteId, from.toISOString(), to.toISOString(), isOwn ? viewer.userId : (input.agentId ?? null), input.queueId ?? null]);
  if (!report) throw new Error('unable to report feedback; the statement answered nothing');
  return report;
}
