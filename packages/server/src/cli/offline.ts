/** The server's parts without a transport, for commands that work on the database alone. */
import { pino } from 'pino';
import { createMemoryEphemeral } from '../bus/ephemeral-memory.js';
import { createMemoryBus } from '../bus/memory.js';
import { type Config, processEnvironment, readConfig } from '../config.js';
import { openDb } from '../db/index.js';
import type { Deps } from '../deps.js';
import { systemClock } from '../kernel/clock.js';
import { note } from './outcome.js';

/** Opens the database of the environment, brings it up to date, runs `work` on it and closes it. */
export async function withDatabase<T>(work: (deps: Deps, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(processEnvironment());
  const log = pino({ level: 'silent' });
  const db = await openDb({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, onProgress: note, onWarning: note });
  const bus = createMemoryBus({ log });
  const ephemeral = createMemoryEphemeral(systemClock);
  try {
    await db.migrate();
    return await work({ config, db, bus, ephemeral, clock: systemClock, log }, config);
  } finally {
    await ephemeral.close();
    await bus.close();
    await db.close();
  }
}
