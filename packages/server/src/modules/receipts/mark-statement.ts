import type { HotStatement } from '../../db/contract.js';
import type { Heads } from '../../kernel/audience.js';
import { BUMP, insertEvent, isoText } from '../../log/statement.js';
import { holdsSql } from '../../log/view-sql.js';
import { audienceKeysSql, headCountSql } from '../messages/index.js';

/** What a mark answers with. */
export interface MarkRow {
  /** Of the event; without one, of the newest event of the conversation. */
  readonly seq: number;
  readonly hasAdvanced: boolean;
  readonly heads: Heads;
  readonly lastActivityAt: string;
  readonly deliveredSeq: number;
  readonly deliveredAt: string | null;
  readonly readSeq: number;
  readonly readAt: string | null;
  readonly readCount: number;
  readonly unreadCount: number;
}

const NOW = '$5::text::timestamptz';

/**
 * One statement that moves a participant's marks up, and locks and writes only when one of them moves. What it counts is one
 * snapshot: the heads, the newest seq and the messages after the mark belong together, and a message that commits meanwhile is
 * simply not read yet. The marks themselves are those behind the lock. It answers with no row when the user does not take part, or
 * may not see the conversation.
 *
 * $1 conversation, $2 site, $3 user, $4 seq, $5 now.
 */
function markSql(kind: 'read' | 'delivered'): string {
  const mark = kind === 'read' ? 'read_seq' : 'delivered_seq';
  const counted = `me.total - CASE WHEN me.target >= me.last_seq THEN 0 ELSE (
      SELECT count(*)::int FROM message m WHERE m.conversation_id = $1 AND m.seq > me.target AND m.audience = ANY(me.keys) AND m.sender_id <> $3) END`;
  const moved =
    kind === 'read'
      ? `read_seq = GREATEST(p.read_seq, me.target), read_count = GREATEST(p.read_count, me.counted), read_at = ${NOW},`
      : '';
  return `
WITH place AS MATERIALIZED (
  SELECT p.*, c.last_seq, c.last_activity_at, c.heads, ${audienceKeysSql('p.role')} AS keys,
    ${headCountSql('c.heads', audienceKeysSql('p.role'))} AS total, LEAST($4::int, c.last_seq) AS target
  FROM participant p JOIN conversation c ON c.id = p.conversation_id
  WHERE p.conversation_id = $1 AND p.site_id = $2 AND p.user_id = $3 AND p.left_at IS NULL AND ${holdsSql('p')}
    AND (c.gate <> 'hidden' OR p.role IN ('agent', 'admin', 'bot'))
), me AS MATERIALIZED (
  SELECT me.*, ${kind === 'read' ? counted : '0'} AS counted FROM place me
), locked AS MATERIALIZED (
  SELECT c.id FROM conversation c, me WHERE c.id = $1 AND me.target > me.${mark} FOR NO KEY UPDATE OF c
), behind AS MATERIALIZED (
  SELECT p.user_id FROM locked, participant p, me
  WHERE p.conversation_id = $1 AND p.user_id = $3 AND p.left_at IS NULL AND p.${mark} < me.target
  FOR NO KEY UPDATE OF p
), bumped AS (
  UPDATE conversation SET ${BUMP}
  FROM behind
  WHERE conversation.id = $1 AND conversation.site_id = $2
  RETURNING conversation.id, conversation.site_id, conversation.last_seq AS seq, conversation.heads, conversation.last_activity_at
), marked AS (
  UPDATE participant p SET ${moved}
    delivered_at = CASE WHEN me.target > p.delivered_seq THEN ${NOW} ELSE p.delivered_at END,
    delivered_seq = GREATEST(p.delivered_seq, me.target)
  FROM me, bumped
  WHERE p.conversation_id = $1 AND p.user_id = $3
  RETURNING p.read_seq, p.read_count, p.read_at, p.delivered_seq, p.delivered_at
), logged AS (
  ${insertEvent({
    from: 'bumped',
    type: 'ReceiptAdvanced',
    audience: `'all'`,
    actorId: '$3::text',
    data: `(SELECT jsonb_build_object('userId', $3::text, 'readSeq', n.read_seq, 'deliveredSeq', n.delivered_seq) FROM marked n)`,
    now: NOW,
  })}
), now AS (
  SELECT read_seq, read_count, read_at, delivered_seq, delivered_at FROM marked
  UNION ALL
  SELECT read_seq, read_count, read_at, delivered_seq, delivered_at FROM me WHERE NOT EXISTS (SELECT 1 FROM marked)
)
SELECT COALESCE(b.seq, me.last_seq) AS seq, b.seq IS NOT NULL AS "hasAdvanced", COALESCE(b.heads, me.heads) AS heads,
  ${isoText('COALESCE(b.last_activity_at, me.last_activity_at)')} AS "lastActivityAt",
  n.delivered_seq AS "deliveredSeq", ${isoText('n.delivered_at')} AS "deliveredAt", n.read_seq AS "readSeq", ${isoText('n.read_at')} AS "readAt",
  n.read_count AS "readCount", GREATEST(0, ${headCountSql('COALESCE(b.heads, me.heads)', 'me.keys')} - n.read_count) AS "unreadCount"
FROM me CROSS JOIN now n LEFT JOIN bumped b ON true`;
}

/** Marks as read, which is to have received as well. */
export const MARK_READ: HotStatement = { name: 'receipts.markRead', text: markSql('read') };
/** Marks as received by a device. */
export const MARK_DELIVERED: HotStatement = { name: 'receipts.markDelivered', text: markSql('delivered') };
