import { BY_THE_CLOCK, type HotStatement } from '../../db/contract.js';
import { isoText } from '../../log/statement.js';

const VISIT = `user_id AS "userId", url, title, referrer, user_agent AS "userAgent", ip, ${isoText('at')} AS at`;

/**
 * Keeps the page `$3` with title `$4`, referrer `$5`, browser `$6` and address `$7` for user `$1` of site `$2` at `$8`, unless the one before is younger than `$9`
 * milliseconds: then it answers nothing. A report without a referrer keeps the one known.
 */
export const KEEP_VISIT: HotStatement = {
  name: 'visits.keep',
  text: `INSERT INTO visit (user_id, site_id, url, title, referrer, user_agent, ip, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)
    ON CONFLICT (user_id) DO UPDATE SET url = EXCLUDED.url, title = EXCLUDED.title, referrer = coalesce(EXCLUDED.referrer, visit.referrer),
      user_agent = EXCLUDED.user_agent, ip = EXCLUDED.ip, at = EXCLUDED.at
      WHERE visit.at <= $8::timestamptz - $9::int * interval '1 millisecond'
    RETURNING ${VISIT}`,
};

/** Where user `$1` of site `$2` was last. */
export const READ_VISIT: HotStatement = { name: 'visits.read', text: `SELECT ${VISIT} FROM visit WHERE user_id = $1 AND site_id = $2` };

/** Takes away at most `$2` visits from before `$1`, but for those that another node takes away or their user renews at this moment; answers with their `count`. */
export const PRUNE_VISITS: HotStatement = {
  name: 'visits.prune',
  text: `${BY_THE_CLOCK} WITH old AS (SELECT user_id FROM visit WHERE at < $1::timestamptz LIMIT $2::int FOR UPDATE SKIP LOCKED),
    gone AS (DELETE FROM visit v USING old WHERE v.user_id = old.user_id RETURNING 1) SELECT count(*)::int AS count FROM gone`,
};
