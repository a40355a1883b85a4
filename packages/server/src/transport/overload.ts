/**
 * What a node does when more comes than it can serve: it refuses the surplus early and cheaply with OVERLOADED, so that what it accepts
 * stays quick and its memory bounded. Feeds are not refused: they are how clients recover.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Limits } from '../config.js';
import { type Clock, systemClock, type Timer } from '../kernel/clock.js';
import { type ChatError, overloaded } from '../kernel/errors.js';
import { chance } from '../kernel/ids.js';

/** Decides what is refused. */
export interface Overload {
  /** Share of queries and mutations that are refused because the event loop is late, from 0 to 1. */
  readonly share: number;
  /** Queries and mutations under way. */
  readonly underWay: number;
  /** Refuses a new operation, or does nothing. @throws ChatError OVERLOADED */
  admit(): void;
  /** Counts an operation while it is worked on. */
  during<T>(work: () => T | Promise<T>): Promise<T>;
  /** Stops measuring. */
  close(): void;
}

/** How an {@link Overload} is made. */
export interface OverloadOptions {
  readonly limits: Pick<Limits, 'operations' | 'loopDelayMs'>;
  /** Milliseconds that callbacks of the event loop were late since the last time it was asked. Default: measured. */
  readonly readDelay?: () => number;
  /** From 0 up to 1. */
  readonly random?: () => number;
  readonly clock?: Clock;
}

const SAMPLE_MS = 500;
const RESOLUTION_MS = 20;
/** Tenths. The share grows quickly and shrinks slowly, and only once the delay is well below its limit: it must not flap. */
const GROWTH = 2;
const RECOVERY = 1;
/** Even at its worst a node serves some. */
const MOST = 9;

/** Begins to watch the event loop. */
export function createOverload(options: OverloadOptions): Overload {
  const { limits, random = chance, clock = systemClock } = options;
  const meter = options.readDelay ? null : measureLoop();
  const readDelay = options.readDelay ?? meter?.read ?? (() => 0);
  let tenths = 0;
  let underWay = 0;

  const timer: Timer = clock.every(SAMPLE_MS, () => {
    const delay = readDelay();
    if (delay > limits.loopDelayMs) tenths = Math.min(MOST, tenths + GROWTH);
    else if (delay < limits.loopDelayMs / 2) tenths = Math.max(0, tenths - RECOVERY);
  });

  const refusal = (limit: 'operations' | 'loopDelayMs', max: number): ChatError => overloaded('run operation', { limit, max });

  return {
    get share() {
      return tenths / 10;
    },
    get underWay() {
      return underWay;
    },
    admit() {
      if (underWay >= limits.operations) throw refusal('operations', limits.operations);
      if (tenths > 0 && random() < tenths / 10) throw refusal('loopDelayMs', limits.loopDelayMs);
    },
    async during(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
      }
    },
    close() {
      timer.cancel();
      meter?.stop();
    },
  };
}

/** The median, since a single long task is no overload. */
function measureLoop(): { read(): number; stop(): void } {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  return {
    read() {
      const median = delays.percentile(50) / 1e6 - RESOLUTION_MS;
      delays.reset();
      return Number.isFinite(median) ? Math.max(0, median) : 0;
    },
    stop: () => void delays.disable(),
  };
}
