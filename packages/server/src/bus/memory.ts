import type { Logger } from 'pino';
import type { Bus, Unsubscribe } from './contract.js';

/** What a memory bus needs. */
export interface MemoryBusOptions {
  /** Told of handlers that throw. */
  readonly log: Logger;
}

/**
 * A bus within one process. It behaves as the Redis bus does: a message goes through JSON once, arrives after the
 * publishing call has returned, and is the same object for all handlers.
 */
export function createMemoryBus(options: MemoryBusOptions): Bus {
  const topics = new Map<string, Set<(message: unknown) => void>>();
  let isClosed = false;

  const deliver = (topic: string, text: string): void => {
    const handlers = topics.get(topic);
    if (!handlers || isClosed) return;
    const message: unknown = JSON.parse(text);
    for (const handler of [...handlers]) {
      try {
        handler(message);
      } catch (error) {
        options.log.error({ err: error, topic }, 'bus handler failed');
      }
    }
  };

  return {
    kind: 'memory',
    isUp: true,
    publish(topic, message) {
      if (!topics.has(topic)) return;
      const text = JSON.stringify(message);
      queueMicrotask(() => deliver(topic, text));
    },
    subscribe(topic, handler): Promise<Unsubscribe> {
      // Its own closure, so that one function subscribed twice is two subscriptions.
      const entry = (message: unknown): void => handler(message);
      const handlers = topics.get(topic) ?? new Set();
      topics.set(topic, handlers.add(entry));
      return Promise.resolve(() => {
        handlers.delete(entry);
        if (handlers.size === 0 && topics.get(topic) === handlers) topics.delete(topic);
      });
    },
    onState: () => () => undefined,
    close() {
      isClosed = true;
      topics.clear();
      return Promise.resolve();
    },
  };
}
