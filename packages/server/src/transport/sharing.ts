/** Which items of which feeds are executed once for all who get them. */
import type { Operation } from './documents.js';

/**
 * For each feed, whether the item of a type can be the same object for several subscribers, and reads the same for all of them. First
 * items and the entries of an inbox are each subscriber's own.
 */
const SHARED: Readonly<Record<string, (type: unknown) => boolean>> = {
  conversationFeed: (type) => type !== 'ConversationSnapshot',
  inboxFeed: (type) => type === 'PresenceChanged' || type === 'InboxHead' || type === 'BroadcastPosted' || type === 'BroadcastRemoved',
  agentFeed: (type) => type === 'AgentChanged',
  queueFeed: (type) => type === 'QueueChanged' || type === 'QueueCaseChanged',
  unattendedFeed: (type) => type === 'UnattendedChanged',
};

/** Whether a result of this item may be handed to every subscriber of the operation who gets the same item. */
export function isSharedItem(operation: Operation, item: unknown): item is object {
  if (!operation.isKnown || !operation.isShareable || typeof item !== 'object' || item === null || !('type' in item)) return false;
  const [field] = operation.rootFields;
  return field !== undefined && (SHARED[field]?.(item.type) ?? false);
}
