import type { Clock, Timer } from '../kernel/clock.js';
import type { PeerSocket } from './socket.js';

/** The parts of a round: the sockets are pinged one part after the other, so that no tick pings them all. */
const PARTS = 20;

/** Pings the sockets of a server and ends those that have not answered the ping before: one timer for all of them. */
export class KeepAlive {
  readonly #parts: readonly Set<PeerSocket>[] = Array.from({ length: PARTS }, () => new Set<PeerSocket>());
  readonly #timer: Timer;
  #next = 0;
  #due = 0;

  /** `pingMs`: milliseconds between two pings of a socket. */
  constructor(clock: Clock, pingMs: number) {
    this.#timer = clock.every(pingMs / PARTS, () => this.#round());
  }

  /** Watches over a socket until it has closed. */
  add(ws: PeerSocket): void {
    const part = this.#parts[this.#next];
    this.#next = (this.#next + 1) % PARTS;
    part?.add(ws);
  }

  /** Ends the timer. */
  stop(): void {
    this.#timer.cancel();
  }

  #round(): void {
    const part = this.#parts[this.#due];
    this.#due = (this.#due + 1) % PARTS;
    for (const ws of part ?? []) {
      if (ws.readyState === ws.CLOSED) part?.delete(ws);
      else if (!ws.isAlive) ws.terminate();
      else {
        ws.isAlive = false;
        ws.ping();
      }
    }
  }
}
