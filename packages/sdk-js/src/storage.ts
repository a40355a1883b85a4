/** Where unsent messages outlive a reload. */

/** What the SDK needs of a storage: IndexedDB, AsyncStorage, SQLite and files all fit. A refusal is reported as `STORAGE_FAILED`. */
export interface ChatStorage {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Keeps things for as long as the program runs. The default. */
export function memoryStorage(): ChatStorage {
  const kept = new Map<string, string>();
  return {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => {
      kept.set(key, value);
    },
    remove: async (key) => {
      kept.delete(key);
    },
  };
}

/**
 * Keeps things in the browser's `localStorage`, which is touched at the first use and not at import. Tabs of one browser
 * share it; what two tabs resend has the same client id and is delivered once.
 */
export function browserStorage(): ChatStorage {
  return {
    get: async (key) => globalThis.localStorage.getItem(key),
    set: async (key, value) => {
      globalThis.localStorage.setItem(key, value);
    },
    remove: async (key) => {
      globalThis.localStorage.removeItem(key);
    },
  };
}
