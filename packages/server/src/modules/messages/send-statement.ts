import type { HotStatement } from '../../db/contract.js';
import { type Audience, AUDIENCES, audiencesOf, type Heads } from '../../kernel/audience.js';
import type { ParticipantRole, Role } from '../../kernel/words.js';
import { holdsSql } from '../../log/view-sql.js';
import { BUMP, insertEvent } from '../../log/statement.js';
import { DEFAULT_MAX_LENGTH } from './policy.js';

/** What a send answers with: all that a view of the message needs and the sender's call does not know yet. */
export interface SentRow {
  readonly seq: number;
  readonly heads: Heads;
  readonly audience: Audience;
  readonly parent_id: string | null;
  readonly sender_id: string;
  readonly display_name: string;
  readonly role: Role;
  readonly avatar_url: string | null;
  readonly is_guest: boolean;
  /** Whether a visitor writes there and no staff take part. */
  readonly is_unattended: boolean;
  /** Whether it belongs to a case of support. */
  readonly is_support: boolean;
}

/** SQL for the audience keys of a participant's role, as `text[]`. The kernel says which they are. */
export function audienceKeysSql(role: string): string {
  const roles: readonly ParticipantRole[] = ['client', 'provider', 'team_member', 'agent', 'admin', 'bot'];
  const cases = roles.map((name) => `WHEN '${name}' THEN ARRAY['${audiencesOf(name).keys.join("','")}']`);
  return `(CASE ${role} ${cases.join(' ')} END)::text[]`;
}

/** SQL for the number of messages that these audiences have had, out of `heads`. One look-up an audience: unpacking the object costs ten times that. */
export function headCountSql(heads: string, keys: string): string {
  return sumOverKeysSql(keys, (audience) => `COALESCE((${heads}->'${audience}'->>'n')::int, 0)`);
}

/** SQL for the sum of a number that each audience has, over those of `keys`. */
export function sumOverKeysSql(keys: string, count: (audience: Audience) => string): string {
  return `(${AUDIENCES.map((audience) => `CASE WHEN '${audience}' = ANY(${keys}) THEN ${count(audience)} ELSE 0 END`).join(' + ')})`;
}

/** SQL for whether a user may be where staff are among themselves: whoever works for the site no more may not. Costs nothing elsewhere. */
export function isStillStaff(kind: string, userId: string): string {
  return `(${kind}::text NOT IN ('team', 'escalation') OR EXISTS (SELECT 1 FROM "user" w WHERE w.id = ${userId} AND w.role::text IN ('agent', 'admin')))`;
}

const NOW = '$13::text::timestamptz';
/**
 * The conversation is locked, then the sender's place, as everywhere in the product. Taking a lock makes PostgreSQL look at the newest row, so a gate that
 * closed and a removal that committed while the statement waited are seen; its snapshot alone would miss both.
 */
const LOCKED = `locked AS MATERIALIZED (
  SELECT c.id, c.kind FROM conversation c
  WHERE c.id = $1 AND c.site_id = $2 AND c.gate = 'open' AND (c.open_until IS NULL OR c.open_until > ${NOW})
  FOR NO KEY UPDATE
)`;

const AS_PARTICIPANT = {
  sender: `${LOCKED}, me AS MATERIALIZED (
  SELECT p.user_id, ${audienceKeysSql('p.role')} AS keys
  FROM locked, participant p
  WHERE p.conversation_id = $1 AND p.user_id = $3 AND p.left_at IS NULL AND ${holdsSql('p')} AND ${isStillStaff('locked.kind', 'p.user_id')}
  FOR NO KEY UPDATE OF p
)`,
  // Marks are seen by all, so what only some may know of does not move them; one's own message is never unread all the same.
  marks: `, marked AS (
  UPDATE participant p SET
    read_seq = CASE WHEN b.audience = 'all' THEN b.seq ELSE p.read_seq END,
    read_at = CASE WHEN b.audience = 'all' THEN ${NOW} ELSE p.read_at END,
    read_count = CASE WHEN b.audience = 'all' THEN ${headCountSql('b.heads', 'b.keys')} ELSE p.read_count + 1 END,
    delivered_seq = CASE WHEN b.audience = 'all' THEN b.seq ELSE p.delivered_seq END,
    delivered_at = CASE WHEN b.audience = 'all' THEN ${NOW} ELSE p.delivered_at END
  FROM bumped b
  WHERE p.conversation_id = $1 AND p.user_id = b.sender_id
)`,
};

/** An admin who does not take part, and has no marks there to move; the gate binds them as it does the others. */
const AS_ADMIN = {
  sender: `${LOCKED}, me AS MATERIALIZED (
  SELECT u.id AS user_id, ARRAY['${AUDIENCES.join("','")}']::text[] AS keys
  FROM locked, "user" u
  WHERE u.id = $3 AND u.site_id = $2 AND u.role = 'admin' AND u.is_active
)`,
  marks: '',
};

/** A user who takes part in nothing, and whom no gate binds: $3 is their external id on the site. */
const AS_SITE = {
  sender: `me AS MATERIALIZED (
  SELECT u.id AS user_id, ARRAY['${AUDIENCES.join("','")}']::text[] AS keys
  FROM "user" u
  WHERE u.site_id = $2 AND u.external_id = $3
)`,
  marks: '',
};

