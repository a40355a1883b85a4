import { ChatProvider, ConversationProvider, useConnection, useConversation, useConversations, useMessages, usePresence, useReadReceipts, useThread, useTyping, useUnreadCount, useViewer } from '@parley/react';
import { useUnreadQuery } from '@parley/react/operations';
import { useAgentStatus, useTemplates } from '@parley/react/support';
import { createChatClient } from '@parley/sdk';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';

function Everything() {
  const shown = {
    messages: useMessages().status,
    conversation: useConversation().status,
    conversations: useConversations().status,
    thread: useThread({ messageId: 'msg_1' }).status,
    typing: useTyping().people.length,
    presence: usePresence().isOnline,
    readBy: useReadReceipts().readBy.length,
    unread: useUnreadCount(),
    connection: useConnection().status,
    viewer: useViewer(),
    query: useUnreadQuery().status,
    agent: useAgentStatus().status,
    templates: useTemplates().status,
  };
  return <>{JSON.stringify(shown)}</>;
}

it('a server renders the loading state and opens nothing', async () => {
  expect(typeof document).toBe('undefined');
  const asked: string[] = [];
  const client = createChatClient({
    url: 'http://localhost:9/graphql',
    token: () => {
      asked.push('token');
      return 'none';
    },
    fetch: (input) => {
      asked.push(`fetch ${String(input)}`);
      return Promise.reject(new Error('no network here'));
    },
  });
  const html = renderToString(
    <ChatProvider client={client}>
      <ConversationProvider conversationId="cnv_1">
        <Everything />
      </ConversationProvider>
    </ChatProvider>,
  );
  expect(JSON.parse(html.replaceAll('&quot;', '"'))).toEqual({
    messages: 'loading',
    conversation: 'loading',
    conversations: 'loading',
    thread: 'loading',
    typing: 0,
    presence: false,
    readBy: 0,
    unread: { messages: 0, conversations: 0, here: null },
    connection: 'idle',
    viewer: null,
    query: 'loading',
    agent: 'loading',
    templates: 'loading',
  });
  expect(client.connection.getSnapshot().status).toBe('idle');
  expect(asked).toEqual([]);
});
