import { BY_THE_CLOCK, type HotStatement } from '../../db/contract.js';
import { isoText } from '../../log/statement.js';
import { isForSql } from './audience-sql.js';

/** `BroadcastView` of a row of broadcast that was published, as jsonb. */
export const broadcastJson = (b: string): string =>
  `jsonb_build_object('id', ${b}.id, 'seq', ${b}.seq, 'title', ${b}.title, 'text', ${b}.text, 'metadata', ${b}.metadata,
    'link', CASE WHEN ${b}.link_url IS NOT NULL THEN jsonb_build_object('url', ${b}.link_url, 'label', ${b}.link_label) END,
    'publishedAt', ${isoText(`${b}.published_at`)}, 'expiresAt', ${isoText(`${b}.expires_at`)})`;

/** All live broadcasts for the row of "user" `u`, newest first, as a jsonb array of `BroadcastView`. */
export const broadcastsForJson = (u: string): string =>
  `coalesce((SELECT jsonb_agg(${broadcastJson('b')} ORDER BY b.seq DESC) FROM broadcast b
     WHERE b.site_id = ${u}.site_id AND b.state = 'published' AND ${isForSql('b', u)}), '[]'::jsonb)`;

/** How far the row of "user" `u` has read broadcasts. */
export const broadcastReadSeqSql = (u: string): string => `coalesce((SELECT r.read_seq FROM broadcast_reader r WHERE r.user_id = ${u}.id), 0)`;

/** What user `$1` of site `$2` sees: `{broadcasts, readSeq}`. */
export const LISTING: HotStatement = {
  name: 'broadcasts.listing',
  text: `SELECT ${broadcastsForJson('u')} AS broadcasts, ${broadcastReadSeqSql('u')} AS "readSeq" FROM "user" u WHERE u.id = $1 AND u.site_id = $2`,
};

/** A page of the live broadcasts for user `$1` of site `$2`, newest first, below `$3` or null; or only the one with the id `$5`. At most `$4`. */
export const PAGE: HotStatement = {
  name: 'broadcasts.page',
  text: `SELECT ${broadcastJson('b')} AS broadcast FROM "user" u JOIN broadcast b ON b.site_id = u.site_id AND b.state = 'published'
    WHERE u.id = $1 AND u.site_id = $2 AND ($3::int IS NULL OR b.seq < $3::int) AND ($5::text IS NULL OR b.id = $5::text) AND ${isForSql('b', 'u')}
    ORDER BY b.seq DESC LIMIT $4::int`,
};

/** How many live broadcasts for user `$1` of site `$2` are not read. */
export const UNREAD: HotStatement = {
  name: 'broadcasts.unread',
  text: `SELECT count(*)::int AS n FROM "user" u JOIN broadcast b ON b.site_id = u.site_id AND b.state = 'published' AND b.seq > ${broadcastReadSeqSql('u')}
    WHERE u.id = $1 AND u.site_id = $2 AND ${isForSql('b', 'u')}`,
};

/** Broadcasts `$2::text[]` of site `$1` as a node has to tell of them: those that are shown with whom of the users `$3::text[]` they are for. */
export const TOLD: HotStatement = {
  name: 'broadcasts.told',
  text: `SELECT b.id, b.state::text AS state, b.last_xid::text AS xid, CASE WHEN b.state = 'published' THEN ${broadcastJson('b')} END AS broadcast,
      coalesce((SELECT jsonb_agg(u.id) FROM "user" u WHERE b.state = 'published' AND u.id = ANY($3::text[]) AND u.site_id = b.site_id AND ${isForSql('b', 'u')}),
        '[]'::jsonb) AS "userIds"
    FROM broadcast b WHERE b.site_id = $1 AND b.id = ANY($2::text[]) ORDER BY b.seq NULLS FIRST`,
};

/** How many users broadcast `$2` of site `$1` is for now, and how many of them have read it. */
export const REACH: HotStatement = {
  name: 'broadcasts.reach',
  text: `SELECT count(u.id)::int AS "audienceCount", count(r.user_id)::int AS "seenCount"
    FROM broadcast b LEFT JOIN "user" u ON u.site_id = b.site_id AND ${isForSql('b', 'u')}
      LEFT JOIN broadcast_reader r ON r.user_id = u.id AND r.read_seq >= b.seq
    WHERE b.site_id = $1 AND b.id = $2`,
};

