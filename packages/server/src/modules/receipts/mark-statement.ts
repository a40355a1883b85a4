import type { HotStatement } from '../../db/contract.js';
import type { Heads } from '../../kernel/audience.js';
import { BUMP, insertEvent, isoText } from '../../log/statement.js';
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
 * One statement that moves a participant's marks up, and writes the event only when one of them moved. What it counts is one
 * snapshot: the heads, the newest seq and the messages after the mark belong together, and a message that commits meanwhile is
 * simply not read yet. It answers with no row when the user does not take part, or may not see the conversation.
 *
 * $1 conversation, $2 site, $3 user, $4 seq, $5 now.
 */
function markSql(kind: 'read' | 'delivered'): string {
  const isRead = kind === 'read';
  const readSeq = isRead ? 'GREATEST(me.read_seq, me.target)' : 'me.read_seq';
  const counted = `me.total - CASE WHEN me.target >= me.last_seq THEN 0 ELSE (
      SELECT count(*)::int FROM message m WHERE m.conversation_id = $1 AND m.seq > me.target AND m.audience = ANY(me.keys)) END`;
  return `
WITH me AS MATERIALIZED (
  SELECT p.read_seq, p.read_at, p.read_count, p.delivered_seq, p.delivered_at, c.last_seq, c.last_activity_at, c.heads,
    ${audienceKeysSql('p.role')} AS keys, ${headCountSql('c.heads', audienceKeysSql('p.role'))} AS total,
    LEAST($4::int, c.last_seq) AS target
  FROM participant p JOIN conversation c ON c.id = p.conversation_id
  WHERE p.conversation_id = $1 AND p.site_id = $2 AND p.user_id = $3 AND p.left_at IS NULL
    AND (c.gate <> 'hidden' OR p.role IN ('agent', 'admin', 'bot'))
  FOR NO KEY UPDATE OF p
), next AS MATERIALIZED (
  SELECT me.keys, ${readSeq} AS read_seq, GREATEST(me.delivered_seq, me.target) AS delivered_seq,
    ${isRead ? `CASE WHEN me.target > me.read_seq THEN GREATEST(me.read_count, ${counted}) ELSE me.read_count END` : 'me.read_count'} AS read_count,
    ${isRead ? `CASE WHEN me.target > me.read_seq THEN ${NOW} ELSE me.read_at END` : 'me.read_at'} AS read_at,
    CASE WHEN me.target > me.delivered_seq THEN ${NOW} ELSE me.delivered_at END AS delivered_at,
    me.target > ${isRead ? 'me.read_seq' : 'me.delivered_seq'} AS has_advanced
  FROM me
), bumped AS (
  UPDATE conversation SET ${BUMP}
  FROM next
  WHERE conversation.id = $1 AND conversation.site_id = $2 AND next.has_advanced
  RETURNING conversation.id, conversation.site_id, conversation.last_seq AS seq, conversation.heads, conversation.last_activity_at
), marked AS (
  UPDATE participant p SET
    read_seq = n.read_seq, read_count = n.read_count, read_at = n.read_at, delivered_seq = n.delivered_seq, delivered_at = n.delivered_at
  FROM next n, bumped
  WHERE p.conversation_id = $1 AND p.user_id = $3
), logged AS (
  ${insertEvent({
    from: 'bumped',
    type: 'ReceiptAdvanced',
    audience: `'all'`,
    actorId: '$3::text',
    data: `(SELECT jsonb_build_object('userId', $3::text, 'readSeq', n.read_seq, 'deliveredSeq', n.delivered_seq) FROM next n)`,
    now: NOW,
  })}
)
SELECT COALESCE(b.seq, me.last_seq) AS seq, n.has_advanced AS "hasAdvanced", COALESCE(b.heads, me.heads) AS heads,
  ${isoText('COALESCE(b.last_activity_at, me.last_activity_at)')} AS "lastActivityAt",
  n.delivered_seq AS "deliveredSeq", ${isoText('n.delivered_at')} AS "deliveredAt", n.read_seq AS "readSeq", ${isoText('n.read_at')} AS "readAt",
  n.read_count AS "readCount", GREATEST(0, ${headCountSql('COALESCE(b.heads, me.heads)', 'me.keys')} - n.read_count) AS "unreadCount"
FROM me CROSS JOIN next n LEFT JOIN bumped b ON true`;
}

/** Marks as read, which is to have received as well. */
export const MARK_READ: HotStatement = { name: 'receipts.markRead', text: markSql('read') };
/** Marks as received by a device. */
export const MARK_DELIVERED: HotStatement = { name: 'receipts.markDelivered', text: markSql('delivered') };
