/** Reading the log: events after a position with their content as it is now, in one statement with the position they reach. */
import type { Db, HotStatement } from '../db/contract.js';
import { AUDIENCE_SETS, type AudienceSet, type Heads } from '../kernel/audience.js';
import { isDurableEventType, type LogEvent, type TypedPayload } from './event.js';
import { isoText } from './statement.js';
import { caseJson, conversationJson, messageJson, participantJson, peopleJson, placesJson, receiptJson, tagsJson } from './view-sql.js';
import type { PersonView } from '../kernel/views.js';
import type { ParticipantRole, SendGateState } from '../kernel/words.js';

/** Which part of a log to read. */
export interface LogQuery {
  readonly conversationId: string;
  /** Events after this `seq`. */
  readonly after: number;
  /** Only what this set may see; null for everything. */
  readonly audiences: AudienceSet | null;
  /** The most events to read. */
  readonly limit: number;
  /** With more than this many after the position, none is read. Default: no such bound. */
  readonly maxBehind?: number;
  /** Also reads these users' places and the people, at the same moment. */
  readonly viewerIds?: readonly string[];
}

/** Users' places in a conversation, and what decides whether it can be read: all at the moment of the statement. */
export interface LogPlaces {
  readonly gate: SendGateState;
  /** Roles by user id, of those asked for who are in the conversation now. */
  readonly roles: Readonly<Partial<Record<string, ParticipantRole>>>;
}

/** Somebody in a conversation, and until when they were last there. */
export interface LogPerson {
  readonly user: PersonView;
  readonly lastSeenAt: string | null;
}

/** A part of a log. */
export interface LogPage {
  /** The conversation's newest `seq` at the moment of reading. */
  readonly lastSeq: number;
  /** `seq` of the last event at or before `after` that the audience saw; 0 without one. */
  readonly prevSeq: number;
  /** `seq` of the last event read, also when its content is gone; `after` when none was. */
  readonly upTo: number;
  /** Whether more than `maxBehind` events lie after the position. */
  readonly isTooFar: boolean;
  /** Whether there are events beyond those read. */
  readonly hasMore: boolean;
  readonly events: readonly LogEvent[];
  /** Of `viewerIds`. Null for an unknown conversation. */
  readonly places: LogPlaces | null;
  /** With `viewerIds`: the active participants. */
  readonly people: readonly LogPerson[];
}

interface ReplayRow {
  readonly places: LogPlaces;
  readonly people: readonly LogPerson[];
  readonly site_id: string;
  readonly last_seq: number;
  readonly heads: Heads;
  readonly activity: string;
  readonly prev_seq: number;
  readonly behind: number;
  readonly events: readonly RawEvent[];
}

interface RawEvent {
  readonly seq: number;
  readonly type: string;
  readonly audience: string;
  readonly actorId: string | null;
  readonly at: string;
  readonly payload: TypedPayload['payload'] | null;
}

// Rows are looked up one by one (LATERAL … LIMIT 1): PostgreSQL takes a limit that is a parameter for a tenth of the table, and would read all of it.
// $1 conversation, $2 after, $3 audience keys or null for all, $4 page, $5 how far to count, $6 the most that may be behind, $7 viewers or null
const REPLAY: HotStatement = {
  name: 'log.replay',
  text: `WITH c AS (SELECT * FROM conversation WHERE id = $1),
    behind AS MATERIALIZED (
      SELECT e.* FROM event e
       WHERE e.conversation_id = $1 AND e.seq > $2::int AND ($3::text[] IS NULL OR e.audience = ANY($3::text[]))
       ORDER BY e.seq LIMIT $5::int),
    n AS (SELECT count(*)::int AS n FROM behind),
    e AS (SELECT behind.* FROM behind, n WHERE n.n <= $6::int ORDER BY behind.seq LIMIT $4::int)
  SELECT ${placesJson('c', '$7::text[]')} AS places, CASE WHEN $7::text[] IS NULL THEN '[]'::jsonb ELSE ${peopleJson('c')} END AS people,
    c.site_id, c.last_seq, c.heads, ${isoText('c.last_activity_at')} AS activity, n.n AS behind,
    coalesce((SELECT p.seq FROM event p
               WHERE p.conversation_id = $1 AND p.seq <= $2::int AND ($3::text[] IS NULL OR p.audience = ANY($3::text[]))
               ORDER BY p.seq DESC LIMIT 1), 0) AS prev_seq,
    coalesce((SELECT jsonb_agg(jsonb_build_object('seq', e.seq, 'type', e.type, 'audience', e.audience, 'actorId', e.actor_id,
        'at', ${isoText('e.created_at')}, 'payload', CASE
          WHEN e.type IN ('MessageSent', 'MessageEdited', 'MessageDeleted') AND m.id IS NOT NULL
            THEN jsonb_build_object('message', ${messageJson('m', 's')})
          WHEN e.type IN ('ReactionAdded', 'ReactionRemoved')
            THEN jsonb_build_object('messageId', e.message_id, 'emoji', e.data->'emoji',
                                    'userId', coalesce(e.data->>'userId', e.actor_id))
          WHEN e.type = 'ReceiptAdvanced' AND p.user_id IS NOT NULL
            THEN jsonb_build_object('receipt', ${receiptJson('p')})
          WHEN e.type = 'ParticipantJoined' AND p.user_id IS NOT NULL
            THEN jsonb_build_object('participant', ${participantJson('p', 'u')} || '{"leftAt": null}'::jsonb)
          WHEN e.type = 'ParticipantLeft' AND p.user_id IS NOT NULL
            THEN jsonb_build_object('participant', ${participantJson('p', 'u')} ||
                                    jsonb_build_object('leftAt', ${isoText('coalesce(p.left_at, e.created_at)')}))
          WHEN e.type = 'CaseUpdated' AND sc.id IS NOT NULL THEN jsonb_build_object('case', ${caseJson('sc')})
          WHEN e.type = 'ConversationUpdated' THEN jsonb_build_object('conversation', ${conversationJson('c')})
          WHEN e.type = 'TagsChanged' THEN jsonb_build_object('tags', ${tagsJson('c')})
        END) ORDER BY e.seq)
      FROM e
      LEFT JOIN LATERAL (SELECT * FROM message WHERE id = e.message_id LIMIT 1) m ON true
      LEFT JOIN LATERAL (SELECT * FROM "user" WHERE id = m.sender_id LIMIT 1) s ON true
      LEFT JOIN LATERAL (SELECT * FROM participant
         WHERE conversation_id = e.conversation_id AND user_id = coalesce(e.data->>'userId', e.actor_id) LIMIT 1) p ON true
      LEFT JOIN LATERAL (SELECT * FROM "user" WHERE id = p.user_id LIMIT 1) u ON true
      LEFT JOIN LATERAL (SELECT * FROM support_case WHERE e.type = 'CaseUpdated' AND conversation_id = e.conversation_id LIMIT 1) sc ON true), '[]'::jsonb) AS events
  FROM c, n`,
};

