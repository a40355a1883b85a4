/** Announcements of the site to the viewer, out of the inbox that the client has anyway. */
import type { ChatClient } from '../create-chat-client.js';
import { MarkBroadcastsReadDocument } from '../generated/operations.js';
import type { Broadcast } from '../generated/types.js';
import { perClient } from './handles.js';
import { derivedStore, IDLE, type StoreState, type SupportStore } from './support-store.js';

/** The broadcasts that are shown to the viewer. */
export interface BroadcastsData {
  /** Newest first. */
  readonly broadcasts: readonly Broadcast[];
  /** Those above the mark up to which the viewer has read. */
  readonly unreadCount: number;
  /** Broadcasts up to this `seq` are read. */
  readonly readSeq: number;
}

/** The state of {@link broadcasts}. */
export type BroadcastsState = StoreState<BroadcastsData>;

/** The store of the viewer's broadcasts. */
export interface BroadcastsHandle extends SupportStore<BroadcastsState> {
  /** Marks them read up to a `seq`, by default all that are here. On all devices, this one too, as their feeds tell it. Rejects with a `ChatError`. */
  readonly markRead: (upToSeq?: number) => Promise<void>;
}

const INITIAL: BroadcastsState = { ...IDLE, broadcasts: [], unreadCount: 0, readSeq: 0 };

/**
 * The announcements that are shown to the viewer, live: they come when they are published, and go when they are revoked or expire. They cannot be answered. The feed is that of
 * `client.inbox()`.
 *
 * @example
 * const news = broadcasts(client);
 * news.subscribe(() => render(news.getSnapshot().broadcasts));
 */
export const broadcasts: (client: ChatClient) => BroadcastsHandle = /*#__PURE__*/ perClient((_context, client) => {
  const inbox = client.inbox();
  const store = derivedStore<BroadcastsState>({
    initial: INITIAL,
    sources: () => [inbox],
    read: () => {
      const { status, error, syncStatus, broadcasts: shown, broadcastReadSeq: readSeq } = inbox.getSnapshot();
      return { status, error, syncStatus, broadcasts: shown, unreadCount: shown.filter(({ seq }) => seq > readSeq).length, readSeq };
    },
  });
  const markRead = async (upToSeq = inbox.getSnapshot().broadcasts[0]?.seq): Promise<void> => {
    if (upToSeq === undefined || upToSeq <= inbox.getSnapshot().broadcastReadSeq) return;
    await client.request(MarkBroadcastsReadDocument, { input: { upToSeq } });
  };
  return { ...store, initial: INITIAL, retain: inbox.retain, retry: inbox.retry, markRead };
});
