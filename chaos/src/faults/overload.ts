import { sendMessage } from '@parley/sdk/operations';
import { OperationError } from '@parley/server/testing';
import type { Arena, Fault } from '../fault.js';
import { Flood } from '../flood.js';
import type { NodeMemory, NodeProcess } from '../node-process.js';
import type { Talk } from '../world.js';
import { inTime, pause } from '../writers.js';

/** Milliseconds of each of the two floods, by the scale of the run: the smoke set, a mutant, the long run. */
const FLOOD_MS = [6_000, 60_000, 150_000];
/** Conversations that are flooded by three people each, with sockets that have so many sends under way. */
const TALKS = 8;
const SOCKETS = 5;
const DEPTH = 80;
/** Milliseconds by which the database is late, each way, in the second flood: then it is what the node waits for, on every machine. */
const LATE_MS = 150;
/** Megabytes that the heap of the flooded node may have: beyond it V8 ends the process. */
const HEAP_MB = 320;
/** Bytes by which a node may grow over what it held before. */
const GROWTH = 480 * 1024 * 1024;
/** In a flood of a minute and more, how many times what it held in the middle third a node may hold in the last: the most of all its memory, and the least of its heap. */
const CREEP = 1.1;
const SAMPLE_MS = 500;
const MEGA = 1024 * 1024;
/** How a client is refused that sends too much: nothing of it was done. */
const REFUSALS = new Set(['OVERLOADED', 'RATE_LIMITED']);
/** How a send ends whose statement took too long: it may have been done. */
const OPEN_ENDED = 'UNAVAILABLE';
/** As a node has them by default; the other nodes of a run refuse nothing because a machine is slow. */
const LIMITS = { PARLEY_MAX_LOOP_DELAY_MS: '1000', PARLEY_MAX_SEND_WAIT_MS: '2000' };
/** Milliseconds within which a node must have recovered by itself. */
const RECOVERY_MS = 60_000;

interface Flooded {
  readonly arena: Arena;
  readonly node: NodeProcess;
  readonly talks: readonly Talk[];
  readonly ms: number;
}

/** Floods the node for a while; judges what became of the sends, and of the node's memory. */
async function flood({ arena, node, talks, ms }: Flooded, name: string): Promise<Flood> {
  const senders = talks.flatMap((talk) => [talk.client, talk.provider, talk.agent].map((person) => ({ person, conversationId: talk.id })));
  const before = await node.memory();
  const flooding = new Flood({ url: node.url, senders, sockets: SOCKETS, depth: DEPTH, name: `${name}-${arena.history.operations.length}` }).start();
  const samples: NodeMemory[] = [];
  const rates: number[] = [];
  const end = performance.now() + ms;
  let accepted = 0;
  while (performance.now() < end) {
    await pause(SAMPLE_MS);
    samples.push(await node.memory());
    rates.push(flooding.accepted - accepted);
    accepted = flooding.accepted;
  }
  const [p50, p99] = [flooding.latency(0.5), flooding.latency(0.99)];
  await flooding.stop(20_000);
  const peak = Math.max(...samples.map(({ rss }) => rss));
  const thirds = [0, 1, 2].map((third) => held(samples, third));
  Object.assign(arena.figures, {
    [`${name}-accepted`]: flooding.accepted,
    [`${name}-refused`]: flooding.refusals,
    [`${name}-p50Ms`]: p50,
    [`${name}-p99Ms`]: p99,
    [`${name}-rssBeforeMB`]: Math.round(before.rss / MEGA),
    [`${name}-rssPeakMB`]: Math.round(peak / MEGA),
    [`${name}-unavailable`]: flooding.refused.get(OPEN_ENDED) ?? 0,
  });
  for (const [index, { rss, heap }] of thirds.entries()) {
    arena.figures[`${name}-rssMostThird${index + 1}MB`] = Math.round(rss / MEGA);
    arena.figures[`${name}-heapLeastThird${index + 1}MB`] = Math.round(heap / MEGA);
  }
  const strange = [...flooding.refused].filter(([code]) => !REFUSALS.has(code) && code !== OPEN_ENDED);
  for (const [code, count] of strange) arena.violated('P7', `${count} sends of the flood ${name} were refused with ${code}`);
  if (flooding.hasty > 0) arena.violated('P7', `${flooding.hasty} refusals of the flood ${name} did not say when to come back`);
  if (flooding.accepted === 0) arena.violated('P7', `nothing of the flood ${name} was accepted`);
  if (peak - before.rss > GROWTH) arena.violated('P7', `the node grew by ${Math.round((peak - before.rss) / MEGA)} MB in the flood ${name}`);
  // In a short flood memory has not found its size yet.
  if (ms > Math.min(...FLOOD_MS)) for (const says of creeping(thirds)) arena.violated('P7', `${says} of the flood ${name}`);
  return flooding;
}

interface Held {
  /** The most of all memory. */
  readonly rss: number;
  /** The least that the heap held: what is above it waits to be collected. */
  readonly heap: number;
}

function held(samples: readonly NodeMemory[], third: number): Held {
  const part = samples.slice(Math.floor((samples.length * third) / 3), Math.ceil((samples.length * (third + 1)) / 3));
  return { rss: Math.max(...part.map(({ rss }) => rss)), heap: Math.min(...part.map(({ heapUsed }) => heapUsed)) };
}

