import { describe, expect, it } from 'vitest';
import { fitsPage, isPagePattern } from './page-pattern.js';
import { isShownOn } from './widget-settings.js';

const page = (path: string) => new URL(path, 'https://shop.example.com');

describe('patterns of pages', () => {
  it('R164: are paths and addresses with stars', () => {
    for (const good of ['/', '/pricing', '/blog/*', '/*/edit', 'https://shop.example.com', 'https://shop.example.com/*', 'http://localhost:3000/*', '/find?q=*']) {
      expect(isPagePattern(good), good).toBe(true);
    }
    for (const bad of ['', 'pricing', '*', 'ftp://a/b', 'https://', 'https://me:pw@a.example/', '/a b', '/a#b', `/${'x'.repeat(200)}`, `/${'*'.repeat(11)}`, 'javascript:alert(1)']) {
      expect(isPagePattern(bad), bad).toBe(false);
    }
  });

  it('R164: fit whole pages, without their query unless they name one', () => {
    const cases: readonly (readonly [string, string, boolean])[] = [
      ['/pricing', '/pricing', true],
      ['/pricing', '/pricing?a=1', true],
      ['/pricing', '/pricing/x', false],
      ['/blog/*', '/blog/', true],
      ['/blog/*', '/blog/a/b', true],
      ['/blog/*', '/blogs/a', false],
      ['/*/edit', '/a/edit', true],
      ['/*/edit', '/edit', false],
      ['/a*b*c', '/axbxc', true],
      ['/a*b*c', '/axc', false],
      ['/ab*ba', '/aba', false],
      ['/find?q=*', '/find?q=x', true],
      ['/find?q=*', '/find', false],
      ['https://shop.example.com/*', '/a', true],
      ['https://other.example.com/*', '/a', false],
    ];
    for (const [pattern, path, expected] of cases) expect(fitsPage([pattern], page(path)), `${pattern} ${path}`).toBe(expected);
  });

  it('R164: hiding wins over showing, and nothing given is everywhere', () => {
    expect(isShownOn({ showOnPages: [], hideOnPages: [] }, page('/a'))).toBe(true);
    expect(isShownOn({ showOnPages: ['/a'], hideOnPages: [] }, page('/b'))).toBe(false);
    expect(isShownOn({ showOnPages: ['/a/*'], hideOnPages: ['/a/b'] }, page('/a/b'))).toBe(false);
    expect(isShownOn({ showOnPages: ['/a/*'], hideOnPages: ['/a/b'] }, page('/a/c'))).toBe(true);
  });

  it('a long page is judged in time in proportion to its length', () => {
    const began = performance.now();
    fitsPage(['/*a*a*a*a*a*a*a*a*ab'], page(`/${'a'.repeat(2_000)}`));
    // Tried by every way in which the stars could fit, it would take longer than anybody lives.
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
