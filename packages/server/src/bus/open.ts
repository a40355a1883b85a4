import { StartupError } from '../kernel/startup-error.js';
import type { Clock } from '../kernel/clock.js';
import type { Log } from '../kernel/log.js';
import type { Bus, Ephemeral } from './contract.js';
import { createMemoryEphemeral } from './ephemeral-memory.js';
import { createRedisEphemeral } from './ephemeral-redis.js';
import { createMemoryBus } from './memory.js';
import { createRedisBus } from './redis.js';

/** Which bus to open. */
export interface OpenBusOptions {
  /** Redis; null keeps everything in this process. */
  readonly redisUrl: string | null;
  /** Put before every name in Redis. */
  readonly prefix?: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** A bus with the facts that die by themselves, opened and closed together. */
export interface OpenedBus {
  readonly bus: Bus;
  readonly ephemeral: Ephemeral;
  close(): Promise<void>;
}

/**
 * Opens the bus of a node.
 * @throws StartupError when Redis does not answer. Once started, a server outlives the loss of Redis.
 */
export async function openBus(options: OpenBusOptions): Promise<OpenedBus> {
  const { clock, log, redisUrl } = options;
  if (redisUrl === null) return opened(createMemoryBus({ log }), createMemoryEphemeral(clock));
  const connection = { url: redisUrl, log, ...(options.prefix === undefined ? {} : { prefix: options.prefix }) };
  const bus = await createRedisBus(connection);
  if (!bus.isUp) {
    await bus.close();
    throw new StartupError(`unable to reach Redis at ${placeOf(redisUrl)}; start it, correct REDIS_URL, or unset it to run a single node`);
  }
  return opened(bus, await createRedisEphemeral({ ...connection, clock }));
}

function opened(bus: Bus, ephemeral: Ephemeral): OpenedBus {
  return {
    bus,
    ephemeral,
    async close() {
      await ephemeral.close();
      await bus.close();
    },
  };
}

/** Host and port alone: the address may carry a password. */
function placeOf(url: string): string {
  return new URL(url).host;
}
