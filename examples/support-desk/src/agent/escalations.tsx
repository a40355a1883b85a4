import { useEscalation } from '@parley/react/support';
import { Chip } from '../shared/chip.js';
import { escalationWords } from '../shared/escalation-words.js';
import { TextField, textOf } from '../shared/field.js';
import { Problem, useAction } from '../shared/problem.js';

/** Questions to the admins about this case, with their decisions; the customer sees none of it. */
export function Escalations({ caseId }: { readonly caseId: string }) {
  const { escalations, open } = useEscalation({ caseId });
  const { run, problem, isRunning } = useAction();
  return (
    <section>
      <h2>Admins asked · {escalations.length}</h2>
      <ul>
        {escalations.map((each) => (
          <li key={each.id}>
            {each.reason} <Chip of={escalationWords[each.status]} />
            {each.decision === null ? null : (
              <>
                <br />
                <small>
                  {each.decidedBy?.displayName}: {each.decision}
                </small>
              </>
            )}
          </li>
        ))}
      </ul>
      <form
        className="form"
        action={async (form) => {
          await run(() => open({ caseId, reason: textOf(form, 'reason') }));
        }}
      >
        <TextField label="Ask an admin" name="reason" required placeholder="May I refund it?" />
        <Problem text={problem} />
        <button disabled={isRunning}>Ask</button>
      </form>
    </section>
  );
}
