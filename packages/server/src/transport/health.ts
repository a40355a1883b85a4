/** What a load balancer, an orchestrator and a monitor ask. */
import type { ServerResponse } from 'node:http';
import type { Deps } from '../deps.js';
import { systemClock } from '../kernel/clock.js';
import type { Metrics } from './metrics.js';

/** Milliseconds that the database gets to answer. */
const PING_MS = 2_000;

/** Whether the node can take work: `degraded` means slower but whole, as without Redis. */
export interface Readiness {
  readonly status: 'ready' | 'degraded' | 'unavailable';
  readonly database: 'up' | 'down';
  readonly bus: 'up' | 'down';
}

/** Asks the node's parts how they are. */
export async function readiness(deps: { readonly db: Pick<Deps['db'], 'ping'>; readonly bus: Pick<Deps['bus'], 'isUp'> }, isDraining: boolean): Promise<Readiness> {
  const isDatabaseUp = await answersInTime(deps.db.ping());
  const isBusUp = deps.bus.isUp;
  return {
    status: !isDatabaseUp || isDraining ? 'unavailable' : isBusUp ? 'ready' : 'degraded',
    database: isDatabaseUp ? 'up' : 'down',
    bus: isBusUp ? 'up' : 'down',
  };
}

async function answersInTime(ping: Promise<void>): Promise<boolean> {
  const answer = ping.then(
    () => true,
    () => false,
  );
  return new Promise((resolve) => {
    // The machine's clock: a database that hangs must be told even where a test holds the time.
    const timer = systemClock.after(PING_MS, () => resolve(false));
    void answer.then((isUp) => {
      timer.cancel();
      resolve(isUp);
    });
  });
}

/** Answers `/healthz`: the process lives. */
export function answerHealth(response: ServerResponse): void {
  sendJson(response, 200, { status: 'ok' });
}

/** Answers `/readyz`: 200 while the node can take work, 503 while it cannot. */
export async function answerReadiness(response: ServerResponse, deps: Deps, isDraining: boolean): Promise<void> {
  const state = await readiness(deps, isDraining);
  sendJson(response, state.status === 'unavailable' ? 503 : 200, state);
}

/** Answers `/metrics` in the text format of Prometheus. */
export async function answerMetrics(response: ServerResponse, metrics: Metrics): Promise<void> {
  const { contentType, body } = await metrics.text();
  response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body);
}

/** Sends a JSON body that no cache keeps. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}
