import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import type { AudienceSet } from '../../kernel/audience.js';
import { ChatError, invalidInput, isChatError } from '../../kernel/errors.js';
import { parsePageSize, parseText } from '../../kernel/input.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { PersonView } from '../../kernel/views.js';
import { postNotices } from '../../log/notices.js';
import { accessConversation } from '../conversations/index.js';
import { listMessages, type MessagePage, noteSentBefore, type PageArgs, postMessage, sendNote, type SendResult, wasSentBefore } from '../messages/index.js';
import { accessAsStaff, requireStaff } from './access.js';
import { COLLEAGUES, type ColleagueRow } from './colleague-store.js';

/** The most colleagues that one note names. */
export const MAX_MENTIONS = 10;
const NOTES: AudienceSet = { key: 'staff', keys: ['staff'] };

/** A note as its writer gives it. */
export interface NewNote {
  readonly conversationId: string;
  readonly clientId: string;
  readonly text: string;
  /** Colleagues who shall hear of it. */
  readonly mentions?: readonly string[] | null | undefined;
}

/**
 * Writes an internal note: a message that only staff see, and a notice for each colleague whom it names. Admins need not have joined: the note is theirs in the log
 * like anybody's, and nobody else hears of them. Repeated with the same client id it answers with
 * the first, whatever has changed since, and tells nobody twice.
 * @throws ChatError NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_TOO_LONG, IDEMPOTENCY_CONFLICT; INVALID_INPUT with `details.reason` MENTION_CANNOT_SEE
 * and `details.userId` for somebody who may not see the conversation
 */
export async function addNote(deps: Deps, viewer: Viewer, input: NewNote): Promise<SendResult> {
  const { conversationId, clientId, text } = input;
  const mentions = [...new Set(input.mentions ?? [])];
  const body = { conversationId, clientId, text, ...(mentions.length > 0 ? { metadata: { mentions } } : {}) };
  let isInside: boolean;
  try {
    isInside = await judge(deps, viewer, { conversationId, mentions });
  } catch (error) {
    // What was written keeps its answer, whoever may not see it since.
    const first = isStaff(viewer) && mentions.length <= MAX_MENTIONS ? await noteSentBefore(deps, viewer, body) : null;
    if (!first) throw error;
    return first;
  }
  const now = deps.clock.now();
  const tell = (tx: Tx, messageId: string): Promise<unknown> =>
    postNotices(deps, tx, {
      siteId: viewer.siteId,
      userIds: mentions.filter((id) => id !== viewer.userId),
      kind: 'mentioned',
      conversationId,
      data: { messageId, userId: viewer.userId, displayName: viewer.displayName },
      now,
    });
  try {
    return await deps.db.transaction(async (tx) => {
      const sent = await postMessage(deps, tx, { ...body, audience: 'staff', siteId: viewer.siteId, senderId: viewer.userId, isAdminOutside: !isInside, origin: 'user_input', now });
      await tell(tx, sent.message.id);
      return sent;
    });
  } catch (error) {
    if (!wasSentBefore(error) && !isChatError(error, 'CONFLICT')) throw error;
  }
  // The ordinary way of sending knows the first try, and why a message is refused.
  const sent = await sendNote(deps, viewer, { ...body, isInside });
  if (!sent.isDuplicate) await deps.db.transaction((tx) => tell(tx, sent.message.id));
  return sent;
}

/** Judges a new note, and answers whether its writer takes part. */
async function judge(deps: Deps, viewer: Viewer, note: { readonly conversationId: string; readonly mentions: readonly string[] }): Promise<boolean> {
  const operation = 'add note';
  const { participant } = await accessConversation(deps, viewer, { conversationId: note.conversationId, need: 'read', operation });
  requireStaff(viewer, operation);
  if (viewer.kind !== 'user') throw new ChatError('FORBIDDEN', `unable to ${operation}; only agents and admins may`);
  if (note.mentions.length > MAX_MENTIONS) throw invalidInput(operation, 'mentions', `names more than ${MAX_MENTIONS}`);
  await requireSeers(deps, viewer, note);
  return participant !== null;
}

/** A page of a conversation's notes, as {@link listMessages} pages; for staff who may read it. @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT */
export async function listNotes(deps: Deps, viewer: Viewer, input: PageArgs & { readonly conversationId: string }): Promise<MessagePage> {
  const { conversation } = await accessAsStaff(deps, viewer, { conversationId: input.conversationId, operation: 'list notes' });
  return listMessages(deps, { conversation, audiences: NOTES }, input);
}

/**
 * Colleagues whose name begins with `prefix`, by name; with a conversation those who may see it, so whom a note in it can name.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT
 */
export async function findColleagues(
  deps: Deps,
  viewer: Viewer,
  input: { readonly prefix?: string | null | undefined; readonly conversationId?: string | null | undefined; readonly first: number },
): Promise<PersonView[]> {
  const operation = 'find colleagues';
  requireStaff(viewer, operation);
  const first = parsePageSize({ operation, field: 'first' }, input.first);
  const prefix = parseText({ operation, field: 'prefix' }, input.prefix ?? '', { max: 40 }).toLowerCase();
  if (input.conversationId != null) await accessAsStaff(deps, viewer, { conversationId: input.conversationId, operation });
  const literal = `${prefix.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await deps.db.hot<ColleagueRow>(COLLEAGUES, [viewer.siteId, input.conversationId ?? null, null, literal, first]);
  return rows.map(({ user }) => user);
}

async function requireSeers(deps: Deps, viewer: Viewer, note: { readonly conversationId: string; readonly mentions: readonly string[] }): Promise<void> {
  if (note.mentions.length === 0) return;
  const rows = await deps.db.hot<ColleagueRow>(COLLEAGUES, [viewer.siteId, note.conversationId, note.mentions, '%', MAX_MENTIONS]);
  const seers = new Set(rows.map(({ user }) => user.id));
  const blind = note.mentions.find((id) => !seers.has(id));
  if (blind === undefined) return;
  throw new ChatError('INVALID_INPUT', 'unable to add note; mentions name somebody who may not see it', {
    details: { field: 'mentions', reason: 'MENTION_CANNOT_SEE', userId: blind.slice(0, 64) },
  });
}
