/**
 * What an item of the conversation feed does to the state. Pure: the server's own tests run it too, to prove that a
 * snapshot plus its events equals a later snapshot.
 */
import type { ColleagueActive, Conversation, ConversationFeedItem, Message, Participant, Receipt, TypingStarted } from '../generated/types.js';
import type { ConversationFeedState } from './feed-state.js';
import { changeCounted, mergeMessages, withAhead } from './messages.js';
import { withUser } from './with-user.js';

/** Length in characters at which the server cuts the preview of a message. */
const PREVIEW_LENGTH = 120;

/** How an item stands to a position: to be applied, known already, or coming after something that is missing. */
export type ItemStanding = 'apply' | 'repeat' | 'hole';

/** An item with a place in the log. */
type EventItem = Extract<ConversationFeedItem, { readonly prevSeq: number }>;

/** Looks at the chain: each event names the one before it that this audience got. A head past the position is a hole too. */
export function standingOf(state: ConversationFeedState, item: ConversationFeedItem): ItemStanding {
  if (item.__typename === 'FeedHead') return item.seq > state.seq ? 'hole' : 'apply';
  if (!isEvent(item)) return 'apply';
  if (item.seq <= state.seq) return 'repeat';
  return item.prevSeq > state.seq ? 'hole' : 'apply';
}

/** Whether an item has a place in the log. */
export function isEvent(item: ConversationFeedItem): item is EventItem {
  return 'prevSeq' in item;
}

/**
 * The state after an item. An event that the state contains already changes nothing, so repeats are harmless; that nothing
 * is missing before an event is checked with {@link standingOf}.
 */
export function applyConversationItem(state: ConversationFeedState, item: ConversationFeedItem): ConversationFeedState {
  switch (item.__typename) {
    case 'ConversationSnapshot':
      return {
        epoch: item.epoch,
        seq: item.seq,
        conversation: item.conversation,
        messages: item.messages.edges.map((edge) => edge.node),
        hasMore: item.messages.pageInfo.hasPreviousPage,
        supportCase: item.supportCase,
        queuePosition: item.supportCase?.id === state.queuePosition?.caseId ? state.queuePosition : null,
        receipts: item.receipts,
        tags: item.tags,
        presences: item.presences,
        typing: item.typing,
        colleagues: item.colleagues,
        countedAhead: {},
      };
    case 'ConversationResumed':
      return { ...state, epoch: item.epoch, presences: item.presences, typing: item.typing, colleagues: item.colleagues };
    case 'TypingStarted':
      return { ...state, typing: [...withoutTyping(state.typing, item.user.id), { user: item.user, expiresAt: item.expiresAt }] };
    case 'TypingStopped':
      return stopTyping(state, item.userId);
    case 'ColleagueActive':
      return withColleagues(state, item.user.id, [{ user: item.user, activity: item.activity, expiresAt: item.expiresAt }]);
    case 'ColleagueGone':
      return withColleagues(state, item.userId, []);
    case 'PresenceChanged':
      return { ...state, presences: withUser(state.presences, item.presence) };
    case 'QueuePositionChanged':
      return { ...state, queuePosition: item };
    case 'FeedHead':
      return state;
    default:
      return item.seq <= state.seq ? state : applyEvent(state, item);
  }
}

function applyEvent(state: ConversationFeedState, item: EventItem): ConversationFeedState {
  const moved: ConversationFeedState = {
    ...state,
    ...changeCounted(state, item),
    seq: item.seq,
    conversation: state.conversation && { ...state.conversation, lastSeq: Math.max(state.conversation.lastSeq, item.seq) },
  };
  switch (item.__typename) {
    case 'MessageSent':
      return applySent(moved, item.message, item.at);
    case 'MessageEdited':
    case 'MessageDeleted':
      return mapConversation(moved, (conversation) => withEditedPreview(conversation, item.message));
    case 'ReceiptAdvanced':
      return { ...moved, receipts: withUser(moved.receipts, item.receipt) };
    case 'ParticipantJoined':
      return withParticipant(moved, item.participant);
    case 'ParticipantLeft':
      return withoutParticipant(moved, item.participant.user.id);
    case 'ConversationUpdated':
      // Its preview may be missing: the messages say what the newest one is.
      return mapConversation(moved, (conversation) => ({
        ...conversation,
        ...item.conversation,
        lastSeq: conversation.lastSeq,
        lastMessage: item.conversation.lastMessage ?? conversation.lastMessage,
      }));
    case 'TagsChanged':
      return { ...moved, tags: item.tags };
    case 'CaseUpdated':
      return { ...moved, supportCase: item.case, queuePosition: item.case.status === 'QUEUED' ? moved.queuePosition : null };
    case 'ReactionAdded':
    case 'ReactionRemoved':
      return moved;
  }
}

