import type { Bus } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import type { Timer } from '../../kernel/clock.js';
import { LogConsumer } from '../../log/consumer.js';
import { queueConsumer } from './consumer.js';
import { onKick } from './kick.js';
import { matchSite, untilFree } from './pass.js';
import { sweepQueues } from './sweep.js';

/** How often a node looks for offers that are over, cases that wake and agents who are gone, in milliseconds. */
export const SWEEP_MS = 2_000;

interface Matching {
  isDue: boolean;
  over: Promise<void>;
}

/** The work of one node for all queues: matching when something changes, and what the clock does. It never throws. */
export class QueueNode {
  readonly #deps: Deps;
  readonly #timer: Timer;
  readonly #consumer: LogConsumer;
  readonly #endKicks: () => void;
  /** Sites that are matched now, and whether once more. */
  readonly #matching = new Map<string, Matching>();
  /** Cases that were left out because somebody changed them: their sites are matched once more when they are through, and meanwhile nothing else waits. */
  readonly #left = new Map<string, Promise<void>>();
  #sweeping: Promise<void> | null = null;
  #isSweepDue = false;
  #isStopped = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#consumer = new LogConsumer(deps, queueConsumer(deps));
    this.#endKicks = onKick(deps.bus, (siteId) => void this.match(siteId));
    this.#timer = deps.clock.every(SWEEP_MS, () => void this.sweep());
  }

  /** Matches the waiting cases of a site, once more when it is asked for meanwhile. */
  match(siteId: string): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    const running = this.#matching.get(siteId);
    if (running) {
      running.isDue = true;
      return running.over;
    }
    const state: Matching = { isDue: true, over: Promise.resolve() };
    state.over = this.#matchWhileDue(siteId, state);
    this.#matching.set(siteId, state);
    return state.over;
  }

  /** Does what is due on all sites, once more when it is asked for meanwhile. */
  sweep(): Promise<void> {
    this.#isSweepDue = true;
    this.#sweeping ??= this.#sweepWhileDue().finally(() => {
      this.#sweeping = null;
    });
    return this.#sweeping;
  }

  /** Stops for good; resolves when what is under way is over. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer.cancel();
    this.#endKicks();
    await this.#sweeping;
    await this.#consumer.stop();
    await Promise.all([...this.#matching.values()].map(({ over }) => over));
    await Promise.all(this.#left.values());
  }

  async #sweepWhileDue(): Promise<void> {
    while (this.#isSweepDue && !this.#isStopped) {
      this.#isSweepDue = false;
      await this.#quietly(async () => {
        const sites = await sweepQueues(this.#deps);
        await Promise.all(sites.map((siteId) => this.match(siteId)));
      });
    }
  }

  async #matchWhileDue(siteId: string, state: Matching): Promise<void> {
    // The commit that asked for it has to be through, and others that ask in the same tick are served together.
    await new Promise((resolve) => setImmediate(resolve));
    while (state.isDue && !this.#isStopped) {
      state.isDue = false;
      await this.#quietly(async () => {
        const leftId = await matchSite(this.#deps, siteId);
        if (leftId !== null && !this.#left.has(leftId)) this.#left.set(leftId, this.#matchAfter(leftId, siteId));
      });
    }
    this.#matching.delete(siteId);
  }

  async #matchAfter(caseId: string, siteId: string): Promise<void> {
    await this.#quietly(() => untilFree(this.#deps, caseId));
    this.#left.delete(caseId);
    void this.match(siteId);
  }

  async #quietly(work: () => Promise<void>): Promise<void> {
    if (this.#isStopped) return;
    try {
      await work();
    } catch (error) {
      if (!this.#isStopped) this.#deps.log.error({ event: 'queues.failed', err: error }, 'unable to work on the queues; trying again later');
    }
  }
}

const nodes = new WeakMap<Bus, QueueNode>();

/** Begins to work on the queues on this node. Call it once when the server starts. */
export function startQueues(deps: Deps): void {
  if (!nodes.has(deps.bus)) nodes.set(deps.bus, new QueueNode(deps));
}

/** An agent came, went or chose another status: what they hold is looked at, and what waits is matched. Never throws, and nobody waits for it. */
export function nudgeQueues(deps: Deps, siteId: string): void {
  const node = nodes.get(deps.bus);
  void node?.sweep().then(() => node.match(siteId));
}

/** Stops it. Call it when the server stops, before the feeds, the bus and the database. */
export async function stopQueues(deps: Deps): Promise<void> {
  await nodes.get(deps.bus)?.stop();
  nodes.delete(deps.bus);
}
