import type { Arena, Fault } from '../fault.js';
import { pause, rawEdit } from '../writers.js';

/** Where a node dies: see preload/node.mjs. */
type Point = 'before-commit' | 'in-flight' | 'before-publish' | 'before-answer';

/** One death by a message of an app, and one by an edit, which is a transaction of several statements. */
async function dieAt(arena: Arena, point: Point): Promise<void> {
  await dieOnSend(arena, point);
  await dieOnEdit(arena, point);
}

async function dieOnSend(arena: Arena, point: Point): Promise<void> {
  const writer = arena.random.pick(arena.lists);
  writer.stop();
  // An app sends one message after the other, and this one must not wait for many.
  await arena.until('the writer to be heard', () => writer.isSettled);
  await death(arena, point, async (marker) => {
    writer.say(`${marker} is in this message`);
  });
  writer.start();
}

async function dieOnEdit(arena: Arena, point: Point): Promise<void> {
  const { history, talk } = arena;
  await arena.until('a message that can be edited', () => own(arena) !== undefined);
  const messageId = own(arena)?.messageId ?? '';
  await death(arena, point, async (marker) => {
    const edit = { messageId, text: `${marker} is in this edit`, clientId: `edit-${history.operations.length}` };
    // The same call again, at another node: one effect.
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const { operation } = await rawEdit({ person: talk.agent, conversationId: talk.id, history }, edit);
      if (operation.outcome === 'done') return;
      await pause(100);
    }
    arena.violated('P3', `${marker}: the edit was never acknowledged`);
  });
}

/** The last event of a log is one that no node was told of, and no app gets: nothing that follows can betray it. */
async function silentEnd(arena: Arena): Promise<void> {
  const { cluster, talk, agents } = arena;
  await arena.quiet();
  const held = cluster.nodes.map((node) => ({ node, follower: arena.follow(talk.admin, talk, { url: () => node.url }) }));
  await arena.until('a reader on each node', () => held.every(({ follower }) => follower.position));
  await death(arena, 'before-publish', async (marker) => agents[0]?.note(`${marker} is in this note`));
  for (const { node, follower } of held) if (!cluster.nodes.includes(node)) arena.leave(follower);
}

const own = ({ history, talk }: Arena) => history.operations.find((each) => each.kind === 'send' && each.by === talk.agent.name && each.outcome === 'done');

/** Has a node die by what `act` writes, and starts another in its place. */
async function death(arena: Arena, point: Point, act: (marker: string) => Promise<void>): Promise<void> {
  const { cluster } = arena;
  const deaths = arena.figures['deaths'] ?? 0;
  for (const node of cluster.nodes) node.isExpectedToEnd = true;
  const acted = act(`die:${point}#${point}-${arena.history.operations.length}`);
  await arena.until(`a node to die ${point}`, () => cluster.nodes.some(({ end }) => end !== null));
  const dead = cluster.nodes.find(({ end }) => end !== null);
  if (!dead || dead.end?.signal !== 'SIGKILL') arena.violated('-', `the node did not die at its point, it ended with ${dead?.end?.signal ?? dead?.end?.code}`);
  for (const node of cluster.nodes) if (node !== dead) node.isExpectedToEnd = false;
  arena.figures['deaths'] = deaths + 1;
  await Promise.all([cluster.heal(), acted]);
}

/** Deaths of a node at exact points of a write. */
export const nodeKilled: readonly Fault[] = [
  {
    name: 'node-killed-before-commit',
    does: 'kill -9 of a node before the statement, or the COMMIT, of a write; another dies with the statement under way',
    holds: 'Nobody saw what was not kept; the retry on another node has one effect; feeds resume without loss or repeat.',
    promises: ['P1', 'P2', 'P3', 'P4'],
    async run(arena) {
      await arena.load(200);
      for (let round = 0; round < arena.scale; round += 1) {
        await dieAt(arena, 'before-commit');
        await dieOnSend(arena, 'in-flight');
      }
    },
  },
  {
    name: 'node-killed-before-publish',
    does: 'kill -9 of a node after the commit of a write and before its event is on the bus',
    holds: 'Readers on other nodes get the event from the log; the retry answers with the original.',
    promises: ['P1', 'P2', 'P3', 'P4', 'P6'],
    async run(arena) {
      await arena.load(200);
      for (let round = 0; round < arena.scale; round += 1) await dieAt(arena, 'before-publish');
      await silentEnd(arena);
    },
  },
  {
    name: 'node-killed-before-answer',
    does: 'kill -9 of a node after commit and publish, with the answer unsent',
    holds: 'The retry under the same client id is the same message, with the same seq.',
    promises: ['P1', 'P3', 'P4'],
    async run(arena) {
      await arena.load(200);
      for (let round = 0; round < arena.scale; round += 1) await dieAt(arena, 'before-answer');
    },
  },
];
