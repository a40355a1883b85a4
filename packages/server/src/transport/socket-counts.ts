/** How many sockets there are, in all, of an address and of a user; and the ceilings on them. */
import type { Gauge } from 'prom-client';
import type { Limits } from '../config.js';
import { ChatError } from '../kernel/errors.js';

/** Counts the sockets of one node. */
export interface SocketCounts {
  /** @throws ChatError LIMIT_EXCEEDED when this node or this address has all the sockets it may have. */
  check(ip: string): void;
  /** Counts a socket of this address; call the answer once when it closes. */
  opened(ip: string): () => void;
  /**
   * Counts a socket of this user; call the answer once when it closes.
   * @throws ChatError LIMIT_EXCEEDED when the user has all the sockets they may have.
   */
  claimed(userKey: string): () => void;
}

/** How {@link SocketCounts} are made. */
export interface SocketCountsOptions {
  readonly limits: Pick<Limits, 'sockets' | 'socketsPerIp' | 'socketsPerUser'>;
  readonly gauge: Gauge;
}

/** Milliseconds after which a socket may have become free. */
const RETRY_MS = 10_000;

/** Makes counts that begin at nothing. */
export function createSocketCounts(options: SocketCountsOptions): SocketCounts {
  const { limits, gauge } = options;
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
      gauge.set(all);
      const release = count(ofIp, ip);
      return () => {
        all -= 1;
        gauge.set(all);
        release();
      };
    },
    claimed(userKey) {
      if ((ofUser.get(userKey) ?? 0) >= limits.socketsPerUser) throw exceeded('socketsPerUser', limits.socketsPerUser);
      return count(ofUser, userKey);
    },
  };
}

function count(counts: Map<string, number>, key: string): () => void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
  return () => {
    const left = (counts.get(key) ?? 1) - 1;
    if (left > 0) counts.set(key, left);
    else counts.delete(key);
  };
}

function exceeded(limit: string, max: number): ChatError {
  return new ChatError('LIMIT_EXCEEDED', `unable to open socket; no more than ${max} are allowed`, {
    retryAfterMs: RETRY_MS,
    details: { limit, max },
  });
}
