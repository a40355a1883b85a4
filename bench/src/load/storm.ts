import { CONNECT, markedText } from '../client.js';
import { type Distribution, Latencies } from '../histogram.js';
import { inParallel } from '../parallel.js';
import { memoryBytes } from '../proc.js';
import type { Faults } from '../sequence.js';
import { type CpuUse, leaveSeats, type Seat, settle, takeSeats, type Target, watchCpu } from './program.js';

/** Cuts every client at once and lets all come back. */
export interface StormArgs {
  readonly target: Target;
  /** Longest wait before a client tries again, in milliseconds; each waits a part of it by chance, as the SDK does. */
  readonly backoffMs: number;
  /** After so many milliseconds a client that is not live counts as lost. */
  readonly patienceMs: number;
  /** Characters of a message. */
  readonly textLength: number;
}

/** What came of it. */
export interface StormResult extends Faults {
  readonly clients: number;
  /** Milliseconds from the cut until the last client was live again. */
  readonly lastMs: number;
  /** Milliseconds from the cut until a client was live again. */
  readonly live: Distribution;
  /** Connections that failed and were tried again. */
  readonly retries: number;
  /** The most memory (PSS) of the server meanwhile, in bytes. */
  readonly peakBytes: number;
  readonly cpu: CpuUse;
}

const SENDERS = 100;

/** A reconnect storm: all clients cut at once while messages are sent, and all resumed after the position that each had. */
export async function storm(args: StormArgs): Promise<StormResult> {
  const { target } = args;
  const seats = await takeSeats(target);
  const acknowledged: number[][] = target.conversations.map(() => []);
  const send = async (seat: Seat, mark: number): Promise<void> => {
    for (;;) {
      try {
        acknowledged[seat.group]?.push(await seat.client.send(seat.conversation, markedText(mark, args.textLength)));
        return;
      } catch (error) {
        // A refused message was not sent; clients send it again a little later.
        if (!String(error).includes('"OVERLOADED"')) throw error;
        await wait(args.backoffMs * (1 + Math.random()));
      }
    }
  };
  const firsts = target.conversations.map((_, group) => seats.find((seat) => seat.group === group)).filter((seat) => seat !== undefined);
  await inParallel(firsts, 50, (seat) => send(seat, 1));
  await settle(seats, acknowledged);
  // They stay, and write into conversations whose followers are away.
  const writers = await takeSeats({ ...target, conversations: target.conversations.slice(0, SENDERS).map((each) => ({ ...each, members: each.members.slice(0, 1) })) });

  const live = new Latencies();
  const cpu = watchCpu(target);
  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, target.nodes.reduce((sum, { pid }) => sum + memoryBytes(pid), 0));
  }, 250);
  const cutAt = performance.now();
  for (const { client } of seats) client.cut();
  const written = Promise.all(writers.map((seat) => send(seat, 2)));
  let retries = 0;
  const back = await Promise.all(
    seats.map(async (seat, index): Promise<Seat> => {
      const node = target.nodes[index % target.nodes.length];
      for (;;) {
        await wait(Math.random() * args.backoffMs);
        if (performance.now() - cutAt > args.patienceMs) return seat;
        try {
          if (!node) throw new Error('no node');
          const client = await CONNECT[target.contender](node, seat.credential);
          try {
            await client.resume(seat.conversation, seat.check.last, (seq) => seat.check.take(seq));
          } catch (error) {
            client.cut();
            throw error;
          }
          live.record(performance.now() - cutAt);
          return { ...seat, client };
        } catch {
          retries += 1;
        }
      }
    }),
  );
  const lastMs = performance.now() - cutAt;
  const used = cpu();
  clearInterval(watch);
  await written;
  await inParallel(writers, 50, (seat) => send(seat, 3));
  const faults = await settle(back, acknowledged, 30_000);
  await leaveSeats([...back, ...writers]);
  return { clients: seats.length, lastMs, live: live.distribution(), retries, peakBytes, cpu: used, ...faults };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
