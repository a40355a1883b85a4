/** What a conversation's feed is made of, item by item. GraphQL resolves the union `ConversationFeedItem` by `type`. */
import { type AudienceSet, headOf, type Heads } from '../kernel/audience.js';
import type {
  ConversationView,
  MessagePreviewView,
  MessageView,
  PersonView,
  PresenceView,
  ReceiptView,
  TagView,
  SupportCaseView,
} from '../kernel/views.js';
import { supportCaseFor } from '../kernel/case-view.js';
import type { DurablePayloads, LogEvent } from './event.js';

/** Where a durable event stands in the feed of one audience. */
export interface Place {
  readonly seq: number;
  /** `seq` of the event before it that this audience got; 0 if there was none. */
  readonly prevSeq: number;
  /** RFC 3339. */
  readonly at: string;
}

/** A durable event as one audience gets it. The same object goes to all subscribers of the audience. */
export type DurableItem = {
  [T in keyof DurablePayloads]: Place & { readonly type: T } & DurablePayloads[T];
}[keyof DurablePayloads];

/** Somebody writes; it ends by itself at `expiresAt`. */
export interface TypingStartedItem {
  readonly type: 'TypingStarted';
  readonly user: PersonView;
  readonly expiresAt: string;
}
/** Somebody no longer writes. */
export interface TypingStoppedItem {
  readonly type: 'TypingStopped';
  readonly userId: string;
}
/** What a colleague does with a conversation at the moment. */
export type ColleagueActivity = 'looking' | 'typing';
/** Somebody of the staff looks at the conversation or writes into it, a note perhaps; for staff. It ends by itself at `expiresAt`. */
export interface ColleagueActiveItem {
  readonly type: 'ColleagueActive';
  readonly user: PersonView;
  readonly activity: ColleagueActivity;
  readonly expiresAt: string;
}
/** Somebody of the staff does not any more; for staff. */
export interface ColleagueGoneItem {
  readonly type: 'ColleagueGone';
  readonly userId: string;
}
/** Somebody came or went. */
export interface PresenceChangedItem {
  readonly type: 'PresenceChanged';
  readonly presence: PresenceView;
}
/** Why there is no estimate of a wait: too few cases were handed over lately, or nobody is there to take one. */
export type NoEstimate = 'TOO_FEW_HAND_OVERS' | 'NO_AGENTS';

/** Where a case stands in its line, and how long it may take. Passing: it has no place in the log. */
export interface QueuePositionItem {
  readonly type: 'QueuePositionChanged';
  readonly caseId: string;
  /** 1 is the next; null once the case waits no more. */
  readonly position: number | null;
  /** Seconds from now, or null with a reason. */
  readonly estimatedWaitSeconds: number | null;
  /** What the estimate rests on: so many hand-overs within so many seconds. */
  readonly basis: { readonly handOvers: number; readonly seconds: number } | null;
  readonly noEstimateReason: NoEstimate | null;
  /** RFC 3339. */
  readonly at: string;
}
/** The newest `seq` this audience was sent: proves that silence is silence. */
export interface FeedHeadItem {
  readonly type: 'FeedHead';
  readonly seq: number;
  readonly at: string;
}

/** A page of messages, ascending by `seq`. */
export interface MessagePage {
  readonly items: readonly MessageView[];
  readonly hasMoreBefore: boolean;
  readonly hasMoreAfter: boolean;
}

/** Why a feed begins with a snapshot. */
export type SnapshotReason = 'FIRST' | 'EPOCH_CHANGED' | 'AHEAD_OF_LOG' | 'TOO_FAR_BEHIND';

/** State and position, read together. */
export interface ConversationSnapshotItem {
  readonly type: 'ConversationSnapshot';
  readonly epoch: string;
  readonly seq: number;
  readonly reason: SnapshotReason;
  readonly conversation: ConversationView;
  /** The case of support that it belongs to; null for other kinds. */
  readonly supportCase: SupportCaseView | null;
  readonly messages: MessagePage;
  readonly receipts: readonly ReceiptView[];
  /** Empty for all but staff. */
  readonly tags: readonly TagView[];
  readonly presences: readonly PresenceView[];
  readonly typing: readonly TypingStartedItem[];
  /** Empty for all but staff. */
  readonly colleagues: readonly ColleagueActiveItem[];
}

/** The feed goes on at `seq`; the events up to `head` follow. */
export interface ConversationResumedItem {
  readonly type: 'ConversationResumed';
  readonly epoch: string;
  readonly seq: number;
  readonly head: number;
  readonly presences: readonly PresenceView[];
  readonly typing: readonly TypingStartedItem[];
  /** Empty for all but staff. */
  readonly colleagues: readonly ColleagueActiveItem[];
}

/** Anything without a `seq` of its own that comes while a feed is open. */
export type PassingItem = TypingStartedItem | TypingStoppedItem | ColleagueActiveItem | ColleagueGoneItem | PresenceChangedItem | QueuePositionItem | FeedHeadItem;

/** Any item of a conversation's feed. */
export type ConversationFeedItem = ConversationSnapshotItem | ConversationResumedItem | DurableItem | PassingItem;

/** The preview of the newest message that an audience may see. */
export function previewFor(heads: Heads, set: AudienceSet): MessagePreviewView | null {
  const { last } = headOf(heads, set);
  return last && { seq: last.seq, text: last.text, sender: last.by, kind: last.kind, sentAt: last.at };
}

/** Makes the item of an event for one audience. */
export function itemOf(event: LogEvent, set: AudienceSet, prevSeq: number): DurableItem {
  const place: Place = { seq: event.seq, prevSeq, at: event.at };
  switch (event.type) {
    case 'MessageSent':
    case 'MessageEdited':
    case 'MessageDeleted':
      return { type: event.type, ...place, message: event.payload.message };
    case 'ReactionAdded':
    case 'ReactionRemoved': {
      const { messageId, emoji, userId } = event.payload;
      return { type: event.type, ...place, messageId, emoji, userId };
    }
    case 'ReceiptAdvanced':
      return { type: event.type, ...place, receipt: event.payload.receipt };
    case 'ParticipantJoined':
    case 'ParticipantLeft':
      return { type: event.type, ...place, participant: event.payload.participant };
    case 'TagsChanged':
      return { type: event.type, ...place, tags: event.payload.tags };
    case 'ConversationUpdated': {
      const lastMessage = previewFor(event.heads, set);
      return { type: event.type, ...place, conversation: { ...event.payload.conversation, lastMessage, viewer: null } };
    }
    case 'CaseUpdated':
      return { type: event.type, ...place, case: supportCaseFor(set.key === 'staff', event.payload.case) };
  }
}

/** A message on a conversation's topic that is no durable event. */
export interface TypingSignal {
  readonly typing: TypingStartedItem | TypingStoppedItem;
}

/** Whether a bus message is a {@link TypingSignal}. */
export function isTypingSignal(message: unknown): message is TypingSignal {
  return typeof message === 'object' && message !== null && 'typing' in message;
}

/** A message on a conversation's topic that is for its staff alone, and no durable event either. */
export interface ColleagueSignal {
  readonly colleague: ColleagueActiveItem | ColleagueGoneItem;
}

/** Whether a bus message is a {@link ColleagueSignal}. */
export function isColleagueSignal(message: unknown): message is ColleagueSignal {
  return typeof message === 'object' && message !== null && 'colleague' in message;
}
