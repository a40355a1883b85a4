/**
 * `/graphql` over HTTP and SSE. GraphQL Yoga reads the request, negotiates the answer and streams it; the operation itself runs on the
 * same engine as over WebSocket.
 */
import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Deps } from '../deps.js';
import type { GraphQLContext } from '../graphql/context.js';
import { withoutHttp } from '../graphql/masking.js';
import { ChatError } from '../kernel/errors.js';
import { addressOf } from './address.js';
import { traceparentOf } from './documents.js';
import { type Engine, type Request as OperationRequest, type Run } from './engine.js';
import type { ResultStream } from './feed-stream.js';
import { originOf, type OriginPolicy, userAgentOf } from './origins.js';
import type { Identity } from './identity.js';
import { answeredOf, answerPlainly, isPlain, readKnown } from './known-requests.js';

/** What the HTTP transport is made of. */
export interface HttpTransportOptions {
  readonly deps: Deps;
  readonly engine: Engine;
  readonly identity: Identity;
  readonly origins: OriginPolicy;
  /** Path that is served. */
  readonly path: string;
}

/** Answers one request to `/graphql`, whose CORS headers are set and whose id is known. */
export type GraphQLHandler = (request: IncomingMessage, response: ServerResponse, requestId: string) => Promise<void>;

interface ServerContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly requestId: string;
}

/** The header that lets a request through which a browser would send without asking first. */
export const CSRF_HEADER = 'x-parley-csrf';

/** Stands for the id of a request whose body could not be read, until its context is at hand. */
const UNREAD = 'unread';

/** Makes the handler. */
export async function createGraphQLHandler(options: HttpTransportOptions): Promise<GraphQLHandler> {
  const { deps, engine } = options;
  const yoga = createYoga<ServerContext>({
    schema: engine.schema,
    graphqlEndpoint: options.path,
    cors: false,
    batching: false,
    multipart: false,
    landingPage: false,
    parserAndValidationCache: false,
    healthCheckEndpoint: '/-/unused',
    logging: false,
    maxRequestBodySize: deps.config.limits.bodyBytes,
    graphiql: deps.config.hasGraphiql ? { title: 'Parley', defaultQuery: '{ viewer { id displayName role } }' } : false,
    ...(deps.config.hasGraphiql ? { renderGraphiQL: await graphiqlPage() } : {}),
    // What fails before the engine is reached: a body that is no JSON, too large, or forged by another page.
    maskedErrors: { maskError: (error) => engine.errorsOf(error, UNREAD)[0] ?? new GraphQLError('unable to read request') },
    plugins: [useCSRFPrevention({ requestHeaders: [CSRF_HEADER] }), useEngine(options)],
  });
  return async (request, response, requestId) => {
    const server = { req: request, res: response, requestId };
    if (isPlain(request, deps.config.limits.bodyBytes) && (await answerKnown(options, server))) return;
    await yoga(request, response, server);
  };
}

/** GraphiQL out of the package, so that the page works without a network. */
async function graphiqlPage() {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return renderGraphiQL;
}

function useEngine(options: HttpTransportOptions): Plugin<Record<string, unknown>, ServerContext> {
  return {
    onResultProcess({ result, serverContext }) {
      if (!('errors' in result)) return;
      for (const error of result.errors ?? []) if (error.extensions['requestId'] === UNREAD) error.extensions['requestId'] = serverContext.requestId;
    },
    onParams({ params, setParamsHandler, setParams }) {
      // Yoga wants a text; a document that is known by its hash has none.
      if (params && !params.query && params.extensions?.['persistedQuery']) setParams({ ...params, query: '#' });
      setParamsHandler(({ params: read, context }) => answeredOf(context.req) ?? runRequest(options, { ...read, query: read.query === '#' ? null : read.query }, context));
    },
  };
}

/** Answers a known document without Yoga; false when Yoga is to, with a result that is there already or from the body that was read. */
async function answerKnown(options: HttpTransportOptions, server: ServerContext): Promise<boolean> {
  const known = await readKnown(server.req);
  if (known === 'aborted') return true;
  if (!known) return false;
  const result = await runRequest(options, known, server);
  return answerPlainly(server, result);
}

async function runRequest(options: HttpTransportOptions, request: OperationRequest, server: ServerContext): Promise<ExecutionResult | ResultStream> {
  const { engine } = options;
  const { req, requestId } = server;
  try {
    const context = await contextOf(options, server);
    const operation = await engine.prepare(request, context);
    if (operation.kind !== 'query' && req.method === 'GET') return mutationByGet(requestId);
    const run = { operation, variables: request.variables ?? {}, context, transport: 'http', traceparent: traceparentOf(request.extensions) ?? headerOf(req, 'traceparent') } as const;
    if (operation.kind !== 'subscription') return answer(await engine.execute(run));
    return await openFeed(options, run);
  } catch (error) {
    return { errors: engine.errorsOf(error, requestId) };
  }
}

/** Opens a feed that ends with its token, or before it when the viewer loses their rights. */
async function openFeed({ deps, engine, identity }: HttpTransportOptions, run: Run): Promise<ResultStream> {
  const { viewer } = run.context;
  const cleanUp: Array<() => void> = [];
  const stream = await engine.subscribe(run, () => {
    for (const each of cleanUp.splice(0)) each();
  });
  if (!viewer) return stream;
  const session = { viewer, revoked: () => stream.fail(new ChatError('UNAUTHENTICATED', 'unable to go on; the credential was revoked')) };
  identity.watch(session);
  cleanUp.push(() => identity.forget(session));
  if (viewer.tokenExpiresAt !== null) {
    const timer = deps.clock.after(viewer.tokenExpiresAt - deps.clock.now().getTime(), () =>
      stream.fail(new ChatError('TOKEN_EXPIRED', 'unable to go on; the token has expired')),
    );
    cleanUp.push(() => timer.cancel());
  }
  return stream;
}

async function contextOf(options: HttpTransportOptions, { req, requestId }: ServerContext): Promise<GraphQLContext> {
  const viewer = await options.identity.authenticate(credentialOf(req));
  if (viewer && !(await options.origins.allowsFor(viewer.siteId, req))) {
    throw new ChatError('ORIGIN_NOT_ALLOWED', 'unable to run operation; the site does not allow this origin');
  }
  return {
    deps: options.deps,
    viewer,
    requestId,
    ip: addressOf(req, options.deps.config.trustedProxies),
    origin: originOf(req),
    userAgent: userAgentOf(req),
  };
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

function credentialOf(request: IncomingMessage): string | null {
  const header = request.headers.authorization;
  if (header === undefined) return null;
  const credential = /^Bearer +(\S+) *$/i.exec(header)?.[1];
  if (!credential) throw new ChatError('UNAUTHENTICATED', 'unable to authenticate; the Authorization header is not "Bearer <token>"');
  return credential;
}

/** Where something was answered, the errors of single fields leave the status alone. */
function answer(result: ExecutionResult): ExecutionResult {
  return result.data && result.errors ? { ...result, errors: result.errors.map(withoutHttp) } : result;
}

function mutationByGet(requestId: string): ExecutionResult {
  return {
    errors: [
      new GraphQLError('unable to run operation; GET takes queries alone', {
        extensions: { code: 'QUERY_INVALID', retry: 'never', requestId, http: { status: 405, headers: { Allow: 'POST' } } },
      }),
    ],
  };
}
