/** All transports of a server on one HTTP server: `/graphql` over HTTP, SSE and WebSocket, and the operator's pages. */
import type { GraphQLSchema } from 'graphql';
import type { Server } from 'node:http';
import type { Deps } from '../deps.js';
import { systemClock } from '../kernel/clock.js';
import { feedCounters, feedQueues } from '../modules/feeds/index.js';
import { authenticate, forgetSession, watchSession } from '../modules/identity/index.js';
import { eventsAside } from '../log/consumer-aside.js';
import { sendsWaiting } from '../modules/messages/index.js';
import { createDocumentStore } from './documents.js';
import { drainConnections, planDrain } from './drain.js';
import { createEngine } from './engine.js';
import { createGraphQLHandler } from './http.js';
import type { Identity } from './identity.js';
import { createMetrics } from './metrics.js';
import type { NodeState } from './node-metrics.js';
import { createOriginPolicy } from './origins.js';
import { createOverload, type Overload } from './overload.js';
import { createRateLimits } from './rates.js';
import { createRouter, type DemoTokens } from './router.js';
import { examplePages } from './static-files.js';
import { tracedEngine } from './traced-engine.js';
import { attachWebSockets } from './ws.js';

/** Milliseconds that a peer gets to answer a close. */
const CLOSE_MS = 2_000;

/** Path of GraphQL over HTTP, SSE and WebSocket. */
export const GRAPHQL_PATH = '/graphql';

/** What the transports are made of. */
export interface TransportOptions {
  readonly deps: Deps;
  readonly schema: GraphQLSchema;
  /** Known documents by their SHA-256. */
  readonly documents: ReadonlyMap<string, string>;
  readonly examplesDir: string | null;
  readonly demoTokens: DemoTokens | null;
  readonly hasProcessMetrics: boolean;
  /** Put before every name in Redis. */
  readonly redisPrefix: string;
}

/** The transports of a running server. */
export interface Transport {
  /** Drains and closes; see `ChatServer.close`. */
  close(): Promise<void>;
}

/** Mounts every transport on a server that does not listen yet. */
export async function createTransport(server: Server, options: TransportOptions): Promise<Transport> {
  const { deps, schema } = options;
  const { config, clock, log } = deps;
  let isDraining = false;
  const overload = createOverload({ limits: config.limits });
  const metrics = createMetrics({ ofProcess: options.hasProcessMetrics, node: () => nodeState(deps, { isDraining, overload }) });
  const rates = createRateLimits({ rates: config.limits.rates, isEnabled: config.limits.isRateLimited, redisUrl: config.redisUrl, prefix: options.redisPrefix, clock, log });
  await rates.ready();
  const origins = createOriginPolicy({ load: () => loadOrigins(deps), everywhere: config.allowedOrigins, clock });
  const documents = createDocumentStore({
    schema,
    manifest: options.documents,
    hasIntrospection: config.hasIntrospection,
    maxTokens: config.limits.tokens,
  });
  const engine = tracedEngine(createEngine({ deps, schema, documents, rates, metrics, overload }), config);
  const identity: Identity = {
    authenticate: (credential) => authenticate(deps, credential),
    watch: (session) => watchSession(deps, session),
    forget: (session) => forgetSession(deps, session),
  };
  const shared = { deps, engine, identity, origins, path: GRAPHQL_PATH };
  const graphql = await createGraphQLHandler(shared);
  const router = createRouter({
    deps,
    graphql,
    graphqlPath: GRAPHQL_PATH,
    origins,
    metrics,
    examples: options.examplesDir === null ? new Map() : await examplePages(options.examplesDir),
    demoTokens: options.demoTokens,
    isDraining: () => isDraining,
  });
  server.on('request', router);
  const sockets = attachWebSockets(server, { ...shared, rates, metrics });
  return {
    async close() {
      isDraining = true;
      const timer = systemClock.after(config.drainMs, () => server.closeAllConnections());
      const leavers = [...engine.drain(), ...sockets.drain()];
      const hasOtherNodes = deps.bus.kind !== 'memory';
      if (hasOtherNodes) log.info({ event: 'server.draining', connections: leavers.length }, 'draining');
      // Until the last has gone the port stays open, so that a load balancer hears from /readyz that this node is leaving.
      await drainConnections(leavers, planDrain({ drainMs: config.drainMs, connections: leavers.length, hasOtherNodes }));
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await sockets.close(Math.min(CLOSE_MS, config.drainMs));
      await closed;
      timer.cancel();
      overload.close();
      await rates.close();
    },
  };
}

function nodeState(deps: Deps, { isDraining, overload }: { readonly isDraining: boolean; readonly overload: Overload }): NodeState {
  const { db, bus } = deps;
  return {
    feeds: feedCounters(deps),
    queues: feedQueues(deps),
    pools: db.pools(),
    sendsWaiting: sendsWaiting(db),
    eventsAside: eventsAside(db),
    operations: overload.underWay,
    shedShare: overload.share,
    isBusUp: bus.isUp,
    isDraining,
  };
}

async function loadOrigins(deps: Deps): Promise<ReadonlyMap<string, readonly string[]>> {
  const sites = await deps.db.prisma.site.findMany({ where: { isActive: true }, select: { id: true, allowedOrigins: true } });
  return new Map(sites.map((site) => [site.id, site.allowedOrigins]));
}
