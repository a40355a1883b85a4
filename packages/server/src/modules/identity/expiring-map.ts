import type { Clock } from '../../kernel/clock.js';

/** A map whose entries live for a fixed time, and which drops its oldest entry when it is full. */
export interface ExpiringMap<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  /** Deletes every entry that matches. */
  deleteWhere(matches: (value: Value, key: string) => boolean): void;
}

/** Makes an {@link ExpiringMap}: entries live `ttlMs` milliseconds, at most `max` of them. */
export function createExpiringMap<Value>(clock: Clock, limits: { readonly ttlMs: number; readonly max: number }): ExpiringMap<Value> {
  const entries = new Map<string, { readonly value: Value; readonly until: number }>();
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.until > clock.now().getTime()) return entry.value;
      entries.delete(key);
      return undefined;
    },
    set(key, value) {
      entries.delete(key);
      if (entries.size >= limits.max) {
        const [oldest] = entries.keys();
        if (oldest !== undefined) entries.delete(oldest);
      }
      entries.set(key, { value, until: clock.now().getTime() + limits.ttlMs });
    },
    delete(key) {
      entries.delete(key);
    },
    deleteWhere(matches) {
      for (const [key, entry] of entries) if (matches(entry.value, key)) entries.delete(key);
    },
  };
}
