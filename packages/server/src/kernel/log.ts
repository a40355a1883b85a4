/** The structured log: JSON lines with a closed list of fields. Ids, codes and counts, never contents. */
import { type DestinationStream, type Level, type Logger, pino } from 'pino';
import { systemClock } from './clock.js';
import type { LogEventName } from './log-events.js';

/** What a line may say, beside `timestamp`, `level`, `service` and `message`. */
export interface LogFields {
  readonly event: LogEventName;
  readonly conversation_id?: string;
  readonly user_id?: string | null;
  /** Kind of a message: `text`, `system`. */
  readonly message_type?: string;
  /** State of a flow, by its name in the flow's definition. */
  readonly flow_state?: string;
  readonly site_id?: string;
  readonly request_id?: string;
  /** Type of a committed event. */
  readonly type?: string;
  readonly seq?: number;
  readonly known_seq?: number;
  /** Error code answered. */
  readonly code?: string;
  /** Root field of the schema. */
  readonly field?: string;
  readonly topic?: string;
  readonly url?: string;
  readonly database?: string;
  readonly bus?: string;
  /** How many of what the event counts. */
  readonly count?: number;
  /** Sockets and streams that are open. */
  readonly connections?: number;
  /** Anything thrown. It is reduced to its type, code, cause and the places of its stack; what it quotes is left out. */
  readonly err?: unknown;
}

const FIELDS: ReadonlySet<string> = new Set<keyof LogFields>([
  'event', 'conversation_id', 'user_id', 'message_type', 'flow_state', 'site_id', 'request_id', 'type', 'seq', 'known_seq', 'code', 'field',
  'topic', 'url', 'database', 'bus', 'connections', 'count', 'err',
]);

/** Where the server writes what happens to it. */
export interface Log {
  fatal(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  debug(fields: LogFields, message: string): void;
  isLevelEnabled(level: string): boolean;
}

/** Makes the log of a server: JSON lines on standard output, or where `destination` says. */
export function createLog(level: Level | 'silent', destination?: DestinationStream): Log {
  const options = {
    level,
    base: { service: 'parley' },
    messageKey: 'message',
    timestamp: () => `,"timestamp":"${systemClock.now().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }), log: onlyKnown },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** A logger of the application's own as the server's log: fields and errors are reduced in the same way. */
export function logOver(logger: Logger): Log {
  return logger.child({}, { formatters: { log: onlyKnown }, serializers: { err: describeError } });
}

/** A net below the types: fields that are not on the list are not written. */
function onlyKnown(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => FIELDS.has(name)));
}

/** An error as the log shows it. */
interface DescribedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: DescribedError;
}

const MAX_CAUSES = 3;
const MAX_MESSAGE = 300;

/** Drivers put whole commands, rows and addresses into their errors, and parsers quote what they read: none of it is kept. */
function describeError(error: unknown, depth: unknown = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '' };
  const level = typeof depth === 'number' ? depth : 0;
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? { code: String(error.code) } : {};
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)).join('\n');
  const cause = error.cause instanceof Error && level < MAX_CAUSES ? { cause: describeError(error.cause, level + 1) } : {};
  return { type: error.name, ...code, message: withoutQuotes(error.message), ...(stack ? { stack } : {}), ...cause };
}

/** The first line of a message without what stands in quotes, looks like an address, or is too long to be a sentence of ours. */
function withoutQuotes(message: string): string {
  const [line = ''] = message.split('\n', 1);
  return line
    .replace(/"[^"]*("|$)|'[^']*('|$)|`[^`]*(`|$)/g, '…')
    .replace(/=\([^)]*\)/g, '=(…)')
    .replace(/\S+@\S+/g, '…')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b|(?:[0-9a-f]{0,4}:){3,}[0-9a-f]*/gi, '…')
    .slice(0, MAX_MESSAGE);
}
