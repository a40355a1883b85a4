/** For tests: the smallest conversation of two, and things that happen in it. */
import type { Conversation, ConversationFeedItem, ConversationSnapshot, Message, Participant, Person, Receipt } from '../generated/types.js';

/** A moment. */
export const AT = '2026-01-01T00:00:00.000Z';

/** Somebody. */
export const person = (id: string): Person => ({ id, displayName: id, role: 'CLIENT', avatarUrl: null, isGuest: false });

/** Somebody in the conversation. */
export const participant = (id: string): Participant => ({ user: person(id), role: 'CLIENT', flowRole: null, joinedAt: AT, leftAt: null });

/** The marks of somebody. */
export const receipt = (userId: string, rest: Partial<Receipt> = {}): Receipt => ({ userId, deliveredSeq: 0, deliveredAt: null, readSeq: 0, readAt: null, ...rest });

/** A message of `usr_a`. */
export const message = (seq: number, rest: Partial<Message> = {}): Message => ({
  id: `msg_${seq}`,
  conversationId: 'cnv_1',
  seq,
  clientId: `client-${seq}`,
  sender: person('usr_a'),
  kind: 'TEXT',
  origin: 'USER_INPUT',
  audience: 'EVERYONE',
  text: `text ${seq}`,
  metadata: {},
  parentId: null,
  replyCount: 0,
  sentAt: AT,
  editedAt: null,
  editCount: 0,
  isDeleted: false,
  deletedAt: null,
  reactions: [],
  ...rest,
});

/** The conversation of `usr_a` and `usr_b`. */
export const conversation = (lastSeq: number): Conversation => ({
  id: 'cnv_1',
  kind: 'DIRECT',
  title: 'two',
  createdAt: AT,
  lastSeq,
  lastActivityAt: AT,
  sendGate: { state: 'OPEN', openUntil: null },
  booking: null,
  lastMessage: null,
  participants: [participant('usr_a'), participant('usr_b')],
});

/** A first item. */
export const snapshot = ({ seq, messages = [], ...rest }: { seq: number; messages?: Message[] } & Partial<Pick<ConversationSnapshot, 'epoch' | 'reason'>>): Extract<ConversationFeedItem, { __typename: 'ConversationSnapshot' }> => ({
  __typename: 'ConversationSnapshot',
  epoch: 'e1',
  reason: 'FIRST',
  ...rest,
  seq,
  conversation: conversation(seq),
  supportCase: null,
  messages: {
    edges: messages.map((node) => ({ cursor: String(node.seq), node })),
    pageInfo: { startCursor: null, endCursor: null, hasNextPage: false, hasPreviousPage: false },
  },
  receipts: [receipt('usr_a'), receipt('usr_b')],
  presences: [],
  typing: [],
  tags: [],
  colleagues: [],
});

/** Somebody comes. */
export const joined = (seq: number, id: string): ConversationFeedItem => ({ __typename: 'ParticipantJoined', seq, prevSeq: seq - 1, at: AT, participant: participant(id) });
