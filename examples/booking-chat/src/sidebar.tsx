import { Avatar } from '@parley/example-parts/avatar';
import { useConversations, useUnreadCount, useViewer } from '@parley/react';
import { ConnectionBadge } from './connection.js';
import { ConversationLink } from './conversation-link.js';
import { demoUsers, pageOf } from './session.js';
import { words } from './words.js';

function Me() {
  const me = useViewer();
  return (
    <div className="me">
      <Avatar name={me?.displayName ?? '?'} />
      <p>
        <strong>{me?.displayName ?? 'Signing in'}</strong>
        <small>{me ? words.role[me.role] : null}</small>
      </p>
      <ConnectionBadge />
    </div>
  );
}

function SwitchUser() {
  return (
    <p className="switch-user">
      Open the other side:{' '}
      {demoUsers.map((user) => (
        <a key={user.key} href={pageOf(user)} target="_blank" rel="noreferrer">
          {user.name}
        </a>
      ))}
    </p>
  );
}

/** Who I am, whether I am connected, and my conversations. */
export function Sidebar({ conversationId }: { readonly conversationId: string | null }) {
  const { conversations, status, error, hasMore, isLoadingMore, loadMore, retry } = useConversations();
  const unread = useUnreadCount();
  return (
    <nav className="sidebar" aria-label="Conversations">
      <Me />
      <h1 className="sidebar-title">
        Bookings
        {unread.messages > 0 ? <span className="count">{unread.messages} unread</span> : null}
      </h1>
      {status === 'failed' ? (
        <p role="alert" className="notice">
          {error.message} <button onClick={retry}>Try again</button>
        </p>
      ) : null}
      {status === 'loading' ? <p className="notice">Loading</p> : null}
      {status === 'ready' && conversations.length === 0 ? (
        <p className="notice">No conversation yet. One opens with each confirmed booking.</p>
      ) : null}
      <ul className="conversation-list" aria-busy={status === 'loading' || isLoadingMore}>
        {conversations.map((conversation) => (
          <li key={conversation.id}>
            <ConversationLink conversation={conversation} isOpen={conversation.id === conversationId} />
          </li>
        ))}
        {hasMore ? (
          <li>
            <button className="quiet" disabled={isLoadingMore} onClick={() => void loadMore()}>
              Older conversations
            </button>
          </li>
        ) : null}
      </ul>
      <SwitchUser />
    </nav>
  );
}
