/** The database: PGlite or PostgreSQL behind one door. */
export type { Db, HotStatement, Tx } from './contract.js';
export { isUniqueViolation, isOutOfReach, asUnavailable, StartupError } from './errors.js';
export { openDb, type OpenDbOptions, type OpenedDb } from './open.js';
export { readMigrations, type Migration, type MigrationReport } from './migrate.js';
