import type { HotStatement } from '../../db/contract.js';
import { tagsJson } from '../../log/view-sql.js';

/** The tags of conversation `$1`, as one row. */
export const TAGS_OF: HotStatement = {
  name: 'desk.tags_of',
  text: `SELECT ${tagsJson('c')} AS tags FROM conversation c WHERE c.id = $1`,
};

/** Puts tag `$2` on conversation `$1`, by `$3` at `$4`; no row when it is there already. */
export const PUT = `INSERT INTO conversation_tag (conversation_id, tag_id, added_by_id, created_at) VALUES ($1, $2, $3, $4::timestamptz)
  ON CONFLICT DO NOTHING RETURNING tag_id AS "tagId"`;

/** Takes tag `$2` off conversation `$1`; no row when it is not there. */
export const TAKE = `DELETE FROM conversation_tag WHERE conversation_id = $1 AND tag_id = $2 RETURNING tag_id AS "tagId"`;
