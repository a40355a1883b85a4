import { inTurn, rowOf } from '../arena.js';
import { type Row, type Scenario, type Tools, timesOf } from '../scenario.js';

/** Sends that are under way at any moment, whatever the number of conversations. */
const IN_FLIGHT = 100;
const MEMBERS = 2;

/** Sends a second at saturation. */
export const sends: Scenario = {
  letter: 'a',
  title: 'sustained sends a second at saturation',
  async run(tools) {
    return [...(await measured(tools, 1)), ...(await measured(tools, 50))];
  },
};

async function measured(tools: Tools, conversations: number): Promise<readonly Row[]> {
  const outcomes = await inTurn(tools, { seed: { conversations, members: MEMBERS } }, async ({ contender, target }) => {
    const result = await tools.load('saturate', {
      target,
      senders: MEMBERS,
      inFlight: IN_FLIGHT / MEMBERS / conversations,
      ...timesOf(tools, { quick: 3, full: 15 }),
      textLength: 80,
    });
    tools.log(`a ${contender.name}, conversations ${conversations}: ${Math.round(result.sends / result.seconds)} sends a second`);
    return result;
  });
  const of = conversations === 1 ? 'one conversation' : 'fifty conversations';
  const cpu = (metric: string): Pick<Row, 'scenario' | 'metric' | 'unit' | 'better'> => ({ scenario: 'a', metric: `${metric}, ${of}`, unit: 'ms', better: 'lower' });
  return [
    rowOf(
      { scenario: 'a', metric: `sends a second, ${of}`, unit: '1/s', better: 'higher', ...(conversations === 1 ? {} : { target: { ratio: 1.5 } }) },
      outcomes,
      ({ sends: count, seconds }) => count / seconds,
    ),
    rowOf(cpu('server CPU for one send'), outcomes, (each) => each.cpu.serverMs / each.sends),
    rowOf(cpu('database CPU for one send'), outcomes, (each) => each.cpu.databaseMs / each.sends),
    // It is on the same cores: what it uses, nobody else can.
    rowOf(cpu('load generator CPU for one send'), outcomes, (each) => each.cpu.loadMs / each.sends),
  ];
}
