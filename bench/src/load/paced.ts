import { markedText } from '../client.js';
import { leaveSeats, takeSeats, type Target } from './program.js';

/** Sends at a rate for as long as the answers keep up, so that somebody else can be watched receiving. */
export interface PacedArgs {
  /** Its members send in turn, and follow. */
  readonly target: Target;
  /** Sends a second. */
  readonly rate: number;
  readonly forMs: number;
  /** The most sends under way: a server that cannot take the rate is sent less, and the result says so. */
  readonly inFlight: number;
  /** Characters of a message. */
  readonly textLength: number;
}

/** What was sent. */
export interface PacedResult {
  /** Numbers of all messages. */
  readonly acknowledged: readonly number[];
  /** From the first send to the last acknowledgement, in seconds. */
  readonly seconds: number;
}

/** Closed beyond `inFlight`, open below it. */
export async function paced({ target, rate, forMs, inFlight, textLength }: PacedArgs): Promise<PacedResult> {
  const seats = await takeSeats(target);
  const total = Math.round((forMs / 1000) * rate);
  const acknowledged: number[] = [];
  const startAt = performance.now();
  await new Promise<void>((resolve, reject) => {
    let next = 0;
    let underWay = 0;
    const send = async (index: number): Promise<void> => {
      const seat = seats[index % seats.length];
      if (!seat) throw new Error('nobody sends');
      acknowledged.push(await seat.client.send(seat.conversation, markedText(index, textLength)));
      underWay -= 1;
      if (acknowledged.length === total) resolve();
    };
    const tick = (): void => {
      const due = Math.min(total, Math.ceil(((performance.now() - startAt) * rate) / 1000));
      for (; next < due && underWay < inFlight; next += 1) {
        underWay += 1;
        send(next).catch(reject);
      }
      if (next < total) setTimeout(tick, 1);
    };
    tick();
  });
  const seconds = (performance.now() - startAt) / 1000;
  await leaveSeats(seats);
  return { acknowledged, seconds };
}
