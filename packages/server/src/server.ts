/** A whole server, made of its parts and mounted on one HTTP server. */
import type { GraphQLSchema } from 'graphql';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Bus } from './bus/contract.js';
import { openBus, type OpenedBus } from './bus/open.js';
import { type Config, DEFAULT_CONFIG, type Limits } from './config.js';
import { openDb, type OpenedDb, StartupError } from './db/index.js';
import { mintDemoToken } from './demo/site.js';
import type { Deps } from './deps.js';
import { schema as wholeSchema } from './graphql/schema.js';
import { type Clock, systemClock } from './kernel/clock.js';
import { createLog, type Log, logOver } from './kernel/log.js';
import { enableTracing } from './kernel/tracing.js';
import { startAutomation, stopAutomation } from './modules/automation/index.js';
import { type BroadcastWatch, startBroadcasts } from './modules/broadcasts/index.js';
import { type FeedbackWatch, startFeedback } from './modules/feedback/index.js';
import { startFeeds, stopFeeds } from './modules/feeds/index.js';
import { startQueues, stopQueues } from './modules/queues/index.js';
import { startRouting, stopRouting } from './modules/routing/index.js';
import { startSla, stopSla } from './modules/sla/index.js';
import { startVisits, type VisitWatch } from './modules/visits/index.js';
import { knownDocuments } from './transport/manifest.js';
import { createTransport, type Transport } from './transport/transport.js';

/** What a server can be told; everything has a default. */
export interface ChatServerOptions {
  /** Settings that differ from {@link DEFAULT_CONFIG}. Use `readConfig` for those of the environment. */
  readonly config?: Partial<Omit<Config, 'limits'>> & { readonly limits?: Partial<Limits> };
  readonly clock?: Clock;
  /** Default: structured JSON on standard output at the level of the settings. Of your own, level, destination and bindings are taken. */
  readonly log?: Logger;
  /** A database that is open and migrated already. The server does not close it. */
  readonly db?: OpenedDb;
  /** Put before every name in Redis, so that installations can share one. */
  readonly redisPrefix?: string;
  /** Folder of built example pages to serve under `/examples/`. */
  readonly examplesDir?: string | null;
  /** Whether `/examples/token?user=` mints tokens for the users of the demo site. Never switch it on where strangers can reach it. */
  readonly isDemo?: boolean;
  /** Whether `/metrics` tells of the process too (memory, CPU, event loop). One server of a process is enough. */
  readonly hasProcessMetrics?: boolean;
  /** Known documents by their SHA-256, beside those of the SDK that come with the server. */
  readonly documents?: ReadonlyMap<string, string>;
  /** Told in one line of what takes seconds. */
  readonly onProgress?: (line: string) => void;
  /** A schema other than the product's, for tests of the transport. */
  readonly schema?: GraphQLSchema;
  /** Put around the bus, for tests that watch it. */
  readonly aroundBus?: (bus: Bus) => Bus;
}

/** A server that can be started once and closed once. */
export interface ChatServer {
  readonly httpServer: Server;
  /** The server's own parts. Throws before {@link start} has resolved. */
  readonly deps: Deps;
  /** Where it listens, such as `http://127.0.0.1:4000`. Throws before {@link start} has resolved. */
  readonly url: string;
  /**
   * Opens database and bus, migrates, and listens.
   * @throws StartupError with one line that says what to do: port in use, database or Redis out of reach, data folder in use.
   */
  start(): Promise<{ readonly url: string }>;
  /**
   * Refuses new sockets, asks the clients to go to other nodes, spread out, lets what is under way finish, and closes everything, within about
   * `drainMs`. Where there are no other nodes it takes no longer than what is under way.
   */
  close(): Promise<void>;
}

interface Running {
  readonly deps: Deps;
  readonly db: OpenedDb;
  readonly bus: OpenedBus;
  readonly transport: Transport;
  readonly broadcasts: BroadcastWatch;
  readonly feedback: FeedbackWatch;
  readonly visits: VisitWatch;
  readonly url: string;
}

