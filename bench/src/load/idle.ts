import { memoryBytes } from '../proc.js';
import { type Faults, NO_FAULTS } from '../sequence.js';
import { type CpuUse, leaveSeats, takeSeats, type Target, watchCpu } from './program.js';

/** Holds subscriptions that nothing happens on. */
export interface IdleArgs {
  readonly target: Target;
  /** Sockets that are opened before memory is first looked at, so that what any first socket costs is not divided among the others. */
  readonly warmUp: number;
  readonly holdMs: number;
}

/** What came of it. */
export interface IdleResult extends Faults {
  /** Subscriptions held, one a socket, without those of the warm-up. */
  readonly held: number;
  /** Growth of the server's memory (PSS, after its garbage was collected) for one of them. */
  readonly bytesEach: number;
  readonly seconds: number;
  readonly cpu: CpuUse;
}

/** Memory and CPU of subscriptions that are only held. */
export async function idle(args: IdleArgs): Promise<IdleResult> {
  const { conversations } = args.target;
  const place = conversations.findIndex((_, index) => conversations.slice(0, index).flatMap(({ members }) => members).length >= args.warmUp);
  const warm = await takeSeats({ ...args.target, conversations: conversations.slice(0, place) });
  const before = await heldMemory(args.target);
  const seats = await takeSeats({ ...args.target, conversations: conversations.slice(place) });
  // What opening them left to do is no idling.
  await wait(3_000);
  const cpu = watchCpu(args.target);
  const startedAt = performance.now();
  await wait(args.holdMs);
  const used = cpu();
  const seconds = (performance.now() - startedAt) / 1000;
  const after = await heldMemory(args.target);
  await leaveSeats([...warm, ...seats]);
  return { held: seats.length, bytesEach: (after - before) / seats.length, seconds, cpu: used, ...NO_FAULTS };
}

/** Memory that the nodes hold after they have collected their garbage: the least of some looks, since pages are given back a while later. */
async function heldMemory({ nodes }: Target): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 3; look += 1) {
    for (const { pid } of nodes) process.kill(pid, 'SIGUSR2');
    await wait(1_500);
    least = Math.min(least, nodes.reduce((sum, { pid }) => sum + memoryBytes(pid), 0));
  }
  return least;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
