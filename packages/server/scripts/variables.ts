/** What each environment variable means, for docs/configuration.md. The generator compares the names with what config.ts reads. */

import { DEFAULT_LIMITS } from '../src/config.js';

/** A variable as the documentation tells of it. */
export interface Variable {
  readonly name: string;
  readonly meaning: string;
  readonly fallback: string;
  /** Read by the packages of OpenTelemetry, not by the server. */
  readonly isOfOpenTelemetry?: boolean;
}

/** All of them, in the order of the page. */
export const VARIABLES: readonly Variable[] = [
  { name: 'DATABASE_URL', meaning: 'PostgreSQL 15 or newer, `postgres://…`. Without it the embedded database is used.', fallback: '–' },
  { name: 'REDIS_URL', meaning: 'Redis, `redis://…` or `rediss://…`, which joins several nodes. Without it a single node.', fallback: '–' },
  { name: 'PORT', meaning: 'Port to listen on; 0 takes a free one.', fallback: '`4000`' },
  { name: 'HOST', meaning: 'Address to listen on; `0.0.0.0` lets other machines in.', fallback: '`127.0.0.1`' },
  { name: 'PARLEY_DATA_DIR', meaning: 'Folder of the embedded database.', fallback: '`.parley/data`' },
  { name: 'NODE_ENV', meaning: '`production` switches GraphiQL, introspection and private addresses off by default.', fallback: '–' },
  { name: 'PARLEY_GRAPHIQL', meaning: 'Whether GraphiQL is served on `GET /graphql`.', fallback: '`true`; `false` in production' },
  { name: 'PARLEY_INTROSPECTION', meaning: 'Whether documents may ask for the schema.', fallback: '`true`; `false` in production' },
  { name: 'PARLEY_PRIVATE_ADDRESSES', meaning: 'Whether addresses that customers supply may be private, and by plain http.', fallback: '`true`; `false` in production' },
  { name: 'PARLEY_METRICS', meaning: 'Whether `/metrics` is served. Keep it from the world at the load balancer.', fallback: '`true`' },
  { name: 'PARLEY_ALLOWED_ORIGINS', meaning: 'Origins that every site allows, beside its own list: separated by commas, `*` for all.', fallback: '–' },
  { name: 'PARLEY_TRUSTED_PROXIES', meaning: 'How many proxies in front of the server are believed about the address of the client.', fallback: '`0`' },
  { name: 'PARLEY_LOG_LEVEL', meaning: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`. `debug` has a line for every event.', fallback: '`info`' },
  { name: 'PARLEY_DRAIN_MS', meaning: 'Milliseconds in which a node that stops sends its clients elsewhere and finishes what is under way.', fallback: '`10000`' },
  { name: 'PARLEY_RATE_LIMITS', meaning: 'Whether callers have budgets.', fallback: '`true`' },
  { name: 'PARLEY_MAX_SOCKETS', meaning: 'Sockets of a node.', fallback: '`20000`' },
  { name: 'PARLEY_MAX_SOCKETS_PER_IP', meaning: 'Sockets of one address on a node.', fallback: '`1000`' },
  { name: 'PARLEY_MAX_SOCKETS_PER_USER', meaning: 'Sockets of one user on a node.', fallback: '`20`' },
  { name: 'PARLEY_MAX_OPERATIONS', meaning: 'Operations under way at once on a node; beyond it the server sheds with `OVERLOADED`.', fallback: `\`${DEFAULT_LIMITS.operations}\`` },
  { name: 'PARLEY_MAX_WAITING_SENDS', meaning: 'Sends that may wait for a statement to share.', fallback: `\`${DEFAULT_LIMITS.waitingSends}\`` },
  { name: 'PARLEY_MAX_SEND_WAIT_MS', meaning: 'Milliseconds that a send may be expected to wait.', fallback: `\`${DEFAULT_LIMITS.sendWaitMs}\`` },
  { name: 'PARLEY_MAX_LOOP_DELAY_MS', meaning: 'Milliseconds by which the event loop may be late before the server sheds.', fallback: `\`${DEFAULT_LIMITS.loopDelayMs}\`` },
  { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', meaning: 'Where traces go, such as `http://collector:4318`. Switches them on.', fallback: '–' },
  { name: 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', meaning: 'The same with its whole path.', fallback: '–' },
  { name: 'PARLEY_TRUST_TRACEPARENT', meaning: 'Whether a trace that a client began is continued, and its sampling kept; otherwise it is linked.', fallback: '`false`' },
  { name: 'OTEL_SERVICE_NAME', meaning: 'Name of the service in traces.', fallback: '`parley`', isOfOpenTelemetry: true },
  { name: 'OTEL_RESOURCE_ATTRIBUTES', meaning: 'Attributes of the resource in traces.', fallback: '–', isOfOpenTelemetry: true },
  {
    name: 'OTEL_TRACES_SAMPLER',
    meaning: 'What is sampled, such as `parentbased_traceidratio` with `OTEL_TRACES_SAMPLER_ARG=0.01`.',
    fallback: '`parentbased_always_on`',
    isOfOpenTelemetry: true,
  },
];
