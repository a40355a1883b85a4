import { personJson } from '../../log/view-sql.js';
import { isoText } from '../../log/statement.js';
import type { AgentSkillView, AgentView, PersonView } from '../../kernel/views.js';
import { type AgentStatus, PERMISSIONS, type Permission } from '../../kernel/words.js';
import { DEFAULT_MAX_CONVERSATIONS, shownStatus } from './policy.js';

/** An agent as the database has them: without their presence. */
export interface AgentRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly user: PersonView;
  readonly chosenStatus: AgentStatus;
  readonly departments: readonly string[];
  readonly skills: readonly AgentSkillView[];
  readonly maxConversations: number;
  readonly permissions: readonly Permission[];
  readonly ratingSum: number;
  readonly ratingCount: number;
  readonly lastActiveAt: string | null;
}

/** Select list of an {@link AgentRow} from `"user" u LEFT JOIN agent a`; who has no row has the defaults. */
export const AGENT_COLUMNS = `u.id, u.created_at AS "createdAt", ${personJson('u')} AS "user", coalesce(a.status, 'online')::text AS "chosenStatus",
  coalesce(a.departments, '{}') AS departments, coalesce(a.skills, '[]'::jsonb) AS skills,
  coalesce(a.max_conversations, ${DEFAULT_MAX_CONVERSATIONS}) AS "maxConversations", u.permissions::text[] AS permissions, coalesce(a.rating_sum, 0) AS "ratingSum",
  coalesce(a.rating_count, 0) AS "ratingCount", ${isoText('greatest(a.status_at, u.last_seen_at)')} AS "lastActiveAt"`;

/** Who is an agent: active users whose role is agent, and admins with a row. */
export const IS_AGENT = `u.is_active AND (u.role = 'agent' OR (u.role = 'admin' AND a.user_id IS NOT NULL))`;

/** Everything that staff may know of an agent. */
export function agentView(row: AgentRow, isConnected: boolean): AgentView {
  return {
    user: row.user,
    status: shownStatus(row.chosenStatus, isConnected),
    rating: row.ratingCount === 0 ? null : { average: row.ratingSum / row.ratingCount, count: row.ratingCount },
    chosenStatus: row.chosenStatus,
    departments: row.departments,
    skills: row.skills,
    maxConversations: row.maxConversations,
    permissions: row.user.role === 'admin' ? PERMISSIONS : row.permissions,
    lastActiveAt: row.lastActiveAt,
  };
}
