import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { parseRating, type RatingInput } from './input.js';
import { keepRating, type OutcomeView } from './rate.js';
import { outcomeByToken } from './token.js';

/** A page that was opened by a link. */
export interface LinkRequest {
  readonly token: string;
  /** Origin of the page that calls; null when no browser page of another origin does. */
  readonly origin: string | null;
}

/** What a link asks for, for the page that it opens. @throws ChatError NOT_FOUND, SITE_INACTIVE, ORIGIN_NOT_ALLOWED, RATING_CLOSED once the time is over */
export async function readByToken(deps: Deps, request: LinkRequest): Promise<OutcomeView> {
  const operation = 'read rating request';
  const outcome = await outcomeByToken(deps, { ...request, operation });
  requireTime(deps, outcome, operation);
  return outcome;
}

/**
 * Rates a case without signing in, by the token of its link: once, within its time.
 * @throws ChatError NOT_FOUND, SITE_INACTIVE, ORIGIN_NOT_ALLOWED, INVALID_INPUT, ALREADY_RATED, RATING_CLOSED, IDEMPOTENCY_CONFLICT
 */
export async function rateByToken(deps: Deps, input: RatingInput & LinkRequest): Promise<OutcomeView> {
  const operation = 'rate by link';
  const parsed = parseRating(operation, input);
  const { caseId, siteId } = await outcomeByToken(deps, { token: input.token, origin: input.origin, operation });
  return keepRating(deps, { operation, caseId, siteId, parsed, isByLink: true });
}

function requireTime(deps: Deps, { rating, expiresAt }: OutcomeView, operation: string): void {
  if (rating === null && (expiresAt === null || deps.clock.now().toISOString() > expiresAt)) {
    throw new ChatError('RATING_CLOSED', `unable to ${operation}; the time for it is over`);
  }
}
