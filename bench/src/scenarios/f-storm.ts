import { inTurn, rowOf } from '../arena.js';
import type { Scenario } from '../scenario.js';

const CLIENTS = 10_000;
const MEMBERS = 2;

/** Ten thousand people cut at once, all of them resumed, while messages go on. */
export const storm: Scenario = {
  letter: 'f',
  title: `reconnect storm: ${CLIENTS} clients cut at once, all resumed`,
  async run(tools) {
    const outcomes = await inTurn({ ...tools, runs: tools.quick ? 1 : tools.runs }, { seed: { conversations: CLIENTS / MEMBERS, members: MEMBERS } }, async ({ contender, target }) => {
      const result = await tools.load('storm', { target, backoffMs: 1_000, patienceMs: 60_000, textLength: 80 });
      tools.log(`f ${contender.name}: all live after ${(result.lastMs / 1000).toFixed(1)} s, ${result.retries} tried again, ${(result.cpu.serverMs / result.clients).toFixed(2)} ms of server CPU each`);
      return result;
    });
    return [
      rowOf({ scenario: 'f', metric: 'all live again', unit: 's', better: 'lower', target: { max: 30 } }, outcomes, ({ lastMs }) => lastMs / 1000),
      rowOf({ scenario: 'f', metric: 'live again p50', unit: 's', better: 'lower' }, outcomes, ({ live }) => live.p50 / 1000),
      rowOf({ scenario: 'f', metric: 'server CPU for one resumption', unit: 'ms', better: 'lower' }, outcomes, ({ cpu, clients }) => cpu.serverMs / clients),
      rowOf({ scenario: 'f', metric: 'database CPU for one resumption', unit: 'ms', better: 'lower' }, outcomes, ({ cpu, clients }) => cpu.databaseMs / clients),
      rowOf({ scenario: 'f', metric: 'most memory of the server', unit: 'MB', better: 'lower' }, outcomes, ({ peakBytes }) => peakBytes / 1e6),
    ];
  },
};
