/** Stores of feeds that have no position, as those of staff: each opening begins with everything, and states follow. */
import type { ClientContext } from '../context.js';
import { FeedEngine, type EngineListeners } from '../feed/feed-engine.js';
import type { FeedPage, PollRunner, Reception, StreamRunner } from '../feed/feed.js';
import { retainedStore } from '../retain.js';
import { callSafely, createStore, keepRecord, type WritableStore } from '../store.js';
import { IDLE, type StoreState, type SupportStore } from './support-store.js';

/** A feed, and what its items do to the data. */
export interface FeedSource<Item, Data> {
  /** The data before the first item. */
  readonly initial: Data;
  /** Opens the subscription. */
  stream(run: StreamRunner<Item>): () => void;
  /** Asks the polling twin, and answers with the items that the feed would begin with. */
  poll(run: PollRunner): Promise<readonly Item[]>;
  /** The data after an item; the same object where nothing changed. Pure. */
  apply(data: Data, item: Item): Data;
}

/** A store of a feed. */
export interface FeedStore<Item, Data> extends SupportStore<StoreState<Data>> {
  /** Hears each item after it was applied. Opens nothing by itself. */
  readonly onItem: (listener: (item: Item) => void) => () => void;
}

class FeedStoreEngine<Item, Data extends object> extends FeedEngine<Item> {
  readonly store: WritableStore<StoreState<Data>>;
  readonly listeners = new Set<(item: Item) => void>();
  readonly #source: FeedSource<Item, Data>;
  #data: Data;
  #hasItem = false;

  constructor(context: ClientContext, source: FeedSource<Item, Data>, listeners: EngineListeners) {
    super(context, listeners);
    this.#source = source;
    this.#data = source.initial;
    this.store = createStore({ ...IDLE, ...source.initial });
  }

  stream(run: StreamRunner<Item>): () => void {
    return this.#source.stream(run);
  }

  async poll(run: PollRunner): Promise<FeedPage<Item>> {
    return { items: await this.#source.poll(run), hasMore: false };
  }

  receive(item: Item): Reception {
    this.#data = this.#source.apply(this.#data, item);
    this.#hasItem = true;
    this.ready();
    this.setSync('synced');
    this.show();
    for (const listener of [...this.listeners]) {
      callSafely(() => {
        listener(item);
      });
    }
    return 'ok';
  }

  protected get hasState(): boolean {
    return this.#hasItem;
  }

  protected watch(): (() => void)[] {
    return [];
  }

  protected show(): void {
    const { status, error, sync: syncStatus } = this;
    this.store.set(keepRecord(this.store.getSnapshot(), { status, error, syncStatus, ...this.#data }));
  }
}

/** Makes the store of a feed: open while used, and read again from its beginning on every new connection. */
export function feedStore<Item, Data extends object>(context: ClientContext, source: FeedSource<Item, Data>, listeners: EngineListeners = {}): FeedStore<Item, Data> {
  const engine = new FeedStoreEngine(context, source, listeners);
  return {
    ...retainedStore(engine.store, engine.retainer),
    initial: engine.store.getSnapshot(),
    onItem: (listener) => {
      const own = (item: Item) => {
        listener(item);
      };
      engine.listeners.add(own);
      return () => {
        engine.listeners.delete(own);
      };
    },
    retry: () => {
      engine.retry();
    },
  };
}
