import { type Entry, enter, type Outcomes, rowOf } from '../arena.js';
import type { SaturateResult } from '../load/saturate.js';
import { type Row, type Scenario, type Tools, timesOf } from '../scenario.js';
import { type Faults, sumFaults } from '../sequence.js';

/** A load that the processor bounds. */
interface Shape {
  readonly name: string;
  readonly conversations: number;
  readonly members: number;
  readonly senders: number;
  readonly rate: (result: SaturateResult) => number;
}

/** Many sends with few receivers, and few sends with many. */
const SHAPES: readonly Shape[] = [
  { name: 'sends a second', conversations: 50, members: 2, senders: 2, rate: ({ sends, seconds }) => sends / seconds },
  { name: 'deliveries a second', conversations: 2, members: 100, senders: 2, rate: ({ deliveries, seconds }) => deliveries / seconds },
];

interface Comparison extends Faults {
  readonly one: number;
  readonly two: number;
  /** Milliseconds of server CPU for one send with its deliveries, of two nodes. */
  readonly serverMs: number;
  readonly databaseMs: number;
}

/** Two nodes joined by Redis against one node without, on the same cores. Members of a conversation are on both nodes. */
export const twoNodes: Scenario = {
  letter: 'h',
  title: 'two nodes on Redis against one node, on the same cores',
  isWithoutPeers: true,
  async run(tools) {
    const rows: Row[] = [];
    for (const shape of SHAPES) rows.push(...rowsOf(shape, await measured(tools, shape)));
    return rows;
  },
};

async function measured(tools: Tools, shape: Shape): Promise<Outcomes<Comparison>> {
  const outcomes: Outcomes<Comparison> = new Map();
  const pairs: { readonly one: Entry; readonly two: Entry }[] = [];
  try {
    for (const contender of tools.contenders) {
      const one = await enter(tools, contender, { seed: shape });
      pairs.push({ one, two: await enter(tools, contender, { seed: shape, nodes: 2 }) });
    }
    // Two of each run at a time: a quick run has no time for more of them.
    for (let run = 1; run <= (tools.quick ? Math.min(2, tools.runs) : tools.runs); run += 1) {
      for (const { one, two } of pairs) {
        const { name } = one.contender;
        const comparison = compare(shape, await saturate(tools, shape, one), await saturate(tools, shape, two));
        tools.log(`h ${name}: ${Math.round(comparison.two)} ${shape.name} on two nodes, ${Math.round(comparison.one)} on one`);
        outcomes.set(name, [...(outcomes.get(name) ?? []), comparison]);
      }
    }
  } finally {
    await Promise.all(pairs.flatMap(({ one, two }) => [one.running.stop(), two.running.stop()]));
  }
  return outcomes;
}

function saturate(tools: Tools, { senders }: Shape, { target }: Entry): Promise<SaturateResult> {
  return tools.load('saturate', { target, senders, inFlight: 1, textLength: 80, ...timesOf(tools, { quick: 2, full: 15 }) });
}

function compare({ rate }: Shape, one: SaturateResult, two: SaturateResult): Comparison {
  return { one: rate(one), two: rate(two), serverMs: two.cpu.serverMs / two.sends, databaseMs: two.cpu.databaseMs / two.sends, ...sumFaults([one, two]) };
}

function rowsOf({ name }: Shape, outcomes: Outcomes<Comparison>): readonly Row[] {
  const rate = { scenario: 'h', unit: '1/s', better: 'higher' } as const;
  const cpu = { scenario: 'h', unit: 'ms', better: 'lower' } as const;
  const what = name.replace('a second', '').trim();
  return [
    rowOf({ ...rate, metric: `${name}, one node` }, outcomes, ({ one }) => one),
    rowOf({ ...rate, metric: `${name}, two nodes` }, outcomes, ({ two }) => two),
    rowOf({ ...rate, metric: `${name}, two nodes to one`, unit: '×', target: { min: 0.9 } }, outcomes, ({ one, two }) => two / one),
    rowOf({ ...cpu, metric: `server CPU for one send, two nodes, ${what}` }, outcomes, ({ serverMs }) => serverMs),
    rowOf({ ...cpu, metric: `database CPU for one send, two nodes, ${what}` }, outcomes, ({ databaseMs }) => databaseMs),
  ];
}