/** How many users of site `$1` an audience fits now: roles `$2::text[]`, guests `$3`, segment `$4::jsonb`. */
export const AUDIENCE_SIZE: HotStatement = {
  name: 'broadcasts.audience_size',
  text: `SELECT count(*)::int AS n
    FROM (SELECT $2::text[]::role[] AS roles, $3::guest_audience AS guests, $4::jsonb AS segment, true AS includes_newcomers, NULL::timestamptz AS published_at) b
    JOIN "user" u ON u.site_id = $1 AND ${isForSql('b', 'u')}`,
};

/** Raises the read mark of user `$1` of site `$2` to `$3`, at most to the newest broadcast, at `$4`. Answers the mark as it is now. */
export const MARK_READ: HotStatement = {
  name: 'broadcasts.mark_read',
  text: `WITH wanted AS (SELECT least($3::int, coalesce((SELECT last_seq FROM broadcast_line WHERE site_id = $2), 0)) AS seq),
    marked AS (INSERT INTO broadcast_reader (user_id, site_id, read_seq, read_at) SELECT $1, $2, seq, $4::timestamptz FROM wanted WHERE seq > 0
      ON CONFLICT (user_id) DO UPDATE SET read_seq = EXCLUDED.read_seq, read_at = EXCLUDED.read_at WHERE broadcast_reader.read_seq < EXCLUDED.read_seq
      RETURNING read_seq)
    SELECT coalesce((SELECT read_seq FROM marked), (SELECT read_seq FROM broadcast_reader WHERE user_id = $1), 0) AS "readSeq",
      EXISTS (SELECT 1 FROM marked) AS "hasMoved"`,
};

/** Makes sure that site `$1` has its line. */
export const ENSURE_LINE = `INSERT INTO broadcast_line (site_id, last_seq) VALUES ($1, 0) ON CONFLICT (site_id) DO NOTHING`;
/** Locks the line of site `$1`: whoever publishes or revokes there holds it. */
export const LOCK_LINE = `SELECT last_seq AS "lastSeq" FROM broadcast_line WHERE site_id = $1 FOR UPDATE`;
/** Takes the next number on the line of site `$1`. */
export const NEXT_SEQ = `UPDATE broadcast_line SET last_seq = last_seq + 1 WHERE site_id = $1 RETURNING last_seq AS seq`;

/** Locks the lines of at most 20 sites that have something due at `$1`; those that another node holds are left to it. */
export const LOCK_DUE = `${BY_THE_CLOCK} SELECT l.site_id AS "siteId" FROM broadcast_line l WHERE l.site_id IN (
    SELECT site_id FROM broadcast WHERE state = 'scheduled' AND send_at <= $1::timestamptz
    UNION SELECT site_id FROM broadcast WHERE state = 'published' AND expires_at <= $1::timestamptz)
  ORDER BY l.site_id LIMIT 20 FOR UPDATE SKIP LOCKED`;

/** Ends what has expired at `$1` on the locked sites `$2::text[]`, published or not. */
export const EXPIRE = `UPDATE broadcast SET state = 'expired', last_xid = pg_current_xact_id()
  WHERE site_id = ANY($2::text[]) AND state IN ('scheduled', 'published') AND expires_at <= $1::timestamptz RETURNING id, site_id AS "siteId"`;

/** Publishes what is due at `$1` on the locked sites `$2::text[]`, in the order in which it was due. */
export const PUBLISH_DUE = `WITH due AS (SELECT id, site_id, row_number() OVER (PARTITION BY site_id ORDER BY send_at, id)::int AS place
      FROM broadcast WHERE site_id = ANY($2::text[]) AND state = 'scheduled' AND send_at <= $1::timestamptz),
    taken AS (UPDATE broadcast_line l SET last_seq = l.last_seq + d.n FROM (SELECT site_id, count(*)::int AS n FROM due GROUP BY site_id) d
      WHERE l.site_id = d.site_id RETURNING l.site_id, l.last_seq - d.n AS base)
  UPDATE broadcast b SET state = 'published', seq = taken.base + due.place, published_at = $1::timestamptz, last_xid = pg_current_xact_id()
    FROM due JOIN taken ON taken.site_id = due.site_id WHERE b.id = due.id RETURNING b.id, b.site_id AS "siteId"`;
