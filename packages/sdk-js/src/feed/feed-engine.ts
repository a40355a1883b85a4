/** What the reader of a conversation and that of the inbox have in common: being open while used, and saying how far they are. */
import type { ChatError } from '../chat-error.js';
import type { ClientContext } from '../context.js';
import type { SnapshotReason } from '../generated/types.js';
import { Retainer } from '../retain.js';
import { Feed, type FeedPage, type FeedReader, type PollRunner, type Reception, type StreamRunner } from './feed.js';
import { PageLoader } from './page-loader.js';

/** Whether a feed has caught up: `replaying` while it fetches what it missed, `resetting` while it begins anew. */
export type SyncStatus = 'synced' | 'replaying' | 'resetting';

/** Whether state can be shown: `loading` before the first snapshot, `failed` when the feed ended for good. */
export type LoadStatus = 'idle' | 'loading' | 'ready' | 'failed';

/** What is told when the feed opens and when nobody uses it any more. */
export interface EngineListeners {
  onOpen?(): void;
  onIdle?(): void;
}

/** Reads a feed while somebody uses it. */
export abstract class FeedEngine<Item> implements FeedReader<Item> {
  readonly retainer: Retainer;
  protected readonly context: ClientContext;
  protected readonly pages: PageLoader;
  protected status: LoadStatus = 'idle';
  protected error: ChatError | null = null;
  protected sync: SyncStatus = 'synced';
  /** Nothing is taken until the feed has said where it begins. */
  protected isPositioned = false;
  /** Grows when the state is built anew: pages asked for before do not fit any more. */
  protected era = 0;
  readonly #feed: Feed<Item>;
  #stops: (() => void)[] = [];

  constructor(context: ClientContext, listeners: EngineListeners = {}) {
    this.context = context;
    this.pages = new PageLoader(() => {
      this.show();
    });
    this.#feed = new Feed(context.feed, this);
    this.retainer = new Retainer({
      clock: context.clock,
      graceMs: context.timing.releaseGraceMs,
      open: () => {
        listeners.onOpen?.();
        this.#stops = this.watch();
        this.#start();
      },
      close: () => {
        this.#feed.stop();
        for (const stop of this.#stops) stop();
        context.syncChanged();
        listeners.onIdle?.();
      },
    });
  }

  /** Whether the feed has caught up; a feed that is not open has nothing to catch up with. */
  get syncStatus(): SyncStatus {
    return this.retainer.isOpen ? this.sync : 'synced';
  }

  /** Opens a feed that failed once more. */
  retry(): void {
    if (this.retainer.isOpen && this.status === 'failed') this.#start();
  }

  abstract stream(run: StreamRunner<Item>): () => void;
  abstract poll(run: PollRunner): Promise<FeedPage<Item>>;
  abstract receive(item: Item): Reception;

  opening(): void {
    this.isPositioned = false;
    this.setSync('replaying');
    this.show();
  }

  pageRead(): void {
    this.setSync('synced');
    this.show();
  }

  failed(error: ChatError): void {
    this.status = 'failed';
    this.error = error;
    this.pageRead();
  }

  /** Shows the state as it is now. */
  protected abstract show(): void;
  /** Whether there has been a snapshot. */
  protected abstract get hasState(): boolean;
  /** Listens to what the view depends on. The results are called at the end. */
  protected abstract watch(): (() => void)[];

  /** A snapshot came. Where it replaces something, that is announced. */
  protected begin(conversationId: string | null, reason: SnapshotReason): void {
    this.isPositioned = true;
    this.era += 1;
    if (!this.hasState) return;
    this.setSync('resetting');
    this.show();
    this.context.reset({ conversationId, reason });
  }

  /** An item was taken. */
  protected ready(): void {
    this.status = 'ready';
    this.error = null;
  }

  protected setSync(sync: SyncStatus): void {
    if (this.sync === sync) return;
    this.sync = sync;
    this.context.syncChanged();
  }

  #start(): void {
    this.status = this.hasState ? 'ready' : 'loading';
    this.error = null;
    this.sync = 'replaying';
    this.context.connect();
    this.#feed.start();
    this.context.syncChanged();
    this.show();
  }
}
