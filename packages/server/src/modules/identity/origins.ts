/**
 * Whether a site may list an origin: `https://example.com`, one with any port (`http://localhost:*`), one with any name below a domain
 * (`https://*.example.com`), or `*` for every page.
 */
export function isOriginPattern(entry: string): boolean {
  if (entry === '*') return true;
  if (/:\/\/\*(?!\.)/.test(entry)) return false;
  const sample = entry.replace(/:\*$/, ':1').replace('://*.', '://a.');
  return /^https?:\/\//.test(sample) && URL.canParse(sample) && new URL(sample).origin === sample;
}

/** Whether a list of such patterns has an origin. Both are in lower case. */
export function originMatches(list: readonly string[], origin: string): boolean {
  return list.some((entry) => {
    if (entry === '*' || entry === origin) return true;
    if (entry.endsWith(':*')) {
      const base = entry.slice(0, -2);
      return origin === base || (origin.startsWith(`${base}:`) && /^\d+$/.test(origin.slice(base.length + 1)));
    }
    const [scheme, domain] = entry.split('://*');
    return domain !== undefined && origin.startsWith(`${scheme}://`) && origin.endsWith(domain) && origin.length > entry.length - 1;
  });
}
