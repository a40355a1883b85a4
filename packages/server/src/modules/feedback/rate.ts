import type { Deps } from '../../deps.js';
import { ChatError, notFound } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { PersonView } from '../../kernel/views.js';
import { addRating } from '../agents/index.js';
import { postMessage } from '../messages/index.js';
import { accessCase, lockCase } from '../queues/index.js';
import { type ParsedRating, parseRating, type RatingInput } from './input.js';
import { ratingRefusal, requireRetry } from './policy.js';
import { LOCK_OUTCOME, OUTCOME_OF, RATE } from './store.js';

/** What became of a case, and what its customer said. */
export interface OutcomeView {
  readonly caseId: string;
  readonly siteId: string;
  readonly conversationId: string;
  readonly customerId: string;
  readonly subject: string;
  readonly customer: PersonView;
  readonly agent: PersonView | null;
  readonly endedAt: string;
  readonly endings: number;
  readonly isFirstContact: boolean;
  readonly askedAt: string | null;
  readonly expiresAt: string | null;
  readonly rating: number | null;
  readonly comment: string | null;
  readonly ratedAt: string | null;
  readonly isByLink: boolean;
}

/** The outcome of a case; null before it ended. No viewer is asked: the caller has authorised it. */
export async function readOutcome(deps: Pick<Deps, 'db'>, caseId: string): Promise<OutcomeView | null> {
  const [outcome] = await deps.db.hot<OutcomeView>(OUTCOME_OF, [caseId]);
  return outcome ?? null;
}

/**
 * Rates the viewer's own case, once.
 * @throws ChatError NOT_FOUND, FORBIDDEN for staff, INVALID_INPUT, ALREADY_RATED, RATING_CLOSED, IDEMPOTENCY_CONFLICT
 */
export async function rateCase(deps: Deps, viewer: Viewer, input: RatingInput & { readonly caseId: string }): Promise<OutcomeView> {
  const operation = 'rate case';
  const parsed = parseRating(operation, input);
  const { id, siteId } = await accessCase(deps, viewer, { caseId: input.caseId, need: 'customer', operation });
  return keepRating(deps, { operation, caseId: id, siteId, parsed, isByLink: false });
}

/** A rating on its way, its right to it judged. */
export interface KeptRating {
  readonly operation: string;
  readonly caseId: string;
  readonly siteId: string;
  readonly parsed: ParsedRating;
  readonly isByLink: boolean;
}

interface Locked {
  readonly conversationId: string;
  readonly agentId: string | null;
  readonly askedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly rating: number | null;
  readonly comment: string | null;
  readonly clientId: string | null;
}

/**
 * Keeps a rating, counts it for the agent, and says so in the conversation: all or nothing, once. The same again under the same client id answers like the first time.
 * @throws ChatError ALREADY_RATED, RATING_CLOSED where nobody asked or the time is over, IDEMPOTENCY_CONFLICT
 */
export async function keepRating(deps: Deps, { operation, caseId, siteId, parsed, isByLink }: KeptRating): Promise<OutcomeView> {
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    // The conversation first, as everywhere.
    await lockCase(tx, { caseId, siteId });
    const [outcome] = await tx.raw<Locked>(LOCK_OUTCOME, [caseId]);
    if (outcome && outcome.rating !== null) return requireRetry(operation, { ...outcome, rating: outcome.rating }, parsed);
    const refusal = outcome ? ratingRefusal(outcome, now) : 'not_asked';
    if (!outcome || refusal !== null) throw new ChatError('RATING_CLOSED', `unable to ${operation}; ${refusal === 'late' ? 'the time for it is over' : 'nobody asked for a rating'}`);
    const { rating, comment, clientId } = parsed;
    await tx.raw(RATE, [caseId, rating, comment, clientId, now.toISOString(), isByLink]);
    const metadata = { type: 'rating', caseId, rating, scale: 5 };
    const { conversationId, agentId } = outcome;
    await postMessage(deps, tx, { siteId, conversationId, clientId: `rated-${caseId}`, text: `Rated ${rating} of 5.`, metadata, origin: 'audit', now });
    if (agentId !== null) await addRating(deps, tx, { userId: agentId, siteId, rating, now });
    return undefined;
  });
  const kept = await readOutcome(deps, caseId);
  if (!kept) throw notFound(operation, 'case');
  return kept;
}
