/** What a program holds of a conversation. */
import type { ClientContext } from '../context.js';
import { randomId } from '../clock.js';
import type { ChatError } from '../chat-error.js';
import {
  AddReactionDocument,
  DeleteMessageDocument,
  EditMessageDocument,
  MessageDocument,
  MessagesDocument,
  RemoveReactionDocument,
  StartTypingDocument,
  StopTypingDocument,
  ThreadDocument,
} from '../generated/operations.js';
import type { Audience, JsonObject, Message } from '../generated/types.js';
import type { OperationDocument } from '../operation.js';
import { quiet } from '../outbox/outbox.js';
import { retainedStore, type RetainedStore } from '../retain.js';
import { ConversationEngine, PAGE_SIZE } from './engine.js';
import { TypingSender } from './typing.js';
import type { EngineListeners, SyncStatus } from '../feed/feed-engine.js';
import type { ConversationState } from './view.js';
import { MessageWindow, type MessageWindowState, type WindowSource } from './window.js';

/** A message to send. */
export interface SendInput {
  readonly text: string;
  /** The message that it answers. */
  readonly parentId?: string | null | undefined;
  /** Typed facts for the programs on the other side; at most 4 KiB. */
  readonly metadata?: JsonObject | undefined;
  /** Who may see it; everyone by default. */
  readonly audience?: Audience | undefined;
}

/** A window on some of the messages; see {@link ConversationHandle.thread} and {@link ConversationHandle.around}. */
export interface MessageWindowHandle extends RetainedStore<MessageWindowState> {
  /** Fetches an older page. Does nothing while there is none. Rejects with a `ChatError`. */
  readonly loadMore: () => Promise<void>;
  /** Fetches a newer page, likewise. */
  readonly loadNewer: () => Promise<void>;
  /** Sends a message; in a thread as a reply to its message. As {@link ConversationHandle.send}. */
  readonly send: (input: string | SendInput) => Promise<Message>;
}

/**
 * A conversation. The client hands out the same object for the same id for as long as anybody uses it.
 *
 * `subscribe` opens the feed, and the last one to stop closes it after `releaseGraceMs`. All functions are bound.
 */
export interface ConversationHandle extends RetainedStore<ConversationState> {
  readonly id: string;
  /**
   * Sends a message. It is in `messages` with status `sending` when this returns, feed open or not. The promise resolves
   * with the server's message, after any number of attempts, and rejects when the server refuses it or when it is
   * discarded; a rejection that nobody handles does no harm. The feed may bring the message before or after that.
   * Rejects with CONVERSATION_CLOSED, MESSAGE_TOO_LONG, INVALID_INPUT, FORBIDDEN, NOT_FOUND, IDEMPOTENCY_CONFLICT, CLIENT_CLOSED.
   */
  readonly send: (input: string | SendInput) => Promise<Message>;
  /** Fetches a page of 50 older messages. Does nothing while one is loading or none is left. Rejects with a `ChatError`. */
  readonly loadMore: () => Promise<void>;
  /**
   * Tells that the viewer read everything up to `seq`, by default the newest message here. Many calls become few
   * requests; a mark that is behind the known one resolves at once. Rejects with a `ChatError`, which may be ignored.
   */
  readonly markRead: (seq?: number) => Promise<void>;
  /** The viewer pressed a key in the field: the others see them typing. Call it on every key. */
  readonly keystroke: () => void;
  /** The viewer stopped typing. Sending does this by itself. */
  readonly stopTyping: () => void;
  /** Changes the text of an own message. The list changes when the feed brings it. Rejects with a `ChatError`. */
  readonly edit: (messageId: string, text: string) => Promise<Message>;
  /** Deletes a message; a tombstone stays. Likewise. */
  readonly deleteMessage: (messageId: string) => Promise<Message>;
  /** Reacts to a message. Doing it twice changes nothing. Likewise. */
  readonly addReaction: (messageId: string, emoji: string) => Promise<Message>;
  /** Takes a reaction back. Likewise. */
  readonly removeReaction: (messageId: string, emoji: string) => Promise<Message>;
  /** The replies of a message, as a list of their own. */
  readonly thread: (messageId: string) => MessageWindowHandle;
  /** The messages around a seq, for jumping far back. */
  readonly around: (seq: number) => MessageWindowHandle;
  /** Opens the feed again after `status` became `failed`. It happens by itself when the inbox, if that is open, tells that the conversation is there. */
  readonly retry: () => void;
}

