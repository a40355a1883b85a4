import type { HotStatement } from '../../db/contract.js';
import { isoText } from '../../log/statement.js';
import { personJson } from '../../log/view-sql.js';
import { FIRST_CONTACT_DAYS } from './policy.js';

/**
 * An SQL condition: the case of the row of case_outcome `o` and of support_case `s` was settled at the first contact. It ended once, one agent at most had it, it is over, and the
 * customer did not come back with another case to the same queue within seven days.
 */
export const isFirstContactSql = (o: string, s: string): string => `(${o}.is_answered AND ${o}.endings = 1 AND ${s}.status IN ('resolved', 'closed')
  AND (SELECT count(DISTINCT f.agent_id) FROM offer f WHERE f.case_id = ${o}.case_id AND f.accepted_at IS NOT NULL) <= 1
  AND NOT EXISTS (SELECT 1 FROM support_case n WHERE n.customer_id = ${o}.customer_id AND n.queue_id = ${o}.queue_id AND n.id <> ${o}.case_id
    AND n.created_at > ${o}.first_ended_at AND n.created_at <= ${o}.first_ended_at + interval '${FIRST_CONTACT_DAYS} days'))`;

/** Select list of an `OutcomeView` from rows of case_outcome `o`, support_case `s`, and "user" `c` (customer) and `a` (agent, or none). */
const OUTCOME = `o.case_id AS "caseId", o.site_id AS "siteId", o.conversation_id AS "conversationId", o.customer_id AS "customerId", s.subject,
  ${personJson('c')} AS customer, CASE WHEN a.id IS NOT NULL THEN ${personJson('a')} END AS agent, ${isoText('o.ended_at')} AS "endedAt", o.endings,
  ${isFirstContactSql('o', 's')} AS "isFirstContact", ${isoText('o.asked_at')} AS "askedAt", ${isoText('o.expires_at')} AS "expiresAt", o.rating, o.comment,
  ${isoText('o.rated_at')} AS "ratedAt", o.is_by_link AS "isByLink"`;
const FROM = `FROM case_outcome o JOIN support_case s ON s.id = o.case_id JOIN "user" c ON c.id = o.customer_id LEFT JOIN "user" a ON a.id = o.agent_id`;

/** The outcome of case `$1` as an `OutcomeView`. */
export const OUTCOME_OF: HotStatement = { name: 'feedback.outcome', text: `SELECT ${OUTCOME} ${FROM} WHERE o.case_id = $1` };

/** A page of the cases of site `$1` whose customers were asked, newest first: `$2` whether rated or null, `$3` agent or null, `$4`/`$5` time and id of the cursor or null, `$6` limit. */
export const OUTCOMES: HotStatement = {
  name: 'feedback.outcomes',
  text: `SELECT ${OUTCOME} ${FROM} WHERE o.site_id = $1 AND o.asked_at IS NOT NULL AND ($2::boolean IS NULL OR (o.rated_at IS NOT NULL) = $2::boolean)
    AND ($3::text IS NULL OR o.agent_id = $3::text) AND ($4::timestamptz IS NULL OR (o.asked_at, o.case_id) < ($4::timestamptz, $5::text))
    ORDER BY o.asked_at DESC, o.case_id DESC LIMIT $6::int`,
};

/** The case of conversation `$1`, if it is over and its end is not known yet. */
export const UNKNOWN_END: HotStatement = {
  name: 'feedback.unknown_end',
  text: `SELECT s.id AS "caseId", s.site_id AS "siteId" FROM support_case s LEFT JOIN case_outcome o ON o.case_id = s.id
    WHERE s.conversation_id = $1 AND s.status IN ('resolved', 'closed') AND o.ended_at IS DISTINCT FROM coalesce(s.resolved_at, s.closed_at)`,
};

// Whether an agent or admin has answered the customer of the case `s`. The time of the first response is noted by another program, which may come later.
const IS_ANSWERED = `(s.first_response_at IS NOT NULL OR EXISTS (SELECT 1 FROM message m JOIN participant p ON p.conversation_id = m.conversation_id AND p.user_id = m.sender_id
    AND p.role IN ('agent', 'admin') WHERE m.conversation_id = s.conversation_id AND m.kind = 'text' AND m.audience = 'all'))`;

/** Notes the end of case `$1`, which the transaction holds; the same end again changes and answers nothing. Who is rated stays once the rating is there. */
export const NOTE_END = `INSERT INTO case_outcome AS o (case_id, site_id, conversation_id, customer_id, queue_id, agent_id, is_answered, first_ended_at, ended_at)
  SELECT s.id, s.site_id, s.conversation_id, s.customer_id, s.queue_id, s.agent_id, ${IS_ANSWERED}, coalesce(s.resolved_at, s.closed_at),
      coalesce(s.resolved_at, s.closed_at)
    FROM support_case s WHERE s.id = $1 AND s.status IN ('resolved', 'closed') AND coalesce(s.resolved_at, s.closed_at) IS NOT NULL
  ON CONFLICT (case_id) DO UPDATE SET ended_at = EXCLUDED.ended_at, endings = o.endings + 1, queue_id = EXCLUDED.queue_id,
    agent_id = CASE WHEN o.rated_at IS NULL THEN EXCLUDED.agent_id ELSE o.agent_id END, is_answered = o.is_answered OR EXCLUDED.is_answered
    WHERE o.ended_at <> EXCLUDED.ended_at
  RETURNING conversation_id AS "conversationId", is_answered AS "isAnswered", asked_at AS "askedAt"`;

/** Notes that the customer of case `$1` was asked at `$2` and can answer until `$3`. */
export const NOTE_ASKED = `UPDATE case_outcome SET asked_at = $2::timestamptz, expires_at = $3::timestamptz WHERE case_id = $1`;

