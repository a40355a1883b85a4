import type { HotStatement } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { supportCaseFor } from '../../kernel/case-view.js';
import { isChatError } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { parsePageSize } from '../../kernel/input.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { SupportCaseView } from '../../kernel/views.js';
import type { SupportStatus } from '../../kernel/words.js';
import { caseJson } from '../../log/view-sql.js';
import { accessCase, caseScope, inScope, scopeParams } from './access.js';

/** Which cases to list; newest in line first. */
export interface ListCases {
  readonly first: number;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly status?: readonly SupportStatus[] | null | undefined;
  readonly queueId?: string | null | undefined;
  readonly agentId?: string | null | undefined;
}

/** A case with its place in the list. */
export interface ListedCase {
  readonly view: SupportCaseView;
  readonly at: Date;
  readonly id: string;
}

// $1 site, $2 status or null, $3 queue or null, $4 agent or null, $5/$6 time and id of the cursor or null, $7 limit, then the scope
const PAGE: HotStatement = {
  name: 'queues.cases',
  text: `SELECT s.id, s.queued_at AS at, ${caseJson('s')} AS view FROM support_case s
    WHERE s.site_id = $1 AND ($2::text[] IS NULL OR s.status::text = ANY($2::text[]))
      AND ($3::text IS NULL OR s.queue_id = $3::text) AND ($4::text IS NULL OR s.agent_id = $4::text)
      AND ($5::timestamptz IS NULL OR (s.queued_at, s.id) < ($5::timestamptz, $6::text)) AND ${inScope('s', 8)}
    ORDER BY s.queued_at DESC, s.id DESC LIMIT $7::int`,
};

const BY_CONVERSATION: HotStatement = {
  name: 'queues.case_id_of_conversation',
  text: 'SELECT s.id FROM support_case s WHERE s.conversation_id = $1 AND s.site_id = $2',
};

/** A page of cases: for staff those of the site that they may see, for others their own. One query more than it takes to know who asks. @throws ChatError INVALID_INPUT */
export async function listCases(deps: Deps, viewer: Viewer, input: ListCases): Promise<{ readonly cases: ListedCase[]; readonly hasMore: boolean }> {
  const first = parsePageSize({ operation: 'list cases', field: 'first' }, input.first);
  const rows = await deps.db.hot<ListedCase>(PAGE, [
    viewer.siteId,
    input.status ?? null,
    input.queueId ?? null,
    input.agentId ?? null,
    input.after?.at.toISOString() ?? null,
    input.after?.id ?? null,
    first + 1,
    ...scopeParams(await caseScope(deps, viewer)),
  ]);
  const cases = rows.slice(0, first).map((row) => ({ ...row, view: supportCaseFor(isStaff(viewer), row.view) }));
  return { cases, hasMore: rows.length > first };
}

/** A case by its own id or that of its conversation, as the viewer may know it; null when there is none. */
export async function findCase(deps: Deps, viewer: Viewer, id: string): Promise<SupportCaseView | null> {
  const [found] = isId('conversation', id) ? await deps.db.hot<{ id: string }>(BY_CONVERSATION, [id, viewer.siteId]) : [{ id }];
  try {
    const row = await accessCase(deps, viewer, { caseId: found?.id ?? '', need: 'read', operation: 'read case' });
    return supportCaseFor(isStaff(viewer), row.view);
  } catch (error) {
    if (isChatError(error, 'NOT_FOUND')) return null;
    throw error;
  }
}
