import { useConversation } from '@parley/react';
import type { MessageItem } from '@parley/sdk';
import { useReactionToggle } from './use-reaction-toggle.js';
import { listNames } from './words.js';

interface ReactionsProps {
  readonly message: MessageItem;
  readonly myId: string | null;
  readonly isActive: boolean;
}

/** The reactions under a message; pressing one adds or takes back my own. */
export function Reactions({ message, myId, isActive }: ReactionsProps) {
  const toggle = useReactionToggle(message, myId);
  const participants = useConversation({ select: ({ conversation }) => conversation?.participants ?? [] });
  if (message.reactions.length === 0) return null;
  return (
    <ul className="reactions" aria-label="Reactions">
      {message.reactions.map(({ emoji, userIds }) => {
        const people = participants.map(({ user }) => user).filter(({ id }) => userIds.includes(id));
        return (
          <li key={emoji}>
            <button
              tabIndex={isActive ? 0 : -1}
              aria-pressed={myId !== null && userIds.includes(myId)}
              title={listNames(people)}
              onClick={() => toggle(emoji)}
            >
              <span aria-hidden="true">{emoji}</span> {userIds.length}
              <span className="visually-hidden">
                {' '}
                {emoji} by {listNames(people)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
