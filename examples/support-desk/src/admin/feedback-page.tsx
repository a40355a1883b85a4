import { useFeedbackReport } from '@parley/react/support';
import type { FeedbackReport } from '@parley/sdk';
import { useState } from 'react';
import { Page } from './page.js';
import { Tiles } from './tiles.js';

const DAY = 86_400_000;
const spans = [7, 30, 90, 365] as const;
const spanOf = (days: number) => ({ from: new Date(Date.now() - days * DAY).toISOString(), to: new Date().toISOString() });
const percent = (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)} %`);
const stars = (average: number | null) => (average === null ? '–' : average.toFixed(1));

/** How many gave each number of stars, the best first. */
function Distribution({ counts }: { readonly counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <section className="card">
      <h2>Ratings</h2>
      <ul className="bars">
        {counts
          .map((count, index) => ({ rating: index + 1, count }))
          .reverse()
          .map(({ rating, count }) => (
            <li key={rating}>
              <span>
                {rating} <span aria-hidden="true">★</span>
                <span className="visually-hidden">{rating === 1 ? 'star' : 'stars'}</span>
              </span>
              <meter value={count} max={most} aria-hidden="true" />
              <strong>{count}</strong>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Figures({ report }: { readonly report: FeedbackReport }) {
  const tiles = [
    ['of 5, average rating', stars(report.averageRating)],
    ['gave 4 or 5', percent(report.satisfiedRate)],
    [`rated, of ${report.askedCount} asked`, String(report.ratedCount)],
    [`settled at the first contact, ${report.firstContactCount} of ${report.answeredCount} answered`, percent(report.firstContactRate)],
    [`of 5, replies of providers, ${report.replyCount} rated`, stars(report.replyAverage)],
    ['cases ended', String(report.endedCount)],
  ] as const;
  return (
    <>
      <Tiles tiles={tiles} />
      <div className="cards">
        <Distribution counts={report.distribution} />
        <section className="card">
          <h2>What it was</h2>
          {report.wrapUpCodes.length === 0 ? <p className="hint">Nothing was noted yet.</p> : null}
          <ul className="bars">
            {report.wrapUpCodes.slice(0, 8).map(({ code, count }) => (
              <li key={code}>
                <span>{code || 'not said'}</span>
                <meter value={count} max={Math.max(1, report.wrapUpCodes[0]?.count ?? 1)} aria-hidden="true" />
                <strong>{count}</strong>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <h2>Agents</h2>
      {report.agents.length === 0 ? (
        <p className="hint">No case ended in this time.</p>
      ) : (
        <div className="table-box" tabIndex={0} role="region" aria-label="Agents">
          <table>
            <thead>
              <tr>
                <th>Agent</th>
                <th className="number">Ended</th>
                <th className="number">First contact</th>
                <th className="number">Rated</th>
                <th className="number">Average</th>
              </tr>
            </thead>
            <tbody>
              {report.agents.map(({ agent, endedCount, firstContactCount, ratedCount, averageRating }) => (
                <tr key={agent.id}>
                  <th scope="row">{agent.displayName}</th>
                  <td className="number">{endedCount}</td>
                  <td className="number">{firstContactCount}</td>
                  <td className="number">{ratedCount}</td>
                  <td className="number">{stars(averageRating)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** What customers thought of it: ratings, what was settled at the first contact, and who did it. */
export function FeedbackPage() {
  const [span, setSpan] = useState(() => ({ days: 30, ...spanOf(30) }));
  const { report, status, error, retry } = useFeedbackReport({ from: span.from, to: span.to });
  return (
    <Page
      title="Feedback"
      about="Cases that ended in this time: what their customers thought, and how often one contact was enough."
      status={status}
      error={error}
      onRetry={retry}
      actions={
        <div className="page-actions">
          <select aria-label="Time" value={span.days} onChange={({ target }) => setSpan({ days: Number(target.value), ...spanOf(Number(target.value)) })}>
            {spans.map((days) => (
              <option key={days} value={days}>
                {days === 365 ? 'A year' : `${days} days`}
              </option>
            ))}
          </select>
          <button onClick={() => setSpan({ days: span.days, ...spanOf(span.days) })}>Count again</button>
        </div>
      }
    >
      {report === null ? null : <Figures report={report} />}
    </Page>
  );
}
