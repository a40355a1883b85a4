/** What the load programs have in common. They run in the load generator's process, never in that of a server. */
import type { BenchClient } from '../client.js';
import { CONNECT } from '../client.js';
import type { ContenderName, SeededConversation, ServerNode } from '../contender.js';
import { inParallel } from '../parallel.js';
import { cpuSeconds, familyCpuSeconds } from '../proc.js';
import { type Faults, SequenceCheck, sumFaults } from '../sequence.js';

/** Whom to load, in what every load program is given. */
export interface Target {
  readonly contender: ContenderName;
  readonly nodes: readonly ServerNode[];
  readonly conversations: readonly SeededConversation[];
  /** PostgreSQL, to tell what it used. */
  readonly postgresPid: number;
}

/** CPU that was used while something ran, in milliseconds. */
export interface CpuUse {
  readonly serverMs: number;
  readonly databaseMs: number;
  readonly loadMs: number;
}

/** Begins to count the CPU of a target and of this process; the answer tells what was used since. */
export function watchCpu(target: Target): () => CpuUse {
  const servers = target.nodes.map(({ pid }) => pid);
  const now = (): readonly number[] => [cpuSeconds(servers), familyCpuSeconds(target.postgresPid), cpuSeconds([process.pid])];
  const before = now();
  return () => {
    const [serverMs = 0, databaseMs = 0, loadMs = 0] = now().map((seconds, index) => (seconds - (before[index] ?? 0)) * 1000);
    return { serverMs, databaseMs, loadMs };
  };
}

/** A member who follows their conversation on a socket of their own. */
export interface Seat {
  readonly conversation: string;
  /** Place of the conversation in the target. */
  readonly group: number;
  /** What the member connects with. */
  readonly credential: string;
  readonly client: BenchClient;
  readonly check: SequenceCheck;
  /** Bytes of the newest message that arrived. */
  bytes: number;
  /** Told of each message after it was checked. */
  onMessage: (mark: number, receivedAt: number) => void;
}

const CONNECT_AT_ONCE = 50;

/** Connects every member of every conversation, spread over the nodes, and waits until all feeds are live. */
export function takeSeats(target: Target): Promise<Seat[]> {
  const places = target.conversations.flatMap(({ id, members }, group) => members.map((credential, index) => ({ id, group, credential, index })));
  return inParallel(places, CONNECT_AT_ONCE, async ({ id, group, credential, index }) => {
    const node = target.nodes[index % target.nodes.length];
    if (!node) throw new Error('no node');
    const client = await CONNECT[target.contender](node, credential);
    const early: number[] = [];
    let seat: Seat | null = null;
    const start = await client.subscribe(id, (seq, mark, bytes) => {
      const receivedAt = performance.now();
      if (!seat) {
        early.push(seq);
        return;
      }
      seat.check.take(seq);
      seat.bytes = bytes;
      seat.onMessage(mark, receivedAt);
    });
    const taken: Seat = { conversation: id, group, credential, client, bytes: 0, check: new SequenceCheck(start.seq), onMessage: () => undefined };
    for (const seq of early) taken.check.take(seq);
    seat = taken;
    return taken;
  });
}

/** Waits until every seat has every acknowledged message, or `patienceMs` have passed; then tells the faults. */
export async function settle(seats: readonly Seat[], acknowledged: readonly (readonly number[])[], patienceMs = 10_000): Promise<Faults> {
  const newest = acknowledged.map((seqs) => seqs.reduce((max, seq) => Math.max(max, seq), 0));
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline && seats.some(({ check, group }) => check.last < (newest[group] ?? 0))) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return sumFaults(seats.map(({ check, group }) => check.faults(acknowledged[group] ?? [])));
}

/** Closes all sockets. */
export async function leaveSeats(seats: readonly Seat[]): Promise<void> {
  await Promise.all(seats.map(({ client }) => client.close()));
}
