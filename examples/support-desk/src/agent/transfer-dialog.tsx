import { useAgents } from '@parley/react/support';
import type { Queue, SupportCase } from '@parley/sdk';
import type { CaseTransfer } from '@parley/sdk/support';
import { useState } from 'react';
import { SelectField, TextField, textOf } from '../shared/field.js';
import { FormDialog } from '../shared/form-dialog.js';

/** What a case can go to. */
type Target = 'agent' | 'queue' | 'skill';

interface TransferDialogProps {
  readonly supportCase: SupportCase;
  readonly queues: readonly Queue[];
  readonly onTransfer: (to: CaseTransfer) => Promise<unknown>;
  readonly onClose: () => void;
}

const kinds = [
  ['agent', 'An agent'],
  ['queue', 'A queue'],
  ['skill', 'A skill'],
] as const;

/** Hands the case to a colleague, to a queue, or to whoever can do something. The customer sees that it happens; the note is for staff. */
export function TransferDialog({ supportCase, queues, onTransfer, onClose }: TransferDialogProps) {
  const agents = useAgents({ select: ({ agents }) => agents });
  const [kind, setKind] = useState<Target>('agent');
  const others = agents.filter(({ user }) => user.id !== supportCase.agent?.id);
  const skills = [...new Set(agents.flatMap((agent) => agent.skills?.map(({ name }) => name) ?? []))].sort();

  const submit = (form: FormData) => {
    const to = textOf(form, 'to');
    const note = textOf(form, 'note');
    const target = { agent: { agentId: to }, queue: { queue: to }, skill: { skill: to } }[kind];
    return onTransfer({ ...target, ...(note === '' ? {} : { note }) });
  };
  return (
    <FormDialog title="Transfer" submit="Transfer" onSubmit={submit} onClose={onClose}>
      <div className="tabs" role="group" aria-label="To whom">
        {kinds.map(([key, text]) => (
          <button key={key} type="button" aria-pressed={kind === key} onClick={() => setKind(key)}>
            {text}
          </button>
        ))}
      </div>
      {kind === 'agent' ? <SelectField label="Agent" name="to" options={others.map(({ user, status }) => [user.id, `${user.displayName}, ${status.toLowerCase()}`])} /> : null}
      {kind === 'queue' ? <SelectField label="Queue" name="to" options={queues.map(({ key, name }) => [key, name])} /> : null}
      {kind === 'skill' ? <SelectField label="Skill" name="to" options={skills.map((skill) => [skill, skill])} /> : null}
      <TextField label="Note for staff" name="note" rows={3} />
    </FormDialog>
  );
}
