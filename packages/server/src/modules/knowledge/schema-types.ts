import type { Article } from '../../db/generated/client.js';
import { createBatch } from '../../graphql/batch.js';
import { builder, nodeInterface } from '../../graphql/builder.js';
import { type GraphQLContext, requireViewer } from '../../graphql/context.js';
import type { ArticleMatch } from './match.js';

/** What the viewer says of the articles of one request, read together. */
const ratings = createBatch<GraphQLContext, boolean>(async (context, articleIds) => {
  const where = { userId: requireViewer(context).userId, articleId: { in: [...articleIds] } };
  const rows = await context.deps.db.prisma.articleReader.findMany({ where, select: { articleId: true, isHelpful: true } });
  return new Map(rows.flatMap(({ articleId, isHelpful }) => (isHelpful === null ? [] : [[articleId, isHelpful]])));
});

/** `Article` in the schema. */
export const ArticleRef = builder.objectRef<Article>('Article').implement({
  description: 'An article of the site’s knowledge base: a question, further ways to ask it, and the answer.',
  interfaces: [nodeInterface],
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'answer' in value && 'heading' in value,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Opaque and stable; its prefix names the type.' }),
    key: t.exposeString('key', { description: 'The host’s own name of it.' }),
    title: t.exposeString('title', { description: 'The question, or a title.' }),
    questions: t.exposeStringList('questions', { description: 'Other ways in which people ask the same; the bot learns from them.' }),
    answer: t.exposeString('answer', { description: 'The answer, as the bot sends it: text, never markup.' }),
    category: t.exposeString('category', { description: 'What it is about, in the site’s own words; empty for nothing.' }),
    keywords: t.exposeStringList('keywords', { description: 'Words by which it is found besides those of its text.' }),
    pagePattern: t.exposeString('pagePattern', { nullable: true, description: 'Pages that it belongs to, such as `/prices/*`; null for all.' }),
    language: t.exposeString('language', { nullable: true, description: 'Its language, such as `de` or `pt-br`; null for any.' }),
    isActive: t.exposeBoolean('isActive', { description: 'Inactive ones are seen by staff alone, and the bot does not use them.' }),
    viewCount: t.exposeInt('viewCount', { description: 'How many people have read it.' }),
    helpfulCount: t.exposeInt('helpfulCount', { description: 'How many people say that it helped.' }),
    unhelpfulCount: t.exposeInt('unhelpfulCount', { description: 'How many people say that it did not.' }),
    wasHelpful: t.boolean({
      nullable: true,
      description: 'Whether the viewer says that it helped; null while they have not said.',
      resolve: (article, _args, context) => ratings.load(context, article.id),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed.' }),
  }),
});

/** A page of articles. */
export const ArticleConnection = builder.connectionObject(
  { type: ArticleRef, name: 'ArticleConnection', description: 'A page of articles.' },
  { name: 'ArticleEdge', description: 'An article on a page.' },
);

/** What the bot makes of a question. */
export const ArticleMatchRef = builder.objectRef<ArticleMatch>('ArticleMatch').implement({
  description: 'An article that may answer a question.',
  fields: (t) => ({
    article: t.field({ type: ArticleRef, description: 'The article.', resolve: (match) => match.article }),
    score: t.exposeFloat('score', { description: 'How sure that is, 0 to 1: from 0.5 on about nine of ten are right.' }),
  }),
});
