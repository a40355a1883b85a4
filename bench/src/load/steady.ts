import { markedText } from '../client.js';
import { type Distribution, Latencies } from '../histogram.js';
import type { Faults } from '../sequence.js';
import { type CpuUse, leaveSeats, settle, takeSeats, type Target, watchCpu } from './program.js';

/** Sends at a fixed rate, whatever the answers do. */
export interface SteadyArgs {
  readonly target: Target;
  /** Sends a second, over all conversations in turn. */
  readonly rate: number;
  readonly warmMs: number;
  readonly measureMs: number;
  /** Characters of a message. */
  readonly textLength: number;
}

/** What came of it. */
export interface SteadyResult extends Faults {
  readonly sends: number;
  /** From when a send was due to its arrival at each member but the sender. */
  readonly delivery: Distribution;
  /** From when a send was due to its acknowledgement. */
  readonly acknowledgement: Distribution;
  readonly cpu: CpuUse;
}

/**
 * Open loop: every send has a moment at which it is due, and its latency counts from there, so that a server that stalls is not spared
 * the sends that it kept from being made.
 */
export async function steady(args: SteadyArgs): Promise<SteadyResult> {
  const seats = await takeSeats(args.target);
  const groups = args.target.conversations.map((_, group) => seats.filter((seat) => seat.group === group));
  const acknowledged: number[][] = groups.map(() => []);
  const warm = Math.round((args.warmMs / 1000) * args.rate);
  const total = warm + Math.round((args.measureMs / 1000) * args.rate);
  const delivery = new Latencies();
  const acknowledgement = new Latencies();
  const startAt = performance.now() + 50;
  const dueAt = (index: number): number => startAt + (index * 1000) / args.rate;
  // Who sends message `index`: the conversations in turn, in each of them the members in turn.
  const senderOf = (index: number) => {
    const group = groups[index % groups.length] ?? [];
    return group[Math.floor(index / groups.length) % group.length];
  };
  for (const seat of seats) {
    seat.onMessage = (mark, receivedAt) => {
      if (mark >= warm && senderOf(mark) !== seat) delivery.record(receivedAt - dueAt(mark));
    };
  }
  const send = async (index: number): Promise<void> => {
    const seat = senderOf(index);
    if (!seat) return;
    const seq = await seat.client.send(seat.conversation, markedText(index, args.textLength));
    if (index >= warm) acknowledgement.record(performance.now() - dueAt(index));
    acknowledged[seat.group]?.push(seq);
  };
  const under: Promise<void>[] = [];
  let cpu = watchCpu(args.target);
  await new Promise<void>((resolve) => {
    let next = 0;
    const tick = (): void => {
      const now = performance.now();
      for (; next < total && dueAt(next) <= now; next += 1) {
        if (next === warm) cpu = watchCpu(args.target);
        under.push(send(next));
      }
      if (next >= total) resolve();
      else setTimeout(tick, Math.max(0, dueAt(next) - performance.now()));
    };
    tick();
  });
  await Promise.all(under);
  const used = cpu();
  const faults = await settle(seats, acknowledged);
  await leaveSeats(seats);
  return { sends: total - warm, delivery: delivery.distribution(), acknowledgement: acknowledgement.distribution(), cpu: used, ...faults };
}
