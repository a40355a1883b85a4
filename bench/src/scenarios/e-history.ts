import { inTurn, rowOf } from '../arena.js';
import type { Scenario } from '../scenario.js';

const CONVERSATIONS = 10;
const IN_FLIGHT = 32;
/** The readers' conversations hold more than one page. */
const MESSAGES = 60;

/** Pages of the newest 50 messages over HTTP, with the same fields from everyone. */
export const history: Scenario = {
  letter: 'e',
  title: `history pages of 50 a second, ${IN_FLIGHT} under way`,
  async run(tools) {
    // Two runs of a quick bench, which has no time for more; the figure is steady.
    const runs = tools.quick ? Math.min(2, tools.runs) : tools.runs;
    const outcomes = await inTurn({ ...tools, runs }, { seed: { conversations: CONVERSATIONS, members: 2 } }, async ({ contender, target }) => {
      const result = await tools.load('pages', {
        target,
        inFlight: IN_FLIGHT,
        messages: MESSAGES,
        textLength: 80,
        warmMs: tools.quick ? 2_000 : 5_000,
        measureMs: tools.quick ? 4_000 : 15_000,
      });
      tools.log(`e ${contender.name}: ${Math.round(result.pages / result.seconds)} pages a second, ${result.bytes} bytes each`);
      return result;
    });
    const cost = (metric: string) => ({ scenario: 'e', metric, unit: 'ms', better: 'lower' as const });
    return [
      rowOf({ scenario: 'e', metric: 'pages a second', unit: '1/s', better: 'higher', target: { ratio: 0.5 } }, outcomes, ({ pages, seconds }) => pages / seconds),
      rowOf(cost('server CPU for one page'), outcomes, ({ cpu, pages }) => cpu.serverMs / pages),
      rowOf(cost('database CPU for one page'), outcomes, ({ cpu, pages }) => cpu.databaseMs / pages),
      rowOf({ scenario: 'e', metric: 'bytes of a page', unit: 'B', better: 'lower' }, outcomes, ({ bytes }) => bytes),
    ];
  },
};
