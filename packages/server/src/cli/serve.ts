import { resolve } from 'node:path';
import { existsSync } from 'node:fs';
import { type Config, type Environment, type LogLevel, processEnvironment, readConfig } from '../config.js';
import { DEMO_SITE, DEMO_USERS, mintDemoToken } from '../demo/site.js';
import { seedDemo } from '../demo/seed.js';
import { schema } from '../graphql/schema.js';
import { type ChatServer, createChatServer } from '../server.js';
import { createLog, type Log } from '../kernel/log.js';
import type { Telemetry } from '../telemetry.js';
import { examplePages, pagesBelow } from '../transport/static-files.js';
import { CommandError, note, say } from './outcome.js';
import { DEMO_WARNING } from './seed.js';

/** What `parley serve` takes. */
export interface ServeOptions {
  readonly demo?: boolean;
  readonly examples?: string;
  readonly port?: number;
  readonly host?: string;
}

/** `parley serve`: runs the server until it is told to stop, then drains and resolves. */
export async function serve(options: ServeOptions): Promise<void> {
  const environment = processEnvironment();
  const config = configOf(readConfig(environment), options);
  const examplesDir = options.examples === undefined ? null : resolve(options.examples);
  if (examplesDir !== null && !existsSync(examplesDir)) throw new CommandError(`unable to serve examples; there is no folder ${examplesDir}`);
  const isTalking = options.demo === true || process.stdout.isTTY;
  const telemetry = config.hasTraces ? await openTelemetry() : null;
  const level = levelOf(config, environment, isTalking);
  const server = createChatServer({
    config: { ...config, logLevel: level },
    examplesDir,
    isDemo: options.demo === true,
    hasProcessMetrics: true,
    ...(isTalking ? { onProgress: (line: string) => note(`parley: ${line}`) } : {}),
  });
  watchProcess(server, createLog(level));
  await server.start();
  const stopped = untilTold();
  try {
    if (options.demo) await seedDemo(server.deps, schema);
    if (isTalking) await welcome(server, config, { ...options, examplesDir });
    await stopped;
    if (isTalking) note('parley: stopping');
  } finally {
    await server.close();
    await telemetry?.stop().catch((error: unknown) => note(`unable to send the last traces; ${error instanceof Error ? error.message : String(error)}`));
  }
}

/** Its packages are there only where somebody wants traces. */
async function openTelemetry(): Promise<Telemetry> {
  try {
    const { startTelemetry } = await import('../telemetry.js');
    return startTelemetry();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    throw new CommandError(
      'unable to send traces; install @opentelemetry/sdk-trace-node, @opentelemetry/resources and @opentelemetry/exporter-trace-otlp-proto, or unset OTEL_EXPORTER_OTLP_ENDPOINT',
    );
  }
}

function configOf(config: Config, options: ServeOptions): Config {
  const port = options.port ?? config.port;
  if (port > 65_535) throw new CommandError(`unable to start; --port ${port} is above 65535`);
  return { ...config, port, host: options.host ?? config.host };
}

/** At a terminal, only what needs attention is shown, unless a level is asked for. */
function levelOf(config: Config, environment: Environment, isTalking: boolean): LogLevel {
  return isTalking && !environment['PARLEY_LOG_LEVEL'] ? 'warn' : config.logLevel;
}

/** Resolves at the first signal to stop; a second one stops at once. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (isAsked) process.exit(1);
        isAsked = true;
        resolve();
      });
    }
  });
}

/** One request's defect must not end the process for everybody; a state that nobody can vouch for must. */
function watchProcess(server: ChatServer, log: Log): void {
  process.on('unhandledRejection', (error) => log.error({ event: 'process.rejected', err: error }, 'unexpected rejection'));
  let isFailing = false;
  process.on('uncaughtException', (error) => {
    // Telling of a defect may meet the same defect again.
    if (isFailing) process.exit(1);
    isFailing = true;
    log.fatal({ event: 'process.failing', err: error }, 'unable to go on');
    server.close().finally(() => process.exit(1));
  });
}

interface Welcome extends ServeOptions {
  readonly examplesDir: string | null;
}

async function welcome(server: ChatServer, config: Config, options: Welcome): Promise<void> {
  const { url } = server;
  say();
  say(`  Parley is ready on ${url}`);
  say();
  say(`  GraphQL     ${url}/graphql${config.hasGraphiql ? '   (GraphiQL in a browser)' : ''}`);
  say(`  WebSocket   ${url.replace(/^http/, 'ws')}/graphql   (graphql-transport-ws)`);
  say(`  Operations  ${url}/healthz  ${url}/readyz${config.hasMetrics ? `  ${url}/metrics` : ''}`);
  if (options.examplesDir !== null) {
    for (const [name, folder] of await examplePages(options.examplesDir)) {
      say(`  Example     ${url}/examples/${name}/`);
      for (const page of await pagesBelow(folder)) say(`                ${url}/examples/${name}/${page}/`);
    }
  }
  const store = config.databaseUrl !== null ? 'PostgreSQL' : `${config.dataDir ?? 'memory'} (embedded)`;
  say(`  Data        ${store}; ${config.redisUrl === null ? 'single node' : 'nodes joined by Redis'}`);
  if (options.demo) await sayDemo(server);
  say();
  say('  Stop with Ctrl+C. All data is kept.');
  say();
}

async function sayDemo(server: ChatServer): Promise<void> {
  say();
  say(`  Demo site   ${DEMO_SITE.publicKey}, its users and their tokens for 12 hours (Authorization: Bearer <token>):`);
  for (const user of DEMO_USERS) {
    const minted = await mintDemoToken(user.id, server.deps.clock.now());
    say(`    ${user.id.padEnd(6)}${user.role.padEnd(10)}${minted?.token ?? ''}`);
  }
  say();
  say(`  ${DEMO_WARNING}`);
}
