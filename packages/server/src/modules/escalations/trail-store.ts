import type { HotStatement } from '../../db/contract.js';
import type { PersonView } from '../../kernel/views.js';
import { holdsSql, personJson } from '../../log/view-sql.js';

/** What happened, as a trail tells it. */
export type TrailKind =
  | 'asked' | 'queued' | 'assigned' | 'joined' | 'left' | 'joined_origin' | 'recorded' | 'escalated' | 'decided' | 'answered' | 'resolved' | 'closed';

/** One entry of a trail. */
export interface TrailRow {
  /** With `key` its place. */
  readonly at: Date;
  readonly key: string;
  readonly kind: TrailKind;
  readonly actor: PersonView | null;
  readonly person: PersonView | null;
  readonly text: string | null;
  readonly conversationId: string | null;
  readonly escalationId: string | null;
  readonly messageId: string | null;
}

const entry = (of: {
  readonly at: string; readonly key: string; readonly kind: TrailKind; readonly actor?: string; readonly person?: string; readonly text?: string;
  readonly conversation: string; readonly escalation?: string; readonly message?: string; readonly from: string;
}): string =>
  `SELECT ${of.at} AS at, ${of.key} AS key, '${of.kind}' AS kind, ${of.actor ?? 'NULL::text'} AS actor, ${of.person ?? 'NULL::text'} AS person,
    ${of.text ?? 'NULL::text'} AS text, ${of.conversation} AS conversation, ${of.escalation ?? 'NULL::text'} AS escalation, ${of.message ?? 'NULL::text'} AS message FROM ${of.from}`;

/** Whether the viewer may read the conversation of the case: `$6` who asks, `$7` whether they read every one. */
const READS = `($7::boolean OR EXISTS (SELECT 1 FROM participant vp JOIN s ON s.conversation_id = vp.conversation_id WHERE vp.user_id = $6 AND vp.left_at IS NULL AND ${holdsSql('vp')}))`;

const STAFF_SAYS = `m.kind = 'text' AND m.audience = 'all' AND m.deleted_at IS NULL AND EXISTS (
  SELECT 1 FROM participant sp WHERE sp.conversation_id = m.conversation_id AND sp.user_id = m.sender_id AND sp.role IN ('agent', 'admin'))`;

