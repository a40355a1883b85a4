import type { HotStatement } from '../../db/contract.js';
import { LIVE, queueColumns } from './rows.js';

/** Whether any case of site `$1` waits to be offered. */
export const HAS_WAITING: HotStatement = {
  name: 'queues.has_waiting',
  text: `SELECT 1 AS one FROM support_case s WHERE s.site_id = $1 AND s.status = 'queued' AND s.control = 'queue' AND s.offer_id IS NULL LIMIT 1`,
};

/** Makes the rows of agents `$2::text[]` of site `$1` that have none, idle since `$3`. */
export const ENSURE_WORK = `INSERT INTO agent_work (agent_id, site_id, idle_since) SELECT a.id, $1, $3::timestamptz FROM unnest($2::text[]) AS a(id) ORDER BY a.id
  ON CONFLICT (agent_id) DO NOTHING`;

/** Locks the rows of agents `$1::text[]`, in the order of their ids. */
export const LOCK_WORK = `SELECT w.agent_id AS id, extract(epoch FROM w.idle_since)::float8 * 1000 AS "idleSince" FROM agent_work w
  WHERE w.agent_id = ANY($1::text[]) ORDER BY w.agent_id FOR NO KEY UPDATE`;

/** How many live offers each of agents `$1::text[]` has. */
export const LOADS = `SELECT o.agent_id AS id, count(*)::int AS load FROM offer o WHERE o.agent_id = ANY($1::text[]) AND o.status IN ${LIVE} GROUP BY o.agent_id`;

/** That agent `a` can do what case `s` of queue `q` needs. */
const IS_FIT = `(q.department IS NULL OR q.department = ANY(a.departments)) AND s.skills_required <@ a.skills`;

/** That offer `o` was declined after `$3`. */
const IS_DECLINED = `(o.status IN ('rejected', 'timed_out') OR o.reason = 'transferred') AND o.ended_at > $3::timestamptz`;

/** That any of the offers `o` ended in a transfer. */
const IS_TRANSFER = `coalesce(bool_or(o.reason = 'transferred'), false)`;

/**
 * A case that waits and that one of the agents of `$2` can be asked to take: somebody with room who has not declined it; or anybody with room, but for who transferred it, once
 * all who fit have declined it and the last of them did until `$4`.
 */
const FITS = `s.site_id = $1 AND s.status = 'queued' AND s.control = 'queue' AND s.offer_id IS NULL
    AND (EXISTS (SELECT 1 FROM jsonb_to_recordset($2::jsonb) AS a(id text, departments text[], skills text[], "hasRoom" boolean)
        WHERE a."hasRoom" AND ${IS_FIT} AND NOT EXISTS (SELECT 1 FROM offer o WHERE o.case_id = s.id AND o.agent_id = a.id AND ${IS_DECLINED}))
      OR (EXISTS (SELECT 1 FROM offer o WHERE o.case_id = s.id AND ${IS_DECLINED})
        AND EXISTS (SELECT 1 FROM jsonb_to_recordset($2::jsonb) AS a(id text, departments text[], skills text[], "hasRoom" boolean)
          CROSS JOIN LATERAL (SELECT max(o.ended_at) AS at, ${IS_TRANSFER} AS gave FROM offer o WHERE o.case_id = s.id AND o.agent_id = a.id AND ${IS_DECLINED}) d
          WHERE ${IS_FIT} HAVING bool_or(a."hasRoom" AND NOT d.gave) AND bool_and(d.at IS NOT NULL) AND max(d.at) <= $4::timestamptz)))`;

/** The first case of site `$1` that waits and one of the agents `$2` can be asked to take, but for those of `$5::text[]`; the rest as with {@link NEXT_CASES}. */
export const LEFT_CASE = `SELECT s.id FROM support_case s JOIN queue q ON q.id = s.queue_id WHERE ${FITS} AND NOT s.id = ANY($5::text[]) ORDER BY s.rank, s.id LIMIT 1`;

