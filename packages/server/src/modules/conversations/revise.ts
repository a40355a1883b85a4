import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { notFound } from '../../kernel/errors.js';
import type { ParticipantView } from '../../kernel/views.js';
import type { JsonObject, ParticipantRole, SendGateState } from '../../kernel/words.js';
import { appendEvents } from '../../log/append.js';
import type { NewEvent } from '../../log/event.js';
import { settleAttendance } from './attend.js';
import { conversationUpdated, participantJoined, participantLeft, receiptAdvanced } from './events.js';
import type { ConversationRow } from './rows.js';
import { ENTER, EXIT, LABEL, LOCK, MEMBERS, MEMBERS_BY_ID, SET, type EnteredRow } from './store.js';
import { conversationView, type MemberRow, participantView } from './views.js';

/** Somebody who shall take part. */
export interface Entering {
  readonly userId: string;
  readonly role: ParticipantRole;
  /** What the host calls their part. Without one, who comes back keeps theirs. */
  readonly flowRole?: string | null;
  readonly addedById?: string | null;
  readonly joinReason?: string | null;
  /** Whether everything so far counts as read, as for support that joins late. Else it is all unread. */
  readonly isCaughtUp?: boolean;
}

/** The parts of a conversation that other modules decide. */
export interface ConversationState {
  readonly title: string;
  readonly gate: SendGateState;
  readonly openUntil: Date | null;
  /** The booking around it, as a `BookingContextView`. */
  readonly context: JsonObject | null;
}

/** One change of a conversation, its people or both. */
export interface Revision {
  readonly conversationId: string;
  readonly siteId: string;
  /** Who changes it; null for the host or time. */
  readonly actorId: string | null;
  readonly now: Date;
  readonly set?: ConversationState;
  readonly enter?: readonly Entering[];
  readonly exit?: readonly string[];
  /** Names that the host gives to the parts of those who are there; null takes one away. */
  readonly label?: ReadonlyArray<{ readonly userId: string; readonly flowRole: string | null }>;
}

/** What a revision really changed; whatever was so already is in neither list. */
export interface Revised {
  readonly joined: readonly ParticipantView[];
  readonly left: readonly ParticipantView[];
  readonly isUpdated: boolean;
  /** Number of the newest event of the conversation after it. */
  readonly seq: number;
}

/**
 * Changes a conversation inside a transaction, and appends the events of what really changed: `ParticipantLeft`, `ParticipantJoined` (with
 * `ReceiptAdvanced` where marks are not zero), `ConversationUpdated`. The conversation's row is locked from here on. It asks nobody for
 * permission: the caller has authorised it.
 * @throws ChatError NOT_FOUND
 */
export async function reviseConversation(deps: Pick<Deps, 'bus' | 'log'>, tx: Tx, revision: Revision): Promise<Revised> {
  const [before] = await tx.raw<ConversationRow>(LOCK, [revision.conversationId, revision.siteId]);
  if (!before) throw notFound('change conversation', 'conversation');
  const leftIds = await exit(tx, revision);
  const entered = await enter(tx, revision);
  if (leftIds.length + entered.length > 0) await settleAttendance(deps, tx, [revision.conversationId]);
  const relabelled = await label(tx, revision);
  const changed = await set(tx, revision, before);
  // Who has just come in is told of with their label.
  const after = changed ?? (relabelled.some((id) => !entered.some((row) => row.userId === id)) ? before : null);
  const people = await membersById(tx, revision.conversationId, [...leftIds, ...entered.map((row) => row.userId)]);
  const left = leftIds.flatMap((id) => people.get(id) ?? []);
  const joined = entered.flatMap((row) => people.get(row.userId) ?? []);
  const events: NewEvent[] = [
    ...left.map((participant) => participantLeft(revision.actorId, participant)),
    ...entered.flatMap((row) => {
      const participant = people.get(row.userId);
      if (!participant) return [];
      const joins = participantJoined(revision.actorId, participant);
      return row.deliveredSeq > 0 ? [joins, receiptAdvanced(revision.actorId, row)] : [joins];
    }),
  ];
  if (after) {
    const members = await tx.raw<MemberRow>(MEMBERS.text, [[revision.conversationId]]);
    const row = { ...after, lastSeq: before.lastSeq + events.length + 1 };
    events.push(conversationUpdated(revision.actorId, conversationView(row, members.map(participantView), null)));
  }
  await appendEvents(deps, tx, { conversationId: revision.conversationId, siteId: revision.siteId, now: revision.now, events });
  return { joined, left, isUpdated: after !== null, seq: before.lastSeq + events.length };
}

async function exit(tx: Tx, revision: Revision): Promise<readonly string[]> {
  if (!revision.exit?.length) return [];
  const rows = await tx.raw<{ userId: string }>(EXIT, [revision.conversationId, [...revision.exit], revision.now.toISOString()]);
  return rows.map((row) => row.userId);
}

async function enter(tx: Tx, revision: Revision): Promise<readonly EnteredRow[]> {
  const entered: EnteredRow[] = [];
  for (const each of revision.enter ?? []) {
    entered.push(
      ...(await tx.raw<EnteredRow>(ENTER, [
        revision.conversationId,
        each.userId,
        each.role,
        revision.now.toISOString(),
        each.addedById ?? null,
        each.joinReason ?? null,
        each.isCaughtUp ?? false,
        each.flowRole ?? null,
      ])),
    );
  }
  return entered;
}

async function label(tx: Tx, revision: Revision): Promise<readonly string[]> {
  const labelled: string[] = [];
  for (const { userId, flowRole } of revision.label ?? []) {
    const rows = await tx.raw<{ userId: string }>(LABEL, [revision.conversationId, userId, flowRole]);
    labelled.push(...rows.map((row) => row.userId));
  }
  return labelled;
}

async function set(tx: Tx, revision: Revision, before: ConversationRow): Promise<ConversationRow | null> {
  const { set: state } = revision;
  if (!state || isSame(before, state)) return null;
  const [after] = await tx.raw<ConversationRow>(SET, [
    revision.conversationId,
    state.title,
    state.gate,
    state.openUntil?.toISOString() ?? null,
    state.context === null ? null : JSON.stringify(state.context),
  ]);
  return after ?? null;
}

function isSame(row: ConversationRow, state: ConversationState): boolean {
  return (
    row.title === state.title &&
    row.gate === state.gate &&
    row.openUntil?.getTime() === state.openUntil?.getTime() &&
    canonical(row.context) === canonical(state.context)
  );
}

/** JSON with sorted keys: PostgreSQL keeps no order of keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}

async function membersById(tx: Tx, conversationId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, ParticipantView>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx.raw<MemberRow>(MEMBERS_BY_ID.text, [conversationId, [...userIds]]);
  return new Map(rows.map((row) => [row.userId, participantView(row)]));
}
