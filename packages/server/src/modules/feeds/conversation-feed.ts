import type { Deps } from '../../deps.js';
import { type AudienceSet, audiencesOf } from '../../kernel/audience.js';
import { ChatError, invalidInput, isChatError, notFound } from '../../kernel/errors.js';
import { parsePageSize } from '../../kernel/input.js';
import { isAdmin, type Viewer } from '../../kernel/viewer.js';
import { type ConversationFeedItem, type ConversationSnapshotItem, type DurableItem, itemOf, type SnapshotReason } from '../../log/feed-item.js';
import { HubSubscriber } from '../../log/hub-subscriber.js';
import { FeedQueue } from '../../log/queue.js';
import { type LogPage, type LogPerson, readLog } from '../../log/replay.js';
import { accessConversation } from '../conversations/index.js';
import { presenceNode, readTyping } from '../presence/index.js';
import { feedRuntime } from './runtime.js';
import { mayRead, readSnapshot } from './snapshot.js';

/** Where a client stands in a conversation's log. */
export interface FeedPosition {
  readonly epoch: string;
  readonly seq: number;
}

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
/** With more events than this behind, a feed begins with a snapshot. */
export const MAX_BEHIND = 1_000;

/** Who asks, as far as reading the log depends on it. */
interface Reader {
  readonly conversationId: string;
  readonly viewer: Viewer;
  readonly audiences: AudienceSet;
  readonly seesAll: boolean;
  readonly last: number;
}

/** The first items of a feed and the position that they reach. */
interface Beginning {
  readonly items: readonly ConversationFeedItem[];
  readonly position: number;
  readonly people: readonly LogPerson[];
}

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
  const access = await accessConversation(deps, viewer, { conversationId, need: 'read', operation });
  const runtime = feedRuntime(deps);
  const { counters } = runtime;
  const reader: Reader = { conversationId, viewer, audiences: access.audiences, seesAll: isAdmin(viewer), last };

  const releases: Array<() => void> = [];
  const queue = new FeedQueue<ConversationFeedItem>({
    capacity: FEED_CAPACITY,
    onOver: (error) => {
      if (isChatError(error, 'RESYNC_REQUIRED')) counters.overflows += 1;
      if (isChatError(error, 'ACCESS_REVOKED')) counters.revoked += 1;
      for (const release of releases.splice(0).reverse()) release();
    },
  });
  // What is acquired after the queue has ended is let go at once.
  const hold = (release: () => void): void => void (queue.isOver ? release() : releases.push(release));

  try {
    counters.conversationFeeds += 1;
    hold(() => void (counters.conversationFeeds -= 1));
    hold(await runtime.directory.enter(deps.bus, viewer.userId, { end: (error) => queue.end(error), inbox: null }));
    const hub = await runtime.hubs.acquire(conversationId);
    hold(() => runtime.hubs.release(hub));
    const subscriber = new HubSubscriber(
      { userId: viewer.userId, audiences: reader.audiences, role: access.participant?.role ?? null, seesAll: reader.seesAll },
      queue,
    );
    hub.add(subscriber);
    hold(() => hub.remove(subscriber));
    const peers = runtime.enterPeers(hub);
    hold(() => runtime.leavePeers(hub));
    if (viewer.kind === 'user') hold(presenceNode(deps).enter(viewer.userId));

    const beginning = await begin(deps, reader, input.after ?? null);
    await peers.hold(beginning.people.map(({ user }) => user.id));
    subscriber.start(await withPeople(deps, reader, beginning), beginning.position);
    counters[input.after && beginning.items[0]?.type === 'ConversationResumed' ? 'resumed' : 'snapshots'] += 1;
    if (runtime.isStopped) queue.end(new ChatError('UNAVAILABLE', 'unable to follow conversation; the server stops'));
    return queue;
  } catch (error) {
    queue.end();
    throw error;
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
  const access = await accessConversation(deps, viewer, { conversationId, need: 'read', operation });
  const reader: Reader = { conversationId, viewer, audiences: access.audiences, seesAll: isAdmin(viewer), last: 50 };
  const after = input.after ?? null;
  const epoch = await deps.db.epoch();
  const reason = after === null ? 'FIRST' : after.epoch === epoch ? null : 'EPOCH_CHANGED';
  if (after && reason === null) {
    const page = await readPart(deps, reader, { after: after.seq, limit: first });
    const reset = resetOf(page, after.seq);
    if (reset === null) {
      return { items: itemsOf(page, reader.audiences), epoch, seq: page.hasMore ? page.upTo : page.lastSeq, hasMore: page.hasMore };
    }
    return snapshotPage(deps, reader, reset);
  }
  return snapshotPage(deps, reader, reason ?? 'FIRST');
}

