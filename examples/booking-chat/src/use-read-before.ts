import { useConversation, useConversations } from '@parley/react';
import { useState } from 'react';

/**
 * How far the viewer had read when they opened the conversation: what comes after it is new to them. Infinity when nothing
 * was unread then; null while that is not known.
 */
export function useReadBefore(): number | null {
  const id = useConversation({ select: ({ conversation }) => conversation?.id });
  const now = useConversations({
    select: ({ conversations }) => {
      const viewer = conversations.find((conversation) => conversation.id === id)?.viewer;
      return viewer ? (viewer.unreadCount > 0 ? viewer.readSeq : Infinity) : null;
    },
  });
  const [before, setBefore] = useState(now);
  if (before === null && now !== null) setBefore(now);
  return before;
}
