/** Articles of the knowledge base: found, read, rated, and written by those who may. */
import type { ChatClient } from '../create-chat-client.js';
import {
  ArticlesDocument,
  DeleteArticleDocument,
  MatchArticlesDocument,
  RateArticleDocument,
  SearchArticlesDocument,
  UpsertArticleDocument,
  ViewArticleDocument,
} from '../generated/operations.js';
import type { Article, ArticleMatch, UpsertArticleInput } from '../generated/types.js';
import { createStore } from '../store.js';
import { perClient, perOptions, type HandleSetup } from './handles.js';
import { listStore, type ListHandle } from './list-store.js';

/** Which articles. */
export interface KnowledgeOptions {
  /** Words to look for, at most 200 characters; without any, all articles in the order in which they were made. */
  readonly query?: string | undefined;
  readonly category?: string | undefined;
  /** Language as a tag such as `de`. */
  readonly language?: string | undefined;
  /** With `query`: only those that serve this page, an address or a path. */
  readonly page?: string | undefined;
}

/** Where a question is asked. */
export type AskedAt = Pick<KnowledgeOptions, 'language' | 'page'>;

/** The articles that the viewer may see: active ones, and for staff all. All functions reject with a `ChatError`. */
export interface KnowledgeHandle extends ListHandle<Article> {
  /** Makes or changes the article with the key. For admins, and agents with MANAGE_KNOWLEDGE. */
  readonly upsert: (article: UpsertArticleInput) => Promise<Article>;
  /** Deletes one. For those who may write. */
  readonly remove: (articleId: string) => Promise<void>;
  /** Counts the viewer as its reader: once, however often. */
  readonly view: (articleId: string) => Promise<Article>;
  /** Says whether it helped; another answer replaces the one before. For clients and providers. */
  readonly rate: (articleId: string, isHelpful: boolean) => Promise<Article>;
  /** What the FAQ bot makes of a question: articles with scores from 0 to 1, best first. */
  readonly match: (text: string, at?: AskedAt) => Promise<readonly ArticleMatch[]>;
}

/** Changes whenever this client wrote an article: other lists read again. */
const edits: (client: ChatClient) => ReturnType<typeof createStore<object>> = /*#__PURE__*/ perClient(() => createStore<object>({}));

/**
 * The articles of the site’s knowledge base that the viewer may see.
 *
 * @example
 * const found = knowledge(client, { query: 'refund' });
 * found.subscribe(() => show(found.getSnapshot().items));
 */
export function knowledge(client: ChatClient, options: KnowledgeOptions = {}): KnowledgeHandle {
  return handles(client, options);
}

const handles: (client: ChatClient, options: KnowledgeOptions) => KnowledgeHandle = /*#__PURE__*/ perOptions(createKnowledge);

function createKnowledge({ client, context, options, listeners }: HandleSetup<KnowledgeOptions>): KnowledgeHandle {
  const { runner } = context;
  const { query, page, ...narrowed } = options;
  const edited = edits(client);
  const list = listStore<Article>(
    context,
    {
      page: async (after) =>
        query?.trim()
          ? (await runner.request(SearchArticlesDocument, { ...options, query, after, first: 50 })).searchArticles
          : (await runner.request(ArticlesDocument, { ...narrowed, after, first: 50 })).articles,
      keyOf: (article) => article.id,
      watch: ({ refresh }) => edited.subscribe(refresh),
    },
    listeners,
  );
  const { put: _put, ...shown } = list;
  /** Shows an article anew where it is shown. */
  const seen = (article: Article): Article => {
    if (list.getSnapshot().items.some(({ id }) => id === article.id)) list.put(article);
    return article;
  };
  return {
    ...shown,
    upsert: async (input) => {
      const { upsertArticle } = await runner.request(UpsertArticleDocument, { input });
      edited.set({});
      return upsertArticle.article;
    },
    remove: async (articleId) => {
      await runner.request(DeleteArticleDocument, { input: { articleId } });
      list.remove(articleId);
      edited.set({});
    },
    view: async (articleId) => seen((await runner.request(ViewArticleDocument, { input: { articleId } })).viewArticle.article),
    rate: async (articleId, isHelpful) => seen((await runner.request(RateArticleDocument, { input: { articleId, isHelpful } })).rateArticle.article),
    match: async (text, at = {}) => (await runner.request(MatchArticlesDocument, { ...at, text })).matchArticles,
  };
}
