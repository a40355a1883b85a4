import { useViewer } from '@parley/react';
import { useAgentInbox, useQueue, useTags } from '@parley/react/support';
import type { CaseCounts, CaseFilterInput, SupportStatus } from '@parley/sdk';
import { useDeferredValue, useState } from 'react';
import { Problem, useAction } from '../shared/problem.js';
import { useNow } from '../shared/use-now.js';
import { CaseLink } from './case-link.js';

type Standing = 'mine' | 'waiting' | 'snoozed' | 'all' | 'over';

const standings: readonly (readonly [Standing, string])[] = [
  ['mine', 'Mine'],
  ['waiting', 'Waiting'],
  ['snoozed', 'Snoozed'],
  ['all', 'Open'],
  ['over', 'Over'],
];
const statusesOf: Record<Standing, readonly SupportStatus[]> = {
  mine: ['OPEN', 'PENDING'],
  waiting: ['QUEUED'],
  snoozed: ['SNOOZED'],
  all: ['QUEUED', 'OPEN', 'PENDING', 'SNOOZED'],
  over: ['RESOLVED', 'CLOSED'],
};

/** How many there are behind a tab, whatever else is asked for; nothing for what is over. */
function countOf(counts: CaseCounts | null, standing: Standing): number {
  if (counts === null || standing === 'over') return 0;
  if (standing === 'mine') return counts.mine;
  return counts.byStatus.filter(({ status }) => statusesOf[standing].includes(status)).reduce((sum, { count }) => sum + count, 0);
}

/** The cases, by what they wait for, by queue, tag and words; live. Many can be dealt with at once. */
export function Inbox({ openId }: { readonly openId: string }) {
  const me = useViewer();
  const queues = useQueue({ select: ({ queues }) => queues.map(({ queue }) => queue) });
  const allTags = useTags({ select: ({ tags }) => tags });
  const [standing, setStanding] = useState<Standing>('mine');
  const [queueId, setQueueId] = useState('');
  const [tagId, setTagId] = useState('');
  const [words, setWords] = useState('');
  const text = useDeferredValue(words.trim());
  const filter: CaseFilterInput = {
    statuses: statusesOf[standing],
    ...(standing === 'mine' && me !== null ? { agentIds: [me.id] } : {}),
    ...(queueId === '' ? {} : { queueIds: [queueId] }),
    ...(tagId === '' ? {} : { tagIds: [tagId] }),
    ...(text === '' ? {} : { text }),
  };
  const { cases, counts, status, error, retry, hasMore, isLoadingMore, loadMore, bulk } = useAgentInbox({ filter, sort: standing === 'waiting' ? 'LINE' : 'ACTIVITY' });
  /** Null while nothing is chosen for many at once. */
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const [outcome, setOutcome] = useState('');
  const { run, problem, isRunning } = useAction();
  const now = useNow(30_000);

  const closeChosen = () =>
    run(async () => {
      const results = await bulk({ caseIds: [...(chosen ?? [])], action: 'CLOSE' });
      const failed = results.filter(({ isDone }) => !isDone).length;
      setOutcome(failed === 0 ? `${results.length} closed` : `${results.length - failed} closed, ${failed} not`);
      setChosen(null);
    });
  return (
    <>
      <div className="filters">
        <div className="tabs" role="group" aria-label="Which cases">
          {standings.map(([key, title]) => {
            const count = countOf(counts, key);
            return (
              <button key={key} aria-pressed={standing === key} onClick={() => setStanding(key)}>
                {title}
                {count > 0 ? <span className="chip">{count}</span> : null}
              </button>
            );
          })}
        </div>
        <input type="search" aria-label="Find a case" placeholder="Find" value={words} onChange={({ target }) => setWords(target.value)} />
        <div className="filter-row">
          <select aria-label="Queue" value={queueId} onChange={({ target }) => setQueueId(target.value)}>
            <option value="">All queues</option>
            {queues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <select aria-label="Tag" value={tagId} onChange={({ target }) => setTagId(target.value)}>
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
        {chosen === null || chosen.size === 0 ? null : (
          <button disabled={isRunning} onClick={() => void closeChosen()}>
            Close {chosen.size}
          </button>
        )}
        <p role="status" className="hint">
          {outcome}
        </p>
        <Problem text={problem} />
      </div>
      <div className="cases" aria-busy={status === 'loading'}>
        {status === 'failed' ? (
          <p role="alert" className="problem">
            {error.message} <button onClick={retry}>Try again</button>
          </p>
        ) : null}
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