/** A handle with what only the client may do. */
export interface OwnedConversation {
  readonly handle: ConversationHandle;
  readonly syncStatus: () => SyncStatus;
  /** The server is there again. */
  readonly wake: () => void;
  /** The client closes. */
  readonly end: () => void;
}

/** Makes the handle of a conversation; the listeners are told when its feed opens and when nobody uses it any more. */
export function createConversation(context: ClientContext, id: string, listeners: EngineListeners): OwnedConversation {
  const { runner, outbox, clock, timing } = context;
  const windows = new Map<string, { readonly window: MessageWindow; readonly handle: MessageWindowHandle }>();
  const engine = new ConversationEngine(context, id, listeners);
  const ignore = (error: ChatError) => error;
  const typing = new TypingSender({
    clock,
    timing,
    start: () => void runner.request(StartTypingDocument, { input: { conversationId: id } }).catch(ignore),
    stop: () => void runner.request(StopTypingDocument, { input: { conversationId: id } }).catch(ignore),
  });

  const run = async <Data, Input>(document: OperationDocument<Data, { readonly input: Input }>, input: Input, pick: (data: Data) => { readonly message: Message }) =>
    pick(await runner.request(document, { input })).message;

  const send = (input: string | SendInput, parentId: string | null = null): Promise<Message> => {
    const { text, parentId: answers, metadata, audience } = typeof input === 'string' ? { text: input } : input;
    typing.sent();
    context.connect();
    return outbox.add({
      clientId: randomId(clock),
      conversationId: id,
      text,
      parentId: answers ?? parentId,
      metadata: metadata ?? null,
      audience: audience ?? null,
      createdAt: clock.now(),
      state: 'queued',
      error: null,
      message: null,
    });
  };

  const open = (key: string, source: WindowSource): MessageWindowHandle => {
    const known = windows.get(key);
    if (known) return known.handle;
    const window = new MessageWindow(context, engine, {
      source,
      // A handle that was kept and is used again is the one that others get.
      onOpen: () => {
        if (!windows.has(key)) windows.set(key, own);
      },
      onIdle: () => {
        windows.delete(key);
      },
    });
    const handle: MessageWindowHandle = {
      ...retainedStore(window.store, window.retainer),
      loadMore: () => window.loadMore(),
      loadNewer: () => window.loadNewer(),
      send: (input) => send(input, source.parentId),
    };
    const own = { window, handle };
    windows.set(key, own);
    return handle;
  };

  const handle: ConversationHandle = {
    id,
    ...retainedStore(engine.store, engine.retainer),
    send: (input) => send(input),
    loadMore: () => engine.loadMore(),
    markRead: (seq) => quiet(engine.read.move(seq ?? engine.state.messages.at(-1)?.seq ?? 0)),
    keystroke: () => {
      typing.keystroke();
    },
    stopTyping: () => {
      typing.stop();
    },
    edit: (messageId, text) => run(EditMessageDocument, { messageId, text, clientId: randomId(clock) }, (data) => data.editMessage),
    deleteMessage: (messageId) => run(DeleteMessageDocument, { messageId }, (data) => data.deleteMessage),
    addReaction: (messageId, emoji) => run(AddReactionDocument, { messageId, emoji }, (data) => data.addReaction),
    removeReaction: (messageId, emoji) => run(RemoveReactionDocument, { messageId, emoji }, (data) => data.removeReaction),
    thread: (messageId) => {
      const page = async (range: object) => (await runner.request(ThreadDocument, { messageId, ...range })).thread;
      return open(`thread ${messageId}`, {
        parentId: messageId,
        parent: async () => engine.state.messages.find((message) => message.id === messageId) ?? (await runner.request(MessageDocument, { id: messageId })).message,
        first: () => page({ last: PAGE_SIZE }),
        page,
      });
    },
    around: (around) => {
      const page = async (range: object) => (await runner.request(MessagesDocument, { conversationId: id, ...range })).messages;
      return open(`around ${around}`, { parentId: null, parent: async () => null, first: () => page({ around }), page });
    },
    retry: () => {
      engine.retry();
    },
  };

  return {
    handle,
    syncStatus: () => engine.syncStatus,
    wake: () => {
      engine.read.wake();
    },
    end: () => {
      typing.sent();
      engine.read.close();
      for (const { window } of windows.values()) window.retainer.end();
      engine.retainer.end();
    },
  };
}
