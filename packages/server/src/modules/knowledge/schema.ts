import type { Article } from '../../db/generated/client.js';
import { builder } from '../../graphql/builder.js';
import { requireViewer } from '../../graphql/context.js';
import { encodeCursor, forwardPage, parseCursor } from '../../graphql/cursor.js';
import { describe } from '../../graphql/describe.js';
import { registerNode } from '../../graphql/node.js';
import { matchArticles } from './match.js';
import { rateArticle, viewArticle } from './readers.js';
import { ArticleConnection, ArticleMatchRef, ArticleRef } from './schema-types.js';
import { searchArticles } from './search.js';
import { deleteArticle, findArticle, listArticles, upsertArticle } from './service.js';

const UpsertArticleInput = builder.inputType('UpsertArticleInput', {
  description: 'What to write of an article. What is left out stays; a new one needs `title` and `answer`.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'The host’s own name of it: 1 to 64 letters, digits and `_.:-`. The same key is the same article.' }),
    title: t.string({ description: 'The question, or a title: 1 to 300 characters.' }),
    questions: t.stringList({ description: 'Other ways in which people ask the same: at most 20 of 1 to 300 characters. The bot learns from them; five do much.' }),
    answer: t.string({ description: 'The answer: 1 to 4,000 characters.' }),
    category: t.string({ description: 'What it is about, at most 80 characters.' }),
    keywords: t.stringList({ description: 'Words by which to find it: at most 20 of 1 to 40 characters.' }),
    pagePattern: t.string({ description: 'Path of the pages that it belongs to, in which `*` stands for anything: `/prices/*`. Null for all.' }),
    language: t.string({ description: 'Its language as a tag such as `de` or `pt-BR`. Null for any.' }),
    isActive: t.boolean({ description: 'False hides it from all but staff. Default true.' }),
  }),
});

const ArticleIdInput = (name: string, description: string) =>
  builder.inputType(name, { description, fields: (t) => ({ articleId: t.id({ required: true, description: 'The article.' }) }) });

const RateArticleInput = builder.inputType('RateArticleInput', {
  description: 'Whether an article helped.',
  fields: (t) => ({
    articleId: t.id({ required: true, description: 'The article.' }),
    isHelpful: t.boolean({ required: true, description: 'Whether it did. Another answer replaces the one before.' }),
  }),
});

const payload = (name: string) =>
  builder.objectRef<{ readonly article: Article }>(name).implement({
    description: 'The article as it is now.',
    fields: (t) => ({ article: t.field({ type: ArticleRef, description: 'The article.', resolve: (answer) => answer.article }) }),
  });

const DeleteArticlePayload = builder.objectRef<{ readonly articleId: string }>('DeleteArticlePayload').implement({
  description: 'The article is gone.',
  fields: (t) => ({ articleId: t.exposeID('articleId', { description: 'The article.' }) }),
});

