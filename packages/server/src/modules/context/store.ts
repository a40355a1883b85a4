import type { HotStatement } from '../../db/contract.js';
import type { ConversationKind, EscalationStatus, ParticipantRole, SendGateState } from '../../kernel/words.js';
import { isoText } from '../../log/statement.js';
import { liveOrigins } from '../escalations/index.js';
import type { RatingFacts } from '../feedback/index.js';
import { type CaseFacts, inScope } from '../queues/index.js';

/** The case of a conversation, as far as its context follows from it. */
export interface CaseOfContext extends CaseFacts, RatingFacts {
  /** Whether the viewer may know of it as such. */
  readonly isInReach: boolean;
  readonly queuedAt: string;
  /** When it came to where it stands. */
  readonly since: string;
}

/** What a conversation's context follows from. Times are RFC 3339. */
export interface ContextFacts {
  readonly conversationId: string;
  readonly kind: ConversationKind;
  readonly gate: SendGateState;
  readonly openUntil: Date | null;
  readonly lastSeq: number;
  /** Who takes part now, in the order in which they joined; the first 200. */
  readonly members: ReadonlyArray<{ readonly userId: string; readonly role: ParticipantRole }>;
  readonly supportCase: CaseOfContext | null;
  /** Whether a case that the viewer asked for out of it is not over. */
  readonly hasAsked: boolean;
  readonly escalation: { readonly status: EscalationStatus; readonly createdAt: string } | null;
  /** Who spoke last to everybody: their side, and when that side began to, since another one had spoken. A side is a role, of direct conversations a user. */
  readonly turn: { readonly side: string; readonly senderId: string; readonly since: string } | null;
}

/** {@link ContextFacts} as the statement yields them. */
export interface ContextRow extends Omit<ContextFacts, 'supportCase'> {
  readonly supportCase: (Omit<CaseOfContext, 'askedAt' | 'expiresAt'> & { readonly askedAt: string | null; readonly expiresAt: string | null }) | null;
}

/** The newest words that are looked at to see since when a side speaks. */
const WORDS = 200;

const SIDE = `CASE WHEN c.kind = 'direct' THEN m.sender_id ELSE
  CASE coalesce(sp.role::text, su.role::text) WHEN 'team_member' THEN 'provider' WHEN 'admin' THEN 'agent' ELSE coalesce(sp.role::text, su.role::text) END END`;

/** {@link ContextRow} of conversation `$1` of site `$2` for user `$3`, with the scope of cases in `$4` to `$6`. */
export const CONTEXT: HotStatement = {
  name: 'context.facts',
  text: `SELECT c.id AS "conversationId", c.kind::text AS kind, c.gate::text AS gate, c.open_until AS "openUntil", c.last_seq AS "lastSeq",
      coalesce((SELECT jsonb_agg(jsonb_build_object('userId', p.user_id, 'role', p.role) ORDER BY p.joined_at, p.user_id)
        FROM (SELECT * FROM participant WHERE conversation_id = c.id AND left_at IS NULL ORDER BY joined_at, user_id LIMIT 200) p), '[]'::jsonb) AS members,
      CASE WHEN s.id IS NULL THEN NULL ELSE jsonb_build_object('customerId', s.customer_id, 'agentId', s.agent_id, 'offerId', s.offer_id, 'status', s.status, 'control', s.control,
        'queuedAt', ${isoText('s.queued_at')}, 'isInReach', ${inScope('s', 4)}, 'rating', o.rating, 'askedAt', ${isoText('o.asked_at')}, 'expiresAt', ${isoText('o.expires_at')},
        'since', ${isoText(`coalesce((SELECT e.created_at FROM event e WHERE e.conversation_id = c.id AND e.seq > s.status_seq ORDER BY e.seq LIMIT 1), s.created_at)`)}) END AS "supportCase",
      EXISTS (SELECT 1 FROM ${liveOrigins('c.id', '$3')}) AS "hasAsked",
      CASE WHEN x.id IS NULL THEN NULL ELSE jsonb_build_object('status', x.status, 'createdAt', ${isoText('x.created_at')}) END AS escalation, t.turn
    FROM conversation c LEFT JOIN support_case s ON s.conversation_id = c.id LEFT JOIN case_outcome o ON o.case_id = s.id LEFT JOIN escalation x ON x.conversation_id = c.id
    LEFT JOIN LATERAL (
      WITH said AS MATERIALIZED (SELECT m.seq, m.created_at, m.sender_id, ${SIDE} AS side
        FROM message m JOIN "user" su ON su.id = m.sender_id LEFT JOIN participant sp ON sp.conversation_id = m.conversation_id AND sp.user_id = m.sender_id
        WHERE m.conversation_id = c.id AND m.audience = 'all' AND m.kind = 'text' AND m.deleted_at IS NULL
          AND (c.kind = 'direct' OR ${SIDE} = 'client' OR ${SIDE} = CASE WHEN c.kind = 'booking' THEN 'provider' WHEN s.control = 'bot' THEN 'bot' ELSE 'agent' END)
        ORDER BY m.seq DESC LIMIT ${WORDS})
      SELECT jsonb_build_object('side', l.side, 'senderId', l.sender_id, 'since', (SELECT ${isoText('min(f.created_at)')} FROM said f
          WHERE f.side = l.side AND f.seq > coalesce((SELECT max(b.seq) FROM said b WHERE b.side <> l.side), 0))) AS turn
      FROM said l ORDER BY l.seq DESC LIMIT 1) t ON true
    WHERE c.id = $1 AND c.site_id = $2`,
};
