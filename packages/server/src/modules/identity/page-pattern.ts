import { fitsStars } from '../../kernel/star-pattern.js';

/** Longest pattern, in characters, and the most stars in one. */
const MAX_LENGTH = 200;
const MAX_STARS = 10;

/**
 * Whether a site may list a pattern of pages: a path (`/pricing`, `/blog/*`) or an address without credentials (`https://shop.example.com/*`), in which each `*` stands
 * for any characters.
 */
export function isPagePattern(pattern: string): boolean {
  if (pattern.length > MAX_LENGTH || pattern.split('*').length - 1 > MAX_STARS) return false;
  return /^(?:\/|https?:\/\/[^/\s@]+(?:\/|$))[^\s#]*$/u.test(pattern);
}

/** Whether any of the patterns fits a page. A pattern without `?` is held against the page without its query. */
export function fitsPage(patterns: readonly string[], page: URL): boolean {
  return patterns.some((pattern) => {
    const rest = pattern.includes('?') ? page.pathname + page.search : page.pathname;
    return fitsStars(pattern, pattern.startsWith('/') ? rest : page.origin + rest);
  });
}
