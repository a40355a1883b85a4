import { useViewer } from '@parley/react';
import { useCase, useQueue } from '@parley/react/support';
import type { SupportCase } from '@parley/sdk';
import { useState } from 'react';
import { Dialog } from '../shared/dialog.js';
import { SelectField, TextField, textOf } from '../shared/field.js';
import { Problem, useAction } from '../shared/problem.js';
import { TransferDialog } from './transfer-dialog.js';

const HOUR = 3_600_000;
const pauses = [
  ['1', 'An hour'],
  ['4', 'Four hours'],
  ['24', 'A day'],
  ['168', 'A week'],
] as const;

/** What can be done with a case, as it stands. */
export function CaseActions({ supportCase }: { readonly supportCase: SupportCase }) {
  const me = useViewer();
  const queues = useQueue({ select: ({ queues }) => queues.map(({ queue }) => queue) });
  const { takeOver, transfer, setPending, snooze, resolve, close, reopen } = useCase({ conversationId: supportCase.conversationId });
  const [dialog, setDialog] = useState<'transfer' | 'snooze' | 'resolve' | null>(null);
  const { run, problem, isRunning } = useAction();
  const { status } = supportCase;
  const isMine = supportCase.agent?.id === me?.id;
  const isOver = status === 'RESOLVED' || status === 'CLOSED';
  const shut = () => setDialog(null);

  return (
    <div className="actions" role="group" aria-label="What to do">
      {!isOver && !isMine ? <button onClick={() => void run(takeOver)}>{status === 'QUEUED' ? 'Take' : 'Take over'}</button> : null}
      {!isOver ? <button onClick={() => setDialog('transfer')}>Transfer</button> : null}
      {isMine && status === 'OPEN' ? <button onClick={() => void run(setPending)}>Wait for answer</button> : null}
      {isMine && (status === 'OPEN' || status === 'PENDING') ? <button onClick={() => setDialog('snooze')}>Snooze</button> : null}
      {isMine && !isOver ? (
        <button className="primary" onClick={() => setDialog('resolve')}>
          Resolve
        </button>
      ) : null}
      {status === 'RESOLVED' ? <button onClick={() => void run(() => close())}>Close</button> : null}
      {isOver ? <button onClick={() => void run(reopen)}>Reopen</button> : null}
      <Problem text={dialog === null ? problem : null} />
      {dialog === 'transfer' ? <TransferDialog supportCase={supportCase} queues={queues} onTransfer={transfer} onClose={shut} /> : null}
      {dialog === 'snooze' ? (
        <Dialog title="Snooze" onClose={shut}>
          <form
            className="form"
            action={async (form) => {
              if (await run(() => snooze(new Date(Date.now() + Number(textOf(form, 'hours')) * HOUR)))) shut();
            }}
          >
            <SelectField label="For" name="hours" options={pauses} />
            <p className="hint">It comes back then, or when the customer writes.</p>
            <Problem text={problem} />
            <footer>
              <button className="primary" disabled={isRunning}>
                Snooze
              </button>
            </footer>
          </form>
        </Dialog>
      ) : null}
      {dialog === 'resolve' ? (
        <Dialog title="Resolve" onClose={shut}>
          <form
            className="form"
            action={async (form) => {
              if (await run(() => resolve(textOf(form, 'code') || undefined))) shut();
            }}
          >
            <TextField label="What it was" name="code" hint="For the figures, such as refund; may be empty" />
            <Problem text={problem} />
            <footer>
              <button className="primary" disabled={isRunning}>
                Resolve the case
              </button>
            </footer>
          </form>
        </Dialog>
      ) : null}
    </div>
  );
}
