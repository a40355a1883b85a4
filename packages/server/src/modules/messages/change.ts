import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { MessageView } from '../../kernel/views.js';
import { appendEvents } from '../../log/append.js';
import type { NewEvent } from '../../log/event.js';
import { accessMessageIn, type MessageAccess } from './access.js';
import { MESSAGE_BY_ID, type MessageRow, REPLACE_PREVIEW, SEQ_OF_EVENT } from './store.js';

/** What a change of a message answers with. */
export interface ChangeResult {
  /** The message as it is now. */
  readonly message: MessageView;
  /** The seq of the change; for a repeated one, of the first time. */
  readonly seq: number;
}

/** One change of one message under way: the transaction, the rows it was granted on, and the moment. */
export interface Change extends MessageAccess {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly viewer: Viewer;
  readonly operation: string;
  readonly now: Date;
}

/** Runs a change in one transaction, behind the locks of everything that it was granted on. */
export function changing<T>(
  deps: Deps,
  request: { readonly viewer: Viewer; readonly messageId: string; readonly operation: string },
  work: (change: Change) => Promise<T>,
): Promise<T> {
  return deps.db.transaction(async (tx) => {
    const now = deps.clock.now();
    const granted = await accessMessageIn(tx, request.viewer, { ...request, now });
    return work({ ...granted, ...request, deps, tx, now });
  });
}

/** Appends one event to the log of the message's conversation; its seq. */
export async function append(change: Change, event: NewEvent): Promise<number> {
  const { conversation } = change.access;
  const [written] = await appendEvents(change.deps, change.tx, {
    conversationId: conversation.id,
    siteId: conversation.siteId,
    now: change.now,
    events: [event],
  });
  if (!written) throw new Error('unable to append an event; the log answered with none');
  return written.seq;
}

/** The message as the transaction has left it. */
export async function reload(change: Change): Promise<MessageView> {
  const [row] = await change.tx.raw<MessageRow>(MESSAGE_BY_ID.text, [change.message.id, change.viewer.siteId]);
  if (!row) throw new Error('unable to read a message; its row is gone');
  return row.view;
}

/** Puts a new text into the lists, where the message is the newest. */
export async function replacePreview({ tx, message }: Change, text: string): Promise<void> {
  await tx.raw(REPLACE_PREVIEW, [message.conversationId, message.seq, text, message.audience]);
}

/** The seq of a change that was made before: of event number `index` of that type about the message. */
export async function seqOfEvent({ tx, message }: Change, type: NewEvent['type'], index = 0): Promise<number> {
  const [row] = await tx.raw<{ seq: number }>(SEQ_OF_EVENT.text, [message.conversationId, message.id, type, index]);
  return row?.seq ?? message.seq;
}

/** Refuses a change of a tombstone. */
export function requirePresent({ message, operation }: Change): void {
  if (message.isDeleted) throw new ChatError('FORBIDDEN', `unable to ${operation}; message was deleted`);
}
