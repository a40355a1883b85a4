import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { missingServices, requireAll } from './scripts/lib/services.mjs';

const source = (path: string) => fileURLToPath(new URL(`./packages/${path}`, import.meta.url));

// Packages resolve to each other's source, so that no test runs against a stale build.
const alias = [
  // The file that Node itself loads for the packages in node_modules: two copies of graphql do not accept each other's schema.
  { find: /^graphql$/, replacement: createRequire(source('server/package.json')).resolve('graphql') },
  { find: /^@parley\/sdk$/, replacement: source('sdk-js/src/node.ts') },
  { find: /^@parley\/sdk\/operations$/, replacement: source('sdk-js/src/operations.ts') },
  { find: /^@parley\/sdk\/support$/, replacement: source('sdk-js/src/support/index.ts') },
  { find: /^@parley\/react$/, replacement: source('react-hooks/src/index.ts') },
  { find: /^@parley\/react\/operations$/, replacement: source('react-hooks/src/operations.ts') },
  { find: /^@parley\/react\/support$/, replacement: source('react-hooks/src/support/index.ts') },
  { find: /^@parley\/server$/, replacement: source('server/src/index.ts') },
  { find: /^@parley\/server\/testing$/, replacement: source('server/src/testing/index.ts') },
];

// The hooks' tests run a second time on React 18: everything of React comes from the workspace that has it.
const react18 = {
  find: /^(react|react-dom|@testing-library\/react)(\/.*)?$/,
  replacement: `${source('react-hooks/react18/node_modules')}/$1$2`,
};

/**
 * The limits of all tests, in milliseconds. They are there for what hangs, not for what is slow: a machine ten times slower than usual, with everything
 * else running beside it, must stay below them. They cost nothing where tests pass. Waiters of the tests have PATIENCE_MS of `@parley/server/testing`.
 */
const limits = { testTimeout: 240_000, hookTimeout: 240_000, teardownTimeout: 60_000, expect: { poll: { timeout: 30_000, interval: 50 } } };

/**
 * Files of a project run one after another in the two processes of the run: the product is loaded twice for each project and not once for each file. What a file starts it also
 * ends; what is kept in a module is kept by server or database, and no file may leave anything else behind.
 */
const shared = { isolate: false } as const;

const wire = ['{packages,tests}/**/*.wire.test.{ts,tsx}'];
const browser = ['{packages,tests,examples}/**/*.browser.test.{ts,tsx}'];
const react = ['packages/react-hooks/**/*.test.{ts,tsx}'];
/** As on a server: in a process to which no other file has given a document. */
const ssr = ['packages/react-hooks/test/ssr.test.tsx'];

// A project whose services this machine lacks is left out, which `npm test` says loudly; where everything is required
// (CI, or PARLEY_REQUIRE_ALL=1) it stays in and fails.
const missing = missingServices();
const possible = (name: keyof typeof missing) => requireAll() || missing[name].length === 0;

const projects: TestProjectConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'unit',
      include: ['packages/{server,sdk-js}/**/*.test.ts', 'tests/**/*.test.ts', 'chaos/**/*.test.ts', 'bench/src/**/*.test.ts', 'scripts/**/*.test.mjs'],
      exclude: [...configDefaults.exclude, ...wire, ...browser],
    },
  },
  ...(['19', '18'] as const).flatMap((version): TestProjectConfiguration[] => {
    const of = { extends: true as const, ...(version === '18' ? { resolve: { alias: [...alias, react18] } } : {}) };
    const env = { PARLEY_TEST_REACT: version };
    const suffix = version === '18' ? '18' : '';
    return [
      { ...of, test: { name: `react${suffix}`, ...shared, env, include: react, exclude: [...configDefaults.exclude, ...wire, ...browser, ...ssr] } },
      { ...of, test: { name: `ssr${suffix}`, env, include: ssr } },
    ];
  }),
  {
    extends: true,
    test: {
      name: 'embedded',
      ...shared,
      include: wire,
      env: { PARLEY_TEST_STACK: 'embedded' },
    },
  },
];

if (possible('cluster')) {
  projects.push({
    extends: true,
    test: {
      name: 'cluster',
      ...shared,
      include: wire,
      env: { PARLEY_TEST_STACK: 'cluster' },
      globalSetup: ['./scripts/lib/cluster-setup.mjs'],
    },
  });
}

if (possible('browser')) {
  projects.push({
    extends: true,
    test: {
      name: 'browser',
      include: browser,
      // Whole working days of several people, page by page.
      testTimeout: 600_000,
      fileParallelism: false,
    },
  });
}

export default defineConfig({
  resolve: { alias },
  test: { retry: 0, passWithNoTests: true, maxWorkers: 2, ...limits, projects },
});
