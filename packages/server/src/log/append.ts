/** The only writer of durable events beside the hot statements, and the only publisher of them. */
import type { Bus } from '../bus/contract.js';
import type { Tx } from '../db/contract.js';
import type { Heads } from '../kernel/audience.js';
import type { Deps } from '../deps.js';
import { ChatError } from '../kernel/errors.js';
import type { LogFields } from '../kernel/log.js';
import { publishedAs } from '../kernel/tracing.js';
import { tellConsumers } from './committed.js';
import { type LogEvent, type NewEvent, referencesOf } from './event.js';
import { conversationTopic, signalActivity, signalUnattended, signalUser } from './topics.js';

/** What is appended to which conversation. */
export interface Append {
  readonly conversationId: string;
  readonly siteId: string;
  /** The moment of the events, from the server's clock. */
  readonly now: Date;
  /** In this order; one to a hundred. */
  readonly events: readonly NewEvent[];
}

interface Bumped {
  readonly seq: number;
  readonly heads: Heads;
  readonly activity: Date | string;
  readonly isUnattended: boolean;
  readonly isSupport: boolean;
}

/**
 * Appends events to a conversation's log inside a transaction and publishes them after its commit. Takes the row lock of
 * the conversation, so write in the order conversation first, then the rest. Throws `NOT_FOUND` when there is no such
 * conversation on the site.
 */
export async function appendEvents(deps: Pick<Deps, 'bus' | 'log'>, tx: Tx, input: Append): Promise<LogEvent[]> {
  if (input.events.length === 0) return [];
  const [bumped] = await tx.raw<Bumped>(
    `UPDATE conversation SET last_seq = last_seq + $3::int, last_xid = pg_current_xact_id()
      WHERE id = $1 AND site_id = $2
      RETURNING last_seq AS seq, heads, last_activity_at AS activity, attendance = 'unattended' AS "isUnattended", kind = 'support' AS "isSupport"`,
    [input.conversationId, input.siteId, input.events.length],
  );
  if (!bumped) throw new ChatError('NOT_FOUND', 'unable to append events; there is no such conversation');
  const first = bumped.seq - input.events.length + 1;
  const rows = input.events.map((event, index) => {
    const references = referencesOf(event);
    return {
      seq: first + index,
      type: event.type,
      audience: event.audience,
      actor_id: event.actorId,
      message_id: event.messageId ?? references.messageId,
      data: { ...references.data, ...event.data },
    };
  });
  await tx.raw(
    `INSERT INTO event (conversation_id, site_id, seq, type, audience, actor_id, message_id, data, created_at)
     SELECT $1, $2, r.seq, r.type, r.audience, r.actor_id, r.message_id, r.data, $4::timestamptz
       FROM jsonb_to_recordset($3::jsonb)
         AS r(seq int, type text, audience text, actor_id text, message_id text, data jsonb)`,
    [input.conversationId, input.siteId, JSON.stringify(rows), input.now.toISOString()],
  );
  const written = input.events.map((event, index): LogEvent => {
    const { messageId: _m, data: _d, ...rest } = event;
    return {
      ...rest,
      conversationId: input.conversationId,
      siteId: input.siteId,
      seq: first + index,
      at: input.now.toISOString(),
      heads: bumped.heads,
      lastActivityAt: new Date(bumped.activity).toISOString(),
      ...(bumped.isUnattended || bumped.isSupport ? { hint: { ...event.hint, isUnattended: bumped.isUnattended, isSupport: bumped.isSupport } } : {}),
    };
  });
  tx.afterCommit(() => publishCommitted(deps, written));
  return written;
}

/**
 * Publishes events whose rows are committed; for the statements that write their own row (see `statement.ts`). Never
 * throws: whatever the bus loses, feeds find in the log.
 */
export function publishCommitted(deps: Pick<Deps, 'bus' | 'log'>, events: readonly LogEvent[]): void {
  for (const event of events) {
    deps.bus.publish(conversationTopic(event.conversationId), traced(event));
    if (deps.log.isLevelEnabled('debug')) deps.log.debug(lineOf(event), 'committed');
    if (event.hint?.isUnattended && 'message' in event.payload) signalUnattended(deps, event.siteId, event.conversationId);
    if (event.hint?.isSupport) {
      tellConsumers(deps.bus, event);
      if ('message' in event.payload) signalActivity(deps, event.siteId, event.conversationId);
    }
    // The inbox of one who just came in does not follow the conversation yet.
    if (event.type === 'ParticipantJoined' || event.type === 'ParticipantLeft') {
      signalUser(deps, event.payload.participant.user.id, { kind: 'conversation', conversationId: event.conversationId });
    }
  }
}

/** What the log says of an event: who, where and what kind, never its content. */
function lineOf(event: LogEvent): LogFields {
  const { type, conversationId, siteId, seq, actorId } = event;
  const kind = 'message' in event.payload ? { message_type: event.payload.message.kind } : {};
  return { event: 'conversation.event', type, conversation_id: conversationId, site_id: siteId, seq, user_id: actorId, ...kind };
}

/** The event with its trace, where there is one. */
function traced(event: LogEvent): LogEvent {
  const trace = publishedAs({ name: 'bus.publish', attributes: { 'parley.event': event.type, 'parley.conversation.id': event.conversationId, 'parley.seq': event.seq } });
  return trace === null ? event : { ...event, hint: { ...event.hint, trace } };
}

/** Whose place in which conversation changed without an event. */
export interface InboxTouch {
  readonly conversationId: string;
  readonly siteId: string;
  readonly userIds: readonly string[];
}

/**
 * Marks a conversation as changed for the inboxes of these users, for changes that are no event, such as muting: their open
 * inboxes read it again after the commit, and inboxes that resume later get it too.
 */
export async function touchInbox(deps: { readonly bus: Bus }, tx: Tx, input: InboxTouch): Promise<void> {
  await tx.raw('UPDATE conversation SET last_xid = pg_current_xact_id() WHERE id = $1 AND site_id = $2', [
    input.conversationId,
    input.siteId,
  ]);
  tx.afterCommit(() => {
    for (const userId of input.userIds) signalUser(deps, userId, { kind: 'conversation', conversationId: input.conversationId });
  });
}
