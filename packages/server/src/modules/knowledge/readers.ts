import type { Article } from '../../db/generated/client.js';
import type { Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import type { Viewer } from '../../kernel/viewer.js';
import { accessArticle } from './access.js';

/** One person’s word on an article. */
export interface ArticleRating {
  readonly articleId: string;
  readonly isHelpful: boolean;
}

/**
 * Counts the viewer as one who has read an article: once, however often they read it. Staff and back-ends read without being counted.
 * @throws ChatError NOT_FOUND
 */
export async function viewArticle(deps: Deps, viewer: Viewer, articleId: string): Promise<Article> {
  const article = await accessArticle(deps, viewer, { articleId, operation: 'view article' });
  if (!isCounted(viewer)) return article;
  await record(deps, { articleId: article.id, userId: viewer.userId, isHelpful: null });
  return deps.db.prisma.article.findUniqueOrThrow({ where: { id: article.id } });
}

/**
 * Says whether an article helped. One person has one say: another one replaces it, and the same again changes nothing. Who says it has read it.
 * @throws ChatError NOT_FOUND, FORBIDDEN for staff and back-ends, who would rate their own
 */
export async function rateArticle(deps: Deps, viewer: Viewer, { articleId, isHelpful }: ArticleRating): Promise<Article> {
  const operation = 'rate article';
  const article = await accessArticle(deps, viewer, { articleId, operation });
  if (!isCounted(viewer)) throw new ChatError('FORBIDDEN', `unable to ${operation}; only those who ask may`);
  await record(deps, { articleId: article.id, userId: viewer.userId, isHelpful });
  return deps.db.prisma.article.findUniqueOrThrow({ where: { id: article.id } });
}

/** Counts somebody to whom the bot sends an article, inside the transaction that sends it. */
export async function countReader(tx: Tx, of: { readonly articleId: string; readonly userId: string; readonly now: Date }): Promise<void> {
  await recordIn(tx, { ...of, isHelpful: null });
}

function isCounted(viewer: Viewer): boolean {
  return viewer.role === 'client' || viewer.role === 'provider';
}

interface Reading {
  readonly articleId: string;
  readonly userId: string;
  readonly isHelpful: boolean | null;
}

function record(deps: Deps, reading: Reading): Promise<void> {
  const now = deps.clock.now();
  return deps.db.transaction((tx) => recordIn(tx, { ...reading, now }));
}

/** Writes the reader's row and the counts that differ, under the article's row lock. */
async function recordIn(tx: Tx, of: Reading & { readonly now: Date }): Promise<void> {
  const key = { articleId: of.articleId, userId: of.userId };
  await tx.raw('SELECT 1 FROM article WHERE id = $1 FOR NO KEY UPDATE', [of.articleId]);
  const before = await tx.prisma.articleReader.findUnique({ where: { articleId_userId: key } });
  const isHelpful = of.isHelpful ?? before?.isHelpful ?? null;
  if (before && before.isHelpful === isHelpful) return;
  const ratedAt = isHelpful === null ? null : of.now;
  await tx.prisma.articleReader.upsert({
    where: { articleId_userId: key },
    create: { ...key, isHelpful, viewedAt: of.now, ratedAt },
    update: { isHelpful, ratedAt },
  });
  await tx.prisma.article.update({
    where: { id: of.articleId },
    data: {
      viewCount: { increment: before ? 0 : 1 },
      helpfulCount: { increment: Number(isHelpful === true) - Number(before?.isHelpful === true) },
      unhelpfulCount: { increment: Number(isHelpful === false) - Number(before?.isHelpful === false) },
    },
  });
}
