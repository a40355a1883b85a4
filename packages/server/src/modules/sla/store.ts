import { BY_THE_CLOCK, type HotStatement } from '../../db/contract.js';

/** Whether anything of site `$1` is measured: it has a policy, or clocks that run by one that is deleted. */
export const IS_MEASURED: HotStatement = {
  name: 'sla.is_measured',
  text: `SELECT 1 AS one FROM sla_policy p WHERE p.site_id = $1 AND p.deleted_at IS NULL
    UNION ALL SELECT 1 FROM sla_case c WHERE c.site_id = $1 AND c.planned_at IS NOT NULL LIMIT 1`,
};

/** The case of conversation `$1`, with how far its clocks have followed the log. */
export const CASE_OF: HotStatement = {
  name: 'sla.case_of',
  text: `SELECT s.id AS "caseId", coalesce(k.applied_seq, 0) AS "appliedSeq" FROM support_case s LEFT JOIN sla_case k ON k.case_id = s.id WHERE s.conversation_id = $1`,
};

/** Events of conversation `$1` after `$2` that clocks follow, at most `$4`; `$3` is the customer. */
export const STEPS = `SELECT e.seq, e.created_at AS at, CASE WHEN e.type = 'CaseUpdated' THEN 'case' WHEN e.actor_id = $3 THEN 'customer' ELSE 'agent' END AS type,
    e.data->>'status' AS status, e.data->>'control' AS control, e.data->>'priority' AS priority, e.data->>'queueId' AS "queueId"
  FROM event e LEFT JOIN message m ON m.id = e.message_id LEFT JOIN "user" u ON u.id = e.actor_id
  WHERE e.conversation_id = $1 AND e.seq > $2::int AND (
    (e.type = 'CaseUpdated' AND e.data ? 'status')
    OR (e.type = 'MessageSent' AND e.audience IN ('all', 'client') AND m.kind <> 'system' AND m.origin = 'user_input' AND (e.actor_id = $3 OR u.role IN ('agent', 'admin'))))
  ORDER BY e.seq LIMIT $4::int`;

/** What is known of case `$1`. */
export const STATE = `SELECT k.applied_seq AS "appliedSeq", k.status::text AS status, k.priority::text AS priority, k.queue_id AS "queueId", k.has_begun AS "hasBegun",
    k.is_answered AS "isAnswered" FROM sla_case k WHERE k.case_id = $1`;

const CLOCK_COLUMNS = `k.id, k.kind::text AS kind, k.policy_id AS "policyId", k.status::text AS status, k.target_ms AS "targetMs", k.warn_ms AS "warnMs", k.used_ms AS "usedMs",
    k.running_since AS "runningSince", k.started_at AS "startedAt", k.due_at AS "dueAt", k.warn_at AS "warnAt", k.warned_at AS "warnedAt", k.breached_at AS "breachedAt",
    k.stopped_at AS "stoppedAt"`;

/** The clocks of case `$1` on which what comes next can depend, oldest first: of next responses, one for each question, only what is not over. */
export const CLOCKS = `SELECT ${CLOCK_COLUMNS} FROM sla_clock k WHERE k.case_id = $1 AND (k.kind <> 'next_response' OR k.status IN ('running', 'paused')) ORDER BY k.started_at, k.id`;

/** Writes the state of case `$1`: `$2` site, `$3` conversation, `$4` seq, `$5` a JSON object of the rest, `$6` when it was planned or null. */
export const WRITE_STATE = `INSERT INTO sla_case AS k (case_id, site_id, conversation_id, applied_seq, status, priority, queue_id, has_begun, is_answered, planned_at)
  SELECT $1, $2, $3, $4::int, n.status::support_status, n.priority::support_priority, n."queueId", n."hasBegun", n."isAnswered", $6::timestamptz
    FROM jsonb_to_record($5::jsonb) AS n(status text, priority text, "queueId" text, "hasBegun" boolean, "isAnswered" boolean)
  ON CONFLICT (case_id) DO UPDATE SET applied_seq = excluded.applied_seq, status = excluded.status, priority = excluded.priority, queue_id = excluded.queue_id,
    has_begun = excluded.has_begun, is_answered = excluded.is_answered, planned_at = excluded.planned_at`;

