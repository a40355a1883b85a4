/** A server without its transport, on a database, a bus and a clock that can be told to fail. */
import type { Bus, Ephemeral, Unsubscribe } from '../../../packages/server/src/bus/contract.js';
import { DEFAULT_CONFIG } from '../../../packages/server/src/config.js';
import type { Db } from '../../../packages/server/src/db/contract.js';
import type { Deps } from '../../../packages/server/src/deps.js';
import type { Clock, TestClock, Timer } from '../../../packages/server/src/kernel/clock.js';
import type { Log } from '../../../packages/server/src/kernel/log.js';
import { isLogEvent, type LogEvent } from '../../../packages/server/src/log/event.js';
import { itemOf } from '../../../packages/server/src/log/feed-item.js';
import { SWEEP_MS } from '../../../packages/server/src/log/sweeper.js';
import { feedRuntime } from '../../../packages/server/src/modules/feeds/runtime.js';
import { isRecord } from '../../../packages/sdk-js/src/chat-error.js';
import type { Scheduler } from './scheduler.js';

/** A fault of the code that the simulation must catch, made by the wiring around it. */
export type Mutant = 'no periodic head' | 'no gap fill' | 'no dedupe' | 'no audience check' | 'nobody tells inboxes';

/** What all nodes share. */
export interface Surroundings {
  readonly scheduler: Scheduler;
  readonly db: Db;
  readonly clock: TestClock;
  readonly ephemeral: Ephemeral;
  readonly mutant: Mutant | null;
  /** Whether the bus may lose, repeat and delay. */
  isBusBad: boolean;
  readonly nodes: SimulatedNode[];
}

const silent = (): void => undefined;
const LOG: Log = { fatal: silent, error: silent, warn: silent, info: silent, debug: silent, isLevelEnabled: () => false };
/** A promise of a node that has died: nobody hears of it any more. */
const never = <T>(): Promise<T> => new Promise<T>(silent);

/** Takes out of what a sweep has read who came and went: an inbox that was not told of it needs that. */
function forgetPeople(row: unknown): void {
  if (!isRecord(row) || !Array.isArray(row['changed'])) return;
  for (const changed of row['changed']) if (isRecord(changed)) Object.assign(changed, { users: null });
}

/** One node. It dies by being forgotten: whatever it waits for never comes, and nothing of it reaches anybody. */
export class SimulatedNode {
  readonly deps: Deps;
  isDead = false;
  /** Dies with the next commit, before it has told anybody. */
  isDoomed = false;
  readonly #around: Surroundings;
  readonly #timers = new Set<Timer>();
  readonly #topics = new Map<string, Set<(message: unknown) => void>>();
  readonly #onDeath = new Set<() => void>();

  constructor(around: Surroundings) {
    this.#around = around;
    this.deps = { config: DEFAULT_CONFIG, db: this.#db(), bus: this.#bus(), ephemeral: around.ephemeral, clock: this.#clock(), log: LOG };
  }

  /** Hears of the node's death; the answer ends it. */
  onDeath(listener: () => void): () => void {
    this.#onDeath.add(listener);
    return () => void this.#onDeath.delete(listener);
  }

  /** Kill -9. */
  die(): void {
    if (this.isDead) return;
    this.isDead = true;
    for (const timer of this.#timers) timer.cancel();
    this.#topics.clear();
    for (const listener of [...this.#onDeath]) listener();
  }

  #db(): Db {
    const { db, scheduler, mutant } = this.#around;
    const answered = async <T>(value: T): Promise<T> => {
      if (this.isDoomed) this.die();
      await scheduler.turn();
      return this.isDead ? never<T>() : value;
    };
    const begun = async (): Promise<void> => {
      await scheduler.turn();
      if (this.isDead) await never();
    };
    return {
      ...db,
      hot: async <Row>(statement: Parameters<Db['hot']>[0], params: readonly unknown[]): Promise<Row[]> => {
        await begun();
        // The hub's own reading names no viewer.
        if (mutant === 'no gap fill' && statement.name === 'log.replay' && params[6] === null) return never<Row[]>();
        const rows = await scheduler.during(() => db.hot<Row>(statement, params));
        if (mutant === 'nobody tells inboxes' && statement.name === 'log.sweep') rows.forEach(forgetPeople);
        return answered(rows);
      },
      transaction: async (work) => {
        await begun();
        return answered(
          await scheduler.during(() =>
            db.transaction((tx) =>
              work({
                ...tx,
                afterCommit: (fn) => {
                  tx.afterCommit(() => {
                    if (this.isDoomed) this.die();
                    if (!this.isDead) fn();
                  });
                },
              }),
            ),
          ),
        );
      },
    };
  }

  #bus(): Bus {
    const { scheduler, mutant } = this.#around;
    return {
      kind: 'memory',
      isUp: true,
      publish: (topic, message) => {
        if (this.isDead || (mutant === 'nobody tells inboxes' && topic.startsWith('user:'))) return;
        const text = JSON.stringify(message);
        for (const node of this.#around.nodes) {
          const isBad = this.#around.isBusBad;
          if (isBad && scheduler.happens(0.25)) continue;
          const copies = isBad && scheduler.happens(0.25) ? 2 : 1;
          // In no lane: they overtake each other and come as late as they like.
          for (let copy = 0; copy < copies; copy += 1) scheduler.later(() => node.#hear(topic, JSON.parse(text)));
        }
      },
      subscribe: (topic, handler): Promise<Unsubscribe> => {
        const handlers = this.#topics.get(topic) ?? new Set();
        this.#topics.set(topic, handlers.add(handler));
        return Promise.resolve(() => void handlers.delete(handler));
      },
      onState: () => silent,
      close: () => Promise.resolve(),
    };
  }

  #hear(topic: string, message: unknown): void {
    const { mutant } = this.#around;
    const heard = mutant === 'no audience check' && isLogEvent(message) ? { ...message, audience: 'all' } : message;
    if (mutant === 'no dedupe' && isLogEvent(heard)) this.#passOn(heard);
    for (const handler of [...(this.#topics.get(topic) ?? [])]) handler(heard);
  }

  /** As a hub would that did not look at what it has dealt with already. */
  #passOn(event: LogEvent): void {
    const hub = feedRuntime(this.deps).hubs.get(event.conversationId);
    if (!hub || event.seq > hub.head) return;
    for (const subscriber of hub.subscribers()) subscriber.queue.push(itemOf(event, subscriber.audiences, event.seq - 1));
  }

  #clock(): Clock {
    const { clock, mutant } = this.#around;
    const kept = (timer: Timer): Timer => {
      this.#timers.add(timer);
      return {
        cancel: () => {
          this.#timers.delete(timer);
          timer.cancel();
        },
      };
    };
    return {
      now: () => clock.now(),
      after: (ms, fn) => kept(clock.after(ms, fn)),
      every: (ms, fn) => (mutant === 'no periodic head' && ms === SWEEP_MS ? { cancel: silent } : kept(clock.every(ms, fn))),
    };
  }
}
