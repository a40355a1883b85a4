import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { ConversationView } from '../../kernel/views.js';
import { postNotices } from '../../log/notices.js';
import { accessConversationIn, ensureConversation, type Entering, readConversation, reviseConversation, staffParticipantRole } from '../conversations/index.js';
import { parseTeam, parseTitle, type StartTeam } from './input.js';
import { hasColleagues, isColleague } from './policy.js';

/**
 * Begins a conversation among colleagues. Nobody but staff of the site is ever in it. Repeated with the same client id it answers with the first, as it is now.
 * @throws ChatError FORBIDDEN for those who are no staff, and for naming somebody who is none; NOT_FOUND, INVALID_INPUT, IDEMPOTENCY_CONFLICT
 */
export async function startTeamConversation(deps: Deps, viewer: Viewer, input: StartTeam): Promise<ConversationView> {
  const operation = 'start team conversation';
  if (!hasColleagues(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only agents and admins may`);
  const { clientId, title, userIds } = parseTeam(operation, input, viewer.userId);
  const now = deps.clock.now();
  const { siteId, userId } = viewer;
  const conversationId = await deps.db.transaction(async (tx) => {
    const colleagues = await colleaguesOf(tx, { siteId, userIds, operation });
    const made = await ensureConversation(deps, tx, {
      siteId,
      kind: 'team',
      uniqueKey: `team:${userId}:${clientId}`,
      title,
      gate: 'open',
      openUntil: null,
      context: null,
      members: [{ userId, role: staffParticipantRole(viewer.role) }, ...colleagues.map((each) => ({ ...each, addedById: userId }))],
      actorId: userId,
      now,
    });
    if (!made.isNew) await requireSame(tx, { conversationId: made.conversationId, userIds, operation });
    else await postNotices(deps, tx, { siteId, userIds, kind: 'conversation_added', conversationId: made.conversationId, now });
    return made.conversationId;
  });
  return readConversation(deps, viewer, conversationId);
}

/** Gives a team conversation another title: any of its people may. The same again changes nothing. @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT */
export async function renameTeamConversation(deps: Deps, viewer: Viewer, input: { readonly conversationId: string; readonly title: string }): Promise<ConversationView> {
  const operation = 'rename team conversation';
  const title = parseTitle(operation, input.title);
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const { conversation } = await accessConversationIn(tx, viewer, { conversationId: input.conversationId, need: 'manage', operation, now, lock: true });
    if (conversation.kind !== 'team') throw new ChatError('FORBIDDEN', `unable to ${operation}; it is no conversation of the team`);
    const { id: conversationId, siteId, gate, openUntil, context } = conversation;
    await reviseConversation(deps, tx, { conversationId, siteId, actorId: viewer.userId, now, set: { title, gate, openUntil, context } });
  });
  return readConversation(deps, viewer, input.conversationId);
}

async function colleaguesOf(tx: Tx, of: { readonly siteId: string; readonly userIds: readonly string[]; readonly operation: string }): Promise<Entering[]> {
  const users = await tx.prisma.user.findMany({
    where: { siteId: of.siteId, id: { in: [...of.userIds] }, isActive: true, mergedIntoId: null },
    select: { id: true, role: true },
    orderBy: { id: 'asc' },
  });
  if (users.length < of.userIds.length) throw notFound(of.operation, 'user');
  return users.map(({ id, role }) => {
    if (!isColleague(role)) throw new ChatError('FORBIDDEN', `unable to ${of.operation}; only staff are in it`, { details: { userId: id } });
    return { userId: id, role };
  });
}

interface Asked {
  readonly conversationId: string;
  readonly userIds: readonly string[];
  readonly operation: string;
}

/** People may have come, gone and renamed it since; who was never in it shows another request under the same client id. */
async function requireSame(tx: Tx, { conversationId, userIds, operation }: Asked): Promise<void> {
  const known = await tx.prisma.participant.count({ where: { conversationId, userId: { in: [...userIds] } } });
  if (known < userIds.length) throw new ChatError('IDEMPOTENCY_CONFLICT', `unable to ${operation}; the client id was used for another one`);
}
