import type { RoutingRulesResult } from '@parley/react/support';
import type { RoutingRuleInput, RoutingTrial as Trial } from '@parley/sdk';
import { useState } from 'react';
import { TextField, numberOf, textOf } from '../shared/field.js';
import { Problem, useAction } from '../shared/problem.js';

function Outcome({ trial }: { readonly trial: Trial }) {
  const { outcome, problems } = trial;
  if (outcome === null) {
    return (
      <ul className="problems" role="alert">
        {problems.map(({ path, reason }) => (
          <li key={`${path} ${reason}`}>
            <code>{path}</code> {reason}
          </li>
        ))}
      </ul>
    );
  }
  const skills = [...outcome.skillsRequired, ...outcome.skillsPreferred.map((skill) => `${skill} if possible`)];
  return (
    <div role="status">
      <p>
        <strong>{outcome.queue === null ? 'The default queue' : `Queue ${outcome.queue}`}</strong>
        {outcome.priority === null ? '' : `, ${outcome.priority.toLowerCase()}`}
        {skills.length === 0 ? '' : `, ${skills.join(', ')}`}
        {outcome.template === null ? '' : `, answered with /${outcome.template}`}
      </p>
      <ol className="steps">
        {outcome.steps.map((step) => (
          <li key={step.ruleId} data-match={step.isMatch}>
            <strong>{step.name}</strong> {step.isMatch ? 'matches' : 'does not match'}
            {step.because.length === 0 ? '' : `: ${step.because.join('; ')}`}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Tries the rules as they are on the page, saved or not, with a case that nobody has. */
export function RoutingTrial({ rules, tryOut }: { readonly rules: readonly RoutingRuleInput[] } & Pick<RoutingRulesResult, 'tryOut'>) {
  const [trial, setTrial] = useState<Trial | null>(null);
  const { run, problem, isRunning } = useAction();
  const submit = (form: FormData) =>
    run(async () => {
      const sample = {
        text: textOf(form, 'text') || null,
        language: textOf(form, 'language') || null,
        page: textOf(form, 'page') || null,
        department: textOf(form, 'department') || null,
        waitedSeconds: numberOf(form, 'waitedSeconds'),
        attributes: textOf(form, 'vip') === '' ? null : { [textOf(form, 'vip')]: true },
      };
      setTrial(await tryOut(sample, rules));
    });
  return (
    <section className="card" aria-label="Try the rules">
      <h2>Try the rules</h2>
      <form action={async (form) => void (await submit(form))} className="form">
        <TextField label="The customer writes" name="text" rows={2} placeholder="I want a refund" />
        <div className="form-row">
          <TextField label="Language" name="language" />
          <TextField label="Page" name="page" />
          <TextField label="Department" name="department" />
          <TextField label="Attribute that is true" name="vip" placeholder="vip" />
          <TextField label="Seconds waited" name="waitedSeconds" type="number" />
        </div>
        <Problem text={problem} />
        <footer>
          <button disabled={isRunning}>Try</button>
        </footer>
      </form>
      {trial === null ? null : <Outcome trial={trial} />}
    </section>
  );
}
