import type { Db, HotStatement } from '../../db/contract.js';
import type { AudienceSet, Heads } from '../../kernel/audience.js';
import { headOf } from '../../kernel/audience.js';
import type { ConversationView, MessageView, ReceiptView } from '../../kernel/views.js';
import type { ParticipantRole, SendGateState } from '../../kernel/words.js';
import { type MessagePage, previewFor } from '../../log/feed-item.js';
import { keysOf, type LogPerson, type LogPlace } from '../../log/replay.js';
import { conversationJson, messageJson, peopleJson, placeJson, receiptJson } from '../../log/view-sql.js';
import { isOpen } from '../conversations/index.js';

/** What a snapshot is read for. */
export interface SnapshotQuery {
  readonly conversationId: string;
  readonly viewerId: string;
  readonly audiences: AudienceSet;
  /** How many of the newest messages. */
  readonly last: number;
  readonly now: Date;
}

/** A conversation's state and position at one moment. */
export interface Snapshot {
  readonly epoch: string;
  readonly seq: number;
  readonly conversation: ConversationView;
  readonly messages: MessagePage;
  readonly receipts: readonly ReceiptView[];
  readonly place: LogPlace;
  readonly people: readonly LogPerson[];
}

interface MarksJson {
  readonly role: ParticipantRole;
  readonly isMuted: boolean;
  readonly readSeq: number;
  readonly readCount: number;
  readonly deliveredSeq: number;
}

interface SnapshotRow {
  readonly epoch: string;
  readonly seq: number;
  readonly heads: Heads;
  readonly conversation: ConversationView;
  readonly marks: MarksJson | null;
  readonly messages: readonly MessageView[];
  readonly receipts: readonly ReceiptView[];
  readonly place: LogPlace;
  readonly people: readonly LogPerson[];
}

// $1 conversation, $2 viewer, $3 audience keys or null for all, $4 messages and one more
const SNAPSHOT: HotStatement = {
  name: 'feeds.snapshot',
  text: `SELECT (SELECT value FROM meta WHERE key = 'epoch') AS epoch, c.last_seq AS seq, c.heads,
    ${conversationJson('c')} AS conversation, ${placeJson('c', '$2::text')} AS place, ${peopleJson('c')} AS people,
    (SELECT jsonb_build_object('role', mp.role, 'isMuted', mp.is_muted, 'readSeq', mp.read_seq, 'readCount', mp.read_count,
        'deliveredSeq', mp.delivered_seq)
       FROM participant mp WHERE mp.conversation_id = c.id AND mp.user_id = $2 AND mp.left_at IS NULL) AS marks,
    coalesce((SELECT jsonb_agg(${messageJson('m', 's')} ORDER BY m.seq)
       FROM (SELECT * FROM message WHERE conversation_id = c.id AND ($3::text[] IS NULL OR audience = ANY($3::text[]))
              ORDER BY seq DESC LIMIT $4::int) m
       JOIN "user" s ON s.id = m.sender_id), '[]'::jsonb) AS messages,
    coalesce((SELECT jsonb_agg(${receiptJson('rp')} ORDER BY rp.joined_at, rp.user_id)
       FROM participant rp WHERE rp.conversation_id = c.id AND rp.left_at IS NULL), '[]'::jsonb) AS receipts
  FROM conversation c WHERE c.id = $1`,
};

/** Reads a conversation's state and position in one statement. Null when there is no such conversation. */
export async function readSnapshot(db: Db, query: SnapshotQuery): Promise<Snapshot | null> {
  const [row] = await db.hot<SnapshotRow>(SNAPSHOT, [query.conversationId, query.viewerId, keysOf(query.audiences), query.last + 1]);
  if (!row) return null;
  const { sendGate } = row.conversation;
  const viewer = row.marks && {
    role: row.marks.role,
    unreadCount: Math.max(0, headOf(row.heads, query.audiences).count - row.marks.readCount),
    isMuted: row.marks.isMuted,
    readSeq: row.marks.readSeq,
    deliveredSeq: row.marks.deliveredSeq,
    canSend: isOpen({ gate: sendGate.state, openUntil: dateOf(sendGate.openUntil), now: query.now }),
  };
  return {
    epoch: row.epoch,
    seq: row.seq,
    conversation: { ...row.conversation, lastMessage: previewFor(row.heads, query.audiences), viewer },
    messages: {
      items: row.messages.slice(Math.max(0, row.messages.length - query.last)),
      hasMoreBefore: row.messages.length > query.last,
      hasMoreAfter: false,
    },
    receipts: row.receipts,
    place: row.place,
    people: row.people,
  };
}

/** Whether a place still lets its user read, given whether they see every conversation of the site anyway. */
export function mayRead(place: { readonly gate: SendGateState; readonly role: ParticipantRole | null }, who: { readonly seesAll: boolean; readonly audiences: AudienceSet }): boolean {
  if (who.seesAll) return true;
  return place.role !== null && (place.gate !== 'hidden' || who.audiences.key === 'staff');
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
