import type { Db, HotStatement } from '../../db/contract.js';
import type { UnattendedView } from '../../kernel/views.js';
import { behindActivity, byActivity } from '../../log/activity-sql.js';
import { personJson } from '../../log/view-sql.js';
import { isoText } from '../../log/statement.js';
import { inScope } from '../queues/index.js';

/** Unattended conversations that are looked at for one reading, newest activity first: those that somebody other than staff has answered are left out of it. */
export const MAX_LOOKED_AT = 2_000;

/** A conversation that waits, with its place in the list. */
export interface UnattendedRow {
  readonly id: string;
  readonly at: Date;
  readonly view: UnattendedView;
}

/** Which conversations to read. */
export interface UnattendedQuery {
  readonly siteId: string;
  /** Only these. */
  readonly ids?: readonly string[];
  readonly after?: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
  /** Of support's own, only those in this scope, as `scopeParams` gives it; absent: all. */
  readonly scope?: readonly unknown[];
}

/**
 * Unattended conversations whose newest text is a visitor's, newest activity first. `$1` site, `$2` ids or null, `$3`/`$4` time and id of the cursor or null,
 * `$5` limit, `$6` whether there is a scope of cases, and from `$7` on which. What only a provider may see is no answer to the visitor, and no question either.
 */
const UNATTENDED: HotStatement = {
  name: 'feeds.unattended',
  text: `SELECT c.id, c.last_activity_at AS at, jsonb_build_object('conversationId', c.id, 'kind', c.kind, 'title', c.title, 'visitor', ${personJson('u')},
      'lastMessage', jsonb_build_object('seq', last.seq, 'text', left(last.text, 120), 'sender', u.id, 'kind', last.kind, 'sentAt', ${isoText('last.created_at')}),
      'of', CASE WHEN c.kind = 'support' THEN (SELECT jsonb_build_object('department', q.department, 'agentId', s.agent_id)
        FROM support_case s JOIN queue q ON q.id = s.queue_id WHERE s.conversation_id = c.id) END) AS view
    FROM (SELECT o.id, o.kind, o.title, o.last_activity_at FROM conversation o
      WHERE o.site_id = $1 AND o.attendance = 'unattended' AND o.gate <> 'hidden' AND (o.kind <> 'support' OR o.gate = 'open') AND ($2::text[] IS NULL OR o.id = ANY($2::text[]))
        AND (NOT $6::boolean OR o.kind <> 'support' OR EXISTS (SELECT 1 FROM support_case us WHERE us.conversation_id = o.id AND ${inScope('us', 7)}))
        AND ($3::timestamptz IS NULL OR ${behindActivity('o', { at: '$3::timestamptz', id: '$4::text' })})
      ORDER BY ${byActivity('o')} LIMIT ${MAX_LOOKED_AT}) c
    CROSS JOIN LATERAL (SELECT m.seq, m.text, m.kind, m.sender_id, m.created_at FROM message m
      WHERE m.conversation_id = c.id AND m.kind = 'text' AND m.audience IN ('all', 'client') AND m.deleted_at IS NULL ORDER BY m.seq DESC LIMIT 1) last
    JOIN participant p ON p.conversation_id = c.id AND p.user_id = last.sender_id AND p.role = 'client'
    JOIN "user" u ON u.id = last.sender_id
    ORDER BY c.last_activity_at DESC, c.id DESC LIMIT $5::int`,
};

/** Reads the conversations of a site in which a visitor waits for staff, newest activity first. One statement. */
export function readUnattended(db: Db, { siteId, ids, after, limit, scope }: UnattendedQuery): Promise<UnattendedRow[]> {
  return db.hot<UnattendedRow>(UNATTENDED, [siteId, ids ?? null, after?.at.toISOString() ?? null, after?.id ?? null, limit, scope !== undefined, ...(scope ?? [null, null, []])]);
}
