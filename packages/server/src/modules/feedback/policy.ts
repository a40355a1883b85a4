import { ChatError } from '../../kernel/errors.js';
import type { ParsedRating } from './input.js';

/** Milliseconds that a customer has to answer: 14 days. */
export const RATING_MS = 14 * 86_400_000;
/** Days within which another case of the same customer in the same queue means that the first contact did not settle it. */
export const FIRST_CONTACT_DAYS = 7;

/** A rating that was given before. */
export interface GivenRating {
  readonly clientId: string | null;
  readonly rating: number;
  readonly comment: string | null;
}

/**
 * Judges a rating of what was rated before: returns when it is a retry of the same, which answers like the first time.
 * @throws ChatError ALREADY_RATED, IDEMPOTENCY_CONFLICT
 */
export function requireRetry(operation: string, given: GivenRating, again: ParsedRating): void {
  if (given.clientId !== again.clientId) {
    throw new ChatError('ALREADY_RATED', `unable to ${operation}; it was rated before`, { details: { rating: given.rating } });
  }
  if (given.rating !== again.rating || given.comment !== again.comment) {
    throw new ChatError('IDEMPOTENCY_CONFLICT', `unable to ${operation}; the client id was used for another rating`);
  }
}
