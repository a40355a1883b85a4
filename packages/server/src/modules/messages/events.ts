import type { Heads } from '../../kernel/audience.js';
import type { MessageView } from '../../kernel/views.js';
import type { LogEvent, NewEvent } from '../../log/event.js';

/** A message that a statement has just written, and where. */
export interface Sent {
  readonly message: MessageView;
  readonly siteId: string;
  readonly heads: Heads;
  readonly isUnattended: boolean;
  readonly isSupport: boolean;
}

/** The event of a message whose statement wrote the log's row itself. */
export function messageSent({ message, siteId, heads, isUnattended, isSupport }: Sent): LogEvent {
  return {
    type: 'MessageSent',
    payload: { message },
    conversationId: message.conversationId,
    siteId,
    seq: message.seq,
    audience: message.audience,
    actorId: message.sender.id,
    at: message.sentAt,
    heads,
    ...(isUnattended || isSupport ? { hint: { isUnattended, isSupport } } : {}),
    // A message that not everybody sees must not move the conversation in anybody's list.
    ...(message.audience === 'all' ? { lastActivityAt: message.sentAt } : {}),
  };
}

/** The event of a new text. */
export function messageEdited(message: MessageView, actorId: string): NewEvent {
  return { type: 'MessageEdited', payload: { message }, audience: message.audience, actorId };
}

/** The event of a message that became a tombstone. */
export function messageDeleted(message: MessageView, actorId: string): NewEvent {
  return { type: 'MessageDeleted', payload: { message }, audience: message.audience, actorId };
}

/** Whose reaction to which message came or went. */
export interface ReactionChange {
  readonly messageId: string;
  readonly audience: string;
  readonly emoji: string;
  readonly userId: string;
}

/** The event of a new reaction, or of one taken back. */
export function reactionChanged(type: 'ReactionAdded' | 'ReactionRemoved', change: ReactionChange): NewEvent {
  const { messageId, emoji, userId } = change;
  return { type, payload: { messageId, emoji, userId }, audience: change.audience, actorId: userId };
}
