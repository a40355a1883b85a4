import type { Clock } from '../kernel/clock.js';
import type { Ephemeral } from './contract.js';
import { createMemoryEphemeral } from './ephemeral-memory.js';
import { connectRedis, readyWithin, type RedisConnectionOptions } from './redis-connection.js';

// One sorted set per key, scored by the moment of expiry on Redis's own clock: nodes may disagree about the time.
const NOW = `local t = redis.call('TIME'); local now = t[1] * 1000 + math.floor(t[2] / 1000)`;
const HOLD = `${NOW}
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[2]) then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 1`;
const MEMBERS = `${NOW}
local held = redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf', 'WITHSCORES')
for i = 2, #held, 2 do held[i] = tostring(held[i] - now) end
return held`;

/**
 * Facts that die by themselves, shared by all nodes through Redis. While Redis is away each node knows its own alone, and
 * nothing throws.
 */
export async function createRedisEphemeral(options: RedisConnectionOptions & { readonly clock: Clock }): Promise<Ephemeral> {
  const prefix = `${options.prefix ?? 'parley:'}held:`;
  const redis = connectRedis(options, false);
  const own = createMemoryEphemeral(options.clock);
  let isClosed = false;
  const failed = (error: unknown): void => {
    if (!isClosed) options.log.warn({ event: 'ephemeral.lost', err: error }, 'redis is away; presence and typing are known on this node only');
  };
  await readyWithin(redis, 1_500);

  return {
    async hold(key, member, ttlMs) {
      await own.hold(key, member, ttlMs);
      await redis.eval(HOLD, 1, prefix + key, member, Math.ceil(ttlMs)).catch(failed);
    },
    async release(key, member) {
      await own.release(key, member);
      await redis.zrem(prefix + key, member).catch(failed);
    },
    async members(keys) {
      if (keys.length === 0) return [];
      const pipeline = redis.pipeline();
      for (const key of keys) pipeline.eval(MEMBERS, 1, prefix + key);
      try {
        const replies = await pipeline.exec();
        if (replies?.length !== keys.length) throw new Error('unable to read what is held; redis answered in part');
        return replies.map(([error, reply]) => {
          if (error) throw error;
          return pairs(reply);
        });
      } catch (error) {
        failed(error);
        return own.members(keys);
      }
    },
    async close() {
      isClosed = true;
      await own.close();
      redis.disconnect();
    },
  };
}

function pairs(reply: unknown): Map<string, number> {
  const held = new Map<string, number>();
  if (!Array.isArray(reply)) return held;
  for (let i = 0; i + 1 < reply.length; i += 2) held.set(String(reply[i]), Number(reply[i + 1]));
  return held;
}
