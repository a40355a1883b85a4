import type { HotStatement } from '../../db/contract.js';
import { isoText } from '../../log/statement.js';

/** When a person was last there. */
export interface LastSeenRow {
  readonly id: string;
  readonly lastSeenAt: string | null;
}

/** `$1` user ids: when each was last there. */
export const LAST_SEEN: HotStatement = {
  name: 'presence.last_seen',
  text: `SELECT u.id, ${isoText('u.last_seen_at')} AS "lastSeenAt" FROM "user" u WHERE u.id = ANY($1::text[])`,
};

/**
 * `$1` site, `$2` user ids, `$3` the viewer, `$4` whether the viewer is staff: those of them whose presence the viewer may know,
 * which are the viewer, people in a conversation that both can see, and for staff everybody on the site.
 */
export const VISIBLE: HotStatement = {
  name: 'presence.visible',
  text: `SELECT u.id, ${isoText('u.last_seen_at')} AS "lastSeenAt" FROM "user" u
    WHERE u.site_id = $1 AND u.id = ANY($2::text[]) AND (u.id = $3 OR $4::boolean OR EXISTS (
      SELECT 1 FROM participant mine
        JOIN participant theirs ON theirs.conversation_id = mine.conversation_id AND theirs.user_id = u.id AND theirs.left_at IS NULL
        JOIN conversation c ON c.id = mine.conversation_id AND c.gate <> 'hidden'
       WHERE mine.user_id = $3 AND mine.left_at IS NULL))`,
};

/** `$1` user ids, `$2` a moment: they were there until then. Never moves back. */
export const SEEN: HotStatement = {
  name: 'presence.seen',
  text: `UPDATE "user" SET last_seen_at = $2::timestamptz
    WHERE id = ANY($1::text[]) AND (last_seen_at IS NULL OR last_seen_at < $2::timestamptz)`,
};
