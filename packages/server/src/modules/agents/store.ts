import type { HotStatement } from '../../db/contract.js';
import { AGENT_COLUMNS, IS_AGENT } from './rows.js';

/**
 * A page of the site's agents in the order in which their users were made. `$1` site, `$2` the viewer, `$3` whether the viewer sees all: others
 * see those with whom they share a conversation. `$4` user ids or null, `$5` department or null, `$6` name of a skill or null,
 * `$7`/`$8` time and id of the cursor or null, `$9` limit.
 */
export const AGENTS: HotStatement = {
  name: 'agents.page',
  text: `SELECT ${AGENT_COLUMNS} FROM "user" u LEFT JOIN agent a ON a.user_id = u.id
    WHERE u.site_id = $1 AND u.role IN ('agent', 'admin') AND ${IS_AGENT}
      AND ($4::text[] IS NULL OR u.id = ANY($4::text[]))
      AND ($5::text IS NULL OR $5::text = ANY(a.departments))
      AND ($6::text IS NULL OR a.skills @> jsonb_build_array(jsonb_build_object('name', $6::text)))
      AND ($7::timestamptz IS NULL OR (u.created_at, u.id) > ($7::timestamptz, $8::text))
      AND ($3::boolean OR u.id = $2 OR EXISTS (
        SELECT 1 FROM participant mine
          JOIN participant theirs ON theirs.conversation_id = mine.conversation_id AND theirs.user_id = u.id AND theirs.left_at IS NULL
          JOIN conversation c ON c.id = mine.conversation_id AND c.gate <> 'hidden'
         WHERE mine.user_id = $2 AND mine.left_at IS NULL))
    ORDER BY u.created_at, u.id LIMIT $9::int`,
};

/**
 * Writes what is given of an agent's row, and makes it if there is none: `$1` user, `$2` site, `$3` status or null, `$4` departments or null,
 * `$5` skills or null, `$6` most conversations or null, `$7` now. A status that is chosen again keeps its time.
 */
export const WRITE: HotStatement = {
  name: 'agents.write',
  text: `INSERT INTO agent AS a (user_id, site_id, departments, skills, status, max_conversations, status_at, created_at, updated_at)
    SELECT u.id, u.site_id, coalesce($4::text[], '{}'), coalesce($5::jsonb, '[]'::jsonb), coalesce($3::text::agent_status, 'online'),
      coalesce($6::int, 8), CASE WHEN $3::text IS NULL THEN NULL ELSE $7::timestamptz END, $7::timestamptz, $7::timestamptz
    FROM "user" u WHERE u.id = $1 AND u.site_id = $2
    ON CONFLICT (user_id) DO UPDATE SET departments = coalesce($4::text[], a.departments), skills = coalesce($5::jsonb, a.skills),
      status = coalesce($3::text::agent_status, a.status), max_conversations = coalesce($6::int, a.max_conversations),
      status_at = CASE WHEN $3::text IS NULL OR a.status = $3::text::agent_status THEN a.status_at ELSE $7::timestamptz END,
      updated_at = $7::timestamptz`,
};

/** Agents of site `$1`: those with ids `$2`, or with null the first `$3`. */
export const BOARD: HotStatement = {
  name: 'agents.board',
  text: `SELECT ${AGENT_COLUMNS} FROM "user" u LEFT JOIN agent a ON a.user_id = u.id
    WHERE u.site_id = $1 AND u.role IN ('agent', 'admin') AND ${IS_AGENT} AND ($2::text[] IS NULL OR u.id = ANY($2::text[]))
    ORDER BY u.created_at, u.id LIMIT $3::int`,
};

/** Adds a rating `$3` to user `$1` of site `$2`, who may have no row yet, at `$4`. */
export const ADD_RATING = `INSERT INTO agent (user_id, site_id, departments, rating_sum, rating_count, created_at, updated_at)
  SELECT id, site_id, '{}', $3::int, 1, $4::timestamptz, $4::timestamptz FROM "user" WHERE id = $1 AND site_id = $2
  ON CONFLICT (user_id) DO UPDATE SET rating_sum = agent.rating_sum + $3::int, rating_count = agent.rating_count + 1, updated_at = $4::timestamptz`;
