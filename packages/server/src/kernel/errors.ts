/**
 * The closed table of error codes: what went wrong, how each transport says it, and whether trying again helps.
 *
 * It makes the GraphQL enum `ErrorCode`, `docs/errors.md` and the SDK's `ChatError`. A code is never renamed and never
 * reused; adding one here is the only way to get a new one.
 */

import { chance } from './ids.js';

/** Whether a caller should try again: `never` the same call, `now` at once, `after` waiting (see `retryAfterMs`). */
export type RetryAdvice = 'never' | 'now' | 'after';

/** One row of the table. */
export interface ErrorRow {
  /** HTTP status when the whole response is this error. */
  readonly status: number;
  /** WebSocket close code when this error ends the socket; absent where it only fails the operation. */
  readonly close?: number;
  /** Whether and when to try again. */
  readonly retry: RetryAdvice;
  /** Who raises it: the server on the wire, or the SDK on its own side. */
  readonly raisedBy: 'server' | 'client';
  /** One sentence for the reader of `docs/errors.md`: what it means and what to do. */
  readonly hint: string;
}

/** Every code a caller can meet. */
export const ERROR_TABLE = {
  UNAUTHENTICATED: { status: 401, close: 4403, retry: 'never', raisedBy: 'server', hint: 'No valid credential came with the call. Sign a token for the user and send it.' },
  TOKEN_EXPIRED: { status: 401, close: 4403, retry: 'now', raisedBy: 'server', hint: 'The token was valid but its time is over. Fetch a fresh one and repeat the call.' },
  SITE_INACTIVE: { status: 403, close: 4403, retry: 'never', raisedBy: 'server', hint: 'The site that the credential names is switched off.' },
  ORIGIN_NOT_ALLOWED: { status: 403, close: 4403, retry: 'never', raisedBy: 'server', hint: 'The page that calls is not on the list of allowed origins of the site.' },
  FORBIDDEN: { status: 403, retry: 'never', raisedBy: 'server', hint: 'The caller sees the thing but may not do this to it.' },
  NOT_FOUND: { status: 404, retry: 'never', raisedBy: 'server', hint: 'There is no such thing, or the caller may not know of it: the two look the same.' },
  INVALID_INPUT: { status: 400, retry: 'never', raisedBy: 'server', hint: 'A value breaks a rule. `details.field` names it and `details.reason` says which.' },
  MESSAGE_TOO_LONG: { status: 400, retry: 'never', raisedBy: 'server', hint: 'The text has more characters than the site allows. See `details.max` and `details.length`.' },
  CONVERSATION_CLOSED: { status: 409, retry: 'never', raisedBy: 'server', hint: 'The conversation can be read but not written to, because of its state or its booking.' },
  BOOKING_STATE_INVALID: { status: 409, retry: 'never', raisedBy: 'server', hint: 'The booking is not in a state that allows this. See `details.current`.' },
  ALREADY_RATED: { status: 409, retry: 'never', raisedBy: 'server', hint: 'This was rated before; a rating stands. See `details.rating`.' },
  RATING_CLOSED: { status: 409, retry: 'never', raisedBy: 'server', hint: 'The time in which this could be rated is over, or nobody asked for a rating.' },
  IDEMPOTENCY_CONFLICT: { status: 409, retry: 'never', raisedBy: 'server', hint: 'The same client id was used before with different content. Make a new id for new content.' },
  BROADCAST_STATE_INVALID: { status: 409, retry: 'never', raisedBy: 'server', hint: 'The broadcast is not scheduled any more, so it cannot be changed. See `details.current`.' },
  CASE_STATE_INVALID: { status: 409, retry: 'never', raisedBy: 'server', hint: 'The support case is not in a state that allows this. See `details.current`.' },
  OFFER_EXPIRED: { status: 409, retry: 'never', raisedBy: 'server', hint: 'The offer was answered, taken back or not answered in time. See `details.current`.' },
  QUEUE_FULL: { status: 409, retry: 'after', raisedBy: 'server', hint: 'As many customers wait as the queue takes, and there is no other one. Try again later. See `details.max`.' },
  ESCALATION_DECIDED: { status: 409, retry: 'never', raisedBy: 'server', hint: 'The escalation has its decision already, which stays. See `details.current`.' },
  AGENT_UNAVAILABLE: { status: 409, retry: 'never', raisedBy: 'server', hint: 'The agent is not there, or has as many cases as they take. See `details.reason`: `OFFLINE`, `FULL` or `SELF`.' },
  CONFLICT: { status: 409, retry: 'now', raisedBy: 'server', hint: 'Somebody changed the same thing at the same moment. Read it again and repeat.' },
  RATE_LIMITED: { status: 429, retry: 'after', raisedBy: 'server', hint: 'Too many calls of this kind. Wait `retryAfterMs`.' },
  LIMIT_EXCEEDED: { status: 429, close: 4429, retry: 'after', raisedBy: 'server', hint: 'A ceiling is reached, such as open sockets or subscriptions of one socket. See `details.limit`.' },
  PAYLOAD_TOO_LARGE: { status: 413, close: 1009, retry: 'never', raisedBy: 'server', hint: 'The request or frame has more bytes than allowed. See `details.maxBytes`.' },
  QUERY_TOO_COMPLEX: { status: 400, retry: 'never', raisedBy: 'server', hint: 'The document is too deep, too wide or too dear. See `details.limit`.' },
  QUERY_INVALID: { status: 400, retry: 'never', raisedBy: 'server', hint: 'The document does not parse or does not fit the schema.' },
  PERSISTED_QUERY_NOT_FOUND: { status: 404, retry: 'now', raisedBy: 'server', hint: 'The server does not know the document hash. Repeat the call with the full text.' },
  RESYNC_REQUIRED: { status: 409, retry: 'now', raisedBy: 'server', hint: 'The subscriber read too slowly and its feed was ended. Subscribe again from the last position.' },
  ACCESS_REVOKED: { status: 403, retry: 'never', raisedBy: 'server', hint: 'Access ended while the feed was open, for example because the participant was removed.' },
  OVERLOADED: { status: 503, retry: 'after', raisedBy: 'server', hint: 'The server sheds load. Wait `retryAfterMs` and repeat with the same client id.' },
  UNAVAILABLE: { status: 503, retry: 'after', raisedBy: 'server', hint: 'The database is out of reach at the moment. Wait and repeat with the same client id.' },
  INTERNAL: { status: 500, retry: 'after', raisedBy: 'server', hint: 'Something unexpected. Its cause is in the server log under `requestId`.' },
  NETWORK_ERROR: { status: 0, retry: 'after', raisedBy: 'client', hint: 'The server could not be reached. The SDK goes on trying by itself.' },
  TIMEOUT: { status: 0, retry: 'after', raisedBy: 'client', hint: 'No answer came in time. The outcome is unknown: repeat with the same client id.' },
  CLIENT_CLOSED: { status: 0, retry: 'never', raisedBy: 'client', hint: 'The client was closed before the call could finish.' },
  STORAGE_FAILED: { status: 0, retry: 'never', raisedBy: 'client', hint: 'The storage that keeps unsent messages refused to read or write.' },
  OUTSIDE_PROVIDER: { status: 0, retry: 'never', raisedBy: 'client', hint: 'A hook was called outside ChatProvider or ConversationProvider and without an explicit id.' },
} as const satisfies Record<string, ErrorRow>;

