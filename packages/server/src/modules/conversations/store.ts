import type { HotStatement } from '../../db/contract.js';
import { CONVERSATION_COLUMNS, PARTICIPANT_JSON } from './rows.js';

const MEMBER_COLUMNS = `p.conversation_id AS "conversationId", p.user_id AS "userId", p.role::text AS "participantRole", p.joined_at AS "joinedAt",
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
 * `$1` site, `$3` kind or null, `$4`/`$5` time and id of the cursor or null, `$6` limit.
 */
export const MY_PAGE: HotStatement = {
  name: 'conversations_my_page',
  text: `SELECT ${CONVERSATION_COLUMNS}, ${PARTICIPANT_JSON}
    FROM participant p JOIN conversation c ON c.id = p.conversation_id
    WHERE c.site_id = $1 AND p.user_id = $2 AND p.left_at IS NULL AND (c.gate <> 'hidden' OR p.role IN ('agent', 'admin', 'bot'))
      AND ($3::text IS NULL OR c.kind = $3::text::conversation_kind)
      AND ($4::timestamptz IS NULL OR (c.last_activity_at, c.id) < ($4::timestamptz, $5::text))
    ORDER BY c.last_activity_at DESC, c.id DESC LIMIT $6::int`,
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
      AND ($4::timestamptz IS NULL OR (c.last_activity_at, c.id) < ($4::timestamptz, $5::text))
      AND ($7::text IS NULL OR EXISTS (
        SELECT 1 FROM participant o WHERE o.conversation_id = c.id AND o.user_id = $7::text AND o.left_at IS NULL))
    ORDER BY c.last_activity_at DESC, c.id DESC LIMIT $6::int`,
};

/** Unread messages and conversations of user `$2` on site `$1`, over what is neither muted nor hidden from them. */
export const UNREAD_TOTALS: HotStatement = {
  name: 'conversations_unread_totals',
  text: `SELECT coalesce(sum(unread), 0)::int AS messages, (count(*) FILTER (WHERE unread > 0))::int AS conversations FROM (
      SELECT greatest(0, coalesce((c.heads->'all'->>'n')::int, 0)
        + CASE WHEN p.role IN ('client', 'agent', 'admin', 'bot') THEN coalesce((c.heads->'client'->>'n')::int, 0) ELSE 0 END
        + CASE WHEN p.role IN ('provider', 'team_member', 'agent', 'admin', 'bot') THEN coalesce((c.heads->'provider'->>'n')::int, 0) ELSE 0 END
        + CASE WHEN p.role IN ('agent', 'admin', 'bot') THEN coalesce((c.heads->'staff'->>'n')::int, 0) ELSE 0 END
        - p.read_count) AS unread
      FROM participant p JOIN conversation c ON c.id = p.conversation_id
      WHERE c.site_id = $1 AND p.user_id = $2 AND p.left_at IS NULL AND NOT p.is_muted
        AND (c.gate <> 'hidden' OR p.role IN ('agent', 'admin', 'bot'))) AS mine`,
};
