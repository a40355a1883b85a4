import type { Bus } from '../bus/contract.js';

/** A bus whose messages are looked at. */
export interface GuardedBus extends Bus {
  /** Where in a message of which topic there was something that JSON would not bring back as it was. */
  readonly problems: readonly string[];
}

/**
 * Watches over the contract of a bus: a message that it is given is frozen, so that a publisher or receiver that changes it fails, and
 * looked through for what would arrive otherwise on another node.
 */
export function guardBus(bus: Bus): GuardedBus {
  const problems: string[] = [];
  return {
    kind: bus.kind,
    get isUp() {
      return bus.isUp;
    },
    problems,
    publish(topic, message) {
      problems.push(...problemsOf(message, '').map((path) => `${topic}: ${path}`));
      bus.publish(topic, message);
    },
    subscribe: (topic, handler) => bus.subscribe(topic, handler),
    onState: (listener) => bus.onState(listener),
    close: () => bus.close(),
  };
}

/** Freezes a value to its leaves, and answers with the paths of those that are no JSON. */
function problemsOf(value: unknown, path: string): readonly string[] {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return [];
  if (typeof value !== 'object' || !(Array.isArray(value) || isPlainObject(value))) return [path];
  Object.freeze(value);
  return Object.entries(value).flatMap(([key, inner]) => problemsOf(inner, path === '' ? key : `${path}.${key}`));
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
