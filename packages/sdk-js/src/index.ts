/**
 * The client of a Parley server. Nothing is touched at import: no DOM, no Node, no network.
 *
 * @packageDocumentation
 */
export { PROTOCOL_VERSION } from './protocol-version.js';
export { createChatClient } from './platform.js';
export type { ChatClient, ChatClientOptions, ConnectionState } from './create-chat-client.js';
export type { ConnectionStatus } from './connection/machine.js';
export type { LinkState, TransportKind } from './connection/connection.js';
export type { ResetEvent } from './context.js';
export type { ConversationHandle, MessageWindowHandle, SendInput } from './conversation/handle.js';
export type { ConversationState } from './conversation/view.js';
export type { LoadStatus, SyncStatus } from './feed/feed-engine.js';
export type { MessageItem, MessageStatus } from './conversation/items.js';
export type { MessageWindowState } from './conversation/window.js';
export type { InboxHandle } from './inbox/handle.js';
export type { InboxState } from './inbox/engine.js';
export { applyConversationItem, standingOf, type ItemStanding } from './conversation/apply.js';
export { emptyConversation, type ConversationFeedState } from './conversation/feed-state.js';
export { applyInboxItem, emptyInbox, type InboxFeedState } from './inbox/apply.js';
export { guestToken, type GuestTokenOptions } from './guest-token.js';
export { ChatError, isChatError, type ChatErrorOptions, type ErrorReport } from './chat-error.js';
export type * from './generated/types.js';
export type { ErrorCode, RetryAdvice } from './generated/errors.js';
export type { ClientClock, TimerHandle } from './clock.js';
export { DEFAULT_TIMING, type ClientTiming } from './timing.js';
export { browserStorage, memoryStorage, type ChatStorage } from './storage.js';
export type { ReadableStore } from './store.js';
export type { TokenOption } from './token.js';
export type { WebSocketConstructor, WebSocketLike } from './transport/socket.js';
export type { FeedSink, OperationDocument, OperationKind, OperationRunner, RequestOptions } from './operation.js';
