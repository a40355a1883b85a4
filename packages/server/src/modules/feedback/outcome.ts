import type { Deps } from '../../deps.js';
import type { ConsumedEvent } from '../../log/consumer.js';
import { siteSettings } from '../identity/index.js';
import { postMessage } from '../messages/index.js';
import { lockCase } from '../queues/index.js';
import { RATING_MS } from './policy.js';
import { NOTE_ASKED, NOTE_END, UNKNOWN_END } from './store.js';

interface NotedEnd {
  readonly conversationId: string;
  readonly isAnswered: boolean;
  readonly askedAt: Date | null;
}

/**
 * Notes that a case has ended, and asks its customer once, in the conversation, where somebody of the staff had answered them and the site has a question. A repeated event, or two
 * nodes with the same one, change nothing.
 */
export async function noteEnd(deps: Deps, event: Pick<ConsumedEvent, 'conversationId'>): Promise<void> {
  const [known] = await deps.db.hot<{ readonly caseId: string; readonly siteId: string }>(UNKNOWN_END, [event.conversationId]);
  if (!known) return;
  const { caseId, siteId } = known;
  // Read outside of the transaction, which may use nothing but itself.
  const { ratingQuestion } = await siteSettings(deps, siteId);
  await deps.db.transaction(async (tx) => {
    if (!(await lockCase(tx, known))) return;
    const [end] = await tx.raw<NotedEnd>(NOTE_END, [caseId]);
    if (!end?.isAnswered || end.askedAt !== null || ratingQuestion === '') return;
    const now = deps.clock.now();
    const expiresAt = new Date(now.getTime() + RATING_MS).toISOString();
    await tx.raw(NOTE_ASKED, [caseId, now.toISOString(), expiresAt]);
    const metadata = { type: 'rating_request', caseId, scale: 5, expiresAt };
    await postMessage(deps, tx, { siteId, conversationId: end.conversationId, clientId: `rating-${caseId}`, text: ratingQuestion, metadata, origin: 'automated', now });
  });
}
