import type { HotStatement, Tx } from '../../db/contract.js';
import type { Deps } from '../../deps.js';
import type { Example } from './faq-model.js';
import type { ArticleScope } from './policy.js';

/** Takes the lock under which a site's articles are written, and says that they change. */
export async function lockBase(tx: Tx, siteId: string, now: Date): Promise<void> {
  await tx.raw(
    `INSERT INTO knowledge_base AS k (site_id, version, updated_at) VALUES ($1, 1, $2::timestamptz)
     ON CONFLICT (site_id) DO UPDATE SET version = k.version + 1, updated_at = excluded.updated_at`,
    [siteId, now.toISOString()],
  );
}

/** Writes the words by which an article is found. */
export async function writeWords(tx: Tx, articleId: string): Promise<void> {
  await tx.raw(`UPDATE article SET words = setweight(to_tsvector('simple', heading), 'A') || setweight(to_tsvector('simple', answer), 'C') WHERE id = $1`, [articleId]);
}

/** What a site has in all. */
export interface Totals {
  readonly articles: number;
  /** Questions in them, titles too. */
  readonly questions: number;
  /** Characters in these. */
  readonly characters: number;
}

/** How much a site has; the article `without` is left out. */
export async function countArticles(tx: Tx, siteId: string, without: string | null): Promise<Totals> {
  const [row] = await tx.raw<Totals>(
    `SELECT count(*)::int AS articles, coalesce(sum(1 + cardinality(questions)), 0)::int AS questions,
       coalesce(sum(char_length(title) + char_length(array_to_string(questions, ''))), 0)::int AS characters
     FROM article WHERE site_id = $1 AND deleted_at IS NULL AND id <> coalesce($2::text, '')`,
    [siteId, without],
  );
  return row ?? { articles: 0, questions: 0, characters: 0 };
}

const VERSION: HotStatement = { name: 'knowledge.version', text: 'SELECT version FROM knowledge_base WHERE site_id = $1' };

/** The number of changes so far of a site's articles. */
export async function baseVersion({ db }: Pick<Deps, 'db'>, siteId: string): Promise<number> {
  const [row] = await db.hot<{ version: number }>(VERSION, [siteId]);
  return row?.version ?? 0;
}

/** An article as what is made of its questions needs it. */
export interface LearntArticle extends ArticleScope {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly string[];
}

const LEARNT: HotStatement = {
  name: 'knowledge.learnt',
  text: `SELECT id, title, questions, language, page_pattern AS "pagePattern" FROM article
    WHERE site_id = $1 AND is_active AND deleted_at IS NULL ORDER BY id`,
};

/** The active articles of a site, with the version that they are at least of. */
export async function learntArticles(deps: Pick<Deps, 'db'>, siteId: string): Promise<{ readonly version: number; readonly articles: readonly LearntArticle[] }> {
  // Read before the articles: what changes in between is learnt now and once more later, and never missed.
  const version = await baseVersion(deps, siteId);
  return { version, articles: await deps.db.hot<LearntArticle>(LEARNT, [siteId]) };
}

/** What a model learns from articles: each title and question is an example of its article. */
export function examplesOf(articles: readonly LearntArticle[]): Example[] {
  return articles.flatMap(({ id, title, questions }) => [title, ...questions].map((text) => ({ text, category: id })));
}

/** What the bot sends of an article. */
export interface BotArticle {
  readonly id: string;
  readonly title: string;
  readonly answer: string;
}

/** The articles of these ids that are active at this moment, in their order. */
export async function articlesNow(tx: Tx, siteId: string, ids: readonly string[]): Promise<BotArticle[]> {
  const where = { siteId, id: { in: [...ids] }, isActive: true, deletedAt: null };
  const found = await tx.prisma.article.findMany({ where, select: { id: true, title: true, answer: true } });
  return ids.flatMap((id) => found.find((article) => article.id === id) ?? []);
}
