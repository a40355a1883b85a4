/** The database: PGlite or PostgreSQL behind one door. */
export type { Db, HotStatement, Tx } from './contract.js';
export { isUniqueViolation, isOutOfReach, asUnavailable } from './errors.js';
export { StartupError } from '../kernel/startup-error.js';
export { openDb, type OpenDbOptions, type OpenedDb } from './open.js';
export { readMigrations, type Migration, type MigrationReport } from './migrate.js';
