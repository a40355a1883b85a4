import { useConversation } from '@parley/react';
import type { MessageItem } from '@parley/sdk';
import { useCallback, useRef, useState } from 'react';
import { Composer, type Draft } from './composer.js';
import { ConversationHeader } from './conversation-header.js';
import { LiveMessages, MessagesAround } from './message-list.js';
import { SearchPanel } from './search-panel.js';
import { ThreadPanel } from './thread-panel.js';
import { TypingLine } from './typing-line.js';

const plain: Draft = { kind: 'new' };

/** One conversation: whom and what it is about, the messages, the input, and a thread beside them. */
export function ConversationPage({ onClose }: { readonly onClose: () => void }) {
  const { status, error, retry, conversation, canSend } = useConversation();
  const [draft, setDraft] = useState<Draft>(plain);
  const [threadId, setThreadId] = useState<string | null>(null);
  const [isSearching, setIsSearching] = useState(false);
  /** The message that the list is around; null for the newest ones. */
  const [around, setAround] = useState<number | null>(null);
  const opener = useRef<Element | null>(null);

  const openThread = useCallback((messageId: string) => {
    opener.current = document.activeElement;
    setIsSearching(false);
    setThreadId(messageId);
  }, []);
  const openSearch = useCallback(() => {
    opener.current = document.activeElement;
    setThreadId(null);
    setIsSearching(true);
  }, []);
  const closePanel = useCallback(() => {
    setThreadId(null);
    setIsSearching(false);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  }, []);
  const reply = useCallback((message: MessageItem) => setDraft({ kind: 'reply', message }), []);
  const edit = useCallback((message: MessageItem) => setDraft({ kind: 'edit', message }), []);
  const reset = useCallback(() => setDraft(plain), []);
  const toNewest = useCallback(() => setAround(null), []);
  const jump = useCallback((seq: number) => {
    // A phone shows the panel alone: what was found is behind it.
    if (matchMedia('(max-width: 760px)').matches) setIsSearching(false);
    setAround(seq);
  }, []);

  if (status === 'failed') {
    return (
      <div className="empty">
        <p role="alert">{error.message}</p>
        <p>
          <button onClick={retry}>Try again</button> <button onClick={onClose}>Back to the list</button>
        </p>
      </div>
    );
  }
  return (
    <div className="conversation" data-thread={threadId !== null || isSearching}>
      <section className="conversation-main" aria-label={conversation?.title ?? 'Conversation'}>
        <ConversationHeader onClose={onClose} onSearch={openSearch} />
        {around === null ? (
          <LiveMessages onReply={reply} onEdit={edit} onOpenThread={openThread} />
        ) : (
          <MessagesAround key={around} seq={around} onNewest={toNewest} onReply={reply} onEdit={edit} onOpenThread={openThread} />
        )}
        <TypingLine />
        {status === 'ready' && !canSend ? (
          <p className="closed" role="note">
            This conversation takes no new messages. You can still read it.
          </p>
        ) : (
          <Composer draft={draft} onDone={reset} onSend={toNewest} onEditLast={edit} isReady={status === 'ready'} />
        )}
      </section>
      {threadId !== null ? <ThreadPanel key={threadId} messageId={threadId} onClose={closePanel} canSend={canSend} /> : null}
      {isSearching && conversation !== null ? <SearchPanel conversationId={conversation.id} onFound={jump} onClose={closePanel} /> : null}
    </div>
  );
}