/** Makes a server; nothing is opened before `start()`. */
export function createChatServer(options: ChatServerOptions = {}): ChatServer {
  const httpServer = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 });
  let running: Running | null = null;
  const needRunning = (): Running => {
    if (!running) throw new Error('unable to use the server; it has not started');
    return running;
  };
  return {
    httpServer,
    get deps() {
      return needRunning().deps;
    },
    get url() {
      return needRunning().url;
    },
    async start() {
      if (running) throw new Error('unable to start the server; it has started already');
      running = await start(httpServer, options);
      return { url: running.url };
    },
    async close() {
      if (!running) return;
      const { deps, transport, broadcasts, feedback, visits, bus, db } = running;
      running = null;
      await transport.close();
      await broadcasts.stop();
      await feedback.stop();
      await visits.stop();
      await stopAutomation(deps);
      await stopSla(deps);
      await stopRouting(deps);
      await stopQueues(deps);
      await stopFeeds(deps);
      await bus.close();
      if (!options.db) await db.close();
    },
  };
}

async function start(httpServer: Server, options: ChatServerOptions): Promise<Running> {
  const config: Config = { ...DEFAULT_CONFIG, ...options.config, limits: { ...DEFAULT_CONFIG.limits, ...options.config?.limits } };
  const clock = options.clock ?? systemClock;
  const log = options.log ? logOver(options.log) : createLog(config.logLevel);
  const undo: Array<() => Promise<void>> = [];
  enableTracing();
  try {
    if (config.port !== 0) await checkPort(config);
    const db = options.db ?? (await openMigrated(config, options, log));
    if (!options.db) undo.push(() => db.close());
    const bus = await openBus({ redisUrl: config.redisUrl, prefix: options.redisPrefix, clock, log });
    undo.push(() => bus.close());
    const deps: Deps = { config, db, bus: options.aroundBus?.(bus.bus) ?? bus.bus, ephemeral: bus.ephemeral, clock, log };
    startFeeds(deps);
    undo.push(() => stopFeeds(deps));
    const broadcasts = startBroadcasts(deps);
    undo.push(() => broadcasts.stop());
    const feedback = startFeedback(deps);
    undo.push(() => feedback.stop());
    const visits = startVisits(deps);
    undo.push(() => visits.stop());
    startQueues(deps);
    undo.push(() => stopQueues(deps));
    startAutomation(deps);
    undo.push(() => stopAutomation(deps));
    startRouting(deps);
    undo.push(() => stopRouting(deps));
    startSla(deps);
    undo.push(() => stopSla(deps));
    const transport = await createTransport(httpServer, {
      deps,
      schema: options.schema ?? wholeSchema,
      documents: new Map([...knownDocuments(), ...(options.documents ?? [])]),
      examplesDir: options.examplesDir ?? null,
      demoTokens: options.isDemo ? (user) => mintDemoToken(user, clock.now()) : null,
      hasProcessMetrics: options.hasProcessMetrics ?? false,
      redisPrefix: options.redisPrefix ?? 'parley:',
    });
    undo.push(() => transport.close());
    const url = await listen(httpServer, config);
    log.info({ event: 'server.listening', url, database: db.kind, bus: bus.bus.kind }, 'listening');
    return { deps, db, bus, transport, broadcasts, feedback, visits, url };
  } catch (error) {
    for (const each of undo.reverse()) await each();
    throw error;
  }
}

async function openMigrated(config: Config, options: ChatServerOptions, log: Log): Promise<OpenedDb> {
  const db = await openDb({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    onWarning: (line) => log.warn({ event: 'db.warning' }, line),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  try {
    const { isNewEpoch } = await db.migrate();
    if (isNewEpoch) log.warn({ event: 'db.warning' }, 'the database is a copy of the one that was used before; it got a new epoch, and every client begins anew');
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Looks whether the port is free before anything that takes time is opened. */
async function checkPort(config: Config): Promise<void> {
  const probe = createServer();
  await listen(probe, config);
  await new Promise((resolve) => probe.close(resolve));
}

/** Connections that wait to be accepted, as far as the system allows: thousands come at once when a network or a node comes back. */
const BACKLOG = 4_096;

async function listen(server: Server, config: Config): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(asStartupError(error, config)));
    server.listen({ port: config.port, host: config.host, backlog: BACKLOG }, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
  const { address, family, port } = addressOf(server);
  const host = address === '0.0.0.0' || address === '::' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('unable to listen; the server has no port');
  return address;
}

function asStartupError(error: NodeJS.ErrnoException, config: Config): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartupError(`unable to listen on ${config.host}:${config.port}; the port is in use: stop the other program, or set PORT to another one`);
  }
  if (error.code === 'EACCES') {
    return new StartupError(`unable to listen on ${config.host}:${config.port}; this user may not use that port: set PORT to one above 1023`);
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') {
    return new StartupError(`unable to listen on ${config.host}:${config.port}; this machine has no such address: set HOST to one it has`);
  }
  return error;
}
