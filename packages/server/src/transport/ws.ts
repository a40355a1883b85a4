/**
 * WebSocket by graphql-ws (`graphql-transport-ws`). The viewer is fixed at `connection_init {token}` and the socket ends with the
 * token. A document that does not parse or validate fails its own operation alone.
 */
import { handleProtocols, makeServer } from 'graphql-ws';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Deps } from '../deps.js';
import { systemClock } from '../kernel/clock.js';
import { ChatError, isChatError } from '../kernel/errors.js';
import { addressOf } from './address.js';
import { Deadlines } from './deadlines.js';
import { NO_FIELD } from './documents.js';
import { PLEASE_RECONNECT, type Leaver } from './drain.js';
import type { Engine } from './engine.js';
import type { Identity } from './identity.js';
import { KeepAlive } from './keep-alive.js';
import type { Metrics } from './metrics.js';
import type { OriginPolicy } from './origins.js';
import type { RateLimits } from './rates.js';
import { originRefused, Session } from './session.js';
import { ClientSocket, PeerSocket } from './socket.js';
import { createSocketCounts } from './socket-counts.js';
import { createSubscribeTaker } from './subscribe.js';

/** What the WebSocket transport is made of. */
export interface WebSocketTransportOptions {
  readonly deps: Deps;
  readonly engine: Engine;
  readonly identity: Identity;
  readonly origins: OriginPolicy;
  readonly rates: RateLimits;
  readonly metrics: Metrics;
  /** Path that is upgraded. */
  readonly path: string;
}

/** The sockets of one server. */
export interface WebSocketTransport {
  /** Refuses new sockets from now on. The open ones can be asked to leave, and closed with 1012, after which clients come back to another node. */
  drain(): readonly Leaver[];
  /** Waits for the sockets that were closed to be gone, for `ms` at most, and cuts those that are not. */
  close(ms: number): Promise<void>;
}

/** Close codes beside those of the error table. */
const SERVICE_RESTART = 1012;
const TRY_AGAIN_LATER = 1013;

/** Takes over the upgrade requests of an HTTP server. */
export function attachWebSockets(server: Server, options: WebSocketTransportOptions): WebSocketTransport {
  const { deps, metrics } = options;
  const { limits } = deps.config;
  const counts = createSocketCounts({ limits, metrics });
  const keepAlive = new KeepAlive(deps.clock, limits.pingMs);
  const tokenEnds = new Deadlines(deps.clock);
  const parts = { deps, engine: options.engine, identity: options.identity, origins: options.origins, counts, tokenEnds, metrics, subscriptions: createSubscribeTaker(options.engine) };
  const socketOptions = {
    bufferBytes: limits.socketBufferBytes,
    onDefect: (error: unknown) => deps.log.error({ event: 'socket.defect', err: error }, 'unexpected error on a socket'),
  };
  const protocol = makeServer<Record<string, unknown>, Session>(protocolOptions(options));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes, handleProtocols, perMessageDeflate: false, WebSocket: PeerSocket });
  let isDraining = false;

  const onUpgrade = (request: IncomingMessage, tcp: Duplex, head: Buffer): void => {
    tcp.on('error', ignore);
    admit(request)
      .then((ip) => {
        // It may have begun while the address was looked at.
        if (isDraining) throw stopping();
        sockets.handleUpgrade(request, tcp, head, (ws) => open(ws, request, ip));
      })
      .catch((error: unknown) => {
        metrics.errors.inc({ code: isChatError(error) ? error.code : 'INTERNAL', field: NO_FIELD });
        refuse(tcp, error, deps);
      });
  };

  const admit = async (request: IncomingMessage): Promise<string> => {
    if (isDraining) throw stopping();
    if (pathOf(request) !== options.path) throw new ChatError('NOT_FOUND', `unable to open socket; it is at ${options.path}`);
    if (!(await options.origins.allowsSomewhere(request))) throw originRefused();
    const ip = addressOf(request, deps.config.trustedProxies);
    counts.check(ip);
    await options.rates.take('connect', `ip:${ip}`);
    return ip;
  };

  const open = (ws: PeerSocket, request: IncomingMessage, ip: string): void => {
    const socket = new ClientSocket(ws, request.socket, socketOptions);
    const session = new Session(parts, { socket, request, ip });
    keepAlive.add(ws);
    session.begin(protocol.opened(socket, session));
  };

  server.on('upgrade', onUpgrade);
  return {
    drain() {
      isDraining = true;
      return [...sockets.clients].map(({ client }): Leaver => ({
        ask: () => void client?.send(PLEASE_RECONNECT),
        isBusy: () => client?.owner?.isBusy ?? false,
        isGone: () => client?.isClosed ?? true,
        close: () => client?.close(SERVICE_RESTART, 'RESTARTING'),
      }));
    },
    async close(ms) {
      keepAlive.stop();
      await new Promise<void>((resolve) => {
        // The machine's clock: a server must stop even where a test holds the time.
        const timer = systemClock.after(ms, resolve);
        sockets.close(() => {
          timer.cancel();
          resolve();
        });
      });
      for (const ws of sockets.clients) ws.terminate();
    },
  };
}

type ProtocolOptions = Parameters<typeof makeServer<Record<string, unknown>, Session>>[0];

/** graphql-ws speaks the protocol; operations are taken before they reach it. */
function protocolOptions({ deps }: WebSocketTransportOptions): ProtocolOptions {
  return {
    connectionInitWaitTimeout: 0,
    onConnect: async (ctx) => {
      try {
        await ctx.extra.connect(ctx);
        return true;
      } catch (error) {
        closeFor(ctx.extra, error, deps);
        return false;
      }
    },
  };
}

function stopping(): ChatError {
  return new ChatError('UNAVAILABLE', 'unable to open socket; the server is about to stop', { retryAfterMs: 500 });
}

function closeFor(session: Session, error: unknown, deps: Deps): void {
  if (!isChatError(error)) deps.log.error({ event: 'socket.defect', err: error }, 'unexpected error at connection_init');
  const code = isChatError(error) ? error.code : 'INTERNAL';
  session.socket.close((isChatError(error) ? error.row.close : undefined) ?? TRY_AGAIN_LATER, code);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

/** A function of its own: a closure here would keep the request, which is large, as long as the connection lives. */
function ignore(): void {
  // A broken connection ends with `close`, which is all there is to know.
}

/** Answers an upgrade that is refused as an ordinary HTTP response. */
function refuse(tcp: Duplex, error: unknown, deps: Deps): void {
  const known = isChatError(error) ? error : new ChatError('INTERNAL', 'unable to open socket; an unexpected error was logged');
  if (!isChatError(error)) deps.log.error({ event: 'socket.defect', err: error }, 'unexpected error at an upgrade');
  const body = JSON.stringify({ errors: [{ message: known.message, extensions: { code: known.code, retry: known.row.retry } }] });
  const wait = known.retryAfterMs === undefined ? '' : `Retry-After: ${Math.ceil(known.retryAfterMs / 1000)}\r\n`;
  tcp.end(
    `HTTP/1.1 ${known.row.status} ${known.code}\r\nConnection: close\r\nContent-Type: application/json\r\n${wait}` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
