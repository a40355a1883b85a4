/** What the parts of one client share. */
import { ChatError } from './chat-error.js';
import type { ClientClock } from './clock.js';
import type { MarkBook } from './conversation/mark-book.js';
import type { SnapshotReason, Person } from './generated/types.js';
import type { FeedDeps } from './feed/feed.js';
import type { OperationRunner } from './operation.js';
import type { Outbox } from './outbox/outbox.js';
import type { ReadableStore } from './store.js';
import type { ClientTiming } from './timing.js';

/** Somebody's state was thrown away and built anew. */
export interface ResetEvent {
  /** The conversation, or null for the inbox. */
  readonly conversationId: string | null;
  /** Why the server could not resume. */
  readonly reason: SnapshotReason;
}

/** The inside of a client, as its conversations and its inbox see it. */
export interface ClientContext {
  readonly clock: ClientClock;
  readonly timing: ClientTiming;
  readonly runner: OperationRunner;
  readonly feed: FeedDeps;
  readonly outbox: Outbox;
  readonly delivered: MarkBook;
  readonly viewer: ReadableStore<Person | null>;
  /** Wants the connection. */
  connect(): void;
  /** An error that nobody waits for. */
  report(error: ChatError): void;
  reset(event: ResetEvent): void;
  /** The inbox has this conversation: a feed of it that failed for want of access is tried again. */
  listed(conversationId: string): void;
  /** Something's sync status changed. */
  syncChanged(): void;
}

/** Where a client keeps its inside. A registered symbol, so that an entry loaded as CommonJS finds it in a client made by an ES module. */
export const CONTEXT: unique symbol = /*#__PURE__*/ Symbol.for('@parley/sdk context');

/** A client with its inside. */
export interface ContextOwner {
  readonly [CONTEXT]: ClientContext;
}

/** The inside of a client, for stores that stand in an entry of their own. Throws a `ChatError` INVALID_INPUT for what `createChatClient` did not make. */
export function contextOf(client: OperationRunner | (OperationRunner & ContextOwner)): ClientContext {
  if (CONTEXT in client) return client[CONTEXT];
  throw new ChatError('INVALID_INPUT', 'unable to use the client; it was not made by createChatClient');
}
