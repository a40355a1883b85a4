import { isIP } from 'node:net';
import { join } from 'node:path';

/** A ceiling on calls: `points` in each `seconds`, and `burst` more of them now and then where bursts are fair. */
export interface Rate {
  readonly points: number;
  readonly seconds: number;
  /** Extra calls, refilled once in ten times `seconds`; 0 for none. */
  readonly burst: number;
}

/** What a class of operations may cost, by the kind of operation. */
export interface Rates {
  /** Queries, a user. */
  readonly query: Rate;
  /** Mutations that are neither of the two below, a user. */
  readonly mutation: Rate;
  /** Sending and editing messages and reactions, a user. */
  readonly send: Rate;
  /** Typing, delivered and read marks, a user: many and cheap. */
  readonly signal: Rate;
  /** Opening feeds, a user. */
  readonly subscription: Rate;
  /** New guest sessions, an address. */
  readonly guest: Rate;
  /** WebSocket connections opened, an address. */
  readonly connect: Rate;
  /** Any operation of a back-end with an API key. */
  readonly service: Rate;
}

/** Ceilings on everything that a client controls. */
export interface Limits {
  /** Bytes of an HTTP request body. */
  readonly bodyBytes: number;
  /** Bytes of one WebSocket message from a client. */
  readonly frameBytes: number;
  /** Tokens of a document. */
  readonly tokens: number;
  /** Levels of selection of a document. */
  readonly depth: number;
  /** Aliases of a document, with fragments spread out. */
  readonly aliases: number;
  /** Directives of a document, with fragments spread out. */
  readonly directives: number;
  /** Root fields of one operation. */
  readonly rootFields: number;
  /** Cost of an operation: one for an object and a hundredth for a scalar, as often as the page sizes above it say. */
  readonly cost: number;
  /** Sockets of this node. */
  readonly sockets: number;
  /** Sockets of one address on this node. */
  readonly socketsPerIp: number;
  /** Sockets of one user on this node. */
  readonly socketsPerUser: number;
  /** Subscriptions open at once on one socket. */
  readonly subscriptionsPerSocket: number;
  /** Operations under way at once on one socket, subscriptions aside. */
  readonly operationsPerSocket: number;
  /** Queries and mutations under way at once on this node; what is more is refused with OVERLOADED. */
  readonly operations: number;
  /** Sends that may wait for the database on this node; what is more is refused with OVERLOADED. */
  readonly waitingSends: number;
  /** Milliseconds that a send waits for the database before it is refused with OVERLOADED, without having cost anything. */
  readonly sendWaitMs: number;
  /** Milliseconds that the event loop may be late, as a median of half a second, before operations are refused with OVERLOADED. */
  readonly loopDelayMs: number;
  /** Bytes that wait in a socket before its feeds and its reading are held back. */
  readonly socketBufferBytes: number;
  /** Milliseconds for a new socket to say `connection_init`. */
  readonly initTimeoutMs: number;
  /** Milliseconds between two pings of a socket; one unanswered ends it. */
  readonly pingMs: number;
  /** Whether the rates apply. */
  readonly isRateLimited: boolean;
  readonly rates: Rates;
}

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
  /** Whether GraphiQL is served on `GET /graphql`. */
  readonly hasGraphiql: boolean;
  /** Whether documents may ask for the schema, and validation messages may suggest names. */
  readonly hasIntrospection: boolean;
  /** Whether `/metrics` is served. */
  readonly hasMetrics: boolean;
  /** Origins that every site allows, beside its own list and the server's own origin. */
  readonly allowedOrigins: readonly string[];
  /** Whether addresses that customers supply may be private, and by plain http: for development. */
  readonly allowsPrivateAddresses: boolean;
  /** Proxies in front of this server whose `X-Forwarded-For` is believed; 0 believes none. */
  readonly trustedProxies: number;
  /** Whether traces are sent to the collector that the standard variables of OpenTelemetry name. */
  readonly hasTraces: boolean;
  /** Whether a trace that a client began is continued, and its sampling kept; otherwise it is linked. */
  readonly trustsTraceparent: boolean;
  /** Level of the log: `fatal` to `trace`, or `silent`. */
  readonly logLevel: LogLevel;
  /** Milliseconds that a server takes to stop: its clients are asked to leave in the first half of it, and what is under way finishes. */
  readonly drainMs: number;
  readonly limits: Limits;
}

