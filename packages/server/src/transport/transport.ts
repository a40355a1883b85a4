/** All transports of a server on one HTTP server: `/graphql` over HTTP, SSE and WebSocket, and the operator's pages. */
import type { GraphQLSchema } from 'graphql';
import type { Server } from 'node:http';
import type { Deps } from '../deps.js';
import { systemClock } from '../kernel/clock.js';
import { feedCounters } from '../modules/feeds/index.js';
import { authenticate, onViewerRevoked } from '../modules/identity/index.js';
import { createDocumentStore } from './documents.js';
import { createEngine } from './engine.js';
import { createGraphQLHandler } from './http.js';
import type { Identity } from './identity.js';
import { createMetrics } from './metrics.js';
import { createOriginPolicy } from './origins.js';
import { createRateLimits } from './rates.js';
import { createRouter, type DemoTokens } from './router.js';
import { examplePages } from './static-files.js';
import { attachWebSockets } from './ws.js';

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
  const metrics = createMetrics({ ofProcess: options.hasProcessMetrics, feeds: () => feedCounters(deps) });
  const rates = createRateLimits({ rates: config.limits.rates, isEnabled: config.limits.isRateLimited, redisUrl: config.redisUrl, prefix: options.redisPrefix, clock, log });
  const origins = createOriginPolicy({ load: () => loadOrigins(deps), everywhere: config.allowedOrigins, clock });
  const documents = createDocumentStore({
    schema,
    manifest: options.documents,
    hasIntrospection: config.hasIntrospection,
    maxTokens: config.limits.tokens,
  });
  const engine = createEngine({ deps, schema, documents, rates, metrics });
  const identity: Identity = {
    authenticate: (credential) => authenticate(deps, credential),
    onRevoked: (viewer, end) => onViewerRevoked(deps, viewer, end),
  };
  const shared = { deps, engine, identity, origins, path: GRAPHQL_PATH };
  let isDraining = false;
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
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      engine.endFeeds();
      await sockets.drain();
      const timer = systemClock.after(config.drainMs, () => server.closeAllConnections());
      await closed;
      timer.cancel();
      await rates.close();
    },
  };
}

async function loadOrigins(deps: Deps): Promise<ReadonlyMap<string, readonly string[]>> {
  const sites = await deps.db.prisma.site.findMany({ where: { isActive: true }, select: { id: true, allowedOrigins: true } });
  return new Map(sites.map((site) => [site.id, site.allowedOrigins]));
}