/** Writes the clocks `$1`, a JSON array, of case `$2`, site `$3`, conversation `$4`, with the queue `$5` and priority `$6` that the case has. */
export const WRITE_CLOCKS = `INSERT INTO sla_clock AS k (id, site_id, case_id, conversation_id, policy_id, queue_id, priority, kind, status, target_ms, warn_ms, used_ms,
    running_since, started_at, due_at, warn_at, warned_at, breached_at, stopped_at, next_at)
  SELECT n.id, $3, $2, $4, n."policyId", $5, $6::text::support_priority, n.kind::sla_clock_kind, n.status::sla_clock_status, n."targetMs", n."warnMs", n."usedMs",
    n."runningSince", n."startedAt", n."dueAt", n."warnAt", n."warnedAt", n."breachedAt", n."stoppedAt", n."nextAt"
  FROM jsonb_to_recordset($1::jsonb) AS n(id text, "policyId" text, kind text, status text, "targetMs" float8, "warnMs" float8, "usedMs" float8,
    "runningSince" timestamptz, "startedAt" timestamptz, "dueAt" timestamptz, "warnAt" timestamptz, "warnedAt" timestamptz, "breachedAt" timestamptz,
    "stoppedAt" timestamptz, "nextAt" timestamptz)
  ON CONFLICT (id) DO UPDATE SET policy_id = excluded.policy_id, queue_id = excluded.queue_id, priority = excluded.priority, status = excluded.status,
    target_ms = excluded.target_ms, warn_ms = excluded.warn_ms, used_ms = excluded.used_ms, running_since = excluded.running_since, due_at = excluded.due_at,
    warn_at = excluded.warn_at, warned_at = excluded.warned_at, breached_at = excluded.breached_at, stopped_at = excluded.stopped_at, next_at = excluded.next_at`;

/** Up to `$2` cases to whose clocks time does something at `$1`. */
export const DUE: HotStatement = {
  name: 'sla.due',
  text: `${BY_THE_CLOCK} SELECT k.case_id AS "caseId", k.site_id AS "siteId", k.conversation_id AS "conversationId", min(k.next_at) AS "nextAt"
    FROM sla_clock k WHERE k.next_at <= $1::timestamptz GROUP BY k.case_id, k.site_id, k.conversation_id ORDER BY min(k.next_at) LIMIT $2::int`,
};

/** Up to `$1` cases that were planned before the policies, opening hours or queues of their site last changed. */
export const STALE: HotStatement = {
  name: 'sla.stale',
  text: `${BY_THE_CLOCK} SELECT c.case_id AS "caseId", c.site_id AS "siteId", c.conversation_id AS "conversationId" FROM sla_case c
    JOIN (SELECT t.site_id, max(t.updated_at) AS at FROM (
        SELECT site_id, updated_at FROM sla_policy UNION ALL SELECT site_id, updated_at FROM schedule UNION ALL SELECT site_id, updated_at FROM queue) t
      GROUP BY t.site_id) changed ON changed.site_id = c.site_id AND c.planned_at <= changed.at
    WHERE c.planned_at IS NOT NULL LIMIT $1::int`,
};

/** Takes the lock of conversation `$1` if nobody has it. */
export const TAKE = 'SELECT 1 AS one FROM conversation c WHERE c.id = $1 FOR NO KEY UPDATE SKIP LOCKED';

/** The clocks of case `$1` have followed the log up to `$2`. */
export const FOLLOWED = 'UPDATE sla_case SET applied_seq = greatest(applied_seq, $2::int) WHERE case_id = $1';

/** For each kind of clock and priority of site `$1`, among those that began from `$2` to before `$3`, of queue `$4` or of all with null: how they went. */
export const REPORT: HotStatement = {
  name: 'sla.report',
  text: `SELECT k.kind::text AS kind, k.priority::text AS priority, count(*)::int AS started,
      count(*) FILTER (WHERE k.status = 'met' AND k.breached_at IS NULL)::int AS "metInTime",
      count(*) FILTER (WHERE k.status = 'met' AND k.breached_at IS NOT NULL)::int AS "metLate",
      count(*) FILTER (WHERE k.status = 'cancelled')::int AS cancelled,
      count(*) FILTER (WHERE k.status IN ('running', 'paused'))::int AS running,
      count(*) FILTER (WHERE k.breached_at IS NOT NULL)::int AS breached,
      (avg(k.used_ms) FILTER (WHERE k.status = 'met'))::float8 AS "averageMs",
      (percentile_disc(0.5) WITHIN GROUP (ORDER BY CASE WHEN k.status = 'met' THEN k.used_ms END))::float8 AS "medianMs",
      (percentile_disc(0.9) WITHIN GROUP (ORDER BY CASE WHEN k.status = 'met' THEN k.used_ms END))::float8 AS "p90Ms"
    FROM sla_clock k LEFT JOIN queue q ON q.id = k.queue_id
    WHERE k.site_id = $1 AND k.started_at >= $2::timestamptz AND k.started_at < $3::timestamptz AND ($4::text IS NULL OR q.key = $4::text)
    GROUP BY k.kind, k.priority ORDER BY k.kind, k.priority`,
};
