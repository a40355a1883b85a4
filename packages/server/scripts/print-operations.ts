/** Writes what an operator looks up: docs/metrics.md, docs/configuration.md and docs/log-events.md, from the code that they tell of. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../src/config.js';
import { LOG_EVENTS } from '../src/kernel/log-events.js';
import { createFeedCounters } from '../src/log/counters.js';
import { createMetrics } from '../src/transport/metrics.js';
import { VARIABLES } from './variables.js';

const write = (name: string, page: string): void => writeFileSync(fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url)), page);
const rows = (lines: readonly (readonly string[])[]): string => lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const node = { feeds: createFeedCounters(), queues: [], pools: [], sendsWaiting: 0, eventsAside: 0, operations: 0, shedShare: 0, isBusUp: true, isDraining: false };
const metrics = createMetrics({ ofProcess: false, node: () => node })
  .describe()
  .toSorted((one, other) => (one.name < other.name ? -1 : 1))
  .map(({ name, type, labels, help }) => [`\`${name}\``, type, labels.map((label) => `\`${label}\``).join(', ') || '–', help]);

write(
  'metrics.md',
  `<!-- Generated from packages/server/src/transport/metrics.ts by \`npm run gen\`. Do not edit. -->
# Metrics

Each node shows these at \`/metrics\` in the text format of Prometheus, beside the usual \`process_\` and \`nodejs_\` metrics of its
process. No label names a site, a user or a conversation: \`field\` is a root field of the schema, \`code\` an error code or a close code, and every
other label has a closed set of values. Histograms have \`_bucket\`, \`_sum\` and \`_count\`. What to watch and what to do is in
[operations.md](operations.md#what-to-watch).

| Name | Type | Labels | Meaning |
|---|---|---|---|
${rows(metrics)}
`,
);

const read = new Set<string>();
readConfig(
  new Proxy<Record<string, string | undefined>>({}, { get: (_target, name) => (typeof name === 'string' ? void read.add(name) : undefined) }),
);
const described = new Set(VARIABLES.map(({ name }) => name));
const missing = [...read].filter((name) => !described.has(name));
const unread = VARIABLES.filter(({ name, isOfOpenTelemetry }) => !isOfOpenTelemetry && !read.has(name)).map(({ name }) => name);
if (missing.length + unread.length > 0) {
  throw new Error(`unable to write docs/configuration.md; scripts/variables.ts lacks ${missing.join(', ') || 'nothing'} and config.ts does not read ${unread.join(', ') || 'anything else'}`);
}

write(
  'configuration.md',
  `<!-- Generated from packages/server/scripts/variables.ts, and compared with what config.ts reads, by \`npm run gen\`. Do not edit. -->
# Configuration

A server is configured by environment variables alone. An empty variable counts as absent, and one that cannot be used stops the start with
a line that names it. Limits without a variable are options of \`createChatServer\` (\`limits\`).

| Variable | Meaning | Default |
|---|---|---|
${rows(VARIABLES.map(({ name, meaning, fallback }) => [`\`${name}\``, meaning, fallback]))}
`,
);

write(
  'log-events.md',
  `<!-- Generated from packages/server/src/kernel/log-events.ts by \`npm run gen\`. Do not edit. -->
# Events of the log

The log is JSON, a line each, on standard output: \`timestamp\`, \`level\`, \`service\`, \`event\`, \`message\` and, where they exist,
\`conversation_id\`, \`user_id\`, \`message_type\`, \`flow_state\`, \`site_id\`, \`request_id\`, \`type\`, \`seq\`, \`code\`, \`field\`, \`err\`. It holds ids and
codes: no text of messages, no tokens, no names, no addresses of people. An error is reduced to its type, code, the places of its stack, and
its message without what that quotes.

\`event\` is one of these; a name is never reused.

| Event | Meaning |
|---|---|
${rows(Object.entries(LOG_EVENTS).map(([name, meaning]) => [`\`${name}\``, meaning]))}
`,
);
