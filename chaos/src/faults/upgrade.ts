import type { Arena, Fault } from '../fault.js';
import { programs, type NodeProcess } from '../node-process.js';
import type { OlderVersion } from '../older.js';
import { inTime, PATIENCE_MS, pause, refused } from '../writers.js';

/** A message that is sent at one node is sent again at every other, whichever versions they are: each must answer with the original. */
async function repeatEverywhere(arena: Arena): Promise<void> {
  const { cluster, history, talk } = arena;
  const { agent } = talk;
  const send = async (node: NodeProcess, input: { readonly clientId: string; readonly text: string }): Promise<void> => {
    const pending = history.begin({ kind: 'send', by: agent.name, conversationId: talk.id, key: input.text, clientId: input.clientId });
    try {
      const { message, seq } = await inTime(agent.sdk.sendMessage(agent.actor.at(node.url), { conversationId: talk.id, ...input }), PATIENCE_MS);
      pending.done({ seq, messageId: message.id, clientId: input.clientId });
    } catch (error) {
      refused(pending, error);
      arena.violated('P3', `a send that was repeated at a node of the ${versionOf(node)} version was answered with ${pending.operation.code}`);
    }
  };
  for (const first of cluster.nodes) {
    const clientId = `repeated-${history.operations.length}`;
    for (const node of [first, ...cluster.nodes]) await send(node, { clientId, text: `${clientId} is said once` });
  }
}

const versionOf = ({ options }: NodeProcess): string => (options.program === programs.parley ? 'newer' : 'older');

/** A rolling upgrade from an earlier version, whose nodes the cluster begins with and whose apps use it. */
export const upgradeFrom = (older: OlderVersion): Fault => ({
  name: 'upgraded',
  does: `each node of version ${older.name} is replaced by one of this version, under load with feeds open; then one of the older version comes back for a while`,
  holds: 'Both versions serve on the newer database, side by side; no send of an app fails, repeats have one effect at either, feeds go on.',
  promises: ['P1', 'P2', 'P3', 'P4'],
  isLast: true,
  async run(arena) {
    const { cluster, history, lists, scale } = arena;
    const retire = async (node: NodeProcess): Promise<void> => {
      node.isOut = true;
      node.signal('SIGTERM');
      const { code, signal } = await node.exited;
      if (code !== 0) arena.violated('-', `a node of the ${versionOf(node)} version that was told to stop ended with ${signal ?? code}`);
      cluster.nodes.splice(cluster.nodes.indexOf(node), 1);
    };
    await arena.load(1_000);
    for (const node of [...cluster.nodes]) {
      // The first of these migrates the database under all the others.
      await cluster.addNode({ program: programs.parley });
      await repeatEverywhere(arena);
      await pause(2_000 * scale);
      await retire(node);
    }
    const back = await cluster.addNode();
    cluster.balancer.cut();
    await pause(2_000 * scale);
    await repeatEverywhere(arena);
    await retire(back);
    const [row] = await cluster.sql<{ n: number }>('SELECT count(*)::int AS n FROM _prisma_migrations');
    arena.figures['migrations'] = row?.n ?? 0;
    await arena.quiet();
    const apps = new Set(lists.map(({ person }) => person.name));
    for (const { kind, by, outcome, code } of history.operations) {
      if (code === 'INTERNAL') arena.violated('-', `a ${kind} of ${by} met something unexpected in a server`);
      if (kind === 'send' && apps.has(by) && outcome !== 'done') arena.violated('P1', `a send of ${by} ${outcome === 'failed' ? `failed with ${code}` : 'has an unknown outcome'}`);
    }
  },
});
