import { useViewer } from '@parley/react';
import { useLeaveConversationMutation } from '@parley/react/operations';
import { useCase, useConversationContext, useQueue } from '@parley/react/support';
import type { ConversationAction, SupportCase } from '@parley/sdk';
import { useState } from 'react';
import { SelectField, TextField, textOf } from '../shared/field.js';
import { FormDialog } from '../shared/form-dialog.js';
import { Problem, useAction } from '../shared/problem.js';
import { TransferDialog } from './transfer-dialog.js';

const HOUR = 3_600_000;
const pauses = [
  ['1', 'An hour'],
  ['4', 'Four hours'],
  ['24', 'A day'],
  ['168', 'A week'],
] as const;

/** What can be done with a case now: the server says what, for this viewer, as it stands. */
export function CaseActions({ supportCase }: { readonly supportCase: SupportCase }) {
  const me = useViewer();
  const queues = useQueue({ select: ({ queues }) => queues.map(({ queue }) => queue) });
  const { takeOver, transfer, setPending, snooze, resolve, close, reopen } = useCase({ conversationId: supportCase.conversationId });
  const actions = useConversationContext({ conversationId: supportCase.conversationId, select: ({ actions }) => actions });
  const [leave] = useLeaveConversationMutation();
  const [dialog, setDialog] = useState<'transfer' | 'snooze' | 'resolve' | null>(null);
  const { run, problem } = useAction();
  const { status } = supportCase;
  const isMine = supportCase.agent?.id === me?.id;
  const can = (action: ConversationAction) => actions.includes(action);
  const shut = () => setDialog(null);

  return (
    <div className="actions" role="group" aria-label="What to do">
      {can('TAKE_OVER_CASE') ? <button onClick={() => void run(takeOver)}>{status === 'QUEUED' ? 'Take' : 'Take over'}</button> : null}
      {can('LEAVE_CONVERSATION') && !isMine ? <button onClick={() => void run(() => leave({ conversationId: supportCase.conversationId }))}>Leave</button> : null}
      {can('TRANSFER_CASE') ? <button onClick={() => setDialog('transfer')}>Transfer</button> : null}
      {can('SET_CASE_PENDING') ? <button onClick={() => void run(setPending)}>Wait for answer</button> : null}
      {can('SNOOZE_CASE') ? <button onClick={() => setDialog('snooze')}>Snooze</button> : null}
      {can('RESOLVE_CASE') ? (
        <button className="primary" onClick={() => setDialog('resolve')}>
          Resolve
        </button>
      ) : null}
      {status === 'RESOLVED' && can('CLOSE_CASE') ? <button onClick={() => void run(() => close())}>Close</button> : null}
      {can('REOPEN_CASE') ? <button onClick={() => void run(reopen)}>Reopen</button> : null}
      <Problem text={problem} />
      {dialog === 'transfer' ? <TransferDialog supportCase={supportCase} queues={queues} onTransfer={transfer} onClose={shut} /> : null}
      {dialog === 'snooze' ? (
        <FormDialog title="Snooze" submit="Snooze" onSubmit={(form) => snooze(new Date(Date.now() + Number(textOf(form, 'hours')) * HOUR))} onClose={shut}>
          <SelectField label="For" name="hours" options={pauses} />
          <p className="hint">It comes back then, or when the customer writes.</p>
        </FormDialog>
      ) : null}
      {dialog === 'resolve' ? (
        <FormDialog title="Resolve" submit="Resolve the case" onSubmit={(form) => resolve(textOf(form, 'code') || undefined)} onClose={shut}>
          <TextField label="What it was" name="code" hint="For the figures, such as refund; may be empty" />
        </FormDialog>
      ) : null}
    </div>
  );
}
