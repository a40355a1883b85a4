import { icons } from '@parley/example-parts/icons';
import type { Queue, RoutingField, RoutingOperator, RoutingRuleInput, RoutingTestInput, SupportPriority } from '@parley/sdk';
import { useState } from 'react';
import { SelectField, TextField, textOf, wordsOf } from '../shared/field.js';
import { comparesWith, fields, operators } from './routing-words.js';

const priorities: readonly SupportPriority[] = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'];
const isField = (value: string): value is RoutingField => value in fields;
const isOperator = (value: string): value is RoutingOperator => value in operators;

interface TestRowProps {
  readonly test: RoutingTestInput;
  readonly onChange: (test: RoutingTestInput) => void;
  readonly onRemove: () => void;
}

function TestRow({ test, onChange, onRemove }: TestRowProps) {
  const { hint, isNamed = false, operators: possible } = fields[test.field];
  const kind = comparesWith(test.operator);
  const changeField = (field: string) => {
    if (isField(field)) onChange({ field, operator: fields[field].operators[0] ?? 'IS', values: [] });
  };
  const changeValue = (value: string) => onChange({ ...test, ...(kind === 'number' ? { number: Number(value), values: null } : { values: value.split(','), number: null }) });
  return (
    <div className="test-row">
      <select aria-label="What it looks at" value={test.field} onChange={({ target }) => changeField(target.value)}>
        {Object.entries(fields).map(([field, { text }]) => (
          <option key={field} value={field}>
            {text}
          </option>
        ))}
      </select>
      {isNamed ? <input aria-label="Which" placeholder="which" value={test.name ?? ''} onChange={({ target }) => onChange({ ...test, name: target.value || null })} /> : null}
      <select aria-label="How it compares" value={test.operator} onChange={({ target }) => (isOperator(target.value) ? onChange({ ...test, operator: target.value }) : undefined)}>
        {possible.map((operator) => (
          <option key={operator} value={operator}>
            {operators[operator]}
          </option>
        ))}
      </select>
      {kind === 'nothing' ? null : (
        <input
          aria-label="With what"
          placeholder={hint}
          type={kind === 'number' ? 'number' : 'text'}
          value={kind === 'number' ? (test.number ?? '') : (test.values ?? []).join(',')}
          onChange={({ target }) => changeValue(target.value)}
        />
      )}
      <button type="button" className="icon" aria-label="Remove the test" onClick={onRemove}>
        {icons.remove}
      </button>
    </div>
  );
}

const trimmed = (test: RoutingTestInput): RoutingTestInput => ({ ...test, values: (test.values ?? []).map((value) => value.trim()).filter((value) => value !== '') });

interface RuleFormProps {
  readonly rule: RoutingRuleInput;
  readonly queues: readonly Queue[];
  readonly onDone: (rule: RoutingRuleInput) => void;
}

/** One rule: when it matches, and what it does then. Groups of tests that came from elsewhere stay as they are. */
export function RuleForm({ rule, queues, onDone }: RuleFormProps) {
  const [tests, setTests] = useState<readonly RoutingTestInput[]>(rule.when?.tests ?? []);
  const groups = rule.when?.groups ?? [];

  const submit = (form: FormData) => {
    const hasCondition = tests.length + groups.length > 0;
    onDone({
      id: rule.id,
      name: textOf(form, 'name'),
      isActive: rule.isActive ?? true,
      when: hasCondition ? { match: textOf(form, 'match') === 'ANY' ? 'ANY' : 'ALL', tests: tests.map(trimmed), groups } : null,
      queue: textOf(form, 'queue') || null,
      priority: priorities.find((each) => each === textOf(form, 'priority')) ?? null,
      skillsRequired: wordsOf(form, 'skillsRequired'),
      skillsPreferred: wordsOf(form, 'skillsPreferred'),
      template: textOf(form, 'template') || null,
      stops: form.get('stops') === 'on',
    });
  };
  return (
    <form action={submit} className="form">
      <TextField label="Name" name="name" required defaultValue={rule.name} />
      <SelectField label="When" name="match" defaultValue={rule.when?.match ?? 'ALL'} options={[['ALL', 'All of these hold'], ['ANY', 'One of these holds']]} />
      {tests.map((test, index) => (
        <TestRow
          key={index}
          test={test}
          onChange={(changed) => setTests(tests.map((each, place) => (place === index ? changed : each)))}
          onRemove={() => setTests(tests.filter((_, place) => place !== index))}
        />
      ))}
      {tests.length + groups.length === 0 ? <p className="hint">Without a test it holds for every case.</p> : null}
      {groups.length > 0 ? <p className="hint">And {groups.length} groups of tests, kept as they are.</p> : null}
      <button type="button" className="quiet" onClick={() => setTests([...tests, { field: 'WORDS', operator: 'CONTAINS', values: [] }])}>
        Add a test
      </button>
      <div className="form-row">
        <SelectField label="Then to queue" name="queue" defaultValue={rule.queue ?? ''} options={[['', 'as it is'], ...queues.map(({ key, name }) => [key, name] as const)]} />
        <SelectField label="Priority" name="priority" defaultValue={rule.priority ?? ''} options={[['', 'as it is'], ...priorities.map((each) => [each, each.toLowerCase()] as const)]} />
      </div>
      <div className="form-row">
        <TextField label="Skills required" name="skillsRequired" defaultValue={rule.skillsRequired?.join(', ') ?? ''} />
        <TextField label="Skills preferred" name="skillsPreferred" defaultValue={rule.skillsPreferred?.join(', ') ?? ''} />
        <TextField label="Answer with template" name="template" hint="Its shortcut" defaultValue={rule.template ?? ''} />
      </div>
      <label className="check">
        <input type="checkbox" name="stops" defaultChecked={rule.stops ?? true} /> Rules below are left out
      </label>
      <footer>
        <button className="primary">Take over</button>
      </footer>
    </form>
  );
}
