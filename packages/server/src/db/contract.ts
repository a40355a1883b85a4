/** What the rest of the server knows of the database: one small door for hot statements, Prisma for everything else. */
import type { Prisma, PrismaClient } from './generated/client.js';

/** A statement that is prepared once by its name on each connection. Parameters are `$1`…; JSON goes in as text with `::jsonb`. */
export interface HotStatement {
  /** Unique in the server; the same name always means the same text. */
  readonly name: string;
  readonly text: string;
}

/** Begins each statement with which a node looks, again and again, whether there is something to do: what an operation costs is counted without them. */
export const BY_THE_CLOCK = '/* by the clock */';

/** A transaction under way. Inside its callback only the transaction may be used: PGlite has a single connection. */
export interface Tx {
  readonly prisma: Prisma.TransactionClient;
  /** Runs SQL in the transaction. */
  raw<Row>(sql: string, params: readonly unknown[]): Promise<Row[]>;
  /** Queues something for after the commit; it runs in order, and never when the transaction rolls back. It must not throw. */
  afterCommit(fn: () => void): void;
}

/** How busy a pool of connections is. */
export interface PoolState {
  readonly pool: 'hot' | 'prisma' | 'embedded';
  /** Connections that work. */
  readonly busy: number;
  /** Connections that are open and have nothing to do. */
  readonly idle: number;
  /** Pieces of work that wait for a connection. */
  readonly waiting: number;
}

/** The database of one node, embedded or PostgreSQL; both run the same SQL. */
export interface Db {
  readonly kind: 'embedded' | 'postgres';
  readonly prisma: PrismaClient;
  /** Runs a hot statement by its prepared name, outside any transaction. */
  hot<Row>(statement: HotStatement, params: readonly unknown[]): Promise<Row[]>;
  /** Runs `work` in one short transaction and resolves after its commit. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Names this database's history; another after a restore. A feed position of another epoch is void. */
  epoch(): Promise<string>;
  /** How busy its connections are now. */
  pools(): readonly PoolState[];
  /** Resolves when the database answers. Throws `UNAVAILABLE`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
