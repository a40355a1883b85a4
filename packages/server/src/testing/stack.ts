import { processEnvironment } from '../config.js';

/** What a test runs on: PGlite and an in-memory bus, or PostgreSQL and Redis. */
export type Stack = 'embedded' | 'cluster';

/**
 * The stack of this test run, set by the vitest project (`PARLEY_TEST_STACK`); embedded where none is set.
 * @throws when the cluster's PostgreSQL was not started.
 */
export function currentStack(): Stack {
  return processEnvironment()['PARLEY_TEST_STACK'] === 'cluster' ? 'cluster' : 'embedded';
}

/** URL of the PostgreSQL on which the cluster's tests make their databases. */
export function testDatabaseUrl(): string {
  return required('PARLEY_TEST_DATABASE_URL');
}

/** URL of the Redis of the cluster's tests. Shared: every server takes a key prefix of its own. */
export function testRedisUrl(): string {
  return required('PARLEY_TEST_REDIS_URL');
}

function required(name: string): string {
  const value = processEnvironment()[name];
  if (!value) throw new Error(`unable to use the cluster stack; ${name} is not set (run the vitest project "cluster")`);
  return value;
}
