import { isStaff, type Viewer } from '../../kernel/viewer.js';
import type { AgentView } from '../../kernel/views.js';
import type { AgentStatus, Role } from '../../kernel/words.js';

/** Most conversations at once where an admin has not said otherwise. */
export const DEFAULT_MAX_CONVERSATIONS = 8;

/** Whether users of this role can be agents: support itself, and admins who help. */
export function canBeAgent(role: Role): boolean {
  return role === 'agent' || role === 'admin';
}

/** What others are shown: the choice counts only while a connection stands, and comes back with the next one. */
export function shownStatus(chosen: AgentStatus, isConnected: boolean): AgentStatus {
  return isConnected ? chosen : 'offline';
}

/** The agent as this viewer may know them: staff all of it, others the person, the status and the rating. */
export function agentFor(viewer: Viewer, agent: AgentView): AgentView {
  if (isStaff(viewer)) return agent;
  return { ...agent, chosenStatus: null, departments: null, skills: null, maxConversations: null, permissions: null, lastActiveAt: null };
}
