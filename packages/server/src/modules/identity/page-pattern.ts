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
    return fits(pattern, pattern.startsWith('/') ? rest : page.origin + rest);
  });
}

/** Whether a text fits a pattern with stars: each part is sought behind the one before, so it takes time in proportion to the text. */
function fits(pattern: string, text: string): boolean {
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
