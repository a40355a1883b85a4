import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { Connection, Observers } from './connection.js';
import type { HotStatement, PoolState } from './contract.js';

/** A connection that one piece of work has to itself, for migrations: no timeouts, and scripts of many statements. */
export interface MaintenanceConnection extends Connection {
  script(text: string): Promise<void>;
}

/** One of the two ways to a database; the Db is built over it. */
export interface Driver {
  readonly kind: 'embedded' | 'postgres';
  readonly adapter: SqlDriverAdapterFactory;
  readonly observers: Observers;
  /** Runs a statement by its prepared name. */
  hot<Row>(statement: HotStatement, params: readonly unknown[]): Promise<Row[]>;
  /** Gives `work` a connection of its own. */
  maintenance<T>(work: (connection: MaintenanceConnection) => Promise<T>): Promise<T>;
  /** How busy its connections are now. */
  pools(): readonly PoolState[];
  close(): Promise<void>;
}
