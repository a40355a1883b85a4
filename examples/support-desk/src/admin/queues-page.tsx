import { useQueue } from '@parley/react/support';
import type { Queue, SupportPriority } from '@parley/sdk';
import { useState } from 'react';
import { SelectField, TextField, numberOf, textOf } from '../shared/field.js';
import { FormDialog } from '../shared/form-dialog.js';
import { duration } from '../shared/time.js';
import { CardList } from './card-list.js';
import { Page } from './page.js';

const priorities: readonly SupportPriority[] = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'];
const seconds = (value: number) => (value === 0 ? 'none' : duration(value * 1000));

/** The lines in which customers wait. */
export function QueuesPage() {
  const { queues, status, error, retry, save } = useQueue();
  const [edited, setEdited] = useState<Queue | 'new' | null>(null);
  const queue = edited === 'new' ? null : edited;
  const nameOf = (id: string | null) => queues.find((each) => each.queue.id === id)?.queue;

  const submit = (form: FormData) =>
    save({
      key: queue?.key ?? textOf(form, 'key'),
      name: textOf(form, 'name'),
      department: textOf(form, 'department') || null,
      schedule: textOf(form, 'schedule') || null,
      defaultPriority: priorities.find((each) => each === textOf(form, 'defaultPriority')) ?? null,
      maxWaiting: numberOf(form, 'maxWaiting'),
      overflow: textOf(form, 'overflow') || null,
      ageingSeconds: numberOf(form, 'ageingSeconds'),
      offerSeconds: numberOf(form, 'offerSeconds'),
      wrapUpSeconds: numberOf(form, 'wrapUpSeconds'),
      isDefault: form.get('isDefault') === 'on',
      isBotFirst: form.get('isBotFirst') === 'on',
      isActive: form.get('isActive') === 'on',
    });
  return (
    <Page
      title="Queues"
      about="The lines in which customers wait, and how agents are asked."
      status={status}
      error={error}
      onRetry={retry}
      actions={
        <button className="primary" onClick={() => setEdited('new')}>
          New queue
        </button>
      }
    >
      <CardList items={queues.map(({ queue: each }) => each)} keyOf={(each) => each.id} none="Without a queue nobody can ask support." onEdit={setEdited}>
        {(each) => (
          <>
            <header>
              <h2>{each.name}</h2>
              {each.isDefault ? <span className="chip" data-tone="accent">default</span> : null}
              {each.isBotFirst ? <span className="chip">bot first</span> : null}
              {each.isActive ? null : <span className="chip" data-tone="bad">off</span>}
            </header>
            <dl className="facts">
              <dt>Department</dt>
              <dd>{each.department ?? 'any'}</dd>
              <dt>Limit</dt>
              <dd>{each.maxWaiting === null ? 'none' : `${each.maxWaiting}, then ${nameOf(each.overflowQueueId)?.name ?? 'refused'}`}</dd>
              <dt>Time to answer</dt>
              <dd>{seconds(each.offerSeconds)}</dd>
              <dt>Wrapping up</dt>
              <dd>{seconds(each.wrapUpSeconds)}</dd>
              <dt>A priority is worth</dt>
              <dd>{seconds(each.ageingSeconds)} of waiting</dd>
            </dl>
          </>
        )}
      </CardList>
      {edited === null ? null : (
        <FormDialog title={queue?.name ?? 'New queue'} onSubmit={submit} onClose={() => setEdited(null)}>
          <div className="form-row">
            {queue === null ? <TextField label="Key" name="key" required placeholder="billing" /> : null}
            <TextField label="Name" name="name" required defaultValue={queue?.name ?? ''} />
            <TextField label="Department" name="department" hint="Empty for any" defaultValue={queue?.department ?? ''} />
          </div>
          <div className="form-row">
            <SelectField label="Priority" name="defaultPriority" defaultValue={queue?.defaultPriority ?? 'MEDIUM'} options={priorities.map((each) => [each, each.toLowerCase()])} />
            <TextField label="Hours" name="schedule" hint="Key of opening hours" defaultValue={queue?.schedule ?? ''} />
          </div>
          <div className="form-row">
            <TextField label="Most that wait" name="maxWaiting" type="number" hint="Empty for no limit" defaultValue={queue?.maxWaiting == null ? '' : String(queue.maxWaiting)} />
            <SelectField
              label="Then to"
              name="overflow"
              defaultValue={nameOf(queue?.overflowQueueId ?? null)?.key ?? ''}
              options={[['', 'nobody'], ...queues.filter((each) => each.queue.id !== queue?.id).map((each) => [each.queue.key, each.queue.name] as const)]}
            />
          </div>
          <div className="form-row">
            <TextField label="Seconds to answer" name="offerSeconds" type="number" defaultValue={String(queue?.offerSeconds ?? 30)} />
            <TextField label="Seconds to wrap up" name="wrapUpSeconds" type="number" defaultValue={String(queue?.wrapUpSeconds ?? 0)} />
            <TextField label="Seconds a priority is worth" name="ageingSeconds" type="number" defaultValue={String(queue?.ageingSeconds ?? 300)} />
          </div>
          <label className="check">
            <input type="checkbox" name="isDefault" defaultChecked={queue?.isDefault ?? false} /> Takes what names no queue
          </label>
          <label className="check">
            <input type="checkbox" name="isBotFirst" defaultChecked={queue?.isBotFirst ?? false} /> The bot answers first
          </label>
          <label className="check">
            <input type="checkbox" name="isActive" defaultChecked={queue?.isActive ?? true} /> Takes new cases
          </label>
        </FormDialog>
      )}
    </Page>
  );
}
