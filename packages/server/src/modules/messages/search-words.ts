import { invalidInput } from '../../kernel/errors.js';
import { codePoints, parseText } from '../../kernel/input.js';

const OPERATION = 'search messages';
const MAX_QUERY = 200;
/** The most words whose parts are looked for; the others have to occur whole. */
const MAX_PARTS = 6;
/** Least length of a part in code points. */
const MIN_PART = 3;
/** Length of a snippet in UTF-16 code units, and how much of it stands before the first hit. */
const SNIPPET = 160;
const LEAD = 40;

/** A query, taken apart. */
export interface SearchWords {
  /** As PostgreSQL's `websearch_to_tsquery` takes it. */
  readonly query: string;
  /** LIKE patterns over the lower-cased text, all of which have to fit; none when the query has operators. */
  readonly patterns: readonly string[];
  /** What to highlight, longest first. */
  readonly wanted: readonly string[];
}

/** A place in a text, in UTF-16 code units as JavaScript counts. */
export interface TextRange {
  readonly start: number;
  /** Behind the last one. */
  readonly end: number;
}

/** Part of a text around the first hit. */
export interface Snippet {
  readonly text: string;
  readonly highlights: readonly TextRange[];
}

/**
 * Takes a query apart: words, `"phrases"`, `-without` and `or`.
 * @throws ChatError INVALID_INPUT for one without a letter or digit, or of more than 200 characters.
 */
export function parseSearch(text: string): SearchWords {
  const query = parseText({ operation: OPERATION, field: 'query' }, text, { max: MAX_QUERY }).trim();
  const tokens = query.split(/\s+/u);
  const hasOperators = tokens.some((token) => /^-|"/u.test(token) || token.toLowerCase() === 'or');
  const words = tokens.filter((token) => !token.startsWith('-') && (!hasOperators || token.toLowerCase() !== 'or')).map(bare).filter((word) => word !== '');
  if (words.length === 0) throw invalidInput(OPERATION, 'query', 'has no word to look for');
  const isFit = !hasOperators && words.length <= MAX_PARTS && words.every((word) => codePoints(word) >= MIN_PART);
  return {
    query,
    patterns: isFit ? words.map((word) => `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`) : [],
    wanted: [...new Set(words)].sort((one, other) => other.length - one.length),
  };
}

/** The part of a text around the first word that was looked for, and where such words stand in it. Never markup: cut and marked by offsets alone. */
export function snippetOf(text: string, { wanted }: Pick<SearchWords, 'wanted'>): Snippet {
  const pattern = new RegExp(wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'giu');
  const first = text.search(pattern);
  const start = whole(text, Math.max(0, first - LEAD));
  const cut = text.slice(start, whole(text, Math.min(text.length, start + SNIPPET)));
  const highlights = [...cut.matchAll(pattern)].map(({ index, 0: hit }) => ({ start: index, end: index + hit.length }));
  return { text: cut, highlights };
}

/** A word without the punctuation around it. */
function bare(token: string): string {
  return token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** The same place, or the one before it where it would cut a pair of surrogates. */
function whole(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index;
}
