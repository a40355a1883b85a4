import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import { requireWrite } from './access.js';
import { parseEmoji } from './body.js';
import { append, type Change, type ChangeResult, changing, reload, requirePresent } from './change.js';
import { reactionChanged } from './events.js';
import { MAX_EMOJIS } from './policy.js';

/** What a caller of `addReaction` and `removeReaction` gives. */
export interface ReactionInput {
  readonly messageId: string;
  readonly emoji: string;
}

/**
 * Adds the viewer's reaction. One that is there already stays as it is, and answers with its seq.
 * @throws ChatError NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, INVALID_INPUT for anything but one emoji, LIMIT_EXCEEDED past 20
 * different ones.
 */
export async function addReaction(deps: Deps, viewer: Viewer, input: ReactionInput): Promise<ChangeResult> {
  const operation = 'add reaction';
  const emoji = parseEmoji(operation, input.emoji);
  return changing(deps, { viewer, messageId: input.messageId, operation }, async (change) => {
    const there = await mine(change, emoji);
    if (there) return { message: change.message.view, seq: there.seq };
    requirePresent(change);
    await requireWrite(change.tx, viewer, { ...change, messageId: input.messageId });
    const group = await change.tx.prisma.reaction.findFirst({ where: { messageId: change.message.id, emoji }, select: { position: true } });
    if (!group && change.message.view.reactions.length >= MAX_EMOJIS) {
      throw new ChatError('LIMIT_EXCEEDED', `unable to ${operation}; message has ${MAX_EMOJIS} different ones`, { details: { limit: MAX_EMOJIS } });
    }
    const seq = await append(change, reactionChanged('ReactionAdded', eventOf(change, emoji)));
    await change.tx.prisma.reaction.create({
      data: { messageId: change.message.id, userId: viewer.userId, emoji, seq, position: group?.position ?? seq, createdAt: change.now },
    });
    return { message: await reload(change), seq };
  });
}

/**
 * Takes the viewer's reaction back. One that is not there is no error; the seq is then the newest of the conversation.
 * @throws ChatError NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, INVALID_INPUT for anything but one emoji.
 */
export async function removeReaction(deps: Deps, viewer: Viewer, input: ReactionInput): Promise<ChangeResult> {
  const operation = 'remove reaction';
  const emoji = parseEmoji(operation, input.emoji);
  return changing(deps, { viewer, messageId: input.messageId, operation }, async (change) => {
    if (!(await mine(change, emoji))) return { message: change.message.view, seq: change.access.conversation.lastSeq };
    await requireWrite(change.tx, viewer, { ...change, messageId: input.messageId });
    await change.tx.prisma.reaction.delete({ where: keyOf(change, emoji) });
    const seq = await append(change, reactionChanged('ReactionRemoved', eventOf(change, emoji)));
    return { message: await reload(change), seq };
  });
}

function mine(change: Change, emoji: string): Promise<{ seq: number } | null> {
  return change.tx.prisma.reaction.findUnique({ where: keyOf(change, emoji), select: { seq: true } });
}

function keyOf({ message, viewer }: Change, emoji: string) {
  return { messageId_userId_emoji: { messageId: message.id, userId: viewer.userId, emoji } };
}

function eventOf({ message, viewer }: Change, emoji: string) {
  return { messageId: message.id, audience: message.audience, emoji, userId: viewer.userId };
}
