import type { HotStatement } from '../../db/contract.js';
import type { Heads } from '../../kernel/audience.js';
import type { MessageKind } from '../../kernel/words.js';
import { insertEvent } from '../../log/statement.js';
import { holdsSql } from '../../log/view-sql.js';
import { DEFAULT_MAX_LENGTH } from './policy.js';
import { audienceKeysSql, headCountSql, isStillStaff, sumOverKeysSql, type SentRow } from './send-statement.js';

/** One message of {@link SEND_MANY}; the names are those of the JSON that goes in. */
export interface ManyItem {
  /** Its place among the others; comes back with its row. */
  readonly ord: number;
  readonly conversation_id: string;
  readonly site_id: string;
  readonly sender_id: string;
  readonly id: string;
  readonly client_id: string;
  readonly hash: string;
  readonly kind: MessageKind;
  readonly origin: string;
  readonly text: string;
  readonly metadata: object;
  readonly parent_id: string | null;
  readonly audience: string | null;
  readonly at: string;
}

/** A row of {@link SEND_MANY}: of one message that was written. The first of a conversation has its heads as they were before the statement. */
export type ManySentRow = Omit<SentRow, 'heads'> & { readonly ord: number; readonly heads: Heads | null };

/** What a statement knows of threads, as pieces of {@link sendManySql}. */
interface ThreadSql {
  /** Who sees the message. */
  readonly audience: string;
  /** Brings in the thread. */
  readonly join: string;
  readonly root: string;
  readonly rootAudience: string;
  /** What a message must keep to. */
  readonly rule: string;
  /** Counts the replies of each thread. */
  readonly count: string;
}

const REPLIES: ThreadSql = {
  audience: `COALESCE(d.audience, m.audience, 'all')`,
  join: `
  LEFT JOIN message m ON m.id = d.parent_id AND m.conversation_id IS NOT DISTINCT FROM d.conversation_id AND m.audience = ANY(d.keys)
  LEFT JOIN message root ON root.id = COALESCE(m.parent_id, m.id)`,
  root: 'root.id',
  rootAudience: 'root.audience',
  rule: `(d.parent_id IS NULL OR root.id IS NOT NULL)
    AND (root.id IS NULL OR root.audience = 'all' OR COALESCE(d.audience, m.audience, 'all') IN ('staff', root.audience))`,
  count: `, replied AS (
  UPDATE message m SET reply_count = m.reply_count + r.n
  FROM (SELECT f.root_id, count(*)::int AS n FROM fit f WHERE f.seen_by IN ('all', f.root_audience) GROUP BY f.root_id) r
  WHERE m.id = r.root_id
)`,
};

const NO_REPLIES: ThreadSql = {
  audience: `COALESCE(d.audience, 'all')`,
  join: '',
  root: 'NULL::text',
  rootAudience: 'NULL::text',
  rule: 'd.parent_id IS NULL',
  count: '',
};

/**
 * The statement that sends, for several messages at once ($1, a JSON array): the same locks in the same order, the same rules, one row for
 * each message that was written. Those that break a rule, or are there already, are left out and disturb nobody. Within a conversation
 * the numbers go in the order of the array. No two items may have the same conversation, sender and client id.
 *
 * A plan is made once for a connection, maybe while the tables are empty, and must not look at all messages of a conversation when it has grown:
 * the conversation is compared with IS NOT DISTINCT FROM where its own indexes must not be taken.
 *
 * Joins are kept few, and the rules stand in one expression: whatever a planner takes for rare makes it compare each row with each.
 *
 * Everything about a message that depends on those before it is a window over `fit`, so that the work grows as the number of messages does.
 */
