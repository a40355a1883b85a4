import { useSla } from '@parley/react/support';
import type { SlaPolicy, SupportPriority } from '@parley/sdk';
import { useState } from 'react';
import { SelectField, TextField, numberOf, textOf, wordsOf } from '../shared/field.js';
import { FormDialog } from '../shared/form-dialog.js';
import { duration } from '../shared/time.js';
import { CardList } from './card-list.js';
import { Page } from './page.js';
import { SlaKept } from './sla-kept.js';

const priorities: readonly SupportPriority[] = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'];
const target = (seconds: number | null) => (seconds === null ? 'none' : duration(seconds * 1000));
const textOfNumber = (value: number | null | undefined) => (value == null ? '' : String(value));

/** How soon customers shall be answered, and what happens when they are not. */
export function SlaPage() {
  const { policies, status, error, retry, upsert, remove, report } = useSla();
  const [edited, setEdited] = useState<SlaPolicy | 'new' | null>(null);
  const policy = edited === 'new' ? null : edited;

  const save = (form: FormData) =>
    upsert({
      key: policy?.key ?? textOf(form, 'key'),
      name: textOf(form, 'name'),
      queue: textOf(form, 'queue') || null,
      priorities: priorities.filter((each) => wordsOf(form, 'priorities').some((word) => word.toUpperCase() === each)),
      firstResponseSeconds: numberOf(form, 'firstResponseSeconds'),
      nextResponseSeconds: numberOf(form, 'nextResponseSeconds'),
      resolutionSeconds: numberOf(form, 'resolutionSeconds'),
      warnPercent: numberOf(form, 'warnPercent'),
      breachPriority: priorities.find((each) => each === textOf(form, 'breachPriority')) ?? null,
      isBusinessHours: form.get('isBusinessHours') === 'on',
    });
  return (
    <Page
      title="Service levels"
      about="How soon customers shall be answered, and what happens when they are not."
      status={status}
      error={error}
      onRetry={retry}
      actions={
        <button className="primary" onClick={() => setEdited('new')}>
          New target
        </button>
      }
    >
      <CardList items={policies} keyOf={(each) => each.key} none="No target yet." onEdit={setEdited} onDelete={(each) => remove(each.key)}>
        {(each) => (
          <>
            <header>
              <h2>{each.name}</h2>
              <span className="chip">{each.queue ?? 'all queues'}</span>
              {each.isBusinessHours ? <span className="chip">open hours</span> : null}
            </header>
            <dl className="facts">
              <dt>First answer</dt>
              <dd>{target(each.firstResponseSeconds)}</dd>
              <dt>Next answers</dt>
              <dd>{target(each.nextResponseSeconds)}</dd>
              <dt>Resolved</dt>
              <dd>{target(each.resolutionSeconds)}</dd>
              <dt>When missed</dt>
              <dd>{each.breachPriority === null ? 'it is noted' : `at least ${each.breachPriority.toLowerCase()}`}</dd>
            </dl>
          </>
        )}
      </CardList>
      <SlaKept report={report} />
      {edited === null ? null : (
        <FormDialog title={policy?.name ?? 'New target'} onSubmit={save} onClose={() => setEdited(null)}>
          <div className="form-row">
            {policy === null ? <TextField label="Key" name="key" required placeholder="standard" /> : null}
            <TextField label="Name" name="name" required defaultValue={policy?.name ?? ''} />
          </div>
          <div className="form-row">
            <TextField label="Queue" name="queue" hint="Its key; empty for all" defaultValue={policy?.queue ?? ''} />
            <TextField label="Priorities" name="priorities" hint="Such as high, urgent; empty for all" defaultValue={policy?.priorities.map((each) => each.toLowerCase()).join(', ') ?? ''} />
          </div>
          <div className="form-row">
            <TextField label="First answer, seconds" name="firstResponseSeconds" type="number" defaultValue={textOfNumber(policy?.firstResponseSeconds)} />
            <TextField label="Next answers, seconds" name="nextResponseSeconds" type="number" defaultValue={textOfNumber(policy?.nextResponseSeconds)} />
            <TextField label="Resolved, seconds" name="resolutionSeconds" type="number" defaultValue={textOfNumber(policy?.resolutionSeconds)} />
          </div>
          <div className="form-row">
            <TextField label="Warn after, percent" name="warnPercent" type="number" defaultValue={textOfNumber(policy === null ? 80 : policy.warnPercent)} />
            <SelectField label="When missed, at least" name="breachPriority" defaultValue={policy?.breachPriority ?? ''} options={[['', 'as it is'], ...priorities.map((each) => [each, each.toLowerCase()] as const)]} />
          </div>
          <label className="check">
            <input type="checkbox" name="isBusinessHours" defaultChecked={policy?.isBusinessHours ?? true} /> Only open hours count
          </label>
        </FormDialog>
      )}
    </Page>
  );
}
