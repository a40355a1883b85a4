import { icons } from '@parley/example-parts/icons';
import { useQueue, useRoutingRules } from '@parley/react/support';
import type { RoutingRuleInput } from '@parley/sdk';
import { useState } from 'react';
import { Dialog } from '../shared/dialog.js';
import { Problem, useAction } from '../shared/problem.js';
import { Page } from './page.js';
import { RuleForm } from './routing-rule-form.js';
import { RoutingTrial } from './routing-trial.js';
import { inputOf, testText } from './routing-words.js';

/** What a rule does, in words. */
const effectOf = ({ queue, priority, skillsRequired, template }: RoutingRuleInput): string =>
  [queue ? `queue ${queue}` : '', priority ? priority.toLowerCase() : '', (skillsRequired ?? []).map((skill) => `needs ${skill}`).join(', '), template ? `answers /${template}` : '']
    .filter((part) => part !== '')
    .join(' · ') || 'nothing yet';

/** The rules that say where a case goes: edited as a list, tried, and saved as a version. */
export function RoutingPage() {
  const { rules: saved, version, savedBy, status, error, retry, save, tryOut } = useRoutingRules();
  const queues = useQueue({ select: ({ queues }) => queues.map(({ queue }) => queue) });
  /** The list as it is edited, and the version that it came of; null while it is as the server has it. */
  const [draft, setDraftOf] = useState<{ readonly rules: readonly RoutingRuleInput[]; readonly version: number } | null>(null);
  const [editedId, setEditedId] = useState<string | null>(null);
  const { run, problem, isRunning } = useAction();
  const rules = draft?.rules ?? saved.map(inputOf);
  const edited = rules.find(({ id }) => id === editedId);

  const setDraft = (next: readonly RoutingRuleInput[] | null) => setDraftOf(next === null ? null : { rules: next, version: draft?.version ?? version });
  const change = (id: string, rule: RoutingRuleInput | null) => setDraft(rules.flatMap((each) => (each.id === id ? (rule === null ? [] : [rule]) : [each])));
  const add = () => {
    const id = crypto.randomUUID();
    setDraft([...rules, { id, name: 'New rule', stops: true }]);
    setEditedId(id);
  };
  const move = (index: number, by: number) => {
    const moved = [...rules];
    const [rule] = moved.splice(index, 1);
    if (rule !== undefined) moved.splice(index + by, 0, rule);
    setDraft(moved);
  };
  const saveAll = () =>
    run(async () => {
      // Not over what others saved since the editing began: that is a conflict.
      await save(rules, { expectedVersion: draft?.version ?? version });
      setDraft(null);
    });
  return (
    <Page
      title="Routing"
      about={`Where a case goes, from the top. Version ${version}${savedBy === null ? '' : `, by ${savedBy.displayName}`}.`}
      status={status}
      error={error}
      onRetry={retry}
      actions={
        <div className="page-actions">
          <button onClick={add}>{icons.add} New rule</button>
          {draft === null ? null : (
            <>
              <button onClick={() => setDraft(null)}>Undo</button>
              <button className="primary" disabled={isRunning} onClick={() => void saveAll()}>
                Save
              </button>
            </>
          )}
        </div>
      }
    >
      <Problem text={problem} />
      <ol className="rules">
        {rules.map((rule, index) => (
          <li key={rule.id} className="card rule" data-active={rule.isActive ?? true}>
            <header>
              <h2>{rule.name}</h2>
              <span className="chip" data-tone="accent">
                {effectOf(rule)}
              </span>
            </header>
            <p className="hint">{rule.when ? (rule.when.tests ?? []).map(testText).join(rule.when.match === 'ALL' ? ' and ' : ' or ') : 'Every case'}</p>
            <footer>
              <button onClick={() => setEditedId(rule.id)}>Edit</button>
              <button onClick={() => change(rule.id, { ...rule, isActive: !(rule.isActive ?? true) })}>{(rule.isActive ?? true) ? 'Switch off' : 'Switch on'}</button>
              <button disabled={index === 0} onClick={() => move(index, -1)}>
                Up
              </button>
              <button disabled={index === rules.length - 1} onClick={() => move(index, 1)}>
                Down
              </button>
              <button className="danger" onClick={() => change(rule.id, null)}>
                Delete
              </button>
            </footer>
          </li>
        ))}
      </ol>
      {rules.length === 0 ? <p className="hint">No rule yet: every case goes to the default queue.</p> : null}
      <RoutingTrial rules={rules} tryOut={tryOut} />
      {edited === undefined ? null : (
        <Dialog title="Rule" onClose={() => setEditedId(null)}>
          <RuleForm
            rule={edited}
            queues={queues}
            onDone={(rule) => {
              change(rule.id, rule);
              setEditedId(null);
            }}
          />
        </Dialog>
      )}
    </Page>
  );
}
