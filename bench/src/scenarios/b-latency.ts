import { inTurn, rowOf } from '../arena.js';
import { type RowTarget, type Scenario, timesOf } from '../scenario.js';

const CONVERSATIONS = 50;
const MEMBERS = 4;
const RATE = 200;

/** Send to receive at a fixed moderate rate. */
export const latency: Scenario = {
  letter: 'b',
  title: `send to receive at ${RATE} sends a second, ${CONVERSATIONS} conversations of ${MEMBERS}`,
  async run(tools) {
    const outcomes = await inTurn(tools, { seed: { conversations: CONVERSATIONS, members: MEMBERS } }, async ({ contender, target }) => {
      const result = await tools.load('steady', {
        target,
        rate: RATE,
        ...timesOf(tools, { quick: 5, full: 20 }),
        textLength: 80,
      });
      const { p50, p99 } = result.delivery;
      tools.log(`b ${contender.name}: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ${(result.cpu.serverMs / result.sends).toFixed(2)} ms of server CPU a send`);
      return result;
    });
    const row = (metric: string, unit: string, target?: RowTarget) => ({
      scenario: 'b',
      metric,
      unit,
      better: 'lower' as const,
      ...(target ? { target } : {}),
    });
    return [
      rowOf(row('send to receive p50', 'ms', { ratio: 1.3 }), outcomes, ({ delivery }) => delivery.p50),
      rowOf(row('send to receive p95', 'ms'), outcomes, ({ delivery }) => delivery.p95),
      rowOf(row('send to receive p99', 'ms', { ratio: 1.5, max: 100 }), outcomes, ({ delivery }) => delivery.p99),
      rowOf(row('send to acknowledgement p50', 'ms'), outcomes, ({ acknowledgement }) => acknowledgement.p50),
      rowOf(row('server CPU for one send and its deliveries', 'ms'), outcomes, ({ cpu, sends }) => cpu.serverMs / sends),
      rowOf(row('database CPU for one send', 'ms'), outcomes, ({ cpu, sends }) => cpu.databaseMs / sends),
    ];
  },
};
