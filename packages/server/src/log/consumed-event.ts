import { type DurableEventType, type LogEvent, referencesOf } from './event.js';

/** An event as a program gets it: what happened and where, and no content. */
export interface ConsumedEvent {
  readonly conversationId: string;
  readonly siteId: string;
  readonly seq: number;
  readonly type: DurableEventType;
  readonly audience: string;
  readonly actorId: string | null;
  readonly messageId: string | null;
  /** Whom it is about, with events of people and receipts. */
  readonly userId: string | null;
  /** RFC 3339. */
  readonly at: string;
}

/** Names an event among all of them. */
export function keyOf({ conversationId, seq }: ConsumedEvent): string {
  return `${conversationId} ${seq}`;
}

/** What programs get of an event. */
export function consumedOf(event: LogEvent): ConsumedEvent {
  const { conversationId, siteId, seq, type, audience, actorId, at } = event;
  const { messageId, data } = referencesOf(event);
  return { conversationId, siteId, seq, type, audience, actorId, messageId, userId: typeof data.userId === 'string' ? data.userId : null, at };
}
