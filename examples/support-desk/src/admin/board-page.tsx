import { Avatar } from '@parley/example-parts/avatar';
import { useAgents, useQueue } from '@parley/react/support';
import type { SupportCase } from '@parley/sdk';
import { priorityWords, statusWords, titleOf } from '../shared/case-words.js';
import { Chip } from '../shared/chip.js';
import { ago } from '../shared/time.js';
import { useNow } from '../shared/use-now.js';
import { Page } from './page.js';
import { Tiles } from './tiles.js';

const busy = new Set<SupportCase['status']>(['OPEN', 'PENDING']);

/** Who waits, who works, and how much: as it happens. */
export function BoardPage() {
  const { queues, cases, status, error, retry } = useQueue();
  const agents = useAgents({ select: ({ agents }) => agents });
  const now = useNow(5_000);
  const sum = (field: 'waiting' | 'offered' | 'open' | 'pending' | 'snoozed') => queues.reduce((total, queue) => total + queue[field], 0);
  const tiles = [
    ['waiting', sum('waiting')],
    ['asked of agents', sum('offered')],
    ['open', sum('open')],
    ['wait for customers', sum('pending')],
    ['agents online', agents.filter((agent) => agent.isAvailable).length],
  ] as const;
  const casesOf = (userId: string) => cases.filter((each) => each.agent?.id === userId && busy.has(each.status));

  return (
    <Page title="Board" about="Who waits and who works, as it happens." status={status} error={error} onRetry={retry}>
      <Tiles tiles={tiles} />
      <h2>Queues</h2>
      <div className="table-box" tabIndex={0} role="region" aria-label="Queues">
        <table>
          <thead>
            <tr>
              <th>Queue</th>
              <th className="number">Waiting</th>
              <th className="number">Asked</th>
              <th className="number">Open</th>
              <th className="number">Pending</th>
              <th className="number">Snoozed</th>
              <th>Longest wait</th>
            </tr>
          </thead>
          <tbody>
            {queues.map(({ queue, waiting, offered, open, pending, snoozed, oldestQueuedAt }) => (
              <tr key={queue.id}>
                <th scope="row">{queue.name}</th>
                <td className="number">{waiting}</td>
                <td className="number">{offered}</td>
                <td className="number">{open}</td>
                <td className="number">{pending}</td>
                <td className="number">{snoozed}</td>
                <td>{oldestQueuedAt === null ? '' : ago(oldestQueuedAt, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>Agents</h2>
      <ul className="cards">
        {agents.map((agent) => {
          const own = casesOf(agent.user.id);
          return (
            <li key={agent.user.id} className="card">
              <header>
                <Avatar name={agent.user.displayName} tone={agent.status} />
                <h3>{agent.user.displayName}</h3>
                <span className="chip">{agent.status.toLowerCase()}</span>
                <span className="chip" data-tone={own.length >= (agent.maxConversations ?? 1) ? 'bad' : 'good'}>
                  {own.length} of {agent.maxConversations}
                </span>
              </header>
              <ul className="own-cases">
                {own.map((each) => (
                  <li key={each.id}>
                    {titleOf(each)} <Chip of={statusWords[each.status]} />
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      <h2>Waiting</h2>
      <ul className="cards">
        {cases
          .filter((each) => each.status === 'QUEUED')
          .map((each) => (
            <li key={each.id} className="card">
              <header>
                <h3>{titleOf(each)}</h3>
                <span className="chip">{each.queue.name}</span>
                <Chip of={each.priority === null ? null : priorityWords[each.priority]} />
              </header>
              <p className="hint">
                {each.customer.displayName}, since {ago(each.queuedAt, now)}
              </p>
            </li>
          ))}
      </ul>
      {sum('waiting') === 0 ? <p className="hint">Nobody waits.</p> : null}
    </Page>
  );
}
