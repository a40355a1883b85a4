import { icons } from '@parley/example-parts/icons';
import { useThread } from '@parley/react';
import type { MessageItem } from '@parley/sdk';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { FailedLine } from './failed-line.js';
import { Ticks } from './ticks.js';
import { clockTime } from './time.js';

interface ThreadPanelProps {
  readonly messageId: string;
  readonly canSend: boolean;
  readonly onClose: () => void;
}

function Line({ message }: { readonly message: MessageItem }) {
  return (
    <>
      <p className="who">
        {message.isOwn ? 'You' : message.sender.displayName} <time dateTime={message.sentAt}>{clockTime(message.sentAt)}</time>
        {message.isOwn ? <Ticks status={message.status} /> : null}
      </p>
      <p className="text" dir="auto">
        {message.isDeleted ? <em>Message deleted</em> : message.text}
      </p>
      {message.status === 'failed' ? <FailedLine message={message} /> : null}
    </>
  );
}

/** One message and the answers to it, beside the conversation; a phone shows it alone. Escape closes it. */
export function ThreadPanel({ messageId, canSend, onClose }: ThreadPanelProps) {
  const { parent, messages, status, error, hasMore, isLoadingMore, loadMore, sendReply } = useThread({ messageId });
  const [text, setText] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    heading.current?.focus();
  }, []);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [messages.length]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  const submit = () => {
    if (text.trim() === '') return;
    // A failure shows on the reply itself.
    sendReply(text).catch(() => undefined);
    setText('');
  };

  return (
    <aside className="thread" aria-label="Thread" onKeyDown={onKeyDown}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          Thread
        </h2>
        <button className="icon" onClick={onClose} aria-label="Close thread">
          {icons.close}
        </button>
      </header>
      <div className="thread-body">
        {status === 'failed' ? <p role="alert">{error.message}</p> : null}
        {parent ? (
          <article className="thread-parent" aria-label="Message">
            <Line message={parent} />
          </article>
        ) : null}
        {hasMore ? (
          <button className="quiet" disabled={isLoadingMore} onClick={() => void loadMore().catch(() => undefined)}>
            Earlier replies
          </button>
        ) : null}
        <ol role="log" aria-label="Replies">
          {messages.map((message) => (
            <li key={message.key}>
              <Line message={message} />
            </li>
          ))}
        </ol>
        <div ref={end} />
      </div>
      {canSend ? (
        <form
          className="composer"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <div className="composer-line">
            <input value={text} onChange={(event) => setText(event.target.value)} aria-label="Reply in thread" placeholder="Reply" />
            <button className="icon send" aria-label="Send reply" disabled={text.trim() === ''}>
              {icons.send}
            </button>
          </div>
        </form>
      ) : null}
    </aside>
  );
}
