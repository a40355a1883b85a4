/** A case goes from one agent to another, to a queue, or to whoever has a skill. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { parseClientId, parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import { signalOffers } from '../../log/topics.js';
import { agentAtWork, type ReadyAgent } from '../agents/index.js';
import { postMessage } from '../messages/index.js';
import { accessCaseIn, accessCase, type LockedCase, offerIn, requireStatus } from './access.js';
import { loadQueues } from './admin.js';
import { type Changed, changeCase } from './change.js';
import { roomFor } from './enqueue.js';
import { type CaseAnswer, type CaseInput, endLiveOffer, onCase, requireColleague } from './life.js';
import { placeOf } from './offers.js';
import { freeAgents } from './pass.js';
import { CASE_RULES, isTheirs, rankOf, transferNeed } from './policy.js';
import { HAND_OVER, LOCK_WORK } from './store.js';

const OPERATION = 'transfer case';
/** What an admin who never set themselves up as an agent takes at once. */
const DEFAULT_CAPACITY = 8;

/** Where a case shall go: exactly one of agent, queue and skill. */
export interface TransferInput extends CaseInput {
  /** Made by the caller: a repeated transfer with the same one is the same. */
  readonly clientId: string;
  readonly agentId?: string | null | undefined;
  /** Key of the queue. */
  readonly queue?: string | null | undefined;
  readonly skill?: string | null | undefined;
  /** For colleagues; the customer never sees it. */
  readonly note?: string | null | undefined;
}

/**
 * Transfers a case, also one that waits. Another agent has it at once; in another queue, or for a skill, it waits from the time at which it was queued first. The customer sees to whom,
 * colleagues the note too, and the agent who had it leaves the conversation.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT, CASE_STATE_INVALID, QUEUE_FULL, AGENT_UNAVAILABLE (`details.reason`: SELF, OFFLINE or FULL)
 */
export async function transferCase(deps: Deps, viewer: Viewer, input: TransferInput): Promise<CaseAnswer> {
  const clientId = hashOf(viewer, parseClientId({ operation: OPERATION, field: 'clientId' }, input.clientId));
  const note = input.note == null || input.note === '' ? null : parseText({ operation: OPERATION, field: 'note' }, input.note, { max: 2_000 });
  const known = await accessCase(deps, viewer, { caseId: input.caseId, need: 'staff', operation: OPERATION });
  const target = await targetOf(deps, viewer, input);
  return deps.db.transaction(async (tx) => {
    const row = await accessCaseIn(tx, viewer, { caseId: known.id, need: 'staff', operation: OPERATION });
    if (await isDone(tx, row, clientId)) return { case: row.view, seq: row.lastSeq };
    await accessCaseIn(tx, viewer, { caseId: known.id, need: transferNeed(row), operation: OPERATION });
    requireStatus({ row, allowed: CASE_RULES.transfer_case.from, operation: OPERATION });
    refuseOwn(viewer, row, target);
    const move: Move = { row, viewer, note, clientId, now: deps.clock.now() };
    const { view, seq } = target.agent ? await toAgent(deps, tx, { ...move, agent: target.agent }) : await toLine(deps, tx, { ...move, target });
    return { case: view, seq };
  });
}

/**
 * The viewer takes a case that another agent has, or that waits. Who had it leaves the conversation. Taking one's own changes nothing.
 * @throws ChatError NOT_FOUND, FORBIDDEN, CASE_STATE_INVALID, AGENT_UNAVAILABLE when the viewer has as many cases as they take
 */
