import type { Db, HotStatement } from '../../db/contract.js';
import type { AudienceSet, Heads } from '../../kernel/audience.js';
import { headOf } from '../../kernel/audience.js';
import { supportCaseFor } from '../../kernel/case-view.js';
import type { ConversationView, ReceiptView, SupportCaseView, TagView } from '../../kernel/views.js';
import type { ParticipantRole, SendGateState } from '../../kernel/words.js';
import { type MessagePage, previewFor } from '../../log/feed-item.js';
import { messageViewsOf, pageJson, type PageJson } from '../../log/message-rows.js';
import { keysOf, type LogPerson, type LogPlaces } from '../../log/replay.js';
import { caseOfConversationJson, conversationJson, holdsSql, peopleJson, placesJson, receiptJson, tagsJson } from '../../log/view-sql.js';
import { isOpen } from '../conversations/index.js';

/** What a snapshot is read for. */
export interface SnapshotQuery {
  readonly conversationId: string;
  /** For whom; all of them of these audiences. */
  readonly viewerIds: readonly string[];
  readonly audiences: AudienceSet;
  /** How many of the newest messages. */
  readonly last: number;
}

/** A conversation's state and position at one moment, for several viewers of the same audiences. */
export interface Snapshot {
  readonly epoch: string;
  readonly seq: number;
  readonly messages: MessagePage;
  readonly receipts: readonly ReceiptView[];
  readonly tags: readonly TagView[];
  /** The case of support that it belongs to, as these audiences may know it; null for other kinds. */
  readonly supportCase: SupportCaseView | null;
  readonly places: LogPlaces;
  readonly people: readonly LogPerson[];
  /** The conversation as one of the viewers sees it. */
  conversationFor(viewerId: string, now: Date): ConversationView;
}

interface MarksJson {
  readonly role: ParticipantRole;
  readonly isMuted: boolean;
  readonly readSeq: number;
  readonly readCount: number;
  readonly deliveredSeq: number;
}

interface SnapshotRow extends PageJson {
  readonly epoch: string;
  readonly seq: number;
  readonly heads: Heads;
  readonly conversation: ConversationView;
  readonly marks: Readonly<Partial<Record<string, MarksJson>>>;
  readonly receipts: readonly ReceiptView[];
  readonly tags: readonly TagView[];
  readonly supportCase: SupportCaseView | null;
  readonly places: LogPlaces;
  readonly people: readonly LogPerson[];
}

// $1 conversation, $2 viewers, $3 audience keys or null for all, $4 messages and one more
const SNAPSHOT: HotStatement = {
  name: 'feeds.snapshot',
  text: `WITH page AS MATERIALIZED (
    SELECT * FROM message WHERE conversation_id = $1 AND ($3::text[] IS NULL OR audience = ANY($3::text[])) ORDER BY seq DESC LIMIT $4::int)
  SELECT (SELECT value FROM meta WHERE key = 'epoch') AS epoch, c.last_seq AS seq, c.heads,
    ${conversationJson('c')} AS conversation, ${caseOfConversationJson('c')} AS "supportCase", ${placesJson('c', '$2::text[]')} AS places, ${peopleJson('c')} AS people,
    coalesce((SELECT jsonb_object_agg(mp.user_id, jsonb_build_object('role', mp.role, 'isMuted', mp.is_muted, 'readSeq', mp.read_seq,
        'readCount', mp.read_count, 'deliveredSeq', mp.delivered_seq))
       FROM participant mp WHERE mp.conversation_id = c.id AND mp.user_id = ANY($2::text[]) AND mp.left_at IS NULL AND ${holdsSql('mp')}), '{}'::jsonb) AS marks,
    ${pageJson('page')}, CASE WHEN $3::text[] IS NULL THEN ${tagsJson('c')} ELSE '[]'::jsonb END AS tags,
    coalesce((SELECT jsonb_agg(${receiptJson('rp')} ORDER BY rp.joined_at, rp.user_id)
       FROM participant rp WHERE rp.conversation_id = c.id AND rp.left_at IS NULL), '[]'::jsonb) AS receipts
  FROM conversation c WHERE c.id = $1`,
};

/** Reads a conversation's state and position in one statement. Null when there is no such conversation. */
export async function readSnapshot(db: Db, query: SnapshotQuery): Promise<Snapshot | null> {
  const [row] = await db.hot<SnapshotRow>(SNAPSHOT, [query.conversationId, query.viewerIds, keysOf(query.audiences), query.last + 1]);
  if (!row) return null;
  const { sendGate } = row.conversation;
  const lastMessage = previewFor(row.heads, query.audiences);
  const { count } = headOf(row.heads, query.audiences);
  return {
    epoch: row.epoch,
    seq: row.seq,
    messages: {
      items: messageViewsOf({ messages: row.messages.slice(-query.last), reactions: row.reactions }),
      hasMoreBefore: row.messages.length > query.last,
      hasMoreAfter: false,
    },
    receipts: row.receipts,
    tags: row.tags,
    supportCase: row.supportCase && supportCaseFor(query.audiences.key === 'staff', row.supportCase),
    places: row.places,
    people: row.people,
    conversationFor(viewerId, now) {
      const marks = row.marks[viewerId];
      const viewer = marks && {
        role: marks.role,
        unreadCount: Math.max(0, count - marks.readCount),
        isMuted: marks.isMuted,
        readSeq: marks.readSeq,
        deliveredSeq: marks.deliveredSeq,
        canSend: isOpen({ gate: sendGate.state, openUntil: dateOf(sendGate.openUntil), now }),
      };
      return { ...row.conversation, lastMessage, viewer: viewer ?? null };
    },
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
