/** A page on the SDK and the hooks, as their README shows it. */
import { ChatProvider, ConversationProvider, useMessages } from '@parley/react';
import { createChatClient } from '@parley/sdk';
import { useEffect } from 'react';
import { MessageList, pageRoot, SHOWN } from './message-list.js';
import { readVisit, startReport } from './report.js';

const { url, credential, conversation } = readVisit();
const report = startReport();
const client = createChatClient({ url: `${url}/graphql`, token: credential });

function Conversation() {
  const { messages, status, syncStatus } = useMessages();
  useEffect(() => {
    // Loaded pages stay and new messages come at the end, so what is past the known length was not seen before.
    for (const { seq } of messages.slice(report.seqs.length)) if (seq !== null) report.seqs.push(seq);
    if (status === 'ready' && syncStatus === 'synced') report.isLive = true;
  }, [messages, status, syncStatus]);
  return <MessageList messages={messages.slice(-SHOWN).map(({ key, sender, text }) => ({ key, name: sender.displayName, text }))} />;
}

pageRoot().render(
  <ChatProvider client={client}>
    <ConversationProvider conversationId={conversation}>
      <Conversation />
    </ConversationProvider>
  </ChatProvider>,
);