/** Stands for no bound where a statement wants a number. */
const UNBOUNDED = 2_000_000_000;

/** Reads a part of a conversation's log. An unknown conversation reads as an empty log. */
export async function readLog(db: Db, query: LogQuery): Promise<LogPage> {
  const maxBehind = query.maxBehind ?? UNBOUNDED;
  const [row] = await db.hot<ReplayRow>(REPLAY, [
    query.conversationId,
    query.after,
    keysOf(query.audiences),
    query.limit,
    Math.max(query.limit, query.maxBehind ?? 0) + 1,
    maxBehind,
    query.viewerIds ?? null,
  ]);
  if (!row) return { lastSeq: 0, prevSeq: 0, upTo: query.after, isTooFar: false, hasMore: false, events: [], places: null, people: [] };
  const hasMore = row.behind > query.limit;
  const events = row.events.flatMap((raw) => toEvent(raw, { ...row, conversationId: query.conversationId }));
  return {
    places: row.places,
    people: row.people,
    lastSeq: row.last_seq,
    prevSeq: row.prev_seq,
    upTo: row.events.at(-1)?.seq ?? query.after,
    isTooFar: row.behind > maxBehind,
    hasMore,
    events: events.map((event, index) => (hasMore || index < events.length - 1 ? { ...event, isBehind: true } : event)),
  };
}

/** The audience keys of a set as a statement's parameter: null stands for all, known and unknown. */
export function keysOf(set: AudienceSet | null): readonly string[] | null {
  return set === null || set.key === 'staff' ? null : set.keys;
}

function toEvent(raw: RawEvent, row: Pick<ReplayRow, 'site_id' | 'heads' | 'activity'> & { conversationId: string }): LogEvent[] {
  if (!isDurableEventType(raw.type) || raw.payload === null) return [];
  const typed = typedPayload(raw);
  return typed === null
    ? []
    : [
        {
          ...typed,
          conversationId: row.conversationId,
          siteId: row.site_id,
          seq: raw.seq,
          audience: raw.audience,
          actorId: raw.actorId,
          at: raw.at,
          heads: row.heads,
          lastActivityAt: row.activity,
          isReplayed: true,
        },
      ];
}

function typedPayload({ type, payload }: RawEvent): TypedPayload | null {
  if (payload === null) return null;
  if ('message' in payload) {
    return type === 'MessageSent' || type === 'MessageEdited' || type === 'MessageDeleted' ? { type, payload } : null;
  }
  if ('emoji' in payload) return type === 'ReactionAdded' || type === 'ReactionRemoved' ? { type, payload } : null;
  if ('receipt' in payload) return type === 'ReceiptAdvanced' ? { type, payload } : null;
  if ('participant' in payload) return type === 'ParticipantJoined' || type === 'ParticipantLeft' ? { type, payload } : null;
  if ('tags' in payload) return type === 'TagsChanged' ? { type, payload } : null;
  if ('case' in payload) return type === 'CaseUpdated' ? { type, payload } : null;
  return type === 'ConversationUpdated' ? { type, payload } : null;
}

/** Where a log stands for each audience set. */
export interface LogHead {
  readonly conversationId: string;
  readonly lastSeq: number;
  /** By the key of each set of `AUDIENCE_SETS`: the newest `seq` that it may see. */
  readonly visible: Readonly<Record<string, number>>;
  /** Every transaction before this one is in what was read. */
  readonly xmin: string;
}

const literal = (key: string): string => `'${key}'`;
const HEADS: HotStatement = {
  name: 'log.heads',
  text: `SELECT k.id AS "conversationId", coalesce(c.last_seq, 0) AS "lastSeq", pg_snapshot_xmin(pg_current_snapshot())::text AS xmin,
    jsonb_build_object(${AUDIENCE_SETS.map(
      (set) => `'${set.key}', coalesce((SELECT e.seq FROM event e WHERE e.conversation_id = k.id
        ${keysOf(set) !== null ? `AND e.audience IN (${set.keys.map(literal).join(', ')})` : ''} ORDER BY e.seq DESC LIMIT 1), 0)`,
    ).join(', ')}) AS visible
    FROM unnest($1::text[]) AS k(id) LEFT JOIN conversation c ON c.id = k.id`,
};

/** Reads where the logs of conversations stand, for every audience set, in one statement. */
export function readHeads(db: Db, conversationIds: readonly string[]): Promise<LogHead[]> {
  return db.hot<LogHead>(HEADS, [conversationIds]);
}
