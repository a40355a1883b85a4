/** The version of the wire protocol this client speaks. */
export const PROTOCOL_VERSION = 1;
export { applyConversationItem } from './conversation/apply.js';
export { emptyConversation, type ConversationFeedState } from './conversation/feed-state.js';
export { applyInboxItem, emptyInbox, type InboxFeedState } from './inbox/apply.js';
export { ChatError, isChatError, type ChatErrorOptions } from './chat-error.js';
export type * from './generated/types.js';
export type { ErrorCode, RetryAdvice } from './generated/errors.js';
export type { ClientClock, TimerHandle } from './clock.js';
export { DEFAULT_TIMING, type ClientTiming } from './timing.js';
export { browserStorage, memoryStorage, type ChatStorage } from './storage.js';
export type { ReadableStore } from './store.js';
export type { TokenOption } from './token.js';
export type { FeedSink, OperationDocument, OperationKind, OperationRunner, RequestOptions } from './operation.js';
