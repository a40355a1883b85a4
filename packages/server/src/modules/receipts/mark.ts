import type { HotStatement } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import { parseSeq } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { ReceiptView } from '../../kernel/views.js';
import { publishCommitted } from '../../log/append.js';
import { accessConversation } from '../conversations/index.js';
import { accessMessage } from '../messages/index.js';
import { receiptAdvanced } from './events.js';
import { MARK_DELIVERED, MARK_READ, type MarkRow } from './mark-statement.js';

/** How far the viewer got, as they say. */
export interface MarkInput {
  readonly conversationId: string;
  /** Past the end of the log it is taken as its end; below the present mark it changes nothing. */
  readonly seq: number;
}

/** What marking answers with. */
export interface MarkResult {
  /** The marks as they are now. */
  readonly receipt: ReceiptView;
  /** The seq of the event, or of the conversation's newest event when nothing moved. */
  readonly seq: number;
  /** Messages that the viewer may see and has not read. */
  readonly unreadCount: number;
}

/**
 * Marks everything up to a seq as read, and so as received. One statement; an event only when a mark moved.
 * @throws ChatError NOT_FOUND, FORBIDDEN for staff who only look, INVALID_INPUT
 */
export function markRead(deps: Deps, viewer: Viewer, input: MarkInput): Promise<MarkResult> {
  return mark(deps, viewer, { ...input, statement: MARK_READ, operation: 'mark read' });
}

/** Marks everything up to a seq as received by a device. Otherwise as {@link markRead}. */
export function markDelivered(deps: Deps, viewer: Viewer, input: MarkInput): Promise<MarkResult> {
  return mark(deps, viewer, { ...input, statement: MARK_DELIVERED, operation: 'mark delivered' });
}

/**
 * Marks everything up to a message as read.
 * @throws ChatError NOT_FOUND, FORBIDDEN for staff who only look
 */
export async function markMessageRead(deps: Deps, viewer: Viewer, messageId: string): Promise<MarkResult> {
  const { message } = await accessMessage(deps, viewer, { messageId, operation: 'mark message read' });
  return markRead(deps, viewer, { conversationId: message.conversationId, seq: message.seq });
}

interface Marking extends MarkInput {
  readonly statement: HotStatement;
  readonly operation: string;
}

async function mark(deps: Deps, viewer: Viewer, { conversationId, operation, ...marking }: Marking): Promise<MarkResult> {
  const seq = Math.min(parseSeq({ operation, field: 'seq' }, marking.seq), 2 ** 31 - 1);
  if (!isId('conversation', conversationId)) throw notFound(operation, 'conversation');
  const at = deps.clock.now().toISOString();
  const [row] = await deps.db.hot<MarkRow>(marking.statement, [conversationId, viewer.siteId, viewer.userId, seq, at]);
  if (!row) throw await refusalOf(deps, viewer, { conversationId, operation });
  const { deliveredSeq, deliveredAt, readSeq, readAt } = row;
  const receipt = { userId: viewer.userId, deliveredSeq, deliveredAt, readSeq, readAt };
  if (row.hasAdvanced) {
    const { heads, lastActivityAt, readCount } = row;
    const place = { conversationId, siteId: viewer.siteId, seq: row.seq, at };
    publishCommitted(deps, [receiptAdvanced({ ...place, heads, lastActivityAt, receipt, readCount })]);
  }
  return { receipt, seq: row.seq, unreadCount: row.unreadCount };
}

/** Why the statement found nobody to mark. Throws or returns the reason. */
async function refusalOf(deps: Deps, viewer: Viewer, request: { readonly conversationId: string; readonly operation: string }): Promise<ChatError> {
  await accessConversation(deps, viewer, { ...request, need: 'member' });
  return new ChatError('CONFLICT', `unable to ${request.operation}; your place in the conversation changed at this moment`);
}
