/** All transports of a server on one HTTP server: `/graphql` over HTTP, SSE and WebSocket, and the operator's pages. */
import type { GraphQLSchema } from 'graphql';
import type { Server } from 'node:http';
import type { Deps } from '../deps.js';
import { authenticate, onViewerRevoked } from '../modules/identity/index.js';
import { createDocumentStore } from './documents.js';
import { createEngine } from './engine.js';
import { createGraphQLHandler } from './http.js';
import type { Identity } from './identity.js';
import { createMetrics } from './metrics.js';
import { createOriginPolicy } from './origins.js';
import { createRateLimits } from './rates.js';
import { createRouter } from './router.js';
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
  readonly isDemo: boolean;
  readonly hasProcessMetrics: boolean;
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
  const metrics = createMetrics(options.hasProcessMetrics);
  const rates = createRateLimits({ rates: config.limits.rates, isEnabled: config.limits.isRateLimited, redisUrl: config.redisUrl, clock, log });
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
    examplesDir: options.examplesDir,
    demoTokens: null,
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
      const timer = setTimeout(() => server.closeAllConnections(), config.drainMs);
      await closed;
      clearTimeout(timer);
      await rates.close();
    },
  };
}

async function loadOrigins(deps: Deps): Promise<ReadonlyMap<string, readonly string[]>> {
  const sites = await deps.db.prisma.site.findMany({ where: { isActive: true }, select: { id: true, allowedOrigins: true } });
  return new Map(sites.map((site) => [site.id, site.allowedOrigins]));
}
