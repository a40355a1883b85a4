import type { HotStatement } from '../../db/contract.js';
import { behindActivity, byActivity } from '../../log/activity-sql.js';
import { holdsSql } from '../../log/view-sql.js';
import { CONVERSATION_COLUMNS, PARTICIPANT_JSON } from './rows.js';

const MEMBER_COLUMNS = `p.conversation_id AS "conversationId", p.user_id AS "userId", p.role::text AS "participantRole", p.flow_role AS "flowRole", p.joined_at AS "joinedAt",
  p.left_at AS "leftAt", u.display_name AS "displayName", u.role::text AS role, u.avatar_url AS "avatarUrl", u.is_guest AS "isGuest"`;

/** Active members of conversations `$1::text[]`, in the order in which they joined. */
export const MEMBERS: HotStatement = {
  name: 'conversations_members',
  text: `SELECT ${MEMBER_COLUMNS} FROM participant p JOIN "user" u ON u.id = p.user_id
    WHERE p.conversation_id = ANY($1::text[]) AND p.left_at IS NULL ORDER BY p.joined_at, p.user_id`,
};

/** Members `$2::text[]` of conversation `$1`, gone ones too. */
export const MEMBERS_BY_ID: HotStatement = {
  name: 'conversations_members_by_id',
  text: `SELECT ${MEMBER_COLUMNS} FROM participant p JOIN "user" u ON u.id = p.user_id
    WHERE p.conversation_id = $1 AND p.user_id = ANY($2::text[])`,
};

/** Conversations `$1::text[]` of site `$2`, each with the place of user `$3`. */
export const PLACED_BY_IDS: HotStatement = {
  name: 'conversations_placed_by_ids',
  text: `SELECT ${CONVERSATION_COLUMNS}, ${PARTICIPANT_JSON}
    FROM conversation c LEFT JOIN participant p ON p.conversation_id = c.id AND p.user_id = $3
    WHERE c.id = ANY($1::text[]) AND c.site_id = $2`,
};

/**
 * A page of the conversations in which user `$2` takes part and which they may see, newest activity first.
 * `$1` site, `$3` kind or null, `$4`/`$5` time and id of the cursor or null, `$6` limit, `$7` whether the viewer is staff.
 */
export const MY_PAGE: HotStatement = {
  name: 'conversations_my_page',
  text: `SELECT ${CONVERSATION_COLUMNS}, ${PARTICIPANT_JSON}
    FROM participant p JOIN conversation c ON c.id = p.conversation_id
    WHERE c.site_id = $1 AND p.user_id = $2 AND p.left_at IS NULL AND ${holdsSql('p')} AND (c.gate <> 'hidden' OR p.role IN ('agent', 'admin', 'bot'))
      AND ($7::boolean OR c.kind::text NOT IN ('team', 'escalation')) AND ($3::text IS NULL OR c.kind = $3::text::conversation_kind)
      AND ($4::timestamptz IS NULL OR ${behindActivity('c', { at: '$4::timestamptz', id: '$5::text' })})
    ORDER BY ${byActivity('c')} LIMIT $6::int`,
};

/**
 * A page of all conversations of site `$1`, each with the place of the admin `$2` if there is one; `$7` names a user who must
 * take part, or null. Otherwise as {@link MY_PAGE}.
 */
export const SITE_PAGE: HotStatement = {
  name: 'conversations_site_page',
  text: `SELECT ${CONVERSATION_COLUMNS}, ${PARTICIPANT_JSON}
    FROM conversation c LEFT JOIN participant p ON p.conversation_id = c.id AND p.user_id = $2
    WHERE c.site_id = $1 AND ($3::text IS NULL OR c.kind = $3::text::conversation_kind)
      AND ($4::timestamptz IS NULL OR ${behindActivity('c', { at: '$4::timestamptz', id: '$5::text' })})
      AND ($7::text IS NULL OR EXISTS (
        SELECT 1 FROM participant o WHERE o.conversation_id = c.id AND o.user_id = $7::text AND o.left_at IS NULL))
    ORDER BY ${byActivity('c')} LIMIT $6::int`,
};

