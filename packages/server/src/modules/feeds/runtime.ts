import type { Bus } from '../../bus/contract.js';
import type { Deps } from '../../deps.js';
import { ChatError } from '../../kernel/errors.js';
import type { FeedCounters } from '../../log/counters.js';
import { HubRegistry } from '../../log/hubs.js';
import type { ConversationHub } from '../../log/hub.js';
import { Sweeper } from '../../log/sweeper.js';
import { catchUpBroadcasts } from '../broadcasts/index.js';
import { presenceNode, stopPresence } from '../presence/index.js';
import { FeedDirectory } from './directory.js';
import { Peers } from './peers.js';

/** Everything that the open feeds of one node share. */
export class FeedRuntime {
  readonly hubs: HubRegistry;
  readonly directory: FeedDirectory;
  readonly sweeper: Sweeper;
  readonly #deps: Deps;
  readonly #peers = new Map<ConversationHub, Peers>();
  readonly #endListening: () => void;
  #isStopped = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.directory = new FeedDirectory((changed) => catchUpBroadcasts(deps, changed));
    this.hubs = new HubRegistry(deps);
    this.sweeper = new Sweeper(deps, this.hubs, this.directory);
    // What was published while the bus was away is in the log.
    this.#endListening = deps.bus.onState((isUp) => {
      if (isUp) void this.sweeper.sweep();
    });
  }

  get counters(): FeedCounters {
    return this.hubs.counters;
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** The watch over a conversation's people, counted for one more feed. End it with {@link leavePeers}. */
  enterPeers(hub: ConversationHub): Peers {
    const peers = this.#peers.get(hub) ?? new Peers(hub, presenceNode(this.#deps));
    this.#peers.set(hub, peers);
    peers.enter();
    return peers;
  }

  leavePeers(hub: ConversationHub): void {
    if (this.#peers.get(hub)?.leave()) this.#peers.delete(hub);
  }

  /** Ends every feed with UNAVAILABLE, so that clients resume on another node, and stops the timers. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#endListening();
    const error = new ChatError('UNAVAILABLE', 'unable to go on with the feed; the server stops', { retryAfterMs: 1_000 });
    this.directory.close(error);
    this.hubs.close(error);
    await this.sweeper.stop();
    await stopPresence(this.#deps);
  }
}

const runtimes = new WeakMap<Bus, FeedRuntime>();

/** The feeds of this node, made when first asked for. A node is known by its bus. */
export function feedRuntime(deps: Deps): FeedRuntime {
  const known = runtimes.get(deps.bus);
  if (known) return known;
  const runtime = new FeedRuntime(deps);
  runtimes.set(deps.bus, runtime);
  return runtime;
}

/** Begins to watch over feeds and presence on this node. Call it once when the server starts; feeds opened earlier do it too. */
export function startFeeds(deps: Deps): void {
  feedRuntime(deps);
}

/** Ends all feeds of this node and lets its people go. Call it when the server stops, before the bus and the database close. */
export async function stopFeeds(deps: Deps): Promise<void> {
  await runtimes.get(deps.bus)?.stop();
  runtimes.delete(deps.bus);
}

/** What the feeds of this node have counted so far. */
export function feedCounters(deps: Deps): FeedCounters {
  return feedRuntime(deps).counters;
}

/** What waits for the readers of one kind of feed. */
export interface FeedQueueState {
  readonly feed: 'conversation' | 'inbox';
  /** Items in all queues together. */
  readonly waiting: number;
  /** Items in the longest of them. */
  readonly longest: number;
}

/** What waits for the readers of this node now. It looks at every open feed, so ask seldom. */
export function feedQueues(deps: Deps): readonly FeedQueueState[] {
  const { hubs, directory } = feedRuntime(deps);
  return [queueState('conversation', waitingOf(hubs)), queueState('inbox', directory.waiting())];
}

function* waitingOf(hubs: HubRegistry): IterableIterator<number> {
  for (const hub of hubs.hubs()) for (const { queue } of hub.subscribers()) yield queue.waiting;
}

function queueState(feed: FeedQueueState['feed'], lengths: Iterable<number>): FeedQueueState {
  let waiting = 0;
  let longest = 0;
  for (const length of lengths) {
    waiting += length;
    longest = Math.max(longest, length);
  }
  return { feed, waiting, longest };
}
