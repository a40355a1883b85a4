// Generated from schema.graphql by `npm run gen`. Do not edit.

/** Every code that a caller can meet. A code is never renamed and never reused; a newer server may have more, which arrive as they are. */
export type ErrorCode = keyof ErrorHints;

/** What each code means, as hover text. */
export interface ErrorHints {
  /** No valid credential came with the call. Sign a token for the user and send it. */
  readonly UNAUTHENTICATED: 'never';
  /** The token was valid but its time is over. Fetch a fresh one and repeat the call. */
  readonly TOKEN_EXPIRED: 'now';
  /** The site that the credential names is switched off. */
  readonly SITE_INACTIVE: 'never';
  /** The page that calls is not on the list of allowed origins of the site. */
  readonly ORIGIN_NOT_ALLOWED: 'never';
  /** The caller sees the thing but may not do this to it. */
  readonly FORBIDDEN: 'never';
  /** There is no such thing, or the caller may not know of it: the two look the same. */
  readonly NOT_FOUND: 'never';
  /** A value breaks a rule. `details.field` names it and `details.reason` says which. */
  readonly INVALID_INPUT: 'never';
  /** The text has more characters than the site allows. See `details.max` and `details.length`. */
  readonly MESSAGE_TOO_LONG: 'never';
  /** The conversation can be read but not written to, because of its state or its booking. */
  readonly CONVERSATION_CLOSED: 'never';
  /** The booking is not in a state that allows this. See `details.current`. */
  readonly BOOKING_STATE_INVALID: 'never';
  /** This was rated before; a rating stands. See `details.rating`. */
  readonly ALREADY_RATED: 'never';
  /** The time in which this could be rated is over, or nobody asked for a rating. */
  readonly RATING_CLOSED: 'never';
  /** The same client id was used before with different content. Make a new id for new content. */
  readonly IDEMPOTENCY_CONFLICT: 'never';
  /** The broadcast is not scheduled any more, so it cannot be changed. See `details.current`. */
  readonly BROADCAST_STATE_INVALID: 'never';
  /** The support case is not in a state that allows this. See `details.current`. */
  readonly CASE_STATE_INVALID: 'never';
  /** The offer was answered, taken back or not answered in time. See `details.current`. */
  readonly OFFER_EXPIRED: 'never';
  /** As many customers wait as the queue takes, and there is no other one. Try again later. See `details.max`. */
  readonly QUEUE_FULL: 'after';
  /** The escalation has its decision already, which stays. See `details.current`. */
  readonly ESCALATION_DECIDED: 'never';
  /** The agent is not there, or has as many cases as they take. See `details.reason`: `OFFLINE`, `FULL` or `SELF`. */
  readonly AGENT_UNAVAILABLE: 'never';
  /** Somebody changed the same thing at the same moment. Read it again and repeat. */
  readonly CONFLICT: 'now';
  /** Too many calls of this kind. Wait `retryAfterMs`. */
  readonly RATE_LIMITED: 'after';
  /** A ceiling is reached, such as open sockets or subscriptions of one socket. See `details.limit`. */
  readonly LIMIT_EXCEEDED: 'after';
  /** The request or frame has more bytes than allowed. See `details.maxBytes`. */
  readonly PAYLOAD_TOO_LARGE: 'never';
  /** The document is too deep, too wide or too dear. See `details.limit`. */
  readonly QUERY_TOO_COMPLEX: 'never';
  /** The document does not parse or does not fit the schema. */
  readonly QUERY_INVALID: 'never';
  /** The server does not know the document hash. Repeat the call with the full text. */
  readonly PERSISTED_QUERY_NOT_FOUND: 'now';
  /** The subscriber read too slowly and its feed was ended. Subscribe again from the last position. */
  readonly RESYNC_REQUIRED: 'now';
  /** Access ended while the feed was open, for example because the participant was removed. */
  readonly ACCESS_REVOKED: 'never';
  /** The server sheds load. Wait `retryAfterMs` and repeat with the same client id. */
  readonly OVERLOADED: 'after';
  /** The database is out of reach at the moment. Wait and repeat with the same client id. */
  readonly UNAVAILABLE: 'after';
  /** Something unexpected. Its cause is in the server log under `requestId`. */
  readonly INTERNAL: 'after';
  /** The server could not be reached. The SDK goes on trying by itself. */
  readonly NETWORK_ERROR: 'after';
  /** No answer came in time. The outcome is unknown: repeat with the same client id. */
  readonly TIMEOUT: 'after';
  /** The client was closed before the call could finish. */
  readonly CLIENT_CLOSED: 'never';
  /** The storage that keeps unsent messages refused to read or write. */
  readonly STORAGE_FAILED: 'never';
  /** A hook was called outside ChatProvider or ConversationProvider and without an explicit id. */
  readonly OUTSIDE_PROVIDER: 'never';
}

/** Whether a caller should try again: never the same call, at once, or after waiting. */
export type RetryAdvice = ErrorHints[ErrorCode];

/** The codes of calls that can succeed when repeated, by when, separated by spaces. All others: never. */
export const CODES_BY_RETRY: Readonly<Record<Exclude<RetryAdvice, 'never'>, string>> = {
  now: 'TOKEN_EXPIRED CONFLICT PERSISTED_QUERY_NOT_FOUND RESYNC_REQUIRED',
  after: 'QUEUE_FULL RATE_LIMITED LIMIT_EXCEEDED OVERLOADED UNAVAILABLE INTERNAL NETWORK_ERROR TIMEOUT',
};
