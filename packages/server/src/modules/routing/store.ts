import { BY_THE_CLOCK, type HotStatement } from '../../db/contract.js';
import { personJson } from '../../log/view-sql.js';

const COLUMNS = `r.version, r.rules, r.note, r.restored_from AS "restoredFrom", ${personJson('u')} AS "savedBy", r.created_at AS "savedAt"
  FROM routing_version r JOIN "user" u ON u.id = r.saved_by_id`;

/** The newest rules of site `$1`, or those of version `$2`. */
export const RULES: HotStatement = {
  name: 'routing.rules',
  text: `SELECT ${COLUMNS} WHERE r.site_id = $1 AND ($2::int IS NULL OR r.version = $2::int) ORDER BY r.version DESC LIMIT 1`,
};

/** A page of the versions of site `$1`, newest first: those before version `$2` or, with null, all; `$3` limit. */
export const VERSIONS: HotStatement = {
  name: 'routing.versions',
  text: `SELECT ${COLUMNS} WHERE r.site_id = $1 AND ($2::int IS NULL OR r.version < $2::int) ORDER BY r.version DESC LIMIT $3::int`,
};

/** Subject of case `$1` with the first message that everybody sees, for its words. */
export const FIRST_WORDS: HotStatement = {
  name: 'routing.first_words',
  text: `SELECT concat_ws(E'\\n', s.subject, (SELECT m.text FROM message m WHERE m.conversation_id = s.conversation_id AND m.sender_id = s.customer_id
      ORDER BY m.seq LIMIT 1)) AS text FROM support_case s WHERE s.id = $1`,
};

/** The case of conversation `$1`, as far as watching depends on it. */
export const WATCHED: HotStatement = {
  name: 'routing.watched',
  text: `SELECT s.id AS "caseId", s.site_id AS "siteId", s.status = 'queued' AND s.control = 'queue' AS "isWaiting", s.queued_at AS "queuedAt"
    FROM support_case s WHERE s.conversation_id = $1`,
};

/** Watches case `$1` of site `$2` until `$3`, or an earlier moment that is known already. */
export const WATCH: HotStatement = {
  name: 'routing.watch',
  text: `INSERT INTO routing_watch AS w (case_id, site_id, due_at) VALUES ($1, $2, $3::timestamptz) ON CONFLICT (case_id) DO UPDATE SET due_at = least(w.due_at, excluded.due_at)`,
};

/** Watches case `$1` no more. */
export const UNWATCH: HotStatement = { name: 'routing.unwatch', text: 'DELETE FROM routing_watch WHERE case_id = $1' };

/** Watches the waiting cases of site `$1` from `$2` on, and no others. */
export const WATCH_SITE = `WITH gone AS (DELETE FROM routing_watch w WHERE w.site_id = $1 AND NOT EXISTS (
    SELECT 1 FROM support_case s WHERE s.id = w.case_id AND s.status = 'queued' AND s.control = 'queue'))
  INSERT INTO routing_watch AS w (case_id, site_id, due_at)
  SELECT s.id, s.site_id, $2::timestamptz FROM support_case s WHERE s.site_id = $1 AND s.status = 'queued' AND s.control = 'queue'
  ON CONFLICT (case_id) DO UPDATE SET due_at = excluded.due_at`;

/** Up to `$2` watched cases whose moment has come at `$1`. */
export const DUE: HotStatement = {
  name: 'routing.due',
  text: `${BY_THE_CLOCK} SELECT w.case_id AS "caseId", w.site_id AS "siteId", s.conversation_id AS "conversationId" FROM routing_watch w JOIN support_case s ON s.id = w.case_id
    WHERE w.due_at <= $1::timestamptz ORDER BY w.due_at LIMIT $2::int`,
};

/** Takes the lock of conversation `$1` if nobody has it. */
export const TAKE = 'SELECT 1 AS one FROM conversation c WHERE c.id = $1 FOR NO KEY UPDATE SKIP LOCKED';
