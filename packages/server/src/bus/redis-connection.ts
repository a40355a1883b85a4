import { Redis } from 'ioredis';
import type { Log } from '../kernel/log.js';

/** How to reach Redis. */
export interface RedisConnectionOptions {
  /** `redis://` or `rediss://` address. */
  readonly url: string;
  /** Put before every key and channel, so that installations can share one Redis. Default `parley:`. */
  readonly prefix?: string;
  readonly log: Log;
}

/** The longest pause between two attempts to reconnect, in milliseconds. */
const MAX_RETRY_MS = 1_000;

/** A command that is not kept fails after so many milliseconds without an answer. */
const ANSWER_MS = 1_000;
/** A connection that says nothing for so many milliseconds after a command is given up, and another one tried. */
const SILENCE_MS = 5_000;

/**
 * Opens a connection that reconnects by itself for ever and never raises an unhandled `error`. `queue` keeps commands
 * until the connection is back (for subscriptions); without it they fail at once (for messages, which would be stale).
 */
export function connectRedis(options: RedisConnectionOptions, queue: boolean): Redis {
  const redis = new Redis(options.url, {
    enableOfflineQueue: queue,
    maxRetriesPerRequest: queue ? null : 0,
    connectTimeout: 2_000,
    // A link that drops packets without a word: nothing but the time tells.
    socketTimeout: SILENCE_MS,
    ...(queue ? {} : { commandTimeout: ANSWER_MS }),
    retryStrategy: (attempt) => Math.min(50 * attempt, MAX_RETRY_MS),
    reconnectOnError: () => false,
  });
  let isReported = false;
  redis.on('error', (error: Error) => {
    if (!isReported) options.log.warn({ event: 'bus.lost', err: error }, 'redis connection failed; reconnecting');
    isReported = true;
  });
  redis.on('ready', () => {
    if (isReported) options.log.info({ event: 'bus.back' }, 'redis connection is back');
    isReported = false;
  });
  return redis;
}

/** Resolves once the connection is ready or `ms` milliseconds are over, whichever is first. */
export function readyWithin(redis: Redis, ms: number): Promise<boolean> {
  if (redis.status === 'ready') return Promise.resolve(true);
  return new Promise((resolve) => {
    const done = (isReady: boolean): void => {
      clearTimeout(timer);
      redis.off('ready', onReady);
      resolve(isReady);
    };
    const onReady = (): void => done(true);
    const timer = setTimeout(() => done(false), ms);
    redis.once('ready', onReady);
  });
}
