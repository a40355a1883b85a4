import { markedText } from '../client.js';
import type { Faults } from '../sequence.js';
import { type CpuUse, leaveSeats, type Seat, settle, takeSeats, type Target, watchCpu } from './program.js';

/** Sends as fast as the answers come. */
export interface SaturateArgs {
  readonly target: Target;
  /** Members of each conversation who send; all of them follow. */
  readonly senders: number;
  /** Sends that each of these keeps under way. */
  readonly inFlight: number;
  readonly warmMs: number;
  readonly measureMs: number;
  /** Characters of a message. */
  readonly textLength: number;
}

/** What came of it. */
export interface SaturateResult extends Faults {
  /** Acknowledged sends within the measured time. */
  readonly sends: number;
  /** Deliveries to sockets within it. */
  readonly deliveries: number;
  /** The measured time, in seconds. */
  readonly seconds: number;
  readonly cpu: CpuUse;
}

/** Sends a second at saturation: each sender sends the next message when one of theirs was acknowledged; every member follows. */
export async function saturate(args: SaturateArgs): Promise<SaturateResult> {
  const seats = await takeSeats(args.target);
  const acknowledged: number[][] = args.target.conversations.map(() => []);
  let sends = 0;
  let deliveries = 0;
  let mark = 0;
  let isOver = false;
  for (const seat of seats) {
    seat.onMessage = () => {
      deliveries += 1;
    };
  }
  const keepSending = async ({ client, conversation, group }: Seat): Promise<void> => {
    while (!isOver) {
      mark += 1;
      const seq = await client.send(conversation, markedText(mark, args.textLength));
      acknowledged[group]?.push(seq);
      sends += 1;
    }
  };
  const sending = args.target.conversations.flatMap((_, group) => seats.filter((seat) => seat.group === group).slice(0, args.senders));
  const senders = sending.flatMap((seat) => Array.from({ length: args.inFlight }, () => keepSending(seat)));
  const all = Promise.all(senders);
  await Promise.race([all, wait(args.warmMs)]);
  const cpu = watchCpu(args.target);
  const before = { sends, deliveries, at: performance.now() };
  await Promise.race([all, wait(args.measureMs)]);
  const measured = { sends: sends - before.sends, deliveries: deliveries - before.deliveries, seconds: (performance.now() - before.at) / 1000, cpu: cpu() };
  isOver = true;
  await all;
  const faults = await settle(seats, acknowledged);
  await leaveSeats(seats);
  return { ...measured, ...faults };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
