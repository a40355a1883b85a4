import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import { isAdmin, isStaff, type Viewer } from '../../kernel/viewer.js';
import type { AgentView } from '../../kernel/views.js';
import type { AgentStatus } from '../../kernel/words.js';
import { signalAgent } from '../../log/topics.js';
import { requireAdmin, setPermissions } from '../identity/index.js';
import { presenceNode } from '../presence/index.js';
import { accessAgent, findAgents } from './access.js';
import { type AgentProfile, type AgentProfileInput, parseName, parseProfile } from './input.js';
import { agentFor, canBeAgent } from './policy.js';
import { type AgentRow, agentView } from './rows.js';
import { WRITE } from './store.js';

/** The most agents named at once. */
const MAX_NAMED = 100;
/** How many rows are looked at in one step where the status, which the database does not know, has to fit. */
const STEP = 200;
/** How many such steps there are at most for one page. */
const MAX_STEPS = 25;

/** Which agents to list. */
export interface ListAgents {
  readonly first: number;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly userIds?: readonly string[] | null | undefined;
  readonly department?: string | null | undefined;
  readonly skill?: string | null | undefined;
  readonly status?: AgentStatus | null | undefined;
}

/** An agent with their place in the list. */
export interface ListedAgent {
  readonly agent: AgentView;
  readonly at: Date;
  readonly id: string;
}

/** One agent whom the viewer may see, by user id. @throws ChatError NOT_FOUND */
export async function readAgent(deps: Deps, viewer: Viewer, userId: string): Promise<AgentView> {
  const row = await accessAgent(deps, viewer, { userId, operation: 'read agent' });
  return (await show(deps, viewer, [row]))[0]?.agent ?? agentFor(viewer, agentView(row, false));
}

/**
 * A page of the agents that the viewer may see. Where a status is asked for, a page looks at 5,000 agents at most.
 * @throws ChatError INVALID_INPUT; FORBIDDEN for filters of those who are no staff
 */
export async function listAgents(deps: Deps, viewer: Viewer, input: ListAgents): Promise<{ readonly agents: ListedAgent[]; readonly hasMore: boolean }> {
  const operation = 'list agents';
  const first = parsePageSize({ operation, field: 'first' }, input.first);
  if ((input.userIds?.length ?? 0) > MAX_NAMED) throw invalidInput(operation, 'userIds', `has more than ${MAX_NAMED} entries`);
  if (!isStaff(viewer) && (input.department != null || input.skill != null)) {
    throw new ChatError('FORBIDDEN', `unable to ${operation}; only staff may look by department or skill`);
  }
  const query = {
    userIds: input.userIds ?? null,
    department: input.department == null ? null : parseName(operation, 'department', input.department),
    skill: input.skill == null ? null : parseName(operation, 'skill', input.skill),
  };
  const found: ListedAgent[] = [];
  let { after } = input;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const limit = input.status == null ? first + 1 : STEP;
    const rows = await findAgents(deps, viewer, { ...query, after, limit });
    const shown = await show(deps, viewer, rows);
    found.push(...shown.filter(({ agent }) => input.status == null || agent.status === input.status));
    const last = rows.at(-1);
    if (found.length > first || rows.length < limit || !last) break;
    after = { at: last.createdAt, id: last.id };
  }
  return { agents: found.slice(0, first), hasMore: found.length > first };
}

/**
 * Chooses a status, by default one's own; admins choose for others too. Choosing the same again changes nothing. It is kept while the agent is
 * away from all devices, and shown again when they are back.
 * @throws ChatError FORBIDDEN, NOT_FOUND
 */
export async function setAgentStatus(deps: Deps, viewer: Viewer, input: { readonly status: AgentStatus; readonly userId?: string | null | undefined }): Promise<AgentView> {
  const operation = 'set agent status';
  const isOwn = input.userId == null || input.userId === viewer.userId;
  if (isOwn && (viewer.kind !== 'user' || !isStaff(viewer))) throw new ChatError('FORBIDDEN', `unable to ${operation}; only agents and admins have one`);
  if (!isOwn && !isAdmin(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only admins choose for others`);
  const userId = input.userId ?? viewer.userId;
  if (!isOwn) await accessAgent(deps, viewer, { userId, operation });
  return write(deps, viewer, { userId, status: input.status, profile: null });
}

/**
 * Makes or changes an agent's profile, by user. What is left out stays; repeating it changes nothing.
 * @throws ChatError FORBIDDEN, NOT_FOUND, INVALID_INPUT (`userId` for somebody whose role is neither agent nor admin)
 */
export async function upsertAgent(deps: Deps, viewer: Viewer, input: AgentProfileInput & { readonly userId: string }): Promise<AgentView> {
  const operation = 'write agent';
  requireAdmin(viewer, operation);
  const profile = parseProfile(input);
  const user = await deps.db.prisma.user.findFirst({ where: { id: input.userId, siteId: viewer.siteId }, select: { role: true } });
  if (!user) throw notFound(operation, 'user');
  if (!canBeAgent(user.role)) throw invalidInput(operation, 'userId', 'is neither an agent nor an admin');
  if (input.permissions != null) await setPermissions(deps, viewer, { userId: input.userId, permissions: input.permissions });
  return write(deps, viewer, { userId: input.userId, status: null, profile });
}

interface Write {
  readonly userId: string;
  readonly status: AgentStatus | null;
  readonly profile: AgentProfile | null;
}

async function write(deps: Deps, viewer: Viewer, { userId, status, profile }: Write): Promise<AgentView> {
  const skills = profile?.skills ? JSON.stringify(profile.skills) : null;
  const now = deps.clock.now().toISOString();
  await deps.db.hot(WRITE, [userId, viewer.siteId, status, profile?.departments ?? null, skills, profile?.maxConversations ?? null, now]);
  signalAgent(deps, viewer.siteId, userId);
  return readAgent(deps, viewer, userId);
}

async function show(deps: Deps, viewer: Viewer, rows: readonly AgentRow[]): Promise<ListedAgent[]> {
  const presences = await presenceNode(deps).read(rows.map(({ id }) => id), new Map());
  return rows.map((row, index) => ({
    agent: agentFor(viewer, agentView(row, presences[index]?.status === 'online')),
    at: row.createdAt,
    id: row.id,
  }));
}
