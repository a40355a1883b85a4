import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Config, Limits } from '../config.js';
import type { OpenedDb } from '../db/index.js';
import type { Deps } from '../deps.js';
import type { Clock, TestClock } from '../kernel/clock.js';
import { createChatServer, type ChatServer, type ChatServerOptions } from '../server.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { guardBus, type GuardedBus } from './guarded-bus.js';
import { currentStack, testRedisUrl, type Stack } from './stack.js';

/** What a test may choose; everything has a default. */
export interface StartServerOptions {
  /** Default: the stack of the vitest project. */
  readonly stack?: Stack;
  /** Nodes on one database and Redis. More than one needs the cluster stack. Default 1. */
  readonly nodes?: number;
  /** Default: the machine's. A test clock must stand at zero timers once the server is closed. */
  readonly clock?: Clock | TestClock;
  readonly config?: Partial<Omit<Config, 'limits'>> & { readonly limits?: Partial<Limits> };
  /** Further options of `createChatServer`. */
  readonly options?: Omit<ChatServerOptions, 'config' | 'clock' | 'db' | 'redisPrefix' | 'aroundBus'>;
}

/** A running server of one test, on real ports and with a database of its own. */
export interface TestServer {
  readonly stack: Stack;
  /** GraphQL endpoint of the first node. */
  readonly url: string;
  /** GraphQL endpoints of all nodes. */
  readonly urls: readonly string[];
  readonly nodes: readonly ChatServer[];
  /** Parts of the first node. */
  readonly deps: Deps;
  /** Database of the first node. */
  readonly db: OpenedDb;
  readonly database: TestDatabase;
  /** What its nodes put before every name in Redis. */
  readonly redisPrefix: string;
  /** Adds a node; needs the cluster stack. */
  addNode(): Promise<ChatServer>;
  /**
   * Stops everything and removes the database.
   * @throws when a timer or a database connection is left over, or something was published that JSON would change.
   */
  close(): Promise<void>;
}

interface Node {
  readonly server: ChatServer;
  readonly buses: readonly GuardedBus[];
  readonly db: OpenedDb;
}

/** A machine that is short of processor time for its tests is not what they are about: these limits are for tests that are about them. */
export const UNHURRIED = { isRateLimited: false, loopDelayMs: 600_000, sendWaitMs: 600_000, initTimeoutMs: 120_000, pingMs: 120_000 } as const satisfies Partial<Limits>;

/** Starts the product as it is, on free ports, with an empty database made from a template. */
export async function startServer(options: StartServerOptions = {}): Promise<TestServer> {
  const stack = options.stack ?? currentStack();
  const count = options.nodes ?? 1;
  if (count > 1 && stack === 'embedded') throw new Error('unable to start several nodes; the embedded stack has a single one');
  const database = await createTestDatabase(stack);
  const redisPrefix = `test:${randomUUID()}:`;
  const nodes: Node[] = [];
  for (let index = 0; index < count; index += 1) nodes.push(await startNode(options, { database, redisPrefix }));
  const [first] = nodes;
  if (!first) throw new Error('unable to start a server; it needs at least one node');
  return {
    stack,
    get url() {
      return graphqlUrl(first);
    },
    get urls() {
      return nodes.map(graphqlUrl);
    },
    get nodes() {
      return nodes.map(({ server }) => server);
    },
    deps: first.server.deps,
    db: first.db,
    database,
    redisPrefix,
    async addNode() {
      if (stack === 'embedded') throw new Error('unable to add a node; the embedded stack has a single one');
      const node = await startNode(options, { database, redisPrefix });
      nodes.push(node);
      return node.server;
    },
    async close() {
      for (const { server, db } of nodes) {
        await server.close();
        await db.close();
      }
      await database.drop();
      const { clock } = options;
      const problems = nodes.flatMap(({ buses }) => buses.flatMap((bus) => bus.problems));
      if (problems.length > 0) throw new Error(`the server published what JSON would change: ${[...new Set(problems)].join(', ')}`);
      if (clock && 'pending' in clock && clock.pending > 0) throw new Error(`the server left ${clock.pending} timers behind`);
    },
  };
}

async function startNode(options: StartServerOptions, shared: { database: TestDatabase; redisPrefix: string }): Promise<Node> {
  const db = await shared.database.open();
  const buses: GuardedBus[] = [];
  const server = createChatServer({
    log: pino({ level: 'silent' }),
    ...options.options,
    db,
    redisPrefix: shared.redisPrefix,
    aroundBus: (bus) => {
      const guarded = guardBus(bus);
      buses.push(guarded);
      return guarded;
    },
    ...(options.clock ? { clock: options.clock } : {}),
    config: {
      port: 0,
      host: '127.0.0.1',
      redisUrl: shared.database.stack === 'cluster' ? testRedisUrl() : null,
      databaseUrl: shared.database.databaseUrl,
      dataDir: null,
      logLevel: 'silent',
      drainMs: 500,
      ...options.config,
      limits: { ...UNHURRIED, ...options.config?.limits },
    },
  });
  await server.start();
  return { server, db, buses };
}

function graphqlUrl({ server }: Node): string {
  return `${server.url}/graphql`;
}
