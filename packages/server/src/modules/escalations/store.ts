import type { HotStatement } from '../../db/contract.js';
import { inScope } from '../queues/index.js';
import { escalationColumns } from './rows.js';

/** The escalation that user `$2` of site `$1` opened with client id `$3`. */
export const EARLIER: HotStatement = {
  name: 'escalations.earlier',
  text: `SELECT ${escalationColumns('x')} FROM escalation x WHERE x.site_id = $1 AND x.opened_by_id = $2 AND x.client_id = $3`,
};

/** Makes an escalation: `$1` id, `$2` site, `$3` case, `$4` conversation, `$5` who, `$6` client id, `$7` hash, `$8` reason, `$9` now. */
export const INSERT = `INSERT INTO escalation AS x (id, site_id, case_id, conversation_id, opened_by_id, client_id, body_hash, reason, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz) RETURNING ${escalationColumns('x')}`;

/** Decides escalation `$1`: `$2` status, `$3` words, `$4` who, `$5` now. */
export const DECIDE = `UPDATE escalation x SET status = $2::text::escalation_status, decision = $3, decided_by_id = $4, decided_at = $5::timestamptz
  WHERE x.id = $1 RETURNING ${escalationColumns('x')}`;

/** Escalation `$1` of site `$2`, locked. */
export const LOCK = `SELECT ${escalationColumns('x')} FROM escalation x WHERE x.id = $1 AND x.site_id = $2 FOR NO KEY UPDATE OF x`;

/** Admins of site `$1` who can be asked: those with ids `$2`, or with null the first `$3` but for `$4`. */
export const ADMINS = `SELECT u.id FROM "user" u WHERE u.site_id = $1 AND u.role = 'admin' AND u.is_active AND u.merged_into_id IS NULL
  AND CASE WHEN $2::text[] IS NULL THEN u.id <> $4 ELSE u.id = ANY($2::text[]) END ORDER BY u.created_at, u.id LIMIT $3::int`;

const SEEN = `(x.opened_by_id = $2 OR EXISTS (SELECT 1 FROM support_case s WHERE s.id = x.case_id AND ${inScope('s', 3)}))`;

/** Escalation `$6` of site `$1`, if user `$2` opened it or its case is in the scope (`$3` to `$5`). */
export const BY_ID: HotStatement = {
  name: 'escalations.by_id',
  text: `SELECT ${escalationColumns('x')} FROM escalation x WHERE x.id = $6 AND x.site_id = $1 AND ${SEEN}`,
};

/** A page of escalations, newest first: site `$1`, those that `$2` to `$5` let see, `$6` case or null, `$7` status or null, `$8`/`$9` cursor or null, `$10` limit. */
export const PAGE: HotStatement = {
  name: 'escalations.page',
  text: `SELECT x.created_at AS at, ${escalationColumns('x')} FROM escalation x
    WHERE x.site_id = $1 AND ${SEEN} AND ($6::text IS NULL OR x.case_id = $6::text) AND ($7::text IS NULL OR x.status = $7::text::escalation_status)
      AND ($8::timestamptz IS NULL OR (x.created_at, x.id) < ($8::timestamptz, $9::text))
    ORDER BY x.created_at DESC, x.id DESC LIMIT $10::int`,
};

/** Links case `$1` of site `$2` with conversation `$3` out of which user `$4` asked at `$5`; no row when it is linked. */
export const LINK = `INSERT INTO case_origin (case_id, site_id, conversation_id, user_id, created_at) VALUES ($1, $2, $3, $4, $5::timestamptz)
  ON CONFLICT (case_id) DO NOTHING RETURNING case_id AS "caseId"`;

/** As SQL: rows of case_origin `o` and support_case `s` of the cases that a user asked for out of a conversation and that are not over. */
export const liveOrigins = (conversation: string, user: string): string =>
  `case_origin o JOIN support_case s ON s.id = o.case_id WHERE o.conversation_id = ${conversation} AND o.user_id = ${user} AND s.status NOT IN ('resolved', 'closed')`;

/** Cases that user `$2` asked for out of conversation `$1` and that are not over, with their client ids. */
export const LIVE_OF = `SELECT s.id, s.client_id AS "clientId", s.status::text AS status FROM ${liveOrigins('$1', '$2')}`;
