/** Everything that the server answers over HTTP, by path. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Deps } from '../deps.js';
import { ChatError } from '../kernel/errors.js';
import { randomToken } from '../kernel/ids.js';
import { applyCors } from './cors.js';
import { answerHealth, answerMetrics, answerReadiness, sendJson } from './health.js';
import type { GraphQLHandler } from './http.js';
import type { Metrics } from './metrics.js';
import type { OriginPolicy } from './origins.js';
import { sendFile } from './static-files.js';

/** Mints a token for one of the demo's users; null for a name that is none of them. */
export type DemoTokens = (user: string) => Promise<{ readonly token: string; readonly expiresAt: string } | null>;

/** What the router is made of. */
export interface RouterOptions {
  readonly deps: Deps;
  readonly graphql: GraphQLHandler;
  readonly graphqlPath: string;
  readonly origins: OriginPolicy;
  readonly metrics: Metrics;
  /** Folders of the example pages by name. */
  readonly examples: ReadonlyMap<string, string>;
  /** Null unless this is a demo. */
  readonly demoTokens: DemoTokens | null;
  readonly isDraining: () => boolean;
}

/** Path under which the example pages are. */
const EXAMPLES = '/examples/';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly requestId: string;
}

/** Makes the listener of the HTTP server. */
export function createRouter(options: RouterOptions): RequestListener {
  return (request, response) => {
    const requestId = randomToken(12);
    response.setHeader('x-request-id', requestId);
    response.setHeader('x-content-type-options', 'nosniff');
    // The next request of this client is to find another node.
    if (options.isDraining()) response.setHeader('connection', 'close');
    response.on('error', () => undefined);
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    route(options, { request, response, path, requestId }).catch((error: unknown) => {
      options.deps.log.error({ event: 'request.defect', err: error, request_id: requestId }, 'unexpected error in a request');
      if (response.headersSent) response.destroy();
      else sendError(response, new ChatError('INTERNAL', `unable to answer; an unexpected error was logged under ${requestId}`), { requestId });
    });
  };
}

async function route(options: RouterOptions, exchange: Exchange): Promise<void> {
  const { request, response, path, requestId } = exchange;
  const { deps } = options;
  if (path === options.graphqlPath) return answerGraphQL(options, exchange);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return sendError(response, new ChatError('NOT_FOUND', `unable to answer; ${request.method ?? 'this'} is taken at ${options.graphqlPath} alone`), { requestId });
  }
  if (path === '/healthz') return answerHealth(response);
  if (path === '/readyz') return answerReadiness(response, deps, options.isDraining());
  if (path === '/metrics' && deps.config.hasMetrics) return answerMetrics(response, options.metrics);
  if (path === `${EXAMPLES}token` && options.demoTokens) return answerDemoToken(options.demoTokens, exchange);
  if (path.startsWith(EXAMPLES)) {
    const [name = '', ...rest] = path.slice(EXAMPLES.length).split('/');
    const folder = options.examples.get(name);
    // Without the last slash the page's own links would point one level too high.
    if (folder !== undefined && rest.length === 0) return void response.writeHead(308, { location: `${EXAMPLES}${name}/` }).end();
    if (folder !== undefined && (await sendFile(folder, rest.join('/'), { request, response }))) return;
  }
  sendError(response, new ChatError('NOT_FOUND', `unable to answer; there is nothing at this address, GraphQL is at ${options.graphqlPath}`), { requestId });
}

async function answerGraphQL(options: RouterOptions, { request, response, requestId }: Exchange): Promise<void> {
  const cors = await applyCors(request, response, options.origins);
  if (cors === 'answered') return;
  if (cors === 'refused') {
    return sendError(response, new ChatError('ORIGIN_NOT_ALLOWED', 'unable to run operation; no site allows this origin'), { requestId });
  }
  if (request.method !== 'GET' && request.method !== 'POST') {
    response.setHeader('allow', 'GET, POST, OPTIONS');
    return sendError(response, new ChatError('QUERY_INVALID', 'unable to read request; GraphQL takes GET and POST'), { requestId, status: 405 });
  }
  await options.graphql(request, response, requestId);
}

async function answerDemoToken(mint: DemoTokens, { request, response, requestId }: Exchange): Promise<void> {
  const user = new URL(request.url ?? '/', 'http://localhost').searchParams.get('user') ?? '';
  const minted = await mint(user);
  if (minted) return sendJson(response, 200, minted);
  sendError(response, new ChatError('NOT_FOUND', 'unable to mint token; the demo has no such user'), { requestId });
}

function sendError(response: ServerResponse, error: ChatError, { requestId, status }: { readonly requestId: string; readonly status?: number }): void {
  sendJson(response, status ?? error.row.status, { errors: [{ message: error.message, extensions: { code: error.code, retry: error.row.retry, requestId } }] });
}
