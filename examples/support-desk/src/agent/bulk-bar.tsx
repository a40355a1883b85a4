import { useAgents, useTags, type AgentInboxResult } from '@parley/react/support';
import type { BulkCaseAction, InboxCase, Queue } from '@parley/sdk';
import { useState } from 'react';
import { titleOf } from '../shared/case-words.js';
import { Problem, useAction } from '../shared/problem.js';

/** What can be done with many: its name, what it takes, and how it reads when it is done. */
const actions: readonly (readonly [BulkCaseAction, text: string, done: string])[] = [
  ['CLOSE', 'Close', 'closed'],
  ['TAG', 'Put on a tag', 'tagged'],
  ['UNTAG', 'Take off a tag', 'without the tag'],
  ['ASSIGN', 'Give to an agent', 'given'],
  ['TRANSFER', 'Move to a queue', 'moved'],
];

interface BulkBarProps {
  readonly chosen: readonly InboxCase[];
  readonly queues: readonly Queue[];
  readonly bulk: AgentInboxResult['bulk'];
  /** It was done; those for which it was not stay chosen. */
  readonly onDone: (failedIds: ReadonlySet<string>) => void;
}

/** Does the same with all cases that are chosen, and says of each for which it was not done why. */
export function BulkBar({ chosen, queues, bulk, onDone }: BulkBarProps) {
  const agents = useAgents({ select: ({ agents }) => agents });
  const tags = useTags({ select: ({ tags }) => tags });
  const [action, setAction] = useState<BulkCaseAction>('CLOSE');
  const [target, setTarget] = useState('');
  const [outcome, setOutcome] = useState<{ readonly text: string; readonly failed: readonly (readonly [id: string, why: string])[] }>({ text: '', failed: [] });
  const { run, problem, isRunning } = useAction();
  const ofTag = tags.map(({ id, name }) => [id, name] as const);
  const targets: Partial<Record<BulkCaseAction, readonly (readonly [string, string])[]>> = {
    TAG: ofTag,
    UNTAG: ofTag,
    ASSIGN: agents.map(({ user }) => [user.id, user.displayName] as const),
    TRANSFER: queues.map(({ key, name }) => [key, name] as const),
  };
  const choices = targets[action];
  const chosenTarget = choices === undefined ? '' : (choices.find(([value]) => value === target)?.[0] ?? choices[0]?.[0] ?? '');

  const apply = () =>
    run(async () => {
      const to = { CLOSE: {}, TAG: { tagId: chosenTarget }, UNTAG: { tagId: chosenTarget }, ASSIGN: { agentId: chosenTarget }, TRANSFER: { queue: chosenTarget } }[action];
      const results = await bulk({ caseIds: chosen.map((each) => each.case.id), action, ...to });
      const failed = results.filter(({ isDone }) => !isDone);
      const done = `${results.length - failed.length} ${actions.find(([key]) => key === action)?.[2] ?? 'done'}`;
      const nameOf = (id: string) => chosen.find((each) => each.case.id === id)?.case;
      setOutcome({
        text: failed.length === 0 ? done : `${done}, ${failed.length} not`,
        failed: failed.map(({ caseId, message }) => {
          const known = nameOf(caseId);
          return [caseId, `${known === undefined ? caseId : titleOf(known)}: ${message ?? 'not done'}`];
        }),
      });
      onDone(new Set(failed.map(({ caseId }) => caseId)));
    });
  return (
    <section className="bulk" aria-label="With the chosen cases">
      <div className="filter-row">
        <select aria-label="What to do" value={action} onChange={({ target: { value } }) => setAction(actions.find(([key]) => key === value)?.[0] ?? 'CLOSE')}>
          {actions.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
        {choices === undefined ? null : (
          <select aria-label="With what" value={chosenTarget} onChange={({ target: { value } }) => setTarget(value)}>
            {choices.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        )}
        <button className="primary" disabled={isRunning || chosen.length === 0 || (choices !== undefined && chosenTarget === '')} onClick={() => void apply()}>
          Do it with {chosen.length}
        </button>
      </div>
      <p role="status" className="hint">
        {outcome.text}
      </p>
      {outcome.failed.length === 0 ? null : (
        <ul className="problem">
          {outcome.failed.map(([id, why]) => (
            <li key={id}>{why}</li>
          ))}
        </ul>
      )}
      <Problem text={problem} />
    </section>
  );
}
