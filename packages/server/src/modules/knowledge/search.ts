import type { Article } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { invalidInput } from '../../kernel/errors.js';
import { codePoints, parsePageSize, parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import { visibleArticles } from './access.js';
import { parseLanguage } from './input.js';
import { seesInactive } from './policy.js';
import { searchStatement } from './search-statement.js';

const OPERATION = 'search articles';
/** The most words of a query that are looked for, and how many of them may be spelt a little wrong. */
const MAX_WORDS = 20;
const MAX_NEAR = 6;
/** Least length in code points of a word that may be spelt wrong. */
const MIN_NEAR = 4;

/** What to look for, and where. */
export interface ArticleSearch {
  readonly query: string;
  readonly category?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly page?: string | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** An article that was found. */
export interface ArticleHit {
  readonly article: Article;
  readonly cursor: string;
}

interface HitRow {
  readonly id: string;
  readonly rank: number;
}

/**
 * Articles that have any of the words, out of those that the viewer may see: in title, questions and keywords before the answer, with all of the words before
 * some of them. The last word may be a beginning, and words of four letters or more a little misspelt. Two statements.
 * @throws ChatError INVALID_INPUT
 */
export async function searchArticles(deps: Deps, viewer: Viewer, input: ArticleSearch): Promise<{ readonly hits: ArticleHit[]; readonly hasMore: boolean }> {
  const query = parseText({ operation: OPERATION, field: 'query' }, input.query, { max: 200 });
  // As PostgreSQL cuts words: accents stay, and what is neither letter nor digit ends one.
  const words = [...new Set(query.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu))].slice(0, MAX_WORDS);
  if (words.length === 0) throw invalidInput(OPERATION, 'query', 'has no word to look for');
  const first = parsePageSize({ operation: OPERATION, field: 'first' }, input.first);
  const after = parsePlace(input.after ?? null);
  const near = words.filter((word) => codePoints(word) >= MIN_NEAR).slice(0, MAX_NEAR);
  // Words are letters, marks and digits alone, so nothing in them is an operator.
  const terms = words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word));
  const rows = await deps.db.hot<HitRow>(searchStatement(near.length), [
    viewer.siteId,
    seesInactive(viewer),
    terms.join(' & '),
    terms.join(' | '),
    query.toLowerCase(),
    input.category == null ? null : parseText({ operation: OPERATION, field: 'category' }, input.category, { max: 80 }),
    input.language == null ? null : parseLanguage(OPERATION, input.language),
    input.page == null ? null : parsePage(OPERATION, input.page),
    after?.rank ?? null,
    after?.id ?? null,
    first + 1,
    ...near,
  ]);
  const found = await articlesById(deps, viewer, rows.slice(0, first).map(({ id }) => id));
  const hits = rows.slice(0, first).flatMap(({ id, rank }) => {
    const article = found.get(id);
    return article ? [{ article, cursor: Buffer.from(`${rank}.${id}`).toString('base64url') }] : [];
  });
  return { hits, hasMore: rows.length > first };
}

/** The articles with these ids that the viewer may see. */
export async function articlesById(deps: Deps, viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, Article>> {
  const articles = await deps.db.prisma.article.findMany({ where: { AND: [visibleArticles(viewer), { id: { in: [...ids] } }] } });
  return new Map(articles.map((article) => [article.id, article]));
}

/** The path of a page, given as an address or as a path. @throws ChatError INVALID_INPUT */
export function parsePage(operation: string, value: string): string {
  const page = parseText({ operation, field: 'page' }, value, { max: 2_048 });
  return URL.canParse(page) ? new URL(page).pathname : page;
}

function parsePlace(cursor: string | null): { readonly rank: number; readonly id: string } | null {
  if (cursor === null) return null;
  const [, rank, id] = /^(\d{1,9})\.(art_[0-9a-f]{32})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (rank === undefined || id === undefined) throw invalidInput(OPERATION, 'after', 'is not a cursor of this list');
  return { rank: Number(rank), id };
}
