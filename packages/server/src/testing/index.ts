/** For tests of products built on Parley, and for Parley's own: real databases, real ports, real sockets. */
export { PROTOCOL_VERSION } from '../index.js';
export { currentStack, testDatabaseUrl, testRedisUrl, type Stack } from './stack.js';
export { createTestDatabase, type TestDatabase } from './database.js';
export { expectQueries, recordQueries } from './queries.js';
