import { ChatError } from '../kernel/errors.js';
import type { Deps } from '../deps.js';
import type { Viewer } from '../kernel/viewer.js';

/**
 * What every resolver gets. Made by the transport: once for each HTTP request, and once for each operation of a WebSocket, where
 * `viewer` was fixed at `connection_init`.
 */
export interface GraphQLContext {
  /** The server's own parts: database, bus, clock, config, log. */
  readonly deps: Deps;
  /** Who asks; null without a credential, which only `startGuestSession` and its like accept. */
  readonly viewer: Viewer | null;
  /** Names the request in logs and in masked errors. */
  readonly requestId: string;
  /** Address of the peer, for rate limits; behind a trusted proxy the forwarded one. */
  readonly ip: string;
  /** The `Origin` header, when a browser sent one. */
  readonly origin?: string | null;
  /** The `User-Agent` header, at most 400 characters; null without one. */
  readonly userAgent?: string | null;
}

/**
 * The viewer of a request.
 * @throws ChatError UNAUTHENTICATED when the request carried no credential.
 */
export function requireViewer(context: GraphQLContext): Viewer {
  if (!context.viewer) throw new ChatError('UNAUTHENTICATED', 'unable to answer; no credential was given');
  return context.viewer;
}