/** Unread messages and conversations of user `$2` on site `$1`, over what is neither muted nor hidden from them; `$3` whether they are staff. */
export const UNREAD_TOTALS: HotStatement = {
  name: 'conversations_unread_totals',
  text: `SELECT coalesce(sum(unread), 0)::int AS messages, (count(*) FILTER (WHERE unread > 0))::int AS conversations FROM (
      SELECT greatest(0, coalesce((c.heads->'all'->>'n')::int, 0)
        + CASE WHEN p.role IN ('client', 'agent', 'admin', 'bot') THEN coalesce((c.heads->'client'->>'n')::int, 0) ELSE 0 END
        + CASE WHEN p.role IN ('provider', 'team_member', 'agent', 'admin', 'bot') THEN coalesce((c.heads->'provider'->>'n')::int, 0) ELSE 0 END
        + CASE WHEN p.role IN ('agent', 'admin', 'bot') THEN coalesce((c.heads->'staff'->>'n')::int, 0) ELSE 0 END
        - p.read_count) AS unread
      FROM participant p JOIN conversation c ON c.id = p.conversation_id
      WHERE c.site_id = $1 AND p.user_id = $2 AND p.left_at IS NULL AND NOT p.is_muted AND ${holdsSql('p')}
        AND (c.gate <> 'hidden' OR p.role IN ('agent', 'admin', 'bot'))
        AND ($3::boolean OR c.kind::text NOT IN ('team', 'escalation'))) AS mine`,
};

/** Locks conversation `$1` of site `$2` against other writers and reads it. */
export const LOCK = `SELECT ${CONVERSATION_COLUMNS} FROM conversation c WHERE c.id = $1 AND c.site_id = $2 FOR NO KEY UPDATE`;

/** Ends the places of users `$2::text[]` in conversation `$1` at `$3`; answers with those that had not ended. */
export const EXIT = `UPDATE participant SET left_at = $3::timestamptz
  WHERE conversation_id = $1 AND user_id = ANY($2::text[]) AND left_at IS NULL RETURNING user_id AS "userId"`;

/** What {@link ENTER} answers with: who came in, and their marks. */
export interface EnteredRow {
  readonly userId: string;
  readonly readSeq: number;
  readonly readCount: number;
  readonly readAt: Date | null;
  readonly deliveredSeq: number;
  readonly deliveredAt: Date | null;
}

/**
 * Lets user `$2` into conversation `$1` in role `$3` at `$4`, added by `$5` with reason `$6`; with `$7` all there is counts as read; `$8` is the host's name
 * of their part. No row when they take part already.
 */
export const ENTER = `INSERT INTO participant (conversation_id, user_id, site_id, role, flow_role, joined_at, added_by_id, join_reason, is_muted,
    read_seq, read_count, delivered_seq)
  SELECT c.id, $2, c.site_id, $3::text::participant_role, $8, $4::timestamptz, $5, $6, false,
    CASE WHEN $7::boolean THEN c.last_seq ELSE 0 END, CASE WHEN $7::boolean THEN h.n ELSE 0 END, CASE WHEN $7::boolean THEN c.last_seq ELSE 0 END
  FROM conversation c, LATERAL (SELECT coalesce(sum((value->>'n')::int), 0)::int AS n FROM jsonb_each(c.heads)
    WHERE $3::text IN ('agent', 'admin', 'bot') OR key = 'all' OR key = CASE $3::text WHEN 'client' THEN 'client' ELSE 'provider' END) h
  WHERE c.id = $1
  ON CONFLICT (conversation_id, user_id) DO UPDATE SET left_at = NULL, role = EXCLUDED.role,
    flow_role = coalesce(EXCLUDED.flow_role, participant.flow_role), joined_at = EXCLUDED.joined_at,
    added_by_id = EXCLUDED.added_by_id, join_reason = EXCLUDED.join_reason, read_seq = greatest(participant.read_seq, EXCLUDED.read_seq),
    read_count = greatest(participant.read_count, EXCLUDED.read_count), delivered_seq = greatest(participant.delivered_seq, EXCLUDED.delivered_seq)
    WHERE participant.left_at IS NOT NULL
  RETURNING user_id AS "userId", read_seq AS "readSeq", read_count AS "readCount", read_at AS "readAt", delivered_seq AS "deliveredSeq",
    delivered_at AS "deliveredAt"`;

