import type { ConnectionState, ConversationState, InboxState, MessageWindowState } from '@parley/sdk';

/** The states of stores that nobody has opened: what a server renders, and what hydration must find again. */

export const initialConnection: ConnectionState = {
  status: 'idle',
  syncStatus: 'synced',
  transport: null,
  error: null,
  retryAt: null,
};

export const initialConversation: ConversationState = {
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
  presences: [],
  typing: [],
  tags: [],
  colleagues: [],
  seq: 0,
  epoch: null,
};

export const initialWindow: MessageWindowState = {
  status: 'idle',
  error: null,
  parent: null,
  messages: [],
  hasMore: false,
  hasNewer: false,
  isLoadingMore: false,
};

export const initialInbox: InboxState = {
  status: 'idle',
  error: null,
  syncStatus: 'synced',
  entries: [],
  hasMore: false,
  isLoadingMore: false,
  unread: { messages: 0, conversations: 0 },
  presences: [],
  notices: [],
  broadcasts: [],
  broadcastReadSeq: 0,
};
