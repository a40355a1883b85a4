/**
 * Collects the keys that resolvers of one request ask for in the same tick, and loads them with one call. Results are kept for the
 * length of the request, so a page of a hundred entries costs one query whatever its fields ask for.
 */
export interface Batch<Scope extends object, Value> {
  /** The value of a key, or null when the batch function left it out. */
  load(scope: Scope, key: string): Promise<Value | null>;
}

interface Pending<Value> {
  readonly results: Map<string, Promise<Value | null>>;
  keys: string[];
  next: Promise<ReadonlyMap<string, Value>> | null;
}

/**
 * Makes a batch over `fetch`, which gets the scope (the request's context) and the distinct keys of one tick.
 */
export function createBatch<Scope extends object, Value>(
  fetch: (scope: Scope, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): Batch<Scope, Value> {
  const scopes = new WeakMap<Scope, Pending<Value>>();

  const pendingOf = (scope: Scope): Pending<Value> => {
    const known = scopes.get(scope);
    if (known) return known;
    const fresh: Pending<Value> = { results: new Map(), keys: [], next: null };
    scopes.set(scope, fresh);
    return fresh;
  };

  const nextFetch = (scope: Scope, pending: Pending<Value>): Promise<ReadonlyMap<string, Value>> =>
    // A macrotask, so that lists whose items resolve some microtasks apart still share the call.
    new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      const keys = pending.keys;
      pending.keys = [];
      pending.next = null;
      return fetch(scope, keys);
    });

  return {
    load(scope, key) {
      const pending = pendingOf(scope);
      const known = pending.results.get(key);
      if (known) return known;
      pending.keys.push(key);
      pending.next ??= nextFetch(scope, pending);
      const result = pending.next.then((values) => values.get(key) ?? null);
      pending.results.set(key, result);
      return result;
    },
  };
}
