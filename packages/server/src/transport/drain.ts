/** How a node empties itself when it stops: its clients are asked to go elsewhere, spread out, and whatever is under way finishes. */
import { type Clock, systemClock } from '../kernel/clock.js';
import { shuffled } from '../kernel/ids.js';

/** A connection that has to go. */
export interface Leaver {
  /** Asks the client to connect elsewhere while this connection still serves. */
  ask(): void;
  /** Whether something that it began has not been answered yet. */
  isBusy(): boolean;
  /** Whether the client has gone. */
  isGone(): boolean;
  /** Ends the connection. */
  close(): void;
}

/** How long each part may take. */
export interface DrainPlan {
  /** Milliseconds from the first that is asked to the last one. */
  readonly spreadMs: number;
  /** Milliseconds from the asking until a connection is closed that the client has not left by itself. */
  readonly graceMs: number;
  /** Milliseconds until everything is closed, busy or not. */
  readonly endMs: number;
}

/** The frame that asks a client to connect again: a ping of the protocol, which clients that do not know of it just answer. */
export const PLEASE_RECONNECT = '{"type":"ping","payload":{"please":"reconnect"}}';

/** Milliseconds between two that are asked, where there are few of them. */
const STEP_MS = 20;
const TICK_MS = 10;

/**
 * Divides the time that a drain has. Nobody is asked where there is no other node to go to: then connections close as soon as nothing is
 * under way on them.
 */
export function planDrain(of: { readonly drainMs: number; readonly connections: number; readonly hasOtherNodes: boolean }): DrainPlan {
  const endMs = of.drainMs * 0.9;
  if (!of.hasOtherNodes) return { spreadMs: 0, graceMs: 0, endMs };
  return { spreadMs: Math.min(of.drainMs / 2, of.connections * STEP_MS), graceMs: of.drainMs * 0.4, endMs };
}

/**
 * Empties a node as planned, in a random order. Resolves when every connection was left or closed. The clock is the machine's,
 * since a server must stop even where a test holds the time.
 */
export async function drainConnections(leavers: readonly Leaver[], plan: DrainPlan, clock: Clock = systemClock): Promise<void> {
  const order = shuffled(leavers);
  const isAsking = plan.graceMs > 0;
  const askedAt = (index: number): number => (plan.spreadMs * index) / Math.max(order.length, 1);
  const open = new Set(order.keys());
  let asked = 0;

  const step = (elapsed: number): void => {
    for (; asked < order.length && askedAt(asked) <= elapsed; asked += 1) if (isAsking) order[asked]?.ask();
    for (const index of open) {
      // They are in the order of the asking.
      if (index >= asked) break;
      const leaver = order[index];
      const isDue = elapsed >= askedAt(index) + plan.graceMs;
      if (!leaver || leaver.isGone()) open.delete(index);
      else if (elapsed >= plan.endMs || (isDue && !leaver.isBusy())) {
        leaver.close();
        open.delete(index);
      }
    }
  };

  const startedAt = clock.now().getTime();
  step(0);
  while (open.size > 0) {
    await new Promise<void>((resolve) => clock.after(TICK_MS, resolve));
    step(Math.max(0, clock.now().getTime() - startedAt));
  }
}
