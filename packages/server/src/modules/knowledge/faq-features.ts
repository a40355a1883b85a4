/** What questions are compared by: their words, pairs of words, and pieces of words, in any language. */

/** Most characters of a question that are looked at. */
const MAX_TEXT = 500;
/** What a pair of neighbouring words and a piece of a word count beside a word. */
const PAIR = 0.4;
const PIECE = 0.4;
/** How long pieces are; a space before and behind the word counts. */
const PIECES = [2, 3, 4] as const;

/** Words of a text in lower case, without accents and apostrophes: `Can’t I pay?` has `cant`, `i`, `pay`. */
export function wordsOf(text: string): string[] {
  const plain = text.slice(0, MAX_TEXT).normalize('NFKD').replace(/[\p{M}'’]/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Features of a text with their weights, before it is known how rare each is. Pieces stand in for stems: `refund`, `refunded` and `refunds` share most of theirs, and
 * so do words of languages for which nobody wrote rules.
 */
export function featuresOf(text: string): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number): void => void features.set(feature, (features.get(feature) ?? 0) + weight);
  const words = wordsOf(text);
  words.forEach((word, index) => {
    const next = words[index + 1];
    add(`w${word}`, 1);
    if (next !== undefined) add(`p${word} ${next}`, PAIR);
    const marked = ` ${word} `;
    for (const size of PIECES) for (let at = 0; at + size <= marked.length; at += 1) add(`c${marked.slice(at, at + size)}`, PIECE);
  });
  return features;
}
