import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';
import { accessConversation } from '../conversations/index.js';
import { accessMessage } from '../messages/index.js';
import { parseRating, type RatingInput } from './input.js';
import { requireRetry } from './policy.js';
import { PROVIDER_RATING, RATE_REPLY, REPLY_RATING, REPLY_RATINGS } from './store.js';

/** What a client thinks of one message of their provider. */
export interface ReplyRatingView {
  readonly messageId: string;
  readonly conversationId: string;
  readonly providerId: string;
  readonly rating: number;
  readonly comment: string | null;
  readonly clientId: string;
  readonly ratedAt: string;
}

/**
 * Rates a message of the provider's side in a booking conversation of the viewer, who is its client: each message once.
 * @throws ChatError NOT_FOUND, FORBIDDEN, INVALID_INPUT, ALREADY_RATED, IDEMPOTENCY_CONFLICT
 */
export async function rateReply(deps: Deps, viewer: Viewer, input: RatingInput & { readonly messageId: string }): Promise<ReplyRatingView> {
  const operation = 'rate reply';
  const parsed = parseRating(operation, input);
  const { access, message } = await accessMessage(deps, viewer, { messageId: input.messageId, operation });
  if (access.conversation.kind !== 'booking' || access.participant?.role !== 'client') throw refused('only the client of a booking rates there');
  if (message.kind !== 'text' || message.isDeleted) throw refused('it is no reply');
  const { rating, comment, clientId } = parsed;
  const { siteId, userId } = viewer;
  const at = deps.clock.now().toISOString();
  const [made] = await deps.db.hot<ReplyRatingView>(RATE_REPLY, [message.id, userId, siteId, message.conversationId, message.senderId, rating, comment, clientId, at]);
  if (made) return made;
  const [given] = await deps.db.hot<ReplyRatingView>(REPLY_RATING, [message.id, userId]);
  if (!given) throw refused('it is not of the provider');
  requireRetry(operation, given, parsed);
  return given;
}

/** A page of the ratings in a conversation, newest first: for all who take part, and staff who may read it. @throws ChatError NOT_FOUND, INVALID_INPUT */
export async function listReplyRatings(
  deps: Deps,
  viewer: Viewer,
  page: { readonly conversationId: string; readonly first: number; readonly after: { readonly at: Date; readonly id: string } | null },
): Promise<{ readonly ratings: readonly ReplyRatingView[]; readonly hasMore: boolean }> {
  const operation = 'list ratings of replies';
  const first = parsePageSize({ operation, field: 'first' }, page.first);
  const { conversation } = await accessConversation(deps, viewer, { conversationId: page.conversationId, need: 'read', operation });
  const rows = await deps.db.hot<ReplyRatingView>(REPLY_RATINGS, [conversation.id, page.after?.at.toISOString() ?? null, page.after?.id ?? null, first + 1]);
  return { ratings: rows.slice(0, first), hasMore: rows.length > first };
}

/** How a provider's replies are rated. */
export interface ProviderRating {
  readonly count: number;
  readonly average: number | null;
}

/** How the replies of a provider are rated: for themselves and for staff. @throws ChatError FORBIDDEN */
export async function providerRating(deps: Deps, viewer: Viewer, userId: string): Promise<ProviderRating> {
  if (!isStaff(viewer) && viewer.userId !== userId) throw new ChatError('FORBIDDEN', 'unable to read rating; only the provider and staff may');
  const [rating] = await deps.db.hot<ProviderRating>(PROVIDER_RATING, [userId, viewer.siteId]);
  return rating ?? { count: 0, average: null };
}

function refused(reason: string): ChatError {
  return new ChatError('FORBIDDEN', `unable to rate reply; ${reason}`);
}