export async function takeOverCase(deps: Deps, viewer: Viewer, { caseId }: CaseInput): Promise<CaseAnswer> {
  const operation = 'take over case';
  requireColleague(viewer, operation);
  const known = await agentAtWork(deps, { siteId: viewer.siteId, userId: viewer.userId });
  const agent = known ?? { id: viewer.userId, departments: [], skills: [], maxConversations: DEFAULT_CAPACITY };
  return onCase(deps, viewer, {
    caseId,
    need: CASE_RULES.take_over_case.need,
    operation,
    change: async (tx, { row, now }) => {
      if (isTheirs(viewer, row)) return null;
      requireStatus({ row, allowed: CASE_RULES.take_over_case.from, operation });
      await lockWork(tx, row, agent);
      await endLiveOffer(deps, tx, { row, now, status: 'completed', reason: 'taken over' });
      return give(deps, tx, { row, viewer, agent, now, operation });
    },
  });
}

interface Target {
  readonly agent: (ReadyAgent & { readonly isReady: boolean }) | null;
  readonly queueId: string | null;
  readonly skill: string | null;
}

async function targetOf(deps: Deps, viewer: Viewer, { agentId, queue, skill }: TransferInput): Promise<Target> {
  if ([agentId, queue, skill].filter((each) => each != null).length !== 1) throw invalidInput(OPERATION, 'agentId', 'or queue or skill must be given, and not two of them');
  if (agentId != null) {
    const agent = await agentAtWork(deps, { siteId: viewer.siteId, userId: agentId });
    if (!agent) throw notFound(OPERATION, 'agent');
    return { agent, queueId: null, skill: null };
  }
  if (queue != null) {
    const found = (await loadQueues(deps, viewer.siteId)).find(({ key, isActive }) => key === queue && isActive);
    if (!found) throw notFound(OPERATION, 'queue');
    return { agent: null, queueId: found.id, skill: null };
  }
  return { agent: null, queueId: null, skill: parseText({ operation: OPERATION, field: 'skill' }, skill ?? '', { min: 1, max: 60 }) };
}

function refuseOwn(viewer: Viewer, row: LockedCase, { agent }: Target): void {
  if (!agent) return;
  if (agent.id === viewer.userId || agent.id === row.agentId) throw unavailable(OPERATION, 'SELF');
  if (!agent.isReady) throw unavailable(OPERATION, 'OFFLINE');
}

interface Move {
  readonly row: LockedCase;
  readonly viewer: Viewer;
  readonly note: string | null;
  readonly clientId: string;
  readonly now: Date;
}

async function toAgent(deps: Deps, tx: Tx, move: Move & { readonly agent: ReadyAgent }): Promise<Changed> {
  const { row, viewer, agent, now } = move;
  const [person] = await tx.raw<{ name: string }>('SELECT display_name AS name FROM "user" WHERE id = $1', [agent.id]);
  await announce(deps, tx, move, person?.name ?? '');
  await lockWork(tx, row, agent);
  await endLiveOffer(deps, tx, { row, now, status: 'completed', reason: 'transferred' });
  return give(deps, tx, { row, viewer, agent, now, operation: OPERATION });
}

/** Locks the work of whoever has the case or is asked, and of whoever gets it, in the order in which passes lock it: two that give each other cases do not wait for one another for ever. */
async function lockWork(tx: Tx, row: LockedCase, agent: ReadyAgent): Promise<void> {
  const offer = row.offerId === null ? null : await offerIn(tx, row.offerId);
  if (offer) await tx.raw(LOCK_WORK, [[offer.agentId, agent.id]]);
}

