import type { Bus } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import type { Timer } from '../../kernel/clock.js';
import { LogConsumer } from '../../log/consumer.js';
import { followCase, sweepWaiting } from './wait.js';

/** How often a node looks for waiting cases that rules are asked about again, in milliseconds. */
export const ROUTE_MS = 2_000;

/** The work of one node for the routing of waiting cases. It never throws. */
class RoutingNode {
  readonly #deps: Deps;
  readonly #timer: Timer;
  readonly #consumer: LogConsumer;
  #sweeping: Promise<void> | null = null;
  #isStopped = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#consumer = new LogConsumer(deps, { name: 'routing', types: ['CaseUpdated'], handle: (event) => followCase(deps, event) });
    this.#timer = deps.clock.every(ROUTE_MS, () => void this.#sweep());
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer.cancel();
    await this.#sweeping;
    await this.#consumer.stop();
  }

  #sweep(): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    this.#sweeping ??= sweepWaiting(this.#deps)
      .catch((error: unknown) => {
        if (!this.#isStopped) this.#deps.log.error({ event: 'routing.failed', err: error }, 'unable to route waiting cases; trying again later');
      })
      .finally(() => {
        this.#sweeping = null;
      });
    return this.#sweeping;
  }
}

const nodes = new WeakMap<Bus, RoutingNode>();

/** Begins to look after waiting cases on this node. Call it once when the server starts. */
export function startRouting(deps: Deps): void {
  if (!nodes.has(deps.bus)) nodes.set(deps.bus, new RoutingNode(deps));
}

/** Stops it. Call it when the server stops, before the queues, the bus and the database. */
export async function stopRouting(deps: Deps): Promise<void> {
  await nodes.get(deps.bus)?.stop();
  nodes.delete(deps.bus);
}
