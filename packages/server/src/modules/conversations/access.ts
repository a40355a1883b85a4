import type { HotStatement, Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import type { AudienceSet } from '../../kernel/audience.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import type { Viewer } from '../../kernel/viewer.js';
import { GroupedReads } from '../../log/grouped-reads.js';
import { holdsSql } from '../../log/view-sql.js';
import { audiencesFor, decide, heldPlace, type Need } from './policy.js';
import {
  CONVERSATION_COLUMNS,
  type ConversationRow,
  PARTICIPANT_JSON,
  type ParticipantRow,
  type PlacedRow,
  toParticipant,
} from './rows.js';

/** What is asked of a conversation, and in which words to refuse it. */
export interface AccessRequest {
  /** As it came from the caller; anything that is no conversation id is simply not found. */
  readonly conversationId: string;
  readonly need: Need;
  /** Completes `unable to …`, such as `send message`. */
  readonly operation: string;
}

/** Proof that a viewer may do what they asked for, with the rows it was decided on. */
export interface Access {
  readonly conversation: ConversationRow;
  /** The viewer's own place; null for admins and back-ends who act from outside. */
  readonly participant: ParticipantRow | null;
  /** What the viewer may see of the messages and events. */
  readonly audiences: AudienceSet;
}

const PLACED = `SELECT ${CONVERSATION_COLUMNS}, ${PARTICIPANT_JSON}
  FROM conversation c LEFT JOIN participant p ON p.conversation_id = c.id AND p.user_id = $3 AND ${holdsSql('p')}
  WHERE c.id = $1 AND c.site_id = $2`;

const PLACED_STATEMENT: HotStatement = { name: 'conversations_access', text: PLACED };

/**
 * The one door from a caller's conversation id to its row: loads and authorises in one query.
 * @throws ChatError NOT_FOUND for what does not exist or may not be seen, FORBIDDEN for what may be seen but not done,
 * CONVERSATION_CLOSED for writing past a closed gate.
 */
export async function accessConversation(deps: Deps, viewer: Viewer, request: AccessRequest): Promise<Access> {
  const rows = isId('conversation', request.conversationId)
    ? await deps.db.hot<PlacedRow>(PLACED_STATEMENT, [request.conversationId, viewer.siteId, viewer.userId])
    : [];
  return grant(rows[0], viewer, { ...request, now: deps.clock.now() });
}

const TOGETHER: HotStatement = {
  name: 'conversations_access_together',
  text: `SELECT q.n::int AS n, ${CONVERSATION_COLUMNS}, ${PARTICIPANT_JSON}
    FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS q(conversation_id, site_id, user_id, n)
    JOIN conversation c ON c.id = q.conversation_id AND c.site_id = q.site_id
    LEFT JOIN participant p ON p.conversation_id = c.id AND p.user_id = q.user_id AND ${holdsSql('p')}`,
};

interface Question {
  readonly conversationId: string;
  readonly viewer: Viewer;
}

const together = new WeakMap<Deps['db'], GroupedReads<Question, { readonly row: PlacedRow | undefined }>>();

function groupedAccess({ db }: Deps): GroupedReads<Question, { readonly row: PlacedRow | undefined }> {
  const known = together.get(db);
  if (known) return known;
  const made = new GroupedReads<Question, { readonly row: PlacedRow | undefined }>({
    keyOf: () => '',
    atOnce: 2,
    most: 250,
    read: async (questions) => {
      const rows = await db.hot<PlacedRow & { readonly n: number }>(TOGETHER, [
        questions.map(({ conversationId }) => conversationId),
        questions.map(({ viewer }) => viewer.siteId),
        questions.map(({ viewer }) => viewer.userId),
      ]);
      const byPlace = new Map(rows.map(({ n, ...row }) => [n, row]));
      return questions.map((_, index) => ({ row: byPlace.get(index + 1) }));
    },
  });
  together.set(db, made);
  return made;
}

/** {@link accessConversation} where many ask at once, as when their feeds open again: they share a query. */
export async function accessTogether(deps: Deps, viewer: Viewer, request: AccessRequest): Promise<Access> {
  const { conversationId } = request;
  const row = isId('conversation', conversationId) ? (await groupedAccess(deps).read({ conversationId, viewer })).row : undefined;
  return grant(row, viewer, { ...request, now: deps.clock.now() });
}

/**
 * {@link accessConversation} inside a transaction. With `lock`, the conversation's row is locked first (the order of locks is:
 * conversation, participants, messages), so that nothing it was decided on changes before the transaction ends.
 */
export async function accessConversationIn(
  tx: Tx,
  viewer: Viewer,
  request: AccessRequest & { readonly now: Date; readonly lock?: boolean },
): Promise<Access> {
  if (request.lock) {
    await tx.raw('SELECT 1 FROM conversation WHERE id = $1 AND site_id = $2 FOR NO KEY UPDATE', [request.conversationId, viewer.siteId]);
  }
  const rows = await tx.raw<PlacedRow>(PLACED, [request.conversationId, viewer.siteId, viewer.userId]);
  return grant(rows[0], viewer, request);
}

function grant(row: PlacedRow | undefined, viewer: Viewer, request: AccessRequest & { readonly now: Date }): Access {
  if (!row) throw notFound(request.operation, 'conversation');
  const { participant: json, ...conversation } = row;
  const participant = json && json.leftAt === null && heldPlace(viewer.role, json.role) ? toParticipant(json) : null;
  const refusal = decide({
    viewer,
    kind: conversation.kind,
    participantRole: participant?.role ?? null,
    gate: conversation.gate,
    openUntil: conversation.openUntil,
    now: request.now,
    need: request.need,
  });
  if (refusal === 'NOT_FOUND') throw notFound(request.operation, 'conversation');
  if (refusal === 'FORBIDDEN') throw new ChatError('FORBIDDEN', `unable to ${request.operation}; your role does not allow it`);
  if (refusal === 'CONVERSATION_CLOSED') throw new ChatError('CONVERSATION_CLOSED', `unable to ${request.operation}; conversation is closed`);
  return { conversation, participant, audiences: audiencesFor(participant?.role ?? null) };
}