/** What the statement knows of senders, and of threads. */
interface SenderSql {
  readonly sender: string;
  readonly marks: string;
}
interface ThreadSql {
  readonly parent: string;
  readonly columns: string;
  readonly join: string;
  readonly rule: string;
  readonly audience: string;
  readonly rootAudience: string;
  readonly count: string;
}

const REPLIES: ThreadSql = {
  parent: `, parent AS MATERIALIZED (
  SELECT root.id, root.audience AS root_audience, m.audience
  FROM me
  JOIN message m ON m.id = $11::text AND m.conversation_id IS NOT DISTINCT FROM $1 AND m.audience = ANY(me.keys)
  JOIN message root ON root.id = COALESCE(m.parent_id, m.id)
)`,
  columns: 'parent.id AS parent_id, parent.root_audience',
  join: ' LEFT JOIN parent ON true',
  rule: `($11::text IS NULL OR parent.id IS NOT NULL)
    AND (parent.id IS NULL OR parent.root_audience = 'all' OR COALESCE($12::text, parent.audience, 'all') IN ('staff', parent.root_audience))`,
  audience: `COALESCE($12::text, parent.audience, 'all')`,
  rootAudience: 'draft.root_audience, ',
  count: `, replied AS (
  UPDATE message m SET reply_count = m.reply_count + 1
  FROM bumped b
  WHERE m.id = b.parent_id AND b.audience IN ('all', b.root_audience)
)`,
};

const NO_REPLY: ThreadSql = {
  parent: '',
  columns: 'NULL::text AS parent_id',
  join: '',
  rule: '$11::text IS NULL',
  audience: `COALESCE($12::text, 'all')`,
  rootAudience: '',
  count: '',
};

/**
 * One statement that writes a message with everything that goes with it: `seq`, heads, event, the thread's reply count and the
 * sender's marks. It answers with no row, and changes nothing, when the sender may not send, the gate is closed, the thread or
 * the audience is not theirs, or the text is too long.
 *
 * $1 conversation, $2 site, $3 sender, $4 message id, $5 client id, $6 hash, $7 kind, $8 origin, $9 text, $10 metadata,
 * $11 parent or null, $12 audience or null, $13 now.
 */
function sendSql(as: SenderSql, thread: ThreadSql): string {
  return `
WITH ${as.sender}${thread.parent}, draft AS MATERIALIZED (
  SELECT me.user_id, me.keys, ${thread.columns}, ${thread.audience} AS audience
  FROM me JOIN site s ON s.id = $2${thread.join}
  WHERE ${thread.rule}
    AND ${thread.audience} = ANY(me.keys)
    AND char_length($9::text) <= COALESCE((s.settings->>'maxMessageLength')::int, ${DEFAULT_MAX_LENGTH})
), bumped AS (
  UPDATE conversation SET ${BUMP},
    last_activity_at = GREATEST(conversation.last_activity_at, CASE WHEN draft.audience = 'all' THEN ${NOW} END),
    heads = conversation.heads || jsonb_build_object(draft.audience, jsonb_build_object(
      'n', COALESCE((conversation.heads->draft.audience->>'n')::int, 0) + 1, 'seq', conversation.last_seq + 1,
      'text', left($9::text, 120), 'by', draft.user_id, 'kind', $7::text, 'at', $13::text))
  FROM draft
  WHERE conversation.id = $1 AND conversation.site_id = $2
  RETURNING conversation.id, conversation.site_id, conversation.last_seq AS seq, conversation.heads,
    conversation.attendance = 'unattended' AS is_unattended, conversation.kind = 'support' AS is_support,
    draft.user_id AS sender_id, draft.keys, draft.parent_id, ${thread.rootAudience}draft.audience
), sent AS (
  INSERT INTO message (id, site_id, conversation_id, seq, sender_id, client_id, body_hash, kind, origin, text, metadata, audience, parent_id, created_at)
  SELECT $4::text, b.site_id, b.id, b.seq, b.sender_id, $5::text, $6::text, $7::text::message_kind, $8::text::message_origin, $9::text,
    $10::text::jsonb, b.audience, b.parent_id, ${NOW}
  FROM bumped b
), logged AS (
  ${insertEvent({ from: 'bumped', type: 'MessageSent', audience: 'bumped.audience', actorId: 'bumped.sender_id', messageId: '$4::text', now: NOW })}
)${as.marks}${thread.count}
SELECT b.seq, b.heads, b.audience, b.parent_id, b.sender_id, u.display_name, u.role, u.avatar_url, u.is_guest, b.is_unattended, b.is_support
FROM bumped b JOIN "user" u ON u.id = b.sender_id`;
}

/** Sends as a participant, who has then received and read everything up to the new message, if it is for all. */
export const SEND: HotStatement = { name: 'messages.send', text: sendSql(AS_PARTICIPANT, REPLIES) };

/** {@link SEND} for a message that is no reply, as most are: there is less to prepare, and nothing to look up. */
export const SEND_PLAIN: HotStatement = { name: 'messages.sendPlain', text: sendSql(AS_PARTICIPANT, NO_REPLY) };

/** Sends as a user of the site who need not take part, such as the system user, whatever the gate. */
export const SEND_AS_SITE: HotStatement = { name: 'messages.sendAsSite', text: sendSql(AS_SITE, REPLIES) };

/** Writes for staff as an admin who does not take part. */
export const SEND_AS_ADMIN: HotStatement = { name: 'messages.sendAsAdmin', text: sendSql(AS_ADMIN, REPLIES) };
