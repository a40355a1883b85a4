import type { Context } from 'graphql-ws';
import type { IncomingMessage } from 'node:http';
import type { Deps } from '../deps.js';
import type { GraphQLContext } from '../graphql/context.js';
import { ChatError } from '../kernel/errors.js';
import { randomToken } from '../kernel/ids.js';
import type { Viewer } from '../kernel/viewer.js';
import type { Timer } from '../kernel/clock.js';
import type { Deadlines, Ending } from './deadlines.js';
import type { Engine } from './engine.js';
import type { Identity, RevocableSession } from './identity.js';
import { originOf, type OriginPolicy, userAgentOf } from './origins.js';
import { closeLabel, type Metrics } from './metrics.js';
import type { ClientSocket, SocketOwner } from './socket.js';
import type { SocketCounts } from './socket-counts.js';
import type { SocketFeedHost } from './socket-feed.js';

/** Takes messages of sockets. */
export interface SubscribeTaker {
  /** Whether the message began an operation and has been dealt with. Everything else is graphql-ws's, nonsense included. */
  take(session: Session, message: string): boolean;
}

/** What graphql-ws keeps of a connection. */
export type SessionContext = Context<Record<string, unknown>, Session>;

/** What the sessions of one server share. */
export interface SessionParts {
  readonly deps: Deps;
  readonly engine: Engine;
  readonly identity: Identity;
  readonly origins: OriginPolicy;
  readonly counts: SocketCounts;
  readonly tokenEnds: Deadlines;
  readonly subscriptions: SubscribeTaker;
  readonly metrics: Metrics;
}

/** WebSocket close code: `connection_init` did not come in time. */
const INIT_TIMEOUT = 4408;

/** One socket and who is behind it, from the upgrade to the close. */
export class Session implements SocketFeedHost, SocketOwner, Ending, RevocableSession {
  readonly socket: ClientSocket;
  readonly ip: string;
  /** What graphql-ws knows of it; null before `connection_init`. */
  protocol: SessionContext | null = null;
  viewer: Viewer | null = null;
  readonly #parts: SessionParts;
  readonly #id = randomToken(9);
  readonly #origin: string | null;
  readonly #userAgent: string | null;
  /** Kept until the viewer is known, and no longer: it is large. */
  #request: IncomingMessage | null;
  #initTimer: Timer | null;
  /** Tells graphql-ws that the socket has closed. */
  #finish: ((code: number, reason: string) => Promise<void>) | null = null;
  #operations = 0;
  #underWay = 0;
  #feeds = 0;

  constructor(parts: SessionParts, of: { readonly socket: ClientSocket; readonly request: IncomingMessage; readonly ip: string }) {
    this.#parts = parts;
    this.socket = of.socket;
    this.ip = of.ip;
    this.#request = of.request;
    this.#origin = originOf(of.request);
    this.#userAgent = userAgentOf(of.request);
    const { clock, config } = parts.deps;
    this.#initTimer = clock.after(config.limits.initTimeoutMs, () => this.#initLate());
    parts.counts.opened(of.ip);
    this.socket.owner = this;
  }

  /** Begins; `finish` is called once when the socket has closed. */
  begin(finish: (code: number, reason: string) => Promise<void>): void {
    this.#finish = finish;
  }

  get isBusy(): boolean {
    return this.#underWay > 0;
  }

  get engine(): Engine {
    return this.#parts.engine;
  }

