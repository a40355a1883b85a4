/** The one error of the SDK, and the one place where everything else becomes it. */
import { CODES_BY_RETRY, type ErrorCode, type RetryAdvice } from './generated/errors.js';

function adviceOf(code: string): RetryAdvice {
  return (['now', 'after'] as const).find((advice) => CODES_BY_RETRY[advice].split(' ').includes(code)) ?? 'never';
}

/** Whether a value is written like a code. The table itself is not carried along: it would grow with the schema, and lack what a newer server says. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && /^[A-Z_]{6,}$/.test(code);
}

/** What {@link ChatError} takes beside code and message. */
export interface ChatErrorOptions {
  readonly retry?: RetryAdvice;
  readonly retryAfterMs?: number | null;
  readonly details?: Readonly<Record<string, unknown>> | null;
  readonly requestId?: string | null;
  readonly cause?: unknown;
}

/**
 * Whatever goes wrong is one of these. Its message reads `unable to <operation>; <reason>`.
 *
 * @example
 * try { await conversation.send('hello') } catch (error) { if (isChatError(error, 'CONVERSATION_CLOSED')) … }
 */
export class ChatError extends Error {
  /** What happened, from the closed table (`docs/errors.md`). A server that is newer than this package may have codes beyond it. */
  readonly code: ErrorCode;
  /** Whether the same call can succeed: `never`, `now`, or `after` waiting. */
  readonly retry: RetryAdvice;
  /** How long to wait first, in milliseconds; null where nobody knows. */
  readonly retryAfterMs: number | null;
  /** Facts about this case, such as `{field, reason}` of INVALID_INPUT. */
  readonly details: Readonly<Record<string, unknown>> | null;
  /** Finds the case in the server's log. */
  readonly requestId: string | null;

  constructor(code: ErrorCode, message: string, options: ChatErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ChatError';
    this.code = code;
    this.retry = options.retry ?? adviceOf(code);
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.details = options.details ?? null;
    this.requestId = options.requestId ?? null;
  }

  /** Whether trying the same call again can help. */
  get retryable(): boolean {
    return this.retry !== 'never';
  }
}

/** Whether a value is a {@link ChatError}, and of the given code when one is given. True across copies of this package. */
export function isChatError(error: unknown, code?: ErrorCode): error is ChatError {
  if (!(error instanceof Error) || error.name !== 'ChatError' || !('code' in error)) return false;
  return code === undefined ? isErrorCode(error.code) : error.code === code;
}

/** Whether the credential is at fault: nothing of the call itself, and a new token may help. */
export function isTokenError(error: unknown): boolean {
  return isChatError(error, 'TOKEN_EXPIRED') || isChatError(error, 'UNAUTHENTICATED');
}

/** An error of the server's answer, as far as it is looked at. */
export interface WireError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** Whether a value is an error of the server's answer. */
export function isWireError(value: unknown): value is WireError {
  return isRecord(value) && typeof value['message'] === 'string';
}

/** Turns an error of the server's answer into a {@link ChatError}. One that comes without a code and advice is none of Parley's, and INTERNAL. */
export function fromWire({ message, extensions = {} }: WireError): ChatError {
  const { code, retry, retryAfterMs, details, requestId } = extensions;
  const advice = retry === 'never' || retry === 'now' || retry === 'after' ? retry : null;
  const isOurs = advice !== null && isErrorCode(code);
  return new ChatError(isOurs ? code : 'INTERNAL', message, {
    ...(advice && { retry: advice }),
    retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : null,
    details: isRecord(details) ? details : isOurs ? null : { code: code ?? null },
    requestId: typeof requestId === 'string' ? requestId : null,
  });
}

/** Turns whatever was thrown into a {@link ChatError}; what is none yet becomes NETWORK_ERROR. */
export function toChatError(error: unknown, operation: string): ChatError {
  if (isChatError(error)) return error;
  const reason = error instanceof Error && error.message !== '' ? error.message : 'the connection was lost';
  return new ChatError('NETWORK_ERROR', `unable to ${operation}; ${reason}`, { cause: error });
}

/** Whether a value is a plain record. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Hears of errors that no caller waits for. */
export type ErrorReport = (error: ChatError) => void;
