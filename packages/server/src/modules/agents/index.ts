export { followAgents } from './board.js';
export { agentAtWork, type ReadyAgent, readyAgents, shownAgents } from './ready.js';
export { addRating, type AgentRating } from './rate.js';
export { AgentRef } from './schema-types.js';
export { listAgents, readAgent, setAgentStatus, upsertAgent } from './service.js';
export { siteSkills } from './skills.js';
