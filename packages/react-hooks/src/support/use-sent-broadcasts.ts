import type { SentBroadcast } from '@parley/sdk';
import { sentBroadcasts, type ListState, type SentBroadcastsHandle, type SentBroadcastsOptions } from '@parley/sdk/support';
import { useChatClient } from '../chat-provider.js';
import { loadable, type Loadable, type Selecting } from '../use-result.js';
import { useSupportStore } from './use-support-store.js';

/** What {@link useSentBroadcasts} returns. */
export type SentBroadcastsResult = Loadable &
  Pick<SentBroadcastsHandle, 'send' | 'update' | 'revoke' | 'reach' | 'audienceSize' | 'loadMore' | 'retry'> & {
    /** Those loaded so far, newest first. */
    readonly broadcasts: readonly SentBroadcast[];
    readonly hasMore: boolean;
    readonly isLoadingMore: boolean;
  };

const project = (state: ListState<SentBroadcast>, { send, update, revoke, reach, audienceSize, loadMore, retry }: SentBroadcastsHandle): SentBroadcastsResult => ({
  ...loadable(state),
  broadcasts: state.items,
  hasMore: state.hasMore,
  isLoadingMore: state.isLoadingMore,
  send,
  update,
  revoke,
  reach,
  audienceSize,
  loadMore,
  retry,
});

/** The part of the result that `select` takes. */
export function useSentBroadcasts<Selected>(options: SentBroadcastsOptions & Selecting<SentBroadcastsResult, Selected>): Selected;
/**
 * The site's broadcasts whatever their state: to send, schedule, change before that, take back and count. For admins; `status` is `failed` with FORBIDDEN for others.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { broadcasts, send, revoke } = useSentBroadcasts();
 * await send({ title: 'Maintenance', text: 'Tonight at ten.', audience: { roles: ['PROVIDER'] } });
 * ```
 */
export function useSentBroadcasts(options?: SentBroadcastsOptions): SentBroadcastsResult;
export function useSentBroadcasts<Selected>({ state, select }: SentBroadcastsOptions & Partial<Selecting<SentBroadcastsResult, Selected>> = {}): SentBroadcastsResult | Selected {
  return useSupportStore(sentBroadcasts(useChatClient(), { state }), project, select);
}