/** Gives a case to an agent who has room for it, judged under the lock of their work. */
async function give(
  deps: Deps,
  tx: Tx,
  of: { readonly row: LockedCase; readonly viewer: Viewer; readonly agent: ReadyAgent; readonly now: Date; readonly operation: string },
): Promise<Changed> {
  const { row, viewer, agent, now } = of;
  const [free] = await freeAgents(tx, { siteId: row.siteId, agents: [agent], now });
  if (!free || free.load >= free.maxConversations) throw unavailable(of.operation, 'FULL');
  const offerId = newId('offer');
  await tx.raw(HAND_OVER, [offerId, row.id, row.queueId, agent.id, row.siteId, now.toISOString()]);
  tx.afterCommit(() => signalOffers(deps, agent.id));
  const [user] = await tx.raw<{ role: string }>('SELECT role::text AS role FROM "user" WHERE id = $1', [agent.id]);
  return changeCase(deps, tx, {
    before: row,
    actorId: viewer.userId,
    now,
    set: { status: 'open', control: 'agent', agentId: agent.id, offerId, assignedAt: now.toISOString(), snoozedUntil: null },
    exit: row.agentId === null || row.agentId === agent.id ? [] : [row.agentId],
    enter: [{ userId: agent.id, role: agent.id === viewer.userId ? placeOf(viewer) : user?.role === 'admin' ? 'admin' : 'agent', addedById: viewer.userId }],
  });
}

async function toLine(deps: Deps, tx: Tx, move: Move & { readonly target: Target }): Promise<Changed> {
  const { row, viewer, target, now } = move;
  const queue = await roomFor(tx, { queueId: target.queueId ?? row.queueId, exceptId: row.id, operation: OPERATION });
  // The surplus of a full queue goes to another one.
  await announce(deps, tx, move, target.skill === null ? queue.name : 'a specialist');
  await endLiveOffer(deps, tx, { row, now, status: 'completed', reason: 'transferred' });
  const rank = rankOf({ queuedAt: row.queuedAt, priority: row.priority, ageingSeconds: queue.ageingSeconds }).toISOString();
  const skills = target.skill === null ? {} : { skillsRequired: [...new Set([...(row.view.skillsRequired ?? []), target.skill])] };
  return changeCase(deps, tx, {
    before: row,
    actorId: viewer.userId,
    now,
    set: { status: 'queued', control: 'queue', agentId: null, offerId: null, assignedAt: null, queueId: queue.id, rank, ...skills },
    exit: row.agentId === null ? [] : [row.agentId],
  });
}

/** The line that the customer reads, and the note beside it that they never get. */
async function announce(deps: Deps, tx: Tx, { row, viewer, note, clientId, now }: Move, name: string): Promise<void> {
  const to = { conversationId: row.conversationId, siteId: row.siteId, now };
  if (note !== null) {
    const [present] = await tx.raw('SELECT 1 AS one FROM participant WHERE conversation_id = $1 AND user_id = $2 AND left_at IS NULL', [row.conversationId, viewer.userId]);
    const senderId = present ? viewer.userId : null;
    await postMessage(deps, tx, { ...to, clientId: `note-${clientId}`, text: note, audience: 'staff', metadata: { case: 'transfer-note' }, senderId });
  }
  await postMessage(deps, tx, { ...to, clientId: `transfer-${clientId}`, text: `The conversation was transferred to ${name}.`, metadata: { case: 'transferred' } });
}

/** Client ids are those of one caller: two who choose the same one make two transfers. */
function hashOf({ userId }: Viewer, clientId: string): string {
  return createHash('sha256').update(`${userId} ${clientId}`).digest('hex').slice(0, 40);
}

/** Whether this very transfer was made before: its line stands in the conversation. */
async function isDone(tx: Tx, row: LockedCase, clientId: string): Promise<boolean> {
  const [found] = await tx.raw(
    `SELECT 1 AS one FROM message m JOIN "user" u ON u.id = m.sender_id AND u.role = 'system' WHERE m.conversation_id = $1 AND m.client_id = $2 LIMIT 1`,
    [row.conversationId, `transfer-${clientId}`],
  );
  return found !== undefined;
}

function unavailable(operation: string, reason: 'SELF' | 'OFFLINE' | 'FULL'): ChatError {
  const words = { SELF: 'the case is theirs already', OFFLINE: 'the agent is not there', FULL: 'the agent has as many cases as they take' };
  return new ChatError('AGENT_UNAVAILABLE', `unable to ${operation}; ${words[reason]}`, { details: { reason } });
}
