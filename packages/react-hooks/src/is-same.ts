type Keyed = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Keyed => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype;
};

/**
 * Whether two values show the same: equal, or plain objects and arrays with the same entries down to `depth` levels.
 * Three levels are those of a result: its fields, the items of its lists, the fields of an item.
 */
export function isSame(a: unknown, b: unknown, depth = 3): boolean {
  if (Object.is(a, b)) return true;
  // A list that grew is told apart without naming its places.
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false;
  if (depth === 0 || !isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key], depth - 1));
}
