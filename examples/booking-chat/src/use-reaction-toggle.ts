import { useMessages } from '@parley/react';
import type { MessageItem } from '@parley/sdk';
import { useCallback } from 'react';

/** Adds my reaction to a message, or takes it back. */
export function useReactionToggle(message: MessageItem, myId: string | null): (emoji: string) => void {
  const { addReaction, removeReaction } = useMessages({
    select: ({ addReaction, removeReaction }) => ({ addReaction, removeReaction }),
  });
  return useCallback(
    (emoji: string) => {
      if (message.id === null) return;
      const isMine = message.reactions.some((reaction) => reaction.emoji === emoji && userHas(reaction.userIds, myId));
      const change = isMine ? removeReaction : addReaction;
      // What did not work is seen: the reaction does not change.
      change(message.id, emoji).catch(() => undefined);
    },
    [message, myId, addReaction, removeReaction],
  );
}

const userHas = (userIds: readonly string[], id: string | null) => id !== null && userIds.includes(id);
