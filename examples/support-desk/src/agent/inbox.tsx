import { useViewer } from '@parley/react';
import { useAgentInbox, useQueue, useTags } from '@parley/react/support';
import type { CaseView } from '@parley/sdk';
import { useDeferredValue, useState } from 'react';
import { useNow } from '../shared/use-now.js';
import { Failure } from '../shared/problem.js';
import { BulkBar } from './bulk-bar.js';
import { countOf, questionOf, questionOfView, standings, type Controls } from './case-filter.js';
import { CaseLink } from './case-link.js';
import { CaseViews } from './case-views.js';

/** The cases, by what they wait for, by queue, tag and words, or by a kept view; live. Many can be dealt with at once. */
export function Inbox({ openId }: { readonly openId: string }) {
  const me = useViewer();
  const queues = useQueue({ select: ({ queues }) => queues.map(({ queue }) => queue) });
  const allTags = useTags({ select: ({ tags }) => tags });
  const [controls, setControls] = useState<Controls>({ standing: 'mine', queueId: '', tagId: '' });
  const [view, setView] = useState<CaseView | null>(null);
  const [words, setWords] = useState('');
  const text = useDeferredValue(words.trim());
  const asked = view === null ? questionOf(controls, me?.id ?? null) : questionOfView(view);
  const question = text === '' ? asked : { ...asked, filter: { ...asked.filter, text } };
  const { cases, counts, status, error, retry, hasMore, isLoadingMore, loadMore, bulk, views, createView, updateView, removeView } = useAgentInbox(question);
  /** Null while nothing is chosen for many at once. */
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const now = useNow(5_000);

  /** What is changed by hand is no kept view any more. */
  const change = (changes: Partial<Controls>) => {
    setControls({ ...controls, ...changes });
    setView(null);
  };
  return (
    <>
      <div className="filters">
        <CaseViews
          {...{ views, createView, updateView, removeView, question }}
          chosen={view === null ? null : (views.find(({ id }) => id === view.id) ?? view)}
          onChoose={(chosenView) => {
            setView(chosenView);
            setWords('');
          }}
        />
        <div className="tabs" role="group" aria-label="Which cases">
          {standings.map(([key, title]) => {
            const count = countOf(counts, key);
            return (
              <button key={key} aria-pressed={view === null && controls.standing === key} onClick={() => change({ standing: key })}>
                {title}
                {count > 0 ? <span className="chip">{count}</span> : null}
              </button>
            );
          })}
        </div>
        <input type="search" aria-label="Find a case" placeholder="Find" value={words} onChange={({ target }) => setWords(target.value)} />
        <div className="filter-row">
          <select aria-label="Queue" value={controls.queueId} onChange={({ target }) => change({ queueId: target.value })}>
            <option value="">All queues</option>
            {queues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <select aria-label="Tag" value={controls.tagId} onChange={({ target }) => change({ tagId: target.value })}>
            <option value="">All tags</option>
            {allTags.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <button className="quiet" aria-pressed={chosen !== null} onClick={() => setChosen(chosen === null ? new Set() : null)}>
            Many
          </button>
        </div>
        {chosen === null ? null : <BulkBar chosen={cases.filter((each) => chosen.has(each.case.id))} queues={queues} bulk={bulk} onDone={setChosen} />}
      </div>
      <div className="cases" aria-busy={status === 'loading'}>
        <Failure status={status} error={error} onRetry={retry} />
        {cases.map((each) => (
          <CaseLink
            key={each.case.id}
            of={each}
            isOpen={each.case.conversationId === openId}
            now={now}
            isChosen={chosen?.has(each.case.id)}
            onChoose={(isChosen) => setChosen((before) => new Set([...(before ?? [])].filter((id) => id !== each.case.id).concat(isChosen ? [each.case.id] : [])))}
          />
        ))}
        {cases.length === 0 ? <p className="hint nobody">{status === 'loading' ? 'Loading' : 'Nobody here.'}</p> : null}
        {hasMore ? (
          <button className="quiet" disabled={isLoadingMore} onClick={() => void loadMore().catch(() => undefined)}>
            More
          </button>
        ) : null}
      </div>
    </>
  );
}
