import type { Bus, Unsubscribe } from '../bus/contract.js';
import type { LogEvent } from './event.js';

/** Is told of an event that this node has committed. Must not throw. */
export type CommittedListener = (event: LogEvent) => void;

const listeners = new WeakMap<Bus, Set<CommittedListener>>();

/** Tells those who work on what this node commits, at once and without the bus. */
export function tellConsumers(bus: Bus, event: LogEvent): void {
  for (const listener of listeners.get(bus) ?? []) listener(event);
}

/** Listens to the events of support conversations that this node commits. The answer ends it. */
export function onCommitted(bus: Bus, listener: CommittedListener): Unsubscribe {
  const known = listeners.get(bus) ?? new Set();
  listeners.set(bus, known.add(listener));
  return () => void known.delete(listener);
}
