/** What a program holds of the inbox. */
import type { ClientContext } from '../context.js';
import type { SyncStatus } from '../feed/feed-engine.js';
import { MarkNoticesReadDocument, MuteConversationDocument } from '../generated/operations.js';
import { retainedStore, type RetainedStore } from '../retain.js';
import { mergeEntries } from './apply.js';
import { InboxEngine, type InboxState } from './engine.js';

/**
 * The viewer's conversations, unread counts, presences and notices. One per client.
 *
 * `subscribe` opens the feed, and the last one to stop closes it after `releaseGraceMs`. All functions are bound.
 */
export interface InboxHandle extends RetainedStore<InboxState> {
  /** Fetches older conversations. Does nothing while they are loading or none are left. Rejects with a `ChatError`. */
  readonly loadMore: () => Promise<void>;
  /** Takes a conversation out of the unread totals, or back in. Rejects with a `ChatError`. */
  readonly mute: (conversationId: string, muted: boolean) => Promise<void>;
  /** Marks notices read, by default all that are here. Rejects with a `ChatError`. */
  readonly markNoticesRead: (upToSeq?: number) => Promise<void>;
  /** Opens the feed again after `status` became `failed`. */
  readonly retry: () => void;
}

/** A handle with what only the client may do. */
export interface OwnedInbox {
  readonly handle: InboxHandle;
  readonly syncStatus: () => SyncStatus;
  /** The client closes. */
  readonly end: () => void;
}

/** Makes the handle of the inbox. */
export function createInbox(context: ClientContext): OwnedInbox {
  const { runner, clock } = context;
  const engine = new InboxEngine(context);
  const handle: InboxHandle = {
    ...retainedStore(engine.store, engine.retainer),
    loadMore: () => engine.loadMore(),
    mute: async (conversationId, muted) => {
      const { muteConversation } = await runner.request(MuteConversationDocument, { input: { conversationId, muted } });
      engine.change((state) => {
        const isHere = state.entries.some((entry) => entry.conversation.id === conversationId);
        return isHere ? { ...state, entries: mergeEntries(state.entries, [{ conversation: muteConversation.conversation }]) } : state;
      });
    },
    markNoticesRead: async (upToSeq) => {
      const seq = upToSeq ?? engine.unreadNotice?.seq;
      if (seq === undefined) return;
      await runner.request(MarkNoticesReadDocument, { input: { upToSeq: seq } });
      const readAt = new Date(clock.now()).toISOString();
      engine.change((state) => ({
        ...state,
        notices: state.notices.map((notice) => (notice.readAt === null && notice.seq <= seq ? { ...notice, readAt } : notice)),
      }));
    },
    retry: () => {
      engine.retry();
    },
  };
  return {
    handle,
    syncStatus: () => engine.syncStatus,
    end: () => {
      engine.retainer.end();
    },
  };
}
