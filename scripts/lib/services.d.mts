/** A throwaway service of this test run. It is gone when the process that started it is, however that ends. */
export interface Service {
  /** Connection URL. */
  readonly url: string;
  readonly port: number;
  /** Where it keeps its data and its log. */
  readonly folder: string;
  /** SIGKILL, and resolves once it no longer answers. Data stays for `start`. */
  kill(): Promise<void>;
  /** A clean stop that can be followed by `start`. */
  pause(): Promise<void>;
  /** Starts it again on the same port, and resolves once it answers. */
  start(): Promise<void>;
  /** `pause`, then `start`. */
  restart(): Promise<void>;
  /** Ends it for good and removes its data. */
  stop(): Promise<void>;
}

/** `settings` of PostgreSQL go before those that make tests fast. */
export function startPostgres(options?: { readonly settings?: Readonly<Record<string, string | number>> }): Promise<Service>;
export function startRedis(): Promise<Service>;
export function findPostgres(): string | null;
export function findRedis(): string | null;
export function findChromium(): string | null;
export function freePort(): Promise<number>;
export function missingServices(): { cluster: string[]; browser: string[] };
export function requireAll(): boolean;
