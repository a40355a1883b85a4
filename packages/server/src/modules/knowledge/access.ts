import type { Article, Prisma } from '../../db/generated/client.js';
import type { Deps } from '../../deps.js';
import { notFound } from '../../kernel/errors.js';
import { isId } from '../../kernel/ids.js';
import type { Viewer } from '../../kernel/viewer.js';
import { requirePermission } from '../identity/index.js';
import { seesInactive } from './policy.js';

/** What a viewer may see of the site's articles: staff all but the deleted, others the active. */
export function visibleArticles(viewer: Viewer): Prisma.ArticleWhereInput {
  return { siteId: viewer.siteId, deletedAt: null, ...(seesInactive(viewer) ? {} : { isActive: true }) };
}

/** Who writes articles: admins, back-ends, and agents whom an admin lets. @throws ChatError FORBIDDEN */
export async function requireEditor(deps: Deps, viewer: Viewer, operation: string): Promise<void> {
  await requirePermission(deps, viewer, { permission: 'manage_knowledge', operation });
}

/** What is asked of an article, and in which words to refuse it. */
export interface ArticleRequest {
  readonly articleId: string;
  readonly operation: string;
}

/** The one door from a caller's id to an article. @throws ChatError NOT_FOUND */
export async function accessArticle(deps: Deps, viewer: Viewer, { articleId, operation }: ArticleRequest): Promise<Article> {
  const article = isId('article', articleId) ? await deps.db.prisma.article.findFirst({ where: { AND: [visibleArticles(viewer), { id: articleId }] } }) : null;
  if (!article) throw notFound(operation, 'article');
  return article;
}