  /**
   * Fixes the viewer by what `connection_init` brought.
   * @throws ChatError UNAUTHENTICATED, TOKEN_EXPIRED, SITE_INACTIVE, ORIGIN_NOT_ALLOWED, LIMIT_EXCEEDED
   */
  async connect(protocol: SessionContext): Promise<void> {
    const { identity, origins, counts, tokenEnds } = this.#parts;
    this.protocol = protocol;
    this.#endInit();
    const token = protocol.connectionParams?.['token'];
    // The credential is not kept.
    Object.assign(protocol, { connectionParams: undefined });
    const viewer = await identity.authenticate(typeof token === 'string' ? token : null);
    if (!viewer) throw new ChatError('UNAUTHENTICATED', 'unable to open socket; connection_init has no token');
    const request = this.#request;
    // Closed meanwhile.
    if (request === null) return;
    if (!(await origins.allowsFor(viewer.siteId, request))) throw originRefused();
    if (this.#request === null) return;
    this.#request = null;
    // A back-end opens as many sockets as it likes: it holds a secret of the site.
    if (viewer.kind === 'user') counts.claim(viewer);
    this.viewer = viewer;
    if (viewer.tokenExpiresAt !== null) tokenEnds.add(viewer.tokenExpiresAt, this);
    identity.watch(this);
  }

  takes(message: string): boolean {
    return this.#parts.subscriptions.take(this, message);
  }

  ended(code: number, reason: string): void {
    const { counts, identity, tokenEnds, metrics, deps } = this.#parts;
    const { viewer } = this;
    metrics.socketCloses.inc({ code: closeLabel(code) });
    this.#request = null;
    this.#endInit();
    counts.left(this.ip);
    if (viewer !== null) {
      identity.forget(this);
      if (viewer.kind === 'user') counts.unclaim(viewer);
      if (viewer.tokenExpiresAt !== null) tokenEnds.remove(viewer.tokenExpiresAt, this);
    }
    this.#finish?.(code, reason).catch((error: unknown) => deps.log.error({ event: 'socket.defect', err: error }, 'unexpected error at the end of a socket'));
  }

  revoked(): void {
    this.socket.close(4403, 'UNAUTHENTICATED');
  }

  expired(): void {
    this.socket.close(4403, 'TOKEN_EXPIRED');
  }

  /** The context of the next operation. */
  context(): GraphQLContext {
    this.#operations += 1;
    const { deps } = this.#parts;
    return { deps, viewer: this.viewer, requestId: `${this.#id}-${this.#operations}`, ip: this.ip, origin: this.#origin, userAgent: this.#userAgent };
  }

  /**
   * Counts an operation that has come in.
   * @throws ChatError LIMIT_EXCEEDED
   */
  started(): void {
    const max = this.#parts.deps.config.limits.operationsPerSocket;
    if (this.#underWay >= max) throw exceeded('operationsPerSocket', max);
    this.#underWay += 1;
  }

  /** An operation has been answered, or has become a feed. */
  answered(): void {
    this.#underWay -= 1;
  }

  /**
   * Counts a feed that opens; they last, and have a ceiling of their own.
   * @throws ChatError LIMIT_EXCEEDED
   */
  feedStarted(): void {
    const max = this.#parts.deps.config.limits.subscriptionsPerSocket;
    if (this.#feeds >= max) throw exceeded('subscriptionsPerSocket', max);
    this.#feeds += 1;
  }

  /** A feed is over. */
  closed(): void {
    this.#feeds -= 1;
  }

  finished(id: string): void {
    if (this.protocol) delete this.protocol.subscriptions[id];
  }

  /** A busy node may have the message and not have read it: what has come in is read before the socket is given up. */
  #initLate(): void {
    setImmediate(() => {
      if (this.#initTimer !== null) this.socket.close(INIT_TIMEOUT, 'Connection initialisation timeout');
    });
  }

  #endInit(): void {
    this.#initTimer?.cancel();
    this.#initTimer = null;
  }
}

/** What refuses a page of a foreign origin. */
export function originRefused(): ChatError {
  return new ChatError('ORIGIN_NOT_ALLOWED', 'unable to open socket; the site does not allow this origin');
}

function exceeded(limit: string, max: number): ChatError {
  return new ChatError('LIMIT_EXCEEDED', `unable to start operation; a socket may have no more than ${max} at once`, {
    retryAfterMs: 1_000,
    details: { limit, max },
  });
}
