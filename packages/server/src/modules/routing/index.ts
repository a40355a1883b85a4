export { recordDecision, routeNewCase, type RoutingVerdict } from './decide.js';
export { startRouting, stopRouting } from './node.js';
export type { RoutingActions } from './rules.js';
