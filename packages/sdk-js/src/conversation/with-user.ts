/** Lists with one entry per user. */

/** Puts an entry in, in the place of the one that this user has, or at the end. */
export function withUser<Entry extends { readonly userId: string }>(list: readonly Entry[], entry: Entry): readonly Entry[] {
  const isKnown = list.some((each) => each.userId === entry.userId);
  return isKnown ? list.map((each) => (each.userId === entry.userId ? entry : each)) : [...list, entry];
}
