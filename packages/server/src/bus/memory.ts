import type { Log } from '../kernel/log.js';
import type { Bus, Unsubscribe } from './contract.js';

/** What a memory bus needs. */
export interface MemoryBusOptions {
  /** Told of handlers that throw. */
  readonly log: Log;
}

interface Handling {
  readonly handler: (message: unknown) => void;
}

/**
 * A bus within one process. It behaves as the Redis bus does: a message goes through JSON once, arrives after the
 * publishing call has returned, and is the same object for all handlers.
 */
export function createMemoryBus(options: MemoryBusOptions): Bus {
  // Most topics have one handler, and there are several topics for each client: lists, which are never changed, are the smallest.
  const topics = new Map<string, readonly Handling[]>();
  let isClosed = false;

  const deliver = (topic: string, text: string): void => {
    const handlers = topics.get(topic);
    if (!handlers || isClosed) return;
    const message: unknown = JSON.parse(text);
    for (const { handler } of handlers) {
      try {
        handler(message);
      } catch (error) {
        options.log.error({ event: 'bus.handler_failed', err: error, topic }, 'bus handler failed');
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
      // Its own object, so that one function subscribed twice is two subscriptions.
      const entry: Handling = { handler };
      const handlers = topics.get(topic);
      topics.set(topic, handlers ? handlers.concat(entry) : [entry]);
      return Promise.resolve(() => {
        const left = topics.get(topic)?.filter((each) => each !== entry) ?? [];
        if (left.length > 0) topics.set(topic, left);
        else topics.delete(topic);
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
