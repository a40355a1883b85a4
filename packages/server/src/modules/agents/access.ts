import type { Deps } from '../../deps.js';
import { notFound } from '../../kernel/errors.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { AgentRow } from './rows.js';
import { AGENTS } from './store.js';

/** Which agents. */
export interface AgentQuery {
  readonly userIds?: readonly string[] | null;
  readonly department?: string | null;
  readonly skill?: string | null;
  readonly after?: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
}

/**
 * The one door from a caller to agents' rows: staff see all of the site, everybody else those in a conversation with them.
 * In the order in which their users were made.
 */
export function findAgents(deps: Deps, viewer: Viewer, query: AgentQuery): Promise<AgentRow[]> {
  const { userIds = null, department = null, skill = null, after = null, limit } = query;
  return deps.db.hot<AgentRow>(AGENTS, [
    viewer.siteId,
    viewer.userId,
    isStaff(viewer),
    userIds,
    department,
    skill,
    after?.at.toISOString() ?? null,
    after?.id ?? null,
    limit,
  ]);
}

/** One agent. @throws ChatError NOT_FOUND, also for people who are no agents and agents out of sight. */
export async function accessAgent(deps: Deps, viewer: Viewer, of: { readonly userId: string; readonly operation: string }): Promise<AgentRow> {
  const [row] = await findAgents(deps, viewer, { userIds: [of.userId], limit: 1 });
  if (!row) throw notFound(of.operation, 'agent');
  return row;
}
