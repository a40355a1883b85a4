export { accessVisitor } from './access.js';
export { startVisits, type VisitWatch } from './prune.js';
export { VisitRef } from './schema-types.js';
export { readVisit } from './service.js';
