/** Stores of what no feed brings: read when somebody looks, again on every new connection, and again when told that it is stale. */
import { toChatError, type ChatError } from '../chat-error.js';
import { Alarm } from '../clock.js';
import type { ClientContext } from '../context.js';
import type { EngineListeners, LoadStatus, SyncStatus } from '../feed/feed-engine.js';
import { Retainer, retainedStore } from '../retain.js';
import { createStore, keepRecord, type WritableStore } from '../store.js';
import { backoffMs } from '../timing.js';
import { IDLE, type StoreState, type SupportStore } from './support-store.js';

/** Least time between two readings that nobody waits for, in milliseconds: what changes in a flood is read once for all of it. */
const REREAD_MS = 500;

/** A query, and what tells that its answer is stale. */
export interface QuerySource<Data> {
  /** The data before the first answer. */
  readonly initial: Data;
  /** Asks the server. `before` is what is shown now. */
  read(before: Data): Promise<Data>;
  /** Called when the store opens: listens to what makes its data stale, such as a feed. The result stops that. */
  watch?(store: QueryChanges<Data>): () => void;
}

/** How the data of a {@link QueryStore} is changed. */
export interface QueryChanges<Data> {
  /** Changes what is shown at once, as by the answer of a mutation or the item of a feed. */
  readonly change: (update: (data: Data) => Data) => void;
  /** Reads again: at once, or half a second after the last time. */
  readonly refresh: () => void;
}

/** A store of a query. */
export interface QueryStore<Data> extends SupportStore<StoreState<Data>>, QueryChanges<Data> {}

class QueryEngine<Data extends object> {
  readonly store: WritableStore<StoreState<Data>>;
  readonly retainer: Retainer;
  readonly #context: ClientContext;
  readonly #source: QuerySource<Data>;
  readonly #again: Alarm;
  #stops: (() => void)[] = [];
  #data: Data;
  #status: LoadStatus = 'idle';
  #error: ChatError | null = null;
  #sync: SyncStatus = 'synced';
  #hasAnswer = false;
  #generation = 0;
  /** Grows when an answer under way will not be wanted. */
  #era = 0;
  #isReading = false;
  /** Told to read again while reading. */
  #isStale = false;
  /** Changed while reading: the answer may be from before that. */
  #isChanged = false;
  #readAt = 0;
  #failures = 0;

  constructor(context: ClientContext, source: QuerySource<Data>, listeners: EngineListeners) {
    this.#context = context;
    this.#source = source;
    this.#data = source.initial;
    this.#again = new Alarm(context.clock);
    this.store = createStore({ ...IDLE, ...source.initial });
    this.retainer = new Retainer({
      clock: context.clock,
      graceMs: context.timing.releaseGraceMs,
      open: () => {
        listeners.onOpen?.();
        const { link } = context.feed;
        const stopWatching = source.watch?.(this);
        this.#stops = [link.subscribe(this.#linkChanged), ...(stopWatching ? [stopWatching] : [])];
        this.#start();
      },
      close: () => {
        this.#era += 1;
        this.#isReading = false;
        this.#again.clear();
        for (const stop of this.#stops) stop();
        listeners.onIdle?.();
      },
    });
  }

  readonly change = (update: (data: Data) => Data): void => {
    this.#data = update(this.#data);
    if (this.#isReading) this.#isChanged = true;
    this.#show();
  };

  readonly refresh = (): void => {
    // Without a connection, the next one reads anyway.
    if (!this.retainer.isOpen || this.#status === 'failed' || !this.#context.feed.link.getSnapshot()) return;
    if (this.#isReading) this.#isStale = true;
    else if (!this.#again.isSet) {
      this.#again.set(this.#readAt + REREAD_MS - this.#context.clock.now(), () => {
        this.#read();
      });
    }
  };

  readonly retry = (): void => {
    if (this.retainer.isOpen && this.#status === 'failed') this.#start();
  };

  #start(): void {
    this.#status = this.#hasAnswer ? 'ready' : 'loading';
    this.#error = null;
    this.#sync = 'replaying';
    this.#generation = 0;
    this.#context.connect();
    this.#show();
    this.#linkChanged();
  }

  readonly #linkChanged = (): void => {
    const link = this.#context.feed.link.getSnapshot();
    this.#again.clear();
    if (!link || link.generation === this.#generation || this.#status === 'failed') return;
    this.#generation = link.generation;
    this.#failures = 0;
    this.#sync = 'replaying';
    this.#era += 1;
    this.#isReading = false;
    this.#show();
    this.#read();
  };

  readonly #read = (isSecond = false): void => {
    const era = this.#era;
    this.#isReading = true;
    this.#isStale = false;
    this.#isChanged = false;
    this.#again.clear();
    this.#source.read(this.#data).then(
      (data) => {
        if (era !== this.#era) return;
        // Once only: in a flood of changes an answer from before the last of them is better than none.
        const isOld = this.#isChanged && !isSecond;
        if (isOld) this.#read(true);
        else this.#answered(data);
      },
      (error: unknown) => {
        if (era === this.#era) this.#failed(toChatError(error, 'read'));
      },
    );
  };

  #answered(data: Data): void {
    this.#isReading = false;
    this.#readAt = this.#context.clock.now();
    this.#failures = 0;
    this.#hasAnswer = true;
    this.#data = data;
    this.#status = 'ready';
    this.#error = null;
    this.#sync = 'synced';
    this.#show();
    if (this.#isStale || this.#isChanged) this.refresh();
  }

  #failed(error: ChatError): void {
    this.#isReading = false;
    if (error.retryable) {
      this.#again.set(backoffMs(this.#context, this.#failures, error.retryAfterMs), () => {
        this.#read();
      });
      this.#failures += 1;
      return;
    }
    this.#status = 'failed';
    this.#error = error;
    this.#sync = 'synced';
    this.#show();
  }

  #show(): void {
    this.store.set(keepRecord(this.store.getSnapshot(), { status: this.#status, error: this.#error, syncStatus: this.#sync, ...this.#data }));
  }
}

/** Makes the store of a query. */
export function queryStore<Data extends object>(context: ClientContext, source: QuerySource<Data>, listeners: EngineListeners = {}): QueryStore<Data> {
  const engine = new QueryEngine(context, source, listeners);
  return {
    ...retainedStore(engine.store, engine.retainer),
    initial: engine.store.getSnapshot(),
    change: engine.change,
    refresh: engine.refresh,
    retry: engine.retry,
  };
}
