import { inTurn, rowOf } from '../arena.js';
import type { Scenario } from '../scenario.js';

const HELD = 10_000;
const WARM_UP = 500;
const MEMBERS = 2;
/** On SIGUSR2 a server collects its garbage, so that the memory that is read is what it holds. */
const COLLECT = ['--expose-gc', '--import', 'data:text/javascript,process.on("SIGUSR2",()=>globalThis.gc())'];

/** Ten thousand people, two to a conversation, each with one subscription on a socket of their own. */
export const idle: Scenario = {
  letter: 'd',
  title: `idle: ${HELD} subscriptions held on one node`,
  async run(tools) {
    const outcomes = await inTurn({ ...tools, runs: 1 }, { seed: { conversations: (HELD + WARM_UP) / MEMBERS, members: MEMBERS }, nodeOptions: COLLECT }, async ({ contender, target }) => {
      const result = await tools.load('idle', { target, warmUp: WARM_UP, holdMs: tools.quick ? 6_000 : 60_000 });
      tools.log(`d ${contender.name}: ${(result.bytesEach / 1000).toFixed(1)} kB each, ${(result.cpu.serverMs / result.seconds / 10).toFixed(1)} % of a core`);
      return result;
    });
    return [
      rowOf({ scenario: 'd', metric: 'memory of one idle subscription', unit: 'kB', better: 'lower', target: { max: 12 } }, outcomes, ({ bytesEach }) => bytesEach / 1000),
      rowOf({ scenario: 'd', metric: 'subscriptions held', unit: '', better: 'higher' }, outcomes, ({ held }) => held),
      rowOf({ scenario: 'd', metric: 'server CPU while idle', unit: '% of a core', better: 'lower' }, outcomes, ({ cpu, seconds }) => cpu.serverMs / seconds / 10),
    ];
  },
};
