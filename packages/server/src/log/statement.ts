/**
 * Pieces of SQL for writers that do all their work in one statement (sending, marking). Such a statement
 *
 * 1. updates the conversation's row in a CTE: `SET {@link BUMP}, …` with every gate in that UPDATE's own WHERE, where it is
 *    checked again after the row lock, `RETURNING id, site_id, last_seq AS seq, heads, …`;
 * 2. inserts the row of its event from that CTE by {@link insertEvent};
 * 3. lets a unique violation fail the whole statement, so that no number is taken in vain (never ON CONFLICT DO NOTHING);
 * 4. after it has returned, hands the event to `publishCommitted`.
 */
import type { DurableEventType } from './event.js';

/** The part of `UPDATE conversation SET` that takes the next number. The previous one is `last_seq - 1` in RETURNING. */
export const BUMP = 'last_seq = conversation.last_seq + 1, last_xid = pg_current_xact_id()';

/** SQL expressions for an event's columns. Never put input into them: use parameters. */
export interface EventColumns {
  /** Name of the CTE (or table) with the columns `id`, `site_id` and `seq` of the conversation just updated. */
  readonly from: string;
  readonly type: DurableEventType;
  readonly audience: string;
  readonly actorId: string;
  readonly messageId?: string;
  /**
   * A jsonb expression. Replay needs `{"userId"}` in that of ReceiptAdvanced, ParticipantJoined and ParticipantLeft when the
   * actor is somebody else, and `{"emoji", "userId"}` in that of ReactionAdded and ReactionRemoved.
   */
  readonly data?: string;
  /** The moment, a timestamptz expression. */
  readonly now: string;
  /** A condition on the rows of `from`. */
  readonly where?: string;
}

/** `INSERT INTO event … SELECT …` for one CTE of a statement. */
export function insertEvent(columns: EventColumns): string {
  return `INSERT INTO event (conversation_id, site_id, seq, type, audience, actor_id, message_id, data, created_at)
    SELECT ${columns.from}.id, ${columns.from}.site_id, ${columns.from}.seq, '${columns.type}', ${columns.audience},
           ${columns.actorId}, ${columns.messageId ?? 'NULL::text'}, ${columns.data ?? "'{}'::jsonb"}, ${columns.now}
      FROM ${columns.from}${columns.where ? ` WHERE ${columns.where}` : ''}`;
}

/** A timestamptz expression as RFC 3339 text in UTC with milliseconds, as views carry it; null stays null. */
export function isoText(expression: string): string {
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