function creeping([, middle, last]: readonly Held[]): string[] {
  if (!middle || !last) return [];
  const told = (what: string, before: number, after: number): string[] =>
    after > before * CREEP ? [`${what} rose from ${Math.round(before / MEGA)} to ${Math.round(after / MEGA)} MB from the middle third to the last`] : [];
  return [...told('the memory of the node', middle.rss, last.rss), ...told('the least that its heap held', middle.heap, last.heap)];
}

/** What was accepted is kept, what was refused is not, and the logs have no hole. */
async function checkKept(arena: Arena, talks: readonly Talk[], floods: readonly Flood[]): Promise<void> {
  const accepted = floods.reduce((sum, each) => sum + each.accepted, 0);
  const unanswered = floods.reduce((sum, each) => sum + each.unanswered + (each.refused.get(OPEN_ENDED) ?? 0), 0);
  const [row] = await arena.cluster.sql<{ kept: number; torn: number }>(
    `SELECT (SELECT count(*)::int FROM message WHERE conversation_id = ANY($1::text[]) AND sender_id = ANY($2::text[])) AS kept,
      (SELECT count(*)::int FROM conversation c WHERE c.id = ANY($1::text[])
        AND c.last_seq <> (SELECT count(*) FROM event e WHERE e.conversation_id = c.id AND e.seq <= c.last_seq)) AS torn`,
    [talks.map(({ id }) => id), talks.flatMap(({ everybody }) => everybody.map(({ id }) => id))],
  );
  const kept = row?.kept ?? 0;
  if (kept < accepted) arena.violated('P1', `${accepted} sends of the floods were acknowledged and ${kept} messages are there`);
  if (kept > accepted + unanswered) arena.violated('P3', `${kept} messages are there, but ${accepted} sends were acknowledged and ${unanswered} have no answer: what was refused was done`);
  if (row?.torn !== 0) arena.violated('P2', `${row?.torn} flooded conversations have a hole in their log`);
}

/** The node takes everything again, and soon. */
async function recovered(arena: Arena, node: NodeProcess): Promise<void> {
  const { talk } = arena;
  const startedAt = performance.now();
  let good = 0;
  const isGood = async (index: number): Promise<boolean> => {
    const clientId = `recovered-${index}-${Math.round(startedAt)}`;
    const pending = arena.history.begin({ kind: 'send', by: talk.agent.name, conversationId: talk.id, key: clientId, clientId });
    try {
      const { message, seq } = await inTime(sendMessage(talk.agent.actor.at(node.url), { conversationId: talk.id, clientId, text: clientId }), 5_000);
      pending.done({ seq, messageId: message.id, clientId });
      return true;
    } catch (error) {
      const code = error instanceof OperationError ? error.code : 'NETWORK_ERROR';
      if (REFUSALS.has(code)) pending.failed(code);
      else pending.unknown(code);
      return false;
    }
  };
  for (let index = 0; good < 10 && performance.now() - startedAt < RECOVERY_MS; index += 1) {
    good = (await isGood(index)) ? good + 1 : 0;
    await pause(50);
  }
  arena.figures['recoveredMs'] = Math.round(performance.now() - startedAt);
  if (good < 10) arena.violated('P7', `the node still refused sends ${RECOVERY_MS / 1000} s after the flood`);
}

/** What can happen when more comes than a node can take. */
export const overload: readonly Fault[] = [
  {
    name: 'overloaded',
    does: 'thousands of sends are under way at one node at any time, from clients that heed no refusal: first as fast as it can, then with a slow database (for two and a half minutes each in a long run); one person alone at another node, beyond their rate',
    holds: 'The surplus is refused at once with OVERLOADED or RATE_LIMITED and when to come back, and nothing of it is done; what is accepted is kept; memory stays within bounds and flat; apps lose nothing; the node recovers by itself.',
    promises: ['P1', 'P2', 'P3', 'P4', 'P7'],
    async run(arena) {
      const { cluster, scale } = arena;
      const [limited] = cluster.nodes;
      const talks = await Promise.all(Array.from({ length: TALKS }, () => arena.sideTalk()));
      const node = await cluster.addNode({ environment: { ...LIMITS, PARLEY_RATE_LIMITS: 'false', NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` } });
      // The apps and readers are at the flooded node too.
      for (const each of cluster.nodes) each.isOut = each !== node;
      cluster.balancer.cut();
      await arena.load(500);
      const ms = FLOOD_MS[Math.min(scale, FLOOD_MS.length) - 1] ?? 0;
      const floods = [await flood({ arena, node, talks, ms }, 'flood')];
      cluster.databaseLink.set('slow', LATE_MS);
      floods.push(await flood({ arena, node, talks, ms }, 'slowFlood'));
      cluster.databaseLink.set('ok');
      await recovered(arena, node);
      if (!floods.some(({ refused }) => refused.has('OVERLOADED'))) arena.violated('-', 'the node was not overloaded');
      const [talk] = talks;
      if (limited && talk) {
        const alone = new Flood({ url: limited.url, senders: [{ person: talk.client, conversationId: talk.id }], sockets: 1, depth: 50, name: `alone-${arena.history.operations.length}` }).start();
        await pause(2_000);
        await alone.stop(20_000);
        floods.push(alone);
        if (!alone.refused.has('RATE_LIMITED')) arena.violated('-', 'nobody was beyond their rate');
      }
      await checkKept(arena, talks, floods);
      for (const each of cluster.nodes) each.isOut = false;
      await cluster.removeNode(node, 'SIGTERM');
    },
  },
];
