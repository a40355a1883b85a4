import { useEscalation } from '@parley/react/support';
import type { Escalation, EscalationStatus } from '@parley/sdk';
import { useState } from 'react';
import { Chip } from '../shared/chip.js';
import { escalationWords } from '../shared/escalation-words.js';
import { SelectField, TextField, textOf } from '../shared/field.js';
import { FormDialog } from '../shared/form-dialog.js';
import { dayAndTime } from '../shared/time.js';
import { Page } from './page.js';

const answers: readonly (readonly [EscalationStatus, string])[] = [
  ['APPROVED', 'Approve'],
  ['DECLINED', 'Decline'],
  ['ADVISED', 'Advise'],
];

/** What agents ask about their cases, and what was decided. */
export function EscalationsPage() {
  const { escalations, status, error, retry, hasMore, loadMore, decide } = useEscalation();
  const [edited, setEdited] = useState<Escalation | null>(null);

  const submit = async (form: FormData) => {
    const answer = answers.find(([key]) => key === textOf(form, 'status'))?.[0] ?? 'ADVISED';
    if (edited !== null) await decide({ escalationId: edited.id, status: answer, text: textOf(form, 'text') });
  };
  return (
    <Page title="Escalations" about="What agents ask about their cases. A decision is told once and stands." status={status} error={error} onRetry={retry}>
      <ul className="cards">
        {escalations.map((each) => (
          <li key={each.id} className="card">
            <header>
              <h2>{each.openedBy.displayName} asks</h2>
              <Chip of={escalationWords[each.status]} />
            </header>
            <p>{each.reason}</p>
            <p className="hint">
              {each.decision === null ? dayAndTime(each.createdAt) : `${each.decidedBy?.displayName ?? 'Somebody'}: ${each.decision}`}
            </p>
            {each.status === 'OPEN' ? (
              <footer>
                <button className="primary" onClick={() => setEdited(each)}>
                  Decide
                </button>
              </footer>
            ) : null}
          </li>
        ))}
      </ul>
      {escalations.length === 0 ? <p className="hint">Nobody asks.</p> : null}
      {hasMore ? <button onClick={() => void loadMore()}>More</button> : null}
      {edited === null ? null : (
        <FormDialog title="Decide" submit="Tell the agent" onSubmit={submit} onClose={() => setEdited(null)}>
          <p>{edited.reason}</p>
          <SelectField label="Answer" name="status" options={answers} />
          <TextField label="In words" name="text" required rows={3} />
        </FormDialog>
      )}
    </Page>
  );
}
