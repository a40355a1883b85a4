import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import type { ParticipantView, ReceiptView, SupportCaseView } from '../../kernel/views.js';
import { appendEvents } from '../../log/append.js';
import type { NewEvent } from '../../log/event.js';
import { signalQueues } from '../../log/topics.js';
import { caseJson, participantJson, receiptJson } from '../../log/view-sql.js';
import { settleAttendance } from '../conversations/index.js';
import { loadMessageViews } from '../messages/index.js';
import {
  COPY_PLACES,
  DROP_REACTIONS,
  END_PLACES,
  LOCK_CONVERSATIONS,
  MERGE_BROADCAST_MARK,
  MERGE_PLACES,
  MERGE_VISIT,
  MOVE_BOOKINGS,
  MOVE_CASES,
  MOVE_DELETIONS,
  MOVE_EDITS,
  MOVE_EVENTS,
  MOVE_HEADS,
  MOVE_MESSAGES,
  MOVE_NOTICES,
  MOVE_OUTCOMES,
  MOVE_PAIRS,
  MOVE_REACTIONS,
  MOVE_REPLY_RATINGS,
  PLACES,
  REACTED,
} from './store.js';

/** Whose history goes to whom. */
export interface Handover {
  readonly siteId: string;
  readonly guestId: string;
  readonly userId: string;
  readonly now: Date;
}

interface Touched {
  readonly id: string;
  readonly conversationId: string;
}

interface Place {
  readonly conversationId: string;
  readonly participant: ParticipantView;
  readonly receipt: ReceiptView;
}

const MAX_EVENTS_AT_ONCE = 100;

const PLACES_OF = `SELECT p.conversation_id AS "conversationId", ${participantJson('p', 'u')} AS participant, ${receiptJson('p')} AS receipt
  FROM participant p JOIN "user" u ON u.id = p.user_id WHERE p.user_id = $1 AND p.conversation_id = ANY($2::text[])`;

const CASE_OF = `SELECT ${caseJson('s')} AS view FROM support_case s WHERE s.conversation_id = $1 AND s.customer_id = $2`;

/**
 * Moves everything in one transaction and tells each conversation: the guest left, the user joined with their marks, and every message
 * that changed its sender or a reaction. Answers with the conversations, in the order of their ids.
 */
export async function handOver(deps: Deps, tx: Tx, handover: Handover): Promise<readonly string[]> {
  const { guestId, userId, now } = handover;
  const both = [guestId, userId];
  const places = await tx.raw<{ conversationId: string }>(PLACES, [guestId]);
  const conversationIds = places.map((place) => place.conversationId);
  await tx.raw(LOCK_CONVERSATIONS, [conversationIds]);
  const stays = await tx.raw<{ id: string }>(
    'SELECT conversation_id AS id FROM participant WHERE user_id = ANY($1::text[]) AND left_at IS NULL AND conversation_id = ANY($2::text[])',
    [both, conversationIds],
  );
  await tx.raw(MERGE_PLACES, both);
  await tx.raw(COPY_PLACES, both);
  await tx.raw(END_PLACES, [guestId, now.toISOString()]);
  const reacted = await tx.raw<Touched>(REACTED, [guestId]);
  const sent = await tx.raw<Touched>(MOVE_MESSAGES, both);
  for (const statement of [MOVE_REACTIONS, MOVE_EDITS, MOVE_DELETIONS, MOVE_BOOKINGS, MOVE_CASES, MOVE_NOTICES, MERGE_BROADCAST_MARK, MERGE_VISIT, MOVE_OUTCOMES, MOVE_REPLY_RATINGS]) await tx.raw(statement, both);
  await tx.raw(DROP_REACTIONS, [guestId]);
  for (const statement of [MOVE_HEADS, MOVE_EVENTS, MOVE_PAIRS]) await tx.raw(statement, [...both, conversationIds]);
  await settleAttendance(deps, tx, conversationIds);
  const change = { handover, touched: [...sent, ...reacted], stays: new Set(stays.map((stay) => stay.id)) };
  for (const conversationId of conversationIds) await tell(deps, tx, { ...change, conversationId });
  return conversationIds;
}

interface Change {
  readonly handover: Handover;
  readonly conversationId: string;
  readonly touched: readonly Touched[];
  /** Conversations in which one of the two took part until now. */
  readonly stays: ReadonlySet<string>;
}

async function tell(deps: Deps, tx: Tx, { handover, conversationId, touched, stays }: Change): Promise<void> {
  const { guestId, userId, siteId, now } = handover;
  const [[left], [joined]] = [
    await tx.raw<Place>(PLACES_OF, [guestId, [conversationId]]),
    await tx.raw<Place>(PLACES_OF, [userId, [conversationId]]),
  ];
  const ids = [...new Set(touched.filter((each) => each.conversationId === conversationId).map((each) => each.id))];
  const views = [...(await loadMessageViews(tx, ids)).values()].sort((one, other) => one.seq - other.seq);
  const by = { actorId: userId } as const;
  const events: NewEvent[] = [];
  if (left && joined && stays.has(conversationId)) {
    events.push(
      { ...by, type: 'ParticipantLeft', audience: 'all', payload: { participant: left.participant } },
      { ...by, type: 'ParticipantJoined', audience: 'all', payload: { participant: joined.participant } },
      { ...by, type: 'ReceiptAdvanced', audience: 'all', payload: { receipt: joined.receipt } },
    );
  }
  const [matter] = await tx.raw<{ readonly view: SupportCaseView }>(CASE_OF, [conversationId, userId]);
  if (matter) {
    events.push({ ...by, type: 'CaseUpdated', audience: 'all', payload: { case: matter.view } });
    tx.afterCommit(() => signalQueues(deps, siteId, [matter.view.id]));
  }
  events.push(...views.map((message): NewEvent => ({ ...by, type: 'MessageEdited', audience: message.audience, payload: { message } })));
  for (let from = 0; from < events.length; from += MAX_EVENTS_AT_ONCE) {
    await appendEvents(deps, tx, { conversationId, siteId, now, events: events.slice(from, from + MAX_EVENTS_AT_ONCE) });
  }
}
