import type { Article } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, isChatError, notFound } from '../../kernel/errors.js';
import { isId, newId } from '../../kernel/ids.js';
import { codePoints, parsePageSize, parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import { accessArticle, requireEditor, visibleArticles } from './access.js';
import { type ArticleFields, type ArticleInput, headingOf, parseArticle, parseKey, parseLanguage } from './input.js';
import { countArticles, lockBase, type Totals, writeWords } from './store.js';

/** The most articles of a site. */
export const MAX_ARTICLES = 2_000;
/** The most questions of a site, titles counted, and the most characters in them: what the bot learns from has an end. */
export const MAX_SITE_QUESTIONS = 5_000;
const MAX_SITE_CHARACTERS = 300_000;

const EMPTY = { questions: [], category: '', keywords: [], pagePattern: null, language: null, isActive: true };

/**
 * Makes or changes the article with the host's key. What is left out stays; repeating it changes nothing more. An article that was deleted is there again,
 * with its counts. For admins, back-ends and agents with the permission.
 * @throws ChatError FORBIDDEN, INVALID_INPUT (`title` or `answer` missing in a new one), LIMIT_EXCEEDED
 */
export async function upsertArticle(deps: Deps, viewer: Viewer, input: ArticleInput): Promise<Article> {
  const operation = 'write article';
  await requireEditor(deps, viewer, operation);
  const { siteId, userId } = viewer;
  const key = parseKey(operation, input.key);
  const given = parseArticle(operation, input);
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    await lockBase(tx, siteId, now);
    const before = await tx.prisma.article.findUnique({ where: { siteId_key: { siteId, key } } });
    const fields = complete(operation, before?.deletedAt === null ? before : null, given);
    const others = await countArticles(tx, siteId, before?.id ?? null);
    const texts = [fields.title, ...fields.questions];
    requireRoom(operation, {
      articles: others.articles + 1,
      questions: others.questions + texts.length,
      characters: others.characters + texts.reduce((sum, text) => sum + codePoints(text), 0),
    });
    const data = { ...fields, heading: headingOf(fields), updatedById: userId, updatedAt: now, deletedAt: null };
    const article = before
      ? await tx.prisma.article.update({ where: { id: before.id }, data })
      : await tx.prisma.article.create({ data: { id: newId('article'), siteId, key, ...data, createdAt: now } });
    await writeWords(tx, article.id);
    return article;
  });
}

/** Deletes an article; deleting again answers the same. For those who write articles. @throws ChatError FORBIDDEN, NOT_FOUND */
export async function deleteArticle(deps: Deps, viewer: Viewer, articleId: string): Promise<string> {
  const operation = 'delete article';
  await requireEditor(deps, viewer, operation);
  const where = { id: articleId, siteId: viewer.siteId };
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    await lockBase(tx, viewer.siteId, now);
    if (!isId('article', articleId) || (await tx.prisma.article.count({ where })) === 0) throw notFound(operation, 'article');
    await tx.prisma.article.updateMany({ where: { ...where, deletedAt: null }, data: { deletedAt: now, updatedById: viewer.userId, updatedAt: now } });
  });
  return articleId;
}

/** One article, or null where there is none for the viewer. Reading counts nothing. */
export async function findArticle(deps: Deps, viewer: Viewer, articleId: string): Promise<Article | null> {
  try {
    return await accessArticle(deps, viewer, { articleId, operation: 'read article' });
  } catch (error) {
    if (isChatError(error, 'NOT_FOUND')) return null;
    throw error;
  }
}

/** Which articles to list. */
export interface ListArticles {
  readonly first: number;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly category?: string | null | undefined;
  readonly language?: string | null | undefined;
  /** Null for both; others than staff get the active ones in any case. */
  readonly isActive?: boolean | null | undefined;
}

/** A page of the articles that the viewer may see, in the order in which they were made. @throws ChatError INVALID_INPUT */
export async function listArticles(deps: Deps, viewer: Viewer, input: ListArticles): Promise<{ readonly articles: Article[]; readonly hasMore: boolean }> {
  const operation = 'list articles';
  const first = parsePageSize({ operation, field: 'first' }, input.first);
  const { after } = input;
  const articles = await deps.db.prisma.article.findMany({
    where: {
      AND: [
        visibleArticles(viewer),
        input.category == null ? {} : { category: parseText({ operation, field: 'category' }, input.category, { max: 80 }) },
        input.language == null ? {} : { language: parseLanguage(operation, input.language) },
        input.isActive == null ? {} : { isActive: input.isActive },
        after ? { OR: [{ createdAt: { gt: after.at } }, { createdAt: after.at, id: { gt: after.id } }] } : {},
      ],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: first + 1,
  });
  return { articles: articles.slice(0, first), hasMore: articles.length > first };
}

function complete(operation: string, before: ArticleFields | null, given: Partial<ArticleFields>): ArticleFields {
  const { title = before?.title, answer = before?.answer } = given;
  if (title === undefined) throw invalidInput(operation, 'title', 'is missing; the article is new');
  if (answer === undefined) throw invalidInput(operation, 'answer', 'is missing; the article is new');
  const { questions, category, keywords, pagePattern, language, isActive } = { ...(before ?? EMPTY), ...given };
  return { title, answer, questions, category, keywords, pagePattern, language, isActive };
}

function requireRoom(operation: string, { articles, questions, characters }: Totals): void {
  const limits = [
    { what: 'articles', have: articles, most: MAX_ARTICLES },
    { what: 'questions', have: questions, most: MAX_SITE_QUESTIONS },
    { what: 'characters of questions', have: characters, most: MAX_SITE_CHARACTERS },
  ];
  const over = limits.find(({ have, most }) => have > most);
  if (over) throw new ChatError('LIMIT_EXCEEDED', `unable to ${operation}; the site would have more than ${over.most} ${over.what}`, { details: { limit: over.most } });
}
