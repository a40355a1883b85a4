import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { canSee } from '../../kernel/audience.js';
import { isChatError, notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import type { Viewer } from '../../kernel/viewer.js';
import { type Access, accessConversation, accessConversationIn } from '../conversations/index.js';
import { LOCK_FOR_CHANGE, MESSAGE_BY_ID, type MessageRow } from './store.js';

/** What is asked of a message, and in which words to refuse it. */
export interface MessageRequest {
  /** As it came from the caller; anything that is no message id is simply not found. */
  readonly messageId: string;
  /** Completes `unable to …`, such as `edit message`. */
  readonly operation: string;
}

/** A message that the viewer may see, with their access to its conversation. */
export interface MessageAccess {
  readonly access: Access;
  readonly message: MessageRow;
}

/**
 * The one door from a caller's message id to its row, for reading.
 * @throws ChatError NOT_FOUND for what does not exist, is elsewhere, or is not for the viewer's eyes.
 */
export async function accessMessage(deps: Deps, viewer: Viewer, request: MessageRequest): Promise<MessageAccess> {
  const [message] = isId('message', request.messageId)
    ? await deps.db.hot<MessageRow>(MESSAGE_BY_ID, [request.messageId, viewer.siteId])
    : [];
  if (!message) throw notFound(request.operation, 'message');
  try {
    const access = await accessConversation(deps, viewer, { ...toConversation(message, request), need: 'read' });
    return visible({ access, message }, request);
  } catch (error) {
    throw asMessage(error, request);
  }
}

/**
 * {@link accessMessage} for changing: locks the conversation first, so that what it finds (the viewer's place and the gate too)
 * holds until the commit. It asks for `read` alone; {@link requireWrite} asks for the rest.
 */
export async function accessMessageIn(tx: Tx, viewer: Viewer, request: MessageRequest & { readonly now: Date }): Promise<MessageAccess> {
  if (!isId('message', request.messageId)) throw notFound(request.operation, 'message');
  await tx.raw(LOCK_FOR_CHANGE, [request.messageId, viewer.siteId]);
  const [message] = await tx.raw<MessageRow>(MESSAGE_BY_ID.text, [request.messageId, viewer.siteId]);
  if (!message) throw notFound(request.operation, 'message');
  try {
    const access = await accessConversationIn(tx, viewer, { ...toConversation(message, request), need: 'read', now: request.now });
    return visible({ access, message }, request);
  } catch (error) {
    throw asMessage(error, request);
  }
}

/**
 * Asks for the right to change what is written in the message's conversation.
 * @throws ChatError FORBIDDEN without a place in it, CONVERSATION_CLOSED when its gate is closed.
 */
export async function requireWrite(tx: Tx, viewer: Viewer, request: MessageRequest & { readonly now: Date; readonly message: MessageRow }): Promise<void> {
  await accessConversationIn(tx, viewer, { ...toConversation(request.message, request), need: 'react', now: request.now });
}

function toConversation(message: MessageRow, request: MessageRequest): { conversationId: string; operation: string } {
  return { conversationId: message.conversationId, operation: request.operation };
}

function visible(found: MessageAccess, request: MessageRequest): MessageAccess {
  if (!canSee(found.access.audiences, found.message.audience)) throw notFound(request.operation, 'message');
  return found;
}

/** A refusal must not tell that the message exists in a conversation that is out of reach. */
function asMessage(error: unknown, request: MessageRequest): unknown {
  return isChatError(error, 'NOT_FOUND') ? notFound(request.operation, 'message') : error;
}
