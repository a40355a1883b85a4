// What a guest leaves behind lies in the tables of several modules. It all moves in one transaction, so the statements stand here
// together. Each takes `$1` the guest and `$2` the user who takes over.

/** Conversations in which the guest took or takes part. */
export const PLACES = `SELECT conversation_id AS "conversationId" FROM participant WHERE user_id = $1 ORDER BY conversation_id`;

/** Locks conversations `$1::text[]` in the order of their ids. */
export const LOCK_CONVERSATIONS = `SELECT id FROM conversation WHERE id = ANY($1::text[]) ORDER BY id FOR NO KEY UPDATE`;

/** Joins the guest's place with that of the user where both take part: the higher marks and the longer stay win. */
export const MERGE_PLACES = `UPDATE participant p SET left_at = CASE WHEN p.left_at IS NULL OR g.left_at IS NULL THEN NULL ELSE greatest(p.left_at, g.left_at) END,
    joined_at = least(p.joined_at, g.joined_at), read_seq = greatest(p.read_seq, g.read_seq), read_count = greatest(p.read_count, g.read_count),
    read_at = greatest(p.read_at, g.read_at), delivered_seq = greatest(p.delivered_seq, g.delivered_seq),
    delivered_at = greatest(p.delivered_at, g.delivered_at)
  FROM participant g WHERE g.user_id = $1 AND p.user_id = $2 AND p.conversation_id = g.conversation_id`;

/** Gives the user a copy of each place that only the guest has. */
export const COPY_PLACES = `INSERT INTO participant (conversation_id, user_id, site_id, role, flow_role, joined_at, left_at, added_by_id, join_reason, is_muted,
    read_seq, read_count, read_at, delivered_seq, delivered_at)
  SELECT g.conversation_id, $2, g.site_id, g.role, g.flow_role, g.joined_at, g.left_at, g.added_by_id, g.join_reason, g.is_muted,
    g.read_seq, g.read_count, g.read_at, g.delivered_seq, g.delivered_at
  FROM participant g WHERE g.user_id = $1
    AND NOT EXISTS (SELECT 1 FROM participant p WHERE p.user_id = $2 AND p.conversation_id = g.conversation_id)`;

/** Marks the guest's own places as left at `$2`: they stay, so that the log can still tell who left. */
export const END_PLACES = `UPDATE participant SET left_at = $2::timestamptz WHERE user_id = $1 AND left_at IS NULL`;

/** Hands the guest's messages over. A client id that the user has used in the same conversation gets the guest's id behind it. */
export const MOVE_MESSAGES = `UPDATE message m SET sender_id = $2, client_id = CASE WHEN EXISTS (
    SELECT 1 FROM message o WHERE o.sender_id = $2 AND o.client_id = m.client_id AND o.conversation_id IS NOT DISTINCT FROM m.conversation_id)
    THEN m.client_id || ':' || $1 ELSE m.client_id END
  WHERE m.sender_id = $1 RETURNING m.id, m.conversation_id AS "conversationId"`;

/** Hands the guest's reactions over, except where the user has reacted likewise. */
export const MOVE_REACTIONS = `UPDATE reaction r SET user_id = $2 WHERE r.user_id = $1
  AND NOT EXISTS (SELECT 1 FROM reaction o WHERE o.message_id = r.message_id AND o.user_id = $2 AND o.emoji = r.emoji)`;

/** Messages to which the guest reacted. */
export const REACTED = `SELECT DISTINCT m.id, m.conversation_id AS "conversationId" FROM reaction r JOIN message m ON m.id = r.message_id WHERE r.user_id = $1`;

/** Drops what {@link MOVE_REACTIONS} left. */
export const DROP_REACTIONS = `DELETE FROM reaction WHERE user_id = $1`;

/** Hands over who edited and who deleted. */
export const MOVE_EDITS = `UPDATE message_version SET edited_by_id = $2 WHERE edited_by_id = $1`;
export const MOVE_DELETIONS = `UPDATE message SET deleted_by_id = $2 WHERE deleted_by_id = $1`;

/** Hands over the sender in the previews of conversations `$3::text[]`. */
export const MOVE_HEADS = `UPDATE conversation c SET heads = (SELECT coalesce(jsonb_object_agg(h.key,
    CASE WHEN h.value->>'by' = $1 THEN jsonb_set(h.value, '{by}', to_jsonb($2::text)) ELSE h.value END), '{}'::jsonb) FROM jsonb_each(c.heads) h)
  WHERE c.id = ANY($3::text[])`;

