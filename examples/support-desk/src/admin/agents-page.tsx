import { useAgents } from '@parley/react/support';
import { useUpsertAgentMutation } from '@parley/react/operations';
import type { Agent } from '@parley/sdk';
import { useState } from 'react';
import { Avatar } from '../shared/avatar.js';
import { Dialog } from '../shared/dialog.js';
import { TextField, numberOf, wordsOf } from '../shared/field.js';
import { Problem, useAction } from '../shared/problem.js';
import { Page } from './page.js';

const statuses: Record<Agent['status'], string> = { ONLINE: 'Online', AWAY: 'Away', BUSY: 'Busy', OFFLINE: 'Offline' };
const skillText = ({ name, level }: { readonly name: string; readonly level: number | null }) => (level === null ? name : `${name}:${level}`);
const skillOf = (word: string) => {
  const [name = '', level] = word.split(':');
  return level === undefined || !Number.isInteger(Number(level)) ? { name } : { name, level: Number(level) };
};

/** Who works here: departments, skills and how many customers at once. */
export function AgentsPage() {
  const { agents, status, error, retry } = useAgents();
  const [upsert] = useUpsertAgentMutation();
  const [edited, setEdited] = useState<Agent | null>(null);
  const { run, problem, isRunning } = useAction();

  const save = async (form: FormData) => {
    if (edited === null) return;
    const input = { userId: edited.user.id, departments: wordsOf(form, 'departments'), skills: wordsOf(form, 'skills').map(skillOf), maxConversations: numberOf(form, 'maxConversations') };
    if (await run(() => upsert(input))) setEdited(null);
  };
  return (
    <Page title="Agents" about="Departments and skills decide who is asked; the capacity, how often." status={status} error={error} onRetry={retry}>
      <ul className="cards">
        {agents.map((agent) => (
          <li key={agent.user.id} className="card">
            <header>
              <Avatar name={agent.user.displayName} tone={agent.status} />
              <h2>{agent.user.displayName}</h2>
              <span className="chip">{statuses[agent.status]}</span>
            </header>
            <dl className="facts">
              <dt>Departments</dt>
              <dd>{agent.departments?.join(', ') || 'all'}</dd>
              <dt>Skills</dt>
              <dd>{agent.skills?.map(skillText).join(', ') || 'none'}</dd>
              <dt>At once</dt>
              <dd>{agent.maxConversations}</dd>
              <dt>Rating</dt>
              <dd>{agent.rating === null ? 'none yet' : `${agent.rating.average.toFixed(1)} of ${agent.rating.count}`}</dd>
            </dl>
            <footer>
              <button onClick={() => setEdited(agent)}>Edit</button>
            </footer>
          </li>
        ))}
      </ul>
      {edited === null ? null : (
        <Dialog title={edited.user.displayName} onClose={() => setEdited(null)}>
          <form action={save} className="form">
            <TextField label="Departments" name="departments" hint="With commas between; empty for all" defaultValue={edited.departments?.join(', ') ?? ''} />
            <TextField label="Skills" name="skills" hint="Such as payments:4, german; the level is 1 to 5" defaultValue={edited.skills?.map(skillText).join(', ') ?? ''} />
            <TextField label="Customers at once" name="maxConversations" type="number" defaultValue={String(edited.maxConversations ?? 8)} />
            <Problem text={problem} />
            <footer>
              <button className="primary" disabled={isRunning}>
                Save
              </button>
            </footer>
          </form>
        </Dialog>
      )}
    </Page>
  );
}
