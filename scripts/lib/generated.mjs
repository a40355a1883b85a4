/**
 * The steps of `npm run gen`, in order. Each script writes its own files; `outputs` are what the gate compares.
 * To add one, write the script and name it here.
 */
export const steps = [
  {
    key: 'schema',
    name: 'schema.graphql',
    cwd: 'packages/server',
    script: 'packages/server/scripts/print-schema.ts',
    outputs: ['schema.graphql'],
  },
  {
    key: 'errors',
    name: 'docs/errors.md',
    cwd: 'packages/server',
    script: 'packages/server/scripts/print-errors.ts',
    outputs: ['docs/errors.md'],
  },
  {
    key: 'operations',
    name: 'docs/metrics.md, docs/configuration.md and docs/log-events.md',
    cwd: 'packages/server',
    script: 'packages/server/scripts/print-operations.ts',
    outputs: ['docs/metrics.md', 'docs/configuration.md', 'docs/log-events.md'],
  },
  {
    key: 'data-model',
    name: 'docs/data-model.md',
    cwd: 'packages/server',
    script: 'packages/server/scripts/print-data-model.ts',
    outputs: ['docs/data-model.md'],
  },
  {
    key: 'sdk',
    name: 'documents and methods of the SDK',
    cwd: 'packages/sdk-js',
    script: 'packages/sdk-js/scripts/generate.ts',
    outputs: ['packages/sdk-js/operations', 'packages/sdk-js/src/generated'],
  },
  {
    key: 'react',
    name: 'operation hooks of React',
    cwd: 'packages/react-hooks',
    script: 'packages/react-hooks/scripts/generate.ts',
    outputs: ['packages/react-hooks/src/generated'],
  },
  {
    key: 'coverage',
    name: 'docs/coverage.md',
    cwd: '.',
    script: 'scripts/gen-coverage.mjs',
    outputs: ['docs/coverage.md'],
  },
];