/** How much is logged. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

const LOG_LEVELS: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** The limits that hold unless something else is said. Every document of the SDK passes them with room to spare. */
export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 256 * 1024,
  frameBytes: 256 * 1024,
  tokens: 2_000,
  depth: 12,
  aliases: 20,
  directives: 30,
  rootFields: 10,
  cost: 12_000,
  sockets: 20_000,
  socketsPerIp: 1_000,
  socketsPerUser: 20,
  subscriptionsPerSocket: 100,
  operationsPerSocket: 100,
  operations: 5_000,
  waitingSends: 5_000,
  sendWaitMs: 2_000,
  loopDelayMs: 1_000,
  socketBufferBytes: 256 * 1024,
  initTimeoutMs: 5_000,
  pingMs: 20_000,
  isRateLimited: true,
  rates: {
    query: { points: 200, seconds: 10, burst: 200 },
    mutation: { points: 60, seconds: 10, burst: 60 },
    send: { points: 50, seconds: 10, burst: 100 },
    signal: { points: 200, seconds: 10, burst: 200 },
    subscription: { points: 100, seconds: 10, burst: 100 },
    guest: { points: 20, seconds: 60, burst: 0 },
    connect: { points: 3_000, seconds: 60, burst: 6_000 },
    service: { points: 5_000, seconds: 10, burst: 5_000 },
  },
};

/** What holds when neither the environment nor an option says otherwise. */
export const DEFAULT_CONFIG: Config = {
  port: 4000,
  host: '127.0.0.1',
  databaseUrl: null,
  redisUrl: null,
  dataDir: null,
  hasGraphiql: true,
  hasIntrospection: true,
  hasMetrics: true,
  allowedOrigins: [],
  allowsPrivateAddresses: true,
  trustedProxies: 0,
  hasTraces: false,
  trustsTraceparent: false,
  logLevel: 'info',
  drainMs: 10_000,
  limits: DEFAULT_LIMITS,
};

/** A setting that cannot be used. Its message is one line that says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment of this process. */
export function processEnvironment(): Environment {
  return process.env;
}

/**
 * Reads the settings from environment variables. An empty variable counts as absent.
 * @throws ConfigError for the first variable whose value cannot be used.
 */
