import type { Bus } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import type { Timer } from '../../kernel/clock.js';
import { inTurn } from '../../kernel/in-turn.js';
import { type ConsumedEvent, LogConsumer } from '../../log/consumer.js';
import { CASE_OF, DUE, STALE } from './store.js';
import { isMeasured, type SlaCaseKey, workOn } from './work.js';

/** How often a node looks for clocks that are due, in milliseconds. */
export const SLA_MS = 2_000;
/** How many looks there are for one at what clocks run by: policies, opening hours, queues. */
const LOOKS_PER_REPLAN = 5;
/** The most cases that one look deals with. */
const MOST = 200;

/** The work of one node for the clocks of all sites. Every node does it; a case is worked on under the lock of its conversation. It never throws. */
class SlaNode {
  readonly #deps: Deps;
  readonly #timer: Timer;
  readonly #consumer: LogConsumer;
  #looks = 0;
  #sweeping: Promise<void> | null = null;
  #isStopped = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#consumer = new LogConsumer(deps, { name: 'sla', types: ['MessageSent', 'CaseUpdated'], handle: (event) => this.#follow(event) });
    this.#timer = deps.clock.every(SLA_MS, () => void this.#sweep());
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#timer.cancel();
    await this.#sweeping;
    await this.#consumer.stop();
  }

  /** An event of a case was committed. It may come again, or late: what was followed already is left alone. */
  async #follow({ conversationId, siteId, seq }: ConsumedEvent): Promise<void> {
    if (!(await isMeasured(this.#deps, siteId))) return;
    const [known] = await this.#deps.db.hot<{ caseId: string; appliedSeq: number }>(CASE_OF, [conversationId]);
    if (!known || seq <= known.appliedSeq) return;
    await workOn(this.#deps, { caseId: known.caseId, siteId, conversationId }, { waits: true, isStale: false });
  }

  #sweep(): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    this.#sweeping ??= this.#sweepOnce()
      .catch((error: unknown) => {
        if (!this.#isStopped) this.#deps.log.error({ event: 'sla.failed', err: error }, 'unable to look after the clocks of service levels; trying again later');
      })
      .finally(() => {
        this.#sweeping = null;
      });
    return this.#sweeping;
  }

  async #sweepOnce(): Promise<void> {
    const { db, clock } = this.#deps;
    await this.#workOn(await db.hot<SlaCaseKey>(DUE, [clock.now().toISOString(), MOST]), false);
    this.#looks += 1;
    if (this.#looks % LOOKS_PER_REPLAN !== 0) return;
    await this.#workOn(await db.hot<SlaCaseKey>(STALE, [MOST]), true);
  }

  #workOn(keys: readonly SlaCaseKey[], isStale: boolean): Promise<void> {
    const { log } = this.#deps;
    return inTurn(keys, { log, event: 'sla.failed', operation: 'look after the clocks of a case', work: (key) => workOn(this.#deps, key, { waits: false, isStale }) });
  }
}

const nodes = new WeakMap<Bus, SlaNode>();

/** Begins to look after clocks on this node. Call it once when the server starts. */
export function startSla(deps: Deps): void {
  if (!nodes.has(deps.bus)) nodes.set(deps.bus, new SlaNode(deps));
}

/** Stops it. Call it when the server stops, before the queues, the bus and the database. */
export async function stopSla(deps: Deps): Promise<void> {
  await nodes.get(deps.bus)?.stop();
  nodes.delete(deps.bus);
}
