import { isDriverAdapterError } from '@prisma/driver-adapter-utils';
import { ChatError } from '../kernel/errors.js';
import { failureOf } from './driver-errors.js';
import { Prisma } from './generated/client.js';

/**
 * Whether an error is a unique violation, of Prisma or of either driver.
 * @param index the constraint's or index's name as the migrations have it, e.g. `message_sender_id_client_id_conversation_id_key`;
 *   without one, any violation counts.
 */
export function isUniqueViolation(error: unknown, index?: string): boolean {
  const violated = violatedIndex(error);
  return violated !== null && (index === undefined || violated === index);
}

/** The name of the violated index, '' when the driver does not tell, null when the error is something else. */
function violatedIndex(error: unknown): string | null {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    if (error.code !== 'P2002' && !rawCode(error.meta)?.startsWith('23505')) return null;
    return indexIn(error.meta) ?? '';
  }
  const failure = failureOf(error);
  return failure?.code === '23505' ? (failure.constraint ?? '') : null;
}

function rawCode(meta: unknown): string | null {
  const code = at(meta, 'driverAdapterError', 'cause', 'originalCode') ?? at(meta, 'code');
  return typeof code === 'string' ? code : null;
}

function indexIn(meta: unknown): string | null {
  const index = at(meta, 'driverAdapterError', 'cause', 'constraint', 'index') ?? at(meta, 'target');
  return typeof index === 'string' ? index : null;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

// P2028: a transaction could not begin in time, or was rolled back because it took too long. UNAVAILABLE: what the adapter threw, which Prisma wraps since it has a code.
const PRISMA_OUT_OF_REACH = new Set(['UNAVAILABLE', 'P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2028', 'P2037']);
const SYSTEM_OUT_OF_REACH = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);
const KINDS_OUT_OF_REACH = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);
// 08: connection; 57P01–03: shutting down, crashed, starting; 53: out of connections, memory or disk; 57014: statement timeout; 55P03: lock timeout.
const STATE_OUT_OF_REACH = /^(08...|57P0[123]|53...|57014|55P03|25P03)$/;
const WORDS_OUT_OF_REACH = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after|Query read timeout)/;

/** Whether an error means that the database cannot be reached or cannot take more just now, so that the same call may work later. */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    const state = rawCode(error.meta);
    return PRISMA_OUT_OF_REACH.has(error.code) || (state !== null && STATE_OUT_OF_REACH.test(state));
  }
  if (isDriverAdapterError(error)) {
    const { kind } = error.cause;
    const state = at(error, 'cause', 'originalCode') ?? at(error, 'cause', 'code');
    return KINDS_OUT_OF_REACH.has(kind) || (typeof state === 'string' && STATE_OUT_OF_REACH.test(state));
  }
  const failure = failureOf(error);
  if (failure && (SYSTEM_OUT_OF_REACH.has(failure.code) || STATE_OUT_OF_REACH.test(failure.code))) return true;
  return WORDS_OUT_OF_REACH.test(error.message);
}

/** Whether a transaction lost against another one and may simply run again. */
export function isLostRace(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    return error.code === 'P2034' || ['40001', '40P01'].includes(rawCode(error.meta) ?? '');
  }
  return ['40001', '40P01'].includes(failureOf(error)?.code ?? '');
}

/** Turns a database that is out of reach into `UNAVAILABLE`; any other error stays as it is. */
export function asUnavailable(error: unknown): unknown {
  if (!isOutOfReach(error)) return error;
  return new ChatError('UNAVAILABLE', 'unable to use the database; it is out of reach', { cause: error, retryAfterMs: 1_000 });
}
