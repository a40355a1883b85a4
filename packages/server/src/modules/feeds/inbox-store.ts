import type { Db, HotStatement } from '../../db/contract.js';
import type { Heads } from '../../kernel/audience.js';
import type { BroadcastView, ConversationView, NoticeView } from '../../kernel/views.js';
import type { ParticipantRole, SendGateState } from '../../kernel/words.js';
import { byActivity } from '../../log/activity-sql.js';
import { isoText } from '../../log/statement.js';
import { conversationJson, holdsSql } from '../../log/view-sql.js';
import { broadcastReadSeqSql, broadcastsForJson } from '../broadcasts/index.js';

/** The most conversations of one person that an inbox keeps; older ones are found by `conversations`. */
export const MAX_ENTRIES = 5_000;
/** The most conversations of one person whose events an inbox follows; the sweeper tells of changes in the others. */
export const MAX_FOLLOWED = 300;

/** A person's place in a conversation and the conversation's state, read together. */
export interface InboxRow {
  readonly id: string;
  readonly gate: SendGateState;
  readonly role: ParticipantRole;
  readonly hasLeft: boolean;
  readonly isMuted: boolean;
  readonly readSeq: number;
  readonly readCount: number;
  readonly deliveredSeq: number;
  readonly heads: Heads;
  /** Whether anything happened since the position asked for. */
  readonly isChanged: boolean;
  /** Null for those beyond {@link MAX_FOLLOWED} that have not changed. */
  readonly conversation: ConversationView | null;
}

/** A person's inbox at one moment. */
export interface InboxRead {
  readonly epoch: string;
  /** All transactions before this one are in it. */
  readonly xmin: string;
  /** No transaction from this one on was known. */
  readonly xmax: string;
  readonly noticeSeq: number;
  /** Newest activity first. */
  readonly rows: readonly InboxRow[];
  /** Those after the position asked for, ascending; without one the newest twenty, newest first. */
  readonly notices: readonly NoticeView[];
  /** All that are shown to the person, newest first; null where one conversation was asked for. */
  readonly broadcasts: readonly BroadcastView[] | null;
  readonly broadcastReadSeq: number;
  /** Whether anything of the broadcasts may have changed since the position asked for. */
  readonly areBroadcastsChanged: boolean;
}

/** What of an inbox to read. */
export interface InboxQuery {
  readonly userId: string;
  readonly siteId: string;
  /** Also what was left since this transaction, and mark what has changed since. */
  readonly since: string | null;
  /** Notices after this one instead of the newest. */
  readonly afterNotice: number | null;
  /** Only this conversation. */
  readonly conversationId: string | null;
}

/** The most notices that a resumption brings. */
const NOTICES = 100;
const SNAPSHOT_NOTICES = 20;

const noticeJson = (n: string): string =>
  `jsonb_build_object('id', ${n}.id, 'seq', ${n}.seq, 'kind', ${n}.kind, 'conversationId', ${n}.conversation_id, 'data', ${n}.data,
    'createdAt', ${isoText(`${n}.created_at`)}, 'readAt', ${isoText(`${n}.read_at`)})`;

// A row that was written since: the transaction that wrote the row's present version is not older than $3. A row keeps the lower 32 bits
// of it, so the two are compared on that circle.
const writtenSince = (row: string): string => `(${row}.xmin::text::bigint - $3::text::bigint % 4294967296 + 4294967296) % 4294967296 < 2147483648`;