/** What a rating of case `$1` is judged by; locked. */
export const LOCK_OUTCOME = `SELECT conversation_id AS "conversationId", agent_id AS "agentId", asked_at AS "askedAt", expires_at AS "expiresAt", rating, comment,
  client_id AS "clientId" FROM case_outcome WHERE case_id = $1 FOR UPDATE`;

/** Keeps the rating `$2` of case `$1` with comment `$3`, client id `$4`, at `$5`, by link or not `$6`. */
export const RATE = `UPDATE case_outcome SET rating = $2::int, comment = $3, client_id = $4, rated_at = $5::timestamptz, is_by_link = $6::boolean WHERE case_id = $1`;

/** Figures of site `$1` over the cases that first ended from `$2` until before `$3`: of agent `$4` and queue `$5`, or null for all. */
export const REPORT: HotStatement = {
  name: 'feedback.report',
  text: `WITH o AS MATERIALIZED (SELECT o.*, s.wrap_up_code, ${isFirstContactSql('o', 's')} AS is_first FROM case_outcome o JOIN support_case s ON s.id = o.case_id
      WHERE o.site_id = $1 AND o.first_ended_at >= $2::timestamptz AND o.first_ended_at < $3::timestamptz
        AND ($4::text IS NULL OR o.agent_id = $4::text) AND ($5::text IS NULL OR o.queue_id = $5::text)),
    replies AS (SELECT count(*)::int AS n, avg(rating)::float8 AS average FROM reply_rating
      WHERE site_id = $1 AND created_at >= $2::timestamptz AND created_at < $3::timestamptz AND $4::text IS NULL AND $5::text IS NULL)
    SELECT count(*)::int AS "endedCount", count(*) FILTER (WHERE is_answered)::int AS "answeredCount", count(*) FILTER (WHERE is_first)::int AS "firstContactCount",
      count(asked_at)::int AS "askedCount", count(rating)::int AS "ratedCount", avg(rating)::float8 AS "averageRating",
      (SELECT jsonb_agg((SELECT count(*) FROM o WHERE rating = v)::int ORDER BY v) FROM generate_series(1, 5) v) AS distribution,
      coalesce((SELECT jsonb_agg(jsonb_build_object('agent', ${personJson('u')}, 'endedCount', g.ended, 'firstContactCount', g.first, 'ratedCount', g.rated, 'averageRating', g.average)
          ORDER BY g.ended DESC, u.id)
        FROM (SELECT agent_id, count(*)::int AS ended, count(*) FILTER (WHERE is_first)::int AS first, count(rating)::int AS rated, avg(rating)::float8 AS average
          FROM o WHERE agent_id IS NOT NULL GROUP BY agent_id ORDER BY ended DESC, agent_id LIMIT 100) g JOIN "user" u ON u.id = g.agent_id), '[]'::jsonb) AS agents,
      coalesce((SELECT jsonb_agg(jsonb_build_object('code', w.code, 'count', w.n) ORDER BY w.n DESC, w.code)
        FROM (SELECT wrap_up_code AS code, count(*)::int AS n FROM o WHERE wrap_up_code IS NOT NULL GROUP BY wrap_up_code ORDER BY n DESC, code LIMIT 100) w), '[]'::jsonb) AS "wrapUpCodes",
      (SELECT n FROM replies) AS "replyCount", (SELECT average FROM replies) AS "replyAverage" FROM o`,
};

const REPLY = `message_id AS "messageId", conversation_id AS "conversationId", provider_id AS "providerId", rating, comment, client_id AS "clientId", ${isoText('created_at')} AS "ratedAt"`;

/** Rates message `$1` by user `$2` of site `$3` in conversation `$4`, written by `$5`: rating `$6`, comment `$7`, client id `$8`, at `$9`. Nothing where that was not the provider's side, or it was rated. */
export const RATE_REPLY: HotStatement = {
  name: 'feedback.rate_reply',
  text: `INSERT INTO reply_rating (message_id, user_id, site_id, conversation_id, provider_id, rating, comment, client_id, created_at)
    SELECT $1, $2, $3, $4, p.user_id, $6::int, $7, $8, $9::timestamptz FROM participant w JOIN participant p ON p.conversation_id = w.conversation_id AND p.role = 'provider'
     WHERE w.conversation_id = $4 AND w.user_id = $5 AND w.role IN ('provider', 'team_member')
     ORDER BY p.left_at DESC NULLS FIRST, p.joined_at LIMIT 1
    ON CONFLICT (message_id, user_id) DO NOTHING RETURNING ${REPLY}`,
};

/** The rating of message `$1` by user `$2`. */
export const REPLY_RATING: HotStatement = { name: 'feedback.reply_rating', text: `SELECT ${REPLY} FROM reply_rating WHERE message_id = $1 AND user_id = $2` };

/** A page of the ratings in conversation `$1`, newest first: `$2`/`$3` time and message id of the cursor or null, `$4` limit. */
export const REPLY_RATINGS: HotStatement = {
  name: 'feedback.reply_ratings',
  text: `SELECT ${REPLY} FROM reply_rating WHERE conversation_id = $1 AND ($2::timestamptz IS NULL OR (created_at, message_id) < ($2::timestamptz, $3::text))
    ORDER BY created_at DESC, message_id DESC LIMIT $4::int`,
};

/** How user `$1` of site `$2` is rated as a provider. */
export const PROVIDER_RATING: HotStatement = {
  name: 'feedback.provider_rating',
  text: `SELECT count(*)::int AS count, avg(rating)::float8 AS average FROM reply_rating WHERE provider_id = $1 AND site_id = $2`,
};
