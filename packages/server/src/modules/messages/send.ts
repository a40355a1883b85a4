import type { Tx } from '../../db/contract.js';
import { isUniqueViolation } from '../../db/index.js';
import type { Deps } from '../../deps.js';
import { type Audience, canSee } from '../../kernel/audience.js';
import { ChatError, invalidInput, isChatError, notFound } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { codePoints } from '../../kernel/input.js';
import { inSpan } from '../../kernel/tracing.js';
import { isAdmin, type Viewer } from '../../kernel/viewer.js';
import type { MessageView } from '../../kernel/views.js';
import type { MessageKind, MessageOrigin } from '../../kernel/words.js';
import { publishCommitted } from '../../log/append.js';
import { accessConversation } from '../conversations/index.js';
import { BOT_EXTERNAL_ID } from '../identity/index.js';
import { type MessageBody, messageTooLong, parseBody, type SendInput } from './body.js';
import { messageSent } from './events.js';
import { type Outgoing, paramsOf, viewOf } from './outgoing.js';
import { canAddress, fitsThread, originOf } from './policy.js';
import { SEND, SEND_AS_ADMIN, SEND_AS_SITE, type SentRow } from './send-statement.js';
import { ORIGINAL, ORIGINAL_OF_SITE, SEND_FACTS } from './store.js';
import { writeMessage } from './write.js';

/** Whether {@link postMessage} failed because its sender used the client id there before. */
export function wasSentBefore(error: unknown): boolean {
  return isUniqueViolation(error, CLIENT_ID_INDEX);
}

/** What a send answers with. */
export interface SendResult {
  readonly message: MessageView;
  readonly seq: number;
  /** Whether the message was there before, from an earlier try. */
  readonly isDuplicate: boolean;
}

/** What a caller of `sendSystemMessage` gives. */
export interface SystemInput extends Omit<SendInput, 'parentId'> {
  /** Defaults to `system`. */
  readonly origin?: MessageOrigin | null | undefined;
}

const SYSTEM_USER = 'system';
const CLIENT_ID_INDEX = 'message_sender_id_client_id_conversation_id_key';

/**
 * Sends a message as the viewer. Resolves after the commit; the event is on its way then. One statement at most, whatever the number of
 * participants; sends that wait at the same time share it. A client id that was used before answers with the message it made, at any later time and whatever the gate.
 * @throws ChatError NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, INVALID_INPUT, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT, or CONFLICT when
 * the conversation changed at that very moment.
 */
export async function sendMessage(deps: Deps, viewer: Viewer, input: SendInput): Promise<SendResult> {
  const operation = 'send message';
  const body = parseBody({ operation, kind: 'text', origin: originOf(viewer) }, input);
  const sender = viewer.kind === 'service' ? { statement: SEND_AS_SITE, sender: SYSTEM_USER } : { statement: SEND, sender: viewer.userId };
  return deliver(deps, viewer, { operation, siteId: viewer.siteId, body, ...sender });
}

/**
 * Sends a note for staff as the viewer: as one who takes part, or, with `isInside` false, as an admin who does not.
 * @throws ChatError as {@link sendMessage}
 */
export async function sendNote(deps: Deps, viewer: Viewer, input: Omit<SendInput, 'audience'> & { readonly isInside: boolean }): Promise<SendResult> {
  const operation = 'add note';
  const { isInside, ...text } = input;
  const body = parseBody({ operation, kind: 'text', origin: originOf(viewer) }, { ...text, audience: 'staff' });
  return deliver(deps, viewer, { operation, siteId: viewer.siteId, body, statement: isInside ? SEND : SEND_AS_ADMIN, sender: viewer.userId });
}

/**
 * The note that the viewer sent before with this client id; null when there is none. It asks for no right that they had then.
 * @throws ChatError INVALID_INPUT, IDEMPOTENCY_CONFLICT when it was another one
 */
export function noteSentBefore(deps: Deps, viewer: Viewer, input: Omit<SendInput, 'audience'>): Promise<SendResult | null> {
  const operation = 'add note';
  const body = parseBody({ operation, kind: 'text', origin: originOf(viewer) }, { ...input, audience: 'staff' });
  return originalOf(deps, viewer, { operation, siteId: viewer.siteId, body, statement: SEND, sender: viewer.userId });
}

/**
 * Sends a line of the site's system user, whatever the gate. For admins and back-ends.
 * @throws ChatError FORBIDDEN for others; INVALID_INPUT for the origin `user_input`; else as {@link sendMessage}.
 */
