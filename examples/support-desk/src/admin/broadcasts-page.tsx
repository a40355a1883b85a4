import { useSentBroadcasts } from '@parley/react/support';
import type { BroadcastReach, Role, SentBroadcast } from '@parley/sdk';
import { useState } from 'react';
import { SelectField, TextField, textOf } from '../shared/field.js';
import { FormDialog } from '../shared/form-dialog.js';
import { Problem, useAction } from '../shared/problem.js';
import { dayAndTime } from '../shared/time.js';
import { Page } from './page.js';

const states: Record<SentBroadcast['state'], readonly [text: string, tone: string]> = {
  SCHEDULED: ['Scheduled', 'wait'],
  PUBLISHED: ['Published', 'good'],
  REVOKED: ['Revoked', 'bad'],
  EXPIRED: ['Over', ''],
};
const audiences: readonly (readonly [string, string, readonly Role[]])[] = [
  ['all', 'Everybody', []],
  ['clients', 'Clients', ['CLIENT']],
  ['providers', 'Providers', ['PROVIDER']],
  ['staff', 'Staff', ['AGENT', 'ADMIN']],
];
const rolesOf = (key: string): Role[] => [...(audiences.find(([each]) => each === key)?.[2] ?? [])];
const audienceText = ({ audience: { roles } }: SentBroadcast) => (roles.length === 0 ? 'Everybody' : roles.map((role) => `${role.charAt(0)}${role.slice(1).toLowerCase()}s`).join(', '));

function Reach({ broadcast, ask }: { readonly broadcast: SentBroadcast; readonly ask: (id: string) => Promise<BroadcastReach> }) {
  const [reach, setReach] = useState<BroadcastReach | null>(null);
  const { run, problem, isRunning } = useAction();
  if (reach !== null) {
    return (
      <span className="chip">
        seen by {reach.seenCount} of {reach.audienceCount}
      </span>
    );
  }
  return (
    <>
      <button disabled={isRunning} onClick={() => void run(async () => setReach(await ask(broadcast.id)))}>
        Count
      </button>
      <Problem text={problem} />
    </>
  );
}

/** Announcements to many: sent now or later, taken back, counted. */
export function BroadcastsPage() {
  const { broadcasts, status, error, retry, hasMore, loadMore, send, revoke, reach } = useSentBroadcasts();
  const [isWriting, setIsWriting] = useState(false);
  const { run, problem } = useAction();

  const submit = async (form: FormData) => {
    const at = textOf(form, 'sendAt');
    const input = {
      title: textOf(form, 'title'),
      text: textOf(form, 'text'),
      audience: { roles: rolesOf(textOf(form, 'audience')) },
      ...(at === '' ? {} : { sendAt: new Date(at).toISOString() }),
    };
    await send(input);
  };
  return (
    <Page
      title="Broadcasts"
      about="Announcements that nobody can answer, to everybody or to some."
      status={status}
      error={error}
      onRetry={retry}
      actions={
        <button className="primary" onClick={() => setIsWriting(true)}>
          New broadcast
        </button>
      }
    >
      <Problem text={problem} />
      <ul className="cards">
        {broadcasts.map((broadcast) => {
          const [text, tone] = states[broadcast.state];
          return (
            <li key={broadcast.id} className="card">
              <header>
                <h2>{broadcast.title}</h2>
                <span className="chip" data-tone={tone}>
                  {text}
                </span>
                <span className="chip">{audienceText(broadcast)}</span>
              </header>
              <p className="clamped">{broadcast.text}</p>
              <p className="hint">{broadcast.publishedAt === null ? `goes out ${dayAndTime(broadcast.sendAt)}` : `went out ${dayAndTime(broadcast.publishedAt)}`}</p>
              <footer>
                {broadcast.state === 'PUBLISHED' ? <Reach broadcast={broadcast} ask={reach} /> : null}
                {broadcast.state === 'PUBLISHED' || broadcast.state === 'SCHEDULED' ? (
                  <button className="danger" onClick={() => void run(() => revoke(broadcast.id))}>
                    Take back
                  </button>
                ) : null}
              </footer>
            </li>
          );
        })}
      </ul>
      {broadcasts.length === 0 ? <p className="hint">Nothing was announced yet.</p> : null}
      {hasMore ? <button onClick={() => void loadMore()}>More</button> : null}
      {isWriting ? (
        <FormDialog title="New broadcast" submit="Send" onSubmit={submit} onClose={() => setIsWriting(false)}>
          <TextField label="Title" name="title" required />
          <TextField label="Text" name="text" required rows={4} />
          <div className="form-row">
            <SelectField label="To" name="audience" options={audiences.map(([key, text]) => [key, text])} />
            <TextField label="When" name="sendAt" type="datetime-local" hint="Empty: now" />
          </div>
        </FormDialog>
      ) : null}
    </Page>
  );
}