function sendManySql({ audience, ...thread }: ThreadSql): string {
  return `
WITH draft AS MATERIALIZED (
  SELECT * FROM json_to_recordset($1::text::json) AS d(ord int, conversation_id text, site_id text, sender_id text, id text, client_id text, hash text,
    kind text, origin text, text text, metadata jsonb, parent_id text, audience text, at timestamptz)
), locked AS MATERIALIZED (
  SELECT c.id, c.site_id, c.kind, c.gate, c.open_until, c.last_seq, c.heads, c.attendance
  FROM conversation c WHERE c.id = ANY(ARRAY(SELECT d.conversation_id FROM draft d))
  ORDER BY c.id FOR NO KEY UPDATE
), placed AS MATERIALIZED (
  SELECT d.*, c.site_id AS home_id, c.kind AS conversation_kind, c.gate, c.open_until, c.last_seq AS seq_before, c.heads AS heads_before, c.attendance,
    ${audienceKeysSql('p.role')} AS keys
  FROM draft d JOIN locked c ON c.id = d.conversation_id JOIN participant p ON p.conversation_id = d.conversation_id AND p.user_id = d.sender_id
  WHERE p.left_at IS NULL AND ${holdsSql('p')}
  ORDER BY p.conversation_id, p.user_id, d.ord FOR NO KEY UPDATE OF p
), fit AS MATERIALIZED (
  SELECT d.*, ${audience} AS seen_by, ${thread.root} AS root_id, ${thread.rootAudience} AS root_audience,
    row_number() OVER others::int AS nth,
    row_number() OVER own::int AS own_nth,
    row_number() OVER alike::int AS alike_nth,
    lead(true) OVER alike IS NULL AS is_newest,
    ${headCountSql('d.heads_before', 'd.keys')} + ${sumOverKeysSql('d.keys', (key) => `count(*) FILTER (WHERE ${audience} = '${key}') OVER others::int`)} AS seen
  FROM placed d JOIN site s ON s.id = d.site_id${thread.join}
  WHERE COALESCE(d.home_id = d.site_id AND d.gate = 'open' AND (d.open_until IS NULL OR d.open_until > d.at) AND ${isStillStaff('d.conversation_kind', 'd.sender_id')}
    AND ${thread.rule}
    AND ${audience} = ANY(d.keys)
    AND char_length(d.text) <= COALESCE((s.settings->>'maxMessageLength')::int, ${DEFAULT_MAX_LENGTH})
    AND (SELECT 1 FROM message o WHERE o.sender_id = d.sender_id AND o.client_id = d.client_id
      AND o.conversation_id IS NOT DISTINCT FROM d.conversation_id LIMIT 1) IS NULL, false)
  WINDOW others AS (PARTITION BY d.conversation_id ORDER BY d.ord), own AS (PARTITION BY d.conversation_id, d.sender_id ORDER BY d.ord),
    alike AS (PARTITION BY d.conversation_id, ${audience} ORDER BY d.ord)
), advance AS (
  SELECT f.conversation_id, sum(f.alike_nth)::int AS n, max(f.at) FILTER (WHERE f.seen_by = 'all') AS at, jsonb_object_agg(f.seen_by, jsonb_build_object(
    'n', COALESCE((f.heads_before->f.seen_by->>'n')::int, 0) + f.alike_nth, 'seq', f.seq_before + f.nth, 'text', left(f.text, 120), 'by', f.sender_id, 'kind', f.kind,
    'at', to_char(f.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) AS heads
  FROM fit f WHERE f.is_newest GROUP BY f.conversation_id
), bumped AS (
  UPDATE conversation SET last_seq = conversation.last_seq + a.n, last_xid = pg_current_xact_id(),
    last_activity_at = GREATEST(conversation.last_activity_at, a.at), heads = conversation.heads || a.heads
  FROM advance a
  WHERE conversation.id = a.conversation_id
), numbered AS (
  SELECT f.conversation_id AS id, f.site_id, f.seq_before + f.nth AS seq, f.seen_by, f.sender_id, f.id AS message_id, f.at FROM fit f
), sent AS (
  INSERT INTO message (id, site_id, conversation_id, seq, sender_id, client_id, body_hash, kind, origin, text, metadata, audience, parent_id, created_at)
  SELECT f.id, f.site_id, f.conversation_id, f.seq_before + f.nth, f.sender_id, f.client_id, f.hash, f.kind::message_kind, f.origin::message_origin, f.text,
    f.metadata, f.seen_by, f.root_id, f.at
  FROM fit f
), logged AS (
  ${insertEvent({ from: 'numbered', type: 'MessageSent', audience: 'numbered.seen_by', actorId: 'numbered.sender_id', messageId: 'numbered.message_id', now: 'numbered.at' })}
), marked AS (
  UPDATE participant p SET
    read_seq = COALESCE(own.seq, p.read_seq), read_at = COALESCE(own.at, p.read_at), read_count = COALESCE(own.seen, p.read_count) + own.n,
    delivered_seq = COALESCE(own.seq, p.delivered_seq), delivered_at = COALESCE(own.at, p.delivered_at)
  FROM (
    SELECT f.conversation_id, f.sender_id, max(f.seq_before + f.nth) FILTER (WHERE f.seen_by = 'all') AS seq,
      max(f.at) FILTER (WHERE f.seen_by = 'all') AS at, max(f.seen) FILTER (WHERE f.seen_by = 'all') AS seen,
      (count(*) - COALESCE(max(f.own_nth) FILTER (WHERE f.seen_by = 'all'), 0))::int AS n
    FROM fit f GROUP BY f.conversation_id, f.sender_id
  ) own
  WHERE p.conversation_id = own.conversation_id AND p.user_id = own.sender_id
)${thread.count}
SELECT f.ord, f.seq_before + f.nth AS seq, CASE WHEN f.nth = 1 THEN f.heads_before END AS heads, f.seen_by AS audience, f.root_id AS parent_id, f.sender_id, u.display_name, u.role, u.avatar_url, u.is_guest,
  f.attendance = 'unattended' AS is_unattended, f.conversation_kind = 'support' AS is_support
FROM fit f JOIN "user" u ON u.id = f.sender_id`;
}

/** Sends several messages, replies among them or not. */
export const SEND_MANY: HotStatement = { name: 'messages.sendMany', text: sendManySql(REPLIES) };

/** {@link SEND_MANY} for messages none of which is a reply, as most are: there is less to prepare, and nothing to look up. */
export const SEND_MANY_PLAIN: HotStatement = { name: 'messages.sendManyPlain', text: sendManySql(NO_REPLIES) };
