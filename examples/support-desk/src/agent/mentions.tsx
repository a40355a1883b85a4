import { icons } from '@parley/example-parts/icons';
import { useNotices } from '@parley/react';
import { Problem, useAction } from '../shared/problem.js';
import { ago } from '../shared/time.js';
import { useNow } from '../shared/use-now.js';

/** Notes in which a colleague named me and that I have not seen yet; the way to their cases. */
export function Mentions() {
  const { notices, markRead } = useNotices();
  const { run, problem } = useAction();
  const now = useNow(30_000);
  const unseen = notices.filter(({ kind, readAt }) => kind === 'MENTIONED' && readAt === null);
  const newest = unseen.reduce((most, { seq }) => Math.max(most, seq), 0);
  const nameOf = (data: Readonly<Record<string, unknown>>) => (typeof data['displayName'] === 'string' ? data['displayName'] : 'Somebody');
  return (
    <section className="mentions" aria-label="Mentions" data-shown={unseen.length > 0}>
      <p role="status" className="visually-hidden">
        {unseen.length === 0 ? '' : `Named in ${unseen.length === 1 ? 'a note' : `${unseen.length} notes`}`}
      </p>
      {unseen.length === 0 ? null : (
        <>
          <ul>
            {unseen.map(({ id, data, conversationId, createdAt }) => (
              <li key={id}>
                <a href={`#${conversationId ?? ''}`}>
                  {icons.note}
                  <span>
                    <strong>{nameOf(data)}</strong> named you in a note
                  </span>
                  <time dateTime={createdAt}>{ago(createdAt, now)}</time>
                </a>
              </li>
            ))}
          </ul>
          <button className="quiet" onClick={() => void run(() => markRead(newest))}>
            Seen
          </button>
        </>
      )}
      <Problem text={problem} />
    </section>
  );
}
