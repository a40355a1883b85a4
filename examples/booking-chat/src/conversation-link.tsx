import { Avatar } from '@parley/example-parts/avatar';
import { useUserPresence, useViewer } from '@parley/react';
import type { ViewerConversation } from '@parley/sdk';
import { memo } from 'react';
import { listTime } from './time.js';
import { linkTo } from './use-open-conversation.js';
import { words } from './words.js';

interface ConversationLinkProps {
  readonly conversation: ViewerConversation;
  readonly isOpen: boolean;
}

/** One line of the list: with whom, about what, the newest message, how many are unread. */
export const ConversationLink = memo(function ConversationLink({ conversation, isOpen }: ConversationLinkProps) {
  const me = useViewer();
  const other = conversation.participants.find(({ user }) => user.id !== me?.id)?.user;
  const { isOnline } = useUserPresence({ userId: other?.id ?? '' });
  const { booking, lastMessage, viewer } = conversation;
  const unread = viewer?.unreadCount ?? 0;
  return (
    <a className="conversation-link" href={linkTo(conversation.id)} aria-current={isOpen ? 'page' : undefined}>
      <Avatar name={other?.displayName ?? conversation.title} tone={isOnline ? 'ONLINE' : undefined} />
      <span className="conversation-link-top">
        <strong>{other?.displayName ?? conversation.title}</strong>
        {isOnline ? <span className="visually-hidden">online</span> : null}
        <time dateTime={conversation.lastActivityAt}>{listTime(conversation.lastActivityAt)}</time>
      </span>
      <span className="conversation-link-booking">
        <span>{booking?.title ?? conversation.title}</span>
        {booking ? <small data-status={booking.status}>{words.bookingStatus[booking.status]}</small> : null}
      </span>
      <span className="conversation-link-last">
        <span>
          {lastMessage && lastMessage.sender === me?.id ? 'You: ' : ''}
          {lastMessage ? lastMessage.text || 'Message deleted' : 'No messages yet'}
        </span>
        {unread > 0 ? (
          <span className="count">
            {unread}
            <span className="visually-hidden"> unread</span>
          </span>
        ) : null}
      </span>
    </a>
  );
});
