import type { Broadcast, SyncStatus } from '@parley/sdk';
import { broadcasts, type BroadcastsHandle, type BroadcastsState } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useBroadcasts} returns. */
export type BroadcastsResult = Loadable & {
  readonly syncStatus: SyncStatus;
  /** Those shown to the viewer, newest first. */
  readonly broadcasts: readonly Broadcast[];
  readonly unreadCount: number;
  /** Broadcasts up to this `seq` are read. */
  readonly readSeq: number;
  /** Marks them read up to a `seq`, by default all. Rejects with a `ChatError`. */
  readonly markRead: (upToSeq?: number) => Promise<void>;
  /** Opens it again after `failed`. */
  readonly retry: () => void;
};

const project = (state: BroadcastsState, { markRead, retry }: BroadcastsHandle): BroadcastsResult => ({
  ...loadable(state),
  syncStatus: state.syncStatus,
  broadcasts: state.broadcasts,
  unreadCount: state.unreadCount,
  readSeq: state.readSeq,
  markRead,
  retry,
});

/** The part of the result that `select` takes. */
export function useBroadcasts<Selected>(options: Selecting<BroadcastsResult, Selected>): Selected;
/**
 * The announcements of the site to the viewer, live: they come when they are published, and go when they are revoked or expire. They cannot be answered.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { broadcasts, unreadCount, markRead } = useBroadcasts();
 * return <button onClick={() => markRead()}>{unreadCount} new: {broadcasts[0]?.title}</button>;
 * ```
 */
export function useBroadcasts(): BroadcastsResult;
export function useBroadcasts<Selected>(options?: Selecting<BroadcastsResult, Selected>): BroadcastsResult | Selected {
  return useSupportStore(broadcasts(useChatClient()), project, options?.select);
}
