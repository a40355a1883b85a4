import type { Bus, Ephemeral } from './bus/contract.js';
import type { Config } from './config.js';
import type { Db } from './db/contract.js';
import type { Clock } from './kernel/clock.js';
import type { Log } from './kernel/log.js';

/** What every service is given as its first parameter: the node's own database, bus, clock and settings. */
export interface Deps {
  readonly config: Config;
  readonly db: Db;
  readonly bus: Bus;
  readonly ephemeral: Ephemeral;
  readonly clock: Clock;
  /** Structured JSON logs; ids, never contents. */
  readonly log: Log;
}
