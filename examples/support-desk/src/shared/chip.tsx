import type { Toned } from './case-words.js';

/** A word with a colour; nothing for null. */
export function Chip({ of }: { readonly of: Toned | null }) {
  return of === null ? null : (
    <span className="chip" data-tone={of[1]}>
      {of[0]}
    </span>
  );
}
