import type { InboxHandle, InboxState, Notice } from '@parley/sdk';
import { useChatClient } from './chat-provider.js';
import { initialInbox } from './initial-states.js';
import { loadable, useResult, type Loadable, type View } from './use-result.js';

/** What {@link useNotices} returns. */
export type NoticesResult = Loadable & {
  /** Lines for the viewer alone, such as that support joined a conversation, in the order in which the store has them. */
  readonly notices: readonly Notice[];
  /** Marks notices as read up to `seq`. Default: all of them. Rejects with a ChatError. */
  readonly markRead: (upToSeq?: number) => Promise<void>;
};

const view: View<InboxState, InboxHandle, NoticesResult> = {
  initial: initialInbox,
  project: (state, inbox) => ({
    ...loadable(state),
    notices: state.notices,
    markRead: inbox.markNoticesRead,
  }),
};

/**
 * The viewer's notices, kept until they are read.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { notices, markRead } = useNotices();
 * const unread = notices.filter((notice) => notice.readAt === null);
 * return <button onClick={() => markRead()}>{unread.length} new</button>;
 * ```
 */
export function useNotices(): NoticesResult {
  return useResult(useChatClient().inbox(), view);
}
