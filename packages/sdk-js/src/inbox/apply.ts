/** What an item of the inbox feed does to the state. Pure. */
import { withUser } from '../conversation/with-user.js';
import type { Broadcast, InboxEntry, InboxFeedItem, Notice, Presence, UnreadTotals } from '../generated/types.js';

/** The inbox as its feed tells it. Every part keeps its identity while it does not change. */
export interface InboxFeedState {
  /** Which database the position belongs to; null before the first snapshot. */
  readonly epoch: string | null;
  /** Where the feed resumes; made by the server and not to be read. */
  readonly position: string | null;
  /** Newest activity first. */
  readonly entries: readonly InboxEntry[];
  readonly hasMore: boolean;
  readonly unread: UnreadTotals;
  readonly presences: readonly Presence[];
  /** Newest first. */
  readonly notices: readonly Notice[];
  /** All that are shown to the viewer, newest first. */
  readonly broadcasts: readonly Broadcast[];
  /** Broadcasts up to this `seq` are read. */
  readonly broadcastReadSeq: number;
}

const EMPTY: InboxFeedState = {
  epoch: null,
  position: null,
  entries: [],
  hasMore: false,
  unread: { messages: 0, conversations: 0 },
  presences: [],
  notices: [],
  broadcasts: [],
  broadcastReadSeq: 0,
};

/** The state before the first item. */
export function emptyInbox(): InboxFeedState {
  return EMPTY;
}

/** The state after an item. All items are states, so a repeat changes nothing. */
export function applyInboxItem(state: InboxFeedState, item: InboxFeedItem): InboxFeedState {
  switch (item.__typename) {
    case 'InboxSnapshot':
      return {
        epoch: item.epoch,
        position: item.position,
        entries: sortEntries(item.entries),
        hasMore: item.hasMore,
        unread: item.unread,
        presences: item.presences,
        notices: sortNotices(item.notices),
        broadcasts: item.broadcasts,
        broadcastReadSeq: item.broadcastReadSeq,
      };
    case 'InboxResumed':
      // Its position is that of the end of the replay: taking it before the replay is through would skip what a cut takes away.
      return { ...state, epoch: item.epoch, unread: keepTotals(state.unread, item.unread), presences: item.presences };
    case 'InboxEntryChanged':
      return { ...state, entries: mergeEntries(state.entries, [item.entry]), unread: keepTotals(state.unread, item.unread) };
    case 'InboxEntryRemoved':
      return {
        ...state,
        entries: state.entries.filter((entry) => entry.conversation.id !== item.conversationId),
        unread: keepTotals(state.unread, item.unread),
      };
    case 'NoticePosted':
      return { ...state, notices: sortNotices([...state.notices.filter((notice) => notice.id !== item.notice.id), item.notice]) };
    case 'BroadcastsListed':
      return { ...state, broadcasts: item.broadcasts, broadcastReadSeq: Math.max(state.broadcastReadSeq, item.readSeq) };
    case 'BroadcastPosted':
      return { ...state, broadcasts: [...without(state.broadcasts, item.broadcast.id), item.broadcast].sort((a, b) => b.seq - a.seq) };
    case 'BroadcastRemoved':
      return { ...state, broadcasts: without(state.broadcasts, item.broadcastId) };
    case 'BroadcastsRead':
      return { ...state, broadcastReadSeq: Math.max(state.broadcastReadSeq, item.readSeq) };
    case 'PresenceChanged':
      return { ...state, presences: withUser(state.presences, item.presence) };
    case 'InboxHead':
      return { ...state, position: item.position };
  }
}

/** Puts entries in, replacing those of the same conversations, newest activity first. */
export function mergeEntries(entries: readonly InboxEntry[], added: readonly InboxEntry[]): readonly InboxEntry[] {
  const ids = new Set(added.map((entry) => entry.conversation.id));
  return sortEntries([...entries.filter((entry) => !ids.has(entry.conversation.id)), ...added]);
}

/** As the server sorts: by the last activity, then by id, both descending. */
function sortEntries(entries: readonly InboxEntry[]): readonly InboxEntry[] {
  return [...entries].sort((a, b) => descending(a.conversation.lastActivityAt, b.conversation.lastActivityAt) || descending(a.conversation.id, b.conversation.id));
}

function without(broadcasts: readonly Broadcast[], id: string): readonly Broadcast[] {
  return broadcasts.filter((broadcast) => broadcast.id !== id);
}

function sortNotices(notices: readonly Notice[]): readonly Notice[] {
  return [...notices].sort((a, b) => b.seq - a.seq);
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

function keepTotals(before: UnreadTotals, after: UnreadTotals): UnreadTotals {
  return before.messages === after.messages && before.conversations === after.conversations ? before : after;
}
