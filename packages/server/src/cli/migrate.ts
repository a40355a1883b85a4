import { processEnvironment, readConfig } from '../config.js';
import { openDb } from '../db/index.js';
import { note, say } from './outcome.js';

/** What `parley migrate` takes. */
export interface MigrateCommandOptions {
  readonly newEpoch?: boolean;
}

/** `parley migrate`: brings the database up to date and says what was done. */
export async function migrate({ newEpoch = false }: MigrateCommandOptions): Promise<void> {
  const config = readConfig(processEnvironment());
  const db = await openDb({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, onProgress: note, onWarning: note });
  try {
    const { applied, unknown, isNewEpoch } = await db.migrate({ newEpoch });
    say(applied.length === 0 ? 'the database is up to date' : `applied ${applied.join(', ')}`);
    if (isNewEpoch) say('the database has a new epoch: every client begins anew with a snapshot');
    if (unknown.length > 0) note(`the database has migrations of a newer version: ${unknown.join(', ')}`);
  } finally {
    await db.close();
  }
}
