import type { Contender, ContenderName, Env, Running, SeededConversation, SeedPlan } from './contender.js';
import type { Target } from './load/program.js';
import { median } from './report.js';
import type { Row, Tools } from './scenario.js';
import { type Faults, NO_FAULTS, sumFaults } from './sequence.js';

/** A contender that serves, and is seeded. */
export interface Entry {
  readonly contender: Contender;
  readonly running: Running;
  readonly conversations: readonly SeededConversation[];
  /** What a load program needs to know of it. */
  readonly target: Target;
}

/** How the contenders of a scenario are started. */
export interface ArenaPlan {
  readonly seed: SeedPlan;
  readonly nodes?: number;
  readonly maxSockets?: number;
  readonly nodeOptions?: Env['nodeOptions'];
  /** Milliseconds that commits wait longer for the disk. Default 0. */
  readonly flushMs?: number;
}

/** Starts a contender on a database of its own and seeds it. */
export async function enter(tools: Tools, contender: Contender, plan: ArenaPlan): Promise<Entry> {
  const nodes = plan.nodes ?? 1;
  const running = await contender.start({
    databaseUrl: await tools.services.database(plan.flushMs),
    redisUrl: nodes > 1 ? tools.services.redisUrl : null,
    nodes,
    maxSockets: plan.maxSockets ?? 20_000,
    nodeOptions: [...tools.nodeOptions, ...(plan.nodeOptions ?? [])],
  });
  try {
    const conversations = await running.seed(plan.seed);
    const target: Target = { contender: contender.name, nodes: running.nodes, conversations, postgresPid: tools.services.postgresPid };
    return { contender, running, conversations, target };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

/**
 * Starts every contender, lets each be measured in turn as often as `tools.runs` says (floor, Parley, floor, Parley …), and stops them.
 * The others idle meanwhile. Resolves with the outcomes of each.
 */
export async function inTurn<Outcome extends Faults>(tools: Tools, plan: ArenaPlan, measure: (entry: Entry) => Promise<Outcome>): Promise<Outcomes<Outcome>> {
  const entries: Entry[] = [];
  const outcomes: Outcomes<Outcome> = new Map();
  try {
    for (const contender of tools.contenders) entries.push(await enter(tools, contender, plan));
    for (let run = 1; run <= tools.runs; run += 1) {
      for (const entry of entries) {
        const { name } = entry.contender;
        const outcome = await measure(entry);
        outcomes.set(name, [...(outcomes.get(name) ?? []), outcome]);
        const { lost, repeated, outOfOrder } = outcome;
        if (lost + repeated + outOfOrder > 0) tools.log(`${name}: ${lost} lost, ${repeated} repeated, ${outOfOrder} out of order`);
      }
    }
  } finally {
    await Promise.all(entries.map(({ running }) => running.stop()));
  }
  return outcomes;
}

/** What each contender was measured to, run by run. */
export type Outcomes<Outcome> = Map<ContenderName, readonly Outcome[]>;

/** Makes a row of the medians of one quantity. */
export function rowOf<Outcome extends Faults>(
  about: Pick<Row, 'scenario' | 'metric' | 'unit' | 'better' | 'target'>,
  outcomes: Outcomes<Outcome>,
  quantity: (outcome: Outcome) => number,
): Row {
  const values: Partial<Record<ContenderName, number>> = {};
  for (const [name, each] of outcomes) values[name] = median(each.map(quantity));
  const faults = sumFaults(outcomes.get('parley') ?? [NO_FAULTS]);
  return { ...about, values, ...faults };
}
