import { inTurn, rowOf } from '../arena.js';
import type { Scenario } from '../scenario.js';

const SUBSCRIBERS = 1_000;
/** Ten people, each with a hundred sockets: what is measured is the fan-out, not how large a snapshot of a thousand people is. */
const MEMBERS = 10;

/** One conversation that a thousand sockets follow. */
export const fanOut: Scenario = {
  letter: 'c',
  title: `fan-out: one conversation, ${SUBSCRIBERS} subscribers`,
  async run(tools) {
    const outcomes = await inTurn(tools, { seed: { conversations: 1, members: MEMBERS } }, async ({ contender, target }) => {
      const result = await tools.load('fanOut', {
        target,
        subscribers: SUBSCRIBERS,
        inFlight: 4,
        warmMs: tools.quick ? 2_000 : 4_000,
        measureMs: tools.quick ? 4_000 : 15_000,
        textLength: 80,
      });
      const rate = Math.round(result.deliveries / result.seconds);
      tools.log(`c ${contender.name}: ${rate} deliveries a second, ${((result.cpu.serverMs * 1000) / result.deliveries).toFixed(1)} µs of server CPU each`);
      return result;
    });
    return [
      rowOf(
        { scenario: 'c', metric: 'deliveries a second', unit: '1/s', better: 'higher', target: { ratio: 0.8 } },
        outcomes,
        ({ deliveries, seconds }) => deliveries / seconds,
      ),
      rowOf(
        { scenario: 'c', metric: 'server CPU for one delivery', unit: 'µs', better: 'lower', target: { ratio: 1.2 } },
        outcomes,
        ({ cpu, deliveries }) => (cpu.serverMs * 1000) / deliveries,
      ),
      rowOf({ scenario: 'c', metric: 'bytes of a delivery', unit: 'B', better: 'lower' }, outcomes, ({ bytes }) => bytes),
    ];
  },
};
