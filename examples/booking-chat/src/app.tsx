import { ConversationProvider, useUnreadCount } from '@parley/react';
import { useEffect } from 'react';
import { ConnectionBanner } from './connection.js';
import { ConversationPage } from './conversation-page.js';
import { Sidebar } from './sidebar.js';
import { useOpenConversation } from './use-open-conversation.js';

/** The two columns: the list, and the open conversation. A phone shows one of them. */
export function App() {
  const { conversationId, close } = useOpenConversation();
  const unread = useUnreadCount({ select: ({ messages }) => messages });
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) Booking chat` : 'Booking chat';
  }, [unread]);

  return (
    <div className="app" data-view={conversationId === null ? 'list' : 'conversation'}>
      <ConnectionBanner />
      <Sidebar conversationId={conversationId} />
      <main className="stage">
        {conversationId === null ? (
          <p className="empty">Choose a conversation to read and write.</p>
        ) : (
          <ConversationProvider key={conversationId} conversationId={conversationId}>
            <ConversationPage onClose={close} />
          </ConversationProvider>
        )}
      </main>
    </div>
  );
}
