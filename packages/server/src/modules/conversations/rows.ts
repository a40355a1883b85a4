import type { Heads } from '../../kernel/audience.js';
import type { ConversationKind, JsonObject, ParticipantRole, SendGateState } from '../../kernel/words.js';

/** A row of `conversation` as this module's statements read it. */
export interface ConversationRow {
  readonly id: string;
  readonly siteId: string;
  readonly kind: ConversationKind;
  readonly title: string;
  readonly uniqueKey: string | null;
  /** The booking around it, a `BookingContextView`; null for other kinds. */
  readonly context: JsonObject | null;
  readonly gate: SendGateState;
  readonly openUntil: Date | null;
  readonly lastSeq: number;
  readonly heads: Heads;
  readonly lastActivityAt: Date;
  readonly createdAt: Date;
}

/** A row of `participant`; `leftAt` is null while the user takes part. */
export interface ParticipantRow {
  readonly conversationId: string;
  readonly userId: string;
  readonly role: ParticipantRole;
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
  readonly isMuted: boolean;
  readonly readSeq: number;
  readonly readCount: number;
  readonly readAt: Date | null;
  readonly deliveredSeq: number;
  readonly deliveredAt: Date | null;
}

/** Select list of a {@link ConversationRow} from `conversation c`. */
export const CONVERSATION_COLUMNS = `c.id, c.site_id AS "siteId", c.kind::text AS kind, c.title, c.unique_key AS "uniqueKey", c.context,
  c.gate::text AS gate, c.open_until AS "openUntil", c.last_seq AS "lastSeq", c.heads, c.last_activity_at AS "lastActivityAt",
  c.created_at AS "createdAt"`;

/** JSON of a {@link ParticipantRow} from `participant p`, with its times in milliseconds since the epoch; null without a row. */
export const PARTICIPANT_JSON = `CASE WHEN p.user_id IS NULL THEN NULL ELSE jsonb_build_object('conversationId', p.conversation_id, 'userId', p.user_id,
  'role', p.role, 'joinedAt', extract(epoch FROM p.joined_at) * 1000, 'leftAt', extract(epoch FROM p.left_at) * 1000, 'isMuted', p.is_muted,
  'readSeq', p.read_seq, 'readCount', p.read_count, 'readAt', extract(epoch FROM p.read_at) * 1000, 'deliveredSeq', p.delivered_seq,
  'deliveredAt', extract(epoch FROM p.delivered_at) * 1000) END AS participant`;

/** What {@link PARTICIPANT_JSON} yields. */
export interface ParticipantJson {
  readonly conversationId: string;
  readonly userId: string;
  readonly role: ParticipantRole;
  readonly joinedAt: number;
  readonly leftAt: number | null;
  readonly isMuted: boolean;
  readonly readSeq: number;
  readonly readCount: number;
  readonly readAt: number | null;
  readonly deliveredSeq: number;
  readonly deliveredAt: number | null;
}

/** A conversation and one user's place in it, as statements with both select lists yield them. */
export type PlacedRow = ConversationRow & { readonly participant: ParticipantJson | null };

/** Turns {@link ParticipantJson} into a row. */
export function toParticipant(json: ParticipantJson): ParticipantRow {
  return {
    ...json,
    joinedAt: new Date(json.joinedAt),
    leftAt: toDate(json.leftAt),
    readAt: toDate(json.readAt),
    deliveredAt: toDate(json.deliveredAt),
  };
}

function toDate(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
