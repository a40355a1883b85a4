import { invalidInput } from '../../kernel/errors.js';
import { parseClientId, parseText } from '../../kernel/input.js';

/** What somebody thinks of something, as callers give it. */
export interface RatingInput {
  readonly clientId: string;
  readonly rating: number;
  readonly comment?: string | null;
}

/** A rating that was checked. */
export interface ParsedRating {
  readonly clientId: string;
  readonly rating: number;
  readonly comment: string | null;
}

/** Checks a rating: 1 to 5, with a comment of at most 2,000 characters. An empty comment is none. @throws ChatError INVALID_INPUT */
export function parseRating(operation: string, input: RatingInput): ParsedRating {
  const at = (field: string) => ({ operation, field });
  const { rating } = input;
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) throw invalidInput(operation, 'rating', 'is not a whole number from 1 to 5');
  const comment = input.comment == null ? '' : parseText(at('comment'), input.comment, { max: 2_000 });
  return { clientId: parseClientId(at('clientId'), input.clientId), rating, comment: comment.trim() === '' ? null : comment };
}
