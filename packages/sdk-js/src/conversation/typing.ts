/** Typing: telling the others without flooding them, and forgetting those of whom nothing more is heard. */
import { Alarm, type ClientClock, type TimerHandle } from '../clock.js';
import type { ClientTiming } from '../timing.js';

/** What a {@link TypingSender} needs. */
export interface TypingDeps {
  readonly clock: ClientClock;
  readonly timing: ClientTiming;
  /** Tells the server. Failures do not matter. */
  start(): void;
  stop(): void;
}

/** Turns keystrokes into a signal now and then, and silence into its end. */
export class TypingSender {
  readonly #deps: TypingDeps;
  readonly #idle: Alarm;
  #saidAt: number | null = null;

  constructor(deps: TypingDeps) {
    this.#deps = deps;
    this.#idle = new Alarm(deps.clock);
  }

  /** The user pressed a key. */
  keystroke(): void {
    const { clock, timing } = this.#deps;
    const now = clock.now();
    if (this.#saidAt === null || now - this.#saidAt >= timing.typingIntervalMs) {
      this.#saidAt = now;
      this.#deps.start();
    }
    this.#idle.set(timing.typingIdleMs, () => {
      this.stop();
    });
  }

  /** The user emptied the field or went away. Sends nothing if nothing was said. */
  stop(): void {
    this.#idle.clear();
    if (this.#saidAt === null) return;
    this.#saidAt = null;
    this.#deps.stop();
  }

  /** The message was sent, which ends typing by itself. */
  sent(): void {
    this.#idle.clear();
    this.#saidAt = null;
  }
}

/** Others' typing lasts at least and at most this long here: their clock and ours may differ. */
const LEAST_MS = 2_000;
const MOST_MS = 12_000;

/** What somebody does for as long as they say so. */
interface Passing {
  readonly user: { readonly id: string };
  readonly expiresAt: string;
}

/** Ends what others do, such as typing, when its time is over and no end was heard. */
export class TypingWatch {
  readonly #clock: ClientClock;
  readonly #expire: (userId: string) => void;
  readonly #timers = new Map<string, { readonly typing: Passing; readonly timer: TimerHandle }>();

  constructor(clock: ClientClock, expire: (userId: string) => void) {
    this.#clock = clock;
    this.#expire = expire;
  }

  /** Looks at who does it now. */
  update(typing: readonly Passing[]): void {
    for (const [userId, known] of this.#timers) {
      if (!typing.includes(known.typing)) this.#forget(userId);
    }
    for (const each of typing) {
      const userId = each.user.id;
      if (this.#timers.has(userId)) continue;
      const left = Date.parse(each.expiresAt) - this.#clock.now();
      const timer = this.#clock.setTimeout(
        () => {
          this.#timers.delete(userId);
          this.#expire(userId);
        },
        Math.min(MOST_MS, Math.max(LEAST_MS, left)),
      );
      this.#timers.set(userId, { typing: each, timer });
    }
  }

  #forget(userId: string): void {
    const known = this.#timers.get(userId);
    if (known) this.#clock.clearTimeout(known.timer);
    this.#timers.delete(userId);
  }
}
