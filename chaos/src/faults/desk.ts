import { Desk } from '../desk.js';
import { judgeDesk } from '../desk-checker.js';
import type { Arena, Fault } from '../fault.js';
import { pause } from '../writers.js';

/** Customers who come in one round, and who stand in the lines when order is looked at. */
const ASKING = 16;
const IN_ORDER = 12;

/** Brings one trouble about while cases are claimed, and mends it. */
async function trouble(arena: Arena, desk: Desk, index: number): Promise<void> {
  const { cluster, random } = arena;
  const kinds = ['kill', 'die before commit', 'die before the answer', 'cut'] as const;
  const kind = kinds[index % kinds.length];
  if (kind === 'cut') {
    for (let cuts = 0; cuts < 4; cuts += 1) {
      cluster.databaseLink.cut();
      await pause(random.whole(50, 250));
    }
    return;
  }
  for (const node of cluster.nodes) node.isExpectedToEnd = true;
  if (kind === 'kill') random.pick(cluster.nodes).signal('SIGKILL');
  // The subject comes back in whatever tells of the case: first the node dies that makes it, or the one that answers the agent who took it.
  else void desk.ask(`die:${kind === 'die before commit' ? 'before-commit' : 'before-answer'}#desk-${arena.history.operations.length}`);
  await arena.until(`a node to ${kind}`, () => cluster.nodes.some(({ end }) => end !== null));
  arena.figures['deaths'] = (arena.figures['deaths'] ?? 0) + 1;
  for (const node of cluster.nodes) if (node.end === null) node.isExpectedToEnd = false;
  await cluster.heal();
}

/** What can happen between customers who wait and agents who take them. */
export const desk: readonly Fault[] = [
  {
    name: 'claims-raced',
    does: 'customers ask and agents answer at every node at once, late and twice, while nodes are killed -9 in the middle of it and connections to the database are cut; then two lines are taken in calm',
    holds: 'A case is with one agent at most, no agent has more than they take, nobody is lost or asked twice, and in calm the order is that of the lines.',
    promises: ['P1', 'P3', 'P9'],
    async run(arena) {
      const { cluster, history, random, talk, scale } = arena;
      const desk = await Desk.open({ cluster, history, random: random.fork('desk'), name: `desk-${talk.id.slice(-8)}-${history.operations.length}`, admin: talk.admin, customers: 6, capacities: [1, 2, 2, 3] });
      try {
        desk.work();
        for (let round = 0; round < 4 * scale; round += 1) {
          const asked = Array.from({ length: ASKING }, async () => {
            await pause(random.whole(0, 600));
            await desk.ask('a question');
          });
          await pause(random.whole(100, 500));
          await trouble(arena, desk, round);
          await Promise.all(asked);
        }
        // Who declined a case is not asked again for a minute, and a case may wait for just them.
        await arena.until('every case to be over', async () => (await desk.unfinished()) === 0, 90_000).catch(() => arena.violated('P9', 'customers were lost: their cases were offered to nobody, or nobody could end them'));
        await desk.rest();
        const orderedSince = await desk.inOrder(IN_ORDER);
        await arena.until('the lines to be empty', async () => (await desk.unfinished()) === 0, 60_000);
        await desk.rest();
        const truth = await desk.truth();
        Object.assign(arena.figures, { cases: truth.cases.length, offers: truth.offers.length });
        for (const { promise, says } of judgeDesk({ history, truth, seen: desk.seen, orderedSince })) arena.violated(promise, says);
      } finally {
        await desk.close();
      }
    },
  },
];
