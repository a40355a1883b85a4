/** The epoch: the name of the database's history, without which a position in a log means nothing. */
import { randomToken } from '../kernel/ids.js';
import type { Driver, MaintenanceConnection } from './driver.js';

/**
 * Makes the epoch of a new database, and another one where the history is no longer the one it names: when asked, and when the
 * database turns out to be a copy, since it lies in another cluster, in another database, or on another timeline than before. A copy
 * of the files of a stopped cluster looks the same as the original: then it must be asked for.
 *
 * Call it with the migrations' lock held, and with no node running on the database. Resolves with whether the epoch was replaced.
 */
export async function keepEpoch(driver: Pick<Driver, 'kind'>, connection: MaintenanceConnection, isWanted: boolean): Promise<boolean> {
  const [made] = await connection.raw(`INSERT INTO meta (key, value) VALUES ('epoch', $1) ON CONFLICT (key) DO NOTHING RETURNING key`, [randomToken(12)]);
  const origin = driver.kind === 'postgres' ? await originOf(connection) : 'embedded';
  const [known] = await connection.raw<{ value: string }>(`SELECT value FROM meta WHERE key = 'origin'`, []);
  const isCopy = known !== undefined && known.value !== origin;
  const isReplaced = !made && (isWanted || isCopy);
  if (isReplaced) await replaceEpoch(connection);
  if (known?.value !== origin) {
    await connection.raw(`INSERT INTO meta (key, value) VALUES ('origin', $1) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`, [origin]);
  }
  return isReplaced;
}

/** Where a PostgreSQL database lies: cluster, timeline and database. What may not be asked is left out. */
async function originOf(connection: MaintenanceConnection): Promise<string> {
  const ask = async (sql: string): Promise<string> => {
    try {
      const [row] = await connection.raw<{ value: string }>(sql, []);
      return row?.value ?? '';
    } catch {
      return '';
    }
  };
  return [
    await ask('SELECT system_identifier::text AS value FROM pg_control_system()'),
    await ask('SELECT substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) AS value'),
    await ask('SELECT oid::text AS value FROM pg_database WHERE datname = current_database()'),
  ].join('/');
}

/**
 * A copy keeps the transaction numbers of the place that it came from. Those that have not been reached here would count as just
 * written, for ever, so they become old; a position there would be past everything that is written from now on.
 */
async function replaceEpoch(connection: MaintenanceConnection): Promise<void> {
  await connection.script('BEGIN');
  try {
    // What every program has worked on gets the first number of all, so that none has to look at it again.
    await connection.raw(
      `UPDATE event SET xid = CASE WHEN xid < (SELECT min(position::xid8) FROM consumer_position) THEN '3'::xid8 ELSE pg_current_xact_id() END WHERE xid > pg_current_xact_id()`,
      [],
    );
    await connection.raw('UPDATE consumer_position SET position = pg_current_xact_id()::text WHERE position::xid8 > pg_current_xact_id()', []);
    await connection.raw('UPDATE conversation SET last_xid = pg_current_xact_id() WHERE last_xid > pg_current_xact_id()', []);
    await connection.raw(`UPDATE meta SET value = $1 WHERE key = 'epoch'`, [randomToken(12)]);
    await connection.script('COMMIT');
  } catch (error) {
    await connection.script('ROLLBACK');
    throw error;
  }
}
