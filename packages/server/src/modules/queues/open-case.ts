import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { newId } from '../../kernel/ids.js';
import type { SupportCaseView } from '../../kernel/views.js';
import type { JsonObject, SupportPriority } from '../../kernel/words.js';
import { appendEvents } from '../../log/append.js';
import { signalQueues } from '../../log/topics.js';
import { ensureConversation } from '../conversations/index.js';
import { postMessage } from '../messages/index.js';
import { roomFor } from './enqueue.js';
import { kickQueues } from './kick.js';
import { rankOf } from './policy.js';
import { type CaseRow, caseColumns } from './rows.js';

/** A matter of a customer, ready to be queued. */
export interface NewCase {
  readonly siteId: string;
  readonly customerId: string;
  /** Made by the customer's client. */
  readonly clientId: string;
  /** Of what it was made of. */
  readonly bodyHash: string;
  readonly queueId: string;
  /** Null for the queue's own. */
  readonly priority: SupportPriority | null;
  readonly skillsRequired: readonly string[];
  readonly skillsPreferred: readonly string[];
  readonly subject: string;
  /** The first message; null for none. */
  readonly text: string | null;
  readonly language: string | null;
  readonly page: string | null;
  readonly referrer: string | null;
  readonly userAgent: string | null;
  readonly attributes: JsonObject;
  readonly now: Date;
}

/** A case that was made. */
export interface OpenedCase {
  readonly view: SupportCaseView;
  /** Number of the conversation's newest event. */
  readonly seq: number;
}

const INSERT = `INSERT INTO support_case AS s (id, site_id, conversation_id, customer_id, queue_id, client_id, body_hash, subject, language, priority, skills_required,
    skills_preferred, control, page, referrer, user_agent, attributes, rank, queued_at, created_at, updated_at)
  SELECT n.id, n."siteId", n."conversationId", n."customerId", n."queueId", n."clientId", n."bodyHash", n.subject, n.language, n.priority::support_priority,
    n."skillsRequired", n."skillsPreferred", n.control::support_control, n.page, n.referrer, n."userAgent", n.attributes, n.rank, n.now, n.now, n.now
  FROM jsonb_to_record($1::jsonb) AS n(id text, "siteId" text, "conversationId" text, "customerId" text, "queueId" text, "clientId" text, "bodyHash" text,
    subject text, language text, priority text, "skillsRequired" text[], "skillsPreferred" text[], control text, page text, referrer text, "userAgent" text,
    attributes jsonb, rank timestamptz, now timestamptz)
  RETURNING ${caseColumns('s')}`;

/**
 * Makes a case with its conversation and first message inside a transaction and puts it into the line. A client id that the customer used before fails the
 * transaction with a unique violation.
 * @throws ChatError QUEUE_FULL
 */
export async function openCase(deps: Deps, tx: Tx, input: NewCase): Promise<OpenedCase> {
  const { siteId, customerId, now } = input;
  const queue = await roomFor(tx, { queueId: input.queueId, operation: 'start support' });
  const caseId = newId('case');
  const { conversationId } = await ensureConversation(deps, tx, {
    siteId,
    kind: 'support',
    uniqueKey: `support:${caseId}`,
    title: input.subject,
    gate: 'open',
    openUntil: null,
    context: null,
    // Whatever a customer is on the site, in a case they are the client.
    members: [{ userId: customerId, role: 'client' }],
    actorId: customerId,
    now,
  });
  const priority = input.priority ?? queue.defaultPriority;
  const rank = rankOf({ queuedAt: now, priority, ageingSeconds: queue.ageingSeconds }).toISOString();
  const control = queue.isBotFirst ? 'bot' : 'queue';
  const made = { ...input, id: caseId, conversationId, queueId: queue.id, priority, control, rank, now: now.toISOString() };
  const [row] = await tx.raw<CaseRow>(INSERT, [JSON.stringify(made)]);
  if (!row) throw new Error('unable to make a case; its row did not come back');
  const [event] = await appendEvents(deps, tx, {
    conversationId,
    siteId,
    now,
    events: [{ type: 'CaseUpdated', payload: { case: row.view }, audience: 'all', actorId: customerId }],
  });
  const sent = input.text === null ? null : await postMessage(deps, tx, { conversationId, siteId, clientId: input.clientId, text: input.text, senderId: customerId, now });
  tx.afterCommit(() => {
    signalQueues(deps, siteId, [caseId]);
    kickQueues(deps, siteId);
  });
  return { view: row.view, seq: sent?.seq ?? event?.seq ?? 0 };
}
