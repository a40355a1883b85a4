import type { HotStatement, Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import type { AudienceSet } from '../../kernel/audience.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import type { Viewer } from '../../kernel/viewer.js';
import { audiencesFor, decide, type Need } from './policy.js';
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
  FROM conversation c LEFT JOIN participant p ON p.conversation_id = c.id AND p.user_id = $3
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
  const participant = json && json.leftAt === null ? toParticipant(json) : null;
  const refusal = decide({
    viewer,
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
