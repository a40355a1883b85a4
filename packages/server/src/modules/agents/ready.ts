import type { HotStatement } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { type PresenceNode, presenceNode } from '../presence/index.js';
import type { AgentStatus } from '../../kernel/words.js';
import { shownStatus } from './policy.js';
import { AGENT_COLUMNS, type AgentRow, IS_AGENT } from './rows.js';

/** The most agents of a site that are looked at. */
const MAX_READY = 1_000;

/** An agent as those see them who hand work out. */
export interface ReadyAgent {
  readonly id: string;
  readonly departments: readonly string[];
  readonly skills: readonly string[];
  readonly maxConversations: number;
}

/** Agents of site `$1` by what they chose: those with ids `$2`, or with null the first `$3` who chose to be online. */
const CHOSEN: HotStatement = {
  name: 'agents.chosen',
  text: `SELECT ${AGENT_COLUMNS} FROM "user" u LEFT JOIN agent a ON a.user_id = u.id
    WHERE u.site_id = $1 AND u.role IN ('agent', 'admin') AND ${IS_AGENT}
      AND CASE WHEN $2::text[] IS NULL THEN coalesce(a.status, 'online') = 'online' ELSE u.id = ANY($2::text[]) END
    ORDER BY u.created_at, u.id LIMIT $3::int`,
};

/** The agents of a site who take conversations at this moment: connected, and online by their own choice. One query. */
export async function readyAgents(deps: Deps, siteId: string, presence: PresenceNode = presenceNode(deps)): Promise<ReadyAgent[]> {
  const rows = await deps.db.hot<AgentRow>(CHOSEN, [siteId, null, MAX_READY]);
  const presences = await presence.read(rows.map(({ id }) => id), new Map());
  return rows.filter((_, index) => presences[index]?.status === 'online').map(readyOf);
}

/** An agent by user id, with whether they can be given work: null for somebody who is none. */
export async function agentAtWork(
  deps: Deps,
  of: { readonly siteId: string; readonly userId: string },
): Promise<(ReadyAgent & { readonly isReady: boolean }) | null> {
  const [row] = await deps.db.hot<AgentRow>(CHOSEN, [of.siteId, [of.userId], 1]);
  if (!row) return null;
  const [presence] = await presenceNode(deps).read([row.id], new Map());
  return { ...readyOf(row), isReady: presence?.status === 'online' && row.chosenStatus === 'online' };
}

function readyOf({ id, departments, skills, maxConversations }: AgentRow): ReadyAgent {
  return { id, departments, skills: skills.map(({ name }) => name), maxConversations };
}

/** How an agent is shown, on which site. */
export interface AgentShown {
  readonly id: string;
  readonly status: AgentStatus;
}

const SHOWN: HotStatement = {
  name: 'agents.shown',
  text: `SELECT u.id, CASE WHEN ${IS_AGENT} THEN coalesce(a.status, 'online')::text ELSE 'offline' END AS status
    FROM "user" u LEFT JOIN agent a ON a.user_id = u.id WHERE u.id = ANY($1::text[])`,
};

/** How agents, of whichever site, are shown at this moment. Who is an agent no more is offline. One query. */
export async function shownAgents(deps: Deps, userIds: readonly string[]): Promise<AgentShown[]> {
  if (userIds.length === 0) return [];
  const rows = await deps.db.hot<AgentShown>(SHOWN, [userIds]);
  const presences = await presenceNode(deps).read(rows.map(({ id }) => id), new Map());
  return rows.map(({ id, status }, index) => ({ id, status: shownStatus(status, presences[index]?.status === 'online') }));
}
