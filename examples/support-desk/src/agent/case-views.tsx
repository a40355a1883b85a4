import { icons } from '@parley/example-parts/icons';
import { useAgentStatus, type AgentInboxResult } from '@parley/react/support';
import type { CaseView } from '@parley/sdk';
import { useState } from 'react';
import { TextField, textOf } from '../shared/field.js';
import { FormDialog } from '../shared/form-dialog.js';
import { Problem, useAction } from '../shared/problem.js';
import type { CaseQuestion } from './case-filter.js';

interface CaseViewsProps extends Pick<AgentInboxResult, 'views' | 'createView' | 'updateView' | 'removeView'> {
  /** The view that is looked at; null for what the controls say. */
  readonly chosen: CaseView | null;
  readonly onChoose: (view: CaseView | null) => void;
  /** What a new view keeps. */
  readonly question: CaseQuestion;
}

/** Kept ways to look at the cases: chosen from a list, made of what the controls say, renamed and deleted. */
export function CaseViews({ views, createView, updateView, removeView, chosen, onChoose, question }: CaseViewsProps) {
  const maySetForAll = useAgentStatus({ select: ({ agent }) => agent?.permissions?.includes('MANAGE_ROUTING') ?? false });
  const [dialog, setDialog] = useState<'keep' | 'change' | null>(null);
  const { run, problem, isRunning } = useAction();
  const shut = () => setDialog(null);
  const isMine = chosen !== null && (!chosen.isShared || maySetForAll);

  const keep = async (form: FormData) => {
    const made = await createView({ name: textOf(form, 'name'), ...question, ...(form.get('isShared') === 'on' ? { isShared: true } : {}) });
    onChoose(made);
  };
  const remove = async (viewId: string) => {
    if (!(await run(() => removeView(viewId)))) return;
    onChoose(null);
    shut();
  };
  return (
    <div className="view-row">
      <select aria-label="View" value={chosen?.id ?? ''} onChange={({ target }) => onChoose(views.find(({ id }) => id === target.value) ?? null)}>
        <option value="">{views.length === 0 ? 'No view kept yet' : 'No view'}</option>
        {views.map(({ id, name, isShared }) => (
          <option key={id} value={id}>
            {isShared ? `${name} (all staff)` : name}
          </option>
        ))}
      </select>
      {chosen === null ? (
        <button className="quiet" onClick={() => setDialog('keep')}>
          Keep view
        </button>
      ) : isMine ? (
        <button className="quiet" onClick={() => setDialog('change')}>
          Change view
        </button>
      ) : null}
      {dialog === 'keep' ? (
        <FormDialog title="Keep this view" submit="Keep" onSubmit={keep} onClose={shut}>
          <TextField label="Name" name="name" required placeholder="Late ones of billing" hint="What the tabs, lists and words above show comes back with it" />
          {maySetForAll ? (
            <label className="check">
              <input type="checkbox" name="isShared" /> For all staff
            </label>
          ) : null}
        </FormDialog>
      ) : null}
      {dialog === 'change' && chosen !== null ? (
        <FormDialog
          title="Change view"
          submit="Rename"
          onSubmit={(form) => updateView({ viewId: chosen.id, name: textOf(form, 'name') })}
          onClose={shut}
          actions={
            <button type="button" className="danger" disabled={isRunning} onClick={() => void remove(chosen.id)}>
              {icons.remove} Delete view
            </button>
          }
        >
          <TextField label="Name" name="name" required defaultValue={chosen.name} />
          <Problem text={problem} />
        </FormDialog>
      ) : null}
    </div>
  );
}
