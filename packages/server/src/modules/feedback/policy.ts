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

/** What decides whether a case can be rated now. */
export interface RatingFacts {
  readonly rating: number | null;
  /** When its customer was asked; null when nobody asked. */
  readonly askedAt: Date | null;
  readonly expiresAt: Date | null;
}

/** Why a case can not be rated now; null when it can. Pure. */
export function ratingRefusal({ rating, askedAt, expiresAt }: RatingFacts, now: Date): 'rated' | 'not_asked' | 'late' | null {
  if (rating !== null) return 'rated';
  if (askedAt === null || expiresAt === null) return 'not_asked';
  return now > expiresAt ? 'late' : null;
}