/** Gives the part of user `$2` in conversation `$1` the host's name `$3`, or none; answers with the user when it had another. */
export const LABEL = `UPDATE participant SET flow_role = $3
  WHERE conversation_id = $1 AND user_id = $2 AND left_at IS NULL AND flow_role IS DISTINCT FROM $3 RETURNING user_id AS "userId"`;

/** Sets title `$2`, gate `$3`, its end `$4` and context `$5` of conversation `$1`. */
export const SET = `UPDATE conversation c SET title = $2, gate = $3::text::send_gate_state, open_until = $4::timestamptz, context = $5::jsonb
  WHERE c.id = $1 RETURNING ${CONVERSATION_COLUMNS}`;

/**
 * Makes a conversation unless its unique key is taken: `$1` id, `$2` site, `$3` kind, `$4` unique key, `$5` title, `$6` gate, `$7` its end,
 * `$8` context, `$9` now. No row when it is taken.
 */
export const INSERT = `INSERT INTO conversation (id, site_id, kind, unique_key, title, gate, open_until, context, last_activity_at, created_at)
  VALUES ($1, $2, $3::text::conversation_kind, $4, $5, $6::text::send_gate_state, $7::timestamptz, $8::jsonb, $9::timestamptz, $9::timestamptz)
  ON CONFLICT (site_id, unique_key) DO NOTHING RETURNING id`;

/**
 * Sets the attendance of conversations `$1::text[]` by who takes part in them; answers with those that changed. A conversation with a visitor (a client) is
 * attended while an agent or admin takes part. Without them it is unattended if the visitor writes to the site rather than to one of its providers: in a
 * direct conversation of a guest, in one in which no provider is left, and in support's own. Bots do not attend: staff see what is left to them.
 */
export const ATTEND = `UPDATE conversation c SET attendance = a.value::attendance
  FROM (SELECT d.id, CASE
      WHEN NOT coalesce(bool_or(p.role = 'client'), false) THEN 'not_needed'
      WHEN bool_or(p.role IN ('agent', 'admin')) THEN 'attended'
      WHEN d.kind = 'support' THEN 'unattended'
      WHEN d.kind = 'direct' AND (bool_or(p.role = 'client' AND u.is_guest) OR NOT bool_or(p.role IN ('provider', 'team_member'))) THEN 'unattended'
      ELSE 'not_needed' END AS value
    FROM conversation d LEFT JOIN participant p ON p.conversation_id = d.id AND p.left_at IS NULL LEFT JOIN "user" u ON u.id = p.user_id
    WHERE d.id = ANY($1::text[]) GROUP BY d.id, d.kind) a
  WHERE c.id = a.id AND c.attendance::text <> a.value RETURNING c.id, c.site_id AS "siteId"`;

/** Roles of everybody who takes part in conversation `$1` now. */
export const PRESENT_ROLES = `SELECT DISTINCT role::text AS role FROM participant WHERE conversation_id = $1 AND left_at IS NULL`;

/** Mutes or unmutes conversation `$1` for user `$2`. */
export const MUTE = `UPDATE participant SET is_muted = $3::boolean
  WHERE conversation_id = $1 AND user_id = $2 AND left_at IS NULL AND is_muted <> $3::boolean RETURNING user_id`;

/** Number of the event by which user `$3` last left conversation `$1` of site `$2`; no row when there is none. */
export const LEFT_SEQ = `SELECT seq FROM event WHERE conversation_id = $1 AND site_id = $2 AND type = 'ParticipantLeft' AND data->>'userId' = $3
  ORDER BY seq DESC LIMIT 1`;