const ENTRIES = [
  entry({ at: 'o.created_at', key: `'01:' || o.case_id`, kind: 'asked', actor: 'o.user_id', conversation: 'o.conversation_id', from: 'case_origin o JOIN s ON s.id = o.case_id' }),
  entry({ at: 's.created_at', key: `'02:' || s.id`, kind: 'queued', actor: 's.customer_id', text: 's.subject', conversation: 's.conversation_id', from: 's' }),
  entry({ at: 'f.accepted_at', key: `'03:' || f.id`, kind: 'assigned', person: 'f.agent_id', conversation: 's.conversation_id', from: 'offer f JOIN s ON s.id = f.case_id WHERE f.accepted_at IS NOT NULL' }),
  entry({
    at: 'e.created_at', key: `'04:' || lpad(e.seq::text, 10, '0')`, kind: 'joined', actor: 'e.actor_id', person: `e.data->>'userId'`, conversation: 'e.conversation_id',
    from: `event e JOIN s ON s.conversation_id = e.conversation_id WHERE e.type = 'ParticipantJoined' AND e.data->>'userId' <> s.customer_id`,
  }),
  entry({
    at: 'e.created_at', key: `'05:' || lpad(e.seq::text, 10, '0')`, kind: 'left', actor: 'e.actor_id', person: `e.data->>'userId'`, conversation: 'e.conversation_id',
    from: `event e JOIN s ON s.conversation_id = e.conversation_id WHERE e.type = 'ParticipantLeft'`,
  }),
  entry({
    at: 'e.created_at', key: `'06:' || lpad(e.seq::text, 10, '0')`, kind: 'joined_origin', actor: 'e.actor_id', person: `e.data->>'userId'`, conversation: 'e.conversation_id',
    from: `s JOIN case_origin o ON o.case_id = s.id JOIN event e ON e.conversation_id = o.conversation_id AND e.type = 'ParticipantJoined' AND e.created_at >= o.created_at
      JOIN participant p ON p.conversation_id = e.conversation_id AND p.user_id = e.data->>'userId' AND p.role IN ('agent', 'admin')`,
  }),
  entry({
    at: 'm.created_at', key: `'07:' || lpad(m.seq::text, 10, '0')`, kind: 'recorded', text: `CASE WHEN m.metadata->>'case' IS DISTINCT FROM 'transfer-note' OR ${READS} THEN m.text END`, conversation: 'm.conversation_id', message: 'm.id',
    from: `message m JOIN s ON s.conversation_id = m.conversation_id WHERE m.kind = 'system' AND m.deleted_at IS NULL AND NOT m.metadata ? 'escalationId'`,
  }),
  entry({ at: 'x.created_at', key: `'08:' || x.id`, kind: 'escalated', actor: 'x.opened_by_id', text: 'x.reason', conversation: 'x.conversation_id', escalation: 'x.id', from: 'escalation x JOIN s ON s.id = x.case_id' }),
  entry({
    at: 'x.decided_at', key: `'09:' || x.id`, kind: 'decided', actor: 'x.decided_by_id', text: `upper(x.status::text) || ': ' || x.decision`, conversation: 'x.conversation_id', escalation: 'x.id',
    from: 'escalation x JOIN s ON s.id = x.case_id WHERE x.decided_at IS NOT NULL',
  }),
  entry({
    at: 'm.created_at', key: `'10:' || x.id`, kind: 'answered', actor: 'm.sender_id', text: `CASE WHEN ${READS} THEN m.text END`, conversation: 'm.conversation_id', escalation: 'x.id', message: 'm.id',
    from: `escalation x JOIN s ON s.id = x.case_id CROSS JOIN LATERAL (SELECT m.* FROM message m
      WHERE m.conversation_id = s.conversation_id AND m.created_at >= x.decided_at AND ${STAFF_SAYS} ORDER BY m.seq LIMIT 1) m WHERE x.decided_at IS NOT NULL`,
  }),
  entry({ at: 's.resolved_at', key: `'11:' || s.id`, kind: 'resolved', actor: 's.ended_by_id', text: 's.wrap_up_code', conversation: 's.conversation_id', from: 's WHERE s.resolved_at IS NOT NULL' }),
  entry({ at: 's.closed_at', key: `'12:' || s.id`, kind: 'closed', actor: 's.ended_by_id', text: 's.wrap_up_code', conversation: 's.conversation_id', from: 's WHERE s.closed_at IS NOT NULL' }),
];

/** The trail of case `$1` of site `$2`, oldest first: `$3`/`$4` time and key of the cursor or null, `$5` limit, `$6`/`$7` the viewer and whether they read every conversation. */
export const TRAIL: HotStatement = {
  name: 'escalations.trail',
  text: `WITH s AS MATERIALIZED (SELECT * FROM support_case WHERE id = $1 AND site_id = $2),
    entry AS (${ENTRIES.join('\n    UNION ALL ')}),
    page AS (SELECT * FROM entry WHERE $3::timestamptz IS NULL OR (at, key) > ($3::timestamptz, $4::text) ORDER BY at, key LIMIT $5::int)
  SELECT p.at, p.key, p.kind, CASE WHEN a.id IS NULL THEN NULL ELSE ${personJson('a')} END AS actor, CASE WHEN w.id IS NULL THEN NULL ELSE ${personJson('w')} END AS person,
    p.text, p.conversation AS "conversationId", p.escalation AS "escalationId", p.message AS "messageId"
  FROM page p LEFT JOIN "user" a ON a.id = p.actor LEFT JOIN "user" w ON w.id = p.person ORDER BY p.at, p.key`,
};