builder.queryFields((t) => ({
  article: t.field({
    type: ArticleRef,
    nullable: true,
    description: describe('One article, if the viewer may see it; null otherwise. Reading it counts nothing: see `viewArticle`.', []),
    args: { id: t.arg.id({ required: true, description: 'The article.' }) },
    resolve: (_root, { id }, context) => findArticle(context.deps, requireViewer(context), id),
  }),
  articles: t.field({
    type: ArticleConnection,
    description: describe('The articles in the order in which they were made: for staff all, for others the active ones.', []),
    args: {
      category: t.arg.string({ description: 'Only of this category.' }),
      language: t.arg.string({ description: 'Only in this language.' }),
      isActive: t.arg.boolean({ description: 'Only active, or only inactive ones.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, args, context) => {
      const after = parseCursor('list articles', args.after);
      const { articles, hasMore } = await listArticles(context.deps, requireViewer(context), { ...args, first: args.first ?? 20, after });
      return forwardPage(articles, { hasMore, isFirst: after === null, cursorOf: ({ createdAt, id }) => encodeCursor({ at: createdAt, id }) });
    },
  }),
  searchArticles: t.field({
    type: ArticleConnection,
    description: describe(
      'Articles that have any of the words, best first: those with all of them before the others, title, questions and keywords before the answer. The last word may be ' +
        'a beginning, and words of four letters or more a little misspelt. For staff all articles, for others the active ones.',
      [],
    ),
    args: {
      query: t.arg.string({ required: true, description: 'What to look for, at most 200 characters.' }),
      category: t.arg.string({ description: 'Only of this category.' }),
      language: t.arg.string({ description: 'Only those that serve this language.' }),
      page: t.arg.string({ description: 'Only those that serve this page: an address or a path.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many, 1 to 100.' }),
      after: t.arg.string({ description: 'Cursor behind which to go on.' }),
    },
    resolve: async (_root, args, context) => {
      const { hits, hasMore } = await searchArticles(context.deps, requireViewer(context), { ...args, first: args.first ?? 20 });
      const cursors = new Map(hits.map(({ article, cursor }) => [article.id, cursor]));
      return forwardPage(hits.map(({ article }) => article), { hasMore, isFirst: args.after == null, cursorOf: ({ id }) => cursors.get(id) ?? '' });
    },
  }),
  matchArticles: t.field({
    type: [ArticleMatchRef],
    description: describe('What the FAQ bot makes of a question: active articles with how surely they answer it, best first. Nothing is sent and nothing counted.', []),
    args: {
      text: t.arg.string({ required: true, description: 'The question, at most 4,000 characters; the first 500 count.' }),
      language: t.arg.string({ description: 'Only those that serve this language.' }),
      page: t.arg.string({ description: 'The page on which it is asked: an article for certain pages answers on these alone.' }),
      first: t.arg.int({ defaultValue: 3, description: 'How many, 1 to 100.' }),
    },
    resolve: (_root, args, context) => matchArticles(context.deps, requireViewer(context), { ...args, first: args.first ?? 3 }),
  }),
}));

builder.mutationFields((t) => ({
  upsertArticle: t.field({
    type: payload('UpsertArticlePayload'),
    description: describe('Makes or changes the article with the host’s key. One that was deleted is there again. For admins, and agents with MANAGE_KNOWLEDGE.', ['FORBIDDEN', 'LIMIT_EXCEEDED']),
    args: { input: t.arg({ type: UpsertArticleInput, required: true, description: 'The article.' }) },
    resolve: async (_root, { input }, context) => ({ article: await upsertArticle(context.deps, requireViewer(context), input) }),
  }),
  deleteArticle: t.field({
    type: DeleteArticlePayload,
    description: describe('Deletes an article. For admins, and agents with MANAGE_KNOWLEDGE.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: ArticleIdInput('DeleteArticleInput', 'Which article goes.'), required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, context) => ({ articleId: await deleteArticle(context.deps, requireViewer(context), input.articleId) }),
  }),
  viewArticle: t.field({
    type: payload('ViewArticlePayload'),
    description: describe('Counts the viewer as a reader of an article: once, however often they read it. Staff are not counted.', ['NOT_FOUND']),
    args: { input: t.arg({ type: ArticleIdInput('ViewArticleInput', 'Which article is read.'), required: true, description: 'Which.' }) },
    resolve: async (_root, { input }, context) => ({ article: await viewArticle(context.deps, requireViewer(context), input.articleId) }),
  }),
  rateArticle: t.field({
    type: payload('RateArticlePayload'),
    description: describe('Says whether an article helped. Each person has one say. For clients and providers.', ['FORBIDDEN', 'NOT_FOUND']),
    args: { input: t.arg({ type: RateArticleInput, required: true, description: 'What is said of which.' }) },
    resolve: async (_root, { input }, context) => ({ article: await rateArticle(context.deps, requireViewer(context), input) }),
  }),
}));

registerNode('Article', (context, id) => findArticle(context.deps, requireViewer(context), id));
