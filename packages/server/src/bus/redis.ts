import { RedisPubSub } from 'graphql-redis-subscriptions';
import type { Bus, Unsubscribe } from './contract.js';
import { connectRedis, readyWithin, type RedisConnectionOptions } from './redis-connection.js';

/** How long a subscription may wait for Redis before its feed goes on without: the log still fills what it misses. */
const SUBSCRIBE_WITHIN_MS = 1_500;

const CLOSE_WITHIN_MS = 500;

interface Topic {
  readonly handlers: Set<(message: unknown) => void>;
  /** Settles when Redis has confirmed the subscription. */
  readonly active: Promise<number>;
}

/**
 * A bus over Redis, for any number of nodes. A node holds one Redis subscription per topic, shared by all its handlers,
 * and parses each message once. While Redis is away, messages reach the handlers of this node only, subscribing does not
 * block, and every subscription is taken up again when Redis is back.
 */
export async function createRedisBus(options: RedisConnectionOptions): Promise<Bus> {
  const prefix = options.prefix ?? 'parley:';
  const publisher = connectRedis(options, false);
  const subscriber = connectRedis(options, true);
  // The library does not look at the outcome of its unsubscriptions, which fail when the connection is closed first.
  const unsubscribe = subscriber.unsubscribe.bind(subscriber);
  const punsubscribe = subscriber.punsubscribe.bind(subscriber);
  Object.assign(subscriber, {
    unsubscribe: (channel: string) => unsubscribe(channel).catch(() => undefined),
    punsubscribe: (pattern: string) => punsubscribe(pattern).catch(() => undefined),
  });
  const pubsub = new RedisPubSub({ publisher, subscriber, triggerTransform: (trigger) => String(trigger) });
  const topics = new Map<string, Topic>();
  const listeners = new Set<(isUp: boolean) => void>();
  let isClosed = false;
  let isUp = false;
  let unpublished = 0;

  const observe = (): void => {
    const next = publisher.status === 'ready' && subscriber.status === 'ready';
    if (next === isUp || isClosed) return;
    isUp = next;
    if (isUp && unpublished > 0) {
      options.log.info({ event: 'bus.publish_resumed', count: unpublished }, 'publishing on redis again; feeds of other nodes read from the log what was not');
      unpublished = 0;
    }
    for (const listener of [...listeners]) listener(isUp);
  };
  for (const redis of [publisher, subscriber]) {
    for (const event of ['ready', 'close', 'end', 'reconnecting']) redis.on(event, observe);
  }

  const deliver = (topic: string, handlers: Topic['handlers'], message: unknown): void => {
    for (const handler of [...handlers]) {
      try {
        handler(message);
      } catch (error) {
        options.log.error({ event: 'bus.handler_failed', err: error, topic }, 'bus handler failed');
      }
    }
  };
  let isCorked = false;
  // Messages of one turn leave in one write, such as those of sends that shared a commit.
  const cork = (): void => {
    if (isCorked || publisher.status !== 'ready') return;
    isCorked = true;
    const { stream } = publisher;
    stream.cork();
    process.nextTick(() => {
      isCorked = false;
      stream.uncork();
    });
  };
  const open = (topic: string): Topic => {
    const handlers: Topic['handlers'] = new Set();
    const active = pubsub.subscribe(prefix + topic, (message: unknown) => deliver(topic, handlers, message));
    active.catch((error: unknown) => {
      if (!isClosed) options.log.error({ event: 'bus.subscribe_failed', err: error, topic }, 'unable to subscribe on redis');
    });
    const entry: Topic = { handlers, active };
    topics.set(topic, entry);
    return entry;
  };
  const release = (topic: string, entry: Topic): void => {
    if (entry.handlers.size > 0 || topics.get(topic) !== entry) return;
    topics.delete(topic);
    entry.active.then(
      (id) => {
        if (!isClosed) pubsub.unsubscribe(id);
      },
      () => undefined,
    );
  };

  await Promise.all([readyWithin(publisher, SUBSCRIBE_WITHIN_MS), readyWithin(subscriber, SUBSCRIBE_WITHIN_MS)]);
  observe();

  return {
    kind: 'redis',
    get isUp() {
      return isUp;
    },
    publish(topic, message) {
      cork();
      pubsub.publish(prefix + topic, message).catch((error: unknown) => {
        if (isClosed) return;
        // One line for an outage, not one for each message in it.
        if (unpublished === 0) options.log.warn({ event: 'bus.publish_failed', err: error, topic }, 'unable to publish on redis; delivered on this node only');
        unpublished += 1;
        const here = topics.get(topic);
        if (here) deliver(topic, here.handlers, message);
      });
    },
    async subscribe(topic, handler): Promise<Unsubscribe> {
      const entry = topics.get(topic) ?? open(topic);
      const own = (message: unknown): void => handler(message);
      entry.handlers.add(own);
      await settleWithin(entry.active, isUp ? SUBSCRIBE_WITHIN_MS : 0);
      return () => {
        entry.handlers.delete(own);
        release(topic, entry);
      };
    },
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      isClosed = true;
      topics.clear();
      listeners.clear();
      // Redis answers in order, so what was published before has been taken when this is answered.
      if (publisher.status === 'ready') await settleWithin(publisher.quit(), CLOSE_WITHIN_MS);
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

/** Waits for the promise, but no longer than `ms` milliseconds; how it ends does not matter here. */
async function settleWithin(promise: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([promise.catch(() => undefined), late]);
  clearTimeout(timer);
}
