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

/** Starts a TCP proxy on a free port in front of `host:port`. */
export async function faultProxy(target: { readonly host?: string; readonly port: number }): Promise<FaultProxy> {
  let mode: LinkMode = 'ok';
  let latency = 0;
  let connections = 0;
  let swallowed = 0;
  const open = new Set<Socket>();

  const carry = (chunk: Buffer, to: Socket, isUp: boolean): void => {
    if (mode === 'blackhole' || mode === 'refuse' || (mode === 'halfOpen' && !isUp)) swallowed += chunk.length;
    else if (mode === 'slow') systemClock.after(latency, () => to.writable && to.write(chunk));
    else if (to.writable) to.write(chunk);
  };
  const server = createServer((near) => {
    connections += 1;
    if (mode === 'refuse') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(target.port, target.host ?? '127.0.0.1');
    for (const [from, to, isUp] of [[near, far, true], [far, near, false]] as const) {
      open.add(from);
      from.setNoDelay(true);
      from.on('data', (chunk) => carry(chunk, to, isUp));
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
      latency = latencyMs;
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