/** The name of a row of {@link ERROR_TABLE}. */
export type ErrorCode = keyof typeof ERROR_TABLE;

/** All codes, in the order of the table. */
export const ERROR_CODES: readonly ErrorCode[] = Object.keys(ERROR_TABLE).filter(isErrorCode);

/** Whether a string is a code of the table. */
export function isErrorCode(value: string): value is ErrorCode {
  return Object.hasOwn(ERROR_TABLE, value);
}

/** Facts that travel with an error to its reader; never anything private to somebody else. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** What {@link ChatError} takes beside its code and message. */
export interface ChatErrorOptions {
  readonly details?: ErrorDetails;
  /** Milliseconds to wait before the same call can succeed. */
  readonly retryAfterMs?: number;
  /** The underlying failure; logged, never sent. */
  readonly cause?: unknown;
}

/**
 * The one error that services throw on purpose. Its message reaches the caller, so it says
 * `unable to <operation>; <reason>` and nothing that the caller may not know.
 */
export class ChatError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, options: ChatErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ChatError';
    this.code = code;
    this.details = options.details;
    this.retryAfterMs = options.retryAfterMs;
  }

  /** The table's row of this code. */
  get row(): ErrorRow {
    return ERROR_TABLE[this.code];
  }
}

/** Whether a value is a {@link ChatError}, and of the given code when one is given. */
export function isChatError(error: unknown, code?: ErrorCode): error is ChatError {
  return error instanceof ChatError && (code === undefined || error.code === code);
}

/** The answer to an outsider: the same for a thing that is absent and one that is hidden. */
export function notFound(operation: string, noun: string): ChatError {
  return new ChatError('NOT_FOUND', `unable to ${operation}; ${noun} does not exist`);
}

/** A value that breaks a rule; `details` names the field and the reason. */
export function invalidInput(operation: string, field: string, reason: string): ChatError {
  return new ChatError('INVALID_INPUT', `unable to ${operation}; ${field} ${reason}`, { details: { field, reason } });
}

/** How long a client that is refused stays away: at least, and by chance up to so much more, so that the refused do not come back together. */
const OVERLOADED_MS = 1_000;
const OVERLOADED_SPREAD_MS = 2_000;

/** What is refused because the node has more to do than it can; nothing of it was done. `details` names the limit. */
export function overloaded(operation: string, details: { readonly limit: string; readonly max: number }): ChatError {
  const retryAfterMs = OVERLOADED_MS + Math.round(chance() * OVERLOADED_SPREAD_MS);
  return new ChatError('OVERLOADED', `unable to ${operation}; the server has too much to do`, { details, retryAfterMs });
}
