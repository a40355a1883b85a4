export { type StartedSupport, startSupport, type Visitor } from './start.js';
