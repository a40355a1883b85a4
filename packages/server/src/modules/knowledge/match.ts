import type { Article } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { parsePageSize, parseText } from '../../kernel/input.js';
import type { Viewer } from '../../kernel/viewer.js';
import { matchQuestion } from './faq-index.js';
import { parseLanguage } from './input.js';
import type { Asking } from './policy.js';
import { articlesById, parsePage } from './search.js';

/** An article with how surely it answers. */
export interface ArticleMatch {
  readonly article: Article;
  readonly score: number;
}

/**
 * What the FAQ bot makes of a question: active articles, best first, with their scores. Two statements while no article has changed.
 * @throws ChatError INVALID_INPUT
 */
export async function matchArticles(deps: Deps, viewer: Viewer, input: Asking & { readonly text: string; readonly first: number }): Promise<ArticleMatch[]> {
  const operation = 'match articles';
  const text = parseText({ operation, field: 'text' }, input.text, { max: 4_000 });
  const most = parsePageSize({ operation, field: 'first' }, input.first);
  const language = input.language == null ? null : parseLanguage(operation, input.language);
  const page = input.page == null ? null : parsePage(operation, input.page);
  const matches = await matchQuestion(deps, viewer.siteId, { text, language, page, most });
  const found = await articlesById(deps, viewer, matches.map(({ articleId }) => articleId));
  return matches.flatMap(({ articleId, score }) => {
    const article = found.get(articleId);
    return article ? [{ article, score }] : [];
  });
}
