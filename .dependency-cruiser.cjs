// The order of the rooms, low to high. Low never imports high; equals never import each other.
const modules = [
  ['identity'],
  ['conversations'],
  ['messages'],
  ['receipts', 'presence', 'attachments'],
  ['bookings', 'direct', 'guests', 'agents', 'flows', 'templates', 'knowledge', 'hours', 'visits', 'team', 'customers'],
  ['queues'],
  ['routing'],
  ['support'],
  ['sla', 'feedback', 'escalations', 'broadcasts'],
  ['desk'],
  ['automation'],
  ['context', 'notices', 'notifications', 'webhooks', 'moderation', 'privacy', 'analytics', 'intelligence'],
  ['feeds'],
];

const server = '^packages/server/src/';
const test = '(\\.test|/fixture|\\.fixture)\\.tsx?$';
// What stands above every module: the edges of the server. Tests may reach anywhere.
const edges = '(transport|cli|testing)/|^packages/server/src/(index|main|server)\\.ts$|^packages/server/src/graphql/schema\\.ts$';

const rule = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from, pathNot: test } : { ...from, pathNot: [test, ...[from.pathNot ?? []].flat()] },
  to: typeof to === 'string' ? { path: to } : to,
});

const moduleRules = modules.flatMap((level, index) =>
  level.map((name) => {
    const allowed = [name, ...modules.slice(0, index).flat()];
    return rule(
      `module-order-${name}`,
      `${name} imports lower modules only: ${allowed.slice(1).join(', ') || 'none'}.`,
      `${server}modules/${name}/`,
      { path: `${server}modules/`, pathNot: `${server}modules/(${allowed.join('|')})/` },
    );
  }),
);

module.exports = {
  forbidden: [
    rule('known-module', 'A new module needs its place in the order above.', `^packages/`, {
      path: `${server}modules/`,
      pathNot: `${server}modules/(${modules.flat().join('|')})/`,
    }),
    rule('known-module-itself', 'A new module needs its place in the order above.', { path: `${server}modules/`, pathNot: `${server}modules/(${modules.flat().join('|')})/` }, {}),
    ...moduleRules,
    {
      name: 'module-door',
      comment: 'Another module is reached through its index.ts alone (and its schema.ts by graphql/schema.ts).',
      severity: 'error',
      from: { path: `${server}modules/([^/]+)/`, pathNot: test },
      to: { path: `${server}modules/[^/]+/`, pathNot: [`${server}modules/$1/`, `${server}modules/[^/]+/index\\.ts$`] },
    },
    rule(
      'module-door-from-outside',
      'Outside of modules/ a module is reached through its index.ts, and its schema.ts by graphql/schema.ts.',
      { path: server, pathNot: [`${server}modules/`, `${server}graphql/schema\\.ts$`] },
      { path: `${server}modules/`, pathNot: `${server}modules/[^/]+/index\\.ts$` },
    ),
    rule('kernel-lowest', 'kernel imports nothing above itself.', `${server}kernel/`, { path: server, pathNot: `${server}kernel/` }),
    rule('config-low', 'config imports the kernel alone.', `${server}config\\.ts$`, { path: server, pathNot: `${server}kernel/|${server}config/` }),
    rule('bus-low', 'The bus knows kernel, config and the shape of the dependencies.', `${server}bus/`, {
      path: server,
      pathNot: `${server}(bus|kernel)/|${server}(config|deps)\\.ts$`,
    }),
    rule('db-low', 'The database door knows kernel, config and the shape of the dependencies.', `${server}db/`, {
      path: server,
      pathNot: `${server}(db|kernel)/|${server}(config|deps)\\.ts$`,
    }),
    rule('log-low', 'The log stands on bus and db, below every module.', `${server}log/`, {
      path: server,
      pathNot: `${server}(log|bus|db|kernel|jobs)/|${server}(config|deps)\\.ts$`,
    }),
    rule(
      'graphql-low',
      'The builder and its helpers know no module; graphql/schema.ts gathers the modules.',
      { path: `${server}graphql/`, pathNot: `${server}graphql/schema\\.ts$` },
      `${server}(modules|transport|cli|testing)/|${server}(index|main|server)\\.ts$|${server}graphql/schema\\.ts$`,
    ),
    rule('modules-below-edges', 'Modules know nothing of transport, command line or testing.', `${server}modules/`, `${server}${edges}`),
    rule('transport-below-server', 'Transport is assembled by server.ts and does not know it.', `${server}transport/`, `${server}(cli|testing)/|${server}(index|main|server)\\.ts$`),
    rule('nobody-imports-feeds', 'feeds is the top module.', { path: server, pathNot: [`${server}modules/feeds/`, `${server}(transport|testing|cli)/`, `${server}(server|index|main)\\.ts$`, `${server}graphql/schema\\.ts$`] }, `${server}modules/feeds/`),
    rule(
      'bus-implementations',
      'Only the assembly makes a bus; everyone else is given one.',
      { path: server, pathNot: [`${server}bus/`, `${server}testing/`, `${server}server\\.ts$`, `${server}(transport|cli)/`] },
      { path: `${server}bus/`, pathNot: `${server}bus/(contract|index|topics?)\\.ts$` },
    ),
    rule('not-to-tests', 'Nothing that ships imports a test.', '^packages/', test),
    rule('sdk-alone', 'The SDK knows neither server nor hooks nor React.', '^packages/sdk-js/src/', '^packages/(server|react-hooks)/|node_modules/(react|react-dom)/'),
    rule('sdk-core-below-support', 'The stores of support stand above the client: it is no bigger for them.', { path: '^packages/sdk-js/src/', pathNot: '^packages/sdk-js/src/support/' }, '^packages/sdk-js/src/support/'),
    rule('hooks-below-support', 'The hooks of support stand above the others, in an entry of their own.', { path: '^packages/react-hooks/src/', pathNot: '^packages/react-hooks/src/support/' }, '^packages/(react-hooks|sdk-js)/src/support/'),
    rule(
      'react-through-the-sdk',
      "The hooks import the SDK's public entries and React, nothing of urql, graphql or graphql-ws.",
      '^packages/react-hooks/src/',
      { pathNot: '^packages/react-hooks/src/|^packages/sdk-js/src/(index|operations|support/index)\\.ts$|(^|/)node_modules/(@types/)?react/|^react($|/)' },
    ),
    rule('server-uses-the-sdk-as-published', "The server uses the SDK's public entries, for `replay` and for testing, and the list of its documents.", server, {
      path: '^packages/sdk-js/',
      pathNot: '^packages/sdk-js/src/(index|operations|support/index)\\.ts$|^packages/sdk-js/src/generated/documents\\.json$|^packages/sdk-js/dist/',
    }),
    {
      name: 'no-cycles',
      comment: 'No cycles, of types neither.',
      severity: 'error',
      from: { pathNot: 'generated/' },
      to: { circular: true },
    },
    rule('resolvable', 'Every import leads somewhere.', '^packages/', { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules|/generated/' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.cruise.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
