/** How many sockets there are, in all, of an address and of a user; and the ceilings on them. */
import type { Limits } from '../config.js';
import { ChatError } from '../kernel/errors.js';
import type { Metrics } from './metrics.js';

/** Counts the sockets of one node. */
export interface SocketCounts {
  /** @throws ChatError LIMIT_EXCEEDED when this node or this address has all the sockets it may have. */
  check(ip: string): void;
  /** Counts a socket of this address; {@link left} uncounts it when it closes. */
  opened(ip: string): void;
  left(ip: string): void;
  /**
   * Counts a socket of this user; {@link unclaim} uncounts it when it closes.
   * @throws ChatError LIMIT_EXCEEDED when the user has all the sockets they may have.
   */
  claim(user: SocketUser): void;
  unclaim(user: SocketUser): void;
}

/** Whose socket it is. */
export interface SocketUser {
  readonly siteId: string;
  readonly userId: string;
}

/** How {@link SocketCounts} are made. */
export interface SocketCountsOptions {
  readonly limits: Pick<Limits, 'sockets' | 'socketsPerIp' | 'socketsPerUser'>;
  readonly metrics: Pick<Metrics, 'sockets' | 'socketOpens'>;
}

/** Milliseconds after which a socket may have become free. */
const RETRY_MS = 10_000;

/** Makes counts that begin at nothing. */
export function createSocketCounts(options: SocketCountsOptions): SocketCounts {
  const { limits, metrics } = options;
  const ofIp = new Map<string, number>();
  const ofUser = new Map<string, number>();
  let all = 0;
  return {
    check(ip) {
      if (all >= limits.sockets) throw exceeded('sockets', limits.sockets);
      if ((ofIp.get(ip) ?? 0) >= limits.socketsPerIp) throw exceeded('socketsPerIp', limits.socketsPerIp);
    },
    opened(ip) {
      all += 1;
      metrics.socketOpens.inc();
      metrics.sockets.set(all);
      count(ofIp, ip, 1);
    },
    left(ip) {
      all -= 1;
      metrics.sockets.set(all);
      count(ofIp, ip, -1);
    },
    claim(user) {
      const key = keyOf(user);
      if ((ofUser.get(key) ?? 0) >= limits.socketsPerUser) throw exceeded('socketsPerUser', limits.socketsPerUser);
      count(ofUser, key, 1);
    },
    unclaim: (user) => count(ofUser, keyOf(user), -1),
  };
}

function keyOf({ siteId, userId }: SocketUser): string {
  return `${siteId}:${userId}`;
}

function count(counts: Map<string, number>, key: string, change: 1 | -1): void {
  const left = (counts.get(key) ?? 0) + change;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}

function exceeded(limit: string, max: number): ChatError {
  return new ChatError('LIMIT_EXCEEDED', `unable to open socket; no more than ${max} are allowed`, {
    retryAfterMs: RETRY_MS,
    details: { limit, max },
  });
}
