import type { Deps } from '../../deps.js';
import type { Viewer } from '../../kernel/viewer.js';
import type { BroadcastView } from '../../kernel/views.js';
import type { KeyedQueue } from '../../log/keyed-queue.js';
import { type BroadcastChange, type BroadcastListener, type BroadcastListing, readListing } from '../broadcasts/index.js';
import type { BroadcastsListedItem, InboxFeedItem } from './inbox-item.js';

/**
 * The broadcasts of one open inbox: what is shown to its person, so that only what they have is taken from them again. A change costs no query; a changed
 * profile costs one.
 */
export class InboxBroadcasts implements BroadcastListener {
  readonly #deps: Pick<Deps, 'db'>;
  readonly #viewer: Viewer;
  readonly #queue: KeyedQueue<InboxFeedItem>;
  readonly #shown = new Map<string, BroadcastView>();
  #readSeq = 0;
  /** Changes from before the listing was read; null once it was. */
  #early: BroadcastChange[] | null = [];
  #reading: Promise<void> = Promise.resolve();

  constructor(deps: Pick<Deps, 'db'>, viewer: Viewer, queue: KeyedQueue<InboxFeedItem>) {
    this.#deps = deps;
    this.#viewer = viewer;
    this.#queue = queue;
  }

  get userId(): string {
    return this.#viewer.userId;
  }

  /** Takes what was read, and the changes that came since. */
  take(listing: BroadcastListing): void {
    this.#shown.clear();
    for (const broadcast of listing.broadcasts) this.#shown.set(broadcast.id, broadcast);
    this.#readSeq = Math.max(this.#readSeq, listing.readSeq);
    const early = this.#early ?? [];
    this.#early = null;
    for (const change of early) this.broadcast(change);
  }

  broadcast(change: BroadcastChange): void {
    if (this.#early) {
      this.#early.push(change);
      return;
    }
    if (change.type === 'BroadcastPosted') {
      const { id } = change.broadcast;
      if (this.#shown.has(id)) return;
      this.#shown.set(id, change.broadcast);
      this.#queue.put(`broadcast:${id}`, () => change);
    } else if (this.#shown.delete(change.broadcastId)) this.#queue.put(`broadcast:${change.broadcastId}`, () => change);
  }

  /** The person has read up to here, on whichever device. */
  read(readSeq: number): void {
    if (readSeq <= this.#readSeq) return;
    this.#readSeq = readSeq;
    this.#queue.put('broadcastsRead', () => ({ type: 'BroadcastsRead', readSeq: this.#readSeq }));
  }

  /** Reads everything again: what is for the person may have changed. Resolves when the feed has it. @throws what keeps it from being read */
  refresh(): Promise<void> {
    const next = this.#reading.then(async () => {
      this.#early ??= [];
      const before = [...this.#shown.keys()].sort().join();
      this.take(await readListing(this.#deps, this.#viewer));
      if (before !== [...this.#shown.keys()].sort().join()) this.#queue.putLast('broadcasts', () => this.#listed());
    });
    this.#reading = next.catch(() => undefined);
    return next;
  }

  #listed(): BroadcastsListedItem {
    const broadcasts = [...this.#shown.values()].sort((one, other) => other.seq - one.seq);
    return { type: 'BroadcastsListed', broadcasts, readSeq: this.#readSeq };
  }
}
