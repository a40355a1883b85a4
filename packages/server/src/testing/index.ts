/** For tests of products built on Parley, and for Parley's own: real databases, real ports, real sockets. */
export { PROTOCOL_VERSION } from '../index.js';
export { createTestClock, type TestClock } from '../kernel/clock.js';
export { Actor, OperationError, outcomeOf } from './actor.js';
export { createTestDatabase, type TestDatabase } from './database.js';
export { eventually, turning, within } from './deadline.js';
export type { Document, GraphQLAnswer, TestError, Variables } from './document.js';
export { faultProxy, type FaultProxy, type LinkMode, type LinkTarget } from './fault-proxy.js';
export { expectQueries, recordQueries } from './queries.js';
export { Person, seed, type Seed, type SeededBooking, type SeededBookingStatus, type SeededRole, type World } from './seed.js';
export { startServer, type StartServerOptions, type TestServer } from './server.js';
export { connectSocket, type SocketEnd, type TestSocket, type TestSubscription } from './socket.js';
export { verifyFeed, type VerifyFeed } from './verify-feed.js';
export { verifyInbox, type VerifyInbox } from './verify-inbox.js';
export { currentStack, testDatabaseUrl, testRedisUrl, type Stack } from './stack.js';
