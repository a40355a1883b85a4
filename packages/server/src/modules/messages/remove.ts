import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import { requireWrite } from './access.js';
import { append, type ChangeResult, changing, reload, replacePreview, seqOfEvent } from './change.js';
import { messageDeleted } from './events.js';
import { canDelete, isModerator } from './policy.js';

/**
 * Turns a message into a tombstone: text, metadata, versions, reactions and the hash of the content are gone for good, its place and
 * seq stay. Its sender may while the conversation is open; agents and admins may at any time, as moderation. Deleting again answers
 * with the seq of the first time.
 * @throws ChatError NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED.
 */
export function deleteMessage(deps: Deps, viewer: Viewer, messageId: string): Promise<ChangeResult> {
  const operation = 'delete message';
  return changing(deps, { viewer, messageId, operation }, async (change) => {
    const { tx, message, now } = change;
    if (!canDelete(viewer, message)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only its sender and staff may`);
    if (message.isDeleted) return { message: message.view, seq: await seqOfEvent(change, 'MessageDeleted') };
    if (!isModerator(viewer)) await requireWrite(tx, viewer, { ...change, messageId });
    await tx.prisma.messageVersion.deleteMany({ where: { messageId } });
    await tx.prisma.reaction.deleteMany({ where: { messageId } });
    await tx.prisma.message.update({
      where: { id: messageId },
      data: { text: '', metadata: {}, bodyHash: '', deletedAt: now, deletedById: viewer.userId },
      select: { id: true },
    });
    await replacePreview(change, '');
    const view = await reload(change);
    return { message: view, seq: await append(change, messageDeleted(view, viewer.userId)) };
  });
}
