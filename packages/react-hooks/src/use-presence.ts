import type { ConversationHandle, ConversationState, Person } from '@parley/sdk';
import { useMemo } from 'react';
import { useConversationHandle, type ConversationOptions } from './conversation-provider.js';
import { initialConversation } from './initial-states.js';
import { useResult, type Selecting, type View } from './use-result.js';

/** Options of {@link usePresence}. */
export interface PresenceOptions extends ConversationOptions {
  /** Look at this participant alone. Default: everybody else in the conversation. */
  readonly userId?: string | undefined;
}

/** Another participant, and whether they are there. */
export interface PersonPresence {
  readonly user: Person;
  readonly isOnline: boolean;
  /** RFC 3339; null while online, or when never seen. */
  readonly lastSeenAt: string | null;
}

/** What {@link usePresence} returns. */
export interface PresenceResult {
  /** The other participants, in the order in which they joined. */
  readonly people: readonly PersonPresence[];
  /** Whether any of them is online. */
  readonly isOnline: boolean;
}

const presenceOf = (userId: string | undefined): View<ConversationState, ConversationHandle, PresenceResult> => ({
  initial: initialConversation,
  project({ conversation, me, presences }) {
    const people = (conversation?.participants ?? [])
      .filter(({ user }) => (userId === undefined ? user.id !== me?.user.id : user.id === userId))
      .map(({ user }) => {
        const presence = presences.find((candidate) => candidate.userId === user.id);
        const isOnline = presence?.status === 'ONLINE';
        return { user, isOnline, lastSeenAt: isOnline ? null : (presence?.lastSeenAt ?? null) };
      });
    return { people, isOnline: people.some((person) => person.isOnline) };
  },
});

/** The part of the result that `select` takes. */
export function usePresence<Selected>(options: PresenceOptions & Selecting<PresenceResult, Selected>): Selected;
/**
 * Who of the other participants is online.
 *
 * @throws ChatError OUTSIDE_PROVIDER outside of a ChatProvider, or when no conversation is named.
 * @example
 * ```tsx
 * const { people } = usePresence();
 * return <p>{people.map(({ user, isOnline }) => `${user.displayName} ${isOnline ? 'online' : 'away'}`).join(', ')}</p>;
 * ```
 */
export function usePresence(options?: PresenceOptions): PresenceResult;
export function usePresence<Selected>(
  options?: PresenceOptions & Partial<Selecting<PresenceResult, Selected>>,
): PresenceResult | Selected {
  const userId = options?.userId;
  return useResult(useConversationHandle(options), useMemo(() => presenceOf(userId), [userId]), options?.select);
}