function applySent(state: ConversationFeedState, message: Message, at: string): ConversationFeedState {
  // Marks are seen by everyone, so a message that only some may know of does not move them.
  const mine = message.audience === 'EVERYONE' ? state.receipts.find((receipt) => receipt.userId === message.sender.id) : undefined;
  const { seq } = message;
  const advanced = mine && {
    ...mine,
    ...(mine.deliveredSeq < seq ? { deliveredSeq: seq, deliveredAt: at } : {}),
    ...(mine.readSeq < seq ? { readSeq: seq, readAt: at } : {}),
  };
  const sent = stopTyping(
    {
      ...state,
      messages: mergeMessages(state.messages, [message]),
      countedAhead: withAhead(state.countedAhead, message.id, message.replyCount),
      receipts: advanced ? withUser(state.receipts, advanced) : state.receipts,
    },
    message.sender.id,
  );
  return mapConversation(sent, (conversation) => ({
    ...conversation,
    lastActivityAt: message.audience === 'EVERYONE' && at > conversation.lastActivityAt ? at : conversation.lastActivityAt,
    lastMessage: { seq: message.seq, text: preview(message.text), sender: message.sender.id, kind: message.kind, sentAt: message.sentAt },
  }));
}

/** Cut as the database cuts it: by code points. */
function preview(text: string): string {
  return text.length <= PREVIEW_LENGTH ? text : [...text].slice(0, PREVIEW_LENGTH).join('');
}

function withEditedPreview(conversation: Conversation, message: Message): Conversation {
  const last = conversation.lastMessage;
  if (last?.seq !== message.seq) return conversation;
  return { ...conversation, lastMessage: { ...last, text: preview(message.text) } };
}

function mapConversation(state: ConversationFeedState, change: (conversation: Conversation) => Conversation): ConversationFeedState {
  return state.conversation ? { ...state, conversation: change(state.conversation) } : state;
}

function withParticipant(state: ConversationFeedState, participant: Participant): ConversationFeedState {
  const { id } = participant.user;
  const receipt: Receipt = state.receipts.find((each) => each.userId === id) ?? { userId: id, deliveredSeq: 0, deliveredAt: null, readSeq: 0, readAt: null };
  return mapConversation({ ...state, receipts: withUser(state.receipts, receipt) }, (conversation) => ({
    ...conversation,
    participants: [...conversation.participants.filter((each) => each.user.id !== id), participant],
  }));
}

function withoutParticipant(state: ConversationFeedState, userId: string): ConversationFeedState {
  const left = mapConversation(stopTyping(state, userId), (conversation) => ({
    ...conversation,
    participants: conversation.participants.filter((each) => each.user.id !== userId),
  }));
  return {
    ...left,
    receipts: left.receipts.filter((receipt) => receipt.userId !== userId),
    presences: left.presences.filter((presence) => presence.userId !== userId),
  };
}

function withoutTyping(typing: readonly TypingStarted[], userId: string): readonly TypingStarted[] {
  return typing.some((each) => each.user.id === userId) ? typing.filter((each) => each.user.id !== userId) : typing;
}

function withColleagues(state: ConversationFeedState, userId: string, instead: readonly ColleagueActive[]): ConversationFeedState {
  return { ...state, colleagues: [...state.colleagues.filter(({ user }) => user.id !== userId), ...instead] };
}

function stopTyping(state: ConversationFeedState, userId: string): ConversationFeedState {
  const typing = withoutTyping(state.typing, userId);
  return typing === state.typing ? state : { ...state, typing };
}