async function snapshotPage(deps: Deps, reader: Reader, reason: SnapshotReason): Promise<ConversationEventPage> {
  const beginning = await beginWithSnapshot(deps, reader, reason);
  const items = await withPeople(deps, reader, beginning);
  return { items, epoch: await deps.db.epoch(), seq: beginning.position, hasMore: false };
}

async function begin(deps: Deps, reader: Reader, after: FeedPosition | null): Promise<Beginning> {
  if (!after) return beginWithSnapshot(deps, reader, 'FIRST');
  const epoch = await deps.db.epoch();
  if (after.epoch !== epoch) return beginWithSnapshot(deps, reader, 'EPOCH_CHANGED');
  const page = await readPart(deps, reader, { after: after.seq, limit: MAX_BEHIND });
  const reset = resetOf(page, after.seq);
  if (reset) return beginWithSnapshot(deps, reader, reset);
  return {
    items: [
      { type: 'ConversationResumed', epoch, seq: after.seq, head: page.lastSeq, presences: [], typing: [] },
      ...itemsOf(page, reader.audiences),
    ],
    position: page.lastSeq,
    people: page.people,
  };
}

async function beginWithSnapshot(deps: Deps, reader: Reader, reason: SnapshotReason): Promise<Beginning> {
  const snapshot = await readSnapshot(deps.db, {
    conversationId: reader.conversationId,
    viewerId: reader.viewer.userId,
    audiences: reader.audiences,
    last: reader.last,
    now: deps.clock.now(),
  });
  if (!snapshot) throw notFound('follow conversation', 'conversation');
  checkPlace(reader, snapshot.place);
  const { epoch, seq, conversation, messages, receipts, people } = snapshot;
  const item: ConversationSnapshotItem = {
    type: 'ConversationSnapshot',
    epoch,
    seq,
    reason,
    conversation,
    messages,
    receipts,
    presences: [],
    typing: [],
  };
  return { items: [item], position: seq, people };
}

async function readPart(deps: Deps, reader: Reader, part: { readonly after: number; readonly limit: number }): Promise<LogPage> {
  const page = await readLog(deps.db, {
    ...part,
    conversationId: reader.conversationId,
    audiences: reader.audiences,
    maxBehind: MAX_BEHIND,
    viewerId: reader.viewer.userId,
  });
  if (!page.place) throw notFound('follow conversation', 'conversation');
  checkPlace(reader, page.place);
  return page;
}

/** Access was checked before; this is its state at the very moment that the first items describe. */
function checkPlace(reader: Reader, place: NonNullable<LogPage['place']>): void {
  if (!mayRead(place, reader)) throw notFound('follow conversation', 'conversation');
  if (audiencesOf(place.role ?? 'admin') !== reader.audiences) {
    throw new ChatError('RESYNC_REQUIRED', 'unable to follow conversation; the place in it has just changed');
  }
}

function resetOf(page: LogPage, after: number): SnapshotReason | null {
  if (after > page.lastSeq) return 'AHEAD_OF_LOG';
  return page.isTooFar ? 'TOO_FAR_BEHIND' : null;
}

function itemsOf(page: LogPage, audiences: AudienceSet): DurableItem[] {
  let prevSeq = page.prevSeq;
  return page.events.map((event) => {
    const item = itemOf(event, audiences, prevSeq);
    prevSeq = event.seq;
    return item;
  });
}

/** Adds who is there and who writes to the first item. They are ephemeral, so they need not be of the same moment. */
async function withPeople(deps: Deps, reader: Reader, beginning: Beginning): Promise<readonly ConversationFeedItem[]> {
  const [first, ...rest] = beginning.items;
  if (first?.type !== 'ConversationSnapshot' && first?.type !== 'ConversationResumed') return beginning.items;
  const people = beginning.people.map(({ user }) => user);
  const lastSeen = new Map(beginning.people.map(({ user, lastSeenAt }) => [user.id, lastSeenAt]));
  const [presences, typing] = await Promise.all([
    presenceNode(deps).read(people.map(({ id }) => id), lastSeen),
    readTyping(deps, reader.conversationId, people),
  ]);
  return [{ ...first, presences, typing }, ...rest];
}

function checkPosition(operation: string, after: FeedPosition | null | undefined): void {
  if (after && (!Number.isInteger(after.seq) || after.seq < 0)) {
    throw invalidInput(operation, 'after.seq', 'is not a whole number from 0 up');
  }
}
