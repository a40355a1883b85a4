import { startServer, type TestServer } from '@parley/server/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { seedDemo } from '../../packages/server/src/demo/seed.js';
import { schema } from '../../packages/server/src/graphql/schema.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ options: { isDemo: true } });
  await seedDemo(server.deps, schema);
});
afterAll(() => server.close());

it('R17 R38: the twenty lines of the README run against the demo, and both people have the whole conversation', async () => {
  vi.stubEnv('PARLEY_URL', new URL(server.url).origin);
  const said: string[] = [];
  const print = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  const program = new URL('../../examples/quickstart-node/index.js', import.meta.url).pathname;
  await import(/* @vite-ignore */ program);
  print.mockRestore();
  vi.unstubAllEnvs();
  expect(said.slice(-2)).toEqual(['Ada: Is nine still fine?', 'Ben: Nine is fine.']);
  expect(said).toContain('Ada: Hello Ben, the piano stands on the third floor and there is no lift.');
});
