/**
 * WebSocket by graphql-ws (`graphql-transport-ws`). The viewer is fixed at `connection_init {token}` and the socket ends with the
 * token. A document that does not parse or validate fails its own operation alone.
 */
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { type Context, handleProtocols, makeServer } from 'graphql-ws';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Deps } from '../deps.js';
import type { GraphQLContext } from '../graphql/context.js';
import { withoutHttp } from '../graphql/masking.js';
import { systemClock, type Timer } from '../kernel/clock.js';
import { ChatError, isChatError } from '../kernel/errors.js';
import { randomToken } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import { addressOf } from './address.js';
import type { Engine, Run } from './engine.js';
import type { Identity } from './identity.js';
import type { Metrics } from './metrics.js';
import { originOf, type OriginPolicy } from './origins.js';
import type { RateLimits } from './rates.js';
import { createClientSocket, type ClientSocket } from './socket.js';
import { createSocketCounts, type SocketCounts } from './socket-counts.js';


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
  /** Refuses new sockets and closes the open ones with 1012, after which clients come back to another node. */
  drain(): Promise<void>;
}

interface Session {
  readonly id: string;
  readonly request: IncomingMessage;
  readonly socket: ClientSocket;
  readonly ip: string;
  viewer: Viewer | null;
  tokenEnd: Timer | null;
  release: () => void;
  /** Operations so far: they number the request ids. */
  operations: number;
  /** Operations that have not been answered, subscriptions aside. */
  underWay: number;
  /** Subscriptions that are open. */
  feeds: number;
}

/** Close codes beside those of the error table. */
const SERVICE_RESTART = 1012;
const TRY_AGAIN_LATER = 1013;
/** Milliseconds that a peer gets to answer a close. */
const CLOSE_MS = 2_000;

