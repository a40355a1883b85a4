/**
 * What happens in a conversation. A row of the log holds references and never content; what goes over the bus, and what
 * replay rebuilds from the rows, carries the whole payload.
 */
import type { Heads } from '../kernel/audience.js';
import type { ConversationView, MessageView, ParticipantView, ReceiptView, SupportCaseView, TagView } from '../kernel/views.js';
import type { JsonObject } from '../kernel/words.js';

/** The payload of each type of event. All of them are states, so applying one twice changes nothing. */
export interface DurablePayloads {
  MessageSent: { readonly message: MessageView };
  MessageEdited: { readonly message: MessageView };
  MessageDeleted: { readonly message: MessageView };
  ReactionAdded: { readonly messageId: string; readonly emoji: string; readonly userId: string };
  ReactionRemoved: { readonly messageId: string; readonly emoji: string; readonly userId: string };
  ReceiptAdvanced: { readonly receipt: ReceiptView };
  ParticipantJoined: { readonly participant: ParticipantView };
  ParticipantLeft: { readonly participant: ParticipantView };
  /** `lastMessage` and `viewer` need not be filled: each audience's feed puts its own `lastMessage`. */
  ConversationUpdated: { readonly conversation: ConversationView };
  /** All tags of the conversation; for staff. */
  TagsChanged: { readonly tags: readonly TagView[] };
  /** All of it: each audience's feed leaves out what is not for them. */
  CaseUpdated: { readonly case: SupportCaseView };
}

/** The name of a durable event, past tense. */
export type DurableEventType = keyof DurablePayloads;

/** Any type of event with its payload. */
export type TypedPayload = {
  [T in DurableEventType]: { readonly type: T; readonly payload: DurablePayloads[T] };
}[DurableEventType];

/** What only the server reads of an event. */
export interface EventHint {
  /** With `ReceiptAdvanced`: the participant's new `readCount`, which spares their inbox a query. */
  readonly readCount?: number;
  /** With an event of a message: no staff take part in the conversation, and they want to know. */
  readonly isUnattended?: boolean;
  /** The conversation belongs to a case of support: consumers of this node want to know. */
  readonly isSupport?: boolean;
  /** The trace of whoever caused it, as a W3C `traceparent`. It goes over the bus alone and is never stored. */
  readonly trace?: string;
}

/** An event as a service hands it to {@link appendEvents}. */
export type NewEvent = TypedPayload & {
  /** Audience key that may know of it. */
  readonly audience: string;
  /** Who did it; null when time or the host did. */
  readonly actorId: string | null;
  /** Overrides what the log finds in the payload. */
  readonly messageId?: string;
  /** Facts for the row besides those that the log takes from the payload. References only, never content. */
  readonly data?: JsonObject;
  readonly hint?: EventHint;
};

/** An event of the log as it goes over the bus and into feeds. */
export type LogEvent = TypedPayload & {
  readonly conversationId: string;
  readonly siteId: string;
  readonly seq: number;
  readonly audience: string;
  readonly actorId: string | null;
  /** When it happened, RFC 3339. */
  readonly at: string;
  /** The conversation's heads at or after this event: what lists and unread counts need. */
  readonly heads: Heads;
  /** The conversation's last activity at or after this event, RFC 3339. */
  readonly lastActivityAt?: string;
  /** Read from the log, so that content and heads are of now and not of the moment of the event. */
  readonly isReplayed?: true;
  /** Read together with events behind it, or with more to read: the heads tell of those too, among which somebody may have been taken out. */
  readonly isBehind?: true;
  readonly hint?: EventHint;
};

const TYPES: Readonly<Record<DurableEventType, true>> = {
  MessageSent: true,
  MessageEdited: true,
  MessageDeleted: true,
  ReactionAdded: true,
  ReactionRemoved: true,
  ReceiptAdvanced: true,
  ParticipantJoined: true,
  ParticipantLeft: true,
  ConversationUpdated: true,
  TagsChanged: true,
  CaseUpdated: true,
};

/** Whether a word names a durable event of this version. */
export function isDurableEventType(value: unknown): value is DurableEventType {
  return typeof value === 'string' && Object.hasOwn(TYPES, value);
}

/** Whether a bus message is an event of the log. Another node wrote it with {@link appendEvents}, so its payload is not looked at. */
export function isLogEvent(message: unknown): message is LogEvent {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    isDurableEventType(message.type) &&
    'seq' in message &&
    typeof message.seq === 'number' &&
    'payload' in message
  );
}

/** What the row of an event keeps: enough to find the content again, none of the content. */
export function referencesOf(event: TypedPayload): { messageId: string | null; data: JsonObject } {
  switch (event.type) {
    case 'MessageSent':
    case 'MessageEdited':
    case 'MessageDeleted':
      return { messageId: event.payload.message.id, data: {} };
    case 'ReactionAdded':
    case 'ReactionRemoved':
      return { messageId: event.payload.messageId, data: { emoji: event.payload.emoji, userId: event.payload.userId } };
    case 'ReceiptAdvanced':
      return { messageId: null, data: { userId: event.payload.receipt.userId } };
    case 'ParticipantJoined':
    case 'ParticipantLeft':
      return { messageId: null, data: { userId: event.payload.participant.user.id } };
    case 'ConversationUpdated':
    case 'TagsChanged':
      return { messageId: null, data: {} };
    case 'CaseUpdated': {
      // Where it stood then, for those who follow the log: the row of the case says only where it stands now.
      const { status, control, priority, queue } = event.payload.case;
      return { messageId: null, data: { status, control, priority, queueId: queue.id } };
    }
  }
}
