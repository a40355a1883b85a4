/** What a caller learns of a failure: the code of a `ChatError`, or `INTERNAL` and a request id for everything else. */
import { GraphQLError } from 'graphql';
import { asUnavailable } from '../db/index.js';
import { ChatError, type ErrorCode, isErrorCode } from '../kernel/errors.js';
import type { Log } from '../kernel/log.js';

/** How one request's errors are shown. */
export interface ErrorView {
  /** Named in each error and in the log. */
  readonly requestId: string;
  readonly log: Log;
  /** Called with each error that goes out, and its path in the answer. */
  readonly count?: (error: ChatError, path: readonly (string | number)[] | undefined) => void;
  /** Whether messages may suggest names of the schema. */
  readonly hasSuggestions: boolean;
}

/** Milliseconds to wait before a retry where the error itself does not say. */
const DEFAULT_RETRY_MS = 1_000;

/**
 * Turns anything thrown into the GraphQL error that goes out, with `extensions {code, retry, retryAfterMs?, details?, requestId}`.
 * `plain` is the code of a GraphQL error that carries none: QUERY_INVALID while a document is read, INVALID_INPUT for its variables.
 * `extensions.http` is read and removed by the HTTP transport; the WebSocket transport removes it itself.
 */
export function toWireError(error: unknown, view: ErrorView, plain: ErrorCode = 'INTERNAL'): GraphQLError {
  const cause = asUnavailable(causeOf(error));
  const chat = cause instanceof ChatError ? cause : (fromHttpLayer(error) ?? fromGraphQL(error, plain, view));
  if (chat.code === 'INTERNAL') view.log.error({ event: 'operation.defect', err: cause, request_id: view.requestId }, 'unexpected error');
  view.count?.(chat, error instanceof GraphQLError ? error.path : undefined);
  const { status, retry } = chat.row;
  const retryAfterMs = retry === 'after' ? (chat.retryAfterMs ?? DEFAULT_RETRY_MS) : chat.retryAfterMs;
  const at = error instanceof GraphQLError ? { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path } : {};
  return new GraphQLError(chat.message, {
    ...at,
    extensions: {
      code: chat.code,
      retry,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(chat.details === undefined ? {} : { details: chat.details }),
      requestId: view.requestId,
      http: httpOf(chat, { status, isPath: 'path' in at && at.path !== undefined, retryAfterMs }),
    },
  });
}

interface HttpPart {
  readonly status: number;
  readonly isPath: boolean;
  readonly retryAfterMs: number | undefined;
}

/** `spec` leaves the status of an `application/json` answer at 200, as GraphQL over HTTP wants for errors of the document and its fields. */
function httpOf(error: ChatError, part: HttpPart): Record<string, unknown> {
  const isOfDocument = part.isPath || ['QUERY_INVALID', 'INVALID_INPUT', 'QUERY_TOO_COMPLEX', 'PERSISTED_QUERY_NOT_FOUND'].includes(error.code);
  const wait = part.retryAfterMs !== undefined && !part.isPath ? { 'retry-after': String(Math.ceil(part.retryAfterMs / 1000)) } : {};
  return { status: part.status, spec: isOfDocument, headers: wait };
}

/** The same error without what only the HTTP transport reads. */
export function withoutHttp(error: GraphQLError): GraphQLError {
  if (!('http' in error.extensions)) return error;
  const { http: _http, ...extensions } = error.extensions;
  return new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    path: error.path,
    extensions,
  });
}

/** What was thrown at first, below the GraphQL errors that wrap it. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** Errors of the HTTP layer itself (a body too large, no CSRF header, not JSON) name a status and no code of ours. */
function fromHttpLayer(error: unknown): ChatError | null {
  if (!(error instanceof GraphQLError)) return null;
  const { http } = error.extensions;
  if (typeof http !== 'object' || http === null || !('status' in http)) return null;
  if (http.status === 413) return new ChatError('PAYLOAD_TOO_LARGE', 'unable to read request; its body is too large');
  if (http.status === 403) {
    return new ChatError('FORBIDDEN', 'unable to read request; send it as application/json or with the header x-parley-csrf', {
      details: { header: 'x-parley-csrf' },
    });
  }
  return http.status === 400 ? new ChatError('QUERY_INVALID', `unable to read request; ${lowerFirst(error.message)}`) : null;
}

function fromGraphQL(error: unknown, plain: ErrorCode, view: ErrorView): ChatError {
  if (!(error instanceof GraphQLError) || (error.originalError && !(error.originalError instanceof GraphQLError))) return internal(view);
  const named = error.extensions['code'];
  const code = typeof named === 'string' && isErrorCode(named) ? named : codeOfPlain(error, plain);
  if (code === 'INTERNAL') return internal(view);
  const reason = view.hasSuggestions ? error.message : error.message.replace(/ Did you mean .*\?$/s, '');
  return new ChatError(code, `${OPENINGS[code] ?? 'unable to run operation'}; ${lowerFirst(reason)}`);
}

const OPENINGS: Partial<Record<ErrorCode, string>> = { QUERY_INVALID: 'unable to read document' };

/** graphql-js refuses a wrong argument while it executes, with a path and no cause. */
function codeOfPlain(error: GraphQLError, plain: ErrorCode): ErrorCode {
  return error.path && /^(Argument|Variable) "/.test(error.message) ? 'INVALID_INPUT' : plain;
}

function internal(view: ErrorView): ChatError {
  return new ChatError('INTERNAL', `unable to answer; an unexpected error was logged under ${view.requestId}`);
}

/** The reason of a graphql-js message, to stand after a semicolon. */
function lowerFirst(text: string): string {
  const plain = text.replace(/^Syntax Error: /, '');
  return plain.charAt(0).toLowerCase() + plain.slice(1);
}
