import type { Fault } from '../fault.js';
import { pause } from '../writers.js';

const HOUR_MS = 3_600_000;

/** What can happen to whole nodes and their clocks. */
export const nodes: readonly Fault[] = [
  {
    name: 'node-paused',
    does: 'SIGSTOP of a node for longer than its clients wait for it (in a long run, than it waits for anything), somebody taken out meanwhile; then SIGCONT',
    holds: 'Clients go elsewhere. The node wakes into the present: what it had begun has one effect, its readers miss nothing, and who was taken out sees nothing.',
    promises: ['P1', 'P2', 'P3', 'P4', 'P8'],
    async run(arena) {
      const { cluster, random, talk, scale } = arena;
      await arena.load(500);
      const node = random.pick(cluster.nodes);
      // These believe in their link for ever, so they sleep with the node and wake with it.
      const patient = [talk.client, talk.agent].map((person) => arena.follow(person, talk, { url: () => node.url, patienceMs: null }));
      await arena.until('readers on the node', () => patient.every(({ position }) => position));
      node.isOut = true;
      node.signal('SIGSTOP');
      await pause(300);
      await arena.removeAgent(talk);
      await pause(scale === 1 ? 6_000 : 50_000);
      node.signal('SIGCONT');
      node.isOut = false;
      await pause(1_000);
    },
  },
  {
    name: 'clocks-apart',
    does: 'a node whose clock is an hour ahead and one an hour behind take all the clients',
    holds: 'Order is seq alone, on every node; tokens with hours to live are good on both; nothing is missed or done twice.',
    promises: ['P1', 'P2', 'P3', 'P4'],
    async run(arena) {
      const { cluster, scale } = arena;
      const usual = [...cluster.nodes];
      await arena.load(200);
      await Promise.all([cluster.addNode({ clockShiftMs: HOUR_MS }), cluster.addNode({ clockShiftMs: -HOUR_MS })]);
      for (const node of usual) node.isOut = true;
      cluster.balancer.cut();
      await pause(2_500 * scale);
      for (const node of usual) node.isOut = false;
      for (const node of cluster.nodes.filter((each) => !usual.includes(each))) await cluster.removeNode(node);
    },
  },
  {
    name: 'rolling-restart',
    does: 'each node is replaced under load: another is started, then SIGTERM',
    holds: 'No send of an app fails, feeds resume elsewhere, and every node ends with 0.',
    promises: ['P1', 'P3', 'P4'],
    async run(arena) {
      const { cluster, history, lists, scale } = arena;
      await arena.load(300);
      for (let round = 0; round < scale; round += 1) {
        for (const node of [...cluster.nodes]) {
          await cluster.addNode();
          node.isOut = true;
          node.signal('SIGTERM');
          const { code, signal } = await node.exited;
          if (code !== 0) arena.violated('-', `a node that was told to stop ended with ${signal ?? code}`);
          cluster.nodes.splice(cluster.nodes.indexOf(node), 1);
        }
      }
      await arena.quiet();
      const apps = new Set(lists.map(({ person }) => person.name));
      for (const operation of history.operations) {
        if (operation.kind !== 'send' || !apps.has(operation.by)) continue;
        if (operation.outcome !== 'done') arena.violated('P1', `a send of ${operation.by} ${operation.outcome === 'failed' ? `failed with ${operation.code}` : 'has an unknown outcome'}`);
      }
    },
  },
];
