import { Avatar } from '@parley/example-parts/avatar';
import { useViewer } from '@parley/react';
import { useAgentStatus } from '@parley/react/support';
import type { AgentStatus } from '@parley/sdk';
import { Problem, useAction } from '../shared/problem.js';

const names: Record<AgentStatus, string> = { ONLINE: 'Online', AWAY: 'Away', BUSY: 'Busy', OFFLINE: 'Offline' };
const statuses: readonly AgentStatus[] = ['ONLINE', 'AWAY', 'BUSY', 'OFFLINE'];

/** Who I am, and whether I take customers. */
export function StatusSwitch() {
  const me = useViewer();
  const { chosenStatus, agent, status, setStatus } = useAgentStatus();
  const { run, problem } = useAction();
  return (
    <section className="me" aria-label="You">
      <Avatar name={me?.displayName ?? '?'} tone={chosenStatus ?? 'OFFLINE'} />
      <p>
        <strong>{me?.displayName ?? 'Signing in'}</strong>
        <small>{agent?.departments?.join(', ') || (status === 'loading' ? 'Loading' : 'All departments')}</small>
      </p>
      <label>
        <span className="visually-hidden">Your status</span>
        <select value={chosenStatus ?? 'OFFLINE'} disabled={chosenStatus === null} onChange={({ target }) => void run(() => setStatus(statuses.find((each) => each === target.value) ?? 'ONLINE'))}>
          {statuses.map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </select>
      </label>
      <Problem text={problem} />
    </section>
  );
}
