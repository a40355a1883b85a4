/** The settings of a server. `process.env` is read in this file alone. */
export interface Config {
  /** Port to listen on; 0 takes a free one. */
  readonly port: number;
  /** Address to listen on. */
  readonly host: string;
  /** PostgreSQL; null runs the embedded database. */
  readonly databaseUrl: string | null;
  /** Redis; null keeps the bus in memory, for a single node. */
  readonly redisUrl: string | null;
  /** Folder of the embedded database; null keeps it in memory. */
  readonly dataDir: string | null;
}
