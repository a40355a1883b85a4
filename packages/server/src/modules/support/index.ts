export { type CaseOrigin, type StartedSupport, startSupport, type Visitor } from './start.js';
