/**
 * How often somebody may do something. Counted in Redis where there is one, so that all nodes count together; in memory
 * while Redis is away or slow, so that losing it neither opens the gates nor slows anybody down.
 */
import { Redis } from 'ioredis';
import { BurstyRateLimiter, type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { readyWithin } from '../bus/redis-connection.js';
import type { Rate, Rates } from '../config.js';
import type { Clock } from '../kernel/clock.js';
import { ChatError } from '../kernel/errors.js';
import type { Log } from '../kernel/log.js';
import type { Viewer } from '../kernel/viewer.js';

/** A class of operations that shares one budget. */
export type RateClass = keyof Rates;

/** Counts calls. */
export interface RateLimits {
  /**
   * Takes `points` from the budget that `key` has for a class.
   * @throws ChatError RATE_LIMITED with `retryAfterMs`; `details.class` names the budget.
   */
  take(what: RateClass, key: string, points?: number): Promise<void>;
  /** Resolves once Redis can be asked, or soon without it: what was counted in memory before would not count any more. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** How {@link RateLimits} are made. */
export interface RateLimitsOptions {
  readonly rates: Rates;
  readonly isEnabled: boolean;
  readonly redisUrl: string | null;
  /** Put before every name in Redis. */
  readonly prefix: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Milliseconds that Redis gets for an answer, and that it is left alone for after it gave none. */
const REDIS_TIMEOUT_MS = 200;
const REDIS_REST_MS = 2_000;
/** Milliseconds that a node which starts waits for Redis before it counts in memory. */
const READY_WITHIN_MS = 1_500;
/** A burst budget fills again in this many times the seconds of its rate. */
const BURST_PERIODS = 10;

const SENDS: ReadonlySet<string> = new Set([
  'sendMessage',
  'sendSystemMessage',
  'editMessage',
  'deleteMessage',
  'addReaction',
  'removeReaction',
  'startDirectConversation',
  'chooseAnswer',
]);
const SIGNALS: ReadonlySet<string> = new Set(['startTyping', 'stopTyping', 'showActivity', 'markRead', 'markDelivered', 'markMessageRead', 'markNoticesRead', 'markBroadcastsRead', 'reportPage']);
/** Fields that cost as much as several others. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([['searchMessages', 5]]);
const GUESTS: ReadonlySet<string> = new Set(['startGuestSession', 'rateByToken']);

/** The budget that a root field draws on. */
export function classOfField(kind: 'query' | 'mutation' | 'subscription', field: string): RateClass {
  if (kind !== 'mutation') return kind;
  if (GUESTS.has(field)) return 'guest';
  if (SENDS.has(field)) return 'send';
  return SIGNALS.has(field) ? 'signal' : 'mutation';
}

/** What an operation draws on: each class with the number of its root fields, a search counted as five; all of it `service` for an API key. */
export function chargesOf(operation: { readonly kind: 'query' | 'mutation' | 'subscription'; readonly rootFields: readonly string[] }, viewer: Viewer | null): ReadonlyMap<RateClass, number> {
  const charges = new Map<RateClass, number>();
  for (const field of operation.rootFields) {
    // Without a token it signs a guest in by the way.
    const named = viewer === null && field === 'startSupport' ? 'guest' : classOfField(operation.kind, field);
    const what = viewer?.kind === 'service' && named !== 'guest' ? 'service' : named;
    charges.set(what, (charges.get(what) ?? 0) + (WEIGHTS.get(field) ?? 1));
  }
  return charges;
}

/** Whose budget it is: the address for guests to be and for strangers, else the user or API key within the site. */
export function keyOf(what: RateClass, viewer: Viewer | null, ip: string): string {
  if (!viewer || what === 'guest' || what === 'connect') return `ip:${ip}`;
  return viewer.kind === 'service' ? `${viewer.siteId}:${viewer.apiKeyId}` : `${viewer.siteId}:${viewer.userId}`;
}

type Limiter = RateLimiterAbstract | BurstyRateLimiter;

/** Makes the budgets of one node. */
export function createRateLimits(options: RateLimitsOptions): RateLimits {
  const redis = options.redisUrl === null ? null : connect(options.redisUrl, options.log);
  const inMemory = new Map<RateClass, Limiter>();
  const inRedis = new Map<RateClass, Limiter>();
  let redisRestsUntil = 0;

  const limiter = (what: RateClass, store: Redis | null): Limiter => {
    const made = store ? inRedis : inMemory;
    const known = made.get(what);
    if (known) return known;
    const fresh = createLimiter({ what, rate: options.rates[what], prefix: options.prefix }, store);
    made.set(what, fresh);
    return fresh;
  };

  const takeFromRedis = async (what: RateClass, key: string, points: number): Promise<boolean> => {
    if (!redis || redis.status !== 'ready' || options.clock.now().getTime() < redisRestsUntil) return false;
    try {
      await limiter(what, redis).consume(key, points);
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) throw error;
      redisRestsUntil = options.clock.now().getTime() + REDIS_REST_MS;
      return false;
    }
  };

  return {
    async take(what, key, points = 1) {
      if (!options.isEnabled) return;
      try {
        if (!(await takeFromRedis(what, key, points))) await limiter(what, null).consume(key, points);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw new ChatError('RATE_LIMITED', 'unable to run operation; too many of its kind in a short time', {
          retryAfterMs: Math.max(1, Math.ceil(error.msBeforeNext)),
          details: { class: what },
        });
      }
    },
    async ready() {
      if (redis && options.isEnabled) await readyWithin(redis, READY_WITHIN_MS);
    },
    async close() {
      redis?.disconnect();
    },
  };
}

interface LimiterOf {
  readonly what: RateClass;
  readonly rate: Rate;
  readonly prefix: string;
}

function createLimiter({ what, rate, prefix }: LimiterOf, store: Redis | null): Limiter {
  const make = (part: string, points: number, duration: number): RateLimiterAbstract => {
    const shared = { keyPrefix: `${prefix}rate:${part}:${what}`, points, duration };
    return store ? new RateLimiterRedis({ ...shared, storeClient: store, rejectIfRedisNotReady: true }) : new RateLimiterMemory(shared);
  };
  const steady = make('steady', rate.points, rate.seconds);
  return rate.burst === 0 ? steady : new BurstyRateLimiter(steady, make('burst', rate.burst, rate.seconds * BURST_PERIODS));
}

function connect(url: string, log: Log): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    commandTimeout: REDIS_TIMEOUT_MS,
    retryStrategy: (attempt) => Math.min(50 * attempt, 1_000),
  });
  redis.on('error', (error: Error) => log.debug({ event: 'rates.in_memory', err: error }, 'rate limits are counted in memory; redis is away'));
  return redis;
}
