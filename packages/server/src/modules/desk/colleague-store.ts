import type { HotStatement } from '../../db/contract.js';
import type { PersonView } from '../../kernel/views.js';
import { personJson } from '../../log/view-sql.js';

/** A colleague, as {@link COLLEAGUES} finds them. */
export interface ColleagueRow {
  readonly user: PersonView;
}

/**
 * Agents and admins of site `$1` by name: with a conversation `$2` those who may see it (admins, agents who take part, and for a case agents in whose scope it is), with ids `$3` only these;
 * their names match the pattern `$4`. `$5` limit.
 */
export const COLLEAGUES: HotStatement = {
  name: 'desk.colleagues',
  text: `SELECT ${personJson('u')} AS "user" FROM "user" u
    WHERE u.site_id = $1 AND u.role IN ('agent', 'admin') AND u.is_active AND u.merged_into_id IS NULL
      AND ($3::text[] IS NULL OR u.id = ANY($3::text[])) AND lower(u.display_name) LIKE $4::text
      AND ($2::text IS NULL OR u.role = 'admin' OR EXISTS (
        SELECT 1 FROM participant p WHERE p.conversation_id = $2::text AND p.user_id = u.id AND p.left_at IS NULL)
        OR EXISTS (SELECT 1 FROM support_case s JOIN queue q ON q.id = s.queue_id WHERE s.conversation_id = $2::text
          AND ('see_all_cases' = ANY(u.permissions::text[]) OR s.agent_id = u.id OR q.department IS NULL
            OR q.department = ANY(coalesce((SELECT a.departments FROM agent a WHERE a.user_id = u.id), '{}')))))
    ORDER BY lower(u.display_name), u.id LIMIT $5::int`,
};
