import { startPostgres, startRedis } from './services.mjs';

/** Vitest's global setup of the `cluster` project: one PostgreSQL and one Redis for the whole run. */
export default async function setup() {
  const services = [];
  if (process.env.DATABASE_URL) process.env.PARLEY_TEST_DATABASE_URL = process.env.DATABASE_URL;
  else {
    const postgres = await startPostgres();
    services.push(postgres);
    process.env.PARLEY_TEST_DATABASE_URL = postgres.url;
  }
  if (process.env.REDIS_URL) process.env.PARLEY_TEST_REDIS_URL = process.env.REDIS_URL;
  else {
    const redis = await startRedis();
    services.push(redis);
    process.env.PARLEY_TEST_REDIS_URL = redis.url;
  }
  return async () => {
    for (const service of services) await service.stop();
  };
}
