import { icons } from '@parley/example-parts/icons';
import { useKnowledge } from '@parley/react/support';
import type { Article } from '@parley/sdk';
import { useDeferredValue, useState } from 'react';
import { Failure } from '../shared/problem.js';

/** As many as one reads at a glance. */
const SHOWN = 5;

interface KnowledgeLookUpProps {
  readonly onPut: (answer: string) => void;
  readonly onClose: () => void;
}

/** Articles for who answers: found by words, read, and put into the reply. */
export function KnowledgeLookUp({ onPut, onClose }: KnowledgeLookUpProps) {
  const [words, setWords] = useState('');
  const query = useDeferredValue(words.trim());
  const { articles, status, error, retry, view } = useKnowledge(query === '' ? {} : { query });
  const shown = articles.filter(({ isActive }) => isActive).slice(0, SHOWN);
  const put = ({ id, answer }: Article) => {
    // That it was read is only for the figures.
    void view(id).catch(() => undefined);
    onPut(answer);
  };
  return (
    <section
      className="look-up"
      aria-label="Knowledge"
      onKeyDown={(event) => {
        // Who looks something up does not write yet.
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <input type="search" autoFocus aria-label="Find an article" placeholder="Find an article" value={words} onChange={({ target }) => setWords(target.value)} />
        <button className="icon" aria-label="Close the knowledge" onClick={onClose}>
          {icons.close}
        </button>
      </header>
      <Failure status={status} error={error} onRetry={retry} />
      <p role="status" className="visually-hidden">
        {status === 'ready' ? `${shown.length} articles` : ''}
      </p>
      <ul>
        {shown.map((article) => (
          <li key={article.id}>
            <details>
              <summary>
                {article.title} {article.category === '' ? null : <span className="chip">{article.category}</span>}
              </summary>
              <p>{article.answer}</p>
            </details>
            <button onClick={() => put(article)} aria-label={`Put “${article.title}” into the reply`}>
              Put in
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="hint">{status === 'loading' ? 'Loading' : 'Nothing found.'}</p> : null}
    </section>
  );
}
