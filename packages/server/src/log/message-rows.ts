/**
 * Pages of messages. PostgreSQL names every field of every object that it builds as JSON, which for a page costs several times what reading
 * it does; so pages travel as arrays of columns, with the few reactions there are beside them, and become views here.
 */
import type { MessageView, PersonView, ReactionView } from '../kernel/views.js';

/** A message as {@link pageJson} reads it. Times are milliseconds since the epoch. */
export type MessageRowJson = readonly [
  id: string,
  conversationId: string,
  seq: number,
  clientId: string,
  senderId: string,
  senderName: string,
  senderRole: PersonView['role'],
  senderAvatarUrl: string | null,
  isSenderGuest: boolean,
  kind: MessageView['kind'],
  origin: MessageView['origin'],
  audience: MessageView['audience'],
  text: string,
  metadata: MessageView['metadata'],
  parentId: string | null,
  replyCount: number,
  sentAt: number,
  editedAt: number | null,
  editCount: number,
  deletedAt: number | null,
];

/** All reactions of one emoji on one message, as {@link pageJson} reads them. */
export type ReactionRowJson = readonly [messageId: string, emoji: string, userIds: readonly string[]];

/** A page as {@link pageJson} reads it, ascending by seq. */
export interface PageJson {
  readonly messages: readonly MessageRowJson[];
  readonly reactions: readonly ReactionRowJson[];
}

const milliseconds = (time: string): string => `(extract(epoch FROM ${time}) * 1000)::int8`;

/**
 * SQL for the columns of a {@link PageJson}: the messages of `page`, a CTE or table with the columns of message, and their reactions. Senders are
 * looked up one by one (LATERAL … LIMIT 1), since PostgreSQL takes a page whose limit is a parameter for a tenth of all messages.
 */
export const pageJson = (page: string): string => `
  coalesce((SELECT json_agg(json_build_array(m.id, m.conversation_id, m.seq, m.client_id,
      s.id, s.display_name, s.role, s.avatar_url, s.is_guest,
      m.kind, m.origin, m.audience, m.text, m.metadata, m.parent_id, m.reply_count,
      ${milliseconds('m.created_at')}, ${milliseconds('m.edited_at')}, m.edit_count, ${milliseconds('m.deleted_at')}) ORDER BY m.seq)
    FROM ${page} m JOIN LATERAL (SELECT * FROM "user" WHERE id = m.sender_id LIMIT 1) s ON true), '[]'::json) AS messages,
  coalesce((SELECT json_agg(json_build_array(g.message_id, g.emoji, g.user_ids) ORDER BY g.position, g.emoji)
    FROM (SELECT r.message_id, r.emoji, min(r.position) AS position, json_agg(r.user_id ORDER BY r.seq, r.user_id) AS user_ids
            FROM reaction r WHERE r.message_id = ANY(ARRAY(SELECT id FROM ${page})) GROUP BY r.message_id, r.emoji) g), '[]'::json) AS reactions`;

/** The views of a page's messages. */
export function messageViewsOf(page: PageJson): MessageView[] {
  const reactions = new Map<string, ReactionView[]>();
  for (const [messageId, emoji, userIds] of page.reactions) {
    const known = reactions.get(messageId);
    if (known) known.push({ emoji, userIds });
    else reactions.set(messageId, [{ emoji, userIds }]);
  }
  return page.messages.map((row) => messageViewOf(row, reactions.get(row[0]) ?? []));
}

function messageViewOf(row: MessageRowJson, reactions: readonly ReactionView[]): MessageView {
  return {
    id: row[0],
    conversationId: row[1],
    seq: row[2],
    clientId: row[3],
    sender: { id: row[4], displayName: row[5], role: row[6], avatarUrl: row[7], isGuest: row[8] },
    kind: row[9],
    origin: row[10],
    audience: row[11],
    text: row[12],
    metadata: row[13],
    parentId: row[14],
    replyCount: row[15],
    sentAt: timeText(row[16]),
    editedAt: row[17] === null ? null : timeText(row[17]),
    editCount: row[18],
    isDeleted: row[19] !== null,
    deletedAt: row[19] === null ? null : timeText(row[19]),
    reactions,
  };
}

function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
