import type { Deps } from '../../deps.js';
import { ChatError, invalidInput, isChatError } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import { isAdmin, type Viewer } from '../../kernel/viewer.js';
import type { ConversationFeedItem, SnapshotReason } from '../../log/feed-item.js';
import type { ConversationHub } from '../../log/hub.js';
import { type Follower, HubSubscriber } from '../../log/hub-subscriber.js';
import { FeedQueue, type FeedQueueOptions } from '../../log/queue.js';
import { accessTogether } from '../conversations/index.js';
import { presenceNode, type PresenceNode } from '../presence/index.js';
import { followPosition } from '../queues/index.js';
import { begin, beginWithSnapshot, type FeedPosition, itemsOf, readPart, type Reader, resetOf } from './beginning.js';
import type { OpenFeed } from './directory.js';
import type { Peers } from './peers.js';
import { feedRuntime, type FeedRuntime } from './runtime.js';

/** What to follow, and from where. */
export interface ConversationFeedInput {
  readonly conversationId: string;
  /** Absent: begin with a snapshot. */
  readonly after?: FeedPosition | null;
  /** Messages in a snapshot, 1 to 100; default 50. */
  readonly last?: number | null;
}

/** The most items that wait for a slow reader. */
export const FEED_CAPACITY = 256;

/**
 * Opens the feed of a conversation: a snapshot, or a resumption and what was missed, then what happens, for as long as it is read.
 * Nothing lies between the first items and the live ones, and nothing comes twice. `return()` ends it at once, also while it waits.
 * The feed ends with RESYNC_REQUIRED, ACCESS_REVOKED or UNAVAILABLE.
 * @throws ChatError NOT_FOUND, INVALID_INPUT
 */
export async function openConversationFeed(deps: Deps, viewer: Viewer, input: ConversationFeedInput): Promise<AsyncIterableIterator<ConversationFeedItem, undefined>> {
  const operation = 'follow conversation';
  const last = parsePageSize({ operation, field: 'last' }, input.last ?? 50);
  checkPosition(operation, input.after);
  const { conversationId } = input;
  const runtime = feedRuntime(deps);
  const { counters } = runtime;
  const access = await accessTogether(deps, viewer, { conversationId, need: 'read', operation });
  const reader: Reader = { conversationId, viewer, audiences: access.audiences, last };
  const follower: Follower = { userId: viewer.userId, audiences: access.audiences, role: access.participant?.role ?? null, seesAll: isAdmin(viewer) };
  const feed = new OpenConversation(runtime, follower);
  const { queue } = feed;
  try {
    await feed.enter(deps);
    const hub = await runtime.hubs.acquire(conversationId);
    const peers = feed.follow(hub);
    if (viewer.kind === 'user') feed.arrive(presenceNode(deps));
    const beginning = await begin(deps, reader, input.after ?? null);
    await peers?.hold(beginning.people);
    const items = await beginning.items();
    feed.start(items, beginning.position);
    if (access.conversation.kind === 'support') feed.followLine(deps, access.conversation);
    counters[items[0]?.type === 'ConversationResumed' ? 'resumed' : 'snapshots'] += 1;
    if (runtime.isStopped) queue.end(new ChatError('UNAVAILABLE', 'unable to follow conversation; the server stops'));
    return queue;
  } catch (error) {
    queue.end();
    throw error;
  }
}

/** One open feed, what it has taken hold of, and how that is let go. What is acquired after the feed has ended is let go at once. */
class OpenConversation implements OpenFeed, FeedQueueOptions {
  readonly queue: FeedQueue<ConversationFeedItem>;
  readonly #runtime: FeedRuntime;
  readonly #subscriber: HubSubscriber;
  #hub: ConversationHub | null = null;
  #depart: (() => void) | null = null;
  #leaveLine: (() => void) | null = null;

  constructor(runtime: FeedRuntime, follower: Follower) {
    this.#runtime = runtime;
    this.queue = new FeedQueue(this);
    this.#subscriber = new HubSubscriber(follower, this.queue);
    runtime.counters.conversationFeeds += 1;
  }

  get capacity(): number {
    return FEED_CAPACITY;
  }

  get inbox(): null {
    return null;
  }

