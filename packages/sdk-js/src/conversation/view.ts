/** What a conversation's store shows: the feed's state, the outbox and the viewer, put together. Pure. */
import type { ChatError } from '../chat-error.js';
import type { LoadStatus, SyncStatus } from '../feed/feed-engine.js';
import type { ColleagueActive, Conversation, Participant, Person, Presence, QueuePositionChanged, Receipt, SupportCase, Tag, TypingStarted } from '../generated/types.js';
import { keepIdentity, keepRecord } from '../store.js';
import type { Lane } from '../outbox/queue.js';
import type { ConversationFeedState } from './feed-state.js';
import type { ItemBuilder, MessageItem } from './items.js';

/** A conversation as its store shows it. Every part keeps its identity while it does not change. */
export interface ConversationState {
  readonly status: LoadStatus;
  /** Why it failed, such as NOT_FOUND or ACCESS_REVOKED; null otherwise. What was loaded before stays readable. */
  readonly error: ChatError | null;
  readonly syncStatus: SyncStatus;
  readonly conversation: Conversation | null;
  /** The support case that it belongs to; null for other kinds. */
  readonly supportCase: SupportCase | null;
  /** Where that case stands in its line; null until that is known, and once it waits no more. */
  readonly queuePosition: QueuePositionChanged | null;
  /** Whether the viewer may write, as far as is known here; the server has the last word. */
  readonly canSend: boolean;
  /** The viewer's own place; null for one who looks without taking part. */
  readonly me: Participant | null;
  /** Ascending, replies included; messages on their way at the end, in the order of writing. */
  readonly messages: readonly MessageItem[];
  /** Whether there are older ones. */
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly receipts: readonly Receipt[];
  /** Tags that staff put on it, by name; empty for all but staff. */
  readonly tags: readonly Tag[];
  readonly presences: readonly Presence[];
  /** Others who type. */
  readonly typing: readonly TypingStarted[];
  /** Colleagues who look at it or write, others than the viewer; empty for all but staff. */
  readonly colleagues: readonly ColleagueActive[];
  /** Everything up to this seq is shown. */
  readonly seq: number;
  readonly epoch: string | null;
}

/** What a view is made from. */
export interface ViewSources {
  readonly feed: ConversationFeedState;
  readonly lane: Lane;
  readonly viewer: Person | null;
  readonly status: LoadStatus;
  readonly error: ChatError | null;
  readonly syncStatus: SyncStatus;
  readonly isLoadingMore: boolean;
  readonly now: number;
}

/** The view before anything is known. */
export const IDLE_CONVERSATION: ConversationState = {
  status: 'idle',
  error: null,
  syncStatus: 'synced',
  conversation: null,
  supportCase: null,
  queuePosition: null,
  canSend: false,
  me: null,
  messages: [],
  hasMore: false,
  isLoadingMore: false,
  receipts: [],
  tags: [],
  presences: [],
  typing: [],
  colleagues: [],
  seq: 0,
  epoch: null,
};

const SOMEBODY: Person = { id: '', displayName: '', role: 'CLIENT', avatarUrl: null, isGuest: false };

/** The view of these sources, reusing what it can of the one before. */
export function conversationView(sources: ViewSources, items: ItemBuilder, before: ConversationState): ConversationState {
  const { feed, viewer, lane } = sources;
  const me = feed.conversation?.participants.find((participant) => participant.user.id === viewer?.id) ?? null;
  // What was written before a reload can be shown before the server has said who wrote it.
  const messages = items.build({ messages: viewer ? feed.messages : [], lane, viewer: viewer ?? SOMEBODY, receipts: feed.receipts });
  const view: ConversationState = {
    status: sources.status === 'ready' && !viewer ? 'loading' : sources.status,
    error: sources.error,
    syncStatus: sources.syncStatus,
    conversation: feed.conversation,
    supportCase: feed.supportCase,
    queuePosition: feed.queuePosition,
    canSend: me !== null && feed.conversation !== null && isOpen(feed.conversation, sources.now),
    me,
    messages: keepIdentity(before.messages, messages),
    hasMore: feed.hasMore,
    isLoadingMore: sources.isLoadingMore,
    receipts: keepIdentity(before.receipts, feed.receipts),
    tags: keepIdentity(before.tags, feed.tags),
    presences: keepIdentity(before.presences, feed.presences),
    typing: keepIdentity(before.typing, feed.typing.filter((each) => each.user.id !== viewer?.id)),
    colleagues: keepIdentity(before.colleagues, feed.colleagues.filter((each) => each.user.id !== viewer?.id)),
    seq: feed.seq,
    epoch: feed.epoch,
  };
  return keepRecord(before, view);
}

/** Whether a conversation takes messages now. */
function isOpen({ sendGate }: Conversation, now: number): boolean {
  return sendGate.state === 'OPEN' && (sendGate.openUntil === null || Date.parse(sendGate.openUntil) > now);
}
