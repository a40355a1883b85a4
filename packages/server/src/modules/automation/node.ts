import type { Bus } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import type { Timer } from '../../kernel/clock.js';
import { LogConsumer } from '../../log/consumer.js';
import { automationConsumer } from './consumer.js';
import { remind } from './remind.js';

/** How often a node looks for those who wait or have fallen silent, in milliseconds. */
export const REMIND_MS = 5_000;

/** What one node says by itself. It never throws. */
class AutomationNode {
  readonly #deps: Deps;
  readonly #consumer: LogConsumer;
  readonly #timer: Timer;
  #reminding: Promise<void> | null = null;
  #isDue = false;
  #isStopped = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#consumer = new LogConsumer(deps, automationConsumer(deps));
    this.#timer = deps.clock.every(REMIND_MS, () => this.#remind());
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer.cancel();
    await this.#reminding;
    await this.#consumer.stop();
  }

  /** Looks, once more when it is time again meanwhile. */
  #remind(): void {
    this.#isDue = true;
    this.#reminding ??= this.#remindWhileDue().finally(() => {
      this.#reminding = null;
    });
  }

  async #remindWhileDue(): Promise<void> {
    while (this.#isDue && !this.#isStopped) {
      this.#isDue = false;
      await remind(this.#deps).catch((error: unknown) => {
        if (!this.#isStopped) this.#deps.log.error({ event: 'automation.failed', err: error }, 'unable to send waiting and inactivity messages; trying again later');
      });
    }
  }
}

const nodes = new WeakMap<Bus, AutomationNode>();

/** Begins to say by itself, on this node, what the sites have set. Call it once when the server starts. */
export function startAutomation(deps: Deps): void {
  if (!nodes.has(deps.bus)) nodes.set(deps.bus, new AutomationNode(deps));
}

/** Stops it. Call it when the server stops, before queues, feeds, bus and database. */
export async function stopAutomation(deps: Deps): Promise<void> {
  await nodes.get(deps.bus)?.stop();
  nodes.delete(deps.bus);
}
