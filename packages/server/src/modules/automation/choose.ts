import { createHash } from 'node:crypto';
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, notFound } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { MessageView } from '../../kernel/views.js';
import { findSiteBot } from '../identity/index.js';
import { articlesNow } from '../knowledge/index.js';
import { accessMessage, postMessage } from '../messages/index.js';
import { lockCase } from '../queues/index.js';
import { type Facts, factsOf, settingOf } from './facts.js';
import { handOver } from './hand-over.js';
import { takeMessage } from './store.js';
import { sendAnswer } from './turn.js';

const OPERATION = 'choose answer';

/** Which of the bot's choices. */
export interface Choice {
  /** The message with the choices. */
  readonly messageId: string;
  readonly articleId: string;
}

/** What a choice answers with: the customer's message that it became. */
export interface Chosen {
  readonly conversationId: string;
  readonly messageId: string;
  readonly seq: number;
  readonly isDuplicate: boolean;
}

/**
 * Chooses one of the articles that the bot asked about: it becomes a message of the customer, and the bot answers with the article, in one transaction. The same choice
 * again answers with the same message. Once the bot is out of it, the message is sent and whoever has the case answers.
 * @throws ChatError NOT_FOUND, FORBIDDEN for all but the customer, INVALID_INPUT for what is no choice of that message, CONVERSATION_CLOSED
 */
export async function chooseAnswer(deps: Deps, viewer: Viewer, { messageId, articleId }: Choice): Promise<Chosen> {
  const { message } = await accessMessage(deps, viewer, { messageId, operation: OPERATION });
  const facts = await factsOf(deps, message.conversationId);
  if (!facts) throw notFound(OPERATION, 'message');
  if (facts.customerId !== viewer.userId) throw new ChatError('FORBIDDEN', `unable to ${OPERATION}; only the customer may`);
  const bot = await findSiteBot(deps, facts.siteId);
  const title = message.view.sender.id === bot?.id ? titleOf(message.view, articleId) : null;
  if (title === null) throw invalidInput(OPERATION, 'articleId', 'is no choice of this message');
  const setting = await settingOf(deps, facts);
  const clientId = `choice:${createHash('sha256').update(`${messageId} ${articleId}`).digest('base64url')}`;
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    const row = await lockCase(tx, facts);
    if (!row) throw notFound(OPERATION, 'message');
    const earlier = await earlierChoice(tx, facts, clientId);
    if (earlier) return { ...earlier, conversationId: facts.conversationId, isDuplicate: true };
    if (row.status === 'closed') throw new ChatError('CONVERSATION_CLOSED', `unable to ${OPERATION}; conversation is closed`);
    const sent = await postMessage(deps, tx, {
      siteId: facts.siteId,
      conversationId: facts.conversationId,
      clientId,
      text: title,
      senderId: viewer.userId,
      metadata: { automation: { kind: 'choice', articleId, of: messageId } },
      now,
    });
    const answer = { conversationId: facts.conversationId, messageId: sent.message.id, seq: sent.seq, isDuplicate: false };
    if (row.control !== 'bot' || row.status !== 'queued') return answer;
    const [article] = await articlesNow(tx, facts.siteId, [articleId]);
    const outcome = article ? 'answer' : 'hand_over';
    await takeMessage(tx, { ...facts, messageId: sent.message.id, outcome, articleId: article?.id ?? null, score: null, now });
    if (article) await sendAnswer(deps, tx, { facts, setting, article, messageId: sent.message.id, score: null, now });
    else await handOver(deps, tx, { row: { ...row, lastSeq: sent.seq }, facts, setting, actorId: null, now });
    return answer;
  });
}

async function earlierChoice(tx: Tx, facts: Facts, clientId: string): Promise<{ readonly messageId: string; readonly seq: number } | null> {
  const [row] = await tx.raw<{ messageId: string; seq: number }>(
    'SELECT id AS "messageId", seq FROM message WHERE conversation_id = $1 AND sender_id = $2 AND client_id = $3',
    [facts.conversationId, facts.customerId, clientId],
  );
  return row ?? null;
}

/** The title of a choice that a message of the bot offers; null when it does not. */
function titleOf({ origin, metadata }: MessageView, articleId: string): string | null {
  const { automation } = metadata;
  if (origin !== 'automated' || typeof automation !== 'object' || automation === null || Array.isArray(automation)) return null;
  const { choices } = automation;
  if (!Array.isArray(choices)) return null;
  for (const choice of choices) {
    if (typeof choice === 'object' && choice !== null && !Array.isArray(choice) && choice.articleId === articleId && typeof choice.title === 'string') return choice.title;
  }
  return null;
}