  end(error: Error): void {
    this.queue.end(error);
  }

  async enter({ bus }: Deps): Promise<void> {
    const { directory } = this.#runtime;
    await directory.enter(bus, this.#subscriber.userId, this);
    if (this.queue.isOver) directory.leave(this.#subscriber.userId, this);
  }

  /** Follows a hub that was acquired for this feed; null when the feed has ended. */
  follow(hub: ConversationHub): Peers | null {
    if (this.queue.isOver) {
      this.#runtime.hubs.release(hub);
      return null;
    }
    this.#hub = hub;
    hub.add(this.#subscriber);
    return this.#runtime.enterPeers(hub);
  }

  /** The viewer is there from now on. */
  arrive(presence: PresenceNode): void {
    if (!this.queue.isOver) this.#depart = presence.enter(this.#subscriber.userId);
  }

  /** Where the case of the conversation stands is told as it changes. */
  followLine(deps: Deps, { id, siteId }: { readonly id: string; readonly siteId: string }): void {
    if (!this.queue.isOver) this.#leaveLine = followPosition(deps, { siteId, conversationId: id }, (item) => this.queue.push(item));
  }

  start(items: readonly ConversationFeedItem[], position: number): void {
    this.#subscriber.start(items, position);
  }

  onOver(error: Error | null): void {
    const { counters, directory, hubs } = this.#runtime;
    if (isChatError(error, 'RESYNC_REQUIRED')) counters.overflows += 1;
    if (isChatError(error, 'ACCESS_REVOKED')) counters.revoked += 1;
    counters.conversationFeeds -= 1;
    this.#depart?.();
    this.#leaveLine?.();
    const hub = this.#hub;
    this.#hub = null;
    if (hub) {
      this.#runtime.leavePeers(hub);
      hub.remove(this.#subscriber);
      hubs.release(hub);
    }
    directory.leave(this.#subscriber.userId, this);
  }
}

/** A page of what a feed would have sent: the polling twin. */
export interface ConversationEventPage {
  readonly items: readonly ConversationFeedItem[];
  readonly epoch: string;
  /** Where to go on: pass it as `after`. */
  readonly seq: number;
  readonly hasMore: boolean;
}

/**
 * Reads what came after a position, at most `first` events, by asking instead of following. Without a position, or with one that cannot
 * be resumed, the only item is a snapshot.
 * @throws ChatError NOT_FOUND, INVALID_INPUT
 */
export async function conversationEvents(
  deps: Deps,
  viewer: Viewer,
  input: Omit<ConversationFeedInput, 'last'> & { readonly first?: number | null },
): Promise<ConversationEventPage> {
  const operation = 'read conversation events';
  const first = parsePageSize({ operation, field: 'first' }, input.first ?? 100);
  checkPosition(operation, input.after);
  const { conversationId } = input;
  const access = await accessTogether(deps, viewer, { conversationId, need: 'read', operation });
  const reader: Reader = { conversationId, viewer, audiences: access.audiences, last: 50 };
  const after = input.after ?? null;
  const epoch = await deps.db.epoch();
  const reason = after === null ? 'FIRST' : after.epoch === epoch ? null : 'EPOCH_CHANGED';
  if (after && reason === null) {
    const page = await readPart(deps, reader, { after: after.seq, limit: first });
    const reset = resetOf(page, after.seq);
    if (reset === null) {
      return { items: itemsOf(page, reader), epoch, seq: page.hasMore ? page.upTo : page.lastSeq, hasMore: page.hasMore };
    }
    return snapshotPage(deps, reader, reset);
  }
  return snapshotPage(deps, reader, reason ?? 'FIRST');
}

async function snapshotPage(deps: Deps, reader: Reader, reason: SnapshotReason): Promise<ConversationEventPage> {
  const { items, position } = await beginWithSnapshot(deps, reader, reason);
  return { items: await items(), epoch: await deps.db.epoch(), seq: position, hasMore: false };
}

function checkPosition(operation: string, after: FeedPosition | null | undefined): void {
  if (after && (!Number.isInteger(after.seq) || after.seq < 0)) {
    throw invalidInput(operation, 'after.seq', 'is not a whole number from 0 up');
  }
}
