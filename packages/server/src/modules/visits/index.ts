export { accessVisitor } from './access.js';
export { VisitRef } from './schema-types.js';
export { readVisit } from './service.js';
