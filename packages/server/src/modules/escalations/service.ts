import { isUniqueViolation } from '../../db/index.js';
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, isChatError, notFound } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { codePoints, parsePageSize } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { EscalationStatus } from '../../kernel/words.js';
import { postNotices } from '../../log/notices.js';
import { type Entering, ensureConversation, reviseConversation, staffParticipantRole } from '../conversations/index.js';
import { siteSettings } from '../identity/index.js';
import { postMessage } from '../messages/index.js';
import { accessCase, accessCaseIn, CASE_RULES, changeCase, lockCase, type LockedCase, requireStatus } from '../queues/index.js';
import { accessEscalation, requireStaff, sightOf } from './access.js';
import { MAX_ADMINS, type OpenEscalation, parseEscalation, type ParsedEscalation, parseWords } from './input.js';
import { isUndecided, mayDecide, mayEscalate } from './policy.js';
import type { EscalationRow, EscalationView } from './rows.js';
import { ADMINS, DECIDE, EARLIER, INSERT, LOCK, PAGE } from './store.js';

/**
 * Asks admins to decide about a case: a conversation of the agent with them, beside that of the case, in which it is recorded for staff. Repeated with the
 * same client id it answers with the first. For the agent who has the case, and admins.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT, MESSAGE_TOO_LONG, CASE_STATE_INVALID for one that is closed, IDEMPOTENCY_CONFLICT
 */
export async function openEscalation(deps: Deps, viewer: Viewer, input: OpenEscalation): Promise<EscalationView> {
  const operation = 'open escalation';
  const parsed = parseEscalation(operation, input);
  if (!mayEscalate(viewer)) throw await refusal(deps, viewer, { caseId: input.caseId, operation });
  await refuseLong(deps, viewer, { operation, text: parsed.reason });
  const first = await earlier(deps, viewer, { ...parsed, operation });
  if (first) return first;
  const { need, from } = CASE_RULES.open_escalation;
  await accessCase(deps, viewer, { caseId: parsed.caseId, need, operation });
  try {
    return await deps.db.transaction(async (tx) => {
      const row = await accessCaseIn(tx, viewer, { caseId: parsed.caseId, need, operation });
      requireStatus({ row, allowed: from, operation });
      return begin(deps, tx, { viewer, row, parsed, operation });
    });
  } catch (error) {
    if (!isUniqueViolation(error, 'escalation_site_id_opened_by_id_client_id_key')) throw error;
    const known = await earlier(deps, viewer, { ...parsed, operation });
    if (!known) throw error;
    return known;
  }
}

/** What an admin decides. */
export interface Decision {
  readonly escalationId: string;
  readonly status: Exclude<EscalationStatus, 'open'>;
  readonly text: string;
}

/**
 * Decides an escalation, once. The agent hears of it, and it is recorded in both conversations, for staff alone. The same decision again answers the same.
 * @throws ChatError NOT_FOUND, FORBIDDEN for agents, INVALID_INPUT, MESSAGE_TOO_LONG, ESCALATION_DECIDED
 */
