import type { ReadableStore } from '@parley/sdk';

/** Waits until a store shows what a test expects. Fails with the last state after 30 seconds. */
export function until<State>(store: ReadableStore<State>, holds: (state: State) => boolean, timeoutMs = 30_000): Promise<State> {
  return new Promise((resolve, reject) => {
    let stop: () => void = () => undefined;
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`the store never showed what was expected; it shows ${JSON.stringify(store.getSnapshot(), null, 1).slice(0, 2_000)}`));
    }, timeoutMs);
    const look = () => {
      const state = store.getSnapshot();
      if (!holds(state)) return;
      clearTimeout(timer);
      // Later, because this may be within subscribe.
      void Promise.resolve().then(() => {
        stop();
      });
      resolve(state);
    };
    stop = store.subscribe(look);
    look();
  });
}
