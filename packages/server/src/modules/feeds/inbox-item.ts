/** What an inbox feed is made of, item by item. GraphQL resolves the union `InboxFeedItem` by `type`. */
import type { BroadcastView, ConversationView, NoticeView, PresenceView, UnreadTotalsView } from '../../kernel/views.js';
import type { PresenceChangedItem, SnapshotReason } from '../../log/feed-item.js';
import type { BroadcastChange } from '../broadcasts/index.js';

/** A conversation in somebody's list; its `viewer` is filled. */
export interface InboxEntryView {
  readonly conversation: ConversationView;
}

/** The list and its position, read together. */
export interface InboxSnapshotItem {
  readonly type: 'InboxSnapshot';
  readonly epoch: string;
  readonly position: string;
  readonly reason: SnapshotReason;
  /** Newest activity first. */
  readonly entries: readonly InboxEntryView[];
  readonly hasMore: boolean;
  readonly unread: UnreadTotalsView;
  readonly presences: readonly PresenceView[];
  /** The newest twenty, newest first. */
  readonly notices: readonly NoticeView[];
  /** All that are shown, newest first. */
  readonly broadcasts: readonly BroadcastView[];
  readonly broadcastReadSeq: number;
}

/** The feed goes on; what changed since its position follows. */
export interface InboxResumedItem {
  readonly type: 'InboxResumed';
  readonly epoch: string;
  readonly position: string;
  readonly unread: UnreadTotalsView;
  readonly presences: readonly PresenceView[];
}

/** A conversation's new state in the list. */
export interface InboxEntryChangedItem {
  readonly type: 'InboxEntryChanged';
  readonly entry: InboxEntryView;
  readonly unread: UnreadTotalsView;
}

/** A conversation left the list. */
export interface InboxEntryRemovedItem {
  readonly type: 'InboxEntryRemoved';
  readonly conversationId: string;
  readonly unread: UnreadTotalsView;
}

/** A new notice. */
export interface NoticePostedItem {
  readonly type: 'NoticePosted';
  readonly notice: NoticeView;
}

/** All broadcasts that are shown to the viewer: they replace those known before. */
export interface BroadcastsListedItem {
  readonly type: 'BroadcastsListed';
  /** Newest first. */
  readonly broadcasts: readonly BroadcastView[];
  readonly readSeq: number;
}

/** The viewer has read broadcasts, perhaps on another device. */
export interface BroadcastsReadItem {
  readonly type: 'BroadcastsRead';
  readonly readSeq: number;
}

/** Everything up to `position` has been sent. */
export interface InboxHeadItem {
  readonly type: 'InboxHead';
  readonly position: string;
  readonly at: string;
}

/** Any item of an inbox feed. */
export type InboxFeedItem =
  | InboxSnapshotItem
  | InboxResumedItem
  | InboxEntryChangedItem
  | InboxEntryRemovedItem
  | NoticePostedItem
  | BroadcastsListedItem
  | BroadcastChange
  | BroadcastsReadItem
  | PresenceChangedItem
  | InboxHeadItem;