// $1 user, $2 site, $3 since transaction or null, $4 after notice or null, $5 conversation or null
const INBOX: HotStatement = {
  name: 'feeds.inbox',
  text: `SELECT (SELECT value FROM meta WHERE key = 'epoch') AS epoch, u.notice_seq AS "noticeSeq",
    pg_snapshot_xmin(pg_current_snapshot())::text AS xmin, pg_snapshot_xmax(pg_current_snapshot())::text AS xmax,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'gate', r.gate, 'role', r.role, 'hasLeft', r.has_left,
        'isMuted', r.is_muted, 'readSeq', r.read_seq, 'readCount', r.read_count, 'deliveredSeq', r.delivered_seq, 'heads', r.heads,
        'isChanged', r.is_changed, 'conversation',
        CASE WHEN NOT r.has_left AND (r.is_changed OR r.place <= ${MAX_FOLLOWED}) THEN ${conversationJson('r')} END) ORDER BY r.place)
      FROM (SELECT c.*, p.role, p.left_at IS NOT NULL OR NOT ${holdsSql('p')} AS has_left, p.is_muted, p.read_seq, p.read_count, p.delivered_seq,
              row_number() OVER (ORDER BY ${byActivity('c')}) AS place,
              coalesce(c.last_xid >= $3::text::xid8, false) AS is_changed
            FROM participant p JOIN conversation c ON c.id = p.conversation_id AND c.site_id = $2
           WHERE p.user_id = u.id AND (c.kind::text NOT IN ('team', 'escalation') OR u.role::text IN ('agent', 'admin')) AND ($5::text IS NULL OR c.id = $5::text)
             AND (p.left_at IS NULL OR c.last_xid >= $3::text::xid8)
           ORDER BY ${byActivity('c')} LIMIT ${MAX_ENTRIES}) r), '[]'::jsonb) AS rows,
    CASE WHEN $4::int IS NULL THEN
      coalesce((SELECT jsonb_agg(${noticeJson('n')} ORDER BY n.seq DESC)
        FROM (SELECT * FROM notice WHERE user_id = u.id ORDER BY seq DESC LIMIT ${SNAPSHOT_NOTICES}) n), '[]'::jsonb)
    ELSE
      coalesce((SELECT jsonb_agg(${noticeJson('n')} ORDER BY n.seq)
        FROM (SELECT * FROM notice w WHERE user_id = u.id AND (seq > $4::int OR (seq > u.notice_seq - ${SNAPSHOT_NOTICES} AND ${writtenSince('w')}))
              ORDER BY seq DESC LIMIT ${NOTICES}) n), '[]'::jsonb)
    END AS notices,
    CASE WHEN $5::text IS NULL THEN ${broadcastsForJson('u')} END AS broadcasts, ${broadcastReadSeqSql('u')} AS "broadcastReadSeq",
    $3::text IS NOT NULL AND EXISTS (SELECT 1 FROM broadcast_line l WHERE l.site_id = $2 AND l.last_seq > 0) AND (${writtenSince('u')} OR EXISTS (SELECT 1 FROM broadcast_reader r WHERE r.user_id = u.id AND ${writtenSince('r')})
      OR EXISTS (SELECT 1 FROM broadcast b WHERE b.site_id = $2 AND b.state <> 'scheduled' AND b.last_xid >= $3::text::xid8)) AS "areBroadcastsChanged"
  FROM "user" u WHERE u.id = $1 AND u.site_id = $2`,
};

const FOLLOWED: HotStatement = {
  name: 'feeds.inbox_followed',
  text: `SELECT c.id FROM participant p JOIN conversation c ON c.id = p.conversation_id
    WHERE p.user_id = $1 AND p.left_at IS NULL AND ${holdsSql('p')} AND c.site_id = $2
    ORDER BY ${byActivity('c')} LIMIT ${MAX_FOLLOWED}`,
};

/** Reads an inbox in one statement; null when there is no such user on the site. */
export async function readInbox(db: Db, query: InboxQuery): Promise<InboxRead | null> {
  const [row] = await db.hot<InboxRead>(INBOX, [query.userId, query.siteId, query.since, query.afterNotice, query.conversationId]);
  return row ?? null;
}

/** The conversations whose events a person's inbox follows: their most recent ones. */
export async function followedConversations(db: Db, user: { readonly userId: string; readonly siteId: string }): Promise<string[]> {
  const rows = await db.hot<{ readonly id: string }>(FOLLOWED, [user.userId, user.siteId]);
  return rows.map(({ id }) => id);
}
