import { icons } from '@parley/example-parts/icons';
import { useSearchMessagesQuery } from '@parley/react/operations';
import type { MessageSearchHit, TextRange } from '@parley/sdk';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { clockTime, dayName } from './time.js';

interface SearchPanelProps {
  readonly conversationId: string;
  /** The message that was chosen, by its seq. */
  readonly onFound: (seq: number) => void;
  readonly onClose: () => void;
}

/** After so many milliseconds without a key the search begins by itself. */
const pause = 400;

/** Text with what was looked for marked: always text, never markup. */
function Snippet({ text, highlights }: { readonly text: string; readonly highlights: readonly TextRange[] }) {
  const parts = highlights.map(({ start, end }, index) => (
    <span key={start}>
      {text.slice(highlights[index - 1]?.end ?? 0, start)}
      <mark>{text.slice(start, end)}</mark>
    </span>
  ));
  return (
    <span className="snippet" dir="auto">
      {parts}
      {text.slice(highlights.at(-1)?.end ?? 0)}
    </span>
  );
}

function Hit({ hit, onFound }: { readonly hit: MessageSearchHit; readonly onFound: (seq: number) => void }) {
  const { sender, sentAt, seq } = hit.message;
  return (
    <button className="hit" onClick={() => onFound(seq)}>
      <strong>{sender.displayName}</strong>{' '}
      <time dateTime={sentAt}>
        {dayName(sentAt)}, {clockTime(sentAt)}
      </time>
      <Snippet text={hit.snippet} highlights={hit.highlights} />
    </button>
  );
}

/** Looks through the conversation. A hit leads to its message, however far back it is. Escape closes it. */
export function SearchPanel({ conversationId, onFound, onClose }: SearchPanelProps) {
  const [text, setText] = useState('');
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { data, status, error } = useSearchMessagesQuery({ query, conversationId, first: 50 }, { enabled: query !== '' });
  const hits = data?.edges.map(({ node }) => node) ?? [];

  useEffect(() => {
    input.current?.focus();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setQuery(text.trim()), pause);
    return () => clearTimeout(timer);
  }, [text]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  const found = data?.pageInfo.hasNextPage ? 'The first 50 messages found' : `${hits.length === 0 ? 'No message' : hits.length === 1 ? '1 message' : `${hits.length} messages`} found`;
  return (
    <aside className="thread" aria-label="Search" onKeyDown={onKeyDown}>
      <header>
        <h2>Search</h2>
        <button className="icon" onClick={onClose} aria-label="Close search">
          {icons.close}
        </button>
      </header>
      <form
        role="search"
        className="composer search"
        onSubmit={(event) => {
          event.preventDefault();
          setQuery(text.trim());
        }}
      >
        <div className="composer-line">
          <input ref={input} type="search" maxLength={200} value={text} onChange={(event) => setText(event.target.value)} aria-label="Search messages" placeholder="Words, or part of one" />
        </div>
      </form>
      <div className="thread-body">
        <p role="status" className="found">
          {status === 'loading' ? 'Searching' : status === 'ready' ? found : null}
        </p>
        {status === 'failed' ? <p role="alert">{error?.message}</p> : null}
        <ol aria-label="Messages found">
          {hits.map((hit) => (
            <li key={hit.message.id}>
              <Hit hit={hit} onFound={onFound} />
            </li>
          ))}
        </ol>
      </div>
    </aside>
  );
}
