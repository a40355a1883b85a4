import type { Deps } from '../../deps.js';
import { audiencesOf } from '../../kernel/audience.js';
import { parsePageSize } from '../../kernel/input.js';
import { isAdmin, type Viewer } from '../../kernel/viewer.js';
import type { MessagePreviewView, SupportCaseView, TagView } from '../../kernel/views.js';
import { previewOf } from '../conversations/index.js';
import { caseScope, scopeParams } from '../queues/index.js';
import { requireStaff } from './access.js';
import { type CaseFilter, type CaseSort, filterParams, parseFilter } from './case-filter.js';
import { CASE_COUNTS, type CaseCountsRow, casePage, type InboxCaseRow, OPEN_CASES } from './case-store.js';

/** A case in an inbox. */
export interface InboxCaseView {
  readonly case: SupportCaseView;
  readonly tags: readonly TagView[];
  /** Null for an agent who has not joined its conversation. */
  readonly lastMessage: MessagePreviewView | null;
  readonly lastActivityAt: string;
  /** Escalations that wait for an admin. */
  readonly openEscalations: number;
}

/** A case in an inbox with its place in the list. */
export interface ListedInboxCase {
  readonly view: InboxCaseView;
  readonly at: Date;
  readonly id: string;
}

/** Which cases to list. */
export interface ListInboxCases {
  readonly filter?: CaseFilter | null | undefined;
  readonly sort: CaseSort;
  readonly first: number;
  readonly after: { readonly at: Date; readonly id: string } | null;
}

/** A page of the cases that the viewer may see, for staff. One query more than it takes to know who asks. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function listInboxCases(deps: Deps, viewer: Viewer, input: ListInboxCases): Promise<{ readonly cases: ListedInboxCase[]; readonly hasMore: boolean }> {
  const operation = 'list cases';
  requireStaff(viewer, operation);
  const first = parsePageSize({ operation, field: 'first' }, input.first);
  const filter = parseFilter(operation, input.filter);
  const rows = await deps.db.hot<InboxCaseRow>(casePage(input.sort), [
    ...filterParams(viewer.siteId, filter),
    input.after?.at.toISOString() ?? null,
    input.after?.id ?? null,
    first + 1,
    viewer.userId,
    isAdmin(viewer),
    ...scopeParams(await caseScope(deps, viewer)),
  ]);
  return { cases: rows.slice(0, first).map((row) => ({ view: viewOf(row), at: row.at, id: row.id })), hasMore: rows.length > first };
}

/** How many cases fit, by status, queue, tag and agent, in one statement. For staff. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function countCases(deps: Deps, viewer: Viewer, input: CaseFilter | null | undefined): Promise<CaseCountsRow> {
  const operation = 'count cases';
  requireStaff(viewer, operation);
  const filter = parseFilter(operation, input);
  const scope = scopeParams(await caseScope(deps, viewer));
  const [row] = await deps.db.hot<CaseCountsRow>(CASE_COUNTS, [...filterParams(viewer.siteId, filter), viewer.userId, isAdmin(viewer), ...scope]);
  return row ?? { total: 0, mine: 0, unassigned: 0, byStatus: [], byQueue: [], byTag: [], byAgent: [] };
}

/** A customer's cases that are not over and that the viewer may see, newest first; 20 at most. For staff. */
export async function openCasesOf(deps: Deps, viewer: Viewer, userId: string): Promise<SupportCaseView[]> {
  requireStaff(viewer, 'list cases');
  const rows = await deps.db.hot<{ case: SupportCaseView }>(OPEN_CASES, [viewer.siteId, userId, ...scopeParams(await caseScope(deps, viewer))]);
  return rows.map((row) => row.case);
}

function viewOf(row: InboxCaseRow): InboxCaseView {
  const { tags, openEscalations } = row;
  const lastMessage = row.isReadable ? previewOf(row.heads, audiencesOf('agent')) : null;
  return { case: row.case, tags, lastMessage, lastActivityAt: row.lastActivityAt.toISOString(), openEscalations };
}