/**
 * The first `$5` cases of site `$1` that wait and that one of the agents `$2` (a JSON array of `{id, departments, skills, hasRoom}`, all who are there) can be asked to
 * take, in the order of the line, locked; cases that somebody else changes at the moment are left out. `$3`: refusals before it no longer count; `$4`: what all have
 * declined rests unless the last did until then. Who let an offer pass, or transferred the case, counts as one who refused.
 */
export const NEXT_CASES = `SELECT s.id, s.queue_id AS "queueId", q.department, s.skills_required AS "skillsRequired", s.skills_preferred AS "skillsPreferred",
    q.offer_seconds AS "offerSeconds",
    coalesce((SELECT jsonb_agg(jsonb_build_object('agentId', d.agent_id, 'at', d.at, 'isTransfer', d.gave)) FROM (
      SELECT o.agent_id, round(extract(epoch FROM max(o.ended_at)) * 1000)::float8 AS at, ${IS_TRANSFER} AS gave
        FROM offer o WHERE o.case_id = s.id AND ${IS_DECLINED} GROUP BY o.agent_id) d), '[]'::jsonb) AS declined
  FROM support_case s JOIN queue q ON q.id = s.queue_id
  WHERE ${FITS}
  ORDER BY s.rank, s.id LIMIT $5::int FOR NO KEY UPDATE OF s SKIP LOCKED`;

/** Makes pending offers out of `$1`, a JSON array of `{id, caseId, queueId, agentId, expiresAt}`, of site `$2` at `$3`, and binds the cases to them. */
export const OFFER_CASES = `WITH made AS (
    INSERT INTO offer (id, site_id, case_id, queue_id, agent_id, status, created_at, expires_at)
    SELECT n.id, $2, n."caseId", n."queueId", n."agentId", 'pending', $3::timestamptz, n."expiresAt"
      FROM jsonb_to_recordset($1::jsonb) AS n(id text, "caseId" text, "queueId" text, "agentId" text, "expiresAt" timestamptz)
    RETURNING id, case_id, agent_id
  ), idle AS (UPDATE agent_work w SET idle_since = $3::timestamptz FROM (SELECT DISTINCT agent_id FROM made) m WHERE w.agent_id = m.agent_id)
  UPDATE support_case s SET offer_id = made.id FROM made WHERE s.id = made.case_id RETURNING s.id`;

/** An accepted offer of case `$2` from queue `$3` to agent `$4`: `$1` id, `$5` site, `$6` now. */
export const HAND_OVER = `INSERT INTO offer (id, site_id, case_id, queue_id, agent_id, status, created_at, expires_at, accepted_at)
  VALUES ($1, $5, $2, $3, $4, 'accepted', $6::timestamptz, $6::timestamptz, $6::timestamptz)`;

/** Ends offer `$1` as `$2` at `$3` because of `$4`, or lets its agent wrap up until `$5`. The agent counts as idle from then on. */
export const END_OFFER = `WITH ended AS (
    UPDATE offer SET status = $2::text::offer_status, reason = coalesce($4, reason), wrap_up_until = $5::timestamptz,
      ended_at = CASE WHEN $2::text = 'wrapping_up' THEN NULL ELSE $3::timestamptz END
    WHERE id = $1 RETURNING agent_id)
  UPDATE agent_work w SET idle_since = $3::timestamptz FROM ended WHERE w.agent_id = ended.agent_id`;

/** That case `s` of queue `q` has been resolved for as long as the queue says, at the parameter `now`. */
export const isToClose = (now: string): string => `s.status = 'resolved' AND s.resolved_at <= ${now}::timestamptz - make_interval(secs => q.close_after_seconds)`;

/** Queues of site `$1`, in the order of their making. */
export const QUEUES: HotStatement = {
  name: 'queues.all',
  text: `SELECT ${queueColumns('q')} FROM queue q WHERE q.site_id = $1 ORDER BY q.created_at, q.id`,
};
