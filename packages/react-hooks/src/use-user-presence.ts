import type { InboxHandle, InboxState } from '@parley/sdk';
import { useMemo } from 'react';
import { useChatClient } from './chat-provider.js';
import { initialInbox } from './initial-states.js';
import { useResult, type View } from './use-result.js';

/** What {@link useUserPresence} returns. */
export interface UserPresenceResult {
  readonly isOnline: boolean;
  /** RFC 3339; null while online, or when never seen. */
  readonly lastSeenAt: string | null;
}

const presenceOf = (userId: string): View<InboxState, InboxHandle, UserPresenceResult> => ({
  initial: initialInbox,
  project({ presences }) {
    const presence = presences.find((candidate) => candidate.userId === userId);
    const isOnline = presence?.status === 'ONLINE';
    return { isOnline, lastSeenAt: isOnline ? null : (presence?.lastSeenAt ?? null) };
  },
});

/**
 * Whether somebody the viewer has a conversation with is online, without opening that conversation: for lists.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider.
 * @example
 * ```tsx
 * const { isOnline } = useUserPresence({ userId: person.id });
 * return <span>{person.displayName} {isOnline ? '(online)' : null}</span>;
 * ```
 */
export function useUserPresence({ userId }: { readonly userId: string }): UserPresenceResult {
  return useResult(useChatClient().inbox(), useMemo(() => presenceOf(userId), [userId]));
}
