/** The database: PGlite or PostgreSQL behind one door. */
export { BY_THE_CLOCK, type Db, type HotStatement, type Tx } from './contract.js';
export { isUniqueViolation, isOutOfReach, asUnavailable } from './errors.js';
export { StartupError } from '../kernel/startup-error.js';
export { openDb, type OpenDbOptions, type OpenedDb } from './open.js';
export { readMigrations, type Migration, type MigrationReport } from './migrate.js';
