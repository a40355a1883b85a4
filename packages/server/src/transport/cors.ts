/** CORS by the sites' allowed origins. Credentials travel in headers that pages set themselves, never in cookies. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CSRF_HEADER } from './http.js';
import { originOf, type OriginPolicy } from './origins.js';

const ALLOWED_HEADERS = `authorization, content-type, accept, ${CSRF_HEADER}`;
const EXPOSED_HEADERS = 'x-request-id, retry-after';
/** Seconds that a browser keeps the answer to a preflight. */
const PREFLIGHT_SECONDS = 600;

/** What CORS made of a request: `go` on, `answered` (a preflight), or `refused` (an origin that no site allows). */
export type CorsOutcome = 'go' | 'answered' | 'refused';

/** Sets the CORS headers of a response and answers preflights. */
export async function applyCors(request: IncomingMessage, response: ServerResponse, origins: OriginPolicy): Promise<CorsOutcome> {
  const origin = originOf(request);
  response.setHeader('vary', 'Origin');
  if (origin === null) {
    if (request.method !== 'OPTIONS') return 'go';
    response.setHeader('allow', 'GET, POST, OPTIONS');
    response.writeHead(204).end();
    return 'answered';
  }
  if (!(await origins.allowsSomewhere(request))) return 'refused';
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', EXPOSED_HEADERS);
  if (request.method !== 'OPTIONS') return 'go';
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.setHeader('access-control-allow-headers', ALLOWED_HEADERS);
  response.setHeader('access-control-max-age', PREFLIGHT_SECONDS);
  response.writeHead(204).end();
  return 'answered';
}
