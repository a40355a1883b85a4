import type { Tx } from '../../db/contract.js';
import type { User } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import { codePoints } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { ConversationView, MessageView } from '../../kernel/views.js';
import type { ParticipantRole, Role } from '../../kernel/words.js';
import { type Entering, ensureConversation, readConversation, reviseConversation } from '../conversations/index.js';
import { siteSettings } from '../identity/index.js';
import { postMessage, sendMessage } from '../messages/index.js';
import { mayWriteTo } from './policy.js';

const OPERATION = 'start direct conversation';

/** To whom to write, by one of the two ids, and what. */
export interface StartDirect {
  readonly userId?: string | null;
  readonly externalId?: string | null;
  readonly clientId: string;
  readonly text: string;
}

/** The conversation with its first, or next, message. */
export interface StartedDirect {
  readonly conversation: ConversationView;
  readonly message: MessageView;
  readonly seq: number;
}

/**
 * Writes to somebody directly. The first message makes the conversation of the two, of which there is exactly one; later ones go into it,
 * and bring back who left. Repeating it with the same client id answers with the same message.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT
 */
export async function startDirectConversation(deps: Deps, viewer: Viewer, input: StartDirect): Promise<StartedDirect> {
  const other = await otherOf(deps, viewer, input);
  await refuseLongText(deps, viewer, input.text);
  const { conversationId, sent } = await deps.db.transaction(async (tx) => {
    const conversation = await ensurePair(deps, tx, { viewer, other });
    if (!conversation.isNew) return { conversationId: conversation.conversationId, sent: null };
    const now = deps.clock.now();
    const message = { conversationId: conversation.conversationId, clientId: input.clientId, text: input.text };
    const posted = await postMessage(deps, tx, { ...message, siteId: viewer.siteId, senderId: viewer.userId, now });
    return { conversationId: conversation.conversationId, sent: posted };
  });
  // In a conversation that was there, the ordinary way of sending knows about repetitions.
  const { message, seq } = sent ?? (await sendMessage(deps, viewer, { conversationId, clientId: input.clientId, text: input.text }));
  return { conversation: await readConversation(deps, viewer, conversationId), message, seq };
}

async function refuseLongText(deps: Deps, viewer: Viewer, text: string): Promise<void> {
  const { maxMessageLength: max } = await siteSettings(deps, viewer.siteId);
  const length = codePoints(text);
  if (length > max) throw new ChatError('MESSAGE_TOO_LONG', `unable to ${OPERATION}; text is longer than ${max} characters`, { details: { max, length } });
}

interface Pair {
  readonly viewer: Viewer;
  readonly other: User;
}

async function ensurePair(deps: Deps, tx: Tx, { viewer, other }: Pair): Promise<{ readonly conversationId: string; readonly isNew: boolean }> {
  const now = deps.clock.now();
  const members: Entering[] = [
    { userId: viewer.userId, role: placeOf(viewer.role) },
    { userId: other.id, role: placeOf(other.role), addedById: viewer.userId },
  ];
  const { siteId } = viewer;
  const actorId = viewer.userId;
  const made = await ensureConversation(deps, tx, {
    siteId,
    kind: 'direct',
    uniqueKey: `direct:${[viewer.userId, other.id].sort().join(':')}`,
    title: '',
    gate: 'open',
    openUntil: null,
    context: null,
    members,
    actorId,
    now,
  });
  if (!made.isNew) await reviseConversation(deps, tx, { conversationId: made.conversationId, siteId, actorId, now, enter: members });
  return made;
}

function placeOf(role: Role): ParticipantRole {
  if (role === 'system') throw new ChatError('FORBIDDEN', `unable to ${OPERATION}; the system user takes part in nothing`);
  return role;
}

async function otherOf(deps: Deps, viewer: Viewer, input: StartDirect): Promise<User> {
  if (viewer.kind !== 'user') throw new ChatError('FORBIDDEN', `unable to ${OPERATION}; only a user has direct conversations`);
  if ((input.userId == null) === (input.externalId == null)) {
    throw invalidInput(OPERATION, 'userId', 'or externalId must be given, and not both');
  }
  const by = input.userId == null ? { externalId: input.externalId ?? '' } : { id: input.userId };
  const other = await deps.db.prisma.user.findFirst({ where: { ...by, siteId: viewer.siteId, isActive: true, mergedIntoId: null } });
  if (!other || other.role === 'system') throw notFound(OPERATION, 'user');
  if (other.id === viewer.userId) throw invalidInput(OPERATION, 'userId', 'is your own');
  if (!mayWriteTo(viewer.role, other.role)) throw new ChatError('FORBIDDEN', `unable to ${OPERATION}; your role does not allow it`);
  return other;
}
