import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { looksSameToCustomer } from '../../kernel/case-view.js';
import type { SupportCaseView } from '../../kernel/views.js';
import type { SupportControl, SupportPriority, SupportStatus } from '../../kernel/words.js';
import { appendEvents } from '../../log/append.js';
import { signalQueues } from '../../log/topics.js';
import { type Entering, reviseConversation } from '../conversations/index.js';
import type { LockedCase } from './access.js';
import { kickQueues } from './kick.js';
import { type CaseRow, caseColumns } from './rows.js';

/** What of a case is set; what is left out stays. Times are ISO text or null. */
export interface CaseChanges {
  readonly queueId?: string;
  readonly status?: SupportStatus;
  readonly control?: SupportControl;
  readonly priority?: SupportPriority;
  readonly agentId?: string | null;
  readonly offerId?: string | null;
  readonly skillsRequired?: readonly string[];
  readonly skillsPreferred?: readonly string[];
  readonly rank?: string;
  readonly queuedAt?: string;
  readonly assignedAt?: string | null;
  readonly firstResponseAt?: string | null;
  readonly resolvedAt?: string | null;
  readonly closedAt?: string | null;
  readonly snoozedUntil?: string | null;
  readonly endedById?: string | null;
  readonly wrapUpCode?: string | null;
}

const COLUMNS: Readonly<Record<keyof CaseChanges, readonly [column: string, cast: string]>> = {
  queueId: ['queue_id', ''],
  status: ['status', '::support_status'],
  control: ['control', '::support_control'],
  priority: ['priority', '::support_priority'],
  agentId: ['agent_id', ''],
  offerId: ['offer_id', ''],
  skillsRequired: ['skills_required', '[]'],
  skillsPreferred: ['skills_preferred', '[]'],
  rank: ['rank', '::timestamptz'],
  queuedAt: ['queued_at', '::timestamptz'],
  assignedAt: ['assigned_at', '::timestamptz'],
  firstResponseAt: ['first_response_at', '::timestamptz'],
  resolvedAt: ['resolved_at', '::timestamptz'],
  closedAt: ['closed_at', '::timestamptz'],
  snoozedUntil: ['snoozed_until', '::timestamptz'],
  endedById: ['ended_by_id', ''],
  wrapUpCode: ['wrap_up_code', ''],
};

const SETS = Object.entries(COLUMNS).map(([name, [column, cast]]) => {
  const value = cast === '[]' ? `ARRAY(SELECT jsonb_array_elements_text($2::jsonb->'${name}'))` : `($2::jsonb->>'${name}')${cast}`;
  return `${column} = CASE WHEN $2::jsonb ? '${name}' THEN ${value} ELSE s.${column} END`;
});

const CHANGE = `UPDATE support_case s SET ${SETS.join(', ')}, status_seq = CASE WHEN $2::jsonb ? 'status' THEN $3::int ELSE s.status_seq END,
  version = s.version + 1, updated_at = $4::timestamptz WHERE s.id = $1 RETURNING ${caseColumns('s')}`;

/** A change of a case, with what goes with it in its conversation. */
export interface CaseChange {
  readonly before: LockedCase;
  readonly set: CaseChanges;
  /** Who changes it; null for time. */
  readonly actorId: string | null;
  readonly now: Date;
  readonly enter?: readonly Entering[];
  readonly exit?: readonly string[];
  /** Opens or closes the conversation to writing. */
  readonly gate?: 'open' | 'read_only';
}

/** A case after a change. */
export interface Changed {
  readonly row: CaseRow;
  readonly view: SupportCaseView;
  /** Number of the conversation's newest event after it. */
  readonly seq: number;
}

/**
 * Changes a locked case inside a transaction: the row, who takes part in the conversation, and the event, which the customer gets only where they see a
 * difference. After the commit those who follow the queues hear of it, and a case that waits is matched.
 */
export async function changeCase(deps: Deps, tx: Tx, change: CaseChange): Promise<Changed> {
  const { before, actorId, now, enter = [], exit = [], gate } = change;
  const [row] = await tx.raw<CaseRow>(CHANGE, [before.id, JSON.stringify(change.set), before.lastSeq, now.toISOString()]);
  if (!row) throw new Error('unable to change a case; its row is gone');
  const target = { conversationId: row.conversationId, siteId: row.siteId, actorId, now };
  if (enter.length + exit.length > 0 || gate !== undefined) {
    await reviseConversation(deps, tx, { ...target, enter, exit, ...(gate ? { set: { title: row.view.subject, gate, openUntil: null, context: null } } : {}) });
  }
  const audience = looksSameToCustomer(before.view, row.view) ? 'staff' : 'all';
  const [event] = await appendEvents(deps, tx, { ...target, events: [{ type: 'CaseUpdated', payload: { case: row.view }, audience, actorId }] });
  tx.afterCommit(() => {
    signalQueues(deps, row.siteId, [row.id]);
    if (row.status === 'queued') kickQueues(deps, row.siteId);
  });
  return { row, view: row.view, seq: event?.seq ?? before.lastSeq };
}
