import { fitsStars } from '../../kernel/star-pattern.js';
import { isStaff, type Viewer } from '../../kernel/viewer.js';

/** Whether the viewer sees inactive articles: agents, admins and back-ends. */
export function seesInactive(viewer: Viewer): boolean {
  return isStaff(viewer);
}

/** What decides where an article is of use. */
export interface ArticleScope {
  readonly language: string | null;
  readonly pagePattern: string | null;
}

/** Where somebody is who asks; what is not known fits everything. */
export interface Asking {
  /** BCP 47, such as `pt-BR`. */
  readonly language?: string | null | undefined;
  /** Address or path of the page that they look at. */
  readonly page?: string | null | undefined;
}

/** Whether an article is of use to somebody: `pt` serves `pt-BR`, and a pattern whose `*` stands for anything serves the paths that it fits. */
export function fits(article: ArticleScope, asking: Asking): boolean {
  return fitsLanguage(article.language, asking.language ?? null) && fitsPage(article.pagePattern, asking.page ?? null);
}

function fitsLanguage(language: string | null, asked: string | null): boolean {
  if (language === null || asked === null) return true;
  const wanted = asked.toLowerCase();
  return wanted === language || wanted.startsWith(`${language}-`);
}

function fitsPage(pattern: string | null, page: string | null): boolean {
  if (pattern === null) return true;
  if (page === null) return false;
  return fitsStars(pattern, URL.canParse(page) ? new URL(page).pathname : page);
}
