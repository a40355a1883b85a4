import type { HotStatement } from '../../db/contract.js';
import { holdsSql, messageJson } from '../../log/view-sql.js';
import { audienceKeysSql } from './send-statement.js';

/** How many of the newest matches are ranked. */
const MAX_RANKED = 1_000;

/**
 * What the viewer may read: `$1` site, `$2` the viewer, `$3` whether they read every conversation of the site, `$4` conversation or null. The same rule as
 * access to one conversation, over all of them.
 */
const READABLE = `SELECT c.id, ${audienceKeysSql(`coalesce(p.role::text, 'admin')`)} AS keys
  FROM conversation c LEFT JOIN participant p ON p.conversation_id = c.id AND p.user_id = $2 AND p.left_at IS NULL AND ${holdsSql('p')}
  WHERE c.site_id = $1 AND ($4::text IS NULL OR c.id = $4::text)
    AND (c.kind::text NOT IN ('team', 'escalation') OR EXISTS (SELECT 1 FROM "user" v WHERE v.id = $2 AND v.role::text IN ('agent', 'admin', 'system')))
    AND ($3::boolean OR (p.user_id IS NOT NULL AND (c.gate <> 'hidden' OR p.role IN ('agent', 'admin', 'bot'))))`;

const WORDS = `to_tsvector('simple', m.text)`;
const QUERY = `websearch_to_tsquery('simple', $5::text)`;
/** The first parameter that is a pattern. */
const FIRST_PATTERN = 10;

function searchSql(order: 'newest' | 'relevance', patterns: number): string {
  const parts = Array.from({ length: patterns }, (_, index) => `lower(m.text) LIKE $${FIRST_PATTERN + index}::text`).join(' AND ');
  const match = `m.site_id = $1 AND m.deleted_at IS NULL AND m.kind = 'text' AND (${WORDS} @@ ${QUERY}${parts === '' ? '' : ` OR (${parts})`})`;
  const rank = `(ts_rank(${WORDS}, ${QUERY}) * 1000000)::int + CASE WHEN ${WORDS} @@ ${QUERY} THEN 1000000 ELSE 0 END`;
  // Without an order of its own, the ranking looks at the newest matches alone, so that a common word costs no more than that.
  const found = `SELECT m.* FROM message m JOIN readable r ON r.id = m.conversation_id AND m.audience = ANY(r.keys) WHERE ${match}`;
  const ranked =
    order === 'newest'
      ? `SELECT m.*, 0 AS rank FROM (${found}) m`
      : `SELECT m.*, ${rank} AS rank FROM (${found} ORDER BY m.created_at DESC, m.id DESC LIMIT ${MAX_RANKED}) m`;
  return `WITH readable AS (${READABLE}), ranked AS (${ranked}), page AS (
    SELECT * FROM ranked m WHERE $7::timestamptz IS NULL OR (m.rank, m.created_at, m.id) < ($6::int, $7::timestamptz, $8::text)
    ORDER BY m.rank DESC, m.created_at DESC, m.id DESC LIMIT $9::int)
  SELECT p.rank, p.created_at AS at, p.id, ${messageJson('p', 'u')} AS view
  FROM page p JOIN "user" u ON u.id = p.sender_id ORDER BY p.rank DESC, p.created_at DESC, p.id DESC`;
}

const statements = new Map<string, HotStatement>();

/** The statement that searches in an order and with a number of patterns; they begin at `$10`. */
export function searchStatement(order: 'newest' | 'relevance', patterns: number): HotStatement {
  const name = `messages.search.${order}.${patterns}`;
  const known = statements.get(name) ?? { name, text: searchSql(order, patterns) };
  statements.set(name, known);
  return known;
}
