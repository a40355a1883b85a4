import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { articlesNow, type BotArticle, countReader, matchQuestion } from '../knowledge/index.js';
import { lockCase } from '../queues/index.js';
import { type Facts, type Setting, settingOf } from './facts.js';
import { handOver } from './hand-over.js';
import { planFor } from './policy.js';
import { speak } from './speak.js';
import { questionOf, takeMessage } from './store.js';
import { cut, render } from './texts.js';

/** Longest title on a choice, in code points. */
const MAX_TITLE = 120;

/**
 * What the bot does with a message of the customer. Nothing when an agent or the line has the case by now, or when the message was dealt with: taking it, answering
 * it and handing over are one transaction under the lock of the case, so there is one answer on any number of nodes, whatever dies.
 */
export async function takeTurn(deps: Deps, facts: Facts, messageId: string): Promise<void> {
  const { settings, siteId } = facts;
  const text = await questionOf(deps, siteId, messageId);
  if (text === null) return;
  const matches = settings.isBotOn ? await matchQuestion(deps, siteId, { text, language: facts.language, page: facts.page, most: settings.maxChoices }) : [];
  const plan = planFor(matches, settings);
  const setting = await settingOf(deps, facts);
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const row = await lockCase(tx, facts);
    if (!row || row.control !== 'bot' || row.status !== 'queued') return;
    // An article that is gone since the model was asked is not sent.
    const articles = await articlesNow(tx, siteId, plan.articleIds);
    const [article] = articles;
    const outcome = article ? plan.outcome : 'hand_over';
    const articleId = outcome === 'answer' && article ? article.id : null;
    if (!(await takeMessage(tx, { ...facts, messageId, outcome, articleId, score: plan.score, now }))) return;
    if (!article) await handOver(deps, tx, { row, facts, setting, actorId: null, now });
    else if (outcome === 'answer') await sendAnswer(deps, tx, { facts, setting, article, messageId, score: plan.score, now });
    else await sendChoices(deps, tx, { facts, setting, articles, messageId, now });
  });
}

/** The answer to a message. */
export interface Answer {
  readonly facts: Facts;
  readonly setting: Setting;
  readonly article: BotArticle;
  readonly messageId: string;
  readonly score: number | null;
  readonly now: Date;
}

/** Sends an article as the answer to a message, and counts the customer as its reader. */
export async function sendAnswer(deps: Deps, tx: Tx, { facts, setting, article, messageId, score, now }: Answer): Promise<void> {
  const known = { articleId: article.id, title: cut(article.title, MAX_TITLE), answers: messageId, score };
  await speak(deps, tx, { ...facts, kind: 'answer', text: article.answer, clientId: `auto:${messageId}`, maxLength: setting.maxLength, now, facts: known });
  await countReader(tx, { articleId: article.id, userId: facts.customerId, now });
}

interface Choices extends Omit<Answer, 'article' | 'score'> {
  readonly articles: readonly BotArticle[];
}

async function sendChoices(deps: Deps, tx: Tx, { facts, setting, articles, messageId, now }: Choices): Promise<void> {
  const choices = articles.map(({ id, title }) => ({ articleId: id, title: cut(title, MAX_TITLE) }));
  const text = [render(facts.settings.choicesText, setting.values), ...choices.map(({ title }) => `• ${title}`)].join('\n');
  await speak(deps, tx, { ...facts, kind: 'choices', text, clientId: `auto:${messageId}`, maxLength: setting.maxLength, now, facts: { choices, answers: messageId } });
}