export async function sendSystemMessage(deps: Deps, viewer: Viewer, input: SystemInput): Promise<SendResult> {
  const operation = 'send system message';
  if (!isAdmin(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; your role does not allow it`);
  const body = systemBody(operation, input);
  return deliver(deps, viewer, { operation, siteId: viewer.siteId, body, statement: SEND_AS_SITE, sender: SYSTEM_USER });
}

/** A message that another module writes as part of its own transaction. */
export interface Posted extends SystemInput {
  readonly siteId: string;
  readonly now: Date;
  /** Who sends it: null for one of the site's own users, else a user who takes part. */
  readonly senderId?: string | null;
  /** Which of the site's own users sends it; the bot has to be there (`ensureSiteBot`). Default the system user. */
  readonly as?: 'system' | 'bot';
  /** Whether the sender is an admin who does not take part, and writes for staff. */
  readonly isAdminOutside?: boolean;
  /** Of the site's own users alone: `text` for words to somebody, such as a bot's answer. Default `system`, a line about what happened. */
  readonly kind?: MessageKind;
}

/**
 * Writes a message inside the caller's transaction, such as a welcome, and publishes it after the commit. The conversation's row
 * is locked from here on. A client id that was used before fails the transaction with a unique violation.
 * @throws ChatError CONFLICT when the sender may not send there.
 */
export async function postMessage(deps: Pick<Deps, 'bus' | 'log'>, tx: Tx, posted: Posted): Promise<SendResult> {
  const operation = 'send message';
  const body =
    posted.senderId == null ? systemBody(operation, posted, posted.kind) : parseBody({ operation, kind: 'text', origin: posted.origin ?? 'user_input' }, posted);
  const statement = posted.senderId == null ? SEND_AS_SITE : posted.isAdminOutside ? SEND_AS_ADMIN : SEND;
  const outgoing: Outgoing = { operation, siteId: posted.siteId, body, statement, sender: posted.senderId ?? (posted.as === 'bot' ? BOT_EXTERNAL_ID : SYSTEM_USER) };
  const id = newId('message');
  const [row] = await tx.raw<SentRow>(statement.text, paramsOf(outgoing, { id, now: posted.now }));
  if (!row) throw new ChatError('CONFLICT', `unable to ${operation}; the conversation does not take it`);
  const message = viewOf(outgoing, row, { id, now: posted.now });
  tx.afterCommit(() => publishCommitted(deps, [messageSent({ message, siteId: posted.siteId, heads: row.heads, isUnattended: row.is_unattended, isSupport: row.is_support })]));
  return { message, seq: row.seq, isDuplicate: false };
}

function systemBody(operation: string, input: SystemInput, kind: MessageKind = 'system'): MessageBody {
  const origin = input.origin ?? 'system';
  if (origin === 'user_input') throw invalidInput(operation, 'origin', 'is for people');
  return parseBody({ operation, kind, origin }, input);
}

function deliver(deps: Deps, viewer: Viewer, outgoing: Outgoing): Promise<SendResult> {
  const { conversationId, kind } = outgoing.body;
  return inSpan({ name: 'messages.send', attributes: { 'parley.conversation.id': conversationId, 'parley.message.kind': kind } }, () => deliverNow(deps, viewer, outgoing));
}

async function deliverNow(deps: Deps, viewer: Viewer, outgoing: Outgoing): Promise<SendResult> {
  const stamp = { id: newId('message'), now: deps.clock.now() };
  try {
    const row = await writeMessage(deps, outgoing, stamp);
    if (row) {
      const message = viewOf(outgoing, row, stamp);
      publishCommitted(deps, [messageSent({ message, siteId: outgoing.siteId, heads: row.heads, isUnattended: row.is_unattended, isSupport: row.is_support })]);
      return { message, seq: row.seq, isDuplicate: false };
    }
  } catch (error) {
    if (!wasSentBefore(error)) throw error;
  }
  const original = await originalOf(deps, viewer, outgoing);
  if (original) return original;
  throw await refusalOf(deps, viewer, outgoing);
}

async function originalOf(deps: Deps, viewer: Viewer, { body, siteId, ...outgoing }: Outgoing): Promise<SendResult | null> {
  const statement = outgoing.statement === SEND_AS_SITE ? ORIGINAL_OF_SITE : ORIGINAL;
  const [original] = await deps.db.hot<{ hash: string; view: MessageView }>(statement, [
    body.conversationId,
    siteId,
    outgoing.sender,
    body.clientId,
  ]);
  if (!original) return null;
  // A tombstone keeps no hash: nothing of what was deleted is left to compare with.
  if (original.hash !== '' && original.hash !== body.hash) {
    throw new ChatError('IDEMPOTENCY_CONFLICT', `unable to ${outgoing.operation}; the client id was used for another message`);
  }
  const message = (await mayRead(deps, viewer, body.conversationId)) ? original.view : { ...original.view, replyCount: 0, reactions: [] };
  return { message, seq: message.seq, isDuplicate: true };
}

/** One who was removed since still gets the answer to their own send, but nothing that others did to it. */
async function mayRead(deps: Deps, viewer: Viewer, conversationId: string): Promise<boolean> {
  try {
    await accessConversation(deps, viewer, { conversationId, need: 'read', operation: 'read messages' });
    return true;
  } catch (error) {
    if (isChatError(error, 'NOT_FOUND')) return false;
    throw error;
  }
}

interface SendFacts {
  readonly maxLength: number;
  readonly parentAudience: string | null;
  readonly rootAudience: Audience | null;
}

/** Why the statement wrote nothing. Throws or returns the reason. */
async function refusalOf(deps: Deps, viewer: Viewer, { body, operation, siteId, statement }: Outgoing): Promise<ChatError> {
  const need = statement === SEND ? 'send' : statement === SEND_AS_ADMIN ? 'note' : 'read';
  const { audiences } = await accessConversation(deps, viewer, { conversationId: body.conversationId, need, operation });
  const [facts] = await deps.db.hot<SendFacts>(SEND_FACTS, [siteId, body.parentId, body.conversationId]);
  const length = codePoints(body.text);
  if (facts && length > facts.maxLength) return messageTooLong(operation, { max: facts.maxLength, length });
  if (body.parentId !== null && (!facts?.parentAudience || !canSee(audiences, facts.parentAudience))) {
    return notFound(operation, 'the message that it answers');
  }
  if (body.audience && !canAddress(audiences, body.audience)) {
    return new ChatError('FORBIDDEN', `unable to ${operation}; you do not belong to its audience`);
  }
  if (body.audience && facts?.rootAudience && !fitsThread(body.audience, facts.rootAudience)) {
    return invalidInput(operation, 'audience', 'is wider than that of the thread');
  }
  return new ChatError('CONFLICT', `unable to ${operation}; the conversation changed at this moment`);
}
