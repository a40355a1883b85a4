import { inTurn, rowOf } from '../arena.js';
import { type Row, type Scenario, type Tools, timesOf } from '../scenario.js';

/** Sends that are under way at any moment, whatever the number of conversations. */
const IN_FLIGHT = 100;
const MEMBERS = 2;
/** How much longer a flush takes on a disk across a network, in milliseconds, as under most managed databases. */
const FLUSH_MS = 2;

interface Shape {
  readonly conversations: number;
  /** Completes `sends a second, …`. */
  readonly of: string;
  readonly flushMs: number;
  readonly target?: Row['target'];
}

const SHAPES: readonly Shape[] = [
  { conversations: 1, of: 'one conversation', flushMs: 0 },
  { conversations: 50, of: 'fifty conversations', flushMs: 0, target: { ratio: 1.5 } },
  { conversations: 50, of: `fifty conversations, a disk ${FLUSH_MS} ms slower`, flushMs: FLUSH_MS },
];

/** Sends a second at saturation. */
export const sends: Scenario = {
  letter: 'a',
  title: 'sustained sends a second at saturation',
  async run(tools) {
    const rows: Row[] = [];
    for (const shape of SHAPES) rows.push(...(await measured(tools, shape)));
    return rows;
  },
};

async function measured(tools: Tools, { conversations, of, flushMs, target: aim }: Shape): Promise<readonly Row[]> {
  // Two runs with the slower disk: a quick bench has no time for more.
  const runs = tools.quick && flushMs > 0 ? Math.min(2, tools.runs) : tools.runs;
  const outcomes = await inTurn({ ...tools, runs }, { seed: { conversations, members: MEMBERS }, flushMs }, async ({ contender, target }) => {
    const result = await tools.load('saturate', {
      target,
      senders: MEMBERS,
      inFlight: IN_FLIGHT / MEMBERS / conversations,
      ...timesOf(tools, { quick: 3, full: 15 }),
      textLength: 80,
    });
    tools.log(`a ${contender.name}, ${of}: ${Math.round(result.sends / result.seconds)} sends a second`);
    return result;
  });
  const cpu = (metric: string): Pick<Row, 'scenario' | 'metric' | 'unit' | 'better'> => ({ scenario: 'a', metric: `${metric}, ${of}`, unit: 'ms', better: 'lower' });
  return [
    rowOf(
      { scenario: 'a', metric: `sends a second, ${of}`, unit: '1/s', better: 'higher', ...(aim === undefined ? {} : { target: aim }) },
      outcomes,
      ({ sends: count, seconds }) => count / seconds,
    ),
    rowOf(cpu('server CPU for one send'), outcomes, (each) => each.cpu.serverMs / each.sends),
    rowOf(cpu('database CPU for one send'), outcomes, (each) => each.cpu.databaseMs / each.sends),
    // It is on the same cores: what it uses, nobody else can.
    rowOf(cpu('load generator CPU for one send'), outcomes, (each) => each.cpu.loadMs / each.sends),
  ];
}
