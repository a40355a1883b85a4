import { Avatar } from '@parley/example-parts/avatar';
import { useAgents } from '@parley/react/support';
import { useUpsertAgentMutation } from '@parley/react/operations';
import type { Agent, Permission } from '@parley/sdk';
import { useState } from 'react';
import { TextField, numberOf, wordsOf } from '../shared/field.js';
import { FormDialog } from '../shared/form-dialog.js';
import { Page } from './page.js';

const statuses: Record<Agent['status'], string> = { ONLINE: 'Online', AWAY: 'Away', BUSY: 'Busy', OFFLINE: 'Offline' };
const permissions: readonly (readonly [Permission, string])[] = [
  ['BULK_ACTIONS', 'Acts on many cases at once'],
  ['SEE_ALL_CASES', 'Sees the cases of all departments'],
  ['MANAGE_TAGS', 'Makes tags'],
  ['MANAGE_TEMPLATES', 'Writes templates for all'],
  ['MANAGE_KNOWLEDGE', 'Writes articles'],
  ['MANAGE_ROUTING', 'Changes queues, routing and hours'],
  ['MANAGE_BROADCASTS', 'Sends broadcasts'],
];
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

  const save = async (form: FormData) => {
    if (edited === null) return;
    await upsert({
      userId: edited.user.id,
      departments: wordsOf(form, 'departments'),
      skills: wordsOf(form, 'skills').map(skillOf),
      maxConversations: numberOf(form, 'maxConversations'),
      permissions: permissions.map(([key]) => key).filter((key) => form.getAll('permissions').includes(key)),
    });
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
              <dt>May also</dt>
              <dd>{agent.permissions?.map((each) => each.toLowerCase().replaceAll('_', ' ')).join(', ') || 'nothing more'}</dd>
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
        <FormDialog title={edited.user.displayName} onSubmit={save} onClose={() => setEdited(null)}>
          <TextField label="Departments" name="departments" hint="With commas between; empty for all" defaultValue={edited.departments?.join(', ') ?? ''} />
          <TextField label="Skills" name="skills" hint="Such as payments:4, german; the level is 1 to 5" defaultValue={edited.skills?.map(skillText).join(', ') ?? ''} />
          <TextField label="Customers at once" name="maxConversations" type="number" defaultValue={String(edited.maxConversations ?? 8)} />
          <fieldset className="checks">
            <legend>May also</legend>
            {permissions.map(([key, text]) => (
              <label key={key} className="check">
                <input type="checkbox" name="permissions" value={key} defaultChecked={edited.permissions?.includes(key) ?? false} /> {text}
              </label>
            ))}
          </fieldset>
        </FormDialog>
      )}
    </Page>
  );
}