/** Takes over the upgrade requests of an HTTP server. */
export function attachWebSockets(server: Server, options: WebSocketTransportOptions): WebSocketTransport {
  const { deps, metrics } = options;
  const { limits } = deps.config;
  const counts = createSocketCounts({ limits, gauge: metrics.sockets });
  // What stands for a frame that was written whole already; no client can make one, since nobody knows the token.
  const standIn = { sharedFrame: randomToken() };
  const standInEnd = `"type":"next","payload":${JSON.stringify(standIn)}}`;
  const protocol = makeServer<Record<string, unknown>, Session>(protocolOptions(options, counts, standIn));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes, handleProtocols, perMessageDeflate: false });
  let isDraining = false;

  const onUpgrade = (request: IncomingMessage, tcp: Duplex, head: Buffer): void => {
    tcp.on('error', () => undefined);
    admit(request)
      .then((ip) => sockets.handleUpgrade(request, tcp, head, (ws) => open(ws, request, ip)))
      .catch((error: unknown) => refuse(tcp, error, deps));
  };

  const admit = async (request: IncomingMessage): Promise<string> => {
    if (isDraining) throw new ChatError('UNAVAILABLE', 'unable to open socket; the server is about to stop');
    if (pathOf(request) !== options.path) throw new ChatError('NOT_FOUND', `unable to open socket; it is at ${options.path}`);
    if (!(await options.origins.allowsSomewhere(request))) throw originRefused();
    const ip = addressOf(request, deps.config.trustedProxies);
    counts.check(ip);
    await options.rates.take('connect', `ip:${ip}`);
    return ip;
  };

  const open = (ws: WebSocket, request: IncomingMessage, ip: string): void => {
    const socket = createClientSocket(ws, {
      clock: deps.clock,
      request,
      bufferBytes: limits.socketBufferBytes,
      pingMs: limits.pingMs,
      isStandIn: (frame) => frame.endsWith(standInEnd),
      onDefect: (error) => deps.log.error({ err: error }, 'unexpected error on a socket'),
    });
    const left = counts.opened(ip);
    const session: Session = { id: randomToken(9), request, socket, ip, viewer: null, tokenEnd: null, release: left, operations: 0, underWay: 0, feeds: 0 };
    const closed = protocol.opened(socket.protocol, session);
    ws.once('close', (code, reason) => {
      session.tokenEnd?.cancel();
      session.release();
      closed(code, reason.toString()).catch((error: unknown) => deps.log.error({ err: error }, 'unexpected error at the end of a socket'));
    });
  };

  server.on('upgrade', onUpgrade);
  return {
    async drain() {
      isDraining = true;
      for (const ws of sockets.clients) {
        if (ws.isPaused) ws.resume();
        ws.close(SERVICE_RESTART, 'RESTARTING');
      }
      await new Promise<void>((resolve) => {
        // The machine's clock: a server must stop even where a test holds the time.
        const timer = systemClock.after(Math.min(CLOSE_MS, deps.config.drainMs), resolve);
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

function protocolOptions(options: WebSocketTransportOptions, counts: SocketCounts, standIn: Record<string, unknown>): ProtocolOptions {
  const { deps, engine } = options;
  const runs = new WeakMap<object, { readonly run: Run; readonly session: Session }>();
  const runOf = (args: ExecutionArgs): { readonly run: Run; readonly session: Session } => {
    const run = runs.get(args);
    if (!run) throw new Error('operation without a run');
    return run;
  };
  return {
    connectionInitWaitTimeout: deps.config.limits.initTimeoutMs,
    onConnect: async (ctx) => {
      try {
        await connect(options, counts, ctx);
        return true;
      } catch (error) {
        closeFor(ctx.extra, error, deps);
        return false;
      }
    },
    onSubscribe: async (ctx, _id, payload) => {
      const { extra } = ctx;
      const context = contextOf(extra, deps);
      try {
        started(extra, deps);
      } catch (error) {
        return engine.errorsOf(error, context.requestId).map(withoutHttp);
      }
      try {
        const operation = await engine.prepare(payload, context);
        if (operation.kind === 'subscription') becomesFeed(extra, deps);
        const run: Run = { operation, variables: payload.variables ?? {}, context, transport: 'ws' };
        const args: ExecutionArgs = {
          schema: engine.schema,
          document: operation.document,
          operationName: operation.definition.name?.value,
          variableValues: run.variables,
          contextValue: context,
        };
        runs.set(args, { run, session: extra });
        if (operation.kind === 'subscription') extra.underWay -= 1;
        return args;
      } catch (error) {
        extra.underWay -= 1;
        return engine.errorsOf(error, context.requestId).map(withoutHttp);
      }
    },
    execute: async (args) => {
      const { run, session } = runOf(args);
      try {
        return withoutHttpErrors(await engine.execute(run));
      } finally {
        session.underWay -= 1;
      }
    },
    subscribe: (args) => {
      const { run, session } = runOf(args);
      return engine.subscribe(run, () => {
        session.feeds -= 1;
      });
    },
    onNext: async (ctx, id, _payload, _args, result) => {
      const frame = engine.shared.frameOf(result, id);
      if (frame === null) return undefined;
      await ctx.extra.socket.write(frame);
      return standIn;
    },
    onError: (_ctx, _id, _payload, errors) => errors.map((error) => withoutHttp(error).toJSON()),
  };
}

type SessionContext = Context<Record<string, unknown>, Session>;

async function connect(options: WebSocketTransportOptions, counts: SocketCounts, ctx: SessionContext): Promise<void> {
  const { extra } = ctx;
  const token = ctx.connectionParams?.['token'];
  const viewer = await options.identity.authenticate(typeof token === 'string' ? token : null);
  if (!viewer) throw new ChatError('UNAUTHENTICATED', 'unable to open socket; connection_init has no token');
  if (!(await options.origins.allowsFor(viewer.siteId, extra.request))) throw originRefused();
  // A back-end opens as many sockets as it likes: it holds a secret of the site.
  if (viewer.kind === 'user') {
    const releaseIp = extra.release;
    const releaseUser = counts.claimed(`${viewer.siteId}:${viewer.userId}`);
    extra.release = () => {
      releaseUser();
      releaseIp();
    };
  }
  extra.viewer = viewer;
  endWithToken(extra, options.deps);
  const forget = options.identity.onRevoked(viewer, () => extra.socket.close(4403, 'UNAUTHENTICATED'));
  const releaseCounts = extra.release;
  extra.release = () => {
    forget();
    releaseCounts();
  };
}

/** Longest delay of a timer. A token that lives longer is looked at again then. */
const MAX_DELAY = 2 ** 31 - 1;

function endWithToken(session: Session, deps: Deps): void {
  const end = session.viewer?.tokenExpiresAt ?? null;
  if (end === null) return;
  const left = end - deps.clock.now().getTime();
  session.tokenEnd = deps.clock.after(Math.min(Math.max(left, 0), MAX_DELAY), () => {
    if (end <= deps.clock.now().getTime()) session.socket.close(4403, 'TOKEN_EXPIRED');
    else endWithToken(session, deps);
  });
}

function contextOf(session: Session, deps: Deps): GraphQLContext {
  session.operations += 1;
  return {
    deps,
    viewer: session.viewer,
    requestId: `${session.id}-${session.operations}`,
    ip: session.ip,
    origin: originOf(session.request),
  };
}

/** graphql-ws holds the id of every operation of the socket that has not ended, the new one included. */
/** Counts an operation that has come in. */
function started(session: Session, deps: Deps): void {
  const max = deps.config.limits.operationsPerSocket;
  if (session.underWay >= max) throw exceeded('operationsPerSocket', max);
  session.underWay += 1;
}

/** Moves an operation from those under way to the feeds that are open; they last, and have a ceiling of their own. */
function becomesFeed(session: Session, deps: Deps): void {
  const max = deps.config.limits.subscriptionsPerSocket;
  if (session.feeds >= max) throw exceeded('subscriptionsPerSocket', max);
  session.feeds += 1;
}

function exceeded(limit: string, max: number): ChatError {
  return new ChatError('LIMIT_EXCEEDED', `unable to start operation; a socket may have no more than ${max} at once`, {
    retryAfterMs: 1_000,
    details: { limit, max },
  });
}

function originRefused(): ChatError {
  return new ChatError('ORIGIN_NOT_ALLOWED', 'unable to open socket; the site does not allow this origin');
}

function withoutHttpErrors(result: ExecutionResult): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map(withoutHttp) } : result;
}

function closeFor(session: Session, error: unknown, deps: Deps): void {
  if (!isChatError(error)) deps.log.error({ err: error }, 'unexpected error at connection_init');
  const code = isChatError(error) ? error.code : 'INTERNAL';
  session.socket.close((isChatError(error) ? error.row.close : undefined) ?? TRY_AGAIN_LATER, code);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

/** Answers an upgrade that is refused as an ordinary HTTP response. */
function refuse(tcp: Duplex, error: unknown, deps: Deps): void {
  const known = isChatError(error) ? error : new ChatError('INTERNAL', 'unable to open socket; an unexpected error was logged');
  if (!isChatError(error)) deps.log.error({ err: error }, 'unexpected error at an upgrade');
  const body = JSON.stringify({ errors: [{ message: known.message, extensions: { code: known.code, retry: known.row.retry } }] });
  const wait = known.retryAfterMs === undefined ? '' : `Retry-After: ${Math.ceil(known.retryAfterMs / 1000)}\r\n`;
  tcp.end(
    `HTTP/1.1 ${known.row.status} ${known.code}\r\nConnection: close\r\nContent-Type: application/json\r\n${wait}` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