export function readConfig(env: Environment): Config {
  const isProduction = env['NODE_ENV'] === 'production';
  const limits = DEFAULT_LIMITS;
  return {
    port: whole(env, 'PORT', { fallback: DEFAULT_CONFIG.port, max: 65_535 }),
    host: host(env),
    databaseUrl: url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: url(env, 'REDIS_URL', ['redis:', 'rediss:']),
    dataDir: text(env, 'PARLEY_DATA_DIR') ?? join('.parley', 'data'),
    hasGraphiql: flag(env, 'PARLEY_GRAPHIQL', !isProduction),
    hasIntrospection: flag(env, 'PARLEY_INTROSPECTION', !isProduction),
    hasMetrics: flag(env, 'PARLEY_METRICS', true),
    allowedOrigins: origins(env),
    allowsPrivateAddresses: flag(env, 'PARLEY_PRIVATE_ADDRESSES', !isProduction),
    trustedProxies: whole(env, 'PARLEY_TRUSTED_PROXIES', { fallback: 0, max: 10 }),
    hasTraces: ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'].some((name) => text(env, name) !== null),
    trustsTraceparent: flag(env, 'PARLEY_TRUST_TRACEPARENT', false),
    logLevel: logLevel(env),
    drainMs: whole(env, 'PARLEY_DRAIN_MS', { fallback: DEFAULT_CONFIG.drainMs, max: 600_000 }),
    limits: {
      ...limits,
      sockets: whole(env, 'PARLEY_MAX_SOCKETS', { fallback: limits.sockets, max: 1_000_000 }),
      socketsPerIp: whole(env, 'PARLEY_MAX_SOCKETS_PER_IP', { fallback: limits.socketsPerIp, max: 1_000_000 }),
      socketsPerUser: whole(env, 'PARLEY_MAX_SOCKETS_PER_USER', { fallback: limits.socketsPerUser, max: 1_000_000 }),
      operations: whole(env, 'PARLEY_MAX_OPERATIONS', { fallback: limits.operations, max: 1_000_000 }),
      waitingSends: whole(env, 'PARLEY_MAX_WAITING_SENDS', { fallback: limits.waitingSends, max: 1_000_000 }),
      sendWaitMs: whole(env, 'PARLEY_MAX_SEND_WAIT_MS', { fallback: limits.sendWaitMs, max: 600_000 }),
      loopDelayMs: whole(env, 'PARLEY_MAX_LOOP_DELAY_MS', { fallback: limits.loopDelayMs, max: 600_000 }),
      isRateLimited: flag(env, 'PARLEY_RATE_LIMITS', true),
    },
  };
}

function text(env: Environment, name: string): string | null {
  const value = env[name]?.trim();
  return value ? value : null;
}

function bad(name: string, value: string, wanted: string): ConfigError {
  return new ConfigError(`unable to start; ${name}=${JSON.stringify(value)} is not ${wanted}`);
}

function whole(env: Environment, name: string, range: { readonly fallback: number; readonly max: number }): number {
  const value = text(env, name);
  if (value === null) return range.fallback;
  if (!/^\d{1,9}$/.test(value) || Number(value) > range.max) throw bad(name, value, `a whole number from 0 to ${range.max}`);
  return Number(value);
}

function flag(env: Environment, name: string, fallback: boolean): boolean {
  const value = text(env, name);
  if (value === null) return fallback;
  if (['1', 'true', 'on', 'yes'].includes(value.toLowerCase())) return true;
  if (['0', 'false', 'off', 'no'].includes(value.toLowerCase())) return false;
  throw bad(name, value, '"true" or "false"');
}

function host(env: Environment): string {
  const value = text(env, 'HOST') ?? DEFAULT_CONFIG.host;
  if (isIP(value) === 0 && !/^[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/.test(value)) throw bad('HOST', value, 'an address or a host name');
  return value;
}

function url(env: Environment, name: string, protocols: readonly string[]): string | null {
  const value = text(env, name);
  if (value === null) return null;
  const parsed = URL.canParse(value) ? new URL(value) : null;
  // The value may carry a password, so the line shows only what is wanted.
  if (!parsed || !protocols.includes(parsed.protocol)) {
    throw new ConfigError(`unable to start; ${name} is not an address that begins with ${protocols.map((each) => `${each}//`).join(' or ')}`);
  }
  return value;
}

function origins(env: Environment): readonly string[] {
  const list = (text(env, 'PARLEY_ALLOWED_ORIGINS') ?? '').split(',').map((each) => each.trim());
  return list.filter((each) => each !== '').map((each) => {
    if (each !== '*' && !/^https?:\/\/[^/]+$/.test(each)) throw bad('PARLEY_ALLOWED_ORIGINS', each, 'an origin such as https://example.com');
    return each;
  });
}

function logLevel(env: Environment): LogLevel {
  const value = text(env, 'PARLEY_LOG_LEVEL') ?? DEFAULT_CONFIG.logLevel;
  const level = LOG_LEVELS.find((each) => each === value);
  if (!level) throw bad('PARLEY_LOG_LEVEL', value, `one of ${LOG_LEVELS.join(', ')}`);
  return level;
}