export async function decideEscalation(deps: Deps, viewer: Viewer, input: Decision): Promise<EscalationView> {
  const operation = 'decide escalation';
  const { caseId } = await accessEscalation(deps, viewer, { escalationId: input.escalationId, operation });
  if (!mayDecide(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only admins and back-ends may`);
  const text = parseWords(operation, 'text', input.text);
  await refuseLong(deps, viewer, { operation, text });
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const row = await lockCase(tx, { caseId, siteId: viewer.siteId });
    const [before] = await tx.raw<EscalationRow>(LOCK, [input.escalationId, viewer.siteId]);
    if (!row || !before) throw notFound(operation, 'escalation');
    const { view } = before;
    if (view.status === input.status && view.decision === text && before.decidedById === viewer.userId) return view;
    if (!isUndecided(view.status)) throw new ChatError('ESCALATION_DECIDED', `unable to ${operation}; it is ${view.status} already`, { details: { current: view.status.toUpperCase() } });
    const [after] = await tx.raw<EscalationRow>(DECIDE, [view.id, input.status, text, viewer.userId, now.toISOString()]);
    if (!after) throw notFound(operation, 'escalation');
    const { siteId } = viewer;
    const metadata = { escalationId: view.id, decision: input.status.toUpperCase() };
    const isUser = viewer.kind === 'user';
    if (isUser) {
      const enter: Entering[] = [{ userId: viewer.userId, role: staffParticipantRole(viewer.role), isCaughtUp: true }];
      await reviseConversation(deps, tx, { conversationId: view.conversationId, siteId, actorId: viewer.userId, now, enter });
    }
    const clientId = `decision-${view.id}`;
    await postMessage(deps, tx, { conversationId: view.conversationId, siteId, clientId, text, metadata, senderId: isUser ? viewer.userId : null, now });
    await record(deps, tx, { row, clientId, text: `${viewer.displayName} decided the escalation: ${input.status}.`, metadata, now });
    const userIds = [...new Set([view.openedBy.id, ...(row.agentId === null ? [] : [row.agentId])])].filter((id) => id !== viewer.userId);
    await postNotices(deps, tx, { siteId, userIds, kind: 'escalation_decided', conversationId: view.conversationId, data: { escalationId: view.id, caseId, decision: input.status.toUpperCase() }, now });
    await changeCase(deps, tx, { before: row, set: {}, actorId: viewer.userId, now });
    return after.view;
  });
}

/** An escalation that the viewer may see; null when there is none. */
export async function findEscalation(deps: Deps, viewer: Viewer, escalationId: string): Promise<EscalationView | null> {
  try {
    return (await accessEscalation(deps, viewer, { escalationId, operation: 'read escalation' })).view;
  } catch (error) {
    if (isChatError(error, 'NOT_FOUND')) return null;
    throw error;
  }
}

/** Which escalations to list, newest first. */
export interface ListEscalations {
  readonly first: number;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly caseId?: string | null | undefined;
  readonly status?: EscalationStatus | null | undefined;
}

/** An escalation with its place in the list. */
export interface ListedEscalation {
  readonly view: EscalationView;
  readonly at: Date;
  readonly id: string;
}

/** A page of the escalations that the viewer may see. @throws ChatError FORBIDDEN, INVALID_INPUT */
export async function listEscalations(deps: Deps, viewer: Viewer, input: ListEscalations): Promise<{ readonly escalations: ListedEscalation[]; readonly hasMore: boolean }> {
  const operation = 'list escalations';
  requireStaff(viewer, operation);
  const first = parsePageSize({ operation, field: 'first' }, input.first);
  const rows = await deps.db.hot<ListedEscalation>(PAGE, [
    ...(await sightOf(deps, viewer)),
    input.caseId ?? null,
    input.status ?? null,
    input.after?.at.toISOString() ?? null,
    input.after?.id ?? null,
    first + 1,
  ]);
  return { escalations: rows.slice(0, first), hasMore: rows.length > first };
}

/** What is said becomes a message, so the site's limit holds for it too. */
async function refuseLong(deps: Deps, viewer: Viewer, said: { readonly operation: string; readonly text: string }): Promise<void> {
  const { maxMessageLength: max } = await siteSettings(deps, viewer.siteId);
  const length = codePoints(said.text);
  if (length > max) throw new ChatError('MESSAGE_TOO_LONG', `unable to ${said.operation}; text is longer than ${max} characters`, { details: { max, length } });
}

interface Beginning {
  readonly viewer: Viewer;
  readonly row: LockedCase;
  readonly parsed: ParsedEscalation;
  readonly operation: string;
}

async function begin(deps: Deps, tx: Tx, { viewer, row, parsed, operation }: Beginning): Promise<EscalationView> {
  const { siteId, userId } = viewer;
  const now = deps.clock.now();
  const adminIds = await adminsOf(tx, { viewer, adminIds: parsed.adminIds, operation });
  const id = newId('escalation');
  const { conversationId } = await ensureConversation(deps, tx, {
    siteId,
    kind: 'escalation',
    uniqueKey: `escalation:${id}`,
    title: row.view.subject === '' ? [...parsed.reason].slice(0, 80).join('') : row.view.subject,
    gate: 'open',
    openUntil: null,
    context: null,
    members: [{ userId, role: staffParticipantRole(viewer.role) }, ...adminIds.map((adminId): Entering => ({ userId: adminId, role: 'admin', addedById: userId }))],
    actorId: userId,
    now,
  });
  const [made] = await tx.raw<EscalationRow>(INSERT, [id, siteId, row.id, conversationId, userId, parsed.clientId, parsed.bodyHash, parsed.reason, now.toISOString()]);
  if (!made) throw new Error('unable to make an escalation; its row did not come back');
  const metadata = { escalationId: id };
  await postMessage(deps, tx, { conversationId, siteId, clientId: parsed.clientId, text: parsed.reason, metadata: { ...metadata, caseId: row.id }, senderId: userId, now });
  await record(deps, tx, { row, clientId: id, text: `${viewer.displayName} asked admins to decide.`, metadata, now });
  await postNotices(deps, tx, { siteId, userIds: adminIds, kind: 'escalated', conversationId, data: { escalationId: id, caseId: row.id }, now });
  await changeCase(deps, tx, { before: row, set: {}, actorId: userId, now });
  return made.view;
}

/** A line in the case's own conversation, kept for the record and seen by staff alone. */
async function record(
  deps: Deps,
  tx: Tx,
  line: { readonly row: LockedCase; readonly clientId: string; readonly text: string; readonly metadata: Record<string, string>; readonly now: Date },
): Promise<void> {
  const { row, clientId, text, metadata, now } = line;
  await postMessage(deps, tx, { conversationId: row.conversationId, siteId: row.siteId, clientId, text, metadata, audience: 'staff', origin: 'audit', senderId: null, now });
}

async function adminsOf(tx: Tx, of: { readonly viewer: Viewer; readonly adminIds: readonly string[] | null; readonly operation: string }): Promise<string[]> {
  const rows = await tx.raw<{ id: string }>(ADMINS, [of.viewer.siteId, of.adminIds, MAX_ADMINS, of.viewer.userId]);
  if (of.adminIds && rows.length < of.adminIds.length) throw invalidInput(of.operation, 'adminIds', 'names somebody who is no admin');
  return rows.map(({ id }) => id).filter((id) => id !== of.viewer.userId);
}

async function earlier(deps: Deps, viewer: Viewer, of: ParsedEscalation & { readonly operation: string }): Promise<EscalationView | null> {
  const [found] = await deps.db.hot<EscalationRow>(EARLIER, [viewer.siteId, viewer.userId, of.clientId]);
  if (found && found.bodyHash !== of.bodyHash) throw new ChatError('IDEMPOTENCY_CONFLICT', `unable to ${of.operation}; the client id was used for another one`);
  return found?.view ?? null;
}

/** Who may not escalate learns no more of a case than they know. */
async function refusal(deps: Deps, viewer: Viewer, of: { readonly caseId: string; readonly operation: string }): Promise<ChatError> {
  if (!isId('case', of.caseId)) return notFound(of.operation, 'case');
  await accessCase(deps, viewer, { ...of, need: 'read' });
  return new ChatError('FORBIDDEN', `unable to ${of.operation}; only agents and admins may`);
}
