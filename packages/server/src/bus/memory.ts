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

interface Published {
  readonly topic: string;
  readonly message: object;
}

/**
 * A bus within one process. It behaves as the Redis bus does: a message arrives after the publishing call has returned, in order, and is the
 * same object for all handlers; here it is the published one, since nothing leaves the process.
 */
export function createMemoryBus(options: MemoryBusOptions): Bus {
  // Most topics have one handler, and there are several topics for each client: lists, which are never changed, are the smallest.
  const topics = new Map<string, readonly Handling[]>();
  let waiting: Published[] = [];
  let isClosed = false;

  const deliver = ({ topic, message }: Published): void => {
    const handlers = topics.get(topic);
    if (!handlers || isClosed) return;
    for (const { handler } of handlers) {
      try {
        handler(message);
      } catch (error) {
        options.log.error({ event: 'bus.handler_failed', err: error, topic }, 'bus handler failed');
      }
    }
  };

  const deliverAll = (): void => {
    const due = waiting;
    waiting = [];
    for (const each of due) deliver(each);
  };

  return {
    kind: 'memory',
    isUp: true,
    publish(topic, message) {
      if (!topics.has(topic)) return;
      // One turn serves all that is published meanwhile, such as by sends that shared a commit.
      if (waiting.push({ topic, message }) === 1) queueMicrotask(deliverAll);
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
