import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import { caseScope, scopeParams } from '../queues/index.js';
import type { EscalationRow } from './rows.js';
import { BY_ID } from './store.js';

/** @throws ChatError FORBIDDEN for all but staff and back-ends */
export function requireStaff(viewer: Viewer, operation: string): void {
  if (!isStaff(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only staff may`);
}

/** What decides which escalations a viewer sees: their own, and those of cases in their scope. The parameters `$1` to `$5` of the statements that ask. */
export async function sightOf(deps: Deps, viewer: Viewer): Promise<readonly unknown[]> {
  return [viewer.siteId, viewer.userId, ...scopeParams(await caseScope(deps, viewer))];
}

/** The one door from a caller's id to an escalation, for staff. @throws ChatError NOT_FOUND, also for those who are no staff */
export async function accessEscalation(deps: Deps, viewer: Viewer, request: { readonly escalationId: string; readonly operation: string }): Promise<EscalationRow> {
  const isAsked = isStaff(viewer) && isId('escalation', request.escalationId);
  const [row] = isAsked ? await deps.db.hot<EscalationRow>(BY_ID, [...(await sightOf(deps, viewer)), request.escalationId]) : [];
  if (!row) throw notFound(request.operation, 'escalation');
  return row;
}
