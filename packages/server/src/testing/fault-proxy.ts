import { connect, createServer, type Socket } from 'node:net';
import { systemClock } from '../kernel/clock.js';

/**
 * What a link does: `ok` carries; `refuse` resets new connections; `blackhole` takes bytes from both sides and gives none;
 * `halfOpen` carries towards the server alone; `slow` carries with `latencyMs` each way.
 */
export type LinkMode = 'ok' | 'refuse' | 'blackhole' | 'halfOpen' | 'slow';

/** A bad network between two ends that are both well. */
export interface FaultProxy {
  readonly port: number;
  /** A URL with the proxy's port in place of the target's. */
  through(url: string): string;
  /** Changes what the link does, for open connections too (`refuse` resets those). */
  set(mode: LinkMode, latencyMs?: number): void;
  /** Resets every open connection; new ones are carried as the mode says. */
  cut(): void;
  /** Connections made so far. */
  readonly connections: number;
  /** Bytes taken and not given so far. */
  readonly swallowed: number;
  close(): Promise<void>;
}

/** Where a proxy leads. */
export interface LinkTarget {
  /** Default 127.0.0.1. */
  readonly host?: string;
  readonly port: number;
}

/**
 * Starts a TCP proxy on a free port in front of `host:port`. A function is asked at each new connection, which makes the proxy a
 * load balancer; where it answers null, the connection is reset.
 */
export async function faultProxy(target: LinkTarget | (() => LinkTarget | null)): Promise<FaultProxy> {
  let mode: LinkMode = 'ok';
  let latency = 0;
  let connections = 0;
  let swallowed = 0;
  const open = new Set<Socket>();

  const give = (to: Socket, chunk: Buffer): void => void (to.writable && to.write(chunk));
  const carry = (chunk: Buffer, to: Socket, way: { readonly isUp: boolean; readonly late: Buffer[] }): void => {
    if (mode === 'blackhole' || mode === 'refuse' || (mode === 'halfOpen' && !way.isUp)) swallowed += chunk.length;
    else if (mode === 'slow' || way.late.length > 0) {
      // What comes after a late chunk waits for it, also when the link is well again, or less slow: a stream never changes its order.
      way.late.push(chunk);
      systemClock.after(latency, () => {
        const oldest = way.late.shift();
        if (oldest) give(to, oldest);
      });
    } else give(to, chunk);
  };
  const server = createServer((near) => {
    connections += 1;
    const to = mode === 'refuse' ? null : typeof target === 'function' ? target() : target;
    if (to === null) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(to.port, to.host ?? '127.0.0.1');
    for (const [from, to, isUp] of [[near, far, true], [far, near, false]] as const) {
      const way = { isUp, late: [] };
      open.add(from);
      from.setNoDelay(true);
      from.on('data', (chunk) => carry(chunk, to, way));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        if (mode === 'ok' || mode === 'slow') to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('unable to start the proxy; it has no port');
  const { port } = address;
  const cut = (): void => {
    for (const socket of open) socket.resetAndDestroy();
  };

  return {
    port,
    through(url) {
      const changed = new URL(url);
      changed.hostname = '127.0.0.1';
      changed.port = String(port);
      return changed.href;
    },
    set(next, latencyMs = 0) {
      mode = next;
      if (next === 'slow') latency = latencyMs;
      if (next === 'refuse') cut();
    },
    cut,
    get connections() {
      return connections;
    },
    get swallowed() {
      return swallowed;
    },
    async close() {
      mode = 'refuse';
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
