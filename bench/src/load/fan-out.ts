import { markedText } from '../client.js';
import type { Faults } from '../sequence.js';
import { type CpuUse, leaveSeats, settle, takeSeats, type Target, watchCpu } from './program.js';

/** Sends to one conversation that many sockets follow. */
export interface FanOutArgs {
  /** One conversation; each of its members gets as many sockets as it takes. */
  readonly target: Target;
  readonly subscribers: number;
  /** Sends under way at any moment. */
  readonly inFlight: number;
  readonly warmMs: number;
  readonly measureMs: number;
  /** Characters of a message. */
  readonly textLength: number;
}

/** What came of it. */
export interface FanOutResult extends Faults {
  readonly sends: number;
  readonly deliveries: number;
  /** The measured time, in seconds. */
  readonly seconds: number;
  /** Bytes of a delivery, as the subscriber sees them. */
  readonly bytes: number;
  readonly cpu: CpuUse;
}

/** Deliveries a second at saturation: the next message is sent when one was acknowledged and nobody is further behind than a few. */
export async function fanOut(args: FanOutArgs): Promise<FanOutResult> {
  const [conversation] = args.target.conversations;
  if (!conversation) throw new Error('no conversation');
  const members = Array.from({ length: args.subscribers }, (_, index) => conversation.members[index % conversation.members.length] ?? '');
  const seats = await takeSeats({ ...args.target, conversations: [{ ...conversation, members }] });
  const acknowledged: number[] = [];
  let deliveries = 0;
  let sends = 0;
  let mark = 0;
  let isOver = false;
  let wake: Array<() => void> = [];
  for (const seat of seats) {
    seat.onMessage = () => {
      deliveries += 1;
      if (wake.length === 0 || deliveries < (sends - args.inFlight) * seats.length) return;
      const woken = wake;
      wake = [];
      for (const each of woken) each();
    };
  }
  const keepSending = async (index: number): Promise<void> => {
    const seat = seats[index];
    while (seat && !isOver) {
      mark += 1;
      acknowledged.push(await seat.client.send(conversation.id, markedText(mark, args.textLength)));
      sends += 1;
      // Saturation, not overload: what was sent is delivered before ever more is sent.
      if (deliveries < (sends - args.inFlight) * seats.length) await new Promise<void>((resolve) => wake.push(resolve));
    }
  };
  const all = Promise.all(Array.from({ length: args.inFlight }, (_, index) => keepSending(index)));
  await Promise.race([all, wait(args.warmMs)]);
  const cpu = watchCpu(args.target);
  const before = { sends, deliveries, at: performance.now() };
  await Promise.race([all, wait(args.measureMs)]);
  const measured = { sends: sends - before.sends, deliveries: deliveries - before.deliveries, seconds: (performance.now() - before.at) / 1000, cpu: cpu() };
  isOver = true;
  for (const each of wake) each();
  await all;
  const faults = await settle(seats, [acknowledged], 30_000);
  const bytes = seats[0]?.bytes ?? 0;
  await leaveSeats(seats);
  return { ...measured, bytes, ...faults };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
