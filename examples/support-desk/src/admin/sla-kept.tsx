import type { SlaResult } from '@parley/react/support';
import type { SlaFigures } from '@parley/sdk';
import { useState } from 'react';
import { Problem, useAction } from '../shared/problem.js';
import { duration } from '../shared/time.js';

const DAY = 86_400_000;
const words = (key: string) => key.toLowerCase().replaceAll('_', ' ');
const length = (seconds: number | null) => (seconds === null ? '–' : duration(seconds * 1000));

/** How the targets were kept in the last 30 days, counted when somebody asks. */
export function SlaKept({ report }: Pick<SlaResult, 'report'>) {
  const [figures, setFigures] = useState<readonly SlaFigures[] | null>(null);
  const { run, problem, isRunning } = useAction();
  const count = () => run(async () => setFigures(await report({ from: new Date(Date.now() - 30 * DAY).toISOString(), to: new Date().toISOString() })));
  return (
    <>
      <header className="page-header">
        <h2>How they were kept, in 30 days</h2>
        <button disabled={isRunning} onClick={() => void count()}>
          Count
        </button>
      </header>
      <Problem text={problem} />
      {figures?.length === 0 ? <p className="hint">No clock began in this time.</p> : null}
      {figures === null || figures.length === 0 ? null : (
        <div className="table-box" tabIndex={0} role="region" aria-label="How they were kept">
          <table>
            <thead>
              <tr>
                <th>Target</th>
                <th>Priority</th>
                <th className="number">Begun</th>
                <th className="number">In time</th>
                <th className="number">Missed</th>
                <th className="number">Kept</th>
                <th className="number">Median</th>
                <th className="number">Nine of ten</th>
              </tr>
            </thead>
            <tbody>
              {figures.map((each) => (
                <tr key={`${each.kind} ${each.priority}`}>
                  <th scope="row">{words(each.kind)}</th>
                  <td>{words(each.priority)}</td>
                  <td className="number">{each.started}</td>
                  <td className="number">{each.metInTime}</td>
                  <td className="number">{each.breached}</td>
                  <td className="number">{each.attainment === null ? '–' : `${Math.round(each.attainment * 100)} %`}</td>
                  <td className="number">{length(each.medianSeconds)}</td>
                  <td className="number">{length(each.p90Seconds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