/** Hands bookings over. */
export const MOVE_BOOKINGS = `UPDATE booking SET client_id = $2 WHERE client_id = $1 AND provider_id <> $2`;

/** Hands cases of support over. A client id that the user has used gets the guest's id behind it. */
export const MOVE_CASES = `UPDATE support_case s SET customer_id = $2, client_id = CASE WHEN EXISTS (
    SELECT 1 FROM support_case o WHERE o.site_id = s.site_id AND o.customer_id = $2 AND o.client_id = s.client_id)
    THEN s.client_id || ':' || $1 ELSE s.client_id END
  WHERE s.customer_id = $1`;

/** Hands the guest's notices over, numbered on behind those of the user. */
export const MOVE_NOTICES = `WITH taken AS (SELECT notice_seq FROM "user" WHERE id = $2),
  numbered AS (SELECT n.id, row_number() OVER (ORDER BY n.seq) AS place FROM notice n WHERE n.user_id = $1),
  moved AS (UPDATE notice n SET user_id = $2, seq = taken.notice_seq + numbered.place FROM numbered, taken WHERE n.id = numbered.id RETURNING n.id)
  UPDATE "user" SET notice_seq = notice_seq + (SELECT count(*)::int FROM moved) WHERE id = $2`;

/** Hands over what the log of conversations `$3::text[]` tells of the guest, but for their coming and going. */
export const MOVE_EVENTS = `UPDATE event SET actor_id = CASE WHEN actor_id = $1 THEN $2 ELSE actor_id END,
    data = CASE WHEN data->>'userId' = $1 THEN jsonb_set(data, '{userId}', to_jsonb($2::text)) ELSE data END
  WHERE conversation_id = ANY($3::text[]) AND type NOT IN ('ParticipantJoined', 'ParticipantLeft') AND (actor_id = $1 OR data->>'userId' = $1)`;

/** Makes the guest's direct conversations those of the user, except where the two have one of their own. */
export const MOVE_PAIRS = `UPDATE conversation c SET unique_key = k.fresh
  FROM (SELECT id, site_id, 'direct:' || least(other COLLATE "C", $2) || ':' || greatest(other COLLATE "C", $2) AS fresh
    FROM (SELECT id, site_id, CASE WHEN split_part(unique_key, ':', 2) = $1 THEN split_part(unique_key, ':', 3) ELSE split_part(unique_key, ':', 2) END AS other
      FROM conversation WHERE id = ANY($3::text[]) AND kind = 'direct' AND $1 IN (split_part(unique_key, ':', 2), split_part(unique_key, ':', 3))) p) k
  WHERE c.id = k.id AND NOT EXISTS (SELECT 1 FROM conversation o WHERE o.site_id = k.site_id AND o.unique_key = k.fresh)`;

/** Hands over how far the guest has read broadcasts: the higher mark wins. */
export const MERGE_BROADCAST_MARK = `INSERT INTO broadcast_reader (user_id, site_id, read_seq, read_at)
  SELECT $2, site_id, read_seq, read_at FROM broadcast_reader WHERE user_id = $1
  ON CONFLICT (user_id) DO UPDATE SET read_seq = greatest(broadcast_reader.read_seq, EXCLUDED.read_seq),
    read_at = greatest(broadcast_reader.read_at, EXCLUDED.read_at)`;

/** Hands over on which page the guest was, where that is newer. */
export const MERGE_VISIT = `INSERT INTO visit (user_id, site_id, url, title, referrer, user_agent, ip, at)
  SELECT $2, site_id, url, title, referrer, user_agent, ip, at FROM visit WHERE user_id = $1
  ON CONFLICT (user_id) DO UPDATE SET url = EXCLUDED.url, title = EXCLUDED.title, referrer = EXCLUDED.referrer, user_agent = EXCLUDED.user_agent,
    ip = EXCLUDED.ip, at = EXCLUDED.at WHERE visit.at < EXCLUDED.at`;

/** Hands over what became of the guest's cases. */
export const MOVE_OUTCOMES = `UPDATE case_outcome SET customer_id = $2 WHERE customer_id = $1`;

/** Hands over the guest's ratings of replies, except where the user has rated the same one. */
export const MOVE_REPLY_RATINGS = `UPDATE reply_rating r SET user_id = $2 WHERE r.user_id = $1
  AND NOT EXISTS (SELECT 1 FROM reply_rating o WHERE o.message_id = r.message_id AND o.user_id = $2)`;
