/** A conversation as its feed tells it: what snapshots set and events change, and nothing of this device. */
import type { ColleagueActive, Conversation, Message, Presence, QueuePositionChanged, Receipt, SupportCase, Tag, TypingStarted } from '../generated/types.js';

/** The state that {@link applyConversationItem} goes on from. Every part keeps its identity while it does not change. */
export interface ConversationFeedState {
  /** Which database the position belongs to; null before the first snapshot. */
  readonly epoch: string | null;
  /** Position: everything up to this seq is in here. */
  readonly seq: number;
  readonly conversation: Conversation | null;
  /** The support case that it belongs to; null for other kinds. */
  readonly supportCase: SupportCase | null;
  /** Where that case stands in its line; null until the server says it, and once it waits no more. */
  readonly queuePosition: QueuePositionChanged | null;
  /** Without a gap up to the position, ascending by seq. */
  readonly messages: readonly Message[];
  /** Whether there are older messages than the first one here. */
  readonly hasMore: boolean;
  readonly receipts: readonly Receipt[];
  /** By name; empty for all but staff. */
  readonly tags: readonly Tag[];
  readonly presences: readonly Presence[];
  readonly typing: readonly TypingStarted[];
  /** Who of the staff is at it; empty for all but staff. */
  readonly colleagues: readonly ColleagueActive[];
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
  supportCase: null,
  queuePosition: null,
  messages: [],
  hasMore: false,
  receipts: [],
  tags: [],
  presences: [],
  typing: [],
  colleagues: [],
  countedAhead: {},
};

/** The state before the first item. */
export function emptyConversation(): ConversationFeedState {
  return EMPTY;
}
