/** A conversation as its feed tells it: what snapshots set and events change, and nothing of this device. */
import type { Conversation, Message, Presence, Receipt, TypingStarted } from '../generated/types.js';

/** The state that {@link applyConversationItem} goes on from. Every part keeps its identity while it does not change. */
export interface ConversationFeedState {
  /** Which database the position belongs to; null before the first snapshot. */
  readonly epoch: string | null;
  /** Position: everything up to this seq is in here. */
  readonly seq: number;
  readonly conversation: Conversation | null;
  /** Without a gap up to the position, ascending by seq. */
  readonly messages: readonly Message[];
  /** Whether there are older messages than the first one here. */
  readonly hasMore: boolean;
  readonly receipts: readonly Receipt[];
  readonly presences: readonly Presence[];
  readonly typing: readonly TypingStarted[];
  /**
   * Replies that a message's count has already though their events are still to come, by message id: an event that is
   * replayed carries its message as it is now, not as it was then.
   */
  readonly countedAhead: Readonly<Record<string, number>>;
}

const EMPTY: ConversationFeedState = {
  epoch: null,
  seq: 0,
  conversation: null,
  messages: [],
  hasMore: false,
  receipts: [],
  presences: [],
  typing: [],
  countedAhead: {},
};

/** The state before the first item. */
export function emptyConversation(): ConversationFeedState {
  return EMPTY;
}
