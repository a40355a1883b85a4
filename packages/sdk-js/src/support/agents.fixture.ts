/** For tests: agents. */
import type { Agent, AgentStatus } from '../generated/types.js';

/** An agent by name. */
export const agent = (name: string, status: AgentStatus = 'ONLINE', rest: Partial<Agent> = {}): Agent => ({
  user: { id: `usr_${name}`, displayName: name, role: 'AGENT', avatarUrl: null, isGuest: false },
  status,
  chosenStatus: status,
  isAvailable: status === 'ONLINE',
  departments: [],
  skills: [],
  maxConversations: 8,
  permissions: [],
  rating: null,
  lastActiveAt: null,
  ...rest,
});
