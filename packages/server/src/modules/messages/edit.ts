import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { codePoints, parseClientId } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import { accessMessage, requireWrite } from './access.js';
import { messageTooLong, parseMessageText } from './body.js';
import { append, type Change, type ChangeResult, changing, reload, replacePreview, requirePresent, seqOfEvent } from './change.js';
import { messageEdited } from './events.js';
import { canEdit } from './policy.js';

/** What a caller of `editMessage` gives. */
export interface EditInput {
  readonly messageId: string;
  /** Made by the caller; the same id with the same text is the same edit, for ever. */
  readonly clientId: string;
  readonly text: string;
}

/** One text of a message. */
export interface VersionView {
  /** 1 is the original. */
  readonly version: number;
  readonly text: string;
  readonly editedAt: string;
  readonly editedBy: string;
}

/**
 * Replaces the text of one's own message; the earlier ones stay readable as versions. Repeated with its client id it answers with
 * the seq of the first time, and changes nothing.
 * @throws ChatError NOT_FOUND, FORBIDDEN (not the sender, a system message, or deleted), CONVERSATION_CLOSED, INVALID_INPUT,
 * MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT.
 */
export async function editMessage(deps: Deps, viewer: Viewer, input: EditInput): Promise<ChangeResult> {
  const operation = 'edit message';
  const text = parseMessageText(operation, input.text);
  const clientId = parseClientId({ operation, field: 'clientId' }, input.clientId);
  return changing(deps, { viewer, messageId: input.messageId, operation }, async (change) => {
    requirePresent(change);
    if (!canEdit(viewer, change.message)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only its sender may`);
    const earlier = await earlierEdit(change, clientId);
    if (earlier) return answerAgain(change, { ...earlier, wish: text });
    await requireWrite(change.tx, viewer, { ...change, messageId: input.messageId });
    return write(change, { text, clientId });
  });
}

/**
 * The texts of a message, the original first; none of a deleted one. For whoever sees the message.
 * @throws ChatError NOT_FOUND
 */
export async function readVersions(deps: Deps, viewer: Viewer, messageId: string): Promise<readonly VersionView[]> {
  const { message } = await accessMessage(deps, viewer, { messageId, operation: 'read message versions' });
  if (message.isDeleted) return [];
  const rows = await deps.db.prisma.messageVersion.findMany({ where: { messageId: message.id }, orderBy: { version: 'asc' } });
  if (rows.length === 0) {
    return [{ version: 1, text: message.text, editedAt: message.createdAt.toISOString(), editedBy: message.senderId }];
  }
  return rows.map((row) => ({ version: row.version, text: row.text, editedAt: row.createdAt.toISOString(), editedBy: row.editedById }));
}

interface EarlierEdit {
  readonly version: number;
  readonly text: string;
}

async function earlierEdit({ tx, message }: Change, clientId: string): Promise<EarlierEdit | null> {
  if (message.clientId === clientId && message.editCount === 0) return { version: 1, text: message.text };
  return tx.prisma.messageVersion.findUnique({ where: { messageId_clientId: { messageId: message.id, clientId } } });
}

async function answerAgain(change: Change, earlier: EarlierEdit & { readonly wish: string }): Promise<ChangeResult> {
  if (earlier.text !== earlier.wish) {
    throw new ChatError('IDEMPOTENCY_CONFLICT', `unable to ${change.operation}; the client id was used for another text`);
  }
  // Version 1 is the message as it was sent; version 2 is the first edit.
  const seq = earlier.version === 1 ? change.message.seq : await seqOfEvent(change, 'MessageEdited', earlier.version - 2);
  return { message: change.message.view, seq };
}

async function write(change: Change, edit: { readonly text: string; readonly clientId: string }): Promise<ChangeResult> {
  const { tx, message, now, viewer } = change;
  const length = codePoints(edit.text);
  if (length > message.maxLength) throw messageTooLong(change.operation, { max: message.maxLength, length });
  const version = { messageId: message.id, editedById: viewer.userId };
  const original = { ...version, version: 1, text: message.text, clientId: message.clientId, createdAt: message.createdAt };
  const next = { ...version, version: message.editCount + 2, text: edit.text, clientId: edit.clientId, createdAt: now };
  await tx.prisma.messageVersion.createMany({ data: message.editCount === 0 ? [original, next] : [next] });
  await tx.prisma.message.update({
    where: { id: message.id },
    data: { text: edit.text, editedAt: now, editCount: message.editCount + 1 },
    select: { id: true },
  });
  await replacePreview(change, edit.text);
  const view = await reload(change);
  return { message: view, seq: await append(change, messageEdited(view, viewer.userId)) };
}
